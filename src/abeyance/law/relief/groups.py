"""Particular social groups and nexus: what the Board and the Attorneys General held, by period.  INA 101(a)(42)(A).

No rule here says yes, and none says no on the ground alone: what is shown of the group and of the motive decides, and it is for the
judge.  What was held when is in ``tables/groups.yaml``.
"""

from abeyance.casefile.vocabulary import Case, Fear
from abeyance.law.provisions import Confidence, provision
from abeyance.law.tables import group_holdings
from abeyance.logic.expressions import ON, Bool, Day, Version, by_choice, by_date, undetermined
from abeyance.logic.facts import exists
from abeyance.logic.values import Cause

CIRCUITS = (
    "whether the Attorney General's rulings of 2025 bind in each circuit, since courts no longer defer, is not settled"
)


def _held(point: str, day: Day) -> Bool:
    """What has to be decided under the holding of a day: a judgement, and unsettled law where courts divide on it."""
    return by_date(
        day,
        *(
            (
                Version(h.since, h.cite, known=h.since),
                undetermined(Cause.UNSETTLED if h.contested else Cause.JUDGEMENT, h.asked),
            )
            for h in group_holdings(point)
        ),
    )


@provision(
    "asylum.psg",
    "INA 101(a)(42)(A)",
    "Matter of Acosta, 19 I&N Dec. 211 (BIA 1985)",
    "Matter of M-E-V-G-, 26 I&N Dec. 227 (BIA 2014)",
    "Matter of W-G-R-, 26 I&N Dec. 208 (BIA 2014)",
    subject=Case,
    confidence=Confidence.UNSETTLED,
    doubt="whether a group must be particular and socially distinct is read differently by circuit",
    note="Name the group before the judge, in words that say who is of it; on appeal it is too late.",
)
def group_is_one(case: Case, _: Case) -> Bool:
    """a group that is not a family, a sex or the victims of violence at home is a particular social group"""
    return _held("group", ON)


@provision(
    "asylum.psg.family",
    "INA 101(a)(42)(A)",
    "Matter of L-E-A-, 27 I&N Dec. 40 (BIA 2017)",
    "Matter of L-E-A-, 27 I&N Dec. 581 (A.G. 2019)",
    "Matter of L-E-A-, 28 I&N Dec. 304 (A.G. 2021)",
    "Matter of R-E-R-M- & J-D-R-M-, 29 I&N Dec. 202 (A.G. 2025)",
    subject=Case,
    confidence=Confidence.UNSETTLED,
    doubt=CIRCUITS,
    note="Courts long held that a family may be one. Show that the society there knows the family as such.",
)
def family_is_a_group(case: Case, _: Case) -> Bool:
    """the respondent's family is a particular social group"""
    return _held("family", ON)


@provision(
    "asylum.psg.violence",
    "INA 101(a)(42)(A)",
    "Matter of A-R-C-G-, 26 I&N Dec. 388 (BIA 2014)",
    "Matter of A-B-, 27 I&N Dec. 316 (A.G. 2018)",
    "Matter of A-B-, 28 I&N Dec. 307 (A.G. 2021)",
    "Matter of S-S-F-M-, 29 I&N Dec. 207 (A.G. 2025)",
    subject=Case,
    confidence=Confidence.UNSETTLED,
    doubt=CIRCUITS,
)
def victims_are_a_group(case: Case, _: Case) -> Bool:
    """those whom a partner or relative harms, and who cannot leave, are a particular social group"""
    return _held("violence", ON)


@provision(
    "asylum.psg.sex",
    "INA 101(a)(42)(A)",
    "Matter of K-E-S-G-, 29 I&N Dec. 145 (BIA 2025)",
    subject=Case,
    confidence=Confidence.UNSETTLED,
    doubt=CIRCUITS,
)
def sex_is_a_group(case: Case, _: Case) -> Bool:
    """a group defined by sex is a particular social group"""
    return _held("sex", ON)


JUDGE = "whether the harm is for the ground named is for the judge"


@provision(
    "asylum.ground",
    "INA 101(a)(42)(A)",
    subject=Case,
    note="Race, religion, nationality, political opinion, held or imputed, or a particular social group.",
)
def for_a_ground(case: Case, _: Case) -> Bool:
    """the ground claimed is one that the law protects"""

    def protected(fear: Fear) -> Bool:
        group = by_choice(
            fear.ground,
            {
                "family": family_is_a_group(case, case),
                "violence at home": victims_are_a_group(case, case),
                "sex": sex_is_a_group(case, case),
                ("another group", "crime or money"): group_is_one(case, case),
            },
            undetermined(Cause.JUDGEMENT, JUDGE),
        )
        return (fear.since <= ON) & group

    return exists(case.fears, protected)


@provision(
    "asylum.nexus.family",
    "Matter of L-E-A-, 27 I&N Dec. 40 (BIA 2017)",
    "Matter of M-R-M-S-, 28 I&N Dec. 757 (BIA 2023)",
    subject=Case,
    confidence=Confidence.UNSETTLED,
    doubt="courts, the Fourth Circuit above all, read the motive of harm to a family more widely than the Board",
)
def family_is_why(case: Case, _: Case) -> Bool:
    """harm to a member of a family is for the family"""
    return _held("family-nexus", ON)


@provision(
    "asylum.nexus",
    "INA 208(b)(1)(B)(i)",
    "Matter of J-B-N- & S-M-, 24 I&N Dec. 208 (BIA 2007)",
    subject=Case,
    note="Applications made since 2005-05-11 need one central reason; earlier ones, one reason among others "
    "(Pub. L. 109-13, div. B, 101(h)(2)).",
)
def ground_is_central(case: Case, _: Case) -> Bool:
    """the ground is why the respondent would be harmed: one central reason at least"""
    of_any = undetermined(
        Cause.JUDGEMENT,
        "whether the ground is one central reason, or for an application before 2005-05-11 one reason, is for the judge",
    )

    def why(fear: Fear) -> Bool:
        return (fear.since <= ON) & by_choice(fear.ground, {"family": family_is_why(case, case)}, of_any)

    return exists(case.fears, why)
