"""What a YAML syntax error means to an editor: the parser's complaint -> the character to mend."""

from typing import TypeAlias

import yaml

from tiku.loading.yaml_slips import Slip, merge_mark, slip
from tiku.locales.catalogue import Saying
from tiku.model.place import Place
from tiku.model.problem import Problem
from tiku.text.patterns import on_demand

WIDE = "\u3000"
KEY_THEN_WIDE_COLON = on_demand(r"^\s*(?:- +)*[A-Za-z_-]+\s*(：)")
KEY_WITHOUT_SPACE = on_demand(r"^\s*(?:- +)*[A-Za-z_-]+(:)[^\s:]")
KEY_WITH_VALUE = on_demand(r"^\s*(?:- +)*[\w-]+: +\S")
DASH_WITHOUT_SPACE = on_demand(r"^\s*(-)[^\s-]")
BRACKETS_THEN_TEXT = on_demand(r"^\s*(?:- +)*[\w-]+: +([\[{]).*[\]}]\s*")
KEY_ALONE = on_demand(r"^\s*(?:- +)*[\w-]+$")
WRONG_DEPTH = ("did not find expected key", "did not find expected '-' indicator")
OPEN_STILL = ("found unexpected end of stream", "found unexpected document indicator")
QUOTED_VALUE = on_demand(r"(?:^|[:\-\[,{])\s*([\"'])")


def explain(error: yaml.MarkedYAMLError, text: str, file: str, line_offset: int) -> Problem:
    """The problem an editor can act on, at the character to change."""
    lines = text.split("\n")
    mark = error.problem_mark or error.context_mark
    assert mark is not None, "the C parser marks every error"
    code, line, column, details = _diagnose(error, mark, lines)
    return Problem(code, Place(file, line + 1 + line_offset, column + 1), details)


_Diagnosis: TypeAlias = tuple[str, int, int, dict[str, object]]


def _diagnose(error: yaml.MarkedYAMLError, mark: yaml.Mark, lines: list[str]) -> _Diagnosis:
    first = error.context_mark.line if error.context_mark else mark.line
    return (
        _slip(merge_mark(lines))
        or _white_space(mark, lines)
        or _unclosed_at_end(error)
        or _colon(first, mark, lines)
        or _unclosed_before(first, mark, lines)
        or _closed_here(mark, lines)
        or _slip(slip(lines, mark.line))
        or _needs_quotes(mark, lines)
        or _brackets(error, mark, lines)
        or _dash(mark, lines)
        or _depth(error, mark, lines)
        or _no_colon(error)
        or ("yaml-syntax", mark.line, mark.column, {"problem": _said(error)})
    )


def _said(error: yaml.MarkedYAMLError) -> Saying:
    """What the parser says, by its own words."""
    problem = error.problem or "?"
    return Saying(f"yaml.{problem}", otherwise=problem)


def _slip(found: tuple[int, Slip] | None) -> _Diagnosis | None:
    if found is None:
        return None
    line, (code, column, details) = found
    return code, line, column, details


def _white_space(mark: yaml.Mark, lines: list[str]) -> _Diagnosis | None:
    """White space that is no indentation; a full-width one reads on as text to the next line."""
    for number, character, code in (
        (0, "\t", "tab"),
        (0, WIDE, "wide-space"),
        (1, WIDE, "wide-space"),
    ):
        line = _line(lines, mark.line - number)
        indent = line[: len(line) - len(line.lstrip())]
        if character in indent:
            return code, mark.line - number, indent.index(character), {}
    return None


def _unclosed_at_end(error: yaml.MarkedYAMLError) -> _Diagnosis | None:
    if error.context_mark and error.problem in OPEN_STILL:
        return "unclosed-quote", error.context_mark.line, error.context_mark.column, {}
    return None


def _colon(first: int, mark: yaml.Mark, lines: list[str]) -> _Diagnosis | None:
    """A full-width colon, a colon without its space, or one colon too many."""
    here = _line(lines, mark.line)
    if here[mark.column : mark.column + 1] == ":" and KEY_WITH_VALUE.match(here[: mark.column]):
        return "unquoted-colon", mark.line, mark.column, {}
    for number in _back_from(mark.line, max(0, min(first, mark.line - 2))):
        for pattern, code in (
            (KEY_THEN_WIDE_COLON, "wide-colon"),
            (KEY_WITHOUT_SPACE, "no-space-after-colon"),
        ):
            if found := pattern.match(_line(lines, number)):
                return code, number, found.start(1), {}
    return None


def _unclosed_before(first: int, mark: yaml.Mark, lines: list[str]) -> _Diagnosis | None:
    """A quote closed by the next one in the file: the first line with an odd number of them."""
    for number in range(min(first, mark.line), mark.line + 1):
        line = _line(lines, number)
        found = QUOTED_VALUE.search(line)
        if found and line.count(found.group(1)) % 2:
            return "unclosed-quote", number, found.start(1), {}
    return None


def _closed_here(mark: yaml.Mark, lines: list[str]) -> _Diagnosis | None:
    """What stands behind a quote that opens here for us and closed a far one for the parser."""
    quote = _line(lines, mark.line)[: mark.column].rstrip()[-1:]
    for number in _back_from(mark.line - 1, 0) if quote in ("'", '"') else ():
        found = QUOTED_VALUE.search(_line(lines, number))
        if found and found.group(1) == quote and _line(lines, number).count(quote) % 2:
            return "unclosed-quote", number, found.start(1), {}
    return None


def _needs_quotes(mark: yaml.Mark, lines: list[str]) -> _Diagnosis | None:
    character = _line(lines, mark.line)[mark.column : mark.column + 1]
    if character and character in "@`%&*!|>":
        return "needs-quotes", mark.line, mark.column, {"character": character}
    return None


def _brackets(error: yaml.MarkedYAMLError, mark: yaml.Mark, lines: list[str]) -> _Diagnosis | None:
    """Never closed, or closed before the text ends."""
    start = error.context_mark
    if start and (error.problem or "").startswith("did not find expected ','"):
        before = _line(lines, mark.line)[: mark.column].rstrip()
        if before.endswith(("'", '"')):
            return "text-after-quote", mark.line, len(before), {"quote": before[-1]}
        bracket = _line(lines, start.line)[start.column : start.column + 1]
        return "unclosed-bracket", start.line, start.column, {"character": bracket}
    found = BRACKETS_THEN_TEXT.match(_line(lines, mark.line)[: mark.column])
    if found and found.end() == mark.column:
        return "needs-quotes", mark.line, found.start(1), {"character": found.group(1)}
    return None


def _dash(mark: yaml.Mark, lines: list[str]) -> _Diagnosis | None:
    found = DASH_WITHOUT_SPACE.match(_line(lines, mark.line))
    return ("no-space-after-dash", mark.line, found.start(1), {}) if found else None


def _depth(error: yaml.MarkedYAMLError, mark: yaml.Mark, lines: list[str]) -> _Diagnosis | None:
    """A line that stands beside no other; one too deep is noticed at its colon."""
    before = _line(lines, mark.line)[: mark.column]
    if error.problem in WRONG_DEPTH or (
        error.problem == "mapping values are not allowed in this context"
        and KEY_ALONE.match(before)
    ):
        column = len(before) - len(before.lstrip())
        return "wrong-indentation", mark.line, column, {}
    return None


def _no_colon(error: yaml.MarkedYAMLError) -> _Diagnosis | None:
    """Noticed on the next line."""
    start = error.context_mark
    if start and "simple key" in (error.context or ""):
        return "no-colon", start.line, start.column, {}
    return None


def _line(lines: list[str], number: int) -> str:
    return lines[number] if number < len(lines) else ""


def _back_from(last: int, first: int) -> range:
    return range(last, first - 1, -1)
