"""What pages offer to take along, and what is wanted of it."""

from collections.abc import Callable

from tiku.model.values import dataclass


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
    """A file at an address below the root of the site; asked for its bytes it waits for them."""

    form: str
    address: str
    data: Callable[[], bytes]

    @property
    def size(self) -> str:
        """In KB, at least one; from a thousand on in MB. It does not break."""
        kilobytes = max(1, round(len(self.data()) / 1024))
        return f"{kilobytes}\xa0KB" if kilobytes < 1000 else f"{kilobytes / 1024:.1f}\xa0MB"
