"""The tables: a source in every row, no two rows that contradict each other, every state in one circuit."""

from dataclasses import asdict
from datetime import date
from itertools import combinations

import pytest

from abeyance.casefile.vocabulary import CIRCUITS, COUNTRIES, OTHER_COUNTRY
from abeyance.law.avenues import AVENUES
from abeyance.law.bundle import bundle
from abeyance.law.tables import (
    Fee,
    closings,
    fee_on,
    fees,
    group_holdings,
    holdings,
    holidays,
    office_of,
    offices,
    tps_days,
    tps_states,
)

POINTS = (
    "departure-bar",
    "departure-bar.own-motion",
    "tolling",
    "fugitive",
    "bond.uninspected",
    "notice.later",
    "tps-admission",
    "administrative-closure",
)
STATES_AND_DC = 51
TERRITORIES = {"Puerto Rico", "Virgin Islands", "Guam", "Northern Mariana Islands"}
IN_CIRCUIT = {  # 28 U.S.C. 41; the Northern Mariana Islands by 48 U.S.C. 1821
    "DC": "District of Columbia",
    "1": "Maine, Massachusetts, New Hampshire, Puerto Rico, Rhode Island",
    "2": "Connecticut, New York, Vermont",
    "3": "Delaware, New Jersey, Pennsylvania, Virgin Islands",
    "4": "Maryland, North Carolina, South Carolina, Virginia, West Virginia",
    "5": "Louisiana, Mississippi, Texas",
    "6": "Kentucky, Michigan, Ohio, Tennessee",
    "7": "Illinois, Indiana, Wisconsin",
    "8": "Arkansas, Iowa, Minnesota, Missouri, Nebraska, North Dakota, South Dakota",
    "9": "Alaska, Arizona, California, Guam, Hawaii, Idaho, Montana, Nevada, Northern Mariana Islands, Oregon, Washington",
    "10": "Colorado, Kansas, New Mexico, Oklahoma, Utah, Wyoming",
    "11": "Alabama, Florida, Georgia",
}


def test_every_row_of_every_table_has_a_source() -> None:
    assert all(holiday.source for holiday in holidays())
    assert all(closing.source for closing in closings())
    assert all(fee.source for fee in fees())
    assert all(office.source for office in offices())
    assert all(row.cite for point in POINTS for row in holdings(point))
    assert all(row.source for row in (*tps_states("register"), *tps_states("court")))
    assert all(row.source for row in tps_days())
    assert all(
        row.source for point in ("group", "family", "violence", "sex", "family-nexus") for row in group_holdings(point)
    )


# --- offices -----------------------------------------------------------------------------------------------------------


def test_every_state_and_territory_with_a_district_court_has_one_row() -> None:
    names = [office.state for office in offices()]
    assert len(names) == len(set(names)) == STATES_AND_DC + len(TERRITORIES)
    assert set(names) >= TERRITORIES


@pytest.mark.parametrize("circuit", IN_CIRCUIT)
def test_each_circuit_takes_in_the_states_the_statute_gives_it(circuit: str) -> None:
    assert sorted(o.state for o in offices() if o.circuit == circuit) == IN_CIRCUIT[circuit].split(", ")


def test_every_office_names_a_court_of_its_state() -> None:
    strange = [o.state for o in offices() if o.state not in o.district_court]
    assert strange == []


def test_connecticut_answers_to_boston_and_to_its_own_district() -> None:
    office = office_of("connecticut")
    assert office
    assert (office.circuit, office.field_office, office.sub_office, office.district_court) == (
        "2",
        "Boston field office",
        "Hartford",
        "District of Connecticut",
    )


def test_where_counties_and_residence_decide_all_offices_and_districts_are_named() -> None:
    office = office_of("New York")
    assert office
    assert office.field_office == "Buffalo or New York City field office, by county"
    assert office.district_court == "Northern, Southern, Eastern or Western District of New York, by residence"


def test_a_place_without_a_row_has_no_offices() -> None:
    assert office_of("American Samoa") is None


# --- fees ----------------------------------------------------------------------------------------------------------------


def days_of(fee: Fee) -> tuple[date, date]:
    return fee.start or date.min, fee.end or date.max


def test_no_two_fees_for_one_filing_overlap_and_none_ends_before_it_begins() -> None:
    assert all(start < end for start, end in map(days_of, fees()))
    for one, other in combinations(fees(), 2):
        if one.filing == other.filing:
            (start, end), (other_start, other_end) = days_of(one), days_of(other)
            assert end <= other_start or other_end <= start, (one, other)


def test_a_sum_that_was_not_confirmed_says_why() -> None:
    assert [asdict(fee) for fee in fees() if not fee.confirmed and not fee.note] == []
    assert [asdict(fee) for fee in fees() if fee.confirmed and fee.dollars is None] == []


def test_every_fee_an_avenue_names_is_in_the_table_on_every_day_of_this_century() -> None:
    named = {avenue.fee for avenue in AVENUES if avenue.fee}
    for filing in named:
        for year in range(2000, 2027):
            assert fee_on(filing, date(year, 5, 1)), (filing, year)


@pytest.mark.parametrize(
    ("filing", "day", "dollars", "confirmed"),
    [
        ("I-246", "2017-05-01", 155, True),
        ("I-246", "2010-11-22", 155, False),
        ("I-246", "2010-11-23", 155, True),
        ("I-246", "2026-07-06", 155, True),
        ("I-246", "2026-07-07", 155, False),
        ("EOIR-26", "2017-05-01", 110, True),
        ("EOIR-26", "2025-07-03", 110, True),
        ("EOIR-26", "2025-07-04", None, False),
        ("EOIR-26", "2025-07-08", None, False),
        ("EOIR-26", "2025-07-09", 1010, True),
        ("EOIR-26", "2025-09-30", 1010, True),
        ("EOIR-26", "2025-10-01", 1010, False),
        ("motion-board", "2025-07-03", 110, True),
        ("motion-board", "2025-07-09", 1010, True),
        ("motion-judge", "2021-01-18", 110, True),
        ("motion-judge", "2021-01-19", 145, False),
        ("motion-judge", "2025-07-04", 1045, False),
    ],
)
def test_the_fee_is_that_of_the_day_of_filing(filing: str, day: str, dollars: int | None, confirmed: bool) -> None:
    fee = fee_on(filing, date.fromisoformat(day))
    assert fee
    assert (fee.dollars, fee.confirmed) == (dollars, confirmed)


def test_before_the_first_row_no_fee_is_known() -> None:
    assert fee_on("EOIR-26", date(1986, 12, 31)) is None


# --- holdings ------------------------------------------------------------------------------------------------------------


def test_holdings_are_of_known_circuits_and_points_and_in_order() -> None:
    for point in POINTS:
        rows = holdings(point)
        assert rows
        assert [r.since for r in rows] == sorted(r.since for r in rows)
        assert {r.circuit for r in rows} <= set(CIRCUITS)
        assert {r.read for r in rows} <= {"day", "year"}


def test_a_holding_whose_year_alone_was_read_begins_with_the_year_after_it() -> None:
    for point in POINTS:
        for row in holdings(point):
            if row.read == "year":
                assert (row.since.month, row.since.day) == (1, 1)
                assert f"{row.since.year - 1})" in row.cite


def test_where_the_boards_view_fills_in_the_day_of_every_contrary_decision_was_read() -> None:
    assert {row.read for row in holdings("notice.later")} == {"day"}


def test_a_question_left_open_says_why() -> None:
    assert [row for point in POINTS for row in holdings(point) if row.holds is None and not row.why] == []


# --- avenues -------------------------------------------------------------------------------------------------------------


def test_every_rule_an_avenue_names_is_a_provision() -> None:
    unknown = [rule for avenue in AVENUES for rule in avenue.rules if bundle().find(rule) is None]
    assert unknown == []


def test_avenues_have_ids_of_their_own() -> None:
    assert len({a.id for a in AVENUES}) == len(AVENUES)


def test_an_avenue_that_stays_removal_says_so_and_no_other_does() -> None:
    for avenue in AVENUES:
        assert ("STAYS REMOVAL" in avenue.filed) == (avenue.effect.name == "STAYS"), avenue.id
        assert ("HOLDS NOTHING" in avenue.filed) == (avenue.effect.name == "NOTHING"), avenue.id


# --- temporary protected status ------------------------------------------------------------------------------------------

ENDED_AND_HELD = {"register": {"designated", "never", "ended", "open"}, "court": {"held", "ended", "open"}}


@pytest.mark.parametrize("series", ENDED_AND_HELD)
def test_the_states_of_a_country_are_in_order_and_what_is_open_says_why(series: str) -> None:
    rows = tps_states(series)
    assert {row.state for row in rows} == ENDED_AND_HELD[series]
    assert [row for row in rows if row.state == "open" and not row.note] == []
    for country in {row.country for row in rows}:
        starts = [row.start or date.min for row in rows if row.country == country]
        assert starts == sorted(set(starts))
        assert (starts[0] == date.min) == (series == "register")


def test_a_court_holds_back_only_what_the_register_ended_and_never_before_that_day() -> None:
    ends = {row.country: row.start for row in tps_states("register") if row.state == "ended"}
    assert [row for row in tps_states("court") if (row.start or date.min) < (ends[row.country] or date.max)] == []


def test_every_country_that_a_law_names_has_a_state_and_guatemala_never_had_the_status() -> None:
    named = {row.country for row in tps_states("register")}
    assert named == set(COUNTRIES) - {OTHER_COUNTRY}
    assert [row.state for row in tps_states("register") if row.country == "Guatemala"] == ["never"]
    assert {row.country for row in tps_days()} < named
