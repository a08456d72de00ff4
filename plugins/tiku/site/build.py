"""One build of a site, for any host: what stands on its pages, and the files beside them.

A host converts a page's Markdown with the extension in hosts/markdown, which puts marks where
something of ours stands. Behind Markdown `Page.content` puts in what a search may read, and
behind the theme `Page.finished` the quizzes: what was rendered is never converted again.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, cached_property, partial
from typing import NamedTuple

from markupsafe import Markup, escape

from tiku import search
from tiku.locales.catalogue import Words
from tiku.model import Asking, Draw, Item, Library, sitemap
from tiku.model.bank_pages import homes
from tiku.model.cache import Cache
from tiku.model.clause_changes import questions_on
from tiku.model.options import decided
from tiku.model.problem import Problem
from tiku.model.selection import lists_a_topic, select
from tiku.rendering import links, tools
from tiku.rendering.edit_links import Repository
from tiku.rendering.questions import Renderer
from tiku.search.alphabetical import order_of
from tiku.search.destinations import is_policy
from tiku.site import page_assets, pages, placeholders, publishing, reading_time
from tiku.site.additions import Additions, additions, holdings
from tiku.site.assets import Assets
from tiku.site.calling import called
from tiku.site.drills import with_drills
from tiku.site.findings import Findings
from tiku.site.generated import Generated, Later, Making
from tiku.site.offered import Download, Wanted
from tiku.site.placeholders import Insert

ASSETS = publishing.URI


class Build:
    """Everything that is made from a library without an error; `locate_from` is the host's."""

    def __init__(
        self,
        library: Library,
        words: Words,
        locate_from: links.LocateFrom,
        repository: Repository | None = None,
        editions: bool = False,
        exports: Wanted | None = None,
        finds: bool = False,
        cache: Cache | None = None,
    ) -> None:
        """`finds`: whether pages lead to our search, as their theme does not."""
        words = called(words, library.options.pages.titles)
        self.written, self.words = sitemap.titled(library, words), words
        self.library = with_drills(self.written, words)
        self.locate_from, self.editions = locate_from, editions
        self.exports, self.finds = exports or Wanted(), finds and library.options.search
        self.renderer = Renderer(self.library, words, repository, cache)
        self.assets = Assets(self.library, self.written, self.renderer, locate_from)
        self.findings = Findings(cache=self.renderer.cache)
        self.questions_on = questions_on(self.library)
        self._pages: dict[str, Page] = {}

    @cached_property
    def generated(self) -> Mapping[str, Generated]:
        """Path below docs/ -> the page made for it; a page written by hand goes before it."""
        at = self.library.options.pages.at
        made = pages.generate(Making(self.library, self.renderer, self.editions, self._offered))
        kept = (page for page in made if sitemap.is_made(self.library, page.path))
        return {at(page.path): replace(page, path=at(page.path)) for page in kept}

    @cached_property
    def homes(self) -> Mapping[str, str]:
        """page.md#id -> the later page of a large bank where it stands."""
        return homes(self.library)

    def shown(self) -> Iterator["Page"]:
        """The pages of ours that readers may come to, each unless one was written by hand."""
        for path, page in self.generated.items():
            if not page.hidden and self.page(path).made:
                yield self.page(path)

    def prepare(self) -> None:
        """Work out, for the cache, what is known of banks by themselves."""
        for bank in filter(self.library.told_of, self.library.banks):
            for item in bank.current():
                self.renderer.item(item)
        order = order_of(self.words.language)
        search.listing(self.library, order, self.words, self.renderer.cache)

    def downloads(self) -> Iterator[Download]:
        """What readers may take along; some of it is still being written."""
        for offered in self._offered.values():
            yield from offered

    @cached_property
    def _offered(self) -> Mapping[str, tuple[Download, ...]]:
        if not self.exports.forms:
            return {}
        from tiku.site.downloads import downloads

        return downloads(self.library, self.words, self.exports, self.renderer.cache)

    @property
    def paths(self) -> list[str]:
        """Of every page below docs/, written by hand or made."""
        return list(dict.fromkeys([*(self.library.pages or {}), *self.generated]))

    def page(self, path: str) -> "Page":
        """The page at a path below docs/, the same one until the build ends."""
        if path not in self._pages:
            self._pages[path] = Page(self, path)
        return self._pages[path]

    def files(self) -> Mapping[str, bytes]:
        """Address below the root of the site -> content of scripts, styles, catalogue and lists,
        most of it made when it is asked for."""
        return self.assets.files()

    def locate(self, here: str) -> links.Locate:
        """Addresses as seen from a page; our own files stand in their folder."""
        located = self.locate_from(here)
        return lambda path: located(self.assets.address(path))

    def search(self) -> tuple[dict[str, bytes], list[Problem]]:
        """The files to search in once all pages are read, by address, and what is not found."""
        return self.findings.search(self.library, self.words, self.renderer.cache)

    def dead_references(self) -> Iterator[Problem]:
        """Once all pages are read: what refers to an id that the page, as built, has not."""
        return self.findings.dead_references(self.library)


class Read(NamedTuple):
    """What a host knows of a page when its Markdown is HTML: `address` below the root of the
    site, `title`, and the front matter."""

    address: str
    title: str
    meta: Mapping[str, object]


class Page:
    """A page on its way from Markdown to what readers get."""

    def __init__(self, build: Build, path: str) -> None:
        self.build, self.path = build, path
        self.inserts: list[Insert] = []

    @property
    def generated(self) -> Generated | None:
        """What was made for its path."""
        return self.build.generated.get(self.path)

    @property
    def made(self) -> Generated | None:
        """What stands on it, unless somebody wrote a page of that path by hand."""
        written = (self.build.library.pages or {}).get(self.path)
        return None if written and not written.is_generated else self.generated

    @property
    def is_policy(self) -> bool:
        """Whether its sections are clauses."""
        return is_policy(self.build.library, self.path)

    @property
    def explained(self) -> str:
        """The page on which terms of this one are explained; nothing where none are linked."""
        library = self.build.library
        page = library.options.pages.at(sitemap.GLOSSARY)
        is_linked = page in (library.pages or {}) and page != self.path and not self.made
        return page if library.glossary and is_linked else ""

    @property
    def title(self) -> str:
        """As its author or ours wrote it; without one it is known by its path."""
        written = (self.build.library.pages or {}).get(self.path)
        return self.made.title if self.made else written.title if written else self.path

    @property
    def head(self) -> str:
        """What goes into the <head> of a page of ours, where a host makes that itself."""
        return self.made.head if self.made else ""

    @cached_property
    def additions(self) -> Additions:
        """What belongs to it if it was written by hand."""
        build = self.build
        return additions(build.library, build.words, self.path, build.questions_on.get(self.path))

    def quiz(self, draw: Draw, own: Sequence[Item] = ()) -> str:
        """A mark; a question is searched on its bank's page, however often it is shown.

        `own`: the questions themselves, where they stand on the page and in no bank.
        """
        items = select(self.build.library, draw) or own
        asking = decided(draw, *self._askings())
        filterable, quiz = lists_a_topic(draw), self.build.renderer.quiz
        made = partial(quiz, items, filterable=filterable, asking=asking)
        return self._marked(Insert(made, is_quiz=True), self._stand_in(items) if self.made else "")

    def _stand_in(self, items: Sequence[Item]) -> str:
        """What others may read; of one bank it stays as long as the bank does."""
        renderer = self.build.renderer
        bank = renderer.banks.get(items[0].id) if items else None
        if bank is None or any(renderer.banks.get(item.id) is not bank for item in items):
            return placeholders.stand_in(items)
        told = (self.build.library.told_of(bank), [item.id for item in items])
        return renderer.cache("stand-in", told, lambda: placeholders.stand_in(items))

    def _askings(self) -> Iterator[Asking]:
        written = (self.build.library.pages or {}).get(self.path)
        yield from [written.asking] if written else []
        yield self.build.library.options

    def html(self, html: str) -> str:
        """A mark for HTML of ours."""
        return self._marked(Insert(lambda: html), "")

    def tool(self, name: str) -> str:
        """A mark for a tool; nothing where there is none of this name."""
        library, renderer = self.build.library, self.build.renderer
        named = (tool for tool in library.tools if tool.id == name)
        return next((self.html(tools.rendered(tool, library, renderer)) for tool in named), "")

    def part(self, part: Draw | Markup | Later) -> str:
        """A mark for a part of a page of ours that is no heading."""
        if isinstance(part, Later):
            return self._marked(Insert(part.html, is_late=True), "")
        return self.quiz(part) if isinstance(part, Draw) else self.html(part)

    def holdings(self) -> str:
        """A mark for how much of everything there is."""
        return self.html(holdings(self.build.library, self.build.words))

    def content(self, html: str, read: Read) -> str:
        """Markdown's HTML with what is no quiz; what can be found on the page is noted."""
        whole = placeholders.filled(html, self._shown)
        if not self.made:
            self.build.findings.note_ids(self.path, whole)
        told = reading_time.with_reading_time(whole, read.meta, self.build.words)
        if not search.is_excluded(read.meta):
            self._note(told, read)
        quizzes = [insert.html() for insert in self.inserts if insert.is_quiz]
        told = self._way() + told
        linked = page_assets.links(told, quizzes, self.generated)
        locate = self.build.locate(self.path)
        return links.resolve(linked + told + page_assets.early(linked), locate, self.build.homes)

    def whole(self, html: str, read: Read) -> str:
        """Markdown's HTML with all that is ours, for a host that has nothing to do in between."""
        return self.finished(self.content(html, read))

    def finished(self, output: str) -> str:
        """The page as the theme made it, with its quizzes and what goes into its <head>."""
        if self.generated:
            output = output.replace("</head>", self.generated.head + "</head>", 1)
        return placeholders.filled(output, self._resolved)

    def _way(self) -> str:
        """To the search; without script to the page that lists everything."""
        listing = self.build.library.options.pages.at(sitemap.A_TO_Z)
        if not self.build.finds or listing not in self.build.generated:
            return ""
        label = escape(self.build.words("page.find"))
        link = f'<a href="tiku:{listing}" data-tiku-find>{label}</a>'
        return f'<p class="tiku-find" data-search-exclude="1">{link}</p>'

    def _marked(self, insert: Insert, told: str) -> str:
        self.inserts.append(insert)
        return placeholders.marked(len(self.inserts) - 1, told)

    def _note(self, html: str, read: Read) -> None:
        self.build.findings.note_page(self.path, read.address, read.title)
        if not self.made:
            self.build.findings.note_text(self.path, placeholders.without(html), read.title)

    def _shown(self, number: int) -> str | None:
        insert = self._insert(number)
        return insert.html() if insert and not (insert.is_quiz or insert.is_late) else None

    def _resolved(self, number: int) -> str | None:
        insert = self._insert(number)
        return links.resolve(insert.html(), self._locate, self.build.homes) if insert else None

    @cached_property
    def _locate(self) -> links.Locate:
        return cache(self.build.locate_from(self.path))

    def _insert(self, number: int) -> Insert | None:
        """None for a mark that somebody else wrote."""
        return self.inserts[number] if number < len(self.inserts) else None
