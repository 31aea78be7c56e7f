"""Deferred action for those who came as children (DACA): who may ask, and whether requests are taken.

Memorandum of 2012-06-15; since 2022-10-31 8 CFR 236.21-236.25.
"""

from datetime import date

from abeyance.casefile.vocabulary import Case
from abeyance.law.provisions import Confidence, provision
from abeyance.law.relief.crimes import stands
from abeyance.law.relief.reliefs import Relief
from abeyance.logic.expressions import NO, ON, YES, Bool, Version, all_, any_, by_date, undetermined, years
from abeyance.logic.facts import at_least, exists, first, last
from abeyance.logic.values import Cause

MEMO = "memorandum of the Secretary of Homeland Security of 2012-06-15"
BEFORE = Version(None, "before the memorandum of 2012-06-15 was carried out")
OPENED = Version(date(2012, 8, 15), MEMO, note="USCIS began to take requests")
RESCINDED = Version(
    date(2017, 9, 6), "memorandum of 2017-09-05", note="requests received by 2017-09-05 were still taken"
)
RESTORED = Version(
    date(2020, 6, 18),
    "DHS v. Regents of the Univ. of Cal., 591 U.S. 1 (2020)",
    note="new requests were taken only from December 2020",
)
VACATED = Version(date(2021, 7, 16), "Texas v. United States, 549 F. Supp. 3d 572 (S.D. Tex. 2021)")
LAST_READ = Version(
    date(2026, 7, 28), "Texas v. United States, 126 F.4th 392 (5th Cir. 2025)", note="nothing later was found"
)
KEPT = Version(
    date(2018, 2, 1),
    "Regents of the Univ. of Cal. v. DHS, 279 F. Supp. 3d 1011 (N.D. Cal. 2018)",
    note="renewals were taken again from January 2018",
)


@provision(
    "daca.open",
    MEMO,
    "8 CFR 236.23",
    "Texas v. United States, 126 F.4th 392 (5th Cir. 2025)",
    subject=Case,
    confidence=Confidence.PROBABLY,
    doubt="the state of the program was read in accounts; renewals are taken to be open since February 2018",
    note="No first request has been granted since 2021-07-16; renewals go on. The Fifth Circuit's judgment of 2025-01-17 reaches "
    "work permits in Texas, and no order had carried it out by 2026-07-27.",
)
def requests_taken(case: Case, _: Case) -> Bool:
    """USCIS can grant the request: a first one, or a renewal of one that was granted"""
    had = exists(case.protections, lambda p: p.kind.is_("DACA") & (p.since <= ON))
    between = undetermined(Cause.NOT_ENCODED, "on which days of 2020 and 2021 first requests were taken is not encoded")
    later = undetermined(
        Cause.NOT_ENCODED, "whether the judgment of 2025 was carried out after 2026-07-27 was not found"
    )
    anew = by_date(
        ON, (BEFORE, NO), (OPENED, YES), (RESCINDED, NO), (RESTORED, between), (VACATED, NO), (LAST_READ, later)
    )
    stopped = undetermined(
        Cause.NOT_ENCODED, "which renewals were taken from September 2017 to January 2018 is not encoded"
    )
    renewed = by_date(ON, (BEFORE, NO), (RESCINDED, stopped), (KEPT, YES), (LAST_READ, later))
    return any_(anew, had & renewed)


@provision("daca.born", MEMO, "8 CFR 236.22(b)(5)", subject=Case, aliases=("daca.age",))
def born_late_enough(case: Case, _: Case) -> Bool:
    """under thirty-one on 2012-06-15: born on 1981-06-16 or later"""
    return case.respondent.born >= "1981-06-16"


@provision("daca.came-young", MEMO, "8 CFR 236.22(b)(1)", subject=Case)
def came_before_sixteen(case: Case, _: Case) -> Bool:
    """came to the United States before the sixteenth birthday"""
    entry = first(case.entries, by=lambda e: e.on, where=lambda e: e.on <= ON)
    return entry.is_found & (entry.on < case.respondent.born + years(16))


@provision(
    "daca.residence",
    MEMO,
    "8 CFR 236.22(b)(2)",
    subject=Case,
    confidence=Confidence.PROBABLY,
    doubt="trips after 2012-08-15 without leave break it whatever their length, which is not told apart",
    note="Brief, casual and innocent absences before 2012-08-15 do not break it; removal does.",
)
def resided_since_2007(case: Case, _: Case) -> Bool:
    """has resided in the United States since 2007-06-15 without a break"""
    entry = first(case.entries, by=lambda e: e.on, where=lambda e: e.on <= ON)
    removed = exists(
        case.departures,
        lambda d: all_(d.manner.is_in("under an order", "removed"), d.on <= ON, d.returned > "2007-06-15"),
    )
    away = exists(
        case.departures,
        lambda d: all_(~d.manner.is_("turned back at the border"), d.on <= ON, d.returned > "2007-06-15"),
    )
    brief = undetermined(Cause.JUDGEMENT, "whether an absence was brief, casual and innocent is for USCIS")
    return all_(entry.is_found, entry.on <= "2007-06-15", ~removed, any_(~away, brief))


@provision("daca.present", MEMO, "8 CFR 236.22(b)(3)", subject=Case)
def present_then_and_now(case: Case, _: Case) -> Bool:
    """in the United States on 2012-06-15, and now"""
    came = exists(case.entries, lambda e: (e.on <= "2012-06-15") & (e.on <= ON))
    away = exists(case.departures, lambda d: all_(d.on < "2012-06-15", d.returned > "2012-06-15"))
    gone = exists(case.departures, lambda d: all_(d.on <= ON, d.returned > ON))
    return all_(came, ~away, ~gone)


@provision("daca.no-status", MEMO, "8 CFR 236.22(b)(4)", subject=Case)
def no_status_in_2012(case: Case, _: Case) -> Bool:
    """without lawful status on 2012-06-15: came in without inspection, or the status had ended"""
    entry = last(case.entries, by=lambda e: e.on, where=lambda e: (e.on <= "2012-06-15") & (e.on <= ON))
    held = exists(
        case.protections,
        lambda p: all_(
            p.kind.is_("temporary protected status"), p.since <= "2012-06-15", p.since <= ON, p.until >= "2012-06-15"
        ),
    )
    ended = entry.manner.is_in("inspected and admitted", "paroled") & (entry.admitted_until < "2012-06-15")
    otherwise = entry.manner.is_("other") & undetermined(
        Cause.JUDGEMENT, "whether an entry of another kind gave a status"
    )
    return all_(entry.is_found, any_(entry.manner.is_("without inspection"), ended, otherwise), ~held)


@provision("daca.schooling", MEMO, "8 CFR 236.22(b)(6)", subject=Case, aliases=("daca.school",))
def has_schooling(case: Case, _: Case) -> Bool:
    """in school, graduated from high school or with a certificate in its place, or honorably discharged"""
    return case.respondent.in_school_or_graduated


@provision(
    "daca.no-crime",
    MEMO,
    "8 CFR 236.22(b)(6)-(7)",
    subject=Case,
    confidence=Confidence.PROBABLY,
    doubt="burglary, sexual abuse, and a sentence of more than ninety days to serve make a misdemeanor significant too, and are "
    "not looked at",
    note="Convictions abroad are weighed, and bar nothing by themselves. Domestic violence, firearms, drunk driving and drug "
    "dealing are significant whatever the sentence; so is one of more "
    "than ninety days. Traffic offenses do not count.",
)
def no_barring_crime(case: Case, _: Case) -> Bool:
    """no felony, no significant misdemeanor, not three misdemeanors, and no danger to security"""
    felony = exists(case.convictions, lambda c: all_(stands(c), c.level.is_("felony"), ~c.abroad))
    significant = exists(
        case.convictions,
        lambda c: all_(
            stands(c),
            c.level.is_("misdemeanor"),
            ~c.abroad,
            any_(c.domestic_violence, c.firearm, c.drunk_driving),
        ),
    )
    open_ = exists(
        case.convictions,
        lambda c: all_(stands(c), c.level.is_("misdemeanor"), any_(c.controlled_substance, c.sentence_months >= 3)),
    )
    dealt = undetermined(Cause.NOT_ENCODED, "whether drugs were dealt in, and what was to be served, is not looked at")
    three = at_least(3, case.convictions, lambda c: stands(c) & c.level.is_("misdemeanor"))
    apart = undetermined(Cause.JUDGEMENT, "whether three misdemeanors were of different days and acts")
    return all_(~felony, ~significant, any_(~open_, dealt), any_(~three, apart), ~case.security_ground)


@provision("daca.fifteen", MEMO, "8 CFR 236.23(a)", subject=Case)
def old_enough_to_ask(case: Case, _: Case) -> Bool:
    """fifteen, unless in proceedings or under an order"""
    proceedings = exists(case.charging_documents, lambda d: d.filed <= ON)
    ordered = exists(
        case.orders, lambda o: (o.decided <= ON) & o.outcome.is_in("ordered removed", "voluntary departure")
    )
    return any_(case.respondent.born + years(15) <= ON, proceedings, ordered)


@provision("daca.discretion", MEMO, subject=Case)
def daca_in_discretion(case: Case, _: Case) -> Bool:
    """USCIS would grant it as a matter of discretion"""
    return undetermined(Cause.JUDGEMENT, "whether to defer action is in USCIS's discretion")


DACA = Relief(
    id="daca",
    title="Deferred action for one who came as a child (DACA)",
    asked_of="USCIS, on forms I-821D and I-765; a final order does not bar it",
    grants="deferred action and a work permit for two years; no status, and no way to residence by itself",
    elements=(
        requests_taken,
        born_late_enough,
        came_before_sixteen,
        resided_since_2007,
        present_then_and_now,
        no_status_in_2012,
        has_schooling,
        no_barring_crime,
        old_enough_to_ask,
        daca_in_discretion,
    ),
    gates=(),
    fee="I-821D",
)
