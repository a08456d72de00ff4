"""Both twins make the same of any text."""

import random
from pathlib import Path

from scripting import run

from tiku.text import folding, variants

FOLDED = Path(__file__).with_name("folded.js")
ALPHABET = (
    "甲乙臺台灣湾計计畫画劃首問问責责制麼么裡裏著着  　\t\n.,:;/-−—–‐。、「」（）()[]{}%‰#&@*_+<>="
    "0123456789０５９aAbBcCzZéÉß'\"!?！？～~^$|\\·…ｱﾞ①ﬁΩ🙂²½⁄\u200b\u200e\u00ad\ufe0f\ufeff"
)
MANY = 3000


def texts() -> list[str]:
    chance = random.Random(20261128)
    return ["".join(chance.choices(ALPHABET, k=chance.randrange(14))) for _ in range(MANY)]


def test_any_text_is_folded_alike():
    given = texts()
    theirs = run(FOLDED, given)
    ours = {
        "typed": folding.typed,
        "exact": folding.exact,
        "fold": folding.fold,
        "canonical": variants.canonical,
    }
    for name, of in ours.items():
        differ = [(g, of(g), t) for g, t in zip(given, theirs[name], strict=True) if of(g) != t]
        assert not differ, (name, differ[:5])
