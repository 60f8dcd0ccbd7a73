"""How far a build is, for those who watch it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple, TypeAlias

Stage = Literal["articles", "merging", "writing"]


class Step(NamedTuple):
    """A step forward: ``done`` articles, or groups of mentions merged; ``share`` of the stage that is done, 0..1."""

    stage: Stage
    done: int
    share: float


Progress: TypeAlias = Callable[[Step], None]
