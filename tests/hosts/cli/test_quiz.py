"""Questions are answered in a terminal, from banks and from a published site, to the same score."""

import os
import subprocess
from pathlib import Path

import pytest
from conftest import SMALL_SITE, Built
from test_cli import TIKU

ANSWERS = {
    "color": "a",
    "primes": "A, B",
    "escalation": "t",
    "rate": "８.０％",
    "owner": "首问责任制",
    "families": "DAB",
    "steps": "BDCA",
}


def quiz(*arguments: object, typed: str, cwd: Path) -> str:
    done = subprocess.run(
        [str(TIKU), "quiz", *map(str, arguments)], cwd=cwd, input=typed, text=True,
        capture_output=True, check=False, env={**os.environ, "LC_ALL": "en_US.UTF-8"},
        encoding="utf-8",
    )  # fmt: skip
    assert "Traceback" not in done.stderr
    return done.stdout + done.stderr


@pytest.mark.parametrize("published", [True, False])
def test_every_kind_is_asked_and_marked(small: Built, published: bool):
    where = [small.folder] if published else []
    named = [part for own in ANSWERS for part in ("--id", own)]
    typed = "\n".join(ANSWERS.values())
    told = quiz(*where, *named, typed=typed, cwd=SMALL_SITE)
    assert told.endswith("7 of 7 questions right\n")
    assert "三" in told
    wrong = typed.replace("DAB", "ABD").replace("BDCA", "ABCD").replace("t\n", "f\n")
    told = quiz(*where, *named, typed=wrong, cwd=SMALL_SITE)
    assert told.endswith("4 of 7 questions right\n")
    assert "他不必說明理由。" in told


def test_what_cannot_be_read_is_asked_again_and_q_ends(small: Built):
    told = quiz("--id", "color", "--id", "rate", typed="z\n\nb\neight\nq\n", cwd=SMALL_SITE)
    assert told.count("could not be read") == 3
    assert told.endswith("0 of 1 question right\n")


def test_an_open_answer_is_judged_by_its_writer(small: Built):
    told = quiz("--id", "apology", typed="sorry\ny\n", cwd=SMALL_SITE)
    assert told.index("□") < told.index("1 of 1 question")


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--topic", "kind"], "kinds"),
        (["--id", "colour"], "color"),
        (["nowhere"], "no catalogue"),
        (["https://127.0.0.1:9/"], "no catalogue"),
    ],
)
def test_called_wrongly_says_so(arguments: list[str], expected: str):
    assert expected in quiz(*arguments, typed="", cwd=SMALL_SITE)
