"""Where the sources disagree, and whether it matters; and where they were compared and agree.

A conflict is material if fixing either side changes an answer (SEMANTICS 5); the case file knows no law, so it is tried here.
"""

from collections.abc import Iterator

from abeyance.assess import words
from abeyance.assess.asking import Inquiry
from abeyance.assess.assertions import borne_out_by_the_file, denied_by_the_file
from abeyance.assess.brief import Agreement, Contradiction, Side
from abeyance.assess.targets import subjects, targets
from abeyance.casefile.claims import Claim, Completeness
from abeyance.casefile.completeness import CountConflict
from abeyance.casefile.record import LISTS, Conflict
from abeyance.casefile.standing import carries, group_of
from abeyance.casefile.vocabulary import Case, Recorded
from abeyance.law.avenues import AVENUES
from abeyance.law.facts_read import facts_read


def contradictions(ask: Inquiry) -> tuple[Contradiction, ...]:
    """Every conflict of the record and every assertion it contradicts, those that change an answer first."""
    found = [
        *denied_by_the_file(ask),
        *(_conflict(ask, c) for c in ask.record.conflicts),
        *(_count(ask, c) for c in _once(ask.record.counts)),
    ]
    return tuple(sorted(found, key=lambda c: not c.material))


def _conflict(ask: Inquiry, conflict: Conflict) -> Contradiction:
    entity = ask.record.entities[conflict.subject]
    fact = entity.facts[conflict.fact]
    sides = tuple(_side(ask, claim) for side in conflict.sides for claim in side)
    changes = tuple(dict.fromkeys(_changed(ask, entity, conflict)))
    what = f"{conflict.subject}: {fact.label}"
    return Contradiction(conflict.subject, conflict.fact, what, sides, bool(changes), changes, fact.paper)


def _side(ask: Inquiry, claim: Claim) -> Side:
    standing = ask.record.standing(claim).name.lower()
    return Side(claim.value.written, claim.source.key, str(claim.place), standing)


def _changed(ask: Inquiry, entity: type[Recorded], conflict: Conflict) -> Iterator[str]:
    """The answers that differ if one side of a conflict is right from what they are with both."""
    read = [t for t in targets(ask) if (entity.__name__, conflict.fact) in facts_read(t.rule)]
    for i in range(len(conflict.sides) if read else 0):
        without = conflict.against(i)
        trial = Inquiry(ask.case, ask.on, ask.known, ask.file_known, ask.circuit, (*ask.without, *without))
        for target in read:
            if trial.ask(target.rule, target.subject).value != ask.ask(target.rule, target.subject).value:
                yield target.about
        yield from _last_days_changed(ask, trial)


def _last_days_changed(ask: Inquiry, trial: Inquiry) -> Iterator[str]:
    """The avenues, not closed, of which the last day differs."""
    for avenue in AVENUES:
        for subject in subjects(ask, avenue.open) if avenue.due else ():
            due, is_open = avenue.due, ask.ask(avenue.open, subject).value
            if due and is_open is not False and trial.ask(due, subject).value != ask.ask(due, subject).value:
                yield f"the last day: {avenue.title}"


# --- counts -----------------------------------------------------------------------------------------------------------


def _once(counts: tuple[CountConflict, ...]) -> Iterator[CountConflict]:
    """One of each pair of counts that contradict each other."""
    told: set[int] = set()
    for conflict in counts:
        if id(conflict.claim) not in told:
            yield conflict
        told |= {id(other) for other in conflict.others}


def _count(ask: Inquiry, conflict: CountConflict) -> Contradiction:
    claims = (conflict.claim, *conflict.others)
    sides = [Side(_number(c), c.source.key, str(c.place), _standing(c)) for c in claims]
    if conflict.recorded:
        recorded = ", ".join(conflict.recorded)
        sides.append(Side(f"{len(conflict.recorded)} recorded: {recorded}", "this file", "", ""))
    name = conflict.claim.list
    read = [t for t in targets(ask) if ("Case", name) in facts_read(t.rule)]
    changes = tuple(dict.fromkeys(t.about for t in read if ask.ask(t.rule, t.subject).value is None))
    what = f"how many there are of {Case.facts[name].label}"
    return Contradiction("case", name, what, tuple(sides), bool(changes), changes, "")


def _number(said: Completeness) -> str:
    scope = ", ".join(value.written for _, value in said.scope)
    return f"{said.number}{f' ({scope})' if scope else ''}"


def _standing(said: Completeness) -> str:
    entity = LISTS[said.list]
    return carries(said.source.kind, said.source.speaker, group_of(entity.__name__)).name.lower()


# --- agreements -------------------------------------------------------------------------------------------------------


def agreements(ask: Inquiry) -> tuple[Agreement, ...]:
    """What two sources or more say alike, and what a source asserts and the file bears out."""
    return (*_agreed_facts(ask), *_agreed_counts(ask), *borne_out_by_the_file(ask))


def _agreed_facts(ask: Inquiry) -> Iterator[Agreement]:
    for subject, name in ask.record.agreements:
        fact = ask.record.entities[subject].facts[name]
        claims = ask.record.claims[subject, name]
        row = ask.record.rows.get(subject, ask.record.root)
        said = tuple(f"{words.cited(c.source, c.place)}: {c.value.written}" for c in claims)
        yield Agreement(f"{subject}: {fact.label}", words.value_of(fact, row[name]), said)


def _agreed_counts(ask: Inquiry) -> Iterator[Agreement]:
    for group in ask.record.agreed_counts:
        said = tuple(f"{words.cited(c.source, c.place)}: {_number(c)}" for c in group)
        yield Agreement(f"how many there are of {Case.facts[group[0].list].label}", str(group[0].number), said)
