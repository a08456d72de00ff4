"""The core of the search: what can be found, how texts are cut, and what is written of it.

assets/search.test.js reads the same cases.
"""

import json
import random
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, ZH
from hypothesis import given
from hypothesis import strategies as st

from tiku import Library, check
from tiku.loading.folder import bank_paths, read_files
from tiku.model.cache import Cache
from tiku.model.sitemap import titled
from tiku.search import BuiltPage, Section, sections, shards, shelve, unfound, write
from tiku.search.destinations import Destination, destinations
from tiku.search.index_files import Shelf
from tiku.search.queries import Names
from tiku.search.ranking import Scorer, Searchable, search
from tiku.search.rivals import above, holders
from tiku.search.sections import _Parser
from tiku.search.synonyms import groups
from tiku.search.tokens import among, bare, fold_with, tokens
from tiku.search.weights import written
from tiku.text.conversion import readings, simplified, simplified_characters, traditional

CASES = Path(__file__).parents[1] / "cases" / "search"


def read_cases(name: str) -> dict:
    return json.loads((CASES / name).read_text(encoding="utf-8"))


def table(pairs: str) -> dict[str, str]:
    return dict(zip(pairs[::2], pairs[1::2], strict=True))


CUT = read_cases("tokens.json")
RANKED = read_cases("ranking.json")


@pytest.mark.parametrize("case", CUT["cases"], ids=lambda case: case["text"] or "nothing")
def test_a_text_is_cut(case: dict):
    folded = fold_with(table(CUT["table"]))(case["text"])
    assert tokens(folded) == case["tokens"]
    assert bare(folded) == case["bare"]


@given(st.text("績效與のabé1 ，"), st.sets(st.text("績效與のabé1", max_size=3)))
def test_what_is_asked_for_is_found_without_cutting_runs(text: str, some: set[str]):
    asked = {token for one in (*some, text[:6]) for token in tokens(one)}
    assert sorted(among(asked)(text)) == sorted(one for one in tokens(text) if one in asked)


@given(
    st.lists(
        st.sampled_from(
            (
                *("甲", " 乙&amp;", "&lt;p", "a > b", "a < b", "<!-- 丙 - 1 -->", "<!-- <b> -->", "<!-->"),
                *("<h2 id='x'>", '<h2 id="y&quot;">', "</h2>", "<p>", "</p>", "<br>", "<br />", "<b>"),
                *('<ol><li id="y-1">', "</ol>", "<section ID=z>", '<section ID="w">', "<button hidden>"),
                *("</button>", "<script>", "</script>", '<a class="headerlink" title="a>b">', "</a>"),
            )
        )
    )
)  # fmt: skip
def test_a_page_reads_the_same_by_its_tags(parts: list[str]):
    whole, tagged = _Parser(), _Parser()
    html = "".join([*parts, "</p>"])
    whole.feed(html)
    whole.close()
    tagged.read(html)
    told = [
        [("".join(s.title), "".join(s.text), s.anchor) for s in p.found] for p in (whole, tagged)
    ]
    assert told[0] == told[1]


@pytest.fixture(scope="module")
def searchable() -> Searchable:
    names = [tuple(filter(None, d["names"].split(" · "))) for d in RANKED["destinations"]]
    found = [
        Destination(
            *(d[part] for part in ("kind", "page", "anchor", "title", "text")),
            names=others,
            asked=tuple(filter(None, [d.get("asked")])),
            see=tuple(d.get("see", ())),
        )
        for d, others in zip(RANKED["destinations"], names, strict=True)
    ]
    contexts = [d.page if d.anchor else "" for d in found]
    return Searchable(found, contexts, fold_with(table(RANKED["table"])))


@pytest.mark.parametrize("case", RANKED["queries"], ids=lambda case: case["type"])
def test_the_best_comes_first(searchable: Searchable, case: dict):
    names = Names(RANKED["synonyms"], RANKED["fillers"])
    folded = searchable.fold(case["type"])
    numbers = search(folded, names.units(folded), searchable)
    found = [searchable.destinations[number].anchor for number in numbers]
    assert found[: len(case["finds"])] == case["finds"]


def test_the_cases_weigh_as_the_search_does():
    assert written() == RANKED["weights"]


def test_what_refers_to_a_place_is_known(searchable: Searchable):
    assert searchable.referrers == [d.get("referrers", []) for d in RANKED["destinations"]]


# Chinese


@pytest.mark.parametrize("pair", ["臺台", "裡里", "裏里", "著着", "衞卫", "為爲", "麼么", "績绩"])
def test_variants_of_a_character_are_folded_into_one(pair: str):
    fold = fold_with(simplified_characters())
    assert fold(pair[0]) == fold(pair[1])


def test_a_fold_of_a_fold_changes_nothing():
    characters = simplified_characters()
    assert not set(characters.values()) & characters.keys()


def test_texts_are_written_in_the_other_script():
    assert simplified("績效考評") == "绩效考评"
    assert traditional("绩效考评") == "績效考評"


def test_characters_are_read_as_their_words_want_it():
    assert readings(["重複案件", "重視"]) == {
        "an": "案",
        "chong": "重",
        "fu": "复",
        "jian": "件",
        "shi": "视",
        "zhong": "重",
    }


# Pages

PAGE = """<h1 id="top">辦法<a class="headerlink" href="#top">#</a></h1><p>總說。</p>
<h2 id="intake">第四條 <em>受理</em></h2><ul><li>登記</li><li>告知</li></ul>
<p data-search-exclude>不要找</p><script>let x</script>
<h2>沒有 id</h2><table><tr><td>甲</td><td>乙</td></tr></table>"""


def test_a_page_is_divided_at_its_headings():
    assert sections(PAGE, "辦法") == [
        Section("", "辦法", "總說。"),
        Section("intake", "第四條 受理", "登記 告知"),
        Section("", "沒有 id", "甲 乙"),
    ]


def test_points_of_a_section_are_marked_in_its_text():
    html = """<h2 id="pay">補救</h2><p>先看¶。</p><ol><li id="pay-1">道歉<ol><li>當面</li></ol></li>
    <li id="pay-2"><p>退款</p></li></ol><p>三百元。</p><ol><li id="other-1">別的</li></ol>"""
    assert sections(html, "辦法")[1].text == "先看 。¶道歉 當面¶退款⁋三百元。 別的"


def test_text_above_the_first_heading_belongs_to_the_page():
    assert sections("<p>先說</p><h2 id='a'>甲</h2>", "頁") == [
        Section("", "頁", "先說"),
        Section("a", "甲", ""),
    ]


# A library


@pytest.fixture(scope="module")
def library() -> Library:
    files = read_files(bank_paths(ROOT / "tests" / "small-site" / "questions"), [])
    policy = "---\npolicy:\n  owner: 客服\n---\n# 辦法\n"
    return titled(check(files, {"rules/a.md": ("a.md", policy)}).library, ZH)


def test_every_kind_of_thing_can_be_found(library: Library):
    written = {
        "rules/a.md": [Section("", "辦法", ""), Section("intake", "受理", "")],
        "concepts/b.md": [Section("", "觀念", ""), Section("why", "為什麼", "")],
    }
    found = {(d.kind, d.page, d.anchor) for d in destinations(library, written, ZH)}
    for one in (
        ("page", "rules/a.md", ""),
        ("clause", "rules/a.md", "intake"),
        ("page", "concepts/b.md", "why"),
        ("faq", "faq.md", "only-a-suggestion"),
        ("term", "glossary.md", "fcr"),
        ("source", "sources.md", "book"),
        ("page", "bank/kinds.md", ""),
        ("question", "bank/kinds.md", "color"),
        ("question", "bank/kinds.md", "late-parcel"),
        ("question", "bank/kinds.md", "late-parcel/angry"),
    ):
        assert one in found


def test_what_is_retired_cannot_be_found(library: Library):
    assert "old-color" not in {d.anchor for d in destinations(library, {}, ZH)}


def test_a_page_written_by_hand_leads_where_it_leads(library: Library):
    found = list(destinations(library, {"faq.md": [Section("own", "自己寫的", "")]}, ZH))
    assert [d.anchor for d in found if d.page == "faq.md"] == ["own"]


def test_choices_are_kept_apart_and_no_key_is_told(library: Library):
    color = next(d for d in destinations(library, {}, ZH) if d.anchor == "color")
    assert (color.title, color.text) == ("天空是（　）色。".replace("\u3000", " "), "藍／綠／紅")


def test_an_answer_is_found_by_how_readers_also_ask_and_does_not_show_it():
    text = "entries:\n  - id: a\n    question: 網路留言算不算？\n    asked: [臉書負評]\n    answer: 都算。\n"
    library = check({"faq.yml": text.encode()}, None).library
    shelf = shelve(library, {}, {"faq.md": BuiltPage("faq/", "常見問答")}, ZH)
    folded = shelf.searchable.fold("脸书负评")
    found = search(folded, shelf.names.units(folded), shelf.searchable)
    assert [shelf.searchable.destinations[number].anchor for number in found] == ["a"]
    later = json.loads(next(c for n, c in write(shelf).items() if n.startswith("later-")))
    assert list(later["asked"].values()) == ["臉書負評"]
    assert "臉書" not in later["texts"] + later["titles"]


def test_names_of_a_term_are_one_group(library: Library):
    assert groups(library.glossary) == [
        ("一次解決率", "一次解决率", "FCR", "first-contact resolution"),
    ]


def test_an_ambiguous_name_is_no_synonym():
    text = "terms:\n  - id: a\n    term: 投訴\n    aliases: [客訴, 申訴（對企業）]\n    definition: 定義\n"
    library = check({"glossary.yml": text.encode()}, None).library
    assert groups(library.glossary) == [("投訴", "客訴")]


# Files


def pages_of(library: Library) -> dict[str, BuiltPage]:
    every = {d.page for d in destinations(library, {}, ZH)}
    return {page: BuiltPage(page.removesuffix(".md") + "/", page) for page in sorted(every)}


def test_files_are_the_same_at_every_build_and_name_each_other(library: Library):
    files = write(shelve(library, {}, pages_of(library), ZH))
    assert files == write(shelve(library, {}, pages_of(library), ZH))
    first = json.loads(files["first.json"])
    assert set(files) == {"first.json", first["later"]}
    assert "\\u" not in files["first.json"].decode()


def test_many_destinations_are_written_in_small_files_that_say_the_same(library: Library):
    shelf = shelve(library, {}, pages_of(library), ZH)
    files = write(shelf, enough=3)
    first = json.loads(files["first.json"])
    folder, per_file = first["shards"]["folder"], first["shards"]["records"]
    token = "天空"
    postings = json.loads(
        files[f"{folder}/postings-{ord(token[0]) % first['shards']['files']}.json"]
    )
    number = ord(postings[token][0]) - ord(shards.LEAST)
    records = json.loads(files[f"{folder}/records-{number // per_file}.json"])
    assert records[number % per_file][0] == "color"
    assert "titles" not in first


def test_numbers_are_written_as_the_browser_reads_them():
    for case in read_cases("postings.json"):
        assert "".join(map(shards.coded, case["numbers"])) == case["text"]


def test_small_files_that_are_remembered_are_those_that_are_made_anew():
    chance, cache, every = random.Random(20), Cache(), []
    for turn in range(40):
        at = chance.randrange(len(every) + 1)
        text = "".join(chance.choices("績效考評投訴處理指標", k=chance.randrange(30)))
        new = [Destination("question", f"p{turn}.md", f"q{n}", text, text) for n in range(3)]
        every[at : at + chance.randrange(2)] = new
        searchable = Searchable(every, ["頁"] * len(every), fold_with({}))
        cache.turn()
        anew = Cache()
        assert dict(shards.write(searchable, cache)) == dict(shards.write(searchable, anew))
    assert 0 < len(cache.made) < len(anew.made)


def test_a_tidy_library_finds_everything_by_its_name(library: Library):
    assert list(unfound(shelve(library, {}, pages_of(library), ZH))) == []


def test_what_is_drowned_by_others_is_told(library: Library):
    same = {f"page{n}.md": [Section("", f"投訴{'投訴' * n}", "")] for n in range(4)}
    written = {**same, "lost.md": [Section("", "——", "")]}
    built = {page: BuiltPage(page, page) for page in written}
    problems = list(unfound(shelve(library, written, built, ZH)))
    assert [(p.code, p.place.file) for p in problems] == [("not-found-by-its-name", "lost.md")]


WORDS = st.lists(
    st.sampled_from(["投訴", "申訴", "期限", "kpi", "登記", "主管", "？", "的"]), max_size=6
)
ROWS = st.lists(
    st.tuples(WORDS.map("".join), WORDS.map("".join), WORDS.map("".join)), min_size=1, max_size=12
)


MIXED = (
    *("主管", "投訴", "績效", "考核", "目標", "面談", "申訴", "期限", "客戶", "紀錄"),
    *("評分", "校準", "補救", "首問", "回覆", "指標", "權重", "等第", "改善", "公平"),
)
"""One is spelt 回复 in the other script, which is nobody's name: more may come before that."""


@given(ROWS)
def test_what_comes_before_one_is_what_a_whole_search_puts_before_it(
    rows: list[tuple[str, str, str]],
):
    kinds = ("faq", "term", "page", "question", "clause")
    every = [
        Destination(kinds[n % 5], "p.md", f"d{n}", title, text, (name,) if name else ())
        for n, (title, name, text) in enumerate(rows)
    ]
    searchable = Searchable(every, ["頁"] * len(every), fold_with({}))
    names = Names([("kpi", "期限"), ("主管", "登記")], ("的",))
    for query in dict.fromkeys(part for row in rows for part in row):
        units = names.units(query)
        found = search(query, units, searchable)
        scorer = Scorer(query, units, searchable)
        holding = holders(searchable.titles, [scorer.wanted])
        for place, number in enumerate(n for n in found if scorer.score(n)):
            assert sorted(above(scorer, number, holding)) == sorted(found[:place])


@pytest.mark.parametrize(
    "title", ["要怎麼登記第{}號投訴？", "問題{}：客戶投訴以後主管要怎麼登記？", "投訴怎麼登記{}？"]
)
def test_twice_as_many_that_share_words_are_about_twice_the_work(
    title: str, monkeypatch: pytest.MonkeyPatch
):
    looked_at: list[int] = []
    score = Scorer.score
    monkeypatch.setattr(Scorer, "score", lambda self, n: looked_at.append(n) or score(self, n))

    def work(count: int) -> int:
        entries = "".join(
            f"  - {{id: e-{n}, question: {title.format(n)}, answer: 同樣的回答。}}\n"
            for n in range(count)
        )
        library = titled(check({"faq.yml": f"entries:\n{entries}".encode()}, {}).library, ZH)
        looked_at.clear()
        assert list(unfound(shelve(library, {}, {"faq.md": BuiltPage("faq/", "問答")}, ZH))) == []
        return len(looked_at)

    assert work(200) < 3 * work(100)


def test_titles_that_mix_the_same_words_are_no_more_work_each(monkeypatch: pytest.MonkeyPatch):
    looked_at: list[int] = []
    score = Scorer.score
    monkeypatch.setattr(Scorer, "score", lambda self, n: looked_at.append(n) or score(self, n))

    def work(count: int) -> int:
        chance = random.Random(20261128)
        titles = ("".join(chance.sample(MIXED, chance.randint(3, 8))) for _ in range(count))
        every = [Destination("faq", "p.md", f"d{n}", title, "") for n, title in enumerate(titles)]
        searchable = Searchable(every, ["頁"] * count, fold_with(simplified_characters()))
        looked_at.clear()
        list(unfound(Shelf(searchable, Names([]), {})))
        return len(looked_at)

    assert work(1200) < 4 * work(400)


def test_a_section_is_asked_for_in_readers_words():
    bank = b"topic: t\ntitle: T\nquestions: []\n"
    asked = b"sections:\n  - {see: [p.md#shut, p.md], asked: [may I go home]}\n"
    library = check({"t.yml": bank, "asked.yml": asked}, None).library
    parts = [
        Section("", "Page", ""),
        Section("shut", "Closing", ""),
        Section("open", "Opening", ""),
    ]
    found = {
        d.anchor: d.asked for d in destinations(library, {"p.md": parts}, ZH) if d.page == "p.md"
    }
    assert found == {"": ("may I go home",), "shut": ("may I go home",), "open": ()}


NO_CHINESE = """
import sys
from pathlib import Path
from tiku.hosts.opening import opened
from tiku.hosts.static.shapes import whole
from tiku.hosts.static.site import files
from tiku.locales.catalogue import load
from tiku.rendering.links import seen_from
docs = Path("docs")
build, _ = opened(Path("questions"), docs, load("en"), seen_from)
assert "assets/tiku/search/first.json" in dict(files(build, docs, whole))
from tiku.text import readings
print({"opencc"} & sys.modules.keys(), readings._table.cache_info().currsize)
"""


def test_a_site_without_chinese_loads_nothing_for_it():
    """OpenCC takes 41 MiB, the table of readings 4."""
    command = [sys.executable, "-c", NO_CHINESE]
    site = ROOT / "tests" / "english-site"
    done = subprocess.run(command, cwd=site, capture_output=True, text=True, check=True)
    assert done.stdout == "set() 0\n"
