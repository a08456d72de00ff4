"""What a bank's page and an exam's page offer to take along, made by the writers of formats."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from tiku.formats.writers import WRITERS
from tiku.formats.writers.collecting import Wish
from tiku.formats.writers.exporting import exported
from tiku.locales.catalogue import Words
from tiku.model import Draw, Exam, Library, sitemap

FOLDER = "download"
SEED = "1"
"""Of the paper that an exam's page offers."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which formats, and what a writer must know of the site: its address, when its banks were
    last changed (seconds since 1970), and what files there are below docs/."""

    forms: tuple[str, ...] = ()
    site: str = ""
    stamp: int = 0
    read_file: Callable[[str], bytes | None] = lambda path: None


@dataclass(frozen=True, slots=True)
class Download:
    """A file at an address below the root of the site."""

    form: str
    address: str
    data: bytes

    @property
    def size(self) -> int:
        """In KB, at least one."""
        return max(1, round(len(self.data) / 1024))


def downloads(library: Library, words: Words, wanted: Wanted) -> Mapping[str, tuple[Download, ...]]:
    """Page -> what it offers; nothing where no format is wanted, or nothing is found."""
    if not wanted.forms:
        return {}
    pages: dict[str, tuple[Download, ...]] = {}
    for bank in (bank for bank in library.banks if bank.is_listed):
        draw = Draw(topic=bank.topic)
        name = bank.page
        pages[name] = tuple(_made(library, words, wanted, name, draw, None))
    for exam in library.exams:
        name = sitemap.exam_page(exam.exam)
        pages[name] = tuple(_made(library, words, wanted, name, Draw(seed=SEED), exam))
    return pages


def _made(
    library: Library, words: Words, wanted: Wanted, page: str, draw: Draw, exam: Exam | None
) -> Iterator[Download]:
    wish = Wish(words, draw, (), exam, "", wanted.site, wanted.stamp)
    stem = page.removesuffix(".md")
    for form in wanted.forms:
        done = exported(library, form, wish, wanted.read_file)
        if done.data:
            yield Download(form, f"{FOLDER}/{stem}{WRITERS[form].suffix}", done.data)
