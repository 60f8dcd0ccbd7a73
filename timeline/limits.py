"""What one article may take of time and memory, so that none costs the others theirs."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType

from timeline.errors import ArticleError

try:
    import resource
except ImportError:  # where there are no such limits
    resource = None  # type: ignore[assignment]

READING, ANALYSING = 6.0, 20.0  # seconds of the processor for the smallest article; with what is loaded for the first
_A_BYTE = 0.0005  # more for each byte: plain news takes an eighth of that
_MEMORY = 600_000_000  # bytes beyond what the process has
_TIMES = 200  # as many bytes of memory for each byte of an article
_AGAIN = 1.0  # seconds until it is said again to a library that has swallowed it


class TimeUpError(BaseException):
    """The time of an article is up; no Exception, which libraries catch."""


@contextmanager
def limited(size: int, name: str, seconds: float) -> Iterator[None]:
    """End what is done inside for an article of ``size`` bytes where it takes too long or too much memory.

    ``seconds``: for the smallest one, ``READING`` or ``ANALYSING``.  Raises ArticleError, with its ``name``.  Only the
    main thread of a process can be ended; elsewhere nothing is limited.
    """
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield
        return
    seconds += size * _A_BYTE
    try:
        with _clock(seconds), _memory(_MEMORY + size * _TIMES):
            yield
    except TimeUpError as error:
        raise ArticleError(
            f"{name}: takes more than {seconds:.0f} seconds of the processor; it is left out: "
            "split it, or save its text alone as .txt"
        ) from error
    except MemoryError as error:
        raise ArticleError(
            f"{name}: takes more memory than an article may; it is left out: split it, or save its text alone as .txt"
        ) from error


@contextmanager
def _clock(seconds: float) -> Iterator[None]:
    before = signal.signal(signal.SIGPROF, _time_is_up)
    signal.setitimer(signal.ITIMER_PROF, seconds, _AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _time_is_up(_: int, __: FrameType | None) -> None:
    raise TimeUpError


@contextmanager
def _memory(more: int) -> Iterator[None]:
    used = _used()
    if resource is None or used is None:
        yield
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    allowed = min(used + more, *(limit for limit in (soft, hard) if limit != resource.RLIM_INFINITY), used + more)
    resource.setrlimit(resource.RLIMIT_AS, (allowed, hard))
    try:
        yield
    finally:
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def _used() -> int | None:
    """The address space of this process in bytes, None where the system does not tell."""
    try:
        return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
    except (OSError, ValueError, AttributeError):
        return None
