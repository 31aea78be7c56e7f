"""What documents assert that the law derives: compared with what is computed, never entered (SEMANTICS 14).

Where the inputs are missing an assertion is shown beside the unknown answer, marked with who asserts it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from abeyance.assess import words
from abeyance.assess.asking import Inquiry, somewhere
from abeyance.assess.brief import Agreement, Contradiction, Side
from abeyance.casefile.vocabulary import Assertion, Case, Filing
from abeyance.law.appeals import appeal_in_time
from abeyance.law.consequences import unlawful_presence_bars
from abeyance.law.finality import order_final
from abeyance.law.reopening import reopening_in_time
from abeyance.law.stays import INSTRUMENTS
from abeyance.law.stays_automatic import before_a_decision
from abeyance.logic.expressions import Bool, any_
from abeyance.logic.operations import Row
from abeyance.logic.values import Truth

TIMELY = {"appeal": appeal_in_time, "motion to reopen": reopening_in_time}


@dataclass(frozen=True)
class Compared:
    """An assertion beside what the file computes, None where it cannot.  ``provision`` is empty where no provision says it."""

    row: Row
    what: str
    subject: str
    truth: bool
    computed: Truth
    provision: str


def compared(ask: Inquiry) -> Iterator[Compared]:
    """Every assertion of the file that can be computed too, on the day it is asserted for."""
    for row in ask.rows(Assertion.list):
        what = words.only(Assertion.facts["what"], row["what"])
        about = row["order"] if what == "final" else row["filing"]
        subject = about[0]["@id"] if len(about) == 1 else ""
        node, provision = _rule(ask, what, subject)
        if row["truth"] is None or node is None:
            continue
        day = row["on"][0] if row["on"][0] == row["on"][1] else ask.on.toordinal()
        valuation = ask.valuation_on(day, subject)
        computed = valuation.value(ask.specialised(node)) if valuation else None
        yield Compared(row, what, subject, row["truth"], computed, provision)


def _rule(ask: Inquiry, what: str, subject: str) -> tuple[Bool | None, str]:
    """What computes an assertion, and the provision's id."""
    if what == "stayed":
        return any_(*(somewhere(i.provision) for i in INSTRUMENTS)), ""
    if what == "unlawful presence":
        return unlawful_presence_bars.expression, unlawful_presence_bars.id
    if not subject:
        return None, ""
    if what == "final":
        return order_final.expression, order_final.id
    if what == "pending":
        return before_a_decision(Filing.subject()), ""
    kind = words.only(Filing.facts["kind"], ask.record.rows[subject]["kind"]) if what == "timely" else ""
    rule = TIMELY.get(kind)
    return (rule.expression, rule.id) if rule else (None, "")


def denied_by_the_file(ask: Inquiry) -> Iterator[Contradiction]:
    """The assertions that what is computed contradicts."""
    for one in compared(ask):
        if one.computed is not None and one.computed is not one.truth:
            sides = [Side(words.truth(one.truth), *where) for where in _where(ask, one)]
            sides.append(Side(words.truth(one.computed), "computed from this file", one.provision, ""))
            yield Contradiction(one.row["@id"], "truth", _what(one), tuple(sides), True, (_what(one),), "")


def borne_out_by_the_file(ask: Inquiry) -> Iterator[Agreement]:
    """The assertions that what is computed bears out."""
    for one in compared(ask):
        if one.computed is one.truth:
            said = (*ask.sources_of(one.row["@id"]), "computed from this file")
            yield Agreement(_what(one), words.truth(one.truth), said)


def standing_in(ask: Inquiry, provision: str, subject: str) -> tuple[str, ...]:
    """Who asserts the answer of a provision that cannot be computed: ``yes, as asserted by letter ¶6``."""
    return tuple(
        f"{words.truth(one.truth)}, as asserted by {', '.join(ask.sources_of(one.row['@id']))}"
        for one in compared(ask)
        if (one.provision, one.subject) == (provision, subject) and one.computed is None
    )


def left_open(ask: Inquiry) -> Iterator[str]:
    """The assertions that nothing in the brief stands beside, since nothing computes them or the file does not tell."""
    found = {one.row["@id"]: one for one in compared(ask)}
    for row in ask.rows(Assertion.list):
        one = found.get(row["@id"])
        if row["truth"] is None or (one and (one.computed is not None or one.what in ("final", "timely"))):
            continue
        what = words.only(Assertion.facts["what"], row["what"])
        named = [name for name in ("order", "filing") if (row["@id"], name) in ask.record.claims]
        about = " or ".join(target["@id"] for name in named for target in row[name])
        subject = f" of {about}" if about else ""
        who = ", ".join(ask.sources_of(row["@id"]))
        yield (
            f"{who} asserts {what}{subject}: {words.truth(row['truth'])}. It cannot be worked out from this file, and no "
            "answer rests on it. What does it rest on?"
        )


def _what(one: Compared) -> str:
    return f"asserted {one.what}: {one.subject or Case.word}"


def _where(ask: Inquiry, one: Compared) -> Iterator[tuple[str, str, str]]:
    for claim in ask.record.claims.get((one.row["@id"], "truth"), ()):
        yield claim.source.key, str(claim.place), ask.record.standing(claim).name.lower()
