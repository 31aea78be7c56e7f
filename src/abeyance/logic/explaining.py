"""The reasons of an answer, as a tree: only the parts that carry it.

Of a false "and" the false parts, of an unknown one the unknown parts, of a true one all; every reason keeps the provision, the
version of the law that applied, and the facts it used, so that a writer can name their sources.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from abeyance.logic import operations as do
from abeyance.logic.evaluating import Rows, Valuation, negation
from abeyance.logic.expressions import Choice, Expr, Quantifier, Version, walk
from abeyance.logic.facts import entity_of
from abeyance.logic.values import ANY_DAY, ANY_MOMENT, ANY_NUMBER, LONG_AGO, NEVER, Presence, Truth

WORDS = {True: "yes", False: "no", None: "unknown"}


@dataclass(frozen=True)
class FactUsed:
    """A fact a reason rests on: the subject's key and the fact's name, as the record files its claims."""

    subject: str
    name: str


@dataclass(frozen=True)
class Reason:
    """One step: a sentence, its truth, the provision or version it comes from, the facts it used, its own reasons.

    ``text`` reads beside its truth ("no: it was entered in absentia"), ``alone`` without it ("not: it was entered in
    absentia"); where both read the same, ``alone`` is empty.  ``is_row`` says that it is about one row of a list, ``is_sum``
    that it is a day or a number that was counted.
    """

    text: str
    value: Truth
    provision: str = ""
    version: Version | None = None
    facts: tuple[FactUsed, ...] = ()
    parts: tuple["Reason", ...] = ()
    alone: str = ""
    is_row: bool = False
    is_sum: bool = False

    def walk(self) -> Iterator["Reason"]:
        """This reason and all below it."""
        yield self
        for part in self.parts:
            yield from part.walk()


def explain(valuation: Valuation, node: Expr) -> tuple[Reason, ...]:
    """The reasons that carry the value of ``node``: a condition, or a day or number and what it was counted from."""
    return tuple(_Explainer(valuation).reasons(node, valuation.ground, negated=False))


class _Explainer:
    def __init__(self, valuation: Valuation) -> None:
        self.valuation = valuation

    def value(self, node: Expr, rows: Rows) -> Any:
        return self.valuation.value(node, rows)

    def reasons(self, node: Expr, rows: Rows, negated: bool) -> list[Reason]:
        """The reasons for ``node``; ``negated`` says that it stands under an odd number of nots."""
        value = self.value(node, rows)
        match node.op:
            case "not":
                return self.reasons(node.args[0], rows, not negated)
            case "rule":
                inner, name = self.reasons(node.args[0], rows, False), _param(node)
                return [Reason(name.says, value if isinstance(value, bool) else None, name.id, parts=tuple(inner))]
            case "and" | "or":
                carriers = [a for a in node.args if self.value(a, rows) is value]
                return [r for a in carriers for r in self.reasons(a, rows, negated)]
            case "const":
                return []
            case "choose":
                return self._choose(node, rows, negated)
            case "at_least":
                return [self._at_least(node, rows, negated)]
            case "open":
                return [Reason(node.param[1], None)]
        if node.kind != "condition":
            return self._quantity(node, rows)
        shown = negation(value) if negated else value
        asked, turned_out = (self.sentence(node, rows, truth) for truth in (not negated, value))
        return [Reason(asked, shown, facts=self.facts(node, rows), alone="" if asked == turned_out else turned_out)]

    def _quantity(self, node: Expr, rows: Rows) -> list[Reason]:
        known = [a for a in node.args if (a.kind == "condition" or a.op == "rule") and a.free <= rows.keys()]
        parts = [reason for a in known for reason in self.reasons(a, rows, False)]
        version = self._version(node, rows)
        said, facts = self.say(node, rows), self.facts(node, rows)
        return [Reason(said, None, version=version, facts=facts, parts=tuple(parts), is_sum=node.op != "rule")]

    def _version(self, node: Expr, rows: Rows) -> Version | None:
        """The version of the law that a dated period of the rule itself took, where it is certain which."""
        parts = [node]
        while parts:
            part = parts.pop()
            if part.free <= rows.keys() and part.op == "choose":
                parts += reversed(self._branches(part, rows))
            elif part.op != "rule":
                parts += reversed(part.args)
            if part.op == "add_version" and part.free <= rows.keys():
                versions = part.param[0]
                allowed = list(do.possible_branches(self.value(part.args[1], rows), ("date", versions), len(versions)))
                return cast(Version, versions[allowed[0]]) if len(allowed) == 1 else None
        return None

    def _branches(self, node: Expr, rows: Rows) -> list[Expr]:
        """The branches that a choice may take; of readings that agree the first."""
        allowed = do.possible_branches(self.value(node.args[0], rows), _param(node), len(node.args) - 1)
        branches = [node.args[1 + i] for i in allowed]
        agree = _param(node)[0] == "unsettled" and len({self.value(b, rows) for b in branches}) == 1
        return branches[:1] if agree else branches

    def _choose(self, node: Expr, rows: Rows, negated: bool) -> list[Reason]:
        selector, param = node.args[0], _param(node)
        branches = self._branches(node, rows)
        reasons = [r for branch in branches for r in self.reasons(branch, rows, negated)]
        if param[0] == "unsettled" and len(branches) == 1:
            return reasons
        value: Truth = self.value(node, rows) if node.kind == "condition" else None
        shown = negation(value) if negated else value
        if param[0] == "unsettled":
            return [Reason(param[1], shown, parts=tuple(reasons))]
        if param[0] == "date" and len(branches) == 1:
            [taken] = do.possible_branches(self.value(selector, rows), param, len(node.args) - 1)
            version = param[1][taken]
            return [
                Reason(
                    f"the law for {self.say(selector, rows)}",
                    shown,
                    version=version,
                    facts=self.facts(selector, rows),
                    parts=tuple(reasons),
                )
            ]
        if selector.kind == "condition":
            return self.reasons(selector, rows, False) + reasons
        text = f"what applies turns on {self.say(selector, rows)}"
        return [Reason(text, shown, facts=self.facts(selector, rows), parts=tuple(reasons))]

    def _at_least(self, node: Expr, rows: Rows, negated: bool) -> Reason:
        value: Truth = self.value(node, rows)
        shown = negation(value) if negated else value
        parts: list[Reason] = []
        number = 0
        for row, inner in self.valuation.elements(node, rows):
            verdict: Truth = self.value(node.args[1], inner)
            number += row["@presence"] != Presence.POSSIBLE
            if value is None and verdict is not False and row["@presence"] == Presence.POSSIBLE:
                parts.append(Reason("there may be another that is not in the file", None))
            elif value is False or (verdict is not False and row["@presence"] != Presence.POSSIBLE):
                inner_reasons = tuple(self.reasons(node.args[1], inner, False))
                parts.append(
                    Reason(row["@id"] or "any that is not in the file", verdict, parts=inner_reasons, is_row=True)
                )
        entity = cast(Quantifier, node.param).binding.entity
        what = (entity.__doc__ or entity.__name__).strip().rstrip(".")
        least = node.param.least
        text = f"{'at least ' + str(least) + ' of' if least > 1 else 'among'} {number} recorded: {what}"
        return Reason(("none " if negated else "one ") + text if least == 1 else text, shown, parts=tuple(parts))

    # --- words ------------------------------------------------------------------------------------------------------

    def sentence(self, node: Expr, rows: Rows, truth: Truth) -> str:
        """A condition in words: that it is so, that it is not so, or (None) that it may be."""
        match node.op:
            case "le":
                one, other = node.args
                is_day = one.kind in ("day", "moment")
                most, more = ("on or before", "after") if is_day else ("at most", "more than")
                verb = {True: f"is {most}", False: f"is {more}", None: f"may or may not be {most}"}
                return f"{self.say(one, rows)} {verb[truth]} {self.say(other, rows)}"
            case "is_in":
                choice = cast(Choice, node.args[0])
                wanted = " or ".join(_words(node.param, choice.codes))
                is_said = truth is not None and truth is self.value(node, rows)
                not_ = "not " if truth is False else ""
                return self.say(choice, rows) + ("" if is_said else f"; asked whether it is {not_}{wanted}")
            case "found":
                is_there = {True: "is in the file", False: "is not in the file", None: "may be in the file"}
                return f"{self.say(node.args[0], rows)} {is_there[truth]}"
            case "field":
                return f"{'not: ' if truth is False else ''}{self.say(node, rows)}"
        is_same = {True: "is the same as", False: "is not the same as", None: "may be the same as"}
        return f"{self.say(node.args[0], rows)} {is_same[truth]} {self.say(node.args[1], rows)}"

    def say(self, node: Expr, rows: Rows) -> str:
        """A value in words: what it is, and in brackets what is known of it."""
        value = self.value(node, rows) if node.kind not in ("row", "list") else None
        match node.op:
            case "const" | "on":
                return spell(node, value)
            case "field":
                label = self._label(node, rows)
                return f"{label} ({spell(node, value)})" if not isinstance(value, bool) else label
            case "add" | "add_version" | "open_day":
                base = self.say(node.args[0], rows)
                moved = self.value(node.args[0], rows) != value
                if node.op == "open_day":
                    return f"{base}, moved {self._over(node, rows)}to {spell(node, value)}" if moved else base
                return f"{base} {_plus(self._period(node, rows))} = {spell(node, value)}"
            case "later" | "earlier":
                return f"the {node.op} of {' and '.join(self.say(a, rows) for a in node.args)} = {spell(node, value)}"
            case "row" | "ref":
                keys = self._keys(node, rows)
                return keys or f"{'the' if node.op == 'row' else 'an unknown'} {_entity_name(node)}"
            case "select":
                return f"the {node.param.end} {_entity_name(node)} that qualifies"
            case "count":
                return f"the number of {node.args[0].param} ({spell(node, value)})"
            case "days_between":
                earlier, later = (self.say(a, rows) for a in node.args)
                return f"the days from {earlier} to {later} ({spell(node, value)})"
            case "end_of_day":
                return f"the end of {self.say(node.args[0], rows)} = {spell(node, value)}"
            case "add_minutes":
                hours = _plus(_spell_count(node.param // 60, "hour"))
                return f"{self.say(node.args[0], rows)} {hours} = {spell(node, value)}"
            case "meet":
                return f"{self.say(node.args[0], rows)}, where stated, else {self.say(node.args[1], rows)}"
            case "rule":
                return f"{_param(node).says} ({spell(node, value)})"
            case "choose":
                branches = self._branches(node, rows)
                is_one = len({self.value(branch, rows) for branch in branches}) == 1
                return self.say(branches[0], rows) if is_one else spell(node, value)
        raise AssertionError(f"no words for the operation {node.op}")

    def _keys(self, node: Expr, rows: Rows) -> str:
        """The keys of the rows that a row expression may be."""
        found = self.valuation.candidates(node, rows).rows
        named = (r["@id"] or "one not in the file" for r in found if r["@id"] or len(found) == 1)
        return " or ".join(dict.fromkeys(named))

    def _label(self, node: Expr, rows: Rows) -> str:
        name = _param(node)
        entity = entity_of(node.args[0])
        label = entity.facts[name].label if name in entity.facts else name
        keys = self._keys(node.args[0], rows)
        return f"{keys}: {label}" if keys and not _is_root(node.args[0]) else label

    def _over(self, node: Expr, rows: Rows) -> str:
        """The closed days that an exact day was moved over, each with why it is closed."""
        first, last = self.value(node.args[0], rows)
        if first != last:
            return "to the next open day, "
        closed = [f"{day.isoformat()} ({why})" for day, why in node.param.account(first)]
        return f"over {', '.join(closed)} "

    def _period(self, node: Expr, rows: Rows) -> str:
        if node.op == "add":
            return spell_steps(node.param)
        versions, periods = node.param
        allowed = do.possible_branches(self.value(node.args[1], rows), ("date", versions), len(versions))
        cites: dict[str, list[str]] = {}
        for i in allowed:
            cites.setdefault(spell_steps(periods[i].steps), []).append(versions[i].cite)
        if len(cites) == 1:
            return next(iter(cites))
        return " or ".join(f"{steps} ({'; '.join(dict.fromkeys(cited))})" for steps, cited in cites.items())

    def facts(self, node: Expr, rows: Rows) -> tuple[FactUsed, ...]:
        """The facts of certain rows that the node reads."""
        used: dict[FactUsed, None] = {}
        for part in walk(node):
            if part.op == "field" and part.kind != "list" and part.free <= rows.keys():
                name = _param(part)
                for row in self.valuation.candidates(part.args[0], rows).rows:
                    used[FactUsed(row["@id"], name)] = None
        return tuple(used)


def _is_root(node: Expr) -> bool:
    return node.op == "row" and node.param.name == "case"


def _param(node: Expr) -> Any:
    return node.param[0] if isinstance(node, Choice) else node.param


def _entity_name(row: Expr) -> str:
    return entity_of(row).__name__.lower()


def _words(mask: int, codes: tuple[str, ...]) -> list[str]:
    return [code for i, code in enumerate(codes) if mask >> i & 1]


def spell_day(day: int) -> str:
    """A day as ISO text."""
    return "never" if day >= NEVER else date.fromordinal(day).isoformat()


def spell_days(span: tuple[int, int]) -> str:
    """A span of days in words: the day, a range, or the side that is known."""
    first, last = span
    if first == last:
        return spell_day(first)
    if span == ANY_DAY:
        return "day not in file"
    if last >= NEVER:
        return f"not before {spell_day(first)}"
    if first <= LONG_AGO:
        return f"not after {spell_day(last)}"
    return f"{spell_day(first)} to {spell_day(last)}"


def spell(node: Expr, value: Any) -> str:
    """A node's value in words."""
    if node.kind == "condition":
        return WORDS[value]
    if isinstance(node, Choice):
        words = _words(value, node.codes)
        return "not in file" if len(words) == len(node.codes) else " or ".join(words) or "none"
    if node.kind == "day":
        return spell_days(value)
    return _spell_number(value) if node.kind == "number" else _spell_moment(value)


def _spell_number(span: tuple[int, int]) -> str:
    least, most = span
    if least == most:
        return {ANY_NUMBER[0]: "endlessly before", ANY_NUMBER[1]: "endless"}.get(least, str(least))
    if least <= ANY_NUMBER[0]:
        return "not known" if most >= ANY_NUMBER[1] else f"at most {most}"
    return f"at least {least}" if most >= ANY_NUMBER[1] else f"{least} to {most}"


def _spell_moment(span: tuple[int, int]) -> str:
    first, last = (f"{spell_day(m // 1440)} {m % 1440 // 60:02}:{m % 60:02} UTC" for m in span)
    if span == ANY_MOMENT:
        return "moment not in file"
    if span[1] >= ANY_MOMENT[1]:
        return "never" if span[0] >= ANY_MOMENT[1] else f"not before {first}"
    if span[0] <= ANY_MOMENT[0]:
        return f"not after {last}"
    return first if first == last else f"{first} to {last}"


def spell_steps(steps: tuple[tuple[Any, ...], ...]) -> str:
    """A period in words: "30 days", "1 year", "to 1996-09-30"; one counted backward "minus 10 days"."""
    words = []
    for step in steps:
        match step:
            case ("until", last):
                words.append(f"to {spell_day(last)}")
            case ("unconfirmed",):
                words.append("a period that could not be confirmed")
            case ("months", number, *_) if number % 12 == 0:
                words.append(_spell_count(number // 12, "year"))
            case (kind, number, *_):
                words.append(_spell_count(number, {"days": "day", "months": "month", "open": "business day"}[kind]))
    return " and ".join(words)


def _plus(period: str) -> str:
    if period.startswith("to "):  # a day before which the period does not end
        return f"put off {period}"
    return period if period.startswith("minus ") else f"plus {period}"


def _spell_count(number: int, unit: str) -> str:
    return f"{'minus ' if number < 0 else ''}{abs(number)} {unit}{'' if abs(number) == 1 else 's'}"
