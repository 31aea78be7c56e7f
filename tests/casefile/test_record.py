"""The record as a whole: rows, references, conflicts and what is not in the vocabulary."""

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from abeyance.casefile.claims import Claim, Standing, Value
from abeyance.casefile.reading import read_case
from abeyance.casefile.record import BY_CLASS, CASE, derive
from abeyance.casefile.vocabulary import (
    ENTITIES,
    Assertion,
    Case,
    CommunityTie,
    Custody,
    Departure,
    Employment,
    Filing,
    HealthCondition,
    Order,
    Protection,
    Recorded,
    Relative,
    Representation,
    Residence,
    Supervision,
    fact_named,
)
from abeyance.logic.evaluating import Valuation
from abeyance.logic.facts import ChoiceFact, DayFact, ListFact, RefFact, every, exists
from abeyance.logic.operations import unknown
from abeyance.logic.values import ANY_DAY, LONG_AGO, NEVER, Presence
from tests.casefile.building import MAY_1, Builder, day, on, source, span
from tests.casefile.reading import LETTER as LINES

LETTER = source("letter", "congressional letter")
NEWS = source("news", "press")


def test_an_empty_file_has_the_respondent_and_open_lists() -> None:
    record = derive(Builder().file)
    assert [row["@id"] for row in record.root["respondent"]] == ["mateo"]
    assert record.rows["mateo"]["born"] == ANY_DAY
    assert [row["@presence"] for row in record.root["orders"]] == [Presence.POSSIBLE]


def test_every_row_has_every_fact_of_its_entity() -> None:
    said = Builder()
    said.says(LETTER, "order-1", Order, decided="by 2012")
    record = derive(said.file)
    row = record.rows["order-1"]
    assert set(row) == {*Order.facts, "@id", "@presence", "@conflicts"}
    assert all(row[name] == unknown(fact) for name, fact in Order.facts.items() if name != "decided")
    assert set(record.root) == {*Case.facts, "@id", "@presence", "@conflicts"}


def test_facts_of_the_case_itself_are_on_the_root() -> None:
    said = Builder()
    said.claim(LETTER, CASE, "circuit", "Second Circuit")
    assert derive(said.file).root["circuit"] == 0b10


def test_employment_of_thirteen_and_of_almost_fifteen_years_is_reported_with_both_sides() -> None:
    said = Builder()
    said.says(LETTER, "job", Employment, since="13 years ago")
    said.says(NEWS, "job", Employment, since="almost 15 years ago")
    record = derive(said.file)
    (conflict,) = record.conflicts
    assert (conflict.subject, conflict.fact) == ("job", "since")
    assert [[c.value.written for c in side] for side in conflict.sides] == [["13 years ago"], ["almost 15 years ago"]]
    assert record.rows["job"]["@conflicts"] == {"since"}


def test_either_side_of_a_conflict_can_be_tried() -> None:
    said = Builder()
    said.says(LETTER, "order-1", Order, by="immigration judge")
    said.says(NEWS, "order-1", Order, by="Board")
    said.says(source("client", "interview"), "order-1", Order, by="not DHS")
    (conflict,) = derive(said.file).conflicts
    assert len(conflict.sides) == 2
    assert derive(said.file, without=conflict.against(0)).rows["order-1"]["by"] == 0b01
    assert derive(said.file, without=conflict.against(1)).rows["order-1"]["by"] == 0b10


def test_a_claim_that_agrees_with_both_sides_takes_neither() -> None:
    said = Builder()
    said.says(LETTER, "order-1", Order, by="immigration judge")
    vague = said.claim(NEWS, "order-1", "by", "immigration judge or Board")
    said.says(source("client", "interview"), "order-1", Order, by="Board")
    (conflict,) = derive(said.file).conflicts
    assert vague not in conflict.claims


def test_facts_on_which_sources_agree_are_listed_as_checked() -> None:
    said = Builder()
    said.says(LETTER, "order-1", Order, decided="2012", by="Board")
    said.says(NEWS, "order-1", Order, decided="2012-03")
    assert derive(said.file).agreements == (("order-1", "decided"),)


def test_adding_a_contrary_source_may_widen_the_record_and_is_reported() -> None:
    said = Builder()
    said.says(LETTER, "order-1", Order, in_absentia="yes")
    before = derive(said.file)
    said.says(NEWS, "order-1", Order, in_absentia="no")
    after = derive(said.file)
    assert (before.rows["order-1"]["in_absentia"], after.rows["order-1"]["in_absentia"]) == (True, None)
    assert not before.conflicts and after.conflicts


def test_a_stated_duration_is_a_fact_of_its_own() -> None:
    said = Builder()
    said.says(LETTER, "trip", Departure, on="1998-05", returned="1998-05..1998-06", days_away="10 days")
    assert derive(said.file).rows["trip"]["days_away"] == (10, 10)


# --- references ---


def test_a_reference_names_its_row() -> None:
    said = Builder()
    said.says(LETTER, "order-1", Order, kind="removal")
    said.says(LETTER, "motion", Filing, kind="motion to reopen", of="order-1")
    record = derive(said.file)
    assert record.rows["motion"]["of"][0] is record.rows["order-1"]
    assert len(record.rows["motion"]["of"]) == 1


def test_a_reference_nobody_claims_may_be_any_order_and_one_not_recorded() -> None:
    said = Builder()
    said.says(LETTER, "order-1", Order, kind="removal")
    said.says(LETTER, "order-2", Order, kind="removal")
    said.says(LETTER, "motion", Filing, kind="motion to reopen")
    assert [row["@id"] for row in derive(said.file).rows["motion"]["of"]] == ["order-1", "order-2", ""]


def test_a_motion_attacks_the_only_order_there_is_but_an_application_need_not() -> None:
    said = Builder()
    said.says(LETTER, "order-1", Order, kind="removal", decided="by 2012")
    said.says(LETTER, "motion", Filing, kind="motion to reopen")
    said.says(LETTER, "asylum", Filing, kind="application for relief")
    said.complete(LETTER, "orders", 1)
    record = derive(said.file)
    later = [row for row in record.root["orders"] if row["@presence"] == Presence.POSSIBLE]
    assert [row["@id"] for row in record.rows["motion"]["of"]] == ["order-1", *["" for _ in later]]
    assert all(row["decided"][0] > span("2017-05-01", "2017-05-01")[0] for row in later)


def test_a_condition_nobody_ascribes_need_be_no_relatives() -> None:
    said = Builder()
    said.says(LETTER, "kid", Relative, relation="child")
    said.says(LETTER, "asthma", HealthCondition, condition="asthma")
    said.complete(LETTER, "relatives")
    assert [row["@id"] for row in derive(said.file).rows["asthma"]["of"]] == ["kid", ""]


def test_a_filing_does_not_support_itself() -> None:
    said = Builder()
    said.says(LETTER, "stay", Filing, kind="stay request")
    assert all(row["@id"] != "stay" for row in derive(said.file).rows["stay"]["supports"])


def test_sources_that_name_different_orders_leave_both_and_a_conflict() -> None:
    said = Builder()
    said.subject("order-1", Order)
    said.subject("order-2", Order)
    said.says(LETTER, "motion", Filing, kind="motion to reopen", of="order-1")
    said.says(NEWS, "motion", Filing, of="order-2")
    record = derive(said.file)
    assert [row["@id"] for row in record.rows["motion"]["of"]] == ["order-1", "order-2"]
    assert [c.fact for c in record.conflicts] == ["of"]


def test_a_reference_to_a_mention_leads_to_whomever_it_was_merged_into() -> None:
    said = Builder()
    said.says(LETTER, "kid", Relative, relation="child")
    said.says(NEWS, "elena", Relative, mention=True, name="Elena")
    said.says(NEWS, "asthma", HealthCondition, of="elena")
    said.same(NEWS, "elena", "kid")
    record = derive(said.file)
    assert record.rows["asthma"]["of"] == (record.rows["kid"],)


def test_what_a_strong_source_points_to_is_there_even_if_only_weak_ones_describe_it() -> None:
    said = Builder()
    said.says(NEWS, "order-1", Order, decided="2012")
    said.says(source("filing", "filing"), "motion", Filing, kind="motion to reopen", of="order-1")
    record = derive(said.file, least=Standing.DOCUMENTED)
    assert record.rows["order-1"]["decided"] == ANY_DAY
    assert record.rows["motion"]["of"] == (record.rows["order-1"],)


def test_a_stop_of_which_nothing_more_is_said_is_in_the_record() -> None:
    said = Builder()
    said.subject("order-1", Order)
    assert derive(said.file).rows["order-1"]["@presence"] == Presence.SURE


def test_ten_days_away_are_ten_days_and_not_what_the_two_ends_allow() -> None:
    said = Builder()
    said.says(LETTER, "trip", Departure, on="1998-05", returned="1998-05 or 1998-06", days_away="10")
    row = derive(said.file).rows["trip"]
    assert row["days_away"] == (10, 10)
    assert (row["returned"][0] - row["on"][1], row["returned"][1] - row["on"][0]) == (-30, 60)


def test_a_contrary_source_turns_yes_into_unknown_and_is_reported() -> None:
    said = Builder()
    absent = exists(Case.root().orders, lambda order: order.in_absentia)
    said.says(LETTER, "order-1", Order, in_absentia="yes")
    assert Valuation(derive(said.file).root, MAY_1[0]).value(absent) is True
    said.says(NEWS, "order-1", Order, in_absentia="no")
    record = derive(said.file)
    assert Valuation(record.root, MAY_1[0]).value(absent) is None
    assert [(c.subject, c.fact) for c in record.conflicts] == [("order-1", "in_absentia")]


days_of_2017 = st.tuples(st.integers(1, 300), st.integers(0, 60)).map(lambda d: (d[0], d[0] + d[1]))
FILINGS = Case.root().filings
QUESTIONS = (
    exists(FILINGS, lambda f: f.kind.is_in("appeal", "habeas") & (f.received <= "2017-02-15")),
    exists(FILINGS, lambda f: f.kind.is_in("appeal") & (f.received <= "2017-08-15")),
    every(FILINGS, lambda f: f.forum.is_in("Board") | (f.decided <= "2017-06-01")),
)


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_an_answer_stays_when_days_narrow_words_shrink_and_a_list_is_complete(data: st.DataObject) -> None:
    filings = data.draw(
        st.lists(st.tuples(days_of_2017, days_of_2017, st.integers(1, 2**9 - 1), st.integers(1, 2**7 - 1)), max_size=3)
    )

    def record(narrow: bool, complete: bool) -> list[object]:
        said = Builder()
        for i, (received, decided, kinds, forums) in enumerate(filings):
            said.subject(f"f{i}", Filing)
            earliest = 0
            for fact, (first, last) in (("received", received), ("decided", decided)):
                if narrow:  # to days that can both be so: nothing is decided before it was received
                    latest = min(last, decided[1]) if decided[1] >= received[0] else last
                    first = data.draw(st.integers(max(first, min(earliest, last)), latest))
                    last = data.draw(st.integers(first, latest))
                    earliest = last if decided[1] >= received[0] else 0
                value = Value("", span=(day("2017-01-01") + first, day("2017-01-01") + last))
                said.claims.append(Claim(f"f{i}", fact, value, LETTER))
            for fact, mask in (("kind", kinds), ("forum", forums)):
                shrunk = mask & data.draw(st.integers(0, 2**9 - 1)) if narrow else mask
                said.claims.append(Claim(f"f{i}", fact, Value("", mask=shrunk or mask), LETTER))
        if complete:
            said.complete(LETTER, "filings", None, "2017-07-01")
        made = derive(said.file)
        return [Valuation(made.root, MAY_1[0]).value(question) for question in QUESTIONS]

    before = record(narrow=False, complete=False)
    for after in (record(narrow=True, complete=False), record(narrow=True, complete=data.draw(st.booleans()))):
        assert all(was is None or was is now for was, now in zip(before, after, strict=True))


# --- known to the office ---


def test_what_only_a_later_paper_speaks_of_is_not_in_the_file_of_an_earlier_day() -> None:
    said = Builder()
    said.says(LETTER, "order-1", Order, kind="removal")
    said.says(source("order", "order or decision", had="2018-01-01"), "order-2", Order, kind="removal")
    said.complete(source("docket", "docket", had="2018-01-01"), "orders")
    record = derive(said.file, file_known=on("2017-12-31"))
    assert [row["@id"] for row in record.root["orders"]] == ["order-1", ""]
    assert record.root["orders"][1]["decided"] == ANY_DAY


def test_a_paper_had_some_time_in_january_is_surely_had_only_at_its_end() -> None:
    said = Builder()
    said.says(source("order", "order or decision", had="2018-01"), "order-1", Order, kind="removal")
    assert "order-1" not in derive(said.file, file_known=on("2018-01-15")).rows
    assert "order-1" in derive(said.file, file_known=on("2018-01-31")).rows


def test_a_paper_of_which_neither_day_is_known_was_not_surely_there_on_any_day() -> None:
    said = Builder()
    said.says(source("slip", "other", dated="", had="?"), "order-1", Order, kind="removal")
    assert "order-1" not in derive(said.file, file_known=on("2030-01-01")).rows
    assert "order-1" in derive(said.file).rows


# --- the vocabulary ---


@pytest.mark.parametrize(
    "entity", [Custody, Supervision, Representation, Employment, Residence, HealthCondition, CommunityTie, Protection]
)
def test_what_holds_for_a_time_has_a_day_it_began_and_a_day_it_ended(entity: type[Recorded]) -> None:
    assert entity.dating == "since"
    assert isinstance(entity.facts["since"], DayFact) and isinstance(entity.facts["until"], DayFact)
    said = Builder()
    said.says(LETTER, "one", entity, since="2010", until="2015-03-01")
    said.says(NEWS, "two", entity, since="2015-03-01")
    record = derive(said.file)
    assert record.conflicts == () and {"one", "two"} <= set(record.rows)


def test_marriage_citizenship_and_residence_have_days_too() -> None:
    names = ("since", "married_since", "married_until", "citizen_since", "resident_since")
    assert all(isinstance(Relative.facts[name], DayFact) for name in names)


def test_what_the_law_derives_cannot_be_entered() -> None:
    derived = {"final", "timely", "pending", "unlawful_presence", "stayed", "removable"}
    for entity in BY_CLASS.values():
        assert not derived & set(entity.facts)


def test_an_order_was_not_carried_out_before_the_first_day_on_which_he_can_have_left() -> None:
    said = Builder()
    said.says(LETTER, "order-1", Order, kind="removal", decided="2016-03-02")
    assert derive(said.file).rows["order-1"]["executed"] == (day("2016-03-02"), NEVER)
    said.complete(LETTER, "departures", 0, "2017-05-01")
    assert derive(said.file).rows["order-1"]["executed"] == (day("2017-05-02"), NEVER)


@pytest.mark.parametrize(
    ("claim", "instead"),
    [
        ("order-1.final: yes", "{assertion: final, truth: yes}"),
        ("order-1.unlawful presence: 3 years", "{assertion: unlawful presence, truth: yes}"),
        ("order-1.status: pending", "enter what happened and when it was last checked"),
        ("order-1.appealed: no", "filings.none: {kind: appeal"),
    ],
)
def test_who_tries_to_enter_what_the_law_derives_is_told_what_to_enter(
    tmp_path: Path, claim: str, instead: str
) -> None:
    (tmp_path / "case.yaml").write_text(f"{LINES}      - order-1: {{order: removal}}\n      - {claim}\n", "utf-8")
    (problem,) = read_case(tmp_path)[1]
    assert problem.code == "E121" and instead in problem.hint


def test_a_document_that_calls_an_order_final_asserts_it_and_sets_no_fact() -> None:
    said = Builder()
    said.says(LETTER, "order-1", Order, kind="removal")
    plain = derive(said.file).rows["order-1"]
    said.says(NEWS, "claimed", Assertion, what="final", truth="yes", order="order-1", on="2012")
    record = derive(said.file)
    assert record.rows["order-1"] == plain
    assert record.rows["claimed"]["order"][0] is record.rows["order-1"]


def test_every_entity_names_facts_and_a_list_that_there_are() -> None:
    for word, entity in ENTITIES.items():
        assert entity.word == word and entity.__doc__
        listed = Case.facts[entity.list]
        assert isinstance(listed, ListFact) and listed.entity() is entity
        assert not entity.kind_fact or entity.kind_fact in entity.facts
        assert not entity.dating or isinstance(entity.facts[entity.dating], DayFact)


def test_every_choice_has_words_and_every_reference_an_entity_of_the_file() -> None:
    for entity in ENTITIES.values():
        for fact in entity.facts.values():
            assert fact.label, fact.name
            assert not isinstance(fact, ChoiceFact) or len(set(fact.codes)) == len(fact.codes) > 1
            assert not isinstance(fact, RefFact) or issubclass(fact.entity(), Recorded)


def test_identifiers_are_marked() -> None:
    marked = {("person", "name"), ("person", "a_number"), ("person", "born"), ("person", "phone"), ("person", "email")}
    marked |= {("relative", "name"), ("relative", "born"), ("filing", "receipt"), ("residence", "address")}
    marked |= {("health condition", "condition")}
    assert all(ENTITIES[word].facts[fact].private for word, fact in marked)


def test_a_fact_is_written_with_spaces_or_underscores() -> None:
    assert fact_named(Filing, "fee paid") is fact_named(Filing, "fee_paid") is Filing.facts["fee_paid"]
    assert fact_named(Filing, "fe paid") is None


def test_the_record_of_a_file_of_sixty_claims_is_derived_in_a_few_milliseconds() -> None:
    said = Builder()
    for i in range(20):
        said.says(LETTER, f"filing-{i}", Filing, kind="motion to reopen", received="2017-04", outcome="denied")
    said.complete(LETTER, "filings", kind="appeal", forum="Board")
    file = said.file
    derive(file)
    times = []
    for _ in range(7):
        start = time.perf_counter()
        derive(file)
        times.append(time.perf_counter() - start)
    assert min(times) < 0.015


def test_nothing_is_decided_before_it_is_received() -> None:
    said = Builder()
    said.says(source(), "stay-1", Filing, kind="stay request", received="2017-04-17..2017-05-01")
    assert derive(said.file).rows["stay-1"]["decided"] == (day("2017-04-17"), NEVER)


def test_what_was_decided_by_a_day_was_received_by_it() -> None:
    said = Builder()
    said.says(source(), "stay-1", Filing, kind="stay request", decided="2017-03-02")
    assert derive(said.file).rows["stay-1"]["received"] == (LONG_AGO, day("2017-03-02"))


def test_what_may_be_missing_from_a_list_was_decided_no_sooner_than_it_can_have_been_received() -> None:
    said = Builder()
    said.complete(source("docket", "docket", dated="2026-03-20"), "filings", 0, "2026-03-20")
    [missing] = derive(said.file).root["filings"]
    assert (missing["received"][0], missing["decided"][0]) == (day("2026-03-21"), day("2026-03-21"))


def test_every_sequence_names_two_days_of_its_entity() -> None:
    for entity in ENTITIES.values():
        for pair in entity.sequence:
            assert [type(entity.facts[name]) for name in pair] == [DayFact, DayFact], entity
        assert all(isinstance(entity.facts[name], DayFact) for name in entity.to_come), entity


def test_every_sequence_names_a_pair_after_those_that_it_continues() -> None:
    for entity in ENTITIES.values():
        for i, (_, second) in enumerate(entity.sequence):
            assert second not in [first for first, _ in entity.sequence[:i]], entity
