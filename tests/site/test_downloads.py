"""What readers can take along from the pages of banks and exams."""

import os
import re
import shutil
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from conftest import ROOT, ZH, build
from mkdocs.config import load_config
from playwright.sync_api import sync_playwright

from tiku import check
from tiku.formats.writers import pdf
from tiku.formats.writers.exported import NoBrowser
from tiku.hosts.mkdocs.downloads import wanted
from tiku.model.cache import Cache
from tiku.site.downloads import downloads
from tiku.site.offered import Wanted

OFFER = re.compile(r'<p class="tiku-downloads">(.*?)</p>', re.DOTALL)
FILE = re.compile(r'<a href="([^"]+)" download>([^<]+)</a>')
FORMS = ("anki", "xlsx", "text", "moodle", "scorm")


def with_exports(site: Path, forms: str) -> None:
    config = site / "mkdocs.yml"
    text = config.read_text("utf-8")
    assert "plugins: [tiku]" in text
    changed = text.replace("plugins: [tiku]", f"plugins: [{{tiku: {{exports: [{forms}]}}}}]")
    config.write_text(changed, encoding="utf-8")


def test_a_bank_and_an_exam_offer_files_with_their_size(site: Path, tmp_path: Path):
    with_exports(site, ", ".join(FORMS))
    built = build(site, tmp_path / "out", "--strict")
    assert built.status == 0, built.output
    for page in ("bank/kinds", "exam/short"):
        (offer,) = OFFER.findall(built.html(page))
        found = FILE.findall(offer)
        assert [told.partition("（")[0] for _, told in found] == [
            "Anki",
            "試算表",
            "純文字",
            "Moodle",
            "SCORM",
        ]
        for address, told in found:
            path = (built.folder / page / address).resolve()
            assert f"（{max(1, round(path.stat().st_size / 1024))}\xa0KB）" in told
    for name in ("kinds.apkg", "kinds.scorm.zip"):
        assert zipfile.is_zipfile(built.folder / "download/bank" / name)


def test_nothing_is_offered_that_nobody_asked_for(small):
    assert "tiku-downloads" not in small.html("bank/kinds")
    assert not (small.folder / "download").exists()


def test_a_format_that_is_none_is_told(site: Path, tmp_path: Path):
    with_exports(site, "kahoot")
    built = build(site, tmp_path / "out")
    assert built.status != 0
    assert "kahoot" in built.output
    assert "Traceback" not in built.output


def test_the_site_offers_what_candidates_and_trainers_use():
    text = (ROOT / "mkdocs.yml").read_text("utf-8")
    assert "exports: [anki, xlsx, text, moodle, scorm, pdf]" in text


def test_without_a_browser_nothing_is_published_that_needs_one(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("TIKU_CHROMIUM", "/nowhere")
    with_exports(site, "pdf")
    built = build(site, tmp_path / "out")
    assert built.status != 0
    assert "Chromium" in built.output
    assert "Traceback" not in built.output
    assert not (tmp_path / "out" / "index.html").exists()


def test_who_has_just_saved_a_bank_waits_for_no_paper(site: Path):
    config = load_config(str(site / "mkdocs.yml"))
    served = wanted(["text", "pdf"], site / "questions", config, ZH, is_served=True)
    assert served.forms == ("text",)


def playwrights() -> str:
    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def dies_once(at: Path) -> str:
    """A browser that does not come up the first time."""
    known = (os.environ.get("TIKU_CHROMIUM"), *map(shutil.which, pdf.CHROMIUMS))
    real = next(filter(None, known), None) or ThreadPoolExecutor(1).submit(playwrights).result()
    script = '[ -e "$0.died" ] || { touch "$0.died"; exit 1; }\nexec "' + real + '" "$@"\n'
    at.write_text(f"#!/bin/sh\n{script}", encoding="utf-8")
    at.chmod(0o700)
    return str(at)


def test_a_paper_that_is_the_same_is_printed_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("TIKU_CHROMIUM", dies_once(tmp_path / "browser"))
    bank = b"topic: b\ntitle: B\nquestions:\n  - {id: q, stem: S, answer: true, sources: []}\n"
    library, cache = check({"b.yml": bank}, None).library, Cache()
    ((first,),) = downloads(library, ZH, Wanted(("pdf",)), cache).values()
    printed = first.data()
    assert (tmp_path / "browser.died").exists(), "no browser died"
    monkeypatch.setenv("TIKU_CHROMIUM", "/nowhere")
    ((again,),) = downloads(library, ZH, Wanted(("pdf",)), cache).values()
    assert again.data() == printed
    other = check({"b.yml": bank.replace(b"stem: S", b"stem: T")}, None).library
    ((never,),) = downloads(other, ZH, Wanted(("pdf",)), cache).values()
    with pytest.raises(NoBrowser):
        never.data()
