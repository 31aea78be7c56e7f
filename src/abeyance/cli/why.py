"""``abeyance why``: the reasons of one answer."""

from typing import TYPE_CHECKING, Annotated

import typer

from abeyance.cli.asking import CASE, CIRCUIT, FILE_KNOWN, KNOWN, ON, fail, inquiry, warn

if TYPE_CHECKING:
    from abeyance.assess.asking import Inquiry


def why(
    case: CASE,
    question: Annotated[
        str, typer.Argument(metavar="ID[@SUBJECT]", help="A provision, and the order or filing it is asked about.")
    ],
    on: ON = None,
    known: KNOWN = None,
    file_known: FILE_KNOWN = None,
    circuit: CIRCUIT = "",
    json: Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")] = False,
) -> None:
    """Why an answer is yes, no or unknown: the reasons, their law and sources, and what would decide it.

    Example: abeyance why examples/derby mtr.time@motion-2017 --on 2017-05-01
    """
    from abeyance.assess.why import why as ask_why

    id, at, subject = question.partition("@")
    asking = inquiry(case, on, known, file_known, circuit)
    try:
        answers = ask_why(asking, id, subject if at else None)
    except KeyError as missing:
        fail(_unknown(asking, id, subject, str(missing.args[0])))
    if not answers:
        fail(f"{id}: nothing in this file that it can be asked about; see: abeyance law show {id}")
    warn(asking)
    if json:
        from abeyance.write.plain_json import dumps

        typer.echo(dumps(answers), nl=False)
    else:
        from abeyance.cli.screen import show, width
        from abeyance.write.why_text import to_text

        show(to_text(answers, width()))


def _unknown(asking: "Inquiry", id: str, subject: str, missing: str) -> str:
    from abeyance.assess.targets import subjects
    from abeyance.cli.law import no_such_provision
    from abeyance.law.bundle import bundle

    rule = None if missing == id else bundle().find(id)
    if rule is None:
        return no_such_provision(id)
    about = [key for key in subjects(asking, rule) if key]
    return f"{id}@{subject}: the provision cannot be asked about {subject!r}; {_instead(about, rule.subject.word)}"


def _instead(about: list[str], word: str) -> str:
    if about:
        return f"it can about {', '.join(about[:12])}"
    return (
        "it is about the whole case: leave the @ out"
        if word == "case"
        else f"it is about a {word}, and the file has none"
    )
