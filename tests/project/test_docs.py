"""What docs/develop/ says of the code is what the code is."""

import subprocess
import sys

import pytest
from conftest import ROOT

from tiku.editing.reference import field_tables
from tiku.locales.messages import MESSAGES


def test_the_made_parts_are_fresh():
    command = [sys.executable, "docs/develop/generate.py", "--check"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_every_field_says_what_it_is_for():
    rows = [line for line in field_tables().splitlines() if line.startswith("| `")]
    assert len(rows) > 60
    assert not [row for row in rows if row.endswith("|  |")]


@pytest.mark.parametrize("code", MESSAGES)
def test_both_languages_fill_in_the_same_details(code: str):
    message = MESSAGES[code]

    def places(text: str) -> set[str]:
        return {part.partition("}")[0] for part in text.split("{")[1:]}

    assert places(message.zh) == places(message.en)
    assert places(message.zh_hint) == places(message.en_hint)


def test_every_rule_code_has_a_case():
    cases = "".join(
        path.stem + path.read_text(encoding="utf-8")
        for path in (ROOT / "tests" / "cases").rglob("*.yml")
    )
    for name in ("rules/test_check.py", "site/test_site.py"):
        cases += (ROOT / "tests" / name).read_text(encoding="utf-8")
    assert [code for code in MESSAGES if code not in cases] == ["unreadable-file"]  # in test_cli
