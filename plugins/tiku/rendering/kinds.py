"""What a question of each kind has of its own: the field to answer in, what is right, and why.

In Python, not in templates: most of a site is questions, and those took three times as long.
"""

from collections.abc import Mapping
from typing import Any, Generic, TypeVar

from markupsafe import Markup, escape

from tiku.locales.catalogue import Words
from tiku.model import (
    ChoiceQuestion,
    Matching,
    Numeric,
    NumericAnswer,
    Open,
    Ordering,
    Question,
    Text,
    TrueFalse,
)
from tiku.rendering.environment import joined, saying
from tiku.rendering.filling import NOTHING, each, filled, together
from tiku.rendering.prose import block, inline, plain

Q = TypeVar("Q", bound=Question)
Notes = TypeVar("Notes", ChoiceQuestion, TrueFalse, Matching)
FIELD = '<p class="tiku-field"><label>%s %s</label>%s</p>\n'
TYPED = Markup('<input name="answer">')
LONGER = Markup('<textarea name="answer" rows="5"></textarea>')


class Parts(Generic[Q]):
    """Of a question of any kind; what most have is here."""

    def __init__(self, question: Q, words: Words) -> None:
        self.q, self.words, self.say = question, words, saying(words)

    def field(self) -> Markup:
        """Where it is answered."""
        raise NotImplementedError

    def key(self) -> Markup:
        """What is right."""
        told = joined(self.words, answers(self.q, self.words), "parts")
        return filled('<p class="tiku-key"><b>%s</b> %s</p>\n', self.say("question.answer"), told)

    def notes(self) -> Markup:
        """What is said behind the explanation."""
        return NOTHING

    def _listed(self, list_: str, rows: Markup) -> Markup:
        key = '<div class="tiku-key"><b>%s</b>\n<%s>\n%s</%s>\n</div>\n'
        return filled(key, self.say("question.answer"), list_, rows, list_)


class Explained(Parts[Notes]):
    """What has a note on some of what is offered."""

    def offered(self) -> Mapping[Any, str]:
        """Id -> text."""
        raise NotImplementedError

    def notes(self) -> Markup:
        if not self.q.why:
            return NOTHING
        texts, row = self.offered(), '<li data-choice="%s"><b>%s</b> %s</li>\n'
        why = [(part, inline(texts[part]), inline(text)) for part, text in self.q.why.items()]
        return filled('<ul class="tiku-why">\n%s</ul>\n', each(row, why))


class OneOf(Explained[Notes]):
    """Choices, of which one is taken."""

    control, name = "radio", "tiku-choices"

    def field(self) -> Markup:
        row = (
            f'<li><label><input type="{self.control}" name="choice" value="%s">'
            "<span>%s</span></label></li>\n"
        )
        rows = [(choice, inline(text)) for choice, text in self.offered().items()]
        return filled('<ol class="%s">\n%s</ol>\n', self.name, each(row, rows))


class OneChoice(OneOf[ChoiceQuestion]):
    """Of those that the author wrote."""

    def offered(self) -> Mapping[Any, str]:
        return self.q.choices


class Several(OneChoice):
    """Any number of them is taken."""

    control = "checkbox"


class Verdict(OneOf[TrueFalse]):
    """True or false."""

    name = "tiku-verdicts"

    def offered(self) -> Mapping[Any, str]:
        return self.words.group("labels.verdicts")


class Number(Parts[Numeric]):
    """A number, with its unit behind."""

    def field(self) -> Markup:
        unit = self.q.answer and self.q.answer.unit
        shown = filled(' <span class="tiku-unit">%s</span>', unit) if unit else NOTHING
        return filled(FIELD, self.say("question.number"), TYPED, shown)

    def notes(self) -> Markup:
        if not (self.q.answer and self.q.answer.formula):
            return NOTHING
        formula = filled("<code>%s</code>", self.q.answer.formula)
        told = self.say("question.formula", formula=formula)
        return filled('<p class="tiku-formula">%s</p>\n', told)


class Word(Parts[Text]):
    """A word, and other spellings of it."""

    def field(self) -> Markup:
        return filled(FIELD, self.say("question.answer"), TYPED, NOTHING)

    def notes(self) -> Markup:
        others = self.q.answer[1:]
        if not others:
            return NOTHING
        told = self.say("question.accepted", variants=others)
        return filled('<p class="tiku-variants">%s</p>\n', told)


class Pairs(Explained[Matching]):
    """A select for each prompt; what is offered stands below in full."""

    def offered(self) -> Mapping[Any, str]:
        return self.q.prompts

    def field(self) -> Markup:
        row = '<li><label><span>%s</span><select name="%s">\n%s</select></label></li>\n'
        rows = [(inline(text), one, self._options(one)) for one, text in self.q.prompts.items()]
        offered = [(inline(self.q.choices[choice]),) for choice in self.q.shown()]
        return together(
            [
                filled('<ul class="tiku-prompts">\n%s</ul>\n', each(row, rows)),
                filled('<ol class="tiku-offered">\n%s</ol>\n', each("<li>%s</li>\n", offered)),
            ]
        )

    def key(self) -> Markup:
        pairs = [(t, self.q.choices[self.q.answer[one]]) for one, t in self.q.prompts.items()]
        rows = [(inline(text), inline(choice)) for text, choice in pairs]
        return self._listed("ul", each("<li>%s → %s</li>\n", rows))

    def _options(self, prompt: str) -> Markup:
        choices = [(prompt, one, plain(self.q.choices[one])) for one in self.q.shown()]
        none = filled('<option value="">%s</option>\n', self.say("question.choose"))
        return together([none, each('<option value="%s=%s">%s</option>\n', choices)])


class Order(Parts[Ordering]):
    """The place of each."""

    def field(self) -> Markup:
        row = (
            '<li data-choice="%s"><label><input type="number" min="1" max="%s">'
            "<span>%s</span></label></li>\n"
        )
        choices = self.q.choices
        rows = [(one, len(choices), inline(choices[one])) for one in self.q.shown()]
        return filled('<ol class="tiku-sequence">\n%s</ol>\n', each(row, rows))

    def key(self) -> Markup:
        rows = [(inline(self.q.choices[choice]),) for choice in self.q.answer]
        return self._listed("ol", each("<li>%s</li>\n", rows))


class Freely(Parts[Open]):
    """A text, beside one that is good and what makes it so."""

    def field(self) -> Markup:
        return filled(FIELD, self.say("question.your-answer"), LONGER, NOTHING)

    def key(self) -> Markup:
        row = '<li data-point="%s">%s</li>\n'
        points = [(point, inline(text)) for point, text in self.q.checklist.items()]
        return filled(
            '<div class="tiku-key" tabindex="-1"><b>%s</b>\n%s\n<p><b>%s</b></p>\n'
            '<ul class="tiku-checklist">\n%s</ul>\n</div>\n',
            self.say("question.model-answer"),
            block(self.q.answer),
            self.say("question.good-answer"),
            each(row, points),
        )


PARTS: Mapping[str, type[Parts[Any]]] = {
    "single": OneChoice,
    "multiple": Several,
    "true-false": Verdict,
    "numeric": Number,
    "text": Word,
    "matching": Pairs,
    "ordering": Order,
    "open": Freely,
}
"""By the names of the kinds, see KINDS in model/kinds.py."""


def number(answer: NumericAnswer) -> str:
    """A number with its unit."""
    return f"{answer.value:f}{answer.unit or ''}"


def answers(question: Question, words: Words) -> list[Markup]:
    """The right answer in words."""
    choices = getattr(question, "choices", None)
    if choices:
        key = question.key()
        return [inline(text) for choice, text in choices.items() if choice in key]
    if question.kind == "true-false":
        return [escape(words(f"labels.verdicts.{question.key()[0]}"))]
    if isinstance(question, Numeric) and question.answer:
        return [escape(number(question.answer))]
    return [escape(question.key()[0])]
