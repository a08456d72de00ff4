"""How often Python looks for cycles among the values of a build.

Nearly all of them live to its end: every 700 new ones it looked in vain, a fifteenth of the time.
"""

import gc

EVERY = 20_000
"""New values."""


def collect_seldom() -> None:
    """From here on; for processes that are there for a build or a check."""
    gc.set_threshold(EVERY)
