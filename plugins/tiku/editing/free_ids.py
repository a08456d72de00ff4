"""A new name for a question."""

from collections.abc import Collection

from tiku.model import Case, Library


def taken_ids(library: Library) -> set[str]:
    """Of questions, cases and their questions, also the retired."""
    cases = [item for item in library.items() if isinstance(item, Case)]
    return {item.id for item in (*library.items(), *(q for case in cases for q in case.questions))}


def free_id(prefix: str, taken: Collection[str]) -> str:
    """The prefix with the lowest number that is not taken."""
    return next(name for n in range(1, len(taken) + 2) if (name := f"{prefix}-{n}") not in taken)
