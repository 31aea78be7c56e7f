"""Commands killed at every step of their writing; run as a program, it says what each left behind."""

import json
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

from abeyance.casefile.beginning import begin_case
from abeyance.casefile.casefolder import look
from abeyance.cli import app
from abeyance.cli.asking import today

STEPS = (
    "mkdir",
    "fchmod",
    "fsync",
    "link",
    "replace",
    "unlink",
)  # of ``os``: whatever changes a disk, and the waits for it
COMMANDS = {
    "new": ["new", "CASE", "--case", "mateo"],
    "add": ["add", "CASE", "letter", "mateo.name: Mateo", "--kind", "letter", "--document", "LETTER"],
    "fmt": ["fmt", "CASE"],
    "seal": ["seal", "CASE"],
}
KILLED = 9


def run(arguments: list[str]) -> None:
    """Run a command, loading all that it needs."""
    CliRunner().invoke(app, arguments)


def killed_at(step: int, arguments: list[str]) -> bool:
    """Whether a command that is killed before its ``step``-th step, with nothing tidied up, got that far."""
    child = os.fork()
    if not child:
        count = 0

        def dying(act: Callable[..., Any]) -> Callable[..., Any]:
            def counted(*positional: Any, **named: Any) -> Any:
                nonlocal count
                count += 1
                if count == step:
                    os._exit(KILLED)
                return act(*positional, **named)

            return counted

        for name in STEPS:
            setattr(os, name, dying(getattr(os, name)))
        run(arguments)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == KILLED


def left(folder: Path) -> dict[str, Any]:
    """What a case is like: its file, what is wrong with it, and what its history has and it has not."""
    file = folder / "case.yaml"
    found = look(folder)
    differs = found.unsealed()
    return {
        "gone": [head for head, *_ in (*differs.changed, *differs.removed)] if file.exists() else [],
        "text": file.read_text("utf-8") if file.exists() else None,
        "problems": [str(problem) for problem in found.problems] if file.exists() else [],
        "entries": len(found.history.entries),
    }


def trial(name: str, base: Path) -> list[dict[str, Any]]:
    """What is left of a case after each step of a command, and last what the command makes of it when it is let be."""
    (base / "letter.txt").write_text("Mateo came in 1992.\n", "utf-8")
    begun = base / "begun"
    begin_case(begun, "mateo", "mateo", today(), "ra")
    text = (begun / "case.yaml").read_text("utf-8")
    (begun / "case.yaml").write_text(text + "  note:\n    kind: 'press'\n", "utf-8")  # by hand, and not in form
    outcomes = []
    for step in range(1, 100):
        case = base / f"case-{step}"
        if name != "new":
            shutil.copytree(begun, case)
        arguments = [{"CASE": str(case), "LETTER": str(base / "letter.txt")}.get(word, word) for word in COMMANDS[name]]
        went_on = killed_at(step, arguments)
        outcomes.append(left(case))
        if not went_on:
            return outcomes
    raise AssertionError(f"{name} has no end")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as first:
        run(["new", f"{first}/mateo"])  # what the children would else load again and again
    made = {}
    for name in COMMANDS:
        with tempfile.TemporaryDirectory() as folder:
            made[name] = trial(name, Path(folder))
    json.dump(made, sys.stdout)
