"""A question as a <tiku-question>: what stands around the parts of its kind."""

from collections.abc import Iterator, Mapping, Sequence

from markupsafe import Markup

from tiku.locales.catalogue import Words
from tiku.model import Id, Question
from tiku.model.marking import key_text
from tiku.model.values import dataclass
from tiku.rendering.edit_links import EditLinks
from tiku.rendering.environment import Cited, Link, link, saying, sure
from tiku.rendering.filling import NOTHING, filled, together
from tiku.rendering.kinds import PARTS
from tiku.rendering.prose import block, lead

QUESTION = """\
<tiku-question id="%s" data-kind="%s" data-revision="%s" data-key="%s"%s>
<form method="dialog" autocomplete="off">
<p class="tiku-meta">%s</p>
<fieldset>
<legend>%s</legend>
%s
%s</fieldset>
%s<details class="tiku-answer"><summary>%s</summary>
%s</details>
</form>
</tiku-question>"""
HINT = '<details class="tiku-hint"><summary>%s</summary>%s</details>\n'


@dataclass(frozen=True, slots=True)
class Around:
    """What a library says around a question; `laws`: names of jurisdictions by their ids."""

    see: Sequence[Link]
    cited: Sequence[Cited]
    laws: Mapping[Id, str]
    mend: EditLinks | None


def framed(question: Question, around: Around, words: Words) -> Markup:
    """The whole question."""
    return Frame(question, around, words).html()


class Frame:
    """Of one question."""

    def __init__(self, question: Question, around: Around, words: Words) -> None:
        self.q, self.around, self.say = question, around, saying(words)
        self.parts = PARTS[question.kind](question, words)

    def html(self) -> Markup:
        """All of it."""
        q, (first, rest) = self.q, lead(self.q.stem)
        return filled(
            QUESTION,
            *(q.id, q.kind, q.revision(), key_text(q), together(self._told())),
            *(self._meta(), first, rest, self.parts.field(), self._hint()),
            *(self.say("question.reveal"), together(self._answer())),
        )

    def _told(self) -> Iterator[Markup]:
        """To scripts, where it is known."""
        if self.q.difficulty:
            yield filled(' data-difficulty="%s"', self.q.difficulty)
        if self.q.tags:
            yield filled(' data-tags="%s"', " ".join(self.q.tags))

    def _meta(self) -> Markup:
        kind = self.say(f"labels.kinds.{self.q.kind}")
        if not self.q.difficulty:
            return kind
        return filled("%s · %s", kind, self.say(f"labels.difficulties.{self.q.difficulty}"))

    def _hint(self) -> Markup:
        return (
            filled(HINT, self.say("question.hint"), block(self.q.hint)) if self.q.hint else NOTHING
        )

    def _answer(self) -> Iterator[Markup]:
        yield self.parts.key()
        if self.q.explanation:
            html = block(self.q.explanation)
            yield filled('<div class="tiku-explanation">%s</div>\n', html)
        yield self.parts.notes()
        yield from self._grounds()
        if self.around.mend:
            yield self._mend(self.around.mend)

    def _grounds(self) -> Iterator[Markup]:
        """Where to read on, which law, and who says so."""
        around, say, row = self.around, self.say, '<p class="tiku-%s">%s</p>\n'
        if around.see:
            yield filled(row, "see", say("question.see", links=[link(to) for to in around.see]))
        if self.q.jurisdiction and self.q.as_of:
            law = around.laws.get(self.q.jurisdiction, self.q.jurisdiction)
            yield filled(row, "law", say("question.law", jurisdiction=law, date=self.q.as_of))
        if around.cited:
            sources = [*map(sure(say), around.cited)]
            yield filled(row, "sources", say("question.sources", sources=sources))

    def _mend(self, mend: EditLinks) -> Markup:
        a, say = '<a href="%s">%s</a>', self.say
        report = filled(a, mend.report, say("question.report")) if mend.report else NOTHING
        edit = filled(a, mend.edit, say("question.edit"))
        return filled('<p class="tiku-mend">%s%s</p>\n', report, edit)
