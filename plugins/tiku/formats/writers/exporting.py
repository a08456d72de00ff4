"""A library and a wish -> the file of a format, and what it does not say."""

from base64 import b64decode, b64encode
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from functools import cache as lasting
from functools import partial
from hashlib import sha256
from importlib import import_module
from typing import Protocol

from tiku.formats.writers import WRITERS
from tiku.formats.writers.collecting import ReadFile, Wish, collected
from tiku.formats.writers.exported import Bundle, Written, loss
from tiku.locales.catalogue import Words
from tiku.model import Library
from tiku.model.cache import Cache, Coding
from tiku.model.problem import Problem, Severity, in_order

BYTES: Coding[bytes] = Coding(lambda data: b64encode(data).decode(), b64decode)


Data = Callable[[], bytes]
MOST_OF_A_KIND = 3
"""Questions that are named when the same is lost of many."""


class WriterModule(Protocol):
    """One format."""

    def write(self, bundle: Bundle) -> Written:
        """The whole file: the same bytes for the same bundle."""
        ...


@contextmanager
def pressing(forms: Iterable[str]) -> Iterator[None]:
    """What takes long to start is started once for all that is written inside."""
    with ExitStack() as opened:
        for form in forms:
            if press := getattr(load_writer(form), "press", None):
                opened.enter_context(press())
        yield


def remembered(bundle: Bundle, forms: Iterable[str], cache: Cache) -> Iterator[tuple[str, Data]]:
    """(form, its file when it is asked for) of each, kept under all that decides it but for a
    browser's version. What another program writes is begun at once."""
    told = _told(bundle)
    for form in forms if bundle.questions else ():
        kind = f"export-{form}"
        begun = None if cache.known(kind, told, BYTES) else _begun(bundle, form)
        make = partial(_data, begun or partial(written, bundle, form))
        yield form, lasting(partial(cache, kind, told, make, BYTES))


def _begun(bundle: Bundle, form: str) -> Callable[[], Written] | None:
    begin = getattr(load_writer(form), "begin", None)
    return begin(bundle) if begin else None


def _data(write: Callable[[], Written]) -> bytes:
    return write().data


def _told(bundle: Bundle) -> tuple[str, str]:
    said = replace(bundle, pool=str), bundle.words.language, bundle.words.tree, bundle.pool()
    return bundle.title, sha256(repr(said).encode("utf-8", "surrogatepass")).hexdigest()


def exported(library: Library, form: str, wish: Wish, read_file: ReadFile) -> Written:
    """Write a selection; raises `ImportError` where the extra of a format is not installed."""
    return written(collected(library, wish, read_file), form)


def load_writer(form: str) -> WriterModule:
    """The module of a format; raises `ModuleNotFoundError` without its extra."""
    module: WriterModule = import_module(f"{__package__}.{WRITERS[form].module}")
    return module


def ready(form: str) -> None:
    """Raises `ModuleNotFoundError` without the extra of a format, and `NoBrowser` where there is
    none to print it."""
    getattr(load_writer(form), "ready", lambda: None)()


def written(bundle: Bundle, form: str) -> Written:
    """Pictures that nobody found are missing in every format; of nothing there is no file."""
    if not bundle.questions:
        return Written(b"")
    done = load_writer(form).write(bundle)
    missing = [
        loss("picture-missing", question, path=paths)
        for question in bundle.questions
        if (paths := [path for path in question.pictures() if path not in bundle.pictures])
    ]
    count = len(bundle.questions) - len(done.left_out)
    return Written(done.data, (*missing, *done.losses), done.left_out, count)


def in_brief(losses: Iterable[Problem], words: Words) -> list[Problem]:
    """In order; advice on many questions is one line, at the first of them."""
    kinds: dict[tuple[str, str], list[Problem]] = defaultdict(list)
    for told in in_order(losses):
        others = {name: value for name, value in told.details.items() if name != "id"}
        kinds[told.code, repr(others)].append(told)
    return in_order(told for found in kinds.values() for told in _joined(found, words))


def _joined(found: list[Problem], words: Words) -> list[Problem]:
    if len(found) <= MOST_OF_A_KIND or found[0].severity is not Severity.ADVICE:
        return found
    ids = [told.details["id"] for told in found[:MOST_OF_A_KIND]]
    several = words("export.several", ids=ids, number=len(found))
    return [replace(found[0], details={**found[0].details, "id": several})]
