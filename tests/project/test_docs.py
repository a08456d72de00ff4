"""What docs/develop/ says of the code is what the code is."""

import re
import subprocess
import sys

from conftest import ROOT, ZH

from tiku.editing.reference import field_tables
from tiku.rules import CODES, ELSEWHERE, RULES


def test_the_made_parts_are_fresh():
    command = [sys.executable, "docs/develop/generate.py", "--check"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_the_english_pages_are_english_but_for_examples():
    pages = sorted((ROOT / "docs" / "develop" / "en").glob("*.md"))
    assert len(pages) == 13
    for page in pages:
        text = re.sub(r"^```.*?^```$", "", page.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)
        assert re.findall(r".*[\u3400-\u9fff].*", text) == [], page
        assert "\nsearch:\n  exclude: true\n" in text, "readers look for what readers need"


def test_every_field_says_what_it_is_for():
    rows = [line for line in field_tables(ZH).splitlines() if line.startswith("| `")]
    assert len(rows) > 60
    assert not [row for row in rows if row.endswith("|  |")]


def test_every_rule_code_has_a_case():
    cases = "".join(
        path.stem + path.read_text(encoding="utf-8")
        for path in (ROOT / "tests" / "cases").rglob("*.yml")
    )
    for name in (
        *("rules/test_check.py", "site/test_site.py", "site/test_fidelity.py"),
        *("loading/test_folder.py", "site/test_editions.py", "hosts/cli/test_cli.py"),
    ):
        cases += (ROOT / "tests" / name).read_text(encoding="utf-8")
    assert [code for code in ZH.tree["messages"] if code not in cases] == []


def test_every_code_of_a_rule_has_its_sentence_and_one_set_of_facts():
    assert {*CODES, *ELSEWHERE} <= set(ZH.tree["messages"])
    assert [c.name for rule in RULES for c in rule.codes if c != CODES[c.name]] == []
