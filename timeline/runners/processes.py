"""Run in several processes of this machine, which end with this one however it ends."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import Connection
from typing import Generic, NamedTuple, TypeVar

from timeline.errors import TimelineError
from timeline.runners.ahead import AHEAD

In = TypeVar("In")
Out = TypeVar("Out")


class _Job(NamedTuple, Generic[In, Out]):
    item: In
    future: Future[Out]


def in_processes(
    jobs: int, lost: Callable[[In], Out] | None, function: Callable[[In], Out], items: Iterable[In]
) -> Iterator[Out]:
    """Apply ``function`` in ``jobs`` processes; a bounded number of items is read ahead.

    Where a process dies, the items under way are tried again, each alone, and ``lost`` tells the result of one on which
    a process dies again; without it TimelineError is raised.
    """
    waiting: deque[_Job[In, Out]] = deque()
    pool = _Pool(jobs)
    try:
        for item in items:
            waiting.append(_Job(item, pool.submit(function, item)))
            if len(waiting) >= jobs * AHEAD:
                yield _result(pool, waiting, function, lost)
        while waiting:
            yield _result(pool, waiting, function, lost)
    finally:
        pool.end()


def _result(
    pool: _Pool, waiting: deque[_Job[In, Out]], function: Callable[[In], Out], lost: Callable[[In], Out] | None
) -> Out:
    first = waiting.popleft()
    try:
        return first.future.result()
    except BrokenProcessPool:
        pool.renew()
    alone = _alone(pool, function, first.item, lost)
    again = [job if _is_done(job.future) else job._replace(future=pool.submit(function, job.item)) for job in waiting]
    waiting.clear()
    waiting.extend(again)
    return alone


def _alone(pool: _Pool, function: Callable[[In], Out], item: In, lost: Callable[[In], Out] | None) -> Out:
    try:
        return pool.submit(function, item).result()
    except BrokenProcessPool as error:
        pool.renew()
        if lost is None:
            raise TimelineError("a worker process died, perhaps for want of memory; try fewer --jobs") from error
        return lost(item)


def _is_done(future: Future[Out]) -> bool:
    return future.done() and not isinstance(future.exception(), BrokenProcessPool)


class _Pool:
    """Processes that end when this one closes its end of a pipe, or is gone."""

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs
        self._begin()

    def _begin(self) -> None:
        # Spawned, not forked: equal on every system, and no lock of a thread is copied in a locked state.
        context = multiprocessing.get_context("spawn")
        self._theirs, self._ours = context.Pipe(duplex=False)
        self._pool = ProcessPoolExecutor(self._jobs, mp_context=context, initializer=_begin, initargs=(self._theirs,))

    def submit(self, function: Callable[[In], Out], item: In) -> Future[Out]:
        try:
            return self._pool.submit(function, item)
        except BrokenProcessPool as error:  # noticed before the result of an earlier item was asked for
            broken: Future[Out] = Future()
            broken.set_exception(error)
            return broken

    def renew(self) -> None:
        self.end()
        self._begin()

    def end(self) -> None:
        """End the processes at once, whatever they do."""
        self._ours.close()
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._theirs.close()


def _begin(pipe: Connection) -> None:
    """Leave interrupts to the parent, and end with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with, args=(pipe,), daemon=True).start()


def _end_with(pipe: Connection) -> None:
    try:
        pipe.recv_bytes()
    except (EOFError, OSError):
        os._exit(0)
