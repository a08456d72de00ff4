"""How long a page takes to read."""

import pytest
from conftest import ZH

from tiku.site.reading_time import minutes, with_reading_time

PAGE = "<h1>題目</h1><p>內容</p>"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("", 1),
        ("<p>" + "字" * 300 + "</p>", 1),
        ("字" * 301, 2),
        ("word " * 600, 3),
        ("，" * 900, 1),
    ],
)
def test_characters_and_words_count_and_marks_do_not(html: str, expected: int):
    assert minutes(html) == expected


def test_a_page_that_names_its_level_says_so_below_the_title():
    assert "</h1><p" in with_reading_time(PAGE, {"level": "first"}, ZH)
    assert "讀完約 1 分鐘 · 入門" in with_reading_time(PAGE, {"level": "first"}, ZH)


@pytest.mark.parametrize("meta", [{}, {"level": "other"}])
def test_other_pages_stay_as_they_are(meta: dict):
    assert with_reading_time(PAGE, meta, ZH) == PAGE
