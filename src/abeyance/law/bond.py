"""Bond before there is a final order: who may ask a judge, the appeal, and how DHS holds up release.  8 CFR 1003.19, 1003.6(c)-(d).

What is stayed here is release from custody, never removal.
"""

from datetime import date

from abeyance.casefile.vocabulary import BondOrder, Case, Filing
from abeyance.law.calendars import EOIR, next_open
from abeyance.law.circuits import held
from abeyance.law.finality import order_final
from abeyance.law.provisions import Confidence, provision
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
    business_days,
    by_date,
    choose_if,
    days,
    undetermined,
    unsettled,
    years,
)
from abeyance.logic.facts import exists, last
from abeyance.logic.values import Cause

OLD = Version(None, "former 8 CFR 3.38", note="the time to appeal a bond order was not read")
THIRTY = Version(date(1996, 7, 1), "8 CFR 1003.38(b), 1003.19(f); 61 Fed. Reg. 18900", known=date(1996, 4, 29))
OF_ICE = Version(None, "8 CFR 1236.1(d)(3)(ii)", note="the time to appeal from ICE's own decision is not encoded")
BEFORE_NOTICE = Version(None, "8 CFR 3.19(i)(2) (1998)", note="the rule of 1998 reached fewer cases and was not read")
NOTICE = Version(date(2001, 10, 29), "8 CFR 1003.19(i)(2); 66 Fed. Reg. 54909", known=date(2001, 10, 31))
BEFORE_LAPSE = Version(None, "66 Fed. Reg. 54909", note="how soon the appeal had to follow was not read")
LAPSE = Version(date(2006, 11, 1), "8 CFR 1003.6(c); 71 Fed. Reg. 57873", known=date(2006, 10, 2))
ENLARGED = Version(None, "8 CFR 1003.6(c)(4)", note="as many days more as the respondent was given to brief")
HELD_VALID = Version(None, "8 CFR 1003.19(i)(2)")
DIVIDED = Version(
    date(2025, 1, 1),
    "8 CFR 1003.19(i)(2), as district courts divided on it in 2025 and 2026",
    note="the day of the first of these decisions was not read",
    confirmed=False,
)


# --- who may ask ------------------------------------------------------------------------------------------------------

BEFORE_GUIDANCE = Version(None, "INA 236(a); 8 CFR 1236.1(d)(1)")
GUIDANCE = Version(date(2025, 7, 8), "ICE interim guidance of 2025-07-08", known=date(2025, 7, 8))
HURTADO = Version(date(2025, 9, 5), "Matter of Yajure Hurtado, 29 I&N Dec. 216 (BIA 2025)", known=date(2025, 9, 5))


@provision(
    "bond.hearing",
    "INA 236(a)",
    "INA 235(b)(2)(A)",
    "8 CFR 1003.19(a), (h)(2)(i)",
    "8 CFR 1236.1(d)(1)",
    "Matter of Yajure Hurtado, 29 I&N Dec. 216 (BIA 2025)",
    subject=Case,
    confidence=Confidence.PROBABLY,
    doubt="the courts' decisions were read in a table of 2026-10-07; the Supreme Court took the question up on 2026-10-01",
    note="The court of the place of custody decides, which may not be that of the case. Where the judge refuses, habeas. A second "
    "request must show in writing what has changed (8 CFR 1003.19(e)). Not for one removable on grounds of security.",
)
def judge_may_hear_bond(case: Case, _: Case) -> Bool:
    """ICE holds the respondent before there is a final order, and an immigration judge may hear a request for bond"""
    taken = last(
        case.custody,
        by=lambda c: c.since,
        where=lambda c: all_(c.by.is_("ICE"), c.since <= ON, c.until > ON),
    )
    entry = last(case.entries, by=lambda e: e.on, where=lambda e: e.on <= ON)
    undecided = "the Board allows no bond to one who came in without inspection; courts do not agree"
    may_bond = by_date(
        ON,
        (BEFORE_GUIDANCE, YES),
        (GUIDANCE, unsettled("judges divided on ICE's reading of July 2025", YES, NO)),
        (HURTADO, held(case, "bond.uninspected", undecided, taken.circuit)),
    )
    recent = undetermined(Cause.NOT_ENCODED, "what holds for one arrested within two years of coming in is not encoded")
    uninspected = choose_if(entry.on + years(2) < taken.since, may_bond, recent)
    other = undetermined(Cause.NOT_ENCODED, "what holds for one paroled or otherwise let in is not encoded")
    by_entry = choose_if(
        entry.manner.is_("without inspection"),
        uninspected,
        choose_if(entry.manner.is_("inspected and admitted"), YES, other),
    )
    crimes = exists(case.arrests, lambda a: a.on <= ON) | exists(case.convictions, lambda c: c.on <= ON)
    barred = undetermined(Cause.NOT_ENCODED, "which arrests and convictions make custody mandatory is not encoded")
    return all_(
        taken.is_found,
        entry.is_found,
        exists(case.charging_documents, lambda d: d.kind.is_("notice to appear") & (d.dated <= ON)),
        ~exists(case.orders, lambda o: order_final(case, o)),
        ~case.arriving,
        any_(~crimes, barred),
        by_entry,
    )


# --- appeal, and release held up --------------------------------------------------------------------------------------


@provision(
    "bond.appeal-due",
    "8 CFR 1003.19(f)",
    "8 CFR 1003.38(b)",
    "8 CFR 1236.1(d)(3)(i)",
    subject=BondOrder,
    note="An appeal delays nothing by itself: not the bond order, nor the case, nor removal (8 CFR 1236.1(d)(4)).",
)
def bond_appeal_due(case: Case, bond: BondOrder) -> Day:
    """the last day on which the Board may receive an appeal from the judge's bond order: 30 days"""

    def after(start: Day) -> Day:
        return start + by_date(bond.decided, (OLD, UNCONFIRMED), (THIRTY, days(30)))

    of_judge = next_open(choose_if(bond.oral, after(bond.decided), after(bond.mailed)), EOIR)
    of_ice = bond.decided + by_date(bond.decided, (OF_ICE, UNCONFIRMED))
    return choose_if(bond.by.is_("immigration judge"), of_judge, of_ice)


@provision("bond.dhs.notice", "8 CFR 1003.19(i)(2)", subject=BondOrder, aliases=("clk.bond.dhs.notice",))
def dhs_notice_due(case: Case, bond: BondOrder) -> Day:
    """the last day for DHS to file Form EOIR-43 with the immigration court: one business day after the bond order"""
    return bond.decided + by_date(bond.decided, (BEFORE_NOTICE, UNCONFIRMED), (NOTICE, business_days(1, EOIR)))


@provision("bond.dhs.appeal", "8 CFR 1003.6(c)(1)", subject=BondOrder, aliases=("clk.bond.dhs.appeal",))
def dhs_appeal_due(case: Case, bond: BondOrder) -> Day:
    """the last day for DHS to appeal the bond order if its stay of release is to last: ten business days after the order"""
    return bond.decided + by_date(bond.decided, (BEFORE_LAPSE, UNCONFIRMED), (LAPSE, business_days(10, EOIR)))


@provision(
    "bond.dhs.lapse",
    "8 CFR 1003.6(c)(4)",
    subject=Filing,
    aliases=("clk.bond.dhs.lapse",),
    confidence=Confidence.PROBABLY,
    doubt="the paragraph was read in accounts of it, and not itself",
    note="DHS may ask the Board for a stay beyond it. A decision of the Board ends the hold before, save for five business days in "
    "which DHS may turn to the Attorney General.",
)
def hold_on_release_lapses(case: Case, appeal: Filing) -> Day:
    """the last day on which DHS's appeal by itself holds up release on bond: ninety days after it came in, and as many more as the
    respondent was given to brief"""
    of_appeal = appeal.received + by_date(appeal.received, (BEFORE_LAPSE, UNCONFIRMED), (LAPSE, days(90)))
    longer = of_appeal + by_date(of_appeal, (ENLARGED, UNCONFIRMED))
    return choose_if(appeal.more_time_to_brief, longer, of_appeal)


def _of_dhs(bond: BondOrder, filing: Filing, kind: str) -> Bool:
    return all_(
        filing.kind.is_(kind),
        filing.of_bond.is_row(bond),
        filing.by.is_("DHS"),
        filing.received <= ON,
        ~filing.rejected,
    )


def within_the_rule(bond: BondOrder) -> Bool:
    """ICE had set no bond, or one of $10,000 or more, without which DHS cannot hold release up by itself."""
    return bond.ice_held_without_bond | (bond.ice_amount >= 10000)


@provision(
    "stay.bia.bond-appeal",
    "8 CFR 1003.19(i)(2)",
    "8 CFR 1003.6(c)-(d)",
    subject=BondOrder,
    confidence=Confidence.PROBABLY,
    doubt="the paragraphs were read in accounts of them, and not themselves; from 2025 courts divide on whether they are valid",
    note="It stays release and not removal. A court's order to release prevails. The Board may also stay release on request.",
)
def release_held_up(case: Case, bond: BondOrder) -> Bool:
    """release on the judge's order is stayed by itself, since DHS gave notice within one business day and appealed within ten"""
    noticed = exists(
        case.filings,
        lambda f: _of_dhs(bond, f, "notice of intent to appeal custody") & (f.received <= dhs_notice_due(case, bond)),
    )

    def running(appeal: Filing) -> Bool:
        longer = undetermined(Cause.NOT_ENCODED, "how release may be held up after that is not encoded")
        return all_(appeal.decided > ON, hold_on_release_lapses(case, appeal) >= ON) | longer

    appealed = exists(
        case.filings,
        lambda f: all_(_of_dhs(bond, f, "bond appeal"), f.received <= dhs_appeal_due(case, bond), running(f)),
    )
    no_appeal_yet = ~exists(case.filings, lambda f: _of_dhs(bond, f, "bond appeal"))
    valid = by_date(
        ON,
        (HELD_VALID, YES),
        (DIVIDED, unsettled("district courts divide on whether release may be held up so", YES, NO)),
    )
    return all_(
        bond.by.is_("immigration judge"),
        bond.outcome.is_("release"),
        bond.decided <= ON,
        within_the_rule(bond),
        noticed,
        any_((dhs_appeal_due(case, bond) >= ON) & no_appeal_yet, appealed),
        valid,
    )
