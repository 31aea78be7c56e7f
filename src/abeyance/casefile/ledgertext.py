"""The ledger as text, for a terminal, a pipe or paper; good from 80 columns up."""

import textwrap
from collections.abc import Iterator, Sequence
from itertools import groupby
from string import ascii_lowercase

from abeyance.casefile.clearance import is_held, is_to_counsel
from abeyance.casefile.history import Entry, History
from abeyance.casefile.ledger import FactLine, Heard, Ledger, ListLine, SubjectLines
from abeyance.casefile.saying import UNKNOWN, number_of
from abeyance.casefile.succession import Fate
from abeyance.problems import printable

_MARKS = {
    "i": "identifier: on no copy unless cleared",
    "g": "guarded: cleared for nobody unless the claim itself is",
    "s": "said to counsel: cleared for nobody unless the claim itself is",
    "p": "privileged or work product: goes to nobody",
    "c": "cleared by name",
}
_MARK, _STANDING = 3, 10  # columns
_OVER = {Fate.CORRECTED: "corrected", Fate.WITHDRAWN: "withdrawn", Fate.SET_ASIDE: "set aside"}


def to_text(ledger: Ledger, history: History, width: int = 100) -> str:
    """The whole ledger in ``width`` columns, ended by a newline."""
    lines = [*_head(ledger, width)]
    for title, pages in groupby(ledger.subjects, key=lambda page: page.list):
        lines += _section((title or "case").replace("_", " "), _columns(width))
        for page in pages:
            lines += _page(page, width)
    if ledger.lists:
        lines += _section("lists", _columns(width))
        for name, said in groupby(ledger.lists, key=lambda line: line.list):
            lines += _list(name, list(said), width)
    if ledger.who:
        lines += _section("who is who", _columns(width))
        lines += [line for heard in ledger.who for line in _who(heard, width)]
    by_hand = [entry for entry in history.entries if entry.difference.changed or entry.difference.removed]
    if by_hand:
        lines += _section("altered or taken out by hand", width)
        lines += [line for entry in by_hand for line in _altered(entry, width)]
    return "".join(printable(line).rstrip() + "\n" for line in lines)


# --- parts ----------------------------------------------------------------------------------------------------------


def _head(ledger: Ledger, width: int) -> Iterator[str]:
    facts = [fact for page in ledger.subjects for fact in page.facts]
    conflicts = sum(fact.conflict for fact in facts) + sum(line.conflict for line in ledger.lists)
    claims = sum(len(fact.heard) for fact in facts)
    disagree = "none in dispute" if not conflicts else f"{conflicts} in dispute"
    yield f"{ledger.case}: {number_of(len(facts), 'fact')} from {number_of(claims, 'claim')}, {disagree}"
    if ledger.file_known:
        yield f"As the office knew the file on {ledger.file_known}."
        if ledger.not_had:
            yield from _wrapped(f"Not surely had by then, and left out: {', '.join(ledger.not_had)}.", width)
    if ledger.on:
        yield f"What had not happened on {ledger.on} is marked: not yet."
    used = {mark for fact in facts for heard in fact.heard for mark in _marks(fact, heard)}
    for mark in sorted(used):
        yield f"{mark} = {_MARKS[mark]}"


def _section(title: str, width: int | tuple[int, ...]) -> list[str]:
    total = width if isinstance(width, int) else sum(width) + len(width) - 1
    return ["", title.upper(), "-" * total]


def _page(page: SubjectLines, width: int) -> Iterator[str]:
    name = page.key + (f" ({', '.join(page.also)})" if page.also else "")
    if len(name) > _columns(width)[0]:  # a long name has a line of its own
        yield name
        name = ""
    if not page.facts:
        says = f"a{'n' * (page.entity[:1] in 'aeio')} {page.entity}, of which nothing more is said"
        yield from _row((name, "", says, "", "", ""), width, spill=True)
    for i, fact in enumerate(page.facts):
        yield from _fact(name if i == 0 else "", fact, width)
    if page.mention:
        yield from _row(("", "", "(a mention: may be one of the others)", "", "", ""), width, spill=True)


def _fact(subject: str, fact: FactLine, width: int) -> Iterator[str]:
    live = [heard for heard in fact.heard if heard.fate is Fate.LIVE]
    notes = "; ".join(note for note in (fact.yet, fact.why) if note)
    value = fact.says + (f"  ({notes})" if notes else "")
    if fact.conflict:
        value = f"IN DISPUTE: {value}" if fact.says != UNKNOWN else "IN DISPUTE"
    if fact.conflict or not live:
        yield from _row((subject, fact.name, value, "", "", ""), width)
    for i, heard in enumerate(sorted(live, key=lambda h: -1 if h.side is None else h.side) if fact.conflict else live):
        if fact.conflict:
            side = "either way: " if heard.side is None else f"{ascii_lowercase[heard.side % 26]}) "
            head, own = ("", "", f"  {side}{heard.says}"), ""
        else:
            head, own = (("", "", "") if i else (subject, fact.name, value)), fact.says
        yield from _row((*head, _marks(fact, heard), *_told(heard, own)), width)
    for heard in fact.heard:
        yield from _over(heard, width)


def _over(heard: Heard, width: int, *, wide: bool = False) -> Iterator[str]:
    """A statement that no longer holds, or one that only acts on another."""
    statement = heard.statement
    if heard.fate in _OVER:
        yield from _row(("", "", f"  {_OVER[heard.fate]}: {heard.says}", "", *_told(heard)), width, wide=wide)
    acts = [
        f"{word} {reference}"
        for word, reference in (
            ("corrects", statement.corrects),
            ("withdraws", statement.withdraws),
            ("sets aside", statement.sets_aside),
            ("revives", statement.revives),
        )
        if reference
    ]
    if acts:
        because = f", because: {statement.because}" if statement.because else ""
        yield from _row(("", "", f"  ({_source(heard)} {' and '.join(acts)}{because})", "", "", ""), width, spill=True)


def _list(name: str, said: Sequence[ListLine], width: int) -> Iterator[str]:
    if all(not line.says for line in said):
        yield from _row((name, "", "open", "", "", ""), width, wide=True)
    for i, line in enumerate(said):
        says = f"IN DISPUTE: {line.says}" if line.conflict else line.says
        for j, heard in enumerate(line.heard if says else ()):
            cells = (name if i + j == 0 else "", "", says if j == 0 else "", "", *_told(heard))
            yield from _row(cells, width, wide=True)
        for heard in line.heard:
            yield from _over(heard, width, wide=True)


def _who(heard: Heard, width: int) -> Iterator[str]:
    if heard.fate is Fate.LIVE:
        yield from _row(("", "", heard.says, "", *_told(heard)), width, wide=True)
    yield from _over(heard, width, wide=True)


def _altered(entry: Entry, width: int) -> Iterator[str]:
    because = f": {entry.because}" if entry.because else ""
    yield from _wrapped(f"{entry.recorded} {entry.by}, entry {entry.number}{because}", width)
    for head, was, now in entry.difference.changed:
        yield from _wrapped(f"  {head} was {was}, now {now}", width)
    for head, was in entry.difference.removed:
        yield from _wrapped(f"  {head} was {was}, taken out", width)


# --- cells ----------------------------------------------------------------------------------------------------------


def _marks(fact: FactLine, heard: Heard) -> str:
    statement, source = heard.statement, heard.statement.source
    held = is_held(statement)
    own = fact.private or fact.guarded or is_to_counsel(source)
    cleared = statement.cleared if statement.cleared is not None or own else source.cleared
    marks = {
        "i": fact.private,
        "g": fact.guarded,
        "s": is_to_counsel(source) and not (fact.private or fact.guarded or held),
        "p": held,
        "c": bool(cleared) and not held,
    }
    return "".join(mark for mark, holds in marks.items() if holds)


def _told(heard: Heard, value: str = "") -> tuple[str, str]:
    """The standing of a statement, and where it stands; its own words where the value has others."""
    own = f' "{heard.says}"' if value and heard.says and heard.says != value else ""
    return heard.standing.name.lower(), _source(heard) + own


def _source(heard: Heard) -> str:
    place = str(heard.statement.place)
    return heard.statement.source.key + (f" {place}" if place else "")


def _columns(width: int) -> tuple[int, ...]:
    """The widths of subject, fact, value, marks, standing and source."""
    rest = width - 5 - _MARK - _STANDING
    subject, fact = (15, 17) if width >= 100 else (12, 13)
    value = (rest - subject - fact) * 11 // 20
    return subject, fact, value, _MARK, _STANDING, rest - subject - fact - value


def _row(cells: Sequence[str], width: int, *, wide: bool = False, spill: bool = False) -> Iterator[str]:
    """A row of the table, in as many lines as its longest cell needs; ``spill`` lets the value run to the right edge."""
    widths = list(_columns(width))
    if wide:  # the value takes the place of the fact too
        widths[2] += widths[1] + 1
        widths[1] = -1
    if spill:
        widths[2] = width - widths[0] - widths[1] - 2
    columns = [_wrapped(cell, size) if size > 0 else [] for cell, size in zip(cells, widths, strict=True)]
    for i in range(max(map(len, columns))):
        parts = [column[i] if i < len(column) else "" for column in columns]
        yield " ".join(part.ljust(size) for part, size in zip(parts, widths, strict=True) if size >= 0)


def _wrapped(text: str, width: int) -> list[str]:
    """Text in lines; what follows the first is indented as far as it is, and a little more."""
    indent = " " * (len(text) - len(text.lstrip()))
    if len(text) <= width:
        return [text] if text else []
    return textwrap.wrap(text, width, subsequent_indent=indent + ("  " if indent else ""), break_on_hyphens=False)
