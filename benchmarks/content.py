"""The same made-up questions as a tiku site and as plain Markdown pages, from a seed."""

import random
import re
import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tiku.locales.catalogue import AUTHORITY, load
from tiku.model import Bank, Library, Question
from tiku.model.marking import key_text
from tiku.rules.check import check_folder
from tiku.site.drills import with_drills

ROOT = Path(__file__).resolve().parent.parent
PER_PAGE = 50
TWO_BY_TWO = (
    "績效考評投訴處理指標標準客戶員工主管申訴受理調查決定補救"
    "升級統計分母比率區間樣本權重目標底線行為結果品質過程面談"
    "反饋改進計劃紀錄期限通知理由迴避複審證據部門責任"
)
WORDS = [TWO_BY_TWO[start : start + 2] for start in range(0, len(TWO_BY_TWO), 2)]
LINKS = ("的", "與", "在", "由", "應", "須", "可", "並", "或", "對", "")
CONFIG = """site_name: 測量
site_url: https://example.org/
repo_url: https://github.com/example/tiku
theme: {name: material, language: zh-Hant, font: false}
plugins:
"""
OWN_SEARCH = "  - tiku\n"
MCQ = "  - mcq\nmarkdown_extensions: [pymdownx.superfences]\n"
THEMES_SEARCH = "  - search: {lang: en, separator: '[\\s\\u200b\\-,，。：；、？！（）「」]+'}\n"


@dataclass(frozen=True)
class Made:
    """One question's texts."""

    stem: str
    choices: tuple[str, ...]
    explanation: str
    right: int


def questions(number: int) -> Iterator[Made]:
    """Stem of about 30 characters, four choices, an explanation of 80; a third has bold text."""
    chance = random.Random(20261124)
    for index in range(number):
        bold = f"**{_phrase(chance, 2)}**" if index % 3 == 0 else _phrase(chance, 2)
        yield Made(
            f"{_phrase(chance, 8)}{bold}{_phrase(chance, 4)}屬於（　）。",
            tuple(f"{_phrase(chance, 4)}{n}" for n in "甲乙丙丁"),
            f"{_phrase(chance, 18)}，{bold}{_phrase(chance, 16)}。",
            index % 4,
        )


def _phrase(chance: random.Random, length: int) -> str:
    pairs = (chance.choice(WORDS) + chance.choice(LINKS) for _ in range(length))
    return "".join(pairs)


def pages(number: int) -> Iterator[tuple[int, list[Made]]]:
    """Number of the page, and its questions."""
    made = list(questions(number))
    for page, start in enumerate(range(0, number, PER_PAGE)):
        yield page, made[start : start + PER_PAGE]


def write_tiku(folder: Path, number: int) -> Path:
    """A bank per page, and what the plugin makes of it."""
    _site(folder, CONFIG + OWN_SEARCH)
    (folder / "questions").mkdir()
    for page, made in pages(number):
        _write_bank(folder / f"questions/t{page:03}.yml", f"t{page}", page * PER_PAGE, made)
    return folder


def write_bank(folder: Path, topic: str, number: int) -> None:
    """One bank more for a site, of so many questions."""
    made = list(questions(number))
    _write_bank(folder / f"questions/{topic}.yml", topic, number * 1_000_000, made)


def _write_bank(file: Path, topic: str, first: int, made: list[Made]) -> None:
    lines = [f"topic: {topic}", f"title: 主題{topic.removeprefix('t')}", "questions:"]
    for index, question in enumerate(made):
        lines += _as_yaml(f"q{first + index}", question)
    file.write_text("\n".join(lines), encoding="utf-8")


def write_plain(folder: Path, number: int) -> Path:
    """A page per bank, a heading per question, so that search has the same sections."""
    return _write_pages(folder, number, THEMES_SEARCH, _as_markdown)


def write_mkdocs_quiz(folder: Path, number: int) -> Path:
    """The same pages, as https://github.com/ewels/mkdocs-quiz has questions."""
    return _write_pages(folder, number, THEMES_SEARCH + "  - mkdocs_quiz\n", _as_mkdocs_quiz)


def write_mkdocs_mcq(folder: Path, number: int) -> Path:
    """The same pages, as mkdocs-mcq has questions."""
    return _write_pages(folder, number, THEMES_SEARCH + MCQ, _as_mkdocs_mcq)


def write_real(folder: Path) -> Path:
    """This project's own site, without its edition and what may be taken along."""
    _copy(folder, OWN_SEARCH)
    shutil.copytree(ROOT / "questions", folder / "questions")
    return folder


def write_real_plain(folder: Path) -> Path:
    """The same pages, where a quiz is a block of code, and a page of Markdown for each bank and for
    what stands in lists and flows; what only questions need, such as practice, is not there."""
    _copy(folder, THEMES_SEARCH)
    for path, text in _real_pages(check_folder(ROOT / "questions", ROOT / "docs").library):
        page = folder / "docs" / path
        page.parent.mkdir(exist_ok=True)
        page.write_text(text, encoding="utf-8")
    return folder


def _real_pages(library: Library) -> Iterator[tuple[str, str]]:
    """(Path below docs/, Markdown) of what is made from banks, lists, flows and exams."""
    library = with_drills(library, load(AUTHORITY))
    for bank in library.banks:
        yield f"bank/{bank.topic}.md", _real_bank(bank)
    for flow in library.flows:
        states = ((one.title, one.do, *(way.answer for way in one.ways)) for one in flow.states)
        yield f"flow/{flow.id}.md", _headed(flow.title, states, flow.lead)
    for exam in library.exams:
        rows = ((section.title, f"{section.count}") for section in exam.sections)
        yield f"exam/{exam.exam}.md", _headed(exam.title, rows)
    for name, rows in _lists(library):
        yield f"{name}.md", _headed(name, rows)


def _lists(library: Library) -> Iterator[tuple[str, Iterable[tuple[str, ...]]]]:
    """Name -> (heading, paragraphs) of each entry."""
    assert library.faq and library.glossary and library.sources and library.metrics
    yield "faq", ((one.question, one.answer) for one in library.faq.entries)
    yield "glossary", ((one.term, one.definition) for one in library.glossary.terms)
    yield "tools", ((one.title, one.lead) for one in library.tools)
    yield "metrics", ((one.name, one.formula, one.risk) for one in library.metrics.metrics)
    told = ((one.title, one.author, one.locator, one.note) for one in library.sources.sources)
    yield "sources", (tuple(filter(None, one)) for one in told)


def _headed(title: str, entries: Iterable[tuple[str, ...]], lead: str = "") -> str:
    """A page with a heading for each entry."""
    texts = ("\n\n".join(filter(None, (f"## {head}", *rest))) for head, *rest in entries)
    return "\n\n".join([f"# {title}", lead, *texts]) + "\n"


def _copy(folder: Path, plugins: str) -> None:
    """The menu is left out: it names pages that only one of them has."""
    shutil.copytree(ROOT / "docs", folder / "docs")
    config = (ROOT / "mkdocs.yml").read_text("utf-8").partition("\nnav:")[0]
    before, _, behind = config.partition("\nplugins:\n")
    rest = re.sub(r"(?: .*\n)+", "", behind, count=1)
    told = f"{before}\nplugins:\n{plugins}{rest}"
    (folder / "mkdocs.yml").write_text(told, encoding="utf-8")


def _real_bank(bank: Bank) -> str:
    asked = (question for item in bank.current() for question in item.questions_inside())
    return "\n".join([f"# {bank.title}\n", *map(_real_question, asked)])


def _real_question(question: Question) -> str:
    notes = getattr(question, "why", {}).values()
    parts = [
        "## " + question.stem.replace("\n", " "),
        "\n".join(f"- {text}" for text in question.offered()),
        f"答案：{key_text(question)}",
        question.explanation or "",
        "\n".join(f"- {text}" for text in notes),
    ]
    return "\n\n".join(parts) + "\n"


def _write_pages(
    folder: Path, number: int, plugins: str, as_markdown: Callable[[Made], str]
) -> Path:
    _site(folder, CONFIG + plugins)
    (folder / "docs" / "bank").mkdir()
    for page, made in pages(number):
        text = "\n".join([f"# 主題{page}\n", *map(as_markdown, made)])
        (folder / "docs" / "bank" / f"t{page:03}.md").write_text(text, encoding="utf-8")
    return folder


def _site(folder: Path, config: str) -> None:
    (folder / "docs").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(config + "nav: [index.md]\n", encoding="utf-8")
    (folder / "docs" / "index.md").write_text("# 首頁\n", encoding="utf-8")


def _as_yaml(name: str, question: Made) -> list[str]:
    choices = [f"      c{n}: {text}" for n, text in enumerate(question.choices)]
    return [
        f"  - id: {name}",
        f"    stem: {question.stem}",
        "    choices:",
        *choices,
        f"    answer: c{question.right}",
        f"    explanation: {question.explanation}",
    ]


def _as_markdown(question: Made) -> str:
    choices = "\n".join(f"- {text}" for text in question.choices)
    key = question.choices[question.right]
    return f"## {question.stem}\n\n{choices}\n\n答案：{key}\n\n{question.explanation}\n"


def _tasks(question: Made, behind_right: str = "") -> str:
    """A list in which the right choice is ticked."""
    ticked = enumerate(question.choices)
    rows = [
        f"- [x] {text}{behind_right}" if n == question.right else f"- [ ] {text}"
        for n, text in ticked
    ]
    return "\n".join(rows)


def _as_mkdocs_quiz(question: Made) -> str:
    return f"<quiz>\n{question.stem}\n{_tasks(question)}\n\n{question.explanation}\n</quiz>\n"


def _as_mkdocs_mcq(question: Made) -> str:
    stem = question.stem.replace('"', "")
    told = f"\n  > {question.explanation}"
    return f'```mcq\n---\ntype: single\nquestion: "{stem}"\n---\n{_tasks(question, told)}\n```\n'
