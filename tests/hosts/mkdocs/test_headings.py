"""References to headings by the ids that the host gives them."""

from pathlib import Path

import pytest
from conftest import build

BANK = """topic: t
title: T
questions:
  - {id: q, stem: Is it so?, answer: true, see: [guide.md#REFERENCE]}
"""
FLOW = """id: come
title: Somebody comes
lead: What to do first.
states: [{id: here, title: At the desk, do: Listen., clause: guide.md#own}]
"""


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    """A site whose mkdocs.yml names no Markdown extension at all."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/guide.md").write_text(
        "---\nlang: en\n---\n\n# Guide\n\n## Status codes\n\nText.\n\n## Own {#own}\n\n- In a list:\n\n    ```quiz\n    topic: t\n    ```\n"
    )
    (tmp_path / "docs/index.md").write_text("# Home\n")
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: Plain\ntheme: {name: mkdocs, highlightjs: false}\nplugins: [tiku]\n"
    )
    (tmp_path / "questions/flows").mkdir(parents=True)
    (tmp_path / "questions/flows/come.yml").write_text(FLOW)
    return tmp_path


def build_with(site: Path, reference: str, target: Path):
    (site / "questions/t.yml").write_text(BANK.replace("REFERENCE", reference))
    return build(site, target)


def test_a_slug_is_a_link_and_what_rests_on_it_follows_it(plain: Path, tmp_path: Path):
    built = build_with(plain, "status-codes", tmp_path / "out")
    assert built.status == 0, built.output
    assert 'href="../../guide/#status-codes">Guide › Status codes<' in built.html("bank/t")
    below = built.html("guide").partition('<h2 id="status-codes">')[2].partition("<h2")[0]
    assert "tiku-on-clause" in below
    assert '<h2 id="own">Own</h2>' in built.html("guide")
    assert '<tiku-question id="q"' in built.html("guide")
    own = built.html("guide").partition('<h2 id="own">')[2]
    assert 'href="../flow/come/#here"' in own, "steps follow a clause that draws questions, too"
    assert '<div lang="en"><h1' in built.html("guide"), "the page says its language"


def test_a_rule_of_the_sites_own_is_followed(plain: Path, tmp_path: Path):
    with (plain / "mkdocs.yml").open("a") as config:
        config.write(
            "markdown_extensions:\n  - toc:\n      slugify: !!python/name:markdown.extensions.toc.slugify_unicode\n      separator: _\n"
        )
    good = build_with(plain, "status_codes", tmp_path / "out")
    assert good.status == 0, good.output
    bad = build_with(plain, "status-codes", tmp_path / "out")
    assert bad.status == 1
    assert "t.yml:4:" in bad.output
    assert "status_codes" in bad.output
    assert (tmp_path / "out/bank/t/index.html").exists()
