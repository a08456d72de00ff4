"""Author's text as HTML: what is shown, and that the fast path says what Markdown says."""

import json

import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st

from tiku.rendering import prose
from tiku.rendering.cleaning import local_path

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
    "scripts are text": ("a<script>b</script>c", "<p>a&lt;script&gt;b&lt;/script&gt;c</p>"),
    "handlers are gone": ('<b onclick="x">a</b>', "<p><b>a</b></p>"),
    "references": ("&copy; &#65; &amp;#1", "<p>© A &amp;#1</p>"),
    "references without an end are text": (
        "甲&#1乙 &#65 &copy",
        "<p>甲&amp;#1乙 &amp;#65 &amp;copy</p>",
    ),
    "characters of one's own, beside markup": (
        "**造字** \ue000\ue001",
        "<p><strong>造字</strong> \ue000\ue001</p>",
    ),
    "references of nothing are text": (
        "&#1; &#x0; &#12; &#xFFFE; &#xFDD0;0&#xFDD1;",
        "<p>&amp;#1; &amp;#x0; &amp;#12; &amp;#xFFFE; &amp;#xFDD0;0&amp;#xFDD1;</p>",
    ),
    "references without end are text": (
        f"&#{'9' * 5000};",
        f"<p>&amp;#{'9' * 5000};</p>",
    ),
    "pictures from here": ("![圖](a.svg)", '<p><img alt="圖" src="tiku:a.svg"></p>'),
    "no pictures from elsewhere": ("![圖](https://a.tw/b.png)", '<p><img alt="圖"></p>'),
}


@pytest.mark.parametrize(("text", "html"), SHOWN.values(), ids=SHOWN)
def test_shown(text: str, html: str):
    assert prose.block(text) == html


IN_A_LINE = {
    "no quote": ("> 30 天", "&gt; 30 天"),
    "no list": ("- 5 天", "- 5 天"),
    "no other list": ("* 3 分", "* 3 分"),
    "no heading": ("# 8 分", "# 8 分"),
    "no numbered list": ("1998. 那一年", "1998. 那一年"),
    "a product": ("3*4*5", "3*4*5"),
    "a name with underscores": ("__init__", "__init__"),
    "a tag by itself": ("<b>", "&lt;b&gt;"),
    "no tag": ("app.<UID>.conf", "app.&lt;UID&gt;.conf"),
    "no tags of a language": ("List<String>與List<int>", "List&lt;String&gt;與List&lt;int&gt;"),
    "a tag around something": ("<b>粗</b>", "<b>粗</b>"),
    "a tag in code": ("`<b>`", "<code>&lt;b&gt;</code>"),
    "a tag that stands in no line": ("<p>甲</p>", "&lt;p&gt;甲&lt;/p&gt;"),
    "no target of a link": ("[註]: 見下", "[註]: 見下"),
    "a backslash": ("C:\\_temp", "C:\\_temp"),
    "a mark without its meaning": ("\\*甲\\*", "*甲*"),
    "bold": ("**甲**乙", "<strong>甲</strong>乙"),
    "money": ("NT$100與US$3", "NT$100與US$3"),
    "prices": ("US$5、HK$8", "US$5、HK$8"),
    "a sign that begins no formula": (r"\$a與\$b", "$a與$b"),
    "no formula": (r"$\foo{$", r"<code>\foo{</code>"),
    "sound from here": (
        "<audio src=a.mp3></audio>",
        '<audio controls="" src="tiku:a.mp3"></audio>',
    ),
    "text turned round": ("&#x202e;甲", "&amp;#8238;甲"),
    "our own scheme": ("[x](tiku:y)", "<a>x</a>"),
}


@pytest.mark.parametrize(("text", "html"), IN_A_LINE.values(), ids=IN_A_LINE)
def test_in_a_line(text: str, html: str):
    assert prose.inline(text) == html


IN_BLOCKS = {
    "a limit is no quote": ("> 30 天才算", "<p>&gt; 30 天才算</p>"),
    "a quote is one": ("> 甲", "<blockquote>\n<p>甲</p>\n</blockquote>"),
    "points are no list": ("+ 5 分", "<p>+ 5 分</p>"),
    "a sign is no heading": ("# 8 分", "<p># 8 分</p>"),
    "a name with a sign is no heading": ("#標", "<p>#標</p>"),
    "a heading fits below ours": ("# 標", "<h4>標</h4>"),
    "code keeps its lines": (
        "```\n甲\n乙 <b>\n```",
        '<div class="highlight"><pre><span></span><code>甲\n乙 &lt;b&gt;\n</code></pre></div>',
    ),
}


@pytest.mark.parametrize(("text", "html"), IN_BLOCKS.values(), ids=IN_BLOCKS)
def test_in_blocks(text: str, html: str):
    assert prose.block(text) == html


def test_code_is_coloured_as_on_pages():
    assert '<span class="k">for</span>' in prose.block("```python\nfor i in x: pass\n```")


FORMULAS = [r"$\frac{a}{b}$", r"$$\frac{a}{b}$$", r"\(\frac{a}{b}\)", r"\[\frac{a}{b}\]"]


@pytest.mark.parametrize("text", FORMULAS)
def test_a_formula_is_mathml(text: str):
    assert "<mfrac><mrow><mi>a</mi></mrow><mrow><mi>b</mi></mrow></mfrac>" in prose.inline(text)
    assert prose.plain(text) == r"\frac{a}{b}"


def test_a_stem_is_a_line_and_what_follows_it():
    assert prose.lead("甲\n\n- 乙\n- 丙") == ("甲", prose.block("- 乙\n- 丙"))
    assert prose.lead("> 甲\n```\n乙\n```") == ("&gt; 甲", prose.block("```\n乙\n```"))


ELSEWHERE = [
    "/\\host/x.png",
    " //host/x",
    "\t//host/x",
    "\\\\host\\x",
    "//h/x",
    "ht\ntp://h/x",
    "http:x",
    "../x.png",
    "/x.png",
    "data:image/png;base64,xx",
    "a%2f..%2f..%2fx",
    "//[",
    "",
]


@pytest.mark.parametrize("address", ELSEWHERE)
def test_nothing_is_loaded_from_elsewhere(address: str):
    assert local_path(address) is None


def test_files_are_found_below_docs():
    assert [local_path(one) for one in ("img/a.svg", "./img/a.svg", "img/b/../a%20b.svg")] == [
        "img/a.svg",
        "img/a.svg",
        "img/a b.svg",
    ]


@given(st.text(alphabet="甲乙 ab，。（）1.-+*_`#<>&:|=~!\\[]\n\t\"'", max_size=30))
def test_the_fast_path_says_what_markdown_says(text: str):
    fast = prose._plain(text, prose.PLAIN)
    if fast is not None:
        assert f"<p>{fast}</p>" == prose._converted(text)


@given(st.text(alphabet="甲乙 ab，。（）1.-+*_`#<>&:|=~!\\[]$\"'", max_size=30))
def test_the_fast_path_of_a_line_says_what_markdown_says(text: str):
    fast = prose._plain(text.strip(), prose.PLAIN_LINE)
    if fast is not None:
        assert fast == prose._converted_line(text.strip())


PARTS = json.loads((ROOT / "tests" / "cases" / "prose.json").read_text("utf-8"))


@pytest.mark.parametrize("case", PARTS, ids=lambda case: case["text"])
def test_lines_and_bold_are_read_as_the_preview_reads_them(case: dict):
    meant = [
        f"<strong>{part}</strong>" if number % 2 else part
        for number, part in enumerate(case["parts"])
    ]
    assert prose.inline(case["text"]) == "".join(meant)


def test_what_is_nested_too_deep_is_shown_as_it_is_typed():
    assert prose.block("1. " * 2000).startswith("<p>1. 1. 1. ")
    assert prose.block("下*一*段") == "<p>下<em>一</em>段</p>"


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "mark", ["[", "![", "*", "`", "<", "$", "|", "(", "<b>", "- ", ">", "~~~\n"]
)
def test_no_repetition_takes_long(mark: str):
    """Two minutes before links were counted; the limit is that of a hang, not of speed."""
    text = mark * 10_000
    assert prose.block(text) and prose.inline(f"x{text}")
