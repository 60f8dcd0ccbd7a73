"""How often Python looks for circles among objects that hardly ever form one."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

# Expressions and events hold no cycles, and a sentence's parse is taken apart when it has been read; at Python's own
# pace the collector looks through millions of live objects in vain, for a fifth of the time of a build.
_THRESHOLDS = (2_000_000, 20, 100)


@contextmanager
def seldom_collected() -> Iterator[None]:
    """Have the garbage collector run less often inside; a process that has it run less often still keeps its pace."""
    before = gc.get_threshold()
    if 0 < before[0] < _THRESHOLDS[0]:
        gc.set_threshold(*_THRESHOLDS)
    try:
        yield
    finally:
        gc.set_threshold(*before)
