"""Documents beside the case file: whether they are there and unchanged, and whether a locator points into a plain text.

Paragraphs are blocks of text between blank lines, counted from 1; characters are counted from 0 over the whole text.
Other kinds of document are not opened here.
"""

import errno
import hashlib
import os
import re
import stat
from array import array
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath, PureWindowsPath

from abeyance.casefile.claims import Place
from abeyance.casefile.saying import number_of

TEXT_ENDINGS = (".txt", ".md")
MOST_BYTES = 2_000_000_000  # of a document, which is read whole whenever its case is looked at
MOST_TEXT = 4_000_000  # bytes of a plain text whose places are checked
_GAP = re.compile(r"\n[^\S\n]*\n\s*")


@dataclass
class Found:
    """A document that was looked for.  ``wrong`` is a problem's code, message and hint; ``text`` is that of a plain text."""

    path: Path
    wrong: tuple[str, str, str] | None = None
    text: "PlainText | None" = None

    @cached_property
    def sha256(self) -> str:
        """The SHA-256 of the document.  Raises OSError."""
        return sha256(self.path)


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


def _text(path: Path) -> "PlainText | None":
    with path.open("rb") as file:
        if path.suffix.lower() not in TEXT_ENDINGS:
            return None
        raw = file.read(MOST_TEXT + 1)
    return PlainText(raw.decode("utf-8-sig", "replace").replace("\r\n", "\n")) if len(raw) <= MOST_TEXT else None


class PlainText:
    """A plain text, and where in it pages and paragraphs lie.

    Paragraphs are counted in their page where a place names one and the text has form feeds, else over the whole text.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._paragraphs: dict[int, tuple[array[int], array[int]]] = {}

    def misplaced(self, place: Place) -> str | None:
        """Why a locator points outside the text, or None if it does not."""
        page, whole = 0, "the document"
        if place.page and self._feeds:
            page, whole = place.page, f"page {place.page}"
            if page > len(self._feeds) + 1:
                return f"the document has {len(self._feeds) + 1} pages"
        starts, ends = self._paragraphs_of(page)
        if place.paragraph and place.paragraph > len(starts):
            return f"{whole} has {number_of(len(starts), 'paragraph')}"
        if place.characters and place.characters[1] > len(self.text):
            return f"the document has {len(self.text)} characters"
        if place.characters and place.paragraph:
            first, last = starts[place.paragraph - 1], ends[place.paragraph - 1]
            if not first <= place.characters[0] < place.characters[1] <= last:
                return f"paragraph {place.paragraph} is {first}-{last}"
        return None

    @cached_property
    def _feeds(self) -> "array[int]":
        """Where the form feeds stand, which end every page but the last."""
        return array("q", (feed.start() for feed in re.finditer("\f", self.text)))

    def _paragraphs_of(self, page: int) -> "tuple[array[int], array[int]]":
        """Where the paragraphs of a page begin and end; page 0 is the whole text."""
        if page not in self._paragraphs:
            begin = self._feeds[page - 2] + 1 if page > 1 else 0
            finish = self._feeds[page - 1] if 0 < page <= len(self._feeds) else len(self.text)
            self._paragraphs[page] = self._split(begin, finish)
        return self._paragraphs[page]

    def _split(self, begin: int, finish: int) -> "tuple[array[int], array[int]]":
        part = self.text[begin:finish]
        first, last = finish - len(part.lstrip()), begin + len(part.rstrip())
        starts, ends = array("q"), array("q")
        if first < last:
            starts.append(first)
            for gap in _GAP.finditer(self.text, first, last):
                ends.append(gap.start())
                starts.append(gap.end())
            ends.append(last)
        return starts, ends


def sha256(path: Path) -> str:
    """The SHA-256 of an ordinary file, in hexadecimal.  Raises OSError."""
    if not stat.S_ISREG(path.stat().st_mode):
        raise OSError(errno.EINVAL, "it is no ordinary file")
    if path.stat().st_size > MOST_BYTES:
        raise OSError(errno.EFBIG, f"it has more than {MOST_BYTES:,} bytes")
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
