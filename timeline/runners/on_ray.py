"""Run on a Ray cluster; the only home of ray, which is an extra."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

from timeline.errors import OptionError
from timeline.runners.ahead import in_order

In = TypeVar("In")
Out = TypeVar("Out")


def require_ray() -> Any:
    """Import Ray; raises OptionError, naming the extra, where it is not installed."""
    try:
        import ray
    except ImportError as error:
        raise OptionError(
            "--engine ray: Ray is not installed; run: pip install 'diplomatic-timeline[ray]', or use --engine local"
        ) from error
    return ray


def on_ray(ray: Any, jobs: int, function: Callable[[In], Out], items: Iterable[In]) -> Iterator[Out]:
    """Apply ``function`` in Ray tasks: on the cluster of ``RAY_ADDRESS``, else on one started here with ``jobs`` CPUs.

    A bounded number of items is read ahead.
    """
    started = not ray.is_initialized()
    if started:
        local = {} if os.environ.get("RAY_ADDRESS") else {"num_cpus": jobs, "include_dashboard": False}
        ray.init(log_to_driver=False, **local)
    try:
        # The function may be a partial, which Ray does not take as a task.
        task = ray.remote(_call)
        shared = ray.put(function)
        yield from in_order(items, jobs, lambda item: task.remote(shared, item), ray.get)
    finally:
        if started:
            ray.shutdown()


def _call(function: Callable[[In], Out], item: In) -> Out:
    return function(item)
