"""Whatever the banks and the blueprint, a paper drawn by the command line is the one of the site."""

import json
import random
import subprocess
from pathlib import Path

from conftest import ZH
from dev import node

from tiku.model import Bank, Case, Exam, Library, Section, Single
from tiku.model.paper import draw
from tiku.rendering.questions import Renderer
from tiku.site.catalog import PATH, files

DRAWN = Path(__file__).with_name("drawn.js")
EXAMS = 120
SEEDS = ["", "1", "春", "春.7", "x.0", "x.1", "x.12", "x.1234567", "x.１", "a.b.2", "🙂.3", "x\n.2"]
LEVELS = ["easy", "medium", "hard", None]


def library(dice: random.Random) -> Library:
    def labels() -> dict:
        named = dice.sample(["s1", "s2", "s3"], dice.randrange(3))
        basis = dice.choice([None, None, "policy"])
        return {"difficulty": dice.choice(LEVELS), "syllabus": tuple(named), "basis": basis}

    def bank(topic: str) -> Bank:
        singles = [Single(id=f"{topic}{n}", **labels()) for n in range(dice.randint(0, 30))]
        cases = [
            Case(
                id=f"{topic}-case{n}",
                questions=tuple(
                    Single(id=f"{topic}-case{n}/{k}", **labels()) for k in range(dice.randint(1, 3))
                ),
                **labels(),
            )
            for n in range(dice.randint(0, 6))
        ]
        items = [*singles, *cases]
        dice.shuffle(items)
        return Bank(topic=topic, title=topic, questions=tuple(items))

    banks = tuple(bank(topic) for topic in "tuv"[: dice.randint(1, 3)])
    ids = [q.id for one in banks for item in one.questions for q in item.questions_inside()]
    exam = Exam(
        exam="e",
        syllabus=tuple(dice.sample(["s1", "s2"], dice.randrange(3))),
        basis=dice.choice([None, "policy"]),
        critical=tuple(dice.sample(ids, min(len(ids), dice.randrange(4)))),
        sections=tuple(section(dice, banks) for _ in range(dice.randint(1, 3))),
    )
    return Library(banks=banks, exams=(exam,))


def section(dice: random.Random, banks: tuple[Bank, ...]) -> Section:
    topics = {bank.topic: dice.randint(0, 12) for bank in banks if dice.random() < 0.6}
    parts = [35, 45, 20] if dice.random() < 0.5 else [30, 40, 30]
    return Section(
        kinds=tuple(dice.sample(["single", "case"], dice.randint(1, 2))),
        count=sum(topics.values()) or dice.randint(1, 20),
        topics=topics,
        sub_questions=dice.choice([0, 0, 2]),
        difficulty=dict(zip(["easy", "medium", "hard"], parts, strict=True))
        if dice.random() < 0.7
        else {},
    )


def browser(given: list[dict]) -> list[list[list[list]]]:
    done = subprocess.run(
        [node(), DRAWN], input=json.dumps(given), capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout)


def test_any_paper_is_drawn_alike():
    dice = random.Random(20261128)
    libraries = [library(dice) for _ in range(EXAMS)]
    given = [
        {"catalog": json.loads(dict(files(one, Renderer(one, ZH), str))[PATH]), "seeds": SEEDS}
        for one in libraries
    ]
    drawn = 0
    for one, theirs in zip(libraries, browser(given), strict=True):
        (exam,) = one.exams
        places = {id(section): at for at, section in enumerate(exam.sections)}
        for seed, there in zip(SEEDS, theirs, strict=True):
            here = [[places[id(section)], item.id] for section, item in draw(one, exam, seed)]
            assert here == there, (seed, exam)
            drawn += len(here)
    assert drawn > EXAMS * len(SEEDS)
