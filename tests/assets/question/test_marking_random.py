"""A terminal marks as a page does: the cases of both, and answers typed at random."""

import json
import random
from pathlib import Path

import pytest
from scripting import run

from tiku.model.marking import mark

CASES = Path(__file__).parents[2] / "cases" / "marking"
MARKED = Path(__file__).with_name("marked.js")
KINDS = ("single", "multiple", "true-false", "matching", "ordering", "open", "text", "numeric")
TYPED = "0123456789０５.,，。 　-—−－+%％件‰eE個aAｆ臺台计計/"
MANY = 2000


@pytest.mark.parametrize("name", ["numeric.json", *(f"{kind}.json" for kind in KINDS[:-1])])
def test_case(name: str):
    for case in json.loads((CASES / name).read_text("utf-8")):
        verdict = mark(name.removesuffix(".json"), case["key"], case["response"])
        expected = None if case.get("unreadable") else case["right"]
        assert verdict is expected, case["name"]


def answers() -> list[tuple[str, str, list[str]]]:
    chance = random.Random(20261128)
    keys = ("8 0.05", "-3 0 件", "1250000 0", "0.5 0 %", "2147483647 0", "15 0.1 ‰")
    made: list[tuple[str, str, list[str]]] = []
    for _ in range(MANY):
        text = "".join(chance.choices(TYPED, k=chance.randrange(8)))
        made.append(("numeric", chance.choice(keys), [text]))
        made.append(("text", json.dumps([text, "臺計"]), [chance.choice(("台计", text, "a"))]))
        chosen = chance.choices("abcd", k=chance.randrange(5))
        for kind in ("multiple", "ordering", "open"):
            made.append((kind, " ".join(chance.sample("abcd", 3)), chosen))
    return made


def test_any_answer_is_marked_alike():
    given = answers()
    theirs = run(MARKED, given)
    differ = [(one, t) for one, t in zip(given, theirs, strict=True) if mark(*one) is not t]
    assert not differ, differ[:5]
