"""What Word's print says: which lines are headings, and what was written into blanks."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tiku.formats.draft import Draft, Filled
from tiku.formats.paper import headings
from tiku.formats.paper.vocabulary import CHOICE_LABEL, LABEL
from tiku.formats.xml_tree import Node

NAMES = re.compile(r"(?i:heading|标题|標題) ?([1-6])")
LONGEST = 30
DARK = frozenset(("", "auto", "000000", "262626", "333333", "404040"))
WHITE = frozenset(("", "AUTO", "FFFFFF"))


def heading_styles(styles: Node | None) -> frozenset[str]:
    """The ids of the styles that headings have."""
    return frozenset(
        style.get("styleId")
        for style in (styles.nodes("style") if styles else ())
        if NAMES.fullmatch((style.first("name") or style).get("val"))
    )


def as_heading(text: str) -> str:
    """A heading's line as text has it; people also give the style to questions."""
    bare = text.strip()
    asks = headings.number_of(bare) or LABEL.match(bare) or CHOICE_LABEL.match(bare)
    ends = not bare or "\n" in bare or bare[-1] in "？?：:。"
    return text if asks or ends or len(bare) > LONGEST else f"## {bare}"


def filled(draft: Draft, underlined: Sequence[str]) -> Draft:
    """Underlined words go into blanks where nothing else answers."""
    own = [text for text in underlined if text in draft.stem]
    if draft.kind not in ("open", "fill") or draft.right is not None or not own:
        return draft
    stem = draft.stem
    for text in own:
        stem = stem.replace(text, "____", 1)
    right = Filled(tuple((text.strip(),) for text in own))
    doubts = tuple(known for known in draft.doubts if known.code != "import-no-answer")
    made = replace(draft, kind="fill", stem=stem, right=right, found="", doubts=doubts)
    return made.doubting("answer-written-in-the-blank", text="；".join(own))


def is_on(node: Node | None) -> bool:
    """Whether a property of a run is there and not switched off."""
    return node is not None and node.get("val") not in ("0", "false", "none")


def is_strong(properties: Node | None) -> bool:
    """Bold, underlined, coloured or shaded."""
    if properties is None:
        return False
    color = properties.first("color")
    highlit = properties.first("highlight")
    coloured = color is not None and color.get("val").upper() not in {dark.upper() for dark in DARK}
    shade = properties.first("shd")
    shaded = shade is not None and shade.get("fill").upper() not in WHITE
    underlined = properties.first("u")
    return coloured or shaded or any(map(is_on, (properties.first("b"), highlit, underlined)))
