"""Radicals that stand for a whole character: PDF text has them, and no keyboard types them.

NFKC takes U+2F00..2FDF to their characters. Those of U+2E80..2EFF it leaves alone are here, after
EquivalentUnifiedIdeograph.txt of the Unicode Character Database.
"""

import unicodedata

SUPPLEMENT = dict(
    zip(
        "⺁⺂⺃⺄⺅⺆⺈⺉⺊⺋⺌⺍⺎⺏⺐⺑⺒⺓⺔⺕⺖⺗⺘⺙⺛⺜⺝⺞⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺫⺬⺭⺯⺰⺱⺲⺶⺷⺸⺹⺺⺻⺼⺽⺾⺿"
        "⻀⻁⻂⻃⻄⻅⻆⻇⻈⻉⻊⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲",
        "厂乛乚乙亻冂刀刂卜㔾小小兀尣尢尣巳幺彑彐忄㣺扌攵旡日月歺民氵氺灬爫爫丬牛犭王目示礻糹纟罓罒羊羊羋耂肀聿月臼艹艹"
        "艹虎衤覀西见角角讠贝足车辶辶辶阝钅長镸长门阝雨青韦页风飞食飠饣首马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀",
        strict=True,
    )
)
_PLAIN = {
    **{ord(radical): plain for radical, plain in SUPPLEMENT.items()},
    **{
        code: unicodedata.normalize("NFKC", chr(code))
        for code in (*range(0x2E80, 0x2FE0), *range(0xF900, 0xFB00))
        if unicodedata.normalize("NFKC", chr(code)) != chr(code)
    },
}


def plain(text: str) -> str:
    """The text with whole characters in the place of radicals and compatibility forms."""
    return text.translate(_PLAIN)


def outside_unicode(text: str) -> list[str]:
    """The radicals in a text for which Unicode itself names no plain character."""
    return sorted({character for character in text if character in SUPPLEMENT})
