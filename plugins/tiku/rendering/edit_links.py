"""Where readers report a question and editors mend it: addresses in the site's repository."""

from collections.abc import Callable
from urllib.parse import quote

from tiku.model import Question
from tiku.model.values import dataclass


@dataclass(frozen=True, slots=True)
class Repository:
    """`edit`: file as problems name it -> the address that opens it; `form`: the address of the
    issue form to report a wrong question; `new_file`: the folder of banks, to add a file there.

    The latter two are empty where the host has no such thing.
    """

    edit: Callable[[str], str]
    form: str = ""
    new_file: str = ""


@dataclass(frozen=True, slots=True)
class EditLinks:
    """The two links of one question; `report` may be empty."""

    edit: str
    report: str


def edit_links(question: Question, page: str, repository: Repository) -> EditLinks:
    """`page`: path below docs/ of the page on which the question stands."""
    place = question.origin.place()
    where = quote(f"{page}#{question.id}", safe="/")
    report = f"{repository.form}&question={where}" if repository.form else ""
    return EditLinks(f"{repository.edit(place.file)}#L{place.line}", report)
