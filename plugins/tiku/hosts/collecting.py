"""How often Python looks for cycles among the values of a build.

Nearly all of them live to its end: every 700 new ones it looked in vain, a fifteenth of the time.
At the end of the process it looked through all of them again, and more than once: a fifth.
"""

import atexit
import gc

EVERY = 100_000
"""New values: looking through those of a check once takes a twentieth of a first build."""


def collect_seldom() -> None:
    """From here on, and not at the end, when all of it goes; for processes that are there for a
    build or a check."""
    gc.set_threshold(EVERY)
    atexit.register(gc.freeze)
