"""Ten years of continuous presence: from when, what stops it, what breaks it.  INA 240A(b)(1)(A), 240A(d)."""

from datetime import date

from abeyance.casefile.vocabulary import Case, ChargingDocument, Conviction, Departure
from abeyance.law.provisions import Confidence, provision
from abeyance.law.relief.crimes import is_petty, stands
from abeyance.logic.expressions import (
    NEVER_COMES,
    ON,
    YES,
    Bool,
    Day,
    Number,
    Version,
    all_,
    any_,
    by_choice,
    by_date,
    choose_if,
    days,
    undetermined,
    unsettled,
    years,
)
from abeyance.logic.facts import at_least, exists, first
from abeyance.logic.values import Cause

ACT = date(1997, 4, 1)
BEFORE_ACT = Version(None, "before INA 239 there was no notice to appear")
OPEN = Version(ACT, "INA 240A(d)(1)(A)", note="whether a notice without time or place stops the clock was open")
CAMARILLO = Version(ACT, "Matter of Camarillo, 25 I&N Dec. 644 (BIA 2011)", known=date(2011, 11, 2))
PEREIRA = Version(ACT, "Pereira v. Sessions, 585 U.S. 198 (2018)", known=date(2018, 6, 21))
MENDOZA = Version(
    ACT, "Matter of Mendoza-Hernandez & Capula-Cortes, 27 I&N Dec. 520 (BIA 2019)", known=date(2019, 5, 1)
)
NIZ_CHAVEZ = Version(ACT, "Niz-Chavez v. Garland, 593 U.S. 155 (2021)", known=date(2021, 4, 29))


# --- what stops it ------------------------------------------------------------------------------------------------------


@provision(
    "canc.stop-time.notice",
    "INA 240A(d)(1)(A)",
    "Niz-Chavez v. Garland, 593 U.S. 155 (2021)",
    subject=ChargingDocument,
    confidence=Confidence.PROBABLY,
    doubt="whether and from when a notice that the judge amended stops the clock is unsettled (Matter of R-T-P-, 2024)",
    note="The reading of the day reaches back to 1997. A document that mends the first, such as Form I-261, does not stop the clock "
    "(Matter of Aguilar Hernandez, 2024).",
)
def notice_stops_time(case: Case, paper: ChargingDocument) -> Day:
    """the day on which a notice to appear stops the clock: its service, if it alone states the time and place of the hearing"""
    whole = choose_if(paper.states_time_and_place, paper.served, NEVER_COMES)
    hearing = first(
        case.notices,
        by=lambda n: n.mailed,
        where=lambda n: all_(n.kind.is_("hearing"), n.mailed >= paper.served, n.mailed <= ON),
    )
    mended = choose_if(
        paper.states_time_and_place, paper.served, choose_if(hearing.is_found, hearing.mailed, NEVER_COMES)
    )
    contested = unsettled("the Third and Ninth Circuits denied that a later notice mends the first", whole, mended)
    by_circuit = by_choice(case.circuit, {("3", "9"): contested}, mended)
    open_question = unsettled("whether a notice without time or place stops the clock was open", paper.served, whole)
    stops = by_date(
        paper.served,
        (BEFORE_ACT, paper.served),
        (OPEN, open_question),
        (CAMARILLO, paper.served),
        (PEREIRA, whole),
        (MENDOZA, by_circuit),
        (NIZ_CHAVEZ, whole),
    )
    return choose_if(paper.kind.is_("notice to appear"), stops, NEVER_COMES)


def _counts(conviction: Conviction) -> Bool:
    """An offense that INA 212(a)(2) refers to, and that makes inadmissible or deportable."""
    return all_(stands(conviction), any_(conviction.controlled_substance, conviction.moral_turpitude))


@provision(
    "canc.stop-time.offense",
    "INA 240A(d)(1)(B)",
    "Matter of Perez, 22 I&N Dec. 689 (BIA 1999)",
    "Matter of Garcia, 25 I&N Dec. 332 (BIA 2010)",
    "Matter of Campos-Torres, 22 I&N Dec. 1289 (BIA 2000)",
    "Barton v. Barr, 590 U.S. 222 (2020)",
    subject=Conviction,
    confidence=Confidence.PROBABLY,
    doubt="two or more sentences of five years together, prostitution and other offenses of 212(a)(2) are not looked at",
    note="It stops on the day the offense was committed, though it was never charged. A firearms offense alone does not stop it.",
)
def offense_stops_time(case: Case, conviction: Conviction) -> Bool:
    """the offense stops the clock on the day it was committed: drugs, or moral turpitude that is no petty offense"""
    return all_(_counts(conviction), ~is_petty(case, conviction))


def absence(departure: Departure) -> Number:
    """The days away, as somebody stated them, or from leaving to return."""
    return departure.returned.since(departure.on).unless_stated(departure.days_away)


@provision(
    "canc.break",
    "INA 240A(d)(2)",
    "Matter of Romalez, 23 I&N Dec. 423 (BIA 2002)",
    "Matter of Avilez-Nava, 23 I&N Dec. 799 (BIA 2005)",
    "Matter of Castrejon-Colino, 26 I&N Dec. 667 (BIA 2015)",
    subject=Departure,
    aliases=("canc.break.90",),
    note="A refusal at the border breaks it only if it was formal and documented; a voluntary return only if the respondent "
    "knew of the "
    "right to a hearing and gave it up. Prints and a photograph do not show that.",
)
def departure_breaks_presence(case: Case, departure: Departure) -> Bool:
    """the departure breaks continuous presence: more than ninety days away, or under an order or another formal process"""
    forced = departure.manner.is_in("under an order", "removed", "voluntary departure")
    turned_back = departure.manner.is_("turned back at the border") & departure.formal_process
    return all_(departure.on <= ON, any_(absence(departure) > 90, forced, turned_back))


# --- the ten years ------------------------------------------------------------------------------------------------------


def _notice_stopped_before(case: Case, day: Day) -> Bool:
    """The notice to appear of these proceedings, which is the one served last, stopped the clock before a day."""

    def of_now(paper: ChargingDocument) -> Bool:
        return paper.kind.is_("notice to appear") & (paper.served <= ON)

    def last_one(paper: ChargingDocument) -> Bool:
        return of_now(paper) & ~exists(case.charging_documents, lambda d: of_now(d) & (d.served > paper.served))

    return exists(case.charging_documents, lambda d: last_one(d) & (notice_stops_time(case, d) < day))


def years_reached(case: Case, start: Day, number: int, *, anew: bool = True) -> Bool:
    """So many years from a day, the day of service counting, before a notice to appear or an offense stopped the clock.

    ``anew`` says that a return after a break may begin the count anew, offense or no offense.
    """
    last_day = start + years(number) - days(1)

    def too_early(conviction: Conviction) -> Bool:
        began_anew = exists(
            case.departures, lambda d: departure_breaks_presence(case, d) & (d.returned > conviction.offense_on)
        )
        open_question = undetermined(
            Cause.UNSETTLED, "whether an offense before a return stops the clock that begins anew"
        )
        return all_(
            offense_stops_time(case, conviction),
            conviction.offense_on < last_day,
            any_(~began_anew, open_question) if anew else YES,
        )

    return all_(
        last_day <= ON,
        ~_notice_stopped_before(case, last_day),
        ~exists(case.convictions, too_early),
    )


@provision(
    "canc.presence",
    "INA 240A(b)(1)(A)",
    "INA 240A(d)(1)",
    "Matter of Chen, 28 I&N Dec. 676 (BIA 2023)",
    "Lagandaon v. Ashcroft, 383 F.3d 983 (9th Cir. 2004)",
    subject=Case,
    confidence=Confidence.PROBABLY,
    doubt="whether and from when a notice that the judge amended stops the clock is unsettled (Matter of R-T-P-, 2024), and "
    "the exception "
    "for service in the armed forces is not looked at",
    note="From the first entry to the notice to appear of these proceedings, or the first offense that stops the clock; a final order "
    "does not stop it. The day of service counts. Prove every year.",
)
def ten_years_present(case: Case, _: Case) -> Bool:
    """ten years of presence since the first entry, before a notice to appear or an offense stopped the clock"""

    return exists(case.entries, lambda e: years_reached(case, e.on, 10))


@provision(
    "canc.no-break",
    "INA 240A(d)(2)",
    subject=Case,
    aliases=("canc.no_break",),
    confidence=Confidence.PROBABLY,
    doubt="after a break the ten years are taken to begin anew with the return",
    note="Absences of more than a hundred and eighty days together break it too.",
)
def no_break(case: Case, _: Case) -> Bool:
    """no departure broke the ten years before the notice to appear"""

    def too_late(departure: Departure) -> Bool:
        tenth = departure.returned + years(10) - days(1)
        return departure_breaks_presence(case, departure) & any_(tenth > ON, _notice_stopped_before(case, tenth))

    together = at_least(3, case.departures, lambda d: (d.on <= ON) & ~departure_breaks_presence(case, d))
    not_summed = undetermined(
        Cause.NOT_ENCODED, "whether three absences or more come to over 180 days together is not summed"
    )
    return all_(~exists(case.departures, too_late), any_(~together, not_summed))
