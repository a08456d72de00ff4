"""The hosts there are: how each is installed, configured and called; one line a host.

`tiku init --host` begins a site with these, and tests/hosts/test_hosts.py builds one with each.
"""

from collections.abc import Mapping

from tiku.editing.site_skeleton import Host

SCHEMES = """  palette:
    - {{media: "(prefers-color-scheme: light)", scheme: default}}
    - {{media: "(prefers-color-scheme: dark)", scheme: slate}}
"""
MATERIAL = f"""site_name: {{title}}
theme:
  name: material
  language: {{theme}}
  font: false
{SCHEMES}plugins: [tiku]
"""
THEMED = """site_name: {{title}}
theme: {{{{name: {name}, locale: {{locale}}, color_mode: auto, highlightjs: false}}}}
plugins: [tiku]
"""
"""Without `highlightjs` those themes load a script from elsewhere."""
ZENSICAL = f"""site_name: {{title}}
theme:
  language: {{theme}}
  font: false
{SCHEMES}extra_javascript: [{{{{path: assets/tiku/loader.js, type: module}}}}]
markdown_extensions: [admonition, attr_list, pymdownx.superfences, tables, toc, tiku_zensical]
watch: [docs/assets/tiku/loader.js]
plugins:
  - search: {{{{enabled: false}}}}
"""
"""Its own search would list the keys of questions."""
SPHINX = """project = {title}
language = "{locale}"
extensions = ["myst_parser", "tiku.hosts.sphinx"]
tiku_questions = "../questions"
html_theme = "furo"
"""
CONTENTS = "\n```{toctree}\n:hidden:\n\npolicy\n```\n"

HOSTS: Mapping[str, Host] = {
    "material": Host('"mkdocs-tiku[site]"', "mkdocs.yml", MATERIAL, ("mkdocs build --strict",)),
    "mkdocs": Host(
        *("mkdocs-tiku mkdocs", "mkdocs.yml", THEMED.format(name="mkdocs")),
        ("mkdocs build --strict",),
    ),
    "properdocs": Host(
        "mkdocs-tiku properdocs properdocs-theme-readthedocs",
        *("mkdocs.yml", THEMED.format(name="readthedocs")),
        ("properdocs build --strict -f mkdocs.yml",),
    ),
    "zensical": Host(
        *('"mkdocs-tiku[zensical]"', "mkdocs.yml", ZENSICAL),
        ("tiku pages docs", "zensical build --strict", "tiku search site"),
        writes_pages=True,
    ),
    "sphinx": Host(
        *('"mkdocs-tiku[sphinx]" furo', "docs/conf.py", SPHINX),
        ("sphinx-build -b dirhtml docs site",),
        front=CONTENTS,
    ),
    "static": Host("mkdocs-tiku", "", "", ("tiku build site",)),
}
