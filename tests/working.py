"""Functions that other processes can import, to be run there by the tests."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path


def raise_to(power: int, number: int) -> int:
    """Later items are done sooner."""
    time.sleep(max(0, 5 - number) / 100)
    return number**power


def die(_: int) -> None:
    """End the process as a crash would."""
    os._exit(1)


def fail(number: int) -> int:
    """Raise what no one expects."""
    raise ValueError(number)


def die_of_seven(number: int) -> int:
    """End the process on one item only."""
    if number == 7:
        os._exit(1)
    return number


def identify(_: int) -> int:
    """Tell which process does it."""
    return os.getpid()


def sleep_long(seconds: float) -> float:
    """Take as long as asked."""
    time.sleep(seconds)
    return seconds


def die_once(folder: Path, number: int) -> int:
    """End the process on one item, the first time."""
    if number == 7 and not (folder / "died").exists():
        (folder / "died").touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return number
