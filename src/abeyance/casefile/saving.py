"""Files written whole or not at all, and never over somebody else's change.

A new content goes to a file of its own in the same folder, reaches the disk, and only then takes the old one's place; whoever
looks, or pulls the plug, finds the old or the new, whole.  What the file held when it was read is compared just before.
"""

import os
import shutil
import stat
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from abeyance.problems import Problem, Unusable

_MARK = ".abeyance-"  # begins the name of a file that is still being written


@contextmanager
def only_writer(folder: Path) -> Iterator[None]:
    """Keep other runs of abeyance from writing in a folder meanwhile.  Raises Unusable if one is writing now.

    What earlier runs left half written is cleared away.  Where the system has no locks, the comparison of contents remains.
    """
    try:
        import fcntl
    except ImportError:
        yield
        return
    try:
        place = os.open(folder, os.O_RDONLY)
    except OSError as error:
        raise Unusable([_unwritten(folder, error)]) from None
    try:
        try:
            fcntl.flock(place, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            what = "another abeyance is writing here"
            raise Unusable([Problem(str(folder), 0, 0, "E205", what, "wait a moment and try again")]) from None
        except OSError:  # a file system without locks
            yield
            return
        for left in (*folder.glob(f"{_MARK}*"), *folder.glob(f"documents/{_MARK}*")):
            with suppress(OSError):
                left.unlink()
        yield
    finally:
        os.close(place)


class Writing(NamedTuple):
    """A file to be written, what it is to hold, and what it held when it was read (None: there must be none).

    A new one can be read by whoever can read the file that it is ``like``.
    """

    path: Path
    content: bytes
    was: bytes | None
    like: Path | None = None


def save(path: Path, content: bytes, was: bytes | None) -> None:
    """Put ``content`` in one file's place; see ``save_all``."""
    save_all([Writing(path, content, was)])


def save_all(files: Sequence[Writing]) -> None:
    """Put contents in files' places in their order, each whole or not at all, and none before all of them are on the disk.

    Raises Unusable, with the old files untouched, if one was changed meanwhile or there is no room; if a file cannot be put
    in its place after others were, the problem says which.  A link is followed; a file's mode is kept.
    """
    ready: list[tuple[Path, Path]] = []
    placed: list[Path] = []
    at = files[0].path
    try:
        for at, content, _, like in files:
            target = Path(os.path.realpath(at))
            mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else _mode_like(like)
            ready.append((_written(target.parent, content, mode), target))
        for (at, _, was, _), (_, target) in zip(files, ready, strict=True):
            if _held(target) != was:
                what = "the file was changed by somebody else meanwhile"
                hint = "nothing was written; look at it and do it again"
                raise Unusable([Problem(str(at), 0, 0, "E203", what, hint)])
        for (at, _, _, _), (new, target) in zip(files, ready, strict=True):
            os.replace(new, target)
            placed.append(at)
            with suppress(OSError):  # the new file is whole and in its place, whatever the folder's answer is
                _sync(target.parent)
    except OSError as error:
        raise Unusable([_unwritten(at, error, placed)]) from None
    finally:
        for new, _ in ready:
            with suppress(OSError):
                new.unlink(missing_ok=True)


def make_folder(folder: Path) -> None:
    """Make a folder, for its owner alone, where there is none.  Raises Unusable."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise Unusable([_unwritten(folder, error)]) from None


@contextmanager
def made(folder: Path) -> Iterator[None]:
    """Make a folder where there is none, and take it away again, empty, if what follows cannot be done.  Raises Unusable."""
    missing = [place for place in (folder, *folder.parents) if not os.path.exists(place)]
    try:
        make_folder(folder)
        yield
    except BaseException:
        for place in missing:
            with suppress(OSError):
                place.rmdir()
        raise


def copy_in(source: Path, target: Path, like: Path | None = None) -> None:
    """Copy an ordinary file to where there is none, whole or not at all, for whoever can read the file that it is ``like``.

    Raises Unusable.
    """
    try:
        handle, name = tempfile.mkstemp(prefix=_MARK, dir=target.parent)
        new = Path(name)
        try:
            with os.fdopen(handle, "wb") as file, source.open("rb") as original:
                os.fchmod(handle, _mode_like(like))
                shutil.copyfileobj(original, file, 1 << 20)
                file.flush()
                os.fsync(handle)
            _link(new, target)
        finally:
            with suppress(OSError):
                new.unlink(missing_ok=True)
        with suppress(OSError):
            _sync(target.parent)
    except OSError as error:
        raise Unusable([_unwritten(target, error)]) from None


def _link(new: Path, target: Path) -> None:
    """Give a file another name, never over a file that is there."""
    try:
        os.link(new, target)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        if target.exists():
            raise
        os.replace(new, target)


def _written(folder: Path, content: bytes, mode: int) -> Path:
    handle, name = tempfile.mkstemp(prefix=_MARK, dir=folder)
    try:
        with os.fdopen(handle, "wb") as file:
            os.fchmod(handle, mode)
            file.write(content)
            file.flush()
            os.fsync(handle)
    except BaseException:
        os.unlink(name)
        raise
    return Path(name)


def _held(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _sync(folder: Path) -> None:
    place = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(place)
    finally:
        os.close(place)


def _mode_like(file: Path | None) -> int:
    """The mode of a new file: that of another, or what is usual where there is no other."""
    return stat.S_IMODE(file.stat().st_mode) & 0o666 if file and file.exists() else 0o666 & ~_umask()


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _unwritten(path: Path, error: OSError, placed: Sequence[Path] = ()) -> Problem:
    what = f"this cannot be written: {error.strerror or error}"
    left = f"{', '.join(map(str, placed))} is written already" if placed else "nothing was changed"
    return Problem(str(path), 0, 0, "E204", what, f"{left}; make room, or check your rights")
