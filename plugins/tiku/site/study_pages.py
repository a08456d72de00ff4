"""Pages where questions are worked through, and those where they are written and brought in."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from markupsafe import Markup

from tiku.editing.skeletons import SKELETONS, skeleton
from tiku.locales.catalogue import Words
from tiku.model import Bank, Exam, Id, Scoring, Section, sitemap
from tiku.model.bank_pages import BankPage, page_path, pages_of
from tiku.model.exam_coverage import most_points
from tiku.rendering.environment import decimal, saying
from tiku.site import importing
from tiku.site.generated import Generated, Making

CATALOG = "catalog.json"
STUDY_STYLES = ("question/question.css", "question/kinds.css", "sets/sets.css")
PRACTICE_STYLES = (*STUDY_STYLES, "practice/practice.css")
PROGRESS_STYLES = (*STUDY_STYLES, "progress/progress.css")
WRITING_STYLES = ("question/question.css", "sets/sets.css", "authoring/authoring.css")
IMPORTING_STYLES = ("question/question.css", "sets/sets.css", "importing/importing.css")
WITH_FORM = ("single", "multiple", "true-false", "numeric", "text")
"""The kinds that the page to write questions offers."""


def banks(making: Making) -> Iterator[Generated]:
    """All questions of a topic, on one page or on several."""
    for bank in (bank for bank in making.library.banks if bank.is_listed):
        pages = pages_of(making.library, bank)
        yield _first(making, bank, pages)
        yield from (_later(making, bank, pages, page) for page in pages[1:])


def _first(making: Making, bank: Bank, pages: tuple[BankPage, ...]) -> Generated:
    """What is asked on the others can be found here, too, by the id it has there."""
    return making.page(
        bank.page,
        "bank",
        bank=bank,
        kinds=_counts(bank, making.renderer.words),
        offered=making.offered.get(bank.page, ()),
        pages=pages,
        page=pages[0],
    )


def _later(making: Making, bank: Bank, pages: tuple[BankPage, ...], page: BankPage) -> Generated:
    path = page_path(bank.page, page.number)
    return making.page(path, "bank-page", listed=False, bank=bank, pages=pages, page=page)


def study(making: Making) -> Iterator[Generated]:
    """Where questions of all banks are worked through; without script they say where to read."""
    if making.library.banks:
        yield _practice(making)
        yield making.page(
            sitemap.PROGRESS,
            "progress",
            styles=PROGRESS_STYLES,
            needs=(CATALOG, "progress/dashboard.js", "events/admission.js"),
            soon=("progress/backup.js",),
        )
        yield from _exams(making)
        yield _writing(making)
        yield _importing(making)


def _practice(making: Making) -> Generated:
    return making.page(
        sitemap.PRACTICE,
        "practice",
        styles=PRACTICE_STYLES,
        needs=(CATALOG, "practice/practice.js"),
        soon=("practice/session.js", "practice/mistakes.js", "practice/notes.js"),
        banks=making.library.banks,
        home=partial(sitemap.home, making.library),
        options=making.library.options,
    )


def _writing(making: Making) -> Generated:
    """A form to write a question; without script the skeletons to copy."""
    return making.page(
        sitemap.WRITE,
        "write",
        styles=WRITING_STYLES,
        needs=("authoring/authoring.js", "writing.json"),
        skeletons={kind: "\n".join(skeleton(kind, "new-question", "")) for kind in SKELETONS},
        with_form=WITH_FORM,
    )


def _importing(making: Making) -> Generated:
    """A bank out of a text that was pasted; without script the command that does it."""
    return making.page(
        sitemap.IMPORT,
        "import",
        styles=IMPORTING_STYLES,
        needs=("importing/importing.js", importing.PATH),
    )


def _exams(making: Making) -> Iterator[Generated]:
    """The list of them, and a page each."""
    found = making.library.exams
    if found:
        yield making.page(sitemap.EXAMS, "exams", exams=found, total=_total(making))
    for exam in found:
        yield _exam(making, exam)


def _exam(making: Making, exam: Exam) -> Generated:
    library, renderer, path = making.library, making.renderer, sitemap.exam_page(exam.exam)
    profiles = _profiles(making)
    return making.page(
        path,
        "exam",
        styles=STUDY_STYLES,
        needs=("exam/exam.js", CATALOG),
        exam=exam,
        profiles=profiles,
        titles={bank.topic: bank.title for bank in library.banks},
        syllabus=[renderer.syllabuses[name] for name in exam.syllabus],
        told=_section(profiles, renderer.words),
        total=_total(making),
        offered=making.offered.get(path, ()),
    )


def _profiles(making: Making) -> Mapping[Id | None, Scoring]:
    scoring = making.library.scoring
    return {profile.id: profile for profile in scoring.profiles} if scoring else {}


def _total(making: Making) -> Callable[[Exam], str]:
    """The most points a paper gives."""
    return lambda exam: decimal(most_points(making.library, exam))


def _counts(bank: Bank, words: Words) -> list[str]:
    """How many of a kind, in the order of the kinds."""
    kinds = [item.kind for item in bank.current()]
    return [
        words("bank.kind", kind=name, number=kinds.count(kind))
        for kind, name in words.group("labels.kinds").items()
        if kind in kinds
    ]


def _section(profiles: Mapping[Id | None, Scoring], words: Words) -> Callable[[Section], Markup]:
    """What a section asks, of which kinds, and how it is marked."""
    say = saying(words)

    def told(section: Section) -> Markup:
        return say(
            "exam.section-of-cases" if "case" in section.kinds else "exam.section",
            title=Markup("<strong>{}</strong>").format(section.title),
            kinds=[words(f"labels.kinds.{kind}") for kind in section.kinds],
            count=section.count,
            points=decimal(section.points),
            scoring=profiles[section.scoring].title,
        )

    return told
