"""The removal period, custody after it, release under supervision, and what takes it back.  INA 241(a); 8 CFR 241.4, 241.5, 241.13.

Nothing on this page stays removal: it says when custody must be reviewed or end.
"""

from datetime import date

from abeyance.casefile.vocabulary import Case, CustodyReview, Filing, Order, Supervision
from abeyance.law.finality import final_decision_day, order_executed, order_final
from abeyance.law.provisions import Confidence, provision
from abeyance.law.reopening import same_proceeding
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
    days,
    later_of,
    months,
    not_,
    undetermined,
    unsettled,
    years,
)
from abeyance.logic.facts import exists, last
from abeyance.logic.values import Cause

NOT_ICE = ("criminal", "other")
BEFORE_ACT = Version(None, "former INA 242(c)-(d)", note="not read")
ACT = Version(date(1997, 4, 1), "INA 241(a)(1)(A)")
ALTERNATE = Version(None, "8 CFR 1241.1(f)", note="from which day an alternate order counts is not encoded")
OBSTRUCTED = Version(None, "INA 241(a)(1)(C); 8 CFR 241.4(g)(5)", note="how long the period is extended is not encoded")
BEFORE_REVIEWS = Version(None, "interim instructions before 65 Fed. Reg. 80281", note="not read")
REVIEWS = Version(date(2000, 12, 21), "8 CFR 241.4; 65 Fed. Reg. 80281", known=date(2000, 12, 21))
OF_FIELD_OFFICE = Version(
    None, "8 CFR 241.4(k)(2)", note="after a review by the field office comes that of headquarters"
)
BEFORE_ZADVYDAS = Version(None, "before Zadvydas v. Davis", note="circuits divided on how long custody may last")
ZADVYDAS = Version(date(2001, 6, 28), "Zadvydas v. Davis, 533 U.S. 678 (2001)", known=date(2001, 6, 28))
BEFORE_CLARK = Version(None, "before Clark v. Martinez", note="circuits divided on those who are inadmissible")
CLARK = Version(date(2005, 1, 12), "Clark v. Martinez, 543 U.S. 371 (2005)", known=date(2005, 1, 12))


# --- the removal period -----------------------------------------------------------------------------------------------


def _stayed_petition(case: Case, order: Order, by_asking: Bool) -> Filing:
    """The last petition for review of the order on which the court stayed removal, or, if that is enough, was asked to."""

    def stayed(petition: Filing, request: Filing) -> Bool:
        return all_(
            request.kind.is_("stay request"),
            request.forum.is_in("court of appeals", "Supreme Court"),
            request.supports.is_row(petition),
            request.received <= ON,
            any_(request.outcome.is_("granted") & (request.decided <= ON), by_asking),
        )

    return last(
        case.filings,
        by=lambda f: f.received,
        where=lambda f: all_(
            f.kind.is_("petition for review"),
            same_proceeding(case, f.of, order),
            f.received <= ON,
            exists(case.filings, lambda r: stayed(f, r)),
        ),
    )


def _order_takes_effect(case: Case, order: Order) -> Day:
    decided = final_decision_day(case, order)
    return choose_if(
        order.outcome.is_("voluntary departure"), decided + by_date(decided, (ALTERNATE, UNCONFIRMED)), decided
    )


@provision(
    "detain.removal-period.begins",
    "INA 241(a)(1)(B)",
    "8 CFR 241.4(g)(1)",
    subject=Order,
    note="The government's forbearance is no court's stay and moves nothing.",
)
def removal_period_begins(case: Case, order: Order) -> Day:
    """the day the removal period begins: the latest of the final order, the court's final order where it stayed removal, and
    release from custody that is not ICE's"""
    final = _order_takes_effect(case, order)

    def after(petition: Filing) -> Day:
        of_court = unsettled(
            "the court's final order may be its decision or its mandate", petition.decided, petition.mandate
        )
        return choose_if(petition.is_found, later_of(final, of_court), final)

    granted = after(_stayed_petition(case, order, NO))
    kept_up = unsettled(
        "whether a stay that comes with the mere filing of a motion moves the start was not found",
        granted,
        after(_stayed_petition(case, order, YES)),
    )
    reviewed = by_choice(case.circuit, {("3", "9"): kept_up}, granted)

    elsewhere = last(
        case.custody,
        by=lambda c: c.until,
        where=lambda c: c.by.is_in(*NOT_ICE) & (c.since <= reviewed),
    )
    afterwards = last(
        case.custody,
        by=lambda c: c.until,
        where=lambda c: c.by.is_in(*NOT_ICE) & (c.since > reviewed) & (c.since <= ON),
    )
    released = choose_if(elsewhere.is_found, later_of(reviewed, elsewhere.until), reviewed)
    anew = unsettled(
        "whether custody elsewhere that began later moves the start was not found",
        released,
        later_of(released, afterwards.until),
    )
    return choose_if(afterwards.is_found, anew, released)


@provision(
    "detain.removal-period",
    "INA 241(a)(1)(A), (C)",
    "8 CFR 241.4(g)",
    subject=Order,
    aliases=("clk.removal.90",),
    note="A last day for the government, not for the respondent: it does not move off a weekend, and no stay follows from it.",
)
def removal_period_ends(case: Case, order: Order) -> Day:
    """the last day of the removal period: the ninetieth from its beginning, or later where the respondent obstructs removal"""
    begins = removal_period_begins(case, order)
    ends = begins + by_date(begins, (BEFORE_ACT, UNCONFIRMED), (ACT, days(90)))
    return choose_if(order.obstructed, ends + by_date(ends, (OBSTRUCTED, UNCONFIRMED)), ends)


def in_ice_custody(case: Case) -> Bool:
    """ICE holds the respondent on the day asked about."""
    return exists(case.custody, lambda c: all_(c.by.is_("ICE"), c.since <= ON, c.until > ON))


@provision(
    "detain.mandatory",
    "INA 241(a)(2)",
    "INA 235(b)(1)(B)(ii), (iii)(IV)",
    "8 CFR 235.3(b)(2)(iii)",
    "Matter of M-S-, 27 I&N Dec. 509 (A.G. 2019)",
    subject=Order,
    note="One found inadmissible or deportable for crimes or terrorism may not be released in the removal period at all. From custody "
    "under an expedited order only parole releases; whether that lasts without end has been disputed in the courts.",
)
def custody_mandatory(case: Case, order: Order) -> Bool:
    """the respondent is to be detained: the removal period runs, or an expedited order stands, also while fear is screened and after
    it was found"""
    removal_period = all_(
        order_final(case, order),
        removal_period_begins(case, order) <= ON,
        removal_period_ends(case, order) >= ON,
    )
    expedited = all_(order.kind.is_("expedited removal"), order.decided <= ON, not_(order.reopened <= ON))
    return (removal_period | expedited) & ~order_executed(case, order)


# --- custody after it -------------------------------------------------------------------------------------------------


@provision(
    "detain.post-90",
    "INA 241(a)(3), (6)",
    "8 CFR 241.4(a), (b)(1)",
    "Johnson v. Arteaga-Martinez, 596 U.S. 573 (2022)",
    "Johnson v. Guzman Chavez, 594 U.S. 523 (2021)",
    subject=Order,
    note="Then release under supervision is the rule, and custody goes on only for those who are inadmissible, deportable on certain "
    "grounds, dangerous or likely to flee. No hearing on bond; a motion to reopen changes nothing.",
)
def held_past_removal_period(case: Case, order: Order) -> Bool:
    """ICE holds the respondent beyond the removal period, under its power to release on supervision or to hold on"""
    return all_(order_final(case, order), removal_period_ends(case, order) < ON, in_ice_custody(case))


@provision(
    "detain.post-90.review",
    "8 CFR 241.4(h), (k)(1)",
    subject=Order,
    aliases=("clk.pocr.90",),
    confidence=Confidence.PROBABLY,
    doubt="the paragraphs on timing were read in accounts of them, and not themselves",
)
def custody_review_due(case: Case, order: Order) -> Day:
    """the day by which the field office is to have reviewed custody: the end of the removal period"""
    ends = removal_period_ends(case, order)
    return ends + by_date(ends, (BEFORE_REVIEWS, UNCONFIRMED), (REVIEWS, days(0)))


@provision(
    "detain.post-90.headquarters",
    "8 CFR 241.4(k)(2)(ii)",
    subject=Order,
    confidence=Confidence.PROBABLY,
    doubt="the paragraphs on timing were read in accounts of them, and not themselves; the review may follow as soon as practicable",
)
def headquarters_review_due(case: Case, order: Order) -> Day:
    """the day on which review of custody by headquarters falls due: three months after the end of the removal period"""
    ends = removal_period_ends(case, order)
    return ends + by_date(ends, (BEFORE_REVIEWS, UNCONFIRMED), (REVIEWS, months(3)))


@provision(
    "detain.post-90.yearly",
    "8 CFR 241.4(k)(2)(iii)",
    subject=CustodyReview,
    confidence=Confidence.PROBABLY,
    doubt="the rule says approximately a year; its text was read in accounts of it, and not itself",
    note="Between yearly reviews the respondent may ask for one, once in three months, on changed circumstances.",
)
def next_review_due(case: Case, review: CustodyReview) -> Day:
    """the day on which headquarters is to review custody again: about a year after it last decided to continue it"""
    of_headquarters = review.decided + by_date(review.decided, (BEFORE_REVIEWS, UNCONFIRMED), (REVIEWS, years(1)))
    of_field_office = review.decided + by_date(review.decided, (OF_FIELD_OFFICE, UNCONFIRMED))
    return choose_if(review.by.is_("headquarters"), of_headquarters, of_field_office)


@provision(
    "detain.six-months",
    "Zadvydas v. Davis, 533 U.S. 678 (2001)",
    "Clark v. Martinez, 543 U.S. 371 (2005)",
    subject=Order,
    aliases=("clk.zadvydas",),
    note="From the start of the removal period, if the respondent is held throughout.",
)
def six_months_end(case: Case, order: Order) -> Day:
    """the day to which custody after a final order is presumed reasonable: six months"""
    taken = last(case.custody, by=lambda c: c.since, where=lambda c: c.by.is_("ICE") & (c.since <= ON))

    def after(start: Day) -> Day:
        deportable = start + by_date(ON, (BEFORE_ZADVYDAS, UNCONFIRMED), (ZADVYDAS, months(6)))
        inadmissible = start + by_date(ON, (BEFORE_CLARK, UNCONFIRMED), (CLARK, months(6)))
        return choose_if(order.on_deportability, deportable, inadmissible)

    def held_from(start: Day) -> Day:
        interrupted = unsettled(
            "whether time at liberty counts toward the six months is not settled", after(start), after(taken.since)
        )
        return choose_if(taken.is_found & (taken.since > start), interrupted, after(start))

    begins = removal_period_begins(case, order)
    under_a_stay = unsettled(
        "whether the six months run while a court stays removal is not settled: no, by Akinwale v. Ashcroft, 287 F.3d 1050 (11th "
        "Cir. 2002), note 4; yes, by Adu v. Bickham (M.D. Ga. 2018)",
        held_from(_order_takes_effect(case, order)),
        held_from(begins),
    )
    return choose_if(_stayed_petition(case, order, YES).is_found, under_a_stay, held_from(begins))


@provision(
    "detain.release-due",
    "Zadvydas v. Davis, 533 U.S. 678, 701 (2001)",
    "8 CFR 241.13",
    subject=Order,
    note="Asked of ICE under 8 CFR 241.13, and of a district court by habeas. Release is under supervision, and stays no removal. "
    "8 CFR 241.14 excepts a few.",
)
def release_due(case: Case, order: Order) -> Bool:
    """custody has lasted beyond six months, removal is not likely in the reasonably foreseeable future, and release is due"""
    return all_(
        order_final(case, order),
        in_ice_custody(case),
        six_months_end(case, order) < ON,
        undetermined(
            Cause.JUDGEMENT, "whether removal is likely in the reasonably foreseeable future is for ICE and the court"
        ),
    )


# --- supervision and re-detention -------------------------------------------------------------------------------------


@provision(
    "detain.osup",
    "INA 241(a)(3)",
    "8 CFR 241.5(a)",
    subject=Supervision,
    note="It stays nothing: ICE may carry out the order at a check-in. One must report, help to get travel papers, ask leave to "
    "travel, and tell of a new address.",
)
def under_supervision(case: Case, supervision: Supervision) -> Bool:
    """the respondent is at liberty under an order of supervision, which does not stay removal"""
    return all_(
        supervision.kind.is_("order of supervision"),
        supervision.since <= ON,
        supervision.until > ON,
        supervision.revoked > ON,
    )


@provision(
    "detain.osup.work",
    "8 CFR 241.5(c)",
    "8 CFR 274a.12(c)(18)",
    subject=Supervision,
    note="A proposal of 2020-11-19 to end it was withdrawn on 2021-05-10.",
)
def may_work(case: Case, supervision: Supervision) -> Bool:
    """leave to work may be given under the order of supervision"""
    return under_supervision(case, supervision) & undetermined(
        Cause.JUDGEMENT, "whether no country will receive the respondent, or removal is impracticable, is for DHS"
    )


BEFORE_REVOCATIONS = Version(None, "before 65 Fed. Reg. 80281", note="not read")
REVOCATIONS = Version(
    date(2000, 12, 21), "8 CFR 241.4(l), and from 2001-11-14 8 CFR 241.13(i)", known=date(2000, 12, 21)
)


@provision(
    "detain.redetention",
    "8 CFR 241.4(l)(1)",
    "8 CFR 241.13(i)(3)",
    "Roble v. Bondi (D. Minn. 2025)",
    "Sarail A. v. Bondi (D. Minn. 2025)",
    subject=Supervision,
    confidence=Confidence.PROBABLY,
    doubt="courts differ on what a breach of the rule brings; many have ordered release",
    note="A ground for release by habeas. It does not stay removal.",
)
def revoked_in_breach(case: Case, supervision: Supervision) -> Bool:
    """ICE took the release back without telling the reasons, or without a prompt informal interview, as its rule requires"""
    late = undetermined(Cause.JUDGEMENT, "whether the interview came promptly is for the court")
    breach = any_(~supervision.reasons_told, (supervision.interviewed > supervision.revoked) & late)
    earlier = undetermined(Cause.NOT_ENCODED, "the rules before 2000-12-21 were not read")
    return all_(
        supervision.kind.is_("order of supervision"),
        supervision.revoked <= ON,
        by_date(supervision.revoked, (BEFORE_REVOCATIONS, earlier), (REVOCATIONS, breach)),
    )


@provision(
    "detain.redetention.review",
    "8 CFR 241.4(l)(3)",
    subject=Supervision,
    aliases=("clk.redetain.review",),
    confidence=Confidence.PROBABLY,
    doubt="the rule says approximately three months; its text was read in accounts of it, and not itself",
)
def redetention_review_due(case: Case, supervision: Supervision) -> Day:
    """the day on which custody is to be reviewed after release was taken back: about three months later"""
    return supervision.revoked + by_date(
        supervision.revoked, (BEFORE_REVOCATIONS, UNCONFIRMED), (REVOCATIONS, months(3))
    )


# --- third countries --------------------------------------------------------------------------------------------------

NO_GUIDANCE = Version(None, "before DHS's guidance on third countries")
TO_THIRD_COUNTRIES = Version(
    date(2025, 3, 30),
    "DHS guidance of 2025-03-30 and ICE memorandum of 2025-07-09",
    note="By the memorandum a day's notice, six hours where it is urgent, and none where that country's assurances are believed.",
)


@provision(
    "detain.third-country.guidance",
    "INA 241(b)(1)-(2)",
    "DHS guidance of 2025-03-30; ICE memorandum of 2025-07-09",
    subject=Case,
    confidence=Confidence.PROBABLY,
    doubt="both papers were read in reports of them",
)
def third_country_sought(case: Case, _: Case) -> Bool:
    """there is a final order that was not carried out, and ICE removes to countries that nobody named before, at short notice"""
    may_go = exists(case.orders, lambda o: order_final(case, o) & ~order_executed(case, o))
    return may_go & by_date(ON, (NO_GUIDANCE, NO), (TO_THIRD_COUNTRIES, YES))


NO_COURT = Version(None, "before D.V.D. v. DHS")
RESTRAINED = Version(
    date(2025, 3, 28),
    "D.V.D. v. DHS, No. 25-cv-10676 (D. Mass.): a first order of late March 2025",
    note="its day and words were not read",
    confirmed=False,
)
ENJOINED = Version(
    date(2025, 4, 18), "D.V.D. v. DHS, No. 25-cv-10676 (D. Mass. Apr. 18, 2025)", known=date(2025, 4, 18)
)
STAYED = Version(date(2025, 6, 23), "DHS v. D.V.D. (U.S. June 23, 2025)", known=date(2025, 6, 23))
ON_APPEAL = Version(
    date(2026, 3, 16),
    "D.V.D. v. DHS (1st Cir. Mar. 16, 2026)",
    known=date(2026, 3, 16),
    note="the judgment of 2026-02-25, itself put off fifteen days, was stayed for the appeal; what became of that was not found",
)


@provision(
    "detain.third-country",
    "INA 241(b)",
    "D.V.D. v. DHS, No. 25-cv-10676 (D. Mass.)",
    "DHS v. D.V.D. (U.S. 2025)",
    subject=Case,
    confidence=Confidence.UNSETTLED,
    doubt="the appeal from the judgment of 2026-02-25 was not found decided",
    note="Protection against one country does not stay removal to another: put any fear of it in writing at once, and move to reopen.",
)
def third_country_enjoined(case: Case, _: Case) -> Bool:
    """the order for the class in D.V.D. v. DHS forbids removal to a country not named before without written notice and time to
    claim fear"""
    of_the_class = exists(
        case.orders,
        lambda o: o.kind.is_in("removal", "administrative removal", "reinstatement") & order_final(case, o),
    )
    uncertain = undetermined(Cause.NOT_ENCODED, "the words of the order of late March 2025 were not read")
    on_appeal = unsettled("what became of the appeal from the judgment of 2026-02-25 was not found", YES, NO)
    return of_the_class & by_date(
        ON,
        (NO_COURT, NO),
        (RESTRAINED, uncertain),
        (ENJOINED, YES),
        (STAYED, NO),
        (ON_APPEAL, on_appeal),
    )
