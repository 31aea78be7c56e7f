"""Who is whose child, and until when; whose hardship counts.  INA 101(b)(1), 101(b)(2)."""

from abeyance.casefile.vocabulary import Case, Relative
from abeyance.law.provisions import Confidence, provision
from abeyance.logic.expressions import ON, Bool, Day, all_, any_, not_, years


def married(relative: Relative, on: Day) -> Bool:
    """The relative is married on a day."""
    return (relative.married_since <= on) & (relative.married_until > on)


@provision(
    "def.unmarried",
    "INA 101(b)(1)",
    subject=Relative,
    confidence=Confidence.PROBABLY,
    doubt="that one under fourteen is taken to be unmarried is a presumption of fact, and not the Act's",
)
def is_unmarried(case: Case, relative: Relative) -> Bool:
    """not married; one under fourteen is presumed not to be"""
    return any_(relative.born + years(14) > ON, ~married(relative, ON))


@provision(
    "def.child",
    "INA 101(b)(1)",
    subject=Relative,
    confidence=Confidence.PROBABLY,
    doubt="that a stepchild was under eighteen at the marriage, and an adopted child under sixteen at the adoption, is not looked at",
    note="Marriage ends it; the end of the marriage restores it.",
)
def is_child(case: Case, relative: Relative) -> Bool:
    """a child of the respondent, as the Act uses the word: born, unmarried and under twenty-one"""
    return all_(
        relative.relation.is_in("child", "stepchild"),
        relative.born <= ON,
        relative.born + years(21) > ON,
        is_unmarried(case, relative),
    )


@provision(
    "def.child.ages-out",
    "INA 101(b)(1)",
    subject=Relative,
    note="From that birthday on a son or daughter is no longer a child, married or not.",
)
def ages_out(case: Case, relative: Relative) -> Day:
    """the day on which a son or daughter turns twenty-one"""
    return relative.born + years(21)


@provision(
    "def.citizen",
    "U.S. Const. amend. XIV",
    "INA 301(a)",
    "Trump v. Barbara (U.S. June 30, 2026)",
    subject=Relative,
    note="Who was born here is one whatever the parents' status; the order of 2025-01-20 never changed it.",
)
def is_citizen(case: Case, relative: Relative) -> Bool:
    """a citizen of the United States, by birth here or otherwise"""
    return any_(relative.citizen, relative.born_here)


@provision("def.citizen-or-resident", "INA 101(a)(20)", subject=Relative)
def is_citizen_or_resident(case: Case, relative: Relative) -> Bool:
    """a citizen of the United States or a lawful permanent resident"""
    return any_(is_citizen(case, relative), relative.permanent_resident)


@provision(
    "def.spouse",
    "INA 101(a)(35)",
    subject=Relative,
)
def is_spouse(case: Case, relative: Relative) -> Bool:
    """the husband or wife of the respondent, the marriage not having ended"""
    return relative.relation.is_("spouse") & not_(relative.married_until <= ON)
