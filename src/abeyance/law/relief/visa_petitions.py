"""Petitions on which a visa rests: whether one stands, for whom it makes an immediate relative, whether a visa can be had now.

INA 201(b), 201(f), 203, 204.
"""

from datetime import date

from abeyance.casefile.vocabulary import Case, Petition, Relative
from abeyance.law.provisions import Confidence, provision
from abeyance.law.relief.people import is_citizen, is_spouse
from abeyance.logic.expressions import ON, Bool, Version, all_, any_, by_date, not_, undetermined, years
from abeyance.logic.facts import exists
from abeyance.logic.values import Cause


def stands(petition: Petition) -> Bool:
    """The petition was filed, and was not denied, revoked or withdrawn; a labor certification alone is none."""
    return all_(
        petition.filed <= ON,
        not_(petition.ended <= ON),
        ~petition.form.is_("labor certification"),
    )


@provision(
    "ir.parent",
    "INA 201(b)(2)(A)(i)",
    subject=Relative,
    confidence=Confidence.PROBABLY,
    doubt="that a stepchild was under eighteen at the marriage is not looked at",
    note="A petition filed before that birthday cannot be approved. Nobody comes along with an immediate relative.",
)
def child_can_petition(case: Case, relative: Relative) -> Bool:
    """a son or daughter who is a citizen of at least twenty-one, and so can petition for the respondent"""
    return all_(
        relative.relation.is_in("child", "stepchild"), is_citizen(case, relative), relative.born + years(21) <= ON
    )


BEFORE_CSPA = Version(None, "INA 201(b)(2)(A)(i)")
CSPA = Version(
    date(2002, 8, 6), "INA 201(f)(1); Child Status Protection Act", note="the age is that of the day of filing"
)


@provision(
    "ir.immediate-relative",
    "INA 201(b)(2)(A)(i)",
    "INA 201(f)",
    subject=Petition,
    aliases=("ir.immediate_relative",),
    confidence=Confidence.PROBABLY,
    doubt="a petition that was pending when the age came to be frozen in August 2002 is not told apart, and that a stepchild was "
    "under eighteen at the marriage is not looked at",
    note="Husband or wife, unmarried child under twenty-one, or parent of a citizen of at least twenty-one.",
)
def is_immediate_relative(case: Case, petition: Petition) -> Bool:
    """the petition is a citizen's for a husband or wife, a child, or a parent"""
    by = petition.petitioner
    wed = exists(case.relatives, lambda r: all_(is_spouse(case, r), r.since <= ON, r.married_since <= ON))
    born = case.respondent.born
    young = by_date(ON, (BEFORE_CSPA, born + years(21) > ON), (CSPA, born + years(21) > petition.filed))
    widowed = undetermined(Cause.NOT_ENCODED, "whether a marriage that death ended still counts is not encoded")
    spouse = by.relation.is_("spouse") & any_(is_spouse(case, by), widowed)
    of_widow = all_(petition.form.is_("I-360"), petition.basis.is_("immediate relative"), widowed)
    of_relative = all_(
        petition.form.is_("I-130"),
        is_citizen(case, by),
        any_(
            spouse,
            by.relation.is_("parent") & young & ~wed,
            by.relation.is_in("child", "stepchild") & (by.born + years(21) <= petition.filed),
        ),
    )
    return any_(of_relative, of_widow)


@provision(
    "adj.petition",
    "INA 245(a)(2)",
    subject=Case,
    note="Approved, or filed together with the application where a visa is available at once.",
)
def has_petition(case: Case, _: Case) -> Bool:
    """a petition for the respondent stands, approved or filed"""
    return exists(case.petitions, stands)


@provision(
    "adj.visa-now",
    "INA 245(a)(3)",
    "INA 201(b)",
    "8 CFR 245.1(g)(1)",
    subject=Case,
    aliases=("adj.visa_now", "245i.visa"),
    confidence=Confidence.PROBABLY,
    doubt="the visa bulletin is not encoded: what the file says of it is taken",
    note="An immediate relative needs no number. Of everybody else the priority date must be current on the day of filing.",
)
def visa_available(case: Case, _: Case) -> Bool:
    """a visa is available at once: to an immediate relative always, to others by the visa bulletin"""
    return exists(
        case.petitions,
        lambda p: all_(
            stands(p),
            any_(is_immediate_relative(case, p), (p.current_since <= ON) & (p.current_until > ON)),
        ),
    )
