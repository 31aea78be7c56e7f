"""The stay map of a page, drawn.  The table beside it says the same in words, so a screen reader passes the drawing by."""

from datetime import date

from abeyance.write.lanes import HELD, NOT_KNOWN, NOT_SHOWN, PENDING, Run, place, runs, ticks
from abeyance.write.markup import Markup, el, joined

KINDS = {HELD: "held", NOT_KNOWN: "open", NOT_SHOWN: "unshown", PENDING: "pend"}
SAID = {HELD: "held", NOT_KNOWN: "could hold", NOT_SHOWN: "not shown", PENDING: "pending, holds nothing"}

_SYMBOLS = {
    "s-held": '<rect x=".5" y="4.5" width="15" height="7" rx="1.5" fill="currentColor"/>',
    "s-pend": '<rect x="1" y="4.8" width="14" height="6.4" rx="1.2" class="stroke" stroke-width="1.6"'
    ' stroke-dasharray="2.6 1.7"/>',
    "s-open": '<path d="M5.2 5.6a2.9 2.9 0 1 1 4.2 2.6C8.4 8.7 8 9.3 8 10.4" class="stroke" stroke-width="2"/>'
    '<circle cx="8" cy="13.6" r="1.3" fill="currentColor"/>',
    "s-conf": '<path d="M2 5.7h12M2 10.3h12M4.8 14 11.2 2" class="stroke" stroke-width="1.8"/>',
    "s-ok": '<path d="M2 8.6 6.2 13 14 3.4" class="stroke" stroke-width="2.2"/>',
    "s-box": '<rect x="2" y="2" width="12" height="12" class="stroke" stroke-width="1.8"/>',
    "k-deadline": '<path d="M2.8.8v14.6" class="stroke" stroke-width="1.8"/><path d="M2.8 1.2H14L11 5.2l3 4H2.8z"'
    ' fill="currentColor"/>',
    "k-reply": '<path d="M3.4 2 13.6 8 3.4 14z" class="stroke" stroke-width="2" stroke-linejoin="round"/>',
    "k-expiry": '<path d="M.5 8h8.1" class="stroke" stroke-width="3"/><circle cx="11.8" cy="8" r="3.2" class="stroke"'
    ' stroke-width="2"/>',
    "k-instruction": '<path d="M5.2 1.2h5.6l4 4v5.6l-4 4H5.2l-4-4V5.2z" class="stroke" stroke-width="1.9"/>'
    '<path d="M4.6 8h6.8" class="stroke" stroke-width="2"/>',
    "k-checkin": '<path d="M8 1.4 14.6 8 8 14.6 1.4 8z" class="stroke" stroke-width="1.9"/>',
    "k-law": '<circle cx="8" cy="8" r="6.6" class="stroke" stroke-width="1.7"/><path d="M8 4v8M5.6 6h4.8"'
    ' class="stroke" stroke-width="1.7"/>',
}


def sprite() -> Markup:
    """The shapes that the page refers to: the mark, one a status and one a kind of day; and the two hatches."""
    mark = (
        '<symbol id="mark" viewBox="0 0 32 16"><circle cx="3.5" cy="8" r="3.5" fill="currentColor"/>'
        '<path d="M3.5 8H23" class="stroke" stroke-width="2.4"/>'
        '<circle cx="26.5" cy="8" r="3.3" class="stroke" stroke-width="2.2"/></symbol>'
    )
    hatch = (
        '<pattern id="hatch" width="4.5" height="4.5" patternTransform="rotate(45)" patternUnits="userSpaceOnUse">'
        '<rect class="hatch" width="1.1" height="4.5"/></pattern>'
    )
    symbols = [f'<symbol id="{name}" viewBox="0 0 16 16">{shape}</symbol>' for name, shape in _SYMBOLS.items()]
    inside = Markup(mark + hatch + "".join(symbols))
    return el("svg", inside, class_="sprite", aria_hidden="true", focusable="false")


def axis(days: tuple[date, ...], on: date) -> Markup:
    """The years and months above the lanes, and the day asked about."""
    labels = [
        el("text", tick.label, x=_across(tick.column, len(days)), dx="2", y="25", class_="ax") for tick in ticks(days)
    ]
    at = place(on, days)
    now = None
    if at is not None:
        share = at / len(days)
        anchor = "end" if share > 0.8 else "start" if share < 0.2 else "middle"
        now = el("text", on.isoformat(), x=_across(at, len(days)), y="10", text_anchor=anchor, class_="ax ax--on")
    return el("svg", *labels, now, aria_hidden="true", class_="row")


def lane(letters: str, days: tuple[date, ...], on: date) -> Markup:
    """One lane: a bar for every run of its letters, over lines that go on from row to row."""
    bars = [_bar(run, len(days)) for run in runs(letters, len(days))]
    return joined(_lines(days, on), el("svg", *bars, aria_hidden="true", class_="row"))


def key(letters: str) -> Markup:
    """What the bars mean that stand for these letters."""
    items = []
    for run in sorted(
        {Run(run.letter, 0, 1) for run in runs(letters, len(letters))}, key=lambda run: [*KINDS].index(run.letter)
    ):
        drawn = el("svg", _bar(run, 1), aria_hidden="true")
        items.append(el("li", drawn, SAID[run.letter]))
    return el("ul", *items, class_="key")


def _bar(run: Run, columns: int) -> Markup:
    """A bar, or a thin line where nothing is shown."""
    y, height = ("13", "2") if run.letter == NOT_SHOWN else ("8", "12")
    x, width = _across(run.start, columns), _across(run.end - run.start, columns)
    return el("rect", x=x, y=y, width=width, height=height, class_=f"bar bar--{KINDS[run.letter]}")


def _lines(days: tuple[date, ...], on: date) -> Markup:
    """The marks of the axis and the day asked about, over the whole height of a row."""
    marks = [_line(tick.column, days, "ln") for tick in ticks(days)]
    at = place(on, days)
    now = _line(at, days, "now") if at is not None else None
    return el("svg", *marks, now, aria_hidden="true", class_="lines")


def _line(column: float, days: tuple[date, ...], kind: str) -> Markup:
    x = _across(column, len(days))
    return el("line", x1=x, x2=x, y1="0", y2="100%", class_=kind)


def _across(column: float, columns: int) -> str:
    """A share of the width, so that a drawing fits any column and its letters stay their size."""
    return f"{100 * column / columns:.2f}%"
