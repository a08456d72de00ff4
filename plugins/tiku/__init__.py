"""tiku (題庫): YAML question banks become a static site that teaches, asks and remembers."""

from tiku.model import Bank, Library, Question
from tiku.model.place import Place
from tiku.model.problem import Problem, Severity
from tiku.rules.check import Checked, check

__all__ = ["Bank", "Checked", "Library", "Place", "Problem", "Question", "Severity", "check"]
