"""The mutants of a page of the law: its source with one constant, comparison, connective or branch changed."""

import ast
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import cast

from abeyance.casefile.vocabulary import ENTITIES, Case, Recorded
from abeyance.logic.facts import ChoiceFact

_ENTITIES: tuple[type[Recorded], ...] = (*ENTITIES.values(), Case)
CODES: tuple[tuple[str, tuple[str, ...]], ...] = tuple(
    (fact.name, fact.codes) for entity in _ENTITIES for fact in entity.facts.values() if isinstance(fact, ChoiceFact)
)
COMPARISONS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.Gt),
    ast.LtE: (ast.Lt, ast.GtE),
    ast.Gt: (ast.GtE, ast.Lt),
    ast.GtE: (ast.Gt, ast.LtE),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
}


@dataclass(frozen=True)
class Mutant:
    """One change: its line (from 1), that line as it stands, what was done to it, and the tree of the changed page."""

    page: str
    line: int
    text: str
    change: str
    tree: ast.Module

    @property
    def key(self) -> str:
        """What names the mutant while lines move: the line as it stands, and the change."""
        return f"{self.text} :: {self.change}"


def mutants(path: Path) -> Iterator[Mutant]:
    """Every mutant of a page."""
    source = path.read_text("utf-8")
    lines = source.splitlines()
    tree = ast.parse(source)
    skipped = _skipped(tree)
    for index, node in enumerate(ast.walk(tree)):
        if id(node) in skipped:
            continue
        for change, replacement in _changes(node):
            changed = deepcopy(tree)
            target = next(n for i, n in enumerate(ast.walk(changed)) if i == index)
            new = cast(ast.Module, ast.fix_missing_locations(_Replace(target, replacement).visit(changed)))
            line = getattr(node, "lineno", 0)
            yield Mutant(path.stem, line, lines[line - 1].strip() if line else "", change, new)


def unchanged(path: Path) -> Mutant:
    """The page as it is, which no test may mind."""
    return Mutant(path.stem, 0, "", "nothing", ast.parse(path.read_text("utf-8")))


class _Replace(ast.NodeTransformer):
    def __init__(self, target: ast.AST, replacement: ast.AST) -> None:
        self.target, self.replacement = target, replacement

    def visit(self, node: ast.AST) -> ast.AST:
        if node is self.target:
            return ast.copy_location(deepcopy(self.replacement), node)
        return self.generic_visit(node)


def _skipped(tree: ast.Module) -> set[int]:
    """The nodes that no mutation touches: what only says things, and what stands inside a change made as a whole."""
    found: set[int] = set()

    def skip(node: ast.AST) -> None:
        found.update(id(n) for n in ast.walk(node))

    for node in ast.walk(tree):
        match node:
            case ast.Import() | ast.ImportFrom():
                skip(node)
            case ast.FunctionDef():
                for part in (*node.decorator_list, node.args, *filter(None, [node.returns])):
                    skip(part)
            case ast.ClassDef():
                for part in node.decorator_list:
                    skip(part)
            case ast.Expr(value=ast.Constant()):
                skip(node)
            case ast.AnnAssign():
                skip(node.annotation)
            case ast.Call(func=ast.Name(id="date"), args=args) if _day(node):
                for part in args:
                    skip(part)
            case ast.Call(func=ast.Name(id="Version"), args=args, keywords=keywords):
                for part in (*args[1:], *(k for k in keywords if k.arg in ("note", "confirmed"))):
                    skip(part)
            case ast.Call(func=ast.Name(id="unsettled"), args=args):
                for part in args:
                    if isinstance(part, (ast.Name, ast.Constant)):
                        skip(part)
            case ast.Call(func=ast.Name(id="undetermined"), args=args):
                for part in args:
                    skip(part)
            case ast.Subscript():
                skip(node.slice)
    return found


Change = tuple[str, ast.AST]


def _changes(node: ast.AST) -> Iterator[Change]:
    match node:
        case ast.Compare(left=left, ops=[op], comparators=[right]) if type(op) in COMPARISONS:
            for other in COMPARISONS[type(op)]:
                yield f"in {_short(node)}, {_sign(op)} becomes {_sign(other())}", ast.Compare(left, [other()], [right])
        case ast.BinOp(left=left, op=ast.BitAnd() | ast.BitOr(), right=right):
            swapped = ast.BitOr() if isinstance(node.op, ast.BitAnd) else ast.BitAnd()
            yield (
                "and becomes or" if isinstance(node.op, ast.BitAnd) else "or becomes and",
                ast.BinOp(left, swapped, right),
            )
            yield f"drops {_short(left)}", right
            yield f"drops {_short(right)}", left
        case ast.BinOp(left=left, op=ast.Add() | ast.Sub(), right=right):
            yield (
                "plus and minus change places",
                ast.BinOp(left, ast.Sub() if isinstance(node.op, ast.Add) else ast.Add(), right),
            )
        case ast.BoolOp(values=values):
            yield (
                "and and or change places",
                ast.BoolOp(ast.Or() if isinstance(node.op, ast.And) else ast.And(), values),
            )
        case ast.UnaryOp(op=ast.Invert() | ast.Not(), operand=operand):
            yield f"drops not, of {_short(operand)}", operand
        case ast.Constant(value=bool() as value):
            yield f"{value} becomes {not value}", ast.Constant(not value)
        case ast.Constant(value=int() as value):
            yield from ((f"{value} becomes {n}", ast.Constant(n)) for n in (value - 1, value + 1))
        case ast.Constant(value=str() as value):
            yield from _word(value)
        case ast.Name(id="YES" | "NO" as name):
            opposite = "NO" if name == "YES" else "YES"
            yield f"{name} becomes {opposite}", ast.Name(opposite, ast.Load())
        case ast.Name(id="UNCONFIRMED"):
            yield "UNCONFIRMED becomes thirty days", _call("days", ast.Constant(30))
        case ast.Tuple(elts=elts):
            yield from _fewer(elts, lambda rest: ast.Tuple(rest, ast.Load()))
        case ast.Call():
            yield from _calls(node)


def _calls(node: ast.Call) -> Iterator[Change]:
    args = node.args
    match node.func:
        case ast.Name(id="date") if day := _day(node):
            for step in (-1, 1):
                moved = day + timedelta(step)
                parts = [ast.Constant(n) for n in (moved.year, moved.month, moved.day)]
                yield f"{day} becomes {moved}", _call("date", *parts)
        case ast.Name(id="all_" | "any_" as name):
            yield (
                f"{name} becomes {'any_' if name == 'all_' else 'all_'}",
                _call("any_" if name == "all_" else "all_", *args),
            )
            yield from _fewer(args, lambda rest: _call(name, *rest))
        case ast.Name(id="not_"):
            yield f"drops not, of {_short(args[0])}", args[0]
        case ast.Name(id="unsettled"):
            yield from ((f"settled as {_short(reading)}", reading) for reading in args[1:])
        case ast.Name(id="undetermined"):
            yield from ((f"undetermined becomes {value}", ast.Name(value, ast.Load())) for value in ("YES", "NO"))
        case ast.Name(id="choose_if"):
            test, then, otherwise = args
            yield f"always {_short(then)}", then
            yield f"always {_short(otherwise)}", otherwise
            yield "branches swapped", _call("choose_if", test, otherwise, then)
        case ast.Name(id="later_of" | "earlier_of"):
            yield from ((f"only {_short(a)}", a) for a in args)
        case ast.Name(id="by_date"):
            for first, second in pairwise(args[1:]):
                rest = [a for a in args if a is not second]
                yield f"without {_short(second)}", _call("by_date", *rest)
                if len(args) == 3 and isinstance(first, ast.Tuple) and isinstance(second, ast.Tuple):
                    swapped = [
                        ast.Tuple([one.elts[0], other.elts[1]], ast.Load())
                        for one, other in ((first, second), (second, first))
                    ]
                    yield "versions swapped", _call("by_date", args[0], *swapped)
        case ast.Name(id="by_choice") if isinstance(args[1], ast.Dict):
            for key in args[1].keys:
                kept = [(k, v) for k, v in zip(args[1].keys, args[1].values, strict=True) if k is not key]
                branches = ast.Dict([k for k, _ in kept], [v for _, v in kept])
                yield f"without the branch {_short(key)}", _call("by_choice", args[0], branches, *args[2:])
        case ast.Name(id="first" | "last" as name):
            opposite = "first" if name == "last" else "last"
            yield f"{name} becomes {opposite}", ast.Call(ast.Name(opposite, ast.Load()), args, node.keywords)
        case ast.Attribute(attr="open_day", value=day_of):
            yield "not moved to an open day", day_of
        case ast.Attribute(attr="is_" | "is_in", value=ast.Attribute(attr=fact)):
            yield from _wider(node, fact)
            if len(args) > 1:
                yield from _fewer(args, lambda rest: ast.Call(node.func, rest, []))


def _day(node: ast.Call) -> date | None:
    """The day a call of ``date`` stands for, where it is written out."""
    parts = [a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, int)]
    return date(*parts) if len(parts) == len(node.args) == 3 else None


def _wider(node: ast.Call, fact: str) -> Iterator[Change]:
    """A choice that also takes the next word of its list."""
    words = [a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
    for name, codes in CODES:
        if words and len(words) == len(node.args) and name == fact and set(words) <= set(codes):
            at = codes.index(words[-1])
            word = next((w for w in (*codes[at + 1 :], *codes[:at]) if w not in words), "")
            if word and isinstance(node.func, ast.Attribute):
                func = ast.Attribute(node.func.value, "is_in", ast.Load())
                yield f"also {word}", ast.Call(func, [*node.args, ast.Constant(word)], [])
            return


def _word(word: str) -> Iterator[Change]:
    """A word of a closed list becomes the next one; a day moves by one."""
    try:
        day = date.fromisoformat(word)
    except ValueError:
        codes = next((codes for _, codes in CODES if word in codes), ())
        if len(codes) > 1:
            other = codes[(codes.index(word) + 1) % len(codes)]
            yield f"{word} becomes {other}", ast.Constant(other)
        return
    for step in (-1, 1):
        yield f"{day} becomes {day + timedelta(step)}", ast.Constant((day + timedelta(step)).isoformat())


def _fewer(parts: list[ast.expr], build: Callable[[list[ast.expr]], ast.AST]) -> Iterator[Change]:
    """One part less, where there are two or more."""
    if len(parts) > 1 and not any(isinstance(p, ast.Starred) for p in parts):
        for part in parts:
            yield f"drops {_short(part)}", build([p for p in parts if p is not part])


def _call(name: str, *args: ast.expr) -> ast.Call:
    return ast.Call(ast.Name(name, ast.Load()), list(args), [])


def _sign(op: ast.cmpop) -> str:
    return {ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Eq: "==", ast.NotEq: "!="}[type(op)]


def _short(node: ast.AST | None) -> str:
    text = " ".join(ast.unparse(node).split()) if node else ""
    return text if len(text) <= 60 else text[:57] + "..."
