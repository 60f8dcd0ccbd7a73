"""Run on a Ray cluster; the only home of ray, which is an extra."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple, TypeVar

from timeline.errors import OptionError, TimelineError
from timeline.installed import install_extra
from timeline.runners.ahead import in_order

In = TypeVar("In")
Out = TypeVar("Out")

_RETRIES = 3  # of an item whose process or machine is gone


class _Job(NamedTuple):
    item: Any
    reference: Any


def require_ray() -> Any:
    """Import Ray; raises OptionError, naming the extra, where it is not installed."""
    try:
        import ray
    except ImportError as error:
        raise OptionError(
            f"--engine ray: Ray is not installed; run: {install_extra('ray')}; or use --engine local"
        ) from error
    return ray


def on_ray(
    ray: Any, jobs: int, lost: Callable[[In], Out] | None, function: Callable[[In], Out], items: Iterable[In]
) -> Iterator[Out]:
    """Apply ``function`` in Ray tasks: on the cluster of ``RAY_ADDRESS``, else on one started here with ``jobs`` CPUs.

    A bounded number of items is read ahead.  ``lost`` tells the result of an item on which processes die again and
    again.  Raises TimelineError where the cluster cannot be reached or is gone.
    """
    started = not ray.is_initialized()
    if started:
        _start(ray, jobs)
    try:
        # The function may be a partial, which Ray does not take as a task.
        task = ray.remote(_call).options(max_retries=_RETRIES)
        shared = ray.put(function)
        workers = max(1, int(ray.cluster_resources().get("CPU", jobs)))

        def result(job: _Job) -> Out:
            try:
                found: Out = ray.get(job.reference)
            except (ray.exceptions.WorkerCrashedError, ray.exceptions.OutOfMemoryError):
                if lost is None:
                    raise
                return lost(job.item)
            return found

        yield from in_order(items, workers, lambda item: _Job(item, task.remote(shared, item)), result)
    except ray.exceptions.RayTaskError as error:
        raise (error.cause if isinstance(error.cause, Exception) else error) from None
    except ray.exceptions.RayError as error:
        reason = " ".join(str(error).split())[:200]
        raise TimelineError(f"the Ray cluster is gone ({reason}); start it again, or use --engine local") from error
    finally:
        if started:
            ray.shutdown()


def _start(ray: Any, jobs: int) -> None:
    address = os.environ.get("RAY_ADDRESS")
    local = {} if address else {"num_cpus": jobs, "include_dashboard": False}
    try:
        ray.init(log_to_driver=False, **local)
    except (ConnectionError, RuntimeError, ValueError) as error:
        where = f"the Ray cluster at {address}" if address else "Ray"
        reason = " ".join(str(error).split())[:200]
        raise TimelineError(
            f"{where} cannot be reached ({reason}); check RAY_ADDRESS, or use --engine local"
        ) from error


def _call(function: Callable[[In], Out], item: In) -> Out:
    return function(item)
