"""What weighs when ICE uses its discretion: what the file shows, for and against.

The memoranda name these in their own words and give none of them a weight; which memorandum names which is in
``tables/regimes.yaml``.  Whether they suffice is for the officer.  What weighs in hardship too is in ``relief.cancellation``.
"""

from abeyance.casefile.vocabulary import Case
from abeyance.law.discretion.tiers import convicted_of_crime
from abeyance.law.provisions import Confidence, provision
from abeyance.law.relief.people import is_citizen_or_resident, is_spouse
from abeyance.logic.expressions import ON, Bool, Day, all_, any_, years
from abeyance.logic.facts import exists, first

OF_2000 = "INS memorandum, Exercising Prosecutorial Discretion (2000-11-17)"
OF_2011 = "ICE memorandum 10075.1, Exercising Prosecutorial Discretion (2011-06-17)"
OF_2014 = "DHS memorandum, Policies for the Apprehension, Detention and Removal of Undocumented Immigrants (2014-11-20)"
OPLA_2021 = "ICE, Interim Guidance to OPLA Attorneys (2021-05-27)"
OF_2021 = "DHS memorandum, Guidelines for the Enforcement of Civil Immigration Law (2021-09-30)"

# --- here since, and how ------------------------------------------------------------------------------------------------


@provision(
    "factor.here-since", OF_2000, OF_2011, OF_2014, OF_2021, subject=Case, note="Show it year by year, with papers."
)
def here_since(case: Case, _: Case) -> Day:
    """the day of the first entry"""
    return first(case.entries, by=lambda e: e.on).on


@provision(
    "factor.ten-years",
    OF_2000,
    OF_2011,
    OF_2014,
    OF_2021,
    subject=Case,
    note="No memorandum names a number; ten years is what the Act asks for cancellation of removal.",
)
def came_ten_years_ago(case: Case, _: Case) -> Bool:
    """the respondent came ten years ago or more"""
    return exists(case.entries, lambda e: e.on <= ON - years(10))


@provision("factor.came-as-child", OF_2011, OF_2021, subject=Case)
def came_as_child(case: Case, _: Case) -> Bool:
    """the respondent came before the eighteenth birthday"""
    return exists(case.entries, lambda e: (e.on < case.respondent.born + years(18)) & (e.on <= ON))


@provision("factor.admitted", OF_2011, subject=Case)
def came_lawfully(case: Case, _: Case) -> Bool:
    """the respondent came in lawfully: inspected and admitted, or paroled"""
    return exists(case.entries, lambda e: e.manner.is_in("inspected and admitted", "paroled") & (e.on <= ON))


# --- age, health, family ------------------------------------------------------------------------------------------------


@provision(
    "factor.family",
    OF_2000,
    OF_2011,
    OF_2014,
    OF_2021,
    subject=Case,
    note="A son or daughter of any age weighs; for cancellation only one under twenty-one, and unmarried, counts.",
)
def citizen_family(case: Case, _: Case) -> Bool:
    """a spouse, child or parent is a citizen or a permanent resident"""
    return exists(
        case.relatives,
        lambda r: all_(
            r.since <= ON,
            r.relation.is_in("child", "stepchild", "parent") | is_spouse(case, r),
            is_citizen_or_resident(case, r),
        ),
    )


@provision("factor.minor", OF_2011, OF_2021, subject=Case)
def minor(case: Case, _: Case) -> Bool:
    """the respondent is under eighteen"""
    return case.respondent.born + years(18) > ON


@provision("factor.elderly", OF_2011, OF_2021, subject=Case, note="No memorandum says at which age one is elderly.")
def elderly(case: Case, _: Case) -> Bool:
    """the respondent is sixty-five or older"""
    return case.respondent.born + years(65) <= ON


@provision("factor.illness", OF_2011, OF_2014, OF_2021, subject=Case)
def gravely_ill(case: Case, _: Case) -> Bool:
    """the respondent is seriously ill or disabled, by a doctor's word"""
    return exists(case.health, lambda h: all_(h.own, h.serious, h.since <= ON, h.until > ON))


@provision("factor.pregnancy", OF_2011, OF_2014, subject=Case)
def pregnant_or_nursing(case: Case, _: Case) -> Bool:
    """the respondent, or the spouse, is pregnant or nursing"""
    return exists(
        case.health,
        lambda h: all_(h.pregnancy, any_(h.own, h.of.relation.is_("spouse")), h.since <= ON, h.until > ON),
    )


@provision("factor.ill-relative", OF_2011, OF_2014, subject=Case)
def cares_for_the_ill(case: Case, _: Case) -> Bool:
    """a relative who depends on the respondent is seriously ill"""
    return exists(case.health, lambda h: all_(h.serious, h.of.dependent, h.since <= ON, h.until > ON))


# --- life here ----------------------------------------------------------------------------------------------------------


@provision("factor.military", OF_2000, OF_2011, OF_2014, OF_2021, subject=Case)
def served(case: Case, _: Case) -> Bool:
    """the respondent, or a spouse, child or parent, serves or served in the armed forces"""
    return case.military


@provision("factor.schooling", OF_2011, subject=Case)
def schooled_here(case: Case, _: Case) -> Bool:
    """the respondent attends, or finished, high school or college here"""
    return case.respondent.schooled_here


@provision(
    "factor.work",
    OPLA_2021,
    subject=Case,
    confidence=Confidence.PROBABLY,
    doubt="read in accounts of ICE's lists of 2021",
)
def works(case: Case, _: Case) -> Bool:
    """the respondent has a job on the day asked about"""
    return exists(case.employment, lambda e: (e.since <= ON) & (e.until > ON))


@provision(
    "factor.taxes",
    OPLA_2021,
    subject=Case,
    confidence=Confidence.PROBABLY,
    doubt="read in accounts of ICE's lists of 2021",
)
def files_taxes(case: Case, _: Case) -> Bool:
    """tax returns were filed"""
    return exists(case.taxes, lambda t: t.filed & (t.for_year <= ON))


@provision("factor.community", OF_2000, OF_2011, OF_2014, subject=Case)
def tied_to_community(case: Case, _: Case) -> Bool:
    """the file names a tie to the community, or a home that the respondent owns"""
    tie = exists(case.community, lambda c: (c.since <= ON) & (c.until > ON))
    home = exists(case.residences, lambda r: all_(r.owned, r.since <= ON, r.until > ON))
    return tie | home


@provision("factor.victim", OF_2011, OF_2014, OF_2021, subject=Case)
def victim_or_witness(case: Case, _: Case) -> Bool:
    """the respondent is a victim or witness of a crime, or sues over civil or labor rights"""
    return any_(case.victim_or_witness, case.battered)


# --- the case -----------------------------------------------------------------------------------------------------------


@provision("factor.request-open", OF_2000, OF_2011, OF_2021, subject=Case)
def request_open(case: Case, _: Case) -> Bool:
    """an application for relief, or a motion to reopen, is pending"""
    return exists(
        case.filings,
        lambda f: all_(
            f.kind.is_in("application for relief", "motion to reopen", "motion to rescind", "motion to reconsider"),
            f.received <= ON,
            f.decided > ON,
            ~f.rejected,
        ),
    )


@provision(
    "factor.supervised",
    "8 CFR 241.5",
    OF_2011,
    subject=Case,
    note="Show each day of reporting: it answers the word fugitive.",
)
def supervised(case: Case, _: Case) -> Bool:
    """the respondent is under an order of supervision that was not revoked"""
    return exists(
        case.supervision,
        lambda s: all_(s.kind.is_("order of supervision"), s.since <= ON, s.until > ON, s.revoked > ON),
    )


@provision(
    "factor.stayed-before", "8 CFR 241.6(a)", subject=Case, note="History: say under which guidance each was granted."
)
def stayed_before(case: Case, _: Case) -> Bool:
    """ICE granted a stay before"""
    return exists(
        case.filings,
        lambda f: all_(f.kind.is_("stay request"), f.forum.is_("ICE"), f.outcome.is_("granted"), f.decided < ON),
    )


@provision(
    "factor.no-conviction", OF_2000, OF_2011, OF_2014, OF_2021, subject=Case, note="Show it by certified searches."
)
def no_conviction(case: Case, _: Case) -> Bool:
    """the respondent has no conviction of a felony or a misdemeanor"""
    return ~convicted_of_crime(case, case)


@provision("factor.arrested", OF_2011, subject=Case)
def arrested(case: Case, _: Case) -> Bool:
    """the respondent was arrested by the police, or a criminal warrant is outstanding"""
    return any_(case.warrant, exists(case.arrests, lambda a: a.kind.is_("arrested") & (a.on <= ON)))


@provision("factor.misrepresented", OF_2000, OF_2011, subject=Case)
def misrepresented(case: Case, _: Case) -> Bool:
    """the respondent made a wilful false statement before an agency, or another fraud"""
    return case.misrepresented


@provision("factor.gang", OF_2011, OF_2014, subject=Case)
def gang(case: Case, _: Case) -> Bool:
    """the respondent took part in a criminal gang"""
    return case.gang
