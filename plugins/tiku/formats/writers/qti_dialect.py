"""QTI 2.1 and 3.0 as two ways to write the same elements."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from tiku.formats.writers.xml_text import Xml, element

VOID = re.compile(r"<(br|hr|img)\b([^<>]*?)/?>")
PLACE = re.compile(r"<a(?![^<>]*\bhref=)[^<>]*>(.*?)</a>", re.DOTALL)
UNSEEN = re.compile(r"<(?:img|audio)(?![^<>]*\bsrc=)[^<>]*>")
"""What cleaning took the address of: XML asks for one where HTML does not."""
MATH = re.compile(r"<math\b(?![^<>]*xmlns)")
UNKNOWN_TO_21 = re.compile(r"<(/?)(?:u|s|mark|del|ins|bdi|ruby|rt|rp)\b[^<>]*>")
MATHML = "http://www.w3.org/1998/Math/MathML"


@dataclass(frozen=True, slots=True)
class Dialect:
    """A version: `name` makes an element's or attribute's name of words with hyphens."""

    version: str
    namespace: str
    schema: str
    package: str
    package_schema: tuple[str, str]
    prefix: str
    name: Callable[[str], str]

    def tag(self, name: str, /, *inside: str | Xml, **attributes: object) -> Xml:
        """An element of QTI."""
        own = {self.name(key.rstrip("_").replace("_", "-")): v for key, v in attributes.items()}
        return element(self.prefix + self.name(name), *inside, **own)

    def html(self, text: str) -> Xml:
        """HTML as XML."""
        led = PLACE.sub(r"<span>\1</span>", UNSEEN.sub("", text))
        closed = VOID.sub(r"<\1\2/>", led.replace("&nbsp;", "\u00a0"))
        plain = UNKNOWN_TO_21.sub(r"<\1span>", closed) if self.version == "2.1" else closed
        return Xml(MATH.sub(f'<math xmlns="{MATHML}"', plain))


def _camel(name: str) -> str:
    return re.sub(r"-(\w)", lambda found: found[1].upper(), name)


QTI21 = Dialect(
    version="2.1",
    namespace="http://www.imsglobal.org/xsd/imsqti_v2p1",
    schema="http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd",
    package="http://www.imsglobal.org/xsd/imscp_v1p1",
    package_schema=("QTIv2.1 Package", "1.0.0"),
    prefix="",
    name=_camel,
)
QTI30 = Dialect(
    version="3.0",
    namespace="http://www.imsglobal.org/xsd/imsqtiasi_v3p0",
    schema="https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_asiv3p0_v1p0.xsd",
    package="http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1",
    package_schema=("QTI Package", "3.0.0"),
    prefix="qti-",
    name=lambda name: name,
)
