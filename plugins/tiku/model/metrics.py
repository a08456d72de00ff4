"""What a metric is: a card that fixes how a number is counted before anybody is judged by it."""

from dataclasses import dataclass
from typing import Literal

from tiku.model.base import NO_ID, NO_PROSE, Entry, Id, Prose, Reference
from tiku.model.questions import NumericAnswer

Family = Literal["trait", "behaviour", "result"]
Measured = Literal["quantity", "quality", "cost", "time"]
Direction = Literal["higher", "lower", "context"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Worked(Entry):
    """A metric worked out once, with made-up numbers."""

    text: Prose = NO_PROSE
    """假設的數字。"""
    result: NumericAnswer | None = None
    """算出來的值；寫 formula 的話，每次檢查都重算。"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Metric(Entry):
    """A metric card."""

    id: Id = NO_ID
    """在連結裡用的名字。"""
    name: str = ""
    """繁體中文的名稱。"""
    hans: str | None = None
    """簡體中文的名稱。"""
    en: str | None = None
    """英文。"""
    aliases: tuple[str, ...] = ()
    """別名與縮寫。"""
    formula: str = ""
    """公式，用中文寫。"""
    family: Family | None = None
    """三類考評指標的哪一類。"""
    measured: Measured | None = None
    """關鍵績效指標四類的哪一類：數量、質量、成本、時限。"""
    direction: Direction | None = None
    """higher 越高越好，lower 越低越好，context 要連同背景看。"""
    numerator: str = ""
    """分子算什麼，什麼不算。"""
    denominator: str = ""
    """分母是什麼。"""
    window: str = ""
    """算哪一段時間，跨期的怎麼歸。"""
    risk: Prose = NO_PROSE
    """只看這個數字，人會怎麼鑽。"""
    counter: Id | None = None
    """一起看就鑽不了的指標，用本檔的 id。"""
    remedy: str | None = None
    """沒有對應的指標時，用什麼辦法補。"""
    example: Worked | None = None
    """算一次給人看。"""
    see: tuple[Reference, ...] = ()
    """教這個指標的頁面。"""
    sources: tuple[Id, ...] = ()
    """出處，用 sources.yml 的 id。"""


@dataclass(frozen=True, slots=True, kw_only=True)
class MetricList(Entry):
    """metrics.yml."""

    metrics: tuple[Metric, ...] = ()
    """指標卡，頁面照這個順序。"""
