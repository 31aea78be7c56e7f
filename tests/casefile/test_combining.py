"""Several claims about one fact (SEMANTICS 4, 5, 6)."""

from hypothesis import given
from hypothesis import strategies as st

from abeyance.casefile.claims import Claim, Value
from abeyance.casefile.combining import MOST_SIDES, combine, sides
from abeyance.casefile.vocabulary import Arrest, Entry, Filing, Order, Person
from abeyance.casefile.words import parse
from abeyance.logic.facts import Fact
from abeyance.logic.values import hull
from tests.casefile.building import MAY_1, source, span

exact_spans = st.tuples(st.integers(700_000, 700_040), st.integers(0, 40)).map(lambda s: (s[0], s[0] + s[1]))
values = st.builds(lambda s, exact: Value("", span=s, exact=exact), exact_spans, st.booleans())
exact_values = st.builds(lambda s: Value("", span=s), exact_spans)
masks = st.integers(1, 31).map(lambda m: Value("", mask=m))


def left(fact: Fact, *texts: str) -> tuple[object, bool]:
    combined = combine(fact, [parse(fact, text, MAY_1) for text in texts])
    return combined.value, combined.conflict


def test_twenty_five_years_and_1992_are_1992_and_not_january_to_april_1992() -> None:
    assert left(Entry.on, "25 years ago", "1992") == (span("1992-01-01", "1992-12-31"), False)


def test_two_exact_spans_that_agree_leave_what_they_share() -> None:
    assert left(Entry.on, "1992", "1992-06..1993") == (span("1992-06-01", "1992-12-31"), False)


def test_days_that_exclude_each_other_are_a_conflict_and_leave_all_that_either_allows() -> None:
    assert left(Entry.on, "1992", "1995-03-01") == (span("1992-01-01", "1995-03-01"), True)


def test_thirteen_years_against_almost_fifteen_with_one_employer_is_a_conflict() -> None:
    assert left(Entry.on, "13 years ago", "almost 15 years ago")[1]


def test_the_judge_by_one_source_and_the_board_by_another_is_a_conflict_of_both() -> None:
    assert left(Order.by, "immigration judge", "Board") == (0b11, True)


def test_sets_that_overlap_leave_what_they_share() -> None:
    assert left(Order.by, "immigration judge or Board", "Board or DHS") == (0b10, False)


def test_yes_and_no_leave_unknown_in_conflict() -> None:
    assert left(Filing.fee_paid, "yes", "no") == (None, True)
    assert left(Filing.fee_paid, "yes", "yes") == (True, False)


def test_names_agree_where_one_has_all_the_words_of_the_other_and_the_fuller_is_kept() -> None:
    assert left(Person.name, "Ruiz", "Mateo Ruiz") == ("Mateo Ruiz", False)
    assert left(Person.name, "Jos\u00e9", "Jose\u0301 Paz") == ("Jose\u0301 Paz", False)


def test_numbers_agree_however_they_are_grouped() -> None:
    assert left(Person.a_number, "A000-000-001", "A000 000 001")[1] is False
    assert left(Person.a_number, "A000-000-001", "A000000001")[1] is False
    assert left(Person.phone, "(860) 555-0100", "8605550100")[1] is False
    assert left(Person.a_number, "A000-000-001", "A000000010") == (None, True)


def test_names_that_differ_are_a_conflict_of_which_nothing_may_be_written() -> None:
    assert left(Person.name, "Mateo Ruiz", "Matteo Ruiz") == (None, True)


def test_a_word_that_denies_is_not_one_more_word() -> None:
    assert left(Arrest.outcome, "dismissed", "not dismissed") == (None, True)
    assert left(Arrest.outcome, "dismissed by the court", "dismissed") == ("dismissed by the court", False)


def test_very_many_sides_are_each_a_side() -> None:
    claims = [Claim("x", "on", parse(Entry.on, f"{1900 + i}", MAY_1), source()) for i in range(MOST_SIDES + 1)]
    assert sides(Entry.on, [*claims, claims[0]]) == ((claims[0], claims[0]), *((claim,) for claim in claims[1:]))


def test_a_reference_in_conflict_may_be_either() -> None:
    one, other = Value("", text="order-1"), Value("", text="order-1 or order-2")
    assert combine(Filing.of, [one, other]).value == ("order-1",)
    clash = combine(Filing.of, [one, Value("", text="order-2")])
    assert (clash.value, clash.conflict) == (("order-1", "order-2"), True)


def test_what_agrees_with_every_side_of_a_conflict_narrows_what_they_leave() -> None:
    assert left(Order.decided, "2026-03-06", "by 2026-03-10", "2026-03-09") == (span("2026-03-06", "2026-03-09"), True)
    assert left(Order.decided, "2026-03-01..2026-03-05", "2026-03-04..", "2026-03-09") == (
        span("2026-03-04", "2026-03-09"),
        True,
    )
    assert left(Order.by, "immigration judge or Board", "DHS", "not Board") == (0b101, True)


def test_sets_of_which_every_two_overlap_and_all_three_do_not_leave_them_all() -> None:
    said = ("immigration judge or Board", "Board or DHS", "DHS or immigration judge")
    assert left(Order.by, *said) == (0b111, True)


@given(st.lists(values, min_size=1, max_size=4))
def test_a_conflict_leaves_something_of_every_side_and_spans_them(said: list[Value]) -> None:
    combined = combine(Entry.on, said)
    spans = [v.span for v in said if v.span]
    if combined.conflict:
        apart = [s for s in spans if any(s[0] > other[1] or other[0] > s[1] for other in spans)]
        agreed = [v.span for v in said if v.span and v.exact and v.span not in apart]
        for side in apart:
            kept = (max(side[0], *(a[0] for a in agreed), 0), min([side[1], *(a[1] for a in agreed)]))
            assert hull(combined.value, kept) == combined.value
    else:
        assert any(hull(combined.value, one) == one for one in spans), "an agreement is no wider than some claim"
    assert combined.value[0] <= combined.value[1]


@given(st.lists(exact_values, min_size=1, max_size=4), st.data())
def test_narrowing_an_exact_claim_that_still_agrees_only_narrows_the_record(
    said: list[Value], data: st.DataObject
) -> None:
    before = combine(Entry.on, said)
    first, last = said[0].span or (0, 0)
    lower = data.draw(st.integers(first, last))
    narrowed = Value("", span=(lower, data.draw(st.integers(lower, last))))
    after = combine(Entry.on, [narrowed, *said[1:]])
    if not after.conflict:
        assert hull(before.value, after.value) == before.value


@given(st.lists(masks, min_size=1, max_size=4), st.data())
def test_narrowing_a_set_that_still_agrees_only_narrows_the_record(said: list[Value], data: st.DataObject) -> None:
    before = combine(Order.by, said)
    narrowed = Value("", mask=data.draw(st.integers(1, 31).map(lambda m: (m & (said[0].mask or 0)) or said[0].mask)))
    after = combine(Order.by, [narrowed, *said[1:]])
    if not after.conflict:
        assert not after.value & ~before.value


@given(st.lists(values, min_size=1, max_size=4).flatmap(lambda v: st.tuples(st.just(v), st.permutations(v))))
def test_the_order_of_the_claims_does_not_matter_to_agreement_or_to_its_width(
    pair: tuple[list[Value], list[Value]],
) -> None:
    one, other = combine(Entry.on, pair[0]), combine(Entry.on, pair[1])
    assert one.conflict == other.conflict
    assert one.value[1] - one.value[0] == other.value[1] - other.value[0]
