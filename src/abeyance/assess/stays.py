"""The state of stays on the day: every instrument of the closed list, what is pending, and the headline."""

from collections.abc import Iterator
from datetime import date

from abeyance.assess import words
from abeyance.assess.asking import Inquiry
from abeyance.assess.brief import Group, Headline, StayLine
from abeyance.casefile.vocabulary import Case, Filing
from abeyance.law.not_a_stay import (
    collateral_holds_nothing,
    ice_request_holds_nothing,
    motion_holds_nothing,
    petition_holds_nothing,
    stay_request_holds_nothing,
)
from abeyance.law.stays import INSTRUMENTS, Instrument, something_to_execute
from abeyance.logic.expressions import Day
from abeyance.logic.operations import Row
from abeyance.logic.values import NEVER, Span, Truth

HOLDS_NOTHING = (
    motion_holds_nothing,
    stay_request_holds_nothing,
    ice_request_holds_nothing,
    petition_holds_nothing,
    collateral_holds_nothing,
)


def stay_lines(ask: Inquiry) -> tuple[StayLine, ...]:
    """One line for every instrument, and one for everything pending that holds nothing."""
    return (*[_instrument(ask, i) for i in INSTRUMENTS], *_pending(ask))


def _instrument(ask: Inquiry, instrument: Instrument) -> StayLine:
    rule = instrument.provision
    group: Group = "by law" if instrument.automatic else "granted"
    subjects = list(ask.rows(rule.subject.list)) if rule.subject is not Case else []
    answers = [(row, ask.ask(rule, row["@id"])) for row in subjects]
    for row, answer in answers:
        if answer.value is True:
            until = _until(ask, instrument, row)
            end = words.spelled(until) if until and until[1] < NEVER else ""
            status = f"in force until {end}" if end else f"in force until {instrument.ends}; day not in file"
            standing = answer.standing.name.lower() if answer.standing else ""
            day = words.days(until) if until else None
            return StayLine(
                group, instrument.title, "yes", status, rule.id, row["@id"], standing, day, _sources(ask, row)
            )
    value = ask.anywhere(rule)
    unknown = next((row for row, answer in answers if answer.value is None), None)
    status = _status(ask, instrument, value, subjects, unknown)
    return StayLine(group, instrument.title, words.truth(value), status, rule.id, unknown["@id"] if unknown else "")


def _until(ask: Inquiry, instrument: Instrument, row: Row) -> Span | None:
    if instrument.until is None:
        return None
    subject = instrument.provision.subject
    node: Day = instrument.until(Case.root(), subject.subject())
    span: Span = ask.holds(node, row["@id"])
    return span


def _status(ask: Inquiry, instrument: Instrument, value: Truth, rows: list[Row], unknown: Row | None) -> str:
    """Why an instrument does not hold, in a few words."""
    if instrument.forum:
        requests = [r for r in rows if _asks(r, instrument.forum)]
        if requests:
            latest = max(requests, key=lambda r: _latest(ask, r))
            return state_of_filing(ask, latest)
        return "not asked" if value is False else "none in the file"
    if value is False:
        return "over" if instrument.title == "Time to appeal to the Board" else "no"
    return f"could hold; turns on {unknown['@id']}" if unknown else "not shown"


def _latest(ask: Inquiry, row: Row) -> int:
    """How lately something is known to have happened to a filing by the day asked about."""
    happened = [row[name][0] for name in ("received", "decided") if row[name][1] <= ask.on.toordinal()]
    return max(happened, default=0)


def _asks(row: Row, forum: str) -> bool:
    kind, where = Filing.facts["kind"], Filing.facts["forum"]
    return words.chosen(kind, row["kind"]) == ("stay request",) and forum in words.chosen(where, row["forum"])


def state_of_filing(ask: Inquiry, row: Row) -> str:
    """Where a filing stands on the day asked about, from its events and when they were last looked at (SEMANTICS 17, 18)."""
    on = ask.on.toordinal()
    received, decided = row["received"], row["decided"]
    if received[0] > on:
        return "not filed yet"
    if decided[1] <= on:
        outcome = (
            " or ".join(words.chosen(Filing.facts["outcome"], row["outcome"])) if _outcome_known(row) else "decided"
        )
        until = row["until"]
        end = f", until {words.spelled(until)}" if outcome == "granted" and until[1] < NEVER else ""
        end = ", its end not in file" if outcome == "granted" and not end else end
        return f"{outcome} {words.spelled(decided)}{end}"
    if decided[0] > on:
        return f"pending since {words.spelled(received)}" if received[1] <= on else "pending"
    seen = decided[0] - 1
    if seen > received[0]:
        return f"pending as last seen {words.spelled((seen, seen))}: confirm today"
    return "no decision in the file: confirm today"


def _outcome_known(row: Row) -> bool:
    return bool(row["outcome"] & (row["outcome"] - 1) == 0)


def _pending(ask: Inquiry) -> Iterator[StayLine]:
    for row in ask.rows(Filing.list):
        for rule in HOLDS_NOTHING:
            answer = ask.ask(rule, row["@id"])
            if answer.value is False or (answer.value is None and row["received"][0] > ask.on.toordinal()):
                continue
            if answer.value is None and not _kind_fits(ask, rule.id, row):
                continue
            title = f"{words.kind_of(Filing, row).capitalize()}, {_forum(row)}"
            status = state_of_filing(ask, row) + "; holds nothing"
            yield StayLine(
                "pending", title, words.truth(answer.value), status, rule.id, row["@id"], sources=_sources(ask, row)
            )
            break


def _kind_fits(ask: Inquiry, rule: str, row: Row) -> bool:
    """Whether only the filing's decision is open, not what it is."""
    kind, forum = words.chosen(Filing.facts["kind"], row["kind"]), words.chosen(Filing.facts["forum"], row["forum"])
    return len(kind) == 1 and len(forum) == 1 and row["decided"][1] > ask.on.toordinal()


def _forum(row: Row) -> str:
    forums = words.chosen(Filing.facts["forum"], row["forum"])
    return (
        {"Board": "at the Board", "ICE": "at ICE"}.get(forums[0], f"at the {forums[0]}")
        if len(forums) == 1
        else "forum not in file"
    )


def _sources(ask: Inquiry, row: Row) -> tuple[str, ...]:
    keys = [c.source.key for (subject, _), claims in ask.record.claims.items() if subject == row["@id"] for c in claims]
    return tuple(dict.fromkeys(keys))


# --- the headline ----------------------------------------------------------------------------------------------------


def headline(ask: Inquiry, lines: tuple[StayLine, ...]) -> Headline:
    """Which of the four forms the state of stays takes; unknown is never printed as no."""
    day = words.weekday(ask.on)
    held = [line for line in lines if line.group != "pending" and line.value == "yes"]
    if held:
        longest = max(
            held,
            key=lambda line: (line.until.last if line.until else None) or date.min,
        )
        until = longest.status.removeprefix("in force ")
        return Headline("HELD", "yes", f"HELD {until}, by {_by(longest)}.", _pending_words(lines))
    if ask.ask(something_to_execute).value is False:
        return Headline(
            "ORDER NOT EXECUTABLE",
            "no",
            f"ORDER NOT EXECUTABLE on {day}: no final order stands, on the facts in this file.",
            _pending_words(lines),
        )
    if all(line.value == "no" for line in lines if line.group != "pending"):
        return Headline(
            "NOT HELD",
            "no",
            f"NOT HELD on {day}: every instrument of the closed list is shown to be absent.",
            _pending_words(lines),
        )
    return Headline(
        "NO STAY SHOWN",
        "unknown",
        f"NO STAY SHOWN on {day}, on the facts in this file. Act as if there is none.",
        _pending_words(lines),
    )


def _by(line: StayLine) -> str:
    title = (
        line.title[0].lower() + line.title[1:]
        if not line.title.startswith(("ICE", "TPS", "VAWA", "Board"))
        else line.title
    )
    return f"{title} ({line.provision})"


def _pending_words(lines: tuple[StayLine, ...]) -> tuple[str, ...]:
    pending = [line for line in lines if line.group == "pending"]
    if not pending:
        return ()
    titles = "; ".join(f"{line.title}: {line.status.removesuffix('; holds nothing')}" for line in pending)
    return (f"Pending, and holding nothing unless a stay is granted: {titles}.",)
