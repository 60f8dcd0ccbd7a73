"""How a command ends: the exit codes, and the problems that were told on the way."""

from __future__ import annotations

from collections import Counter

from timeline.errors import TimelineError
from timeline.messages import is_json, say

OK, NOTHING_WRITTEN, WRONG_USAGE, SOME_SKIPPED, INTERRUPTED = 0, 1, 2, 3, 130
_OF_A_KIND = 10  # problems that are told each


class Problems:
    """Says each problem in a line of its own, and in one line how many more are of one kind; remembers them.

    As JSON, for machines, each is said.
    """

    def __init__(self) -> None:
        """Begin with none."""
        self._kinds: Counter[str] = Counter()

    def __call__(self, problem: TimelineError) -> None:
        """Say it, unless enough of its kind are said."""
        from timeline.problems import why

        kind = why(problem)
        self._kinds[kind] += 1
        if is_json() or self._kinds[kind] <= _OF_A_KIND:
            say("problem", str(problem))

    def exit_code(self) -> int:
        """Say how many more there were, and give the code that tells of them."""
        for kind, number in self._kinds.items():
            if number > _OF_A_KIND and not is_json():
                say("problem", f"and {number - _OF_A_KIND:,} more like those above: {kind}")
        return SOME_SKIPPED if self._kinds else OK
