"""Setting up: every way is tried in turn, and half a set-up is never taken for a whole one."""

import ast
from pathlib import Path

import bootstrap
import pytest

LOCK = bootstrap.RUN


class Machine:
    """A machine on which nothing is run: ``ran`` is what would have been, and ``fails`` a word of the commands that fail."""

    def __init__(self) -> None:
        self.ran: list[str] = []
        self.fails = "nothing"

    def succeeds(self, *command: str) -> bool:
        self.ran.append(" ".join(command))
        return self.fails not in self.ran[-1]


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Machine:
    machine = Machine()
    monkeypatch.setattr(bootstrap, "VENV", tmp_path)
    monkeypatch.setattr(bootstrap, "STAMP", tmp_path / "stamp")
    monkeypatch.setattr(bootstrap, "succeeds", machine.succeeds)
    monkeypatch.setattr(bootstrap, "installers", lambda: iter([["quick", "install"], ["slow", "install"]]))
    return machine


def test_an_older_python_can_read_the_file_and_so_be_told_what_it_needs() -> None:
    ast.parse(Path(bootstrap.__file__).read_text("utf-8"), feature_version=(3, 6))


def test_a_second_set_up_does_nothing(machine: Machine) -> None:
    bootstrap.set_up(LOCK)
    assert [command.split()[0] for command in machine.ran[1:]] == ["quick", "quick"]
    bootstrap.set_up(LOCK)
    assert len(machine.ran) == 3


def test_what_is_set_up_for_development_is_enough_to_run(machine: Machine) -> None:
    bootstrap.set_up(bootstrap.DEVELOP)
    machine.ran.clear()
    bootstrap.set_up(bootstrap.RUN)
    assert machine.ran == []


def test_what_is_set_up_to_run_is_not_enough_for_development(machine: Machine) -> None:
    bootstrap.set_up(bootstrap.RUN)
    machine.ran.clear()
    bootstrap.set_up(bootstrap.DEVELOP)
    assert f"quick install --require-hashes -r {bootstrap.DEVELOP}" in machine.ran


def test_the_next_way_is_tried_where_one_does_not_succeed(machine: Machine) -> None:
    machine.fails = "quick"
    bootstrap.set_up(LOCK)
    assert f"slow install --require-hashes -r {LOCK}" in machine.ran
    assert bootstrap.is_set_up(LOCK)


@pytest.mark.parametrize("word", ["venv", "--require-hashes", "--no-deps"])
def test_a_set_up_that_did_not_come_to_its_end_is_begun_again(machine: Machine, word: str) -> None:
    machine.fails = word
    with pytest.raises(SystemExit):
        bootstrap.set_up(LOCK)
    assert not bootstrap.is_set_up(LOCK)
    machine.fails = "nothing"
    bootstrap.set_up(LOCK)
    assert bootstrap.is_set_up(LOCK)


def test_without_any_installer_it_says_what_to_install(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bootstrap, "installers", lambda: iter(()))
    with pytest.raises(SystemExit):
        bootstrap.set_up(LOCK)
    assert "sudo apt install python3-pip" in capsys.readouterr().err


def test_a_link_to_another_environment_is_replaced_and_that_environment_left_alone(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    (tmp_path / "link").symlink_to(theirs)
    monkeypatch.setattr(bootstrap, "VENV", tmp_path / "link")
    bootstrap.set_up(LOCK)
    assert theirs.is_dir()
    assert not (tmp_path / "link").is_symlink()
