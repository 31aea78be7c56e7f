"""HTML by construction: text becomes markup only through here, so that nothing is ever left unescaped."""

import re
from dataclasses import dataclass
from html import escape

from abeyance.write.characters import shown

VOID = frozenset({"meta", "use", "rect", "line", "wbr"})
PLAIN = frozenset({"title", "text"})  # may hold no element

_DAY = re.compile(r"(?<![\w-])\d{4}-\d\d-\d\d(?![\w-])")


@dataclass(frozen=True)
class Markup:
    """Text that is HTML already."""

    text: str

    def __str__(self) -> str:
        return self.text


Inside = Markup | str | None


def el(name: str, /, *inside: Inside, **attributes: str | None) -> Markup:
    """An element with what is in it; a string is escaped, None is left out.

    An attribute's name loses a last underscore and its other underscores become hyphens: ``class_``, ``aria_hidden``.
    """
    given = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(shown(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    if name in VOID:
        return Markup(f"<{name}{given}/>")
    within = "".join(map(_plain, inside)) if name in PLAIN else joined(*inside).text
    return Markup(f"<{name}{given}>{within}</{name}>")


def joined(*inside: Inside) -> Markup:
    """Several pieces as one.  A day in a text is kept on one line."""
    pieces = [p.text if isinstance(p, Markup) else _DAY.sub(r'<span class="d">\g<0></span>', _plain(p)) for p in inside]
    return Markup("".join(pieces))


def _plain(piece: Inside) -> str:
    return "" if piece is None else piece.text if isinstance(piece, Markup) else escape(shown(piece))


def each(name: str, pieces: tuple[Inside, ...], **attributes: str | None) -> Markup:
    """One element a piece."""
    return joined(*[el(name, piece, **attributes) for piece in pieces])
