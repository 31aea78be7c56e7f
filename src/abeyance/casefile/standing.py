"""How well a claim proves its fact: a table of kind of source, who speaks, and which group of facts (SEMANTICS 11).

It is a table and not a ladder: an agency's own form proves what the agency wrote and ordered, a birth certificate proves a
birth, and neither proves a job.
"""

from typing import NamedTuple

from abeyance.casefile.claims import Claim, Source, Standing

# --- groups of facts ------------------------------------------------------------------------------------------------

ACTS = "acts"  # what a tribunal or agency did: orders, decisions, filings received, notices, custody, instructions
RECEIPT = "receipt"  # that a notice came: known to the addressee, not to the sender
CONTENTS = "contents"  # what a filing rests on and shows
VITAL = "vital"  # births, marriages, kinship, nationality
STATUS = "status"  # citizenship, residence and protections granted
TRAVEL = "travel"  # entries and departures
CRIME = "crime"  # arrests and convictions
WORK = "work"
HOME = "home"
TAXES = "taxes"
HEALTH = "health"
TIES = "ties"  # school, community, who lives with whom and on what
FEARS = "fears"  # fear of return and what happened abroad
BILLS = "bills"  # private bills and inquiries of Congress
ASSERTED = "asserted"  # that an order is final, a motion timely: conclusions, which the law draws

GROUP_OF_ENTITY = {
    "Person": VITAL,
    "Relative": VITAL,
    "Entry": TRAVEL,
    "Departure": TRAVEL,
    "ChargingDocument": ACTS,
    "Hearing": ACTS,
    "Notice": ACTS,
    "Order": ACTS,
    "Filing": ACTS,
    "Custody": ACTS,
    "CustodyReview": ACTS,
    "BondOrder": ACTS,
    "Supervision": ACTS,
    "Instruction": ACTS,
    "Arrest": CRIME,
    "Conviction": CRIME,
    "PrivateBill": BILLS,
    "Representation": ACTS,
    "PrivacyRelease": ACTS,
    "Inquiry": BILLS,
    "Employment": WORK,
    "Residence": HOME,
    "TaxYear": TAXES,
    "HealthCondition": HEALTH,
    "CommunityTie": TIES,
    "Fear": FEARS,
    "Circumstance": FEARS,
    "FearScreening": ACTS,
    "Protection": STATUS,
    "Petition": STATUS,
    "Assertion": ASSERTED,
    "Case": ACTS,
}

GROUP_OF_FACT = {
    ("Relative", "citizen"): STATUS,
    ("Relative", "citizen_since"): STATUS,
    ("Relative", "permanent_resident"): STATUS,
    ("Relative", "resident_since"): STATUS,
    ("Relative", "lives_with"): TIES,
    ("Relative", "dependent"): TIES,
    ("Relative", "in_school"): TIES,
    ("Relative", "tuition_paid"): TIES,
    ("Relative", "employed"): WORK,
    ("Relative", "killed"): FEARS,
    ("Relative", "threatened"): FEARS,
    ("Person", "phone"): TIES,
    ("Person", "email"): TIES,
    ("Person", "language"): TIES,
    ("Person", "in_school_or_graduated"): TIES,
    ("Employment", "work_permit"): STATUS,
    ("Notice", "received"): RECEIPT,
    ("Case", "battered"): FEARS,
    ("Case", "admitted_as_resident"): STATUS,
    ("PrivateBill", "stay_granted"): ACTS,
    ("PrivateBill", "stay_until"): ACTS,
}


def group_of(entity: str, fact: str = "") -> str:
    """The group of facts that a fact of an entity (class name) belongs to."""
    if entity == "Filing" and fact.startswith(("ground_", "shown_", "relief", "asks_for")):
        return CONTENTS
    return GROUP_OF_FACT.get((entity, fact), GROUP_OF_ENTITY[entity])


# --- the table ------------------------------------------------------------------------------------------------------

P, T, X, S, D, C = (
    Standing.PRESS,
    Standing.TOLD,
    Standing.OPPOSING,
    Standing.SWORN,
    Standing.DOCUMENTED,
    Standing.CERTIFIED,
)


FIRM = D  # from here up a claim is not unmade by a weaker one


class Kind(NamedTuple):
    """A row of the table: what a kind of source carries for any group of facts, and for those in which it differs.

    ``counsel`` marks what was said to counsel in confidence.
    """

    default: Standing
    groups: dict[str, Standing]
    counsel: bool = False


TABLE: dict[str, Kind] = {
    # of tribunals and agencies
    "order or decision": Kind(
        T, {ACTS: C, CONTENTS: D, TRAVEL: D, STATUS: D, VITAL: D, CRIME: D, FEARS: D, ASSERTED: D}
    ),
    "agency form": Kind(X, {ACTS: C, STATUS: D, TRAVEL: D}),
    "charging document": Kind(X, {ACTS: C}),
    "certified record": Kind(T, {ACTS: C, CONTENTS: C, TRAVEL: D, STATUS: D, ASSERTED: X}),
    "records release": Kind(X, {ACTS: D, CONTENTS: D, TRAVEL: D, STATUS: D}),
    "docket": Kind(T, {ACTS: D}),
    "approval notice": Kind(T, {ACTS: C, STATUS: C, CONTENTS: D}),
    "receipt": Kind(T, {ACTS: D}),
    "filing": Kind(T, {ACTS: D, CONTENTS: D}),
    "opposing brief": Kind(X, {}),
    "court record": Kind(T, {CRIME: C, ACTS: D}),
    "police record": Kind(X, {CRIME: D}),
    # of registrars and other bodies with a duty to be right
    "vital record": Kind(P, {VITAL: C, STATUS: D}),
    "naturalization certificate": Kind(P, {STATUS: C, VITAL: D}),
    "passport": Kind(P, {VITAL: D, STATUS: D, TRAVEL: D}),
    "tax record": Kind(P, {TAXES: C, WORK: D, VITAL: T, TIES: T, HOME: T}),
    "pay record": Kind(P, {WORK: D}),
    "employer letter": Kind(P, {WORK: D, TIES: T}),
    "property record": Kind(P, {HOME: C}),
    "lease or bill": Kind(P, {HOME: D}),
    "medical record": Kind(T, {HEALTH: D, FEARS: T}),
    "school record": Kind(P, {TIES: D, VITAL: T, HOME: T}),
    "congressional record": Kind(P, {BILLS: C}),
    "country report": Kind(P, {FEARS: D}),
    "expert report": Kind(T, {FEARS: S, HEALTH: S}),
    # of people
    "declaration": Kind(S, {ACTS: T, CONTENTS: T, ASSERTED: T}),
    "testimony": Kind(S, {ACTS: T, CONTENTS: T, ASSERTED: T}),
    "letter of support": Kind(T, {}),
    "letter": Kind(T, {}),
    "congressional letter": Kind(T, {BILLS: D}),
    "attorney's note": Kind(T, {}, counsel=True),
    "interview": Kind(T, {}, counsel=True),
    "press": Kind(P, {}),
    "other": Kind(P, {}),
}

KINDS = tuple(TABLE)
SPEAKERS = (
    "respondent",
    "relative",
    "attorney",
    "opposing party",
    "official",
    "employer",
    "expert",
    "member of Congress",
    "witness",
    "journalist",
    "stranger",
)

# (kind, speaker, group) -> standing, where the speaker makes the difference; "" stands for any
SPEAKER_ROWS: dict[tuple[str, str, str], Standing] = {
    ("", "opposing party", ACTS): C,  # its own acts: as much as the kind of source carries
    ("", "opposing party", ""): X,
    ("", "journalist", ""): P,
    ("", "stranger", ""): P,
    ("declaration", "attorney", ACTS): S,  # who filed and was served
    ("declaration", "attorney", CONTENTS): S,
    ("declaration", "attorney", ""): T,  # what the client told
    ("testimony", "attorney", ""): T,
    ("declaration", "employer", WORK): S,
    ("declaration", "employer", ""): T,
    ("declaration", "relative", CRIME): T,
    ("declaration", "stranger", ""): P,
    ("docket", "attorney", ACTS): T,  # a docket as counsel tells it, not as printed
}


def carries(kind: str, speaker: str, group: str) -> Standing:
    """The standing of what somebody says in a kind of source about a group of facts.

    A speaker can only lower what the kind of source carries, except where a row names both.
    """
    row = TABLE.get(kind, TABLE["other"])
    standing = row.groups.get(group, row.default)
    for key in ((kind, speaker, group), (kind, speaker, "")):
        if speaker and key in SPEAKER_ROWS:
            return SPEAKER_ROWS[key]
    for key in (("", speaker, group), ("", speaker, "")):
        if speaker and key in SPEAKER_ROWS:
            return min(standing, SPEAKER_ROWS[key])
    return standing


def standing_of(claim: Claim, entity: str) -> Standing:
    """The standing of a claim about a fact of an entity (its class name)."""
    return standing_of_source(claim.source, entity, claim.fact)


def standing_of_source(source: Source, entity: str, fact: str = "") -> Standing:
    """The standing of a source's word about a fact of an entity (its class name), or on how many of them there are."""
    return carries(source.kind, source.speaker, group_of(entity, fact))
