"""A folder of banks and one of pages -> a build, for hosts that are told no more than that."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from tiku.loading import entries
from tiku.loading.layout import OPTIONS
from tiku.loading.outline import front_matter
from tiku.loading.yaml_reader import Node, Record, Scalar, read
from tiku.locales.catalogue import Words, words_in
from tiku.locales.language import reader_words
from tiku.model import Options
from tiku.model.cache import NO_CACHE, Cache
from tiku.model.problem import Problem, Severity
from tiku.rendering import links
from tiku.rules.check import check_folder
from tiku.site import fidelity
from tiku.site.build import Build


class Unpublished(Exception):
    """The banks have errors: nothing is made of them."""

    def __init__(self, problems: list[Problem]) -> None:
        words = reader_words()
        told = (f"{problem.line(words)}\n    {problem.hint(words)}" for problem in problems)
        super().__init__("\n".join(told))
        self.problems = problems


def opened(
    questions: Path,
    docs: Path,
    words: Words,
    locate_from: links.LocateFrom,
    finds: bool = True,
    cache: Cache = NO_CACHE,
) -> tuple[Build, list[Problem]]:
    """The build, and what is no error; raises Unpublished. `cache`: of builds before."""
    lost = [fidelity.nothing_is_lost]
    checked = check_folder(questions, docs, date.today(), also=lost, cache=cache)
    if checked.has(Severity.ERROR):
        raise Unpublished(checked.problems)
    build = Build(checked.library, words, locate_from, finds=finds, cache=cache)
    return build, checked.problems


def options_of(questions: Path) -> Options:
    """What the site decides, as far as it can be read; a check tells what is wrong."""
    path, found = questions / OPTIONS, None
    if path.is_file() and (root := read(path.read_bytes(), path.name).root):
        found = entries.load(Options, root, [])
    return found or Options()


def site_words(questions: Path, language: str | None = None) -> Words:
    """In the language that a host names, else in that of options.yml, else in our own."""
    return words_in(language or options_of(questions).language or "")


def searched(build: Build) -> tuple[dict[str, bytes], list[Problem]]:
    """The files to search in, once all pages are read, and what is no error; raises Unpublished
    where something refers to what no page has."""
    found, problems = build.search()
    told = [*build.dead_references(), *problems]
    if any(problem.severity is Severity.ERROR for problem in told):
        raise Unpublished(told)
    return found, told


def front(text: str, name: str) -> Mapping[str, object]:
    """What stands above a page, values as text."""
    lines = text.splitlines()
    above = "\n".join(lines[1 : max(0, front_matter(lines) - 1)])
    root = read(above, name).root if above.strip() else None
    plain = _plain(root)
    return plain if isinstance(plain, dict) else {}


def write(root: Path, files: Iterable[tuple[str, str | bytes]]) -> int:
    """Files by their addresses, those that differ; how many there are."""
    count = 0
    for address, content in files:
        data = content.encode() if isinstance(content, str) else content
        path, count = root / address, count + 1
        if not path.is_file() or path.read_bytes() != data:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
    return count


def _plain(node: "Node | None") -> object:
    if isinstance(node, Scalar):
        return {"true": True, "false": False}.get(node.text, node.text)
    if isinstance(node, Record):
        return {key: _plain(value) for key, value in node.values.items()}
    return [_plain(item) for item in node.items] if node else None
