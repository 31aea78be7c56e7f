"""Asylum: the year to apply in, what excuses lateness, what bars it, the family that follows, the work permit.  INA 208.

Whether harm is persecution, whether it is for a protected ground, and whether a witness is believed are judgements: the page says what
the file shows of them, and never yes.
"""

from datetime import date

from abeyance.casefile.vocabulary import Case, Departure, Filing, Order, Relative
from abeyance.law.calendars import EOIR, next_open
from abeyance.law.finality import order_final
from abeyance.law.provisions import Confidence, provision
from abeyance.law.relief.crimes import stands
from abeyance.law.relief.entry_limits import no_entry_limit, no_other_country
from abeyance.law.relief.gates import no_final_order, not_reinstated
from abeyance.law.relief.groups import for_a_ground, ground_is_central
from abeyance.law.relief.people import is_spouse, is_unmarried
from abeyance.law.relief.reliefs import Factor, Judgement, Relief
from abeyance.logic.expressions import (
    NO,
    ON,
    UNCONFIRMED,
    YES,
    Bool,
    Day,
    Version,
    all_,
    any_,
    by_choice,
    by_date,
    choose_if,
    day,
    days,
    later_of,
    not_,
    undetermined,
    unsettled,
    years,
)
from abeyance.logic.facts import exists, first, last
from abeyance.logic.values import Cause

READ = date(2026, 8, 21)
BEFORE_ACT = Version(None, "before INA 208(a)(2)(B) there was no time to apply in")
ACT = Version(date(1997, 4, 1), "INA 208(a)(2)(B)")


def is_asylum(filing: Filing) -> Bool:
    """The filing is an application for asylum."""
    return filing.kind.is_("application for relief") & filing.asks_for.is_("asylum")


# --- the year -------------------------------------------------------------------------------------------------------------


def _arrived(case: Case, by: Day) -> Day:
    """The last arrival by a day, as the circuit reads it: an entry, or a return from a trip."""
    entry = last(case.entries, by=lambda e: e.on, where=lambda e: e.on <= by)
    back = last(case.departures, by=lambda d: d.returned, where=lambda d: d.returned <= by)
    latest = choose_if(back.is_found, later_of(entry.on, back.returned), entry.on)
    earliest = first(case.entries, by=lambda e: e.on, where=lambda e: e.on <= by)
    either = unsettled(
        "in the Second Circuit a return from a short trip did not begin the year anew, which the Board denies",
        latest,
        earliest.on,
    )
    return by_choice(case.circuit, {"2": either}, latest)


def _last_day(case: Case, by: Day) -> Day:
    """The last day of the year after the last arrival by a day."""
    return next_open(later_of(_arrived(case, by), day("1997-04-01")) + years(1), EOIR)


@provision(
    "asylum.due",
    "INA 208(a)(2)(B)",
    "8 CFR 1208.4(a)(2)(ii)",
    "Matter of F-P-R-, 24 I&N Dec. 681 (BIA 2008)",
    "Minasyan v. Mukasey, 553 F.3d 1224 (9th Cir. 2009)",
    "Joaquin-Porras v. Gonzales, 435 F.3d 172 (2d Cir. 2006)",
    "Linares-Urrutia v. Sessions, 850 F.3d 477 (2d Cir. 2017)",
    subject=Case,
    aliases=("clk.asylum.one-year",),
    note="The day of arrival is not counted. Who last arrived before April 1997 had until 1998-04-01. Filed is received; "
    "by USCIS, also mailed, where that is clearly proved. No unaccompanied child is held to it.",
)
def asylum_due(case: Case, _: Case) -> Day:
    """the last day to apply for asylum: a year from the last arrival, and from 1997-04-01 at the earliest"""
    return _last_day(case, ON)


NO_EXEMPTION = Version(None, "INA 208(a)(2)(B)")
TVPRA = Version(date(2009, 3, 23), "INA 208(a)(2)(E); Pub. L. 110-457, 235(d)(7)(A) and (h)")
NO_CLASS = Version(None, "before Mendez Rojas v. Johnson")
MENDEZ_ROJAS = Version(
    date(2018, 3, 29),
    "Mendez Rojas v. Johnson, 305 F. Supp. 3d 1176 (W.D. Wash. 2018); agreement approved 2020-11-04; EOIR PM 21-01",
    known=date(2018, 3, 29),
)


def _of_a_child(case: Case, filed: Day) -> Bool:
    """Filed by one found to be an unaccompanied child, whom the year does not bind."""
    earliest = first(case.entries, by=lambda e: e.on, where=lambda e: e.on <= filed)
    came_young = case.respondent.born + years(18) > earliest.on
    still = any_(
        case.respondent.born + years(18) > filed,
        undetermined(Cause.UNSETTLED, "whether an unaccompanied child stays one, for the year, after eighteen"),
    )
    return by_date(ON, (NO_EXEMPTION, NO), (TVPRA, all_(case.unaccompanied_child, came_young, still)))


def _of_the_class(case: Case, filed: Day) -> Bool:
    """Filed by 2022-04-22 by one whom officers met within fourteen days of coming in, and may not have told of the year."""
    met = exists(case.entries, lambda e: all_(e.on <= filed, e.met <= e.on + days(14)))
    told = undetermined(
        Cause.MISSING, "whether the respondent is of the class of Mendez Rojas, not told of the year when released"
    )
    return by_date(ON, (NO_CLASS, NO), (MENDEZ_ROJAS, all_(filed <= "2022-04-22", met, told)))


@provision(
    "asylum.filed-in-time",
    "INA 208(a)(2)(B)",
    "INA 208(a)(2)(E)",
    "8 CFR 1208.4(a)(2)(ii)",
    "Matter of F-P-R-, 24 I&N Dec. 681 (BIA 2008)",
    subject=Filing,
    confidence=Confidence.PROBABLY,
    doubt="whether one found to be an unaccompanied child stays one after eighteen is not settled, and what INS received "
    "by mid-April 1998 it took, by an account of its practice, as in time",
    note="The applicant must show the day of arrival, and that of filing, by clear and convincing evidence.",
)
def filed_in_time(case: Case, filing: Filing) -> Bool:
    """the application for asylum was filed within a year of the last arrival, or by one whom the year does not bind"""
    due = _last_day(case, filing.received)
    mailed = filing.forum.is_("USCIS") & (filing.sent <= due)
    grace = all_(
        filing.forum.is_("USCIS"),
        filing.received <= "1998-04-15",
        undetermined(Cause.UNSETTLED, "INS is said to have taken what it received by 1998-04-15 as in time"),
    )
    bound = any_(
        filing.received <= due, mailed, grace, _of_a_child(case, filing.received), _of_the_class(case, filing.received)
    )
    return all_(
        is_asylum(filing),
        not_(filing.rejected),
        by_date(filing.received, (BEFORE_ACT, YES), (ACT, bound)),
    )


def _still_counts(filing: Filing) -> Bool:
    """The application was not withdrawn or dismissed."""
    spent = filing.outcome.is_in("withdrawn", "dismissed", "terminated", "declined")
    left_open = undetermined(Cause.NOT_ENCODED, "whether an application withdrawn or dismissed still counts")
    return any_(not_(filing.decided <= ON), not_(spent), left_open)


@provision(
    "asylum.one-year",
    "INA 208(a)(2)(B)",
    "8 CFR 1208.4(a)(2)",
    "Matter of M-A-F-, 26 I&N Dec. 651 (BIA 2015)",
    subject=Case,
    aliases=("asylum.one_year",),
    note="One application in time is enough, if it was neither withdrawn nor dismissed. A later one counts from its own day where it "
    "rests on a new ground, or on facts substantially new.",
)
def within_the_year(case: Case, _: Case) -> Bool:
    """asylum was applied for in time, or still can be"""
    filed = exists(
        case.filings,
        lambda f: all_(f.received <= ON, filed_in_time(case, f), _still_counts(f)),
    )
    late = exists(case.filings, lambda f: all_(is_asylum(f), f.received <= ON, ~filed_in_time(case, f)))
    the_same = undetermined(Cause.JUDGEMENT, "whether the later application is a new one is for the judge")
    unbound = any_(_of_a_child(case, ON), _of_the_class(case, ON))
    return any_(filed & any_(~late, the_same), asylum_due(case, case) >= ON, unbound)


REASONABLE = "whether it bears on the claim or on the delay, and whether the time that passed after it was reasonable"
CHANGED = ("conditions in the country", "own activities or circumstances", "the law", "loss of a family tie", "other")
IN_THE_WAY = (
    "illness or disability",
    "legal disability",
    "fault of counsel",
    "death or illness in the family",
    "other",
)


@provision(
    "asylum.changed-circ",
    "INA 208(a)(2)(D)",
    "8 CFR 1208.4(a)(4)",
    "Matter of T-M-H- & S-W-C-, 25 I&N Dec. 193 (BIA 2010)",
    subject=Case,
    aliases=("asylum.changed_circ",),
    note="A change gives no new year as of right: apply as soon as it is known. Country conditions, US law, what the "
    "respondent did or became, or the end of a tie to another applicant.",
)
def circumstances_changed(case: Case, _: Case) -> Bool:
    """changed circumstances that bear on the claim excuse a late or a second application"""
    return exists(case.circumstances, lambda c: c.kind.is_in(*CHANGED) & (c.since <= ON)) & undetermined(
        Cause.JUDGEMENT, REASONABLE
    )


@provision(
    "asylum.extraordinary",
    "INA 208(a)(2)(D)",
    "8 CFR 1208.4(a)(5)",
    "Matter of Y-C-, 23 I&N Dec. 286 (BIA 2002)",
    "Matter of Lozada, 19 I&N Dec. 637 (BIA 1988)",
    subject=Case,
    note="Illness; being under eighteen; the fault of counsel, with the complaint made; lawful status, parole or TPS "
    "kept until shortly before filing; an application sent back and soon filed again; death or illness of family or "
    "counsel. Not of the respondent's own making.",
)
def something_in_the_way(case: Case, _: Case) -> Bool:
    """extraordinary circumstances excuse a late application"""
    minor = case.respondent.born + years(18) > _arrived(case, ON)
    let_in = exists(case.entries, lambda e: e.manner.is_in("inspected and admitted", "paroled") & (e.on <= ON))
    in_status = exists(case.protections, lambda p: p.since <= ON)
    sent_back = exists(case.filings, lambda f: all_(is_asylum(f), f.rejected, f.received <= ON))
    told = exists(case.circumstances, lambda c: c.kind.is_in(*IN_THE_WAY) & (c.since <= ON))
    return any_(minor, let_in, in_status, sent_back, told) & undetermined(Cause.JUDGEMENT, REASONABLE)


@provision("asylum.in-time", "INA 208(a)(2)(B)", "INA 208(a)(2)(D)", subject=Case)
def in_time_or_excused(case: Case, _: Case) -> Bool:
    """asylum was applied for in time, or still can be, or the delay is excused"""
    return any_(within_the_year(case, case), circumstances_changed(case, case), something_in_the_way(case, case))


# --- who may apply --------------------------------------------------------------------------------------------------------


@provision(
    "asylum.present",
    "INA 208(a)(1)",
    "Mullin v. Al Otro Lado (U.S. June 25, 2026)",
    subject=Case,
    note="Whatever the manner of entry. One still on the Mexican side of a port has not arrived, the Supreme Court held in June 2026.",
)
def is_present(case: Case, _: Case) -> Bool:
    """the respondent is in the United States"""

    def away(departure: Departure) -> Bool:
        came_in_since = exists(case.entries, lambda e: (e.on >= departure.on) & (e.on <= ON))
        return all_(departure.on <= ON, not_(departure.returned <= ON), ~came_in_since)

    return all_(exists(case.entries, lambda e: e.on <= ON), ~exists(case.departures, away))


def _denied(case: Case, order: Order) -> Bool:
    """A judge or the Board denied asylum in an order that is final and stands."""
    by_others = all_(
        order.by.is_in("Attorney General", "court"),
        order.decided <= ON,
        undetermined(Cause.NOT_ENCODED, "whether a denial by the Attorney General, or after a court ruled, counts"),
    )
    return order.asylum_decided & any_(
        order.by.is_in("immigration judge", "Board") & order_final(case, order), by_others
    )


@provision(
    "asylum.no-prior-denial",
    "INA 208(a)(2)(C)",
    "8 CFR 1208.4(a)(3)",
    subject=Case,
    aliases=("asylum.no_prior_denial",),
    note="A denial by an asylum officer does not count. After a denial, ask that the case be reopened.",
)
def not_denied_before(case: Case, _: Case) -> Bool:
    """no judge and not the Board denied asylum before, or circumstances have changed since"""
    return any_(~exists(case.orders, lambda o: _denied(case, o)), circumstances_changed(case, case))


# --- the merits -----------------------------------------------------------------------------------------------------------


def _fears(case: Case) -> Bool:
    """Some harm is feared."""
    return exists(case.fears, lambda f: f.since <= ON)


@provision(
    "asylum.refugee",
    "INA 101(a)(42)(A)",
    "8 CFR 1208.13(b)",
    "INS v. Cardoza-Fonseca, 480 U.S. 421 (1987)",
    "Urias-Orellana v. Bondi (U.S. Mar. 4, 2026)",
    subject=Case,
    note="Past persecution raises a presumption of fear. Courts review the finding for substantial evidence only.",
)
def is_refugee(case: Case, _: Case) -> Bool:
    """the respondent was persecuted, or has a well-founded fear of it"""
    return _fears(case) & undetermined(
        Cause.JUDGEMENT, "whether the harm is persecution and the fear well founded is for the judge"
    )


@provision(
    "asylum.state",
    "INA 101(a)(42)(A)",
    "Matter of Acosta, 19 I&N Dec. 211 (BIA 1985)",
    subject=Case,
    confidence=Confidence.PROBABLY,
    doubt="how unwilling or unable a state must be is said in different words by period and circuit",
)
def state_does_not_protect(case: Case, _: Case) -> Bool:
    """the harm is done by the state, or by others whom it cannot or will not control"""
    return _fears(case) & undetermined(Cause.JUDGEMENT, "whether the state can and will protect is for the judge")


@provision(
    "asylum.relocation",
    "8 CFR 1208.13(b)(1)(i)(B), (b)(2)(ii), (b)(3)",
    subject=Case,
    confidence=Confidence.PROBABLY,
    doubt="the rule of December 2020 that shifted the burden was enjoined before it began",
    note="That moving is unreasonable is presumed where the state does the harm, or there was past persecution.",
)
def cannot_move_within(case: Case, _: Case) -> Bool:
    """moving to another part of that country would not be safe, or not be reasonable"""
    return _fears(case) & undetermined(Cause.JUDGEMENT, "whether moving is safe and reasonable is for the judge")


@provision(
    "asylum.credible",
    "INA 208(b)(1)(B)",
    "Matter of C-A-R-R-, 29 I&N Dec. 13 (BIA 2025)",
    subject=Case,
    note="Answer every question of the form: since 2025 the Board lets judges drop an application that is not complete.",
)
def is_credible(case: Case, _: Case) -> Bool:
    """the respondent's account is credible, persuasive and specific, and corroborated as far as can be expected"""
    return undetermined(Cause.JUDGEMENT, "whether the respondent is believed is for the judge")


@provision("asylum.discretion", "INA 208(b)(1)(A)", "Matter of Pula, 19 I&N Dec. 467 (BIA 1987)", subject=Case)
def asylum_in_discretion(case: Case, _: Case) -> Bool:
    """the judge would grant asylum as a matter of discretion"""
    return undetermined(Cause.JUDGEMENT, "whether to grant it is in the judge's discretion")


# --- what weighs ----------------------------------------------------------------------------------------------------------


@provision("asylum.shown.harm", "8 CFR 1208.13(b)(1)", subject=Case)
def harmed_already(case: Case, _: Case) -> Bool:
    """the respondent was harmed already"""
    return exists(case.fears, lambda f: f.harmed & (f.since <= ON))


@provision("asylum.shown.family-harmed", "8 CFR 1208.13(b)", subject=Case)
def family_harmed(case: Case, _: Case) -> Bool:
    """relatives were killed or threatened"""
    return exists(case.relatives, lambda r: (r.since <= ON) & any_(r.killed, r.threatened))


@provision("asylum.shown.officials", "8 CFR 1208.13(b)(3)(ii)", subject=Case)
def by_officials(case: Case, _: Case) -> Bool:
    """officials would do the harm"""
    return exists(case.fears, lambda f: f.by.is_("officials") & (f.since <= ON))


@provision("asylum.shown.reported", "Matter of S-A-, 22 I&N Dec. 1328 (BIA 2000)", subject=Case)
def reported_to_police(case: Case, _: Case) -> Bool:
    """the harm was reported to the police there"""
    return exists(case.fears, lambda f: f.reported & (f.since <= ON))


@provision("asylum.shown.moved", "8 CFR 1208.13(b)(3)", subject=Case)
def had_moved(case: Case, _: Case) -> Bool:
    """the respondent had moved within that country to be safe"""
    return exists(case.fears, lambda f: f.moved & (f.since <= ON))


# --- bars -----------------------------------------------------------------------------------------------------------------


@provision(
    "asylum.bar.persecutor",
    "INA 208(b)(2)(A)(i)",
    "INA 241(b)(3)(B)(i)",
    subject=Case,
    confidence=Confidence.PROBABLY,
    doubt="whether acts under duress count has been before the Board and the Attorney General since 2018 and was not followed up",
    note="It bars withholding too.",
)
def took_part_in_persecution(case: Case, _: Case) -> Bool:
    """the respondent ordered, incited, assisted or took part in persecution"""
    return case.persecutor


BEFORE_1990 = Version(None, "before Pub. L. 101-649, 515")
FELONY_BARS = Version(date(1990, 11, 29), "former INA 208(d); since 1997-04-01 INA 208(b)(2)(B)(i)")


@provision(
    "asylum.bar.psc",
    "INA 208(b)(2)(A)(ii)",
    "INA 208(b)(2)(B)(i)",
    "Matter of N-A-M-, 24 I&N Dec. 336 (BIA 2007)",
    subject=Case,
    confidence=Confidence.PROBABLY,
    doubt="whether the conviction is final, no direct appeal being open, is not looked at; that an offense is an "
    "aggravated felony is taken from the file",
    note="Every aggravated felony bars asylum, whatever the sentence. The rule of October 2020 that added other offenses was enjoined "
    "before it began.",
)
def crime_bars_asylum(case: Case, _: Case) -> Bool:
    """a conviction of a particularly serious crime, as every aggravated felony is, bars asylum"""
    felony = exists(case.convictions, lambda c: stands(c) & c.aggravated_felony)
    formerly = undetermined(Cause.NOT_ENCODED, "which crimes barred asylum before November 1990")
    other = exists(case.convictions, lambda c: stands(c) & not_(c.level.is_("infraction"))) & undetermined(
        Cause.JUDGEMENT, "whether another crime is particularly serious is for the judge"
    )
    return any_(felony & by_date(ON, (BEFORE_1990, formerly), (FELONY_BARS, YES)), other)


@provision(
    "asylum.bar.nonpolitical",
    "INA 208(b)(2)(A)(iii)",
    "INA 241(b)(3)(B)(iii)",
    subject=Case,
    note="No conviction is needed: serious reasons to believe it are. It bars withholding too.",
)
def crime_abroad_bars(case: Case, _: Case) -> Bool:
    """there are serious reasons to believe that the respondent committed a serious nonpolitical crime abroad before arrival"""
    return case.crime_abroad & undetermined(
        Cause.JUDGEMENT, "whether the crime was serious and not political is for the judge"
    )


@provision(
    "asylum.bar.security",
    "INA 208(b)(2)(A)(iv)-(v)",
    "INA 241(b)(3)(B)(iv)",
    subject=Case,
    aliases=("asylum.bar.terror",),
    note="It bars withholding too. Helping an armed group, even a little and long ago, may be called terrorism; some "
    "helped under duress and may be exempted.",
)
def danger_to_security(case: Case, _: Case) -> Bool:
    """the respondent is a danger to security, or falls under the grounds of terrorism"""
    return case.security_ground & undetermined(
        Cause.JUDGEMENT, "whether a ground of security that is charged is made out is for the judge"
    )


@provision(
    "asylum.bar.resettled",
    "INA 208(b)(2)(A)(vi)",
    "8 CFR 1208.15",
    "Matter of A-G-G-, 25 I&N Dec. 486 (BIA 2011)",
    subject=Case,
    confidence=Confidence.PROBABLY,
    doubt="the wider test of December 2020 was enjoined; whether it has begun since the end of 2025 was not found",
    note="It does not bar withholding.",
)
def resettled_elsewhere(case: Case, _: Case) -> Bool:
    """the respondent was firmly resettled in another country before arrival"""
    return case.resettled & undetermined(
        Cause.JUDGEMENT, "whether the offer was firm, and whether an exception holds, is for the judge"
    )


@provision("asylum.no-bar", "INA 208(b)(2)", subject=Case, aliases=("asylum.no_bar",))
def no_bar_to_asylum(case: Case, _: Case) -> Bool:
    """no persecution of others, crime, danger to security or resettlement bars asylum"""
    return ~any_(
        took_part_in_persecution(case, case),
        crime_bars_asylum(case, case),
        crime_abroad_bars(case, case),
        danger_to_security(case, case),
        resettled_elsewhere(case, case),
    )


@provision(
    "gate.frivolous",
    "INA 208(d)(6)",
    "8 CFR 1208.20",
    "Matter of Y-L-, 24 I&N Dec. 151 (BIA 2007)",
    subject=Case,
    note="It bars every benefit of the Act for good, after a warning; withholding and the Convention against Torture stay open.",
)
def not_found_frivolous(case: Case, _: Case) -> Bool:
    """no application for asylum was found to be knowingly frivolous"""
    return ~exists(case.filings, lambda f: all_(is_asylum(f), f.received <= ON, f.found_frivolous <= ON))


# --- the family -----------------------------------------------------------------------------------------------------------

BEFORE_CSPA = Version(None, "INA 208(b)(3)(A)")
CSPA = Version(date(2002, 8, 6), "INA 208(b)(3)(B); Pub. L. 107-208, 4")


@provision(
    "asylum.derivative",
    "INA 208(b)(3)",
    "8 CFR 1208.21",
    subject=Relative,
    confidence=Confidence.PROBABLY,
    doubt="that the tie began before the grant and holds when the relative follows, and that no bar reaches the "
    "relative, is not looked at",
    note="A spouse, or a child unmarried and under twenty-one when the parent applied; nobody brings a parent. Form I-730 within two "
    "years of the grant. A relative may also claim in his or her own right.",
)
def follows(case: Case, relative: Relative) -> Bool:
    """a spouse or child who would have asylum with the respondent"""
    applied = first(case.filings, by=lambda f: f.received, where=lambda f: is_asylum(f) & (f.received <= ON))
    today = relative.born + years(21) > ON
    in_time = any_(
        relative.born + years(21) > "2002-08-06",
        undetermined(Cause.NOT_ENCODED, "how the law of August 2002 reaches one who was twenty-one by then"),
    )
    on_filing = all_(applied.is_found, relative.born + years(21) > applied.received, in_time)
    child = all_(
        relative.relation.is_in("child", "stepchild"),
        relative.born <= ON,
        is_unmarried(case, relative),
        by_date(ON, (BEFORE_CSPA, today), (CSPA, any_(today, on_filing))),
    )
    return any_(is_spouse(case, relative) & (relative.married_since <= ON), child)


# --- the work permit ------------------------------------------------------------------------------------------------------

BEFORE_CLOCK = Version(None, "8 CFR 208.7")
CLOCK = Version(date(1997, 4, 1), "INA 208(d)(2); 8 CFR 208.7(a)(1)")
USUAL = Version(None, "8 CFR 208.7(a)(1)")
YEAR_LONG = Version(
    date(2020, 8, 25),
    "85 Fed. Reg. 38532; CASA de Maryland v. Wolf, 486 F. Supp. 3d 928 (D. Md. 2020)",
    known=date(2020, 6, 26),
    note="365 days, but for the members of two groups",
)
VACATED = Version(date(2022, 2, 7), "AsylumWorks v. Mayorkas, 590 F. Supp. 3d 11 (D.D.C. 2022)", known=date(2022, 2, 7))
PERMIT_DOUBT = (
    "a rule proposed in February 2026 would make it 365 days; it was not final by 2026-08-21, and its end was not found"
)


def _permit(filing: Filing, count: int) -> Day:
    """The day so many days after the application, in the window of 2020 to 2022 perhaps a year after it."""
    after = filing.received + days(count)
    year = filing.received + days(365)
    long = by_date(year, (USUAL, year), (VACATED, day("2022-02-07")))
    either = unsettled("from August 2020 to February 2022 it was 365 days for who was not of CASA or ASAP", after, long)
    counted = by_date(after, (USUAL, after), (YEAR_LONG, either), (VACATED, after))
    open_end = filing.received + by_date(filing.received, (BEFORE_CLOCK, UNCONFIRMED))
    later = later_of(after, open_end)
    undelayed = by_date(filing.received, (BEFORE_CLOCK, open_end), (CLOCK, counted))
    return choose_if(filing.applicant_delay, later, undelayed)


@provision(
    "asylum.permit.ask",
    "8 CFR 208.7(a)(1)",
    "8 CFR 1208.7",
    subject=Filing,
    confidence=Confidence.PROBABLY,
    doubt=PERMIT_DOUBT,
    read_through=READ,
    note="Form I-765, category (c)(8). A delay that the applicant causes stops the count. A renewal filed since "
    "2025-10-30 extends nothing of itself (90 Fed. Reg. 48799).",
)
def may_ask_for_permit(case: Case, filing: Filing) -> Day:
    """the first day to ask for a work permit: 150 days after the application for asylum was received"""
    return _permit(filing, 150)


@provision(
    "asylum.permit.given",
    "INA 208(d)(2)",
    "8 CFR 208.7(a)(1)",
    subject=Filing,
    confidence=Confidence.PROBABLY,
    doubt=PERMIT_DOUBT,
    read_through=READ,
    note="USCIS has thirty days from the request.",
)
def permit_can_be_given(case: Case, filing: Filing) -> Day:
    """the first day on which a work permit can be given: 180 days after the application for asylum was received"""
    return _permit(filing, 180)


HARM = Factor(shown=harmed_already, weighs="for", proof="medical records, photographs, affidavits of who saw it")
KIN = Factor(shown=family_harmed, weighs="for", proof="death certificates, police reports, press")
OFFICIALS = Factor(shown=by_officials, weighs="for", proof="reports, badge or unit, the complaint")
REPORTED = Factor(shown=reported_to_police, weighs="for", proof="the complaint, and what came of it")
MOVED = Factor(shown=had_moved, weighs="for", proof="leases, school records, affidavits; that the harm followed")

ASYLUM = Relief(
    id="asylum",
    title="Asylum",
    asked_of="USCIS, or the immigration judge once in proceedings, on form I-589",
    grants="asylum, and permanent residence may be asked after a year; spouse and children follow",
    elements=(
        is_present,
        in_time_or_excused,
        not_denied_before,
        no_other_country,
        no_entry_limit,
        is_refugee,
        for_a_ground,
        ground_is_central,
        state_does_not_protect,
        cannot_move_within,
        is_credible,
        no_bar_to_asylum,
        asylum_in_discretion,
    ),
    gates=(no_final_order, not_reinstated, not_found_frivolous),
    judgements=(
        Judgement(of=is_refugee, factors=(HARM, KIN)),
        Judgement(of=state_does_not_protect, factors=(OFFICIALS, REPORTED)),
        Judgement(of=cannot_move_within, factors=(OFFICIALS, MOVED)),
    ),
    fee="I-589",
)
