"""Formulas in a text, `$…$`, `$$…$$`, `\\(…\\)` and `\\[…\\]`, as MathML, made at build."""

import re
from collections.abc import Callable
from functools import lru_cache
from html import escape

from tiku.text.patterns import on_demand

TAGS = frozenset(
    {
        *("math", "mrow", "mi", "mn", "mo", "ms", "mtext", "mspace", "mfrac", "msqrt", "mroot"),
        *("mstyle", "msub", "msup", "msubsup", "munder", "mover", "munderover"),
        *("mtable", "mtr", "mtd", "mpadded", "mphantom", "menclose"),
    }
)
ATTRIBUTES = {
    "math": {"display", "alttext"},
    "mo": {"stretchy", "fence", "form", "separator", "lspace", "rspace", "movablelimits"},
    "mi": {"mathvariant"},
    "mspace": {"width", "linebreak"},
    "mfrac": {"linethickness"},
    "mover": {"accent"},
    "munder": {"accentunder"},
    "mstyle": {"displaystyle", "scriptlevel"},
    "mtable": {"columnalign", "rowspacing", "columnspacing", "displaystyle"},
    "mtd": {"columnalign"},
}
_FORMULA = on_demand(
    r"\$\$(?P<block>[^$\n]{1,2000}(?:\n[^$\n]{1,2000}){0,20})\$\$"
    r"|\\\[(?P<square>[^\n]{1,2000}?)\\\]"
    r"|\\\((?P<round>[^\n]{1,2000}?)\\\)"
    r"|(?<![\\$A-Za-z0-9])\$(?P<line>[^\s$](?:[^$\n]{0,500}[^\s$\\])?)\$(?![\d$])"
)
_PROSE = on_demand(r"\\text\{[^{}]*\}|\\mathrm\{[^{}]*\}")
_HAN = on_demand("[\u3000-\u9fff\uff00-\uffef]")


def replaced(text: str, by: Callable[[str, bool], str]) -> str:
    """The text with every formula given to `by`: TeX, and whether it stands by itself."""
    if "$" not in text and "\\" not in text:
        return text

    def one(found: re.Match[str]) -> str:
        tex = found["block"] or found["square"] or found["round"] or found["line"]
        if _HAN.search(_PROSE.sub("", tex)):  # NT$100，或 US$3
            return found[0]
        return by(tex.strip(), bool(found["block"] or found["square"]))

    return _FORMULA.sub(one, text)


@lru_cache(maxsize=1024)
def mathml(tex: str, display: bool) -> str | None:
    """None where it is no formula. Few sites have any: the library is loaded by those that do."""
    from latex2mathml.converter import convert

    try:
        # The library hands on what stands in \text{…} as it is.
        safe = _PROSE.sub(lambda prose: escape(prose[0], quote=False), tex)
        return str(convert(safe, display="block" if display else "inline"))
    except Exception:  # a dozen errors without a common kind, and whatever it trips over
        return None
