"""Patterns that are compiled when they are first looked for."""

import re

import pytest

from tiku.text.patterns import on_demand


def test_it_is_the_pattern():
    found = on_demand("(?P<what>a+)", re.IGNORECASE)
    assert [m["what"] for m in found.finditer("xAAy a")] == ["AA", "a"]
    assert found.search("x") is None
    assert found.sub("-", "bAb") == "b-b"
    assert (found.pattern, found.groupindex["what"]) == ("(?P<what>a+)", 1)


def test_nothing_is_compiled_before():
    wrong = on_demand("(")
    with pytest.raises(re.error):
        wrong.search("x")
