"""Whether ICE may be holding the respondent on the day: what the law says of custody is told only then."""

from collections.abc import Iterator

from abeyance.assess import words
from abeyance.assess.asking import Inquiry
from abeyance.casefile.vocabulary import Custody
from abeyance.law.avenues import AVENUES, Avenue


def may_be_held(ask: Inquiry) -> bool:
    """Whether the file has a time in ICE's custody that is not surely over."""
    on = ask.on.toordinal()
    by_ice = (row for row in ask.by_now(Custody) if words.only(Custody.facts["by"], row["by"]) == "ICE")
    return any(on < row["until"][1] for row in by_ice)


def avenues_told(ask: Inquiry) -> Iterator[Avenue]:
    """The avenues that the brief speaks of, in the law's order."""
    return (avenue for avenue in AVENUES if not avenue.of_custody or may_be_held(ask))
