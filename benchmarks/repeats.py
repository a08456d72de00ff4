"""Near-duplicates over 10,000 questions: the site's own, each in many wordings."""

import random
import time
from dataclasses import replace
from pathlib import Path

from content import WORDS

from tiku import Question, check
from tiku.loading.folder import bank_paths, read_files
from tiku.model import Bank, Library, Prose
from tiku.rules import repeats

ROOT = Path(__file__).resolve().parent.parent
NUMBER = 10_000


def library() -> Library:
    """Stems have two words more than the original and some in other places; keys stay."""
    chance = random.Random(20261125)
    site = check(read_files(bank_paths(ROOT / "questions"), []), None).library
    alone = [q for bank in site.banks for q in bank.current() if isinstance(q, Question)]
    made = tuple(_reworded(alone[n % len(alone)], chance) for n in range(NUMBER))
    return Library(banks=(Bank(questions=made),))


def _reworded(question: Question, chance: random.Random) -> Question:
    clauses = question.stem.split("，")
    at = chance.randrange(len(clauses) + 1)
    clauses.insert(at, "".join(chance.sample(WORDS, 4)))
    return replace(question, stem=Prose("，".join(clauses)))


def main() -> None:
    """Seconds of CPU, and what was found."""
    everything = library()
    start = time.process_time()
    found = sum(1 for rule in repeats.RULES for _ in rule(everything))
    seconds = time.process_time() - start
    print(f"  {NUMBER:,} questions compared with each other: {seconds:.2f} s, {found:,} found")


if __name__ == "__main__":
    main()
