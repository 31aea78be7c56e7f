#!/usr/bin/env python3
"""Set abeyance up in .venv beside this file, with what the lock files name, and run it.

    python3 bootstrap.py demo     set up, then print the brief of the example
    python3 bootstrap.py test     set up for development, then run every check and test
    python3 bootstrap.py setup    set up for development

Needs Python 3.11 or newer and one of uv, python3-venv or pip.  When a lock, pyproject.toml, Python or the place of this
folder has changed, .venv is made anew, and what else was installed there is gone; otherwise set-up takes no time.
"""

import argparse
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

if sys.version_info < (3, 11):  # noqa: UP036 - this file is what an older Python is met by
    sys.exit(f"bootstrap: this is Python {sys.version.split()[0]}; run bootstrap.py with Python 3.11 or newer")

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = str(BIN / "python")
STAMP = VENV / "abeyance-setup"
RUN, DEVELOP = "requirements.lock", "requirements-dev.lock"

ITSELF = ["--no-deps", "--no-build-isolation", "-e", "."]
DEMO = [str(BIN / "abeyance"), "brief", "examples/derby", "--on", "2017-05-01"]
CHECKS = (
    ["ruff", "format", "--check", "."],
    ["ruff", "check", "."],
    ["mypy"],
    ["pytest", "-n", "auto", "--maxprocesses", "4"],
)

# What would let packages of another environment be taken for packages of this one.
CLEAN = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV")}


def set_up(lock: str) -> None:
    """Make .venv hold what ``lock`` names and abeyance itself; the stamp is written last, so that half is never taken for whole."""
    if is_set_up(DEVELOP) or is_set_up(lock):
        return
    say(f"setting up .venv from {lock}")
    if VENV.is_symlink():
        VENV.unlink()
    if not succeeds(sys.executable, "-m", "venv", "--clear", "--without-pip", str(VENV)):
        stop(
            "no virtual environment could be made in .venv; the reason is above. On Debian or Ubuntu: sudo apt install python3-venv"
        )
    ways = 0
    for install in installers():
        if ways:
            say(f"trying {' '.join(install[:3])}")
        ways += 1
        if succeeds(*install, "--require-hashes", "-r", lock) and succeeds(*install, *ITSELF):
            STAMP.write_text(stamp(lock))
            return
    if ways:
        stop(
            "the packages could not be installed; the reason is above. If it is the network, connect and run this again"
        )
    stop("there is no pip to install packages with; on Debian or Ubuntu: sudo apt install python3-pip")


def installers() -> Iterator[list[str]]:
    """The commands that can install into .venv here, the quickest first; each is tried when those before it did not succeed."""
    uv = shutil.which("uv")
    if uv:
        yield [uv, "pip", "install", "--quiet", "--python", PYTHON]
    pip = ["install", "--quiet", "--disable-pip-version-check"]
    if importlib.util.find_spec("ensurepip") and succeeds(PYTHON, "-m", "ensurepip", quiet=True):
        yield [PYTHON, "-m", "pip", *pip]
    elif importlib.util.find_spec("pip"):
        yield [sys.executable, "-m", "pip", "--python", PYTHON, *pip]


def is_set_up(lock: str) -> bool:
    """Whether .venv was set up from ``lock`` as it is now, by this Python, in this place."""
    return STAMP.is_file() and STAMP.read_text() == stamp(lock)


def stamp(lock: str) -> str:
    """What the set-up hangs on: its lock file, pyproject.toml, the Python and the place."""
    parts = [lock, sys.version, sys.base_prefix, str(ROOT)]
    parts += [(ROOT / name).read_text("utf-8") for name in (lock, "pyproject.toml")]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def check() -> list[str]:
    """Run every check, the tests last; the names of those that found something."""
    return [" ".join(command) for command in CHECKS if not succeeds(PYTHON, "-m", *command)]


def succeeds(*command: str, quiet: bool = False) -> bool:
    """Run a command in this folder and say whether it did what it was asked."""
    output = subprocess.DEVNULL if quiet else None
    return subprocess.run(command, cwd=ROOT, env=CLEAN, stdout=output, stderr=output).returncode == 0


def say(message: str) -> None:
    """Tell the person what is going on, apart from what was asked for."""
    print(f"bootstrap: {message}", file=sys.stderr, flush=True)


def stop(message: str) -> NoReturn:
    """End with a message and failure."""
    say(message)
    sys.exit(1)


def main() -> int:
    """Do what the command line asks; the exit code."""
    parser = argparse.ArgumentParser(
        prog="bootstrap.py", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("task", choices=("demo", "test", "setup"))
    task = parser.parse_args().task
    set_up(RUN if task == "demo" else DEVELOP)
    if task == "demo":
        return subprocess.run(DEMO, cwd=ROOT, env=CLEAN).returncode
    failed = check() if task == "test" else []
    for name in failed:
        say(f"failed: {name}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
