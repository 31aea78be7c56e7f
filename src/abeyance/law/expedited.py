"""Expedited removal: who can be ordered removed by an officer, without a hearing.  INA 235(b)(1); 8 CFR 235.3."""

from datetime import date

from abeyance.casefile.vocabulary import Case, Entry
from abeyance.law.provisions import Confidence, provision
from abeyance.logic.expressions import (
    NO,
    ON,
    Bool,
    Version,
    all_,
    any_,
    by_date,
    choose_if,
    days,
    undetermined,
    unsettled,
    years,
)
from abeyance.logic.facts import exists
from abeyance.logic.values import Cause

FORMER = Version(None, "before IIRIRA")
AT_PORTS = Version(date(1997, 4, 1), "INA 235(b)(1)(A)(i)", note="who arrives at a port of entry")
BY_SEA = Version(
    date(2002, 11, 13), "67 Fed. Reg. 68924", note="also who came by sea and was here for less than two years"
)
NEAR_BORDER = Version(
    date(2004, 8, 11),
    "69 Fed. Reg. 48877",
    note="also who is met within 100 air miles of the land border and 14 days of coming in",
)
NATIONWIDE = Version(
    date(2019, 7, 23),
    "84 Fed. Reg. 35409",
    note="everywhere, for less than two years",
)
ENJOINED = Version(date(2019, 9, 27), "Make the Road N.Y. v. McAleenan (D.D.C. 2019)", known=date(2019, 9, 27))
REVERSED = Version(
    date(2020, 6, 23),
    "Make the Road N.Y. v. Wolf, 962 F.3d 612 (D.C. Cir. 2020)",
    known=date(2020, 6, 23),
    note="the injunction was lifted on 2020-09-30",
)
LIFTED = Version(date(2020, 10, 1), "84 Fed. Reg. 35409, the injunction having been lifted", known=date(2020, 9, 30))
NEAR_AGAIN = Version(date(2022, 3, 21), "87 Fed. Reg. 16022", known=date(2022, 3, 21))
NATIONWIDE_AGAIN = Version(
    date(2025, 1, 21), "90 Fed. Reg. 8139", known=date(2025, 1, 21), note="from 6 p.m., Eastern time"
)
STAYED = Version(date(2025, 8, 29), "Make the Road N.Y. v. Noem (D.D.C. 2025)", known=date(2025, 8, 29))
REVIVED = Version(
    date(2026, 6, 22),
    "Make the Road N.Y. v. Noem, No. 25-5320 (D.C. Cir. 2026)",
    known=date(2026, 6, 22),
    note="the reports differ on the day, June 22 or 23; whether the mandate issued at once, and what came after, was not found",
    confirmed=False,
)


@provision(
    "er.scope",
    "INA 235(b)(1)(A)(i), (iii)",
    "8 CFR 235.3(b)(1)",
    subject=Entry,
    confidence=Confidence.PROBABLY,
    doubt="the notices of 2002 and 2022 were not read, and how the courts' stays reached each person is told in reports",
    note="The respondent must show the time here. One with a claim to be a citizen, a permanent resident, a refugee or an asylee is "
    "heard by a judge on that. An unaccompanied child is not reached (8 U.S.C. 1232(a)(5)(D)). Whoever fears return says so at once: "
    "it is then screened.",
)
def within_expedited_removal(case: Case, entry: Entry) -> Bool:
    """an officer may order the removal of one who came in so, without a hearing before a judge"""
    under_two_years = entry.on + years(2) > ON
    by_sea = entry.by_sea & under_two_years
    near_the_border = all_(entry.met_near_border, entry.met < entry.on + days(14), under_two_years)
    narrow = by_sea | near_the_border
    uninspected = by_date(
        ON,
        (FORMER, NO),
        (AT_PORTS, NO),
        (BY_SEA, by_sea),
        (NEAR_BORDER, narrow),
        (NATIONWIDE, under_two_years),
        (ENJOINED, narrow),
        (REVERSED, unsettled("the injunction had been reversed and not lifted", under_two_years, narrow)),
        (LIFTED, under_two_years),
        (NEAR_AGAIN, narrow),
        (NATIONWIDE_AGAIN, under_two_years),
        (STAYED, narrow),
        (
            REVIVED,
            unsettled(
                "from when the ruling of June 2026 reached officers, and what came after it", under_two_years, narrow
            ),
        ),
    )
    paroled = entry.manner.is_("paroled") & undetermined(
        Cause.UNSETTLED, "whether one who was paroled can be ordered removed so is in the courts"
    )
    at_a_port = case.arriving & undetermined(
        Cause.JUDGEMENT, "whether papers or a false statement make an arriving person inadmissible is for the officer"
    )
    otherwise = by_date(ON, (FORMER, NO), (AT_PORTS, any_(paroled, at_a_port)))
    by_manner = choose_if(
        entry.manner.is_("without inspection"),
        uninspected,
        choose_if(entry.manner.is_("inspected and admitted"), NO, otherwise),
    )
    of_age = any_(
        case.respondent.born + years(18) <= ON,
        undetermined(Cause.MISSING, "whether a child is with a parent or guardian"),
    )
    before_a_judge = exists(
        case.charging_documents, lambda d: all_(d.kind.is_("notice to appear"), d.filed <= ON, d.filed >= entry.on)
    )
    turned_to_it = undetermined(
        Cause.UNSETTLED,
        "whether DHS may order it while a case is before a judge, or once it has had one ended, is in the courts",
    )
    return all_(entry.on <= ON, of_age, by_manner, any_(~before_a_judge, turned_to_it))
