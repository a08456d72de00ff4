"""A finished page, and the data beside it, in Simplified Chinese.

Sources are converted nowhere: rules, fingerprints and ids know one script. What is converted is
what readers read: text, titles and labels, not code, addresses, ids, nor what is marked as being
in another language.
"""

import json
import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from html import escape, unescape
from posixpath import dirname, join, normpath
from typing import Any

from tiku.locales.catalogue import Words
from tiku.text.han import HAN
from tiku.text.mainland import Mainland
from tiku.text.patterns import on_demand

LANGUAGE, FOLDER = "zh-Hans", "zh-hans"
WHOLE = "|".join(
    rf"<{name}\b(?! class=\"tiku-form-text)(?! class=\"tiku-rows).*?(?:</{name}>|\Z)"
    for name in ("script", "style", "pre", "code", "textarea")
)
"""Forms to copy and the rows of a tool are read, too."""
TOKEN = on_demand(rf"""(<!--.*?(?:-->|\Z)|{WHOLE}|<(?:[^<>"']|"[^"]*"|'[^']*')+>)""", re.DOTALL)
"""Every second piece is a tag, or an element whose text stays as it is."""
NAME = on_demand(r"</?([a-zA-Z][\w-]*)")
ELSE = (' lang="', ' translate="no"')
"""Marks of what is in another language, or no language."""
VOID = {"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
READ = on_demand(
    r"(\s(?:title|alt|aria-label|placeholder|label|content"
    r'|data-(?:tag-names|tool|calendars|title|answer|put|wanted))=")([^"]*)"'
)
"""Attributes that are read to people, or shown by scripts."""
ADDRESS = on_demand(r'(\s(?:href|src)=")([^"]*)"')
ELSEWHERE = on_demand(r"[a-zA-Z][\w+.-]*:|/")
"""How an address begins that is not seen from the page."""
TARGET = on_demand(r'(<a\b)(?![^<>]*\starget=)([^<>]*\shref=")([^"]*)"')
CONFIG = on_demand(r'(<script id="__config" type="application/json">)(.*?)(</script>)', re.DOTALL)
LINKED_DATA = on_demand(r'(<script type="application/ld\+json">)(.*?)(</script>)', re.DOTALL)
CANONICAL = on_demand(r'(<link rel="canonical" href=")([^"]*)"')
SCOPE = 'new URL("'
FULL_LOAD = ' target="_self"'
"""Instant navigation would keep the scripts of the edition it comes from."""
KEY = on_demand(r'(data-kind="text"[^>]*?\sdata-key=")([^"]*)"')
NAMES = on_demand(
    r'(<h2 id="[^"]*">)([^<]*)((?:(?!</h2>).)*</h2>\s*<div class="tiku-entry">\s*)'
    r'<p class="tiku-names"><span lang="zh-Hans">([^<]*)</span>(.*?)</p>',
    re.DOTALL,
)
AS_IT_IS = ("<!--", "<script", "<style", "<pre", "<code", "<textarea")
IS_CHINESE = on_demand(rf"{HAN}|[「」『』]")
BETWEEN = "\x1f"
"""Stands in no text; OpenCC sees words on either side as apart."""


@dataclass(slots=True)
class Edition:
    """`pages`: paths of the HTML files that are in it; `root`: the address of the site, if it has
    one; `words`: those of the site; `modules`: path of a script -> what it says in this edition."""

    convert: Mainland
    pages: Set[str]
    root: str
    words: Words
    modules: Mapping[str, str]
    _outside: dict[tuple[str, str], bool] = field(default_factory=dict)
    _texts: dict[str, str] = field(default_factory=dict)

    def page(self, path: str, html: str) -> str:
        """A whole page at its path in the edition."""
        if 'class="tiku-names"' in html:
            html = NAMES.sub(self._names, html)
        html = self._keys(html)
        html = self.text_of(html)
        html = html.replace('<html lang="zh-Hant"', f'<html lang="{LANGUAGE}"', 1)
        html = html.replace(f"__md_scope={SCOPE}", f"__md_scope={SCOPE}../", 1)
        html = CONFIG.sub(self._config, html)
        html = LINKED_DATA.sub(
            lambda m: f"{m[1]}{_json(self._values(json.loads(m[2])))}{m[3]}", html
        )
        html = CANONICAL.sub(lambda m: f'{m[1]}{self._absolute(m[2])}"', html)
        return self._relinked(path, html)

    def text_of(self, html: str) -> str:
        """The HTML with what is read in it converted, all of it at once."""
        tokens = TOKEN.split(html)
        places = list(_places(tokens))
        together = BETWEEN.join(tokens[place].replace(BETWEEN, "") for place in places)
        told = self.convert(together, escape).split(BETWEEN) if places else []
        for place, text in zip(places, told, strict=True):
            tokens[place] = text
        for place in range(1, len(tokens), 2):
            if not tokens[place].isascii() and not tokens[place].startswith(AS_IT_IS):
                tokens[place] = READ.sub(self._attribute, tokens[place])
        return "".join(tokens)

    def file(self, path: str, text: str) -> str:
        """A script, a pool of questions or data below the scripts' folder."""
        name = path.rpartition("/")[2]
        if path in self.modules:
            text = self.modules[path]
        elif name in ("words.js", "loader.js"):
            text = self.convert(text, _in_script)
        elif name.endswith(".html"):
            text = self.text_of(self._keys(text))
        elif name.endswith(".json"):
            text = _json(self._values(json.loads(text)))
        return text

    def search(self, data: Any) -> Any:  # noqa: ANN401 -- JSON
        """A file of the search: what is shown is converted, what is folded stays."""
        if not isinstance(data, dict):
            return self._values(data)
        shown = {"pages", "titles", "names", "texts", "asked", "records"}
        found = {k: self._values(v) if k in shown else v for k, v in data.items()}
        if "pages" in found:
            found["pages"] = [[self._from_root(p), t] for p, t in found["pages"]]
        return found

    def _from_root(self, address: str) -> str:
        path = _file(address.removeprefix("./"))
        return address if path in self.pages else f"../{address}"

    def _names(self, found: re.Match[str]) -> str:
        """What it is called here first, behind it the Traditional term; no name twice."""
        opening, term, between, hans, rest = found.groups()
        own = self.convert(term, escape)
        first = "" if hans == own else f'<span lang="{LANGUAGE}">{hans}</span> · '
        original = f'<span lang="zh-Hant">{term}</span>'
        names = f'<p class="tiku-names">{first}{original}{self._without(rest, {own, hans})}</p>'
        return f"{opening}{term}{between}{names}"

    def _keys(self, html: str) -> str:
        """A written answer is also right as the Mainland calls it."""

        def key(found: re.Match[str]) -> str:
            answers = json.loads(unescape(found[2]))
            both = list(dict.fromkeys([*answers, *map(self.convert, answers)]))
            return f'{found[1]}{escape(json.dumps(both, ensure_ascii=False))}"'

        return KEY.sub(key, html) if 'data-kind="text"' in html else html

    def _attribute(self, found: re.Match[str]) -> str:
        """Titles and labels stand on many pages."""
        if found[2] not in self._texts:
            self._texts[found[2]] = self.convert(found[2], escape)
        return f'{found[1]}{self._texts[found[2]]}"'

    def _config(self, found: re.Match[str]) -> str:
        """Material's: what it says, and its worker, which stands a folder higher."""
        data = json.loads(found[2])
        data["search"] = f"../{data['search']}"
        data["translations"] = self._values(data["translations"])
        return f"{found[1]}{_json(data)}{found[3]}"

    def _values(self, value: Any) -> Any:  # noqa: ANN401 -- JSON
        """Every text in it, converted at once."""
        texts = [text.replace(BETWEEN, "") for text in _texts(value)]
        told = iter(self.convert(BETWEEN.join(texts)).split(BETWEEN))
        return _replaced(value, told)

    def _absolute(self, address: str) -> str:
        return address.replace(self.root, f"{self.root}{FOLDER}/", 1) if self.root else address

    def _relinked(self, path: str, html: str) -> str:
        """Links to what the edition has not lead out of it, by a full load."""
        folder = dirname(path)

        def loaded(found: re.Match[str]) -> str:
            load = FULL_LOAD if self._leaves(folder, found[3]) else ""
            return f'{found[1]}{load}{found[2]}{found[3]}"'

        html = TARGET.sub(loaded, html)
        return ADDRESS.sub(lambda m: f'{m[1]}{self._address(folder, m[2])}"', html)

    def _address(self, folder: str, address: str) -> str:
        """What leaves leads to the root, which is a folder higher, and down from there."""
        if not self._leaves(folder, address):
            return address
        bare = _bare(address)
        path = normpath(join(folder, bare)) + "/" * bare.endswith("/")
        return "../" * (1 + len(folder.split("/")) * bool(folder)) + path + address[len(bare) :]

    def _leaves(self, folder: str, address: str) -> bool:
        """Whether an address that is written in this folder leads out of the edition."""
        key = (folder, _bare(address))
        if key not in self._outside:
            self._outside[key] = self._is_outside(*key)
        return self._outside[key]

    def _is_outside(self, folder: str, bare: str) -> bool:
        if not bare or ELSEWHERE.match(bare):
            return False
        path = _file(normpath(join(folder, bare)) + ("/" if bare.endswith(("/", ".")) else ""))
        return path not in self.pages and not _is_ours(path)

    def _without(self, rest: str, known: Set[str]) -> str:
        """The names behind, without those that are the same in Simplified Chinese."""
        also, comma = self.words("page.also", names=""), self.words("separators.list")
        head, found, names = rest.partition(also)
        every = {self.convert(name, escape): name for name in names.split(comma)}
        new = {name: own for name, own in every.items() if name not in known}
        if not found or not new:
            return head.removesuffix(" · ") if found else rest
        return f"{head}{also}{comma.join(new.values())}"


def _places(tokens: list[str]) -> Iterator[int]:
    """Where text stands that is to be converted."""
    inside, depth = "", 0
    for number, token in enumerate(tokens):
        if number % 2 == 0:
            if not inside and not token.isascii() and IS_CHINESE.search(token):
                yield number
        elif inside:
            name = NAME.match(token)
            if name and name[1] == inside:
                depth += -1 if token.startswith("</") else 1
                inside = inside if depth else ""
        elif (ELSE[0] in token or ELSE[1] in token) and not token.startswith(AS_IT_IS):
            name = NAME.match(token)
            if name and name[1] != "html" and name[1] not in VOID:
                inside, depth = name[1], 1


def _texts(value: Any) -> Iterator[str]:  # noqa: ANN401 -- JSON
    if isinstance(value, str):
        yield from () if value.isascii() else (value,)
    elif isinstance(value, list | dict):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _texts(one)


def _replaced(value: Any, texts: Iterator[str]) -> Any:  # noqa: ANN401 -- JSON
    """The same with other texts, in the order of `_texts`."""
    if isinstance(value, str):
        return value if value.isascii() else next(texts)
    if isinstance(value, list):
        return [_replaced(one, texts) for one in value]
    if isinstance(value, dict):
        return {key: _replaced(one, texts) for key, one in value.items()}
    return value


def _file(path: str) -> str:
    """The file behind an address below the root of the site."""
    path = "" if path in (".", "./") else path
    return f"{path}index.html" if path == "" or path.endswith("/") else path


def _bare(address: str) -> str:
    return address.partition("#")[0].partition("?")[0]


def _is_ours(path: str) -> bool:
    return path.startswith("assets/tiku/")


def _in_script(word: str) -> str:
    """In any of the quotes that a script has."""
    quoted = json.dumps(word, ensure_ascii=False)[1:-1].replace("<", "\\u003c")
    return quoted.replace("'", "\\'").replace("`", "\\`").replace("${", "\\${")


def _json(value: Any) -> str:  # noqa: ANN401
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
