"""Questions as authors of Markdown write them, against what a bank would hold."""

import pytest

from tiku import Severity, check
from tiku.model import Item, Multiple, Single, Text

WHOLE = """# Guide

```quiz
id: whole
difficulty: easy

What **comes** first?

```python
x = ["- [ ] no choice"]
```

- [x] Listening
  > It tells.
- [ ] Quoting
  the rules
  > Nobody hears.

  > Yet.
- [ ] Calling

Because so.

1. And so.
```
""".replace("```python", "~~~python").replace('choice"]\n```', 'choice"]\n~~~')


def items(text: str, path: str = "guide.md") -> list[Item]:
    checked = check({}, {path: (f"docs/{path}", text)})
    assert not checked.has(Severity.ERROR), checked.problems
    return list(checked.library.items())


def test_every_part_is_where_a_bank_has_it():
    (item,) = items(WHOLE)
    assert isinstance(item, Single)
    assert (item.id, item.difficulty, item.answer) == ("whole", "easy", ("a",))
    assert item.stem.startswith("What **comes** first?\n\n~~~python\nx = ")
    assert item.choices == {"a": "Listening", "b": "Quoting the rules", "c": "Calling"}
    assert item.why == {"b": "Nobody hears.\nYet."}
    assert item.explanation == "It tells.\n\nBecause so.\n\n1. And so."


@pytest.mark.parametrize(
    ("asked", "stem", "answer", "explanation"),
    [
        ("It is [[so]].", "It is ____.", ("so",), None),
        ("It is [[ so | thus ]].", "It is ____.", ("so", "thus"), None),
        ("First.\n\nIt is [[so]]\nhere.\n\nWhy.", "First.\n\nIt is ____\nhere.", ("so",), "Why."),
    ],
)
def test_a_blank_asks_for_its_word(asked, stem, answer, explanation):
    (item,) = items(f"# G\n\n```quiz\nid: x\n\n{asked}\n```\n")
    assert isinstance(item, Text)
    assert (item.stem, item.answer, item.explanation) == (stem, answer, explanation)


def test_several_stand_in_one_fence_and_more_than_one_may_be_right():
    text = "- [x] a1\n- [x] b1\n- [ ] c1"
    first, second = items(f"# G\n\n```quiz\nid: x\n\nA?\n\n{text}\n---\nid: y\n\n[[z]]\n```\n")
    assert isinstance(first, Multiple)
    assert (first.id, first.answer, second.id) == ("x", ("a", "b"), "y")


def test_without_a_name_page_and_stem_are_the_name():
    fence = "```quiz\nIt is [[so]].\n```\n"
    own = {items(f"# {n}\n\ntext {n}\n\n{fence}")[0].id for n in range(3)}
    assert len(own) == 1
    assert {items(f"# G\n\n{fence}", "other.md")[0].id} != own
