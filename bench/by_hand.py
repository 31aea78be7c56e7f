"""The eight rules as a careful programmer writes them in Python: a function a rule, None for unknown, Kleene by hand."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import cache

from abeyance.law.calendars import closed
from bench.cases import Plain

Truth = bool | None


def not_(a: Truth) -> Truth:
    """Kleene's not."""
    return None if a is None else not a


def and_(*parts: Truth) -> Truth:
    """Kleene's and."""
    unknown = False
    for part in parts:
        if part is False:
            return False
        unknown = unknown or part is None
    return None if unknown else True


def or_(*parts: Truth) -> Truth:
    """Kleene's or."""
    unknown = False
    for part in parts:
        if part is True:
            return True
        unknown = unknown or part is None
    return None if unknown else False


def at_most(a: date | None, b: date | None) -> Truth:
    """a <= b."""
    return None if a is None or b is None else a <= b


def before(a: date | None, b: date | None) -> Truth:
    """a < b."""
    return None if a is None or b is None else a < b


def due(day: date | None, count: int) -> date | None:
    """So many days later, or the next open day."""
    return None if day is None else open_day(day + timedelta(days=count))


@cache
def open_day(day: date) -> date:
    """The first open day on or after a day."""
    while closed(day):
        day += timedelta(days=1)
    return day


def anniversary(day: date | None, years: int) -> date | None:
    """The same day so many years later; 28 February of one born on the 29th."""
    if day is None:
        return None
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def _want_of_notice(c: Plain) -> Truth:
    return or_(c["no_notice"], and_(c["exceptional"], at_most(c["motion_filed"], due(c["final_order"], 180))))


def motion_timely(c: Plain, on: date) -> Truth:
    """the motion was in time"""
    return or_(
        at_most(c["motion_filed"], due(c["final_order"], 90)),
        c["changed_country"],
        c["joint"],
        and_(c["in_absentia"], _want_of_notice(c)),
    )


def appeal_timely(c: Plain, on: date) -> Truth:
    """the appeal was in time"""
    return and_(c["appeal_taken"], not_(c["appeal_waived"]), at_most(c["appeal_filed"], due(c["decided"], 30)))


def stay_in_force(c: Plain, on: date) -> Truth:
    """a stay holds by law"""
    return or_(
        and_(not_(c["appeal_waived"]), at_most(on, due(c["decided"], 30))),
        and_(appeal_timely(c, on), c["appeal_pending"]),
        and_(c["in_absentia"], c["motion_pending"], _want_of_notice(c)),
    )


def asylum_barred(c: Plain, on: date) -> Truth:
    """asylum was applied for too late"""
    return and_(
        not_(at_most(c["asylum_filed"], due(anniversary(c["arrived"], 1), 0))),
        not_(and_(or_(c["changed_circumstances"], c["extraordinary"]), c["reasonable_time"])),
        not_(and_(c["unaccompanied"], at_most(date(2009, 3, 23), c["asylum_filed"]))),
    )


def ten_years(c: Plain, on: date) -> Truth:
    """ten years of presence before time was stopped"""
    then, decided = anniversary(c["present_since"], 10), c["cancellation_decided"]
    charged = before(c["charged"], then)
    complete = and_(c["notice_complete"], charged)
    two_papers = or_(
        complete, and_(not_(c["notice_complete"]), c["hearing_notice_sent"], before(c["hearing_notice"], then))
    )
    if decided is None:
        stopped = charged if charged is complete is two_papers else None
    elif decided < date(2018, 6, 21):
        stopped = charged
    elif date(2019, 5, 1) <= decided < date(2021, 4, 29):
        stopped = two_papers
    else:
        stopped = complete
    return and_(at_most(then, decided), not_(stopped), not_(and_(c["offence_stops"], before(c["offence"], then))))


def qualifying_relative(c: Plain, on: date) -> Truth:
    """a child under 21, unmarried, citizen or resident"""
    if c["children"] is None:
        return None
    return or_(
        *[
            and_(
                before(c["cancellation_decided"], anniversary(child["born"], 21)),
                not_(child["married"]),
                None if child["status"] is None else child["status"] != "none",
            )
            for child in c["children"]
        ]
    )


def criminal_bar(c: Plain, on: date) -> Truth:
    """a conviction that bars"""
    if c["convictions"] is None:
        return None

    def within(months: int | None, most: int) -> Truth:
        return None if months is None else months <= most

    return or_(
        *[
            or_(
                v["aggravated_felony"],
                v["controlled_substance"],
                and_(v["moral_turpitude"], not_(and_(within(v["most_months"], 12), within(v["months"], 6)))),
            )
            for v in c["convictions"]
        ]
    )


Rule = Callable[[Plain, date], Truth]
RULES: tuple[Rule, ...] = (motion_timely, appeal_timely, stay_in_force, asylum_barred)


def answers(c: Plain, on: date) -> tuple[Truth, ...]:
    """All eight answers, in the order of ``bench.rules``."""
    enough, relative, bar = ten_years(c, on), qualifying_relative(c, on), criminal_bar(c, on)
    cancellation = and_(enough, c["good_character"], not_(bar), relative, c["hardship"])
    return (*[rule(c, on) for rule in RULES], enough, relative, bar, cancellation)
