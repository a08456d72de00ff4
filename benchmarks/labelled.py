"""How often each rule on wording is right: the labelled questions, checked."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from tiku import check

LABELLED = Path(__file__).resolve().parent.parent / "tests" / "cases" / "labelled"


@dataclass
class Measured:
    """Ids of questions: rightly objected to, wrongly, and overlooked."""

    right: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float | None:
        """How many of the objections are right; None where there are none."""
        found = len(self.right) + len(self.wrong)
        return len(self.right) / found if found else None

    @property
    def recall(self) -> float:
        """How many of the flaws are found."""
        return len(self.right) / (len(self.right) + len(self.missed))


def questions() -> Mapping[str, list[dict[str, Any]]]:
    """File -> its questions as written, each with an id."""
    files = sorted(LABELLED.glob("*.yml"))
    read = {p.stem: yaml.load(p.read_text(encoding="utf-8"), yaml.BaseLoader) for p in files}
    return {
        name: [{"id": f"{name}-{n}", **question} for n, question in enumerate(found, 1)]
        for name, found in read.items()
    }


def measure(doubtful: bool = True) -> Mapping[str, Measured]:
    """Code -> what it found, for every code that is a flaw of some question."""
    labelled = {q["id"]: set(q.get("flaws", ())) for qs in questions().values() for q in qs}
    found = _found(doubtful)
    codes = sorted({code for flaws in labelled.values() for code in flaws})
    return {code: _compared(code, labelled, found) for code in codes}


def _compared(
    code: str, labelled: Mapping[str, set[str]], found: Mapping[str, set[str]]
) -> Measured:
    measured = Measured()
    for name, flaws in labelled.items():
        if code in flaws:
            (measured.right if code in found[name] else measured.missed).append(name)
        elif code in found[name]:
            measured.wrong.append(name)
    return measured


def _found(doubtful: bool) -> Mapping[str, set[str]]:
    """Id -> codes; each file is a library of its own, and each question a line of it."""
    found: dict[str, set[str]] = {}
    for name, asked in questions().items():
        found |= {question["id"]: set() for question in asked}
        lines = [f"topic: {name}", f"title: {name}", "questions:", *map(_line, asked)]
        files = {f"{name}.yml": "\n".join(lines).encode()}
        for problem in check(files, None, doubtful=doubtful).problems:
            if problem.place.line > 3:
                found[f"{name}-{problem.place.line - 3}"].add(problem.code)
    return found


def _line(question: Mapping[str, Any]) -> str:
    return f"- {json.dumps(as_written(question), ensure_ascii=False)}"


def as_written(question: Mapping[str, Any]) -> dict[str, Any]:
    """As a bank has it: choices by id, and a numeric or written answer by its own key."""
    made = {key: value for key, value in question.items() if key in ("id", "stem", "explanation")}
    if "choices" in question:
        made["choices"] = {f"c{n}": text for n, text in enumerate(question["choices"])}
        answer: Sequence[str] | str = question["answer"]
        made["answer"] = [f"c{n}" for n in answer] if isinstance(answer, list) else f"c{answer}"
    for key in ("numeric", "text"):
        if key in question:
            made |= {"kind": key, "answer": question[key]}
    return {"answer": question.get("answer"), **made}


def main() -> None:
    """A line a rule."""
    for code, measured in measure().items():
        precision = "-" if measured.precision is None else f"{measured.precision:.2f}"
        counts = f"{len(measured.right)} right, {len(measured.wrong)} wrong, "
        counts += f"{len(measured.missed)} missed"
        print(f"  {code:24} precision {precision:>4}, recall {measured.recall:.2f} ({counts})")
        for name in measured.wrong:
            print(f"      wrong: {name}")
        for name in measured.missed:
            print(f"      missed: {name}")


if __name__ == "__main__":
    main()
