"""How much stands in a file, a function and an adapter: what a reader can take in at once."""

import ast
from pathlib import Path
from statistics import median, quantiles

from conftest import ROOT

PACKAGE = ROOT / "plugins" / "tiku"
CODE = (".py", ".js", ".css", ".html")
ADAPTERS = ("plugin.py", "extension.py", "site.py")
LONGEST = 300
TRANSLATION = 100
"""Lines below which a host translates, and builds nothing."""


def lines(path: Path) -> int:
    return path.read_text("utf-8").count("\n")


def is_made(path: Path) -> bool:
    """Whether a program writes it, and nobody reads it."""
    return path.read_text("utf-8").startswith("// Made from ")


def functions(path: Path) -> list[int]:
    """Lines of each function of a file, with its docstring."""
    found = ast.walk(ast.parse(path.read_text("utf-8")))
    return [
        node.end_lineno - node.lineno + 1
        for node in found
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno
    ]


def test_no_file_of_code_is_longer_than_three_hundred_lines():
    code = [path for path in PACKAGE.rglob("*") if path.suffix in CODE and not is_made(path)]
    assert {p.name: lines(p) for p in [*code, ROOT / "dev.py"] if lines(p) > LONGEST} == {}


def test_a_host_is_a_translation_of_less_than_a_hundred_lines():
    adapters = [p for p in (PACKAGE / "hosts").glob("*/*.py") if p.name in ADAPTERS]
    assert {p.parent.name for p in adapters} == {
        "mkdocs",
        "markdown",
        "sphinx",
        "static",
        "zensical",
    }
    assert {p.parent.name: lines(p) for p in adapters if lines(p) >= TRANSLATION} == {}


def test_functions_are_short():
    found = [length for path in PACKAGE.rglob("*.py") for length in functions(path)]
    assert median(found) <= 6
    assert quantiles(found, n=10)[-1] <= 15
