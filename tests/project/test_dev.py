"""dev.py before anything is installed."""

import ast
import sys

import pytest
from conftest import ROOT

sys.path.insert(0, str(ROOT))
import dev


def test_an_old_python_is_told_what_is_needed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture
):
    monkeypatch.setattr(dev, "OLDEST", (3, 99))
    assert dev.main(["check"]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("dev.py needs Python 3.99 or newer, and this is 3.")


def test_an_old_python_comes_so_far():
    ast.parse((ROOT / "dev.py").read_text(encoding="utf-8"), feature_version=(3, 8))
