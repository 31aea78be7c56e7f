"""Notice of the hearing, without which an order of removal made in absentia can be rescinded.  INA 239, 240(b)(5)."""

from datetime import date

from abeyance.casefile.vocabulary import Case, ChargingDocument, Order
from abeyance.law.circuits import held
from abeyance.law.provisions import Confidence, provision
from abeyance.logic.expressions import (
    NO,
    ON,
    YES,
    Bool,
    Version,
    all_,
    any_,
    by_date,
    choose_if,
    undetermined,
    unsettled,
)
from abeyance.logic.facts import last
from abeyance.logic.values import Cause

UNDOUBTED = Version(None, "INA 239(a)(2), 240(b)(5)(A)", note="before Pereira the two papers were read together")
PEREIRA = Version(date(2018, 6, 21), "Pereira v. Sessions, 585 U.S. 198 (2018)", known=date(2018, 6, 21))
BOARD = Version(
    date(2019, 5, 22),
    "Matter of Pena-Mejia, 27 I&N Dec. 546 (BIA 2019); Matter of Laparra-Deleon, 28 I&N Dec. 425 (BIA 2022)",
    known=date(2019, 5, 22),
)
CAMPOS_CHAVES = Version(date(2024, 6, 14), "Campos-Chaves v. Garland, 602 U.S. 447 (2024)", known=date(2024, 6, 14))


@provision(
    "inabs.notice.later",
    "INA 239(a)(1)-(2)",
    "INA 240(b)(5)(C)(ii)",
    "Campos-Chaves v. Garland, 602 U.S. 447 (2024)",
    subject=Case,
    confidence=Confidence.PROBABLY,
    doubt="the law before June 2018, and what courts other than the First, Third, Fifth and Ninth held, were not read",
)
def later_notice_is_enough(case: Case, _: Case) -> Bool:
    """a notice of hearing with its time and place supports an order in absentia, though the notice to appear stated neither"""
    return by_date(
        ON,
        (UNDOUBTED, YES),
        (PEREIRA, unsettled("whether Pereira reaches orders made in absentia was open", YES, NO)),
        (BOARD, held(case, "notice.later", YES)),
        (CAMPOS_CHAVES, YES),
    )


@provision(
    "inabs.notice",
    "INA 239(a)(1)(F), (2), (c)",
    "INA 240(b)(5)(A)-(C)",
    "Matter of G-Y-R-, 23 I&N Dec. 181 (BIA 2001)",
    "Matter of M-R-A-, 24 I&N Dec. 665 (BIA 2008)",
    "Matter of Anyelo, 25 I&N Dec. 337 (BIA 2010)",
    subject=Order,
    confidence=Confidence.PROBABLY,
    doubt="the decisions were read in accounts of them, and the last notice of hearing in the file is taken to be that of the hearing "
    "that was missed",
    note="The respondent must show that there was none: by affidavit, other mail, and how soon the case was looked into.",
)
def notice_was_given(case: Case, order: Order) -> Bool:
    """the respondent had notice, as the statute asks, of the hearing at which the order was made"""
    paper = last(
        case.charging_documents,
        by=lambda d: d.served,
        where=lambda d: d.kind.is_("notice to appear") & (d.served <= order.decided),
    )
    hearing = last(
        case.notices,
        by=lambda n: n.mailed,
        where=lambda n: n.kind.is_("hearing") & (n.mailed <= order.decided),
    )
    charged = paper.received | all_(
        paper.address_right,
        undetermined(
            Cause.JUDGEMENT,
            "whether one whose notice to appear went astray at home is charged with it is for the judge",
        ),
    )
    delivered = hearing.received | all_(
        hearing.address_right,
        undetermined(Cause.JUDGEMENT, "whether the presumption that mail arrives is rebutted is for the judge"),
    )
    told = all_(delivered, any_(paper.states_time_and_place, later_notice_is_enough(case, case)))
    of_removal = all_(
        charged,
        any_(~paper.address_given, choose_if(hearing.is_found, told, paper.states_time_and_place)),
    )
    elsewhere = undetermined(
        Cause.NOT_ENCODED, "notice of a hearing in deportation or exclusion proceedings is not encoded"
    )
    return choose_if(order.kind.is_("removal"), of_removal, elsewhere)


BEFORE_FERNANDES = Version(None, "before Matter of Fernandes")
FERNANDES = Version(date(2022, 8, 4), "Matter of Fernandes, 28 I&N Dec. 605 (BIA 2022)", known=date(2022, 8, 4))


@provision(
    "nta.objection",
    "INA 239(a)(1)",
    "Matter of Fernandes, 28 I&N Dec. 605 (BIA 2022)",
    "Matter of Larios-Gutierrez de Pablo, 28 I&N Dec. 868 (BIA 2024)",
    subject=ChargingDocument,
    confidence=Confidence.PROBABLY,
    doubt="the decisions were read in accounts of them",
    note="No harm need be shown. The judge may let DHS mend the notice. An objection first made in a motion to reopen is too late.",
)
def objection_in_time(case: Case, paper: ChargingDocument) -> Bool:
    """the respondent objected to a notice to appear without time or place before the pleadings closed"""
    same_day = undetermined(Cause.MISSING, "whether it was before or after the close on the same day")
    in_time = any_(paper.objected < paper.pleadings_closed, (paper.objected <= paper.pleadings_closed) & same_day)
    formerly = unsettled("when an objection had to come was not settled before August 2022", YES, NO)
    return all_(
        paper.kind.is_("notice to appear"),
        ~paper.states_time_and_place,
        paper.objected <= ON,
        by_date(ON, (BEFORE_FERNANDES, formerly), (FERNANDES, in_time)),
    )
