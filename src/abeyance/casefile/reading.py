"""``case.yaml`` to a CaseFile, with every problem at once and its place.

    sources:
      letter:
        document: documents/letter.txt
        kind: congressional letter
        dated: 2017-05-01
        claims:
          - mateo.nationality @¶1: Guatemala
          - stay-2017 @¶5: {filing: stay request, forum: ICE, decided: 2017-03-02, outcome: denied}

A map is several claims about one subject; the word of an entity (``filing``) introduces the subject.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from abeyance.casefile import documents, words
from abeyance.casefile.claims import CaseFile, Claim, Completeness, Identity, Place, Source, Subject, Value
from abeyance.casefile.record import CASE
from abeyance.casefile.standing import KINDS, SPEAKERS
from abeyance.casefile.vocabulary import ENTITIES, Case, Recorded
from abeyance.casefile.yamlnodes import Node, load
from abeyance.logic.facts import ChoiceFact, DayFact, Fact, ListFact, RefFact
from abeyance.logic.values import ANY_DAY
from abeyance.problems import Problem, Unusable

FILE = "case.yaml"
_KEY = re.compile(r"(?P<subject>[\w-]+)(?:\.(?P<fact>[\w ]+?))?(?:\s+@(?P<place>\S.*))?$")
_PLACE = re.compile(r"(?:p(?P<page>\d+))? ?(?:(?:¶|par)(?P<paragraph>\d+))?(?::(?P<first>\d+)-(?P<last>\d+))?$")
CLAIM_WORDS = (
    "value",
    "corrects",
    "withdraws",
    "revives",
    "sets aside",
    "because",
    "cleared",
    "privileged",
    "recorded",
    "by",
)
SOURCE_WORDS = (
    "document",
    "sha256",
    "kind",
    "dated",
    "had",
    "recorded",
    "by",
    "speaker",
    "title",
    "cleared",
    "privileged",
    "work product",
    "claims",
)
IDENTITY = {"same_as": True, "different_from": False}


def read_case(folder: Path) -> tuple[CaseFile | None, tuple[Problem, ...]]:
    """The case in a folder and every problem with it; no case where it could not be read at all.

    ``folder`` may also be the path of the ``case.yaml`` itself.
    """
    path = folder / FILE if folder.is_dir() else folder
    root, _, problems = load(path, str(path))
    if root is None:
        return None, tuple(problems)
    return case_of(root, path, problems)


def case_of(root: Node, path: Path, problems: Sequence[Problem] = ()) -> tuple[CaseFile | None, tuple[Problem, ...]]:
    """The case that YAML nodes say, and every problem with it on top of ``problems``; ``path`` is the file they come from."""
    reader = _Reader(path, list(problems))
    case = reader.case(root)
    return case, tuple(sorted(reader.problems))


def open_case(folder: Path) -> CaseFile:
    """The case in a folder.  Raises Unusable, with every problem, unless it is wholly readable."""
    case, problems = read_case(folder)
    if case is None or problems:
        raise Unusable(problems)
    return case


@dataclass
class _Reader:
    path: Path
    problems: list[Problem]
    subjects: dict[str, Subject] = field(default_factory=dict)
    claims: list[Claim] = field(default_factory=list)
    completeness: list[Completeness] = field(default_factory=list)
    identities: list[Identity] = field(default_factory=list)

    def problem(self, node: Node, code: str, message: str, hint: str, also: str = "") -> None:
        self.problems.append(Problem(str(self.path), node.line, node.column, code, message, hint, also))

    # --- the file ---------------------------------------------------------------------------------------------------

    def case(self, root: Node) -> CaseFile | None:
        if root.pairs is None:
            self.problem(root, "E101", "a case file is a map", "begin with case:, respondent: and sources:")
            return None
        self._only(root, ("case", "respondent", "sources"), "a case file")
        name, respondent = self._text(root, "case"), self._text(root, "respondent")
        self.subjects[CASE] = Subject(CASE, Case.__name__)
        if respondent:
            self.subjects[respondent] = Subject(respondent, "Person")
        sources_node = root.get("sources")
        if sources_node is None or sources_node.pairs is None:
            self.problem(
                sources_node or root,
                "E102",
                "sources: must be a map of sources",
                "write sources:, then one key a source",
            )
            return None
        read = [(self._source(k, v), v) for k, v in sources_node.pairs]
        for source, node in read:
            for claim_node in self._claims(node):
                self._introduce(claim_node, source)
        for source, node in read:
            text = self._document(source, node)
            for claim_node in self._claims(node):
                self._claim(claim_node, source, text)
        self._resolve()
        subjects = tuple(s for s in self.subjects.values() if s.key != CASE)
        return CaseFile(
            name,
            respondent,
            tuple(s for s, _ in read),
            subjects,
            tuple(self.claims),
            tuple(self.completeness),
            tuple(self.identities),
        )

    def _only(self, node: Node, allowed: tuple[str, ...], what: str) -> None:
        for key, _ in node.pairs or ():
            if key.text not in allowed:
                self.problem(
                    key, "E103", f"{key.text!r} has no meaning in {what}", self._nearest(key.text or "", allowed)
                )

    @staticmethod
    def _nearest(word: str, allowed: tuple[str, ...] | list[str]) -> str:
        near = get_close_matches(word, allowed, n=1, cutoff=0.5)
        return f"did you mean {near[0]}?" if near else f"it may be {', '.join(allowed[:24])}"

    def _text(self, node: Node, key: str) -> str:
        value = node.get(key)
        if value is None or not value.text:
            self.problem(value or node, "E104", f"{key}: is missing", f"write {key}: and a short name")
            return ""
        return value.text

    # --- sources ----------------------------------------------------------------------------------------------------

    def _source(self, key: Node, node: Node) -> Source:
        name = key.text or ""
        if node.pairs is None:
            self.problem(node, "E105", f"the source {name} must be a map", "write kind:, dated: and claims: under it")
            return Source(name, "other", key.line)
        self._only(node, SOURCE_WORDS, "a source")
        kind = self._one_of(node, "kind", KINDS) or "other"
        if node.get("kind") is None:
            self.problem(
                key, "E106", f"the source {name} does not say what kind it is", f"add kind: one of {', '.join(KINDS)}"
            )
        dated = self._days(node, "dated", ANY_DAY)
        text = {word: (value.text or "") for word in ("document", "sha256", "by", "title") if (value := node.get(word))}
        return Source(
            name,
            kind,
            key.line,
            text.get("document") or None,
            text.get("sha256") or None,
            dated,
            self._days(node, "had", dated),
            self._date(node, "recorded"),
            text.get("by", ""),
            self._one_of(node, "speaker", SPEAKERS) or "",
            text.get("title", ""),
            frozenset(self._list(node, "cleared")),
            self._flag(node, "privileged"),
            self._flag(node, "work product"),
        )

    def _one_of(self, node: Node, key: str, allowed: tuple[str, ...]) -> str:
        value = node.get(key)
        if value is None:
            return ""
        if value.text not in allowed:
            self.problem(
                value, "E107", f"{value.text!r} is not a known {key}", self._nearest(value.text or "", allowed)
            )
            return ""
        return value.text or ""

    def _days(self, node: Node, key: str, default: tuple[int, int]) -> tuple[int, int]:
        value = node.get(key)
        if value is None:
            return default
        try:
            return words.day_span(value.text or "", ANY_DAY)[0]
        except words.Unreadable as error:
            self.problem(value, "E108", str(error), error.hint)
            return default

    def _date(self, node: Node, key: str) -> date | None:
        value = node.get(key)
        if value is None:
            return None
        try:
            return date.fromisoformat(value.text or "")
        except ValueError:
            self.problem(value, "E108", f"{value.text!r} is not a day", "write it as 2017-05-01")
            return None

    def _list(self, node: Node, key: str) -> list[str]:
        value = node.get(key)
        if value is None:
            return []
        if value.items is not None:
            return [item.text or "" for item in value.items]
        return [part.strip() for part in (value.text or "").split(",")]

    def _flag(self, node: Node, key: str) -> bool:
        value = node.get(key)
        if value is None:
            return False
        if (value.text or "").lower() not in words.YES | words.NO:
            self.problem(value, "E109", f"{key}: is yes or no", "write yes or no")
        return (value.text or "").lower() in words.YES

    def _document(self, source: Source, node: Node) -> str | None:
        """The text of a source's document, where it is plain text; says if it is missing or was changed."""
        place = node.get("document")
        if place is None or not source.document:
            return None
        path = self.path.parent / source.document
        if Path(source.document).is_absolute() or ".." in Path(source.document).parts:
            self.problem(
                place,
                "E110",
                "a document lies below the case's own folder",
                "copy it into documents/ and name it from there",
            )
            return None
        if not path.is_file():
            self.problem(
                place, "E111", f"there is no {source.document}", "put the document there, or leave document: out"
            )
            return None
        if source.sha256 and documents.sha256(path) != source.sha256:
            self.problem(
                place,
                "E112",
                "the document is not the one that was recorded: its SHA-256 differs",
                "bring the original back, or record the new one as a source of its own",
            )
        return path.read_text("utf-8", "replace") if path.suffix in documents.TEXT_ENDINGS else None

    # --- claims -----------------------------------------------------------------------------------------------------

    def _claims(self, node: Node) -> list[tuple[Node, Node]]:
        value = node.get("claims") if node.pairs is not None else None
        if value is None:
            return []
        found = []
        for item in value.items or ():
            if item.pairs is None or len(item.pairs) != 1:
                self.problem(
                    item, "E113", "a claim is one line: subject.fact: value", "write - mateo.nationality @¶1: Guatemala"
                )
            else:
                found.append(item.pairs[0])
        if value.items is None:
            self.problem(value, "E113", "claims: must be a list", "begin every claim with a dash")
        return found

    def _introduce(self, pair: tuple[Node, Node], source: Source) -> None:
        key, value = pair
        match = _KEY.match(key.text or "")
        if not match or match["fact"] or value.pairs is None or not value.pairs:
            return
        word, kind = value.pairs[0]
        mention = word.text == "mention"
        entity = ENTITIES.get((kind.text if mention else word.text) or "")
        subject = match["subject"]
        known = self.subjects.get(subject)
        if entity is None:
            if known is None:
                self.problem(
                    word,
                    "E114",
                    f"{word.text!r} does not say what {subject} is",
                    f"begin with one of: {', '.join(ENTITIES)}; or mention: and one of them",
                )
        elif known and known.entity != entity.__name__:
            self.problem(
                key,
                "E115",
                f"{subject} is already {known.entity.lower()}",
                "give this one another name",
                f"line {known.line}" if known.line else "",
            )
        elif known is None:
            self.subjects[subject] = Subject(subject, entity.__name__, mention, key.line)

    def _claim(self, pair: tuple[Node, Node], source: Source, text: str | None) -> None:
        key, value = pair
        match = _KEY.match(key.text or "")
        if not match:
            self.problem(key, "E116", f"{key.text!r} is not subject.fact @place", "write mateo.born @p2¶5")
            return
        place = self._place(key, match["place"], text)
        subject, fact = match["subject"], match["fact"]
        if (
            subject in Case.facts
            and isinstance(Case.facts[subject], ListFact)
            and fact in ("complete", "none", "count")
        ):
            self._complete(key, value, subject, fact, source, place)
        elif fact and fact.replace(" ", "_") in IDENTITY:
            self.identities.append(
                Identity(subject, value.text or "", IDENTITY[fact.replace(" ", "_")], source, place, key.line)
            )
        elif subject not in self.subjects:
            self.problem(
                key,
                "E117",
                f"nothing says what {subject} is",
                f"introduce it: {subject}: {{filing: motion to reopen, ...}}; "
                + self._nearest(subject, list(self.subjects)),
            )
        elif fact:
            self._fact(key, value, subject, fact, source, place)
        elif value.pairs is None:
            self.problem(value, "E118", f"{subject} needs a fact or a map of facts", f"write {subject}.fact: value")
        else:
            entity = self._entity(subject)
            for word, part in value.pairs:
                if word.text == "mention":
                    continue
                name = entity.kind_fact if word.text == entity.word else word.text or ""
                if not (word.text == entity.word and part.text == "unknown"):
                    self._fact(word, part, subject, name, source, place)

    def _entity(self, subject: str) -> type[Recorded]:
        name = self.subjects[subject].entity
        return next((e for e in ENTITIES.values() if e.__name__ == name), Case)

    def _place(self, key: Node, written: str | None, text: str | None) -> Place:
        if not written:
            return Place()
        match = _PLACE.match(written.strip())
        if not match or not written.strip():
            self.problem(
                key, "E119", f"@{written} is not a place", "write @p2¶5, @¶5, @par5, or @¶5:120-188 for characters"
            )
            return Place()
        characters = (int(match["first"]), int(match["last"])) if match["first"] else None
        place = Place(
            int(match["page"]) if match["page"] else None,
            int(match["paragraph"]) if match["paragraph"] else None,
            characters,
        )
        if text is not None and (why := documents.misplaced(place, text)):
            self.problem(
                key,
                "E120",
                f"@{written} lies outside the document",
                f"{why}; paragraphs are blocks between blank lines",
            )
        return place

    def _fact(self, key: Node, value: Node, subject: str, name: str, source: Source, place: Place) -> None:
        entity = self._entity(subject)
        fact = entity.facts.get(name.replace(" ", "_"))
        if fact is None or isinstance(fact, ListFact):
            names = [n.replace("_", " ") for n, f in entity.facts.items() if not isinstance(f, ListFact)]
            self.problem(key, "E121", f"{entity.word} has no fact {name!r}", self._nearest(name, names))
            return
        meta: dict[str, Node] = {}
        if value.pairs is not None:
            self._only(value, CLAIM_WORDS, "a claim")
            meta = {k.text or "": v for k, v in value.pairs}
            value = meta.get("value", Node(value.line, value.column, text=""))
        ends = {
            word: (meta[word].text or "") for word in ("corrects", "withdraws", "revives", "sets aside") if word in meta
        }
        if (ends.keys() - {"revives"}) and "because" not in meta:
            self.problem(
                key, "E122", f"a claim that {next(iter(ends))} another says why", "add because: and the reason"
            )
        parsed = self._value(value, fact, source) if value.text or not ends else Value("")
        if parsed is None:
            return
        holder = Node(key.line, key.column, pairs=tuple((Node(0, 0, text=k), v) for k, v in meta.items()))
        self.claims.append(
            Claim(
                subject,
                fact.name,
                parsed,
                source,
                place,
                self._date(holder, "recorded") or source.recorded,
                meta["by"].text or "" if "by" in meta else source.by,
                frozenset(self._list(holder, "cleared")) if "cleared" in meta else None,
                self._flag(holder, "privileged") if "privileged" in meta else None,
                ends.get("corrects", ""),
                ends.get("withdraws", ""),
                ends.get("revives", ""),
                ends.get("sets aside", ""),
                meta["because"].text or "" if "because" in meta else "",
                key.line,
                key.column,
            )
        )

    def _value(self, node: Node, fact: Fact, source: Source) -> Value | None:
        if node.text is None:
            self.problem(node, "E123", f"{fact.label} is a single value, not {node.shape}", "write it on one line")
            return None
        if isinstance(fact, RefFact):
            return Value(node.text, text=node.text)
        try:
            return words.parse(fact, node.text, source.dated)
        except words.Unreadable as error:
            self.problem(node, "E124", str(error), error.hint)
            return None

    def _complete(self, key: Node, value: Node, name: str, word: str, source: Source, place: Place) -> None:
        fact = Case.facts[name]
        assert isinstance(fact, ListFact)
        entity: type[Recorded] = fact.entity()
        scope: list[tuple[str, Value]] = []
        as_of, number = source.dated, 0 if word == "none" else None
        if value.pairs is None and (value.text or "").lower() not in ("yes", "all", ""):
            self.problem(
                value,
                "E125",
                f"{name}.{word}: takes a scope",
                "write {kind: appeal, as of: 2017-05-01}, or yes for the whole list",
            )
        for scope_key, scope_value in value.pairs or ():
            inner = (scope_key.text or "").replace(" ", "_")
            if inner == "as_of":
                as_of = self._days(value, scope_key.text or "", source.dated)
            elif inner == "number":
                number = int(scope_value.text or "") if (scope_value.text or "").isdigit() else None
                if number is None:
                    self.problem(scope_value, "E126", "number: is how many there are", "write number: 4")
            elif inner in entity.facts and isinstance(entity.facts[inner], (ChoiceFact, DayFact)):
                parsed = self._value(scope_value, entity.facts[inner], source)
                if parsed:
                    scope.append((inner, parsed))
            else:
                names = [n for n, f in entity.facts.items() if isinstance(f, (ChoiceFact, DayFact))]
                self.problem(
                    scope_key,
                    "E127",
                    f"{scope_key.text!r} cannot limit {name}",
                    self._nearest(inner, ["as of", "number", *names]),
                )
        if as_of == ANY_DAY and entity.dating:
            self.problem(
                key, "E128", f"{name}.{word} does not say as of when", "add as of: and the day, or dated: to the source"
            )
        self.completeness.append(Completeness(name, source, place, as_of, tuple(scope), number, key.line))

    def _resolve(self) -> None:
        """Names that must be subjects: the two sides of an identity, and what references point to."""
        for identity in self.identities:
            for name in (identity.one, identity.other):
                if name not in self.subjects:
                    self._unknown_name(identity.line, name)
        for claim in self.claims:
            fact = self._entity(claim.subject).facts[claim.fact]
            if isinstance(fact, RefFact) and claim.value.text not in self.subjects:
                self._unknown_name(claim.line, claim.value.text or "")

    def _unknown_name(self, line: int, name: str) -> None:
        hint = self._nearest(name, [s for s in self.subjects if s != CASE])
        self.problems.append(Problem(str(self.path), line, 1, "E117", f"nothing says what {name} is", hint))
