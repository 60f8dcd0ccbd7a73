"""Results in the order of the items, while those of later items are under way."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

In = TypeVar("In")
Job = TypeVar("Job")
Out = TypeVar("Out")

# Items under way for each worker: enough that none waits, few enough that a stream stays a stream.
AHEAD = 4


def in_order(
    items: Iterable[In], workers: int, submit: Callable[[In], Job], result: Callable[[Job], Out]
) -> Iterator[Out]:
    """Submit items as they come, a bounded number ahead, and yield the results of the jobs.

    >>> list(in_order("abc", 1, str.upper, lambda job: job + "!"))
    ['A!', 'B!', 'C!']
    """
    waiting: deque[Job] = deque()
    for item in items:
        waiting.append(submit(item))
        if len(waiting) >= workers * AHEAD:
            yield result(waiting.popleft())
    while waiting:
        yield result(waiting.popleft())
