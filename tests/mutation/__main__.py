"""``python -m tests.mutation src/abeyance/law/appeals.py ...``: change a page in every small way and see that a test minds.

Each mutant runs in a process of its own: first the tests named after the page, if there are any, then the examples, those of
the page's own rules before the rest, and if none minds, the other tests of ``tests/law``.  ``--write`` records the result in
``docs/mutation.md``.
"""

import argparse
import importlib
import os
import signal
import sys
import types
from collections.abc import Iterable, Sequence
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from time import monotonic

import pytest

from abeyance.casefile.yamlnodes import load
from abeyance.law.bundle import PAGES
from abeyance.logic.evaluating import Valuation
from tests.law import examples as law
from tests.mutation.mutants import Mutant, mutants, unchanged

HERE = Path(__file__).parent
EQUIVALENT = HERE / "equivalent.yaml"
REPORT = HERE.parent.parent / "docs" / "mutation.md"
SECONDS = 120  # of processor time, so that a busy machine catches nothing
ATONCE = 2  # processes
CAUGHT, SURVIVED = 0, 1
# the examples are asked one by one; the reference says in words what the law is, right or wrong; two readings of a mutant agree
NO_JUDGE = {"test_examples.py", "test_reference.py", "test_elements.py", "test_law_in_columns.py"}


def main(arguments: Sequence[str]) -> int:
    """Run the pages named on the command line; 1 if a mutant survives without a reason."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("pages", nargs="+", type=Path, help="pages of the law, as in src/abeyance/law/appeals.py")
    parser.add_argument("--write", action="store_true", help="record the result in docs/mutation.md")
    parser.add_argument("--only", default="", help="only mutants whose line or change contains this")
    options = parser.parse_args(arguments)
    for example in law.examples():
        law.record_of(example)
    unexplained = 0
    for page in options.pages:
        unexplained += run(page, options.only, options.write)
    return 1 if unexplained else 0


def run(page: Path, only: str, write: bool) -> int:
    """Run the mutants of one page; how many survive without a reason."""
    started = monotonic()
    found = [m for m in mutants(page) if only in m.key]
    ordered = sorted(law.examples(), key=lambda e: e.provision.page != page.stem)
    if not surviving([unchanged(page)], ordered):
        raise SystemExit(f"{page}: the tests fail as the page stands; make them pass first")
    survivors = surviving(found, ordered)
    reasons = equivalent().get(page.stem, {})
    unexplained = [m for m in survivors if m.key not in reasons]
    print(f"{page.stem}: {len(found)} mutants, {len(found) - len(survivors)} caught, {monotonic() - started:.0f} s")
    for mutant in survivors:
        print(f"  {page}:{mutant.line}: {mutant.key}\n      {reasons.get(mutant.key, 'NOT EXPLAINED')}")
    for key in reasons.keys() - {m.key for m in survivors} if not only else ():
        print(f"  explained, and yet caught or gone: {key}")
    if write:
        record(page.stem, len(found), [(m, reasons.get(m.key, "not explained")) for m in survivors])
    return len(unexplained)


def surviving(found: Sequence[Mutant], ordered: Sequence[law.Example]) -> list[Mutant]:
    """The mutants that no test minds, each tried in a child process; one that does not end in time is caught."""
    running: dict[int, Mutant] = {}
    survivors: list[Mutant] = []
    for mutant in [*found, *[None] * ATONCE]:
        if len(running) == ATONCE or mutant is None:
            if not running:
                break
            child, status = os.wait()
            if os.waitstatus_to_exitcode(status) == SURVIVED:
                survivors.append(running[child])
            del running[child]
        if mutant is not None:
            running[start(mutant, ordered)] = mutant
    return sorted(survivors, key=lambda m: (m.line, m.key))


def start(mutant: Mutant, ordered: Sequence[law.Example]) -> int:
    """Begin to try a mutant; the child's process number."""
    child = os.fork()
    if child == 0:
        signal.setitimer(signal.ITIMER_PROF, SECONDS)
        try:
            fate = SURVIVED if survives(mutant, ordered) else CAUGHT
        except BaseException:
            fate = CAUGHT
        os._exit(fate)
    return child


def survives(mutant: Mutant, ordered: Iterable[law.Example]) -> bool:
    """Whether no test minds the mutant.  It changes this process for good."""
    install(mutant)
    others = {p for p in (HERE.parent / "law").glob("test_*.py") if p.name not in NO_JUDGE}
    own = {p for p in others if p.stem == f"test_{mutant.page}"}
    return passes(own) and not any(minds(example) for example in ordered) and passes(others - own)


def passes(tests: Iterable[Path]) -> bool:
    """Whether these files of tests all pass."""
    with open(os.devnull, "w") as nowhere, redirect_stdout(nowhere), redirect_stderr(nowhere):
        names = sorted(map(str, tests))
        return not names or pytest.main(["-x", "-q", "-p", "no:cacheprovider", *names]) == 0


def install(mutant: Mutant) -> None:
    """Put the mutant in the place of its page, and read every page of the law anew."""
    for name in [n for n in sys.modules if n.startswith("abeyance.law.") and ".tables" not in n]:
        del sys.modules[name]
    name = PAGES.get(mutant.page, f"abeyance.law.{mutant.page}")
    module = types.ModuleType(name)
    sys.modules[name] = module
    exec(compile(mutant.tree, mutant.page, "exec"), module.__dict__)
    vars(importlib.import_module(name.rpartition(".")[0]))[mutant.page] = module
    vars(law)["bundle"] = importlib.import_module("abeyance.law.bundle").bundle


def minds(example: law.Example) -> bool:
    """Whether an example comes out otherwise than it says."""
    record = law.record_of(example)
    subject = record.rows[example.about] if example.about else record.root
    node = example.provision.known(example.known.toordinal() if example.known else None)
    valuation = Valuation(record.root, example.on.toordinal(), subject)
    value = valuation.value(node)
    return bool(law.Outcome(example, node, valuation, value, value).wrong)


def equivalent() -> dict[str, dict[str, str]]:
    """By page, the mutants that change nothing anybody could see, each with the reason why."""
    if not EQUIVALENT.exists():
        return {}
    root, _, problems = load(EQUIVALENT, EQUIVALENT.name)
    assert not problems, problems
    pages = (root.pairs if root else None) or ()
    return {page.text or "": {k.text or "": v.text or "" for k, v in rows.pairs or ()} for page, rows in pages}


# --- docs/mutation.md -------------------------------------------------------------------------------------------------

HEAD = """# Mutation of the law

Every page of the law is changed in every small way (a number, a day, a word of a closed list, a comparison, an "and" for an "or", a
condition or a version left out, a branch swapped), and the examples in `tests/law` must notice. Printed by
`python -m tests.mutation --write PAGE`; a survivor is either explained here or a missing example.

| page | mutants | caught | survivors |
|---|---:|---:|---:|
"""


def record(page: str, number: int, survivors: Sequence[tuple[Mutant, str]]) -> None:
    """Put the page's row and its survivors into the report."""
    rows, details = _read()
    rows[page] = f"| {page} | {number} | {number - len(survivors)} | {len(survivors)} |"
    details[page] = "\n".join(
        [
            f"## {page}",
            "",
            *(f"- `{m.text}`: {m.change}. {why[:1].upper()}{why[1:].rstrip('.')}." for m, why in survivors),
            "",
        ]
    )
    if not survivors:
        details.pop(page)
    REPORT.write_text(
        HEAD + "".join(f"{rows[p]}\n" for p in sorted(rows)) + "".join(f"\n{details[p]}" for p in sorted(details)),
        "utf-8",
    )


def _read() -> tuple[dict[str, str], dict[str, str]]:
    if not REPORT.exists():
        return {}, {}
    table, *sections = REPORT.read_text("utf-8").split("\n## ")
    rows = {line.split("|")[1].strip(): line for line in table.removeprefix(HEAD).splitlines() if line.startswith("| ")}
    return rows, {s.split("\n", 1)[0]: f"## {s}".rstrip("\n") + "\n" for s in sections}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
