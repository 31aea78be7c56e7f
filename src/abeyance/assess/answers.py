"""What a client answers, in English or Spanish, as claims: lines of the case file."""

import re
from datetime import date
from itertools import count

from abeyance.assess.asking import Inquiry
from abeyance.assess.interview import Question, options_of
from abeyance.casefile.layout import scalar
from abeyance.casefile.record import LISTS
from abeyance.casefile.words import Unreadable, parse
from abeyance.logic.facts import BoolFact, ChoiceFact, DayFact, Fact
from abeyance.logic.values import ANY_DAY

YES = frozenset({"yes", "y", "sí", "si", "s"})
NO = frozenset({"no", "n"})
NOT_KNOWN = frozenset({"", "?", "don't know", "do not know", "no sé", "no se"})

_MONTHS = {
    "enero": "January",
    "febrero": "February",
    "marzo": "March",
    "abril": "April",
    "mayo": "May",
    "junio": "June",
    "julio": "July",
    "agosto": "August",
    "septiembre": "September",
    "octubre": "October",
    "noviembre": "November",
    "diciembre": "December",
}
# what a client says of a day -> how a case file says it, each tried in turn
_SPANISH = (
    (r"^antes de ", "before "),
    (r"^después de ", "after "),
    (r"^nunca$", "never"),
    (r"^todavía no$", "not yet"),
    (r"^hace (?:como|unos) (\d+) años?$", r"about \1 years ago"),
    (r"^hace (?:como|unos) (\d+) mes(?:es)?$", r"about \1 months ago"),
    (r"^hace (\d+) años?$", r"\1 years ago"),
    (r"^hace (\d+) mes(?:es)?$", r"\1 months ago"),
    (r"(\d{1,2}) de ([a-z]+) del? (\d{4})", r"\1 \2 \3"),
    (r"([a-z]+) del? (\d{4})", r"\1 \2"),
    *((rf"\b{spanish}\b", english) for spanish, english in _MONTHS.items()),
)


def in_english(answer: str) -> str:
    """An answer with the Spanish words for days put in English, in which a case file is written."""
    for pattern, english in _SPANISH:
        answer = re.sub(pattern, english, answer, flags=re.IGNORECASE)
    return answer


def is_yes(answer: str) -> bool | None:
    """Whether an answer is yes or no, in either language; None where it is neither."""
    word = answer.strip().casefold()
    return True if word in YES else False if word in NO else None


def is_not_known(answer: str) -> bool:
    """Whether the client does not know."""
    return answer.strip().casefold() in NOT_KNOWN


def truth_of(answer: str) -> bool:
    """Yes or no.  Raises Unreadable for any other answer."""
    truth = is_yes(answer)
    if truth is None:
        raise Unreadable(f"{answer.strip()!r} is neither yes nor no", "answer yes or no, or ? where it is not known")
    return truth


def claim_of(asked: Question, fact: Fact, answer: str, on: date) -> str:
    """The claim that an answer makes, as a line of the file; ``on`` is the day on which it was given.

    Raises Unreadable for an answer that says no value of the fact.
    """
    value = value_of(fact, answer, on)
    return f"{asked.subject}.{asked.fact.replace('_', ' ')}: {value}"


def value_of(fact: Fact, answer: str, on: date) -> str:
    """An answer as the value of a fact that a file holds.  Raises Unreadable."""
    text = " ".join(answer.split())
    if isinstance(fact, BoolFact):
        return "yes" if truth_of(text) else "no"
    if isinstance(fact, ChoiceFact):
        return _chosen(fact, text)
    if isinstance(fact, DayFact):
        text = in_english(text)
        text = f"not by {on.isoformat()}" if is_yes(text) is False or text.casefold() in ("not yet", "never") else text
    parse(fact, text, (on.toordinal(), on.toordinal()))
    return scalar(text)


def _chosen(fact: ChoiceFact, text: str) -> str:
    """A word of a closed list, by its number, or as the file or the client says it."""
    offered = options_of(fact)
    for number, option in enumerate(offered, 1):
        if text.casefold() in (
            str(number),
            option.word.casefold(),
            option.english.casefold(),
            option.spanish.casefold(),
        ):
            return option.word
    parse(fact, text, ANY_DAY)
    return scalar(text)


def none_of(list_name: str, has_rows: bool, on: date) -> str:
    """The claim that there is none of a list, or none but those in the file."""
    return f"{list_name}.{'complete' if has_rows else 'none'}: {{as of: {on.isoformat()}}}"


def new_row(ask: Inquiry, list_name: str, kind: str, on: date) -> tuple[str, str]:
    """The key of one more row of a list, and the claim that introduces it; ``kind`` is what the client says it is.

    Raises Unreadable.
    """
    entity = LISTS[list_name]
    word = entity.word.replace(" ", "-")
    key = next(name for i in count(1) if (name := f"{word}-{i}") not in ask.record.entities)
    return key, f"{key}: {{{entity.word}: {value_of(entity.facts[entity.kind_fact], kind, on)}}}"
