"""One function over many items; all runners give equal results, lazily, in the order of the items."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Protocol, TypeVar

from timeline.errors import OptionError

In = TypeVar("In")
Out = TypeVar("Out")

ENGINES = ("local", "ray")


class Runner(Protocol):
    """Apply a picklable function to every item and yield the results in order."""

    def __call__(self, function: Callable[[In], Out], items: Iterable[In], /) -> Iterator[Out]:
        """Run ``function`` on all ``items``."""


def runner(engine: str = "local", jobs: int = 1) -> Runner:
    """Choose a runner: ``local`` with one job runs here, with more in processes; ``ray`` on a Ray cluster.

    Raises OptionError for an engine that is not known or not installed.
    """
    if engine == "ray":
        from timeline.runners.on_ray import on_ray, require_ray

        return partial(on_ray, require_ray(), jobs)
    if engine != "local":
        raise OptionError(f"--engine: {engine!r} is not known; it is one of {', '.join(ENGINES)}")
    if jobs > 1:
        from timeline.runners.processes import in_processes

        return partial(in_processes, jobs)
    return map
