"""YAML as nodes with their places, and nothing else of YAML: no aliases, no tags, no implicit types, no repeated keys.

Guards stand before parsing: size, encoding, depth and number of nodes are bounded, so that no file costs more than a moment.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from abeyance.problems import Problem

MOST_BYTES = 4_000_000
MOST_DEPTH = 12
MOST_NODES = 200_000

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Node:
    """A scalar (``text``), a list (``items``) or a map (``pairs``), and where it begins (line and column from 1)."""

    line: int
    column: int
    text: str | None = None
    items: tuple["Node", ...] | None = None
    pairs: tuple[tuple["Node", "Node"], ...] | None = None

    @property
    def shape(self) -> str:
        """What it is, in words."""
        return "a value" if self.text is not None else "a list" if self.items is not None else "a map"

    def get(self, key: str) -> "Node | None":
        """The value under a key of a map."""
        return next((v for k, v in self.pairs or () if k.text == key), None)


def load(path: Path, shown: str) -> tuple[Node | None, str, list[Problem]]:
    """The document in a file, its text, and everything that keeps it from being read.  ``shown`` names the file to people."""

    def fail(message: str, hint: str, line: int = 0, column: int = 0) -> tuple[None, str, list[Problem]]:
        return None, "", [Problem(shown, line, column, "E001", message, hint)]

    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            return fail(
                f"the file has {size:,} bytes", f"a case file has at most {MOST_BYTES:,}; keep documents in documents/"
            )
        raw = path.read_bytes()
    except OSError as error:
        return fail(f"the file cannot be opened: {error.strerror}", "check its name and that you may read it")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        return fail("the text is not UTF-8", "save it as UTF-8", line, 1)
    if "\0" in text:
        return fail(
            "the file holds a NUL character", "save it as plain UTF-8 text", text[: text.index("\0")].count("\n") + 1, 1
        )
    try:
        problems = list(_guard(text, shown))
        if problems:
            return None, text, problems
        root = yaml.compose(text, Loader=Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        return (
            None,
            text,
            [
                Problem(
                    shown,
                    *place,
                    "E002",
                    f"this is not YAML: {error.problem}",
                    "check the indentation, quotes and colons here",
                )
            ],
        )
    except yaml.YAMLError as error:
        return (
            None,
            text,
            [
                Problem(
                    shown,
                    0,
                    0,
                    "E002",
                    f"this is not YAML: {str(error).splitlines()[0]}",
                    "look for unusual characters",
                )
            ],
        )
    if root is None:
        return None, text, [Problem(shown, 1, 1, "E003", "the file is empty", "start one with: abeyance new DIR")]
    found: list[Problem] = []
    return _node(root, shown, found), text, found


def _guard(text: str, shown: str) -> Iterator[Problem]:
    depth = started = 0
    for nodes, event in enumerate(yaml.parse(text, Loader=Loader)):
        mark = event.start_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            yield Problem(
                shown,
                line,
                column,
                "E004",
                "anchors and aliases (& and *) are not used in case files",
                "write the value out; quote a text that begins with & or *",
            )
            return
        if tag := getattr(event, "tag", None):
            yield Problem(
                shown,
                line,
                column,
                "E005",
                f"the tag {tag} is not used in case files",
                "leave it out; quote a text that begins with !",
            )
            return
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        elif isinstance(event, yaml.DocumentStartEvent):
            started += 1
        if started > 1:
            yield Problem(
                shown,
                line,
                column,
                "E006",
                "a second document begins here",
                "keep one case to a file; take out the --- line",
            )
            return
        if depth > MOST_DEPTH or nodes > MOST_NODES:
            what = (
                f"values stand more than {MOST_DEPTH} deep"
                if depth > MOST_DEPTH
                else f"there are more than {MOST_NODES:,} values"
            )
            yield Problem(
                shown, line, column, "E007", what, "a case file is flat: sources, their claims, one line each"
            )
            return


def _node(node: yaml.Node, shown: str, problems: list[Problem]) -> Node:
    line, column = node.start_mark.line + 1, node.start_mark.column + 1
    if isinstance(node, yaml.ScalarNode):
        return Node(line, column, text=node.value)
    if isinstance(node, yaml.SequenceNode):
        return Node(line, column, items=tuple(_node(n, shown, problems) for n in node.value))
    pairs: list[tuple[Node, Node]] = []
    seen: dict[str, int] = {}
    for key_node, value_node in node.value:
        key, value = _node(key_node, shown, problems), _node(value_node, shown, problems)
        if key.text is None:
            problems.append(Problem(shown, key.line, key.column, "E008", "a key must be a word", "write word: value"))
            continue
        if key.text in seen:
            problems.append(
                Problem(
                    shown,
                    key.line,
                    key.column,
                    "E009",
                    f"{key.text!r} stands here a second time",
                    "keep one of the two",
                    f"line {seen[key.text]}",
                )
            )
            continue
        seen[key.text] = key.line
        pairs.append((key, value))
    return Node(line, column, pairs=tuple(pairs))
