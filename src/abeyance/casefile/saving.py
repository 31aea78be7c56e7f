"""Files written whole or not at all, and never over somebody else's change.

A new content goes to a file of its own in the same folder, reaches the disk, and only then takes the old one's place; whoever
looks, or pulls the plug, finds the old or the new, whole.  What the file held when it was read is compared just before.
"""

import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

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


def save(path: Path, content: bytes, was: bytes | None) -> None:
    """Put ``content`` in a file's place, whole or not at all.

    ``was`` is what the file held when it was read; None says that there must be none.  Raises Unusable, with the old file
    untouched, if it was changed meanwhile or cannot be written.  A link is followed; the file's mode is kept.
    """
    shown, path = path, Path(os.path.realpath(path))
    try:
        mode = stat.S_IMODE(path.stat().st_mode) if path.exists() else 0o666 & ~_umask()
        new = _written(path.parent, content, mode)
        try:
            if _held(path) != was:
                what = "the file was changed by somebody else meanwhile"
                hint = "nothing was written; look at it and do it again"
                raise Unusable([Problem(str(shown), 0, 0, "E203", what, hint)])
            os.replace(new, path)
        except BaseException:
            new.unlink(missing_ok=True)
            raise
        _sync(path.parent)
    except OSError as error:
        raise Unusable([_unwritten(shown, error)]) from None


def make_folder(folder: Path) -> None:
    """Make a folder, for its owner alone, where there is none.  Raises Unusable."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise Unusable([_unwritten(folder, error)]) from None


def copy_in(source: Path, target: Path) -> None:
    """Copy an ordinary file to where there is none, whole or not at all.  Raises Unusable."""
    try:
        handle, name = tempfile.mkstemp(prefix=_MARK, dir=target.parent)
        new = Path(name)
        try:
            with os.fdopen(handle, "wb") as file, source.open("rb") as original:
                os.fchmod(handle, 0o666 & ~_umask())
                shutil.copyfileobj(original, file, 1 << 20)
                file.flush()
                os.fsync(handle)
            _link(new, target)
        finally:
            new.unlink(missing_ok=True)
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


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _unwritten(path: Path, error: OSError) -> Problem:
    what = f"this cannot be written: {error.strerror or error}"
    return Problem(str(path), 0, 0, "E204", what, "nothing was changed; make room, or check your rights")
