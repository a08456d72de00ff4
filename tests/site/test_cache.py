"""Builds that remember: what they publish is what a clean build publishes, byte for byte."""

import os
import random
import re
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import EN, SMALL_SITE, ZH

from tiku.hosts import cache as on_disk
from tiku.hosts.cache import FolderShelf
from tiku.hosts.cli.main import main
from tiku.loading import folder
from tiku.locales.catalogue import Words, merged
from tiku.model.cache import NO_CACHE, Cache
from tiku.model.problem import Severity
from tiku.rendering.edit_links import Repository
from tiku.rendering.links import seen_from
from tiku.rules import ONE_BANK
from tiku.rules.check import Checked, check
from tiku.site.build import Build
from tiku.site.catalog import PATH, files, pools
from tiku.site.fidelity import nothing_is_lost
from tiku.site.generated import Later
from tiku.site.offered import Wanted
from tiku.site.remembered import RememberedMainland
from tiku.text.mainland import Mainland

TODAY = date(2026, 11, 28)
BANKS = folder.read_files(folder.bank_paths(SMALL_SITE / "questions"), [])
PAGES = dict(folder.read_pages(SMALL_SITE / "docs", []))
LIBRARY = check(BANKS, PAGES, TODAY).library
WORDS = (ZH, EN, Words("zh-Hant", merged(ZH.tree, {"question": {"hint": "想一想"}})))
REPOSITORIES = (
    None,
    Repository(lambda file: f"https://example.org/edit/{file}", "https://example.org/new"),
)


class Shelf(dict[str, bytes]):
    """A shelf in memory."""

    def read(self, name: str) -> bytes | None:
        return self.get(name)

    def write(self, name: str, data: bytes) -> None:
        self[name] = data

    def keep(self) -> None:
        """It is kept already."""


def judged(banks: dict[str, bytes], pages, doubtful: bool, cache: Cache, known=None) -> Checked:
    return check(banks, pages, TODAY, doubtful, known, [nothing_is_lost], cache=cache)


def told(part):
    return part.html() if isinstance(part, Later) else part


def published(checked: Checked, words: Words, repository, cache: Cache | None):
    """What study pages read, what is made of pages, what is taken along, the index of a search."""
    wanted = Wanted(("gift", "scorm"))
    build = Build(
        checked.library, words, seen_from, repository, editions=True, exports=wanted, cache=cache
    )
    for path, page in (checked.library.pages | build.generated).items():
        build.findings.note_page(path, path, page.title)
    made = {path: [*map(told, page.parts)] for path, page in build.generated.items()}
    read = [(path, make()) for path, make in pools(build.library, build.renderer, build.locate)]
    read += files(build.library, build.renderer, build.locate(PATH))
    return read, made, {one.address: one.data() for one in build.downloads()}, build.search()


def saved(chance: random.Random, banks: dict[str, bytes], pages):
    """What an editor may do between two builds."""
    name = chance.choice(sorted(banks))
    text = banks[name].decode()
    line = chance.choice(
        [
            lambda: re.sub(
                r"(stem|explanation|title|term|definition): (?=\S)", r"\1: 改", text, count=1
            ),
            lambda: f"# {chance.random()}\n{text}",
            lambda: text.replace("explanation: ", "explanation: ![圖](/one.png) <b>改", 1),
            lambda: text.replace("stem: ", "stem: '[改](index.md#no-such)' #", 1),
            lambda: re.sub(r"\n  - id: [a-z-]+", lambda found: f"{found[0]}-x", text, count=1),
            lambda: text.replace("difficulty: easy", "difficulty: hard", 1),
        ]
    )
    changed = {**banks, name: line().encode()}
    if chance.random() < 0.3:
        changed.pop(name)
    if chance.random() < 0.3:
        path = chance.choice(sorted(pages))
        shown, markdown = pages[path]
        pages = {**pages, path: (shown, markdown.replace("\n## ", "\n## 改", 1) + "\n改\n")}
    return changed, pages


def test_whatever_changes_a_build_that_remembers_publishes_what_a_clean_one_does() -> None:
    chance, shelf = random.Random(18), Shelf()
    banks, pages, built, cache = BANKS, PAGES, 0, Cache(shelf)
    for turn in range(12):
        if chance.random() < 0.25:
            cache = Cache(shelf)  # another process
        if chance.random() < 0.2:
            for name in chance.sample(sorted(shelf), len(shelf) // 3):
                shelf[name] = chance.choice(
                    [b"", b"[", b'{"a": 1}', b"[[1]]", b"\xff", b"[" * 9**5]
                )
        if turn:
            banks, pages = saved(chance, *((BANKS, PAGES) if turn % 4 == 0 else (banks, pages)))
        words, repository = chance.choice(WORDS), chance.choice(REPOSITORIES)
        doubtful = chance.random() < 0.3
        known = chance.choice((None, frozenset(), frozenset({"one.png"})))
        clean, checked = (judged(banks, pages, doubtful, one, known) for one in (NO_CACHE, cache))
        assert checked.problems == clean.problems
        assert checked.library == clean.library
        if not clean.has(Severity.ERROR):
            built += 1
            expected = published(clean, words, repository, None)
            assert published(checked, words, repository, cache) == expected
        cache.turn()
    assert built > 3


def test_a_bank_that_did_not_change_is_not_worked_out_again() -> None:
    shelf = Shelf()
    for cache in (Cache(shelf), Cache(shelf)):
        published(judged(BANKS, PAGES, False, cache), ZH, None, cache)
    made_again = {kind for kind, _ in cache.made}
    assert made_again <= {"file", "page", "asked", "incomplete", "noise", "references"}  # cheap
    cache.turn()
    name = next(iter(LIBRARY.digests))
    changed = {**BANKS, name: BANKS[name].replace(b"stem: ", b"stem: X", 1)}
    published(judged(changed, PAGES, False, cache), ZH, None, cache)
    assert {of for kind, of in cache.made if kind == "file"} == {name}
    assert len([kind for kind, _ in cache.made if kind == "html"]) == 1


@pytest.mark.parametrize(
    "rule",
    sorted((rule for rule in ONE_BANK if not rule.suspect), key=lambda one: one.find.__name__),
)
def test_a_rule_on_one_bank_finds_the_same_without_the_others(rule) -> None:
    apart = [replace(LIBRARY, banks=(bank,)) for bank in LIBRARY.banks]
    alone = [problem for library in apart for problem in rule(library)]
    assert sorted(rule(LIBRARY), key=str) == sorted(alone, key=str)


def test_a_folder_keeps_what_was_written_and_nothing_else(tmp_path: Path) -> None:
    shelf = FolderShelf(tmp_path / "tiku")
    assert shelf.read("html-1") is None
    shelf.write("html-1", b'{"a": "b"}')
    shelf.keep()
    assert FolderShelf(tmp_path / "tiku").read("html-1") == b'{"a": "b"}'
    (kept,) = (tmp_path / "tiku").glob("*/html-1")
    for wrong in (b"", b'{"a": "b"}', kept.read_bytes()[:-1], kept.read_bytes() + b" "):
        kept.write_bytes(wrong)
        assert shelf.read("html-1") is None
    kept.unlink()
    kept.mkdir()
    shelf.write("html-1", b"1")
    shelf.keep()
    assert shelf.read("html-1") is None
    assert not [*shelf.folder.glob(".html-1*")], "half a file, where there was no room for it"
    assert (tmp_path / "tiku" / ".gitignore").read_text() == "*\n"


def test_many_values_are_kept_in_one_file_that_is_as_it_was_written(tmp_path: Path) -> None:
    shelf, values = FolderShelf(tmp_path), {f"html-{n}": b"x" * n for n in range(9)}
    for name, data in values.items():
        shelf.write(name, data)
    shelf.keep()
    (pack,) = tmp_path.glob("*/pack-*")
    whole = pack.read_bytes()
    for wrong in (whole, whole.replace(b"[", b"{", 1), whole[:-1], b"", whole[:80]):
        pack.write_bytes(wrong)
        read = {name: FolderShelf(tmp_path).read(name) for name in values}
        assert all(read[name] in (data, None) for name, data in values.items())
        assert (read == values) == (wrong == whole)


def aged(file: Path, days: int) -> None:
    then = time.time() - days * on_disk.DAY
    os.utime(file, (then, then))


def test_what_no_build_asks_for_goes_and_nothing_of_others(tmp_path: Path) -> None:
    others = tmp_path / "questions" / "old-bank.yml"
    others.parent.mkdir()
    others.write_text("topic: old", encoding="utf-8")
    aged(others, 99)
    shelf, values = FolderShelf(tmp_path), {f"html-{n}": b"x" * n for n in range(9)}
    for name, data in values.items():
        shelf.write(name, data)
    shelf.keep()
    (first,) = tmp_path.glob("*/pack-*")
    aged(first, 8)
    asked = {name: values[name] for name in sorted(values)[1:]}
    for _ in range(2):
        shelf = FolderShelf(tmp_path)
        assert {name: shelf.read(name) for name in asked} == asked
        shelf.keep()
    (second,) = {*tmp_path.glob("*/pack-*")} - {first}
    aged(first, -15)  # the clock has been put right
    (shelf.folder / ".tidied").unlink()
    shelf = FolderShelf(tmp_path)
    assert [*tmp_path.glob("*/pack-*")] == [second]
    assert {name: shelf.read(name) for name in values} == {**asked, sorted(values)[0]: None}
    assert others.exists()


def test_a_folder_in_the_checkout_is_none(monkeypatch) -> None:
    monkeypatch.delenv("LOCALAPPDATA", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", ".cache")
    assert on_disk.folder() == Path.home() / ".cache" / "tiku"


def test_another_version_has_a_folder_of_its_own(tmp_path: Path, monkeypatch) -> None:
    shelf = FolderShelf(tmp_path)
    shelf.write("html-1", b"1")
    shelf.keep()
    monkeypatch.setattr(on_disk, "edition", lambda: "another")
    assert FolderShelf(tmp_path).read("html-1") is None


def test_a_folder_that_cannot_be_made_only_costs_time(tmp_path: Path) -> None:
    (tmp_path / "tiku").write_text("a file")
    shelf = FolderShelf(tmp_path / "tiku")
    shelf.write("html-1", b"1")
    shelf.keep()
    assert shelf.read("html-1") is None


def made(*words: object) -> None:
    done = CliRunner().invoke(main, [str(word) for word in words], catch_exceptions=False)
    assert done.exit_code == 0, done.output


def tree(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_shares_put_together_are_what_one_build_makes(site: Path, tmp_path: Path, monkeypatch):
    monkeypatch.chdir(site)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    parts = [tmp_path / f"part-{number}" for number in (1, 2)]
    for number, part in enumerate(parts, 1):
        made("build", part, "--shard", f"{number}/2")
    assert min(len(list(part.rglob("pack-*"))) for part in parts) >= 1
    made("merge", tmp_path / "merged", *parts)
    made("build", tmp_path / "one", "--no-cache")
    assert tree(tmp_path / "merged") == tree(tmp_path / "one")


def test_a_share_tells_what_is_wrong_in_its_banks_and_nothing_of_the_others(
    site: Path, monkeypatch
):
    monkeypatch.chdir(site)
    bank = site / "questions" / "kinds.yml"
    bank.write_text(bank.read_text("utf-8").replace("answer: blue", "answer: bleu", 1), "utf-8")
    told = [CliRunner().invoke(main, ["build", f"part-{n}", "--shard", f"{n}/2"]) for n in (1, 2)]
    assert sorted(one.exit_code for one in told) == [0, 1]
    assert "questions/kinds.yml:" in "".join(one.output for one in told)
    assert "unknown-choice" in "".join(one.output for one in told)


@pytest.mark.parametrize(
    "words",
    [["build", "x", "--shard", "3/2"], ["build", ".", "--shard", "1/2"], ["merge", "x", "docs"]],
)
def test_what_is_no_share_is_told_in_a_line(site: Path, monkeypatch, words: list[str]):
    monkeypatch.chdir(site)
    before = tree(site)
    done = CliRunner().invoke(main, words)
    assert done.exit_code == 2
    assert "Traceback" not in done.output
    assert tree(site) == before


def test_a_conversion_that_is_remembered_tells_the_same(tmp_path: Path) -> None:
    text = "管制圖（控制圖）與資訊。" * 40
    clean = Mainland(words=[("承辦", "经办")])
    told = clean(text), clean.used, clean.repeats
    assert clean.repeats
    for _ in range(2):
        cache = Cache(FolderShelf(tmp_path))
        convert = RememberedMainland(words=[("承辦", "经办")], cache=cache)
        assert (convert(text), convert.used, convert.repeats) == told
        is_made = bool(cache.made)
        cache.turn()
    assert not is_made
