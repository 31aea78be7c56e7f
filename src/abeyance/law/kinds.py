"""Which kind of proceeding a case is: deportation, exclusion or removal.  IIRIRA 309; 8 CFR 1003.14."""

from datetime import date

from abeyance.casefile.vocabulary import Case, Order
from abeyance.law.finality import BY_DHS
from abeyance.law.provisions import Confidence, provision
from abeyance.logic.expressions import NO, YES, Bool, Version, all_, any_, by_date, choose_if, undetermined
from abeyance.logic.facts import last
from abeyance.logic.values import Cause

FORMER = Version(None, "former INA 236, 242")
TITLE_III_A = Version(date(1997, 4, 1), "IIRIRA 309(a), (c)(1)")


@provision(
    "kind.how-to-tell",
    "IIRIRA 309(a), (c)(1)-(3)",
    "8 CFR 1003.14",
    subject=Order,
    confidence=Confidence.PROBABLY,
    doubt="that the filing with the court, and not the service of the paper, begins a proceeding was not re-read for 1997",
    note="Form I-221, order to show cause, filed before 1997-04-01: deportation. Form I-122, notice to applicant, before then: "
    "exclusion. Form I-862, notice to appear, from then on: removal. The paper filed last before the order counts: an old case may "
    "have been ended and begun anew with a notice to appear (309(c)(3)). An order of after 1997 may still be one of deportation.",
)
def kind_is_as_charged(case: Case, order: Order) -> Bool:
    """the kind of the order is that of the proceeding which the charging document filed last before it began"""
    paper = last(case.charging_documents, by=lambda d: d.filed, where=lambda d: d.filed <= order.decided)
    late = undetermined(Cause.UNSETTLED, "what an old form filed after March 1997 began")
    is_old = by_date(paper.filed, (FORMER, YES), (TITLE_III_A, NO))
    is_new = by_date(paper.filed, (FORMER, NO), (TITLE_III_A, YES))
    as_charged = any_(
        all_(paper.kind.is_("notice to appear"), is_new, order.kind.is_("removal")),
        all_(paper.kind.is_("order to show cause"), is_old, order.kind.is_("deportation")),
        all_(paper.kind.is_("notice to applicant"), is_old, order.kind.is_("exclusion")),
        all_(paper.kind.is_in("order to show cause", "notice to applicant"), is_new, late),
    )
    could_be = any_(
        order.kind.is_in("deportation", "exclusion"), by_date(order.decided, (FORMER, NO), (TITLE_III_A, YES))
    )
    no_paper = undetermined(Cause.MISSING, "which charging document was filed before the order")
    by_a_judge = all_(could_be, choose_if(paper.is_found, as_charged, no_paper))
    return order.kind.is_in(*BY_DHS) | by_a_judge
