"""A SCORM package of either version: one lesson, every file of it, and the manifest."""

from collections.abc import Iterable
from urllib.parse import quote

from tiku.formats.writers import lesson
from tiku.formats.writers.exported import Bundle, Written
from tiku.formats.writers.lesson import PAGE, identity
from tiku.formats.writers.packing import zipped
from tiku.formats.writers.xml_text import HEADER, Xml, element, joined


def package(
    bundle: Bundle, platform: str, version: str, goal: Xml, kind: str, **spaces: str
) -> Written:
    """`platform` is how the lesson calls the version, `goal` what its item says of passing, `kind`
    the attribute of its type."""
    files = lesson.files(bundle, platform)
    made = _manifest(bundle, files, version, goal, kind, **spaces)
    return Written(zipped({"imsmanifest.xml": made, **files}), lesson.losses(bundle))


def _manifest(
    bundle: Bundle, names: Iterable[str], version: str, goal: Xml, kind: str, **spaces: str
) -> bytes:
    files = joined((element("file", href=quote(name)) for name in names), "")
    named = identity(bundle).rpartition(":")[2]
    item = element(
        "item", element("title", bundle.title), goal, identifier="item", identifierref="lesson"
    )
    organization = element(
        "organization", element("title", bundle.title), item, identifier="organization"
    )
    kinds = {"type": "webcontent", kind: "sco"}
    made = element(
        "manifest",
        element("metadata", element("schema", "ADL SCORM"), element("schemaversion", version)),
        element("organizations", organization, default="organization"),
        element("resources", element("resource", files, identifier="lesson", href=PAGE, **kinds)),
        identifier=f"tiku-{named}",
        version="1",
        **spaces,
    )
    return f"{HEADER}{made}\n".encode()
