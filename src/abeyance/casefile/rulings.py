"""A ruling that the file tells only as the outcome of what was filed.

Whoever says that the Board denied a motion on a day, or dismissed an appeal from such a denial, says that there is a decision
of the Board of that day, from which days count and against which something may be filed.  It is a row of its own,
``motion-1.ruling``, that says no more than that.  Whoever says that it dismissed an appeal from the order itself says that it
left the order as it was, and gave no time to leave.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from abeyance.casefile.claims import Subject
from abeyance.casefile.vocabulary import Filing, Order, Recorded
from abeyance.logic.facts import ChoiceFact
from abeyance.logic.values import ANY_DAY, NEVER

Known = dict[tuple[str, str], Any]  # subject and fact -> value

MOTIONS = {"motion to reopen", "motion to reconsider", "motion to rescind"}
BY = {"immigration court": "immigration judge", "Board": "Board"}
LOST = {"dismissed", "denied"}
OUTCOMES = {"granted": "motion granted", "denied": "motion denied", "dismissed": "motion denied"}
OF_COURTS = {"removal", "deportation", "exclusion"}  # the kinds of order that a motion can be about


def imply(subjects: Iterable[Subject], entities: Mapping[str, type[Recorded]], known: Known) -> tuple[Subject, ...]:
    """The rulings that ``known`` implies, each an order; adds to ``known`` what is known of them.

    None is implied where the motion names its ruling, or where a recorded order that it does not attack may be that ruling.
    """
    orders = [key for key, entity in entities.items() if entity is Order]
    return tuple(
        _ruling(known, subject.key)
        for subject in list(subjects)
        if entities[subject.key] is Filing and not subject.mention and _is_ruled_on(known, subject.key, orders)
    )


def _is_ruled_on(known: Known, filing: str, orders: Iterable[str]) -> bool:
    is_motion = _words(known, filing, Filing.kind) <= MOTIONS and _words(known, filing, Filing.forum) <= BY.keys()
    if not is_motion and not _is_lost_at_the_board(known, filing, "motion denied"):
        return False
    return not _may_be_told(known, filing, orders, on_a_motion=True)


def leave_standing(entities: Mapping[str, type[Recorded]], known: Known) -> None:
    """Add to ``known`` which decisions on appeal gave time to leave, as far as their outcome, or their ruling, says so."""
    orders = [key for key, entity in entities.items() if entity is Order]
    for filing, entity in entities.items():
        if entity is not Filing or (filing, "time_to_leave") in known:
            continue
        ruling = known.get((filing, "ruling"), ())
        if len(ruling) == 1 and len(outcome := _words(known, ruling[0], Order.outcome)) == 1:
            known[filing, "time_to_leave"] = outcome == {"voluntary departure"}
        elif _is_lost_at_the_board(known, filing, "ordered removed") and not _may_be_told(
            known, filing, orders, on_a_motion=False
        ):
            known[filing, "time_to_leave"] = False


def _is_lost_at_the_board(known: Known, filing: str, appealed_from: str) -> bool:
    """Whether it is an appeal that the Board dismissed, from one order with that outcome."""
    attacked = known.get((filing, "of"), ())
    return (
        _words(known, filing, Filing.kind) == {"appeal"}
        and _words(known, filing, Filing.forum) == {"Board"}
        and _words(known, filing, Filing.outcome) <= LOST
        and len(attacked) == 1
        and _words(known, attacked[0], Order.outcome) == {appealed_from}
    )


def _may_be_told(known: Known, filing: str, orders: Iterable[str], on_a_motion: bool) -> bool:
    """Whether the ruling on a filing is in the file, or may be one of its orders; or is not known to have been made."""
    decided = known.get((filing, "decided"), ANY_DAY)
    by = {BY[word] for word in _words(known, filing, Filing.forum)}
    return (
        decided[1] >= NEVER
        or (filing, "ruling") in known
        or any(
            order not in known.get((filing, "of"), ())
            and known.get((order, "motion_ruling")) in (None, on_a_motion)
            and by & _words(known, order, Order.by)
            and _meet(decided, known.get((order, "decided"), ANY_DAY))
            for order in orders
        )
    )


def _ruling(known: Known, filing: str) -> Subject:
    ruling = f"{filing}.ruling"
    known[filing, "ruling"] = (ruling,)
    known[ruling, "motion_ruling"] = True
    known[ruling, "decided"] = known[filing, "decided"]
    known[ruling, "by"] = Order.by.mask(*{BY[word] for word in _words(known, filing, Filing.forum)})
    if (filing, "outcome") in known:
        outcomes = {OUTCOMES.get(word, "other") for word in _words(known, filing, Filing.outcome)}
        known[ruling, "outcome"] = Order.outcome.mask(*outcomes)
    attacked = known.get((filing, "of"), ())
    kinds = _words(known, attacked[0], Order.kind) if len(attacked) == 1 else OF_COURTS
    known[ruling, "kind"] = Order.kind.mask(*(kinds & OF_COURTS or OF_COURTS))
    return Subject(ruling, Order.__name__)


def _words(known: Known, subject: str, fact: ChoiceFact) -> set[str]:
    """The words that a choice may be."""
    return set(fact.words(known.get((subject, fact.name), -1)))


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]
