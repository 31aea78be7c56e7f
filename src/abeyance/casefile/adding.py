"""Lines put into a person's file: a source, or claims under one; every other byte of the text stays as it is.

Only where the place is written in brackets, so that no line can be put there, the file is first brought into canonical form.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from abeyance.casefile.claimlines import split
from abeyance.casefile.layout import canonical, claim, comments_of, scalar
from abeyance.casefile.record import LISTS
from abeyance.casefile.statements import LIST_WORDS
from abeyance.casefile.yamlnodes import Node, parse, spaced
from abeyance.problems import LINE_END, Problem, Unusable

_STEP = 2


def with_source(text: str, name: str, fields: Mapping[str, str]) -> str:
    """The text of a readable file with one more source, last; empty fields are left out."""
    text, way = _ready(text)
    key, sources = way[0]
    indent = sources.pairs[0][0].column - 1 if sources.pairs else _STEP
    lines = [""] if sources.pairs else []
    lines.append(f"{' ' * indent}{name}:")
    lines += [f"{' ' * (indent + _STEP)}{k}: {scalar(v, in_brackets=False)}" for k, v in fields.items() if v]
    return _after(text, sources.last_line if sources.pairs else key.last_line, lines)


def with_claims(text: str, name: str, claims: Sequence[str]) -> str:
    """The text of a readable file with claims, each a line without its dash, after those of a source that is there."""
    text, way = _ready(text, name)
    _, source = way[1]
    indent = (source.pairs or ())[0][0].column - 1
    if len(way) < 3:
        line, first = source.last_line, [f"{' ' * indent}claims:"]
        indent += _STEP
    elif way[2][1].items:
        line, indent, first = way[2][1].last_line, way[2][1].column - 1, []
    else:
        line, indent, first = way[2][0].last_line, indent + _STEP, []
    return _after(text, line, [*first, *(f"{' ' * indent}- {claim}" for claim in claims)])


def claim_line(written: str, recorded: date | None) -> str:
    """A claim as a person types it, in canonical form, with the day it is recorded (None: as its source was).

    Raises Unusable if it is not one claim.
    """
    text = "- " + " ".join(written.split())
    root, problems = parse(text, "the claim")
    if problems:
        raise Unusable(replace(problem, column=max(problem.column - 2, 1)) for problem in problems)
    for comment in comments_of(text):
        what, hint = f"{comment.text[:60]!r} is a comment, and would be lost", "put quotes around a text that holds #"
        raise Unusable([Problem("the claim", 1, comment.column - 2, "E113", what, hint)])
    item = root.items[0] if root is not None and root.items and len(root.items) == 1 else None
    if item is None or item.pairs is None or len(item.pairs) != 1:
        what, hint = "a claim is one line: subject.fact: value", "write 'mateo.nationality @¶1: Guatemala'"
        raise Unusable([Problem("the claim", 1, 1, "E113", what, hint)])
    key, value = item.pairs[0]
    return claim((key, value if recorded is None else _recorded(key, value, recorded)))


def _recorded(key: Node, value: Node, day: date) -> Node:
    """The value of a line with the day it is recorded, which makes a map of a single value."""
    line = split(key, value)
    pairs = list(value.pairs or ())
    if any(spaced(k.text) == "recorded" for k, _ in pairs) or line is None or value.items is not None:
        return value
    if value.pairs is None and line.subject in LISTS and line.fact in LIST_WORDS:
        pairs = [(Node(0, 0, text="number"), value)] if line.fact == "count" else []
    elif value.pairs is None:
        pairs = [(Node(0, 0, text="value"), value)]
    return Node(
        value.line, value.column, pairs=(*pairs, (Node(0, 0, text="recorded"), Node(0, 0, text=day.isoformat())))
    )


def _ready(text: str, name: str = "") -> tuple[str, list[tuple[Node, Node]]]:
    """A text that takes lines under its sources, or under one; and the way there: sources, the source, its claims if any."""
    root, way = _way(text, name)
    if any(node.flow for node in (root, *(node for _, node in way))):
        text = canonical(root, text)
        root, way = _way(text, name)
    return text, way


def _way(text: str, name: str) -> tuple[Node, list[tuple[Node, Node]]]:
    root, problems = parse(text, "")
    if root is None:
        raise Unusable(problems)
    way: list[tuple[Node, Node]] = []
    node = root
    for i, word in enumerate(("sources", name, "claims") if name else ("sources",)):
        step = next(
            (pair for pair in node.pairs or () if word == (pair[0].text if i == 1 else spaced(pair[0].text))), None
        )
        if step is None:
            break
        way.append(step)
        node = step[1]
    return root, way


def _after(text: str, line: int, new: Sequence[str]) -> str:
    """A text with lines put in after one of its lines, ended as the others are."""
    ends = list(LINE_END.finditer(text))
    end = ends[0][0] if ends else "\n"
    if line > len(ends):  # the last line is not ended
        text, at = text + end, len(text) + len(end)
    else:
        at = ends[line - 1].end()
    return text[:at] + "".join(f"{written}{end}" for written in new) + text[at:]
