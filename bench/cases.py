"""Eight rules' worth of facts, as a small vocabulary, and invented cases about them: the same ones every time."""

from datetime import date
from random import Random
from typing import Any

from abeyance.logic.facts import BoolFact, ChoiceFact, DayFact, Entity, ListFact, NumberFact
from abeyance.logic.operations import Row, blank
from abeyance.logic.values import Presence

Plain = dict[str, Any]  # a case as a programmer would hold it: None is unknown

STATUSES = ("none", "resident", "citizen")


class Child(Entity):
    """a child"""

    born = DayFact("the day of birth")
    married = BoolFact("married")
    status = ChoiceFact("the status", codes=STATUSES)


class Conviction(Entity):
    """a conviction"""

    aggravated_felony = BoolFact("an aggravated felony")
    controlled_substance = BoolFact("an offence of controlled substances")
    moral_turpitude = BoolFact("a crime of moral turpitude")
    most_months = NumberFact("the longest sentence allowed, in months")
    months = NumberFact("the sentence, in months")


class Case(Entity):
    """the case"""

    final_order = DayFact("the day of the final order")
    motion_filed = DayFact("the day the motion was received")
    decided = DayFact("the day of the judge's decision")
    appeal_filed = DayFact("the day the appeal was received")
    arrived = DayFact("the day of arrival")
    asylum_filed = DayFact("the day asylum was applied for")
    present_since = DayFact("the day presence began")
    charged = DayFact("the day the notice to appear was served")
    hearing_notice = DayFact("the day of the notice of hearing")
    offence = DayFact("the day of the offence that stops time")
    cancellation_decided = DayFact("the day of the decision on cancellation")
    changed_country = BoolFact("the motion rests on changed country conditions")
    joint = BoolFact("the motion is joint")
    in_absentia = BoolFact("the order was made in absentia")
    no_notice = BoolFact("there was no notice")
    exceptional = BoolFact("the circumstances were exceptional")
    motion_pending = BoolFact("the motion is pending")
    appeal_taken = BoolFact("an appeal was taken")
    appeal_waived = BoolFact("appeal was waived")
    appeal_pending = BoolFact("the appeal is pending")
    changed_circumstances = BoolFact("circumstances changed")
    extraordinary = BoolFact("circumstances were extraordinary")
    reasonable_time = BoolFact("asylum was applied for in a reasonable time")
    unaccompanied = BoolFact("an unaccompanied child")
    notice_complete = BoolFact("the notice to appear states time and place")
    hearing_notice_sent = BoolFact("a notice of hearing was sent")
    offence_stops = BoolFact("the offence is one that stops time")
    good_character = BoolFact("of good moral character")
    hardship = BoolFact("the hardship is shown")
    children = ListFact[Child]("the children", entity=lambda: Child)
    convictions = ListFact[Conviction]("the convictions", entity=lambda: Conviction)


# how often each is so, of the cases in which it is known
OFTEN = {
    "changed_country": 0.08,
    "joint": 0.03,
    "in_absentia": 0.3,
    "no_notice": 0.2,
    "exceptional": 0.15,
    "motion_pending": 0.4,
    "appeal_taken": 0.6,
    "appeal_waived": 0.1,
    "appeal_pending": 0.4,
    "changed_circumstances": 0.1,
    "extraordinary": 0.1,
    "reasonable_time": 0.6,
    "unaccompanied": 0.1,
    "notice_complete": 0.5,
    "hearing_notice_sent": 0.9,
    "offence_stops": 0.15,
    "good_character": 0.8,
    "hardship": 0.3,
}
SEED = 7


def plain_cases(number: int, unknown: float) -> list[Plain]:
    """``number`` cases in which each fact is unknown with the chance ``unknown``, and a list with a fifth of it."""
    random = Random(SEED)
    return [_plain_case(random, unknown) for _ in range(number)]


def _plain_case(random: Random, unknown: float) -> Plain:
    def day(first: str, last: str) -> int:
        return random.randint(date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal())

    days: dict[str, int] = {"decided": day("2010-01-01", "2026-06-30")}
    days["appeal_filed"] = days["decided"] + random.randint(5, 59)
    days["final_order"] = days["decided"] + random.randint(0, 59)
    days["motion_filed"] = days["final_order"] + random.randint(20, 259)
    days["arrived"] = day("2000-01-01", "2025-12-30")
    days["asylum_filed"] = days["arrived"] + random.randint(30, 1199)
    days["present_since"] = day("1992-01-01", "2016-12-30")
    days["charged"] = days["present_since"] + random.randint(365, 8999)
    days["hearing_notice"] = days["charged"] + random.randint(10, 899)
    days["offence"] = days["present_since"] + random.randint(100, 8099)
    days["cancellation_decided"] = day("2014-01-01", "2026-06-29")

    def known(value: Any) -> Any:
        return None if random.random() < unknown else value

    case: Plain = {name: known(date.fromordinal(value)) for name, value in days.items()}
    case |= {name: known(random.random() < often) for name, often in OFTEN.items()}
    children = [
        {
            "born": known(date.fromordinal(day("1985-01-01", "2023-12-31"))),
            "married": known(random.random() < 0.25),
            "status": known(random.choices(STATUSES, (0.4, 0.15, 0.45))[0]),
        }
        for _ in range(random.choices(range(6), (20, 32, 26, 14, 6, 2))[0])
    ]
    convictions = []
    for _ in range(random.choices(range(4), (61, 30, 8, 1))[0]):
        most = random.choice((3, 6, 12, 24, 60))
        convictions.append(
            {
                "aggravated_felony": known(random.random() < 0.05),
                "controlled_substance": known(random.random() < 0.1),
                "moral_turpitude": known(random.random() < 0.3),
                "most_months": known(most),
                "months": known(random.randint(0, most)),
            }
        )
    for name, rows in (("children", children), ("convictions", convictions)):
        case[name] = None if random.random() < unknown / 5 else rows
    return case


def as_row(case: Plain, slack: int = 0, open_lists: bool = False) -> Row:
    """A case as the logic reads it; its days are known to ``slack`` days either way, and its lists perhaps not complete."""
    row = _row(Case, case, slack)
    for name, entity in (("children", Child), ("convictions", Conviction)):
        rows = [_row(entity, each, slack) for each in case[name] or ()]
        row[name] = (*rows, blank(entity)) if open_lists or case[name] is None else tuple(rows)
    return row


def _row(entity: type[Entity], plain: Plain, slack: int) -> dict[str, Any]:
    row: dict[str, Any] = {**blank(entity), "@id": entity.__name__, "@presence": Presence.SURE}
    for name, fact in entity.facts.items():
        value = plain[name]
        if value is None or isinstance(fact, ListFact):
            continue
        if isinstance(fact, DayFact):
            row[name] = (value.toordinal() - slack, value.toordinal() + slack)
        elif isinstance(fact, NumberFact):
            row[name] = (value, value)
        elif isinstance(fact, ChoiceFact):
            row[name] = fact.mask(value)
        else:
            row[name] = value
    return row
