"""What a list may still lack (SEMANTICS 12)."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from abeyance.casefile.completeness import MOST_BOXES
from abeyance.casefile.record import Record, derive
from abeyance.casefile.vocabulary import Case, Filing, Order, TaxYear
from abeyance.logic.evaluating import Valuation
from abeyance.logic.expressions import Bool
from abeyance.logic.facts import exists
from abeyance.logic.values import Presence
from tests.casefile.building import MAY_1, Builder, day, source

DOCKET = source("docket", "docket")
case = Case.root()


def appeal_by(text: str) -> Bool:
    return exists(case.filings, lambda f: f.kind.is_in("appeal") & (f.received <= text))


def value(record: Record, node: Bool) -> object:
    return Valuation(record.root, MAY_1[0]).value(node)


def none_of(**scope: str) -> Record:
    said = Builder()
    said.complete(DOCKET, "filings", 0, **scope)
    return derive(said.file)


def test_no_appeals_known_is_not_no_appeals() -> None:
    assert value(derive(Builder().file), appeal_by("2017-05-01")) is None


def test_no_appeal_was_filed_can_be_entered_outright() -> None:
    record = none_of(kind="appeal")
    assert value(record, appeal_by("2017-05-01")) is False


def test_that_no_appeal_was_filed_by_may_first_says_nothing_of_may_second() -> None:
    assert value(none_of(kind="appeal"), appeal_by("2017-05-02")) is None


def test_what_is_not_filed_by_a_day_is_not_decided_by_it() -> None:
    granted = exists(case.filings, lambda f: f.kind.is_in("appeal") & (f.decided <= "2017-05-01"))
    assert value(none_of(kind="appeal"), granted) is False


def test_that_no_appeal_was_filed_says_nothing_of_motions() -> None:
    motion = exists(case.filings, lambda f: f.kind.is_in("motion to reopen") & (f.received <= "2017-05-01"))
    assert value(none_of(kind="appeal"), motion) is None


def test_that_no_appeal_was_filed_at_the_board_leaves_an_appeal_elsewhere_open() -> None:
    record = none_of(kind="appeal", forum="Board")
    at_board = exists(
        case.filings, lambda f: f.kind.is_in("appeal") & f.forum.is_in("Board") & (f.received <= "2017-05-01")
    )
    assert value(record, appeal_by("2017-05-01")) is None
    assert value(record, at_board) is False


def test_two_claims_of_completeness_close_what_either_closes() -> None:
    said = Builder()
    said.complete(DOCKET, "filings", 0, kind="appeal")
    said.complete(DOCKET, "filings", 0, "2017-04-01", kind="motion to reopen")
    record = derive(said.file)
    either = exists(case.filings, lambda f: f.kind.is_in("appeal", "motion to reopen") & (f.received <= "2017-04-01"))
    assert value(record, either) is False
    assert value(record, appeal_by("2017-05-01")) is False


def test_a_list_called_complete_that_lacks_what_a_later_paper_tells_of_is_a_conflict_and_stays_open() -> None:
    said = Builder()
    said.complete(DOCKET, "filings", None, forum="Board")
    said.says(source("release", dated="2017-06-01"), "motion-2", Filing, forum="Board", received="2015-02-01")
    record = derive(said.file)
    assert [(conflict.claim.source, conflict.recorded) for conflict in record.counts] == [(DOCKET, ("motion-2",))]
    other = exists(case.filings, lambda f: f.forum.is_in("Board") & (f.received <= "2014-01-01"))
    assert value(record, other) is None


def test_a_list_called_complete_need_not_describe_itself_what_an_older_paper_tells_of() -> None:
    said = Builder()
    said.complete(DOCKET, "filings", None, forum="Board")
    said.says(
        source("receipt", dated="2015-02-03", had="2017-06-01"),
        "motion-1",
        Filing,
        forum="Board",
        received="2015-02-01",
    )
    record = derive(said.file)
    other = exists(case.filings, lambda f: f.forum.is_in("Board") & (f.received <= "2014-01-01"))
    assert record.counts == () and value(record, other) is False


def test_what_counsel_was_told_is_complete_lacks_what_the_office_got_only_later() -> None:
    said = Builder()
    said.complete(source("intake", "interview"), "filings", None)
    said.says(source("order", dated="2015-06-01", had="2017-06-01"), "motion-1", Filing, received="2015-02-01")
    assert [conflict.recorded for conflict in derive(said.file).counts] == [("motion-1",)]


def test_a_list_called_complete_may_get_what_came_after_it() -> None:
    said = Builder()
    said.complete(DOCKET, "filings", None)
    said.says(source("receipt", dated="2017-06-01"), "motion-2", Filing, received="2017-05-30")
    assert derive(said.file).counts == ()


def test_a_period_limits_a_claim_of_completeness() -> None:
    said = Builder()
    said.complete(DOCKET, "filings", received="2016..2017-05-01")
    record = derive(said.file)
    assert value(record, appeal_by("2015-12-31")) is None
    since_2016 = exists(case.filings, lambda f: (f.received >= "2016-01-01") & (f.received <= "2017-05-01"))
    assert value(record, since_2016) is False


def test_a_rounded_period_closes_nothing() -> None:
    said = Builder()
    said.complete(DOCKET, "filings", received="about 2016")
    assert value(derive(said.file), appeal_by("2017-05-01")) is None


def test_what_lies_in_a_rounded_period_is_not_surely_counted_in_it() -> None:
    said = Builder()
    said.complete(DOCKET, "filings", 0, received="about 2016")
    said.says(DOCKET, "appeal-1", Filing, kind="appeal", received="2016-05-01")
    assert derive(said.file).counts == ()


def test_a_claim_limited_by_words_that_no_rule_can_read_closes_nothing() -> None:
    said = Builder()
    said.complete(DOCKET, "filings", form="EOIR-26")
    assert value(derive(said.file), appeal_by("2017-05-01")) is None


def test_complete_as_of_some_day_in_april_is_sure_only_for_the_first_of_april() -> None:
    said = Builder()
    said.complete(DOCKET, "filings", None, "2017-04")
    record = derive(said.file)
    assert value(record, appeal_by("2017-04-01")) is False
    assert value(record, appeal_by("2017-04-02")) is None


def test_a_list_of_undated_things_that_is_complete_has_no_open_end() -> None:
    said = Builder()
    said.complete(DOCKET, "people")
    assert [row["@id"] for row in derive(said.file).root["people"]] == ["mateo"]


def test_a_yes_or_no_fact_limits_a_claim_of_completeness() -> None:
    said = Builder()
    said.complete(DOCKET, "orders", 0, in_absentia="yes")
    ends = derive(said.file).root["orders"]
    assert {(row["in_absentia"], row["decided"][0] > day("2017-05-01")) for row in ends} == {
        (False, False),
        (None, True),
    }


def test_a_row_of_unknown_day_is_not_counted_as_one_of_those_up_to_a_day() -> None:
    said = Builder()
    said.says(DOCKET, "order-1", Order, kind="removal")
    said.complete(DOCKET, "orders", 1)
    assert any(row["decided"][0] <= MAY_1[0] for row in derive(said.file).root["orders"] if not row["@presence"])
    said.claim(DOCKET, "order-1", "decided", "by 2012")
    assert all(row["decided"][0] > MAY_1[0] for row in derive(said.file).root["orders"] if not row["@presence"])


def test_more_may_have_happened_since_an_earlier_count() -> None:
    said = Builder()
    for key, received in (("a", "2016-01-01"), ("b", "2017-03-01")):
        said.says(DOCKET, key, Filing, kind="stay request", received=received)
    said.complete(DOCKET, "filings", 1, "2017-01-01", kind="stay request")
    said.complete(DOCKET, "filings", 2, "2017-05-01", kind="stay request")
    assert derive(said.file).counts == ()


def test_fewer_later_than_earlier_is_a_conflict() -> None:
    said = Builder()
    said.complete(DOCKET, "filings", 2, "2017-01-01", kind="stay request")
    said.complete(DOCKET, "filings", 1, "2017-05-01", kind="stay request")
    assert len(derive(said.file).counts) == 2


def test_very_many_claims_of_completeness_stay_within_bounds() -> None:
    said = Builder()
    for year in range(1990, 2017):
        said.complete(DOCKET, "filings", kind="appeal", received=f"{year}-01", forum="Board", fee_paid="yes")
    assert 0 < len(derive(said.file).root["filings"]) <= MOST_BOXES


def test_the_tax_years_filed_are_placed_by_their_year() -> None:
    said = Builder()
    said.says(DOCKET, "tax-2015", TaxYear, filed="yes", for_year="2015")
    said.complete(DOCKET, "taxes", None, "2016-12-31")
    assert all(
        row["for_year"][0] > day("2016-12-31") for row in derive(said.file).root["taxes"] if not row["@presence"]
    )


kinds = st.sampled_from(Filing.kind.codes)
forums = st.sampled_from(Filing.forum.codes)
days = st.dates(date(2000, 1, 1), date(2020, 1, 1))
scopes = st.fixed_dictionaries({}, optional={"kind": kinds, "forum": forums})


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(scopes, days), min_size=1, max_size=4), kinds, forums, days)
def test_a_row_is_possible_exactly_if_no_claim_excludes_it(
    claims: list[tuple[dict[str, str], date]], kind: str, forum: str, received: date
) -> None:
    said = Builder()
    for scope, as_of in claims:
        said.complete(source("docket", "docket", dated="2020-01-01"), "filings", None, str(as_of), **scope)
    kind_bit, forum_bit = 1 << Filing.kind.codes.index(kind), 1 << Filing.forum.codes.index(forum)
    when = day(str(received))
    possible = any(
        row["kind"] & kind_bit and row["forum"] & forum_bit and row["received"][0] <= when <= row["received"][1]
        for row in derive(said.file).root["filings"]
        if row["@presence"] == Presence.POSSIBLE
    )
    excluded = any(
        scope.get("kind", kind) == kind and scope.get("forum", forum) == forum and when <= day(str(as_of))
        for scope, as_of in claims
    )
    assert possible is not excluded
