"""Administrative closure: whether a judge or the Board may take a case off the docket, by date and circuit.

A closed case has no order and no hearing; either party may have it put back.  It is no relief, and stays nothing where there is an
order.  8 CFR 1003.10(b), 1003.1(d)(1)(ii); from 2024-07-29 8 CFR 1003.18(c), 1003.1(l).
"""

from datetime import date

from abeyance.casefile.vocabulary import Case
from abeyance.law.circuits import held
from abeyance.law.provisions import Confidence, provision
from abeyance.logic.expressions import NO, ON, YES, Bool, Version, by_choice, by_date, undetermined, unsettled
from abeyance.logic.values import Cause

PRACTICE = Version(None, "8 CFR 3.10, 1003.10(b); Matter of Amico, 19 I&N Dec. 652 (BIA 1988)")
LOPEZ_BARRIOS = Version(date(1990, 5, 23), "Matter of Lopez-Barrios, 20 I&N Dec. 203 (BIA 1990)")
AVETISYAN = Version(date(2012, 1, 31), "Matter of Avetisyan, 25 I&N Dec. 688 (BIA 2012)")
CASTRO_TUM = Version(date(2018, 5, 17), "Matter of Castro-Tum, 27 I&N Dec. 271 (A.G. 2018)")
RULE_OF_2020 = Version(date(2021, 1, 15), "85 Fed. Reg. 81588", known=date(2020, 12, 16))
RULE_ENJOINED = Version(
    date(2021, 3, 10),
    "Centro Legal de la Raza v. EOIR, 524 F. Supp. 3d 919 (N.D. Cal. 2021): the rule enjoined everywhere",
)
CRUZ_VALDEZ = Version(
    date(2021, 7, 15),
    "Matter of Cruz-Valdez, 28 I&N Dec. 326 (A.G. 2021): except where a court of appeals held otherwise",
)
RULE_OF_2024 = Version(date(2024, 7, 29), "8 CFR 1003.18(c), 1003.1(l); 89 Fed. Reg. 46742", known=date(2024, 5, 29))
RULE_VACATED = Version(
    date(2026, 6, 22),
    "Texas v. Department of Justice (N.D. Tex. June 22, 2026): the rule of 2024 vacated",
    note="on the motion of both parties, on the day of the complaint",
)


@provision(
    "closure.general",
    "8 CFR 1003.10(b)",
    "8 CFR 1003.1(d)(1)(ii)",
    "8 CFR 1003.18(c)",
    subject=Case,
    confidence=Confidence.PROBABLY,
    doubt="what holds since the rule of 2024 was vacated, and by which text, was not found",
    note="Where there is none, a regulation or a settlement may still allow it for some: T and V visas, ABC, orphans among them.",
)
def general_power(case: Case, _: Case) -> Bool:
    """a judge or the Board has general power to close a case administratively"""
    by_court = held(case, "administrative-closure", NO)
    text_changed = unsettled(
        "a rule of December 2020 took the power out of the text, against what this circuit had read in it", by_court, NO
    )
    sixth = unsettled(
        "the Sixth Circuit held in 2020 that there is no general power, and in 2021 that there is one for some", YES, NO
    )
    vacated = undetermined(Cause.UNSETTLED, "a court vacated the rule of 2024, and what holds since was not found")
    return by_date(
        ON,
        (PRACTICE, YES),
        (CASTRO_TUM, by_court),
        (RULE_OF_2020, text_changed),
        (RULE_ENJOINED, by_court),
        (CRUZ_VALDEZ, by_choice(case.circuit, {"6": sixth}, YES)),
        (RULE_OF_2024, YES),
        (RULE_VACATED, vacated),
    )


@provision(
    "closure.over-objection",
    "Matter of Lopez-Barrios, 20 I&N Dec. 203 (BIA 1990)",
    "Matter of Gutierrez-Lopez, 21 I&N Dec. 479 (BIA 1996)",
    "Matter of Avetisyan, 25 I&N Dec. 688 (BIA 2012)",
    "Matter of W-Y-U-, 27 I&N Dec. 17 (BIA 2017)",
    "8 CFR 1003.18(c)(3)",
    subject=Case,
    confidence=Confidence.PROBABLY,
    doubt="what a court of appeals says of the power is taken to hold over an objection too",
    note="From 2012 one asks for the reason, the objection, the likely success elsewhere, the time, who delays, and the outcome. "
    "In 2025 the Board read it narrowly: Matter of B-N-K-, 29 I&N Dec. 96 (BIA 2025), of one detained; Matter of Cahuec Tzalam "
    "(BIA Nov. 14, 2025), of a young person who waits for a visa. Under the rule of 2024 a motion of both parties is to be granted.",
)
def over_objection(case: Case, _: Case) -> Bool:
    """a case may be closed administratively although the other party objects"""
    earlier = undetermined(Cause.NOT_ENCODED, "what the Board said of objections before May 1990 was not read")
    return general_power(case, case) & by_date(ON, (PRACTICE, earlier), (LOPEZ_BARRIOS, NO), (AVETISYAN, YES))
