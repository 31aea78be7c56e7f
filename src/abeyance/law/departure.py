"""What leaving does to a motion.  8 CFR 1003.2(d), 1003.23(b)(1)."""

from abeyance.casefile.vocabulary import Case
from abeyance.law.circuits import held
from abeyance.law.provisions import provision
from abeyance.logic.expressions import Bool


@provision(
    "mtr.departure-bar",
    "8 CFR 1003.2(d)",
    "8 CFR 1003.23(b)(1)",
    "Matter of Armendarez-Mendez, 24 I&N Dec. 646 (BIA 2008)",
    subject=Case,
    note="The Board applies the bar where the court of appeals has not struck it, but not to a motion to rescind for want of notice: "
    "Matter of Bulnes, 25 I&N Dec. 57 (BIA 2009).",
)
def departure_defeats_motion(case: Case, _: Case) -> Bool:
    """leaving the country defeats a motion to reopen that is in time, or tolled"""
    return held(
        case,
        "departure-bar",
        "the Board holds that leaving defeats a motion that the statute allows; the court of appeals had not decided it",
    )


@provision(
    "mtr.departure-bar.own-motion",
    "8 CFR 1003.2(d)",
    "8 CFR 1003.23(b)(1)",
    "Matter of Armendarez-Mendez, 24 I&N Dec. 646 (BIA 2008)",
    subject=Case,
)
def departure_defeats_own_motion(case: Case, _: Case) -> Bool:
    """leaving the country defeats a request that the judge or the Board reopen on its own motion"""
    return held(
        case,
        "departure-bar.own-motion",
        "the Board holds that leaving defeats a request to act on its own motion; the court of appeals had not decided it",
    )
