"""The questions the law asks of each order and each motion, apart from what it might win: gates before merits."""

from collections.abc import Iterable, Iterator
from typing import Any

from abeyance.assess import words
from abeyance.assess.asking import Inquiry
from abeyance.assess.assertions import standing_in
from abeyance.assess.brief import Gate
from abeyance.assess.custody import may_be_held
from abeyance.casefile.vocabulary import BondOrder, Entry, Filing, Order, Supervision
from abeyance.law.appeals import appeal_in_time
from abeyance.law.bond import judge_may_hear_bond, release_held_up
from abeyance.law.custody import custody_mandatory, release_due, revoked_in_breach
from abeyance.law.expedited import within_expedited_removal
from abeyance.law.finality import order_executed, order_final
from abeyance.law.notice import notice_was_given
from abeyance.law.provisions import Provision
from abeyance.law.reopening import (
    first_motion,
    not_barred,
    reopening_in_time,
    reopening_late_by_inference,
    right_forum,
)
from abeyance.logic.explaining import Reason
from abeyance.logic.operations import Row
from abeyance.logic.values import ANY_DAY

OF_AN_ORDER: tuple[tuple[Provision[Any, Any], str], ...] = (
    (order_final, "Is the order final?"),
    (order_executed, "Has it been carried out?"),
)

# of an order of removal made in absentia besides
IN_ABSENTIA: tuple[tuple[Provision[Any, Any], str], ...] = (
    (notice_was_given, "Had the respondent notice of the hearing?"),
)

# kinds of filing -> the questions asked of one
OF_A_FILING: dict[str, tuple[tuple[Provision[Any, Any], str], ...]] = {
    "appeal": ((appeal_in_time, "Was the appeal in time?"),),
    "motion to reopen": (
        (reopening_in_time, "Was the motion in time?"),
        (reopening_late_by_inference, "Is it late by inference?"),
        (first_motion, "Is it the first?"),
        (right_forum, "Is it before the body that decided last?"),
        (not_barred, "Is it within the limits, or excepted from them?"),
    ),
    "motion to rescind": (
        (right_forum, "Is it before the court that made the order?"),
        (not_barred, "Is it within the limits, or excepted from them?"),
    ),
}

OF_CUSTODY: tuple[tuple[Provision[Any, Any], str], ...] = (
    (custody_mandatory, "Must ICE hold the respondent now?"),
    (release_due, "Is release due?"),
)

MOST_REASONS = 4


def gates(ask: Inquiry) -> tuple[Gate, ...]:
    """Every question about every recorded order and filing, with its answer and what carries it."""
    return (*_of_entries(ask), *_of_orders(ask), *_of_filings(ask), *_of_custody(ask))


def asked_of_order(order: Row) -> tuple[tuple[Provision[Any, Any], str], ...]:
    """The questions the law asks of an order; a ruling on a motion is not carried out, nor is it the order that becomes final."""
    if order["motion_ruling"]:
        return ()
    kind = words.only(Order.facts["kind"], order["kind"])
    return (*OF_AN_ORDER, *IN_ABSENTIA) if order["in_absentia"] and kind == "removal" else OF_AN_ORDER


def asked_of(filing: Row) -> tuple[tuple[Provision[Any, Any], str], ...]:
    """The questions the law asks of a filing of its kind."""
    return OF_A_FILING.get(words.only(Filing.facts["kind"], filing["kind"]), ())


def _of_entries(ask: Inquiry) -> Iterator[Gate]:
    """Whether an officer may order removal, of the entries for which that is not excluded; a bare mention asks nothing."""
    for row in ask.by_now(Entry):
        if row["on"] != ANY_DAY and ask.ask(within_expedited_removal, row["@id"]).value is not False:
            title = f"the entry ({row['@id']})"
            yield _gate(
                ask, within_expedited_removal, row["@id"], title, "May an officer order removal without a hearing?"
            )


def _of_orders(ask: Inquiry) -> Iterator[Gate]:
    for row in ask.by_now(Order):
        for rule, question in asked_of_order(row):
            yield _gate(ask, rule, row["@id"], words.named(Order, row), question)


def _of_filings(ask: Inquiry) -> Iterator[Gate]:
    for row in ask.by_now(Filing):
        for rule, question in asked_of(row):
            yield _gate(ask, rule, row["@id"], words.named(Filing, row), question)


def _of_custody(ask: Inquiry) -> Iterator[Gate]:
    """Of who may be held: whether ICE must, and whether release is due; of release taken back or held up, whether rightly."""
    on = ask.on.toordinal()
    if may_be_held(ask):
        standing = [
            row for row in ask.by_now(Order) if not row["motion_ruling"] and ask.ask(order_final, row["@id"]).value
        ]
        for row in standing[-1:]:
            for rule, question in OF_CUSTODY:
                yield _gate(ask, rule, row["@id"], f"custody on {words.named(Order, row)}", question)
        if not standing:
            title = "custody before a final order"
            yield _gate(ask, judge_may_hear_bond, "", title, "May a judge hear a request for bond?")
    for row in ask.by_now(BondOrder):
        if words.only(BondOrder.facts["outcome"], row["outcome"]) == "release":
            title = f"the bond order ({row['@id']})"
            yield _gate(ask, release_held_up, row["@id"], title, "Is release on it held up by DHS's appeal?")
    for row in ask.by_now(Supervision):
        if row["revoked"][1] <= on:
            title = words.named(Supervision, row)
            yield _gate(ask, revoked_in_breach, row["@id"], title, "Was it taken back in breach of the rule?")


def _gate(ask: Inquiry, rule: Provision[Any, Any], subject: str, title: str, question: str) -> Gate:
    answer = ask.ask(rule, subject)
    decision = ask.decision(ask.expression(rule), subject) if answer.value is None else None
    return Gate(
        subject,
        title,
        rule.id,
        question,
        words.truth(answer.value),
        answer.label,
        carried_by(ask.reasons(rule, subject), subject),
        words.causes(decision.causes) if decision else (),
        standing_in(ask, rule.id, subject),
        answer.standing.name.lower() if answer.standing else "",
        rule.authority,
    )


def carried_by(reasons: tuple[Reason, ...], about: str = "") -> tuple[str, ...]:
    """The plainest sentences that carry an answer, each once, the first few: the leaves of its reasons.

    Those ``about`` the row that is asked about come first; why some other row of a list does not pass is said only if nothing else is.
    """
    leaves = list(_leaves(reasons, every=False)) or list(_leaves(reasons, every=True))
    leaves.sort(key=lambda leaf: all(fact.subject != about for fact in leaf.facts))
    return tuple(dict.fromkeys(leaf.alone or leaf.text for leaf in leaves))[:MOST_REASONS]


def _leaves(reasons: Iterable[Reason], every: bool) -> Iterator[Reason]:
    for reason in reasons:
        if not reason.parts:
            yield reason
        elif every or not (reason.is_row and reason.value is False):
            yield from _leaves(reason.parts, every)
