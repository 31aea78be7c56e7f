"""A single clock asked without a case: the last day, how it is counted, under which law, and by when to send."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from abeyance.assess import words
from abeyance.assess.brief import Span as DaySpan
from abeyance.casefile.combining import combine
from abeyance.casefile.vocabulary import (
    BondOrder,
    Case,
    Entry,
    FearScreening,
    Filing,
    Order,
    Recorded,
    Residence,
    Supervision,
)
from abeyance.casefile.words import Unreadable, parse
from abeyance.law.after_review import certiorari_due, rehearing_due
from abeyance.law.appeals import appeal_due
from abeyance.law.bond import bond_appeal_due, dhs_appeal_due, dhs_notice_due, hold_on_release_lapses
from abeyance.law.calendars import closed, in_doubt
from abeyance.law.custody import (
    custody_review_due,
    headquarters_review_due,
    redetention_review_due,
    removal_period_ends,
    six_months_end,
)
from abeyance.law.dhs_decisions import officer_appeal_due
from abeyance.law.duties import address_due, brief_due
from abeyance.law.facts_read import facts_in
from abeyance.law.fear import (
    appeal_by,
    credible_fear_review_aimed_at,
    credible_fear_review_due,
    reasonable_fear_finding_due,
    reasonable_fear_review_due,
)
from abeyance.law.finality import BY_DHS
from abeyance.law.petitions import petition_due
from abeyance.law.provisions import Provision
from abeyance.law.relief.asylum import asylum_due
from abeyance.law.reopening import court_opposition_due, opposition_due, reconsideration_due, reopening_due
from abeyance.law.stays_automatic import administrative_wait_ends, rescission_due, vawa_due
from abeyance.law.voluntary_departure import (
    bond_due,
    bond_proof_due,
    leave_after_petition_by,
    longest_voluntary_departure,
    voluntary_departure_ends,
)
from abeyance.logic.causes import causes
from abeyance.logic.evaluating import Valuation
from abeyance.logic.explaining import Reason, explain
from abeyance.logic.expressions import walk
from abeyance.logic.facts import DayFact, ListFact
from abeyance.logic.operations import Row, blank
from abeyance.logic.values import ANY_DAY, LONG_AGO, NEVER, Cause, Presence, Span

SCHEMA_VERSION = "1"
FIRST_REMOVAL = date(1997, 4, 1)  # IIRIRA 309(a): before it orders were of deportation or exclusion
TO_SPARE = 2  # business days between sending by overnight courier and the last day: one on the way, one for a delay

BY_JUDGE = {
    "kind": "removal",
    "by": "immigration judge",
    "outcome": "ordered removed",
    "motion_ruling": "no",
    "appeal_reserved_by_dhs": "no",
}
BY_BOARD = BY_JUDGE | {"by": "Board"}
UNOBSTRUCTED = BY_BOARD | {"obstructed": "no"}
OF = "of."  # before a fact of the order that a filing is about
ASYLUM = {
    "no": {"asylum_decided": "no", "asylum_barred": "no"},
    "yes": {"asylum_decided": "yes", "asylum_barred": "no"},
    "barred": {"asylum_decided": "yes", "asylum_barred": "yes"},
}


@dataclass(frozen=True)
class Clock:
    """A clock by its name: the provision that answers it, what is taken as given, and the options that set a fact of its subject.

    ``needs`` and ``may`` map options to facts.  ``unless_mailed`` is taken as given only where no mailing is told, and gives the
    earliest day.  ``kinds`` are the kinds of order it does not run from.  ``is_filed`` says that the respondent must have something
    received by that day.
    """

    name: str
    title: str
    rule: Provision[Any, Any]
    entity: type[Recorded]
    needs: Mapping[str, str]
    may: Mapping[str, str] = field(default_factory=dict)
    given: Mapping[str, str] = field(default_factory=dict)
    unless_mailed: Mapping[str, str] = field(default_factory=dict)
    kinds: tuple[str, ...] = ()
    is_filed: bool = True

    @property
    def asks(self) -> tuple[str, ...]:
        """The options it takes, those it cannot do without first."""
        return (*self.needs, *self.may)


@dataclass(frozen=True)
class Counted:
    """The answer of a clock.

    ``day`` is the last day, or the days it may be (inclusive; None is open), and None where there is none or it could not be
    confirmed.  A clock in hours has a ``moment`` instead: the first and last it may be, with the offset of the zone told.  Of
    what is filed ``file_by`` is the earliest of the days, by which to be safe it must be received, or the last day before on
    which the office is sure to be open; ``send_by`` is the day to hand it to an overnight courier.  ``moved_over`` are closed
    days that the count was moved over, and ``warnings`` days before which to file though they may be open, each with why.
    ``taken`` are the facts that were taken as given, beyond the options, and ``could_narrow`` options left out that could leave
    fewer days.
    """

    schema: str
    name: str
    title: str
    says: str
    day: DaySpan | None
    moment: tuple[str, str] | None
    file_by: date | None
    send_by: date | None
    counted: tuple[str, ...]
    moved_over: tuple[tuple[date, str], ...]
    warnings: tuple[tuple[date, str], ...]
    versions: tuple[str, ...]
    authority: tuple[str, ...]
    confidence: str
    doubt: str
    note: str
    provision: str
    read_through: date
    taken: tuple[str, ...]
    could_narrow: tuple[str, ...]


_ORAL = {"oral": "yes"}
_DECIDED, _MAILED = {"decided": "decided"}, {"mailed": "mailed", "oral": "oral"}
_FINAL = {
    "by": "by",
    **_MAILED,
    "asylum": "asylum",
    "kind": "kind",
    "in-absentia": "in_absentia",
    "appeal-waived": "appeal_waived",
}

CLOCKS: tuple[Clock, ...] = (
    Clock(
        "appeal", "Appeal to the Board", appeal_due, Order, _DECIDED, {**_MAILED, "asylum": "asylum"}, BY_JUDGE, _ORAL
    ),
    Clock("motion-to-reopen", "Motion to reopen", reopening_due, Order, _DECIDED, _FINAL, BY_BOARD, _ORAL, BY_DHS),
    Clock(
        "motion-to-reconsider",
        "Motion to reconsider",
        reconsideration_due,
        Order,
        _DECIDED,
        _FINAL,
        BY_BOARD,
        _ORAL,
        BY_DHS,
    ),
    Clock(
        "motion-to-rescind",
        "Motion to rescind, exceptional circumstances",
        rescission_due,
        Order,
        _DECIDED,
        {},
        BY_JUDGE,
    ),
    Clock("vawa-motion", "Special-rule motion (VAWA)", vawa_due, Order, _DECIDED, _FINAL, BY_BOARD, _ORAL, BY_DHS),
    Clock(
        "petition-for-review",
        "Petition for review",
        petition_due,
        Order,
        _DECIDED,
        _FINAL,
        BY_BOARD,
        _ORAL,
        ("expedited removal",),
    ),
    Clock("rehearing", "Petition for rehearing in the court of appeals", rehearing_due, Filing, _DECIDED),
    Clock("certiorari", "Petition for certiorari", certiorari_due, Filing, _DECIDED),
    Clock(
        "opposition-at-board",
        "DHS opposition to a motion at the Board",
        opposition_due,
        Filing,
        {"served": "served"},
        is_filed=False,
    ),
    Clock(
        "opposition-at-court",
        "DHS answer to a motion at the immigration court",
        court_opposition_due,
        Filing,
        {"received": "received"},
        is_filed=False,
    ),
    Clock(
        "officer-appeal",
        "Appeal to the Board from an officer of DHS",
        officer_appeal_due,
        Filing,
        {"served": "decision_served"},
        {"by-mail": "decision_by_mail"},
        {},
    ),
    Clock(
        "credible-fear-hours",
        "Review of a credible fear finding, in hours",
        credible_fear_review_aimed_at,
        FearScreening,
        {"decided": "found_at"},
        is_filed=False,
    ),
    Clock(
        "credible-fear-review",
        "Review of a credible fear finding",
        credible_fear_review_due,
        FearScreening,
        {"decided": "found"},
        is_filed=False,
    ),
    Clock(
        "reasonable-fear-finding",
        "Finding on reasonable fear",
        reasonable_fear_finding_due,
        FearScreening,
        {"referred": "referred"},
        is_filed=False,
    ),
    Clock(
        "reasonable-fear-review",
        "Review of a reasonable fear finding",
        reasonable_fear_review_due,
        FearScreening,
        {"referred": "review_referred"},
        is_filed=False,
    ),
    Clock(
        "withholding-appeal",
        "Appeal to the Board on withholding of removal alone",
        appeal_by,
        FearScreening,
        {"decided": "withholding_decided"},
    ),
    Clock(
        "administrative-removal-wait",
        "The days before an order of administrative removal may be carried out",
        administrative_wait_ends,
        Order,
        _DECIDED,
        is_filed=False,
    ),
    Clock(
        "voluntary-departure",
        "Voluntary departure",
        voluntary_departure_ends,
        Order,
        {"until": "voluntary_departure_until"},
        is_filed=False,
    ),
    Clock(
        "voluntary-departure-most",
        "The most time to leave that an order can give",
        longest_voluntary_departure,
        Order,
        _DECIDED,
        {"at-the-end": "time_to_leave_at_the_end"},
        {"kind": "removal"},
        is_filed=False,
    ),
    Clock(
        "voluntary-departure-bond",
        "Bond for voluntary departure",
        bond_due,
        Order,
        _DECIDED,
        given={"kind": "removal"},
        is_filed=False,
    ),
    Clock(
        "voluntary-departure-bond-proof",
        "Proof to the Board of the bond for voluntary departure",
        bond_proof_due,
        Filing,
        {"received": "received", "decided": "of.decided"},
    ),
    Clock(
        "leave-after-petition",
        "Leaving after a petition for review ended the time to leave",
        leave_after_petition_by,
        Filing,
        {"received": "received", "decided": "of.decided"},
        is_filed=False,
    ),
    Clock("asylum", "Application for asylum", asylum_due, Entry, {"arrived": "on"}),
    Clock("board-brief", "Brief at the Board", brief_due, Filing, {"scheduled": "briefing_schedule"}),
    Clock("address-change", "Change of address, form EOIR-33", address_due, Residence, {"moved": "since"}),
    Clock(
        "bond-appeal",
        "Appeal of a bond order",
        bond_appeal_due,
        BondOrder,
        _DECIDED,
        _MAILED,
        {"by": "immigration judge"},
        _ORAL,
    ),
    Clock(
        "bond-dhs-notice",
        "DHS notice of intent to appeal custody",
        dhs_notice_due,
        BondOrder,
        _DECIDED,
        is_filed=False,
    ),
    Clock("bond-dhs-appeal", "DHS appeal of a bond order", dhs_appeal_due, BondOrder, _DECIDED, is_filed=False),
    Clock(
        "bond-dhs-lapse",
        "End of the hold of DHS's appeal on release on bond",
        hold_on_release_lapses,
        Filing,
        {"received": "received"},
        given={"more_time_to_brief": "no"},
        is_filed=False,
    ),
    Clock(
        "removal-period",
        "End of the removal period",
        removal_period_ends,
        Order,
        _DECIDED,
        _FINAL,
        UNOBSTRUCTED,
        _ORAL,
        is_filed=False,
    ),
    Clock(
        "custody-review",
        "Custody review by the field office",
        custody_review_due,
        Order,
        _DECIDED,
        _FINAL,
        UNOBSTRUCTED,
        _ORAL,
        is_filed=False,
    ),
    Clock(
        "headquarters-review",
        "Custody review by headquarters",
        headquarters_review_due,
        Order,
        _DECIDED,
        _FINAL,
        UNOBSTRUCTED,
        _ORAL,
        is_filed=False,
    ),
    Clock(
        "six-months", "Six months of custody", six_months_end, Order, _DECIDED, _FINAL, BY_BOARD, _ORAL, is_filed=False
    ),
    Clock(
        "revocation-review",
        "Review after release was revoked",
        redetention_review_due,
        Supervision,
        {"revoked": "revoked"},
        is_filed=False,
    ),
)
OPTIONS = tuple(dict.fromkeys(option for clock in CLOCKS for option in clock.asks))


def clock_named(name: str) -> Clock | None:
    """The clock of that name, if there is one."""
    return next((clock for clock in CLOCKS if clock.name == name), None)


def mistakes(clock: Clock, options: Mapping[str, str]) -> list[str]:
    """What is wrong with the options given for a clock: what lacks, what it does not ask for, and what cannot be read."""
    lacking = [
        f"--{option}: {clock.name} cannot be counted without it" for option in clock.needs if option not in options
    ]
    useless = [
        f"--{option}: {clock.name} does not ask for it; it takes --{', --'.join(clock.asks)}"
        for option in options
        if option not in clock.asks
    ]
    unread: list[str] = []
    days: dict[str, Span] = {}
    for option in options.keys() & set(clock.asks):
        try:
            texts = _texts(clock, {option: options[option]})
            row, entity = _row(clock.entity, texts), clock.entity
            if row.get("of"):
                (row,), entity = row["of"], Order
            names = [fact.removeprefix(OF) for fact in texts]
            days.update((option, row[name]) for name in names if isinstance(entity.facts.get(name), DayFact))
        except Unreadable as problem:
            unread.append(f"--{option} {options[option]}: {problem}; {problem.hint}")
    unread += [
        f"--{option} {options[option]}: nothing is counted from a day that does not come; give the day, or leave it until there is one"
        for option, span in days.items()
        if span[0] >= NEVER or span[1] <= LONG_AGO
    ]
    unread += [
        f"--{later} {options[later]}: it is earlier than --decided {options['decided']}; check both days"
        for later in ("mailed", "received")
        if later in days and "decided" in days and days[later][1] < days["decided"][0]
    ]
    kind, by = options.get("kind", ""), options.get("by", "").upper()
    none_yet = "decided" in days and days["decided"][1] < FIRST_REMOVAL.toordinal()
    if none_yet and (kind == "removal" or clock.given == {"kind": "removal"}):
        unread.append(
            f"--decided {options['decided']}: no order of removal was made before {FIRST_REMOVAL}; check the day"
            + (", or write --kind deportation or exclusion" if kind else "")
        )
    if kind in clock.kinds:
        unread.append(
            f"--kind {kind}: {clock.name} does not run from such an order; see: abeyance law show {clock.rule.id}"
        )
    elif "kind" in clock.asks and kind in BY_DHS and by != "DHS":
        unread.append(f"--kind {kind}: such an order is made by DHS; write --by DHS")
    elif by == "DHS" and kind not in BY_DHS:
        of_dhs = [f'"{own}"' if " " in own else own for own in BY_DHS if own not in clock.kinds]
        unread.append(
            f"--by {options['by']}: DHS makes no order of {kind or 'removal'}; "
            + (f"write --kind {' or '.join(of_dhs)}" if of_dhs else f"{clock.name} does not run from an order of DHS")
        )
    return [*lacking, *useless, *sorted(unread)]


def count(clock: Clock, options: Mapping[str, str], on: date, known: date | None = None, circuit: str = "") -> Counted:
    """The last day of a clock, from options that have no mistakes, under the law known by ``known``; no other fact is assumed."""
    given = _given(clock, options)
    told = _texts(clock, options)
    row = _row(clock.entity, given | told)
    case = _case(clock.entity, row, circuit)
    node = clock.rule.known(known.toordinal() if known else None)
    valuation = Valuation(case, on.toordinal(), row)
    span = valuation.value(node)
    reasons = [reason for top in explain(valuation, node) for reason in top.walk()]
    # a number that nobody could confirm gives no date (SEMANTICS 23)
    is_known = (
        node.kind == "day" and span != ANY_DAY and span[0] < NEVER and not causes(valuation, node) & Cause.NOT_ENCODED
    )
    read = {fact for entity, fact in facts_in(node) if entity == clock.entity.__name__}
    first = date.fromordinal(span[0]) if is_known and span[0] > LONG_AGO else None
    file_by = _last_sure(first) if clock.is_filed and first else None
    return Counted(
        SCHEMA_VERSION,
        clock.name,
        clock.title,
        clock.rule.says,
        words.days(span) if is_known else None,
        _moments(span, options) if node.kind == "moment" else None,
        file_by,
        _to_send(file_by) if file_by else None,
        tuple(dict.fromkeys(r.alone or r.text for r in reasons if r.is_sum or not r.parts)),
        _moved_over(valuation, node, span),
        tuple((day, why) for day in _days_between(file_by, first) if (why := in_doubt(day))),
        _versions(reasons),
        clock.rule.authority,
        clock.rule.confidence.value,
        clock.rule.doubt,
        clock.rule.note,
        clock.rule.id,
        clock.rule.read_through,
        tuple(
            f"{clock.entity.facts[name].label}: {text}" for name, text in given.items() if name in read - told.keys()
        ),
        _narrowing(clock, options, on, known, circuit, span) if span[0] != span[1] else (),
    )


def _given(clock: Clock, options: Mapping[str, str]) -> dict[str, str]:
    """What is taken as given beside the options; that an order is one of removal not of a day before there were such orders."""
    given = {**clock.given, **({} if "mailed" in options else clock.unless_mailed)}
    if "kind" in given and "decided" in options:
        decided = _row(clock.entity, {"decided": options["decided"]})["decided"]
        if decided[0] < FIRST_REMOVAL.toordinal():
            del given["kind"]
    return given


def _narrowing(
    clock: Clock, options: Mapping[str, str], on: date, known: date | None, circuit: str, span: Span
) -> tuple[str, ...]:
    """The options left out of which some value leaves fewer days than the span."""
    node = clock.rule.known(known.toordinal() if known else None)
    given = _given(clock, options)
    found = []
    for option in clock.may:
        if option not in options and {**clock.needs, **clock.may}[option] not in given:
            for value in (*ASYLUM, "yes", "no", options.get("decided", "")):
                try:
                    row = _row(clock.entity, given | _texts(clock, {**options, option: value}))
                except Unreadable:
                    continue
                if Valuation(_case(clock.entity, row, circuit), on.toordinal(), row).value(node) != span:
                    found.append(option)
                    break
    return tuple(found)


def _texts(clock: Clock, options: Mapping[str, str]) -> dict[str, str]:
    """The facts that options set, as a case file writes them."""
    found: dict[str, str] = {}
    for option, text in options.items():
        fact = {**clock.needs, **clock.may}[option]
        if fact == "asylum":
            if text not in ASYLUM:
                raise Unreadable(
                    f"{text!r} is not one of: {', '.join(ASYLUM)}",
                    "say whether asylum was decided, or denied on a bar to filing",
                )
            found |= ASYLUM[text]
        else:
            found[fact] = {"judge": "immigration judge"}.get(text, text) if fact == "by" else text
    return found


def _row(entity: type[Recorded], facts: Mapping[str, str]) -> Row:
    """A row of which these facts are known, as a case file says them; ``of.`` are those of the order it is about."""
    own = {name: text for name, text in facts.items() if not name.startswith(OF)}
    of = {name.removeprefix(OF): text for name, text in facts.items() if name.startswith(OF)}
    values = {
        name: combine(entity.facts[name], [parse(entity.facts[name], text, ANY_DAY)], False).value
        for name, text in own.items()
    }
    about = {"of": (_row(Order, of),)} if of else {}
    return {**blank(entity), "@id": f"the {entity.word}", "@presence": Presence.SURE, **values, **about}


def _case(entity: type[Recorded], row: Row, circuit: str) -> Row:
    """A case of which there is only this row, in lists that lack nothing."""
    lists: dict[str, Any] = {name: () for name, fact in Case.facts.items() if isinstance(fact, ListFact)}
    mask = {"circuit": Case.circuit.mask(circuit)} if circuit else {}
    return {**blank(Case), **lists, entity.list: (row,), "arriving": False, "@presence": Presence.SURE, **mask}


def _moments(span: Span, options: Mapping[str, str]) -> tuple[str, str]:
    """The minutes of UTC since year 1 as local times, in the zone with which the one option of such a clock ends."""
    zone = ZoneInfo(options["decided"].split()[-1])
    start = datetime.fromordinal(1).replace(tzinfo=UTC)
    first, last = ((start + timedelta(minutes=m - 1440)).astimezone(zone).isoformat(timespec="minutes") for m in span)
    return first, last


def _moved_over(valuation: Valuation, node: Any, answer: Span) -> tuple[tuple[date, str], ...]:
    """The closed days that an exact day was moved over, to a day that is the answer's first or last."""
    found: dict[date, str] = {}
    for part in walk(node):
        if part.op == "open_day" and part.free <= valuation.ground.keys():
            first, last = valuation.value(part.args[0])
            if first == last and first not in ANY_DAY and valuation.value(part)[0] in answer:
                found |= dict(part.param.account(first))
    return tuple(sorted(found.items()))


def _versions(reasons: list[Reason]) -> tuple[str, ...]:
    versions = dict.fromkeys(reason.version for reason in reasons if reason.version)
    return tuple(version.cite + (f": {version.note}" if version.note else "") for version in versions)


def _last_sure(day: date) -> date:
    """The last day, not after ``day``, on which the office is sure to be open."""
    while closed(day) or in_doubt(day):
        day -= timedelta(days=1)
    return day


def _days_between(file_by: date | None, first: date | None) -> tuple[date, ...]:
    """The days after the one to file by, up to the first day that may be the last."""
    if file_by is None or first is None:
        return ()
    return tuple(file_by + timedelta(days=n + 1) for n in range((first - file_by).days))


def _to_send(last: date) -> date:
    """The day to hand a filing to a courier so that two business days are left."""
    day, left = last, TO_SPARE
    while left:
        day -= timedelta(days=1)
        left -= not (closed(day) or in_doubt(day))
    return day
