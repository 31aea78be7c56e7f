"""A source and claims entered into a case: checked first, written whole or not at all, and sealed."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from abeyance.casefile.adding import claim_line, with_claims, with_source
from abeyance.casefile.casefolder import ADDED, CaseFolder, received, rewritten, write
from abeyance.casefile.history import History
from abeyance.problems import Unusable


class Entered(NamedTuple):
    """What was entered: the history as it then is, the document's name from the case, and the claims as they were written."""

    history: History
    document: str
    lines: list[str]


class NotEntered(Unusable):
    """What was to be entered would make the case unusable; ``case`` is the case as it would have been."""

    def __init__(self, unusable: Unusable, case: CaseFolder) -> None:
        super().__init__(unusable.problems)
        self.case = case


def enter(
    case: CaseFolder,
    source: str,
    claims: Sequence[str],
    document: Path | None,
    fields: Mapping[str, str],
    by: str,
    recorded: date,
) -> Entered:
    """Enter a source (where ``fields`` has a kind) with its document, and claims under it, each as a person types it.

    Raises Unusable for what is no claim, and NotEntered, with every problem, for what the case cannot take; then nothing is
    written.
    """
    known = case.case.sources if case.case else ()
    before = next((found.recorded for found in known if found.key == source), recorded)
    lines = [claim_line(claim, None if before == recorded else recorded) for claim in claims]
    with received(case, document) as (name, sha256):
        text = case.text
        if fields.get("kind"):
            header = {"document": name, "sha256": sha256, **fields, "recorded": recorded.isoformat(), "by": by}
            text = with_source(text, source, header)
        if lines:
            text = with_claims(text, source, lines)
        new = rewritten(case, text)
        try:
            return Entered(write(case, new, recorded, by, ADDED), name, lines)
        except Unusable as unusable:
            raise NotEntered(unusable, new) from None
