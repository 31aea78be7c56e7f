"""Where the sources disagree, and whether it matters; and where they were compared and agree.

A conflict is material if fixing either side changes an answer (SEMANTICS 5); the case file knows no law, so it is tried here.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from abeyance.assess import words
from abeyance.assess.asking import Inquiry
from abeyance.assess.assertions import borne_out_by_the_file, denied_by_the_file
from abeyance.assess.brief import Agreement, Contradiction, Side
from abeyance.assess.targets import subjects, targets
from abeyance.casefile.claims import Claim, Completeness
from abeyance.casefile.completeness import CountConflict
from abeyance.casefile.dating import OutOfOrder
from abeyance.casefile.record import LISTS, Conflict
from abeyance.casefile.saying import say_days
from abeyance.casefile.standing import standing_of_source
from abeyance.casefile.vocabulary import Case, ChargingDocument, Order, Recorded
from abeyance.law.avenues import AVENUES
from abeyance.law.facts_read import facts_read
from abeyance.law.kinds import kind_is_as_charged
from abeyance.logic.values import NEVER


def contradictions(ask: Inquiry) -> tuple[Contradiction, ...]:
    """Every conflict of the record and every assertion it contradicts, those that change an answer first."""
    found = [
        *denied_by_the_file(ask),
        *_kinds(ask),
        *(_conflict(ask, c) for c in ask.record.conflicts),
        *(_out_of_order(ask, pair) for pair in ask.record.disorder),
        *(_too_late(ask, claim) for claim in ask.record.late),
        *(_count(ask, c) for c in _once(ask.record.counts)),
    ]
    return tuple(sorted(found, key=lambda c: not c.material))


def _conflict(ask: Inquiry, conflict: Conflict) -> Contradiction:
    entity = ask.record.entities[conflict.subject]
    fact = entity.facts[conflict.fact]
    sides = tuple(_side(ask, claim) for side in conflict.sides for claim in side)
    trials = [_without(ask, conflict.against(i)) for i in range(len(conflict.sides))]
    changes = _changed(ask, entity, (conflict.fact,), trials)
    what = f"{conflict.subject}: {fact.label}"
    return Contradiction(conflict.subject, conflict.fact, what, sides, bool(changes), changes, fact.paper)


def _side(ask: Inquiry, claim: Claim) -> Side:
    standing = ask.record.standing(claim).name.lower()
    return Side(claim.value.written, claim.source.key, str(claim.place), standing)


def _kinds(ask: Inquiry) -> Iterator[Contradiction]:
    """Orders that are said to be of another kind than the proceeding in which they were made."""
    for row in ask.by_now(Order):
        if ask.ask(kind_is_as_charged, row["@id"]).value is False:
            subject = row["@id"]
            papers = (c for r in ask.by_now(ChargingDocument) for c in ask.record.claims.get((r["@id"], "kind"), ()))
            sides = tuple(_side(ask, claim) for claim in (*ask.record.claims.get((subject, "kind"), ()), *papers))
            what = f"{subject}: its kind is not that of the proceeding which the charging document began"
            paper = Order.facts["kind"].paper
            yield Contradiction(subject, "kind", what, sides, True, ("the law that governs the order",), paper)


def _out_of_order(ask: Inquiry, pair: OutOfOrder) -> Contradiction:
    entity = ask.record.entities[pair.subject]
    first, second = entity.facts[pair.first], entity.facts[pair.second]
    trials = [_without(ask, side) for side in pair.sides]
    changes = _changed(ask, entity, (pair.first, pair.second), trials)
    what = f"{pair.subject}: {second.label} lies before {first.label}"
    sides = tuple(_side(ask, claim) for side in (pair.sides[1], pair.sides[0]) for claim in side)
    papers = " and ".join(dict.fromkeys(fact.paper for fact in (first, second) if fact.paper))
    return Contradiction(pair.subject, pair.second, what, sides, bool(changes), changes, papers)


def _too_late(ask: Inquiry, claim: Claim) -> Contradiction:
    """A claim of an event that is later than its source: either day is wrong."""
    entity = ask.record.entities[claim.subject]
    fact = entity.facts[claim.fact]
    last = claim.value.span[1] if claim.value.span else NEVER
    right = replace(claim, source=replace(claim.source, dated=(claim.source.dated[0], last)))
    case = replace(ask.case, claims=tuple(right if other is claim else other for other in ask.case.claims))
    trials = [_without(ask, (claim,)), Inquiry(case, ask.on, ask.known, ask.file_known, ask.circuit, ask.without)]
    changes = _changed(ask, entity, (claim.fact,), trials)
    made = Side(f"the source: {say_days(claim.source.dated)}", claim.source.key, "", "")
    what = f"{claim.subject}: {fact.label} lies after the source that tells of it"
    return Contradiction(claim.subject, claim.fact, what, (_side(ask, claim), made), bool(changes), changes, fact.paper)


def _without(ask: Inquiry, claims: Sequence[Claim]) -> Inquiry:
    return Inquiry(ask.case, ask.on, ask.known, ask.file_known, ask.circuit, (*ask.without, *claims))


def _changed(ask: Inquiry, entity: type[Recorded], facts: Sequence[str], trials: Sequence[Inquiry]) -> tuple[str, ...]:
    """The answers on facts of an entity that are not the same in every trial of who is right, and with nobody left out."""
    return tuple(dict.fromkeys(_differing(ask, entity, facts, trials)))


def _differing(ask: Inquiry, entity: type[Recorded], facts: Sequence[str], trials: Sequence[Inquiry]) -> Iterator[str]:
    read = [t for t in targets(ask) if any((entity.__name__, fact) in facts_read(t.rule) for fact in facts)]
    for trial in trials if read else ():
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
    return f"{'complete' if said.number is None else said.number}{f' ({scope})' if scope else ''}"


def _standing(said: Completeness) -> str:
    entity = LISTS[said.list]
    return standing_of_source(said.source, entity.__name__).name.lower()


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
