"""cmi5 packages: xAPI statements to the learning record store that the platform names."""

from tiku.formats.writers import lesson
from tiku.formats.writers.exported import Bundle, Written
from tiku.formats.writers.packing import zipped
from tiku.formats.writers.xml_text import HEADER, Xml, element

SPACE = "https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd"


def write(bundle: Bundle) -> Written:
    """A course of one lesson."""
    files = lesson.files(bundle, "cmi5", "*")
    return Written(zipped({"cmi5.xml": _structure(bundle), **files}), lesson.losses(bundle))


def _structure(bundle: Bundle) -> bytes:
    named = lesson.identity(bundle)
    mark = lesson.mark(bundle)
    goal = {} if mark is None else {"masteryScore": f"{mark:f}"}
    course = element("course", *_told(bundle), id=named)
    unit = element(
        "au",
        *_told(bundle),
        element("url", lesson.PAGE),
        id=f"{named}:lesson",
        moveOn="CompletedAndPassed" if lesson.judges(bundle) else "Completed",
        launchMethod="AnyWindow",
        **goal,
    )
    return f"{HEADER}{element('courseStructure', course, unit, xmlns=SPACE)}\n".encode()


def _told(bundle: Bundle) -> tuple[Xml, Xml]:
    """Both are asked for."""
    text = element("langstring", bundle.title, lang=bundle.language)
    return element("title", text), element("description", text)
