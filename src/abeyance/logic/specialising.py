"""The law as known on a day: versions not yet known, or known to be void, leave the expression."""

from functools import lru_cache
from itertools import zip_longest
from typing import Any, cast

from abeyance.logic.expressions import Bool, Choice, Day, Expr, Periods, Version, Versions, all_, any_, not_, walk
from abeyance.logic.values import ordinal


def specialise(root: Expr, known: int | None) -> Expr:
    """``root`` with only the versions that somebody would apply who knows the law up to ``known`` (an ordinal; None: all)."""
    done = _specialised(known)
    for node in walk(root, done):
        done[node.id] = _rebuild(node, tuple(done[a.id] for a in node.args), known)
    return done[root.id]


@lru_cache(maxsize=64)
def _specialised(known: int | None) -> dict[int, Expr]:
    """What was specialised already to one day, by the node it was made of: rules share most of their parts."""
    return {}


def is_seen(version: Version, known: int | None) -> bool:
    """Whether a version is applied by somebody who knows the law up to ``known`` (an ordinal; None: all of it)."""
    if known is None:
        return version.undone is None
    since = version.known or version.start
    return (since is None or ordinal(since) <= known) and (version.undone is None or ordinal(version.undone) > known)


def _governing(versions: Versions, known: int | None) -> list[int]:
    """The versions that are seen; of two that begin on one day the one written later."""
    seen = [i for i, version in enumerate(versions) if is_seen(version, known)]
    return [
        i for i, after in zip_longest(seen, seen[1:]) if after is None or versions[after].start != versions[i].start
    ]


def _rebuild(node: Expr, args: tuple[Expr, ...], known: int | None) -> Expr:
    if node.op == "and":
        return all_(*cast(tuple[Bool, ...], args))
    if node.op == "or":
        return any_(*cast(tuple[Bool, ...], args))
    if node.op == "not":
        return not_(cast(Bool, args[0]))
    if node.op == "add_version":
        versions, periods = node.param
        kept = _governing(versions, known)
        chosen = Periods(cast(Day, args[1]), tuple(versions[i] for i in kept), tuple(periods[i] for i in kept))
        return cast(Day, args[0]) + chosen
    param: Any = node.param[0] if isinstance(node, Choice) else node.param
    if node.op == "choose" and param[0] == "date":
        kept = _governing(param[1], known)
        args = (args[0], *[args[1 + i] for i in kept])
        param = ("date", tuple(param[1][i] for i in kept))
    elif all(a is b for a, b in zip(args, node.args, strict=True)):
        return node
    if isinstance(node, Choice):
        return Choice.make(node.codes, node.op, args, param)
    return type(node)(node.op, args, param)
