"""``abeyance fmt``: case files in canonical form."""

from typing import Annotated

import typer

from abeyance.cli.asking import USAGE
from abeyance.cli.casefiles import acting, show_problems
from abeyance.cli.check import CASES, FOUND


def fmt(
    cases: CASES,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; end with 1 where a file is not in form.")
    ] = False,
) -> None:
    """Bring case files into one form: a claim a line, no needless quotes; order, comments and blank lines are kept.

    Example: abeyance fmt examples/derby --check
    """
    from abeyance.casefile.casefolder import look, replace_text
    from abeyance.casefile.layout import canonical

    code = 0
    for path in cases:
        case = look(path)
        unreadable = [problem for problem in case.problems if problem.code.startswith("E0")]
        if case.root is None or case.root.pairs is None or unreadable:
            show_problems(unreadable or case.problems, case)
            code = USAGE
            continue
        text = canonical(case.root, case.text)
        if text.encode() == case.raw:
            continue
        if check:
            typer.echo(f"{case.path}: not in form; abeyance fmt would change it")
            code = code or FOUND
        else:
            with acting(case):
                replace_text(case, text)
            typer.echo(f"{case.path}: brought into form")
    raise typer.Exit(code)
