"""Write the parts of docs/develop/ that are made from the code; `--check` only compares.

A part stands between `<!-- made: NAME -->` and `<!-- end -->`.
"""

import ast
import re
import sys
from html import escape
from pathlib import Path

from tiku.reference import field_tables, problem_table

DEVELOP = Path(__file__).resolve().parent
ROOT = DEVELOP.parents[1]
PART = re.compile(r"(<!-- made: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)
CAPTIONED = (".py", ".js")


def tree() -> str:
    """The files of the package with the first sentence each says of itself."""
    package = ROOT / "plugins" / "tiku"
    paths = [p for p in sorted(package.rglob("*")) if p.suffix in CAPTIONED]
    rows = [f"| `{_name(p.relative_to(package))}` | {escape(caption(p))} |" for p in paths]
    return "\n".join(["| 檔案 | 做什麼 |", "|---|---|", *rows]) + "\n"


def _name(path: Path) -> str:
    """A folder is told by its __init__.py."""
    return f"{path.parent}/" if path.name == "__init__.py" and path.parent.name else str(path)


def caption(path: Path) -> str:
    """The first line of a module's docstring, or of a script's first comment."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".py":
        return (ast.get_docstring(ast.parse(text)) or "").splitlines()[0].replace("|", "\\|")
    first = next(line for line in text.splitlines() if line.strip(" */"))
    return first.strip(" */")


PARTS = {"fields": field_tables, "problems": problem_table, "tree": tree}


def made(text: str) -> str:
    """The page with its parts written again."""
    return PART.sub(lambda part: f"{part[1]}\n{PARTS[part[2]]()}\n{part[3]}", text)


def main(check: bool) -> int:
    """Exit status 1 where `check` finds a page that is not fresh."""
    stale = []
    for path in sorted(DEVELOP.glob("*.md")):
        old = path.read_text(encoding="utf-8")
        new = made(old)
        if new != old:
            stale.append(path.name)
        if not check:
            path.write_text(new, encoding="utf-8")
    if check and stale:
        print(f"not fresh: {', '.join(stale)}; run python3 dev.py docs")
    return int(check and bool(stale))


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv))
