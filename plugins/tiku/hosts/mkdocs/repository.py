"""MkDocs' own `repo_url` and `edit_uri` -> the repository as questions link to it."""

import os
from functools import cache
from pathlib import Path
from urllib.parse import quote, urljoin, urlsplit

from mkdocs.config.defaults import MkDocsConfig

from tiku.rendering.edit_links import Repository

FORM = "issues/new?template=wrong-question.yml"
"""Below a repository on GitHub; .github/ISSUE_TEMPLATE holds the form of that name."""


def repository_of(config: MkDocsConfig, questions: Path) -> Repository | None:
    """None where the site names no repository, or none whose files have an address to edit."""
    if not config.repo_url or not config.edit_uri:
        return None
    root = config.repo_url.rstrip("/") + "/"
    docs = urljoin(root, config.edit_uri.rstrip("/") + "/")

    @cache
    def edit(file: str) -> str:
        path = os.path.relpath(file, config.docs_dir).replace(os.sep, "/")
        return urljoin(docs, quote(path))

    if urlsplit(root).hostname != "github.com":
        return Repository(edit)
    folder = edit(str(questions)).replace("/edit/", "/new/", 1)
    return Repository(edit, root + FORM, folder)
