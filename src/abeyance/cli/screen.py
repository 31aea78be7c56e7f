"""How wide the screen is, and what is set off on it; in a pipe nothing is, and lines are 100 columns."""

import os
import re
import shutil
import sys

import typer

NARROWEST, WIDEST = 80, 100
_RULE = re.compile(r"-{20,}$")
_FORMS = {"HELD": "green", "NO STAY SHOWN": "red", "NOT HELD": "red", "ORDER NOT EXECUTABLE": "yellow"}


def width() -> int:
    """The columns to fill: the terminal's, between 80 and 100."""
    columns = shutil.get_terminal_size((WIDEST, 24)).columns if _is_terminal() or "COLUMNS" in os.environ else WIDEST
    return max(NARROWEST, min(columns, WIDEST))


def show(text: str) -> None:
    """Print a page; on a terminal the headings are bold and the state of stays has its colour."""
    lines = text.splitlines()
    if _is_terminal() and "NO_COLOR" not in os.environ:
        lines = [
            _styled(line, lines[i + 1] if i + 1 < len(lines) else "", first=i == 0) for i, line in enumerate(lines)
        ]
    typer.echo("\n".join(lines))


def _styled(line: str, below: str, first: bool) -> str:
    if first:
        colour = next((colour for form, colour in _FORMS.items() if line.startswith(form)), None)
        return typer.style(line, fg=colour, bold=True)
    return typer.style(line, bold=True) if _RULE.match(below) else line


def _is_terminal() -> bool:
    return sys.stdout.isatty()
