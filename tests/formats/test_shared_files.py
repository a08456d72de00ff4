"""The thirty-eight files that are kept beside the project, where they are, against what they hold."""

import json
import re
import unicodedata
from pathlib import Path

import pytest
from conftest import EN, SHARED

from tiku.formats.draft import Chosen, Draft, Filled, Measured, Paired, Said, Truth
from tiku.formats.importing import Wish, imported
from tiku.formats.recognition import read
from tiku.rules.check import check
from tiku.text.radicals import plain

FOLDER = next(filter(Path.is_dir, SHARED)) / "imports"
EXPECTED = json.loads((FOLDER / "EXPECTED.json").read_text("utf-8"))["files"]
KINDS = {"truefalse": "true-false", "short": "open", "cloze": "fill"}
INCOMPLETE = {
    *("no-answer", "no-choices", "no-checklist", "one-choice", "empty-choice", "no-distractor"),
    "contradiction",
}
"""What the files lack, or say twice: told by the import, and by the check until somebody mends it."""
CODES = {
    "answers-split-by-#": "answers-split",
    "choices-split-by-；": "choices-split",
    "only the first accepted answer of b2 is in the scoring rules": "scoring-incomplete",
}


def bare(text: str | None) -> str:
    """As EXPECTED.json says that texts are compared."""
    text = unicodedata.normalize(
        "NFKC", plain(re.sub("[\u00ad\u200b-\u200f\ufeff]", "", text or ""))
    )
    text = re.sub(r"!\[[^\]]*\]\([^)]*\)", "[image]", text)
    text = re.sub(r"</?[a-z][^>]*>|```\w*|\*\*", "", text.replace("&lt;", "<"))
    text = re.sub(r"\\([`*\[\]!>#+\-.{}~=:])", r"\1", text)
    return re.sub(r"_+", "_", re.sub(r"\s", "", text))


def code(doubt: str) -> str:
    name = re.split("[:,]", doubt)[0].strip()
    return CODES.get(name, name).split(" ")[0].lower()


def right(draft: Draft) -> object:
    match draft.right:
        case Chosen(indexes):
            return list(indexes)
        case Truth(value):
            return value
        case Filled(blanks):
            return [[bare(text) for text in blank] for blank in blanks]
        case Said(text):
            return bare(text)
        case Paired(pairs):
            return [[bare(left), bare(other)] for left, other in pairs]
        case Measured(value, tolerance):
            return [float(value - tolerance), float(value + tolerance)]
    return None


def expected_right(own: dict) -> object:
    value = own["right"]
    if isinstance(value, dict):
        if "min" in value:
            return [value["min"], value["max"]]
        return [value["value"] - value["tolerance"], value["value"] + value["tolerance"]]
    if isinstance(value, list) and own["kind"] in ("fill", "cloze", "matching"):
        return [[bare(text) for text in one] for one in value]
    return bare(value) if isinstance(value, str) else value


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_a_shared_file_is_read_as_it_says(name):
    reading, _ = read(name, (FOLDER / name).read_bytes())
    expected = EXPECTED[name]
    assert len(reading.drafts) == len(expected["questions"])
    for draft, own in zip(reading.drafts, expected["questions"], strict=True):
        assert draft.kind == KINDS.get(own["kind"], own["kind"])
        for field in ("stem", "explanation", "material", "topic"):
            assert bare(getattr(draft, field)) == bare(own.get(field)), field
        assert [bare(text) for text in draft.choices] == [
            bare(text) for text in own["choices"] or ()
        ]
        assert right(draft) == expected_right(own)
        assert (float(draft.points) if draft.points is not None else None) == own["points"]
        told = {doubt.own for doubt in draft.doubts}
        assert {code(one) for one in own["doubt"] if not one.startswith("optional")} <= told
    assert {code(one) for one in expected["doubtful"]} <= {one.own for one in reading.problems}


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_a_shared_file_becomes_a_bank_that_a_second_import_leaves_alone(name):
    data = (FOLDER / name).read_bytes()
    first = imported(name, data, Wish(EN), None)
    again = imported(name, data, Wish(EN, bank=first.text, bank_name="b.yml", update=True), None)
    assert (again.text, again.added, again.changed) == (first.text, (), ())
    found = {
        p.code
        for p in check({"b.yml": first.text.encode()}, None).problems
        if p.severity == "error"
    }
    told = {p.code.removeprefix("import-") for p in first.problems} & {"letter-in-explanation"}
    assert found <= INCOMPLETE | told
