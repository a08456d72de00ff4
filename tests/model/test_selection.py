"""Which questions a fence draws."""

import pytest

from tiku import Library, check
from tiku.model import Draw
from tiku.model.selection import lists_a_topic, select

LINES = [f"  - {{id: q{n}, stem: 題, answer: 對, difficulty: {d}, tags: [{t}]}}" for n, d, t in [
    (1, "easy", "a"), (2, "hard", "b"), (3, "easy", "b"), (4, "medium", "a, b"), (5, "hard", "c"),
]]  # fmt: skip
OTHER = "topic: u\ntitle: 乙\nquestions:\n  - {id: other, stem: 題, answer: 錯}\n"


@pytest.fixture(scope="module")
def library() -> Library:
    text = "\n".join(["topic: t", "title: 甲", "questions:", *LINES])
    return check({"t.yml": text.encode(), "u.yml": OTHER.encode()}, None).library


def ids(library: Library, **conditions: object) -> list[str]:
    return [item.id for item in select(library, Draw(**conditions))]


def test_a_topic_in_its_order(library: Library):
    assert ids(library, topic="t") == ["q1", "q2", "q3", "q4", "q5"]


def test_conditions_hold_together(library: Library):
    assert ids(library, topic="t", tags=("a", "b"), difficulty=("easy", "medium")) == [
        "q1",
        "q3",
        "q4",
    ]


def test_ids_in_the_order_named(library: Library):
    assert ids(library, ids=("other", "q2", "q1")) == ["other", "q2", "q1"]


def test_a_seed_decides_the_order_and_count_how_many(library: Library):
    drawn = ids(library, topic="t", seed="s", count=3)
    assert len(drawn) == 3
    assert drawn == ids(library, topic="t", seed="s")[:3]
    assert any(ids(library, topic="t", seed=str(n)) != ids(library, topic="t") for n in range(5))


def test_a_new_question_does_not_reorder_the_others(library: Library):
    everywhere = ids(library, seed="s")
    without = [name for name in everywhere if name != "other"]
    assert ids(library, topic="t", seed="s") == without


def test_only_a_whole_topic_can_be_filtered():
    assert lists_a_topic(Draw(topic="t"))
    assert not lists_a_topic(Draw(topic="t", count=3))
    assert not lists_a_topic(Draw(tags=("a",)))
