"""Packages in the real Anki: imported, changed, imported again, with reviews kept."""

from dataclasses import replace
from pathlib import Path

import banks
import pytest
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
from anki.scheduler.v3 import CardAnswer

from tiku.formats.recognition import read
from tiku.formats.writers.exporting import written
from tiku.model import Draw

DAWN = 1_790_000_000


class Anki:
    """A reader's collection."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.collection = folder, Collection(str(folder / "collection.anki2"))

    def take(self, data: bytes) -> tuple[int, int]:
        """How many notes are new, and updated."""
        path = self.folder / "bank.apkg"
        path.write_bytes(data)
        options = ImportAnkiPackageOptions()
        request = ImportAnkiPackageRequest(package_path=str(path), options=options)
        log = self.collection.import_anki_package(request).log
        return len(log.new), len(log.updated)

    def study(self) -> int:
        """Answers the first card; its id."""
        self.collection.decks.select(
            self.collection.get_card(self.collection.find_cards("")[0]).did
        )
        queued = self.collection.sched.get_queued_cards(fetch_limit=1).cards[0]
        card = self.collection.get_card(queued.card.id)
        card.start_timer()
        answer = self.collection.sched.build_answer(
            card=card, states=queued.states, rating=CardAnswer.GOOD
        )
        self.collection.sched.answer_card(answer)
        return card.id

    def shown(self, found: str) -> tuple[str, str]:
        """Both sides of a card, as Anki renders them."""
        card = self.collection.get_card(self.collection.find_cards(found)[0])
        return card.question(), card.answer()


@pytest.fixture
def anki(tmp_path: Path):
    opened = Anki(tmp_path)
    yield opened
    opened.collection.close()


def package(stamp: int = DAWN, **questions: dict) -> bytes:
    bundle = banks.bundle(banks.small(), Draw(topic="kinds"), stamp=stamp)
    changed = [replace(q, **questions.get(q.id, {})) for q in bundle.questions]
    return written(replace(bundle, questions=tuple(changed)), "anki").data


def test_reviews_survive_a_new_text_and_a_new_key(anki: Anki):
    assert anki.take(package()) == (10, 0)
    studied = anki.study()
    color = next(q for q in banks.bundle(banks.small(), Draw(ids=("color",))).questions)
    choices = tuple(replace(choice, is_right=choice.id == "red") for choice in color.choices)
    text = replace(color.stem, html="<p>新的題幹</p>")
    assert anki.take(package(DAWN + 60, color={"stem": text, "choices": choices})) == (0, 10)
    card = anki.collection.get_card(studied)
    assert (card.reps, anki.collection.note_count()) == (1, 10)
    front, back = anki.shown("新的題幹")
    assert "新的題幹" in front
    assert '<li data-id="red" data-right="">紅</li>' in back


def test_the_same_package_again_changes_nothing(anki: Anki):
    anki.take(package())
    assert anki.take(package()) == (0, 0)


def test_a_card_shows_the_question_and_then_all_that_is_said_of_it(anki: Anki):
    anki.take(package())
    front, back = anki.shown("tag:difficulty::easy Stem:*天空*")
    assert "天空是（　）色。" in front
    assert "綠是草的顏色。" not in front
    for text in ("綠是草的顏色。", "空氣散射短波長的光", "出處："):
        assert text in back


def test_pictures_come_along(anki: Anki):
    question = {
        "id": "q",
        "stem": "看圖![圖](img/a.png)",
        "choices": {"a": "甲", "b": "乙"},
        "answer": "a",
    }
    anki.take(written(banks.bundle(banks.library([question]), stamp=DAWN), "anki").data)
    front, _ = anki.shown("")
    name = front.partition('src="')[2].partition('"')[0]
    assert (Path(anki.collection.media.dir()) / name).read_bytes() == banks.PICTURE


def test_the_import_reads_what_was_written():
    reading, form = read("bank.apkg", package(), "")
    assert (form, len(reading.drafts)) == ("apkg", 10)
