"""One file, one day: every question asked, and the Brief made of the answers."""

from collections.abc import Iterator
from datetime import date, timedelta

from abeyance.assess import words
from abeyance.assess.asking import Inquiry
from abeyance.assess.avenues import avenue_lines, office_for
from abeyance.assess.brief import SCHEMA_VERSION, Brief, Particular
from abeyance.assess.clocks import clocks
from abeyance.assess.consequences import consequences
from abeyance.assess.contradictions import agreements, contradictions
from abeyance.assess.discretion import guidance, stood
from abeyance.assess.gates import gates
from abeyance.assess.open_facts import open_facts
from abeyance.assess.questions import questions_raised
from abeyance.assess.reliefs import relief_lines
from abeyance.assess.stays import headline, stay_lines
from abeyance.casefile.record import is_had
from abeyance.casefile.succession import Fate
from abeyance.casefile.vocabulary import Case, Custody, Order
from abeyance.law.provisions import READ_THROUGH
from abeyance.law.tables import text_only
from abeyance.logic.operations import Row
from abeyance.logic.values import ANY_DAY, Presence

YEARS_BEFORE, WEEKS_BEFORE, WEEKS_AFTER = 5, 6, 8


def build(ask: Inquiry) -> Brief:
    """The Brief of an inquiry."""
    days = lane_days(ask.on)
    stays = stay_lines(ask, days)
    open_, cut = open_facts(ask)
    record = ask.record
    live = [claim for claims in record.claims.values() for claim in claims]
    sources = {claim.source.key for claim in live}
    words = zip(ask.case.completeness, record.list_fates, strict=True)
    sources |= {word.source.key for word, fate in words if fate is Fate.LIVE}
    return Brief(
        SCHEMA_VERSION,
        ask.case.name,
        ask.on,
        ask.known,
        ask.file_known,
        READ_THROUGH,
        name_of(ask),
        tuple(_particulars(ask)),
        len(record.claims),
        len(live),
        len(sources),
        headline(ask, stays, name_of(ask)),
        days,
        stays,
        gates(ask),
        clocks(ask),
        avenue_lines(ask, open_),
        relief_lines(ask),
        guidance(ask),
        stood(ask),
        open_,
        cut,
        contradictions(ask),
        agreements(ask),
        questions_raised(ask),
        consequences(ask),
        tuple(_notes(ask)),
    )


def lane_days(on: date) -> tuple[date, ...]:
    """The days a lane shows: the middle of each of five years before, then every week around the day asked about."""
    years = [date(year, 7, 1) for year in range(on.year - YEARS_BEFORE, on.year)]
    weeks = [on + timedelta(weeks=week) for week in range(-WEEKS_BEFORE, WEEKS_AFTER + 1)]
    return tuple(sorted({*(day for day in years if day < weeks[0]), *weeks}))


def name_of(ask: Inquiry) -> str:
    """The respondent's name, or the key where the file has none or sources disagree on it."""
    return ask.record.rows[ask.case.respondent]["name"] or ask.case.respondent


def _particulars(ask: Inquiry) -> Iterator[Particular]:
    person = ask.record.rows[ask.case.respondent]
    if person["a_number"]:
        yield Particular("alien number", person["a_number"])
    yield Particular("nationality", person["nationality"] or "not in file")
    yield Particular("custody", _custody(ask))
    circuit = words.only(Case.facts["circuit"], ask.record.root["circuit"])
    office = office_for(ask)
    if circuit:
        yield Particular("circuit", words.ORDINALS[circuit] + (" (assumed)" if ask.circuit else ""))
    elif office:
        near = f"{office.state} lies in the {words.ORDINALS[office.circuit]}; where the court sat decides"
        yield Particular("circuit", f"not in file ({near})")
    else:
        yield Particular("circuit", "not in file")
    for row in ask.by_now(Order):
        yield Particular(f"order ({row['@id']})", _order(row))


def _order(row: Row) -> str:
    kind = (
        "a ruling on a motion" if row["motion_ruling"] else f"kind {words.value_of(Order.facts['kind'], row['kind'])}"
    )
    in_absentia = ", in absentia" if row["in_absentia"] else ""
    day = "not in file" if row["decided"] == ANY_DAY else words.spelled(row["decided"])
    return f"{kind}{in_absentia}; day {day}; made by {words.value_of(Order.facts['by'], row['by'])}"


def _custody(ask: Inquiry) -> str:
    on = ask.on.toordinal()
    for row in ask.rows(Custody.list):
        if row["since"][1] <= on < row["until"][0]:
            return f"in custody ({words.value_of(Custody.facts['by'], row['by'])})"
    rows = ask.record.root[Custody.list]
    none_open = all(row["@presence"] != Presence.POSSIBLE or row["since"][0] > on for row in rows)
    all_over = all(row["until"][1] <= on or row["since"][0] > on for row in ask.rows(Custody.list))
    return "not in custody" if none_open and all_over else "not in file"


def _notes(ask: Inquiry) -> Iterator[str]:
    if ask.known is None:
        later = f'; what was made after {ask.on.isoformat()} is known here and marked "hindsight"'
        yield f"Law as read through {READ_THROUGH.isoformat()}{later if ask.on < READ_THROUGH else ''}."
    else:
        yield f"Law as it was known on {ask.known.isoformat()}; rules made or undone later are not seen."
    yield f"Not encoded, so not answered: {len(text_only())} rules; abeyance law list text"
    if ask.file_known:
        yield f"The file as the office had it on {ask.file_known.isoformat()}."
    else:
        live = {claim.source.key: claim.source for claims in ask.record.claims.values() for claim in claims}
        came_later = [source.key for source in live.values() if not is_had(source, ask.on)]
        if came_later:
            yield (
                f"The file as it is now: {', '.join(came_later)} came after {ask.on.isoformat()}; "
                f"--file-known {ask.on.isoformat()} leaves out what came later."
            )
    for identity in ask.record.contested:
        yield f"Sources disagree whether {identity.one} and {identity.other} are one ({identity.source.key})."
