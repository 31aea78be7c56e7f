"""What ICE prints on Form I-246: why it may send an application for a stay back unread, and why it may deny one.

Each provision is about one application and is yes where the file shows that the reason does not hold.
"""

from abeyance.casefile.vocabulary import Case, Filing
from abeyance.law.discretion.tiers import convicted_of_crime, under_order
from abeyance.law.provisions import Confidence, provision
from abeyance.logic.expressions import ON, Bool, all_, any_, months, undetermined
from abeyance.logic.facts import exists
from abeyance.logic.values import Cause

FORM = "Form I-246 (11/20)"
EDITION = "the reasons are those of the form of November 2020; earlier and later ones were not read"

# --- why it is sent back unread ---------------------------------------------------------------------------------------


@provision(
    "i246.fee",
    FORM,
    subject=Filing,
    confidence=Confidence.PROBABLY,
    doubt=EDITION,
    note="By money order or cashier's check. A wrong sum is sent back, and not refunded.",
)
def fee_right(case: Case, request: Filing) -> Bool:
    """the fee was paid"""
    return request.fee_paid


@provision("i246.office", FORM, subject=Filing, confidence=Confidence.PROBABLY, doubt=EDITION)
def office_right(case: Case, request: Filing) -> Bool:
    """it went to the ERO office that has custody or, of one not detained, the one nearest to the home"""
    return request.right_office


@provision("i246.one-person", FORM, subject=Filing, confidence=Confidence.PROBABLY, doubt=EDITION)
def one_person(case: Case, request: Filing) -> Bool:
    """it is for one person alone"""
    return request.for_one_person


@provision("i246.signed", FORM, subject=Filing, confidence=Confidence.PROBABLY, doubt=EDITION)
def signed(case: Case, request: Filing) -> Bool:
    """the respondent signed it"""
    return request.signed


@provision(
    "i246.in-person",
    FORM,
    subject=Filing,
    confidence=Confidence.PROBABLY,
    doubt=EDITION,
    note="Ask the office first whether it takes mail, and keep its answer.",
)
def handed_in(case: Case, request: Filing) -> Bool:
    """it was handed in in person"""
    return request.in_person


@provision(
    "i246.identity",
    FORM,
    subject=Filing,
    confidence=Confidence.PROBABLY,
    doubt=EDITION,
    note="A passport is to be valid for six months after the time that is asked for. ICE keeps originals until it decides.",
)
def identity_shown(case: Case, request: Filing) -> Bool:
    """a passport, a copy with another identity paper, or proof of applying for one is with it"""
    return request.shown_identity


@provision("i246.passport", FORM, subject=Filing, confidence=Confidence.PROBABLY, doubt=EDITION)
def passport_lasts(case: Case, request: Filing) -> Bool:
    """the passport is valid for six months after the last day of the stay"""
    return case.respondent.passport_until >= request.until + months(6)


@provision("i246.address", FORM, subject=Filing, confidence=Confidence.PROBABLY, doubt=EDITION)
def address_right(case: Case, request: Filing) -> Bool:
    """the home address on it is right"""
    return request.home_address_right


@provision(
    "i246.not-fugitive",
    FORM,
    subject=Filing,
    confidence=Confidence.PROBABLY,
    doubt=EDITION,
    note="File before the day to leave, and show each day of reporting.",
)
def no_fugitive(case: Case, request: Filing) -> Bool:
    """the respondent neither hindered removal nor stayed past a day to leave or to report, for which ICE may call one a fugitive"""
    hindered = exists(case.orders, lambda o: o.obstructed & (o.decided <= ON))
    past = exists(
        case.instructions,
        lambda i: (i.on < ON) & i.kind.is_in("depart", "surrender"),
    )
    called = undetermined(Cause.JUDGEMENT, "whether ICE counts the respondent as a fugitive is for ICE")
    return all_(~hindered, any_(~past, called))


@provision("i246.preparer", FORM, subject=Filing, confidence=Confidence.PROBABLY, doubt=EDITION)
def preparer_named(case: Case, request: Filing) -> Bool:
    """whoever prepared it is named, or nobody but the respondent did"""
    return request.preparer_named


@provision("i246.accepted", FORM, subject=Filing, confidence=Confidence.PROBABLY, doubt=EDITION)
def will_be_read(case: Case, request: Filing) -> Bool:
    """none of the reasons holds for which ICE sends it back unread"""
    return all_(
        fee_right(case, request),
        office_right(case, request),
        one_person(case, request),
        signed(case, request),
        handed_in(case, request),
        identity_shown(case, request),
        address_right(case, request),
        no_fugitive(case, request),
        preparer_named(case, request),
    )


# --- why it is denied -------------------------------------------------------------------------------------------------


@provision(
    "i246.medical",
    FORM,
    subject=Filing,
    confidence=Confidence.PROBABLY,
    doubt=EDITION,
    note="Diagnosis, outlook, treatment and the care that is needed.",
)
def medical_proof(case: Case, request: Filing) -> Bool:
    """where it rests on a medical condition, the medical papers are with it"""
    return any_(~request.ground_health, request.shown_medical)


@provision("i246.reasons", FORM, subject=Filing, confidence=Confidence.PROBABLY, doubt=EDITION)
def reasons_stated(case: Case, request: Filing) -> Bool:
    """a statement of the reasons is with it"""
    return request.shown_reasons


@provision(
    "i246.no-crime",
    FORM,
    subject=Filing,
    confidence=Confidence.PROBABLY,
    doubt="the form says a record of criminal activity; whether an arrest alone is one is for ICE",
    note="Send the record and what came of it for every arrest.",
)
def no_criminal_record(case: Case, request: Filing) -> Bool:
    """there is no conviction, and no arrest that ICE could hold to be criminal activity"""
    arrested = exists(case.arrests, lambda a: a.kind.is_("arrested") & (a.on <= ON))
    held_against = undetermined(Cause.JUDGEMENT, "whether an arrest is a record of criminal activity is for ICE")
    return all_(~convicted_of_crime(case, case), any_(~arrested, held_against))


@provision(
    "i246.under-order",
    FORM,
    "8 CFR 241.6(a)",
    subject=Filing,
    confidence=Confidence.PROBABLY,
    doubt=EDITION,
)
def has_an_order(case: Case, request: Filing) -> Bool:
    """the respondent is under a final order, without which ICE stays nothing"""
    return under_order(case, case)


@provision(
    "i246.discretion",
    FORM,
    "8 CFR 241.6(a)-(b)",
    "INA 241(c)(2)",
    subject=Filing,
    confidence=Confidence.PROBABLY,
    doubt=EDITION,
    note="No appeal lies. A danger to self or others, and what is untrue or left out, are printed as reasons too.",
)
def granted_in_discretion(case: Case, request: Filing) -> Bool:
    """the field office director grants it"""
    return undetermined(Cause.JUDGEMENT, "whether to grant it is in the discretion of the field office director")


REJECTION = (
    fee_right,
    office_right,
    one_person,
    signed,
    handed_in,
    identity_shown,
    passport_lasts,
    address_right,
    no_fugitive,
    preparer_named,
)
DENIAL = (medical_proof, reasons_stated, no_criminal_record, has_an_order, granted_in_discretion)
