"""Files are written whole or not at all, and never over somebody else's change."""

import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from abeyance.casefile import saving
from abeyance.problems import Unusable

WRITES_FOR_EVER = """
import sys
from pathlib import Path
from abeyance.casefile.saving import only_writer, save
path, was = Path(sys.argv[1]), Path(sys.argv[1]).read_bytes()
print("ready", flush=True)
while True:
    new = bytes([was[0] ^ 1]) * len(was)
    with only_writer(path.parent):
        save(path, new, was)
    was = new
"""
WRITES_TOO_MUCH = """
import resource, signal, sys
from pathlib import Path
from abeyance.casefile.saving import save
from abeyance.problems import Unusable
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))
path = Path(sys.argv[1])
try:
    save(path, b"n" * 100_000, path.read_bytes())
except Unusable as error:
    print(error.problems[0].code)
"""


def code(error: pytest.ExceptionInfo[Unusable]) -> list[str]:
    return [problem.code for problem in error.value.problems]


def test_killed_at_any_moment_the_old_or_the_new_is_there_whole(tmp_path: Path) -> None:
    path, size = tmp_path / "case.yaml", 300_000
    path.write_bytes(b"\0" * size)
    seen: set[int] = set()
    round_ = 0
    while round_ < 25 or (len(seen) < 2 and round_ < 200):
        round_ += 1
        with subprocess.Popen(
            [sys.executable, "-c", WRITES_FOR_EVER, str(path)],
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        ) as writer:
            assert writer.stdout is not None and writer.stdout.readline() == b"ready\n"
            time.sleep(0.004 * (round_ % 7) + 0.0007 * round_)
            writer.send_signal(signal.SIGKILL)
            writer.wait()
        held = path.read_bytes()
        assert held in (b"\0" * size, b"\1" * size)
        seen.add(held[0])
    assert seen == {0, 1}
    with saving.only_writer(tmp_path):
        assert [left.name for left in tmp_path.iterdir()] == ["case.yaml"], "what was left half written is cleared away"


def test_where_there_is_no_room_the_old_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_bytes(b"old")
    run = subprocess.run(
        [sys.executable, "-c", WRITES_TOO_MUCH, str(path)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert run.stdout == "E204\n"
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_where_the_disk_gives_up_the_old_file_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    path = tmp_path / "case.yaml"
    path.write_bytes(b"old")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, step, full)
    with pytest.raises(Unusable, match="No space left on device") as error:
        saving.save(path, b"new", b"old")
    assert code(error) == ["E204"]
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_of_several_files_none_is_touched_before_all_are_on_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = tmp_path / "case.yaml", tmp_path / "history.jsonl"
    one.write_bytes(b"old")
    steps: list[str] = []
    fsync = os.fsync

    def full_at_the_second(handle: int) -> None:
        steps.append("fsync")
        if len(steps) == 2:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        fsync(handle)

    monkeypatch.setattr(os, "fsync", full_at_the_second)
    with pytest.raises(Unusable, match=r"history\.jsonl: E204 .*No space left on device; nothing was changed"):
        saving.save_all([saving.Writing(one, b"new", b"old"), saving.Writing(other, b"new", None)])
    assert one.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [one]


def test_a_change_of_the_second_file_meanwhile_keeps_the_first_as_it_was(tmp_path: Path) -> None:
    one, other = tmp_path / "case.yaml", tmp_path / "history.jsonl"
    one.write_bytes(b"old")
    other.write_bytes(b"by another hand")
    with pytest.raises(Unusable) as error:
        saving.save_all([saving.Writing(one, b"new", b"old"), saving.Writing(other, b"new", None)])
    assert code(error) == ["E203"]
    assert (one.read_bytes(), other.read_bytes()) == (b"old", b"by another hand")


def test_where_the_second_file_cannot_take_its_place_it_is_said_that_the_first_did(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = tmp_path / "case.yaml", tmp_path / "history.jsonl"
    replace = os.replace

    def only_the_first(new: Path, target: Path) -> None:
        if target == other:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        replace(new, target)

    monkeypatch.setattr(os, "replace", only_the_first)
    with pytest.raises(Unusable, match=rf"history\.jsonl: E204 .*; {one} is written already"):
        saving.save_all([saving.Writing(one, b"new", None), saving.Writing(other, b"new", None)])
    assert list(tmp_path.iterdir()) == [one]


def test_a_folder_that_cannot_be_synced_takes_back_nothing_that_was_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_folders(_: Path) -> None:
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))

    monkeypatch.setattr(saving, "_sync", no_folders)
    saving.save(tmp_path / "case.yaml", b"new", None)
    assert (tmp_path / "case.yaml").read_bytes() == b"new"


def test_a_folder_made_for_what_cannot_be_done_is_taken_away_again(tmp_path: Path) -> None:
    (tmp_path / "cases").mkdir()
    folder = tmp_path / "cases" / "of 2026" / "mateo"
    with pytest.raises(Unusable), saving.made(folder):
        saving.save(folder / "case.yaml", b"new", b"as read")
    assert [path.name for path in tmp_path.rglob("*")] == ["cases"]


def test_a_change_made_meanwhile_is_noticed_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_bytes(b"as read")
    path.write_bytes(b"by another hand")
    with pytest.raises(Unusable) as error:
        saving.save(path, b"new", b"as read")
    assert code(error) == ["E203"]
    assert path.read_bytes() == b"by another hand"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_came_or_went_meanwhile_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    with pytest.raises(Unusable) as error:
        saving.save(path, b"new", b"as read")
    assert code(error) == ["E203"] and not path.exists()
    saving.save(path, b"new", None)
    with pytest.raises(Unusable):
        saving.save(path, b"newer", None)
    assert path.read_bytes() == b"new"


def test_the_mode_is_kept_and_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    real, link = tmp_path / "shared" / "case.yaml", tmp_path / "case.yaml"
    real.write_bytes(b"old")
    real.chmod(0o640)
    link.symlink_to(real)
    saving.save(link, b"new", b"old")
    assert link.is_symlink() and real.read_bytes() == b"new"
    assert real.stat().st_mode & 0o777 == 0o640


def test_two_runs_do_not_write_at_once(tmp_path: Path) -> None:
    with saving.only_writer(tmp_path):
        with pytest.raises(Unusable) as error, saving.only_writer(tmp_path):
            pass
        assert code(error) == ["E205"]
    with saving.only_writer(tmp_path):
        pass


def test_a_document_is_copied_in_but_never_over_another(tmp_path: Path) -> None:
    source, target = tmp_path / "letter.pdf", tmp_path / "copy.pdf"
    source.write_bytes(b"%PDF" * 1000)
    saving.copy_in(source, target)
    assert target.read_bytes() == source.read_bytes()
    source.write_bytes(b"another")
    with pytest.raises(Unusable) as error:
        saving.copy_in(source, target)
    assert code(error) == ["E204"]
    assert target.read_bytes() == b"%PDF" * 1000
    assert sorted(path.name for path in tmp_path.iterdir()) == ["copy.pdf", "letter.pdf"]
