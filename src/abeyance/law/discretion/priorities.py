"""Who is a priority for removal under the guidance of the day asked about."""

from datetime import date

from abeyance.casefile.vocabulary import Case
from abeyance.law.discretion.tiers import (
    INTERIM,
    JOHNSON,
    KELLY,
    MAYORKAS,
    OLD_LIST,
    ORDER_2017,
    ORDER_2025,
    PEKOSKE,
    priority_2011,
    priority_2014,
    priority_2017,
    priority_2021,
    priority_2025,
    priority_guidelines,
    under_order,
)
from abeyance.law.provisions import Confidence, provision
from abeyance.logic.expressions import ON, Bool, Version, by_date, choose_if, undetermined, unsettled
from abeyance.logic.values import Cause

NO_LIST = Version(None, "INS memorandum, Exercising Prosecutorial Discretion (2000-11-17): factors, and no list")
LIST = Version(
    date(2010, 7, 1), OLD_LIST, note="signed at the end of June 2010; by this day it was surely out", confirmed=False
)
TIERS = Version(
    date(2015, 1, 5), JOHNSON, known=date(2014, 11, 20), note="signed on 2014-11-20, to apply from 2015-01-05"
)
ORDERED = Version(date(2017, 1, 25), ORDER_2017, note="the memorandum of 2014 was not yet rescinded")
WIDE = Version(date(2017, 2, 20), KELLY)
RESCINDED = Version(
    date(2021, 1, 20), "Executive Order 13993", note="the list of 2017 was rescinded; the next began on 2021-02-01"
)
SHORT = Version(date(2021, 2, 1), f"{PEKOSKE}; {INTERIM}", known=date(2021, 1, 20))
ENJOINED = Version(date(2021, 8, 19), "Texas v. United States, No. 6:21-cv-16 (S.D. Tex. Aug. 19, 2021)")
STAYED = Version(
    date(2021, 8, 23),
    "Texas v. United States, No. 21-40618 (5th Cir.)",
    note="the injunction was put off; from 2021-09-15 it held as to refusing to detain those already ordered removed",
)
GUIDELINES = Version(date(2021, 11, 29), MAYORKAS, known=date(2021, 9, 30))
EXECUTION = Version(
    date(2022, 3, 22),
    "Arizona v. Biden (S.D. Ohio Mar. 22, 2022)",
    note="forbade reliance on the guidelines to put off the execution of final orders",
)
GUIDELINES_AGAIN = Version(date(2022, 4, 12), "Arizona v. Biden, 31 F.4th 469 (6th Cir. 2022)")
VACATING = Version(
    date(2022, 6, 17),
    "Texas v. United States (S.D. Tex. June 10, 2022)",
    known=date(2022, 6, 10),
    note="vacated on 2022-06-10, put off at first for seven days, then by other reports to 2022-06-24",
)
VACATED = Version(date(2022, 6, 25), "Texas v. United States (S.D. Tex. June 10, 2022)", known=date(2022, 6, 10))
REVERSED = Version(date(2023, 6, 23), "United States v. Texas, 599 U.S. 670 (2023)")
REINSTATED = Version(
    date(2023, 7, 30),
    "ICE announcement of July 2023: the guidelines apply again",
    note="they may have applied some days before",
    confirmed=False,
)
TODAY = Version(date(2025, 1, 20), ORDER_2025)


@provision(
    "discretion.priority",
    OLD_LIST,
    JOHNSON,
    KELLY,
    PEKOSKE,
    INTERIM,
    MAYORKAS,
    ORDER_2025,
    subject=Case,
    confidence=Confidence.PROBABLY,
    doubt="most of the memoranda were read in part, and else in accounts of them",
    note="No memorandum gives anybody a right. A stay may be refused to one who is no priority, and granted to one who is.",
)
def priority_on_the_day(case: Case, _: Case) -> Bool:
    """the respondent is a priority for removal under the guidance that governs on the day asked about"""
    weighed = undetermined(Cause.JUDGEMENT, "no list of priorities governed: each case was weighed")
    enjoined = undetermined(Cause.UNSETTLED, "a court had forbidden reliance on the priorities of that day")
    taking_effect = undetermined(Cause.UNSETTLED, "on which day the ruling that vacated the guidelines took effect")
    between = undetermined(
        Cause.UNSETTLED,
        "the Supreme Court had reversed the ruling against the guidelines, and ICE had not yet said that they apply again",
    )
    put_off = undetermined(
        Cause.UNSETTLED, "a court had forbidden reliance on the guidelines to put off the execution of final orders"
    )
    two_lists = unsettled(
        "the President had ordered new priorities, and DHS had not yet rescinded the old ones",
        priority_2014(case, case),
        priority_2017(case, case),
    )
    interim, guidelines = priority_2021(case, case), priority_guidelines(case, case)
    return by_date(
        ON,
        (NO_LIST, weighed),
        (LIST, priority_2011(case, case)),
        (TIERS, priority_2014(case, case)),
        (ORDERED, two_lists),
        (WIDE, priority_2017(case, case)),
        (RESCINDED, weighed),
        (SHORT, interim),
        (ENJOINED, enjoined),
        (STAYED, interim),
        (GUIDELINES, guidelines),
        (EXECUTION, choose_if(under_order(case, case), put_off, guidelines)),
        (GUIDELINES_AGAIN, guidelines),
        (VACATING, taking_effect),
        (VACATED, weighed),
        (REVERSED, between),
        (REINSTATED, guidelines),
        (TODAY, priority_2025(case, case)),
    )
