"""The law as known on a day: versions not yet known, or known to be void, leave the expression."""

from typing import Any, cast

from abeyance.logic.expressions import Bool, Choice, Day, Expr, Periods, Version, all_, any_, not_, walk
from abeyance.logic.values import ordinal


def specialise(root: Expr, known: int | None) -> Expr:
    """``root`` with only the versions that somebody would apply who knows the law up to ``known`` (an ordinal; None: all)."""
    done: dict[int, Expr] = {}
    for node in walk(root):
        done[node.id] = _rebuild(node, tuple(done[a.id] for a in node.args), known)
    return done[root.id]


def is_seen(version: Version, known: int | None) -> bool:
    """Whether a version is applied by somebody who knows the law up to ``known`` (an ordinal; None: all of it)."""
    if known is None:
        return version.undone is None
    since = version.known or version.start
    return (since is None or ordinal(since) <= known) and (version.undone is None or ordinal(version.undone) > known)


def _rebuild(node: Expr, args: tuple[Expr, ...], known: int | None) -> Expr:
    if node.op == "and":
        return all_(*cast(tuple[Bool, ...], args))
    if node.op == "or":
        return any_(*cast(tuple[Bool, ...], args))
    if node.op == "not":
        return not_(cast(Bool, args[0]))
    if node.op == "add_version":
        versions, periods = node.param
        kept = [i for i, v in enumerate(versions) if is_seen(v, known)]
        chosen = Periods(cast(Day, args[1]), tuple(versions[i] for i in kept), tuple(periods[i] for i in kept))
        return cast(Day, args[0]) + chosen
    param: Any = node.param[0] if isinstance(node, Choice) else node.param
    if node.op == "choose" and param[0] == "date":
        kept = [i for i, v in enumerate(param[1]) if is_seen(v, known)]
        args = (args[0], *[args[1 + i] for i in kept])
        param = ("date", tuple(param[1][i] for i in kept))
    elif all(a is b for a, b in zip(args, node.args, strict=True)):
        return node
    if isinstance(node, Choice):
        return Choice.make(node.codes, node.op, args, param)
    return type(node)(node.op, args, param)
