"""The JSON Schema of ``case.yaml``, made from the vocabulary, for editors: completion, descriptions, and the usual slips.

It is looser than ``abeyance check``: an editor cannot know which subject is what.  A file that reads without a problem and is
in canonical form is valid.  Draft 7, which editors know best; patterns are written so that Python and ECMAScript agree.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from abeyance.casefile.claimlines import ACTS, CLAIM_WORDS, REFERENCES
from abeyance.casefile.record import LISTS
from abeyance.casefile.standing import KINDS, SPEAKERS
from abeyance.casefile.statements import IDENTITY, LIST_WORDS
from abeyance.casefile.vocabulary import CIRCUITS, ENTITIES, Case, Recorded
from abeyance.casefile.words import NO, NUMBER_WORDS, ORDINALS, YES, short_names
from abeyance.casefile.yamlnodes import spaced
from abeyance.logic.facts import BoolFact, ChoiceFact, DayFact, Fact, ListFact, MomentFact, NumberFact, RefFact

Schema = dict[str, Any]


def any_case(word: str) -> str:
    """A pattern of a word in capitals or small letters, with blanks, hyphens or underscores between its parts."""
    letters = (f"[{c.lower()}{c.upper()}]" if c.isalpha() else "[ _-]+" if c in " -" else re.escape(c) for c in word)
    return "".join(letters)


_NAME = r"(?!case[ @.])(?!case$)[^.@\s]+"
_PLACE = r"( ?@(p[0-9]+)?( ?(¶|par)[0-9]+)?(:[0-9]+-[0-9]+)?)?"
_ONE_WORD: Schema = {"type": ["string", "integer", "boolean"], "pattern": r"^[^\s.@:]+$"}
_YEAR: Schema = {"type": "integer", "minimum": 1900, "maximum": 2199}
_NO_DAY = r"[0-9]{1,2}[/.][0-9]{1,2}[/.][0-9]{2,4}|[0-9]:[0-9]|[0-9]{4}-[0-9]{4}|[?]|^in "
_VALUES: Schema = {
    "text": {"type": ["string", "number", "boolean"]},
    "words": {"anyOf": [{"type": "string"}, {"type": "boolean"}, {"type": "array", "items": {"type": "string"}}]},
    "yes or no": {
        "anyOf": [
            {"enum": ["yes", "no", True, False]},
            {"type": "string", "pattern": f"^({'|'.join(any_case(word) for word in sorted(YES | NO))})$"},
        ]
    },
    "number": {
        "anyOf": [
            {"type": "integer", "minimum": 0},
            {"type": "string", "pattern": rf"[0-9]|\b({'|'.join(NUMBER_WORDS)})\b", "not": {"pattern": "^-"}},
        ]
    },
    "moment": {
        "type": "string",
        "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}([ T][0-9]{2}:[0-9]{2})? +([A-Za-z]+/[A-Za-z]|UTC$|GMT$)",
    },
    "day": {
        "anyOf": [
            _YEAR,
            {
                "type": "string",
                "pattern": r"[0-9]{4}|^never$|^not yet$|\bago\b|^aged? |\b(years?|months?|weeks?|days?)\b",
                "not": {"pattern": _NO_DAY},
            },
        ]
    },
    "day of a source": {"anyOf": [_YEAR, {"type": "string", "pattern": "[0-9]{4}", "not": {"pattern": _NO_DAY}}]},
    "one day": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
}


def _any_of(words: Sequence[str]) -> Schema:
    """One of a closed list of words, in capitals or small letters."""
    pattern = f"^({'|'.join(map(any_case, words))})$"
    return {"anyOf": [{"enum": list(words)}, {"type": "string", "pattern": pattern}]}


def _ref(*path: str) -> Schema:
    return {"$ref": "#/definitions/" + "/".join(step.replace(" ", "%20") for step in path)}


_TEXT, _WORDS, _YES, _NUMBER, _MOMENT, _DAY, _DAY_OF_SOURCE, _ONE_DAY = (_ref(name) for name in _VALUES)

_SOURCE: dict[str, tuple[Schema, str]] = {
    "document": (
        {"type": "string", "not": {"pattern": r"^/|(^|/)\.\.(/|$)|\\"}},
        "the document, by its path from the case's folder: documents/letter.pdf",
    ),
    "sha256": ({"type": "string", "pattern": "^[0-9a-fA-F]{64}$"}, "the document's SHA-256 when it was entered"),
    "kind": (_any_of(KINDS), "what kind of source it is; how well it proves a fact depends on it"),
    "title": (_TEXT, "a title to know it by"),
    "speaker": (_any_of(SPEAKERS), "who speaks in it, where the kind does not say"),
    "dated": (_DAY_OF_SOURCE, "the day it was made"),
    "had": (_DAY_OF_SOURCE, "the day the office had it; left out, nobody knows"),
    "recorded": (_ONE_DAY, "the day its claims were entered"),
    "by": (_TEXT, "who entered them"),
    "cleared": (_WORDS, "for whom its claims are cleared, such as congress, ICE or public"),
    "privileged": (_YES, "whether it is privileged: then it goes to nobody"),
    "work product": (_YES, "whether it is work product: then it goes to nobody"),
}
_ACTS: dict[str, tuple[Schema, str]] = {
    "corrects": (_TEXT, "the source of the claim that this one supersedes, or source@place"),
    "withdraws": (_TEXT, "the source of the claim that this one takes back"),
    "revives": (_TEXT, "the source of a superseded claim that holds again"),
    "sets aside": (_TEXT, "the source of the claim that does not count"),
    "because": (_TEXT, "why"),
    "cleared": (_WORDS, "for whom this claim is cleared, such as congress, ICE or public"),
    "privileged": (_YES, "whether this claim is privileged"),
    "recorded": (_ONE_DAY, "the day this claim was entered"),
}


def schema() -> Schema:
    """The whole schema."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": "urn:abeyance:schema:case:1",
        "title": "Case",
        "description": "A removal case: what is known, and who says so.",
        "type": "object",
        "required": ["case", "respondent", "sources"],
        "additionalProperties": False,
        "properties": {
            "case": _ONE_WORD | {"description": "the case's short name"},
            "respondent": _ONE_WORD | {"description": "the word by which claims speak of the person"},
            "sources": {
                "description": "whoever says something: a document, a person, a docket",
                "type": ["object", "null"],
                "patternProperties": {r"^[^\s.@:]+$": _ref("source")},
                "additionalProperties": False,
            },
        },
        "definitions": {
            "source": {
                "type": "object",
                "required": ["kind"],
                "additionalProperties": False,
                "properties": _described(_SOURCE)
                | {
                    "claims": {
                        "description": "what it says, a line each: - mateo.nationality @¶1: Guatemala",
                        "type": ["array", "null"],
                        "items": _ref("claim"),
                    }
                },
            },
            "claim": _claim(),
            "acts": {"type": "object", "properties": _described(_ACTS)},
            "braces": {"allOf": [_ref("acts")], "propertyNames": {"enum": [*CLAIM_WORDS]}},
            **_VALUES,
            **{_key(entity, fact): _fact(entity, fact) for entity in _entities() for fact in _facts(entity)},
            **{entity.word: _map(entity) for entity in ENTITIES.values()},
            **{f"list of {name}": _scope(entity) for name, entity in LISTS.items()},
            "facts of a subject": _any_facts(),
        },
    }


# --- claims ---------------------------------------------------------------------------------------------------------


def _claim() -> Schema:
    """One line: a key that says what it is about, and what it says."""
    patterns: Schema = {}
    for name in LISTS:
        for word in LIST_WORDS:
            patterns[rf"^{name}\.{word}{_PLACE}$"] = _said_of_list(name, word)
    for fact in _facts(Case):
        patterns[rf"^case\.{spaced(fact.name)}{_PLACE}$"] = _ref(_key(Case, fact))
    patterns[rf"^case{_PLACE}$"] = _ref("facts of a subject")
    names = {spaced(fact.name) for entity in ENTITIES.values() for fact in _facts(entity)}
    for name in sorted(names):
        patterns[rf"^{_NAME}\.{name}{_PLACE}$"] = _ref("facts of a subject", "properties", name)
    braces = {"allOf": [_ref("braces")], "required": ["value"], "properties": {"value": _TEXT}}
    patterns[rf"^{_NAME}\.({'|'.join(IDENTITY)}){_PLACE}$"] = {"anyOf": [_TEXT, braces]}
    maps = [_ref(word) for word in ENTITIES] + [_ref("facts of a subject")]
    patterns[rf"^{_NAME}{_PLACE}$"] = {"type": "object", "minProperties": 1, "anyOf": maps}
    return {
        "type": "object",
        "minProperties": 1,
        "maxProperties": 1,
        "additionalProperties": False,
        "patternProperties": patterns,
    }


def _map(entity: type[Recorded]) -> Schema:
    """What introduces a subject of an entity, or mentions one, with its facts."""
    properties: Schema = {spaced(fact.name): _ref(_key(entity, fact)) for fact in _facts(entity)}
    kind = [_ref(_key(entity, entity.facts[entity.kind_fact]))] if entity.kind_fact else []
    properties |= {entity.word: {"anyOf": [*kind, {"const": "unknown"}]}, "mention": {"const": entity.word}}
    return {
        "description": entity.__doc__,
        "type": "object",
        "anyOf": [{"required": [entity.word]}, {"required": ["mention"]}],
        "allOf": [_ref("acts")],
        "properties": properties,
        "propertyNames": {"enum": [*properties, *_ACTS]},
    }


def _any_facts() -> Schema:
    """Facts of a subject that another line introduces: those of any entity."""
    by_name: dict[str, list[Schema]] = {}
    for entity in _entities():
        for fact in _facts(entity):
            by_name.setdefault(spaced(fact.name), []).append(_ref(_key(entity, fact)))
    properties: Schema = {name: refs[0] if len(refs) == 1 else {"anyOf": refs} for name, refs in by_name.items()}
    names = [name for name in properties if name not in ENTITIES]  # those would introduce a subject
    return {"allOf": [_ref("acts")], "properties": properties, "propertyNames": {"enum": [*names, *_ACTS]}}


def _scope(entity: type[Recorded]) -> Schema:
    """What limits a word on a list."""
    properties: Schema = {
        spaced(fact.name): _ref(_key(entity, fact), "anyOf", "0")
        for fact in _facts(entity)
        if isinstance(fact, (ChoiceFact, DayFact, BoolFact))
    }
    properties |= _described({"as of": (_DAY_OF_SOURCE, "up to which day"), "number": (_NUMBER, "how many there are")})
    return {"allOf": [_ref("acts")], "properties": properties, "propertyNames": {"enum": [*properties, *_ACTS]}}


def _said_of_list(name: str, word: str) -> Schema:
    """What is said of a list by one of its words: yes, a number, or a scope."""
    scope = _ref(f"list of {name}")
    number = {"type": ["integer", "string"], "minimum": 0, "pattern": "^[0-9]{1,5}$"}
    if word == "count":
        return {"anyOf": [number, {"allOf": [scope], "required": ["number"], "properties": {"number": number}}]}
    without = {"allOf": [scope], "not": {"required": ["number"]}}
    if word == "open":
        return without | {"anyOf": [{"required": [act]} for act in REFERENCES]}
    whole = f"^({'|'.join(any_case(word) for word in (*sorted(YES), 'all'))})$"
    return {"anyOf": [without, {"enum": ["yes", "all", True, None]}, {"type": "string", "pattern": whole}]}


# --- facts ----------------------------------------------------------------------------------------------------------


def _fact(entity: type[Recorded], fact: Fact) -> Schema:
    """A value alone, or in braces with what the claim does."""
    marks = (" (identifier)" if fact.private else "") + (" (guarded)" if fact.guarded else "")
    settled = f"; settled by: {fact.paper}" if fact.paper else ""
    braces = {"allOf": [_ref("braces")], "properties": {"value": _ref(_key(entity, fact), "anyOf", "0")}}
    return {"description": f"{fact.label}{marks}{settled}", "anyOf": [_value(fact), braces]}


def _value(fact: Fact) -> Schema:
    if isinstance(fact, DayFact):
        return _DAY
    if isinstance(fact, NumberFact):
        return _NUMBER
    if isinstance(fact, MomentFact):
        return _MOMENT
    if isinstance(fact, BoolFact):
        return _YES
    if isinstance(fact, ChoiceFact):
        return _choice(fact)
    return {"type": "string"} if isinstance(fact, RefFact) else _TEXT


def _choice(fact: ChoiceFact) -> Schema:
    """A word of a closed list, several of them, or all but some; in any case, as they are read."""
    names = [*fact.codes, *short_names(fact)]
    words = [any_case(name) for name in dict.fromkeys(name.casefold() for name in names)]
    if fact.codes == CIRCUITS:
        words.append(rf"({'|'.join(map(any_case, ORDINALS))}|[0-9]{{1,2}}(st|nd|d|rd|th)?)( [Cc]ir(\.|cuit)?)?")
    one = f"({'|'.join(words)})"
    several = rf"^({any_case('not')} |{any_case('other than')} )?{one}(( or |, ?(or )?){one})*$"
    numbers = [int(code) for code in fact.codes if code.isdecimal()]
    return {"anyOf": [{"enum": [*fact.codes, *numbers]}, {"type": "string", "pattern": several}]}


def _entities() -> tuple[type[Recorded], ...]:
    return (*ENTITIES.values(), Case)


def _facts(entity: type[Recorded]) -> list[Fact]:
    """The facts that can be claimed: no list, and not whose case it is, which stands at the top."""
    facts = [fact for fact in entity.facts.values() if not isinstance(fact, ListFact)]
    return [fact for fact in facts if (entity, fact.name) != (Case, "respondent")]


def _key(entity: type[Recorded], fact: Fact) -> str:
    return f"{entity.word}: {spaced(fact.name)}"


def _described(fields: Mapping[str, tuple[Schema, str]]) -> Schema:
    return {word: {"description": told, "allOf": [value]} for word, (value, told) in fields.items()}


assert set(_ACTS) == set(ACTS)
