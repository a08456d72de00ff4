"""How a question looks in Anki: the two sides, their style, and what shuffles the choices."""

from importlib.resources import files


def part(name: str) -> str:
    """One of the files beside this one."""
    return files(__package__).joinpath(name).read_text("utf-8")
