"""A question -> a QTI item: what is asked, what is right, how it is scored, what is said then."""

from collections.abc import Callable, Iterator, Mapping
from urllib.parse import quote

from tiku.formats.writers.exported import Exported, Rich
from tiku.formats.writers.qti_dialect import Dialect
from tiku.formats.writers.xml_text import HEADER, Xml, element
from tiku.locales.catalogue import Words

EXPLAINED = "EXPLANATION"
CARDINALITY = {"multiple": "multiple", "matching": "multiple", "ordering": "ordered"}
BASE_TYPE = {"matching": "directedPair", "numeric": "float", "text": "string", "open": "string"}


def identifier(name: str) -> str:
    """An id as XML takes it."""
    plain = name.replace("/", ".")
    return plain if plain[:1].isalpha() else f"c_{plain}"


def picture(path: str) -> str:
    """Where a picture stands, seen from an item."""
    return f"../media/{quote(path)}"


class ItemWriter:
    """Items of one version, in one language."""

    def __init__(self, dialect: Dialect, words: Words) -> None:
        self.q, self.words = dialect, words

    def item(self, question: Exported) -> bytes:
        """The whole file."""
        tag = self.q.tag
        body = tag("item-body", *self._body(question))
        made = tag(
            "assessment-item",
            self._response(question),
            self._outcome("SCORE", "float", tag("default-value", tag("value", "0"))),
            self._outcome(
                "MAXSCORE", "float", tag("default-value", tag("value", f"{question.worth:f}"))
            ),
            tag(
                "outcome-declaration",
                identifier="FEEDBACK",
                cardinality="multiple",
                base_type="identifier",
            ),
            body,
            tag("response-processing", *self._scoring(question), self._telling(question)),
            *self._feedback(question),
            identifier=identifier(question.id),
            title=question.stem.line[:80],
            adaptive="false",
            time_dependent="false",
        )
        return f"{HEADER}{self._with_namespace(made)}\n".encode()

    def _with_namespace(self, made: Xml) -> str:
        name, space, rest = made.partition(" ")
        instance = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
        location = f'xsi:schemaLocation="{self.q.namespace} {self.q.schema}"'
        return f'{name} xmlns="{self.q.namespace}" {instance} {location}{space}{rest}'

    def _outcome(self, name: str, kind: str, *inside: Xml) -> Xml:
        return self.q.tag(
            "outcome-declaration", *inside, identifier=name, cardinality="single", base_type=kind
        )

    def _response(self, question: Exported) -> Xml:
        tag = self.q.tag
        values = [tag("value", value) for value in _right(question)]
        inside = [tag("correct-response", *values)] if values else []
        return tag(
            "response-declaration",
            *inside,
            *self._mapping(question),
            identifier="RESPONSE",
            cardinality=CARDINALITY.get(question.kind, "single"),
            base_type=BASE_TYPE.get(question.kind, "identifier"),
        )

    def _mapping(self, question: Exported) -> Iterator[Xml]:
        """Words that are accepted; of several choices, what each is worth without a wrong one."""
        tag, worth = self.q.tag, f"{question.worth:f}"
        if question.kind == "text":
            entries = [
                tag("map-entry", map_key=word, mapped_value=worth, case_sensitive="false")
                for word in question.accepted
            ]
            yield tag("mapping", *entries, default_value="0")
        elif question.kind == "multiple" and question.partial:
            entries = [
                tag(
                    "map-entry", map_key=identifier(choice.id), mapped_value=f"{question.partial:f}"
                )
                for choice in question.right
            ]
            yield tag("mapping", *entries, lower_bound="0", default_value=f"-{worth}0")

    def _html(self, text: Rich) -> Xml:
        return self.q.html(text.with_pictures(picture))

    def _block(self, text: Rich) -> Xml:
        return element("div", self._html(text))

    def _body(self, question: Exported) -> Iterator[Xml]:
        if question.case:
            title = element("p", element("strong", question.case.title))
            yield element("div", title, self._html(question.case.text), class_="material")
        yield self._block(question.stem)
        yield from KINDS[question.kind](self, question)

    def choosing(self, question: Exported) -> Iterator[Xml]:
        """Letters stay where an explanation may name them: nothing is shuffled."""
        tag = self.q.tag
        choices = [
            tag("simple-choice", self._html(choice.text), identifier=identifier(choice.id))
            for choice in question.in_view()
        ]
        most = "0" if question.kind == "multiple" else "1"
        yield tag(
            "choice-interaction",
            *choices,
            response_identifier="RESPONSE",
            shuffle="false",
            max_choices=most,
        )

    def judging(self, question: Exported) -> Iterator[Xml]:
        """Two verdicts."""
        tag = self.q.tag
        names = self.words.group("labels.verdicts")
        choices = [
            tag("simple-choice", name, identifier=verdict) for verdict, name in names.items()
        ]
        yield tag(
            "choice-interaction",
            *choices,
            response_identifier="RESPONSE",
            shuffle="false",
            max_choices="1",
        )

    def ordering(self, question: Exported) -> Iterator[Xml]:
        """As readers find them, which is never the right order."""
        tag = self.q.tag
        choices = [
            tag("simple-choice", self._html(choice.text), identifier=identifier(choice.id))
            for choice in question.in_view()
        ]
        yield tag("order-interaction", *choices, response_identifier="RESPONSE", shuffle="false")

    def matching(self, question: Exported) -> Iterator[Xml]:
        """Each prompt once, each choice as often as it fits."""
        tag = self.q.tag
        left = [
            tag(
                "simple-associable-choice",
                self._html(own.text),
                identifier=identifier(f"p-{own.id}"),
                match_max="1",
            )
            for own in question.prompts
        ]
        right = [
            tag(
                "simple-associable-choice",
                self._html(own.text),
                identifier=identifier(f"c-{own.id}"),
                match_max="0",
            )
            for own in question.in_view()
        ]
        sets = (tag("simple-match-set", *left), tag("simple-match-set", *right))
        yield tag(
            "match-interaction",
            *sets,
            response_identifier="RESPONSE",
            shuffle="false",
            max_associations=len(question.prompts),
        )

    def entering(self, question: Exported) -> Iterator[Xml]:
        """A word or a number; its unit stands behind."""
        field = self.q.tag(
            "text-entry-interaction", response_identifier="RESPONSE", expected_length="20"
        )
        yield element("p", field, question.number.unit if question.number else "")

    def writing(self, question: Exported) -> Iterator[Xml]:
        """Marked by a person, who reads a model answer."""
        tag = self.q.tag
        points = [element("li", self._html(point)) for point in question.points]
        told = [self._block(question.model), *([element("ul", *points)] if points else [])]
        content = [tag("content-body", *told)] if self.q.version == "3.0" else told
        use = {"use": "scoring"} if self.q.version == "3.0" else {}
        yield tag("extended-text-interaction", response_identifier="RESPONSE", expected_lines="6")
        yield tag("rubric-block", *content, view="scorer", **use)

    def _scoring(self, question: Exported) -> Iterator[Xml]:
        """Nothing is worth anything until it is answered: a mapping of nothing fails in players."""
        tag = self.q.tag
        answer = tag("variable", identifier="RESPONSE")
        blank = tag("response-if", tag("is-null", answer), self._set_score(self._number("0")))
        if question.kind == "open":
            return
        branches = [blank]
        if question.kind == "text":
            branches.append(
                tag("response-else", self._set_score(tag("map-response", identifier="RESPONSE")))
            )
        else:
            full = self._set_score(self._number(f"{question.worth:f}"))
            branches.append(tag("response-else-if", self._is_right(question), full))
            if question.kind == "multiple" and question.partial:
                part = self._set_score(tag("map-response", identifier="RESPONSE"))
                branches.append(tag("response-else", part))
        yield tag("response-condition", *branches)

    def _is_right(self, question: Exported) -> Xml:
        """A number by its bounds: players disagree on the ends of a tolerance."""
        tag = self.q.tag
        answer = tag("variable", identifier="RESPONSE")
        if question.number is None:
            return tag("match", answer, tag("correct", identifier="RESPONSE"))
        value, slack = question.number.value, question.number.tolerance
        least, most = (self._number(f"{end:f}") for end in (value - slack, value + slack))
        return tag("and", tag("gte", answer, least), tag("lte", answer, most))

    def _number(self, value: str) -> Xml:
        return self.q.tag("base-value", value, base_type="float")

    def _set_score(self, value: Xml) -> Xml:
        return self.q.tag("set-outcome-value", value, identifier="SCORE")

    def _telling(self, question: Exported) -> Xml:
        """What is said: of each choice that was made, and the explanation."""
        tag = self.q.tag
        named = [tag("base-value", EXPLAINED, base_type="identifier")]
        if question.kind in ("single", "multiple", "true-false"):
            named.insert(0, tag("variable", identifier="RESPONSE"))
        return tag("set-outcome-value", tag("multiple", *named), identifier="FEEDBACK")

    def _feedback(self, question: Exported) -> Iterator[Xml]:
        for choice in question.choices:
            if choice.why.markdown:
                yield self._said(identifier(choice.id), choice.why)
        if question.why_wrong.markdown:
            yield self._said(str(not question.truth).lower(), question.why_wrong)
        if question.explanation.markdown:
            yield self._said(EXPLAINED, question.explanation)

    def _said(self, name: str, text: Rich) -> Xml:
        content = self._block(text)
        inside = self.q.tag("content-body", content) if self.q.version == "3.0" else content
        return self.q.tag(
            "modal-feedback",
            inside,
            outcome_identifier="FEEDBACK",
            identifier=name,
            show_hide="show",
        )


def _right(question: Exported) -> list[str]:
    if question.kind == "matching":
        return [
            f"{identifier(f'p-{p.id}')} {identifier(f'c-{p.choice}')}" for p in question.prompts
        ]
    if question.number:
        return [f"{question.number.value:f}"]
    if question.truth is not None:
        return [str(question.truth).lower()]
    return [identifier(choice.id) for choice in question.right] or list(question.accepted[:1])


KINDS: Mapping[str, Callable[[ItemWriter, Exported], Iterator[Xml]]] = {
    "single": ItemWriter.choosing,
    "multiple": ItemWriter.choosing,
    "true-false": ItemWriter.judging,
    "numeric": ItemWriter.entering,
    "text": ItemWriter.entering,
    "matching": ItemWriter.matching,
    "ordering": ItemWriter.ordering,
    "open": ItemWriter.writing,
}
