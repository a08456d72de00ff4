"""The browser works out what Python does: random formulas, and every tool with random inputs."""

import json
import random
import subprocess
from pathlib import Path

import pytest
from conftest import ROOT, SMALL_SITE, ZH
from dev import node

from tiku.model import Library, Metric, Tool, intervals
from tiku.model.calculation import InputError, calculate, calendars_of, labels
from tiku.model.calendars import Calendar, CalendarError, day_of, workday
from tiku.model.formula import read
from tiku.model.formula_values import FormulaError, Known
from tiku.model.metric_tools import tool_of
from tiku.model.tools import Input
from tiku.rendering import tool_pictures
from tiku.rendering.tools import data_of
from tiku.rules.check import check_folder

TWIN = Path(__file__).with_name("twin.js")
BINARY = ["+", "-", "*", "/", "**", "<", "<=", ">", ">=", "==", "!="]
CALLS = {
    "abs": 1, "round": 1, "sqrt": 1, "exp": 1, "log": 1, "floor": 1, "ceil": 1, "min": 2, "max": 2, "when": 3,
    "sum": 1, "count": 1, "steps": 1, "wilson_low": 3, "wilson_high": 3, "garwood_low": 2, "garwood_high": 2, "byar_high": 2,
}  # fmt: skip


def browser(**cases: object) -> dict[str, list]:
    done = subprocess.run(
        [node(), TWIN], input=json.dumps(cases), capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout)


def formula(dice: random.Random, depth: int = 3) -> str:
    if depth == 0 or dice.random() < 0.2:
        return dice.choice(["k", "n", "p", "xs", "ys", "2", "0.95", "10"])
    if dice.random() < 0.3:
        name, arity = dice.choice(list(CALLS.items()))
        return f"{name}({', '.join(formula(dice, depth - 1) for _ in range(arity))})"
    if dice.random() < 0.1:
        return f"-({formula(dice, depth - 1)})"
    if dice.random() < 0.1:
        return f"({formula(dice, depth - 1)}) {dice.choice(['and', 'or'])} ({formula(dice, depth - 1)})"
    return f"({formula(dice, depth - 1)}) {dice.choice(BINARY)} ({formula(dice, depth - 1)})"


def test_random_formulas():
    dice = random.Random(13)
    values = {"k": 3, "n": 40, "p": 0.4, "xs": [1.0, 4.0, 2.5], "ys": [3.0, 0.0, 7.0]}
    formulas = [text for _ in range(4000) if len(text := formula(dice)) <= 400]
    sent = [{"formula": read(text).polish, "values": values} for text in formulas]
    returned = browser(formulas=sent)["values"]
    known = Known({name: tuple(v) if isinstance(v, list) else v for name, v in values.items()})
    compared = 0
    for text, there in zip(formulas, returned, strict=True):
        try:
            here = read(text).value(known)
        except FormulaError:
            assert there is None, text
            continue
        compared += 1
        assert there is not None, text
        found = tuple(there) if isinstance(there, list) else there
        assert found == pytest.approx(here, rel=1e-8, abs=1e-9), text
    assert compared > 1000


def interval(dice: random.Random) -> tuple[str, list[float], int]:
    """(name, arguments, side) of a function; both sides where it has two."""
    of = dice.choice([0, 1, 40, 3000])
    count, level = dice.randint(0, max(of, 1)), dice.choice([0.5, 0.8, 0.95, 0.999])
    name = dice.choice(["wilson", "newcombe", "byar", "garwood", "normal"])
    both = [count, of, dice.randint(0, 50), 50, level]
    given = {"wilson": [count, of, level], "newcombe": both, "normal": [level]}
    return name, given.get(name, [count, level]), dice.choice([-1, 1])


def here_of(name: str, given: list[float], side: int) -> float | None:
    of = getattr(intervals, name if name == "normal" else f"{name}_{'low' if side < 0 else 'high'}")
    try:
        return of(*given)
    except (ArithmeticError, ValueError):
        return None


def test_random_intervals():
    dice = random.Random(14)
    every = [interval(dice) for _ in range(1500)]
    shares = [(dice.randint(0, 300), [dice.randint(0, 40) for _ in range(dice.randint(1, 6))])
              for _ in range(300)]  # fmt: skip
    asked = [[name, *given, *([] if name == "normal" else [side])] for name, given, side in every]
    found = browser(numbers=[*asked, *(["apportioned", *one] for one in shares)])["shares"]
    for one, there in zip(every, found, strict=False):
        here = here_of(*one)
        assert (here is None) == (there is None), one
        assert here is None or there == pytest.approx(here, rel=1e-8, abs=1e-9), one
    for (total, parts), there in zip(shares, found[len(every) :], strict=True):
        try:
            assert list(intervals.apportioned(total, tuple(map(float, parts)))) == there
        except (ArithmeticError, ValueError):
            assert there is None, parts


def test_random_workdays():
    dice = random.Random(15)
    every = [
        (dice.randint(19990, 20310), dice.randint(0, 200), one)
        for one in ([dice.randint(20000, 20300) for _ in range(60)] for _ in range(20))
        for _ in range(60)
    ]
    sent = [
        (start, count, {"title": "", "first": min(days), "last": max(days), "off": days[:30], "worked": days[30:]})
        for start, count, days in every
    ]  # fmt: skip
    for one, (there, reached) in zip(every, browser(days=sent)["worked"], strict=True):
        start, count, days = one
        dates = tuple(map(day_of, days))
        calendar = Calendar(first=min(dates), last=max(dates), off=dates[:30], worked=dates[30:])
        try:
            assert (workday(start, count, calendar), 1) == (there, reached), one
        except CalendarError:
            assert (there, reached) == (None, 0), one


LIBRARIES = {
    folder: check_folder(folder).library
    for folder in (ROOT / "questions", SMALL_SITE / "questions")
}
TOOLS = [(tool, library) for library in LIBRARIES.values() for tool in library.tools]
CARDS = [(card, tool_of(card, ZH)) for card in LIBRARIES[ROOT / "questions"].metrics.metrics]
TOOLS += [(tool, LIBRARIES[ROOT / "questions"]) for _, tool in CARDS if tool]


@pytest.mark.parametrize(("card", "small"), CARDS, ids=lambda value: getattr(value, "id", ""))
def test_the_calculator_of_a_card_gives_its_worked_example(card: Metric, small: Tool | None):
    assert small
    rate = calculate(small, {}, {}).values["rate"]
    assert rate == pytest.approx(float(card.example.result.value))


@pytest.mark.parametrize(("tool", "library"), TOOLS, ids=lambda value: getattr(value, "id", ""))
def test_every_tool(tool: Tool, library: Library):
    dice = random.Random(tool.id)
    calendars = {calendar.id: calendar for calendar in library.calendars}
    every = [
        *(example.inputs for example in tool.examples),
        *(texts(dice, tool) for _ in range(60)),
    ]
    data = json.loads(json.dumps(data_of(tool, calendars)))
    found = browser(tools=[{"tool": data, "texts": dict(one)} for one in every])["results"]
    assert sum(result is not None for result in found) >= len(tool.examples)
    for one, there in zip(every, found, strict=True):
        assert there == here(tool, one, calendars), dict(one)


def here(tool: Tool, given: dict[str, str], calendars: dict) -> dict | None:
    try:
        result = calculate(tool, given, calendars)
        shapes = None
        if tool.picture and not result.refused:
            known = Known(result.values, calendars_of(tool, calendars))
            rows = [
                labels(one, given.get(one.name, "")) for one in tool.inputs if one.kind == "rows"
            ]
            drawing = tool_pictures.drawn(tool.picture, result, known, rows[0] if rows else [])
            shapes = [list(shape) for shape in drawing.shapes]
    except (FormulaError, InputError):
        return None
    return {
        "shown": dict(result.shown),
        "refused": result.refused or "",
        "verdict": result.verdict,
        "warnings": list(result.warnings),
        "lines": list(result.lines),
        "picture": shapes,
    }


def texts(dice: random.Random, tool: Tool) -> dict[str, str]:
    return {one.name: text(dice, one) for one in tool.inputs}


def text(dice: random.Random, one: Input) -> str:
    if one.kind == "number":
        low, high = float(one.min or 0), min(float(one.max or 1000), 3000)
        number = dice.uniform(low, high)
        return str(round(number)) if one.whole else f"{number:.2f}"
    if one.kind == "date":
        return f"2026-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}"
    if one.kind == "rows":
        cells = [
            [str(dice.randint(1, 200)) for _ in one.columns] for _ in range(dice.randint(2, 9))
        ]
        return "\n".join(" ".join(line) for line in cells)
    return dice.choice([*one.options, *one.calendars])


SHARED = json.loads((ROOT / "tests" / "cases" / "tools.json").read_text("utf-8"))


@pytest.mark.parametrize("case", SHARED, ids=lambda case: case["name"])
def test_shared_cases(case: dict):
    library = LIBRARIES[SMALL_SITE / "questions"]
    calendars = {calendar.id: calendar for calendar in library.calendars}
    tool = next(tool for tool in library.tools if tool.id == case["name"].split()[0])
    assert json.loads(json.dumps(data_of(tool, calendars))) == case["tool"]
    assert here(tool, case["texts"], calendars) == case["told"]
