"""What a bank's page and an exam's page offer to take along, made by the writers of formats; loaded
by sites that offer any."""

from collections.abc import Iterator, Mapping

from tiku.formats.writers import WRITERS
from tiku.formats.writers.collecting import Wish, collected
from tiku.formats.writers.exporting import pressing, remembered
from tiku.locales.catalogue import Words
from tiku.model import Draw, Exam, Library, sitemap
from tiku.model.cache import Cache
from tiku.site.offered import Download, Wanted

FOLDER = "download"
SEED = "1"
"""Of the paper that an exam's page offers."""


def downloads(
    library: Library, words: Words, wanted: Wanted, cache: Cache
) -> Mapping[str, tuple[Download, ...]]:
    """Page -> what it offers; nothing where nothing is found."""
    with pressing(wanted.forms):
        return {
            page: tuple(_made(library, wish, wanted, page, cache))
            for page, wish in _pages(library, words, wanted)
        }


def _pages(library: Library, words: Words, wanted: Wanted) -> Iterator[tuple[str, Wish]]:
    """Every page that offers something, and of which questions."""

    def wish(draw: Draw, exam: Exam | None) -> Wish:
        return Wish(words, draw, (), exam, "", wanted.site, wanted.stamp)

    for bank in (bank for bank in library.banks if bank.is_listed):
        yield bank.page, wish(Draw(topic=bank.topic), None)
    for exam in library.exams:
        yield sitemap.exam_page(exam.exam), wish(Draw(seed=SEED), exam)


def _made(
    library: Library, wish: Wish, wanted: Wanted, page: str, cache: Cache
) -> Iterator[Download]:
    bundle = collected(library, wish, wanted.read_file, cache)
    stem = page.removesuffix(".md")
    for form, data in remembered(bundle, wanted.forms, cache):
        yield Download(form, f"{FOLDER}/{stem}{WRITERS[form].suffix}", data)
