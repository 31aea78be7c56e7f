"""The ruling on a motion that the file tells only as the motion's outcome: an order that nobody entered as one.

Whoever says that the Board denied a motion on a day says that there is a decision of the Board of that day, from which days
count and against which something may be filed.  It is a row of its own, ``motion-1.ruling``, that says no more than that.
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


def _is_ruled_on(known: Known, motion: str, orders: Iterable[str]) -> bool:
    kind, forum = _words(known, motion, Filing.kind), _words(known, motion, Filing.forum)
    decided = known.get((motion, "decided"), ANY_DAY)
    if not kind <= MOTIONS or not forum <= BY.keys() or decided[1] >= NEVER or (motion, "ruling") in known:
        return False
    attacked = known.get((motion, "of"), ())
    by = {BY[word] for word in forum}
    return not any(
        order not in attacked
        and known.get((order, "motion_ruling")) is not False
        and by & _words(known, order, Order.by)
        and _meet(decided, known.get((order, "decided"), ANY_DAY))
        for order in orders
    )


def _ruling(known: Known, motion: str) -> Subject:
    ruling = f"{motion}.ruling"
    known[motion, "ruling"] = (ruling,)
    known[ruling, "motion_ruling"] = True
    known[ruling, "decided"] = known[motion, "decided"]
    known[ruling, "by"] = Order.by.mask(*{BY[word] for word in _words(known, motion, Filing.forum)})
    if (motion, "outcome") in known:
        outcomes = {OUTCOMES.get(word, "other") for word in _words(known, motion, Filing.outcome)}
        known[ruling, "outcome"] = Order.outcome.mask(*outcomes)
    attacked = known.get((motion, "of"), ())
    kinds = _words(known, attacked[0], Order.kind) if len(attacked) == 1 else OF_COURTS
    known[ruling, "kind"] = Order.kind.mask(*(kinds & OF_COURTS or OF_COURTS))
    return Subject(ruling, Order.__name__)


def _words(known: Known, subject: str, fact: ChoiceFact) -> set[str]:
    """The words that a choice may be."""
    return set(fact.words(known.get((subject, fact.name), -1)))


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]
