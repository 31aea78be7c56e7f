"""Limits on asylum that hang on when and how somebody came in: agreements with other countries, and the rules of 2018 to 2025.

Yes would say that a limit reaches an entry.  None does so outright: each has exceptions, or is in the courts.
"""

from datetime import date

from abeyance.casefile.vocabulary import Case, Entry
from abeyance.law.provisions import Confidence, provision
from abeyance.logic.expressions import NO, ON, Bool, Day, Version, all_, any_, by_date, earlier_of, not_, undetermined
from abeyance.logic.facts import last
from abeyance.logic.values import Cause

READ = date(2026, 8, 21)
BEFORE = Version(None, "INA 208")


def _came(entry: Entry) -> Day:
    """The day of the entry: not after the day asked about."""
    return earlier_of(entry.on, ON)


def _let_in(entry: Entry) -> Bool:
    """The respondent was inspected and admitted."""
    return entry.manner.is_("inspected and admitted")


# --- agreements with other countries ----------------------------------------------------------------------------------------

CANADA = Version(date(2004, 12, 29), "8 CFR 208.30(e)(6), 1240.11(g)", note="who comes from Canada at a port of entry")
WHOLE_BORDER = Version(
    date(2023, 3, 25), "88 Fed. Reg. 18227", known=date(2023, 3, 24), note="also between ports, within fourteen days"
)


@provision(
    "asylum.limit.canada",
    "INA 208(a)(2)(A)",
    "8 CFR 1240.11(g)",
    subject=Entry,
    confidence=Confidence.PROBABLY,
    doubt="the exceptions, for family here and for visas, are for the officer and the judge",
    note="A person sent back under it asks for protection in Canada. Withholding can be asked here where it does not reach.",
)
def canada_reaches(case: Case, entry: Entry) -> Bool:
    """the agreement with Canada sends one who came in so back there"""
    exceptions = undetermined(
        Cause.JUDGEMENT, "whether an exception of the agreement holds is for the officer and the judge"
    )
    at_a_port = entry.from_canada & ~entry.manner.is_("without inspection") & exceptions
    anywhere = entry.from_canada & exceptions
    return by_date(_came(entry), (BEFORE, NO), (CANADA, at_a_port), (WHOLE_BORDER, anywhere))


AGREEMENTS = Version(
    date(2019, 11, 19),
    "84 Fed. Reg. 63994; 8 CFR 1240.11(h)",
    known=date(2019, 11, 19),
    note="agreements with Guatemala, Honduras and El Salvador, suspended on 2021-02-06; others from 2025",
)


@provision(
    "asylum.limit.agreements",
    "INA 208(a)(2)(A)",
    "8 CFR 1240.11(h)",
    "Matter of C-I-G-M- & L-V-S-G-, 29 I&N Dec. 291 (BIA 2025)",
    subject=Entry,
    aliases=("asylum.limit.aca",),
    confidence=Confidence.UNSETTLED,
    doubt="which agreements are in force, whom they reach, and what courts will say of them was moving when the sources stop",
    read_through=READ,
    note="DHS moves that the application be dropped, and the respondent must show that an exception holds, or a like danger there. "
    "Guatemala, Honduras, Ecuador and Uganda were named; Belize and Paraguay have signed. Nobody is sent to the own country so.",
)
def agreement_reaches(case: Case, entry: Entry) -> Bool:
    """an agreement with a country other than Canada sends one who came in then there"""
    moving = undetermined(
        Cause.UNSETTLED, "which agreements are in force and whom they reach was moving when the sources stop"
    )
    return by_date(_came(entry), (BEFORE, NO), (AGREEMENTS, moving))


def _latest(case: Case) -> Entry:
    """The entry that came last."""
    return last(case.entries, by=lambda e: e.on, where=lambda e: e.on <= ON)


@provision(
    "asylum.no-other-country",
    "INA 208(a)(2)(A)",
    subject=Case,
    aliases=("asylum.no_stca",),
    note="It bars the application for asylum.",
)
def no_other_country(case: Case, _: Case) -> Bool:
    """no agreement sends the respondent to another country to ask for protection"""
    entry = _latest(case)
    return all_(entry.is_found, ~any_(canada_reaches(case, entry), agreement_reaches(case, entry)))


# --- the rules of 2018 to 2025 ----------------------------------------------------------------------------------------------

PROCLAMATION_2018 = Version(
    date(2018, 11, 9),
    "83 Fed. Reg. 55934; enjoined in East Bay Sanctuary Covenant v. Trump (N.D. Cal. Nov. 19, 2018)",
    known=date(2018, 11, 9),
    undone=date(2018, 11, 19),
)
TRANSIT = Version(
    date(2019, 7, 16),
    "84 Fed. Reg. 33829; vacated in CAIR Coalition v. Trump (D.D.C. June 30, 2020)",
    known=date(2019, 7, 16),
    undone=date(2020, 6, 30),
)


@provision(
    "asylum.limit.undone",
    "83 Fed. Reg. 55934",
    "84 Fed. Reg. 33829",
    subject=Entry,
    confidence=Confidence.PROBABLY,
    doubt="the second rule on transit, of December 2020, which a court enjoined in February 2021, is not told apart",
    note="Between ports of entry in 2018; through a third country from 2019. Who was denied under them may ask to be heard again.",
)
def undone_limit_reaches(case: Case, entry: Entry) -> Bool:
    """a limit of 2018 or 2019, which courts have undone, reaches one who came in so"""
    in_courts = ~_let_in(entry) & undetermined(Cause.UNSETTLED, "the limit was before the courts")
    return by_date(_came(entry), (BEFORE, NO), (PROCLAMATION_2018, in_courts), (TRANSIT, in_courts))


PATHWAYS = Version(date(2023, 5, 11), "88 Fed. Reg. 31314; 8 CFR 1208.33", known=date(2023, 5, 11))
PATHWAYS_END = Version(
    date(2025, 5, 12), "8 CFR 1208.33(a)(1)(i)", note="entries after 2025-05-11; whether it was extended was not found"
)


@provision(
    "asylum.limit.pathways",
    "8 CFR 208.33, 1208.33",
    subject=Entry,
    aliases=("asylum.limit.clp",),
    confidence=Confidence.PROBABLY,
    doubt="a court vacated the rule on 2023-07-25 and its order was stayed; that it was not extended past 2025-05-11 is not confirmed",
    note="A presumption: rebutted by an acute medical emergency, an imminent and extreme threat or severe trafficking, "
    "by a denial in a third country, or where a family would be split. No unaccompanied child; nor one who came as "
    "a minor and applied after it ended.",
)
def pathways_reach(case: Case, entry: Entry) -> Bool:
    """the rule on lawful pathways of May 2023 presumes one who came in so shut out of asylum"""
    presumed = all_(
        not_(_let_in(entry)),
        entry.by_southwest_border,
        entry.through_third_country,
        not_(entry.by_appointment),
        undetermined(Cause.JUDGEMENT, "whether an exception holds, or the presumption is rebutted, is for the judge"),
    )
    extended = presumed & undetermined(Cause.UNSETTLED, "whether the rule was extended past 2025-05-11 was not found")
    return by_date(_came(entry), (BEFORE, NO), (PATHWAYS, presumed), (PATHWAYS_END, extended))


SECURING = Version(
    date(2024, 6, 5), "89 Fed. Reg. 48710; 8 CFR 208.35, 1208.35", known=date(2024, 6, 4), note="from 12:01 a.m."
)


def _southern(entry: Entry) -> Bool:
    """Over the southern border, by land or by sea, and not admitted."""
    return not_(_let_in(entry)) & any_(entry.by_southwest_border, entry.by_sea)


@provision(
    "asylum.limit.border",
    "8 CFR 208.35, 1208.35",
    "Las Americas Immigrant Advocacy Ctr. v. DHS, No. 24-1702 (D.D.C. May 9, 2025)",
    subject=Entry,
    aliases=("asylum.limit.stb",),
    confidence=Confidence.UNSETTLED,
    doubt="a court vacated the limit on 2025-05-09 and the government appealed; how far that reaches was not found",
    read_through=READ,
    note="Exceptionally compelling circumstances lift it: an acute medical emergency, an imminent and extreme threat, "
    "severe trafficking.",
)
def border_rule_reaches(case: Case, entry: Entry) -> Bool:
    """the border rule of June 2024 shuts one who came in so out of asylum"""
    reached = all_(
        _southern(entry),
        not_(entry.by_appointment),
        undetermined(
            Cause.UNSETTLED, "the limit was vacated on 2025-05-09, and the appeal was not followed to its end"
        ),
    )
    return by_date(_came(entry), (BEFORE, NO), (SECURING, reached))


PROCLAMATION_2025 = Version(date(2025, 1, 20), "Proclamation 10888", known=date(2025, 1, 20))


@provision(
    "asylum.limit.proclamation",
    "Proclamation 10888",
    "RAICES v. Noem, No. 25-306 (D.D.C. July 2, 2025)",
    subject=Entry,
    aliases=("asylum.limit.p10888",),
    confidence=Confidence.UNSETTLED,
    doubt="a court set it aside on 2025-07-02, the court of appeals stayed that in part, and the case was open when the sources stop",
    read_through=READ,
    note="Withholding and the Convention against Torture must still be screened for.",
)
def proclamation_reaches(case: Case, entry: Entry) -> Bool:
    """the proclamation of January 2025 shuts one who came in so out of asylum"""
    reached = _southern(entry) & undetermined(
        Cause.UNSETTLED, "the proclamation was partly blocked, and the case was open when the sources stop"
    )
    return by_date(_came(entry), (BEFORE, NO), (PROCLAMATION_2025, reached))


@provision(
    "asylum.no-limit",
    "INA 208(b)(2)(C)",
    "INA 212(f)",
    subject=Case,
    aliases=("asylum.bar.regulatory",),
    note="Each looks at the last entry.",
)
def no_entry_limit(case: Case, _: Case) -> Bool:
    """no limit that hangs on when and how the respondent came in shuts out asylum"""
    entry = _latest(case)
    return all_(
        entry.is_found,
        ~any_(
            undone_limit_reaches(case, entry),
            pathways_reach(case, entry),
            border_rule_reaches(case, entry),
            proclamation_reaches(case, entry),
        ),
    )
