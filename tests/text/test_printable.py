"""What a stranger wrote does not steer a terminal, nor the log of a workflow."""

import pytest

from tiku.locales.catalogue import load
from tiku.model.place import Place
from tiku.model.problem import Problem
from tiku.text.printable import printable

CASES = {
    "\x1b[31m": r"\x1b[31m",
    "甲\n::error::乙": r"甲\n::error::乙",
    "\u202e": r"\u202e",
    "甲 乙，a": "甲 乙，a",
}


@pytest.mark.parametrize(("text", "shown"), CASES.items())
def test_case(text: str, shown: str):
    assert printable(text) == shown


def test_a_file_name_writes_no_line_of_its_own():
    line = Problem("no-stem", Place("a\n::error::b.yml")).line(load("en"))
    assert line.splitlines() == [r"a\n::error::b.yml:1:1: the stem is empty [no-stem]"]
