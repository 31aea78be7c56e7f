"""The law as plain text: the list of provisions by page, and one provision with its history."""

from collections.abc import Iterator
from itertools import groupby
from textwrap import wrap

from abeyance.law.bundle import PAGES
from abeyance.law.cards import Card, Clock, Page, VersionLine
from abeyance.law.elements import Element

INDENT = 12
LABELS = {"sure": "", "probably": "probably", "unsettled": "unsettled", "text only": ""}


def listing_text(pages: tuple[Page, ...], width: int) -> str:
    """The provisions by page, each with its sentence; what is less than sure says so in brackets."""
    return "\n\n".join("\n".join(_page(page, width)) for page in pages) + "\n"


def _page(page: Page, width: int) -> Iterator[str]:
    yield from wrap(f"{page.name}: {page.says}", width)
    yield "-" * width
    column = max(len(entry.id) for entry in page.provisions) + 2
    for entry in page.provisions:
        label = f" [{LABELS[entry.confidence]}]" if LABELS[entry.confidence] else ""
        yield from _beside(entry.id, entry.says + label, width, min(column, 32))


def card_text(card: Card, width: int) -> str:
    """A provision as a lawyer checks it: what it says, on what authority, how sure, its versions, what it reads and uses."""
    return "\n".join(_card(card, width)) + "\n"


def _card(card: Card, width: int) -> Iterator[str]:
    yield card.id
    yield "-" * width
    yield from wrap(card.says[0].upper() + card.says[1:] + ".", width)
    yield ""
    yield from _beside("about", f"{card.about}; the answer is {card.answers}", width)
    yield from _beside("authority", "; ".join(card.authority), width)
    yield from _beside("confidence", card.confidence + (f": {card.doubt}" if card.doubt else ""), width)
    if card.note:
        yield from _beside("note", card.note, width)
    later = f"; {card.on.isoformat()} is later: check what has changed since" if card.on > card.read_through else ""
    yield from _beside("read", f"through {card.read_through.isoformat()}{later}", width)
    if card.aliases:
        yield from _beside("also", ", ".join(card.aliases), width)
    for clock in card.clocks:
        yield ""
        yield from _clock(card, clock, width)
    yield ""
    yield "Elements:"
    yield from _steps(card.elements, width, 2)
    yield ""
    for i, (of, facts) in enumerate(groupby(sorted(card.facts, key=lambda f: f.of), key=lambda f: f.of)):
        yield from _beside("" if i else "reads", f"{of}: " + "; ".join(f"{f.says} ({f.name})" for f in facts), width)
    if card.uses:
        yield from _beside("uses", ", ".join(card.uses), width)
    if card.used_by:
        yield from _beside("used by", ", ".join(card.used_by), width)
    yield from _beside("page", f"src/{PAGES[card.page].replace('.', '/')}.py", width)
    yield from _beside("tested by", card.tested_by, width)


def _steps(element: Element, width: int, indent: int) -> Iterator[str]:
    """An element and its parts, each deeper one further in."""
    number = f"({element.number}) " if element.number else ""
    provision = f" [{element.provision}]" if element.provision else ""
    start, colon = " " * min(indent, width - 40), ":" if element.parts else ""
    text = f"- {number}{element.text}{provision}{colon}"
    yield from wrap(text, width, initial_indent=start, subsequent_indent=start + "  ")
    for part in element.parts:
        yield from _steps(part, width, indent + 2)


def _clock(card: Card, clock: Clock, width: int) -> Iterator[str]:
    as_known = f", as known on {card.known.isoformat()}" if card.known else ""
    yield from wrap(f"The law by {clock.chosen_by}{as_known}:", width)
    for version in clock.versions:
        text = version_text(version) + _state(card, version)
        yield from wrap(text, width, initial_indent="  ", subsequent_indent="    ")


def version_text(version: VersionLine) -> str:
    """The days a version governs, where it stands, and what is told of it."""
    return f"{_interval(version)}  {version.cite}{f': {version.note}' if version.note else ''}"


def _interval(version: VersionLine) -> str:
    """The days a version governs, or would have; people are shown the last good day."""
    first = version.first.isoformat() if version.first and version.confirmed else "a day not confirmed"
    last = version.last.isoformat() if version.last else ""
    if version.state in ("of no effect", "not known yet"):
        return f"was to begin {first}" if version.state == "of no effect" else f"from {first}"
    if version.read_until:
        return f"from {first}, as read until {version.read_until.isoformat()}"
    if version.first is None:
        return f"until {last}" if last else "always"
    return f"{first} to {last}" if last and version.confirmed else f"from {first}" + (f" to {last}" if last else "")


def _state(card: Card, version: VersionLine) -> str:
    match version.state:
        case "governs":
            return f"  [governs on {card.on.isoformat()}]"
        case "of no effect":
            return f"  [of no effect: undone {version.undone}]"
        case "not known yet":
            return f"  [not known yet on {card.known}]"
    return ""


def _beside(label: str, text: str, width: int, indent: int = INDENT) -> Iterator[str]:
    """A label, and text beside it; on a line of its own where it is too long for the column."""
    lines = wrap(text, width - indent, break_on_hyphens=False)
    if len(label) + 1 > indent:
        yield label
    else:
        yield label.ljust(indent) + lines.pop(0)
    yield from (" " * indent + line for line in lines)
