"""Measure everything once and print the table: ``.venv/bin/python -m bench``."""

from collections.abc import Iterator

from bench import measures
from bench.measures import Measure


def _all() -> Iterator[Measure]:
    yield from measures.one_case(5_000, 11)
    yield from measures.openfisca(100, 7)
    yield from measures.deciding(1_000)
    yield from measures.columns(20_000, 15)
    yield from measures.real_law(20)
    yield from measures.command_line(20)


def main() -> None:
    """Print each figure as soon as it is there."""
    for measure in _all():
        met = {None: "", True: "met", False: "NOT MET"}[measure.met]
        print(f"{measure.of:<56}{measure.figure:<34}{measure.target:<20}{met}".rstrip(), flush=True)


if __name__ == "__main__":
    main()
