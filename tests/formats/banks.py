"""Banks of every kind: one written by hand, and any number made by chance."""

import json
from datetime import date

from conftest import SMALL_SITE, ZH
from hypothesis import strategies as st

from tiku.formats.draft import Chosen, Draft, Filled, Measured, Paired, Said, Truth
from tiku.formats.writers.collecting import Wish, collected
from tiku.formats.writers.exported import Bundle, Exported
from tiku.model import Draw, Exam, Library
from tiku.rendering import prose
from tiku.rules.check import check, check_folder

PICTURE = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4"
    b"\x89\x00\x00\x00\rIDATx\x9cc\xf8\xcf\xc0\xf0\x1f\x00\x05\x00\x01\xff\x89\x99=\x1d\x00\x00\x00\x00IEND\xaeB`\x82"
)


def small() -> Library:
    """The banks of the small site, the hostile one too."""
    return check_folder(SMALL_SITE / "questions", SMALL_SITE / "docs").library


MORE = """
    syllabus: [hr]
    basis: policy
    jurisdiction: tw
    as_of: 2026-01-01
    expires: 2027-01-01
    facility: 0.6
    ignore: {long-stem: 要說清楚}
""".rstrip()
VOCABULARY = b"tags: {plain: basic}\nsyllabus: {hr: HR}\njurisdiction: {tw: Taiwan}\n"


def whole() -> dict[str, bytes]:
    """The files of the small site, with a bank whose first question says all that a question can."""
    files = {path.name: path.read_bytes() for path in (SMALL_SITE / "questions").glob("*.yml")}
    first = b"    reviewed: 2026-11-23"
    files["kinds.yml"] = files["kinds.yml"].replace(first, first + MORE.encode(), 1)
    return files | {"vocabulary.yml": VOCABULARY}


def exam(library: Library, name: str) -> Exam:
    """One of its exams."""
    return next(exam for exam in library.exams if exam.exam == name)


def bundle(library: Library, draw: Draw | None = None, **more) -> Bundle:
    """With a picture wherever one is asked for."""
    return collected(library, Wish(ZH, draw or Draw(), **more), lambda path: PICTURE)


def library(questions: list[dict]) -> Library:
    """JSON is YAML."""
    bank = {"topic": "topic", "title": "主題", "questions": questions}
    vocabulary = {"tags": {"plain": "平常"}}
    files = {"bank.yml": bank, "vocabulary.yml": vocabulary}
    data = {name: json.dumps(content).encode() for name, content in files.items()}
    return check(data, None, date(2026, 1, 1)).library


# chance

LETTERS = "甲乙丙丁戊己庚辛壬癸績效投訴abcXYZ019，。、；：？（）「」"
SIGNS = "=~#{}:\\%[]()<>&\"'*_|/-+.!^$@ "


def phrases(signs: str):
    """Texts of which a reader reads two characters or more; formulas come back as they look.

    Not yet: a backslash before a star, which Markdown has no way to write.
    """
    return (
        st.text(signs, min_size=1, max_size=24)
        .map(lambda text: " ".join(text.split()))
        .filter(lambda text: text.count("$") < 2 and "\\*" not in text)
        .filter(lambda text: min(len(one(text)), len(said(text))) > 1)
    )


WILD = phrases(LETTERS + SIGNS)
CALM = st.text("甲乙丙丁戊己庚辛壬癸績效投訴", min_size=2, max_size=24)
"""For papers as people write them, where a bracket or a number may begin something."""


def texts(words, least: int, most: int):
    return st.lists(words, min_size=least, max_size=most, unique_by=lambda t: one(t).casefold())


@st.composite
def choosing(draw, words, several: bool):
    offered = {chr(97 + at): text for at, text in enumerate(draw(texts(words, 3, 6)))}
    right = draw(
        st.lists(
            st.sampled_from(list(offered)),
            min_size=2 if several else 1,
            max_size=2 if several else 1,
            unique=True,
        )
    )
    wrong = [name for name in offered if name not in right]
    why = {name: draw(words) for name in draw(st.lists(st.sampled_from(wrong), unique=True))}
    return {
        "kind": "multiple" if several else "single",
        "choices": offered,
        "answer": right if several else right[0],
        "why": why,
    }


@st.composite
def matching(draw, words):
    offered = {chr(97 + at): text for at, text in enumerate(draw(texts(words, 2, 5)))}
    prompts = {f"p{at}": text for at, text in enumerate(draw(texts(words, 2, 4)))}
    answer = {name: draw(st.sampled_from(list(offered))) for name in prompts}
    return {"kind": "matching", "choices": offered, "prompts": prompts, "answer": answer}


@st.composite
def ordering(draw, words):
    offered = {chr(97 + at): text for at, text in enumerate(draw(texts(words, 2, 5)))}
    return {"kind": "ordering", "choices": offered, "answer": draw(st.permutations(list(offered)))}


@st.composite
def numeric(draw, words):
    value = draw(st.decimals(-1000, 1000, places=2, allow_nan=False))
    return {
        "kind": "numeric",
        "answer": {"value": float(value), "tolerance": draw(st.sampled_from([0, 0.5]))},
    }


def kinds_of(words):
    return {
        "single": choosing(words, False),
        "multiple": choosing(words, True),
        "true-false": st.fixed_dictionaries(
            {"kind": st.just("true-false"), "answer": st.booleans()}
        ),
        "numeric": numeric(words),
        "text": st.fixed_dictionaries({"kind": st.just("text"), "answer": texts(words, 1, 3)}),
        "matching": matching(words),
        "ordering": ordering(words),
        "open": st.fixed_dictionaries(
            {
                "kind": st.just("open"),
                "answer": words,
                "checklist": texts(words, 1, 3).map(
                    lambda ps: {f"p{n}": p for n, p in enumerate(ps)}
                ),
            }
        ),
    }


KINDS = tuple(kinds_of(CALM))


@st.composite
def question(draw, words, kinds):
    common = {"stem": draw(words), "explanation": draw(words), "tags": ["plain"]}
    return common | draw(kinds_of(words)[draw(st.sampled_from(kinds))])


def banks(kinds=KINDS, words=WILD):
    """Libraries of one bank whose stems differ."""

    def made(questions: list[dict]) -> Library:
        return library([{"id": f"q-{at}", **one} for at, one in enumerate(questions)])

    return st.lists(
        question(words, kinds),
        min_size=1,
        max_size=4,
        unique_by=lambda q: prose.lines(q["stem"]).casefold(),
    ).map(made)


# what a question says, whichever way it went


def said(text: str) -> str:
    """What a reader reads."""
    return "".join(prose.lines(text).split())


def one(text: str) -> str:
    """What a reader reads in a line."""
    return "".join(prose.plain_line(text).split())


def of_exported(q: Exported) -> dict:
    facts = {
        "kind": q.kind,
        "stem": said(q.stem.markdown),
        "explanation": said(q.explanation.markdown),
    }
    if q.kind == "matching":
        texts = {c.id: one(c.text.markdown) for c in q.choices}
        facts["right"] = {one(p.text.markdown): texts[p.choice] for p in q.prompts}
    elif q.kind == "ordering":
        facts["right"] = [one(c.text.markdown) for c in q.choices]
    elif q.choices:
        facts["right"] = {one(c.text.markdown): c.is_right for c in q.choices}
        facts["why"] = {
            one(c.text.markdown): one(c.why.markdown) for c in q.choices if c.why.markdown
        }
    elif q.number:
        facts["right"] = (q.number.value, q.number.tolerance)
    elif q.truth is not None:
        facts["right"] = q.truth
    elif q.kind == "open":
        facts["right"] = said(q.model.markdown)
    else:
        facts["right"] = list(q.accepted)
    return facts


def beside(q: Exported) -> dict:
    """What a bank says of a question besides what it asks."""
    choices = (*q.choices, *q.prompts)
    case = (q.case.id, q.case.title, q.case.text.lines) if q.case else None
    whys = {part.text.line: part.why.line for part in choices if part.why.markdown}
    number = q.number
    return {
        "id": q.id,
        "choice-ids": sorted([*(part.id for part in choices), *q.point_ids]),
        "unit": number.unit if number else "",
        "formula": number.formula if number else "",
        "why": [whys, q.why_wrong.line] if whys or q.why_wrong.line else [],
        "hint": q.hint.lines,
        "checklist": [point.line for point in q.points],
        "case": case,
        "objective": [q.objective, q.objective_title] if q.objective else [],
        "difficulty": q.difficulty,
        "tags": q.tags,
        "syllabus": q.syllabus,
        "jurisdiction": [q.jurisdiction, q.as_of] if q.jurisdiction else [],
        "see": q.references,
        "sources": q.source_ids,
        "review": list(filter(None, (q.basis, q.reviewed, q.expires, q.facility, q.ignore))),
    }


def of_draft(draft: Draft) -> dict:
    kind = "text" if draft.kind == "fill" else draft.kind
    facts = {"kind": kind, "stem": said(draft.stem), "explanation": said(draft.explanation)}
    match draft.right:
        case Chosen(indexes) if draft.kind == "ordering":
            facts["right"] = [one(draft.choices[at]) for at in indexes]
        case Chosen(indexes):
            facts["right"] = {one(text): at in indexes for at, text in enumerate(draft.choices)}
            facts["why"] = {
                one(draft.choices[int(at)]): one(why)
                for at, why in draft.feedback.items()
                if at.isdecimal() and why
            }
        case Truth(value):
            facts["right"] = value
        case Measured(value, tolerance):
            facts["right"] = (value, tolerance)
        case Filled(blanks):
            facts["right"] = list(blanks[0])
        case Said(text):
            facts["right"] = said(text)
        case Paired(pairs):
            facts["right"] = {one(left): one(right) for left, right in pairs}
        case _:
            facts["right"] = None
    return facts
