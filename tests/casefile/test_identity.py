"""A mention is not a person (SEMANTICS 13)."""

from abeyance.casefile.claims import Standing
from abeyance.casefile.record import Record, derive
from abeyance.casefile.vocabulary import Case, Order, Relative
from abeyance.logic.evaluating import Valuation
from abeyance.logic.facts import count, every, exists
from abeyance.logic.values import LONG_AGO, Presence
from tests.casefile.building import MAY_1, Builder, source, span

LETTER = source("letter", "congressional letter")
NEWS = source("news", "press")
CERTIFICATE = source("certificate", "vital record")
case = Case.root()
BY = "2017-05-01"
CHILDREN = count(case.relatives, lambda r: r.relation.is_in("child") & (r.since <= BY))
ALL_CITIZENS = every(case.relatives, lambda r: ~(r.relation.is_in("child") & (r.since <= BY)) | r.citizen)
TUITION = exists(case.relatives, lambda r: r.relation.is_in("child") & r.tuition_paid)


def four_children(said: Builder) -> Builder:
    for key, age in (("kid-19", 19), ("kid-16", 16), ("twin-1", 11), ("twin-2", 11)):
        said.says(LETTER, key, Relative, relation="child", born=f"aged {age}", citizen="yes")
    return said


def value(record: Record, node: object) -> object:
    return Valuation(record.root, MAY_1[0]).value(node)  # type: ignore[arg-type]


def presence(record: Record, key: str) -> int:
    found: int = record.rows[key]["@presence"]
    return found


def test_a_daughter_who_is_mentioned_may_be_one_of_the_four_or_a_fifth() -> None:
    said = four_children(Builder())
    said.says(NEWS, "elena", Relative, mention=True, relation="child", name="Elena")
    said.complete(LETTER, "relatives", relation="child")
    record = derive(said.file)
    assert presence(record, "elena") == Presence.MENTION
    assert value(record, CHILDREN) == (4, 5)


def test_same_as_puts_the_claims_of_both_into_one_row() -> None:
    said = four_children(Builder())
    said.says(NEWS, "elena", Relative, mention=True, relation="child", name="Elena")
    said.same(NEWS, "elena", "kid-19")
    said.complete(LETTER, "relatives", relation="child")
    record = derive(said.file)
    assert "elena" not in record.rows
    assert record.rows["kid-19"]["name"] == "Elena"
    assert record.names == {"elena": "kid-19"}
    assert value(record, CHILDREN) == (4, 4)


def test_two_mentions_of_one_person_stay_a_mention() -> None:
    said = Builder()
    said.says(NEWS, "elena", Relative, mention=True, name="Elena")
    said.says(LETTER, "the-19-year-old", Relative, mention=True, born="aged 19")
    said.same(NEWS, "elena", "the-19-year-old")
    record = derive(said.file)
    assert presence(record, "elena") == Presence.MENTION
    assert record.rows["elena"]["born"] == span("1997-05-02", "1998-05-01")


def test_a_mention_that_is_different_from_everybody_is_somebody_of_her_own() -> None:
    said = Builder()
    said.says(LETTER, "kid", Relative, relation="child")
    said.says(NEWS, "elena", Relative, mention=True, relation="child")
    said.different(NEWS, "elena", "kid")
    assert presence(derive(said.file), "elena") == Presence.SURE


def test_a_mention_that_is_different_from_one_of_two_may_still_be_the_other() -> None:
    said = Builder()
    said.says(LETTER, "kid-1", Relative, relation="child")
    said.says(LETTER, "kid-2", Relative, relation="child")
    said.says(NEWS, "elena", Relative, mention=True, relation="child")
    said.different(NEWS, "elena", "kid-1")
    assert presence(derive(said.file), "elena") == Presence.MENTION
    said.different(NEWS, "kid-2", "elena")
    assert presence(derive(said.file), "elena") == Presence.SURE


def test_a_child_need_not_be_said_to_be_another_than_the_spouse() -> None:
    said = Builder()
    said.says(LETTER, "wife", Relative, relation="spouse")
    said.says(LETTER, "kid", Relative, relation="child")
    said.says(NEWS, "elena", Relative, mention=True, relation="child")
    said.different(NEWS, "elena", "kid")
    assert presence(derive(said.file), "elena") == Presence.SURE


def test_sources_that_contradict_each_other_on_who_is_who_merge_nobody() -> None:
    said = Builder()
    said.says(LETTER, "kid", Relative, relation="child")
    said.says(NEWS, "elena", Relative, mention=True, relation="child")
    said.same(NEWS, "elena", "kid")
    said.different(LETTER, "elena", "kid")
    record = derive(said.file)
    assert presence(record, "elena") == Presence.MENTION
    assert [i.same for i in record.contested] == [True, False]


def test_whoever_is_linked_to_one_of_two_at_odds_alone_is_one_with_that_one() -> None:
    said = Builder()
    for child in ("elena", "luis"):
        said.says(LETTER, child, Relative, relation="child")
    said.says(LETTER, "the-19-year-old", Relative, mention=True, relation="child", born="aged 19")
    said.same(LETTER, "the-19-year-old", "elena")
    said.same(NEWS, "luis", "elena")
    said.different(source("note"), "luis", "elena")
    record = derive(said.file)
    assert record.names == {"the-19-year-old": "elena"}
    assert [(i.one, i.source.key) for i in record.contested] == [("luis", NEWS.key), ("luis", "note")]
    assert (presence(record, "elena"), presence(record, "luis")) == (Presence.SURE, Presence.MENTION)


def test_three_that_are_each_called_one_with_the_other_are_one() -> None:
    said = Builder()
    for child in ("a", "b", "c"):
        said.says(LETTER, child, Relative, relation="child")
    for one, other in ("ab", "bc", "ca"):
        said.same(LETTER, one, other)
    record = derive(said.file)
    assert record.names == {"b": "a", "c": "a"} and record.contested == ()


def test_two_orders_that_a_weak_source_calls_one_are_not_surely_two_for_a_stronger_reading() -> None:
    order = source("paper", "order or decision")
    said = Builder()
    said.says(order, "order-1", Order, kind="removal")
    said.says(order, "order-2", Order, kind="removal")
    said.same(source("client", "interview"), "order-2", "order-1")
    assert [k for k in derive(said.file).rows if k.startswith("order")] == ["order-1"]
    strong = derive(said.file, least=Standing.CERTIFIED)
    assert (presence(strong, "order-1"), presence(strong, "order-2")) == (Presence.SURE, Presence.MENTION)


def test_four_children_is_a_count_and_once_four_are_recorded_a_completeness() -> None:
    said = four_children(Builder())
    assert value(derive(said.file), ALL_CITIZENS) is None
    said.complete(LETTER, "relatives", 4, relation="child")
    record = derive(said.file)
    assert value(record, CHILDREN) == (4, 4)
    assert value(record, ALL_CITIZENS) is True


def test_a_count_of_2017_says_nothing_of_a_child_born_in_2018() -> None:
    said = four_children(Builder())
    said.complete(LETTER, "relatives", 4, relation="child")
    in_2018 = every(case.relatives, lambda r: ~(r.relation.is_in("child") & (r.since <= "2018-12-31")) | r.citizen)
    assert value(derive(said.file), in_2018) is None


def test_a_child_whom_a_letter_names_was_a_child_by_the_day_of_the_letter() -> None:
    record = derive(four_children(Builder()).file)
    assert record.rows["kid-19"]["since"] == (LONG_AGO, MAY_1[1])
    assert value(record, exists(case.relatives, lambda r: r.since <= "2017-05-01")) is True
    assert value(record, exists(case.relatives, lambda r: r.since <= "2017-04-30")) is None


def test_a_child_whom_a_letter_of_some_day_in_april_names_was_a_child_by_its_last() -> None:
    said = Builder()
    said.says(source("letter", dated="2017-04"), "kid", Relative, relation="child")
    assert derive(said.file).rows["kid"]["since"] == (LONG_AGO, span("2017-04-30", "2017-04-30")[1])


def test_an_adoption_of_a_stated_day_is_no_kinship_before_it() -> None:
    said = Builder()
    said.says(CERTIFICATE, "kid", Relative, relation="child", since="2015-06-01", citizen="yes")
    said.complete(CERTIFICATE, "relatives", 1)
    before = exists(case.relatives, lambda r: r.since <= "2015-05-31")
    assert value(derive(said.file), before) is False


def test_five_children_counted_and_four_recorded_leave_the_list_open() -> None:
    said = four_children(Builder())
    said.complete(LETTER, "relatives", 5, relation="child")
    record = derive(said.file)
    assert record.counts == ()
    assert value(record, ALL_CITIZENS) is None


def test_a_mention_among_the_counted_takes_over_what_they_share_and_keeps_her_own() -> None:
    said = four_children(Builder())
    said.says(NEWS, "daughter", Relative, mention=True, relation="child", tuition_paid="yes")
    said.complete(LETTER, "relatives", 4, relation="child")
    record = derive(said.file)
    assert record.rows["daughter"]["citizen"] is True
    assert record.rows["daughter"]["born"] == span("1997-05-02", "2006-05-01")
    assert value(record, ALL_CITIZENS) is True
    assert value(record, TUITION) is True


def test_more_individuals_than_were_counted_are_a_conflict_and_complete_nothing() -> None:
    said = four_children(Builder())
    said.complete(NEWS, "relatives", 3, relation="child")
    record = derive(said.file)
    assert record.counts[0].recorded == ("kid-19", "kid-16", "twin-1", "twin-2")
    assert record.root["@conflicts"] == {"relatives"}
    assert value(record, ALL_CITIZENS) is None


def test_two_counts_that_differ_are_a_conflict_and_neither_completes_the_list() -> None:
    said = four_children(Builder())
    said.complete(LETTER, "relatives", 4, relation="child")
    said.complete(NEWS, "relatives", 5, relation="child")
    record = derive(said.file)
    assert len(record.counts) == 2
    assert value(record, ALL_CITIZENS) is None


def test_two_sources_that_count_the_same_agree() -> None:
    said = four_children(Builder())
    said.complete(LETTER, "relatives", 4, relation="child")
    said.complete(NEWS, "relatives", 4, relation="child")
    assert [[c.source.key for c in group] for group in derive(said.file).agreed_counts] == [["letter", "news"]]


def test_nobody_against_a_mention_is_a_conflict() -> None:
    said = Builder()
    said.says(NEWS, "elena", Relative, mention=True, relation="child")
    said.complete(LETTER, "relatives", 0, relation="child")
    assert derive(said.file).counts[0].recorded == ("elena",)
