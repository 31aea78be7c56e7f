"""What a reader is shown of a provision: plain data, read off the provision itself, ready to be printed or written as JSON."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from importlib import import_module
from typing import Any, Literal

from abeyance.law.bundle import PAGES, bundle
from abeyance.law.elements import Element, elements, entity_word
from abeyance.law.provisions import Provision, node_param, own_dates, own_nodes
from abeyance.law.tables import text_only
from abeyance.logic.explaining import spell_day
from abeyance.logic.expressions import Expr, Version
from abeyance.logic.facts import Entity, entity_of
from abeyance.logic.specialising import is_seen

TEXT_ONLY = "text only"

State = Literal["governs", "", "not known yet", "of no effect"]


@dataclass(frozen=True)
class Entry:
    """A line of the list: a provision in one sentence."""

    id: str
    page: str
    says: str
    confidence: str


@dataclass(frozen=True)
class Page:
    """One page of the law and its provisions."""

    name: str
    says: str
    provisions: tuple[Entry, ...]


@dataclass(frozen=True)
class VersionLine:
    """One state of the law.  ``first`` and ``last`` are the days it governs, inclusive, None where open; where ``confirmed`` is
    false ``first`` only bounds a day that nobody could confirm.  ``known`` and ``undone`` are as the version has them.
    ``read_until`` is the last day on which the law was read so, where a later reading reaches back to the same day.
    """

    first: date | None
    last: date | None
    cite: str
    note: str
    state: State
    known: date | None
    undone: date | None
    confirmed: bool
    read_until: date | None


@dataclass(frozen=True)
class Clock:
    """The versions among which one day chooses, and that day in words."""

    chosen_by: str
    versions: tuple[VersionLine, ...]


@dataclass(frozen=True)
class FactRead:
    """A fact that a rule reads itself: of what, its name as a case file has it, and what it says."""

    of: str
    name: str
    says: str


@dataclass(frozen=True)
class Card:
    """A provision as it is on the day ``on`` for somebody who knows the law up to ``known`` (None: all of it)."""

    id: str
    aliases: tuple[str, ...]
    page: str
    says: str
    about: str
    answers: str
    authority: tuple[str, ...]
    confidence: str
    doubt: str
    note: str
    read_through: date
    on: date
    known: date | None
    clocks: tuple[Clock, ...]
    elements: Element
    facts: tuple[FactRead, ...]
    uses: tuple[str, ...]
    used_by: tuple[str, ...]
    tested_by: str


def listing(word: str = "") -> tuple[Page, ...]:
    """Every provision by its page, then what is text only; only those in whose id, page, sentence or authority ``word`` stands."""
    found = [
        Page(
            page, _first_sentence(page), _speaking_of(word, (p for p in bundle().provisions.values() if p.page == page))
        )
        for page in PAGES
    ]
    told = (row for row in text_only() if word.casefold() in f"{row.id} {row.says} {TEXT_ONLY}".casefold())
    untaught = tuple(Entry(row.id, TEXT_ONLY, row.says, TEXT_ONLY) for row in told)
    found.append(Page(TEXT_ONLY, "Rules that are told here in words, and answer nothing.", untaught))
    return tuple(page for page in found if page.provisions)


def _speaking_of(word: str, provisions: Iterable[Provision[Any, Any]]) -> tuple[Entry, ...]:
    return tuple(
        Entry(p.id, p.page, p.says, p.confidence.value)
        for p in provisions
        if word.casefold() in " ".join((p.id, p.page, p.says, *p.authority, *p.aliases)).casefold()
    )


def _first_sentence(page: str) -> str:
    text = " ".join((import_module(PAGES[page]).__doc__ or "").split())
    return text.split(". ")[0].rstrip(".") + "."


def card(provision: Provision[Any, Any], on: date, known: date | None = None) -> Card:
    """What a reader is shown of a provision."""
    kind = provision.expression.kind
    return Card(
        provision.id,
        provision.aliases,
        provision.page,
        provision.says,
        _an(provision.subject),
        "yes, no or unknown" if kind == "condition" else f"a {kind}, or the {kind}s it may be",
        provision.authority,
        provision.confidence.value,
        provision.doubt,
        provision.note,
        provision.read_through,
        on,
        known,
        clocks_of(provision.expression, on, known),
        elements(provision),
        _facts(provision.expression),
        provision.uses,
        bundle().used_by(provision.id),
        f"tests/law/{provision.id}.yaml",
    )


def _an(entity: type[Entity]) -> str:
    return " ".join((entity.__doc__ or entity.__name__).split())


# --- the versions of the law ----------------------------------------------------------------------------------------------


def clocks_of(root: Expr, on: date, known: date | None) -> tuple[Clock, ...]:
    """The clocks of a rule; where one day chooses twice, among the same versions or fewer, once."""
    found: list[tuple[str, tuple[Version, ...]]] = []
    for dated in sorted(own_dates(root), key=lambda d: -len(d.versions)):
        day = phrase(dated.day)
        if not any(day == other and set(dated.versions) <= set(versions) for other, versions in found):
            found.append((day, dated.versions))
    limit = known.toordinal() if known else None
    return tuple(Clock(day, tuple(_line(v, versions, on, limit) for v in versions)) for day, versions in found)


def _line(version: Version, versions: tuple[Version, ...], on: date, known: int | None) -> VersionLine:
    seen, last, read_until = [v for v in versions if is_seen(v, known)], None, None
    if version not in seen:
        undone = version.undone is not None and (known is None or version.undone.toordinal() <= known)
        state: State = "of no effect" if undone else "not known yet"
    else:
        after = seen[seen.index(version) + 1 :]
        if after and after[0].start == version.start and after[0].known:
            read_until = after[0].known - timedelta(days=1)
        last = next((v.start - timedelta(days=1) for v in after if v.start and v.start != version.start), None)
        governs = not read_until and (version.start is None or version.start <= on) and (last is None or on <= last)
        state = "governs" if governs else ""
    return VersionLine(
        version.start,
        last,
        version.cite,
        version.note,
        state,
        version.known,
        version.undone,
        version.confirmed,
        read_until,
    )


# --- what a rule reads ----------------------------------------------------------------------------------------------------


def _facts(root: Expr) -> tuple[FactRead, ...]:
    """The facts a rule reads itself, each once, in the order in which the rule comes to them."""
    found: dict[tuple[str, str], FactRead] = {}
    for node in own_nodes(root):
        if node.op in ("field", "ref"):
            entity, name = entity_of(node.args[0]), node_param(node)
            if entity and name in entity.facts:
                found.setdefault(
                    (entity_word(entity), name), FactRead(entity_word(entity), name, entity.facts[name].label)
                )
    return tuple(found.values())


def phrase(node: Expr) -> str:
    """A day of a rule in words, without a case: what it is, and of what."""
    match node.op:
        case "on":
            return "the day asked about"
        case "const":
            return spell_day(node.param)
        case "field":
            entity = entity_of(node.args[0])
            name = node_param(node)
            return f"{entity.facts[name].label} ({entity_word(entity)})" if entity and name in entity.facts else name
        case "rule":
            return str(node.param.says)
        case "later" | "earlier":
            return f"the {node.op} of {' and '.join(phrase(a) for a in node.args)}"
        case "add" | "add_version" | "open_day":
            return f"a day counted from {phrase(node.args[0])}"
        case "choose":
            return " or ".join(dict.fromkeys(phrase(a) for a in node.args[1:]))
    return "a day of the case"
