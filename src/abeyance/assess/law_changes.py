"""What changed in the law between two days, or between what was known of it on two days: by provision, which version governs."""

from collections.abc import Iterator
from datetime import date

from abeyance.assess.compare import Change
from abeyance.law.bundle import PAGES, bundle
from abeyance.law.cards import Clock, VersionLine, clocks_of

UNSURE = ", from a day not confirmed"
State = tuple[date, date | None]  # the day of the event, and the last day whose law is known (None: all of it)


def law_changes(before: State, after: State) -> tuple[Change, ...]:
    """Every place of every provision at which another version governs what happens on the day; by page, in the law's order."""
    provisions = sorted(bundle().provisions.values(), key=lambda provision: list(PAGES).index(provision.page))
    return tuple(
        Change(provision.page.replace("_", " "), f"{provision.id}: {provision.says}{chosen_by}", was, now)
        for provision in provisions
        for chosen_by, was, now in _changed(
            clocks_of(provision.expression, *before), clocks_of(provision.expression, *after)
        )
    )


def _changed(before: tuple[Clock, ...], after: tuple[Clock, ...]) -> Iterator[tuple[str, str, str]]:
    for old, new in zip(before, after, strict=True):
        was, now = _told(_governing(old)), _told(_governing(new))
        if was != now:
            yield f" (by {old.chosen_by})", was, now


def _governing(clock: Clock) -> VersionLine | None:
    found = [version for version in clock.versions if version.state == "governs"]
    return found[-1] if found else None


def _told(version: VersionLine | None) -> str:
    if version is None:
        return ""
    since = "" if version.first is None else f", from {version.first.isoformat()}" if version.confirmed else UNSURE
    return f"{version.cite}{since}{f': {version.note}' if version.note else ''}"
