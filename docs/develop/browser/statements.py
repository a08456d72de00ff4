"""Functions and classes of Python -> those of JavaScript."""

import ast
from collections.abc import Iterable, Iterator

from expressions import Expressions, local

Function = ast.FunctionDef


class Statements:
    """Writes the bodies of functions."""

    def __init__(self, expressions: Expressions) -> None:
        self.say = expressions

    def function(self, node: Function, name: str) -> str:
        return f"{_star(node)} {local(name)}{self._rest(node, node.args.args, '')}".strip()

    def method(self, node: Function) -> str:
        """A function of an object's: `self` is what it is called on."""
        own, *others = node.args.args
        name = f"get {node.name}" if _has(node, "property") else f"{_star(node)[8:]}{node.name}"
        return f"{name}{self._rest(node, others, f'const {own.arg} = this; ')}"

    def _rest(self, node: Function, given: list[ast.arg], before: str) -> str:
        names = assigned(node) - {one.arg for one in [*node.args.args, *node.args.kwonlyargs]}
        names -= {one.arg for one in (node.args.vararg, node.args.kwarg) if one}
        lets = f"let {', '.join(sorted(map(local, names)))}; " if names else ""
        return f"({self._parameters(node, given)}) {{ {before}{lets}{self.block(node.body)} }}"

    def _parameters(self, node: Function, given: list[ast.arg]) -> str:
        defaults = [None] * (len(given) - len(node.args.defaults)) + list(node.args.defaults)
        parts = [
            local(one.arg) + (f" = {self.say.of(default)}" if default else "")
            for one, default in zip(given, defaults[-len(given) :] if given else [], strict=True)
        ]
        parts += [
            local(one.arg) + (f" = {self.say.of(default)}" if default else "")
            for one, default in zip(node.args.kwonlyargs, node.args.kw_defaults, strict=True)
        ]
        if node.args.vararg:
            parts.append(f"...{local(node.args.vararg.arg)}")
        if node.args.kwarg:
            parts.append(f"{local(node.args.kwarg.arg)} = py.dictOf()")
        return ", ".join(parts)

    def block(self, nodes: Iterable[ast.stmt]) -> str:
        return " ".join(filter(None, map(self.of, nodes)))

    def of(self, node: ast.stmt) -> str:
        write = getattr(self, f"_{type(node).__name__.lower()}", None)
        if write is None:
            raise NotImplementedError(f"{ast.unparse(node)} ({type(node).__name__})")
        return str(write(node))

    def _expr(self, node: ast.Expr) -> str:
        if isinstance(node.value, ast.Constant) or _is_super(node.value):
            return ""
        if isinstance(node.value, ast.Yield):
            return f"yield {self.say.of(node.value.value)};" if node.value.value else "yield;"
        if isinstance(node.value, ast.YieldFrom):
            return f"yield* py.each({self.say.of(node.value.value)});"
        return f"{self.say.of(node.value)};"

    def _return(self, node: ast.Return) -> str:
        return f"return {self.say.of(node.value)};" if node.value else "return null;"

    def _assert(self, node: ast.Assert) -> str:
        return ""

    def _pass(self, node: ast.Pass) -> str:
        return ""

    def _break(self, node: ast.Break) -> str:
        return "break;"

    def _continue(self, node: ast.Continue) -> str:
        return "continue;"

    def _import(self, node: ast.Import) -> str:
        return ""

    def _raise(self, node: ast.Raise) -> str:
        return f"throw {self.say.of(node.exc)};" if node.exc else "throw thrown;"

    def _assign(self, node: ast.Assign) -> str:
        value = self.say.of(node.value)
        if len(node.targets) == 1:
            return self._put(node.targets[0], value)
        first, *others = node.targets
        return " ".join(
            [self._put(first, value), *(self._put(o, self.say.of(first)) for o in others)]
        )

    def _annassign(self, node: ast.AnnAssign) -> str:
        return self._put(node.target, self.say.of(node.value)) if node.value else ""

    def _augassign(self, node: ast.AugAssign) -> str:
        names = {"Add": "grow", "BitOr": "join", "Sub": "sub"}
        name = names[type(node.op).__name__]
        target = self.say.of(node.target)
        return self._put(node.target, f"py.{name}({target}, {self.say.of(node.value)})")

    def _put(self, target: ast.expr, value: str) -> str:
        if isinstance(target, ast.Subscript):
            return f"py.put({self.say.of(target.value)}, {self.say.of(target.slice)}, {value});"
        if isinstance(target, ast.Tuple):
            return f"{self.say.target(target)} = py.each({value});"
        return f"{self.say.target(target)} = {value};"

    def _delete(self, node: ast.Delete) -> str:
        (target,) = node.targets
        assert isinstance(target, ast.Subscript)
        return f"py.drop({self.say.of(target.value)}, {self.say.of(target.slice)});"

    def _if(self, node: ast.If) -> str:
        text = f"if ({self.say.condition(node.test)}) {{ {self.block(node.body)} }}"
        return f"{text} else {{ {self.block(node.orelse)} }}" if node.orelse else text

    def _for(self, node: ast.For) -> str:
        over = f"py.each({self.say.of(node.iter)})"
        return f"for ({self.say.target(node.target)} of {over}) {{ {self.block(node.body)} }}"

    def _while(self, node: ast.While) -> str:
        return f"while ({self.say.condition(node.test)}) {{ {self.block(node.body)} }}"

    def _try(self, node: ast.Try) -> str:
        (handler,) = node.handlers
        assert handler.type is not None
        known = self.say.of(handler.type)
        named = f"const {local(handler.name)} = thrown; " if handler.name else ""
        other = f"if (!py.isinstance(thrown, {known})) throw thrown; {named}"
        handled = f"{other}{self.block(handler.body)}"
        return f"try {{ {self.block(node.body)} }} catch (thrown) {{ {handled} }}"


def _star(node: Function) -> str:
    """`function`, with a star where it gives values one by one."""
    inner = (one for one in _own(node) if isinstance(one, ast.Yield | ast.YieldFrom))
    return "function*" if next(inner, None) else "function"


def _has(node: Function, decorator: str) -> bool:
    return any(isinstance(own, ast.Name) and own.id == decorator for own in node.decorator_list)


def _own(node: ast.AST) -> Iterator[ast.AST]:
    """What is inside, but not inside comprehensions and functions of its own."""
    for child in ast.iter_child_nodes(node):
        yield child
        if not isinstance(child, ast.FunctionDef | ast.Lambda):
            yield from _own(child)


def assigned(node: ast.AST) -> set[str]:
    """The locals that are given a value, without those of comprehensions."""
    comprehended = {
        id(name)
        for part in ast.walk(node)
        if isinstance(part, ast.comprehension)
        for name in ast.walk(part.target)
    }
    return {
        part.id
        for part in ast.walk(node)
        if isinstance(part, ast.Name)
        and isinstance(part.ctx, ast.Store)
        and id(part) not in comprehended
    }


def _is_super(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and ast.unparse(node.func).startswith("super().")
