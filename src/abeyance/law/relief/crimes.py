"""Convictions: what one is, which count, and the bar of crimes to cancellation.  INA 101(a)(48), 212(a)(2), 237(a)(2)-(3).

Whether an offense involves moral turpitude, or is an aggravated felony, is a judgement on its elements; a file says so only by the
word of whoever read them.
"""

from datetime import date

from abeyance.casefile.vocabulary import Case, Conviction
from abeyance.law.provisions import Confidence, provision
from abeyance.logic.expressions import ON, Bool, Version, all_, any_, by_date, unsettled
from abeyance.logic.facts import at_least, exists


def stands(conviction: Conviction) -> Bool:
    """The conviction was entered by the day asked about and not vacated for a legal defect."""
    return all_(conviction.on <= ON, ~((conviction.vacated <= ON) & conviction.vacated_for_defect))


@provision(
    "def.conviction",
    "INA 101(a)(48)(A)",
    "Matter of Pickering, 23 I&N Dec. 621 (BIA 2003)",
    subject=Conviction,
    note="A plea or a finding of guilt with any penalty is one, though adjudication was withheld. What was vacated for a legal "
    "defect is "
    "none; what was vacated to ease a hardship, or for rehabilitation, still is.",
)
def is_conviction(case: Case, conviction: Conviction) -> Bool:
    """a conviction that counts: entered, and not vacated for a defect in the proceedings"""
    return stands(conviction)


@provision(
    "def.petty",
    "INA 212(a)(2)(A)(ii)(II)",
    subject=Conviction,
    aliases=("def.petty-offense",),
    note="Of crimes involving moral turpitude only. The sentence is what was ordered, suspended or not.",
)
def is_petty(case: Case, conviction: Conviction) -> Bool:
    """the petty offense exception: the only crime involving moral turpitude, with at most a year possible and six months ordered"""
    another = at_least(2, case.convictions, lambda c: stands(c) & c.moral_turpitude)
    return all_(
        stands(conviction),
        conviction.moral_turpitude,
        conviction.max_months <= 12,
        conviction.sentence_months <= 6,
        ~another,
    )


CORTEZ = Version(
    date(2010, 8, 13),
    "Matter of Cortez Canales, 25 I&N Dec. 301 (BIA 2010); Matter of Pedroza, 25 I&N Dec. 312 (BIA 2010)",
)
BEFORE_CORTEZ = Version(None, "INA 240A(b)(1)(C)", note="how the lists are read with it was not settled")


@provision(
    "canc.crime",
    "INA 240A(b)(1)(C)",
    "Matter of Cortez Canales, 25 I&N Dec. 301 (BIA 2010)",
    "Matter of Pedroza, 25 I&N Dec. 312 (BIA 2010)",
    "Matter of Ortega-Lopez, 27 I&N Dec. 382 (BIA 2018)",
    subject=Conviction,
    confidence=Confidence.PROBABLY,
    doubt="whether courts still follow the Board's reading since 2024-06-28, above all the Ninth Circuit, was not found",
    note="The crimes of INA 212(a)(2), 237(a)(2) and 237(a)(3) count whenever committed. A crime involving moral turpitude "
    "that could bring a year or more bars "
    "even where the petty offense exception holds. Domestic violence may be waived for its victims (237(a)(7)).",
)
def crime_bars_cancellation(case: Case, conviction: Conviction) -> Bool:
    """the conviction bars cancellation for one who is not a permanent resident"""
    listed = any_(
        conviction.aggravated_felony,
        conviction.controlled_substance,
        conviction.firearm,
        conviction.domestic_violence,
        conviction.false_claim,
    )
    several = at_least(2, case.convictions, lambda c: stands(c) & c.moral_turpitude)
    turpitude = all_(
        conviction.moral_turpitude, any_(several, conviction.max_months >= 12, conviction.sentence_months > 6)
    )
    formerly = unsettled(
        "how the lists of crimes are read was not settled before August 2010",
        listed | conviction.moral_turpitude,
        listed | turpitude,
    )
    return all_(stands(conviction), by_date(ON, (BEFORE_CORTEZ, formerly), (CORTEZ, listed | turpitude)))


@provision(
    "canc.no-crime",
    "INA 240A(b)(1)(C)",
    subject=Case,
    aliases=("canc.no_crime",),
    confidence=Confidence.PROBABLY,
    doubt="whether an offense is on the lists is taken from the file, and not worked out from its elements",
    note="The applicant must show it where the record is unclear.",
)
def no_crime_bars_cancellation(case: Case, _: Case) -> Bool:
    """no conviction bars cancellation, whenever it was"""
    return ~exists(case.convictions, lambda c: crime_bars_cancellation(case, c))
