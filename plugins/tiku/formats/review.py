"""A page to look at before anything is kept: every question as it was read, with its doubts.

Everything on it is a stranger's text: it is shown as typed, nothing of it is markup.
"""

from collections.abc import Iterator, Sequence
from html import escape

from tiku.formats.draft import Chosen, Draft, Filled, Measured, Paired, Reading, Said, Truth
from tiku.locales.catalogue import Words
from tiku.model.problem import Problem

POLICY = "default-src 'none'; style-src 'unsafe-inline'"
STYLE = """
:root{color-scheme:light dark}
body{font:1rem/1.6 system-ui,sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem}
article{border-top:1px solid;padding:.5rem 0}
.stem,.text{white-space:pre-wrap;overflow-wrap:anywhere}
.doubt{border-left:.3rem solid #b36b00;padding-left:.6rem}
.right{font-weight:bold}
dt{font-weight:bold}
"""


def page(name: str, reading: Reading, words: Words) -> str:
    """One HTML file without scripts and requests."""
    doubtful = [draft for draft in reading.drafts if draft.doubts]
    head = words("import.summary", all=len(reading.drafts), doubtful=len(doubtful))
    body = [
        f"<h1>{escape(name)}</h1>",
        f"<p>{escape(head)}</p>",
        *_problems(reading.problems, words),
    ]
    for number, draft in enumerate(reading.drafts, 1):
        body += _question(number, draft, words)
    return (
        f'<!doctype html>\n<html lang="{words.language}">\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        f"<title>{escape(name)}</title>\n<style>{STYLE}</style>\n<main>\n"
        + "\n".join(body)
        + "\n</main>\n</html>\n"
    )


def _question(number: int, draft: Draft, words: Words) -> Iterator[str]:
    kind = escape(words(f"import.labels.{draft.kind}"))
    yield f'<article id="q{number}"><h2>{number}. {kind}</h2>'
    if draft.material:
        yield f'<blockquote class="text">{escape(draft.material)}</blockquote>'
    yield f'<p class="stem">{escape(draft.stem)}</p>'
    yield from _choices(draft)
    answer = _answer(draft, words)
    parts = (
        ("answer", answer),
        ("found", draft.found if draft.right is None else ""),
        ("explanation", draft.explanation),
        ("hint", draft.hint),
        ("topic", draft.topic),
        ("points", f"{draft.points:f}" if draft.points is not None else ""),
        ("difficulty", draft.difficulty),
        ("tags", " ".join(draft.tags)),
    )
    yield "<dl>"
    for name, text in parts:
        if text:
            yield f'<dt>{escape(words(f"import.labels.{name}"))}<dd class="text">{escape(text)}'
    yield "</dl>"
    yield from _problems(draft.doubts, words)
    yield f"<p><small>{escape(str(draft.place))}</small></p></article>"


def _choices(draft: Draft) -> Iterator[str]:
    right = draft.right.indexes if isinstance(draft.right, Chosen) else ()
    if draft.choices:
        yield '<ol type="A">'
        for at, text in enumerate(draft.choices):
            mark = " ✓" if at in right else ""
            kind = ' class="right"' if at in right else ""
            yield f"<li{kind}>{escape(text)}{mark}"
        yield "</ol>"


def _answer(draft: Draft, words: Words) -> str:
    match draft.right:
        case Chosen(indexes):
            return " ".join(chr(65 + at) if at < 26 else str(at + 1) for at in indexes)
        case Truth(value):
            return words("import.labels.true") if value else words("import.labels.false")
        case Filled(blanks):
            return "\n".join(" / ".join(blank) or "—" for blank in blanks)
        case Said(text):
            return text
        case Paired(pairs, extra):
            return "\n".join(
                [
                    *(f"{left} → {right}" for left, right in pairs),
                    *(f"— → {text}" for text in extra),
                ]
            )
        case Measured(value, tolerance, units):
            return (
                f"{value:f}{f' ± {tolerance:f}' if tolerance else ''} {' / '.join(units)}".strip()
            )
    return words("import.labels.none")


def _problems(problems: Sequence[Problem], words: Words) -> Iterator[str]:
    for problem in problems:
        said = escape(f"{problem.place.line}: {problem.message(words)}")
        hint = escape(problem.hint(words))
        yield f'<p class="doubt">{said}<br><small>{hint}</small></p>'
