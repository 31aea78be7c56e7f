"""Whether ICE may be holding the respondent on the day: what the law says of custody is told only then."""

from abeyance.assess import words
from abeyance.assess.asking import Inquiry
from abeyance.casefile.vocabulary import Custody


def may_be_held(ask: Inquiry) -> bool:
    """Whether the file has a time in ICE's custody that is not surely over."""
    on = ask.on.toordinal()
    by_ice = (row for row in ask.by_now(Custody) if words.only(Custody.facts["by"], row["by"]) == "ICE")
    return any(on < row["until"][1] for row in by_ice)
