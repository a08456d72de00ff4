"""What a question of each kind is.

The attributes are the fields of the YAML: their types say how a value is read, the text below
each is what editors are told of it, in their language. What must be written is decided by the
rules, so that of three mistakes all three are told; after a check without errors nothing is
missing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from hashlib import sha256
from itertools import chain
from typing import ClassVar

from tiku.model.base import NO_ID, NO_PROSE, Difficulty, Entry, Id, Prose, Reference


@dataclass(frozen=True, slots=True, kw_only=True)
class Retired(Entry):
    """Why a question is no longer asked; its id is never used again."""

    since: date | None = None
    """哪一天退役。"""
    why: str = ""
    """為什麼退役，給編輯看。"""
    instead: Id | None = None
    """取代它的題目 id。"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item(Entry):
    """What stands in a bank's list: a question, or a case that holds some."""

    kind: ClassVar[str]

    id: Id = NO_ID
    """永遠不變的名字，作答紀錄與連結都靠它；在所有題庫裡不能重複。"""
    objective: Id | None = None
    """考哪一個學習目標，用本檔 objectives 的 id。"""
    difficulty: Difficulty | None = None
    """難易。"""
    syllabus: tuple[Id, ...] = ()
    """屬於哪些考試或課程，用 vocabulary.yml 的 id。"""
    jurisdiction: Id | None = None
    """所說的法規在哪裡有效，用 vocabulary.yml 的 id。"""
    as_of: date | None = None
    """法規內容截至哪一天。"""
    tags: tuple[Id, ...] = ()
    """標籤，用 vocabulary.yml 的 id；篩選與抽題用得到。"""
    see: tuple[Reference, ...] = ()
    """教這一題的條文或段落，例如 policies/complaint-handling.md#intake。"""
    sources: tuple[Id, ...] = ()
    """出處，用 sources.yml 的 id。"""
    reviewed: date | None = None
    """作者以外的人最後一次檢查的日期。"""
    expires: date | None = None
    """過了這一天要重新檢查，例如法規題。"""
    ignore: Mapping[Id, str] = field(default_factory=dict)
    """這一題不聽哪些警告與建議：每行一個「代碼: 為什麼」；錯誤不能略過。"""
    retired: Retired | None = None
    """讓題目退役：不再出現，id 也不會再被用。"""

    def questions_inside(self) -> tuple["Question", ...]:
        """The questions to be answered here: itself, or those of the case."""
        return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Question(Item):
    """What every kind of question has."""

    stem: Prose = NO_PROSE
    """題幹。"""
    hint: Prose | None = None
    """作答前可以看的提示，不洩漏答案。"""
    explanation: Prose | None = None
    """為什麼答案是對的；作答後顯示。"""

    def questions_inside(self) -> tuple["Question", ...]:
        return (self,)

    def key(self) -> tuple[str, ...]:
        """The right answer as text, in an order that does not depend on the file's."""
        raise NotImplementedError

    def offered(self) -> tuple[Prose, ...]:
        """What a reader may choose from, in an order that does not tell the key."""
        return ()

    def revision(self) -> str:
        """Eight hex digits that change when the key does, and only then."""
        text = "\n".join((self.kind, *self.key()))
        return sha256(text.encode()).hexdigest()[:8]


@dataclass(frozen=True, slots=True, kw_only=True)
class WithChoices(Question):
    """A question with choices; their ids survive shuffling and rewording."""

    choices: Mapping[Id, Prose] = field(default_factory=dict)
    """選項：每行一個「id: 文字」。id 不隨文字或順序改變。"""

    def offered(self) -> tuple[Prose, ...]:
        return tuple(self.choices.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceQuestion(WithChoices):
    """Some of the choices are right, each by itself."""

    answer: tuple[Id, ...] = ()
    """正確選項的 id；有好幾個時寫成清單。"""
    why: Mapping[Id, Prose] = field(default_factory=dict)
    """每個錯誤選項錯在哪裡。"""

    def key(self) -> tuple[str, ...]:
        return tuple(sorted(self.answer))

    def distractors(self) -> tuple[Id, ...]:
        """The ids of the wrong choices, as written."""
        return tuple(choice for choice in self.choices if choice not in self.answer)


@dataclass(frozen=True, slots=True, kw_only=True)
class Single(ChoiceQuestion):
    """One choice is right."""

    kind: ClassVar[str] = "single"


@dataclass(frozen=True, slots=True, kw_only=True)
class Multiple(ChoiceQuestion):
    """Two or more choices are right, at least one is wrong."""

    kind: ClassVar[str] = "multiple"


@dataclass(frozen=True, slots=True, kw_only=True)
class TrueFalse(Question):
    """A statement to be judged."""

    kind: ClassVar[str] = "true-false"

    answer: bool | None = None
    """true 或 false，也可以寫 正確、錯誤、對、錯。"""
    why: Mapping[Id, Prose] = field(default_factory=dict)
    """用 true 或 false 當鍵：這個判斷錯在哪裡。"""

    def key(self) -> tuple[str, ...]:
        return (str(self.answer).lower(),)


@dataclass(frozen=True, slots=True, kw_only=True)
class NumericAnswer(Entry):
    """A number, how far off is still right, and how it was calculated."""

    shorthand: ClassVar[str] = "value"

    value: Decimal | None = None
    """數值。"""
    tolerance: Decimal = Decimal(0)
    """差多少以內仍算對。"""
    unit: str | None = None
    """單位，顯示在欄位後面。"""
    formula: str | None = None
    """算式，每次檢查都重算；可用數字、+ - * / **、括號與 sqrt round min max abs log exp。"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeric(Question):
    """A number to be worked out."""

    kind: ClassVar[str] = "numeric"

    answer: NumericAnswer | None = None
    """只寫數字，或寫成 value、tolerance、unit、formula。"""

    def key(self) -> tuple[str, ...]:
        assert self.answer is not None
        return (str(self.answer.value), str(self.answer.tolerance))


@dataclass(frozen=True, slots=True, kw_only=True)
class Text(Question):
    """A word or short phrase to be written."""

    kind: ClassVar[str] = "text"

    answer: tuple[str, ...] = ()
    """接受的寫法，第一個當標準答案；全形半形、大小寫、空白與標點不算差別。"""

    def key(self) -> tuple[str, ...]:
        return tuple(self.answer)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case(Item):
    """Material that several questions share; their ids become `case-id/question-id`."""

    kind: ClassVar[str] = "case"

    title: str = ""
    """標題。"""
    material: Prose = NO_PROSE
    """情境材料。"""
    questions: tuple[Item, ...] = ()
    """關於材料的題目，任何題型都可以；每題都能單獨作答。"""

    def questions_inside(self) -> tuple[Question, ...]:
        return tuple(chain.from_iterable(item.questions_inside() for item in self.questions))
