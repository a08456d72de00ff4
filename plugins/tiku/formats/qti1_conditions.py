"""The conditions under which a QTI 1.2 item gives points."""

from collections.abc import Iterator

from tiku.formats import weights
from tiku.formats.xml_tree import Node


def rewarded(item: Node) -> Iterator[tuple[float, str, str, bool]]:
    """(Points, response, value, whether it is to be given or to be left out)."""
    for condition in item.all("respcondition"):
        points = [weights.number(own.text()) for own in condition.nodes("setvar")]
        worth = float(max((value for value in points if value is not None), default=0) or 0)
        if worth > 0 or condition.get("title") == "correct":
            for own, positive in _tests(condition.first("conditionvar"), True):
                yield worth, own.get("respident"), own.text(), positive


def _tests(node: Node | None, positive: bool) -> Iterator[tuple[Node, bool]]:
    for child in node.nodes() if node else ():
        if child.tag in ("varequal", "varsubset"):
            yield child, positive
        elif child.tag == "not":
            yield from _tests(child, not positive)
        elif child.tag in ("and", "or"):
            yield from _tests(child, positive)
