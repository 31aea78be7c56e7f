"""The vocabulary: everything a case file can say, in the terms of the field.

An entity is a class, a fact an attribute; rules read them, ``case.yaml`` is written in them, the schema is made from them.
``word`` introduces a subject in ``case.yaml`` (``order: removal``) and its value is the entity's ``kind_fact``; ``list`` names
the case's list of such rows; ``dating`` names the day that places a row in time (for "no appeal up to ..."); ``sequence``
are pairs of days of which the first is never after the second (nothing is decided before it is received), each after those
it continues; ``to_come`` names the days that a paper may set ahead, as a hearing's, and is not wrong for it; ``lasting`` are
two days and the number of days between them, where that may be stated too.
A list that is complete as of a day may still have had rows added since, so a rule that asks about a day says so:
``exists(case.relatives, lambda r: r.relation.is_in("child") & (r.since <= ON))``.
Nothing derived is here: finality, timeliness and pendency are computed (SEMANTICS 14).
"""

from typing import ClassVar

from abeyance.logic.facts import (
    BoolFact,
    ChoiceFact,
    DayFact,
    Entity,
    Fact,
    ListFact,
    MomentFact,
    NumberFact,
    RefFact,
    TextFact,
)

OTHER_COUNTRY = "another country"
COUNTRIES = (  # those that a law names; what a nationality says of them is read in ``countries``
    "Afghanistan",
    "Angola",
    "Bosnia and Herzegovina",
    "Burma",
    "Burundi",
    "Cameroon",
    "El Salvador",
    "Ethiopia",
    "Guatemala",
    "Guinea",
    "Guinea-Bissau",
    "Haiti",
    "Honduras",
    "Kosovo",
    "Kuwait",
    "Lebanon",
    "Liberia",
    "Montserrat",
    "Nepal",
    "Nicaragua",
    "Rwanda",
    "Sierra Leone",
    "Somalia",
    "South Sudan",
    "Sudan",
    "Syria",
    "Ukraine",
    "Venezuela",
    "Yemen",
    OTHER_COUNTRY,
)
CIRCUITS = ("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "DC")


class Recorded(Entity):
    """An entity of the case file.

    ``begun`` says that whoever speaks of such a row says that it had begun: a paper of 2017 that names a child says that
    there was the child by then.
    """

    word: ClassVar[str] = ""
    list: ClassVar[str] = ""
    kind_fact: ClassVar[str] = ""
    dating: ClassVar[str] = ""
    sequence: ClassVar[tuple[tuple[str, str], ...]] = ()
    to_come: ClassVar[tuple[str, ...]] = ()
    lasting: ClassVar[tuple[str, ...]] = ()
    begun: ClassVar[bool] = False


class Person(Recorded):
    """the respondent"""

    word, list = "person", "people"
    to_come = ("passport_until",)
    name = TextFact("the name", private=True)
    a_number = TextFact("the alien number", private=True)
    born = DayFact("the day of birth", private=True, paper="birth certificate or passport", effort=2)
    nationality = TextFact("the nationality", paper="passport")
    country = ChoiceFact(
        "the country of nationality, where a law names it", codes=COUNTRIES, paper="passport", effort=1
    )
    sex = ChoiceFact("the sex", codes=("female", "male", "other"))
    language = TextFact("the best language")
    phone = TextFact("the telephone number", private=True)
    email = TextFact("the e-mail address", private=True)
    passport_until = DayFact("the day the passport expires", paper="passport", effort=1)
    in_school_or_graduated = BoolFact(
        "in school, graduated from high school or with a GED, or honorably discharged",
        paper="school records, diploma, form DD-214",
        effort=2,
    )
    schooled_here = BoolFact(
        "attends, or finished, high school or college in the United States", paper="transcripts, diploma", effort=2
    )


class Relative(Recorded):
    """a relative of the respondent"""

    word, list, kind_fact, dating, begun = "relative", "relatives", "relation", "since", True
    sequence = (("married_since", "married_until"),)
    relation = ChoiceFact("how related", codes=("child", "stepchild", "spouse", "parent", "sibling", "other"))
    since = DayFact("the day the kinship began: birth, adoption or marriage", paper="certificate or decree", effort=2)
    name = TextFact("the name", private=True)
    born = DayFact("the day of birth", private=True, paper="birth certificate", effort=2)
    born_here = BoolFact("born in the United States", paper="birth certificate", effort=2)
    citizen = BoolFact(
        "a citizen of the United States", guarded=True, paper="birth or naturalization certificate", effort=2
    )
    citizen_since = DayFact("the day of citizenship", guarded=True, paper="naturalization certificate", effort=2)
    permanent_resident = BoolFact("a lawful permanent resident", guarded=True, paper="residence card", effort=2)
    resident_since = DayFact("the day of permanent residence", guarded=True, paper="residence card", effort=2)
    lives_with = BoolFact("lives with the respondent", paper="school or medical records", effort=2)
    dependent = BoolFact("depends on the respondent", paper="tax returns", effort=2)
    married_since = DayFact("the day of the marriage", paper="marriage certificate", effort=2)
    married_until = DayFact("the day the marriage ended", paper="decree or death certificate", effort=3)
    in_school = TextFact("the school")
    employed = BoolFact("employed")
    tuition_paid = BoolFact("the respondent pays the tuition", paper="school bills", effort=2)
    nacara_granted = DayFact(
        "the day relief under NACARA was granted", guarded=True, paper="the approval notice", effort=2
    )
    killed = BoolFact("killed", guarded=True)
    threatened = BoolFact("threatened", guarded=True)


class Entry(Recorded):
    """an entry into the United States"""

    word, list, kind_fact, dating = "entry", "entries", "manner", "on"
    sequence = (("on", "admitted_until"), ("on", "met"))
    to_come = ("admitted_until",)
    manner = ChoiceFact(
        "the manner of entry",
        guarded=True,
        codes=("without inspection", "inspected and admitted", "paroled", "other"),
        paper="I-94, stamps, FOIA",
        effort=3,
    )
    on = DayFact("the day of entry", paper="I-94, stamps, school and medical records", effort=3)
    port = TextFact("the place of entry", guarded=True)
    status = TextFact("the status given")
    by_sea = BoolFact("the respondent came by sea", guarded=True, paper="form I-213", effort=2)
    met = DayFact("the day officers met the respondent after it", paper="form I-213", effort=2)
    met_near_border = BoolFact(
        "officers met the respondent within 100 air miles of the land border",
        guarded=True,
        paper="form I-213",
        effort=2,
    )
    admitted_until = DayFact("the day the admission ended")
    visa_waiver = BoolFact(
        "the respondent came under the Visa Waiver Program", guarded=True, paper="I-94, passport stamp", effort=2
    )
    as_crewman = BoolFact("the respondent came as a crewman", guarded=True, paper="I-94, visa", effort=2)
    as_exchange_visitor = BoolFact(
        "the respondent came as an exchange visitor, J", guarded=True, paper="I-94, visa", effort=2
    )
    caught_entering = BoolFact(
        "officers caught the respondent at the border or a port, on the way in unlawfully",
        guarded=True,
        paper="form I-213; form I-860",
        effort=2,
    )
    by_southwest_border = BoolFact(
        "the respondent came over the border with Mexico, or over a coast beside it",
        guarded=True,
        paper="form I-213",
        effort=2,
    )
    by_appointment = BoolFact(
        "the respondent came to a port of entry at a time set beforehand", paper="the appointment; form I-213", effort=2
    )
    from_canada = BoolFact("the respondent came over the land border from Canada", guarded=True, paper="form I-213")
    through_third_country = BoolFact(
        "the respondent came through a country that is not his or her own", guarded=True, paper="passport; testimony"
    )


class Departure(Recorded):
    """a departure from the United States"""

    word, list, kind_fact, dating = "departure", "departures", "manner", "on"
    sequence = (("on", "returned"),)
    lasting = ("on", "returned", "days_away")
    manner = ChoiceFact(
        "how the respondent left",
        guarded=True,
        codes=("own accord", "voluntary departure", "under an order", "removed", "turned back at the border"),
    )
    on = DayFact("the day of departure", paper="stamps, tickets", effort=3)
    advance_parole = BoolFact("the respondent left with advance parole", paper="form I-512; I-94", effort=2)
    boarded = MomentFact("the time at which boarding was complete", paper="ICE; the carrier", effort=3)
    returned = DayFact("the day of return")
    formal_process = BoolFact(
        "it followed a formal process: an order, or a knowing waiver of a hearing",
        guarded=True,
        paper="the A-file",
        effort=4,
    )
    days_away = NumberFact("the days away")


class ChargingDocument(Recorded):
    """the paper that charged the respondent"""

    word, list, kind_fact, dating = "charging document", "charging_documents", "kind", "dated"
    sequence = (("dated", "served"), ("dated", "filed"))
    kind = ChoiceFact(
        "the kind of charging document",
        codes=("notice to appear", "order to show cause", "notice to applicant", "DHS order without hearing"),
        paper="the charging form: I-862, I-221 or I-122",
        effort=2,
    )
    dated = DayFact("the day it was issued", paper="the charging form", effort=2)
    served = DayFact("the day it was served", paper="the certificate of service", effort=2)
    filed = DayFact("the day it was filed with the court", paper="the court's stamp; EOIR docket", effort=2)
    states_time_and_place = BoolFact("it states the time and place of the hearing", paper="the charging form", effort=2)
    received = BoolFact("the respondent received it", paper="the certificate of service", effort=2)
    address_right = BoolFact("it was sent to where the respondent lived", paper="the certificate of service", effort=2)
    address_given = BoolFact("the respondent gave the court an address", paper="form EOIR-33; form I-213", effort=2)
    objected = DayFact("the day the respondent objected to it", paper="the motion; the hearing recording", effort=2)
    pleadings_closed = DayFact("the day the pleadings closed", paper="the hearing recording", effort=3)
    charge = TextFact("the charges")


class Hearing(Recorded):
    """a hearing before an immigration judge"""

    word, list, kind_fact, dating = "hearing", "hearings", "kind", "on"
    to_come = ("on",)
    kind = ChoiceFact("the kind of hearing", codes=("master", "merits", "bond", "other"))
    on = DayFact("the day of the hearing")
    at = MomentFact("the time of the hearing")
    court = TextFact("the court")
    appeared = BoolFact("the respondent appeared", guarded=True)
    notice = RefFact["Notice"]("the notice of it", entity=lambda: Notice)


class Notice(Recorded):
    """a notice of hearing"""

    word, list, kind_fact, dating = "notice", "notices", "kind", "mailed"
    kind = ChoiceFact("the kind of notice", codes=("hearing", "decision", "other"))
    mailed = DayFact("the day it was sent", paper="the notice and its envelope", effort=2)
    received = BoolFact("the respondent received it")
    address_right = BoolFact("it went to the last address given", paper="the notice; form EOIR-33", effort=2)
    oral_warnings = BoolFact("oral warnings of the consequences were given", paper="the hearing recording", effort=4)


class Order(Recorded):
    """an order in the respondent's case"""

    word, list, kind_fact, dating = "order", "orders", "kind", "decided"
    sequence = (
        ("decided", "mailed"),
        ("decided", "voluntary_departure_until"),
        ("decided", "reopened"),
        ("decided", "executed"),
    )
    to_come = ("voluntary_departure_until",)
    kind = ChoiceFact(
        "the kind of order",
        codes=("removal", "deportation", "exclusion", "expedited removal", "administrative removal", "reinstatement"),
        paper="the order; the charging form I-221, I-122 or I-862",
        effort=2,
    )
    by = ChoiceFact(
        "who decided",
        codes=("immigration judge", "Board", "DHS", "Attorney General", "court"),
        paper="the order; the Board's docket",
        effort=2,
    )
    decided = DayFact("the day it was decided", paper="the order; EOIR automated line", effort=1)
    oral = BoolFact("the decision was stated orally in court", paper="the order or the minutes", effort=2)
    mailed = DayFact(
        "the day the written decision was mailed or e-noticed", paper="the cover letter or e-notice", effort=2
    )
    in_absentia = BoolFact("it was entered in absentia", paper="the order; EOIR automated line; A-file", effort=1)
    notice_242b = BoolFact(
        "the hearing notice was given under former section 242B", paper="the hearing notice", effort=3
    )
    appeal_waived = BoolFact("appeal was waived", paper="the order or the minutes", effort=2)
    appeal_reserved_by_dhs = BoolFact("DHS reserved appeal", paper="the order or the minutes", effort=2)
    outcome = ChoiceFact(
        "the outcome",
        codes=(
            "ordered removed",
            "relief granted",
            "terminated",
            "voluntary departure",
            "remanded",
            "motion denied",
            "motion granted",
            "other",
        ),
        paper="the order",
        effort=2,
    )
    motion_ruling = BoolFact("it rules on a motion, not on the case", paper="the order", effort=2)
    asylum_decided = BoolFact("it grants or denies asylum", guarded=True, paper="the order", effort=2)
    asylum_barred = BoolFact(
        "asylum was denied on a bar to filing for it (INA 208(a)(2))", guarded=True, paper="the order", effort=2
    )
    voluntary_departure_until = DayFact("the last day of voluntary departure", paper="the order", effort=2)
    time_to_leave_at_the_end = BoolFact(
        "voluntary departure was given at the end of proceedings, not before", paper="the order", effort=2
    )
    bond_required = BoolFact("a bond was required for voluntary departure", paper="the order", effort=2)
    bond_posted = DayFact("the day the voluntary departure bond was posted", paper="the bond receipt", effort=2)
    on_deportability = BoolFact(
        "it rests on a ground of deportability, not of inadmissibility", paper="the charging document", effort=2
    )
    reopened = DayFact(
        "the day the case was reopened or the order vacated", paper="the Board's or court's docket", effort=1
    )
    wait_waived = BoolFact(
        "the respondent waived the fourteen days before it may be carried out", paper="form I-851A", effort=1
    )
    executed = DayFact("the day it was carried out")
    obstructed = BoolFact(
        "the respondent failed to apply for travel papers, or acted to prevent removal",
        guarded=True,
        paper="form I-229; ICE's notice of failure to comply",
        effort=2,
    )
    circuit = ChoiceFact("the circuit", codes=CIRCUITS)
    court = TextFact("the court that made it")


class Filing(Recorded):
    """a filing or a request"""

    word, list, kind_fact, dating = "filing", "filings", "kind", "received"
    sequence = (
        ("sent", "received"),
        ("received", "decided"),
        ("decided", "revoked"),
        ("decided", "decision_served"),
        ("decided", "mandate"),
    )
    to_come = ("until",)
    kind = ChoiceFact(
        "what was filed",
        codes=(
            "appeal",
            "motion to reopen",
            "motion to reconsider",
            "motion to rescind",
            "stay request",
            "petition for review",
            "habeas",
            "application for relief",
            "joint motion request",
            "certification",
            "bond appeal",
            "notice of intent to appeal custody",
            "other",
        ),
        paper="the filing",
        effort=2,
    )
    forum = ChoiceFact(
        "where it was filed",
        codes=(
            "immigration court",
            "Board",
            "ICE",
            "OPLA",
            "USCIS",
            "court of appeals",
            "district court",
            "Supreme Court",
            "other",
        ),
        paper="the filing receipt",
        effort=1,
    )
    of = RefFact[Order]("the order it attacks", entity=lambda: Order, paper="the filing", effort=2)
    supports = RefFact["Filing"]("the filing it goes with", entity=lambda: Filing, paper="the filing", effort=2)
    ruling = RefFact[Order]("the order that decided it", entity=lambda: Order)
    of_bond = RefFact["BondOrder"]("the bond order it attacks", entity=lambda: BondOrder, paper="the filing", effort=2)
    by = ChoiceFact("who filed it", codes=("respondent", "DHS", "both parties"), paper="the filing", effort=2)
    form = TextFact("the form")
    receipt = TextFact("the receipt number", private=True)
    relief = TextFact("the relief asked for", guarded=True)
    asks_for = ChoiceFact(
        "what an application for relief asks for",
        guarded=True,
        codes=(
            "asylum",
            "withholding of removal",
            "protection under the Convention against Torture",
            "cancellation of removal",
            "adjustment of status",
            "other",
        ),
        paper="the form",
        effort=1,
    )
    found_frivolous = DayFact(
        "the day it was found, with nothing left to appeal, to be knowingly frivolous",
        guarded=True,
        paper="the decision",
        effort=2,
    )
    applicant_delay = BoolFact(
        "the applicant caused a delay that stopped the work permit clock", paper="EOIR automated line", effort=1
    )
    sent = DayFact("the day it was sent", paper="the courier's receipt", effort=2)
    received = DayFact("the day it was received", paper="the filing receipt or e-filing notice", effort=1)
    served = DayFact("the day it was served on the other side", paper="the certificate of service", effort=1)
    fee_paid = BoolFact("the fee was paid", paper="the fee receipt", effort=1)
    fee_waiver_asked = BoolFact("a fee waiver was asked for", paper="the filing", effort=1)
    fee_not_due = BoolFact("no fee was due for it", paper="the filing", effort=1)
    rejected = BoolFact("it was rejected", paper="the rejection notice; the docket", effort=1)
    decided = DayFact("the day it was decided", paper="the decision; the docket", effort=1)
    outcome = ChoiceFact(
        "the outcome",
        codes=("granted", "denied", "dismissed", "remanded", "withdrawn", "terminated", "declined"),
        paper="the decision",
        effort=1,
    )
    decision_served = DayFact("the day the decision was served", paper="the decision and its envelope", effort=1)
    decision_by_mail = BoolFact("the decision was served by mail", paper="the envelope", effort=1)
    briefing_schedule = DayFact("the day of the Board's briefing schedule", paper="the briefing schedule", effort=1)
    more_time_to_brief = BoolFact("the respondent was given more time to brief", paper="the Board's notice", effort=1)
    mandate = DayFact("the day the court's mandate issued", paper="the court's docket", effort=1)
    time_to_leave = BoolFact("the decision gave time to leave voluntarily", paper="the decision", effort=1)
    accepted_late = BoolFact(
        "the Board accepted it although it was late", paper="the Board's receipt or decision", effort=1
    )
    remand_limited = BoolFact(
        "the remand is for background checks or voluntary departure alone", paper="the decision", effort=1
    )
    decided_at = MomentFact("the time it was decided", paper="the decision; the docket", effort=2)
    until = DayFact("the last day of the stay that was granted", paper="the grant letter", effort=2)
    revoked = DayFact("the day the grant was revoked")
    communicated = DayFact("the day the grant reached the officers", paper="the fax or e-mail to ICE", effort=1)
    communicated_at = MomentFact("the time the grant reached the officers", paper="the fax or e-mail to ICE", effort=1)
    ground_no_notice = BoolFact("it rests on want of notice", paper="the motion", effort=2)
    ground_custody = BoolFact("it rests on having been in custody", paper="the motion", effort=2)
    ground_exceptional_circumstances = BoolFact("it rests on exceptional circumstances", paper="the motion", effort=2)
    ground_release = BoolFact("it asks for release from custody", paper="the filing", effort=1)
    ground_vawa = BoolFact(
        "it is a special-rule motion of a battered spouse, child or parent", guarded=True, paper="the motion", effort=2
    )
    ground_changed_country = BoolFact(
        "it rests on changed country conditions", guarded=True, paper="the motion", effort=2
    )
    ground_tolling = BoolFact("it asks that the deadline be tolled", paper="the motion", effort=2)
    ground_sua_sponte = BoolFact("it asks the tribunal to act on its own motion", paper="the motion", effort=2)
    ground_ineffective_counsel = BoolFact("it rests on the fault of earlier counsel", paper="the motion", effort=2)
    shown_counsel_affidavit = BoolFact(
        "an affidavit of the agreement with earlier counsel and of what counsel did is with it",
        paper="the motion",
        effort=2,
    )
    shown_counsel_notice = BoolFact(
        "notice to earlier counsel, and any answer, is with it", paper="the letter to counsel", effort=2
    )
    shown_bar_complaint = BoolFact(
        "a complaint to the bar, or why there is none, is with it", paper="the complaint", effort=2
    )
    shown_qualified_alien = BoolFact(
        "the filing itself shows qualified status", guarded=True, paper="the prima facie determination", effort=2
    )
    shown_self_petition = BoolFact(
        "a copy of the self-petition or application is with it", guarded=True, paper="the motion", effort=2
    )
    present_at_filing = BoolFact("the respondent was in the United States when it was filed")
    time_waived = BoolFact("the time limit was waived", paper="the decision", effort=3)
    frivolous_bar = BoolFact(
        "a finding of a frivolous asylum application bars it", guarded=True, paper="the earlier decision", effort=3
    )
    signed = BoolFact("the respondent signed it", paper="the filing", effort=1)
    in_person = BoolFact("it was handed in in person", paper="the filing receipt", effort=1)
    right_office = BoolFact("it went to the office that has the case", paper="the filing receipt", effort=1)
    for_one_person = BoolFact("it is for one person alone", paper="the filing", effort=1)
    home_address_right = BoolFact("the home address on it is right", paper="the filing", effort=1)
    preparer_named = BoolFact(
        "whoever prepared it is named, or nobody but the respondent did", paper="the filing", effort=1
    )
    shown_identity = BoolFact(
        "a passport, a copy with another identity paper, or proof of applying for one is with it",
        paper="the filing",
        effort=2,
    )
    shown_reasons = BoolFact("a statement of the reasons is with it", paper="the statement", effort=1)
    ground_health = BoolFact("it rests on a medical condition", guarded=True, paper="the filing", effort=1)
    shown_medical = BoolFact(
        "the diagnosis, the treatment and the outlook, by a doctor, are with it", paper="the doctor's letter", effort=2
    )


class Custody(Recorded):
    """a time in custody"""

    word, list, kind_fact, dating = "custody", "custody", "by", "since"
    sequence = (("since", "until"),)
    to_come = ("until",)
    by = ChoiceFact("in whose custody", guarded=True, codes=("ICE", "criminal", "other"))
    since = DayFact("the day custody began", paper="the detainee locator", effort=1)
    until = DayFact("the day of release", paper="the release papers", effort=1)
    place = TextFact("the place")
    circuit = ChoiceFact("the circuit of the place", codes=CIRCUITS, paper="the detainee locator", effort=1)


class CustodyReview(Recorded):
    """a review of custody by ICE after the order"""

    word, list, kind_fact, dating = "custody review", "custody_reviews", "by", "decided"
    by = ChoiceFact("who decided", codes=("field office", "headquarters"), paper="the decision to continue detention")
    decided = DayFact("the day it was decided", paper="the decision to continue detention", effort=1)
    outcome = ChoiceFact("the outcome", codes=("release", "continued detention"), paper="the decision", effort=1)


class BondOrder(Recorded):
    """an order on bond or release from custody before there is a final order"""

    word, list, kind_fact, dating = "bond order", "bond_orders", "outcome", "decided"
    sequence = (("decided", "mailed"),)
    outcome = ChoiceFact(
        "the outcome", codes=("release", "denied", "no jurisdiction"), paper="the bond order", effort=1
    )
    by = ChoiceFact("who decided", codes=("immigration judge", "ICE"), paper="the bond order", effort=1)
    decided = DayFact("the day it was decided", paper="the bond order", effort=1)
    oral = BoolFact("the decision was stated orally in court", paper="the bond order or the minutes", effort=2)
    mailed = DayFact("the day the written decision was mailed or e-noticed", paper="the cover letter", effort=2)
    amount = NumberFact("the bond, in dollars", paper="the bond order", effort=1)
    ice_held_without_bond = BoolFact("ICE had set no bond", paper="form I-286", effort=1)
    ice_amount = NumberFact("the bond that ICE had set, in dollars", paper="form I-286", effort=1)


class Supervision(Recorded):
    """a time under an order of supervision"""

    word, list, kind_fact, dating = "supervision", "supervision", "kind", "since"
    sequence = (("since", "until"), ("since", "revoked"), ("revoked", "interviewed"))
    to_come = ("until",)
    kind = ChoiceFact(
        "the kind of supervision", codes=("order of supervision", "parole", "recognizance", "electronic monitoring")
    )
    since = DayFact("the day it began", paper="form I-220B", effort=1)
    until = DayFact("the day it ended")
    office = TextFact("the office to report to")
    revoked = DayFact("the day release was revoked", paper="the notice of revocation of release", effort=1)
    reasons_told = BoolFact(
        "the reasons of the revocation were told", paper="the notice of revocation of release", effort=1
    )
    interviewed = DayFact(
        "the day of the informal interview on the revocation", paper="the record of the interview", effort=1
    )


class Instruction(Recorded):
    """an instruction from an agency"""

    word, list, kind_fact, dating = "instruction", "instructions", "kind", "given"
    sequence = (("given", "on"),)
    to_come = ("on",)
    kind = ChoiceFact("what it says", codes=("depart", "report", "surrender"))
    by = ChoiceFact("who gave it", codes=("ICE", "court", "other"))
    on = DayFact("the day it must be obeyed", paper="the letter", effort=1)
    at = MomentFact("the hour it must be obeyed")
    given = DayFact("the day it was given", paper="the letter", effort=1)
    written = BoolFact("it is in writing", paper="the letter", effort=1)
    ticket_booked = BoolFact("a ticket is booked", paper="the itinerary", effort=1)


class Arrest(Recorded):
    """an encounter with the police"""

    word, list, kind_fact, dating = "arrest", "arrests", "kind", "on"
    kind = ChoiceFact(
        "what happened",
        codes=("arrested", "cited", "warned"),
        guarded=True,
        paper="the police or court record",
        effort=3,
    )
    on = DayFact("the day of it", guarded=True)
    reason = TextFact("the reason", guarded=True)
    outcome = TextFact("what came of it", guarded=True)
    charge_pending = BoolFact("a criminal charge from it is not yet resolved", guarded=True, paper="the court record")


class Conviction(Recorded):
    """a conviction"""

    word, list, kind_fact, dating = "conviction", "convictions", "level", "on"
    sequence = (("offense_on", "on"),)
    level = ChoiceFact(
        "the level of the offense",
        guarded=True,
        codes=("felony", "misdemeanor", "infraction"),
        paper="the court record",
        effort=3,
    )
    on = DayFact("the day of the conviction", guarded=True, paper="the court record", effort=3)
    offense_on = DayFact("the day of the offense", guarded=True)
    statute = TextFact("the statute", guarded=True)
    aggravated_felony = BoolFact("an aggravated felony", guarded=True)
    controlled_substance = BoolFact("a controlled-substance offense", guarded=True)
    moral_turpitude = BoolFact("a crime involving moral turpitude", guarded=True)
    firearm = BoolFact("a firearms offense", guarded=True)
    domestic_violence = BoolFact(
        "domestic violence, stalking, child abuse, or breach of a protection order", guarded=True
    )
    false_claim = BoolFact("false documents, or a false claim to citizenship (INA 237(a)(3))", guarded=True)
    drunk_driving = BoolFact("drunk driving", guarded=True)
    drug_trafficking = BoolFact("drug distribution or trafficking", guarded=True)
    sexual_abuse = BoolFact("sexual abuse or exploitation", guarded=True)
    burglary = BoolFact("burglary", guarded=True)
    minor_traffic = BoolFact("a minor traffic offense", guarded=True)
    status_offense = BoolFact("a state or local offense of which immigration status is an element", guarded=True)
    days_to_serve = NumberFact("the days in custody imposed and not suspended", guarded=True, paper="the court record")
    abroad = BoolFact("by a court of another country", guarded=True, paper="the court record", effort=2)
    vacated = DayFact("the day it was vacated", guarded=True, paper="the court record", effort=3)
    vacated_for_defect = BoolFact("it was vacated for a legal defect", guarded=True, paper="the court record", effort=3)
    max_months = NumberFact("the maximum sentence in months", guarded=True)
    sentence_months = NumberFact("the sentence imposed in months", guarded=True, paper="the court record", effort=3)


class PrivateBill(Recorded):
    """a private bill for the respondent"""

    word, list, kind_fact, dating = "private bill", "bills", "chamber", "introduced"
    sequence = (
        ("introduced", "report_requested"),
        ("introduced", "stay_requested"),
        ("stay_granted", "stay_until"),
        ("introduced", "acted"),
    )
    to_come = ("stay_until", "congress_ends")
    chamber = ChoiceFact("the chamber", codes=("House", "Senate"))
    number = TextFact("the number of the bill")
    introduced = DayFact("the day it was introduced")
    report_requested = DayFact("the day a committee asked for a report", paper="the committee's letter", effort=2)
    stay_requested = DayFact("the day the chair asked in writing for a stay", paper="the chair's letter", effort=2)
    stay_granted = DayFact("the day ICE granted a stay on the chair's request", paper="ICE's answer", effort=2)
    stay_until = DayFact("the last day of that stay", paper="ICE's answer", effort=2)
    acted = DayFact("the day Congress acted on it")
    congress_ends = DayFact("the day that Congress ends")


class Representation(Recorded):
    """somebody who represents the respondent"""

    word, list, kind_fact, dating = "representation", "representation", "kind", "since"
    sequence = (("since", "until"),)
    to_come = ("until",)
    kind = ChoiceFact(
        "the kind of representative", codes=("attorney", "accredited representative", "law student", "other")
    )
    name = TextFact("the name")
    before = ChoiceFact("before whom", codes=("immigration court", "Board", "ICE", "court of appeals", "all"))
    since = DayFact("the day it began", paper="form G-28, EOIR-27 or EOIR-28", effort=1)
    until = DayFact("the day it ended")


class PrivacyRelease(Recorded):
    """a privacy release"""

    word, list, kind_fact, dating = "privacy release", "releases", "agency", "signed"
    sequence = (("signed", "until"),)
    to_come = ("until",)
    agency = ChoiceFact("the agency it is for", codes=("ICE", "USCIS", "EOIR", "CBP", "all"))
    to = TextFact("whom it lets receive records")
    signed = DayFact("the day it was signed", paper="form 60-001", effort=1)
    until = DayFact("the day it ends")
    publication = BoolFact("it lets the office publish")


class Inquiry(Recorded):
    """an inquiry with an agency"""

    word, list, kind_fact, dating = "inquiry", "inquiries", "to", "sent"
    sequence = (("sent", "answered"),)
    to = ChoiceFact("the agency asked", codes=("ICE", "USCIS", "EOIR", "CBP", "other"))
    by = TextFact("who asked")
    sent = DayFact("the day it was sent")
    answered = DayFact("the day it was answered")
    asks = TextFact("what it asks")


class Employment(Recorded):
    """a job"""

    word, list, kind_fact, dating = "employment", "employment", "employer", "since"
    sequence = (("since", "until"),)
    to_come = ("until",)
    employer = TextFact("the employer", private=True)
    since = DayFact("the day it began", paper="W-2s, or a letter from the employer", effort=2)
    until = DayFact("the day it ended")
    work_permit = BoolFact("with a work permit", guarded=True, paper="the work permit", effort=1)
    sole_income = BoolFact("the family's only income", paper="tax returns", effort=2)


class Residence(Recorded):
    """a home"""

    word, list, kind_fact, dating = "residence", "residences", "town", "since"
    sequence = (("since", "until"),)
    to_come = ("until",)
    town = TextFact("the town")
    state = TextFact("the state")
    address = TextFact("the address", private=True, guarded=True)
    since = DayFact("the day it began", paper="lease, deed, bills", effort=2)
    until = DayFact("the day it ended")
    owned = BoolFact("owned", paper="the deed", effort=2)


class TaxYear(Recorded):
    """a tax year"""

    word, list, kind_fact, dating = "tax year", "taxes", "filed", "for_year"
    filed = BoolFact("a return was filed", guarded=True, paper="the tax transcript", effort=2)
    for_year = DayFact("the year")


class HealthCondition(Recorded):
    """a health condition"""

    word, list, kind_fact, dating = "health condition", "health", "condition", "since"
    sequence = (("since", "until"),)
    to_come = ("until",)
    condition = TextFact("the condition", private=True, guarded=True)
    of = RefFact[Relative]("whose it is, where not the respondent's", entity=lambda: Relative)
    since = DayFact("the day it began", private=True, paper="the doctor's letter", effort=2)
    until = DayFact("the day it ended")
    own = BoolFact("it is the respondent's own", paper="the doctor's letter", effort=2)
    serious = BoolFact("it is serious, by a doctor's word", guarded=True, paper="the doctor's letter", effort=2)
    pregnancy = BoolFact("it is a pregnancy, or the nursing of a child", guarded=True, paper="the doctor's letter")


class CommunityTie(Recorded):
    """a tie to the community"""

    word, list, kind_fact, dating = "community tie", "community", "what", "since"
    sequence = (("since", "until"),)
    to_come = ("until",)
    what = TextFact("the tie")
    since = DayFact("the day it began", paper="a letter of support", effort=2)
    until = DayFact("the day it ended")


class Fear(Recorded):
    """a fear of return"""

    word, list, kind_fact, dating, begun = "fear", "fears", "of_what", "since", True
    of_what = TextFact("what is feared", guarded=True)
    country = TextFact("the country", guarded=True)
    since = DayFact("the day it began", guarded=True)
    credible = BoolFact("there is a credible threat", guarded=True)
    application_heard = BoolFact("a tribunal has heard it", guarded=True, paper="the decision", effort=2)
    ground = ChoiceFact(
        "why the respondent would be harmed",
        guarded=True,
        codes=(
            "race",
            "religion",
            "nationality",
            "political opinion",
            "family",
            "violence at home",
            "sex",
            "another group",
            "crime or money",
        ),
        paper="the declaration; the persecutors' words",
        effort=4,
    )
    by = ChoiceFact(
        "who would do it", guarded=True, codes=("officials", "others"), paper="the declaration; reports", effort=4
    )
    harmed = BoolFact("the respondent was harmed already", guarded=True, paper="medical records; affidavits", effort=3)
    torture = BoolFact(
        "what is feared is torture: severe pain, inflicted on purpose", guarded=True, paper="the declaration", effort=3
    )
    reported = BoolFact("the harm was reported to the police there", guarded=True, paper="the complaint", effort=3)
    officials_knew = BoolFact(
        "officials knew of such harm, or took part in it", guarded=True, paper="reports; the complaint", effort=4
    )
    moved = BoolFact("the respondent had moved within that country to be safe", guarded=True, paper="leases", effort=3)


class Circumstance(Recorded):
    """a change, or something in the way, that may excuse a late application for asylum"""

    word, list, kind_fact, dating, begun = "circumstance", "circumstances", "kind", "since", True
    sequence = (("since", "until"), ("since", "learned"))
    to_come = ("until",)
    kind = ChoiceFact(
        "what it was",
        guarded=True,
        codes=(
            "conditions in the country",
            "own activities or circumstances",
            "the law",
            "loss of a family tie",
            "illness or disability",
            "legal disability",
            "fault of counsel",
            "death or illness in the family",
            "other",
        ),
        paper="reports, certificates, medical records",
        effort=3,
    )
    since = DayFact("the day it began", guarded=True, paper="reports, certificates, medical records", effort=3)
    until = DayFact("the day it ended", guarded=True)
    learned = DayFact("the day the respondent learned of it", guarded=True, paper="the declaration", effort=3)


class FearScreening(Recorded):
    """a screening of a fear of return, under an order that DHS makes without a hearing"""

    word, list, kind_fact, dating = "fear screening", "fear_screenings", "kind", "referred"
    sequence = (
        ("referred", "found"),
        ("found", "review_asked"),
        ("review_asked", "reviewed"),
        ("found", "review_referred"),
        ("review_referred", "reviewed"),
        ("found", "withholding_decided"),
        ("withholding_decided", "withholding_appealed"),
        ("withholding_appealed", "appeal_decided"),
    )
    kind = ChoiceFact(
        "the kind of screening",
        codes=("credible fear", "reasonable fear"),
        paper="the record of determination: form I-870 or I-899",
        effort=1,
    )
    of = RefFact[Order]("the order it is under", entity=lambda: Order, paper="the order: form I-860, I-851A or I-871")
    referred = DayFact("the day the claim was referred to an asylum officer", paper="the referral notice", effort=2)
    found = DayFact("the day of the officer's finding", paper="form I-869 or I-898", effort=1)
    found_at = MomentFact("the time of the officer's finding", paper="form I-869", effort=1)
    finding = ChoiceFact(
        "the officer's finding", codes=("positive", "negative"), paper="form I-869, I-898 or I-863", effort=1
    )
    review_asked = DayFact("the day review by a judge was asked for", paper="form I-869 or I-898", effort=1)
    review_referred = DayFact("the day the finding was filed with the court for review", paper="form I-863", effort=1)
    reviewed = DayFact("the day the judge ruled on the finding", paper="the judge's order", effort=1)
    review = ChoiceFact(
        "the judge's ruling on the finding", codes=("affirmed", "vacated"), paper="the judge's order", effort=1
    )
    withholding_decided = DayFact(
        "the day the judge decided on withholding of removal", paper="the judge's order", effort=1
    )
    withholding = ChoiceFact(
        "the decision on withholding of removal", codes=("granted", "denied"), paper="the judge's order", effort=1
    )
    withholding_appealed = DayFact(
        "the day the Board received an appeal of that decision", paper="the filing receipt", effort=1
    )
    appeal_decided = DayFact("the day the Board decided that appeal", paper="the Board's decision", effort=1)
    appeal_outcome = ChoiceFact(
        "how the Board decided that appeal",
        codes=("dismissed", "granted", "remanded"),
        paper="the Board's decision",
        effort=1,
    )


class Protection(Recorded):
    """a status or protection"""

    word, list, kind_fact, dating = "protection", "protections", "kind", "since"
    sequence = (("since", "until"),)
    to_come = ("since", "until")
    kind = ChoiceFact(
        "the kind of protection",
        codes=(
            "temporary protected status",
            "T bona fide determination",
            "DACA",
            "deferred action",
            "parole",
            "withholding grant",
            "other",
        ),
        guarded=True,
        paper="the approval notice",
        effort=1,
    )
    since = DayFact("the day it began", paper="the approval notice", effort=1)
    until = DayFact("the day it ends", paper="the approval notice", effort=1)


class Petition(Recorded):
    """a petition, or a labor certification, on which a visa could rest"""

    word, list, kind_fact, dating = "visa petition", "petitions", "form", "filed"
    sequence = (("filed", "approved"), ("filed", "ended"), ("current_since", "current_until"))
    to_come = ("current_until",)
    form = ChoiceFact(
        "the form",
        codes=("I-130", "I-140", "I-360", "labor certification", "other"),
        paper="the receipt or approval notice, form I-797",
        effort=2,
    )
    petitioner = RefFact[Relative]("the relative who petitions", entity=lambda: Relative, paper="form I-797", effort=2)
    basis = ChoiceFact(
        "what it rests on",
        codes=("immediate relative", "family preference", "employment", "battered relative", "other"),
        guarded=True,
        paper="the approval notice, form I-797",
        effort=2,
    )
    place = ChoiceFact(
        "the respondent's place in it",
        codes=("principal", "spouse or child by 2001-04-30", "spouse or child since"),
        paper="form I-797; certificates",
        effort=2,
    )
    filed = DayFact(
        "the day it was filed, a postmark counting where the rule lets it", paper="the receipt notice, form I-797"
    )
    approved = DayFact("the day it was approved", paper="the approval notice, form I-797", effort=2)
    ended = DayFact("the day it was denied, revoked or withdrawn", paper="the notice", effort=2)
    current_since = DayFact(
        "the day from which the visa bulletin lets its priority date be used", paper="the visa bulletin", effort=1
    )
    current_until = DayFact("the day on which the bulletin went back before it", paper="the visa bulletin", effort=1)
    properly_filed = BoolFact("it was filed with the fee, signed, and accepted", paper="the receipt", effort=2)
    frivolous = BoolFact("it was patently without substance when filed", guarded=True, paper="the file of it", effort=4)
    barred_when_filed = BoolFact(
        "something plain barred its approval when it was filed", guarded=True, paper="the file of it", effort=4
    )
    principal_present = BoolFact(
        "its principal beneficiary was in the United States on 2000-12-21", guarded=True, paper="records of that month"
    )


class Assertion(Recorded):
    """what a document asserts that the law derives, kept to be compared"""

    word, list, kind_fact, dating = "assertion", "assertions", "what", "on"
    to_come = ("on",)
    what = ChoiceFact(
        "what is asserted",
        codes=("final", "timely", "pending", "stayed", "unlawful presence", "eligible", "low priority"),
    )
    truth = BoolFact("asserted to be so")
    order = RefFact[Order]("the order it is about", entity=lambda: Order)
    filing = RefFact[Filing]("the filing it is about", entity=lambda: Filing)
    on = DayFact("the day it is asserted for")


class Case(Recorded):
    """the case"""

    word = "case"
    respondent = RefFact[Person]("the respondent", entity=lambda: Person)
    circuit = ChoiceFact(
        "the circuit", codes=CIRCUITS, paper="the court where the notice to appear was filed", effort=1
    )
    arriving = BoolFact(
        "the respondent is an arriving alien (8 CFR 1001.1(q))",
        paper="the box checked on the notice to appear",
        effort=1,
    )
    battered = BoolFact("the respondent was battered or subjected to extreme cruelty by a relative", guarded=True)
    abc_registered = DayFact(
        "the day the respondent registered as an ABC class member",
        guarded=True,
        paper="the ABC card; the A-file",
        effort=3,
    )
    first_asked_for_tps = DayFact(
        "the day temporary protected status was first asked for",
        guarded=True,
        paper="the receipt; the A-file",
        effort=3,
    )
    false_testimony = DayFact(
        "the day of the last false testimony under oath for a benefit", guarded=True, paper="the transcripts", effort=4
    )
    helped_entry = DayFact(
        "the day the respondent last helped another to come in unlawfully",
        guarded=True,
        paper="the client; the A-file",
        effort=3,
    )
    habitual_drunkard = BoolFact("a habitual drunkard in the last ten years", guarded=True)
    vice = BoolFact("prostitution, polygamy or unlawful gambling in the last ten years", guarded=True)
    persecutor = BoolFact("the respondent took part in persecution", guarded=True)
    security_ground = BoolFact(
        "a ground of security or terrorism is charged", guarded=True, paper="the charges", effort=2
    )
    relief_before = BoolFact(
        "cancellation, suspension or a waiver under 212(c) was granted before",
        guarded=True,
        paper="the A-file",
        effort=3,
    )
    admitted_as_resident = DayFact(
        "the day the respondent was lawfully admitted for permanent residence",
        guarded=True,
        paper="residence card; A-file",
        effort=2,
    )
    reapply_granted = DayFact(
        "the day consent to apply for admission again was given, on form I-212", paper="the approval notice", effort=1
    )
    closed = DayFact("the day the proceedings were administratively closed", paper="the order", effort=1)
    recalendared = DayFact("the day they were taken up again", paper="the order; EOIR automated line", effort=1)
    security_danger = BoolFact(
        "the respondent is suspected of terrorism or espionage, or held a danger to national security",
        guarded=True,
        paper="the A-file",
        effort=4,
    )
    gang = BoolFact(
        "the respondent, at sixteen or older, took part in a criminal gang, or was convicted of that",
        guarded=True,
        paper="the A-file; the court record",
        effort=3,
    )
    warrant = BoolFact("a criminal warrant for the respondent is outstanding", guarded=True, paper="the court record")
    misrepresented = BoolFact(
        "fraud or a wilful false statement before an agency", guarded=True, paper="the client; the A-file"
    )
    benefits_abused = BoolFact("a program of public benefits was abused", guarded=True, paper="the client")
    victim_or_witness = BoolFact(
        "the respondent is a victim or witness of a crime, or sues over civil or labor rights",
        guarded=True,
        paper="police and court records; a certification",
    )
    military = BoolFact(
        "the respondent, or a spouse, child or parent, serves or served in the armed forces", paper="form DD-214"
    )
    unaccompanied_child = BoolFact(
        "an agency found the respondent to be an unaccompanied child", guarded=True, paper="the A-file", effort=2
    )
    crime_abroad = BoolFact(
        "a serious crime abroad, before arrival, is laid to the respondent", guarded=True, paper="the A-file", effort=3
    )
    resettled = BoolFact(
        "another country had offered permanent residence before arrival",
        guarded=True,
        paper="the A-file; papers of that country",
        effort=3,
    )
    people = ListFact[Person]("the people", entity=lambda: Person)
    relatives = ListFact[Relative]("the relatives", entity=lambda: Relative)
    entries = ListFact[Entry]("the entries", entity=lambda: Entry)
    departures = ListFact[Departure]("the departures", entity=lambda: Departure)
    charging_documents = ListFact[ChargingDocument]("the charging documents", entity=lambda: ChargingDocument)
    hearings = ListFact[Hearing]("the hearings", entity=lambda: Hearing)
    notices = ListFact[Notice]("the notices", entity=lambda: Notice)
    orders = ListFact[Order]("the orders", entity=lambda: Order)
    filings = ListFact[Filing]("the filings", entity=lambda: Filing)
    custody = ListFact[Custody]("the times in custody", entity=lambda: Custody)
    custody_reviews = ListFact[CustodyReview]("the custody reviews", entity=lambda: CustodyReview)
    bond_orders = ListFact[BondOrder]("the bond orders", entity=lambda: BondOrder)
    supervision = ListFact[Supervision]("the times under supervision", entity=lambda: Supervision)
    instructions = ListFact[Instruction]("the instructions", entity=lambda: Instruction)
    arrests = ListFact[Arrest]("the encounters with police", entity=lambda: Arrest)
    convictions = ListFact[Conviction]("the convictions", entity=lambda: Conviction)
    bills = ListFact[PrivateBill]("the private bills", entity=lambda: PrivateBill)
    representation = ListFact[Representation]("the representatives", entity=lambda: Representation)
    releases = ListFact[PrivacyRelease]("the privacy releases", entity=lambda: PrivacyRelease)
    inquiries = ListFact[Inquiry]("the inquiries", entity=lambda: Inquiry)
    employment = ListFact[Employment]("the jobs", entity=lambda: Employment)
    residences = ListFact[Residence]("the homes", entity=lambda: Residence)
    taxes = ListFact[TaxYear]("the tax years", entity=lambda: TaxYear)
    health = ListFact[HealthCondition]("the health conditions", entity=lambda: HealthCondition)
    community = ListFact[CommunityTie]("the ties to the community", entity=lambda: CommunityTie)
    fears = ListFact[Fear]("the fears of return", entity=lambda: Fear)
    circumstances = ListFact[Circumstance]("what may excuse a late application for asylum", entity=lambda: Circumstance)
    fear_screenings = ListFact[FearScreening]("the screenings of fear", entity=lambda: FearScreening)
    protections = ListFact[Protection]("the protections", entity=lambda: Protection)
    petitions = ListFact[Petition]("the petitions and labor certifications", entity=lambda: Petition)
    assertions = ListFact[Assertion]("the assertions", entity=lambda: Assertion)


ENTITIES: dict[str, type[Recorded]] = {
    entity.word: entity
    for entity in (
        Person,
        Relative,
        Entry,
        Departure,
        ChargingDocument,
        Hearing,
        Notice,
        Order,
        Filing,
        Custody,
        CustodyReview,
        BondOrder,
        Supervision,
        Instruction,
        Arrest,
        Conviction,
        PrivateBill,
        Representation,
        PrivacyRelease,
        Inquiry,
        Employment,
        Residence,
        TaxYear,
        HealthCondition,
        CommunityTie,
        Fear,
        Circumstance,
        FearScreening,
        Protection,
        Petition,
        Assertion,
    )
}


def fact_named(entity: type[Entity], words: str) -> Fact | None:
    """The fact of an entity that is written ``words`` in a case file, with spaces or underscores; None if there is none."""
    return entity.facts.get(words.strip().replace(" ", "_"))
