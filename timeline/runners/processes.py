"""Run in several processes of this machine."""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

from timeline.errors import TimelineError
from timeline.runners.ahead import in_order

In = TypeVar("In")
Out = TypeVar("Out")


def in_processes(jobs: int, function: Callable[[In], Out], items: Iterable[In]) -> Iterator[Out]:
    """Apply ``function`` in ``jobs`` processes; a bounded number of items is read ahead.

    Raises TimelineError where a process dies.
    """
    # Spawned, not forked: equal on every system, and no lock of a thread is copied in a locked state.
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_leave_interrupts_to_the_parent)
    try:
        yield from in_order(items, jobs, lambda item: pool.submit(function, item), Future.result)
    except BrokenProcessPool as error:
        raise TimelineError("a worker process died, perhaps for want of memory; try fewer --jobs") from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _leave_interrupts_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
