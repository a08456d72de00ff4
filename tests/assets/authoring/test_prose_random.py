"""Whatever plain text an author writes, the preview's lines and bold are those of the page."""

import json
import random
import re
import subprocess
from html import escape
from pathlib import Path

from dev import node

from tiku.rendering import prose
from tiku.site.authoring import PATTERNS

PREVIEWED = Path(__file__).with_name("previewed.js")
PIECES = [
    *"甲乙丙臺ａ１。，、；：？！「」（）…—～", "……", "——", "word", "KPI", "3.5", "50%", " ", "\n",
    "\n", "**重點**", "**K**", "**", "<b", "&", "'", '"', "ß", "한", "🙂", "é", ",", ".", "(", ")",
]  # fmt: skip
BEYOND = re.compile(r"\n\n|\*{3}")
"""Paragraphs, and bold in bold, are more than a line of the preview says."""
MANY = 3000


def test_any_plain_text_is_previewed_as_it_is_built():
    dice = random.Random(20261128)
    texts = ["".join(dice.choices(PIECES, k=dice.randint(1, 9))).strip() for _ in range(MANY)]
    texts = [text for text in texts if text and not BEYOND.search(text)]
    patterns = {name: pattern.pattern for name, pattern in PATTERNS.items()}
    done = subprocess.run(
        [node(), PREVIEWED], input=json.dumps({"texts": texts, "patterns": patterns}),
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    for text, parts in zip(texts, json.loads(done.stdout), strict=True):
        escaped = [escape(part, quote=False) for part in parts]
        meant = [f"<strong>{part}</strong>" if at % 2 else part for at, part in enumerate(escaped)]
        assert prose.inline(text) == "".join(meant), text
