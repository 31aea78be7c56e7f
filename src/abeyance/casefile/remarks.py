"""The problems found while a file is read, kept within bounds; and the fields of a map, each read as what it must be."""

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date
from difflib import get_close_matches

from abeyance.casefile import words
from abeyance.casefile.yamlnodes import MOST_PROBLEMS, TOO_MANY, Node, spaced
from abeyance.logic.values import ANY_DAY, NEVER, Span
from abeyance.problems import Problem

MOST_GUESSES = 50  # "did you mean" is asked no more often than that
MOST_CANDIDATES = 300
MOST_SHOWN = 40
_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Enough(Exception):
    """There are so many problems that reading stops."""


class Remarks:
    """Collects problems in one file."""

    def __init__(self, shown: str, problems: Sequence[Problem] = ()) -> None:
        self.shown = shown
        self.problems = list(problems)
        self.guesses = 0

    def add(self, node: Node, code: str, message: str, hint: str, also: str = "") -> None:
        """Note a problem at a node.  Raises Enough after MOST_PROBLEMS."""
        self.problems.append(Problem(self.shown, node.line, node.column, code, message, hint, also))
        if len(self.problems) >= MOST_PROBLEMS:
            self.problems.append(Problem(self.shown, 0, 0, *TOO_MANY))
            raise Enough

    def nearest(self, word: str, allowed: Sequence[str], likeness: float = 0.5) -> str:
        """What is allowed and most like a word, or like one of its own words, as a question; else all that is allowed.

        ``likeness``, of 1, is more where a wrong guess would do harm; then only the first of its own words counts.
        """
        self.guesses += 1
        if self.guesses <= MOST_GUESSES:
            known = {one: one for one in allowed[:MOST_CANDIDATES]}
            for one in tuple(known):
                for part in one.split()[: 1 if likeness > 0.5 else None]:
                    known.setdefault(part, one)
            if near := get_close_matches(word[:60], known, n=1, cutoff=likeness):
                return f"did you mean {known[near[0]]}?"
        return f"it may be {', '.join(allowed[:MOST_SHOWN])}" if allowed else "introduce it first"


class Fields:
    """Named values of one map; a value that is not what it must be is a problem, and then counts as not given."""

    def __init__(self, fields: Mapping[str, Node], remarks: Remarks) -> None:
        self.fields, self.remarks = fields, remarks

    @classmethod
    def of(cls, node: Node, remarks: Remarks) -> "Fields":
        """The fields of a map node."""
        return cls({spaced(key.text): value for key, value in node.pairs or ()}, remarks)

    def text(self, key: str) -> str:
        """Words on one line; empty where the key is not there."""
        node = self.fields.get(key)
        if node is None:
            return ""
        text = " ".join((node.text or "").split())
        if node.text is None:
            self.remarks.add(node, "E123", f"{key}: is a single value, not {node.shape}", "write it on one line")
        elif not text:
            self.remarks.add(node, "E123", f"{key}: is empty", f"write it on one line, or leave {key}: out")
        return text

    def one_of(self, key: str, allowed: tuple[str, ...], other_names: Mapping[str, str]) -> str:
        """One of a closed list of words, in capitals or small letters; ``other_names`` are what people write for them."""
        text = self.text(key)
        found = {spaced(word): word for word in allowed}.get(spaced(text), "")
        if text and not found:
            other = other_names.get(spaced(text))
            hint = f"did you mean {other}?" if other in allowed else self.remarks.nearest(text, allowed, likeness=0.8)
            self.remarks.add(self.fields[key], "E107", f"{text[:60]!r} is not a known {key}", hint)
        return found

    def days(self, key: str, default: Span) -> Span:
        """A day, or the days it may be."""
        text = self.text(key)
        if not text:
            return default
        try:
            span = words.day_span(text, ANY_DAY)[0]
        except words.Unreadable as error:
            self.remarks.add(self.fields[key], "E108", str(error), error.hint)
            return default
        if span[0] >= NEVER:
            self.remarks.add(self.fields[key], "E108", f"{text!r} is no day", f"leave {key}: out if it is not known")
            return default
        return span

    def date(self, key: str) -> date | None:
        """One day, written year-month-day."""
        text = self.text(key)
        if not text:
            return None
        if _ISO_DAY.fullmatch(text):
            with suppress(ValueError):
                return date.fromisoformat(text)
        self.remarks.add(self.fields[key], "E108", f"{text[:60]!r} is not one day", "write it as 2017-05-01")
        return None

    def words(self, key: str) -> frozenset[str] | None:
        """Words with commas between them, or a list of words; None where the key is not there."""
        node = self.fields.get(key)
        if node is None:
            return None
        if node.items is None:
            return frozenset(part.strip() for part in self.text(key).split(",")) - {""}
        found = [" ".join((item.text or "").split()) for item in node.items]
        if not all(found):
            self.remarks.add(node, "E123", f"{key}: is a list of words", f"write {key}: [congress, public]")
        return frozenset(found) - {""}

    def flag(self, key: str) -> bool | None:
        """Yes or no; None where the key is not there."""
        text = self.text(key).casefold()
        if not text:
            return None
        if text not in words.YES | words.NO:
            self.remarks.add(self.fields[key], "E109", f"{key}: is yes or no", "write yes or no")
            return None
        return text in words.YES
