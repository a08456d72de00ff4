"""The site once more in Simplified Chinese, below zh-hans/: which files, and how editions meet.

Each page says where it stands in the other edition, by a link that loads it whole; search engines
are told in the sitemap, for Material takes such links in a <head> for sites of their own.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from posixpath import dirname, relpath

from tiku.locales.catalogue import Words
from tiku.locales.catalogue import edition as spoken_in
from tiku.locales.modules import modules
from tiku.model import Library
from tiku.model.cache import NO_CACHE, Cache
from tiku.model.place import Place
from tiku.model.problem import Problem, Severity
from tiku.model.values import dataclass
from tiku.search import index_files, shards
from tiku.search.tokens import fold_with
from tiku.site import publishing
from tiku.site.build import ASSETS, Build
from tiku.site.remembered import RememberedMainland
from tiku.site.sayings import sayings
from tiku.site.simplified import FOLDER, LANGUAGE, Edition
from tiku.text.conversion import simplified_characters
from tiku.text.mainland import Mainland
from tiku.text.patterns import on_demand

Read = Callable[[str], str]
"""Path below the root of the built site -> text."""

SEARCH = f"{ASSETS}/search/"
HEADER = on_demand(r'(?=<label class="md-header__button md-icon" for="__search">)')
"""Where Material has its buttons."""
SWITCH = (
    '<a class="md-header__button tiku-edition" href="{href}" hreflang="{language}"'
    ' lang="{language}" target="_self">{name}</a>'
)
NAMES = {"zh-Hant": "繁體", LANGUAGE: "简体"}
ENTRY = on_demand(r"(?<!\s)\s*<url>\s*<loc>(.*?)</loc>.*?</url>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Built:
    """What a host made: `pages`, path of a page that both editions have -> the page that it is
    made from; `files`, everything else of ours; `root`, the address of the site or nothing."""

    pages: Mapping[str, str]
    files: tuple[str, ...]
    root: str


def edition(build: Build, built: Built, read: Read) -> tuple[dict[str, str], list[Problem]]:
    """Path below the root of the site -> text, of what is new or changed; and what to look at."""
    convert = mainland(build.library, build.renderer.cache)
    spoken = _modules(built, build.words)
    made = Edition(convert, built.pages.keys(), built.root, build.words, spoken)
    problems: list[Problem] = []
    texts = dict(_files(made, built, read))
    for path, source in built.pages.items():
        there, seen = f"{FOLDER}/{path}", len(convert.repeats)
        html = read(source).replace(_address(source), _address(path))
        texts[there] = _switched(made.page(path, html), there, path)
        texts[path] = _switched(read(path), path, there)
        problems += _repeats(convert, seen, path)
    return _in_own_folder(texts, built), [*problems, *_idle(convert, build.library)]


def mainland(library: Library, cache: Cache = NO_CACHE) -> Mainland:
    """The engine's tables and our own texts with the site's."""
    rows = library.rewordings.rewordings if library.rewordings else ()
    return RememberedMainland(
        tuple((row.hant, row.hans) for row in rows if row.everywhere),
        (
            *sayings(LANGUAGE).items(),
            *((row.hant, row.hans) for row in rows if not row.everywhere),
        ),
        cache=cache,
    )


def sitemaps(text: str, built: Built, hidden: str) -> Iterator[tuple[str, str]]:
    """The site's, with where the other edition stands, and that of the edition."""
    opening = text[: text.index("<url>")].rstrip()
    opening = opening.replace("<urlset ", '<urlset xmlns:xhtml="http://www.w3.org/1999/xhtml" ', 1)
    entries = [
        m[1] for m in ENTRY.finditer(text) if not (hidden and m[1].endswith(_address(hidden)))
    ]
    paired = {built.root + _address(path) for path in built.pages}
    for folder in ("", FOLDER):
        told = [_entry(one, one in paired, built.root, folder) for one in entries]
        lines = "\n".join(line for line in told if line)
        yield f"{folder}/sitemap.xml".removeprefix("/"), f"{opening}\n{lines}\n</urlset>\n"


def _entry(address: str, paired: bool, root: str, folder: str) -> str:
    there = address.replace(root, f"{root}{FOLDER}/", 1)
    if not paired:
        return "" if folder else f"  <url><loc>{address}</loc></url>"
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{language}" href="{href}"/>'
        for language, href in (("zh-Hant", address), (LANGUAGE, there))
    )
    return f"  <url><loc>{there if folder else address}</loc>{links}</url>"


def _address(path: str) -> str:
    return path.removesuffix("index.html")


def _files(made: Edition, built: Built, read: Read) -> Iterator[tuple[str, str]]:
    """Scripts, styles and data; a file of the search that bears a digest gets one of its own."""
    later = {}
    for path in built.files:
        if path.startswith(SEARCH) and not path.endswith(index_files.FIRST):
            text = read(path)
            if not shards.has_postings(path):
                text = index_files.dumped(made.search(json.loads(text)))
            name = index_files.renamed(path, text)
            later[path.removeprefix(SEARCH)] = name.removeprefix(SEARCH)
            yield f"{FOLDER}/{name}", text
    for path in built.files:
        if path == SEARCH + index_files.FIRST:
            data = made.search(json.loads(read(path)))
            data["later"] = later.get(data.get("later", ""), data.get("later"))
            data["synonyms"] += _pairs(made.convert)
            yield f"{FOLDER}/{path}", index_files.dumped(data)
        elif not path.startswith(SEARCH):
            yield f"{FOLDER}/{path}", made.file(path, read(path))


def _pairs(convert: Mainland) -> list[list[str]]:
    """What is called otherwise is found by either name."""
    fold = fold_with(simplified_characters())
    used = convert.used - sayings(LANGUAGE).keys()
    pairs = ([fold(hant), fold(hans)] for hant, hans in convert.rows if hant in used)
    return [pair for pair in pairs if pair[0] != pair[1]]


def _modules(built: Built, words: Words) -> Mapping[str, str]:
    spoken = modules(spoken_in(words, LANGUAGE))
    names = {name: path for path in built.files for name in spoken if path.endswith(f"/{name}")}
    return {path: spoken[name] for name, path in names.items()}


def _in_own_folder(texts: Mapping[str, str], built: Built) -> dict[str, str]:
    """The folder of the scripts bears a digest of what it holds: here it holds other words."""
    inside = re.compile(rf"{FOLDER}/{ASSETS}/([0-9a-f]{{{publishing.DIGEST}}})/")
    old = next((m[1] for path in texts if (m := inside.match(path))), None)
    if old is None:
        return dict(texts)
    new = publishing.digest({p: t.encode() for p, t in texts.items() if inside.match(p)})
    ours = f"{FOLDER}/"
    return {
        (p.replace(old, new) if p.startswith(ours) else p): (
            t.replace(old, new) if p.startswith(ours) else t
        )
        for p, t in texts.items()
    }


def _switched(html: str, path: str, there: str) -> str:
    """With the link to the same page of the other edition."""
    language = LANGUAGE if there.startswith(f"{FOLDER}/") else "zh-Hant"
    href = relpath(there, dirname(path) or ".")
    href = href.removesuffix("index.html") or "./"
    link = SWITCH.format(href=href, language=language, name=NAMES[language])
    return HEADER.sub(link, html, count=1)


def _repeats(convert: Mainland, seen: int, path: str) -> Iterator[Problem]:
    for one in convert.repeats[seen:]:
        details = {"hant": one.hant, "hans": one.hans, "text": one.text.replace("\x1f", " ")}
        yield Problem("said-twice", Place(path), details, Severity.WARNING)


def _idle(convert: Mainland, library: Library) -> Iterator[Problem]:
    for row in library.rewordings.rewordings if library.rewordings else ():
        if row.hant not in convert.used:
            details = {"hant": row.hant}
            yield Problem("idle-rewording", row.origin.place("hant"), details, Severity.WARNING)
