"""Where a statement stands, as it is written: ``@p2¶5``, ``@¶5``, ``@par5``, ``@¶5:120-188``."""

import re

from abeyance.casefile.claims import Place

_PLACE = re.compile(r"(?:p([0-9]{1,6}))? ?(?:(?:¶|par)([0-9]{1,6}))?(?::([0-9]{1,9})-([0-9]{1,9}))?")
PLACE_HINT = "write @p2¶5, @¶5, @par5, or @¶5:120-188 for characters"


def parse_place(written: str) -> Place | None:
    """The place that is written without its @; None if it is none.  Pages, paragraphs and characters count from 1, 1 and 0."""
    match = _PLACE.fullmatch(written.strip())
    if match is None or not match[0]:
        return None
    page, paragraph, first, last = (None if number is None else int(number) for number in match.groups())
    if page == 0 or paragraph == 0:
        return None
    if first is None or last is None:
        return Place(page, paragraph)
    return Place(page, paragraph, (first, last)) if first < last else None


def parse_reference(written: str) -> tuple[str, Place | None]:
    """A reference to a statement, ``letter`` or ``letter@¶2``, as the source's key and the place; None where it names none.

    Raises ValueError where the place is none.
    """
    source, at, place = written.partition("@")
    parsed = parse_place(place) if at else None
    if at and parsed is None:
        raise ValueError(written)
    return source.strip(), parsed
