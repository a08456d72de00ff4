"""The Markdown that authors write: blocks for texts, and for single lines what stands inside one.

What begins a line of a choice (`> 30`, `1998.`, `- 5`, `# 8`) is no quote, list or heading there,
and only `*` emphasises: `__init__` stays as it is typed.
"""

from functools import cache

from markdown import Markdown

EXTENSIONS = ("tables", "sane_lists", "fenced_code", "codehilite")
HIGHLIGHT = {"codehilite": {"css_class": "highlight", "guess_lang": False}}
"""Code gets the classes that Material and Pygments have styles for."""
ESCAPED = "`*[]!>#+-.$"
"""What a backslash takes the meaning from; before anything else it is a backslash."""
BLOCKS_ONLY = ("indent", "hashheader", "setextheader", "hr", "olist", "ulist", "quote")


@cache
def blocks() -> Markdown:
    """Paragraphs, lists, quotes, tables, fenced code; made for the first text that needs it."""
    return _without_traps(
        Markdown(extensions=list(EXTENSIONS), extension_configs=HIGHLIGHT, output_format="html")
    )


@cache
def line() -> Markdown:
    """What stands inside a line: emphasis, code, links, pictures, tags."""
    markdown = _without_traps(Markdown(output_format="html"))
    for name in BLOCKS_ONLY:
        markdown.parser.blockprocessors.deregister(name)
    markdown.preprocessors.deregister("html_block")
    return markdown


def _without_traps(markdown: Markdown) -> Markdown:
    """Code by four blanks and targets of links, `[1]: …`, are what nobody means in a bank."""
    markdown.parser.blockprocessors.deregister("code")
    markdown.parser.blockprocessors.deregister("reference")
    assert markdown.delimiters
    markdown.delimiters.remove("_")
    markdown.ESCAPED_CHARS = list(ESCAPED)
    return markdown
