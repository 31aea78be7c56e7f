"""Cancellation of removal for a permanent resident.  INA 240A(a)."""

from abeyance.casefile.vocabulary import Case
from abeyance.law.provisions import Confidence, provision
from abeyance.law.relief.cancellation import cancellation_in_discretion, in_removal_proceedings, not_shut_out
from abeyance.law.relief.crimes import stands
from abeyance.law.relief.gates import (
    no_final_order,
    not_barred_by_absence,
    not_barred_by_overstaying,
    not_reinstated,
)
from abeyance.law.relief.presence import years_reached
from abeyance.law.relief.reliefs import Relief
from abeyance.logic.expressions import ON, Bool, Day, any_, choose_if, earlier_of, years
from abeyance.logic.facts import exists, first


@provision(
    "canc42a.resident",
    "INA 240A(a)(1)",
    subject=Case,
    aliases=("canc42a.lpr5",),
    confidence=Confidence.PROBABLY,
    doubt="that the five years run to the final decision was not read",
    note="One who was never lawfully given residence, as by fraud, has none (Matter of Koloamatangi, 2003).",
)
def resident_five_years(case: Case, _: Case) -> Bool:
    """lawfully admitted for permanent residence five years ago or more"""
    return case.admitted_as_resident + years(5) <= ON


@provision(
    "canc42a.begins",
    "INA 240A(a)(2)",
    "Matter of Perez, 22 I&N Dec. 689 (BIA 1999)",
    subject=Case,
    note="An admission in any status counts, also as a temporary resident; a parent's does not (Holder v. Martinez Gutierrez, 2012).",
)
def residence_begins(case: Case, _: Case) -> Day:
    """the day from which the seven years of residence run: the first admission in any status"""
    admitted = first(
        case.entries, by=lambda e: e.on, where=lambda e: e.manner.is_("inspected and admitted") & (e.on <= ON)
    )
    return choose_if(admitted.is_found, earlier_of(admitted.on, case.admitted_as_resident), case.admitted_as_resident)


@provision(
    "canc42a.residence",
    "INA 240A(a)(2)",
    "INA 240A(d)(1)",
    "Barton v. Barr, 590 U.S. 222 (2020)",
    "Matter of Nelson, 25 I&N Dec. 410 (BIA 2011)",
    subject=Case,
    aliases=("canc42a.res7",),
    confidence=Confidence.PROBABLY,
    doubt="whether residence went on through an absence, and time in temporary protected status, are not looked at",
    note="An offense stops the clock though it is not charged, and a trip abroad does not start it again.",
)
def resided_seven_years(case: Case, _: Case) -> Bool:
    """seven years of residence since an admission in any status, before a notice to appear or an offense stopped the clock"""
    since_entry = exists(
        case.entries, lambda e: e.manner.is_("inspected and admitted") & years_reached(case, e.on, 7, anew=False)
    )
    return any_(since_entry, years_reached(case, case.admitted_as_resident, 7, anew=False))


@provision(
    "canc42a.no-felony",
    "INA 240A(a)(3)",
    subject=Case,
    aliases=("canc42a.no_af",),
    confidence=Confidence.PROBABLY,
    doubt="whether an offense is an aggravated felony is taken from the file, and not worked out from its elements",
)
def no_aggravated_felony(case: Case, _: Case) -> Bool:
    """no conviction of an aggravated felony, at any time"""
    return ~exists(case.convictions, lambda c: stands(c) & c.aggravated_felony)


RESIDENT_CANCELLATION = Relief(
    id="cancellation.lpr",
    title="Cancellation of removal for a permanent resident",
    asked_of="immigration judge, on form EOIR-42A",
    grants="permanent residence is kept",
    elements=(
        in_removal_proceedings,
        resident_five_years,
        resided_seven_years,
        no_aggravated_felony,
        not_shut_out,
        cancellation_in_discretion,
    ),
    gates=(no_final_order, not_reinstated, not_barred_by_absence, not_barred_by_overstaying),
    fee="EOIR-42A",
)
