"""The days that matter: deadlines and what became of them, replies due, instructions, expiries, and changes of law."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any, Literal

from abeyance.assess import words
from abeyance.assess.asking import Inquiry, is_exact
from abeyance.assess.brief import Clock
from abeyance.assess.custody import may_be_held
from abeyance.assess.gates import carried_by
from abeyance.casefile.vocabulary import (
    BondOrder,
    Case,
    ChargingDocument,
    CustodyReview,
    FearScreening,
    Filing,
    Instruction,
    Order,
    PrivateBill,
    Protection,
    Recorded,
    Residence,
    Supervision,
)
from abeyance.law.avenues import AVENUES, Avenue
from abeyance.law.bond import bond_appeal_due, dhs_appeal_due, dhs_notice_due, hold_on_release_lapses, within_the_rule
from abeyance.law.calendars import doubtful
from abeyance.law.custody import (
    custody_review_due,
    headquarters_review_due,
    next_review_due,
    redetention_review_due,
    removal_period_ends,
    six_months_end,
)
from abeyance.law.duties import address_due, brief_due
from abeyance.law.fear import credible_fear_review_due, reasonable_fear_finding_due, reasonable_fear_review_due
from abeyance.law.finality import order_executed, order_final, time_to_leave_runs
from abeyance.law.not_a_stay import motion_holds_nothing
from abeyance.law.petitions import petition_due
from abeyance.law.provisions import Provision
from abeyance.law.reopening import court_opposition_due, opposition_due
from abeyance.law.stays import INSTRUMENTS
from abeyance.law.stays_automatic import before_a_decision
from abeyance.law.voluntary_departure import bond_due, bond_proof_due, leave_after_petition_by, voluntary_departure_ends
from abeyance.logic.evaluating import Valuation
from abeyance.logic.explaining import spell_day, spell_steps
from abeyance.logic.expressions import Choice, Expr, Period, Version, walk
from abeyance.logic.facts import entity_of
from abeyance.logic.operations import Row
from abeyance.logic.values import ANY_DAY, LONG_AGO, NEVER, Span

State = Literal["passed", "today", "ahead", "not started", "not known"]
WATCHED = 180  # calendar days ahead in which a change of law is a clock

REPLIES: dict[str, Provision[Any, Any]] = {"Board": opposition_due, "immigration court": court_opposition_due}

CUSTODY: tuple[tuple[Literal["expiry", "agency reply"], Provision[Any, Any], str], ...] = (
    ("expiry", removal_period_ends, "The removal period ends"),
    ("agency reply", custody_review_due, "Custody review by the field office"),
    ("agency reply", headquarters_review_due, "Custody review by headquarters"),
    ("expiry", six_months_end, "Six months of custody after the order end"),
)

# what an agency owes on a claim of fear: of which kind, the day it counts from, the day it is done, and for a negative finding only
SCREENINGS: tuple[tuple[str, str, str, bool, Provision[Any, Any], str], ...] = (
    (
        "reasonable fear",
        "referred",
        "found",
        False,
        reasonable_fear_finding_due,
        "Officer's finding on reasonable fear",
    ),
    (
        "reasonable fear",
        "review_referred",
        "reviewed",
        True,
        reasonable_fear_review_due,
        "Judge's review of reasonable fear",
    ),
    ("credible fear", "found", "reviewed", True, credible_fear_review_due, "Judge's review of credible fear"),
)

EXPIRIES: tuple[tuple[type[Recorded], str, str], ...] = (
    (Filing, "until", "Stay ends"),
    (Protection, "until", "Protection ends"),
    (PrivateBill, "congress_ends", "The Congress ends, and the private bill with it"),
)


def clocks(ask: Inquiry) -> tuple[Clock, ...]:
    """Every clock: those ahead by their first day, then what has passed, has not started, or is not known."""
    found = [
        *_deadlines(ask),
        *_replies(ask),
        *_instructions(ask),
        *_expiries(ask),
        *_custody(ask),
        *_screenings(ask),
        *_duties(ask),
        *_bonds(ask),
        *_law_changes(ask),
    ]
    # one day of one avenue is told once, though two orders of a proceeding give it
    found = list({(c.state, c.day, c.title, c.detail): c for c in reversed(found)}.values())
    states = ("today", "ahead", "passed", "not started", "not known")
    return tuple(sorted(found, key=lambda c: (max(states.index(c.state), 1), _first(c), c.kind, c.title)))


def _first(clock: Clock) -> date:
    return (clock.day.first or clock.day.last if clock.day else None) or date.max


def state_of(span: Span, on: int) -> State:
    """Where a day stands from the day asked about."""
    if span[1] < on:
        return "passed"
    if span[0] > on:
        return "ahead"
    return "today" if span[0] == span[1] else "not known"


# --- deadlines of the law ---------------------------------------------------------------------------------------------


def _deadlines(ask: Inquiry) -> Iterator[Clock]:
    for avenue in AVENUES:
        if avenue.due is not None:
            for row in ask.by_now(avenue.due.subject):
                yield from _deadline(ask, avenue, avenue.due, row)
    pending = [row for row in ask.rows(Filing.list) if ask.ask(motion_holds_nothing, row["@id"]).value is not False]
    for row in pending:
        if words.only(Filing.facts["forum"], row["forum"]) == "Board" and row["received"][0] <= ask.on.toordinal():
            detail = f"30 days from the day the Board denies {words.named(Filing, row)}; the petition holds nothing by itself"
            if row["decided"][0] <= ask.on.toordinal():
                detail += "; whether it is still pending is not in file: confirm today"
            title = "Petition for review of a denial"
            yield Clock(
                "deadline", "not started", None, title, detail, petition_due.id, row["@id"], petition_due.authority, ""
            )


def _deadline(ask: Inquiry, avenue: Avenue, due: Provision[Any, Any], row: Row) -> Iterator[Clock]:
    """One clock of an order; none where the avenue is closed for another reason than time."""
    subject, on = row["@id"], ask.on.toordinal()
    span: Span = ask.ask(due, subject).value
    if any(is_filed_in_time(avenue, subject, filing, span) for filing in ask.by_now(Filing)):
        return
    about = subject if avenue.open.subject is not Case else ""
    is_open = ask.ask(avenue.open, about).value
    state = state_of(span, on)
    if is_open is False:
        if on <= span[1] and span[0] <= on:
            return
        then = ask.valuation_on(span[1] if state == "passed" else span[0], about)
        if then is None or then.value(ask.expression(avenue.open)) is False:
            return
        state = "passed" if state == "passed" else "not started"
    if span == ANY_DAY or (state == "not started" and span[1] >= NEVER):
        unknown = "is still to come" if state == "not started" else "is not in file"
        period = due.says.partition(": ")[2]
        detail = f"{period}; the day it counts from {unknown}" if period else f"the day it counts from {unknown}"
        detail = detail[0].upper() + detail[1:]
        yield _clock(ask, "deadline", state, None, avenue.title, detail, due, row)
        return
    detail = _account(ask, due, subject)
    if state != "passed":  # of what is over, how it was counted is enough
        warning = doubtful(date.fromordinal(span[1])) if span[0] == span[1] else None
        detail = _sentences(detail, due.note, *(version.note for version in ask.governing(due, subject)), warning)
    yield _clock(ask, "deadline", state, span, avenue.title, detail, due, row)


def _account(ask: Inquiry, rule: Provision[Any, Any], subject: str) -> str:
    """How a day was counted; of one that is open in several steps only the period, for what it hangs on is among the open facts."""
    steps = carried_by(ask.reasons(rule, subject))
    period = rule.says.partition(": ")[2]
    is_told = len(steps) == 1 or not period or is_exact(ask.ask(rule, subject).value)
    return "; ".join(steps) if is_told else period[0].upper() + period[1:]


def is_filed_in_time(avenue: Avenue, order: str, filing: Row, due: Span) -> bool:
    """Whether a filing surely is what the avenue asks for against an order, of the respondent and by its last day."""
    if avenue.pending is None:
        return False
    kind, forum = (words.only(Filing.facts[name], filing[name]) for name in ("kind", "forum"))
    is_it = kind == avenue.pending[0] and forum == (avenue.pending[1] or forum)
    on_ground = not avenue.ground or filing[avenue.ground] is True
    of_respondent = words.only(Filing.facts["by"], filing["by"]) != "DHS" and filing["rejected"] is False
    return (
        is_it
        and on_ground
        and of_respondent
        and [of["@id"] for of in filing["of"]] == [order]
        and filing["received"][1] <= due[0]
    )


def _sentences(*said: str | None) -> str:
    return ". ".join(sentence.rstrip(".") for sentence in said if sentence)


def _clock(
    ask: Inquiry,
    kind: Literal["deadline", "agency reply", "expiry"],
    state: State,
    span: Span | None,
    title: str,
    detail: str,
    rule: Provision[Any, Any],
    row: Row,
) -> Clock:
    day = words.days(span) if span and (span[0] > LONG_AGO or span[1] < NEVER) else None
    confidence = "" if rule.confidence.value == "sure" else rule.confidence.value
    hindsight = any(_is_hindsight(version, ask.on) for version in ask.governing(rule, row["@id"]))
    return Clock(
        kind,
        state if day or state == "not started" else "not known",
        day,
        title,
        detail,
        rule.id,
        row["@id"],
        rule.authority,
        confidence,
        hindsight,
        ask.sources_of(row["@id"]),
    )


def _is_hindsight(version: Version, on: date) -> bool:
    return version.known is not None and version.known > on


# --- what others must do, and what was told ---------------------------------------------------------------------------


MOTIONS = {"motion to reopen", "motion to reconsider", "motion to rescind"}


def _replies(ask: Inquiry) -> Iterator[Clock]:
    """The answers of DHS that are due to motions not decided yet, whether or not a motion holds removal."""
    for row in ask.by_now(Filing):
        rule = REPLIES.get(words.only(Filing.facts["forum"], row["forum"]))
        motion = MOTIONS & set(words.chosen(Filing.facts["kind"], row["kind"]))
        of_dhs = words.only(Filing.facts["by"], row["by"]) == "DHS"
        if rule is None or not motion or of_dhs or ask.holds(before_a_decision(Filing.subject()), row["@id"]) is False:
            continue
        title = f"DHS opposition to {words.named(Filing, row)}"
        span: Span = ask.ask(rule, row["@id"]).value
        if span[1] < NEVER:
            detail = _account(ask, rule, row["@id"])
            yield _clock(ask, "agency reply", state_of(span, ask.on.toordinal()), span, title, detail, rule, row)
        elif row["received"][1] < NEVER:
            served_at_once = {**row, "served": row["received"]}
            then = Valuation(ask.record.root, ask.on.toordinal(), served_at_once).value(ask.expression(rule))
            due = words.spelled(then)
            detail = f"The day it was served on DHS is not in file; only if served when filed, due {due}"
            yield _clock(ask, "agency reply", "not known", None, title, detail, rule, row)


def _instructions(ask: Inquiry) -> Iterator[Clock]:
    for row in ask.rows(Instruction.list):
        given, day = row["given"], row["on"]
        if given[0] > ask.on.toordinal() or day == ANY_DAY:
            continue  # not told yet (SEMANTICS 17)
        paper = {True: "in writing", False: "not in writing", None: "no paper in file"}[row["written"]]
        kind = words.only(Instruction.facts["kind"], row["kind"])
        told = "" if given[1] <= ask.on.toordinal() else f"; told on a day {words.spelled(given)}"
        if kind == "report":
            detail = f"Removal may be carried out at a check-in; {paper}{told}"
            yield _told(ask, "check-in", row, day, "Told to report", detail)
        else:
            detail = f"An instruction, not the deadline of any motion; {paper}{told}"
            yield _told(ask, "instruction", row, day, f"Told to {kind or 'act'}", detail)


def _expiries(ask: Inquiry) -> Iterator[Clock]:
    for row in ask.rows(Order.list):
        if ask.ask(time_to_leave_runs, row["@id"]).value is not False and _is_to_come(
            ask, voluntary_departure_ends, row
        ):
            title = f"Voluntary departure ends: {words.named(Order, row)}"
            yield _counted(ask, "expiry", title, voluntary_departure_ends, row)
    for entity, name, title in EXPIRIES:
        for row in ask.rows(entity.list):
            if row[name][1] < NEVER and row[name][1] >= ask.on.toordinal():
                yield _told(ask, "expiry", row, row[name], f"{title}: {words.named(entity, row)}", "The last good day")


def _custody(ask: Inquiry) -> Iterator[Clock]:
    """While ICE holds the respondent, on an order that is or may be final, how long it may and when it must look again."""
    seen: set[tuple[str, Span]] = set()  # the Board's dismissal and the order it upheld have the same days
    for row in ask.by_now(Order) if may_be_held(ask) else ():
        if ask.ask(order_final, row["@id"]).value is False or ask.ask(order_executed, row["@id"]).value:
            continue
        for kind, rule, title in CUSTODY:
            span: Span = ask.ask(rule, row["@id"]).value
            if (title, span) not in seen:
                seen.add((title, span))
                yield _counted(ask, kind, title, rule, row)
    for row in ask.by_now(CustodyReview) if may_be_held(ask) else ():
        if words.only(CustodyReview.facts["outcome"], row["outcome"]) == "continued detention":
            yield _counted(ask, "agency reply", "Custody review, a year later", next_review_due, row)
    for row in ask.by_now(Supervision):
        if row["revoked"][1] <= ask.on.toordinal():
            title = "Custody review after release was taken back"
            yield _counted(ask, "agency reply", title, redetention_review_due, row)


def _screenings(ask: Inquiry) -> Iterator[Clock]:
    """What an officer or a judge owes on a claim of fear and has not surely given."""
    on = ask.on.toordinal()
    for row in ask.by_now(FearScreening):
        kind = words.only(FearScreening.facts["kind"], row["kind"])
        finding = words.only(FearScreening.facts["finding"], row["finding"])
        for of, since, done, of_negative, rule, title in SCREENINGS:
            is_owed = not of_negative or (finding == "negative" and row["review_asked"][0] <= on)
            if kind == of and is_owed and row[since][0] <= on < row[done][1]:
                yield _counted(ask, "agency reply", title, rule, row)


def _is_under_way(ask: Inquiry, _: Row) -> bool:
    """Whether there is a case to which a new address must be told."""
    return any(ask.by_now(ChargingDocument)) or any(ask.by_now(Order))


def _is_pending_appeal(ask: Inquiry, row: Row) -> bool:
    is_over = ask.holds(before_a_decision(Filing.subject()), row["@id"]) is False
    return words.only(Filing.facts["kind"], row["kind"]) == "appeal" and not is_over


def _attacks_leave(kind: str) -> Callable[[Inquiry, Row], bool]:
    """Whether a filing of that kind attacks an order that surely gave time to leave voluntarily."""

    def does(_: Inquiry, row: Row) -> bool:
        outcomes = {words.only(Order.facts["outcome"], order["outcome"]) for order in row["of"]}
        return words.only(Filing.facts["kind"], row["kind"]) == kind and outcomes == {"voluntary departure"}

    return does


def _gives_leave_unbonded(ask: Inquiry, row: Row) -> bool:
    """Whether a judge's order surely gave time to leave, for which a bond may have to be posted and surely was not yet."""
    outcome, by = (words.only(Order.facts[name], row[name]) for name in ("outcome", "by"))
    unposted = row["bond_posted"][1] > ask.on.toordinal()
    return (
        (outcome, by) == ("voluntary departure", "immigration judge") and unposted and row["bond_required"] is not False
    )


# what is due of the respondent besides filings: of which rows, the day it counts from, and of which of them
DUTIES: tuple[tuple[type[Recorded], str, Callable[[Inquiry, Row], bool], Provision[Any, Any], str], ...] = (
    (Residence, "since", _is_under_way, address_due, "Change of address, form EOIR-33"),
    (Order, "decided", _gives_leave_unbonded, bond_due, "Bond for voluntary departure"),
    (Filing, "briefing_schedule", _is_pending_appeal, brief_due, "Brief at the Board"),
    (
        Filing,
        "received",
        _attacks_leave("appeal"),
        bond_proof_due,
        "Proof to the Board of the bond for voluntary departure",
    ),
    (
        Filing,
        "received",
        _attacks_leave("petition for review"),
        leave_after_petition_by,
        "Leaving, after a petition ended the time to leave voluntarily",
    ),
)


def _duties(ask: Inquiry) -> Iterator[Clock]:
    """What is due of the respondent besides: only where it counts from a day that the file knows, and until that is over."""
    on = ask.on.toordinal()
    for entity, since, is_about, rule, title in DUTIES:
        for row in ask.by_now(entity):
            begun = row[since] != ANY_DAY and row[since][0] <= on
            if begun and is_about(ask, row) and _is_to_come(ask, rule, row):
                yield _counted(ask, "deadline", title, rule, row)


# what DHS may file against a bond order: the kind of filing, and the last day for it
AGAINST_A_BOND: tuple[tuple[str, Provision[Any, Any], str], ...] = (
    ("notice of intent to appeal custody", dhs_notice_due, "DHS notice of intent to appeal, which holds release up"),
    ("bond appeal", dhs_appeal_due, "DHS appeal of the bond order, or its hold on release ends"),
)


def _bonds(ask: Inquiry) -> Iterator[Clock]:
    """How long a bond order can be appealed, and what DHS must file, and by when, to hold release up."""
    for row in ask.by_now(BondOrder):
        if row["decided"] == ANY_DAY:
            continue
        releases = words.only(BondOrder.facts["outcome"], row["outcome"]) == "release"
        if not (releases and row["amount"][1] <= 0) and _is_to_come(ask, bond_appeal_due, row):
            yield _counted(ask, "deadline", "Appeal of the bond order to the Board", bond_appeal_due, row)
        if not releases or ask.holds(within_the_rule(BondOrder.subject()), row["@id"]) is False:
            continue
        for filing, rule, title in AGAINST_A_BOND:
            if _is_to_come(ask, rule, row) and not _has_filed(ask, filing, row):
                yield _counted(ask, "agency reply", title, rule, row)

    for row in ask.by_now(Filing):
        kind, by = (words.only(Filing.facts[name], row[name]) for name in ("kind", "by"))
        is_over = ask.holds(before_a_decision(Filing.subject()), row["@id"]) is False
        if (kind, by) == ("bond appeal", "DHS") and not is_over and row["received"] != ANY_DAY:
            title = "DHS's hold on release lapses, if the Board has not decided"
            yield _counted(ask, "expiry", title, hold_on_release_lapses, row)


def _has_filed(ask: Inquiry, kind: str, bond: Row) -> bool:
    """Whether DHS has surely filed that against a bond order."""
    return any(
        words.only(Filing.facts["kind"], row["kind"]) == kind
        and [of["@id"] for of in row["of_bond"]] == [bond["@id"]]
        and words.only(Filing.facts["by"], row["by"]) == "DHS"
        and row["received"][1] <= ask.on.toordinal()
        for row in ask.by_now(Filing)
    )


def _is_to_come(ask: Inquiry, rule: Provision[Any, Any], row: Row) -> bool:
    """Whether a last day comes at all and is not surely behind."""
    last: int = ask.ask(rule, row["@id"]).value[1]
    return ask.on.toordinal() <= last < NEVER


def _counted(
    ask: Inquiry, kind: Literal["deadline", "expiry", "agency reply"], title: str, rule: Provision[Any, Any], row: Row
) -> Clock:
    span: Span = ask.ask(rule, row["@id"]).value
    detail = _sentences(_account(ask, rule, row["@id"]), rule.note)
    return _clock(ask, kind, state_of(span, ask.on.toordinal()), span, title, detail, rule, row)


def _told(
    ask: Inquiry, kind: Literal["instruction", "expiry", "check-in"], row: Row, day: Span, title: str, detail: str
) -> Clock:
    state = state_of(day, ask.on.toordinal())
    return Clock(kind, state, words.days(day), title, detail, "", row["@id"], (), "", False, ask.sources_of(row["@id"]))


# --- changes of law ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Change:
    """A version of law that comes into force soon, in words before and after, and the event that chooses between them."""

    version: Version
    start: date
    before: str
    after: str
    event: str


def _law_changes(ask: Inquiry) -> Iterator[Clock]:
    """The days soon after the one asked about on which a deadline, a stay or an avenue comes to be governed by other law."""
    deadlines = [a.due for a in AVENUES if a.due]
    rules: list[Provision[Any, Any]] = [*deadlines, *(i.provision for i in INSTRUMENTS), *(a.open for a in AVENUES)]
    seen: set[Version] = set()
    for rule in dict.fromkeys(rules):
        for change in _changes(ask, rule):
            if change.version in seen:
                continue
            seen.add(change.version)
            last = change.start.toordinal() - 1
            detail = f"Until {spell_day(last)}: {change.before}. From {change.start.isoformat()}: {change.after}"
            yield Clock(
                "law change",
                "ahead" if last > ask.on.toordinal() else "today",
                words.days((last, last)),
                f"Last day of the present practice: {rule.says}",
                f"It turns on {change.event}. {detail}" if change.event else detail,
                rule.id,
                "",
                rule.authority,
                "",
                _is_hindsight(change.version, ask.on),
            )


def _changes(ask: Inquiry, rule: Provision[Any, Any]) -> Iterator[_Change]:
    """What follows what soon, by the day asked about, or by an event of the rule's own subject that may yet fall under it."""
    top = ask.expression(rule)
    for node in walk(top):
        param = node.param[0] if isinstance(node, Choice) else node.param
        event: Expr | None = None
        if node.op == "choose" and param[0] == "date" and node.args[0].op == "on":
            said = [(v, v.cite, branch) for v, branch in zip(param[1], node.args[1:], strict=True)]
        elif node.op == "add_version" and node.args[1].op == "field" and node.free <= top.free:
            event = node.args[1]
            said = [
                (v, f"{spell_steps(p.steps).removeprefix('plus ')} ({v.cite})", p) for v, p in zip(*param, strict=True)
            ]
        else:
            continue
        for (_, before, was), (version, after, becomes) in pairwise(said):
            same = was is becomes or (isinstance(was, Period) and was == becomes)
            if version.start is None or not version.confirmed or same:
                continue
            ahead = (version.start - ask.on).days
            if 0 < ahead <= WATCHED and (event is None or _may_reach(ask, rule, event, version.start)):
                yield _Change(version, version.start, before, after, "" if event is None else _label(event))


def _label(field: Expr) -> str:
    return entity_of(field.args[0]).facts[field.param].label


def _may_reach(ask: Inquiry, rule: Provision[Any, Any], event: Expr, start: date) -> bool:
    """Whether the event may fall on a day or later: of a row recorded, or where none is, of one to come."""
    valuations = [ask.valuation(row["@id"]) for row in ask.rows(rule.subject.list)]
    spans = [valuation.value(event) for valuation in valuations if valuation]
    return not spans or any(last >= start.toordinal() for _, last in spans)
