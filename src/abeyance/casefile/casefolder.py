"""A case as it lies on disk: ``case.yaml``, ``documents/`` and ``history.jsonl`` in one folder; looked at, sealed and rewritten."""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from itertools import count
from pathlib import Path

from abeyance.casefile import documents, saving, yamlnodes
from abeyance.casefile.claims import CaseFile
from abeyance.casefile.history import FILE as HISTORY
from abeyance.casefile.history import Difference, History, Said, follow, history_of, read_history, stated
from abeyance.casefile.reading import FILE, case_of, file_of, read_case
from abeyance.casefile.saving import Writing
from abeyance.casefile.yamlnodes import Node
from abeyance.problems import Problem, Unusable

DOCUMENTS = "documents"
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

    def must_be_usable(self) -> None:
        """Raise Unusable, with every problem, if there is any."""
        if self.problems:
            raise Unusable(self.problems)

    def unsealed(self) -> Difference:
        """What differs from the last seal."""
        return self.history.differs(self.stated())


def belongs_to_a_case(file: Path) -> bool:
    """Whether a file is what a case is made of: a case file, a history, or anything under the documents of a case."""
    found = Path(os.path.realpath(file))
    return (
        found.name == FILE
        or found.name.endswith(HISTORY)
        or any(above.name == DOCUMENTS and (above.parent / FILE).exists() for above in found.parents)
    )


def look(case: Path) -> CaseFolder:
    """A case with everything that is wrong with it."""
    path = file_of(case)
    raw, problem = yamlnodes.read_bytes(path, str(path))
    history, broken = read_history(path)
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
    return _look(case.path, text.encode("utf-8", "surrogatepass"), case.history, ())


def replace_text(case: CaseFolder, text: str) -> None:
    """Write another text that states the same.  Raises Unusable if it cannot be written, or was changed meanwhile."""
    with saving.only_writer(case.folder):
        saving.save(case.path, text.encode(), case.raw)


def seal(case: CaseFolder, recorded: date, by: str, because: str = "") -> History:
    """Record what was changed by hand since the last seal; the history as it then is.  Raises Unusable, with every problem."""
    with _writing(case):
        history = _sealed(case, case.history, recorded, by, BY_HAND, because)
        if files := _history(case, history):
            saving.save_all(files)
    return history


def write(
    case: CaseFolder, new: CaseFolder, recorded: date, by: str, how: str, beside: Sequence[Writing] = ()
) -> History:
    """Write the case as it is to be, ``rewritten``, and seal it; what was changed by hand before is recorded first, as that.

    ``beside`` are files that go with it.  Raises Unusable, with every problem of the old or the new, and then nothing is
    written.
    """
    new.must_be_usable()
    with _writing(case):
        before = _sealed(case, case.history, recorded, by, BY_HAND) if case.raw else case.history
        after = _sealed(new, before, recorded, by, how)
        files = [*beside, Writing(case.path, new.raw, case.raw or None)]
        saving.save_all([*files, *_history(case, after)])
    return after


def begin(folder: Path, text: str, recorded: date, by: str, beside: Mapping[str, bytes]) -> CaseFolder:
    """A new case in a folder, which is made if it is not there; sealed.  Raises Unusable, and where there is a case already.

    ``beside`` are files that lie with it, by their names; one that is there stays as it is.
    """
    nothing = CaseFolder(folder / FILE, b"", "", None, None, History(), ())
    new = rewritten(nothing, text)
    new.must_be_usable()
    with saving.made(folder), saving.made(folder / DOCUMENTS):
        files = [Writing(folder / name, held, None) for name, held in beside.items() if not (folder / name).exists()]
        write(nothing, new, recorded, by, BEGUN, files)
    return look(folder)


@contextmanager
def received(case: CaseFolder, document: Path | None) -> Iterator[tuple[str, str]]:
    """A document brought into the case, by its path from there and its SHA-256; both empty where there is none.

    One that lies in the case already stays where it is.  It is taken out again if what follows cannot be done.
    Raises Unusable.
    """
    if document is None:
        yield "", ""
        return
    try:
        sha256 = documents.sha256(document)
        inside = Path(os.path.realpath(document)).relative_to(os.path.realpath(case.folder))
    except OSError as error:
        what = f"the document cannot be read: {error.strerror or error}"
        raise Unusable([Problem(str(document), 0, 0, "E129", what, "check its name and your rights")]) from None
    except ValueError:
        inside = None
    if inside is not None:
        if belongs_to_a_case(document) and inside.parts[0] != DOCUMENTS:
            what, hint = "this is the case itself, and no document of it", "name the paper that the claims are of"
            raise Unusable([Problem(str(document), 0, 0, "E129", what, hint)])
        yield inside.as_posix(), sha256
        return
    shelf = case.folder / DOCUMENTS
    saving.make_folder(shelf)
    target = _free(shelf, document, sha256)
    come = not target.exists()
    if come:
        with saving.only_writer(case.folder):
            saving.copy_in(document, target, case.path)
    try:
        yield target.relative_to(case.folder).as_posix(), sha256
    except BaseException:
        if come and not _names(case.path, target.relative_to(case.folder).as_posix()):
            target.unlink(missing_ok=True)
        raise


def _names(path: Path, document: str) -> bool:
    """Whether a case file names a document, or may."""
    now, _ = read_case(path, look_at_documents=False)
    return now is None or any(source.document == document for source in now.sources)


def _free(shelf: Path, document: Path, sha256: str) -> Path:
    """A name on the shelf that is free, or has this very document: printable, and no hidden file."""
    name = " ".join("".join(c if c.isprintable() else " " for c in document.name).split()).lstrip(". ") or "document"
    stem, ending = Path(name).stem, Path(name).suffix
    for i in count(1):
        target = shelf / (name if i == 1 else f"{stem}-{i}{ending}")
        if not os.path.lexists(target) or _holds(target, sha256):
            return target
    raise AssertionError("names without end")


def _holds(path: Path, sha256: str) -> bool:
    """Whether there is an ordinary file of that hash."""
    try:
        return documents.sha256(path) == sha256
    except OSError:
        return False


@contextmanager
def _writing(case: CaseFolder) -> Iterator[None]:
    case.must_be_usable()
    with saving.only_writer(case.folder):
        yield


def _sealed(case: CaseFolder, history: History, recorded: date, by: str, how: str, because: str = "") -> History:
    """A history with an entry for what a case states that it does not; nothing is written."""
    extended = history.extended(case.stated(), recorded, by, how, because)
    return history if extended is None else follow(extended, str(history_of(case.path)))[0]


def _history(case: CaseFolder, history: History) -> list[Writing]:
    """What is to be written of a history, if it is not the one that was read."""
    if history.raw is None or history.raw == case.history.raw:
        return []
    return [Writing(history_of(case.path), history.raw, case.history.raw, case.path)]
