"""The optimiser in the browser is that of fsrs-rs: on the same histories it finds the same weights."""

import random
from itertools import pairwise
from pathlib import Path

import pytest
from fsrs_rs_python import DEFAULT_PARAMETERS, FSRS, FSRSItem, FSRSReview, TrainingConfig
from scripting import run

OPTIMIZE = Path(__file__).with_name("optimize.js")
GAPS = (0, 1, 1, 2, 3, 5, 8, 13, 21, 34, 60)
FIRST_GAPS = {1: (1,), 2: (2,), 3: (3, 7)}
"""By grade; so few that fsrs-rs finds no outliers, which it would leave out and ours does not."""
LOGS = {"forgets": (0.35, 180), "usual": (1, 160), "remembers": (4, 160), "long": (2.5, 400)}
"""By name: how many times as long as usual this reader remembers, and how many questions there are."""
EASY = (3, 16)
"""Weights of a grade that nobody says here: nothing rests on them."""


def log(name: str) -> list[list[dict]]:
    """A reader whose memory is FSRS with every stability a factor off, asked at odd times."""
    factor, questions = LOGS[name]
    chance = random.Random(name)
    return [history(chance, factor) for _ in range(questions)]


def history(chance: random.Random, factor: float) -> list[dict]:
    truth, state, day, answers = (
        FSRS(DEFAULT_PARAMETERS),
        None,
        chance.randrange(20_000, 20_100),
        [],
    )
    for _ in range(chance.randint(2, 9)):
        first = FIRST_GAPS[grade(**answers[0])] if len(answers) == 1 else GAPS
        gap = chance.choice(first) if answers else 0
        recall = curve(gap / (state.stability * factor)) if state else 0.6
        right = chance.random() < recall
        hard = right and chance.random() < 0.35
        after = truth.next_states(state, 0.9, gap)
        state = (after.hard if hard else after.good if right else after.again).memory
        day += gap
        answers.append({"day": day, "right": right, "hard": hard})
    return answers


def curve(share: float) -> float:
    """The probability of recall after a share of the stability."""
    decay = -DEFAULT_PARAMETERS[20]
    return (1 + (0.9 ** (1 / decay) - 1) * share) ** decay


def items(histories: list[list[dict]]) -> tuple[list[FSRSItem], list[int]]:
    """Each review with what came before it, in the order of time, and whose it is."""
    found = []
    for card, answers in enumerate(histories):
        days = [answer["day"] for answer in answers]
        gaps = [0, *(later - day for day, later in pairwise(days))]
        reviews = [FSRSReview(grade(**one), gap) for one, gap in zip(answers, gaps, strict=True)]
        found += [(days[at], card, reviews[: at + 1]) for at in range(len(days)) if gaps[at]]
    found.sort(key=lambda one: one[0])
    return [FSRSItem(reviews) for _, _, reviews in found], [card for _, card, _ in found]


def grade(right: bool, hard: bool, **_: object) -> int:
    return (2 if hard else 3) if right else 1


@pytest.fixture(scope="module")
def logs() -> dict[str, list[list[dict]]]:
    return {name: log(name) for name in LOGS}


@pytest.fixture(scope="module")
def made(logs: dict[str, list[list[dict]]]) -> dict[str, dict]:
    """Each log twice: in one step an epoch, and as it is for readers."""
    asked = [
        {"histories": logs[name], **more} for name in LOGS for more in ({"batch": 100_000}, {})
    ]
    found = run(OPTIMIZE, asked)
    return {
        name: {"whole": found[2 * at], "steps": found[2 * at + 1]} for at, name in enumerate(LOGS)
    }


@pytest.mark.parametrize("name", LOGS)
def test_weights_are_those_of_fsrs_rs(name: str, logs: dict, made: dict):
    """Where chance has no part in it, which is in one step an epoch."""
    reviews, cards = items(logs[name])
    config = TrainingConfig(batch_size=100_000)
    theirs = FSRS(DEFAULT_PARAMETERS).compute_parameters(reviews, cards, True, None, config)
    ours = made[name]["whole"]["weights"]
    for at in set(range(21)) - set(EASY):
        assert ours[at] == pytest.approx(theirs[at], rel=1e-5, abs=1e-6), at


@pytest.mark.parametrize("name", LOGS)
def test_with_steps_of_their_own_they_foretell_as_well(name: str, logs: dict, made: dict):
    """The order of the steps is chance's, and theirs is another."""
    reviews, cards = items(logs[name])
    found = FSRS(FSRS(DEFAULT_PARAMETERS).compute_parameters(reviews, cards)).evaluate(reviews)
    ours = made[name]["steps"]["own"]
    assert ours["loss"] == pytest.approx(found.log_loss, abs=1e-3)
    assert ours["error"] == pytest.approx(found.rmse_bins, abs=5e-3)


@pytest.mark.parametrize("name", LOGS)
def test_how_well_the_usual_weights_foretell_is_reckoned_as_there(
    name: str, logs: dict, made: dict
):
    found = FSRS(DEFAULT_PARAMETERS).evaluate(items(logs[name])[0])
    usual = made[name]["steps"]["usual"]
    assert usual["loss"] == pytest.approx(found.log_loss, rel=1e-4)
    assert usual["error"] == pytest.approx(found.rmse_bins, rel=1e-3)


def test_weights_count_only_where_they_foretell_better(made: dict):
    for name in LOGS:
        fitting = made[name]["steps"]["fitting"]
        better = fitting["own"]["loss"] < fitting["usual"]["loss"]
        assert fitting["weights"] is None or better, name
    taken = {name: made[name]["steps"]["fitting"]["weights"] is not None for name in LOGS}
    assert not taken["usual"]
    assert taken["remembers"]
    assert taken["long"]
