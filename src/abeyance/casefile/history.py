"""The sealed history of a case: ``history.jsonl`` beside ``case.yaml``, an entry a line, each with the hash of the one before.

An entry says on what day, by whom and how which statements were added, changed or removed, and the hash of all that the file
then stated.  A statement that is gone or altered is noticed even if ``case.yaml`` was edited by hand, and so is an entry that
was altered or taken out.  The documents' hashes are statements too.  (SEMANTICS 16; ``docs/decisions`` says what a chain
beside the file can and cannot show.)
"""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from abeyance.casefile import documents
from abeyance.casefile.claimlines import Line, split
from abeyance.casefile.claimlines import Statement as Part
from abeyance.casefile.layout import claim_key, flow
from abeyance.casefile.reading import FILE as CASE_FILE
from abeyance.casefile.yamlnodes import Node, read_bytes, spaced
from abeyance.problems import Problem

FILE = "history.jsonl"
MOST_BYTES = 50_000_000
NOTHING = hashlib.sha256(b"").hexdigest()  # the hash before the first entry

_BESIDE = "./"  # begins the head of a document

Said = tuple[str, str]  # a head, such as "letter mateo.born @¶2", and what it says


# --- what a file states ---------------------------------------------------------------------------------------------


def stated(root: Node, folder: Path) -> list[Said]:
    """Everything a readable case file states, a statement each, and the hashes of its documents; in any order."""
    return [*_of_file(root), *_of_documents(root, folder)]


def places(root: Node) -> dict[str, Node]:
    """Where in the file each head stands; the last place, if there are several.  A document stands where it is named."""
    return {f"{_BESIDE}{name}": node for name, node in _named(root)} | {head: node for head, _, node in _placed(root)}


def is_document(head: str) -> bool:
    """Whether a head names a document, and no part of the case file."""
    return head.startswith(_BESIDE)


def _of_file(root: Node) -> Iterator[Said]:
    return ((head, says) for head, says, _ in _placed(root))


def _placed(root: Node) -> Iterator[tuple[str, str, Node]]:
    for key, value in root.pairs or ():
        if spaced(key.text) != "sources":
            yield spaced(key.text), flow(value), key
    sources = root.get("sources")
    for name, source in (sources.pairs if sources else None) or ():
        for key, value in source.pairs or ():
            if spaced(key.text) != "claims":
                yield f"{name.text} {spaced(key.text)}", flow(value), key
        claims = source.get("claims")
        for item in (claims.items if claims else None) or ():
            for pair in item.pairs or ():
                line = split(*pair)
                if line is not None:
                    yield from ((f"{name.text} {head}", says, pair[0]) for head, says in _of_line(line))


def _of_line(line: Line) -> Iterator[Said]:
    if line.fact or line.value.pairs is None:
        yield claim_key(line.key), flow(_sorted(line.value))
        return
    for part in line.pairs():
        place = claim_key(line.key).removeprefix(line.subject)
        yield f"{line.subject}.{part.word}{place}", flow(_sorted(_single(part)))


def _single(part: Part) -> Node:
    """The node that says alone what a statement of a map says."""
    if not part.acts:
        return part.value or part.written
    pairs = [("value", part.value)] if part.value else []
    return Node(0, 0, pairs=tuple((Node(0, 0, text=word), node) for word, node in [*pairs, *part.acts.items()]))


def _sorted(node: Node) -> Node:
    if node.pairs is None:
        return node
    order = sorted(node.pairs, key=lambda pair: (pair[0].text != "value", spaced(pair[0].text)))
    if len(order) == 1 and order[0][0].text == "value":
        return order[0][1]
    return Node(0, 0, pairs=tuple(order))


def _named(root: Node) -> Iterator[tuple[str, Node]]:
    """The documents that are named, and where."""
    sources = root.get("sources")
    for _, source in (sources.pairs if sources else None) or ():
        if (node := source.get("document")) and node.text:
            yield " ".join(node.text.split()), node


def _of_documents(root: Node, folder: Path) -> Iterator[Said]:
    for name in sorted({name for name, _ in _named(root)}):
        found = documents.look_at(folder, name) if documents.is_inside(name) else None
        if found and not found.wrong:
            yield f"{_BESIDE}{name}", f"sha256 {documents.sha256(found.path)}"


# --- entries --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Difference:
    """What was added, changed (head, was, is) and removed between two states of a file."""

    added: tuple[Said, ...] = ()
    changed: tuple[tuple[str, str, str], ...] = ()
    removed: tuple[Said, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)


@dataclass(frozen=True)
class Entry:
    """One line of the history.  ``content`` is the hash of all statements after it, ``before`` that of the line before."""

    number: int
    recorded: date
    by: str
    how: str
    because: str
    difference: Difference
    content: str
    before: str

    def line(self) -> str:
        """The entry as it stands in the file."""
        fields = {
            "number": self.number,
            "recorded": self.recorded.isoformat(),
            "by": self.by,
            "how": self.how,
            "because": self.because,
            "added": self.difference.added,
            "changed": self.difference.changed,
            "removed": self.difference.removed,
            "content": self.content,
            "before": self.before,
        }
        return json.dumps(fields, ensure_ascii=False)


@dataclass(frozen=True)
class History:
    """The entries of a history, and what the file stated after the last.

    ``since`` has the entry that each statement is of; ``seal`` is the hash of the last line, which stands for all; ``raw`` are
    the bytes of the file, None where there is none.
    """

    entries: tuple[Entry, ...] = ()
    statements: Counter[Said] = field(default_factory=Counter)
    since: Mapping[Said, Entry] = field(default_factory=dict)
    seal: str = NOTHING
    raw: bytes | None = None

    def differs(self, now: Iterable[Said]) -> Difference:
        """What the file states now that it did not state after the last entry, and the other way."""
        return difference(self.statements, Counter(now))

    def extended(self, now: Sequence[Said], recorded: date, by: str, how: str, because: str = "") -> bytes | None:
        """The file with one more entry, for what was changed; None where nothing was."""
        changed = self.differs(now)
        if not changed:
            return None
        entry = Entry(len(self.entries) + 1, recorded, by, how, because, changed, _content(now), self.seal)
        return (self.raw or b"") + entry.line().encode() + b"\n"


def difference(was: Counter[Said], now: Counter[Said]) -> Difference:
    """What differs between two states.  A head that lost one statement and got one was changed."""
    gone, come = list((was - now).elements()), list((now - was).elements())
    added: list[Said] = []
    changed: list[tuple[str, str, str]] = []
    by_head: dict[str, list[str]] = {}
    for head, says in sorted(gone):
        by_head.setdefault(head, []).append(says)
    for head, says in sorted(come):
        before = by_head.get(head)
        if before:
            changed.append((head, before.pop(0), says))
        else:
            added.append((head, says))
    removed = [(head, says) for head, before in by_head.items() for says in before]
    return Difference(tuple(added), tuple(changed), tuple(removed))


def history_of(case: Path) -> Path:
    """Where the history of a case file lies: beside it, and apart from those of others in the same folder."""
    return case.with_name(FILE if case.name == CASE_FILE else f"{case.stem}.{FILE}")


def read_history(case: Path) -> tuple[History, tuple[Problem, ...]]:
    """The history of a case file, an empty one where there is none, and what is wrong with its chain."""
    path = history_of(case)
    if not path.exists() and not path.is_symlink():
        return History(), ()
    shown = str(path)
    raw, problem = read_bytes(path, shown, MOST_BYTES)
    return follow(raw, shown) if problem is None else (History(), (problem,))


def follow(raw: bytes, shown: str) -> tuple[History, tuple[Problem, ...]]:
    """The history that a file holds, followed from its first entry to the last, or to where the chain breaks."""
    entries: list[Entry] = []
    statements: Counter[Said] = Counter()
    since: dict[Said, Entry] = {}
    before = NOTHING
    lines = raw.split(b"\n")
    if lines.pop():
        return History(), (_broken(shown, len(lines) + 1, "the last line is not whole"),)
    for number, line in enumerate(lines, 1):
        entry = _entry(line)
        if entry is None:
            what = "this line is no entry of a history"
            return History(), (Problem(shown, number, 1, "E202", what, _MEND),)
        if entry.number != number or entry.before != before or not _apply(statements, entry.difference):
            return History(), (_broken(shown, number, "an entry before this one was altered or taken out"),)
        since |= dict.fromkeys(entry.difference.added, entry)
        since |= {(head, now): entry for head, _, now in entry.difference.changed}
        entries.append(entry)
        before = hashlib.sha256(line).hexdigest()
    if entries and entries[-1].content != _content(statements.elements()):
        return History(), (_broken(shown, len(entries), "the last entry was altered"),)
    return History(tuple(entries), statements, since, before, raw), ()


_MEND = "bring history.jsonl back from a copy; if there is none, keep this one under another name and seal anew"


def _broken(shown: str, line: int, what: str) -> Problem:
    return Problem(shown, line, 1, "E201", f"the chain is broken: {what}", _MEND)


def _apply(statements: Counter[Said], changes: Difference) -> bool:
    """Bring statements to the state after an entry; whether they held what it says is gone."""
    gone = [*changes.removed, *((head, before) for head, before, _ in changes.changed)]
    for said in gone:
        statements[said] -= 1
    fits = all(statements[said] >= 0 for said in gone)
    for said in gone:
        if not statements[said]:
            del statements[said]
    statements.update([*changes.added, *((head, now) for head, _, now in changes.changed)])
    return fits


def _content(statements: Iterable[Said]) -> str:
    text = "\n".join(json.dumps(said) for said in sorted(statements))
    return hashlib.sha256(text.encode()).hexdigest()


def _entry(line: bytes) -> Entry | None:
    try:
        read: Any = json.loads(line.decode())
        added, changed, removed = (tuple(map(tuple, read[key])) for key in ("added", "changed", "removed"))
        entry = Entry(
            read["number"],
            date.fromisoformat(read["recorded"]),
            read["by"],
            read["how"],
            read["because"],
            Difference(added, changed, removed),
            read["content"],
            read["before"],
        )
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    words = [
        entry.by,
        entry.how,
        entry.because,
        entry.content,
        entry.before,
        *(w for s in (*added, *changed, *removed) for w in s),
    ]
    shapes = all(len(s) == 2 for s in (*added, *removed)) and all(len(s) == 3 for s in changed)
    return entry if shapes and isinstance(entry.number, int) and all(isinstance(w, str) for w in words) else None
