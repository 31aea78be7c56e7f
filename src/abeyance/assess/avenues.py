"""What may be filed or asked on the day, in order of urgency.

First what lies and stays removal on filing; then what would stay it on filing if a fact were shown, where the day its time counts
from is known; then what lies and has a last day soon; then what else lies; then what else would lie if a fact were shown, what
stays removal first, and what nobody needs while removal is held; what is closed stands at the end.  Within each, the law's own order.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from abeyance.assess import words
from abeyance.assess.asking import Inquiry, somewhere
from abeyance.assess.brief import AvenueLine, OpenFact
from abeyance.assess.custody import avenues_told
from abeyance.casefile.record import CASE
from abeyance.casefile.vocabulary import Case, Filing, Order, Residence
from abeyance.law.avenues import ENDS_LEAVE, Avenue, Effect
from abeyance.law.calendars import ORDERED
from abeyance.law.consequences import filing_would_end_leave
from abeyance.law.finality import order_executed
from abeyance.law.provisions import Provision
from abeyance.law.stays_automatic import before_a_decision
from abeyance.law.stays_granted import private_bill_forbearance
from abeyance.law.tables import Office, fee_on, office_of
from abeyance.logic import deciding
from abeyance.logic.explaining import explain
from abeyance.logic.expressions import Expr, Version
from abeyance.logic.operations import Row
from abeyance.logic.specialising import is_seen
from abeyance.logic.values import LONG_AGO, NEVER, Span, Truth

ORDER = {True: 0, None: 1, False: 2}
SOON = 30  # calendar days
MOST_NAMED = 3
MOST_UNSETTLED = 2
REINSTATED = "DHS has reinstated it: such an order is not subject to being reopened or reviewed (INA 241(a)(5))"
CARRIED_OUT = (
    "the order was carried out, and whether filing holds a removal under one that reinstates it is not settled"
)


def avenue_lines(ask: Inquiry, open_facts: Sequence[OpenFact]) -> tuple[AvenueLine, ...]:
    """Every avenue with its forum, its effect on removal, its file-by date, and the open facts it turns on."""
    ranks = {(fact.subject, fact.fact): fact.rank for fact in open_facts}
    found = [_Asked(ask, avenue, ranks) for avenue in avenues_told(ask)]
    found.sort(key=lambda asked: asked.urgency)
    return tuple(asked.line(rank) for rank, asked in enumerate(found, 1))


class _Asked:
    """One avenue, asked about the order for which it is most open, and longest."""

    def __init__(self, ask: Inquiry, avenue: Avenue, ranks: Mapping[tuple[str, str], int]) -> None:
        self.ask, self.avenue, self.ranks = ask, avenue, ranks
        about_orders = avenue.open.subject is not Case
        self.orders = [row["@id"] for row in ask.rows(avenue.open.subject.list)] if about_orders else [""]
        values: list[tuple[Truth, str]] = [(ask.ask(avenue.open, order).value, order) for order in self.orders]
        if not values:
            values = [(ask.anywhere(avenue.open), "")]
        self.value, self.subject = min(values, key=lambda v: (ORDER[v[0]], self._may_be_over(v[1])))
        orders = list(ask.by_now(Order))
        self.is_moot = avenue.asks_stay and bool(orders) and all(is_carried_out(ask, o["@id"]) for o in orders)
        if self.is_moot:
            self.value = False

    def _may_be_over(self, order: str) -> bool:
        """Whether its last day may be behind: of two orders that leave it open alike, that one comes after."""
        if not order or self.avenue.due is None:
            return False
        span: Span = self.ask.ask(self.avenue.due, order).value
        return span[0] < self.ask.on.toordinal()

    @property
    def urgency(self) -> int:
        """How soon it must be thought of: 0 first, 6 closed."""
        stays, due = self.avenue.effect is Effect.STAYS and not is_carried_out(self.ask, self.subject), self._due()
        counted = due is not None and due[0] > LONG_AGO
        if self.value is None:
            return 1 if stays and counted else 4 if stays else 5
        if self.value and self.avenue.needless and self.ask.anywhere(self.avenue.needless):
            return 5
        soon = due is not None and due[0] <= self.ask.on.toordinal() + SOON
        return 6 if not self.value else 0 if stays else 2 if soon else 3

    def line(self, rank: int) -> AvenueLine:
        """The avenue as the brief prints it."""
        ask, avenue = self.ask, self.avenue
        fill = _Blanks(ask)
        due, pending = self._due(), self._pending()
        rules: list[Provision[Any, Any]] = [avenue.open, *([avenue.due] if avenue.due else [])]
        doubts = dict.fromkeys(rule.confidence.value for rule in rules if rule.confidence.value != "sure")
        return AvenueLine(
            rank,
            avenue.id,
            self.subject,
            avenue.again if pending else avenue.title,
            avenue.forum.format_map(fill),
            words.truth(self.value),
            pending,
            self._filed().format_map(fill),
            avenue.granted.format_map(fill),
            self._by(due, pending).format_map(fill),
            None if pending else self._file_by(due),
            words.days(due) if due else None,
            tuple(need.format_map(fill) for need in avenue.needs),
            fee_in_words(avenue, ask.on),
            avenue.rules,
            ", ".join(doubts),
            self._because(),
        )

    def _filed(self) -> str:
        """What filing does; with a warning where that is to end time to leave voluntarily."""
        filed = self.avenue.filed
        if self.value is not False and is_carried_out(self.ask, self.subject):
            stays = self.avenue.effect is Effect.STAYS
            filed = f"NOT SHOWN TO HOLD: {CARRIED_OUT}. Otherwise: {filed}" if stays else filed
            return f"{filed.rstrip('.')}. {REINSTATED}." if _is_reinstated(self.ask, self.subject) else filed
        if not self.avenue.ends_leave or self.ask.ask(filing_would_end_leave).value is not True:
            return filed
        return f"{filed.rstrip('.')}. {ENDS_LEAVE}."

    def _because(self) -> str:
        """Why it is closed, or which open facts it turns on."""
        if self.value is True:
            return ""
        if self.is_moot:
            return "every order in the file was carried out"
        if self.value is False:
            about = self.avenue.open.subject
            made = [row["@id"] for row in self.ask.by_now(about)] if self.orders != [""] else self.orders
            plain = [self._plain_reason(order) for order in self.orders if order in made]
            if plain and all(plain):
                return ". ".join(filter(None, ("; ".join(plain), self._left_when_late())))
            return f"{self._of_orders()}it is not so that {self.avenue.open.says}"
        decision = self.ask.decision(self._question(), self.subject)
        found = {
            self.ranks.get((fact.subject or CASE, fact.name), len(self.ranks) + 1): self._in_words(fact)
            for fact in decision.matters
        }
        named = [f"{found[rank]} (open fact {rank})" for rank in sorted(found)]
        turns_on = "; ".join(words.first_few(named, MOST_NAMED))
        doubts = sorted(decision.reasons, key=lambda reason: reason == ORDERED)  # which turns on a day or two in a year
        unsettled = "; ".join(words.first_few(doubts, MOST_UNSETTLED))
        return ". ".join(filter(None, (turns_on, f"The law leaves open: {unsettled}" if unsettled else "")))

    def _plain_reason(self, order: str) -> str:
        """The plain fact of an order that closes the avenue, or that its last day has passed; nothing where it is neither."""
        ask, valuation = self.ask, self.ask.valuation(order)
        body = ask.expression(self.avenue.open).args[0]
        for part in body.args if valuation and body.op == "and" else ():
            if valuation and part.timeless and valuation.value(part) is False:
                reasons = explain(valuation, part)
                if len(reasons) == 1 and not reasons[0].parts:
                    return reasons[0].alone or reasons[0].text
        passed = self._passed(order)
        return f"{order}: the last day was {words.spelled(passed)}" if passed else ""

    def _passed(self, order: str) -> Span | None:
        """The last day, where it is over."""
        due = self.avenue.due
        last: Span | None = self.ask.ask(due, order).value if due else None
        return last if last is not None and last[1] < self.ask.on.toordinal() else None

    def _left_when_late(self) -> str:
        """What is left to one who is late, as the law of the day has it."""
        late = self.avenue.late
        if late is None or not any(map(self._passed, self.orders)):
            return ""
        return "; ".join(f"{version.cite}: {version.note}" for version in self.ask.governing(late, "") if version.note)

    def _of_orders(self) -> str:
        """Of which orders it is said that it is closed; nothing where there can be no other."""
        of_all = self.avenue.open.subject is Case or self.ask.anywhere(self.avenue.open) is False
        return "" if of_all or not self.orders else f"of {' and '.join(self.orders)}: "

    def _question(self) -> Expr:
        """Whether it lies: for the subject, or for any there may be where the file has none."""
        rule = self.avenue.open
        return self.ask.expression(rule) if self.subject or rule.subject is Case else somewhere(rule)

    def _in_words(self, fact: deciding.OpenFact) -> str:
        """An open fact by its label, and up to which day it had not happened when it was last looked at."""
        subject = fact.subject or CASE
        declared = self.ask.record.entities.get(subject, Case).facts[fact.name]
        if fact.lists:
            return f"{declared.label} not in file"
        seen = self.ask.last_seen(subject, fact.name)
        return f"{subject}: {declared.label}" + (f", {seen}" if seen else "")

    def _due(self) -> Span | None:
        """The last day, where some side of it is known."""
        if self.avenue.due is None or self.subject == "" or self.value is False:
            return None
        span: Span = self.ask.ask(self.avenue.due, self.subject).value
        return span if span[0] > LONG_AGO or span[1] < NEVER else None

    def _file_by(self, due: Span | None) -> date | None:
        """The earliest day on which the time may end, today if that may be behind; none where it has surely run out."""
        on = self.ask.on.toordinal()
        return date.fromordinal(max(due[0], on)) if due and LONG_AGO < due[0] < NEVER and due[1] >= on else None

    def _by(self, due: Span | None, pending: bool) -> str:
        if pending and self.avenue.due:
            return "filed already"
        if due is None:
            return self.avenue.by or ("the day it counts from is not in file" if self.avenue.due else "")
        on = self.ask.on.toordinal()
        last = f"the last day {'was' if due[1] < on else 'is'} {words.spelled(due)}"
        if due[0] < on <= due[1]:
            last += "; it may have passed: file today"
        return f"{last}. {self.avenue.by[0].upper()}{self.avenue.by[1:]}" if self.avenue.by else last

    def _pending(self) -> bool:
        """Whether this very thing was filed, while it could be, and is undecided."""
        return any(self._is_taken_by(row) for row in self.ask.by_now(Filing))

    @cached_property
    def _decisions(self) -> set[str]:
        """The order asked about, and the ruling on an appeal from it or the order that it rules on: one decision of a case."""
        found = {self.subject}
        for row in self.ask.by_now(Filing):
            if words.only(Filing.facts["kind"], row["kind"]) == "appeal":
                of, ruling = ({order["@id"] for order in row[name]} for name in ("of", "ruling"))
                found |= ruling if self.subject in of else of if self.subject in ruling else set()
        return found

    def _is_taken_by(self, row: Row) -> bool:
        if self.avenue.pending is None:
            return False
        kind, forum = self.avenue.pending
        if words.only(Filing.facts["kind"], row["kind"]) != kind or words.only(Filing.facts["by"], row["by"]) == "DHS":
            return False
        if forum and words.only(Filing.facts["forum"], row["forum"]) != forum:
            return False
        if self.avenue.ground and not row[self.avenue.ground]:
            return False
        if self.subject and all(order["@id"] not in self._decisions for order in row["of"]):
            return False
        when_filed = self.ask.valuation_on(row["received"][0], self.subject)
        if self.value is False and when_filed and when_filed.value(self.ask.expression(self.avenue.open)) is False:
            return False
        return self.ask.holds(before_a_decision(Filing.subject()), row["@id"]) is not False


def is_carried_out(ask: Inquiry, subject: str) -> bool:
    """Whether a subject is an order that was surely carried out."""
    return ask.record.entities.get(subject) is Order and ask.ask(order_executed, subject).value is True


def _is_reinstated(ask: Inquiry, subject: str) -> bool:
    """Whether DHS made an order of reinstatement after the one asked about."""
    kind, before = Order.facts["kind"], ask.record.rows[subject]["decided"][1]
    return any(
        words.only(kind, row["kind"]) == "reinstatement" and before < row["decided"][0] for row in ask.by_now(Order)
    )


class _Blanks(dict[str, str]):
    """The offices and courts of this case, and the practice of the day, for the blanks in an avenue's sentences."""

    def __init__(self, ask: Inquiry) -> None:
        office = office_for(ask)
        practice, need, by = _private_bill(ask)
        super().__init__(
            field_office=_field_office(office),
            district_court=f"U.S. District Court, {office.district_court}" if office else "U.S. district court",
            court_of_appeals=court_of_appeals(ask, office),
            private_bill=practice,
            private_bill_need=need,
            private_bill_by=by,
        )


def office_for(ask: Inquiry) -> Office | None:
    """The offices that answer for the state where the respondent lives on the day, if the file says which."""
    for row in ask.rows(Residence.list):
        if row["since"][0] <= ask.on.toordinal() and row["until"][1] >= ask.on.toordinal() and row["state"]:
            return office_of(row["state"])
    return None


def _field_office(office: Office | None) -> str:
    if office is None or not office.field_office:
        return "field office for the place of residence, or of custody"
    return office.field_office + (f" ({office.sub_office} sub-office)" if office.sub_office else "")


def court_of_appeals(ask: Inquiry, office: Office | None) -> str:
    """The court of appeals: by the circuit in the file, else where the residence lies, marked as that."""
    circuit = words.only(Case.facts["circuit"], ask.record.root["circuit"])
    if circuit:
        return f"Court of Appeals, {words.ORDINALS[circuit]} Circuit"
    if office:
        nearest = words.ORDINALS[office.circuit]
        return f"court of appeals where the judge completed the case ({nearest} Circuit, if that was in {office.state})"
    return "court of appeals for the place where the judge completed the case"


def _private_bill(ask: Inquiry) -> tuple[str, str, str]:
    """ICE's practice on private bills on the day and what follows it; what a bill needs now; and by when."""
    known = ask.known.toordinal() if ask.known else None
    versions = [v for v in private_bill_forbearance.versions if is_seen(v, known)]
    now = [v for v in versions if v.start is None or v.start <= ask.on]
    if not now:
        return "ICE's practice on this day is not known", "a committee, or its chair, to ask ICE", "no clock"
    text = f"ICE holds off as its practice of the day provides: {now[-1].cite}"
    need = now[-1].cite.partition(": ")[2] or now[-1].cite
    later = versions[versions.index(now[-1]) + 1 :]
    if not later or later[0].start is None:
        return text, need, "no clock"
    if not later[0].confirmed:
        return f"{text}. Later: {later[0].cite}, from a day that was not confirmed", need, "no clock"
    mark = _hindsight(later[0], ask.on)
    text += f". From {later[0].start.isoformat()}: {later[0].cite}{mark}"
    last = later[0].start - timedelta(days=1)
    soon = (last - ask.on).days <= SOON
    return text, need, f"{words.weekday(last)}, the last day of this practice{mark}" if soon else "no clock"


def _hindsight(version: Version, on: date) -> str:
    return " [hindsight]" if version.known and version.known > on else ""


def fee_in_words(avenue: Avenue, on: date) -> str:
    """The fee of the day, and first on what ground none is due."""
    due = fee_of(avenue.fee, on)
    return f"{avenue.free}; otherwise {due}" if avenue.free else due


def fee_of(filing: str | None, on: date) -> str:
    """The fee of a key of the fee table; a sum that nobody could confirm is a question, never a fact."""
    if filing is None:
        return "no fee"
    fee = fee_on(filing, on)
    if fee and fee.confirmed and fee.dollars == 0:
        return "no fee"
    if fee is None or fee.dollars is None:
        return "fee not known: ask before filing"
    if not fee.confirmed:
        return f"fee not confirmed (${fee.dollars:,} was last seen): ask before filing"
    return f"${fee.dollars:,}"
