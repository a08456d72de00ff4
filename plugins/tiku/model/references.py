"""What banks refer to: sources, glossary, FAQ and vocabulary."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from tiku.model.base import (
    NO_ID,
    NO_PROSE,
    NO_REFERENCE,
    Address,
    Confidence,
    Entry,
    Id,
    Prose,
    Reference,
    SourceKind,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(Entry):
    """Where a statement comes from, and how sure it is."""

    id: Id = NO_ID
    """在 sources 裡用的名字。"""
    title: str = ""
    """名稱。"""
    kind: SourceKind | None = None
    """種類。"""
    author: str | None = None
    """作者或發布機關。"""
    locator: str | None = None
    """章節、條號或頁碼。"""
    year: str | None = None
    """出版或發布年。"""
    url: Address | None = None
    """網址。"""
    jurisdiction: Id | None = None
    """在哪裡有效，用 vocabulary.yml 的 id。"""
    as_of: date | None = None
    """內容截至哪一天。"""
    checked: date | None = None
    """最後查核的日期。"""
    confidence: Confidence | None = None
    """confirmed 兩個以上來源，cited 一個，professional 專業通說，unconfirmed 未證實、不得引用。"""
    note: str | None = None
    """哪裡不確定。"""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceList(Entry):
    """sources.yml."""

    sources: tuple[Source, ...] = ()
    """出處。"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term(Entry):
    """An entry of the glossary."""

    id: Id = NO_ID
    """在連結裡用的名字。"""
    term: str = ""
    """繁體中文的詞。"""
    hans: str | None = None
    """簡體中文的詞。"""
    en: str | None = None
    """英文。"""
    aliases: tuple[str, ...] = ()
    """別名與縮寫。"""
    avoid: tuple[str, ...] = ()
    """不要用的寫法；檢查會建議改成這個詞。"""
    definition: Prose = NO_PROSE
    """一句話的定義。"""
    see: tuple[Reference, ...] = ()
    """教這個詞的頁面。"""
    sources: tuple[Id, ...] = ()
    """出處，用 sources.yml 的 id。"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Glossary(Entry):
    """glossary.yml."""

    terms: tuple[Term, ...] = ()
    """詞條，頁面照這個順序。"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Faq(Entry):
    """A question readers ask, and its answer."""

    id: Id = NO_ID
    """在連結裡用的名字。"""
    group: Id | None = None
    """誰會問，用 groups 的 id。"""
    question: str = ""
    """照讀者會問的方式寫。"""
    asked: tuple[str, ...] = ()
    """讀者還會怎麼問；搜尋找得到，頁面不顯示。"""
    answer: Prose = NO_PROSE
    """第一句就是答案。"""
    see: tuple[Reference, ...] = ()
    """背後的條文與頁面。"""
    sources: tuple[Id, ...] = ()
    """出處，用 sources.yml 的 id。"""
    jurisdiction: Id | None = None
    """所說的法規在哪裡有效。"""
    as_of: date | None = None
    """法規內容截至哪一天。"""
    reviewed: date | None = None
    """作者以外的人最後一次檢查的日期。"""


@dataclass(frozen=True, slots=True, kw_only=True)
class FaqList(Entry):
    """faq.yml."""

    groups: Mapping[Id, str] = field(default_factory=dict)
    """誰會問：每行一個「id: 標題」。"""
    entries: tuple[Faq, ...] = ()
    """問答，頁面照這個順序。"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked(Entry):
    """What readers ask that a section answers, in their words."""

    see: tuple[Reference, ...] = ()
    """回答它的小節，寫法與題目的 see 相同。"""
    asked: tuple[str, ...] = ()
    """讀者會怎麼問；搜尋找得到，頁面不顯示。"""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedList(Entry):
    """asked.yml."""

    sections: tuple[Asked, ...] = ()
    """各小節的問法。"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary(Entry):
    """vocabulary.yml: the labels questions may carry."""

    tags: Mapping[Id, str] = field(default_factory=dict)
    """跨主題的標籤：每行一個「id: 名稱」。"""
    syllabus: Mapping[Id, str] = field(default_factory=dict)
    """考試與課程：每行一個「id: 名稱」。"""
    jurisdiction: Mapping[Id, str] = field(default_factory=dict)
    """法域：每行一個「id: 名稱」。"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause(Entry):
    """A clause as it was when somebody last looked at what rests on it."""

    see: Reference = NO_REFERENCE
    """條文，寫法與 see 相同。"""
    fingerprint: str = ""
    """條文文字的十二位碼，空白不算。"""
    changed: date | None = None
    """最後一次改文字是哪一天；記下以來沒有改過的不寫。"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseList(Entry):
    """clauses.yml, which `tiku reviewed` writes."""

    clauses: tuple[Clause, ...] = ()
    """題目與問答的 see 用到的條文。"""
