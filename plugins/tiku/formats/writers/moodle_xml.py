"""Moodle XML: https://docs.moodle.org/en/Moodle_XML_format.

Seen in Moodle 4.5: `ordering` without `shownumcorrect` aborts the whole import; fractions must
be on its list (up to ten right choices); a `/` in a category's name is written twice.
"""

import re
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping
from urllib.parse import quote

from tiku.formats.writers.exported import NOTHING, Bundle, Exported, Loss, Rich, Written, loss
from tiku.formats.writers.xml_text import HEADER, Xml, cdata, element, joined
from tiku.locales.catalogue import Words

FULL = "100"
MOST_RIGHT = 10
TYPES = {
    "single": "multichoice",
    "multiple": "multichoice",
    "true-false": "truefalse",
    "numeric": "numerical",
    "text": "shortanswer",
    "matching": "matching",
    "ordering": "ordering",
    "open": "essay",
}
LONGEST_NAME = 80
REFUSED = re.compile(r"[&<>\"`|':\\]")
"""In the name of a file."""


def write(bundle: Bundle) -> Written:
    """A category a topic, below one that names the bank and its day: Moodle doubles what it
    imports again into the same category."""
    parts, topic = [], None
    for question in bundle.questions:
        if question.topic_title != topic:
            topic = question.topic_title
            parts.append(_category(bundle, topic))
        if _is_possible(question):
            parts.append(_question(question, bundle))
    losses = tuple(told for question in bundle.questions for told in _losses(question, bundle))
    left_out = tuple(q.id for q in bundle.questions if not _is_possible(q))
    quiz = element("quiz", "\n", joined(parts), "\n")
    return Written(f"{HEADER}{quiz}\n".encode(), losses, left_out)


def _is_possible(question: Exported) -> bool:
    return question.kind != "multiple" or len(question.right) <= MOST_RIGHT


def _category(bundle: Bundle, topic: str) -> Xml:
    root = f"{bundle.title} {bundle.changed}"
    path = "/".join(name.replace("/", "//") for name in (root, topic))
    named = element("category", element("text", f"$course$/top/{path}"))
    return element("question", named, type="category")


def _question(question: Exported, bundle: Bundle) -> Xml:
    text = _Texts(bundle.pictures)
    name = f"{question.id} {question.stem.line}"[:LONGEST_NAME]
    return element(
        "question",
        "\n",
        joined(
            [
                element("name", element("text", name)),
                text.html("questiontext", _stem(question)),
                text.html("generalfeedback", _general(question, bundle.words)),
                element("defaultgrade", f"{question.worth:f}"),
                element("penalty", "0"),
                element("hidden", "0"),
                element("idnumber", question.id),
                *KINDS[question.kind](question, text),
                *([text.html("hint", question.hint)] if question.hint.markdown else []),
                element("tags", *(_tag(name) for name in _tags(question))),
            ]
        ),
        "\n",
        type=TYPES[question.kind],
    )


def _tag(name: str) -> Xml:
    return element("tag", element("text", name))


def _tags(question: Exported) -> Iterator[str]:
    yield from question.tags
    if question.difficulty:
        yield f"difficulty:{question.difficulty}"
    if question.objective:
        yield f"objective:{question.objective}"
    yield from (f"syllabus:{name}" for name in question.syllabus)


class _Texts:
    """Elements with HTML, and the pictures in them."""

    def __init__(self, pictures: Mapping[str, bytes]) -> None:
        self.pictures = pictures

    def html(self, tag: str, text: Rich, **attributes: str) -> Xml:
        """With its pictures beside the text, as Moodle wants them."""
        shown = text.with_pictures(lambda path: f"@@PLUGINFILE@@{quote(_there(path))}")
        return element(
            tag,
            element("text", cdata(shown)) if shown else element("text"),
            *(self._file(path) for path in dict.fromkeys(text.pictures())),
            **attributes,
            format="html",
        )

    def _file(self, path: str) -> Xml:
        data = b64encode(self.pictures.get(path, b"")).decode()
        folder, slash, name = _there(path).rpartition("/")
        return element("file", data, name=name, path=f"{folder}{slash}", encoding="base64")


def _there(path: str) -> str:
    """Where Moodle keeps it: names lose what Moodle takes out of them."""
    return f"/{REFUSED.sub('-', path)}"


def _stem(question: Exported) -> Rich:
    """The material of a case stands in an element of its own, so that it can be told again."""
    if not question.case:
        return question.stem
    title = element("p", element("strong", question.case.title))
    material = f'<div class="tiku-material" id="{question.case.id}">{title}'
    html = f"{material}{question.case.text.html}</div>\n{question.stem.html}"
    return Rich(f"{question.case.text.markdown}\n\n{question.stem.markdown}", html)


def _general(question: Exported, words: Words) -> Rich:
    links = [
        element("a", link.title, href=link.address) if link.address else element("span", link.title)
        for link in question.see
    ]
    html = question.explanation.html
    if links:
        html += element("p", joined(links, words("separators.list")), class_="tiku-see")
    return Rich(question.explanation.markdown, html)


def _answer(text: _Texts, content: Rich, fraction: str, why: Rich = NOTHING) -> Xml:
    shown = text.html("answer", content, fraction=fraction)
    return Xml(shown.removesuffix("</answer>") + text.html("feedback", why) + "</answer>")


def _plain_answer(words: str, fraction: str, *more: Xml) -> Xml:
    return element(
        "answer", element("text", words), *more, fraction=fraction, format="moodle_auto_format"
    )


def _choosing(question: Exported, text: _Texts) -> Iterator[Xml]:
    several = question.kind == "multiple"
    yield element("single", str(not several).lower())
    yield element("shuffleanswers", "true")
    yield element("answernumbering", "ABCD")
    yield element("showstandardinstruction", "0")
    right = f"{100 / max(len(question.right), 1):.7g}"
    for choice in question.in_view():
        worth = right if choice.is_right else "-100" if several else "0"
        yield _answer(text, choice.text, worth, choice.why)


def _true_false(question: Exported, text: _Texts) -> Iterator[Xml]:
    for verdict in (True, False):
        right = verdict == question.truth
        why = text.html("feedback", NOTHING if right else question.why_wrong)
        yield _plain_answer(str(verdict).lower(), FULL if right else "0", why)


def _numeric(question: Exported, text: _Texts) -> Iterator[Xml]:
    number = question.number
    assert number is not None
    yield _plain_answer(f"{number.value:f}", FULL, element("tolerance", f"{number.tolerance:f}"))
    if number.unit:
        unit = element("unit", element("multiplier", "1"), element("unit_name", number.unit))
        yield element("units", unit)
    yield element("unitgradingtype", "0")
    yield element("unitpenalty", "0")
    yield element("showunits", "3" if not number.unit else "0")
    yield element("unitsleft", "0")


def _text(question: Exported, text: _Texts) -> Iterator[Xml]:
    yield element("usecase", "0")
    for word in question.accepted:
        yield _plain_answer(word.replace("*", "\\*"), FULL)


def _matching(question: Exported, text: _Texts) -> Iterator[Xml]:
    yield element("shuffleanswers", "true")
    texts = {choice.id: choice.text.line for choice in question.choices}
    pairs = [(prompt.text, texts[prompt.choice]) for prompt in question.prompts]
    pairs += [(NOTHING, choice.text.line) for choice in question.choices if not choice.is_right]
    for left, right in pairs:
        shown = text.html("subquestion", left)
        answer = element("answer", element("text", right))
        yield Xml(shown.removesuffix("</subquestion>") + answer + "</subquestion>")


def _ordering(question: Exported, text: _Texts) -> Iterator[Xml]:
    yield element("layouttype", "VERTICAL")
    yield element("selecttype", "ALL")
    yield element("selectcount", "0")
    yield element("gradingtype", "ALL_OR_NOTHING")
    yield element("showgrading", "SHOW")
    yield element("numberingstyle", "none")
    yield element("shownumcorrect", "1")
    for place, choice in enumerate(question.choices, 1):
        yield text.html("answer", choice.text, fraction=f"{place}.0000000")


def _open(question: Exported, text: _Texts) -> Iterator[Xml]:
    yield element("responseformat", "editor")
    yield element("responserequired", "1")
    yield element("responsefieldlines", "10")
    yield element("attachments", "0")
    points = "".join(f"<li>{point.html}</li>" for point in question.points)
    html = question.model.html + (f"<ul>{points}</ul>" if points else "")
    yield text.html("graderinfo", Rich(question.model.markdown, html))
    yield text.html("responsetemplate", NOTHING)


KINDS: Mapping[str, Callable[[Exported, _Texts], Iterator[Xml]]] = {
    "single": _choosing,
    "multiple": _choosing,
    "true-false": _true_false,
    "numeric": _numeric,
    "text": _text,
    "matching": _matching,
    "ordering": _ordering,
    "open": _open,
}


def _losses(question: Exported, bundle: Bundle) -> Iterator[Loss]:
    if not _is_possible(question):
        yield loss("too-many-right", question, most=MOST_RIGHT)
    elif question.kind == "multiple" and not question.is_shared:
        yield loss("points-by-share", question)
    if question.case:
        yield loss("case-in-stem", question)
    if question.points:
        yield loss("checklist-for-grader", question)
    if any(prompt.why.markdown for prompt in question.prompts):
        yield loss("no-why", question)
    if question.number and question.number.formula:
        yield loss("no-formula", question)
