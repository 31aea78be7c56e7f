"""YAML as nodes with their places, and nothing else of YAML: no aliases, no tags, no implicit types, no repeated keys.

Guards stand before parsing: kind of file, size, encoding, depth, number and length of values are bounded, so that no file
costs more than a moment.
"""

import re
import stat
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, Protocol

import yaml

from abeyance.problems import Problem, lines_of

MOST_BYTES = 4_000_000
MOST_DEPTH = 12
SOURCES = 2  # the depth of the map of sources
MOST_NODES = 120_000
MOST_LINES = 100_000
MOST_PROBLEMS = 1_000
MOST_CHARACTERS = 5_000  # in one value
MOST_IN_A_KEY = 200

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

TOO_MANY = ("E136", f"there are {MOST_PROBLEMS:,} problems and perhaps more", "mend these first")
_TOO_DEEP = (
    "E007",
    f"values stand more than {MOST_DEPTH} deep",
    "a case file is flat: sources, their claims, one line each",
)
_SPLIT = "keep documents in documents/, and one case to a file"
_CURLY = re.compile("^[\u201c\u201d\u201e]|[\u201c\u201d]$|^[\u2018\u2019\u201a].*[\u2018\u2019]$", re.DOTALL)
_JOINERS = "\u200c\u200d"  # cannot be seen, and belong to the spelling of many names


class Node(NamedTuple):
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
        """The value under a key of a map; spaces and underscores in keys are one, and so are capitals and small letters."""
        return next((v for k, v in self.pairs or () if spaced(k.text) == key), None)


def spaced(word: str | None) -> str:
    """A key in small letters with single spaces for underscores and runs of spaces."""
    return " ".join((word or "").casefold().replace("_", " ").split())


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
        return b"", Problem(shown, 0, 0, "E010", f"the file has more than {most:,} bytes", _SPLIT)
    return raw, None


def decode(raw: bytes, shown: str) -> tuple[str, Problem | None]:
    """The text of a file, which must be UTF-8 (with or without a mark at its start), of not too many lines, without a NUL."""
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
    if max(text.count("\n"), text.count("\r")) > MOST_LINES:
        return "", Problem(shown, 0, 0, "E010", f"the file has more than {MOST_LINES:,} lines", _SPLIT)
    return text, None


def parse(text: str, shown: str) -> tuple[Node | None, list[Problem]]:
    """The document that a text holds, and everything that keeps it from being read."""
    composer = _Composer(text, shown)
    try:
        return composer.document(), composer.problems
    except _Refused as refused:
        return None, [*composer.problems, Problem(shown, *refused.args)]
    except UnicodeEncodeError:  # only of what was typed on a command line; a file is decoded
        return None, [Problem(shown, 0, 0, "E011", "the text is not UTF-8", "type it in the terminal's own encoding")]
    except yaml.YAMLError as error:
        return None, [*composer.problems, _not_yaml(error, text, shown)]


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
        return Problem(shown, line, column, *_TOO_DEEP)
    begun = getattr(error, "context_mark", None)
    also = f"line {begun.line + 1}, where it begins" if begun and begun.line + 1 < line else ""
    hint = "check indentation, brackets, quotes and colons, here and in the line before; quote a text that holds ': ' or begins with @"
    return Problem(shown, line, column, "E002", f"this is not YAML: {what}", hint, also)


def _unseen(shown: str, line: int, column: int, character: str) -> Problem:
    what = f"the text holds a character that cannot be seen: U+{ord(character):04X}"
    return Problem(shown, line, column, "E012", what, "take it out, or type the text again")


class _Refused(Exception):
    """Something that is not read at all: line, column, code, message and hint."""


class _Composer:
    """Makes nodes of what the parser finds, and refuses at once what would cost much or mean something else."""

    def __init__(self, text: str, shown: str) -> None:
        self.events: Iterator[yaml.Event] = yaml.parse(text, Loader=Loader)
        self.shown = shown
        self.problems: list[Problem] = []
        self.count = 0

    def document(self) -> Node:
        """The one document.  Raises _Refused and yaml.YAMLError."""
        next(self.events)  # the stream begins
        if isinstance(next(self.events), yaml.StreamEndEvent):
            raise _Refused(1, 1, "E003", "the file is empty", "start one with: abeyance new DIR")
        root = self.node(next(self.events), 1)
        next(self.events)  # the document ends
        after = next(self.events)
        if not isinstance(after, yaml.StreamEndEvent):
            hint = "keep one case to a file; take out the --- line"
            raise _Refused(*_place(after.start_mark), "E006", "a second document begins here", hint)
        return root

    def node(self, event: yaml.Event, depth: int) -> Node:
        line, column = _place(event.start_mark)
        self.guard(event, depth, line, column)
        if isinstance(event, yaml.ScalarEvent):
            self.check_quotes(event, line, column)
            return Node(line, column, event.value, last_line=_last_line(event.end_mark, line))
        assert isinstance(event, yaml.CollectionStartEvent)
        flow, inner = bool(event.flow_style), []
        while not isinstance(end := next(self.events), yaml.CollectionEndEvent):
            inner.append(self.node(end, depth + 1))
        last_line = _last_line(end.end_mark, line) if flow else max((node.last_line for node in inner), default=line)
        if isinstance(event, yaml.SequenceStartEvent):
            for node in inner:
                self.check(node, MOST_CHARACTERS)
            return Node(line, column, items=tuple(inner), last_line=last_line, flow=flow)
        return Node(line, column, pairs=self.pairs(inner, depth == SOURCES), last_line=last_line, flow=flow)

    def pairs(self, inner: list[Node], named: bool) -> tuple[tuple[Node, Node], ...]:
        """The pairs of a map, of keys and values in turn; a key that is none, or comes twice, is told.

        ``named`` says that the keys are names, in which capitals matter.
        """
        found: list[tuple[Node, Node]] = []
        seen: dict[str, int] = {}
        for key, value in zip(inner[::2], inner[1::2], strict=True):
            self.check(key, MOST_IN_A_KEY)
            self.check(value, MOST_CHARACTERS)
            if key.text is None:
                self.note(key, "E008", "a key must be a word", "write word: value")
            elif (word := key.text if named else spaced(key.text)) in seen:
                what, also = f"{key.text[:60]!r} stands here a second time", f"line {seen[word]}"
                self.note(key, "E009", what, "keep one of the two", also)
            else:
                seen[word] = key.line
                found.append((key, value))
        return tuple(found)

    def guard(self, event: yaml.Event, depth: int, line: int, column: int) -> None:
        """Refuse what is not of a case file, or too much."""
        self.count += 1
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            what = "anchors and aliases (& and *) are not used in case files"
            raise _Refused(line, column, "E004", what, "write the value out; quote a text that begins with & or *")
        if tag := getattr(event, "tag", None):
            what = f"the tag {tag[:60]} is not used in case files"
            raise _Refused(line, column, "E005", what, "leave it out; quote a text that begins with !")
        if depth > MOST_DEPTH:
            raise _Refused(line, column, *_TOO_DEEP)
        if self.count > MOST_NODES:
            what = f"there are more than {MOST_NODES:,} values"
            raise _Refused(line, column, "E013", what, "keep one case to a file")

    def check(self, node: Node, most: int) -> None:
        """Tell of a value that cannot be used whatever it says: for its length, or a character that nobody can see."""
        text = node.text
        if text is None:
            return
        if len(text) > most:
            hint = f"write at most {most:,} here, and keep long texts in documents/"
            self.note(node, "E014", f"this text has {len(text):,} characters", hint)
        elif not text.isprintable() and (unseen := next((c for c in text if _is_unseen(c)), None)):
            self.problems.append(_unseen(self.shown, node.line, node.column, unseen))

    def check_quotes(self, event: yaml.ScalarEvent, line: int, column: int) -> None:
        """Tell of the quotes of a word processor around a value: they would be part of it, and keep nothing together."""
        if event.style or not _CURLY.search(event.value):
            return
        what = f"the quotes around {event.value[:60]} are those of a word processor, which YAML takes for letters"
        hint = 'type straight ones ("), or none; to keep them, put straight ones around'
        self.note(Node(line, column, event.value), "E016", what, hint)

    def note(self, node: Node, code: str, message: str, hint: str, also: str = "") -> None:
        self.problems.append(Problem(self.shown, node.line, node.column, code, message, hint, also))
        if len(self.problems) >= MOST_PROBLEMS:
            raise _Refused(0, 0, *TOO_MANY)


class _Mark(Protocol):
    line: int
    column: int


def _place(mark: _Mark | None) -> tuple[int, int]:
    assert mark is not None
    return mark.line + 1, mark.column + 1


def _last_line(end: _Mark | None, line: int) -> int:
    """The line on which something ends; where it ends at the start of a line, the one before."""
    assert end is not None
    return end.line + 1 if end.column or end.line < line else end.line


def _is_unseen(character: str) -> bool:
    if character.isprintable() or character.isspace() or character in _JOINERS:
        return False
    return unicodedata.category(character) in ("Cc", "Cf", "Cs") or ord(character) & 0xFFFE == 0xFFFE
