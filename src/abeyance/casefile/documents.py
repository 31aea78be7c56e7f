"""Plain-text documents beside the case file: their paragraphs, and whether a locator points into them.

Paragraphs are blocks of text between blank lines, counted from 1.  Other kinds of document are not opened here.
"""

import hashlib
import re
from pathlib import Path

from abeyance.casefile.claims import Place

TEXT_ENDINGS = (".txt", ".md")


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a plain text."""
    return [block for block in re.split(r"\n\s*\n", text.strip()) if block.strip()]


def sha256(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(1 << 20):
            digest.update(chunk)
    return digest.hexdigest()


def misplaced(place: Place, text: str) -> str | None:
    """Why a locator points outside a plain text, or None if it does not."""
    count = len(paragraphs(text))
    if place.paragraph and place.paragraph > count:
        return f"the document has {count} paragraphs"
    if place.characters and place.characters[1] > len(text):
        return f"the document has {len(text)} characters"
    return None
