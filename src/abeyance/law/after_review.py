"""After the court of appeals has ruled: rehearing there, and certiorari.  FRAP 40; 28 U.S.C. 2101(c); S. Ct. Rules 13, 29, 30."""

from datetime import date

from abeyance.casefile.vocabulary import Case, Filing
from abeyance.law.calendars import FEDERAL, next_open
from abeyance.law.provisions import Confidence, provision
from abeyance.logic.expressions import UNCONFIRMED, Day, Version, by_date, days

BEFORE = Version(None, "former FRAP 40(a)", note="the text before December 1998 was not read")
FORTY_FIVE = Version(date(1998, 12, 1), "FRAP 40(a)(1), since 2024-12-01 FRAP 40(d)(1)")


@provision(
    "pfr.rehearing",
    "FRAP 40",
    "FRAP 26(a)",
    subject=Filing,
    confidence=Confidence.PROBABLY,
    doubt="the forty-five days are those of a civil case against the United States; that a petition for review is one was not found "
    "said, and a court that thinks otherwise gives fourteen",
    aliases=("clk.rehearing",),
    note="One paper for rehearing by the panel and by the whole court. It counts from the entry of the judgment, not from the "
    "mandate. An order, or a local rule, may set another time: look at the judgment and at the rules of the circuit.",
)
def rehearing_due(case: Case, petition: Filing) -> Day:
    """the last day on which the court of appeals may receive a petition for rehearing: 45 days after its judgment"""
    return next_open(
        petition.decided + by_date(petition.decided, (BEFORE, UNCONFIRMED), (FORTY_FIVE, days(45))), FEDERAL
    )


@provision(
    "pfr.certiorari",
    "28 U.S.C. 2101(c)",
    "S. Ct. Rules 13.1, 13.3, 29.2, 30.1",
    subject=Filing,
    aliases=("clk.cert",),
    note="It counts from the entry of the judgment, not from the mandate; where rehearing was asked for in time, from its denial, or "
    "from the judgment after it. Mailed with the Postal Service's postmark by that day it is in time.",
)
def certiorari_due(case: Case, petition: Filing) -> Day:
    """the last day for a petition for certiorari: 90 days after the judgment of the court of appeals"""
    return next_open(petition.decided + days(90), FEDERAL)
