"""A wish to stop that no library can swallow: compiled code that is interrupted may make another error of it."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager

_SIGNALS = (signal.SIGINT, signal.SIGTERM)
_wished: list[int] = []


@contextmanager
def heard() -> Iterator[None]:
    """Raise KeyboardInterrupt inside for SIGTERM, and for SIGINT where it is not ignored; remember that it came."""
    _wished.clear()
    before = {number: signal.getsignal(number) for number in _SIGNALS}
    for number, handler in before.items():
        if handler is not signal.SIG_IGN:
            signal.signal(number, _stop)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def are_wished() -> bool:
    """Tell whether somebody has asked to stop."""
    return bool(_wished)


def obey() -> None:
    """Raise KeyboardInterrupt where somebody has asked to stop, even if it was swallowed."""
    if _wished:
        raise KeyboardInterrupt


def _stop(number: int, _: object) -> None:
    _wished.append(number)
    raise KeyboardInterrupt
