"""Cancellation of removal for one who is not a permanent resident.  INA 240A(b)(1)."""

from datetime import date

from abeyance.casefile.vocabulary import Case, Relative
from abeyance.law.provisions import Confidence, provision
from abeyance.law.relief.character import good_moral_character
from abeyance.law.relief.crimes import no_crime_bars_cancellation
from abeyance.law.relief.gates import (
    no_final_order,
    not_barred_by_absence,
    not_barred_by_overstaying,
    not_reinstated,
)
from abeyance.law.relief.people import is_child, is_citizen_or_resident, is_spouse, is_unmarried
from abeyance.law.relief.presence import no_break, ten_years_present
from abeyance.law.relief.reliefs import Factor, Judgement, Relief
from abeyance.logic.expressions import (
    ON,
    Bool,
    Day,
    Version,
    all_,
    any_,
    by_choice,
    undetermined,
    unsettled,
    years,
)
from abeyance.logic.facts import exists, last
from abeyance.logic.values import Cause

# --- the proceedings ----------------------------------------------------------------------------------------------------


@provision(
    "canc.removable",
    "INA 240A(b)(1)",
    subject=Case,
    note="Only in removal proceedings: one charged in deportation or exclusion proceedings asks for other relief.",
)
def in_removal_proceedings(case: Case, _: Case) -> Bool:
    """a notice to appear was filed with the court, so that the case is one of removal"""
    return exists(case.charging_documents, lambda d: d.kind.is_("notice to appear") & (d.filed <= ON))


# --- whose hardship counts ----------------------------------------------------------------------------------------------


@provision("def.qualifying-relative", "INA 240A(b)(1)(D)", subject=Relative, aliases=("def.qualifying_relative",))
def is_qualifying_relative(case: Case, relative: Relative) -> Bool:
    """a spouse, parent or child of the respondent, and a citizen or permanent resident, whose hardship counts"""
    kin = any_(is_spouse(case, relative), relative.relation.is_("parent"), is_child(case, relative))
    return all_(relative.since <= ON, kin, is_citizen_or_resident(case, relative))


@provision(
    "canc.relative",
    "INA 240A(b)(1)(D)",
    subject=Case,
    note="The hardship of the respondent, and of a brother or sister, does not count.",
)
def has_qualifying_relative(case: Case, _: Case) -> Bool:
    """there is a spouse, parent or child whose hardship counts"""
    return exists(case.relatives, lambda r: is_qualifying_relative(case, r))


BEFORE_ISIDRO = Version(
    None, "Matter of Bautista Gomez, 23 I&N Dec. 893 (BIA 2006)", note="on which day the age is taken was not held"
)
ISIDRO = Version(date(2012, 6, 15), "Matter of Isidro-Zamorano, 25 I&N Dec. 829 (BIA 2012)", known=date(2012, 6, 15))
DIAZ_ARELLANO = Version(
    date(2024, 10, 29), "Diaz-Arellano v. U.S. Att'y Gen., 120 F.4th 722 (11th Cir. 2024)", known=date(2024, 10, 29)
)


@provision(
    "canc.child-when",
    "INA 240A(b)(1)(D)",
    "Matter of Isidro-Zamorano, 25 I&N Dec. 829 (BIA 2012)",
    "Diaz-Arellano v. U.S. Att'y Gen., 120 F.4th 722 (11th Cir. 2024)",
    "Perez-Perez v. Bondi, No. 25-3146 (6th Cir. 2025)",
    subject=Relative,
    aliases=("canc.child-at",),
    confidence=Confidence.PROBABLY,
    doubt="the courts were read in accounts; in the Eleventh Circuit the rule is taken to have been the same before its "
    "decision of 2024",
    note="Ask that the case be heard before the birthday.",
)
def was_child_when_it_counted(case: Case, relative: Relative) -> Bool:
    """a child on the day that counts in the circuit: when the judge decided, or when the case was finally decided"""
    judge = last(
        case.orders,
        by=lambda o: o.decided,
        where=lambda o: all_(o.by.is_("immigration judge"), ~o.motion_ruling, o.decided <= ON),
    )
    final = last(
        case.orders,
        by=lambda o: o.decided,
        where=lambda o: all_(o.by.is_in("immigration judge", "Board"), ~o.motion_ruling, o.decided <= ON),
    )

    def child_on(day: Day) -> Bool:
        return all_(relative.born <= day, relative.born + years(21) > day)

    by_judge, at_last = child_on(judge.decided), child_on(final.decided)
    either = unsettled("this circuit was not found to have said on which day the age counts", by_judge, at_last)
    return all_(
        relative.relation.is_in("child", "stepchild"),
        is_unmarried(case, relative),
        judge.is_found,
        by_choice(case.circuit, {("6", "9", "10"): by_judge, ("2", "11"): at_last}, either),
    )


# --- hardship -----------------------------------------------------------------------------------------------------------


@provision(
    "canc.hardship",
    "INA 240A(b)(1)(D)",
    "Matter of Monreal, 23 I&N Dec. 56 (BIA 2001)",
    "Matter of Andazola, 23 I&N Dec. 319 (BIA 2002)",
    "Matter of Recinas, 23 I&N Dec. 467 (BIA 2002)",
    "Wilkinson v. Garland, 601 U.S. 209 (2024)",
    subject=Case,
    note="All relatives and all hardships are weighed together. Less pay, poorer schools and being parted are not enough alone.",
)
def exceptional_hardship(case: Case, _: Case) -> Bool:
    """removal would bring exceptional and extremely unusual hardship to a qualifying relative"""
    return has_qualifying_relative(case, case) & undetermined(
        Cause.JUDGEMENT, "whether hardship is exceptional and extremely unusual is for the judge"
    )


@provision(
    "hardship.health",
    "Matter of Monreal, 23 I&N Dec. 56 (BIA 2001)",
    "Matter of J-J-G-, 27 I&N Dec. 808 (BIA 2020)",
    subject=Case,
)
def ill_relative(case: Case, _: Case) -> Bool:
    """a qualifying relative has a lasting illness or disability"""
    return exists(
        case.health,
        lambda h: all_(is_qualifying_relative(case, h.of), h.since <= ON, h.until > ON),
    )


@provision("hardship.dependence", "Matter of Recinas, 23 I&N Dec. 467 (BIA 2002)", subject=Case)
def dependent_relative(case: Case, _: Case) -> Bool:
    """a qualifying relative depends on the respondent"""
    return exists(case.relatives, lambda r: is_qualifying_relative(case, r) & r.dependent)


@provision("hardship.sole-income", "Matter of Recinas, 23 I&N Dec. 467 (BIA 2002)", subject=Case)
def sole_income(case: Case, _: Case) -> Bool:
    """the respondent's work is the family's only income"""
    return exists(case.employment, lambda e: all_(e.since <= ON, e.until > ON, e.sole_income))


@provision("hardship.schooling", "Matter of Monreal, 23 I&N Dec. 56 (BIA 2001)", subject=Case)
def tuition_paid(case: Case, _: Case) -> Bool:
    """the respondent pays for a child's schooling"""
    return exists(case.relatives, lambda r: all_(r.relation.is_in("child", "stepchild"), r.since <= ON, r.tuition_paid))


@provision("hardship.danger", "Matter of Monreal, 23 I&N Dec. 56 (BIA 2001)", subject=Case)
def danger_abroad(case: Case, _: Case) -> Bool:
    """relatives were killed or threatened in the country of removal"""
    return exists(case.relatives, lambda r: (r.since <= ON) & any_(r.killed, r.threatened))


@provision(
    "hardship.other-parent",
    "Matter of Calderon-Hernandez, 25 I&N Dec. 885 (BIA 2012)",
    "Matter of Buri Mora, 29 I&N Dec. 186 (BIA 2025)",
    subject=Case,
)
def other_parent_earns(case: Case, _: Case) -> Bool:
    """the spouse works, and could care for the children here"""
    return exists(case.relatives, lambda r: all_(is_spouse(case, r), r.since <= ON, r.employed))


# --- what bars it -------------------------------------------------------------------------------------------------------


@provision(
    "canc.no-bar",
    "INA 240A(c)(1)-(6)",
    "Matter of G-D-M-, 25 I&N Dec. 82 (BIA 2009)",
    subject=Case,
    aliases=("canc.no_stat_bar",),
    confidence=Confidence.PROBABLY,
    doubt="the bars of security and of persecution are taken from what the file says, and whether the bar of one who came "
    "under the Visa "
    "Waiver Program holds is not looked at",
)
def not_shut_out(case: Case, _: Case) -> Bool:
    """not a crewman or exchange visitor whom the Act shuts out, no persecutor or danger to security, and not granted such
    relief before"""
    crew = exists(case.entries, lambda e: all_(e.as_crewman, e.on >= date(1964, 7, 1), e.on <= ON))
    visitor = exists(case.entries, lambda e: e.as_exchange_visitor & (e.on <= ON))
    waived = undetermined(Cause.NOT_ENCODED, "whether the two years abroad were owed, served or waived is not encoded")
    return all_(~crew, any_(~visitor, waived), ~case.persecutor, ~case.security_ground, ~case.relief_before)


@provision("canc.discretion", "INA 240A(b)(1)", subject=Case)
def cancellation_in_discretion(case: Case, _: Case) -> Bool:
    """the judge would grant it as a matter of discretion"""
    return undetermined(Cause.JUDGEMENT, "whether to grant it is in the judge's discretion")


CANCELLATION = Relief(
    id="cancellation.nonlpr",
    title="Cancellation of removal for one who is not a permanent resident",
    asked_of="immigration judge, on form EOIR-42B",
    grants="permanent residence, from the day of the grant; 4,000 a year, so that a grant may wait for a number",
    elements=(
        in_removal_proceedings,
        ten_years_present,
        no_break,
        good_moral_character,
        no_crime_bars_cancellation,
        has_qualifying_relative,
        exceptional_hardship,
        not_shut_out,
        cancellation_in_discretion,
    ),
    gates=(no_final_order, not_reinstated, not_barred_by_absence, not_barred_by_overstaying),
    judgements=(
        Judgement(
            of=exceptional_hardship,
            factors=(
                Factor(
                    shown=ill_relative,
                    weighs="for",
                    proof="doctors' letters: the condition, the treatment, and that it cannot be had there",
                ),
                Factor(
                    shown=dependent_relative,
                    weighs="for",
                    proof="tax returns, accounts, letters from school and family",
                ),
                Factor(shown=sole_income, weighs="for", proof="tax returns and pay records of the household"),
                Factor(shown=tuition_paid, weighs="for", proof="school bills and receipts"),
                Factor(shown=danger_abroad, weighs="for", proof="death certificates, police reports, press"),
                Factor(shown=other_parent_earns, weighs="against", proof="the spouse's pay, health and status"),
            ),
        ),
    ),
    fee="EOIR-42B",
)
