"""FSRS in the browser is FSRS: equal to py-fsrs on histories that a seed makes up."""

import math
import random
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from fsrs import Card, Rating, Scheduler
from scripting import run

REPLAY = Path(__file__).with_name("replay.js")
HISTORIES = 3000
GAPS = (0, 0, 0, 1, 1, 1, 2, 3, 4, 6, 9, 14, 21, 30, 60, 120, 365, 2000, 20_000)
NOON = datetime(1970, 1, 1, 12, tzinfo=UTC)
SCHEDULER = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)


def history(chance: random.Random) -> dict:
    """Up to 40 answers, from a reader who is always right or not so often."""
    skill = chance.choice((chance.random(), 1))
    day = chance.randrange(15_000, 25_000)
    answers = []
    for _ in range(chance.randint(1, 40)):
        right = chance.random() < skill
        answers.append({"day": day, "right": right, "hard": right and chance.random() < 0.2})
        day += chance.choice(GAPS)
    return {"answers": answers, "day": day}


def noon(day: int) -> datetime:
    """py-fsrs counts whole days between moments; between noons they are calendar days."""
    return NOON + timedelta(days=day)


def rating(right: bool, hard: bool, **_: object) -> Rating:
    return (Rating.Hard if hard else Rating.Good) if right else Rating.Again


def oracle(history: dict) -> dict:
    card = Card(card_id=1, due=NOON)
    states = []
    for answer in history["answers"]:
        card, _ = SCHEDULER.review_card(card, rating(**answer), noon(answer["day"]))
        due, last = ((moment - NOON).days for moment in (card.due, card.last_review))
        memory = {"stability": card.stability, "difficulty": card.difficulty}
        states.append(memory | {"last": last, "due": due})
    recall = SCHEDULER.get_card_retrievability(card, noon(history["day"]))
    return {"states": states, "recall": recall}


@pytest.fixture(scope="module")
def histories() -> list[dict]:
    chance = random.Random(6)
    return [history(chance) for _ in range(HISTORIES)]


@pytest.fixture(scope="module")
def replayed(histories: list[dict]) -> list[dict]:
    return run(REPLAY, histories)


def same(mine: dict, theirs: dict) -> bool:
    """Both have the same keys; no number is off by more than a millionth."""
    return mine.keys() == theirs.keys() and all(
        math.isclose(mine[key], theirs[key], rel_tol=1e-6) for key in theirs
    )


def test_every_memory_is_that_of_py_fsrs(histories: list[dict], replayed: list[dict]):
    for history, ours in zip(histories, replayed, strict=True):
        theirs = oracle(history)
        assert ours["recall"] == pytest.approx(theirs["recall"], rel=1e-6), history
        for mine, state in zip(ours["states"], theirs["states"], strict=True):
            assert same(mine, state), (history, mine, state)
            assert mine["due"] == state["due"], history
