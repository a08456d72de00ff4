"""A line of a question -> its parts."""

import re
from dataclasses import dataclass

from tiku.formats.paper import answers, choices, keys
from tiku.formats.paper.choices import MARKED
from tiku.formats.paper.labels import labels, without_marks
from tiku.formats.paper.line import Line
from tiku.formats.paper.lookahead import ANSWER_ALONE
from tiku.formats.paper.raw import Paper, Raw
from tiku.formats.paper.vocabulary import LABEL

LETTERS_BEFORE = re.compile(
    r"^[（(]\s*([A-Ja-jＡ-Ｊ](?:[\s、,，]*[A-Ja-jＡ-Ｊ]){0,7})\s*[)）]\s*+[.．、]?\s*(?=\S{4})"
)
PREDICATES = "是为為指乃属屬等在由与與和的者即可应應能会會将將不"
"""Before these a bracket is the blank, not something put before the stem."""


def _called(label: str, name: str, question: Raw) -> str:
    """`解答` behind an answer explains it."""
    return "explanation" if question.answer and "解答" in label else name


@dataclass(slots=True)
class PartReader:
    """`into` is the part that a line without a label goes on with."""

    paper: Paper
    question: Raw | None = None
    into: str = ""

    def leave(self) -> None:
        """No question is open."""
        self.question, self.into = None, ""

    def explains(self) -> bool:
        """Whether an explanation is going on."""
        return self.into in ("explanation", "rubric")

    def body(self, line: Line, text: str) -> None:
        """Add a line to the question at hand."""
        question = self.question
        assert question is not None
        at = 0
        for start, stop, name in labels(text):
            self._part(question, line, text[at:start], at > 0 or start > 0)
            self.into, at = _called(text[start:stop], name, question), stop
            if self.into == "answer":
                self._begin_answer(question, line, text[:start])
        self._part(question, line, text[at:], True)

    def answered_alone(self, line: Line, text: str) -> bool:
        """`(B)` on a line of its own, where the question has more choices than that."""
        question, found = self.question, ANSWER_ALONE.match(text)
        if question is None or found is None or question.answer or self.into != "stem":
            return False
        named = answers.letters(found[1])
        if named is None or max(named.indexes) >= question.have():
            return False
        question.answer, question.answer_line, self.into = [found[1]], line.number, "answer"
        return True

    def _begin_answer(self, question: Raw, line: Line, before: str) -> None:
        if question.answer is None:
            question.answer, question.answer_line = [], line.number
        glued = before.strip() and before[-1] not in "。）) \t　" and not LABEL.search(before)
        if glued and question.have() and question.pieces[-1].line == line.number:
            question.doubts.append(("answer-glued-to-last-choice", "", line.number))

    def _part(self, question: Raw, line: Line, text: str, real: bool) -> None:
        text = text.strip(" 　")
        if not text and self.into != "answer":
            return
        if self.into in ("stem", ""):
            self._stem(question, line, text)
        elif self.into == "answer":
            self._answer(question, line, text)
        elif self.into == "mine":
            if not question.parts.get("mine"):
                question.add("mine", text)
        else:
            question.add(self.into, text.replace(MARKED, ""))

    def _stem(self, question: Raw, line: Line, text: str) -> None:
        if not question.pieces:
            text = self._answered(question, without_marks(question, text), line)
        found: list[tuple[str, str]] = []
        pieces = choices.split(
            text,
            question.have(),
            line.number,
            found,
            inside=self._choosing(question),
            begun=bool(question.pieces),
        )
        for piece in pieces:
            marked = line.marked or MARKED in piece.text
            piece.marked = marked
            piece.text = piece.text.replace(MARKED, "").strip()
        question.pieces += pieces
        question.doubts += [(code, what, line.number) for code, what in found]

    def _choosing(self, question: Raw) -> bool:
        kind = question.kind or question.section.kind
        return kind not in ("fill", "open", "numeric")

    def _answered(self, question: Raw, text: str, line: Line) -> str:
        """`(B)` in front of a stem is its answer: nobody begins a question with a choice."""
        found = LETTERS_BEFORE.match(text)
        if not found or question.answer is not None:
            return text
        question.answer, question.answer_line = [found[1]], line.number
        rest = text[found.end() :]
        return f"（　）{rest}" if rest[0] in PREDICATES else rest

    def _answer(self, question: Raw, line: Line, text: str) -> None:
        if question.answer is None:
            question.answer, question.answer_line = [], line.number
        if text and keys.joint(text) and self._distributed(question, text, line):
            question.answer, self.into = question.answer or None, "done"
            return
        if text:
            question.answer.append(text.replace(MARKED, ""))

    def _distributed(self, question: Raw, text: str, line: Line) -> bool:
        """One line answers several of the last questions."""
        found = keys.entries(text, line.number)
        near = [q for q in self.paper.questions if q.section is question.section]
        byvalue = {q.value: q for q in near if q.answer is None or q is question}
        if not all(entry.number in byvalue for entry in found):
            return False
        for entry in found:
            byvalue[entry.number].answer = [entry.text]
            byvalue[entry.number].answer_line = line.number
        return True
