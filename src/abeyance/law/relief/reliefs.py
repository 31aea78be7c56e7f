"""What a relief is: elements, which are its merits, gates, which are the way to it, and what weighs where a judgement is made."""

from dataclasses import dataclass
from typing import Any, Literal

from abeyance.casefile.vocabulary import Case
from abeyance.law.provisions import Provision
from abeyance.logic.expressions import Bool


@dataclass(frozen=True, kw_only=True)
class Factor:
    """What weighs in a judgement: the rule that says whether the file shows it, for or against, and what would carry it."""

    shown: Provision[Case, Bool]
    weighs: Literal["for", "against"]
    proof: str


@dataclass(frozen=True, kw_only=True)
class Judgement:
    """An element that no rule decides, and what weighs in it."""

    of: Provision[Case, Bool]
    factors: tuple[Factor, ...]


@dataclass(frozen=True, kw_only=True)
class Relief:
    """One relief: every element and every gate is a provision about the case, and yes is in the respondent's favour.

    ``asked_of`` who decides, and on what form; ``grants`` what it gives; ``fee`` the key of the fee table, None where none is due.
    """

    id: str
    title: str
    asked_of: str
    grants: str
    elements: tuple[Provision[Case, Any], ...]
    gates: tuple[Provision[Case, Any], ...]
    judgements: tuple[Judgement, ...] = ()
    fee: str | None = None
