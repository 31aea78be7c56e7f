"""Unlawful presence: which bar a departure brings, and the waiver that can be had before leaving.  INA 212(a)(9)(B)-(C)."""

from datetime import date

from abeyance.casefile.vocabulary import Case, Departure, Entry, Relative
from abeyance.law.finality import order_executed, order_final
from abeyance.law.provisions import Confidence, provision
from abeyance.law.relief.cancellation import danger_abroad, ill_relative
from abeyance.law.relief.gates import not_reinstated
from abeyance.law.relief.people import is_citizen, is_citizen_or_resident, is_spouse
from abeyance.law.relief.reliefs import Factor, Judgement, Relief
from abeyance.law.relief.visa_petitions import is_immediate_relative, stands
from abeyance.logic.expressions import (
    NO,
    ON,
    Bool,
    Day,
    Version,
    all_,
    any_,
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
from abeyance.logic.facts import at_least, exists, last
from abeyance.logic.values import Cause

ACT = date(1997, 4, 1)
BEFORE_ACT = Version(None, "before IIRIRA 301(b)")
OPEN = Version(ACT, "INA 212(a)(9)(B)", note="the Service held a trip with advance parole to be a departure")
ARRABALLY = Version(ACT, "Matter of Arrabally & Yerrabelly, 25 I&N Dec. 771 (BIA 2012)", known=date(2012, 4, 17))
DELCARMEN_LARA = Version(ACT, "Matter of Delcarmen-Lara, 29 I&N Dec. 830 (BIA 2026)", known=date(2026, 8, 13))


# --- a departure, and the time before it --------------------------------------------------------------------------------


@provision(
    "up.departure",
    "INA 212(a)(9)(B)(i)",
    "Matter of Arrabally & Yerrabelly, 25 I&N Dec. 771 (BIA 2012)",
    "Matter of Delcarmen-Lara, 29 I&N Dec. 830 (BIA 2026)",
    subject=Departure,
    aliases=("up.is-departure",),
    confidence=Confidence.PROBABLY,
    doubt="the decision of 2026-08-13 was read in an account; whether a court of appeals follows it, above all for trips made "
    "while the Board held otherwise, was not found",
    note="It governs the bars of unlawful presence alone: such a trip leaves an application pending, and the return is a parole.",
)
def is_departure(case: Case, left: Departure) -> Bool:
    """leaving was a departure that brings the bars of unlawful presence"""
    away = ~left.manner.is_("turned back at the border")
    formerly = unsettled(
        "whether a trip with advance parole was a departure was not settled before April 2012",
        away,
        away & ~left.advance_parole,
    )
    return (left.on <= ON) & by_date(
        left.on,
        (BEFORE_ACT, NO),
        (OPEN, formerly),
        (ARRABALLY, away & ~left.advance_parole),
        (DELCARMEN_LARA, away),
    )


def _entry_before(case: Case, left: Departure) -> Entry:
    """The entry from which the stay ran that the departure ended."""
    return last(case.entries, by=lambda e: e.on, where=lambda e: e.on < left.on)


def _began(entry: Entry) -> Day:
    """The first day that can be unlawful: that of the entry, or the one after an admission or parole ended; none before the Act."""
    until = entry.admitted_until + days(1)
    return later_of(
        choose_if(entry.manner.is_in("inspected and admitted", "paroled"), until, entry.on), day("1997-04-01")
    )


def _not_counted(case: Case, left: Departure, began: Day) -> Bool:
    """Something may have kept part of the time from counting: a protection, an application for asylum, a request to stay longer."""
    protected = exists(case.protections, lambda p: all_(p.since < left.on, p.until > began))
    applied = exists(case.filings, lambda f: f.kind.is_("application for relief") & (f.received < left.on))
    return (protected | applied) & undetermined(
        Cause.NOT_ENCODED, "time under a protection, or while an application for asylum was pending, is not taken out"
    )


@provision(
    "up.year",
    "INA 212(a)(9)(B)(i)(II)-(iii)",
    "Matter of Rodarte-Roman, 23 I&N Dec. 905 (BIA 2006)",
    subject=Departure,
    confidence=Confidence.PROBABLY,
    doubt="family unity, trafficking, and the hundred and twenty days of a pending request to stay longer are not looked at",
    note="Not counted: time before 1997-04-01, under eighteen, or while an application for asylum was pending without unlawful work.",
)
def year_before_leaving(case: Case, left: Departure) -> Bool:
    """the stay before the departure was unlawful for a year or more without a break"""
    entry = _entry_before(case, left)
    began = later_of(_began(entry), case.respondent.born + years(18))
    return all_(
        left.on >= began + years(1),
        ~_not_counted(case, left, began),
        any_(~case.battered, undetermined(Cause.JUDGEMENT, "whether the abuse had to do with the stay")),
    )


@provision(
    "up.half-year",
    "INA 212(a)(9)(B)(i)(I)-(iii)",
    subject=Departure,
    confidence=Confidence.PROBABLY,
    doubt="family unity, trafficking, and the hundred and twenty days of a pending request to stay longer are not looked at",
)
def half_year_before_leaving(case: Case, left: Departure) -> Bool:
    """the stay before the departure was unlawful for more than a hundred and eighty days and less than a year"""
    entry = _entry_before(case, left)
    began = later_of(_began(entry), case.respondent.born + years(18))
    return all_(
        left.on >= began + days(180),
        left.on < began + years(1),
        ~_not_counted(case, left, began),
        any_(~case.battered, undetermined(Cause.JUDGEMENT, "whether the abuse had to do with the stay")),
    )


# --- the bars -----------------------------------------------------------------------------------------------------------


@provision(
    "up.3yr",
    "INA 212(a)(9)(B)(i)(I)",
    "Matter of Duarte-Gonzalez, 28 I&N Dec. 688 (BIA 2023)",
    subject=Departure,
    aliases=("up.three-years",),
    note="Only of one who left of his or her own accord before proceedings began. The three years run here as well as abroad.",
)
def three_years_bar(case: Case, left: Departure) -> Bool:
    """the departure makes inadmissible for three years, and they have not run"""
    began = exists(case.charging_documents, lambda d: d.filed <= left.on)
    return all_(
        is_departure(case, left),
        left.manner.is_in("own accord", "voluntary departure"),
        ~began,
        half_year_before_leaving(case, left),
        left.on + years(3) > ON,
    )


@provision(
    "up.10yr",
    "INA 212(a)(9)(B)(i)(II)",
    "Matter of Lemus, 24 I&N Dec. 373 (BIA 2007)",
    "Matter of Duarte-Gonzalez, 28 I&N Dec. 688 (BIA 2023)",
    subject=Departure,
    aliases=("up.ten-years",),
    confidence=Confidence.PROBABLY,
    doubt="that the ten years run here as well was not settled before 2023; whether every court agrees was not found",
    note="However the departure came about. The ten years run here as well as abroad.",
)
def ten_years_bar(case: Case, left: Departure) -> Bool:
    """the departure makes inadmissible for ten years, and they have not run"""
    return all_(is_departure(case, left), year_before_leaving(case, left), left.on + years(10) > ON)


@provision(
    "up.perm",
    "INA 212(a)(9)(C)(i)",
    "Matter of Briones, 24 I&N Dec. 355 (BIA 2007)",
    "Matter of Torres-Garcia, 23 I&N Dec. 866 (BIA 2006)",
    subject=Case,
    aliases=("up.permanent",),
    confidence=Confidence.PROBABLY,
    doubt="stays of which none was longer than a year are not added up, an attempt to come in that failed is not looked at, and "
    "the waiver for the battered is a judgement",
    note="Consent to apply again can be had only after ten years abroad; one given before the unlawful return does not help. "
    "The statute makes no exception for the young.",
)
def permanently_barred(case: Case, _: Case) -> Bool:
    """came in, or tried to, without admission after a year of unlawful presence or an order of removal that was carried out"""

    def cured(entry: Entry) -> Bool:
        """Consent to apply again was given ten years or more after leaving once more."""
        long_gone = exists(
            case.departures, lambda d: all_(d.on > entry.on, d.on <= ON, case.reapply_granted >= d.on + years(10))
        )
        return (case.reapply_granted <= ON) & long_gone

    def again_after(left: Departure) -> Bool:
        return exists(
            case.entries,
            lambda e: all_(
                e.manner.is_("without inspection"),
                e.on >= left.on,
                e.on >= "1997-04-01",
                e.on <= ON,
                ~cured(e),
            ),
        )

    def after_a_year(left: Departure) -> Bool:
        return left.on > _began(_entry_before(case, left)) + years(1)

    def after_an_order(left: Departure) -> Bool:
        return exists(
            case.orders,
            lambda o: all_(o.decided <= left.on, order_executed(case, o), not_(o.reopened <= ON)),
        )

    def bars(left: Departure) -> Bool:
        unlawful = after_a_year(left) & ~_not_counted(case, left, day("1997-04-01"))
        return all_(again_after(left), any_(unlawful, after_an_order(left)))

    several = at_least(2, case.departures, again_after)
    summed = undetermined(Cause.NOT_ENCODED, "several shorter stays are not added up to a year")
    barred = any_(exists(case.departures, bars), several & summed)
    battered = case.battered & undetermined(Cause.JUDGEMENT, "whether it is waived for the abuse")
    return barred & ~battered


@provision(
    "up.no-bar", "INA 212(a)(9)(B)-(C)", subject=Case, confidence=Confidence.PROBABLY, doubt="as the bars themselves"
)
def no_presence_bar(case: Case, _: Case) -> Bool:
    """no departure after unlawful presence, and no unlawful return, makes inadmissible today"""
    left = exists(case.departures, lambda d: three_years_bar(case, d) | ten_years_bar(case, d))
    return ~any_(left, permanently_barred(case, case))


# --- the waiver ---------------------------------------------------------------------------------------------------------


def _kin(case: Case, relative: Relative) -> Bool:
    return (relative.since <= ON) & any_(is_spouse(case, relative), relative.relation.is_("parent"))


@provision(
    "up.waiver",
    "INA 212(a)(9)(B)(v)",
    subject=Case,
    note="A child's hardship does not count by itself. The bar of INA 212(a)(9)(C) cannot be waived so.",
)
def has_waiver_relative(case: Case, _: Case) -> Bool:
    """a spouse or parent is a citizen or permanent resident, whose extreme hardship could waive the three or ten years"""
    return exists(case.relatives, lambda r: _kin(case, r) & is_citizen_or_resident(case, r))


BEFORE_601A = Version(None, "before 8 CFR 212.7(e)")
FROM_2013 = Version(date(2013, 3, 4), "8 CFR 212.7(e); 78 Fed. Reg. 536")
WIDENED = Version(date(2016, 8, 29), "8 CFR 212.7(e); 81 Fed. Reg. 50244")


@provision(
    "waiver601a.petition",
    "8 CFR 212.7(e)",
    subject=Case,
    note="From 2013-03-04 only immediate relatives of citizens; from 2016-08-29 everybody with an approved petition. The visa fee "
    "must be paid.",
)
def has_approved_petition(case: Case, _: Case) -> Bool:
    """a petition is approved, of a kind on which the provisional waiver can then rest"""
    approved = exists(case.petitions, lambda p: stands(p) & (p.approved <= ON))
    of_citizen = exists(case.petitions, lambda p: all_(stands(p), p.approved <= ON, is_immediate_relative(case, p)))
    return by_date(ON, (BEFORE_601A, NO), (FROM_2013, of_citizen), (WIDENED, approved))


@provision("waiver601a.relative", "8 CFR 212.7(e)(3)", "INA 212(a)(9)(B)(v)", subject=Case)
def has_relative_for_601a(case: Case, _: Case) -> Bool:
    """a spouse or parent whose hardship counts: a citizen, since 2016-08-29 also a permanent resident"""
    citizen = exists(case.relatives, lambda r: _kin(case, r) & is_citizen(case, r))
    return by_date(ON, (BEFORE_601A, NO), (FROM_2013, citizen), (WIDENED, has_waiver_relative(case, case)))


@provision("waiver601a.hardship", "INA 212(a)(9)(B)(v)", subject=Case)
def extreme_hardship(case: Case, _: Case) -> Bool:
    """refusing admission would bring extreme hardship to that spouse or parent"""
    return has_relative_for_601a(case, case) & undetermined(
        Cause.JUDGEMENT, "whether hardship is extreme, and whether to grant the waiver, is for USCIS"
    )


@provision("waiver601a.age", "8 CFR 212.7(e)(3)", subject=Case)
def seventeen(case: Case, _: Case) -> Bool:
    """seventeen or older"""
    return case.respondent.born + years(17) <= ON


@provision("waiver601a.present", "8 CFR 212.7(e)(3)", subject=Case)
def present_now(case: Case, _: Case) -> Bool:
    """in the United States"""
    return ~exists(case.departures, lambda d: all_(d.on <= ON, d.returned > ON))


@provision(
    "waiver601a.only-ground",
    "8 CFR 212.7(e)(3)",
    subject=Case,
)
def only_unlawful_presence(case: Case, _: Case) -> Bool:
    """nothing but unlawful presence would make inadmissible on leaving"""
    return ~permanently_barred(case, case) & undetermined(
        Cause.JUDGEMENT, "whether another ground would make inadmissible is for the consul"
    )


@provision(
    "waiver601a.proceedings",
    "8 CFR 212.7(e)(4)(iii)",
    subject=Case,
    note="Closed and not taken up again when form I-601A is filed; terminate or dismiss before leaving.",
)
def not_in_proceedings(case: Case, _: Case) -> Bool:
    """no case is before a judge, or it is administratively closed"""
    before_a_judge = exists(
        case.charging_documents, lambda d: ~d.kind.is_("DHS order without hearing") & (d.filed <= ON)
    )
    over = exists(
        case.orders,
        lambda o: all_(
            o.decided <= ON,
            ~o.motion_ruling,
            o.outcome.is_in("ordered removed", "relief granted", "terminated", "voluntary departure"),
            not_(o.reopened <= ON),
        ),
    )
    return any_(~before_a_judge, over, (case.closed <= ON) & not_(case.recalendared <= ON))


@provision(
    "waiver601a.order",
    "8 CFR 212.7(e)(4)(iv)",
    subject=Case,
    note="Since 2016-08-29 one with a final order may ask if consent to apply again (form I-212) was given first.",
)
def no_order_in_the_way(case: Case, _: Case) -> Bool:
    """no final order is in the way of the provisional waiver, or consent to apply again was given"""
    free = ~exists(case.orders, lambda o: order_final(case, o))
    return by_date(ON, (BEFORE_601A, NO), (FROM_2013, free), (WIDENED, any_(free, case.reapply_granted <= ON)))


WAIVER_601A = Relief(
    id="waiver.601a",
    title="Provisional waiver of unlawful presence, to leave for an immigrant visa",
    asked_of="USCIS, on form I-601A",
    grants="a waiver that takes effect only on leaving, when the consul finds nothing else in the way; it stays no removal",
    elements=(
        has_approved_petition,
        has_relative_for_601a,
        extreme_hardship,
        seventeen,
        present_now,
        only_unlawful_presence,
        not_in_proceedings,
        no_order_in_the_way,
    ),
    gates=(not_reinstated,),
    judgements=(
        Judgement(
            of=extreme_hardship,
            factors=(
                Factor(shown=ill_relative, weighs="for", proof="doctors' letters: the condition and the treatment"),
                Factor(shown=danger_abroad, weighs="for", proof="death certificates, police reports, press"),
            ),
        ),
    ),
    fee="I-601A",
)
