"""What a readable case file has that a person should look at: sources that disagree, days that cannot be so, and what was
altered since the file was sealed.

A finding is no error: both sides are kept, and rules see the values that cover them.
"""

from collections.abc import Iterator, Mapping

from abeyance.casefile.claims import CaseFile, Claim, Completeness, Source
from abeyance.casefile.completeness import CountConflict
from abeyance.casefile.dating import Misfit, OutOfOrder
from abeyance.casefile.history import Difference, History, Said, is_document
from abeyance.casefile.record import Conflict, Record
from abeyance.casefile.saying import say_days
from abeyance.casefile.succession import Fate
from abeyance.casefile.yamlnodes import Node, spaced
from abeyance.logic.values import ANY_DAY, NEVER
from abeyance.problems import Problem


def disagreements(record: Record, shown: str) -> tuple[Problem, ...]:
    """Where live claims exclude each other: about a fact, about how many there are, about who is who."""
    found = [_conflict(record, conflict, shown) for conflict in record.conflicts]
    found += [_count(conflict, shown) for conflict in record.counts]
    for words in record.contested:
        who = f"{words.one} {'is' if words.same else 'is not'} {words.other}"
        what = f"{words.source.key} says that {who}, and that is contradicted"
        hint = "neither is merged; set one of the two aside, with because:"
        found.append(Problem(shown, words.line, words.column, "F003", what, hint))
    return tuple(sorted(found))


def _conflict(record: Record, conflict: Conflict, shown: str) -> Problem:
    sides = [f"{_sources(side)} {side[0].value.written}" for side in conflict.sides]
    what = f"sources disagree on {conflict.subject}.{spaced(conflict.fact)}: {'; '.join(sides[:4])}"
    paper = record.entities[conflict.subject].facts[conflict.fact].paper
    hint = "both are kept; correct one, or set one aside, with because:" + (f" (settled by: {paper})" if paper else "")
    first, *others = sorted((side[0] for side in conflict.sides), key=lambda claim: claim.line)
    also = ", ".join(f"line {claim.line}" for claim in others[:4])
    return Problem(shown, first.line, first.column, "F001", what, hint, also)


def _sources(side: tuple[Claim, ...]) -> str:
    return ", ".join(dict.fromkeys(claim.source.key for claim in side))


def _count(conflict: CountConflict, shown: str) -> Problem:
    claim = conflict.claim
    what = f"{claim.source.key} counts {claim.number} of {spaced(claim.list)}"
    if claim.number is None:
        what = f"{claim.source.key} calls {spaced(claim.list)} complete, and only later sources tell of "
        what += ", ".join(conflict.recorded[:8])
    elif conflict.recorded:
        what += f", and the file has {len(conflict.recorded)}: {', '.join(conflict.recorded[:8])}"
    for other in conflict.others[:4]:
        what += f"; {other.source.key} counts {other.number}"
    hint = "the list stays open; correct that or set it aside, with because:, or say with same as: who is one"
    also = ", ".join(f"line {other.line}" for other in conflict.others[:4])
    return Problem(shown, claim.line, claim.column, "F002", what, hint, also)


def misdated(case: CaseFile, record: Record, shown: str) -> tuple[Problem, ...]:
    """Days that cannot be so: out of their order, not as far apart as is stated, later than the paper that tells of them, or of
    a source that was had before it was made."""
    found = [_out_of_order(pair, shown) for pair in record.disorder]
    found += [_misfit(misfit, shown) for misfit in record.misfits]
    for claim in record.late:
        what = f"{claim.subject}.{spaced(claim.fact)}"
        found.append(_too_late(claim, what, claim.value.written, shown))
    for word, fate in zip(case.completeness, record.list_fates, strict=True):
        if fate is Fate.LIVE and word.as_of[0] > word.source.last_day:
            found.append(_too_late(word, f"{spaced(word.list)} as of", say_days(word.as_of), shown))
    found += [_source(source, shown) for source in case.sources if not _is_in_order(source)]
    return tuple(sorted(found))


def _out_of_order(pair: OutOfOrder, shown: str) -> Problem:
    first, second = (f"{spaced(side[0].fact)} {side[0].value.written} ({_sources(side)})" for side in pair.sides)
    what = f"{pair.subject}: {second} lies before {first}, and cannot"
    hint = "both are kept; check the years, and correct one, with because:"
    one, other = sorted((side[0] for side in pair.sides), key=lambda claim: (claim.line, claim.column))
    return Problem(shown, one.line, one.column, "F007", what, hint, f"line {other.line}")


def _misfit(misfit: Misfit, shown: str) -> Problem:
    days = ", ".join(f"{spaced(claim.fact)} {claim.value.written} ({claim.source.key})" for claim in misfit.days[:4])
    number = misfit.number[0]
    what = f"{misfit.subject}: {spaced(number.fact)} {number.value.written} ({number.source.key}) does not fit {days}"
    hint = "what is stated is taken; check the days, and correct one or the number, with because:"
    return Problem(shown, number.line, number.column, "F010", what, hint)


def _too_late(statement: Claim | Completeness, about: str, written: str, shown: str) -> Problem:
    source = statement.source
    day = f"is dated {say_days(source.dated)}" if source.dated != ANY_DAY else f"was had {say_days(source.had)}"
    what = f"{about} {written} lies after its source: {source.key} {day}"
    hint = "check both years; a stamp or letter of a later day is a source of its own, and what is only planned is no event"
    return Problem(shown, statement.line, statement.column, "F008", what, hint)


def _is_in_order(source: Source) -> bool:
    entered = source.recorded.toordinal() if source.recorded else NEVER
    return source.dated[0] <= source.had[1] and max(source.dated[0], source.had[0]) <= entered


def _source(source: Source, shown: str) -> Problem:
    days = [
        f"{word} {say_days(span)}" for word, span in (("dated", source.dated), ("had", source.had)) if span != ANY_DAY
    ]
    days += [f"recorded {source.recorded}"] if source.recorded else []
    what = f"the days of the source {source.key} are out of order: {', '.join(days)}"
    hint = "a paper is made, then had, then recorded; check the years"
    return Problem(shown, source.line, 1, "F009", what, hint)


def alterations(history: History, differs: Difference, at: Mapping[str, Node], shown: str) -> tuple[Problem, ...]:
    """What is not as it was sealed: claims gone or changed, claims not sealed yet, documents that are others.

    ``at`` says where in the file each head stands.
    """
    return tuple(sorted(_alterations(history, differs, at, shown))) if history.entries else ()


def _alterations(history: History, differs: Difference, at: Mapping[str, Node], shown: str) -> Iterator[Problem]:
    def sealed(said: Said) -> str:
        entry = history.since[said]
        return f"when it was sealed on {entry.recorded} (entry {entry.number})"

    for head, was, _ in differs.changed:
        node = at.get(head) or Node(0, 0)
        if is_document(head):
            what = "the document is not the one that was sealed: its SHA-256 differs"
            hint = "bring the original back; if the change is meant, record it: abeyance seal CASE"
            yield Problem(shown, node.line, node.column, "E112", what, hint)
        else:
            hint = "a claim is corrected by another; bring it back, or record the edit: abeyance seal CASE"
            yield Problem(shown, node.line, node.column, "F004", f"{head} was {was} {sealed((head, was))}", hint)
    for head, was in differs.removed:
        hint = "a claim is withdrawn by another; bring it back, or record the edit: abeyance seal CASE"
        yield Problem(shown, 0, 0, "F005", f"{head} is gone; it was {was} {sealed((head, was))}", hint)
    new = sorted(at[head].line for head, _ in differs.added if head in at)
    if new:
        what = f"not sealed yet: {len(new)} of the statements, the first in line {new[0]}"
        yield Problem(shown, 0, 0, "F006", what, "record them: abeyance seal CASE")
