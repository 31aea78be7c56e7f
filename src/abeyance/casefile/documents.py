"""Documents beside the case file: whether they are there and unchanged, and whether a locator points into a plain text.

Paragraphs are blocks of text between blank lines, counted from 1; characters are counted from 0 over the whole text.
Other kinds of document are not opened here.
"""

import errno
import hashlib
import os
import re
import stat
from dataclasses import dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath

from abeyance.casefile.claims import Place
from abeyance.casefile.saying import number_of

TEXT_ENDINGS = (".txt", ".md")
MOST_BYTES = 2_000_000_000  # of a document, which is read whole whenever its case is looked at
MOST_TEXT = 20_000_000  # bytes of a plain text whose places are checked
_GAP = re.compile(r"\n[^\S\n]*\n\s*")


@dataclass(frozen=True)
class Found:
    """A document that was looked for.  ``wrong`` is a problem's code, message and hint; ``text`` is that of a plain text."""

    path: Path
    wrong: tuple[str, str, str] | None = None
    text: str | None = None


def is_inside(document: str) -> bool:
    """Whether a path, as it is written, stays below the folder it counts from."""
    return "\0" not in document and not any(
        kind(document).is_absolute() or kind(document).anchor or ".." in kind(document).parts
        for kind in (PurePosixPath, PureWindowsPath)
    )


def look_at(folder: Path, document: str) -> Found:
    """The document of a case folder, and what is wrong with it: missing, outside the folder, or not to be read."""
    path = folder / document
    try:
        status = path.stat()
        mode = status.st_mode
        if not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder)):
            hint = "copy it into documents/ and name it from there"
            return Found(path, ("E110", "a document lies below the case's own folder", hint))
        if not stat.S_ISREG(mode):
            return Found(path, ("E129", f"{document} is no ordinary file", "put the document itself there"))
        if status.st_size > MOST_BYTES:
            hint = "keep it elsewhere, leave document: out, and say in title: where it is"
            return Found(path, ("E129", f"{document} has more than {MOST_BYTES:,} bytes", hint))
        return Found(path, text=_text(path))
    except (FileNotFoundError, NotADirectoryError):
        hint = "put the document there, or leave document: out"
        if "\\" in document or "://" in document:
            hint = "write its path from the case's folder, with /, as in documents/letter.pdf"
        return Found(path, ("E111", f"there is no {document}", hint))
    except OSError as error:
        what = f"{document} cannot be read: {error.strerror or error}"
        return Found(path, ("E129", what, "check its name and your rights"))


def _text(path: Path) -> str | None:
    with path.open("rb") as file:
        if path.suffix.lower() not in TEXT_ENDINGS:
            return None
        raw = file.read(MOST_TEXT + 1)
    return raw.decode("utf-8-sig", "replace").replace("\r\n", "\n") if len(raw) <= MOST_TEXT else None


def _spans(text: str, first: int, last: int) -> list[tuple[int, int]]:
    """Where each paragraph between two places begins and ends."""
    page = text[first:last]
    start = last - len(page.lstrip())
    end = first + len(page.rstrip())
    spans = []
    for gap in _GAP.finditer(text, start, max(start, end)):
        spans.append((start, gap.start()))
        start = gap.end()
    return [*spans, (start, end)] if start < end else spans


def _pages(text: str) -> list[tuple[int, int]]:
    """Where each page begins and ends; form feeds stand between them."""
    ends = [*(feed.start() for feed in re.finditer("\f", text)), len(text)]
    return list(zip([0, *(end + 1 for end in ends)], ends, strict=False))


def sha256(path: Path) -> str:
    """The SHA-256 of an ordinary file, in hexadecimal.  Raises OSError."""
    if not stat.S_ISREG(path.stat().st_mode):
        raise OSError(errno.EINVAL, "it is no ordinary file")
    if path.stat().st_size > MOST_BYTES:
        raise OSError(errno.EFBIG, f"it has more than {MOST_BYTES:,} bytes")
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def misplaced(place: Place, text: str) -> str | None:
    """Why a locator points outside a plain text, or None if it does not.  A page is checked where the text has form feeds."""
    begin, finish, whole = 0, len(text), "the document"
    if place.page and "\f" in text:
        pages = _pages(text)
        if place.page > len(pages):
            return f"the document has {number_of(len(pages), 'page')}"
        begin, finish = pages[place.page - 1]
        whole = f"page {place.page}"
    spans = _spans(text, begin, finish)
    if place.paragraph and place.paragraph > len(spans):
        return f"{whole} has {number_of(len(spans), 'paragraph')}"
    if place.characters and place.characters[1] > len(text):
        return f"the document has {len(text)} characters"
    if place.characters and place.paragraph:
        first, last = spans[place.paragraph - 1]
        if not first <= place.characters[0] < place.characters[1] <= last:
            return f"paragraph {place.paragraph} is {first}-{last}"
    return None
