"""Twenty thousand slips in a good bank, and how many are named where they were made."""

import random
import sys
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NUMBER = 20_000
SHOWN = 5


def main() -> None:
    """A line a way to slip; a crash ends it all."""
    sys.path.append(str(ROOT / "tests"))
    from mutations import GOOD, HARMLESS, SLIPS, overlooked

    chance, start = random.Random(20261125), time.monotonic()
    made: Counter[str] = Counter()
    unnamed: Counter[str] = Counter()
    slowest = 0.0
    while made.total() < NUMBER:
        name = chance.choice(list(SLIPS))
        at, extra = chance.randrange(len(GOOD)), chance.randrange(200)
        mutant = SLIPS[name](GOOD, at, extra)
        if mutant is None:
            continue
        before = time.monotonic()
        said = overlooked(mutant)
        slowest = max(slowest, time.monotonic() - before)
        made[name] += 1
        unnamed[name] += bool(said)
        if said and unnamed[name] <= SHOWN:
            print(f"    {name} on line {at + 1} ({extra}): {GOOD[at]}")
    for name, count in made.items():
        strict = "" if SLIPS[name] in HARMLESS else f", {unnamed[name]} not named"
        print(f"  {name:10} {count:6}{strict}")
    seconds = time.monotonic() - start
    print(f"  {made.total():,} in {seconds:.0f} s, the slowest {slowest * 1000:.0f} ms")


if __name__ == "__main__":
    main()
