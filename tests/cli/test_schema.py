from pathlib import Path

import pytest
from typer.testing import CliRunner

from abeyance.cli import app

PUBLISHED = Path(__file__).parents[2] / "schema"


@pytest.mark.parametrize("name", ["brief", "case"])
def test_the_command_prints_the_schema_as_it_is_published(name: str) -> None:
    result = CliRunner().invoke(app, ["schema", name])
    assert result.exit_code == 0
    assert result.stdout == (PUBLISHED / f"{name}.json").read_text(encoding="utf-8")


def test_a_schema_that_is_not_published_is_refused_with_those_that_are() -> None:
    result = CliRunner().invoke(app, ["schema", "weather"])
    assert result.exit_code == 2
    assert "brief" in result.output
