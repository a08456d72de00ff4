"""A small site, built strictly and read back: pages, search, safety, and what stops a build."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from conftest import SMALL_SITE, ZH, Built, build

from tiku import check
from tiku.loading.folder import bank_paths, read_files


def questions_on(html: str) -> list[str]:
    return re.findall(r'<tiku-question id="([^"]+)"', html)


def test_the_build_is_clean(small: Built):
    assert small.status == 0, small.output


def test_a_fence_shows_the_questions_it_names_in_that_order(small: Built):
    shown = questions_on(small.html("kinds"))
    assert shown[:5] == ["color", "primes", "escalation", "rate", "owner"]
    assert shown[5:] == ["families", "steps", "apology", "late-parcel/first", "late-parcel/angry"]


def test_a_question_may_stand_on_several_pages_and_inside_an_admonition(small: Built):
    assert questions_on(small.html("again"))[0] == "color"
    assert small.html("again").index("admonition note") < small.html("again").index('id="color"')


def test_a_draw_is_the_same_at_every_build(small: Built, tmp_path: Path):
    again = build(SMALL_SITE, tmp_path, "--strict")
    assert questions_on(again.html("again")) == questions_on(small.html("again"))
    assert len(questions_on(small.html("again"))) == 3


def test_every_file_is_the_same_at_every_build(small: Built, tmp_path: Path):
    again = build(SMALL_SITE, tmp_path, "--strict")
    for file in small.folder.rglob("*"):
        if file.is_file() and not file.name.startswith("sitemap"):
            assert (again.folder / file.relative_to(small.folder)).read_bytes() == file.read_bytes()


def test_a_bank_page_shows_what_is_not_retired_and_can_be_filtered(small: Built):
    html = small.html("bank/kinds")
    assert "<tiku-quiz filterable" in html
    assert "old-color" not in html


def test_links_lead_from_each_page_to_where_they_say(small: Built):
    assert 'href="../kinds/#intake">各種題型 › 受理' in small.html("again")
    assert 'href="../../kinds/#intake">各種題型 › 受理' in small.html("bank/kinds")
    assert "tiku:" not in small.html("bank/kinds")


def test_without_javascript_a_question_is_complete(small: Built):
    html = small.html("kinds")
    question = html[html.index('id="color"') : html.index('id="primes"')]
    for part in ("天空是（　）色。", "藍", "綠", "紅", "抬頭看看。", "<b>答案</b> 藍", "短波長"):
        assert part in question
    for part in ("綠是草的顏色。", "一本書", "一個來源", "單選題 · 易"):
        assert part in question
    assert "hidden" not in question


def test_a_question_says_where_to_report_and_to_mend_it(small: Built):
    html = small.html("kinds")
    question = html[html.index('id="color"') : html.index('id="primes"')]
    answer = question[question.index('<details class="tiku-answer') :]
    root = "https://github.com/example/small"
    form = f"{root}/issues/new?template=wrong-question.yml&amp;question=bank/kinds.md%23color"
    assert f'<a href="{form}">回報問題</a>' in answer
    lines = (SMALL_SITE / "questions" / "kinds.yml").read_text("utf-8").splitlines()
    line = lines.index("  - id: color") + 1
    assert f'<a href="{root}/edit/main/questions/kinds.yml#L{line}">編輯這一題</a>' in answer
    assert "bank/kinds.md%23late-parcel/first" in html


def test_a_site_without_a_repository_has_no_such_links(site: Path, tmp_path: Path):
    config = site / "mkdocs.yml"
    config.write_text(re.sub(r"repo_url.*\n", "", config.read_text("utf-8")), "utf-8")
    html = build(site, tmp_path / "out").html("kinds")
    assert "編輯這一題" not in html
    assert "tiku-mend" not in html


def test_the_first_mention_of_a_term_shows_its_definition(small: Built):
    links = re.findall(r'<a class="tiku-term"[^>]*>', small.html())
    definition = "第一次接觸就解決的投訴占全部投訴的比例。"
    assert links == [f'<a class="tiku-term" href="glossary/#fcr" title="{definition}">']
    assert "tiku-term" not in small.html("glossary")


def test_a_page_without_questions_gets_one_small_script_and_no_quiz_style(small: Built):
    html = small.html()
    assert html.count("assets/tiku/loader.js") == 1
    assert "question.css" not in html
    assert "question.css" in small.html("kinds")


def test_the_faq_can_be_read_by_machines(small: Built):
    head = small.html("faq").partition("</head>")[0]
    data = re.search(r'<script type="application/ld\+json">(.*?)</script>', head, re.S)
    assert data
    page = json.loads(data[1])
    assert page["@type"] == "FAQPage"
    first = page["mainEntity"][0]
    assert first["name"] == "客人說「只是建議」，要登記嗎？"
    assert first["acceptedAnswer"]["text"].startswith("要。")


def test_glossary_and_sources_say_everything(small: Built):
    glossary, sources = small.html("glossary"), small.html("sources")
    for part in ('id="fcr"', "一次解决率", "first-contact resolution (FCR)", "又稱FCR"):
        assert part in glossary
    for part in (
        'id="book"',
        "作者",
        "把握程度：一個來源。",
        "查核日：<time>2026-11-23</time>。",
        "10 題引用。",
    ):
        assert part in sources


# Search


def test_nothing_of_a_themes_own_search_is_built(small: Built):
    assert not (small.folder / "search").exists()
    scripts = {path.name.split(".")[0] for path in small.folder.glob("assets/javascripts/*")}
    assert scripts == {"bundle"}
    html = small.html()
    assert 'name="search"' not in html
    assert 'data-md-component="search' not in html


def test_the_index_spoils_nothing_and_holds_no_words_of_the_interface(small: Built):
    folder = small.folder / "assets" / "tiku" / "search"
    everything = "".join(path.read_text("utf-8") for path in folder.glob("*.json"))
    assert "天空是" in everything
    for spoiler in ("短波長", "綠是草的顏色", "抬頭看看", "首問責任制"):
        assert spoiler not in everything
    for word in ("答案與解析", "提示", "單選題 ·", "檢查", "回報問題", "編輯這一題"):
        assert word not in everything


def test_everything_is_listed_by_its_sound_for_readers_without_javascript(small: Built):
    html = small.html("a-z")
    for address in ("../bank/kinds/#color", "../faq/#only-a-suggestion", "../glossary/#fcr"):
        assert f'href="{address}"' in html
    order = [html.index(text) for text in (">ㄊ<", "天空是", ">ㄎ<", "客人說「只是建議」")]
    assert order == sorted(order)


def test_a_themes_own_search_is_left_alone_where_a_site_asks_for_it(site: Path, tmp_path: Path):
    config = site / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("[tiku]", "[search, tiku]"), "utf-8")
    built = build(site, tmp_path / "out", "--strict")
    assert built.status == 0, built.output
    entries = (tmp_path / "out" / "search" / "search_index.json").read_text("utf-8")
    assert "kinds/#color" in entries
    assert [*(tmp_path / "out").glob("assets/javascripts/workers/search.*.js")]
    assert "first.json" not in {path.name for path in (tmp_path / "out").rglob("*.json")}


def test_what_is_not_found_by_its_own_name_is_told(site: Path, tmp_path: Path):
    for number in range(4):
        page = f"# 第{number}頁\n\n## 退貨{'退貨' * number} {{#returns}}\n\n退貨。\n\n## 的的 {{#of}}\n"
        (site / "docs" / f"page{number}.md").write_text(page, encoding="utf-8")
    (site / "docs" / "index.md").write_text("# ？！\n", encoding="utf-8")
    built = build(site, tmp_path / "out")
    assert built.status == 0
    assert "index.md:1:1: 搜尋「？！」，前三筆沒有 index.md [not-found-by-its-name]" in built.output


# Safety


class Active(HTMLParser):
    """Collects what could run."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name.startswith("on") or (value or "").strip().lower().startswith("javascript:"):
                self.found.append(f"{tag} {name}")
            if "example.com" in (value or ""):
                self.found.append(f"{tag} {name} from elsewhere")
        if tag in ("iframe", "object", "embed", "svg") and "md-" not in str(attrs):
            self.found.append(tag)


OURS = re.compile(r'<script type="module" async src="[./]+/assets/tiku/loader\.js"></script>')


@pytest.mark.parametrize("address", ["hostile", "bank/hostile", "faq", "glossary", "sources"])
def test_nothing_of_an_authors_runs(small: Built, address: str):
    content = small.html(address).split("<article", 1)[1].split("</article>", 1)[0]
    parser = Active()
    parser.feed(content)
    assert parser.found == []
    assert "<script" not in OURS.sub("", content)


def test_a_title_with_markup_is_shown_as_written(small: Built):
    assert "敵意&lt;script&gt;window.hacked = &quot;title&quot;&lt;/script&gt;內容" in small.html(
        "bank/hostile"
    ).replace('"', "&quot;")


# What stops a build


def broken(site: Path, old: str, new: str) -> None:
    bank = site / "questions" / "kinds.yml"
    bank.write_text(bank.read_text("utf-8").replace(old, new), encoding="utf-8")


def test_an_error_publishes_nothing_and_leaves_the_last_good_site(site: Path, tmp_path: Path):
    target = tmp_path / "out"
    assert build(site, target).status == 0
    before = (target / "kinds" / "index.html").read_bytes()
    broken(site, "answer: blue", "answer: bleu")
    built = build(site, target)
    assert built.status == 1
    assert (
        "questions/kinds.yml:12:13: 答案「bleu」不是任何選項的 id [unknown-choice]" in built.output
    )
    assert "是不是要寫「blue」？" in built.output
    assert "Traceback" not in built.output
    assert (target / "kinds" / "index.html").read_bytes() == before


def test_a_warning_stops_a_strict_build_only(site: Path, tmp_path: Path):
    broken(site, "      green: 綠是草的顏色。", "      blue: 藍是對的。")
    assert build(site, tmp_path / "loose").status == 0
    strict = build(site, tmp_path / "strict", "--strict")
    assert strict.status == 1
    assert "[why-of-the-key]" in strict.output


def test_the_build_says_what_the_check_says(site: Path, tmp_path: Path):
    broken(site, "      blue: 藍", "      blue: 綠")
    paths = bank_paths(site / "questions")
    problems = check(read_files(paths, []), None).problems
    output = build(site, tmp_path / "out").output
    told = [p for p in problems if p.severity != "advice"]
    assert told
    for problem in told:
        assert f"{problem.message(ZH)} [{problem.code}]" in output


def test_a_page_written_by_hand_takes_the_place_of_a_generated_one(site: Path, tmp_path: Path):
    (site / "docs" / "faq.md").write_text("# 我自己寫的\n", encoding="utf-8")
    assert "我自己寫的" in build(site, tmp_path / "out").html("faq")
