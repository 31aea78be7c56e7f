"""YAML as nodes with their places, and nothing else of YAML: no aliases, no tags, no implicit types, no repeated keys.

Guards stand before parsing: kind of file, size, encoding, depth, number and length of values are bounded, so that no file
costs more than a moment.
"""

import stat
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from abeyance.problems import Problem, lines_of

MOST_BYTES = 4_000_000
MOST_DEPTH = 12
MOST_NODES = 200_000
MOST_CHARACTERS = 5_000  # in one value
MOST_IN_A_KEY = 200

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_JOINERS = "\u200c\u200d"  # cannot be seen, and belong to the spelling of many names


@dataclass(frozen=True)
class Node:
    """A scalar (``text``), a list (``items``) or a map (``pairs``), and where it begins (line and column from 1).

    ``last_line`` is the line on which its text ends.  ``flow`` says that it is written in brackets.
    """

    line: int
    column: int
    text: str | None = None
    items: tuple["Node", ...] | None = None
    pairs: tuple[tuple["Node", "Node"], ...] | None = None
    last_line: int = 0
    flow: bool = False

    @property
    def shape(self) -> str:
        """What it is, in words."""
        return "a value" if self.text is not None else "a list" if self.items is not None else "a map"

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written here, as after ``claims:`` with nothing under it."""
        return not self.text and not self.items and not self.pairs

    def get(self, key: str) -> "Node | None":
        """The value under a key of a map; spaces and underscores in keys are one."""
        return next((v for k, v in self.pairs or () if spaced(k.text) == key), None)


def spaced(word: str | None) -> str:
    """A key with single spaces for underscores and runs of spaces."""
    return " ".join((word or "").replace("_", " ").split())


def load(path: Path, shown: str) -> tuple[Node | None, str, list[Problem]]:
    """The document in a file, its text, and everything that keeps it from being read.  ``shown`` names the file to people."""
    raw, problem = read_bytes(path, shown)
    if problem:
        return None, "", [problem]
    text, problem = decode(raw, shown)
    if problem:
        return None, text, [problem]
    root, problems = parse(text, shown)
    return root, text, problems


def read_bytes(path: Path, shown: str, most: int = MOST_BYTES) -> tuple[bytes, Problem | None]:
    """The bytes of an ordinary file that is not too large, or what keeps them from being read."""
    try:
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode):
            what = "a folder" if stat.S_ISDIR(mode) else "no ordinary file"
            return b"", Problem(shown, 0, 0, "E001", f"this is {what}", "name the folder of the case, or its case.yaml")
        with path.open("rb") as file:
            raw = file.read(most + 1)
    except (FileNotFoundError, NotADirectoryError):
        hint = f"check the name; a case is begun with: abeyance new {Path(shown).parent if path.suffix else shown}"
        return b"", Problem(shown, 0, 0, "E001", "there is no such file or folder", hint)
    except OSError as error:
        why = error.strerror or str(error)
        return b"", Problem(shown, 0, 0, "E001", f"the file cannot be opened: {why}", "check its name and your rights")
    except ValueError:  # a NUL in the name
        return b"", Problem(shown, 0, 0, "E001", "the file cannot be opened: no such name", "check its name")
    if len(raw) > most:
        hint = "keep documents in documents/, and one case to a file"
        return b"", Problem(shown, 0, 0, "E010", f"the file has more than {most:,} bytes", hint)
    return raw, None


def decode(raw: bytes, shown: str) -> tuple[str, Problem | None]:
    """The text of a file, which must be UTF-8 (with or without a mark at its start) and hold no NUL."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        hint = "save it as UTF-8 (in most editors: Save as, Encoding)"
        return "", Problem(shown, line, 1, "E011", f"the text is not UTF-8: byte {raw[error.start]:#04x}", hint)
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        hint = "save it as plain text in UTF-8; it may be UTF-16 now"
        return text, Problem(shown, line, 1, "E012", "the text holds a character that cannot be seen: U+0000", hint)
    return text, None


def parse(text: str, shown: str) -> tuple[Node | None, list[Problem]]:
    """The document that a text holds, and everything that keeps it from being read."""
    try:
        problems = list(_guard(text, shown))
        if problems:
            return None, problems
        root = yaml.compose(text, Loader=Loader)
    except yaml.YAMLError as error:
        return None, [_not_yaml(error, text, shown)]
    if root is None:
        return None, [Problem(shown, 1, 1, "E003", "the file is empty", "start one with: abeyance new DIR")]
    found: list[Problem] = []
    return _node(root, shown, found), found


def _not_yaml(error: yaml.YAMLError, text: str, shown: str) -> Problem:
    if isinstance(error, yaml.reader.ReaderError):
        line = text[: error.position].count("\n") + 1
        return _unseen(shown, line, 1, chr(error.character))
    mark = getattr(error, "problem_mark", None)
    line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
    lines = lines_of(text)
    here = lines[line - 1] if 0 < line <= len(lines) else ""
    if "\t" in here[: len(here) - len(here.lstrip())]:
        return Problem(shown, line, 1, "E015", "a tab stands at the start of this line", "indent with spaces")
    what = str(getattr(error, "problem", None) or error).splitlines()[0]
    if "nesting depth" in what:
        return _too_deep(shown, line, column)
    begun = getattr(error, "context_mark", None)
    also = f"line {begun.line + 1}, where it begins" if begun and begun.line + 1 < line else ""
    hint = "check indentation, brackets, quotes and colons, here and in the line before; quote a text that holds ': ' or begins with @"
    return Problem(shown, line, column, "E002", f"this is not YAML: {what}", hint, also)


def _too_deep(shown: str, line: int, column: int) -> Problem:
    hint = "a case file is flat: sources, their claims, one line each"
    return Problem(shown, line, column, "E007", f"values stand more than {MOST_DEPTH} deep", hint)


def _unseen(shown: str, line: int, column: int, character: str) -> Problem:
    what = f"the text holds a character that cannot be seen: U+{ord(character):04X}"
    return Problem(shown, line, column, "E012", what, "take it out, or type the text again")


def _guard(text: str, shown: str) -> Iterator[Problem]:
    depth = started = 0
    for nodes, event in enumerate(yaml.parse(text, Loader=Loader)):
        mark = event.start_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            what = "anchors and aliases (& and *) are not used in case files"
            yield Problem(
                shown, line, column, "E004", what, "write the value out; quote a text that begins with & or *"
            )
            return
        if tag := getattr(event, "tag", None):
            what = f"the tag {tag[:60]} is not used in case files"
            yield Problem(shown, line, column, "E005", what, "leave it out; quote a text that begins with !")
            return
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        elif isinstance(event, yaml.DocumentStartEvent):
            started += 1
        if started > 1:
            hint = "keep one case to a file; take out the --- line"
            yield Problem(shown, line, column, "E006", "a second document begins here", hint)
            return
        if depth > MOST_DEPTH:
            yield _too_deep(shown, line, column)
            return
        if nodes > MOST_NODES:
            hint = "keep one case to a file"
            yield Problem(shown, line, column, "E013", f"there are more than {MOST_NODES:,} values", hint)
            return


def _node(node: yaml.Node, shown: str, problems: list[Problem], most: int = MOST_CHARACTERS) -> Node:
    line, column = node.start_mark.line + 1, node.start_mark.column + 1
    end = node.end_mark
    last_line = end.line + 1 if end.column or end.line < line else end.line
    if isinstance(node, yaml.ScalarNode):
        problems += _unfit(node.value, most, shown, line, column)
        return Node(line, column, text=node.value, last_line=last_line)
    assert isinstance(node, yaml.CollectionNode)
    flow = bool(node.flow_style)
    if isinstance(node, yaml.SequenceNode):
        items = tuple(_node(n, shown, problems) for n in node.value)
        return Node(line, column, items=items, last_line=last_line if flow else _end(items, line), flow=flow)
    pairs: list[tuple[Node, Node]] = []
    inner: list[Node] = []
    seen: dict[str, int] = {}
    for key_node, value_node in node.value:
        key, value = _node(key_node, shown, problems, MOST_IN_A_KEY), _node(value_node, shown, problems)
        inner += (key, value)
        if key.text is None:
            problems.append(Problem(shown, key.line, key.column, "E008", "a key must be a word", "write word: value"))
        elif (word := spaced(key.text)) in seen:
            what, also = f"{key.text[:60]!r} stands here a second time", f"line {seen[word]}"
            problems.append(Problem(shown, key.line, key.column, "E009", what, "keep one of the two", also))
        else:
            seen[word] = key.line
            pairs.append((key, value))
    return Node(line, column, pairs=tuple(pairs), last_line=last_line if flow else _end(inner, line), flow=flow)


def _end(nodes: Sequence[Node], line: int) -> int:
    return max((node.last_line for node in nodes), default=line)


def _unfit(text: str, most: int, shown: str, line: int, column: int) -> Iterator[Problem]:
    """What keeps a value from being used whatever it says: its length, or a character that nobody can see."""
    if len(text) > most:
        hint = f"write at most {most:,} here, and keep long texts in documents/"
        yield Problem(shown, line, column, "E014", f"this text has {len(text):,} characters", hint)
    elif not text.isprintable() and (unseen := next((c for c in text if _is_unseen(c)), None)):
        yield _unseen(shown, line, column, unseen)


def _is_unseen(character: str) -> bool:
    if character.isprintable() or character.isspace() or character in _JOINERS:
        return False
    return unicodedata.category(character) in ("Cc", "Cf", "Cs") or ord(character) & 0xFFFE == 0xFFFE
