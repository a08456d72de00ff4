"""What a site says, in the language of its theme or of its choice."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, Built, build

ENGLISH = ROOT / "tests" / "english-site"
HAN = re.compile(r"[\u3400-\u9fff\u3001-\u3011\uff01-\uff5e]")


@pytest.fixture(scope="module")
def english(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build(ENGLISH, tmp_path_factory.mktemp("english"), "--strict")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ENGLISH, tmp_path / "site"))


def say(site: Path, option: str) -> None:
    config = site / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace("[tiku]", f"[tiku: {option}]"), encoding="utf-8")


def test_nothing_on_an_english_site_is_chinese(english: Built):
    assert english.status == 0, english.output
    pages = list(english.folder.rglob("*.html"))
    assert len(pages) > 12
    for page in pages:
        assert HAN.findall(page.read_text(encoding="utf-8")) == [], page


def test_folders_are_called_what_they_hold(english: Built):
    menu = re.findall(r'<span class="md-ellipsis">\s*([^<]*?)\s*<', english.html())
    assert {"Question banks", "Mock exams", "Flows"} <= set(menu)
    assert not {"Bank", "Exam", "Flow"} & set(menu)


def test_one_question_is_no_questions(english: Built):
    assert "1 term; where" in english.html("glossary")
    assert "Calculation: <code>30 / 40 * 100</code>" in english.html("bank/desk")


def test_a_term_is_linked_as_a_whole_word(english: Built):
    assert re.search(r"All intakes are logged; the <a [^>]*>intake</a> comes", english.html())


def test_a_site_says_a_text_its_own_way(site: Path, tmp_path: Path):
    say(site, "{words: {question: {hint: Clue, reveal: 'The <key>'}}}")
    html = build(site, tmp_path / "out").html("bank/desk")
    assert "<summary>The &lt;key&gt;</summary>" in html


@pytest.mark.parametrize(
    ("own", "told"),
    [
        ("{question: {hnit: Clue}}", "沒有「question.hnit」這一句；相近的是：hint"),
        ("{question: {sources: From elsewhere}}", "「question.sources」少了 {sources}"),
        ("{question: [Clue]}", "「question」要寫成表"),
    ],
)
def test_a_text_that_is_none_stops_the_build(site: Path, tmp_path: Path, own: str, told: str):
    say(site, f"{{words: {own}}}")
    built = build(site, tmp_path / "out")
    assert built.status != 0
    assert told in built.output
    assert "Traceback" not in built.output


def test_a_language_without_words_is_english_and_said_once(site: Path, tmp_path: Path):
    say(site, "{language: fi}")
    built = build(site, tmp_path / "out")
    assert built.output.count("no words for 'fi'") == 1
    assert "Answer and explanation" in built.html("bank/desk")


def test_simplified_is_converted(site: Path, tmp_path: Path):
    say(site, "{language: zh-CN}")
    assert "答案与解析" in build(site, tmp_path / "out").html("bank/desk")


def test_a_fourth_language_is_one_file(site: Path, tmp_path: Path):
    package = Path(shutil.copytree(ROOT / "plugins" / "tiku", tmp_path / "package" / "tiku"))
    own = (package / "locales" / "en.toml").read_text(encoding="utf-8")
    own = own.replace('hint = "Hint"', 'hint = "nuqneH"').replace(
        '"Answer and', '"jang, Answer and'
    )
    (package / "locales" / "tlh.toml").write_text(own, encoding="utf-8")
    say(site, "{language: tlh-Latn}")
    environment = {**os.environ, "PYTHONPATH": str(package.parent), "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(tmp_path / "out")]
    subprocess.run([*command, "-f", str(site / "mkdocs.yml")], env=environment, check=True)
    html = (tmp_path / "out" / "bank" / "desk" / "index.html").read_text(encoding="utf-8")
    assert "jang, Answer and explanation" in html
