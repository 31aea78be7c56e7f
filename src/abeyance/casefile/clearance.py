"""Who may be told a claim (SEMANTICS 15): privilege and clearance are on the claim, and hold for every copy."""

from abeyance.casefile.claims import Claim, Source, Statement
from abeyance.casefile.standing import TABLE
from abeyance.logic.facts import Fact

PUBLIC = "public"  # everybody


def is_cleared(claim: Claim, fact: Fact, addressee: str) -> bool:
    """Whether a claim about ``fact`` may go to ``addressee``, a word such as ``congress`` or ``public``.

    What is privileged or work product goes to nobody.  Else the claim's own clearance counts; what is cleared for the public is
    cleared for all.  Where the claim names none, guarded facts, identifiers and what was said to counsel are not cleared,
    whatever the source is cleared for; the rest is where the source says so, and to any addressee but the public where
    the source says nothing.
    """
    if is_held(claim):
        return False
    if claim.cleared is not None:
        return _names(claim.cleared, addressee)
    if fact.guarded or fact.private or is_to_counsel(claim.source):
        return False
    return _names(claim.source.cleared, addressee) if claim.source.cleared else addressee.casefold() != PUBLIC


def is_held(statement: Statement) -> bool:
    """Whether a statement is privileged or work product: then it goes to nobody."""
    own = statement.privileged
    return statement.source.work_product or (statement.source.privileged if own is None else own)


def is_to_counsel(source: Source) -> bool:
    """Whether what a source says was said to counsel in confidence."""
    return TABLE.get(source.kind, TABLE["other"]).counsel


def _names(cleared: frozenset[str], addressee: str) -> bool:
    return bool({addressee.casefold(), PUBLIC} & {word.casefold() for word in cleared})
