"""QTI 3.0 packages."""

from tiku.formats.writers.exported import Bundle, Written
from tiku.formats.writers.qti_dialect import QTI30
from tiku.formats.writers.qti_package import package


def write(bundle: Bundle) -> Written:
    """A test of everything, its items apart."""
    return package(bundle, QTI30)
