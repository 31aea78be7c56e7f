"""The special rule for some Guatemalans, Salvadorans and others.  NACARA 203 (Pub. L. 105-100); 8 CFR 1240.60-.70."""

from datetime import date

from abeyance.casefile.vocabulary import OTHER_COUNTRY, Case
from abeyance.law.provisions import Confidence, provision
from abeyance.law.relief.cancellation import cancellation_in_discretion
from abeyance.law.relief.character import nothing_bars
from abeyance.law.relief.gates import no_final_order, not_barred_by_absence, not_barred_by_overstaying, not_reinstated
from abeyance.law.relief.lpr_cancellation import no_aggravated_felony
from abeyance.law.relief.reliefs import Relief
from abeyance.logic.expressions import ON, Bool, all_, any_, choose_if, days, undetermined, years
from abeyance.logic.facts import exists
from abeyance.logic.values import Cause

CAUGHT_AFTER = date(1990, 12, 19)


def _came_by(case: Case, last: date) -> Bool:
    """First in the United States by a day: the first entry ever counts."""
    return exists(case.entries, lambda e: e.on <= last)


def _never_caught(case: Case) -> Bool:
    return ~exists(case.entries, lambda e: all_(e.caught_entering, e.on > CAUGHT_AFTER, e.on <= ON))


@provision(
    "nacara.class",
    "NACARA 203(a)-(b)",
    "8 CFR 1240.60, 1240.61",
    "Munoz v. Ashcroft, 339 F.3d 950 (9th Cir. 2003)",
    subject=Case,
    aliases=("nacara.principal",),
    confidence=Confidence.PROBABLY,
    doubt="the class from the former Soviet Union and Eastern Europe is not encoded, nor are those classed by the Act of 2000 "
    "as battered",
    note="Guatemalans first here by 1990-10-01 and registered for ABC by 1991-12-31; Salvadorans first here by 1990-09-19 and "
    "registered, "
    "or asking for temporary protected status, by 1991-10-31; either, with an asylum application by 1990-04-01. No youth excuses "
    "a late registration.",
)
def class_member(case: Case, _: Case) -> Bool:
    """a member of a class: by nationality, first entry, and registration or an asylum application in time"""
    country = case.respondent.country
    guatemalan = all_(
        country.is_("Guatemala"),
        _came_by(case, date(1990, 10, 1)),
        case.abc_registered <= date(1991, 12, 31),
        _never_caught(case),
    )
    salvadoran = all_(
        country.is_("El Salvador"),
        _came_by(case, date(1990, 9, 19)),
        any_(case.abc_registered <= date(1991, 10, 31), case.first_asked_for_tps <= date(1991, 10, 31)),
        _never_caught(case),
    )
    asylum = exists(
        case.filings,
        lambda f: all_(f.kind.is_("application for relief"), f.asks_for.is_("asylum"), f.received <= date(1990, 4, 1)),
    )
    eastern = country.is_(OTHER_COUNTRY) & undetermined(
        Cause.NOT_ENCODED, "the class from the former Soviet Union and Eastern Europe is not encoded"
    )
    return any_(guatemalan, salvadoran, country.is_in("Guatemala", "El Salvador") & asylum, eastern)


@provision(
    "nacara.dependent",
    "NACARA 203(a)",
    "8 CFR 1240.61(a)(4)-(5)",
    subject=Case,
    confidence=Confidence.PROBABLY,
    doubt="an unmarried son or daughter of twenty-one or more who came by 1990-10-01 is reached too and not looked at",
)
def dependent_of_a_member(case: Case, _: Case) -> Bool:
    """the husband, wife or child of one who was granted relief under the special rule, on the day of the grant"""
    spouse = exists(
        case.relatives,
        lambda r: all_(
            r.relation.is_("spouse"),
            r.since <= ON,
            r.nacara_granted <= ON,
            r.married_since <= r.nacara_granted,
            r.married_until > r.nacara_granted,
        ),
    )
    parent = exists(
        case.relatives,
        lambda r: all_(
            r.relation.is_("parent"),
            r.since <= ON,
            r.nacara_granted <= ON,
            case.respondent.born + years(21) > r.nacara_granted,
        ),
    )
    unmarried = undetermined(Cause.MISSING, "whether the respondent was unmarried on the day of the parent's grant")
    return any_(spouse, parent & unmarried)


@provision("nacara.who", "NACARA 203(a)-(b)", subject=Case)
def within_the_special_rule(case: Case, _: Case) -> Bool:
    """a member of a class, or the husband, wife or child of one who was granted the relief"""
    return any_(class_member(case, case), dependent_of_a_member(case, case))


@provision(
    "nacara.presence",
    "NACARA 203(b)",
    "8 CFR 1240.64, 1240.66(b)",
    subject=Case,
    aliases=("nacara.presence7",),
    confidence=Confidence.PROBABLY,
    doubt="that no charging document stops the clock was not read, absences are not looked at, nor the ten years after graver grounds",
)
def special_rule_presence(case: Case, _: Case) -> Bool:
    """seven years of presence, which no charging document stops"""
    return exists(case.entries, lambda e: e.on + years(7) - days(1) <= ON)


@provision(
    "nacara.character",
    "NACARA 203(b)",
    "INA 101(f)",
    subject=Case,
    aliases=("nacara.gmc",),
    confidence=Confidence.PROBABLY,
    doubt="as far as INA 101(f) is encoded",
)
def special_rule_character(case: Case, _: Case) -> Bool:
    """nothing in the last seven years, or for some offenses ever, bars a finding of good moral character"""
    return nothing_bars(case, 7)


@provision(
    "nacara.hardship",
    "8 CFR 1240.64(d), 1240.66(b)(4)",
    subject=Case,
    confidence=Confidence.PROBABLY,
    doubt="the presumption was read in accounts of it",
    note="To the respondent, or a spouse, parent or child who is a citizen or resident. It is presumed for class members from "
    "Guatemala and El Salvador; DHS may rebut it.",
)
def special_rule_hardship(case: Case, _: Case) -> Bool:
    """removal would bring extreme hardship; presumed for class members from Guatemala and El Salvador"""
    rebutted = undetermined(Cause.JUDGEMENT, "whether DHS has rebutted the presumption of extreme hardship")
    found = undetermined(Cause.JUDGEMENT, "whether hardship is extreme is for the judge or the officer")
    return choose_if(class_member(case, case), rebutted, found)


NACARA = Relief(
    id="nacara203",
    title="Special rule of NACARA 203",
    asked_of="USCIS, or the immigration judge, on form I-881",
    grants="permanent residence; no yearly number",
    elements=(
        within_the_special_rule,
        special_rule_presence,
        special_rule_character,
        no_aggravated_felony,
        special_rule_hardship,
        cancellation_in_discretion,
    ),
    gates=(no_final_order, not_reinstated, not_barred_by_absence, not_barred_by_overstaying),
    fee="I-881",
)
