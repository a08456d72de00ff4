"""The site on a home screen and without a network, as far as MkDocs must help."""

from importlib import resources
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from tiku.hosts.mkdocs.i18n import folders
from tiku.hosts.mkdocs.structure import add
from tiku.hosts.offline_lists import offline_lists
from tiku.hosts.opening import write
from tiku.site import offline
from tiku.site.publishing import URI

MANIFEST = "manifest.webmanifest"
PICTURES = "assets/tiku-icons"


def add_manifest(files: Files, config: MkDocsConfig, language: str) -> None:
    """The manifest at the top of the site, unless the author wrote one, and its pictures."""
    if files.get_file_from_path(MANIFEST):
        return
    ours = resources.files("tiku.site").joinpath("icons")
    icons = {f"{PICTURES}/{name}": size for name, size in offline.ICONS.items()}
    title, told = config.site_name, config.site_description or ""
    add(files, config, [(MANIFEST, offline.manifest(title, told, language, icons))])
    for name in offline.ICONS:
        picture = ours.joinpath(name).read_bytes()
        add(files, config, [(f"{PICTURES}/{name}", picture)])


def linked(output: str, page: Page) -> str:
    """The page with what tells browsers that the site can be installed."""
    manifest = get_relative_url(MANIFEST, page.url)
    touch = get_relative_url(f"{PICTURES}/icon.png", page.url)
    link = f'<link rel="manifest" href="{manifest}"><link rel="apple-touch-icon" href="{touch}">'
    return output.replace("</head>", f"{link}</head>", 1)


def write_lists(config: MkDocsConfig, editions: list[str]) -> None:
    """Of each edition and language, as far as it is written: some come one after another."""
    site = Path(config.site_dir)
    named = [*(f"{edition}/" for edition in editions), *folders(config)]
    write(site, offline_lists(site, [root for root in named if (site / root / URI).is_dir()]))
