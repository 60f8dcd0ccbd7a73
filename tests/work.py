"""How much work a call does, counted and not timed: the clock of a busy machine tells nothing."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any


class Watched(str):
    """A text that counts the characters that its own methods copy or search."""

    characters = 0

    def __getitem__(self, key: Any) -> str:
        found = super().__getitem__(key)
        self.characters += len(found)
        return found

    def count(self, sub: str, *bounds: int) -> int:
        self.characters += len(range(len(self))[slice(*bounds)])
        return super().count(sub, *bounds)


def lines_run(call: Callable[[], object]) -> int:
    """How many lines of the package a call runs."""
    count = 0

    def line(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal count
        count += event == "line"
        return line

    def entered(frame: FrameType, event: str, _: Any) -> Any:
        return line if "timeline" in frame.f_code.co_filename else None

    before = sys.gettrace()
    sys.settrace(entered)
    try:
        call()
    finally:
        sys.settrace(before)
    return count


def grows_with(piece: str, call: Callable[[str], object], times: int = 60) -> bool:
    """Tell whether four times the text is four times the work: nothing looks back over all that was read."""
    call(piece * 3)  # fills the caches
    short, long = (_work(Watched(piece * number), call) for number in (times, 4 * times))
    return long <= 4.4 * short + 400


def _work(text: Watched, call: Callable[[str], object]) -> int:
    return lines_run(lambda: call(text)) + text.characters
