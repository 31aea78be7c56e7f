"""Timing side by side: the contenders take turns, in CPU time, since a machine is seldom idle; what counts is the median."""

import os
import resource
import subprocess
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from statistics import median


def side_by_side(contenders: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """The median CPU seconds of each contender over so many rounds, after one that does not count."""
    found: dict[str, list[float]] = {name: [] for name in contenders}
    for round_ in range(rounds + 1):
        for name, run in contenders.items():
            start = time.process_time()
            run()
            if round_:
                found[name].append(time.process_time() - start)
    return {name: median(times) for name, times in found.items()}


def one_by_one(runs: Iterable[Callable[[], object]]) -> list[float]:
    """The CPU seconds of each run, from the shortest to the longest."""
    times = []
    for run in runs:
        start = time.process_time()
        run()
        times.append(time.process_time() - start)
    return sorted(times)


def cold(command: Sequence[str], rounds: int) -> float:
    """The median CPU seconds of a command from a cold start, after one that does not count; raises CalledProcessError where it fails.

    Compiled modules are kept, as they are for everybody who does not say otherwise.
    """
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    times = []
    for _ in range(rounds + 1):
        start = _children()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)
        times.append(_children() - start)
    return median(times[1:])


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
