"""Chinese read aloud, as pypinyin reads it."""

import pytest
from pypinyin import Style, lazy_pinyin
from pypinyin.constants import PHRASES_DICT

from tiku.text.readings import READ_ALOUD, Script, _table, spoken

STYLES: dict[Script, Style] = {"bopomofo": Style.BOPOMOFO, "pinyin": Style.NORMAL}


@pytest.mark.parametrize("script", STYLES)
def test_phrases_and_characters_are_read_as_pypinyin_reads_them(script: Script):
    characters = READ_ALOUD.findall(_table().characters)
    text = "。".join([*PHRASES_DICT, *"".join(characters)])
    assert spoken(text, script) == lazy_pinyin(text, style=STYLES[script])


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("重复与重视", "chong fu yu zhong shi"),
        ("银行行长", "yin hang hang zhang"),
        ("小老少乘", "xiao lao shao cheng"),
        ("KPI 指标", "KPI  zhi biao"),
        ("𨂃", "peng"),
        ("ゟ\ue831", "ゟ\ue831"),
        ("", ""),
    ],
)
def test_the_longest_phrase_that_is_one_decides(text: str, read: str):
    assert " ".join(spoken(text, "pinyin")) == read
