"""`import(export(bank)) = bank`, as far as each format carries."""

import json

import banks
import pytest
from conftest import SMALL_SITE, ZH
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tiku.formats.importing import Wish, imported
from tiku.formats.recognition import read
from tiku.formats.writers import WRITERS
from tiku.formats.writers.exporting import written
from tiku.model import Draw
from tiku.rules.check import check

CHOSEN = ("single", "multiple", "true-false")
CARRIES = {
    "json": banks.KINDS,
    "moodle": (*CHOSEN, "numeric", "text", "matching", "ordering"),
    "gift": (*CHOSEN, "numeric", "text", "matching"),
    "qti": (*CHOSEN, "numeric", "text", "matching", "ordering"),
    "qti21": (*CHOSEN, "numeric", "text", "matching", "ordering"),
    "xlsx": (*CHOSEN, "ordering", "open"),
    "csv": (*CHOSEN, "ordering", "open"),
    "text": (*CHOSEN, "ordering", "open"),
    "markdown": (*CHOSEN, "numeric", "text", "matching", "ordering", "open"),
}
"""Format -> the kinds that come back as they were."""
READ_AS = {"qti21": "qti"}
AS_PEOPLE_WRITE = ("csv", "text", "xlsx")
"""Read by what a paper looks like, so that a text which looks like something else is that."""
soon = settings(deadline=None, max_examples=15, suppress_health_check=list(HealthCheck))


def why_in_explanation(facts: dict) -> dict:
    """A paper explains in one text what is wrong with each choice."""
    whys = facts.get("why", {})
    letters = zip("ABCDEF", facts["right"], strict=False) if whys else ()
    told = "".join(f"{letter}：{whys[text]}" for letter, text in letters if text in whys)
    return {**facts, "explanation": facts["explanation"] + told} | (
        {"why": {}} if "why" in facts else {}
    )


@pytest.mark.parametrize("form", CARRIES)
@soon
@given(data=st.data())
def test_a_bank_comes_back(form, data):
    words = banks.CALM if form in AS_PEOPLE_WRITE else banks.WILD
    bundle = banks.bundle(data.draw(banks.banks(CARRIES[form], words)))
    done = written(bundle, form)
    reading, _ = read(f"bank{WRITERS[form].suffix}", done.data, READ_AS.get(form, form))
    came = [banks.of_draft(draft) for draft in reading.drafts]
    went = [banks.of_exported(question) for question in bundle.questions]
    assume(form != "gift" or "->" not in repr(went))
    if form == "text":
        went = [why_in_explanation(facts) for facts in went]
    key = lambda facts: facts["stem"]  # noqa: E731
    assert sorted(came, key=key) == sorted(went, key=key)


def test_json_brings_a_whole_bank_back_with_its_cases_ids_references_and_sources():
    questions = SMALL_SITE / "questions"
    files = {path.name: path.read_bytes() for path in questions.rglob("*.yml")}
    went = written(banks.bundle(banks.small(), Draw(topic="kinds")), "json").data
    bank = imported("kinds.json", went, Wish(ZH, topic="kinds", title="各種題型"), None)
    assert bank.problems == ()
    again = check(files | {"kinds.yml": bank.text.encode()}, None).library
    came = written(banks.bundle(again, Draw(topic="kinds")), "json").data
    for one, other in zip(*(json.loads(data)["questions"] for data in (came, went)), strict=True):
        assert one | {"see": ()} == other | {"see": ()}
