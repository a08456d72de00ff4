"""A library and a wish -> the file of a format, and what it does not say."""

from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from importlib import import_module
from typing import Protocol

from tiku.formats.writers import WRITERS
from tiku.formats.writers.collecting import ReadFile, Wish, collected
from tiku.formats.writers.exported import Bundle, Written, loss
from tiku.model import Library
from tiku.model.cache import Cache, Coding

BYTES: Coding[bytes] = Coding(lambda data: b64encode(data).decode(), b64decode)


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


def remembered(bundle: Bundle, form: str, cache: Cache) -> bytes:
    """The file; what takes long to make is kept under all that decides it."""
    told = getattr(load_writer(form), "told", None)
    if told is None or not bundle.questions:
        return written(bundle, form).data
    return cache(f"export-{form}", told(bundle), lambda: written(bundle, form).data, BYTES)


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
        loss("picture-missing", question, path=path)
        for question in bundle.questions
        for path in question.pictures()
        if path not in bundle.pictures
    ]
    count = len(bundle.questions) - len(done.left_out)
    return Written(done.data, (*missing, *done.losses), done.left_out, count)
