"""Whenever a command is killed, the old case or the new one is there, whole, and can be read."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.killing import COMMANDS


@pytest.fixture(scope="module")
def outcomes() -> dict[str, list[dict[str, Any]]]:
    """What each command left behind, killed at each of its steps, in a process of its own."""
    path = os.pathsep.join([str(Path(__file__).parents[2]), *sys.path])
    run = subprocess.run(
        [sys.executable, "-m", "tests.cli.killing"],
        capture_output=True,
        text=True,
        timeout=300,
        env={**os.environ, "PYTHONPATH": path},
    )
    assert run.returncode == 0, run.stderr[-2000:]
    found: dict[str, list[dict[str, Any]]] = json.loads(run.stdout)
    return found


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_killed_at_any_step_leaves_the_old_case_or_the_new_one(
    outcomes: dict[str, list[dict[str, Any]]], name: str
) -> None:
    steps = outcomes[name]
    first, last = steps[0]["text"], steps[-1]["text"]
    assert len(steps) > 4
    assert [step["text"] for step in steps if step["text"] not in (first, last)] == []
    assert [step["problems"] for step in steps if step["problems"]] == []
    turned = [step["text"] == last for step in steps]
    assert turned == sorted(turned), "what was once written stays"
    assert [step["entries"] for step in steps] == sorted(step["entries"] for step in steps)
    assert (first == last) == (name == "seal")


def test_a_killed_addition_never_names_a_document_that_is_not_there(outcomes: dict[str, list[dict[str, Any]]]) -> None:
    named = [step for step in outcomes["add"] if "documents/letter.txt" in step["text"].partition("note:")[2]]
    assert named and not any(step["problems"] for step in named)


def test_no_killed_command_makes_the_history_tell_of_a_deletion_that_never_was(
    outcomes: dict[str, list[dict[str, Any]]],
) -> None:
    assert [step["gone"] for steps in outcomes.values() for step in steps if step["gone"]] == []
