"""What people write for a word of a case file, and the word that is meant: the hint of a problem, never a reading.

A word is likest to the wrong one more often than one thinks: *birth certificate* to *naturalization certificate*, *entered*
to *executed*.  What is written often stands here; of the rest only slips of spelling are guessed.
"""

from collections.abc import Container

from abeyance.casefile.vocabulary import Recorded


def _names(table: dict[str, str]) -> dict[str, str]:
    return {name: word for word, names in table.items() for name in names.split(", ")}


KINDS_AND_SPEAKERS = _names(
    {
        "order or decision": "order, decision, judgment, ij order, bia decision, board decision",
        "charging document": "nta, osc, notice to appear, order to show cause, i-862, i-221, i-122",
        "records release": "foia, foia release, a-file",
        "docket": "court docket, eoir docket, acis, automated line",
        "filing": "motion, appeal, petition, brief",
        "police record": "police report, arrest report, rap sheet",
        "vital record": "birth certificate, marriage certificate, death certificate, certificate",
        "tax record": "tax return, tax transcript, w-2, w2",
        "pay record": "pay stub, paystub, pay slip",
        "property record": "deed, title deed",
        "lease or bill": "lease, bill, utility bill, rent receipt",
        "declaration": "affidavit, sworn statement, sworn declaration",
        "letter": "email, e-mail, mail",
        "attorney's note": "note, notes, memo, attorney note, attorneys note, file memo",
        "interview": "intake, client interview, intake interview",
        "press": "news, news article, article, newspaper, news story, press article, blog",
        "respondent": "client, noncitizen, alien, himself, herself",
        "relative": "wife, husband, spouse, son, daughter, child, mother, father, parent, brother, sister, family",
        "attorney": "lawyer, counsel",
        "opposing party": "dhs, ice, opla, government, ice counsel",
        "official": "judge, officer, clerk",
        "employer": "boss, manager",
        "expert": "doctor, physician, psychologist",
        "member of Congress": "senator, representative, congressman, congresswoman",
        "witness": "friend, neighbor, pastor, teacher",
        "journalist": "reporter",
    }
)

ENTITIES = _names(
    {
        "filing": "motion, appeal, petition, request, application, stay, stay request, habeas, i-246, mtr, pfr",
        "order": "decision, removal, removal order, deportation",
        "relative": "child, son, daughter, spouse, wife, husband, parent, mother, father, sibling, brother, sister",
        "employment": "job, work, employer",
        "residence": "home, house, address",
        "custody": "detention, detained",
        "representation": "lawyer, attorney, counsel",
        "charging document": "nta, osc, notice to appear",
        "bond order": "bond",
        "private bill": "bill",
        "conviction": "crime, offense",
        "arrest": "stop, citation",
        "health condition": "health, illness, disability",
        "protection": "tps, daca, status",
        "visa petition": "i-130, i-140, i-360, labor certification, immigrant petition",
        "tax year": "tax, taxes",
        "supervision": "osup, parole",
    }
)

# A written word -> the facts that may be meant; the first that the entity has is.
FACTS = {
    written: facts.split(", ")
    for words, facts in (
        ("filed, lodged, submitted", "received"),
        ("entered, issued", "decided, dated, on"),
        ("denied, granted, dismissed, ruled", "decided"),
        ("result, disposition, decision", "outcome"),
        ("from, start, started, began, detained, signed on", "since"),
        ("to, end, ended, expires, expired, released, stay until, valid until", "until"),
        ("type, kind", "kind, relation, level, manner, outcome"),
        ("dob, birth, birthday, date of birth, birth date, age", "born"),
        ("judge, by whom, ij", "forum, by"),
        ("filed by", "by"),
        ("court", "court, forum"),
        ("mailed, posted", "mailed, sent"),
        ("sent", "sent, mailed"),
        ("fee", "fee_paid"),
        ("gender", "sex"),
        ("country, citizenship, country of birth, citizen of", "nationality, citizen"),
        ("usc, us citizen", "citizen"),
        ("lpr, green card", "permanent_resident"),
        ("married", "married_since"),
        ("divorced", "married_until"),
        ("school", "in_school"),
        ("place, location, facility, port of entry, city", "place, port, town, court"),
        ("visa, status at entry", "status"),
        ("telephone, tel", "phone"),
        ("absentia", "in_absentia"),
        ("crime, offense, statute of conviction", "statute"),
        ("sentence", "sentence_months"),
        ("time", "at"),
    )
    for written in words.split(", ")
}


def fact_meant(entity: type[Recorded], written: str) -> str:
    """The fact of an entity, with blanks, that people mean by a word; empty where none is known."""
    if written in ("date", "day"):
        return entity.dating.replace("_", " ")
    found: Container[str] = entity.facts
    return next((name.replace("_", " ") for name in FACTS.get(written, ()) if name in found), "")
