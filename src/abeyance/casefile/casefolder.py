"""A case as it lies on disk: ``case.yaml``, ``documents/`` and ``history.jsonl`` in one folder; looked at, sealed and rewritten."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from abeyance.casefile import saving, yamlnodes
from abeyance.casefile.claims import CaseFile
from abeyance.casefile.history import FILE as HISTORY
from abeyance.casefile.history import Difference, History, Said, follow, read_history, stated
from abeyance.casefile.reading import case_of, file_of
from abeyance.casefile.yamlnodes import Node
from abeyance.problems import Problem, Unusable

BY_HAND, ADDED, BEGUN = "by hand", "abeyance add", "abeyance new"


@dataclass(frozen=True)
class CaseFolder:
    """All of a case at one moment.

    ``raw`` and ``text`` are what ``case.yaml`` held; ``case`` is None where it could not be read.  ``problems`` are those of
    the file, its documents and its history.
    """

    path: Path
    raw: bytes
    text: str
    root: Node | None
    case: CaseFile | None
    history: History
    problems: tuple[Problem, ...]

    @property
    def folder(self) -> Path:
        """Where the case lies."""
        return self.path.parent

    def stated(self) -> list[Said]:
        """What the file states; nothing where it cannot be read."""
        return stated(self.root, self.folder) if self.root else []

    def unsealed(self) -> Difference:
        """What differs from the last seal."""
        return self.history.differs(self.stated())


def look(case: Path) -> CaseFolder:
    """A case with everything that is wrong with it."""
    path = file_of(case)
    raw, problem = yamlnodes.read_bytes(path, str(path))
    history, broken = read_history(path.parent)
    if problem:
        return CaseFolder(path, b"", "", None, None, history, (problem, *broken))
    return _look(path, raw, history, broken)


def _look(path: Path, raw: bytes, history: History, broken: tuple[Problem, ...]) -> CaseFolder:
    text, problem = yamlnodes.decode(raw, str(path))
    if problem:
        return CaseFolder(path, raw, text, None, None, history, (problem, *broken))
    root, problems = yamlnodes.parse(text, str(path))
    if root is None:
        return CaseFolder(path, raw, text, None, None, history, (*problems, *broken))
    case, found = case_of(root, path, problems, look_at_documents=True)
    return CaseFolder(path, raw, text, root, case, history, tuple(sorted((*found, *broken))))


def rewritten(case: CaseFolder, text: str) -> CaseFolder:
    """The case as it would be with another text in ``case.yaml``; nothing is written."""
    return _look(case.path, text.encode(), case.history, ())


def replace_text(case: CaseFolder, text: str) -> None:
    """Write another text that states the same.  Raises Unusable if it cannot be written, or was changed meanwhile."""
    with saving.only_writer(case.folder):
        saving.save(case.path, text.encode(), case.raw)


def seal(case: CaseFolder, recorded: date, by: str, because: str = "") -> History:
    """Record what was changed by hand since the last seal; the history as it then is.  Raises Unusable, with every problem."""
    with _writing(case):
        return _seal(case, recorded, by, BY_HAND, because)


def write(case: CaseFolder, text: str, recorded: date, by: str, how: str) -> History:
    """Write a text that states something else, and seal it; what was changed by hand before is recorded first, as that.

    Raises Unusable, with every problem of the old or the new text, and then nothing is written.
    """
    new = rewritten(case, text)
    if new.problems:
        raise Unusable(new.problems)
    with _writing(case):
        before = _seal(case, recorded, by, BY_HAND, "") if case.raw else case.history
        saving.save(case.path, text.encode(), case.raw or None)
        return _seal(CaseFolder(new.path, new.raw, text, new.root, new.case, before, ()), recorded, by, how, "")


@contextmanager
def _writing(case: CaseFolder) -> Iterator[None]:
    if case.problems:
        raise Unusable(case.problems)
    with saving.only_writer(case.folder):
        yield


def _seal(case: CaseFolder, recorded: date, by: str, how: str, because: str) -> History:
    extended = case.history.extended(case.stated(), recorded, by, how, because)
    if extended is None:
        return case.history
    saving.save(case.folder / HISTORY, extended, case.history.raw)
    return follow(extended, str(case.folder / HISTORY))[0]
