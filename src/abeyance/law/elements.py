"""A rule in words, without a case: its elements as a tree that a lawyer reads beside the authority."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any, cast

from abeyance.casefile.vocabulary import Recorded
from abeyance.law.calendars import ORDERED
from abeyance.law.provisions import Provision, node_param, own_nodes
from abeyance.logic.explaining import spell_day, spell_steps
from abeyance.logic.expressions import UNCONFIRMED, Choice, Expr, Version
from abeyance.logic.facts import Entity, entity_of

ALL, ANY = "all of these", "any of these"
ONE_LINE = 100  # what is no longer than this stands in one line
NUMBERED = 6  # what takes so much to say is said once, and then by its number


@dataclass(frozen=True)
class Element:
    """One step: a phrase, the elements it is made of, and the id of the provision it stands for, if it is one.

    ``number`` is set where other steps refer to it.
    """

    text: str
    parts: tuple["Element", ...] = ()
    provision: str = ""
    number: int = 0

    @property
    def line(self) -> str:
        """The element and its parts in one line."""
        if self.text in (ALL, ANY):
            return f"({(' and ' if self.text == ALL else ' or ').join(part.line for part in self.parts)})"
        said = f"{self.text} [{self.provision}]" if self.provision else self.text
        return f"{said} ({'; '.join(part.line for part in self.parts)})" if self.parts else said

    @property
    def is_short(self) -> bool:
        """Whether it is read with ease in one line."""
        return not any(part.parts for part in self.parts) and len(self.line) <= ONE_LINE


def elements(rule: Provision[Any, Any]) -> Element:
    """The elements of a provision; of the provisions it uses only their sentence and id."""
    return _folded(_Teller(rule.expression).element(rule.expression.args[0]))


def _folded(element: Element) -> Element:
    """The element, with every part that is short enough in one line."""
    parts = (p if p.number or not p.parts or not p.is_short else Element(p.line) for p in element.parts)
    return replace(element, parts=tuple(map(_folded, parts)))


def entity_word(entity: type[Entity]) -> str:
    """What a case file calls one of this kind."""
    return entity.word if issubclass(entity, Recorded) and entity.word else entity.__name__.lower()


def _plural(entity: type[Entity]) -> str:
    return entity.list.replace("_", " ") if issubclass(entity, Recorded) else f"{entity_word(entity)}s"


class _Teller:
    """Tells one rule; what it comes to again is told once, and then by its number."""

    def __init__(self, root: Expr) -> None:
        self.uses = Counter(arg.id for node in (root, *own_nodes(root)) if node.op != "rule" for arg in node.args)
        self.numbers: dict[tuple[int, bool], int] = {}
        self.found: set[int] = set()  # selected rows that were told

    def element(self, node: Expr, negated: bool = False) -> Element:
        """A node in words."""
        if self.uses[node.id] < 2 or _size(node) < NUMBERED:
            return self._said(node, negated)
        if number := self.numbers.get((node.id, negated)):
            return Element(f"as said under {number}")
        number = self.numbers[node.id, negated] = len(self.numbers) + 1
        return replace(self._said(node, negated), number=number)

    def line(self, node: Expr) -> str:
        """A node in one line."""
        return self.element(node).line

    def _said(self, node: Expr, negated: bool) -> Element:
        match node.op:
            case "not":
                return self.element(node.args[0], not negated)
            case "rule":
                return Element(("not: " if negated else "") + node_param(node).says, (), node_param(node).id)
            case "and" | "or":
                parts = tuple(self.element(arg, negated) for arg in node.args)
                return Element(ALL if (node.op == "and") is not negated else ANY, parts)
            case "at_least":
                return self._listed(node, negated)
            case "found":
                return self._found(node, negated)
            case "open":
                return Element(f"left open: {node.param[1]}")
            case "choose":
                return self._chosen(node, negated)
            case "const" if node.kind == "condition":
                return Element("always" if node.param is not negated else "never")
            case "field" if node.kind == "condition":
                return Element(f"{'not: ' if negated else ''}{_fact(node)}")
        return self._compared(node, negated) if node.kind == "condition" else self._value(node)

    # --- conditions ---------------------------------------------------------------------------------------------------

    def _compared(self, node: Expr, negated: bool) -> Element:
        """What a condition says of a value, or between two."""
        one, not_ = self.element(node.args[0]), "not " if negated else ""
        if node.op == "is_in":
            codes = cast(Choice, node.args[0]).codes
            inside, outside = _words(node.param, codes), _words(~node.param, codes)
            if len(outside) < len(inside):
                inside, not_ = outside, "" if negated else "not "
            return _followed(one, f"is {not_}{' or '.join(inside)}", "what follows")
        other, is_day = self.element(node.args[1]), node.args[0].kind in ("day", "moment")
        if node.op == "le":
            verb = (
                ("is after" if is_day else "is more than") if negated else "is on or before" if is_day else "is at most"
            )
        else:
            verb = f"is {not_}the same as"
        if _is_long(one) and _is_long(other):
            return Element(f"the first of these {verb} the second", (one, other))
        if _is_long(other):
            return Element(f"{one.line} {verb}", (other,))
        return _followed(one, f"{verb} {other.line}", "what follows")

    def _listed(self, node: Expr, negated: bool) -> Element:
        """That a list has rows that pass, or has not."""
        least, test = node.param.least, self.element(node.args[1])
        entity = node.param.binding.entity
        word = entity_word(entity)
        text = f"there is {'no' if negated else 'an' if word[0] in 'aeiou' else 'a'} {word}"
        if least > 1:
            text = f"there are {'fewer than' if negated else 'at least'} {least} {_plural(entity)}"
        return Element(text) if test.text == "always" else Element(f"{text} of which it is true that", _apart(test))

    def _found(self, node: Expr, negated: bool) -> Element:
        """That a selected row is there."""
        row = node.args[0]
        text = f"there is {'no' if negated else 'a'} {node.args[0].param.end} {_word(row)}"
        if not negated and row.id not in self.found and row.args[2].op != "const":
            self.found.add(row.id)
            return Element(
                f"{text}, by {self.line(row.args[1])}, of which it is true that", _apart(self.element(row.args[2]))
            )
        return Element(text)

    # --- branches -----------------------------------------------------------------------------------------------------

    def _chosen(self, node: Expr, negated: bool) -> Element:
        """A branch: by a condition, by the versions of the law, by a word, or law that is read in several ways."""
        how, (selector, *branches) = node_param(node), node.args
        if how[0] == "if":
            return Element("the first that applies", tuple(self._cases(node, negated)))
        if how == ("unsettled", ORDERED):  # the next open day, on either reading: told once
            return self.element(branches[0], negated)
        if how[0] == "unsettled":
            heads, text = [f"on reading {i + 1}" for i in range(len(branches))], f"unsettled: {how[1]}"
        elif how[0] == "date":
            heads, text = [_period(how[1], i) for i in range(len(branches))], f"by {self.line(selector)}"
        else:
            words = [" or ".join(_words(mask, cast(Choice, selector).codes)) for mask in how[1]]
            heads, text = [*words, "otherwise"], f"by {self.line(selector)}"
        return Element(
            text, tuple(_headed(head, self.element(b, negated)) for head, b in zip(heads, branches, strict=True))
        )

    def _cases(self, node: Expr, negated: bool) -> list[Element]:
        """The cases of an if, with those of the if that stands under its otherwise."""
        test, then, otherwise = node.args
        asked = self.element(test)
        is_short = not asked.parts or asked.is_short
        case = _headed(f"if {asked.line}" if is_short else "if", self.element(then, negated))
        if not is_short:
            case = Element("if", (asked, Element("then", case.parts or (self.element(then, negated),))))
        if otherwise.op == "choose" and node_param(otherwise)[0] == "if" and self.uses[otherwise.id] == 1:
            return [case, *self._cases(otherwise, negated)]
        return [case, _headed("otherwise", self.element(otherwise, negated))]

    # --- days, numbers, words, rows -----------------------------------------------------------------------------------

    def _value(self, node: Expr) -> Element:
        param = node_param(node)
        match node.op:
            case "on":
                return Element("the day asked about")
            case "const":
                return Element(spell_day(param) if node.kind == "day" else str(param))
            case "field":
                return Element(_fact(node))
            case "row" | "select":
                return Element(_row(node))
            case "ref":
                return Element(f"{entity_of(node.args[0]).facts[param].label} ({_row(node.args[0])})")
            case "later" | "earlier":
                return Element(f"the {node.op} of these", tuple(map(self.element, node.args)))
            case "add_version":
                return self._by_version(node)
            case "count":
                return Element(
                    f"the number of {_plural(param.binding.entity)} of which it is true that",
                    _apart(self.element(node.args[1])),
                )
            case "days_between":
                return Element(f"the days from {self.line(node.args[0])} to {self.line(node.args[1])}")
            case "meet":
                return Element(f"{self.line(node.args[0])}, where stated, else {self.line(node.args[1])}")
        base = self.element(node.args[0])
        match node.op:
            case "add":
                steps = spell_steps(param)
                return _followed(base, steps if steps.startswith("minus ") else f"plus {steps}", "what follows,")
            case "open_day":
                return _followed(base, f"or the next day on which {param.name} is open", "what follows,")
            case "end_of_day":
                return _followed(base, "at its end", "what follows,")
            case "add_minutes":
                return _followed(base, f"plus {param // 60} hours", "what follows,")
        raise AssertionError(f"no words for the operation {node.op}")

    def _by_version(self, node: Expr) -> Element:
        """A day and the period that the version of the law adds to it."""
        versions, periods = node.param
        base, on = (self.line(arg) for arg in node.args)
        if len(versions) == 1 and periods[0] == UNCONFIRMED:
            return Element(f"{base}, plus a period that could not be confirmed [{versions[0].cite}]")
        by = "" if base == on else f", by {on}"
        lines = (f"{_period(versions, i)}: {spell_steps(period.steps)}" for i, period in enumerate(periods))
        return Element(f"{base}, plus{by}", tuple(map(Element, lines)))


def _is_long(element: Element) -> bool:
    return bool(element.parts) and not element.is_short


def _followed(element: Element, more: str, follows: str) -> Element:
    """An element and more said of it; a long one stands below."""
    return Element(f"{follows} {more}", (element,)) if _is_long(element) else Element(f"{element.line} {more}")


def _apart(element: Element) -> tuple[Element, ...]:
    """What stands below a head: the parts of an "all of these", else the element."""
    return element.parts if element.text == ALL and not element.number else (element,)


def _headed(head: str, element: Element) -> Element:
    """An element with the case in which it counts before it."""
    if not element.parts:
        return Element(f"{head}: {element.text}", (), element.provision)
    return Element(head, _apart(element))


def _period(versions: tuple[Version, ...], i: int) -> str:
    """The days, inclusive, that a version governs, and where it stands."""
    version, after = versions[i], versions[i + 1 : i + 2]
    first = "" if version.start is None else version.start.isoformat() if version.confirmed else "a day not confirmed"
    end = after[0].start if after and after[0].confirmed else None
    last = (end - timedelta(days=1)).isoformat() if end and (version.start is None or end > version.start) else ""
    if after and after[0].start == version.start and after[0].known:
        days = f"from {first}, as read until {(after[0].known - timedelta(days=1)).isoformat()}"
    elif version.undone:
        days = f"was to begin {first}, undone {version.undone.isoformat()}"
    else:
        days = (
            f"{first} to {last}"
            if first and last
            else f"until {last}"
            if last
            else f"from {first}"
            if first
            else "at first"
        )
    return f"{days} [{version.cite}]"


def _fact(node: Expr) -> str:
    row = node.args[0]
    label = entity_of(row).facts[node_param(node)].label
    return label if row.op == "row" and row.param.name == "case" else f"{label} ({_row(row)})"


def _row(row: Expr) -> str:
    """A row in words: the one asked about, one of a list, or the one another row names."""
    if row.op == "ref":
        return f"{_word(row)} of {_row(row.args[0])}"
    if row.op == "select":
        return f"that {row.param.end} {_word(row)}"
    name = row.param.name
    if name in ("case", "subject"):
        return f"the {_word(row)}"
    return f"that {'' if name == 'row0' else 'other '}{_word(row)}"


def _size(node: Expr) -> int:
    """How much it takes to say it; a provision, a fact and a row are one."""
    if node.kind == "row" or node.op in ("rule", "field"):
        return 1
    return 1 + sum(map(_size, node.args)) + (2 * len(node.param[0]) if node.op == "add_version" else 0)


def _word(row: Expr) -> str:
    return entity_word(entity_of(row))


def _words(mask: int, codes: tuple[str, ...]) -> list[str]:
    return [code for i, code in enumerate(codes) if mask >> i & 1]
