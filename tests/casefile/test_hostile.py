"""No file hangs, costs more than a moment or much memory, or ends in anything but a case or a list of problems."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from abeyance.casefile.casefolder import look
from abeyance.casefile.findings import disagreements
from abeyance.casefile.history import History
from abeyance.casefile.layout import canonical
from abeyance.casefile.ledger import ledger
from abeyance.casefile.ledgertext import to_text
from abeyance.casefile.reading import case_of
from abeyance.casefile.record import derive
from abeyance.casefile.yamlnodes import decode, parse
from abeyance.problems import excerpts, lines_of
from tests.casefile.hostile import FILES, PLACES
from tests.casefile.reading import EXAMPLES, PATH
from tests.casefile.writing import texts

EXPECTED = {
    "billion laughs": ["E004"],
    "fifty megabytes": ["E010"],
    "deep in blocks": ["E007"],
    "utf-16": ["E011"],
    "utf-16 without a mark": ["E012"],
    "latin-1": ["E011"],
    "nul bytes": ["E012"],
    "control characters": ["E012"],
    "tabs": ["E015"],
    "a long text": ["E014"],
    "repeated keys": ["E013"],
    "100,000 claims": ["E010"],
    "100,000 claims in one line": ["E013"],
    "nothing": ["E003"],
    "a word": ["E101"],
    "10,000 claims": [],
    "a chain of corrections": [],
    "a folder for a file": ["E001"],
    "a pipe for a file": ["E001"],
    "a device for a file": ["E001"],
    "a link to itself": ["E001"],
    "a document that is a pipe": ["E129"],
    "a document that is a device": ["E110"],
    "a document without end": ["E129"],
    "a long document with many places": [],
    "a long document of many sources": ["E112"],
    "a document of form feeds": ["E120"],
    "a document that is a link to itself": ["E129"],
    "a document outside by a link": ["E110"],
    "a document in a folder outside": ["E110"],
    "a document by a path that leads out": ["E110"],
    "a document by a whole path": ["E110"],
    "a history of brackets": ["E202"],
    "a history without end": ["E010"],
    "a history that is a pipe": ["E001"],
}


@pytest.fixture(scope="module")
def measured() -> dict[str, Any]:
    """What each file cost, in a process of its own."""
    path = os.pathsep.join([str(Path(__file__).parents[2]), *sys.path])
    run = subprocess.run(
        [sys.executable, "-m", "tests.casefile.hostile"],
        capture_output=True,
        text=True,
        timeout=180,
        env={**os.environ, "PYTHONPATH": path},
    )
    assert run.returncode == 0, run.stderr[-2000:]
    found: dict[str, Any] = json.loads(run.stdout)
    return found


@pytest.mark.parametrize("name", [*FILES, *PLACES])
def test_it_is_told_what_is_wrong_within_two_seconds(measured: dict[str, Any], name: str) -> None:
    cost = measured["costs"][name]
    assert cost["looked"] < 2, cost
    assert cost["worked"] < 4, cost
    assert cost["count"] <= 1_001 and cost["shown"] < 500_000
    assert cost["codes"] == EXPECTED.get(name, cost["codes"])


def test_and_within_bounded_memory(measured: dict[str, Any]) -> None:
    assert measured["megabytes"] < 400


def everything(raw: bytes) -> None:
    """All that is done with a case, on bytes; whatever they are, nothing is raised."""
    text, problem = decode(raw, "case.yaml")
    if problem:
        return
    root, problems = parse(text, "case.yaml")
    if root is None:
        assert problems
        return
    case, problems_ = case_of(root, PATH, problems)
    assert list(problems_) == sorted(problems_)
    assert all(0 <= p.line <= len(lines_of(text)) for p in problems_)
    assert len(list(excerpts(problems_, text, "case.yaml"))) == len(problems_)
    if root.pairs and not problems:
        again, _ = parse(canonical(root, text), "case.yaml")
        assert again is not None
    if case is not None and not problems_:
        disagreements(derive(case), "case.yaml")
        shown = ledger(case)
        assert to_text(shown, History(), 80)


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    everything(raw)


SEEDS = [path.read_text("utf-8") for path in EXAMPLES]
TOKENS = [
    "{",
    "}",
    "[",
    "]",
    ": ",
    ", ",
    "- ",
    "'",
    '"',
    "#",
    "\n",
    "  ",
    "@¶",
    "not ",
    " or ",
    "..",
    "\t",
    "~",
    "|\n",
    "? ",
    "\u2028",
    "é",
    "unknown",
    "9" * 20,
]


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """A case file out of which parts were cut, and into which others were put."""
    text = draw(st.sampled_from(SEEDS) | texts().map(lambda drawn: drawn[0]))
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(text)))
        cut = draw(st.sampled_from([0, 0, 1, 2, 5, 30]))
        moved = draw(st.integers(0, len(text)))
        put = draw(st.sampled_from(TOKENS) | st.just(text[moved : moved + 12]))
        text = text[:at] + put + text[at + cut :]
    return text


@settings(max_examples=150, deadline=None)
@given(damaged())
def test_a_damaged_file_is_read_or_refused(text: str) -> None:
    everything(text.encode())


def test_what_is_refused_leaves_the_folder_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "case.yaml").write_bytes(FILES["billion laughs"]())
    look(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["case.yaml"]
