"""Elements as text, in which nothing of an author's can become an element.

Whatever XML cannot hold is dropped; attributes stand in the order in which they are given.
"""

import re
from collections.abc import Iterable
from html import escape

UNSEEN = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
HEADER = '<?xml version="1.0" encoding="UTF-8"?>\n'


class Xml(str):
    """Text that is XML already."""


def element(name: str, /, *inside: str | Xml, **attributes: object) -> Xml:
    """An underscore at an attribute's end, or in it, stands for what Python cannot write:
    `class_`, `xml_lang` is `xml:lang`, `max_choices` is `max-choices`."""
    named = "".join(f' {_name(key)}="{text(str(value))}"' for key, value in attributes.items())
    content = "".join(part if isinstance(part, Xml) else text(part) for part in inside)
    return Xml(f"<{name}{named}>{content}</{name}>" if content else f"<{name}{named}/>")


def text(content: str) -> str:
    """Escaped, for elements and attributes."""
    return escape(UNSEEN.sub("", content))


def cdata(content: str) -> Xml:
    """HTML inside XML, as text."""
    parts = UNSEEN.sub("", content).split("]]>")
    return Xml(f"<![CDATA[{']]]]><![CDATA[>'.join(parts)}]]>")


def joined(parts: Iterable[Xml], between: str = "\n") -> Xml:
    """One after another."""
    return Xml(between.join(parts))


def _name(key: str) -> str:
    if key.startswith(("xml_", "xsi_", "xmlns_", "adlcp_", "w_")):
        return key.replace("_", ":", 1)
    return key.rstrip("_").replace("_", "-")
