"""Beside plugins that change what is built: what is ours comes through."""

import os
import re
import subprocess
from pathlib import Path

import hostile_site
import pytest
from conftest import MKDOCS, Built, build

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


LANGUAGES = """
  - i18n:
      docs_structure: suffix
      languages:
        - {locale: zh-TW, name: 中文, default: true, build: true}
        - {locale: en, name: English, build: true}"""
REAL = """
site_name: Beside
site_url: http://127.0.0.1/
theme: {{name: material, font: false, language: zh-TW}}
plugins:
  - awesome-nav
  - macros: {{j2_comment_start_string: '{{##', j2_comment_end_string: '##}}'}}
  - blog: {{archive: false}}{}
  - tags
  - git-revision-date-localized: {{fallback_to_build_date: true}}
  - tiku: {{editions: [zh-hans]}}
  - minify: {{minify_html: true, minify_js: true, minify_css: true}}
  - mike
  - print-site
markdown_extensions:
  - attr_list
  - pymdownx.superfences
  - pymdownx.snippets: {{base_path: [!relative $docs_dir]}}
"""
BANK = """
topic: t
title: T
questions:
  - {id: q, stem: 'Is {{ it }} so?', answer: true}
  - {id: r, stem: 'And is {% this %}?', answer: true}
"""
PAGE = """---
tags: [one]
---
# {}

## Part {{#part}}

```quiz
ids: [q]
```

--8<-- "part.txt"
"""
FILES = {
    "questions/t.yml": BANK,
    "docs/index.md": PAGE.format("首頁"),
    "docs/index.en.md": PAGE.format("Home"),
    "docs/part.txt": "```quiz\nids: [r]\n```\n",
    "docs/tags.md": "# Tags\n",
    "docs/blog/index.md": "# Blog\n",
    "docs/blog/posts/one.md": "---\ndate: 2026-11-01\ntags: [two]\n---\n# Post\n\nBegins.\n\n<!-- more -->\n\n```quiz\nids: [q]\n```\n",
}
WHO = {
    f"GIT_{who}_{what}": "a@example.org"
    for who in ("AUTHOR", "COMMITTER")
    for what in ("NAME", "EMAIL")
}


def written(site: Path, languages: str) -> Path:
    """A site with its history, below ten plugins that others made."""
    for name, text in {**FILES, "mkdocs.yml": REAL.format(languages)}.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text, encoding="utf-8")
    for command in ("init -q", "add -A", "commit -qm all"):
        subprocess.run(["git", *command.split()], cwd=site, check=True, env={**os.environ, **WHO})
    return site


def is_whole(html: str) -> None:
    assert re.search('<tiku-question id="?q"?', html)
    assert "Is {{ it }} so?" in html
    assert "<!--tiku" not in html


@pytest.mark.timeout(300)
def test_blog_dates_tags_snippets_and_what_makes_pages_small(tmp_path: Path):
    built = build(written(tmp_path / "site", ""), tmp_path / "out", "--strict")
    assert built.status == 0, built.output
    post = "blog/2026/11/01/post"
    for address in ("", "bank/t", "print_page", post, "zh-hans", f"zh-hans/{post}"):
        is_whole(built.html(address))
    assert re.search('<tiku-question id="?r"?', built.html())
    assert "git-revision-date" in built.html()
    assert "one" in built.html("tags")


@pytest.mark.timeout(300)
def test_every_language_and_version_asks_the_same_questions(tmp_path: Path):
    site = written(tmp_path / "site", LANGUAGES)
    told = subprocess.run(
        [MKDOCS.with_name("mike"), "deploy", "1.0"],
        cwd=site,
        env={**os.environ, **WHO, "PATH": f"{MKDOCS.parent}:{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stderr
    subprocess.run(
        ["git", "worktree", "add", "-q", tmp_path / "pages", "gh-pages"], cwd=site, check=True
    )
    built = Built(tmp_path / "pages" / "1.0", told.stderr, 0)
    for address in ("", "en", "bank/t", "en/bank/t", "print_page", "zh-hans"):
        is_whole(built.html(address))
    for folder in ("", "en/", "zh-hans/"):
        assert (built.folder / f"{folder}assets/tiku/loader.js").is_file()
        assert (built.folder / f"{folder}assets/tiku/search/first.json").is_file()
        assert (built.folder / f"{folder}assets/tiku/offline.json").is_file()
    assert not list(built.folder.rglob("a-z-by-pinyin"))
