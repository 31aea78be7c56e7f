"""What of a text may be shown: no control character reaches a page, and no character that would reorder its neighbours."""

import re
import unicodedata

REPLACED = "\N{REPLACEMENT CHARACTER}"
NOT_DRAWN = "\N{WHITE SQUARE}"

_BREAKS = re.compile("[\t\n\v\f\r\x85\u2028\u2029]+")
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")

# What the fonts inside typst can draw, upright, bold and italic: Latin, Greek, Cyrillic, Armenian, Hebrew, Arabic,
# Georgian, Vietnamese, punctuation and signs.
_UNDRAWN = re.compile(
    "[^ -~\xa0-\xac\xae-\u02af\u0391-\u03a1\u03a3-\u0482\u048a-\u04ff\u0531-\u0556\u0561-\u0587\u05d0-\u05ea"
    "\u0621-\u063a\u0640-\u064a\u0660-\u0669\u067e\u0686\u0698\u06a9\u06af\u06cc\u06f0-\u06f9\u10d0-\u10ff"
    "\u1e00-\u1eff\u2010-\u2027\u202f-\u203e\u20a0-\u20bf\u2116\u2122\u2190-\u22ff\u25a0-\u25ff\u2713\ufffd]"
)


def shown(text: str) -> str:
    """A text fit to be shown: line breaks become spaces; controls, surrogates and bidirectional overrides are marked.

    An override (U+202A to 202E, 2066 to 2069) in a name could make a page read otherwise than it is written, so it is
    replaced by U+FFFD, as a terminal's escape is.
    """
    return text if text.isprintable() else _CONTROLS.sub(REPLACED, _BREAKS.sub(" ", text))


def drawable(text: str) -> str:
    """A text fit to be shown in a font that has no others to fall back on: each character it lacks is a white square."""
    return _UNDRAWN.sub(NOT_DRAWN, unicodedata.normalize("NFC", shown(text)))
