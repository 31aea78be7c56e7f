"""Open facts as questions, and the questions that sources raise by what they leave unsaid."""

from collections.abc import Iterator
from typing import Any

from abeyance.assess import words
from abeyance.assess.asking import Inquiry
from abeyance.assess.assertions import left_open
from abeyance.casefile.claims import Completeness, Value
from abeyance.casefile.record import LISTS
from abeyance.casefile.succession import Fate
from abeyance.casefile.vocabulary import Case, Recorded
from abeyance.logic.evaluating import conjunction
from abeyance.logic.facts import BoolFact, ChoiceFact, DayFact, Fact, NumberFact
from abeyance.logic.operations import Row
from abeyance.logic.values import Truth, not_after, within

# Entity and fact -> the question; {it} is the row.  What is not here is asked by the fact's label.
QUESTIONS: dict[tuple[str, str], str] = {
    ("Case", "battered"): "Was the respondent battered or subjected to extreme cruelty by a spouse or parent?",
    ("Case", "false_testimony"): "Did the respondent ever say under oath, for a benefit, what was not so? When last?",
    ("Case", "habitual_drunkard"): "Has drink been a problem in the last ten years?",
    ("Case", "helped_entry"): "Did the respondent ever help anybody, even family, to come in unlawfully? When last?",
    ("Case", "persecutor"): "Did the respondent ever take part in harming people for who they are or believe in?",
    ("Case", "relief_before"): "Was the respondent ever granted cancellation, suspension or a waiver under 212(c)?",
    ("Case", "security_ground"): "Is a ground of security or terrorism charged?",
    ("Case", "vice"): "Was there prostitution, polygamy or unlawful gambling in the last ten years?",
    ("Case", "circuit"): "Which circuit's law governs: where was the charging document filed?",
    ("Case", "crime_abroad"): "Does anybody lay a serious crime abroad, before arrival, to the respondent?",
    ("Case", "resettled"): "Had another country offered permanent residence before arrival?",
    ("Case", "unaccompanied_child"): "Did an agency find the respondent to be an unaccompanied child?",
    ("Departure", "on"): "When did {it} happen?",
    (
        "FearScreening",
        "appeal_outcome",
    ): "How did the Board decide the appeal after {it}: dismissed, granted, or sent back?",
    ("Entry", "by_southwest_border"): "Was {it} over the border with Mexico, or a coast beside it?",
    ("Entry", "from_canada"): "Was {it} over the land border from Canada?",
    ("Fear", "ground"): "Why would the respondent be harmed ({it}): for race, religion, opinion, family, or what else?",
    ("Entry", "as_crewman"): "Did the respondent come on a crewman's visa at {it}?",
    ("Entry", "as_exchange_visitor"): "Did the respondent come as an exchange visitor (J) at {it}?",
    ("FearScreening", "found"): "Has the asylum officer decided {it}, and when?",
    ("FearScreening", "review_asked"): "Was a judge asked to review {it}?",
    ("FearScreening", "reviewed"): "Has a judge ruled on {it}, and when?",
    ("FearScreening", "withholding_decided"): "Has a judge decided withholding of removal after {it}, and when?",
    ("Filing", "asks_for"): "What does {it} ask for: asylum, withholding of removal, or what else?",
    ("Filing", "by"): "Who filed {it}: the respondent, DHS, or both together?",
    ("Filing", "decided"): "Has {it} been decided, and when?",
    ("Filing", "fee_paid"): "Was the fee for {it} paid?",
    ("Filing", "fee_waiver_asked"): "Was a fee waiver asked with {it}?",
    ("Filing", "forum"): "Before whom was {it} filed?",
    ("Filing", "ground_changed_country"): "Does {it} rest on changed conditions in the country of removal?",
    ("Filing", "ground_custody"): "Does {it} rest on having been in custody at the hearing?",
    ("Filing", "ground_exceptional_circumstances"): "Does {it} rest on exceptional circumstances?",
    ("Filing", "ground_no_notice"): "Does {it} rest on want of notice of the hearing?",
    ("Filing", "ground_tolling"): "Does {it} ask that the deadline be tolled?",
    ("Filing", "ground_vawa"): "Is {it} a special-rule motion of a battered spouse, child or parent (VAWA)?",
    ("Filing", "kind"): "What is {it}?",
    ("Filing", "of"): "Which order does {it} attack?",
    ("Filing", "outcome"): "How was {it} decided?",
    ("Filing", "present_at_filing"): "Was the respondent in the United States when {it} was filed?",
    ("Filing", "received"): "On which day was {it} received?",
    ("Filing", "rejected"): "Was {it} rejected?",
    ("Filing", "revoked"): "Was the stay granted on {it} revoked, and when?",
    ("Filing", "ruling"): "Which order decided {it}?",
    ("Filing", "served"): "On which day was {it} served on DHS?",
    ("Filing", "shown_qualified_alien"): "Does {it} itself show that the respondent is a qualified alien?",
    ("Filing", "shown_self_petition"): "Is a copy of the self-petition or application with {it}?",
    ("Filing", "supports"): "Which filing does {it} go with?",
    ("Filing", "time_waived"): "Was the time limit waived for {it}?",
    ("Filing", "until"): "Until which day does the stay granted on {it} run?",
    ("Instruction", "written"): "Is the instruction ({it}) in writing?",
    ("Order", "appeal_reserved_by_dhs"): "Did DHS reserve appeal from {it}?",
    ("Order", "appeal_waived"): "Was appeal from {it} waived?",
    ("Order", "asylum_decided"): "Does {it} grant or deny asylum?",
    ("Order", "bond_required"): "Was a bond required for the voluntary departure of {it}?",
    ("Order", "by"): "Who decided last in {it}: the judge or the Board?",
    ("Order", "decided"): "What is the date of {it}?",
    ("Order", "executed"): "Was {it} ever carried out, by removal or by leaving under it?",
    ("Order", "in_absentia"): "Was {it} entered in absentia?",
    ("Order", "kind"): "Of which kind is {it}: deportation, exclusion, removal, or one that DHS made?",
    ("Order", "mailed"): "On which day was {it} mailed or e-noticed?",
    ("Order", "motion_ruling"): "Does {it} rule on the case, or only on a motion?",
    ("Order", "notice_242b"): "Was the hearing notice before {it} given under former section 242B (from 1992-06-13)?",
    ("Order", "oral"): "Was {it} stated orally in court?",
    ("Order", "outcome"): "What does {it} order?",
    ("Order", "reopened"): "Was the case of {it} reopened, and when?",
    ("Order", "voluntary_departure_until"): "Until which day did voluntary departure run under {it}?",
    ("Order", "wait_waived"): "Did the respondent waive, on {it}, the fourteen days before it may be carried out?",
    ("Person", "passport_until"): "Until when is the passport of {it} valid?",
    ("Protection", "kind"): "What is {it}?",
    ("Protection", "since"): "Since when is {it} in force?",
    ("Protection", "until"): "Until when is {it} in force?",
}

# The list of the case -> what may be missing from it, and what paper shows it.
MISSING: dict[str, tuple[str, str, int]] = {
    "orders": ("Is there an order that is not in this file?", "EOIR automated line; the A-file", 2),
    "filings": (
        "Is anything filed that is not in this file: an appeal, a motion, a stay request, a petition?",
        "EOIR automated line; the Board's, the court's and ICE's records",
        2,
    ),
    "protections": (
        "Does the respondent hold a protection that is not in this file: TPS, a T visa finding?",
        "approval notices; the client",
        2,
    ),
    "bills": ("Has a private bill been introduced?", "the sponsor's office; the committees", 2),
    "fear_screenings": (
        "Was a fear of return claimed under the order, and screened?",
        "forms I-870, I-898 and I-863; the client",
        2,
    ),
    "circumstances": (
        "Did anything change after the arrival, or stand in the way of applying for asylum?",
        "reports, certificates, medical records; the client",
        3,
    ),
    "fears": ("Does the respondent fear anything else?", "the client's declaration", 3),
    "entries": ("Did the respondent come in at another time, before or since?", "passports; the A-file", 3),
    "health": ("Is anybody in the family ill or disabled?", "doctors' letters", 2),
    "notices": ("Was a notice of hearing sent that is not in this file?", "the court's file", 2),
    "petitions": (
        "Was a petition or a labor certification ever filed for the respondent, a spouse or a parent, above all by 2001-04-30?",
        "receipt and approval notices, form I-797; the A-file",
        2,
    ),
    "relatives": (
        "Are there a spouse, parents or children who are not in this file?",
        "birth and marriage certificates",
        2,
    ),
    "custody": ("Was the respondent ever in custody that is not in this file?", "the detainee locator; the client", 1),
    "charging_documents": (
        "Is there a charging document that is not in this file: a notice to appear, an order to show cause?",
        "the charging form; EOIR automated line",
        2,
    ),
    "convictions": (
        "Is there a conviction, in any country and at any time, that is not in this file?",
        "certified court records; the FBI record",
        3,
    ),
    "departures": (
        "Has the respondent left the country at a time that is not in this file?",
        "passport stamps; the client",
        2,
    ),
}


def missing(name: str) -> tuple[str, str, int]:
    """What may be missing from a list of the case, what paper shows it, and how hard that is to get."""
    label = Case.facts[name].label
    return MISSING.get(name, (f"Is there anything that is not in this file, of {label}?", "the client", 2))


def question(entity: type[Recorded], row: Row, name: str, seen: str = "") -> str:
    """The question that would settle a fact of a row; ``seen`` says when it was last looked at."""
    fact = entity.facts[name]
    known = QUESTIONS.get((entity.__name__, name))
    it = words.named(entity, row)
    if seen:
        return f"{(known or '{it}: ' + fact.label).format(it=it)} It was {seen}."
    if known:
        return known.format(it=it)
    of_it = "" if entity is Case else f", of {it}"
    if isinstance(fact, BoolFact):
        return f"Is it so{of_it}: {fact.label}?"
    if isinstance(fact, ChoiceFact):
        return f"What is {fact.label}{of_it}: {', '.join(fact.codes)}?"
    return f"What is {fact.label}{of_it}?" if isinstance(fact, (DayFact, NumberFact)) else f"{fact.label}{of_it}?"


def questions_raised(ask: Inquiry) -> tuple[str, ...]:
    """What to ask because two sources meet on a point that one of them leaves open, or one asserts what nothing bears out.

    Somebody says that there is none of a kind ("no arrest"), and a row is recorded that may be one or may not (a stop): no
    contradiction, but a question (procedure notes, ERRATA 3).
    """
    words_on_lists = zip(ask.case.completeness, ask.record.list_fates, strict=True)
    nothings = [said for said, fate in words_on_lists if said.number == 0 and fate is Fate.LIVE]
    raised = (q for said in nothings for row in ask.rows(said.list) for q in _raised(ask, said, row))
    return (*raised, *left_open(ask))


def _raised(ask: Inquiry, said: Completeness, row: Row) -> Iterator[str]:
    entity = LISTS[said.list]
    verdicts = [(entity.facts[name], _lies_within(entity.facts[name], row[name], value)) for name, value in said.scope]
    if conjunction([verdict for _, verdict in verdicts]) is not None:
        return
    fact = next(fact for fact, verdict in verdicts if verdict is None)
    scope = ", ".join(value.written for _, value in said.scope)
    options = words.chosen(fact, row[fact.name]) if isinstance(fact, ChoiceFact) else ("yes", "no")
    yield (
        f"{words.cited(said.source, said.place)} says that of {Case.facts[said.list].label} none is '{scope}'; "
        f"{', '.join(ask.sources_of(row['@id']))} tells of {row['@id']}{words.when(entity, row)}. "
        f"{' or '.join(options).capitalize()}? A question to ask, not a contradiction."
    )


def _lies_within(fact: Fact, held: Any, value: Value) -> Truth:
    if isinstance(fact, ChoiceFact) and value.mask is not None:
        return within(held, value.mask)
    if isinstance(fact, BoolFact):
        return None if held is None else held is value.truth
    if value.span is None:
        return None
    return conjunction(
        [not_after((value.span[0], value.span[0]), held), not_after(held, (value.span[1], value.span[1]))]
    )
