"""Whatever is typed, both halves of the search take it for the same."""

import random
from pathlib import Path

from scripting import run

from tiku.search.queries import Names
from tiku.search.tokens import LETTERS, bare, fold_with, tokens

PLANNED = Path(__file__).with_name("planned.js")
TABLE = "績绩錯错誤误訴诉處处" + "".join(map("".join, LETTERS.items()))
NAMES = [
    ["绩效", "performance", "考评"],
    ["投诉", "客诉", "complaint"],
    ["kpi", "指标"],
    ["误", "错误"],
    ["buhlmann", "信度"],
    ["カスハラ", "жалоба"],
]
FILLERS = ["怎么办", "怎么", "可以", "how", "do", "i"]
WORDS = "績效 绩效 考评 投诉 客訴 complaint KPI kpis 指标 錯誤 误 怎么办 怎么 可以 的 a 3 a3 。 ， - Ａ ｂ 🙂 é how do i dog Bühlmann Буfer straße カスハラ 投訴カ 한국어 Жалоба ऑ ร้อง 。é İ Σ ς ７ 々 "
MANY = 2000


def typed() -> list[str]:
    chance = random.Random(20261128)
    pieces = [*WORDS.split(" "), " ", "處理", "x"]
    return ["".join(chance.choices(pieces, k=chance.randrange(7))) for _ in range(MANY)]


def test_any_query_is_planned_alike():
    texts = typed()
    given = {"table": TABLE, "names": NAMES, "fillers": FILLERS, "texts": texts}
    fold = fold_with(dict(zip(TABLE[::2], TABLE[1::2], strict=True)))
    names = Names(NAMES, FILLERS)
    for text, theirs in zip(texts, run(PLANNED, given), strict=True):
        folded = fold(text)
        units = [[list(one) for one in unit] for unit in names.units(folded)]
        ours = {"folded": folded, "tokens": tokens(folded), "bare": bare(folded), "units": units}
        assert ours == theirs, text
