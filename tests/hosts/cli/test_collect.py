"""Questions move from pages into a bank, and nothing of them changes."""

from pathlib import Path

import pytest
from test_cli import tiku

from tiku.rules.check import check_folder

PAGE = """# Guide

```quiz
id: whole
difficulty: easy
hint: "Think: twice"

What comes first?

- [x] Listening: to the end
- [ ] Quoting #1
  > Nobody hears.
- [ ] Calling
```

1.  Item

    ```quiz
    id: sum
    kind: numeric
    stem: One and one?
    answer: {value: 2.0, tolerance: 0.5, unit: 個}
    ```

```quiz
id: shop
title: A shop
material: |
  Two lines.

  - and a list
questions:
  - {id: one, stem: It is open., answer: true, why: {false: It was.}}
  - {id: two, kind: ordering, stem: Order., choices: {a: Last, b: First}, answer: [b, a]}
```
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "guide.md").write_text(PAGE, encoding="utf-8")
    return tmp_path


def found(site: Path) -> list[object]:
    checked = check_folder(site / "questions", site / "docs")
    assert [p for p in checked.problems if p.severity == "error"] == []
    return [*checked.library.items()]


@pytest.mark.parametrize(
    "bank", ["", "topic: shop\ntitle: Shop\nquestions:\n- {id: old, stem: So., answer: true}\n"]
)
def test_the_bank_has_them_and_the_page_names_them(site: Path, bank: str):
    before = found(site)
    if bank:
        (site / "questions").mkdir()
        (site / "questions" / "shop.yml").write_text(bank, encoding="utf-8")
    done = tiku("collect", "docs/guide.md", "--topic", "shop", cwd=site, locale="en_US.UTF-8")
    assert (done.returncode, done.stdout) == (0, "3 questions moved to questions/shop.yml\n")
    assert [item for item in found(site) if item.id != "old"] == before
    page = (site / "docs" / "guide.md").read_text(encoding="utf-8")
    assert page.count("```quiz") == 3
    assert "```quiz\nids: [whole]\n```" in page
    assert "    ```quiz\n    ids: [sum]\n    ```" in page


@pytest.mark.parametrize("topic", ["../x", "Shop", ""])
def test_a_topic_names_a_file_of_the_folder_only(site: Path, topic: str):
    page = (site / "docs" / "guide.md").read_bytes()
    done = tiku("collect", "docs/guide.md", "--topic", topic, cwd=site, locale="en_US.UTF-8")
    assert (done.returncode, done.stdout) == (2, "")
    assert f"a topic is written in a to z, digits and hyphens: “{topic}”" in done.stderr
    assert (site / "docs" / "guide.md").read_bytes() == page
    assert not (site / "questions").exists()


def test_a_page_that_is_wrong_stays_as_it_is(site: Path):
    (site / "docs" / "guide.md").write_text(PAGE + "\n```quiz\nstem: x\n", encoding="utf-8")
    done = tiku("collect", "docs/guide.md", "--topic", "shop", cwd=site)
    assert done.returncode == 1
    assert "docs/guide.md:37:1" in done.stderr
    assert not (site / "questions").exists()
