"""Files on disk -> the texts a check takes; the door to the file system."""

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from tiku.loading.layout import EXAMS, SHARED
from tiku.model.place import Place
from tiku.model.problem import Problem

BANK_SUFFIXES = (".yml", ".yaml")


def bank_paths(path: Path) -> list[Path]:
    """The YAML files of a folder and those below it, in order; a file stands for itself."""
    if not path.is_dir():
        return [path]
    found = (p for p in path.rglob("*") if p.suffix in BANK_SUFFIXES and not _hidden(p, path))
    return sorted(found)


def shared_beside(path: Path) -> list[Path]:
    """What a file is judged with: the shared files beside a bank, all banks for an exam."""
    if path.parent.name == EXAMS:
        return bank_paths(path.parent.parent)
    return [path.parent / name for name in SHARED if (path.parent / name).is_file()]


def read_files(paths: Iterable[Path], problems: list[Problem]) -> dict[str, bytes]:
    """Name as given -> content; what cannot be read goes to `problems`."""
    contents: dict[str, bytes] = {}
    for path in paths:
        try:
            contents[str(path)] = path.read_bytes()
        except OSError as error:
            why = {"why": error.strerror or type(error).__name__}
            problems.append(Problem("unreadable-file", Place(str(path)), why))
    return contents


def read_pages(docs: Path) -> Mapping[str, tuple[str, str]]:
    """Path below `docs` -> (name to show, Markdown)."""
    return dict(_pages(docs))


def list_files(docs: Path) -> frozenset[str]:
    """Paths below `docs` of every file."""
    return frozenset(p.relative_to(docs).as_posix() for p in docs.rglob("*") if p.is_file())


def docs_beside(path: Path) -> Path | None:
    """The docs folder of the site that a questions folder belongs to, if it is one."""
    root = (path if path.is_dir() else path.parent).absolute().parent
    if (root / "mkdocs.yml").is_file() and (root / "docs").is_dir():
        return Path(os.path.relpath(root / "docs"))
    return None


def _pages(docs: Path) -> Iterator[tuple[str, tuple[str, str]]]:
    for path in sorted(docs.rglob("*.md")):
        if not _hidden(path, docs):
            text = path.read_text(encoding="utf-8", errors="replace")
            yield path.relative_to(docs).as_posix(), (str(path), text)


def _hidden(path: Path, root: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(root).parts)
