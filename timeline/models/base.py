"""What all models share: they are frozen, and count characters and days."""

from __future__ import annotations

from collections.abc import Hashable
from datetime import date
from functools import lru_cache
from typing import Any

from pydantic import AfterValidator, BaseModel, ConfigDict

from timeline.edtf import Interval

SCHEMA = 1  # of the files

_GIVEN: set[str] = set()  # which fields were given, of all instances


class Frozen(BaseModel):
    """A model that nobody changes, and that knows all its fields."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        populate_by_name=True,
        serialize_by_alias=True,
        str_strip_whitespace=False,
        # Every key is written, also where its value is the usual one.
        json_schema_serialization_defaults_required=True,
    )

    def model_post_init(self, _: object) -> None:
        """Forget which fields were given: the set of them takes half of the memory of an instance, and nobody asks."""
        object.__setattr__(self, "__pydantic_fields_set__", _GIVEN)


@lru_cache(maxsize=4096)
def _once(value: Hashable) -> Any:
    return value


# Of what many say alike, one instance stands for all: most days, anchors and attributions are the same few.
SHARED = AfterValidator(_once)


class Span(Frozen):
    """A stretch of ``Article.text`` from character ``start`` up to, and without, character ``end``."""

    start: int
    end: int


class Bounds(Frozen):
    """Between which days something lies: ``not_before`` to ``not_after``, both included, None an open side."""

    not_before: date | None = None
    not_after: date | None = None

    @property
    def interval(self) -> Interval:
        """The same as an EDTF interval."""
        return Interval(self.not_before, self.not_after)
