"""What each tool, metric card and flow brings to its page besides the common modules, gzipped.

python3 benchmarks/tools.py    prints the table of README.md
"""

import gzip
from collections.abc import Iterable, Iterator
from pathlib import Path

from tiku.locales.catalogue import AUTHORITY, load
from tiku.model import Library, Tool
from tiku.model.metric_tools import tool_of
from tiku.rendering.scripts import assets, modules
from tiku.rendering.tools import needs_of
from tiku.rules.check import check_folder

QUESTIONS = Path(__file__).resolve().parents[1] / "questions"
SENT = {name: len(gzip.compress(text.encode())) for name, text in assets(load(AUTHORITY))}
"""Each file by itself, as it is sent."""
ALL_CARDS, ALL_TOOLS = "all cards, read to the end", "all tools, read to the end"


def brought(names: Iterable[str], room: str = "tools") -> int:
    """Bytes of these modules of a room and of all that they need, without the common ones."""
    every = {name for one in names for name in modules(f"{room}/{one}.js")}
    return sum(SENT[name] for name in every if not name.startswith("core/"))


def tools(library: Library) -> Iterator[tuple[str, list[Tool]]]:
    """(what stands in the table, its tools): each by itself, the cards together, all together."""
    for tool in library.tools:
        yield tool.id, [tool]
    made = [tool_of(card, load(AUTHORITY)) for card in library.metrics.metrics]
    cards = [tool for tool in made if tool]
    yield from ((f"the card {tool.id}", [tool]) for tool in cards)
    yield ALL_CARDS, cards
    yield ALL_TOOLS, list(library.tools)


def main() -> None:
    """The table as Markdown."""
    styles = {
        room: SENT[f"{room}/{name}.css"] for room, name in (("tools", "tools"), ("flows", "flow"))
    }
    print(
        "| on the page | modules of its own | bytes | its style sheet |",
        "|---|---|---|---|",
        sep="\n",
    )
    seen: set[tuple[str, ...]] = set()
    for name, every in tools(check_folder(QUESTIONS).library):
        needs = list(dict.fromkeys(need for tool in every for need in needs_of(tool)))
        if name.startswith("the card") and tuple(needs) in seen:
            continue
        seen.add(tuple(needs))
        size = brought(["tool", *needs])
        print(f"| {name} | {', '.join(needs)} | {size:,} | {styles['tools']:,} |")
    for name in ("flow", "desk"):
        print(f"| {name} | | {brought([name], 'flows'):,} | {styles['flows']:,} |")


if __name__ == "__main__":
    main()
