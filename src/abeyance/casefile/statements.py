"""The claims of a case file: lines under a source, read by the vocabulary, with every problem in its place.

A map is several claims about one subject; the word of an entity (``filing``) introduces the subject.
"""

import re

from abeyance.casefile import documents, othernames, words
from abeyance.casefile.claimlines import ACTS, CLAIM_WORDS, REFERENCES, Line, Statement, split
from abeyance.casefile.claims import Act, Claim, Completeness, Identity, Place, Source, Subject, Value
from abeyance.casefile.places import PLACE_HINT, parse_place, parse_reference
from abeyance.casefile.record import BY_CLASS, CASE, LISTS
from abeyance.casefile.remarks import Fields, Remarks
from abeyance.casefile.vocabulary import ENTITIES, Assertion, Case, Filing, Order, Person, Recorded, fact_named
from abeyance.casefile.yamlnodes import Node, spaced
from abeyance.logic.facts import BoolFact, ChoiceFact, DayFact, Fact, ListFact, RefFact
from abeyance.logic.values import ANY_DAY

LIST_WORDS = ("complete", "none", "count", "open")
IDENTITY = {"same as": True, "different from": False, "perhaps": None}
_NUMBER = re.compile("[0-9]{1,5}")
_OUTCOMES = ("denied", "granted", "dismissed")
_SCOPE_HINT = "write {kind: appeal, as of: 2017-05-01}, or yes for the whole list"
Pair = tuple[Node, Node]


class Statements:
    """Reads lines of claims; first all must be introduced, then all read, since a line may speak of what a later one introduces."""

    def __init__(self, remarks: Remarks, respondent: str) -> None:
        self.remarks = remarks
        self.subjects = {CASE: Subject(CASE, Case.__name__)}
        if respondent:
            self.subjects.setdefault(respondent, Subject(respondent, "Person"))
        self.nameless = not respondent  # which is told: whatever may speak of the respondent is no problem of its own
        # sources whose day cannot be read, which is told: no word that counts from it is a problem of its own
        self.misdated: set[str] = set()
        self.unclear: set[str] = set()  # introduced by a word that says nothing
        self.clashing: set[tuple[int, int]] = set()  # lines that make a subject something else
        self.claims: list[Claim] = []
        self.completeness: list[Completeness] = []
        self.identities: list[Identity] = []

    # --- who there is -----------------------------------------------------------------------------------------------

    def introduce(self, pair: Pair, source: Source) -> None:
        """Note the subject that a line introduces, if it does."""
        line = split(*pair)
        if line is None or line.fact or not line.value.pairs:
            return
        word, kind = line.value.pairs[0]
        mention = spaced(word.text) == "mention"
        entity = ENTITIES.get(spaced(kind.text if mention else word.text))
        known = self.subjects.get(line.subject)
        if entity is None:
            if self._may_be_respondent([spaced(key.text) for key, _ in line.value.pairs]):
                self.unclear.add(line.subject)
            elif known is None or mention:
                at = kind if mention else word
                what = f"{(at.text or '')[:60]!r} does not say what {line.subject} is"
                meant = othernames.ENTITIES.get(spaced(at.text))
                near = f"did you mean {meant}?" if meant else self.remarks.nearest(at.text or "", list(ENTITIES), 0.72)
                hint = f"begin with the word for it; {near}"
                later = [spaced(key.text) for key, _ in line.value.pairs if spaced(key.text) in (*ENTITIES, "mention")]
                if spaced((at.text or "").partition(":")[0]) in ENTITIES:
                    hint = "put a blank after the colon"
                elif later and not mention:
                    hint = f"begin with the word for it: {line.subject}: {{{later[0]}: ..."
                self.remarks.add(at, "E114", what, hint)
                self.unclear.add(line.subject)
            return
        if known and known.entity != entity.__name__:
            what = f"{line.subject} is already {_a(self._entity(line.subject))}"
            also = f"line {known.line}" if known.line else ""
            self.clashing.add((line.key.line, line.key.column))
            self.remarks.add(line.key, "E115", what, "give this one another name", also)
            return
        introduced = known.introduced if known else ()
        if all(_says_nothing(statement, entity) for statement in line.pairs()):
            introduced += (source,)
        self.subjects[line.subject] = Subject(
            line.subject,
            entity.__name__,
            mention and (known is None or known.mention),
            known.line if known else line.key.line,
            introduced,
        )

    def _may_be_respondent(self, words: list[str]) -> bool:
        """Whether facts may be of the respondent, whose name could not be read."""
        return self.nameless and all(word in ACTS or fact_named(Person, word) for word in words)

    def _entity(self, subject: str) -> type[Recorded]:
        return BY_CLASS[self.subjects[subject].entity]

    # --- lines ------------------------------------------------------------------------------------------------------

    def read(self, pair: Pair, source: Source, text: documents.PlainText | None) -> None:
        """Read a line; ``text`` is that of the source's document, where it is plain text."""
        line = split(*pair)
        if (pair[0].line, pair[0].column) in self.clashing:
            return
        if line is None:
            self.remarks.add(
                pair[0], "E116", f"{(pair[0].text or '')[:60]!r} is not subject.fact @place", "write mateo.born @p2¶5"
            )
            return
        place = self._place(line, text)
        if line.subject in LISTS and line.fact in LIST_WORDS:
            self._list(line, source, place)
        elif line.subject not in self.subjects:
            if line.subject not in self.unclear and not self._may_be_respondent([line.fact]):
                hint = f"introduce it: {line.subject}: {{filing: motion to reopen, ...}}; " + self._near(line.subject)
                if line.fact in LIST_WORDS:
                    hint = self.remarks.nearest(line.subject, list(LISTS))
                self.remarks.add(line.key, "E117", f"nothing says what {line.subject} is", hint)
        elif line.fact in IDENTITY:
            self._identity(line, source, place)
        elif line.fact:
            self._claim(line.subject, line.single(), source, place)
        elif not line.value.pairs:
            what = f"{line.subject} needs a fact or a map of facts"
            self.remarks.add(line.value, "E118", what, f"write {line.subject}.fact: value")
        else:
            entity = self._entity(line.subject)
            for statement in line.pairs():
                if not _says_nothing(statement, entity):
                    self._claim(line.subject, statement, source, place)

    def _near(self, name: str) -> str:
        return self.remarks.nearest(name, [subject for subject in self.subjects if subject != CASE])

    def _place(self, line: Line, text: documents.PlainText | None) -> Place:
        if not line.place:
            return Place()
        place = parse_place(line.place)
        if place is None:
            self.remarks.add(line.key, "E119", f"@{line.place[:60]} is not a place", PLACE_HINT)
            return Place()
        if text is not None and (why := text.misplaced(place)):
            hint = f"{why}; paragraphs are blocks between blank lines"
            self.remarks.add(line.key, "E120", f"@{line.place} lies outside the document", hint)
        return place

    # --- statements -------------------------------------------------------------------------------------------------

    def _claim(self, subject: str, said: Statement, source: Source, place: Place) -> None:
        entity = self._entity(subject)
        name = entity.kind_fact if said.word == entity.word else said.word
        fact = fact_named(entity, name)
        if fact is None or isinstance(fact, ListFact):
            names = [spaced(n) for n, f in entity.facts.items() if not isinstance(f, ListFact)]
            what = f"{_a(entity)} has no fact {said.word[:60]!r}"
            self.remarks.add(said.key, "E121", what, self._instead(entity, said.word, names))
            return
        if subject == CASE and fact.name == "respondent":
            what, hint = "whose case this is is no claim", "it stands at the top of the file, in respondent:"
            self.remarks.add(said.key, "E121", what, hint)
            return
        self._only(said.written, CLAIM_WORDS, "a claim")
        value = Value("")
        if said.value is not None or not any(word in said.acts for word in REFERENCES):
            parsed = self._value(said.value or Node(said.written.line, said.written.column, text=""), fact, source)
            if parsed is None:
                return
            value = parsed
        act = self._act(said.key, said.acts, source)
        self.claims.append(Claim(subject, fact.name, value, source, place, **vars(act)))

    def _instead(self, entity: type[Recorded], word: str, names: list[str]) -> str:
        """What to write instead of a fact that there is not."""
        name, colon, _ = word.partition(":")
        if colon and spaced(name) in names:
            return f"put a blank after the colon: {spaced(name)}: value"
        if word in Assertion.what.codes:
            return f"the law works that out; what a document says of it is kept so: word-1: {{assertion: {word}, truth: yes}}"
        if word in ("status", "appeal", "appealed") and entity in (Order, Filing, Case):
            return (
                "enter what happened and when it was last checked: appeal-1: {filing: appeal, received: 2017-04-03}, or "
                "filings.none: {kind: appeal, as of: 2017-05-01}"
            )
        if meant := othernames.fact_meant(entity, word):
            return f"did you mean {meant}?" + (" The outcome is a fact of its own" if word in _OUTCOMES else "")
        return self.remarks.nearest(word, names, likeness=0.72)

    def _value(self, node: Node, fact: Fact, source: Source) -> Value | None:
        if node.text is None:
            self.remarks.add(node, "E123", f"{fact.label} is a single value, not {node.shape}", "write it on one line")
            return None
        try:
            value = words.parse(fact, node.text, source.dated)
        except words.Unreadable as error:
            if not (isinstance(error, words.NotDated) and source.key in self.misdated):
                self.remarks.add(node, "E124", str(error), error.hint)
            return None
        if isinstance(fact, RefFact):
            for name in (value.text or "").split(" or "):
                self._check_reference(node, name, fact)
        return value

    def _check_reference(self, node: Node, name: str, fact: RefFact[Recorded]) -> None:
        if name not in self.subjects:
            self.remarks.add(node, "E117", f"nothing says what {name[:60]} is", self._near(name))
        elif self._entity(name) is not fact.entity():
            what = f"{name} is {_a(self._entity(name))}, and cannot be {fact.label}"
            self.remarks.add(node, "E131", what, f"name {_a(fact.entity())}")

    def _identity(self, line: Line, source: Source, place: Place) -> None:
        said, same = line.single(), IDENTITY[line.fact]
        self._only(said.written, CLAIM_WORDS, "a claim")
        if said.value is None or not said.value.text:
            what, hint = f"{line.fact}: names nobody", f"write {line.subject}.{line.fact}: and the other"
            if any(word in said.acts for word in REFERENCES):
                hint = f"to take back what another says: {line.subject}.perhaps: {{value: the other, sets aside: ...}}"
            self.remarks.add(said.value or line.value, "E123", what, hint)
            return
        other = said.value.text
        act = self._act(said.key, said.acts, source)
        if other not in self.subjects:
            self.remarks.add(said.value, "E117", f"nothing says what {other[:60]} is", self._near(other))
        elif other == line.subject or self._entity(other) is not self._entity(line.subject):
            what = f"whether {line.subject} and {other} are one is no question"
            self.remarks.add(said.value, "E134", what, f"name another {self._entity(line.subject).word}")
        else:
            self._must_act(line, said.acts, same is None)
            one = line.subject
            self.identities.append(Identity(one, other, bool(same), source, place, same is not None, **vars(act)))

    def _list(self, line: Line, source: Source, place: Place) -> None:
        """``filings.none: {kind: appeal, as of: 2017-05-01}``, ``relatives.count: {relation: child, number: 4}``."""
        entity, value = LISTS[line.subject], line.value
        pairs = [(spaced(key.text), key, node) for key, node in value.pairs or ()]
        acts = {word: node for word, _, node in pairs if word in ACTS}
        scope = self._scope(line, [pair for pair in pairs if pair[0] not in ACTS], source)
        if value.pairs is None and not self._is_whole(line):
            what, hint = f"{line.subject}.{line.fact}: takes a scope", _SCOPE_HINT
            self.remarks.add(value, "E125", what, hint)
        fields = Fields.of(value, self.remarks)
        as_of = fields.days("as of", source.dated)
        if as_of == ANY_DAY and entity.dating and line.fact != "open" and source.key not in self.misdated:
            what = f"{line.subject}.{line.fact} does not say as of when"
            self.remarks.add(line.key, "E128", what, "add as of: and the day, or dated: to the source")
        self._must_act(line, acts, line.fact == "open")
        act = self._act(line.key, acts, source)
        number = self._number(line) if line.fact == "count" else 0 if line.fact == "none" else None
        leaves_open = line.fact == "open"
        self.completeness.append(
            Completeness(line.subject, source, place, as_of, scope, number, leaves_open, **vars(act))
        )

    def _is_whole(self, line: Line) -> bool:
        """Whether a list word without a map speaks of the whole list: ``relatives.complete: yes``, ``relatives.count: 4``."""
        text = (line.value.text or "").casefold() if line.value.items is None else None
        return text in (*words.YES, "all", "") or (line.fact == "count" and text is not None)

    def _scope(self, line: Line, pairs: list[tuple[str, Node, Node]], source: Source) -> tuple[tuple[str, Value], ...]:
        entity = LISTS[line.subject]
        limits = {spaced(n): f for n, f in entity.facts.items() if isinstance(f, (ChoiceFact, DayFact, BoolFact))}
        own = ("as of", "number") if line.fact == "count" else ("as of",)
        scope: list[tuple[str, Value]] = []
        for word, key, node in pairs:
            if word in limits:
                parsed = self._value(node, limits[word], source)
                scope += [(limits[word].name, parsed)] if parsed else []
            elif word not in own:
                hint = self.remarks.nearest(word, [*own, *limits])
                self.remarks.add(key, "E127", f"{word[:60]!r} cannot limit {line.subject}.{line.fact}", hint)
        return tuple(scope)

    def _number(self, line: Line) -> int | None:
        node = line.value if line.value.pairs is None else line.value.get("number")
        if node is not None and node.text is not None and _NUMBER.fullmatch(node.text):
            return int(node.text)
        hint = "write number: 4"
        if any(spaced(key.text) in REFERENCES for key, _ in line.value.pairs or ()):
            hint += f"; to take back another's count alone: {line.subject}.open: {{sets aside: ...}}"
        self.remarks.add(node or line.key, "E126", "a count says how many there are", hint)
        return None

    # --- what a statement does --------------------------------------------------------------------------------------

    def _must_act(self, line: Line, acts: dict[str, Node], must: bool) -> None:
        if must and not any(word in acts for word in REFERENCES):
            what = f"{line.subject}.{line.fact} says nothing, and does nothing to another statement"
            hint = f"add one of {', '.join(f'{word}:' for word in REFERENCES)} and the source; else leave it out"
            self.remarks.add(line.key, "E135", what, hint)

    def _act(self, key: Node, acts: dict[str, Node], source: Source) -> Act:
        fields = Fields(acts, self.remarks)
        references = {word: fields.text(word) for word in REFERENCES}
        because = fields.text("because")
        for word, reference in references.items():
            try:
                parse_reference(reference)
            except ValueError:
                self.remarks.add(acts[word], "E119", f"{reference[:60]} names no place of a source", PLACE_HINT)
            if reference and word != "revives" and "because" not in acts:
                self.remarks.add(key, "E122", f"a claim that {word} another says why", "add because: and the reason")
        return Act(
            recorded=fields.date("recorded") or source.recorded,
            by=fields.text("by") or source.by,
            cleared=fields.words("cleared"),
            privileged=fields.flag("privileged"),
            corrects=references["corrects"],
            withdraws=references["withdraws"],
            revives=references["revives"],
            sets_aside=references["sets aside"],
            because=because,
            line=key.line,
            column=key.column,
        )

    def _only(self, node: Node, allowed: tuple[str, ...], what: str) -> None:
        for key, _ in node.pairs or ():
            if spaced(key.text) not in allowed:
                self.remarks.add(
                    key,
                    "E103",
                    f"{(key.text or '')[:60]!r} has no meaning in {what}",
                    self.remarks.nearest(key.text or "", allowed),
                )


def _a(entity: type[Recorded]) -> str:
    return f"{'an' if entity.word[0] in 'aeio' else 'a'} {entity.word}"


def _says_nothing(statement: Statement, entity: type[Recorded]) -> bool:
    """Whether a statement only introduces its subject: ``mention: relative``, ``order: unknown``."""
    if statement.word == "mention":
        return True
    return statement.word == entity.word and statement.value is not None and statement.value.text == "unknown"
