"""Beside plugins that change what is built: what is ours comes through."""

from pathlib import Path

import pytest
from conftest import build

MINIFIES = """
import re
from mkdocs.plugins import event_priority

@event_priority(50)
def on_post_page(output, **_):
    return re.sub("<!--.*?-->", "", output, flags=re.DOTALL)
"""
FILLS_IN = """
from jinja2 import Template

def on_page_markdown(markdown, page, **_):
    return Template(markdown).render() if page.file.generated_by else markdown
"""


@pytest.mark.parametrize("code", [MINIFIES, FILLS_IN], ids=["minify", "macros"])
def test_questions_and_generated_pages_are_whole(site: Path, tmp_path: Path, code: str):
    glossary = site / "questions" / "glossary.yml"
    text = glossary.read_text("utf-8").replace("term: 一次解決率", "term: '{{ 7 * 7 }}{# 註'")
    glossary.write_text(text, encoding="utf-8")
    (site / "hook.py").write_text(code, encoding="utf-8")
    with (site / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write("hooks: [hook.py]\n")
    built = build(site, tmp_path / "out")
    assert built.status == 0, built.output
    assert '<tiku-question id="color"' in built.html("bank/kinds")
    assert 'id="fcr">{{ 7 * 7 }}{# 註' in built.html("glossary")
    assert "<!--tiku" not in built.html("kinds")
