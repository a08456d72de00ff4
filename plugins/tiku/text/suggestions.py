"""The word that was probably meant."""

from collections.abc import Iterable


def closest(word: str, known: Iterable[str]) -> str:
    """The known word most like `word`, or nothing where none is alike."""
    from difflib import get_close_matches  # most files have no wrong word

    return next(iter(get_close_matches(word, list(known), n=1, cutoff=0.7)), "")
