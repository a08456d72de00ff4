"""Search of the site's own: what can be found, and the files a reader's browser finds it with."""

from tiku.search.alphabetical import listing
from tiku.search.destinations import BuiltPage, Destination, destinations
from tiku.search.findability import unfound
from tiku.search.index_files import Shelf, shelve, write
from tiku.search.sections import Section, is_excluded, sections

__all__ = [
    "BuiltPage",
    "Destination",
    "Section",
    "Shelf",
    "destinations",
    "is_excluded",
    "listing",
    "sections",
    "shelve",
    "unfound",
    "write",
]
