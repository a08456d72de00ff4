"""What belongs to a page written by hand: its card, what rests on its clauses, links of terms."""

from collections.abc import Iterator
from posixpath import dirname, join, normpath

from docutils import nodes
from markupsafe import Markup
from sphinx import addnodes
from sphinx.application import Sphinx

from tiku.hosts.mentions import Mentions
from tiku.hosts.sphinx.directives import DRAWN, build_of, raw
from tiku.hosts.sphinx.headings import NAMED
from tiku.model import Term
from tiku.rendering import prose
from tiku.site.additions import Additions
from tiku.site.build import Page

NOT_INSIDE = (nodes.title, nodes.reference, nodes.literal, nodes.literal_block, nodes.raw)


def added(app: Sphinx, doctree: nodes.document) -> None:
    """Called by Sphinx, when a page was read."""
    page = build_of(app).page(f"{app.env.docname}.md")
    sections = list(doctree.findall(nodes.section))
    if app.builder.format == "html":
        _lead_to_ours(doctree, page)
    if app.builder.format == "html" and sections:
        _link_terms(doctree, page)
        _put_behind(sections, page, page.additions)


def _lead_to_ours(doctree: nodes.document, page: Page) -> None:
    """Links to pages that we make and to ids that authors gave, which MyST does not know."""
    for link in list(doctree.findall(addnodes.pending_xref)):
        path, anchor = _target(link, page)
        if page.build.page(path).made or _has_own(page, path, anchor):
            address = f"tiku:{path}" + (f"#{anchor}" if anchor else "")
            ours = nodes.reference("", "", *link.children, refuri=address, internal=True)
            link.parent.replace(link, ours)


def _target(link: addnodes.pending_xref, page: Page) -> tuple[str, str]:
    """A page below docs/ and an id, as MyST tells of pages that there are, that there are not, and
    of the one at hand."""
    target, _, anchor = link.get("reftarget", "").partition("#")
    if link.get("refdomain") == "doc":
        return f"{target}.md", link.get("reftargetid") or ""
    if target.endswith(".md"):
        return normpath(join(dirname(page.path), target)), anchor
    return page.path, target


def _has_own(page: Page, path: str, anchor: str) -> bool:
    written = (page.build.library.pages or {}).get(path)
    return written is not None and anchor in written.clauses


def _put_behind(sections: list[nodes.section], page: Page, added: Additions) -> None:
    """Behind each clause what rests on it, below the first heading the card, the check last."""
    for section, resting in list(_ends(sections, added)):
        section[_own(section) : _own(section)] = [raw(page.html(one)) for one in resting]
    if added.card:
        sections[0].insert(1, raw(page.html(added.card)))
    if added.check:
        title = nodes.title("", page.build.words("page.self-check"))
        check = nodes.section("", title, raw(page.quiz(added.check)), ids=["self-check"])
        sections[0].append(check)


def _ends(
    sections: list[nodes.section], added: Additions
) -> Iterator[tuple[nodes.section, list[Markup]]]:
    """The last section of each clause, and what rests on it: a clause that was named goes on below
    headings that were not."""
    known = {*added.questions, *added.steps}
    clause, named, draws, last = "", False, False, sections[0]
    for section in sections:
        name = next((one for one in section["ids"] if one in known), section["ids"][0])
        if name in known or NAMED in section or not named:
            yield last, list(added.behind(clause, draws))
            clause, named, draws = name, NAMED in section, False
        draws, last = draws or _draws(section), section
    yield last, list(added.behind(clause, draws))


def _own(section: nodes.section) -> int:
    """How many of its nodes stand before the first section inside it."""
    inside = (n for n, node in enumerate(section) if isinstance(node, nodes.section))
    return next(inside, len(section))


def _draws(section: nodes.section) -> bool:
    own = section[: _own(section)]
    return any(one.get(DRAWN) for node in own for one in node.findall(nodes.raw))


def _link_terms(doctree: nodes.document, page: Page) -> None:
    """The first mention of each, with its definition."""
    glossary, explained = page.build.library.glossary, page.explained
    if not glossary or not explained:
        return
    mentions = Mentions(glossary)
    for text in [one for one in doctree.findall(nodes.Text) if not _is_inside(one)]:
        if pieces := [_node(one, explained) for one in mentions.split(text.astext())]:
            text.parent.replace(text, pieces)


def _is_inside(node: nodes.Node) -> bool:
    """Of something in which nothing is linked."""
    parent = node.parent
    return parent is not None and (isinstance(parent, NOT_INSIDE) or _is_inside(parent))


def _node(piece: str | Term, page: str) -> nodes.Node:
    if isinstance(piece, str):
        return nodes.Text(piece)
    told = prose.plain(piece.definition)
    address = f"tiku:{page}#{piece.id}"
    return nodes.reference(
        "", piece.term, refuri=address, reftitle=told, internal=True, classes=["tiku-term"]
    )
