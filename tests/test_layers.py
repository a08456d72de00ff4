"""The arrows: who may import whom, and who may know the outside world."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "plugins" / "tiku"

# From the inside outwards: a module imports only what stands before it.
ORDER = [
    "messages",
    "problems",
    "nearness",
    "folding",
    "typography",
    "script",
    "similarity",
    "formula",
    "words",
    "language",
    "model",
    "yaml_errors",
    "reading",
    "scalars",
    "loading",
    "outline",
    "selection",
    "coverage",
    "addresses",
    "ids",
    "clauses",
    "rules",
    "written",
    "checking",
    "mending",
    "stamping",
    "figures",
    "terminal",
    "folder",
    "length",
    "links",
    "prose",
    "skeletons",
    "repository",
    "rendering",
    "companions",
    "searching",
    "catalog",
    "writing",
    "publishing",
    "pages",
    "reference",
    "schema",
    "terms",
    "fences",
    "__init__",
    "commands",
    "cli",
    "reporting",
    "serving",
    "hosting",
    "material",
    "plugin",
]
DOORS = {
    "yaml": {"reading", "yaml_errors"},
    "mkdocs": {"plugin", "material", "hosting", "reporting", "serving"},
    "markdown": {"prose", "fences", "terms"},
    "nh3": {"prose"},
    "jinja2": {"rendering"},
    "click": {"cli", "commands"},
    "opencc": {"searching"},
    "pypinyin": {"searching"},
    "pathlib": {
        "checking",
        "folder",
        "hosting",
        "cli",
        "commands",
        "fences",
        "material",
        "publishing",
        "plugin",
        "reference",
    },
    "os": {"language", "cli", "folder", "hosting"},
}
MODULES = sorted(p for p in PACKAGE.rglob("*.py"))


def module_name(path: Path) -> str:
    """A folder of modules is one layer."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(path: Path) -> list[str]:
    names: list[str] = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            inside = node.module == "tiku"
            names += [f"tiku.{alias.name}" for alias in node.names] if inside else [node.module]
    return names


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_arrows_point_inward(path: Path):
    here = module_name(path)
    ours = {name.split(".")[1] for name in imported(path) if name.startswith("tiku.")}
    for name in ours - {here}:
        assert ORDER.index(name) < ORDER.index(here), f"{here} must not import {name}"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_one_door_to_each_outside_world(path: Path):
    outside = {name.split(".")[0] for name in imported(path)}
    for package in outside & DOORS.keys():
        assert module_name(path) in DOORS[package], f"{module_name(path)} must not import {package}"


def test_only_the_store_touches_browser_storage():
    storage = ("indexedDB", "localStorage", "sessionStorage", "document.cookie")
    touching = {
        str(path.relative_to(PACKAGE / "assets"))
        for path in (PACKAGE / "assets").rglob("*.js")
        if any(word in path.read_text(encoding="utf-8") for word in storage)
    }
    assert touching == {"store.js"}
