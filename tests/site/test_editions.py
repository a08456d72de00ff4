"""The Simplified edition: the same site once more, in which every trap found on the way is a test."""

import json
import re
import shutil
from collections.abc import Iterator
from hashlib import sha256
from html import unescape
from pathlib import Path
from posixpath import dirname, join, normpath

import pytest
from conftest import SMALL_SITE, Built, build

from tiku.site import editions
from tiku.text.mainland import Mainland
from tiku.text.scripts import traditional

OWN = """rewordings:
  - {hant: 天空, hans: 苍穹}
  - {hant: 沒有人用的詞, hans: 没有人用的词}
"""
SKIPPED = re.compile(
    r"<(code|pre|textarea|script|style)\b.*?</\1>|<(\w+)[^>]*\slang=\"zh-Hant\"[^>]*>.*?</\2>"
    r"|<!--.*?-->|\sdata-key=\"[^\"]*\"",
    re.DOTALL,
)
IDS = re.compile(r'\s((?:id|for|name|value|data-revision|data-kind|data-tags|aria-\w*by)="[^"]*")')


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Built:
    source = Path(shutil.copytree(SMALL_SITE, tmp_path_factory.mktemp("source") / "site"))
    config = source / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace("[tiku]", "[tiku: {editions: [zh-hans]}]"), encoding="utf-8")
    (source / "questions" / "zh-hans.yml").write_text(OWN, encoding="utf-8")
    own = "---\neditions: false\n---\n\n# 只有繁體 {#only}\n\n程式怎麼寫。\n"
    (source / "docs" / "only.md").write_text(own, encoding="utf-8")
    linked = "# 連結\n\n《資訊公開法》說的資訊，「見」[另一頁](only.md)與「`程式`」。\n"
    (source / "docs" / "linked.md").write_text(linked, encoding="utf-8")
    share = source / "questions" / "tools" / "share.yml"
    said = share.read_text(encoding="utf-8").replace("Too few to tell.", "件數太少，說不準。")
    share.write_text(said, encoding="utf-8")
    (source / "docs" / "deep").mkdir()
    (source / "docs" / "deep" / "own.md").write_text(own, encoding="utf-8")
    (source / "docs" / "deep" / "beside.md").write_text(
        "# 旁邊\n\n[它](own.md#only)\n", encoding="utf-8"
    )
    built = build(source, tmp_path_factory.mktemp("both"))
    assert built.status == 0, built.output
    return built


def pages(built: Built) -> Iterator[tuple[Path, Path]]:
    """The page of each edition."""
    for there in sorted((built.folder / "zh-hans").rglob("index.html")):
        yield built.folder / there.relative_to(built.folder / "zh-hans"), there


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def search(built: Built, edition: str = "") -> tuple[dict, dict, str]:
    folder = built.folder / edition / "assets" / "tiku" / "search"
    first = json.loads(read(folder / "first.json"))
    return first, json.loads(read(folder / first["later"])), first["later"]


def test_an_index_in_parts_may_have_any_word():
    path, text = "assets/tiku/search/0a/postings-1.json", '{"pages":"#$","titles":"$萬"}'
    built = editions.Built({}, (path,), "")
    assert list(editions._files(None, built, lambda _: text)) == [(f"zh-hans/{path}", text)]


def test_every_page_is_there_and_none_has_a_traditional_character_left(both: Built):
    found = list(pages(both))
    assert len(found) > 10
    for here, there in found:
        assert here.is_file()
        html = read(there)
        assert '<html lang="zh-Hans"' in html
        assert traditional(unescape(SKIPPED.sub("", html))) == set(), there


def test_answers_belong_to_the_same_question_in_both(both: Built):
    for here, there in pages(both):
        if here.parent.name != "a-z":
            assert IDS.findall(read(here)) == IDS.findall(read(there)), there


def test_every_link_leads_somewhere(both: Built):
    for _, there in pages(both):
        for address in re.findall(r'\s(?:href|src)="([^"#?]+)', read(there)):
            if not re.match(r"[a-z]+:|/", address):
                path = both.folder / normpath(
                    join(dirname(there.relative_to(both.folder).as_posix()), unescape(address))
                )
                assert (path / "index.html").is_file() or path.is_file(), (there, address)


def test_no_head_names_the_other_edition(both: Built):
    """Material would ask for a sitemap below each page."""
    assert not any('rel="alternate"' in read(path) for pair in pages(both) for path in pair)


def test_the_switch_stays_on_the_page_and_loads_it_whole(both: Built):
    link = re.compile(
        r'<a class="[^"]*tiku-edition" href="([^"]*)" hreflang="([^"]*)"[^>]*target="_self"'
    )
    for here, there in pages(both):
        ((to, language),) = link.findall(read(here))
        assert language == "zh-Hans"
        assert (here.parent / to).resolve() == there.parent
        ((back, language),) = link.findall(read(there))
        assert language == "zh-Hant"
        assert (there.parent / back).resolve() == here.parent


def test_each_edition_has_its_sitemap_and_each_names_both(both: Built):
    ours, theirs = read(both.folder / "sitemap.xml"), read(both.folder / "zh-hans" / "sitemap.xml")
    assert "/zh-hans/" not in "".join(re.findall("<loc>(.*?)</loc>", ours))
    assert all("/zh-hans/" in address for address in re.findall("<loc>(.*?)</loc>", theirs))
    assert (
        ours.count('hreflang="zh-Hans"')
        == ours.count('hreflang="zh-Hant"')
        == theirs.count("<loc>")
    )
    assert "by-pinyin" not in ours + theirs


def test_the_themes_own_words_and_worker_come_along(both: Built):
    html = read(both.folder / "zh-hans" / "index.html")
    ours, config = (
        json.loads(re.search(r'id="__config"[^>]*>(.*?)</script>', page)[1])
        for page in (read(both.folder / "index.html"), html)
    )
    assert traditional("".join(config["translations"].values())) == set()
    assert config["search"] == f"../{ours['search']}"
    assert '__md_scope=new URL("../' in html


def test_a_search_shows_simplified_and_finds_by_what_is_folded(both: Built):
    ours, ours_later, old = search(both)
    theirs, theirs_later, new = search(both, "zh-hans")
    for kept in ("fold", "fillers", "kinds", "on", "anchors"):
        assert theirs[kept] == ours[kept]
    assert theirs_later["readings"] == ours_later["readings"]
    shown = json.dumps(
        [theirs[k] for k in ("pages", "titles", "names", "texts")], ensure_ascii=False
    )
    assert traditional(re.sub(r"[^\u3400-\u9fff]", "", shown)) <= traditional(
        "".join(theirs["names"].values())
    )
    assert ["天空", "苍穹"] in theirs["synonyms"]
    assert new != old
    text = read(both.folder / "zh-hans" / "assets" / "tiku" / "search" / new)
    assert new == f"later-{sha256(text.encode()).hexdigest()[:8]}.json"


def test_scripts_but_for_their_words_are_the_same(both: Built):
    ours, theirs = ((both.folder / e / "assets" / "tiku") for e in ("", "zh-hans"))
    (old,), (new,) = (
        [p.name for p in f.iterdir() if len(p.name) == 10 and p.is_dir()] for f in (ours, theirs)
    )
    assert old != new, "or a cache would give the words of the other edition"
    for path in (ours / old).rglob("*.js"):
        if path.name != "loader.js" and not path.name.endswith("words.js"):
            copy = theirs / new / path.relative_to(ours / old)
            assert read(copy).replace(new, old) == read(path), path


def test_everything_is_in_the_order_of_pinyin(both: Built):
    html = read(both.folder / "zh-hans" / "a-z" / "index.html")
    initials = re.findall(r'<h2 id="i-\d+">([^<]+)', html)
    assert initials == sorted(initials, key=lambda initial: (not initial.isalpha(), initial))
    assert "照拼音排列" in html
    assert not (both.folder / "a-z-by-pinyin").exists() or not list(
        (both.folder / "a-z-by-pinyin").iterdir()
    )


def test_a_term_has_no_name_twice(both: Built):
    html = read(both.folder / "zh-hans" / "glossary" / "index.html")
    for heading, names in re.findall(
        r'<h2 id="[^"]*">([^<]*).*?<p class="tiku-names">(.*?)</p>', html, re.DOTALL
    ):
        told = [re.sub("<[^>]*>", "", part) for part in names.split(" · ")]
        assert heading not in told or f'lang="zh-Hant">{heading}' in names
        assert len(told) == len(set(told))


def test_a_page_that_stays_in_one_edition_is_left_by_a_full_load(both: Built):
    assert not (both.folder / "zh-hans" / "only").exists()
    assert "tiku-edition" not in read(both.folder / "only" / "index.html")
    linked = read(both.folder / "zh-hans" / "linked" / "index.html")
    assert '<a target="_self" href="../../only/">另一页</a>' in linked
    beside = read(both.folder / "zh-hans" / "deep" / "beside" / "index.html")
    assert '<a target="_self" href="../../../deep/own/#only">它</a>' in beside
    first, _, _ = search(both, "zh-hans")
    assert ["../only/", "只有繁体"] in first["pages"]


def test_titles_keep_their_words_and_code_its_characters(both: Built):
    linked = read(both.folder / "zh-hans" / "linked" / "index.html")
    assert "《资讯公开法》说的信息，“见”" in linked
    assert "与“<code>程式</code>”。" in linked


def test_our_own_words_are_the_catalogues(both: Built):
    html = read(both.folder / "zh-hans" / "bank" / "kinds" / "index.html")
    assert "反馈问题" in html
    assert "回报问题" not in html


def test_linked_data_is_converted_and_still_data(both: Built):
    html = read(both.folder / "zh-hans" / "faq" / "index.html")
    data = json.loads(re.search(r'application/ld\+json">(.*?)</script>', html, re.DOTALL)[1])
    assert traditional(json.dumps(data, ensure_ascii=False)) == set()


def test_what_a_tool_will_say_is_converted_and_still_data(both: Built):
    html = read(both.folder / "zh-hans" / "tools" / "index.html")
    data = json.loads(unescape(re.search(r'data-id="share".*?data-tool="([^"]*)"', html)[1]))
    assert data["verdicts"][0]["text"] == "件数太少，说不准。"


def test_a_site_calls_things_its_own_way_and_hears_of_rows_nobody_needs(both: Built):
    assert "苍穹" in json.dumps(search(both, "zh-hans"), ensure_ascii=False)
    assert "zh-hans.yml:3:12: 全站沒有用到「沒有人用的詞」 [idle-rewording]" in both.output


@pytest.mark.parametrize(
    ("text", "converted", "twice"),
    [
        ("管制圖（控制圖）", "控制图（控制图）", 1),  # said-twice
        ("管制圖（也叫控制圖）", "控制图（也叫管制图）", 0),
        ("依性別平等工作法的作法紀錄", "依性别平等工作法的做法记录", 0),
        ("《政府資訊公開法》與《紀錄辦法》的資訊", "《政府资讯公开法》与《记录办法》的信息", 0),
        ("顯著水準，「引『號』」", "显著性水平，“引‘号’”", 0),
        ("跟著、顯著、計畫、頭髮、回覆、覆核", "跟着、显著、计划、头发、回复、复核", 0),
        ("指標、程序、檔案、批次、個人資料、個資", "指标、程序、档案、批次、个人资料、个人信息", 0),
        ("一個資訊、投訴人資料、兩個資料庫", "一个信息、投诉人资料、两个数据库", 0),
        ("適當機制、機構面談、上班表現、審查核准", "适当机制、机构面谈、上班表现、审查核准", 0),
        ("方程式、投影片、重複選擇、避免運用", "方程式、幻灯片、重复选择、避免运用", 0),
        ("要求償還、完全形成、等第三方、對外送出", "要求偿还、完全形成、等第三方、对外送出", 0),
        ("\U0010f000資訊\U0010f001", "\U0010f000信息\U0010f001", 0),
    ],
)
def test_words_are_the_mainlands(text: str, converted: str, twice: int):
    convert = Mainland()
    assert convert(text) == converted
    assert len(convert.repeats) == twice


def test_a_written_answer_is_right_in_both_scripts(both: Built):
    html = "".join(read(there) for _, there in pages(both))
    keys = [
        json.loads(unescape(key))
        for key in re.findall(r'data-kind="text"[^>]*data-key="([^"]*)"', html)
    ]
    assert keys
    assert all(any(not traditional(text) for text in key) for key in keys)
