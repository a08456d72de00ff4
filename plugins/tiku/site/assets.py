"""Files that a site has besides its pages: scripts, styles, catalogue and lists, in one folder."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache, cached_property, partial
from itertools import chain

from tiku.model import Library
from tiku.model.cache import Coding
from tiku.rendering import links, scripts
from tiku.rendering.questions import Renderer
from tiku.site import authoring, catalog, importing, publishing

TEXTS: Coding[Mapping[str, str]] = Coding(dict, dict)


class Assets:
    """Made of a library; `written` is the same without what we add to it."""

    def __init__(
        self, library: Library, written: Library, renderer: Renderer, locate_from: links.LocateFrom
    ) -> None:
        self.library, self.written = library, written
        self.renderer, self.locate_from = renderer, locate_from

    def files(self) -> Mapping[str, bytes]:
        """Address below the root of the site -> content."""
        makes = dict(publishing.published(self._together, self._folder).makes)
        if self.library.banks:
            text = catalog.standing_apart(self._together, self._folder)
            makes[f"{publishing.URI}/{catalog.PATH}"] = partial(bytes, text.encode())
        return publishing.Made(makes)

    def address(self, path: str) -> str:
        """Of one of ours as it is published; any other path as it is."""
        name = path.removeprefix(f"{publishing.URI}/")
        stays = name == path or path in publishing.FRONT.values()
        return path if stays else f"{publishing.URI}/{self._folder}/{name}"

    @cached_property
    def _together(self) -> Mapping[str, bytes]:
        """Path -> content of what is never mixed with another build's."""
        locate, words = self._locate_from_asset, self.renderer.words
        files = chain(
            self._scripts().items(),
            self._catalog(),
            authoring.files(self.written, self.renderer.repository, locate, words),
            importing.files(self.library, words),
        )
        held = {path: partial(bytes, text.encode()) for path, text in files}
        return publishing.Made({**held, **dict(self._pools())})

    def _catalog(self) -> Iterator[tuple[str, str]]:
        if self.library.banks:
            locate = self._locate_from_asset(catalog.PATH)
            yield from catalog.files(self.library, self.renderer, locate)

    def _pools(self) -> Iterator[tuple[str, Callable[[], bytes]]]:
        """The most of it, which only builds that follow each other have time to hold."""
        pools = catalog.pools(self.library, self.renderer, self._locate_from_asset)
        for path, make in pools:
            yield path, cache(make) if self.renderer.cache.lasts else make

    def _scripts(self) -> Mapping[str, str]:
        """Of two hundred and fifty files that change with the words and with our version only."""
        words, storage = self.renderer.words, self.library.options.storage or ""
        told = (words.language, words.tree, storage)
        made = partial(scripts.assets, words, storage)
        return self.renderer.cache("scripts", told, lambda: dict(made()), TEXTS)

    @cached_property
    def _folder(self) -> str:
        return publishing.digest(self._together)

    def _locate_from_asset(self, name: str) -> links.Locate:
        """Addresses in the catalogue are as seen from beside the folder, wherever its copy is; of
        the folder it matters how deep it is, and not yet its name."""
        folder = "" if name == catalog.PATH else "folder/"
        return self.locate_from(f"{publishing.URI}/{folder}{name}")
