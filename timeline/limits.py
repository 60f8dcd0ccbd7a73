"""What one article may take of time and memory, so that none costs the others theirs."""

from __future__ import annotations

import signal
import threading
import time
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
# More, until the system refuses it: Python breaks down where it has no room left for the error itself.
_SPARE = 200_000_000
_LOOKS = 0.1  # seconds of the processor between two looks at what is used
_AGAIN = 1.0  # seconds until it is said again to a library that has swallowed it


class SpentError(BaseException):
    """An article has taken what it may; no Exception, which libraries catch."""


@contextmanager
def limited(size: int, name: str, seconds: float) -> Iterator[None]:
    """End what is done inside for an article of ``size`` bytes where it takes too long or too much memory.

    ``seconds``: for the smallest one, ``READING`` or ``ANALYSING``.  Raises ArticleError, with its ``name``.  Only the
    main thread of a process can be ended; elsewhere nothing is limited.
    """
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield
        return
    try:
        with _watched(seconds + size * _A_BYTE, _MEMORY + size * _TIMES):
            yield
    except (SpentError, MemoryError) as error:
        spent = str(error) if isinstance(error, SpentError) else _TOO_MUCH
        raise ArticleError(f"{name}: {spent}; it is left out: split it, or save its text alone as .txt") from error


_TOO_MUCH = "takes more memory than an article may"


@contextmanager
def _watched(seconds: float, memory: int) -> Iterator[None]:
    end = time.process_time() + seconds
    most = (_used() or 0) + memory
    quiet_until = 0.0

    def look(_: int, __: FrameType | None) -> None:
        nonlocal quiet_until
        now = time.process_time()
        if now < quiet_until:
            return
        is_late = now > end
        if is_late or (_used() or 0) > most:
            quiet_until = now + _AGAIN
            raise SpentError(f"takes more than {seconds:.0f} seconds of the processor" if is_late else _TOO_MUCH)

    before = signal.signal(signal.SIGPROF, look)
    signal.setitimer(signal.ITIMER_PROF, min(seconds, _LOOKS), _LOOKS)
    try:
        with _refused(most + _SPARE):
            yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


@contextmanager
def _refused(most: int) -> Iterator[None]:
    """Have the system refuse this process more than so many bytes of address space."""
    if resource is None or _used() is None:
        yield
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    allowed = min(most, *(limit for limit in (soft, hard) if limit != resource.RLIM_INFINITY), most)
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
