"""What leaving does: to the order, to a motion that is pending, and to coming back."""

from datetime import date

from abeyance.casefile.vocabulary import Case
from abeyance.law.provisions import Confidence, provision
from abeyance.logic.expressions import NO, ON, YES, Bool, Version, by_choice, by_date, unsettled

TEXT = "8 CFR 1003.2(d), 1003.23(b)(1); Matter of Armendarez-Mendez, 24 I&N Dec. 646 (BIA 2008)"
OPEN = unsettled(
    "the court of appeals has not decided whether leaving defeats a motion that the statute allows", YES, NO
)
OPEN_OWN_MOTION = unsettled(
    "the court of appeals has not decided whether leaving defeats a request to act on the court's own motion", YES, NO
)


def _struck(year_end: date, cite: str) -> Bool:
    """The bar until a court of appeals struck it; ``year_end`` is the first day on which its decision is surely out."""
    return by_date(
        ON,
        (Version(None, TEXT), YES),
        (Version(date(year_end.year - 1, 1, 1), f"{cite}; day in the year not re-read"), OPEN),
        (Version(year_end, cite), NO),
    )


@provision(
    "mtr.departure-bar",
    "8 CFR 1003.2(d)",
    "8 CFR 1003.23(b)(1)",
    subject=Case,
    confidence=Confidence.PROBABLY,
    doubt="most of the decisions by circuit were not re-read",
)
def departure_defeats_motion(case: Case, _: Case) -> Bool:
    """leaving the country defeats a motion to reopen that is in time, or tolled"""
    return by_choice(
        case.circuit,
        {
            "1": by_date(
                ON,
                (Version(None, TEXT), YES),
                (Version(date(2013, 9, 27), "Perez Santana v. Holder, 731 F.3d 50 (1st Cir. 2013)"), NO),
            ),
            "2": _struck(date(2012, 1, 1), "Luna v. Holder, 637 F.3d 85 (2d Cir. 2011)"),
            "3": _struck(date(2012, 1, 1), "Prestol Espinal v. Att'y Gen., 653 F.3d 213 (3d Cir. 2011)"),
            "4": _struck(date(2008, 1, 1), "William v. Gonzales, 499 F.3d 329 (4th Cir. 2007)"),
            "5": _struck(date(2013, 1, 1), "Garcia Carias v. Holder, 697 F.3d 257 (5th Cir. 2012)"),
            "6": _struck(date(2012, 1, 1), "Pruidze v. Holder, 632 F.3d 234 (6th Cir. 2011)"),
            "7": _struck(date(2011, 1, 1), "Marin-Rodriguez v. Holder, 612 F.3d 591 (7th Cir. 2010)"),
            "9": _struck(date(2011, 1, 1), "Coyt v. Holder (9th Cir. 2010)"),
            "10": _struck(date(2013, 1, 1), "Contreras-Bocanegra v. Holder, 678 F.3d 811 (10th Cir. 2012) (en banc)"),
            "11": _struck(date(2013, 1, 1), "Jian Le Lin v. U.S. Att'y Gen., 681 F.3d 1236 (11th Cir. 2012)"),
        },
        OPEN,
    )


@provision(
    "mtr.departure-bar.own-motion",
    "8 CFR 1003.2(d)",
    "8 CFR 1003.23(b)(1)",
    subject=Case,
    confidence=Confidence.PROBABLY,
    doubt="most of the decisions by circuit were not re-read",
)
def departure_defeats_own_motion(case: Case, _: Case) -> Bool:
    """leaving the country defeats a request that the judge or the Board reopen on its own motion"""
    # Second: Zhang v. Holder, 617 F.3d 650 (2010); Third: Desai, 695 F.3d 267 (2012); Fifth: Ovalles, 577 F.3d 288 (2009).
    # Each left the regulation as it was. Ninth: struck for judges only (Rubalcaba v. Garland, 998 F.3d 1031 (2021)).
    return by_choice(case.circuit, {("2", "3", "5"): YES}, OPEN_OWN_MOTION)
