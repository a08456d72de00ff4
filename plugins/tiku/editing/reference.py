"""The model and the messages -> the reference for editors, in Markdown."""

import ast
import inspect
from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import date
from decimal import Decimal
from functools import cache
from types import NoneType
from typing import Any, Literal, get_args, get_origin, get_type_hints

from tiku import model
from tiku.locales import words
from tiku.locales.catalogue import Words
from tiku.model import KINDS, Entry, Item
from tiku.rules import severity_of

NAMES: Mapping[object, str] = {
    str: "文字",
    bool: "true 或 false",
    int: "整數",
    model.Prose: "Markdown",
    model.Id: "id",
    model.Reference: "頁面.md#標題id",
    model.Address: "https 網址",
    Decimal: "數字",
    model.Points: "數字",
    date: "日期",
    model.Item: "題目",
}
FILES: Mapping[str, tuple[type[Entry], ...]] = {
    "題庫檔（一個主題一個檔）": (model.Bank,),
    "sources.yml": (model.SourceList, model.Source),
    "glossary.yml": (model.Glossary, model.Term),
    "faq.yml": (model.FaqList, model.Faq),
    "asked.yml": (model.AskedList, model.Asked),
    "metrics.yml": (model.MetricList, model.Metric, model.Worked),
    "vocabulary.yml": (model.Vocabulary,),
    "scoring.yml": (model.ScoringList, model.Scoring),
    "exams/（一份考卷一個檔）": (model.Exam, model.Section),
    "clauses.yml（tiku reviewed 寫的）": (model.ClauseList, model.Clause),
    "政策頁開頭的 policy:": (model.Policy,),
    "頁面裡的 ```quiz": (model.Draw,),
}
SEVERITIES = {"error": "錯誤", "warning": "警告", "advice": "建議"}


def field_tables() -> str:
    """Every field of every file: name, what it takes, what it is for."""
    parts = [f"## {title}\n\n{_tables(classes)}" for title, classes in FILES.items()]
    kinds = [f"### {words.KINDS[kind]} `{kind}`\n\n{_table(cls)}" for kind, cls in KINDS.items()]
    common = f"### 每一題都可以有\n\n{_table(Item)}"
    parts.insert(1, "\n".join(["## 題目\n", common, *kinds]))
    return "\n".join(parts)


def problem_table(words: Words) -> str:
    """Every code: how badly, what is said, what would be right."""
    rows = (
        f"| `{code}` | {SEVERITIES[severity_of(code)]} "
        f"| {literal(texts['text'])} | {literal(texts['hint'])} |"
        for code, texts in messages(words).items()
    )
    return "\n".join(["| 代碼 | 程度 | 訊息 | 怎樣才對 |", "|---|---|---|---|", *rows]) + "\n"


def messages(words: Words) -> Mapping[str, Mapping[str, str]]:
    """Code -> its `text` and `hint`, not filled in."""
    return {code: words.group(f"messages.{code}") for code in words.tree["messages"]}


def _tables(classes: tuple[type[Entry], ...]) -> str:
    return "\n".join(_table(cls) for cls in classes)


def _table(cls: type[Entry]) -> str:
    lines = [f"| `{name}` | {taken} | {said} |" for name, taken, said in _rows(cls)]
    return "\n".join(["| 欄位 | 寫什麼 | 用途 |", "|---|---|---|", *lines]) + "\n"


def _rows(cls: type[Entry]) -> Iterator[tuple[str, str, str]]:
    """What a kind shares with all others is told once, of Item."""
    hints = get_type_hints(cls)
    shared = {f.name for f in fields(Item)} if cls is not Item and issubclass(cls, Item) else set()
    for field in fields(cls):
        if field.name != "origin" and field.name not in shared:
            yield field.name, _taken(hints[field.name]), said(cls, field.name)


def _taken(annotation: Any) -> str:  # noqa: ANN401 -- an annotation is any object
    origin, arguments = get_origin(annotation), get_args(annotation)
    if annotation in NAMES:
        return NAMES[annotation]
    if origin is Literal:
        return "、".join(f"`{value}`" for value in arguments)
    if origin is tuple:
        return f"{NAMES[arguments[0]]}的清單" if arguments[0] in NAMES else "清單，每項見下表"
    if NoneType in arguments:
        return _taken(next(a for a in arguments if a is not NoneType))
    if origin is not None:
        return f"id: {_taken(arguments[1])}"
    return "、".join(f"`{name}`" for name, _, _ in _rows(annotation))


def said(cls: type[Entry], name: str) -> str:
    """The text below the attribute, in the nearest class that has one."""
    told = (_attribute_texts().get((parent.__name__, name)) for parent in cls.__mro__)
    return next((text for text in told if text), "")


@cache
def _attribute_texts() -> Mapping[tuple[str, str], str]:
    """(class, attribute) -> the string that follows it in the model."""
    texts: dict[tuple[str, str], str] = {}
    modules = (
        model.exams,
        model.kinds,
        model.library,
        model.metrics,
        model.questions,
        model.references,
    )
    classes = (node for module in modules for node in ast.parse(inspect.getsource(module)).body)
    for cls in classes:
        if isinstance(cls, ast.ClassDef):
            for attribute, after in zip(cls.body, cls.body[1:], strict=False):
                match attribute, after:
                    case (
                        ast.AnnAssign(target=ast.Name(id=name)),
                        ast.Expr(value=ast.Constant(value=str(text))),
                    ):
                        texts[cls.name, name] = text
    return texts


def literal(text: str) -> str:
    """Text that Markdown, and a table in it, shows as it is."""
    return "".join(f"\\{c}" if c in "|*[" else c for c in text)
