"""A set or a paper as a page that a learning platform runs: questions as a site shows them, our
player, and nothing from elsewhere. The packages of SCORM and cmi5 add how they are announced.
"""

import json
from collections.abc import Mapping
from decimal import Decimal
from hashlib import sha256
from html import escape
from urllib.parse import quote

from tiku.formats.writers.exported import Bundle, Exported, Loss, loss, with_pictures
from tiku.rendering import scripts
from tiku.rendering.environment import decimal

FOLDER = "tiku"
PAGE = "index.html"
PAPER = "lesson"
"""Under which name the player finds the exam."""
START = "lms/lesson.js"
SHEET = "lms/sheet.js"
"""What lays a paper out to be printed."""
STORED = {"events/database.js": "lms/storage.js", "events/journal.js": "lms/journal.js"}
"""What keeps answers in a browser -> what keeps them in the page alone."""
PLATFORMS = ("scorm12", "scorm2004", "cmi5")
STYLES = (
    "pages/pages.css",
    "question/question.css",
    "question/kinds.css",
    "sets/sets.css",
    "lms/lms.css",
)
COLUMNS = (
    "id",
    "topic",
    "kind",
    "difficulty",
    "objective",
    "syllabus",
    "tags",
    "basis",
    "revision",
)
POLICY = "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'"
ON_TOP = "@page {{ @top-center {{ content: '{}' }} }}"
"""A style: every page names the paper."""
SHELL = """<!doctype html>
<html lang="{language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<base target="_blank">
<title>{title}</title>
{styles}
<script type="module" src="{folder}/{start}"></script>
<body>
<main>
{inside}
</main>
</body>
</html>
"""


def files(bundle: Bundle, platform: str, connects: str = "'self'") -> dict[str, bytes]:
    """Path -> content of everything but the manifest; `connects`: whom the page may talk to."""
    others = {f"lms/{name}.js" for name in PLATFORMS if name != platform}
    found = {name: text for name, text in _scripts(bundle, START).items() if name not in others}
    without = escape(bundle.words("export.without-script"))
    inside = f'<tiku-lesson data-platform="{platform}"></tiku-lesson>\n'
    page = _page(bundle, START, f"{inside}<noscript><p>{without}</p></noscript>", connects)
    return _together(bundle, page, found)


def sheet(bundle: Bundle) -> dict[str, bytes]:
    """Path -> content of a page that shows the same as a paper to print."""
    words, paper = bundle.words, bundle.paper
    lines = [words("export.name-line")]
    if paper:
        lines += [words("export.marks", minutes=paper.minutes, mark=decimal(paper.pass_mark))]
    told = "".join(f"<p>{escape(line)}</p>" for line in lines)
    head = f'<header class="lms-sheet"><h1>{escape(bundle.title)}</h1>{told}</header>'
    head += f"<style>{ON_TOP.format(_quoted(bundle.title))}</style>"
    return _together(bundle, _page(bundle, SHEET, head, "'self'"), _scripts(bundle, SHEET))


def _quoted(text: str) -> str:
    """Inside a string of a style sheet: not a character there means anything else."""
    return "".join(f"\\{ord(one):x} " for one in text)


def _together(bundle: Bundle, page: str, found: Mapping[str, str]) -> dict[str, bytes]:
    told = {
        "catalog.json": _json(_catalog(bundle)),
        "lesson.json": _json(_lesson(bundle)),
        "pool.html": with_pictures(bundle.pool(), lambda path: f"media/{quote(path)}"),
    }
    pictures = {f"{FOLDER}/media/{path}": data for path, data in bundle.pictures.items()}
    texts = {f"{FOLDER}/{name}": text.encode() for name, text in {**found, **told}.items()}
    return {PAGE: page.encode(), **texts, **pictures}


def identity(bundle: Bundle) -> str:
    """The same for the same exam, or for the same set by its title."""
    named = f"exam:{bundle.paper.exam}" if bundle.paper else f"set:{bundle.title}"
    return f"urn:tiku:{sha256(named.encode()).hexdigest()[:16]}"


def judges(bundle: Bundle) -> bool:
    """Whether the lesson can say that somebody passed: there is a mark, and no open question that
    a person has to read first."""
    return bundle.paper is not None and all(q.kind != "open" for q in bundle.questions)


def mark(bundle: Bundle) -> Decimal | None:
    """What it takes to pass, from 0 to 1. None where a platform cannot tell by the points alone:
    where nothing is judged, or where some questions must be right whatever the points."""
    paper = bundle.paper
    total = sum((question.worth for question in bundle.questions), Decimal(0))
    if paper is None or paper.critical or not judges(bundle) or not total:
        return None
    return min(Decimal(1), paper.pass_mark / total).quantize(Decimal("0.0001")).normalize()


def losses(bundle: Bundle) -> tuple[Loss, ...]:
    """Nobody marks what was written while a platform waits for points."""
    return tuple(loss("ungraded", q) for q in bundle.questions if q.kind == "open")


def _page(bundle: Bundle, start: str, inside: str, connects: str) -> str:
    link = '<link rel="stylesheet" href="{}/{}">'
    return SHELL.format(
        language=bundle.language,
        policy=f"{POLICY}; connect-src {connects}",
        title=escape(bundle.title),
        styles="\n".join(link.format(FOLDER, name) for name in STYLES),
        folder=FOLDER,
        start=start,
        inside=inside,
    )


def _scripts(bundle: Bundle, start: str) -> dict[str, str]:
    """With a storage of the page's own in the place of the browser's."""
    found = scripts.closure(start, bundle.words)
    found |= {name: scripts.asset(own) for name, own in STORED.items()}
    return found | {name: scripts.asset(name) for name in STYLES}


def _catalog(bundle: Bundle) -> Mapping[str, object]:
    """As core/catalog.js reads a site's, of these questions alone."""
    topics = {q.topic: q.topic_title for q in bundle.questions}
    rows = [
        (q.id, q.topic, q.kind, q.difficulty, q.objective, "", "", "", q.revision, "")
        for q in bundle.questions
    ]
    return {
        "topics": {name: _topic(title) for name, title in topics.items()},
        "tags": {},
        "syllabus": {},
        "columns": COLUMNS,
        "questions": rows,
        "scoring": {f"{at}": _profile(part) for at, (*_, part) in enumerate(_sections(bundle))},
        "exams": {PAPER: _exam(bundle)},
        "practice": "",
    }


def _topic(title: str) -> Mapping[str, object]:
    return {"title": title, "page": "", "pool": "pool.html", "objectives": {}}


def _profile(partial: Decimal) -> Mapping[str, object]:
    return {"title": "", "rule": "", "partial": _halves(partial)}


Section = tuple[str, Decimal, Decimal]
"""Title, points, and points for each right choice where some are missing."""


def _section_of(question: Exported) -> Section:
    return question.section, question.worth, question.partial


def _sections(bundle: Bundle) -> tuple[Section, ...]:
    return tuple(dict.fromkeys(map(_section_of, bundle.questions)))


def _exam(bundle: Bundle) -> Mapping[str, object]:
    paper = bundle.paper
    return {
        "title": bundle.title,
        "page": "",
        "minutes": paper.minutes if paper else 0,
        "pass": _halves(paper.pass_mark) if paper else 0,
        "critical": paper.critical if paper else (),
        "syllabus": (),
        "basis": "",
        "sections": [
            {"title": title, "points": _halves(points), "scoring": f"{at}"}
            for at, (title, points, _) in enumerate(_sections(bundle))
        ],
    }


def _halves(points: Decimal) -> int:
    return int(points * 2)


def _lesson(bundle: Bundle) -> Mapping[str, object]:
    """As lms/types.js describes it."""
    asked = [_asked(question) for question in bundle.questions]
    order = _sections(bundle)
    told = json.dumps([(q.id, q.revision, q.shown) for q in bundle.questions])
    return {
        "id": identity(bundle),
        "stamp": sha256(told.encode()).hexdigest()[:8],
        "language": bundle.language,
        "title": bundle.title,
        "isJudged": judges(bundle),
        "seed": bundle.paper.seed if bundle.paper else "",
        "order": bundle.order,
        "sections": [order.index(_section_of(question)) for question in bundle.questions],
        "questions": asked,
    }


def _asked(question: Exported) -> Mapping[str, object]:
    number = question.number
    bounds = (number.value - number.tolerance, number.value + number.tolerance) if number else ()
    return {
        "id": question.id,
        "kind": question.kind,
        "stem": question.stem.line,
        "choices": [(choice.id, choice.text.line) for choice in question.in_view()],
        "prompts": [(prompt.id, prompt.text.line) for prompt in question.prompts],
        "accepted": question.accepted,
        "unit": number.unit if number else "",
        "range": [f"{bound:f}" for bound in bounds] or None,
    }


def _json(told: Mapping[str, object]) -> str:
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))
