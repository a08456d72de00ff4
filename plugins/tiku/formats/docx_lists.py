"""The automatic numbers of Word lists, as a reader sees them and the text has them not."""

from dataclasses import dataclass, field

from tiku.formats.xml_tree import Node

DIGITS = "零一二三四五六七八九"
CIRCLED_FROM = 0x2460
ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(slots=True)
class Level:
    """How a level counts, and the text around its number."""

    form: str
    text: str
    start: int


@dataclass(slots=True)
class Lists:
    """Every list's levels and where its counting stands."""

    levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    abstract: dict[str, str] = field(default_factory=dict)
    overrides: dict[str, dict[int, int]] = field(default_factory=dict)
    styles: dict[str, tuple[str, int]] = field(default_factory=dict)
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    begun: set[str] = field(default_factory=set)

    def label(self, list_id: str, level: int) -> str:
        """The next number of a list, with the text around it; every bullet is the same one."""
        abstract = self.abstract.get(list_id, "")
        levels = self.levels.get(abstract, {})
        own = levels.get(level)
        if own is None or own.form in ("bullet", "none"):
            return "•" if own and own.form == "bullet" else ""
        counts = self.counts.setdefault(abstract, {})
        if list_id not in self.begun:
            self.begun.add(list_id)
            for at, start in self.overrides.get(list_id, {}).items():
                counts[at] = start - 1
        counts[level] = counts.get(level, own.start - 1) + 1
        for deeper in [at for at in counts if at > level]:
            del counts[deeper]
        return self._filled(own, levels, counts)

    def _filled(self, own: Level, levels: dict[int, Level], counts: dict[int, int]) -> str:
        text = own.text
        for at in range(9):
            if f"%{at + 1}" in text and at in levels:
                text = text.replace(
                    f"%{at + 1}", numbered(counts.get(at, levels[at].start), levels[at].form)
                )
        return text


def read(numbering: Node | None, styles: Node | None) -> Lists:
    """From numbering.xml and styles.xml."""
    lists = Lists()
    for abstract in numbering.nodes("abstractNum") if numbering else ():
        lists.levels[abstract.get("abstractNumId")] = {
            _number(level.get("ilvl")): _level(level) for level in abstract.nodes("lvl")
        }
    for own in numbering.nodes("num") if numbering else ():
        name = own.get("numId")
        chosen = own.first("abstractNumId")
        lists.abstract[name] = chosen.get("val") if chosen else ""
        for override in own.nodes("lvlOverride"):
            start = override.first("startOverride")
            if start:
                lists.overrides.setdefault(name, {})[_number(override.get("ilvl"))] = _number(
                    start.get("val")
                )
    for style in styles.nodes("style") if styles else ():
        place = list_of(style.first("pPr"))
        if place:
            lists.styles[style.get("styleId")] = place
    return lists


def list_of(properties: Node | None) -> tuple[str, int] | None:
    """(list, level) that a paragraph's or a style's properties name."""
    number = properties.first("numPr", "numId") if properties else None
    if properties is None or number is None or number.get("val") == "0":
        return None
    level = properties.first("numPr", "ilvl")
    return number.get("val"), _number(level.get("val")) if level else 0


def _level(node: Node) -> Level:
    form, text, start = node.first("numFmt"), node.first("lvlText"), node.first("start")
    return Level(
        form.get("val") if form else "decimal",
        text.get("val") if text else "",
        _number(start.get("val")) if start else 1,
    )


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 6 else 0


def numbered(value: int, form: str) -> str:
    """A number as Word writes it in one of its forms."""
    if form in ("upperLetter", "lowerLetter"):
        letter = chr(ord("A") + (value - 1) % 26)
        return letter if form == "upperLetter" else letter.lower()
    if form in ("upperRoman", "lowerRoman"):
        return _roman(value).upper() if form == "upperRoman" else _roman(value)
    if "hinese" in form or form.startswith(("ideograph", "japanese", "taiwanese")):
        return _chinese(value)
    if form == "decimalEnclosedCircle" or form.endswith("EnclosedCircleChinese"):
        return chr(CIRCLED_FROM + value - 1) if 0 < value <= 20 else str(value)
    return str(value)


def _chinese(value: int) -> str:
    if not 0 < value < 100:
        return str(value)
    tens, ones = divmod(value, 10)
    head = "" if tens == 0 else "十" if tens == 1 else f"{DIGITS[tens]}十"
    return head + (DIGITS[ones] if ones else "")


def _roman(value: int) -> str:
    text = ""
    for size, sign in ROMAN:
        while value >= size and len(text) < 12:
            text, value = text + sign, value - size
    return text
