"""Beside plugins that change what is built: what is ours comes through."""

from pathlib import Path

import hostile_site
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


BRACES = (
    "{{ config.site_name }}甲{{ 6 * 7 }}",
    "乙{% for x in [1] %}{{ 6 * 7 }}{% endfor %}{# 註 #}",
    "丙{{ nothing.at.all }}{% raw %}{{ 6 * 7 }}",
    '丁\n--8<-- "mkdocs.yml"\n{{ 6 * 7 }}',
)


@pytest.mark.parametrize("plugins", ["macros, tiku: {", "tiku: {"], ids=["before", "behind"])
def test_braces_in_any_field_are_no_template_and_include_nothing(tmp_path: Path, plugins: str):
    source = tmp_path / "source"
    hostile_site.write(source, BRACES)
    config = source / "mkdocs.yml"
    behind = "" if plugins.startswith("macros") else ", macros"
    text = config.read_text("utf-8").replace("tiku: {", plugins).replace("}]\n", f"}}{behind}]\n")
    config.write_text(text, encoding="utf-8")
    built = build(source, tmp_path / "out")
    assert built.status == 0, built.output
    pages = [path.read_text("utf-8") for path in (tmp_path / "out").rglob("index.html")]
    assert all("{{ 6 * 7 }}" in html for html in pages)
    for executed in ("敵甲", "甲42", "乙42", "site_name: 敵"):
        assert not any(executed in html for html in pages), executed


REAL = """
site_name: Beside
theme: {name: material, font: false, language: en}
plugins:
  - awesome-nav
  - macros: {j2_comment_start_string: '{##', j2_comment_end_string: '##}'}
  - i18n:
      docs_structure: suffix
      languages:
        - {locale: zh, name: 中文, default: true, build: true}
        - {locale: en, name: English, build: true}
  - tiku
  - print-site
"""
BANK = "topic: t\ntitle: T\nquestions:\n  - {id: q, stem: 'Is {{ it }} so?', answer: true}\n"


@pytest.mark.timeout(300)
def test_every_language_asks_the_same_questions_and_the_print_page_has_them(tmp_path: Path):
    site = tmp_path / "site"
    page = "# {}\n\n## Part {{#part}}\n\n```quiz\nids: [q]\n```\n"
    for name, text in {
        "mkdocs.yml": REAL,
        "questions/t.yml": BANK,
        "docs/index.md": page.format("首頁"),
        "docs/index.en.md": page.format("Home"),
    }.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text, encoding="utf-8")
    built = build(site, tmp_path / "out")
    assert built.status == 0, built.output
    for address in ("", "en", "bank/t", "en/bank/t", "print_page"):
        html = built.html(address)
        assert '<tiku-question id="q"' in html, address
        assert "Is {{ it }} so?" in html
        assert "<!--tiku" not in html
    for folder in (built.folder, built.folder / "en"):
        assert (folder / "assets/tiku/loader.js").is_file()
        assert (folder / "assets/tiku/search/first.json").is_file()
