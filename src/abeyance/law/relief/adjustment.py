"""Adjustment of status to permanent residence.  INA 245(a), (c), (i), (k)."""

from datetime import date

from abeyance.casefile.vocabulary import Case, Entry, Petition
from abeyance.law.circuits import held
from abeyance.law.provisions import Confidence, provision
from abeyance.law.relief.crimes import stands as convicted
from abeyance.law.relief.gates import (
    no_final_order,
    not_barred_by_absence,
    not_barred_by_overstaying,
    not_reinstated,
)
from abeyance.law.relief.reliefs import Relief
from abeyance.law.relief.unlawful_presence import has_waiver_relative, no_presence_bar, permanently_barred
from abeyance.law.relief.visa_petitions import has_petition, is_immediate_relative, stands, visa_available
from abeyance.logic.expressions import (
    NO,
    ON,
    Bool,
    Version,
    all_,
    any_,
    by_choice,
    by_date,
    earlier_of,
    later_of,
    undetermined,
)
from abeyance.logic.facts import at_least, exists, last
from abeyance.logic.values import Cause

# --- having been admitted or paroled ------------------------------------------------------------------------------------

BEFORE_TPS = Version(None, "before INA 244")
TPS_ACT = date(1990, 11, 29)
TPS_OPEN = Version(TPS_ACT, "INA 244(f)(4)", note="courts of appeals divided on whether a grant of TPS is an admission")
SANCHEZ = Version(TPS_ACT, "Sanchez v. Mayorkas, 593 U.S. 409 (2021)", known=date(2021, 6, 7))


@provision(
    "adj.tps-admission",
    "INA 244(f)(4)",
    "INA 245(a)",
    "Sanchez v. Mayorkas, 593 U.S. 409 (2021)",
    subject=Case,
    note="The status helps one who was admitted before: it counts as lawful nonimmigrant status (245(c)(2)), and not as an entry.",
)
def tps_is_admission(case: Case, _: Case) -> Bool:
    """a grant of temporary protected status stands in for an admission"""
    return by_date(
        ON,
        (BEFORE_TPS, NO),
        (
            TPS_OPEN,
            held(case, "tps-admission", "whether TPS is an admission was open in this circuit before June 2021"),
        ),
        (SANCHEZ, NO),
    )


def _last_entry(case: Case) -> Entry:
    """The entry of the present stay."""
    return last(case.entries, by=lambda e: e.on, where=lambda e: e.on <= ON)


@provision(
    "adj.entry",
    "INA 245(a)",
    "Matter of Quilantan, 25 I&N Dec. 285 (BIA 2010)",
    "Matter of Castillo-Padilla, 25 I&N Dec. 257 (BIA 2010)",
    subject=Case,
    confidence=Confidence.PROBABLY,
    doubt="what a return after travel with leave under TPS counts as is taken from how the file tells that entry",
    note="One waved through at a port was admitted. Release on bond or recognizance (INA 236) is no parole (212(d)(5)). The "
    "self-petition of a battered relative excuses it.",
)
def admitted_or_paroled(case: Case, _: Case) -> Bool:
    """inspected and admitted, or paroled, into the United States"""
    entry = _last_entry(case)
    parole = exists(case.protections, lambda p: p.kind.is_("parole") & (p.since <= ON))
    protected = exists(case.protections, lambda p: p.kind.is_("temporary protected status") & (p.since <= ON))
    battered = exists(case.petitions, lambda p: stands(p) & p.basis.is_("battered relative"))
    released = exists(case.supervision, lambda s: s.kind.is_("parole") & (s.since <= ON))
    which = undetermined(
        Cause.MISSING, "whether it was a parole (212(d)(5)) or a release from custody (236) is not told"
    )
    return any_(
        entry.is_found & entry.manner.is_in("inspected and admitted", "paroled"),
        parole,
        released & which,
        protected & tps_is_admission(case, case),
        battered,
    )


# --- admissible ---------------------------------------------------------------------------------------------------------


@provision(
    "adj.admissible",
    "INA 245(a)(2)",
    "INA 212(a)",
    "INA 212(h)",
    subject=Case,
    confidence=Confidence.PROBABLY,
    doubt="health, public charge, fraud, false claims to citizenship, smuggling and the rest are told in words and not worked out",
    note="The applicant must show it. Waivers: 212(h) crimes, 212(i) fraud, 212(a)(9)(B)(v) unlawful presence. A false claim to "
    "citizenship since 1996-09-30 has none.",
)
def admissible(case: Case, _: Case) -> Bool:
    """no ground of inadmissibility stands in the way, or it can be waived"""
    drugs = at_least(2, case.convictions, lambda c: convicted(c) & c.controlled_substance)
    trafficking = exists(case.convictions, lambda c: all_(convicted(c), c.controlled_substance, c.aggravated_felony))
    waivable = has_waiver_relative(case, case) & undetermined(
        Cause.JUDGEMENT, "whether the bar of unlawful presence is waived for extreme hardship"
    )
    rest = undetermined(Cause.NOT_ENCODED, "the other grounds of inadmissibility, and their waivers, are not encoded")
    return all_(
        ~drugs,
        ~trafficking,
        ~permanently_barred(case, case),
        any_(no_presence_bar(case, case), waivable),
        rest,
    )


# --- the exclusions of 245(c) -------------------------------------------------------------------------------------------


def _worked(case: Case) -> Bool:
    """Work without a permit since the last entry."""
    entry = _last_entry(case)
    return exists(case.employment, lambda e: all_(e.since <= ON, e.until > entry.on, ~e.work_permit))


def _worked_long(case: Case) -> Bool:
    """One job without a permit that took more than a hundred and eighty days since the last entry."""
    entry = _last_entry(case)
    return exists(
        case.employment,
        lambda e: all_(~e.work_permit, earlier_of(e.until, ON).since(later_of(e.since, entry.on)) > 180),
    )


@provision(
    "adj.no-245c",
    "INA 245(c)",
    "INA 245(k)",
    "8 CFR 245.1(b)",
    "Richards v. U.S. Att'y Gen., No. 13-12619 (11th Cir. 2014)",
    subject=Case,
    aliases=("adj.no_245c",),
    confidence=Confidence.PROBABLY,
    doubt="transit without visa, S visas and deportability for terrorism are not looked at, nor which special immigrants are "
    "excused",
    note="Crewmen are shut out whoever petitions. Work without leave, lapse of status and the Visa Waiver Program do not matter to "
    "an immediate relative. For employment 245(k) forgives up to 180 days since the last admission.",
)
def not_excluded(case: Case, _: Case) -> Bool:
    """not a crewman, and neither unlawful work nor lapse of status since coming shuts out"""
    entry = _last_entry(case)
    excused = exists(case.petitions, lambda p: stands(p) & is_immediate_relative(case, p))
    battered = exists(case.petitions, lambda p: stands(p) & p.basis.is_("battered relative"))
    employment = exists(case.petitions, lambda p: stands(p) & p.basis.is_("employment"))
    in_status = entry.manner.is_("inspected and admitted") & (entry.admitted_until >= ON)
    lapsed = undetermined(
        Cause.NOT_ENCODED, "whether status was extended or changed, or lapsed without fault, is not looked at"
    )
    forgiven = employment & undetermined(Cause.NOT_ENCODED, "the days that 245(k) forgives are not added up")
    clean = all_(
        ~entry.visa_waiver,
        ~_worked_long(case),
        any_(~_worked(case), forgiven),
        any_(in_status, lapsed),
    )
    return any_(battered, all_(~entry.as_crewman, any_(excused, clean)))


@provision(
    "adj.discretion",
    "INA 245(a)",
    "Matter of Arai, 13 I&N Dec. 494 (BIA 1970)",
    subject=Case,
    note="Since 2026-05-21 USCIS is told (PM-602-0199) to treat it as grace, and to weigh that the visa could be had abroad.",
)
def adjustment_in_discretion(case: Case, _: Case) -> Bool:
    """the judge or USCIS would grant it as a matter of discretion"""
    return undetermined(Cause.JUDGEMENT, "whether to grant it is a matter of discretion")


GATES = (no_final_order, not_reinstated, not_barred_by_absence, not_barred_by_overstaying)
ADJUST_245A = Relief(
    id="adjust.245a",
    title="Adjustment of status, for one who was admitted or paroled",
    asked_of="USCIS, or the immigration judge in proceedings, on form I-485; of an arriving alien mostly USCIS",
    grants="permanent residence, from the day of the grant",
    elements=(admitted_or_paroled, has_petition, visa_available, admissible, not_excluded, adjustment_in_discretion),
    gates=GATES,
    fee="I-485",
)

# --- 245(i) -------------------------------------------------------------------------------------------------------------

BEFORE_LIFE = Version(None, "INA 245(i), before the LIFE Act Amendments")
LIFE = Version(date(2000, 12, 21), "INA 245(i); Pub. L. 106-554, app. D, title XV")


@provision(
    "245i.class",
    "INA 245(i)(1)(A)",
    subject=Case,
    note="One who was admitted and is not shut out by 245(c) needs no 245(i).",
)
def of_the_class(case: Case, _: Case) -> Bool:
    """came in without inspection, or is shut out by 245(c)"""
    entry = _last_entry(case)
    return any_(entry.manner.is_("without inspection"), ~not_excluded(case, case))


@provision(
    "245i.approvable",
    "8 CFR 1245.10(a)(3)",
    "Matter of Butt, 26 I&N Dec. 108 (BIA 2013)",
    "Matter of Triana, 28 I&N Dec. 659 (BIA 2022)",
    "Matter of Rajah, 25 I&N Dec. 127 (BIA 2009)",
    subject=Petition,
    confidence=Confidence.PROBABLY,
    doubt="that an approval later undone for fraud shows nothing is left to the file, which then tells the bar",
    note="What came after the filing does not matter: the employer that closed, the petitioner who died, the marriage that ended. "
    "An approval does not settle it where no category existed.",
)
def approvable_when_filed(case: Case, petition: Petition) -> Bool:
    """it was properly filed, meritorious and not frivolous when it was filed"""
    certification = petition.form.is_("labor certification")
    merits = undetermined(Cause.JUDGEMENT, "whether a petition that was not approved had merit when filed")
    filed = all_(petition.properly_filed, ~petition.frivolous, any_(certification, merits))
    return ~petition.barred_when_filed & any_(petition.approved <= ON, filed)


def _in_time(petition: Petition) -> Bool:
    return all_(petition.filed <= date(2001, 4, 30), ~petition.place.is_("spouse or child since"))


@provision(
    "245i.petition",
    "INA 245(i)(1)(B)",
    "8 CFR 1245.10(a)(1)",
    "Matter of Ilic, 25 I&N Dec. 717 (BIA 2012)",
    "Matter of Estrada, 26 I&N Dec. 180 (BIA 2013)",
    subject=Case,
    note="For the respondent, or for the husband, wife or parent whose spouse or child the respondent was by 2001-04-30.",
)
def has_grandfathering_petition(case: Case, _: Case) -> Bool:
    """a petition or labor certification was filed by 2001-04-30 and was approvable when filed"""
    found = exists(case.petitions, lambda p: _in_time(p) & approvable_when_filed(case, p))
    earlier = undetermined(Cause.NOT_ENCODED, "the law before 2000-12-21, with the day of 1998-01-14, is not encoded")
    return by_date(ON, (BEFORE_LIFE, earlier), (LIFE, found))


@provision(
    "245i.present",
    "INA 245(i)(1)(C)",
    "8 CFR 1245.10(n)",
    subject=Case,
    note="Of the principal beneficiary; a wife, husband or child who comes along need not have been here. Prove it with papers of "
    "that day, or of days before and after.",
)
def present_in_2000(case: Case, _: Case) -> Bool:
    """the petition was filed by 1998-01-14, or its principal beneficiary was here on 2000-12-21"""
    came = exists(case.entries, lambda e: e.on <= "2000-12-21")
    away = exists(case.departures, lambda d: all_(d.on < "2000-12-21", d.returned > "2000-12-21"))

    def here(petition: Petition) -> Bool:
        return by_choice(petition.place, {("spouse or child by 2001-04-30",): petition.principal_present}, came & ~away)

    return exists(
        case.petitions,
        lambda p: all_(_in_time(p), approvable_when_filed(case, p), any_(p.filed <= "1998-01-14", here(p))),
    )


ADJUST_245I = Relief(
    id="adjust.245i",
    title="Adjustment of status under section 245(i), for one who came in without inspection or is shut out by 245(c)",
    asked_of="USCIS, or the immigration judge in proceedings, on form I-485 with Supplement A and $1,000; none under seventeen",
    grants="permanent residence, from the day of the grant; it does not lift the bars of unlawful presence",
    elements=(
        of_the_class,
        has_grandfathering_petition,
        present_in_2000,
        visa_available,
        admissible,
        adjustment_in_discretion,
    ),
    gates=GATES,
    fee="I-485",
)
