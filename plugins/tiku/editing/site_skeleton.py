"""A site to begin with: what stands in its files, in the words of a language."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tiku.locales.catalogue import Words

FILES = {
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
      - run: pip install {needs}
      - run: tiku check --format github
"""
FOLDER = "study"
"""Of generated pages, where a host writes them between those of the author."""


@dataclass(frozen=True, slots=True)
class Host:
    """`needs`: what pip installs; `config`: a file and its text, with places to fill in;
    `commands`: what builds the site, called in its folder; `writes_pages`: whether generated pages
    come to lie between the author's; `front`: what the first page must say besides."""

    needs: str
    file: str
    config: str
    commands: tuple[str, ...]
    writes_pages: bool = False
    front: str = ""

    def configured(self, title: str, theme: str) -> Iterator[tuple[str, str]]:
        """`theme`: the language as themes call it, such as zh-TW."""
        quoted, locale = json.dumps(title, ensure_ascii=False), theme.replace("-", "_")
        if self.file:
            yield self.file, self.config.format(title=quoted, theme=theme, locale=locale)


def site(title: str, words: Words, host: Host) -> Mapping[str, str]:
    """Path -> text; it is checked and built without a problem as it stands."""
    folder = FOLDER if host.writes_pages else ""
    made = f"{folder}/" if folder else ""
    written = {path: words(f"init.{key}", title=title, made=made) for path, key in FILES.items()}
    written["docs/index.md"] += host.front
    steps = "".join(f"      - run: {command}\n" for command in host.commands)
    pages = f"pages: {{folder: {folder}}}\n" if folder else ""
    return {
        **dict(host.configured(title, words("init.theme"))),
        **written,
        "questions/options.yml": f"language: {words.language}\n{pages}",
        ".github/workflows/site.yml": WORKFLOW.format(needs=_quoted(host.needs)) + steps,
        ".gitignore": "/site/\n" + (f"/docs/{folder}/\n/docs/assets/tiku/\n" if folder else ""),
    }


def _quoted(needs: str) -> str:
    """For a shell, which may read brackets."""
    return " ".join(f'"{one}"' if "[" in one else one for one in needs.split())


def bank(topic: str, title: str, question: list[str]) -> str:
    """A bank with its first question, whose lines stand without indentation."""
    head = f"topic: {topic}\ntitle: {json.dumps(title, ensure_ascii=False)}\nquestions:\n"
    first, *rest = (f"    {line}".rstrip() for line in question)
    return head + "\n".join([f"  - {first.lstrip()}", *rest, ""])
