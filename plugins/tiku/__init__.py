"""tiku (題庫): YAML question banks become a static site that teaches, asks and remembers."""

from tiku.checking import Checked, check
from tiku.model import Bank, Library, Question
from tiku.problems import Place, Problem, Severity

__all__ = ["Bank", "Checked", "Library", "Place", "Problem", "Question", "Severity", "check"]
