"""The importers that run in a browser, made from those of the command line.

From a few functions on, everything that they use is written as JavaScript: functions and classes
from their source, values as Python worked them out. What there is of Python's own library, and what
a browser does otherwise, is in assets/importing/. Characters beyond 16 bits count as two there,
which shows where a title or a quotation is cut short.
"""

import ast
import builtins
import importlib
import inspect
import re
import sys
from collections.abc import Iterator
from enum import Enum
from functools import cache
from types import ModuleType

from constants import constant
from expressions import Expressions
from statements import Statements, assigned

ENTRIES = (
    ("tiku.formats.in_browser", "imported"),
    ("tiku.formats.draft", "Unreadable"),
    ("tiku.formats.doubts", "doubt"),
    ("tiku.model.place", "Place"),
)
OURS = {
    ("tiku.text.folding", "fold"): "fold",
    ("tiku.text.printable", "printable"): "py.printable",
    ("tiku.formats.csv_text", "_parsed"): "parsedRows",
    ("tiku.formats.markup", "_Html"): "Html",
    ("tiku.formats.media", "Gallery"): "Gallery",
}
"""What is written by hand for the browser."""
HEAD = """\
// Made from tiku/formats/: change the importers there, then python3 dev.py docs.
// @ts-nocheck -- the types are Python's

import { fold } from "../core/folding.js";
import { parsedRows } from "./csv.js";
import { Gallery, Html } from "./html.js";
import * as py from "./python.js";
"""
Global = tuple[str, str]


def bundle() -> str:
    """The module's text; the same for the same sources."""
    return _Bundle().text()


@cache
def _tree(module: str) -> dict[str, ast.stmt]:
    """Name -> the statement that defines it."""
    body = ast.parse(inspect.getsource(importlib.import_module(module))).body
    named = {node.name: node for node in body if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    return {**named}


@cache
def _imports(module: str) -> dict[str, tuple[str, str]]:
    """Local name -> (module, name in it); the name is empty where it is the module."""
    found: dict[str, tuple[str, str]] = {}
    for node in ast.parse(inspect.getsource(importlib.import_module(module))).body:
        if isinstance(node, ast.ImportFrom) and node.module:
            for own in node.names:
                inner = f"{node.module}.{own.name}"
                is_module = isinstance(
                    getattr(importlib.import_module(node.module), own.name, None), ModuleType
                )
                found[own.asname or own.name] = (
                    (inner, "") if is_module else (node.module, own.name)
                )
        elif isinstance(node, ast.Import):
            found |= {own.asname or own.name: (own.name, "") for own in node.names}
    return found


@cache
def _all_bound() -> frozenset[str]:
    """Names of locals anywhere: a global of the same name would be hidden by them."""
    for module, _ in ENTRIES:
        importlib.import_module(module)
    sources = (inspect.getsource(m) for n, m in sys.modules.items() if n.startswith("tiku.formats"))
    return frozenset(name for source in sources for name in _bound(ast.parse(source)))


class _Bundle:
    def __init__(self) -> None:
        self.names: dict[Global, str] = {}
        self.parts: dict[Global, str] = {}
        self.waiting: list[Global] = list(ENTRIES)
        self.patterns: dict[str, str] = {}
        self.module = ""
        self.locals: frozenset[str] = frozenset()
        self.say: _Said | None = None

    def text(self) -> str:
        while self.waiting:
            own = self.waiting.pop(0)
            if own not in self.parts:
                self.parts[own] = ""
                self.parts[own] = self._part(own)
        exported = ", ".join(f"{self._name(own)} as {own[1]}" for own in ENTRIES)
        order = sorted(self.parts, key=lambda own: (self._rank(own), own))
        parts = [*self.patterns.values(), *(self.parts[own] for own in order)]
        return "\n".join([HEAD, *parts, "", f"export {{ {exported} }};", ""])

    def _rank(self, own: Global) -> int:
        """Values, then classes with those they extend before them, then functions."""
        node = _tree(own[0]).get(own[1])
        if isinstance(node, ast.ClassDef):
            return 1 + sum(ast.unparse(base) in ("Problem",) for base in node.bases)
        return 3 if node else 0

    def _name(self, own: Global) -> str:
        if own not in self.names:
            taken = {*self.names.values(), *_all_bound()}
            name = own[1] if own[1] not in taken else f"{own[1]}_{own[0].rpartition('.')[2]}"
            self.names[own] = name
            self.waiting.append(own)
        return self.names[own]

    # what a name stands for

    def _hidden(self) -> frozenset[str]:
        return self.locals | (self.say.inner if self.say else frozenset())

    def _resolve(self, node: ast.expr) -> str | None:
        if isinstance(node, ast.Name):
            return self._global(self.module, node.id, self._hidden())
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            module, name = _imports(self.module).get(node.value.id, ("", "-"))
            if module and not name and node.value.id not in self._hidden():
                return self._global(module, node.attr, frozenset())
        return None

    def _global(self, module: str, name: str, hidden: frozenset[str]) -> str | None:
        if name in hidden:
            return None
        if not module.startswith("tiku."):
            return f"py.{name}"
        if (module, name) in OURS:
            return OURS[module, name]
        if name in _imports(module):
            home, own = _imports(module)[name]
            return self._global(home, own, frozenset()) if own else None
        if hasattr(importlib.import_module(module), name):
            return self._name((module, name))
        return f"py.{name}" if hasattr(builtins, name) else None

    # parts

    def _part(self, own: Global) -> str:
        self.module, name = own
        node = _tree(self.module).get(name)
        if isinstance(node, ast.FunctionDef):
            return self._function(node, self._name(own))
        value = getattr(importlib.import_module(self.module), name)
        if isinstance(value, type) and issubclass(value, Enum):
            members = ", ".join(f"{one.name}: {{ value: {one.value!r} }}" for one in value)
            return f"const {self._name(own)} = {{ {members} }};"
        if isinstance(node, ast.ClassDef):
            return f"const {self._name(own)} = {self._class(node, self._name(own))};"
        return f"const {self._name(own)} = {constant(value, self._refer)};"

    def _refer(self, value: object) -> str:
        if getattr(value, "__name__", "") == "<lambda>":
            raise NotImplementedError(repr(value))
        return self._name((value.__module__, value.__qualname__))  # type: ignore[attr-defined]

    def _writer(self, node: ast.AST) -> Statements:
        self.locals = frozenset(_locals(node))
        self.say = _Said(self)
        return Statements(self.say)

    def _function(self, node: ast.FunctionDef, name: str) -> str:
        text = self._writer(node).function(node, name)
        return f"{text}\n{_params(name, node.args.args, node.args)}" if node.args else text

    def _class(self, node: ast.ClassDef, name: str) -> str:
        methods = [one for one in node.body if isinstance(one, ast.FunctionDef)]
        written = ",\n  ".join(self._writer(one).method(one) for one in methods)
        params = "".join(
            f" {_given(f'{name}.prototype.{one.name}', one.args.args[1:], one.args)};"
            for one in methods
            if one.args.kwarg or one.args.kwonlyargs
        )
        self.locals = frozenset()
        base = self._base(node)
        if not any("dataclass" in ast.unparse(one) for one in node.decorator_list):
            return f"py.kind({name!r}, {base}, {{\n  {written}\n}});{params}"[:-1]
        self.say = say = _Said(self)
        fields = ", ".join(
            self._field(one, say) for one in node.body if isinstance(one, ast.AnnAssign)
        )
        return f"py.dataclass({name!r}, {base}, [{fields}], {{\n  {written}\n}});{params}".rstrip(
            ";"
        )

    def _base(self, node: ast.ClassDef) -> str:
        names = [ast.unparse(base) for base in node.bases]
        own = next((base for base in names if base not in ("Exception", "Protocol")), "")
        if own == "str":
            return '"str"'
        return self._global(self.module, own, frozenset()) or "null" if own else "null"

    def _field(self, node: ast.AnnAssign, say: Expressions) -> str:
        assert isinstance(node.target, ast.Name)
        name = f"{node.target.id!r}"
        if node.value is None:
            return f"[{name}]"
        if isinstance(node.value, ast.Call) and ast.unparse(node.value.func) == "field":
            given = {own.arg: own.value for own in node.value.keywords}
            if "default_factory" in given:
                return f"[{name}, () => {say.of(given['default_factory'])}()]"
            return f"[{name}, () => {say.of(given['default'])}]"
        return f"[{name}, () => {say.of(node.value)}]"


class _Said(Expressions):
    """With regular expressions that are known before the script runs written as such."""

    def __init__(self, made: _Bundle) -> None:
        super().__init__(made._resolve, METHODS)
        self.made = made

    def _call(self, node: ast.Call) -> str:
        own = ast.unparse(node.func)
        if re.fullmatch(r"re\.\w+", own) and node.args:
            first = self._pattern(node)
            rest = [self.of(one) for one in node.args[1:]]
            named = self._named([k for k in node.keywords if k.arg not in ("flags",)])
            if named:
                return f"py.asked({first}, {own[3:]!r}, [{', '.join(rest)}], {named})"
            return f"py.call({', '.join([first, repr(own[3:]), *rest])})"
        return super()._call(node)

    def _pattern(self, node: ast.Call) -> str:
        flags = next((ast.unparse(k.value) for k in node.keywords if k.arg == "flags"), "0")
        scope = vars(importlib.import_module(self.made.module))
        try:
            text = eval(compile(ast.Expression(node.args[0]), "-", "eval"), dict(scope))
        except NameError:
            return self.of(node.args[0])
        if isinstance(text, re.Pattern):
            return self.of(node.args[0])
        pattern = re.compile(text, eval(flags, {"re": re}))
        name = f"P{len(self.made.patterns)}"
        known = constant(pattern, self.made._refer)
        for old, line in self.made.patterns.items():
            if line == f"const {old} = {known};":
                return old
        self.made.patterns[name] = f"const {name} = {known};"
        return name


def _bound(node: ast.AST) -> Iterator[str]:
    """Every name that is given a value inside."""
    for part in ast.walk(node):
        if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store):
            yield part.id
        elif isinstance(part, ast.arg):
            yield part.arg
        elif isinstance(part, ast.ExceptHandler) and part.name:
            yield part.name


def _locals(node: ast.AST) -> Iterator[str]:
    """What hides a global in the whole of a function."""
    yield from assigned(node)
    for part in ast.walk(node):
        if isinstance(part, ast.FunctionDef):
            args = part.args
            given = [*args.args, *args.kwonlyargs, args.vararg, args.kwarg]
            yield from (own.arg for own in given if own)
        elif isinstance(part, ast.ExceptHandler) and part.name:
            yield part.name


def _params(name: str, given: list[ast.arg], args: ast.arguments) -> str:
    return f"{_given(name, given, args)};"


def _given(name: str, given: list[ast.arg], args: ast.arguments) -> str:
    names = [one.arg for one in [*given, *args.kwonlyargs]]
    open_ = "true" if args.kwarg else "false"
    return f"py.params({name}, {' '.join(names)!r}, {open_})"


METHODS: frozenset[str] = frozenset(("place",))
"""Methods that are handed on as values."""
