"""A paper that is written has the letters of the page, whatever the seed."""

import random
from pathlib import Path

from scripting import run

from tiku.model.shuffling import shuffled

SHUFFLED = Path(__file__).with_name("shuffled.js")
MANY = 500


def test_any_seed_shuffles_alike():
    chance = random.Random(20261128)
    given = [
        ([*range(chance.randrange(12))], chance.randrange(2 ** chance.randrange(1, 34)))
        for _ in range(MANY)
    ]
    assert run(SHUFFLED, given) == [shuffled(items, seed) for items, seed in given]
