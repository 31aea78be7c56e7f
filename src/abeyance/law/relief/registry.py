"""Registry: a record of admission for one who came long ago.  INA 249."""

from datetime import date

from abeyance.casefile.vocabulary import Case, Conviction
from abeyance.law.provisions import Confidence, provision
from abeyance.law.relief.crimes import is_petty, stands
from abeyance.law.relief.gates import (
    no_final_order,
    not_barred_by_absence,
    not_barred_by_overstaying,
    not_reinstated,
)
from abeyance.law.relief.reliefs import Relief
from abeyance.logic.expressions import ON, Bool, Day, Version, all_, any_, by_date, day, not_, undetermined
from abeyance.logic.facts import exists, first
from abeyance.logic.values import Cause

OF_1952 = Version(None, "INA 249, as enacted in 1952")
OF_1958 = Version(date(1958, 8, 8), "INA 249; Pub. L. 85-616, 72 Stat. 546")
OF_1965 = Version(
    date(1965, 12, 1), "INA 249; Pub. L. 89-236, 79 Stat. 920", note="the Act is of 1965-10-03, in force 1965-12-01"
)
OF_1986 = Version(date(1986, 11, 6), "INA 249; Pub. L. 99-603, 100 Stat. 3405")


def _limit() -> Day:
    """The day before which one must have come, by the law of the day asked about."""
    return by_date(
        ON,
        (OF_1952, day("1924-07-01")),
        (OF_1958, day("1940-06-28")),
        (OF_1965, day("1948-06-30")),
        (OF_1986, day("1972-01-01")),
    )


@provision(
    "registry.entry",
    "INA 249(a)",
    "8 CFR 249.1",
    subject=Case,
    confidence=Confidence.PROBABLY,
    doubt="from which day of 1965 the date of 1948 counted was not read in the Act",
    note="Before 1972-01-01. How the respondent came in does not matter. The date was last moved in 1986.",
)
def entered_long_ago(case: Case, _: Case) -> Bool:
    """came to the United States before the day the Act sets: since 1986-11-06, before 1972-01-01"""
    entry = first(case.entries, by=lambda e: e.on, where=lambda e: e.on <= ON)
    return all_(case.respondent.born < _limit(), entry.is_found, entry.on < _limit())


@provision(
    "registry.residence",
    "INA 249(b)",
    "INA 101(a)(33)",
    "Matter of Young, Int. Dec. 1429 (BIA 1965)",
    "Matter of P-, 8 I&N Dec. 167 (Reg. Comm'r 1958)",
    "Matter of Contreras-Sotelo, 12 I&N Dec. 596 (BIA 1967)",
    subject=Case,
    confidence=Confidence.PROBABLY,
    doubt="whether a removal that was not carried out by an officer breaks the residence was read for voluntary departure only",
    note="Residence is the home in fact, and not presence: a short trip does not break it, nor does leaving voluntarily before an "
    "order; removal under an order does.",
)
def resided_since(case: Case, _: Case) -> Bool:
    """has had a home in the United States without a break since an entry before that day"""
    removed = exists(
        case.departures,
        lambda d: all_(d.manner.is_in("under an order", "removed"), d.on <= ON, d.returned >= _limit()),
    )
    away = exists(
        case.departures,
        lambda d: all_(~d.manner.is_("turned back at the border"), d.on <= ON, d.returned >= _limit()),
    )
    kept = undetermined(Cause.JUDGEMENT, "whether the home was kept while away is for the judge")
    return all_(entered_long_ago(case, case), ~removed, any_(~away, kept))


@provision(
    "registry.no-record",
    "INA 249",
    "Matter of Preciado-Castillo (BIA July 6, 1962)",
    "Matter of R-, 8 I&N Dec. 598 (Asst. Comm'r 1960)",
    subject=Case,
    confidence=Confidence.PROBABLY,
    doubt="whether a later unlawful entry undoes an older record of admission was decided only by the Service",
    note="Losing the right to stay for later conduct does not undo the record.",
)
def no_record_of_admission(case: Case, _: Case) -> Bool:
    """there is no record of a lawful admission for permanent residence"""
    again = exists(
        case.entries,
        lambda e: all_(e.manner.is_in("without inspection", "other"), e.on > case.admitted_as_resident, e.on <= ON),
    )
    undone = undetermined(Cause.UNSETTLED, "a later unlawful entry may have undone the record")
    return any_(not_(case.admitted_as_resident <= ON), again & undone)


@provision("registry.gmc", "INA 249(c)", "INA 101(f)", subject=Case)
def is_of_good_character(case: Case, _: Case) -> Bool:
    """a person of good moral character"""
    felony = exists(case.convictions, lambda c: all_(stands(c), c.aggravated_felony, c.on >= date(1990, 11, 29)))
    return ~felony & undetermined(Cause.JUDGEMENT, "good moral character over a reasonable time is for the judge")


def _barring(case: Case, conviction: Conviction) -> Bool:
    crime = conviction.moral_turpitude & ~is_petty(case, conviction)
    return stands(conviction) & any_(conviction.controlled_substance, crime)


@provision(
    "registry.no-ground",
    "INA 249",
    "INA 212(a)(2), 212(a)(3)(E), 212(a)(6)(E)",
    subject=Case,
    aliases=("registry.not-criminal",),
    confidence=Confidence.PROBABLY,
    doubt="subversives, procurers, and those who cannot become citizens, as for leaving to avoid the draft, are not looked at; "
    "nor is a waiver",
    note="Criminals, procurers and other immoral persons, subversives, violators of the narcotics laws and smugglers are shut out; "
    "so are persecutors and terrorists. Other grounds, such as coming in without inspection, are not.",
)
def no_ground_shuts_out(case: Case, _: Case) -> Bool:
    """no crime, drug offense, smuggling, persecution or danger to security shuts out"""
    return all_(
        ~exists(case.convictions, lambda c: _barring(case, c)),
        not_(case.helped_entry <= ON),
        ~case.persecutor,
        ~case.security_ground,
    )


@provision("registry.discretion", "INA 249", subject=Case)
def registry_in_discretion(case: Case, _: Case) -> Bool:
    """the judge or USCIS would grant it as a matter of discretion"""
    return undetermined(Cause.JUDGEMENT, "whether to grant it is a matter of discretion")


REGISTRY = Relief(
    id="registry.249",
    title="Registry, for one who came before 1972",
    asked_of="USCIS, or the immigration judge in proceedings, on form I-485",
    grants="permanent residence, from the day of the grant",
    elements=(
        entered_long_ago,
        resided_since,
        no_record_of_admission,
        is_of_good_character,
        no_ground_shuts_out,
        registry_in_discretion,
    ),
    gates=(no_final_order, not_reinstated, not_barred_by_absence, not_barred_by_overstaying),
    fee="I-485",
)
