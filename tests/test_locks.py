"""The lock files hold what pyproject.toml asks for, hashed, and say nothing of where it comes from."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
LOCKS = ("requirements.lock", "requirements-dev.lock")


def locked(lock: str) -> dict[str, str]:
    """Every package a lock names with its version."""
    return dict(re.findall(r"^([\w.-]+)==([^\s;]+)", (ROOT / lock).read_text("utf-8"), re.M))


def asked_for(lock: str) -> list[Requirement]:
    """What the project says it needs, as far as ``lock`` has to hold it."""
    groups = PROJECT["dependency-groups"]
    said = PROJECT["project"]["dependencies"] + PROJECT["build-system"]["requires"] + groups["build"]
    if lock == "requirements-dev.lock":
        said = said + [line for line in groups["dev"] if isinstance(line, str)]
    return [Requirement(line) for line in said]


def is_met(need: Requirement, version: str | None) -> bool:
    """Whether a locked version, None if there is none, is one that is asked for."""
    return version is not None and need.specifier.contains(version)


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_everything_the_project_asks_for_at_a_version_it_admits(lock: str) -> None:
    versions = locked(lock)
    lacking = [str(need) for need in asked_for(lock) if not is_met(need, versions.get(canonicalize_name(need.name)))]
    assert lacking == [], f"lock again, as docs/developers/dependencies.md says: {lacking}"


def test_what_is_developed_with_is_what_runs() -> None:
    assert locked("requirements.lock").items() <= locked("requirements-dev.lock").items()


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_package_has_a_hash(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8")
    packages = re.findall(r"^[\w.-]+==.*(?:\n +.*)*", text, re.M)
    assert len(packages) == len(locked(lock)) > 10
    assert [package.split()[0] for package in packages if "--hash=sha256:" not in package] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_address_of_a_package_index(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8")
    assert re.findall(r"\S*://\S*|^-.*", text, re.M) == []
