"""All provisions together, by id: what ``law list`` prints and ``why`` looks up."""

from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib import import_module
from typing import Any

from abeyance.law.provisions import Provision

_MODULES = (
    "appeals",
    "finality",
    "notice",
    "stays_automatic",
    "fear",
    "expedited",
    "kinds",
    "stays_granted",
    "stays",
    "not_a_stay",
    "reopening",
    "petitions",
    "after_review",
    "departure",
    "voluntary_departure",
    "custody",
    "bond",
    "dhs_decisions",
    "consequences",
    "avenues",
    "duties",
    "proof",
    "relief.gates",
    "relief.people",
    "relief.crimes",
    "relief.presence",
    "relief.character",
    "relief.cancellation",
    "relief.lpr_cancellation",
    "relief.suspension",
    "relief.nacara",
    "relief.visa_petitions",
    "relief.unlawful_presence",
    "relief.adjustment",
    "relief.registry",
    "relief.tps",
    "relief.daca",
    "relief.entry_limits",
    "relief.groups",
    "relief.asylum",
    "relief.withholding",
    "discretion.tiers",
    "discretion.priorities",
    "discretion.factors",
    "discretion.stay_form",
    "discretion.closure",
)
PAGES = {module.rpartition(".")[2]: f"abeyance.law.{module}" for module in _MODULES}  # a page's name -> its module


@dataclass(frozen=True)
class Bundle:
    """Every provision, by id and by alias."""

    provisions: dict[str, Provision[Any, Any]]
    aliases: dict[str, str]

    def find(self, id: str) -> Provision[Any, Any] | None:
        """The provision of that id or alias, if there is one."""
        return self.provisions.get(self.aliases.get(id, id))

    def nearest(self, id: str) -> tuple[str, ...]:
        """The ids and aliases written most like an id that there is not."""
        return tuple(get_close_matches(id, [*self.provisions, *self.aliases], n=3, cutoff=0.4))

    def used_by(self, id: str) -> tuple[str, ...]:
        """The ids of the provisions that use a provision themselves."""
        return tuple(p.id for p in self.provisions.values() if id in p.uses)


@cache
def bundle() -> Bundle:
    """The provisions of every page, in the order of the pages."""
    found: dict[str, Provision[Any, Any]] = {}
    for module in PAGES.values():
        for value in vars(import_module(module)).values():
            if isinstance(value, Provision):
                found.setdefault(value.id, value)
    return Bundle(found, {alias: p.id for p in found.values() for alias in p.aliases})
