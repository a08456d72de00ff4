"""Write what docs/develop/ and assets/ have that is made; `--check` only compares.

A page of docs/develop/ is in Traditional Chinese, one of docs/develop/en/ in English.

A part stands between `<!-- made: NAME -->` and `<!-- end -->`.
"""

import ast
import json
import re
import sys
from collections.abc import Mapping, Sequence
from functools import cache
from html import escape
from pathlib import Path

import yaml

sys.path.insert(0, str(Path(__file__).resolve().parent / "browser"))

from bundle import bundle
from sounds import readings

from tiku.editing.reference import field_tables, literal, messages, problem_table
from tiku.editing.schema import as_json
from tiku.formats.doubts import severity_of as doubts_severity
from tiku.formats.writers import WRITERS
from tiku.formats.writers.collecting import Wish, collected
from tiku.formats.writers.exported import Bundle, Exported, Written
from tiku.formats.writers.exporting import written
from tiku.loading.layout import HELD
from tiku.locales.catalogue import AUTHORITY, Words, load
from tiku.locales.modules import modules
from tiku.model import Draw
from tiku.model.flows import as_lines
from tiku.rules import DOUBTFUL, severity_of
from tiku.rules.check import check_folder
from tiku.text.variants import PAIRS
from tiku.text.variants import WORDS as VARIANTS

DEVELOP = Path(__file__).resolve().parent
ROOT = DEVELOP.parents[1]
SCHEMAS = DEVELOP / "schema"
ASSETS = ROOT / "plugins" / "tiku" / "assets"
EXAMPLES = ROOT / "tests" / "cases" / "rules"
FLOWS = ROOT / "questions" / "flows"
PATHS = ROOT / "tests" / "cases" / "flows"
PART = re.compile(r"(<!-- made: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)
SHARED = {
    "sources": "sources.yml",
    "glossary": "glossary.yml",
    "clauses": "clauses.yml",
    "page": "p.md",
}
"""What an example stands beside."""
CAPTIONED = (".py", ".js")
WORDS = load(AUTHORITY)
FOLDERS = {DEVELOP: WORDS, DEVELOP / "en": load("en")}
"""Of pages, and the language each is in."""


def tree(words: Words) -> str:
    """The files of the package with the first sentence each says of itself."""
    package = ROOT / "plugins" / "tiku"
    paths = [p for p in sorted(package.rglob("*")) if p.suffix in CAPTIONED]
    rows = [f"| `{_name(p.relative_to(package))}` | {escape(caption(p))} |" for p in paths]
    return (
        "\n".join([f"| {' | '.join(words.several('reference.columns'))} |", "|---|---|", *rows])
        + "\n"
    )


def _name(path: Path) -> str:
    """A folder is told by its __init__.py."""
    return f"{path.parent}/" if path.name == "__init__.py" and path.parent.name else str(path)


def caption(path: Path) -> str:
    """The first line of a module's docstring, or of a script's first comment."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".py":
        return (ast.get_docstring(ast.parse(text)) or "").splitlines()[0].replace("|", "\\|")
    first = next(line for line in text.splitlines() if line.strip(" */"))
    return first.strip(" */")


def variant_table() -> str:
    """What text/variants.py knows, as the browser imports it."""
    told = "// Made from text/variants.py: change the table there, then python3 dev.py docs.\n"
    pairs, spellings = (json.dumps(one, ensure_ascii=False) for one in (PAIRS, VARIANTS))
    typed = "/** @type {[variant: string, usual: string][]} */\n"
    return f"{told}\nexport const PAIRS = {pairs};\n{typed}export const WORDS = {spellings};\n"


def rules(words: Words) -> str:
    """Every rule that has examples: what it says, how often it is right, what fails and passes."""
    measured = _measured(words)
    return "\n".join(
        _rule(code, measured, words) for code in messages(words) if _example(code).exists()
    )


def _example(code: str) -> Path:
    return EXAMPLES / f"{code}.yml"


def _rule(code: str, measured: dict[str, str], words: Words) -> str:
    told, case = messages(words)[code], yaml.safe_load(_example(code).read_text(encoding="utf-8"))
    severity = words(f"reference.severity.{severity_of(code)}")
    if code in DOUBTFUL:
        severity = words("reference.doubtful", severity=severity)
    shown = {
        words("reference.beside", file=name): case[key]
        for key, name in SHARED.items()
        if key in case
    }
    shown |= {words("reference.fails"): case["bad"], words("reference.passes"): case["good"]}
    texts = {name: literal(text) for name, text in told.items()}
    line = words("reference.rule", severity=severity, measured=measured.get(code, ""), **texts)
    examples = (f"{name}\n\n{_yaml(text)}" for name, text in shown.items())
    return "\n".join([f"### `{code}` {{#{code}}}\n", f"{line}\n", *examples])


def _yaml(text: str) -> str:
    return f"```yaml\n{text.rstrip()}\n```\n"


def _measured(words: Words) -> dict[str, str]:
    """Code -> precision and recall on the labelled questions."""
    sys.path.insert(0, str(ROOT / "benchmarks"))
    from labelled import measure

    return {
        code: words(
            "reference.measured", right=len(m.right), wrong=len(m.wrong), missed=len(m.missed)
        )
        for code, m in measure().items()
    }


def doubts(words: Words) -> str:
    """Every doubt of an import: how badly, what is said, what would be right."""
    rows = []
    for code in words.tree["doubts"]:
        texts = words.group(f"doubts.{code}")
        severity = words(f"reference.severity.{doubts_severity(code)}")
        cells = (severity, literal(texts["text"]), literal(texts["hint"]))
        rows.append(f"| `{code}` | {' | '.join(cells)} |")
    head = words.several("reference.problems")
    return "\n".join([f"| {' | '.join(head)} |", "|---|---|---|---|", *rows]) + "\n"


def carried(words: Words) -> str:
    """What each format does with a question of each kind: all, with losses, or nothing."""
    exports = _exports()
    rows = []
    for form, done in exports.items():
        asked = ([q for q in _bundle().questions if q.kind == kind] for kind in _kinds(words))
        cells = [_cell(done, questions) for questions in asked]
        rows.append(f"| `{form}` | {' | '.join(cells)} |")
    return _by_kind(rows, words)


def _by_kind(rows: Sequence[str], words: Words) -> str:
    head = [words("reference.format"), *_kinds(words).values()]
    return "\n".join([f"| {' | '.join(head)} |", f"|{'---|' * len(head)}", *rows]) + "\n"


def _kinds(words: Words) -> Mapping[str, str]:
    return {q.kind: words(f"labels.kinds.{q.kind}") for q in _bundle().questions}


def _cell(done: Written, questions: Sequence[Exported]) -> str:
    if all(q.id in done.left_out for q in questions):
        return "—"
    ids = {q.id for q in questions if not q.case}
    return "△" if any(loss.details["id"] in ids for loss in done.losses) else "✓"


def returned(words: Words) -> str:
    """Which kinds come back from each format as they were, as the tests hold them to."""
    cases = ROOT / "tests" / "cases" / "round-trips.json"
    rows = []
    for form, own in json.loads(cases.read_text(encoding="utf-8")).items():
        rows.append(
            f"| `{form}` | {' | '.join('✓' if kind in own else '—' for kind in _kinds(words))} |"
        )
    return _by_kind(rows, words)


def beside(words: Words) -> str:
    """Which fields beside what is asked come back from each format, as the tests hold them to."""
    cases = ROOT / "tests" / "cases" / "round-trip-fields.json"
    kept = json.loads(cases.read_text(encoding="utf-8"))
    names = words.group("reference.beside-asked")
    rows = [
        f"| {text} | {' | '.join('✓' if name in own else '—' for own in kept.values())} |"
        for name, text in names.items()
    ]
    head = ["", *(f"`{form}`" for form in kept)]
    return "\n".join([f"| {' | '.join(head)} |", f"|{'---|' * len(head)}", *rows]) + "\n"


def losses(words: Words) -> str:
    """Every loss: in which formats it was seen with the small bank, what is said, what helps."""
    exports, rows = _exports(), []
    for code in words.tree["losses"]:
        texts = words.group(f"losses.{code}")
        seen = [f for f, done in exports.items() if any(x.own == code for x in done.losses)]
        cells = (words.join(f"`{f}`" for f in seen), literal(texts["text"]), literal(texts["hint"]))
        rows.append(f"| `{code}` | {' | '.join(cells)} |")
    head = words.several("reference.losses")
    return "\n".join([f"| {' | '.join(head)} |", "|---|---|---|---|", *rows]) + "\n"


@cache
def _exports() -> Mapping[str, Written]:
    return {form: written(_bundle(), form) for form in WRITERS}


@cache
def _bundle() -> Bundle:
    """The small site's bank of all kinds."""
    site = ROOT / "tests" / "small-site"
    library = check_folder(site / "questions", site / "docs").library
    return collected(library, Wish(WORDS, Draw(topic="kinds")), lambda path: None)


PARTS = {
    "doubts": doubts,
    "carried": carried,
    "losses": losses,
    "returned": returned,
    "beside": beside,
    "fields": field_tables,
    "problems": problem_table,
    "tree": tree,
    "rules": rules,
}


def made(text: str, words: Words) -> str:
    """The page with its parts written again."""
    return PART.sub(lambda part: f"{part[1]}\n{PARTS[part[2]](words)}\n{part[3]}", text)


def everything() -> dict[Path, str]:
    """Every file that is made, or has parts that are: as it should be."""
    pages = {
        path: made(path.read_text(encoding="utf-8"), words)
        for folder, words in FOLDERS.items()
        for path in sorted(folder.glob("*.md"))
    }
    scripts = {ASSETS / name: text for name, text in modules(WORDS, typed=True).items()}
    scripts[ASSETS / "core" / "variant-table.js"] = variant_table()
    scripts[ASSETS / "importing" / "importers.js"] = bundle()
    scripts[ASSETS.with_name("text") / "readings.txt"] = readings()
    flows = {flow.id: as_lines(flow) for flow in check_folder(FLOWS).library.flows}
    ways = {PATHS / f"{name}.txt": text for name, text in flows.items()}
    return (
        ways | pages | scripts | {SCHEMAS / f"{name}.json": as_json(name, WORDS) for name in HELD}
    )


def main(check: bool) -> int:
    """Exit status 1 where `check` finds a file that is not fresh."""
    stale = []
    for path, new in everything().items():
        if not path.is_file() or new != path.read_text(encoding="utf-8"):
            stale.append(path.name)
        if not check:
            path.parent.mkdir(exist_ok=True)
            path.write_text(new, encoding="utf-8")
    if check and stale:
        print(f"not fresh: {', '.join(stale)}; run python3 dev.py docs")
    return int(check and bool(stale))


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv))
