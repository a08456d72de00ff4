"""From one build to the next: what was worked out of files that are still the same."""

from tiku.hosts.cache import kept_between_builds
from tiku.hosts.mkdocs.reporting import log
from tiku.locales.language import reader_words
from tiku.model.cache import Cache
from tiku.rendering.environment import Compiled

READ = ("file", "page")
NAMED = 3
"""Files that are called by their names."""


class Remembers:
    """That part of a plugin; under `serve` it lives as long as the server."""

    known: Cache | None = None

    def __init__(self) -> None:
        super().__init__()
        self.compiled = Compiled()
        """The templates of the theme, which MkDocs compiles again for each build."""

    def cache_of(self, is_wanted: bool, lasts: bool) -> Cache:
        """For one build after another; unless one is wanted, of this build alone. `lasts`: whether
        another may come in this process."""
        if not is_wanted:
            self.known = None
            return Cache(lasts=False)
        if self.known is None:
            self.known = kept_between_builds(lasts=lasts)
        self.known.turn()
        return self.known

    def rebuilt(self, seconds: float) -> None:
        """Say what a save took."""
        words = reader_words()
        took = f"{seconds:.1f}"
        if self.known is None:
            log.info(words("serve.whole", seconds=took))
            return
        read = [str(of) for kind, of in self.known.made if kind in READ]
        named = words.join(read) if len(read) <= NAMED else words("serve.files", number=len(read))
        key = "serve.read" if read else "serve.nothing-read"
        log.info(words(key, files=named, number=len(read), seconds=took))
