"""How well a claim proves its fact: a table of kind of source, who speaks, and which group of facts (SEMANTICS 11).

It is a table and not a ladder: an agency's own form proves what the agency wrote and ordered, a birth certificate proves a
birth, and neither proves a job.
"""

from abeyance.casefile.claims import Claim, Standing

ACTS = "acts"  # what a tribunal or agency did: orders, decisions, filings received, notices, custody
VITAL = "vital"  # births, marriages, deaths, nationality
LIFE = "life"  # work, home, taxes, health, ties
FEARS = "fears"  # fear of return and what happened abroad
TRAVEL = "travel"  # entries and departures
CRIME = "crime"  # arrests and convictions

GROUP_OF_ENTITY = {
    "Order": ACTS,
    "Filing": ACTS,
    "ChargingDocument": ACTS,
    "Hearing": ACTS,
    "Notice": ACTS,
    "Custody": ACTS,
    "Supervision": ACTS,
    "Instruction": ACTS,
    "Protection": ACTS,
    "PrivateBill": ACTS,
    "Representation": ACTS,
    "PrivacyRelease": ACTS,
    "Inquiry": ACTS,
    "Person": VITAL,
    "Relative": VITAL,
    "Entry": TRAVEL,
    "Departure": TRAVEL,
    "Arrest": CRIME,
    "Conviction": CRIME,
    "Fear": FEARS,
}

P, T, O, S, D, C = Standing.PRESS, Standing.TOLD, Standing.OPPOSING, Standing.SWORN, Standing.DOCUMENTED, Standing.CERTIFIED

# kind of source -> (standing for any group of facts, then for the groups in which it differs)
TABLE: dict[str, tuple[Standing, dict[str, Standing]]] = {
    "order or decision": (D, {ACTS: C, LIFE: O, FEARS: O}),
    "agency form": (O, {ACTS: C, TRAVEL: D}),
    "charging document": (O, {ACTS: C}),
    "docket": (T, {ACTS: D}),
    "receipt": (T, {ACTS: D}),
    "filing": (T, {ACTS: D}),
    "vital record": (T, {VITAL: C}),
    "passport": (T, {VITAL: C, TRAVEL: D}),
    "court record": (T, {CRIME: C, ACTS: D}),
    "police record": (O, {CRIME: D}),
    "employer letter": (T, {LIFE: D}),
    "tax record": (T, {LIFE: C}),
    "medical record": (T, {LIFE: D, FEARS: D}),
    "school record": (T, {LIFE: D}),
    "declaration": (S, {ACTS: T}),
    "letter of support": (T, {LIFE: D}),
    "congressional letter": (T, {}),
    "attorney's note": (T, {}),
    "interview": (T, {}),
    "opposing brief": (O, {}),
    "country report": (T, {FEARS: D}),
    "press": (P, {}),
    "other": (P, {}),
}

KINDS = tuple(TABLE)
SPEAKERS = ("respondent", "relative", "attorney", "opposing party", "official", "employer", "witness", "journalist", "stranger")

# a speaker who can only lower what the kind of source would carry
SPEAKER_LIMIT = {"opposing party": O, "journalist": P, "stranger": P}


def standing_of(claim: Claim, entity: str) -> Standing:
    """The standing of a claim about a fact of an entity (its class name)."""
    default, groups = TABLE.get(claim.source.kind, TABLE["other"])
    standing = groups.get(GROUP_OF_ENTITY.get(entity, LIFE), default)
    return min(standing, SPEAKER_LIMIT.get(claim.source.speaker, standing))
