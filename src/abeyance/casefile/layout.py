"""The canonical form of ``case.yaml``: two blanks a level, a claim a line, no quotes where none are needed, comments kept.

    sources:
      letter:
        kind: letter
        claims:
          - stay-2017 @¶5: {filing: stay request, decided: 2017-03-02}  # a comment stays with its line

Order is kept.  A comment inside a claim that ran over several lines comes to stand above it.  Single blank lines are kept;
one stands between sources.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

import yaml

from abeyance.casefile.claimlines import split
from abeyance.casefile.places import parse_place
from abeyance.casefile.yamlnodes import Loader, Node, spaced
from abeyance.problems import LINE_END, lines_of

_STEP = 2
# What may stand without quotes: no sign of YAML's at the start, no ": " or " #" inside; in brackets nothing that ends a value.
_PLAIN = re.compile(r"(?!-(?: |$)|[?:,\[\]{}#&*!|>'\"%@`]|---|\.\.\.)(?:[^:#]|:(?! |$)|(?<! )#)+")
_ENDS_IN_BRACKETS = re.compile(r"[,?\[\]{}]")


def canonical(root: Node, text: str) -> str:
    """The text of a case file in canonical form; ``root`` is what the text holds."""
    rows = list(_with_comments(list(_rows(root)), text))
    return "".join(("\n" if i and row.apart else "") + row.written + "\n" for i, row in enumerate(rows))


# --- values ---------------------------------------------------------------------------------------------------------


def scalar(text: str, *, in_brackets: bool = True) -> str:
    """A value as it is written, in quotes where YAML needs them; runs of blanks become one."""
    text = " ".join(text.split())
    nothing = text.lower() in ("~", "null")  # to other readers of YAML
    if _PLAIN.fullmatch(text) and not nothing and not (in_brackets and _ENDS_IN_BRACKETS.search(text)):
        return text
    return "'" + text.replace("'", "''") + "'"


def flow(node: Node, *, in_brackets: bool = False) -> str:
    """A node on one line."""
    if node.pairs is not None:
        return (
            "{" + ", ".join(f"{scalar(spaced(key.text))}: {flow(v, in_brackets=True)}" for key, v in node.pairs) + "}"
        )
    if node.items is not None:
        return "[" + ", ".join(flow(item, in_brackets=True) for item in node.items) + "]"
    return scalar(node.text or "", in_brackets=in_brackets)


def claim_key(key: Node) -> str:
    """The key of a claim line: subject, fact and place, each in one manner; as it is where it cannot be read."""
    line = split(key, key)
    place = parse_place(line.place) if line else None
    if line is None or (line.place and place is None):
        return key.text or ""
    return line.subject + (f".{line.fact}" if line.fact else "") + (f" @{place}" if place else "")


def claim(pair: tuple[Node, Node]) -> str:
    """A claim on one line."""
    return f"{scalar(claim_key(pair[0]), in_brackets=False)}: {flow(pair[1])}"


# --- rows -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Row:
    """A line to write, and the lines of the old text that it stands for; ``apart`` has a blank line before it."""

    indent: int
    text: str
    first: int = 0
    last: int = 0
    column: int = 1
    apart: bool = False
    trailing: str = ""

    @property
    def written(self) -> str:
        return " " * self.indent + self.text + (f"  {self.trailing}" if self.trailing else "")


def _rows(root: Node) -> Iterator[_Row]:
    for i, (key, value) in enumerate(root.pairs or ()):
        if spaced(key.text) == "sources" and (value.pairs or value.is_empty):
            yield replace(_heading(0, "sources", key), apart=i > 0)
            for j, (name, source) in enumerate(value.pairs or ()):
                yield from _source(name, source, j > 0)
        else:
            yield _single(0, spaced(key.text), key, value)


def _source(name: Node, source: Node, apart: bool) -> Iterator[_Row]:
    if not source.pairs:
        yield replace(_single(_STEP, name.text or "", name, source), apart=apart)
        return
    yield replace(_heading(_STEP, name.text or "", name), apart=apart)
    for key, value in source.pairs:
        word = spaced(key.text)
        if word != "claims" or not (value.items or value.is_empty):
            yield _single(2 * _STEP, word, key, value)
            continue
        yield _heading(2 * _STEP, word, key)
        for item in value.items or ():
            text = claim(item.pairs[0]) if item.pairs and len(item.pairs) == 1 else flow(item)
            yield _Row(3 * _STEP, f"- {text}", item.line, item.last_line, item.column)


def _heading(indent: int, word: str, key: Node) -> _Row:
    return _Row(indent, f"{scalar(word, in_brackets=False)}:", key.line, key.last_line, key.column)


def _single(indent: int, word: str, key: Node, value: Node) -> _Row:
    text = f"{scalar(word, in_brackets=False)}:" + ("" if value.is_empty else f" {flow(value)}")
    return _Row(indent, text, key.line, max(key.last_line, value.last_line), key.column)


# --- comments -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Comment:
    """A comment with its #, and where it begins."""

    line: int
    column: int
    text: str


def comments_of(text: str) -> Iterator[Comment]:
    """The comments of a text: whatever follows a # outside its values."""
    starts = [0, *(match.end() for match in LINE_END.finditer(text))]
    for first, last in _gaps(text):
        while (at := text.find("#", first, last)) >= 0:
            line = bisect_right(starts, at)
            end = LINE_END.search(text, at, last)
            first = end.start() if end else last
            yield Comment(line, at - starts[line - 1] + 1, text[at:first].rstrip())


def _gaps(text: str) -> Iterator[tuple[int, int]]:
    """Where a text holds no value."""
    start = 0
    for token in yaml.scan(text, Loader=Loader):
        if isinstance(token, yaml.ScalarToken):
            first, last = token.start_mark.index, token.end_mark.index
            yield start, first
            if text[first : first + 1] in ("|", ">"):  # the line that opens a block may end in a comment
                end = LINE_END.search(text, first, last)
                yield first, end.start() if end else last
            start = last
    yield start, len(text)


def _with_comments(rows: list[_Row], text: str) -> Iterator[_Row]:
    """The rows with the comments of the old text beside and above them, and its blank lines."""
    lines = lines_of(text)

    def is_apart(line: int) -> bool:
        return 1 < line <= len(lines) and not lines[line - 2].strip()

    above: dict[int, list[_Row]] = {}
    beside: dict[int, str] = {}
    for comment in comments_of(text):
        at, is_beside = _home(rows, comment)
        if is_beside:
            beside[at] = comment.text
        else:
            row = _Row(_indent(rows, at, comment), comment.text, comment.line, apart=is_apart(comment.line))
            above.setdefault(at, []).append(row)
    for i, row in enumerate(rows):
        group, apart = above.get(i, []), is_apart(row.first)
        lead = _lead(group, row, apart)
        for k, comment_row in enumerate(group):
            inside = comment_row.first >= row.first
            yield replace(comment_row, apart=(k == lead and (row.apart or apart)) or (comment_row.apart and not inside))
        yield replace(row, apart=lead == len(group) and (row.apart or apart), trailing=beside.get(i, ""))
    yield from above.get(len(rows), [])


def _lead(group: list[_Row], row: _Row, apart: bool) -> int:
    """Which of the comments above a row takes the blank line before it; the row itself where that is their number.

    Comments from inside the row do, and those that stand right above it.
    """
    inside = next((k for k, comment in enumerate(group) if comment.first >= row.first), len(group))
    if inside < len(group) or apart:
        return inside
    lead = len(group)
    while lead and group[lead - 1].indent == row.indent and (lead == len(group) or not group[lead].apart):
        lead -= 1
    return lead


def _home(rows: list[_Row], comment: Comment) -> tuple[int, bool]:
    """The row a comment belongs to, and whether it stands beside it; else it stands above."""
    below = bisect_right(rows, comment.line, key=lambda row: row.first)
    if below and rows[below - 1].last >= comment.line:
        return below - 1, rows[below - 1].last == comment.line
    return below, False


def _indent(rows: list[_Row], at: int, comment: Comment) -> int:
    above, below = (rows[at - 1] if at else None), (rows[at] if at < len(rows) else None)
    if below is None:
        return 0 if above is None or comment.column == 1 else above.indent
    is_inside = comment.line >= below.first
    if above is None or is_inside or below.indent >= above.indent or comment.column <= below.column:
        return below.indent
    return above.indent
