"""What mkdocs.yml may say below `tiku:`."""

from pathlib import Path

from conftest import build


def test_a_wrong_option_stops_the_build_at_its_place(site: Path, tmp_path: Path):
    config = site / "mkdocs.yml"
    text = config.read_text("utf-8")
    line = text[: text.index("plugins:")].count("\n") + 1
    wrong = "plugins:\n  - tiku:\n      search: 3\n      questoins: here\n"
    config.write_text(text.replace("plugins: [tiku]\n", wrong), encoding="utf-8")
    built = build(site, tmp_path / "out")
    assert built.status == 1
    assert f"mkdocs.yml:{line + 2}:15" in built.output
    assert (
        f"mkdocs.yml:{line + 3}:18 沒有「questoins」這個選項，是不是要寫 questions？"
        in built.output
    )


def test_a_page_in_the_place_of_a_generated_one_is_said(site: Path, tmp_path: Path):
    (site / "docs" / "progress.md").write_text("# Mine\n", encoding="utf-8")
    built = build(site, tmp_path / "out")
    assert built.status == 0, built.output
    assert "progress.md 是自己寫的" in built.output
    assert "<h1" in built.html("progress")
