"""The arrows between the rooms, and which room may use which library, as the contracts in pyproject.toml draw them."""

from pathlib import Path

import pytest
from importlinter.cli import lint_imports


def test_imports_run_one_way_and_each_library_stays_in_its_room(capsys: pytest.CaptureFixture[str]) -> None:
    pyproject = Path(__file__).resolve().parent.parent / "pyproject.toml"
    broken = lint_imports(config_filenames=(str(pyproject),), no_cache=True, no_logo=True)
    assert broken == 0, capsys.readouterr().out
