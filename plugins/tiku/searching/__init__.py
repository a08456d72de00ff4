"""Search of the site's own: what can be found, and the files a reader's browser finds it with."""

from tiku.searching.destinations import BuiltPage, Destination, destinations
from tiku.searching.files import Shelf, shelve, write
from tiku.searching.listing import listing
from tiku.searching.sections import Section, is_excluded, sections
from tiku.searching.self_test import unfound
from tiku.searching.stand_in import filled, stand_in, without

__all__ = [
    "BuiltPage",
    "Destination",
    "Section",
    "Shelf",
    "destinations",
    "filled",
    "is_excluded",
    "listing",
    "sections",
    "shelve",
    "stand_in",
    "unfound",
    "without",
    "write",
]
