"""The ledger as JSON."""

import json
from typing import Any

from abeyance.casefile.clearance import is_to_counsel
from abeyance.casefile.history import History
from abeyance.casefile.ledger import FactLine, Heard, Ledger, ListLine, SubjectLines

VERSION = "1"


def to_json(ledger: Ledger, history: History) -> str:
    """The whole ledger, indented.  Days are ISO text; what is not there is null or an empty list."""
    made = {
        "schema": VERSION,
        "case": ledger.case,
        "respondent": ledger.respondent,
        "on": str(ledger.on) if ledger.on else None,
        "file_known": str(ledger.file_known) if ledger.file_known else None,
        "seal": history.seal if history.entries else None,
        "subjects": [_subject(page) for page in ledger.subjects],
        "lists": [_list(line) for line in ledger.lists],
        "who_is_who": [_heard(heard) for heard in ledger.who],
        "sources_not_had": list(ledger.not_had),
        "altered_by_hand": [
            {
                "recorded": str(entry.recorded),
                "by": entry.by,
                "entry": entry.number,
                "because": entry.because,
                "changed": [{"what": h, "was": was, "now": now} for h, was, now in entry.difference.changed],
                "removed": [{"what": head, "was": was} for head, was in entry.difference.removed],
            }
            for entry in history.entries
            if entry.difference.changed or entry.difference.removed
        ],
    }
    return json.dumps(made, indent=2, ensure_ascii=False)


def _subject(page: SubjectLines) -> dict[str, Any]:
    return {
        "subject": page.key,
        "entity": page.entity,
        "list": page.list,
        "mention": page.mention,
        "also": list(page.also),
        "facts": [_fact(fact) for fact in page.facts],
    }


def _fact(fact: FactLine) -> dict[str, Any]:
    return {
        "fact": fact.name,
        "value": fact.says,
        "standing": fact.standing.name.lower() if fact.standing else None,
        "in_dispute": fact.conflict,
        "identifier": fact.private,
        "guarded": fact.guarded,
        "yet": fact.yet or None,
        "why": fact.why or None,
        "claims": [_heard(heard) for heard in fact.heard],
    }


def _list(line: ListLine) -> dict[str, Any]:
    return {
        "list": line.list,
        "says": line.says,
        "in_dispute": line.conflict,
        "claims": [_heard(heard) for heard in line.heard],
    }


def _heard(heard: Heard) -> dict[str, Any]:
    statement = heard.statement
    return {
        "says": heard.says,
        "source": statement.source.key,
        "place": str(statement.place),
        "line": statement.line,
        "standing": heard.standing.name.lower(),
        "fate": heard.fate.value,
        "side": heard.side,
        "recorded": str(statement.recorded) if statement.recorded else None,
        "by": statement.by,
        "cleared": sorted(statement.cleared) if statement.cleared is not None else None,
        "source_cleared": sorted(statement.source.cleared),
        "said_to_counsel": is_to_counsel(statement.source),
        "privileged": statement.source.privileged if statement.privileged is None else statement.privileged,
        "work_product": statement.source.work_product,
        "corrects": statement.corrects,
        "withdraws": statement.withdraws,
        "sets_aside": statement.sets_aside,
        "revives": statement.revives,
        "because": statement.because,
    }
