"""``abeyance check``: whether case files can be read, and what in them a person should look at."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from abeyance.cli.asking import USAGE
from abeyance.cli.casefiles import show_problems

if TYPE_CHECKING:
    from abeyance.casefile.casefolder import CaseFolder

FOUND = 1
CASES = Annotated[list[Path], typer.Argument(metavar="CASE", help="Folders of cases, or their case.yaml.")]


def check(
    cases: CASES,
    strict: Annotated[bool, typer.Option("--strict", help="End with 1 where there are findings.")] = False,
) -> None:
    """Whether case files can be read, with every problem in its place, and what in them disagrees or was altered.

    Problems (E) end with 2.  Findings (F) are no errors: sources that contradict each other, claims changed by hand.

    Example: abeyance check examples/derby
    """
    codes = [_check(case) for case in cases]
    wrong, found = USAGE in codes, FOUND in codes
    raise typer.Exit(USAGE if wrong else FOUND if found and strict else 0)


def _check(path: Path) -> int:
    from abeyance.casefile.casefolder import look
    from abeyance.casefile.findings import alterations, disagreements, misdated
    from abeyance.casefile.history import places
    from abeyance.casefile.record import derive
    from abeyance.casefile.saying import number_of

    case = look(path)
    if case.case is None or case.root is None or case.problems:
        show_problems(case.problems, case)
        count = number_of(len(case.problems), "problem")
        typer.echo(f"{path}: {count}. Disagreements are looked for when there is none.")
        return USAGE
    shown = str(case.path)
    altered = alterations(case.history, case.unsealed(), places(case.root), shown)
    record = derive(case.case)
    found = sorted((*altered, *disagreements(record, shown), *misdated(case.case, record, shown)))
    show_problems(found, case)
    typer.echo(f"{path}: {_size(case)}, {number_of(len(found), 'finding')}. {_seal(case)}")
    return USAGE if any(finding.code.startswith("E") for finding in found) else FOUND if found else 0


def _size(case: "CaseFolder") -> str:
    from abeyance.casefile.saying import number_of

    assert case.case is not None
    return f"{number_of(len(case.case.sources), 'source')}, {number_of(len(case.case.claims), 'claim')}"


def _seal(case: "CaseFolder") -> str:
    if not case.history.entries:
        return "Not sealed; to notice later what is altered: abeyance seal CASE"
    last = case.history.entries[-1]
    by = f" by {last.by}" if last.by else ""
    return f"Sealed on {last.recorded}{by}, entry {last.number}, seal {case.history.seal[:12]}."
