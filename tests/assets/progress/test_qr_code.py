"""A reader of QR codes reads ours, and they are those that another program draws."""

import random
import string
from pathlib import Path

import pytest
import zxingcpp
from scripting import run

CODED = Path(__file__).with_name("coded.js")
SIGNS = string.ascii_lowercase + "-_/#"
"""None that are packed closer than as bytes."""
LENGTHS = (1, 17, 18, 78, 79, 230, 231, 271, 272, 500, 858, 859, 1171, 1700, 1840, 2071, 2953)
"""Among them the longest and the shortest of versions, also those with blocks of two lengths."""


@pytest.fixture(scope="module")
def texts() -> list[str]:
    chance = random.Random(18004)
    made = ["".join(chance.choices(SIGNS, k=length)) for length in LENGTHS]
    return [*made, "https://example.org/題庫/進度/#part=1"]


@pytest.fixture(scope="module")
def codes(texts: list[str]) -> list[list[str]]:
    return run(CODED, texts)


def test_they_are_those_of_zxing_module_for_module(texts: list[str], codes: list[list[str]]):
    """Programs may differ in which mask is easiest to read."""
    pairs = [(theirs(text), code) for text, code in zip(texts, codes, strict=True)]
    alike = [(one, other) for one, other in pairs if mask(one) == mask(other)]
    assert len(alike) > len(texts) / 2
    assert all(one == other for one, other in alike)


def mask(code: list[str]) -> str:
    """How level and mask are written, beside the upper left corner."""
    return "".join(row[8] for row in code[:9])


def theirs(text: str) -> list[str]:
    made = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="L")
    dots = memoryview(made.to_image(scale=1, add_quiet_zones=False))
    side = range(dots.shape[0])
    return ["".join("1" if dots[row, column] == 0 else "0" for column in side) for row in side]


def test_they_are_read_as_what_was_said(texts: list[str], codes: list[list[str]]):
    for text, code in zip(texts, codes, strict=True):
        assert zxingcpp.read_barcode(picture(code)).text == text, len(text)


def picture(code: list[str]) -> memoryview:
    """Three dots a module, and the quiet zone around it."""
    side = len(code) + 8
    rows = ["0" * side] * 4 + [f"0000{row}0000" for row in code] + ["0" * side] * 4
    dots = bytes(
        0 if module == "1" else 255
        for row in rows
        for _ in range(3)
        for module in row
        for _ in range(3)
    )
    return memoryview(dots).cast("B", [3 * side, 3 * side])
