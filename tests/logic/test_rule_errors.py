"""What a rule must not say: every mistake is met while the rule is written, with what to write instead."""

from collections.abc import Callable
from datetime import date
from typing import Any, cast

import pytest

from abeyance.law.provisions import provision
from abeyance.logic import expressions as write
from abeyance.logic.expressions import (
    NO,
    ON,
    UNCONFIRMED,
    YES,
    Bool,
    Period,
    RuleError,
    Version,
    business_days,
    by_choice,
    condition,
    days,
    months,
    unsettled,
    until,
    years,
)
from abeyance.logic.facts import TextFact, at_least, count, every, exists, first, last
from tests.logic.vocabulary import COURT, Case, Paper

case: Any = Case.root()
paper: Any = Paper.subject()
FIRST, SECOND = Version(None, "old"), Version(date(2020, 3, 1), "new")
EARLY, UNDONE = Version(date(2019, 1, 1), "earlier"), Version(None, "old", undone=date(2020, 1, 1))
# the type checker would meet some of these mistakes before they are run
all_, any_, not_, choose_if, by_date = (
    cast(Any, f) for f in (write.all_, write.any_, write.not_, write.choose_if, write.by_date)
)


class Letter(Case):
    """a letter"""

    words = TextFact("what it says")


# fmt: off
MISTAKES: list[tuple[str, Callable[[], Any], str]] = [
    # Python's own words for logic
    ("and", lambda: case.waived and case.oral, "use & | ~ or all_(), any_(), not_() in place of and, or, not"),
    ("or", lambda: case.waived or case.oral, "use & | ~"),
    ("not", lambda: not case.waived, "use & | ~"),
    ("if", lambda: 1 if case.waived else 2, "choose_if() in place of if"),
    ("a chained comparison", lambda: case.left <= ON <= case.returned, "& in place of a <= b <= c"),
    ("a comparison without brackets", lambda: case.left <= ON & case.waived, "(a <= b) & (c <= d)"),
    ("a day beside or", lambda: case.waived | case.left <= ON, "a condition is needed here, not a day"),
    ("a generator", lambda: all_(p for p in (YES, NO)), "all_(*parts), not all_(parts)"),
    ("a list of conditions", lambda: any_([case.waived, case.oral]), "all_(*parts), not all_(parts)"),
    ("a number for a condition", lambda: not_(1), "a condition is needed here, not int 1"),
    # equality
    ("== on a condition", lambda: case.waived == True, "write the condition itself, or ~ before it"),  # noqa: E712
    ("== on a day", lambda: case.left == case.returned, "== does not compare a day: write one.is_(other)"),
    ("!= on a day", lambda: case.left != "2020-01-01", "one.is_(other), with ~ before it"),
    ("== on a choice", lambda: paper.kind == "motion", '.is_in("word", "other")'),
    ("in a tuple of words", lambda: paper.kind in ("motion", "appeal"), '.is_in("word", "other")'),
    ("a word in a choice", lambda: "motion" in paper.kind, "for one of several words write .is_in(...)"),
    ("== on rows", lambda: paper.of == paper, "== does not compare rows: write .is_row(other)"),
    ("a row as a truth", lambda: 1 if paper.of else 2, "whether first() or last() found one is .is_found"),
    ("rows of two kinds", lambda: paper.is_row(case), "a Paper is never a Case"),
    # days, numbers, moments
    ("a number added to a day", lambda: case.left + 30, "to a day add days(n), months(n), years(n), until(day) or business_days("),
    ("a day added to a day", lambda: case.left + case.returned, "business_days(n, calendar), not a day"),
    ("a period before the day", lambda: days(30) + case.left, "write the day first"),
    ("an unconfirmed period alone", lambda: case.left + UNCONFIRMED, "to a day add days(n)"),
    ("a day minus a day", lambda: case.returned - case.left, "the days between two days are later.since(earlier)"),
    ("a number taken from a day", lambda: case.returned - 3, "from a day subtract days(n), months(n) or years(n), not int 3"),
    ("business days backward", lambda: case.left - business_days(2, COURT), "only days, months and years are counted backward"),
    ("fewer than no business days", lambda: business_days(-2, COURT), "business days are counted forward only"),
    ("half a month", lambda: months(0.5), "a whole number is needed here, not float 0.5"),  # type: ignore[arg-type]
    ("a truth for a number", lambda: days(True), "a whole number is needed here, not bool True"),
    ("text for a number", lambda: years("ten"), "a whole number is needed here, not str 'ten'"),  # type: ignore[arg-type]
    ("a day with a number", lambda: case.left <= 30, "a day is compared with a day, not with int 30"),
    ("a day with a number fact", lambda: case.left <= case.fee, "a day is compared with a day, not with a number"),
    ("a day with a moment", lambda: case.left <= case.told, "a day is compared with a day, not with a moment"),
    ("a number with a day", lambda: case.fee >= "2020-01-01", "not with str '2020-01-01'"),
    ("a number with a truth", lambda: case.fee >= True, "a number is compared with a number, not with bool True"),
    ("a day that is none", lambda: case.left <= "2020-02-30", "'2020-02-30' is no day: write one as 2017-05-01"),
    ("until a day that is none", lambda: until("May 5"), "'May 5' is no day: write one as 2017-05-01"),
    ("a sum of numbers", lambda: case.fee + 1, "a number with +; two numbers are only compared"),
    ("a difference of numbers", lambda: case.fee - 1, "nothing is subtracted from a number"),
    ("hours added with +", lambda: case.told + 72, "nothing is added to a moment with +: write .plus_hours(n)"),
    ("a zone that is none", lambda: case.left.end_of_day("New York"), "write one such as America/New_York"),
    ("a calendar that is none", lambda: case.left.open_day("EOIR"), "a calendar is needed here, not str 'EOIR'"),
    # facts and words
    ("a fact misspelt", lambda: paper.flied, "Paper has no fact 'flied'; did you mean filed?"),
    ("a fact that is not there", lambda: case.zzz, "Case has no fact 'zzz'; it has decided, left, returned"),
    ("text", lambda: Letter.root().words, "no rule can reason from text: declare a ChoiceFact"),
    ("a word not in the list", lambda: paper.kind.is_("motoin"), "'motoin' is not one of: motion, appeal, petition"),
    ("no word", lambda: paper.kind.is_in(), "name a word, one of: motion, appeal, petition"),
    ("two lists of words", lambda: paper.kind.is_(case.circuit), "petition and 1, 2, 9, DC are two lists of words"),
    # lists
    ("a loop", lambda: [p.late for p in case.papers], "a list is asked with exists(), every(), at_least()"),
    ("the length of a list", lambda: len(case.papers), "a list is asked with exists()"),
    ("a list as a truth", lambda: not case.papers, "a list is asked with exists()"),
    ("a row by its place", lambda: case.papers[0], "a list is asked with exists()"),
    ("no list", lambda: exists(paper, lambda p: p.late), "a list of the case is asked here, not a Paper"),
    ("a test that is no condition", lambda: every(case.papers, lambda p: p.filed), "a condition is needed here, not a day"),
    ("a count of what is no condition", lambda: count(case.papers, lambda p: p.pages), "a condition is needed here, not a number"),
    ("at least none", lambda: at_least(0, case.papers, lambda p: p.late), "at_least() asks for one row or more, not 0"),
    ("in the order of no day", lambda: first(case.papers, by=lambda p: p.pages), "rows are put in order by a day, not by a number"),
    ("the last of no list", lambda: last(case.lead, by=lambda p: p.filed), "a list of the case is asked here, not a Paper"),
    # branches
    ("branches of two kinds", lambda: choose_if(case.waived, case.left, case.oral), "of one kind, not a day, a condition"),
    ("branches of two lists of words", lambda: choose_if(case.waived, case.circuit, paper.kind), "not a choice of 1, 2, 9, DC, a"),
    ("a period as a branch", lambda: choose_if(case.waived, days(3), days(4)), "add each period to its day"),
    ("a row as a branch", lambda: choose_if(case.waived, case.lead, case.lead.of), "choose among facts of rows"),
    ("a test that is a day", lambda: choose_if(case.left, YES, NO), "a condition is needed here, not a day"),
    ("a version chosen by no day", lambda: by_date(case.waived, (FIRST, YES)), "chooses the version is a day, not a condition"),
    ("a first version with a start", lambda: by_date(ON, (SECOND, YES)), "the first version starts at None"),
    ("no version", lambda: by_date(ON), "the first version starts at None"),
    ("a first version undone", lambda: by_date(ON, (UNDONE, YES)), "always known, and never undone"),
    ("versions out of order", lambda: by_date(ON, (FIRST, YES), (SECOND, NO), (EARLY, YES)), "in the order in which they begin"),
    ("a period and a condition", lambda: by_date(ON, (FIRST, days(30)), (SECOND, YES)), "add each period to its day"),
    ("a branch by no choice", lambda: by_choice(case.left, {"1": YES}, NO), "what chooses the branch is a choice, not a day"),
    ("a word in two branches", lambda: by_choice(case.circuit, {("1", "2"): YES, "2": NO}, NO), "a word is named in two branches"),
    ("a branch by a wrong word", lambda: by_choice(case.circuit, {"12": YES}, NO), "'12' is not one of: 1, 2, 9, DC"),
    ("one reading", lambda: unsettled("divided", YES), "unsettled law has two readings or more"),
]
# fmt: on


@pytest.mark.parametrize(("make", "message"), [m[1:] for m in MISTAKES], ids=[m[0] for m in MISTAKES])
def test_a_mistake_is_met_where_it_is_written_and_says_what_to_write(make: Callable[[], Any], message: str) -> None:
    with pytest.raises(RuleError) as raised:
        make()
    assert message in str(raised.value)


def test_provisions_that_use_each_other_in_a_circle_are_named_in_order() -> None:
    from abeyance.casefile.vocabulary import Case as Whole

    @provision("egg", "authority", subject=Whole)
    def egg(case: Whole, _: Whole) -> Bool:
        """there is an egg"""
        return hen(case, case)

    @provision("hen", "authority", subject=Whole)
    def hen(case: Whole, _: Whole) -> Bool:
        """there is a hen"""
        return egg(case, case)

    with pytest.raises(RuleError, match="provisions use each other in a circle: egg -> hen -> egg"):
        _ = egg.expression


def test_equal_branches_are_one_expression() -> None:
    assert choose_if(case.waived, case.left, case.left) is case.left


def test_a_python_truth_may_stand_for_a_condition() -> None:
    assert condition(True) is YES
    assert (True & case.waived) is case.waived
    assert choose_if(case.waived, True, False).args[1:] == (YES, NO)


def test_a_period_is_taken_back_step_by_step() -> None:
    assert -(days(3)) == Period((("days", -3),))
