"""SCORM 1.2 packages."""

from tiku.formats.writers import lesson
from tiku.formats.writers.exported import Bundle, Written
from tiku.formats.writers.packing import zipped
from tiku.formats.writers.scorm_manifest import manifest
from tiku.formats.writers.xml_text import Xml, element

SPACES = {
    "xmlns": "http://www.imsproject.org/xsd/imscp_rootv1p1p2",
    "xmlns_adlcp": "http://www.adlnet.org/xsd/adlcp_rootv1p2",
}


def write(bundle: Bundle) -> Written:
    """One lesson of everything."""
    files = lesson.files(bundle, "scorm12")
    made = manifest(bundle, files, "1.2", _goal(bundle), "adlcp_scormtype", **SPACES)
    return Written(zipped({"imsmanifest.xml": made, **files}), lesson.losses(bundle))


def _goal(bundle: Bundle) -> Xml:
    mark = lesson.mark(bundle)
    return Xml("") if mark is None else element("adlcp:masteryscore", f"{round(mark * 100)}")
