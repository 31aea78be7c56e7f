"""What the court of appeals of the case's circuit has held on a point by the day asked about (``tables/circuits.yaml``)."""

from collections import defaultdict

from abeyance.casefile.vocabulary import Case
from abeyance.law.tables import Holding, holdings
from abeyance.logic.expressions import NO, ON, YES, Bool, Choice, Version, by_choice, by_date, unsettled


def held(case: Case, point: str, undecided: str | Bool, circuit: Choice | None = None) -> Bool:
    """Whether the point holds in the circuit of the case, or in ``circuit``; where and while its court has not decided, unknown
    for that reason, or what the Board says."""
    rows: dict[str, list[Holding]] = defaultdict(list)
    for holding in holdings(point):
        rows[holding.circuit].append(holding)
    left_open = unsettled(undecided, YES, NO) if isinstance(undecided, str) else undecided
    branches: dict[str | tuple[str, ...], Bool] = {
        circuit: by_date(
            ON, (Version(None, f"before {decided[0].cite}"), left_open), *((_version(h), _answer(h)) for h in decided)
        )
        for circuit, decided in rows.items()
    }
    return by_choice(case.circuit if circuit is None else circuit, branches, left_open)


def _version(holding: Holding) -> Version:
    note = "" if holding.read == "day" else "the day in the year was not read; by this day it was surely out"
    return Version(holding.since, holding.cite, note=note, confirmed=holding.read == "day")


def _answer(holding: Holding) -> Bool:
    if holding.holds is None:
        return unsettled(holding.why, YES, NO)
    return YES if holding.holds else NO
