"""What an editor such as VS Code makes of the schemas, by the real yaml-language-server."""

import sys
from collections.abc import Iterator

import pytest
from conftest import ROOT
from language_server import LanguageServer

sys.path.insert(0, str(ROOT))
import dev

from tiku.loading.layout import HELD

HEAD = "topic: t\ntitle: 主題\nquestions:\n"


@pytest.fixture(scope="module")
def server() -> Iterator[LanguageServer]:
    server = LanguageServer(dev.node())
    yield server
    server.close()


BANKS = sorted(p for p in (ROOT / "questions").glob("*.yml"))
EXAMS = sorted(p for p in (ROOT / "questions" / "exams").glob("*.yml"))


@pytest.mark.parametrize("path", [*BANKS, *EXAMS], ids=lambda path: path.stem)
def test_nothing_is_wrong_with_the_files_of_the_site(server: LanguageServer, path):
    schema = path.stem if path.stem in HELD else "exam" if path in EXAMS else "bank"
    assert server.diagnostics(path.read_text(encoding="utf-8"), schema) == []


WRONG = {
    "a misspelt key": ("  - {id: a, stme: 題, answer: true}\n", 4, "stme"),
    "a key of another kind": (
        "  - id: a\n    kind: numeric\n    stem: 題\n    answer: 3\n    choices: {x: 甲}\n",
        8,
        "choices",
    ),
    "a kind that does not exist": (
        "  - {id: a, kind: multi, stem: 題, answer: true}\n",
        4,
        "multiple",
    ),
    "a difficulty that does not exist": (
        "  - {id: a, stem: 題, answer: true, difficulty: hart}\n",
        4,
        "medium",
    ),
    "an id with capitals": ("  - {id: Abc, stem: 題, answer: true}\n", 4, "a-z0-9"),
    "an ignored error": (
        "  - {id: a, stem: 題, answer: true, ignore: {no-answer: 因為}}\n",
        4,
        "Valid values",
    ),
}


@pytest.mark.parametrize(("lines", "line", "part"), WRONG.values(), ids=WRONG)
def test_a_mistake_is_marked_once_on_its_line(server: LanguageServer, lines, line, part):
    (told,) = server.diagnostics(HEAD + lines)
    assert told[0] == line
    assert part in told[1]


def test_keys_and_values_are_completed(server: LanguageServer):
    text = HEAD + "  - id: a\n    kind: \n    stem: 題\n    \n"
    assert {"single", "matching", "case"} <= server.completions(text, 5, 10)
    assert {"explanation", "difficulty", "see"} <= server.completions(text, 7, 4)


def test_a_key_says_in_chinese_what_it_is_for(server: LanguageServer):
    text = HEAD + "  - id: a\n    stem: 題\n    explanation: 因為\n    answer: true\n"
    assert "為什麼答案是對的" in server.hover(text, 6, 6)
