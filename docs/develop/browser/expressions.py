"""Expressions of Python -> expressions of JavaScript that mean the same.

What depends on the types of values is asked of assets/importing/python.js, called `py`.
"""

import ast
import json
from collections.abc import Callable, Iterable, Iterator, Sequence

Resolve = Callable[[ast.expr], str | None]
"""The script's name for what a name or `module.name` stands for; None where it is a local one."""
BINARY = {
    "Add": "add",
    "Sub": "sub",
    "Mult": "mul",
    "Div": "div",
    "FloorDiv": "floordiv",
    "Mod": "mod",
    "BitOr": "union",
    "BitAnd": "both",
}
COMPARED = {"Eq": "eq", "Lt": "lt", "LtE": "le", "Gt": "gt", "GtE": "ge"}
WORDS = (
    "arguments await break case catch class const continue debugger default delete do else enum "
    "eval export extends false finally for function if implements import in instanceof interface "
    "let new null package private protected public py return static super switch this throw true "
    "try typeof var void while with yield"
)
RESERVED = frozenset(WORDS.split())


def local(name: str) -> str:
    """A name that is none of JavaScript's own words."""
    return f"{name}$" if name in RESERVED else name


def stored(node: ast.AST) -> Iterator[str]:
    """The names in what is given values."""
    return (own.id for own in ast.walk(node) if isinstance(own, ast.Name))


class Expressions:
    """Writes expressions; `methods` are the names of all methods of classes of ours."""

    def __init__(self, resolve: Resolve, methods: frozenset[str]) -> None:
        self.resolve = resolve
        self.methods = methods
        self.inner: frozenset[str] = frozenset()

    def of(self, node: ast.expr) -> str:
        write = getattr(self, f"_{type(node).__name__.lower()}", None)
        if write is None:
            raise NotImplementedError(f"{ast.unparse(node)} ({type(node).__name__})")
        return str(write(node))

    def all(self, nodes: Iterable[ast.expr]) -> str:
        return ", ".join(map(self.of, nodes))

    def condition(self, node: ast.expr) -> str:
        """Where only true or false matters."""
        if isinstance(node, ast.BoolOp):
            sign = " && " if isinstance(node.op, ast.And) else " || "
            return f"({sign.join(map(self.condition, node.values))})"
        bare = isinstance(node, ast.Compare) or (
            isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not)
        )
        return self.of(node) if bare else f"py.truthy({self.of(node)})"

    # leaves

    def _constant(self, node: ast.Constant) -> str:
        if node.value is not None and not isinstance(node.value, str | int | float):
            raise NotImplementedError(ast.unparse(node))
        return json.dumps(node.value, ensure_ascii=False)

    def _name(self, node: ast.Name) -> str:
        return self.resolve(node) or local(node.id)

    def _attribute(self, node: ast.Attribute) -> str:
        known = self.resolve(node)
        if known:
            return known
        of = self.of(node.value)
        bound = node.attr in self.methods
        return f"py.bound({of}, {node.attr!r})" if bound else f"{of}.{node.attr}"

    def _joinedstr(self, node: ast.JoinedStr) -> str:
        parts = [
            self._constant(part) if isinstance(part, ast.Constant) else self._shown(part)  # type: ignore[arg-type]
            for part in node.values
        ]
        return f"({' + '.join(parts)})" if parts else '""'

    def _shown(self, part: ast.FormattedValue) -> str:
        value = self.of(part.value)
        if part.format_spec is None:
            return f"py.str({value})"
        return f"py.format({value}, {self.of(part.format_spec)})"

    # operators

    def _boolop(self, node: ast.BoolOp) -> str:
        name = "and" if isinstance(node.op, ast.And) else "or"
        first, *rest = node.values
        later = ", ".join(f"() => {_closed(self.of(value))}" for value in rest)
        return f"py.{name}({self.of(first)}, {later})"

    def _unaryop(self, node: ast.UnaryOp) -> str:
        if isinstance(node.op, ast.Not):
            return f"!{self.condition(node.operand)}"
        return f"-{self.of(node.operand)}"

    def _binop(self, node: ast.BinOp) -> str:
        name = BINARY[type(node.op).__name__]
        return f"py.{name}({self.of(node.left)}, {self.of(node.right)})"

    def _compare(self, node: ast.Compare) -> str:
        sides = [node.left, *node.comparators]
        pairs = zip(node.ops, sides, sides[1:], strict=False)
        return f"({' && '.join(self._compared(op, one, other) for op, one, other in pairs)})"

    def _compared(self, op: ast.cmpop, one: ast.expr, other: ast.expr) -> str:
        left, right = self.of(one), self.of(other)
        name = type(op).__name__
        if name in ("Is", "IsNot"):
            nothing = isinstance(other, ast.Constant) and other.value is None
            sign = ("==" if nothing else "===") if name == "Is" else ("!=" if nothing else "!==")
            return f"{left} {sign} {right}"
        if name in ("In", "NotIn"):
            return f"{'' if name == 'In' else '!'}py.has({right}, {left})"
        if name == "NotEq":
            return f"!py.eq({left}, {right})"
        return f"py.{COMPARED[name]}({left}, {right})"

    def _ifexp(self, node: ast.IfExp) -> str:
        return f"({self.condition(node.test)} ? {self.of(node.body)} : {self.of(node.orelse)})"

    def _namedexpr(self, node: ast.NamedExpr) -> str:
        return f"({local(node.target.id)} = {self.of(node.value)})"

    def _lambda(self, node: ast.Lambda) -> str:
        names = [one.arg for one in node.args.args]
        before, self.inner = self.inner, self.inner | {*names}
        body = _closed(self.of(node.body))
        self.inner = before
        return f"(({', '.join(map(local, names))}) => {body})"

    # parts of values

    def _subscript(self, node: ast.Subscript) -> str:
        of, at = self.of(node.value), node.slice
        if not isinstance(at, ast.Slice):
            return f"py.get({of}, {self.of(at)})"
        ends = [self.of(end) if end else "null" for end in (at.lower, at.upper, at.step)]
        return f"py.slice({of}, {', '.join(ends)})"

    def _starred(self, node: ast.Starred) -> str:
        return f"...py.each({self.of(node.value)})"

    # displays

    def _list(self, node: ast.List | ast.Tuple) -> str:
        return f"[{self.all(node.elts)}]"

    _tuple = _list

    def _set(self, node: ast.Set) -> str:
        return f"py.set([{self.all(node.elts)}])"

    def _dict(self, node: ast.Dict) -> str:
        parts = [
            f"[{self.of(key)}, {self.of(value)}]" if key else f"...py.pairs({self.of(value)})"
            for key, value in zip(node.keys, node.values, strict=True)
        ]
        return f"py.dictOf({', '.join(parts)})"

    def _listcomp(self, node: ast.ListComp) -> str:
        return f"[...{self._looped(node.generators, node.elt)}]"

    def _setcomp(self, node: ast.SetComp) -> str:
        return f"py.set({self._looped(node.generators, node.elt)})"

    def _dictcomp(self, node: ast.DictComp) -> str:
        pair = ast.Tuple([node.key, node.value], ast.Load())
        return f"py.dictOf(...{self._looped(node.generators, pair)})"

    def _generatorexp(self, node: ast.GeneratorExp) -> str:
        return self._looped(node.generators, node.elt)

    def _looped(self, loops: Sequence[ast.comprehension], given: ast.expr) -> str:
        """Its variables are seen inside only; what it first goes through is outside."""
        outer = self.of(loops[0].iter)
        before = self.inner
        self.inner = before | {name for loop in loops for name in stored(loop.target)}
        text = f"yield {self.of(given)};"
        for at in reversed(range(len(loops))):
            for test in reversed(loops[at].ifs):
                text = f"if ({self.condition(test)}) {text}"
            over = self.of(loops[at].iter) if at else outer
            text = f"for (const {self.target(loops[at].target)} of py.each({over})) {{ {text} }}"
        self.inner = before
        return f"(function* () {{ {text} }})()"

    def target(self, node: ast.expr) -> str:
        """What is given values: in a row `_` is a place that nobody asks for."""
        if isinstance(node, ast.Starred):
            return f"...{self.target(node.value)}"
        if isinstance(node, ast.Tuple):
            return f"[{', '.join(map(self.target, node.elts))}]"
        if isinstance(node, ast.Attribute):
            return f"{self.of(node.value)}.{node.attr}"
        return "" if isinstance(node, ast.Name) and node.id == "_" else self.of(node)

    # calls

    def _call(self, node: ast.Call) -> str:
        given = self.all(node.args)
        named = self._named(node.keywords)
        known = self.resolve(node.func)
        if known or isinstance(node.func, ast.Name):
            name = known or self.of(node.func)
            return f"py.named({name}, [{given}], {named})" if named else f"{name}({given})"
        if not isinstance(node.func, ast.Attribute):
            return f"{self.of(node.func)}({given})"
        of, method = self.of(node.func.value), json.dumps(node.func.attr)
        if named:
            return f"py.asked({of}, {method}, [{given}], {named})"
        return f"py.call({of}, {method}{', ' if given else ''}{given})"

    def _named(self, keywords: Sequence[ast.keyword]) -> str:
        parts = [
            f"{json.dumps(one.arg)}: {self.of(one.value)}"
            if one.arg
            else f"...py.plain({self.of(one.value)})"
            for one in keywords
        ]
        return f"{{{', '.join(parts)}}}" if parts else ""


def _closed(text: str) -> str:
    """What an arrow gives back: an object's brace would be a block's."""
    return f"({text})" if text.startswith("{") else text
