"""The points of a clause get ids of their own, so that one can lead there: clause-3."""

from collections.abc import Set
from xml.etree.ElementTree import Element

from tiku.text.patterns import on_demand

HEADING = on_demand("h[1-6]")


def name_points(root: Element, clauses: Set[str]) -> None:
    """Those of the first numbered list behind each of these headings, unless one has an id."""
    clause = ""
    for element in root:
        if HEADING.fullmatch(element.tag):
            clause = element.get("id", "") if element.get("id", "") in clauses else ""
        elif element.tag == "ol" and clause:
            _name(element, clause)
            clause = ""


def _name(numbered: Element, clause: str) -> None:
    points = numbered.findall("li")
    if numbered.get("start", "1") == "1" and not any(point.get("id") for point in points):
        for number, point in enumerate(points, 1):
            point.set("id", f"{clause}-{number}")
