"""What an exam is: the blueprint papers are drawn from, and the profiles that score them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from tiku.model.base import NO_ID, NO_POINTS, ONE_POINT, Difficulty, Entry, Id, Points

ExamKind = Literal[
    "single",
    "multiple",
    "true-false",
    "numeric",
    "text",
    "matching",
    "ordering",
    "case",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scoring(Entry):
    """How a question's points are given, as of a day and on whose word."""

    id: Id = NO_ID
    """在考卷的 sections 裡用的名字。"""
    title: str = ""
    """名稱。"""
    rule: str = ""
    """一句話的規則，給考生看。"""
    partial: Points = NO_POINTS
    """沒有選錯但有漏選時，每個選對的選項得幾分，以0.5為單位；0 表示全對才給分。"""
    as_of: date | None = None
    """規則截至哪一天。"""
    sources: tuple[Id, ...] = ()
    """出處，用 sources.yml 的 id。"""
    note: str | None = None
    """哪裡不確定。"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoringList(Entry):
    """scoring.yml."""

    profiles: tuple[Scoring, ...] = ()
    """計分規則。"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section(Entry):
    """A part of an exam: so many questions of these kinds from these topics."""

    id: Id = NO_ID
    """在這份考卷裡用的名字。"""
    title: str = ""
    """名稱。"""
    kinds: tuple[ExamKind, ...] = ()
    """哪些題型；case 是整組案例。簡答題由讀者自己評分，不能放進考卷。"""
    count: int = 0
    """幾題；題型是 case 時是幾組案例。"""
    points: Points = ONE_POINT
    """每題幾分，以0.5為單位；案例裡的每一小題也是。"""
    scoring: Id | None = None
    """計分規則，用 scoring.yml 的 id。"""
    topics: Mapping[Id, int] = field(default_factory=dict)
    """各主題幾題：每行一個「主題: 題數」，加起來等於 count。不寫就從所有主題抽。"""
    sub_questions: int = 0
    """案例各有幾小題：只抽題數相同的。不寫時，抽得到的案例都要一樣多。"""
    difficulty: Mapping[Id, int] = field(default_factory=dict)
    """難易的百分比：easy、medium、hard，加起來100；題庫不夠時就近補足。"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exam(Entry):
    """A blueprint; a paper is one seeded draw from it."""

    exam: Id = NO_ID
    """考卷 id，頁面在 exam/考卷id。"""
    title: str = ""
    """名稱。"""
    modelled: str = ""
    """仿照哪一個考試的形式。"""
    note: str | None = None
    """與真正的考試有什麼不同，縮小了什麼。"""
    syllabus: tuple[Id, ...] = ()
    """只抽屬於這些考試的題目，用 vocabulary.yml 的 id；案例要每一小題都是。不寫就都可以抽。"""
    minutes: int = 0
    """時間，分鐘。"""
    pass_mark: Points = NO_POINTS
    """及格分數，以0.5為單位。"""
    sections: tuple[Section, ...] = ()
    """各大題，照考卷的順序。"""
    critical: tuple[Id, ...] = ()
    """關鍵題的 id：每份考卷都有，而且要全對才及格。"""
    as_of: date | None = None
    """考試形式截至哪一天。"""
    sources: tuple[Id, ...] = ()
    """出處，用 sources.yml 的 id。"""


DIFFICULTIES: tuple[Difficulty, ...] = ("easy", "medium", "hard")
