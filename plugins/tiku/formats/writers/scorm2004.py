"""SCORM 2004 packages (4th edition)."""

from tiku.formats.writers import lesson
from tiku.formats.writers.exported import Bundle, Written
from tiku.formats.writers.scorm_manifest import package
from tiku.formats.writers.xml_text import Xml, element

SPACES = {
    "xmlns": "http://www.imsglobal.org/xsd/imscp_v1p1",
    "xmlns_adlcp": "http://www.adlnet.org/xsd/adlcp_v1p3",
    "xmlns_imsss": "http://www.imsglobal.org/xsd/imsss",
}


def write(bundle: Bundle) -> Written:
    """One lesson of everything."""
    return package(
        bundle, "scorm2004", "2004 4th Edition", _goal(bundle), "adlcp_scormType", **SPACES
    )


def _goal(bundle: Bundle) -> Xml:
    """The lesson tells itself whether it is done and passed."""
    mark = lesson.mark(bundle)
    least = () if mark is None else (element("imsss:minNormalizedMeasure", f"{mark:f}"),)
    by_measure = {} if mark is None else {"satisfiedByMeasure": "true"}
    primary = element("imsss:primaryObjective", *least, objectiveID="passed", **by_measure)
    control = element(
        "imsss:deliveryControls", completionSetByContent="true", objectiveSetByContent="true"
    )
    return element("imsss:sequencing", element("imsss:objectives", primary), control)
