"""What the browser receives: our files without comments and margins."""

import re
from gzip import compress
from posixpath import dirname, join, normpath

import pytest

from tiku.locales.catalogue import AUTHORITY, load
from tiku.locales.modules import modules
from tiku.rendering import scripts
from tiku.rendering.scripts import ASSETS, asset, assets, without_comments
from tiku.site import page_assets
from tiku.site.publishing import digest, preloads, published

ABOUT = re.compile(r"\s*/[/*]|(?: {2})* \*(?: |/|$)")
"""A line of a comment; the star of a generator stands below an even number of blanks."""


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("a;\n// why\nb;\n", "a;\nb;\n"),
        ("/**\n * @param {string} a\n */\nf(a);\n", "f(a);\n"),
        ("  /* one line */\n.x {}\n", ".x {}\n"),
        ('const u = "https://example.org";\n', 'const u = "https://example.org";\n'),
        ("  /** @type {A} */ (a).b();\n\tc(); /* d */\n", "(a).b();\nc(); /* d */\n"),
        ("const f = (/** @type {A} */ a) => a;\n", "const f = (a) => a;\n"),
        ("a(); // stays\n", "a(); // stays\n"),
    ],
)
def test_comments_go(text: str, published: str):
    assert without_comments(text) == published


def test_nothing_but_comments_is_taken_out():
    """TypeScript, or any parser, would see the same program; here: the same lines of code."""
    words = load(AUTHORITY)
    for name, text in assets(words):
        if name in modules(words) or joined(name):
            continue
        whole = (ASSETS / name).read_text("utf-8")
        if name.endswith(".css"):
            quoted = re.findall(r'"[^"\n]*"', whole)
            assert not [one for one in quoted if re.search(r"[;,]\s|[{}>]", one)], name
            assert bare(text) == bare(re.sub(r"/\*.*?\*/", "", whole)), name
            continue
        untyped = re.sub(r"/\*\* @(type|param).*?\*/ ?", "", whole)
        code = [line.strip() for line in untyped.splitlines() if not ABOUT.match(line)]
        assert text.splitlines() == [line for line in code if line], name


def bare(sheet: str) -> str:
    return re.sub(r"[\s;]", "", sheet)


def joined(name: str) -> list[str]:
    """The parts of a style sheet, in order."""
    sheet = (ASSETS / name).read_text("utf-8") if name.endswith(".css") else ""
    return [f"{name.split('/')[0]}/{part}" for part in re.findall(r'^@import "(.+)";', sheet, re.M)]


def test_a_style_sheet_receives_its_parts_in_their_order_and_they_are_not_published_alone():
    """A browser asks once for what stands in a file an idea."""
    published = dict(assets(load(AUTHORITY)))
    sheets = [name for name in published if joined(name)]
    assert sheets
    for sheet in sheets:
        parts = joined(sheet)
        assert published[sheet].startswith("".join(map(asset, parts)))
        assert not published.keys() & set(parts)


def test_what_belongs_together_stands_in_a_folder_named_by_all_of_it():
    files = {"loader.js": b'const BASE = ".";', "core/dom.js": b"a", "offline/worker.js": b"w"}
    folder = digest(files)
    assert folder != digest({**files, "core/dom.js": b"b"})
    assert dict(published(files, folder)) == {
        "assets/tiku/loader.js": f'const BASE = "./{folder}";'.encode(),
        f"assets/tiku/{folder}/core/dom.js": b"a",
        "offline.js": b"w",
    }


def test_a_page_names_every_module_it_starts_with():
    """What is missing would be waited for; what is too much would be loaded for nothing."""
    said = preloads(["practice/practice.js"], ["practice/session.js"])
    links = re.findall(r'href="tiku:assets/tiku/([^"]+)"', said)
    assert links[:2] == ["loader.js", "practice/practice.js"]
    assert {"core/catalog.js", "sets/player.js", "events/events.js"} <= set(links)
    assert set(re.findall(r'low" href="tiku:assets/tiku/([^"]+)"', said)).isdisjoint(
        {"core/catalog.js", "events/store.js"}
    )
    assert "packing.js" not in links
    assert len(links) == len(set(links))


@pytest.mark.parametrize(("kind", "most"), [("single", 15_360), ("ordering", 18_350)])
def test_a_page_with_questions_weighs_what_is_said_of_it(kind: str, most: int):
    """All of ours that a cold browser asks for, as benchmarks/README.md tells it; goal 15 KB."""
    named = page_assets.links("", [f'<tiku-question data-kind="{kind}">'], None)
    texts = dict(assets(load(AUTHORITY)))
    asked = set(re.findall(r'href="tiku:assets/tiku/([^"]+)"', named))
    assert sum(len(compress(texts[name].encode())) for name in asked) < most


def test_a_page_that_was_kept_has_what_it_asks_for_when_something_is_done():
    """Without a network nothing more comes; filters and kinds of fields come with the page itself."""
    with_it = {"question/feedback.js", "question/filters.js", "events/compaction.js"}
    kept = asset("offline/register.js")
    for module in scripts.modules(page_assets.QUIZ):
        for path in re.findall(r'\bimport\("(.+?)"\)', asset(module)):
            asked = normpath(join(dirname(module), path))
            if "/kinds/" not in asked and asked not in with_it:
                new = set(scripts.modules(asked)) - set(scripts.modules(page_assets.QUIZ))
                assert not [name for name in new if f'"{name}"' not in kept], module


def test_a_page_with_questions_names_all_that_they_need():
    """A slow network waits once, not once a module."""
    named = page_assets.links("", ['<tiku-question data-kind="matching">'], None)
    assert {"question/question.js", "question/kinds/matching.js", "core/dom.js"} <= set(
        re.findall(r'modulepreload" href="tiku:assets/tiku/([^"]+)"', named)
    )
    assert "modulepreload" not in page_assets.links("", [], None)
