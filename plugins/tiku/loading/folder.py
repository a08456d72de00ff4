"""Files on disk -> the texts a check takes; the door to the file system."""

import os
import re
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from tiku.loading.decoding import decoded
from tiku.loading.layout import FOLDERS, SHARED
from tiku.model.place import Place
from tiku.model.problem import Problem, Severity
from tiku.text.patterns import on_demand

BANK_SUFFIXES = (".yml", ".yaml")
DEFAULT = "questions"
ALMOST = on_demand(r"\.ya?ml(?:\.txt)?$", re.IGNORECASE)
MADE = b"\nmade_by: tiku\n"
"""In the front matter of a page that `tiku pages` wrote for a host to fill in."""
UNSHOWN = on_demand(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
"""In a name: what would break a line, or is no text at all."""


def bank_paths(path: Path) -> list[Path]:
    """The YAML files of a folder and those below it, in order; a file stands for itself.

    The folder that is looked for when none is named need not be there: pages may hold questions.
    """
    if not path.is_dir():
        return [path] if path.exists() or path.name != DEFAULT else []
    return [p for p in _inside(path) if p.suffix in BANK_SUFFIXES]


def overlooked(path: Path) -> Iterator[Problem]:
    """Files that somebody may take for banks: `.YML`, or `.yml.txt` as some editors save."""
    for found in _inside(path) if path.is_dir() else ():
        if ALMOST.search(found.name) and found.suffix not in BANK_SUFFIXES:
            details = {"name": found.name}
            yield Problem("no-bank-suffix", Place(shown(found)), details, Severity.WARNING)


def shared_beside(path: Path) -> list[Path]:
    """What a file is judged with: the shared files beside a bank and what other pages are made of,
    all for an exam or a tool."""
    if path.parent.name in FOLDERS:
        return bank_paths(path.parent.parent)
    shared = [path.parent / name for name in SHARED if (path.parent / name).is_file()]
    folders = [path.parent / name for name in FOLDERS if (path.parent / name).is_dir()]
    return [*shared, *(found for folder in folders for found in bank_paths(folder))]


def read_files(paths: Iterable[Path], problems: list[Problem]) -> dict[str, bytes]:
    """Name as given -> content; what cannot be read goes to `problems`."""
    contents: dict[str, bytes] = {}
    for path in paths:
        data = _content(path, problems)
        if data is not None:
            contents[str(path)] = data
    return contents


def read_pages(docs: Path, problems: list[Problem]) -> Mapping[str, tuple[str, str]]:
    """Path below `docs` -> (name to show, Markdown); what cannot be read goes to `problems`."""
    return dict(_pages(docs, problems))


def list_files(docs: Path) -> frozenset[str]:
    """Paths below `docs` of every file."""
    return frozenset(p.relative_to(docs).as_posix() for p in docs.rglob("*") if p.is_file())


def below(root: Path) -> Callable[[str], bytes | None]:
    """Path below a folder -> what the file there holds; nothing of what lies outside."""

    def read(path: str) -> bytes | None:
        found = root / path
        inside = found.resolve().is_relative_to(root.resolve())
        return found.read_bytes() if inside and found.is_file() else None

    return read


def docs_beside(path: Path) -> Path | None:
    """The docs folder of the site that a questions folder belongs to, if it is one."""
    root = (path.parent if path.is_file() else path).absolute().parent
    if (root / "mkdocs.yml").is_file() and (root / "docs").is_dir():
        return Path(os.path.relpath(root / "docs"))
    return None


def is_made(page: bytes) -> bool:
    """Whether nobody wrote it by hand."""
    return page.startswith(b"---\n") and MADE in page.partition(b"\n---\n")[0] + b"\n"


def has_own_ids(docs: Path) -> bool:
    """Whether mkdocs.yml names another rule for the ids of headings than Markdown's own."""
    config = docs.parent / "mkdocs.yml"
    return config.is_file() and b"slugify" in config.read_bytes()


def shown(path: Path) -> str:
    """Its name on one line, whatever its bytes are."""
    return UNSHOWN.sub(lambda one: f"\\x{ord(one[0]) & 0xFF:02x}", str(path))


def _pages(docs: Path, problems: list[Problem]) -> Iterator[tuple[str, tuple[str, str]]]:
    for path in _inside(docs):
        if path.suffix != ".md" or path.is_dir():
            continue
        data = _content(path, problems)
        if data is None or is_made(data):
            continue
        text, wrong = decoded(data, Place(str(path)))
        problems += wrong
        yield path.relative_to(docs).as_posix(), (str(path), text)


def _content(path: Path, problems: list[Problem]) -> bytes | None:
    """Nothing is opened but a file: a pipe has no end, and a device may have none."""
    if UNSHOWN.search(str(path)):
        problems.append(Problem("bad-file-name", Place(shown(path))))
        return None
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            problems.append(Problem("not-a-file", Place(str(path))))
            return None
        return path.read_bytes()
    except OSError as error:
        why = {"why": error.strerror or type(error).__name__}
        problems.append(Problem("unreadable-file", Place(str(path)), why))
        return None


def _inside(folder: Path) -> list[Path]:
    """Everything in a folder and those below it that is not hidden, in order."""
    return sorted(path for path in folder.rglob("*") if not _hidden(path, folder))


def _hidden(path: Path, root: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(root).parts)
