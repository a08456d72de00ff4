"""Author's text as HTML: what is shown, and that the fast path says what Markdown says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiku.rendering import prose

SHOWN = {
    "bold between Chinese": (
        "員工**「特別休假」**的規定",
        "<p>員工<strong>「特別休假」</strong>的規定</p>",
    ),
    "lines join without a space": ("第一行，\n第二行", "<p>第一行，第二行</p>"),
    "latin lines keep theirs": ("first\nsecond", "<p>first\nsecond</p>"),
    "paragraphs": ("甲\n\n乙", "<p>甲</p>\n<p>乙</p>"),
    "angle brackets are text": ("a < b & c", "<p>a &lt; b &amp; c</p>"),
    "page links wait for an address": ("[條](a/b.md#c)", '<p><a href="tiku:a/b.md#c">條</a></p>'),
    "web links stay": ("[x](https://a.tw/)", '<p><a href="https://a.tw/">x</a></p>'),
    "script links do not": ("[x](javascript:alert(1))", "<p><a>x</a></p>"),
    "scripts are gone": ("a<script>b</script>c", "<p>ac</p>"),
    "handlers are gone": ('<b onclick="x">a</b>', "<p><b>a</b></p>"),
    "pictures from here": ("![圖](a.svg)", '<p><img alt="圖" src="a.svg"></p>'),
    "no pictures from elsewhere": ("![圖](https://a.tw/b.png)", '<p><img alt="圖"></p>'),
}


@pytest.mark.parametrize(("text", "html"), SHOWN.values(), ids=SHOWN)
def test_shown(text: str, html: str):
    assert prose.block(text) == html


def test_a_single_paragraph_can_stand_in_a_line():
    assert prose.inline("**甲**乙") == "<strong>甲</strong>乙"
    assert prose.lead("甲\n\n- 乙\n- 丙") == ("甲", prose.block("- 乙\n- 丙"))


@given(st.text(alphabet="甲乙 ab，。（）1.-+*_`#<>&:|=~!\\[]\n\t\"'", max_size=30))
def test_the_fast_path_says_what_markdown_says(text: str):
    fast = prose._plain(text)
    if fast is not None:
        assert f"<p>{fast}</p>" == prose._converted(text)
