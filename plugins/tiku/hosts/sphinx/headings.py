"""Headings as MyST reads them, with the ids that their authors gave."""

import re

from docutils import nodes
from sphinx.application import Sphinx

NAMED = "tiku_named"
"""On a section whose author gave it an id."""
OWN_ID = re.compile(r"\{#([^\s{}]+)\}$")


def named(_: Sphinx, doctree: nodes.document) -> None:
    """`## Title {#id}`, which MyST takes for text."""
    for section in doctree.findall(nodes.section):
        title = section.next_node(nodes.title)
        texts = list(title.findall(nodes.Text)) if title else []
        if texts and (found := OWN_ID.search(texts[-1])):
            last = texts[-1]
            last.parent.replace(last, nodes.Text(last[: found.start()].rstrip()))
            section[NAMED] = True
            section["ids"] = list(dict.fromkeys([found[1], *section["ids"]]))
