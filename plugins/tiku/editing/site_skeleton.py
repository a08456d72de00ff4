"""A site to begin with: what stands in its files, in the words of a language."""

import json
from collections.abc import Mapping

from tiku.locales.catalogue import Words

FILES = {
    "mkdocs.yml": "config",
    "docs/index.md": "index",
    "docs/policy.md": "policy",
    "questions/start.yml": "bank",
}
"""Path -> its text in the catalogue, below `init`."""
WORKFLOW = """name: site

on:
  push:
    branches: [main]
  pull_request:

permissions:
  contents: read

jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2
        with:
          persist-credentials: false
      - uses: actions/setup-python@0b93645e9fea7318ecaed2b359559ac225c90a2b # v5.3.0
        with:
          python-version: "3.12"
      - run: pip install "mkdocs-tiku[site]"
      - run: tiku check --format github
      - run: mkdocs build --strict
"""


def site(title: str, words: Words) -> Mapping[str, str]:
    """Path -> text; it is checked and built without a problem as it stands."""
    written = {path: words(f"init.{key}", title=title) for path, key in FILES.items()}
    written["mkdocs.yml"] = written["mkdocs.yml"].replace(
        f": {title}", f": {json.dumps(title, ensure_ascii=False)}", 1
    )
    return {**written, ".github/workflows/site.yml": WORKFLOW, ".gitignore": "/site/\n"}


def bank(topic: str, title: str, question: list[str]) -> str:
    """A bank with its first question, whose lines stand without indentation."""
    head = f"topic: {topic}\ntitle: {json.dumps(title, ensure_ascii=False)}\nquestions:\n"
    first, *rest = (f"    {line}".rstrip() for line in question)
    return head + "\n".join([f"  - {first.lstrip()}", *rest, ""])
