"""One function over many items; all runners give equal results, lazily, in the order of the items."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain, islice
from typing import Any, Protocol, TypeVar

from timeline.errors import OptionError

In = TypeVar("In")
Out = TypeVar("Out")

ENGINES = ("local", "ray")
_FEW = 12  # items that are sooner done than two processes have begun


class Runner(Protocol):
    """Apply a picklable function to every item and yield the results in order."""

    def __call__(self, function: Callable[[In], Out], items: Iterable[In], /) -> Iterator[Out]:
        """Run ``function`` on all ``items``."""


def runner(engine: str = "local", jobs: int | None = 1, lost: Callable[[Any], Any] | None = None) -> Runner:
    """Choose a runner: ``local`` with one job runs here, with more in processes; ``ray`` on a Ray cluster.

    ``jobs``: None for as many as there are processors for this process; few items then stay here, as processes take
    longer to begin.  ``lost`` gives the result of an item on which a process died.  Raises OptionError for an engine
    that is not known or not installed.
    """
    if engine == "ray":
        from timeline.runners.on_ray import on_ray, require_ray

        return partial(on_ray, require_ray(), jobs or processors(), lost)
    if engine != "local":
        raise OptionError(f"--engine: {engine!r} is not known; it is one of {', '.join(ENGINES)}")
    if jobs is None:
        return partial(_worth_it, processors(), lost)
    return _local(jobs, lost)


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _local(jobs: int, lost: Callable[[Any], Any] | None) -> Runner:
    if jobs > 1:
        from timeline.runners.processes import in_processes

        return partial(in_processes, jobs, lost)
    return map


def _worth_it(
    jobs: int, lost: Callable[[Any], Any] | None, function: Callable[[In], Out], items: Iterable[In]
) -> Iterator[Out]:
    coming = iter(items)
    first = list(islice(coming, _FEW))
    run: Runner = map if len(first) < _FEW else _local(jobs, lost)
    return run(function, chain(first, coming))
