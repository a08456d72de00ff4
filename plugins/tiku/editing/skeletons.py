"""The YAML of a question of each kind, to be filled in."""

import json
from collections.abc import Mapping

from tiku.text.patterns import on_demand

CHOICES = ("choices:", "  first:", "  second:", "  third:")
SKELETONS: Mapping[str, tuple[str, ...]] = {
    "single": (*CHOICES, "answer:", "why:", "  second:", "  third:"),
    "multiple": (*CHOICES, "  fourth:", "answer: []", "why:", "  fourth:"),
    "true-false": ("answer:", "why:", "  false:"),
    "numeric": ("answer:", "  value:", "  tolerance: 0", "  unit:", "  formula:"),
    "text": ("answer: []",),
    "matching": (
        "prompts:",
        "  one:",
        "  two:",
        *CHOICES,
        "answer:",
        "  one:",
        "  two:",
    ),
    "ordering": (*CHOICES, "answer: [first, second, third]"),
    "open": ("answer:", "checklist:", "  point:"),
    "case": (
        "material: |",
        "",
        "questions:",
        "  - id: first",
        "    kind: single",
        "    stem:",
        *(f"    {line}" for line in CHOICES),
        "    answer:",
        "    explanation:",
        "    difficulty: medium",
        "    sources: []",
    ),
}
TAIL = ("explanation:", "objective:", "difficulty: medium", "see: []", "sources: []")


PLAIN = on_demand(r"[^\W\d_][^:#\n\t]*")
"""What YAML reads as it stands."""


def skeleton(kind: str, name: str, stem: str) -> list[str]:
    """The lines of a question, without indentation; what is left empty is what check asks for."""
    head = "title" if kind == "case" else "stem"
    tail = TAIL[1:] if kind == "case" else TAIL
    return [
        f"id: {name}",
        f"kind: {kind}",
        f"{head}: {_quoted(stem)}".rstrip(),
        *SKELETONS[kind],
        *tail,
    ]


def _quoted(text: str) -> str:
    return text if not text or PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)
