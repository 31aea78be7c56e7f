"""Temporary protected status.  INA 244; 8 CFR 244.  Designations, their ends and what courts did are in ``tables/tps.yaml``."""

from collections import defaultdict
from collections.abc import Callable
from datetime import date

from abeyance.casefile.vocabulary import OTHER_COUNTRY, Case
from abeyance.law.provisions import Confidence, provision
from abeyance.law.relief.crimes import stands
from abeyance.law.relief.reliefs import Relief
from abeyance.law.tables import TpsDays, TpsState, tps_days, tps_states
from abeyance.logic.expressions import NO, ON, YES, Bool, Version, all_, any_, by_choice, by_date, undetermined
from abeyance.logic.facts import at_least, exists, first
from abeyance.logic.values import Cause


def _version(state: TpsState) -> Version:
    return Version(state.start, state.source, note=state.note, confirmed=state.read)


def _answer(state: TpsState) -> Bool:
    if state.state == "open":
        return undetermined(Cause.NOT_ENCODED, state.note)
    return YES if state.state in ("designated", "held") else NO


def _by_country(case: Case, series: str, before: tuple[tuple[Version, Bool], ...]) -> Bool:
    """The state of a series on the day asked about, by the country of nationality; no for a country without a row."""
    rows: dict[str, list[TpsState]] = defaultdict(list)
    for state in tps_states(series):
        rows[state.country].append(state)
    branches: dict[str | tuple[str, ...], Bool] = {
        country: by_date(ON, *before, *((_version(s), _answer(s)) for s in states)) for country, states in rows.items()
    }
    return by_choice(case.respondent.country, branches, NO)


@provision(
    "tps.designated",
    "INA 244(b)",
    subject=Case,
    confidence=Confidence.PROBABLY,
    doubt="a person of no nationality who last lived in the country is reached too and not looked at; designations before "
    "1994, and the "
    "terminations of 2017 and 2018, are left open; where the Federal Register was not read after 2026-08-21, so is what followed",
    note="By the Federal Register alone. A designation without a timely decision is extended by six months (244(b)(3)(C)), and "
    "none ends "
    "earlier than sixty days after the notice. Courts cannot review the decision: Mullin v. Doe (U.S. June 25, 2026). Guatemala was "
    "never designated.",
)
def country_designated(case: Case, _: Case) -> Bool:
    """the country of nationality is designated, by the Federal Register"""
    return _by_country(case, "register", ())


@provision(
    "tps.court-held",
    "INA 244(b)(5)(A)",
    "Mullin v. Doe (U.S. June 25, 2026)",
    subject=Case,
    confidence=Confidence.PROBABLY,
    doubt="from which day each court's order held, and its scope, was read only in accounts",
    note="The day on which USCIS and E-Verify said that the status had ended comes after the day of the Federal Register.",
)
def end_held_back(case: Case, _: Case) -> Bool:
    """a court holds the end of the designation back, and USCIS still honors the status"""
    return _by_country(case, "court", ((Version(None, "before the terminations of 2025"), NO),))


@provision(
    "tps.open",
    "INA 244(a)(1), (b)",
    subject=Case,
    aliases=("tps.national",),
    confidence=Confidence.PROBABLY,
    doubt="as what the Federal Register and the courts made of it",
)
def status_can_be_had(case: Case, _: Case) -> Bool:
    """a national of a country that is designated, or whose designation a court keeps alive"""
    return any_(country_designated(case, case), end_held_back(case, case))


def _came_by(case: Case, since: Callable[[TpsDays], date | None], what: str) -> Bool:
    """In the United States since the day the designation sets; short absences are for the agency to judge."""
    entry = first(case.entries, by=lambda e: e.on, where=lambda e: e.on <= ON)
    later = undetermined(Cause.NOT_ENCODED, f"the day of {what} of the latest designation was not confirmed")
    brief = undetermined(Cause.JUDGEMENT, "whether an absence was brief, casual and innocent")

    def reached(days: TpsDays) -> Bool:
        day = since(days)
        if day is None:
            return later
        away = exists(case.departures, lambda d: (d.on <= ON) & (d.returned > day))
        came = entry.is_found & (entry.on <= day)
        return any_(came, later if not days.latest else NO) & any_(~away, brief)

    branches: dict[str | tuple[str, ...], Bool] = {days.country: reached(days) for days in tps_days()}
    branches["Guatemala", OTHER_COUNTRY] = NO
    past = undetermined(Cause.NOT_ENCODED, "the days of a designation that ended long ago are not encoded")
    return by_choice(case.respondent.country, branches, past)


@provision(
    "tps.cr",
    "INA 244(c)(1)(A)(ii)",
    subject=Case,
    aliases=("tps.residence",),
    confidence=Confidence.PROBABLY,
    doubt="the days were read in accounts of the notices",
    note="How the respondent came in does not matter.",
)
def resided_since_day(case: Case, _: Case) -> Bool:
    """has lived in the United States since the day that the designation names"""
    return _came_by(case, lambda days: days.residence, "residence")


@provision(
    "tps.cpp",
    "INA 244(c)(1)(A)(i)",
    subject=Case,
    aliases=("tps.presence",),
    confidence=Confidence.PROBABLY,
    doubt="the days were read in accounts of the notices",
)
def present_since_designation(case: Case, _: Case) -> Bool:
    """has been in the United States since the designation took effect"""
    return _came_by(case, lambda days: days.presence, "presence")


@provision(
    "tps.registered",
    "INA 244(c)(1)(A)(iv)",
    "8 CFR 244.2(f)-(g)",
    subject=Case,
    note="In the time that the notice sets, or late: where status, an application or parole was pending or held in that time, and "
    "for a spouse or child of one who may register; within sixty days of its end.",
)
def registered(case: Case, _: Case) -> Bool:
    """holds the status already, or can still register"""
    holds = exists(
        case.protections,
        lambda p: all_(p.kind.is_("temporary protected status"), p.since <= ON, p.until >= ON),
    )
    return any_(
        holds, undetermined(Cause.NOT_ENCODED, "the times to register, and the grounds to do so late, are not encoded")
    )


@provision(
    "tps.no-crime",
    "INA 244(c)(2)(B)(i)",
    "8 CFR 244.1",
    subject=Case,
    aliases=("tps.no_crime",),
    note="An offense that could bring no more than five days is none; a felony is one that could bring more than a year. "
    "Convictions abroad do not count here.",
)
def no_felony_or_two_misdemeanors(case: Case, _: Case) -> Bool:
    """not convicted of a felony, or of two misdemeanors, in the United States"""
    felony = exists(case.convictions, lambda c: all_(stands(c), c.level.is_("felony"), ~c.abroad))
    two = at_least(2, case.convictions, lambda c: all_(stands(c), c.level.is_("misdemeanor"), ~c.abroad))
    return ~felony & ~two


@provision(
    "tps.no-bar",
    "INA 244(c)(2)(B)(ii)",
    "INA 208(b)(2)(A)",
    subject=Case,
    aliases=("tps.no_208_bar",),
    confidence=Confidence.PROBABLY,
    doubt="other particularly serious crimes, serious crimes abroad and firm resettlement are not looked at",
)
def no_asylum_bar(case: Case, _: Case) -> Bool:
    """no persecutor, no danger to security, and not convicted of an aggravated felony"""
    felony = exists(case.convictions, lambda c: stands(c) & c.aggravated_felony)
    return all_(~case.persecutor, ~case.security_ground, ~felony)


@provision(
    "tps.admissible",
    "INA 244(c)(1)(A)(iii)",
    "INA 244(c)(2)(A)",
    subject=Case,
    note="Coming in without inspection and public charge do not count. Drugs, but for one small possession of marijuana, other "
    "crimes of "
    "212(a)(2)(A)-(B) and security cannot be waived; the rest can.",
)
def admissible_for_tps(case: Case, _: Case) -> Bool:
    """no ground of inadmissibility stands in the way that cannot be waived"""
    drugs = at_least(2, case.convictions, lambda c: stands(c) & c.controlled_substance)
    rest = undetermined(Cause.NOT_ENCODED, "the other grounds of inadmissibility, and their waivers, are not encoded")
    return ~drugs & rest


TPS = Relief(
    id="tps",
    title="Temporary protected status",
    asked_of="USCIS, or the immigration judge or the Board in proceedings, on form I-821",
    grants="leave to stay and to work while the country is designated; no way to residence by itself",
    elements=(
        status_can_be_had,
        resided_since_day,
        present_since_designation,
        registered,
        no_felony_or_two_misdemeanors,
        no_asylum_bar,
        admissible_for_tps,
    ),
    gates=(),
    fee="I-821",
)
