"""An article, what is known of its day, and the temporal expressions in it."""

from __future__ import annotations

from datetime import date
from enum import IntEnum
from typing import Annotated, Literal

from timeline.edtf import Interval
from timeline.models.base import SHARED, Frozen

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


class Dct(Frozen):
    """Document creation time: the day an article was written, never more certain than its evidence.

    ``value`` is the ISO day (or the best day of an inferred interval); null where the article is undated.
    ``not_before``, ``not_after``: the days on which it may lie.  ``confidence``: 0..1.  ``evidence``: where it comes
    from, in words.
    """

    value: str | None = None
    not_before: date | None = None
    not_after: date | None = None
    confidence: float = 0.0
    evidence: str = "none"

    @property
    def day(self) -> date | None:
        """The best single day, None where undated."""
        return date.fromisoformat(self.value[:10]) if self.value else None

    @property
    def interval(self) -> Interval:
        """The days on which it may lie."""
        return Interval(self.not_before, self.not_after)


class Rank(IntEnum):
    """How much a date claim counts, by where it was found: lower decides."""

    OPTION = 1  # given for this very file
    STATED = 2  # sidecar, front matter, column, feed or mail
    METADATA = 3  # written into a page for machines
    DATELINE = 4  # at the head of the first paragraph
    VISIBLE = 5  # a "Published" line for readers
    ADDRESS = 6  # URL or file name
    DEFAULT = 7  # given for all articles that state none
    CONTENT = 8  # what the article tells of its time
    HINT = 9  # copyright year, creation of the document
    FILE_TIME = 10  # only where it is asked for


class Claim(Frozen):
    """One date found for an article: ``rank`` 1 decides before 2; ``found`` names the place ("sidecar", "dateline").

    ``text``: what stands there; ``not_before``, ``not_after``: the days that it allows; ``confidence``: 0..1;
    ``evidence``: in words.
    """

    rank: int
    found: str
    text: str
    not_before: date | None
    not_after: date | None
    confidence: float
    evidence: str

    @property
    def interval(self) -> Interval:
        """The days it allows."""
        return Interval(self.not_before, self.not_after)


class Block(Frozen):
    """A paragraph of the article from ``start`` to ``end``, and its part in it (``kind``).

    ``furniture`` is page decoration, not the article's own words; ``why`` says what shows that.
    """

    kind: Literal["title", "dateline", "body", "furniture"]
    start: int
    end: int
    why: str | None = None


class Article(Frozen):
    """An article as the stages see it.

    ``id``: its name among all of a build; ``path``: of its file.  ``title``, ``url``, ``source`` (who publishes it) and
    ``language`` (ISO 639-1): null where unknown.  ``dct``: when it was written; ``claims``: every date found for it.
    ``blocks`` cover all non-blank ``text`` in order.
    """

    id: str
    path: str | None = None
    title: str | None = None
    url: str | None = None
    source: str | None = None
    language: str | None = None
    dct: Dct = Dct()
    claims: tuple[Claim, ...] = ()
    blocks: tuple[Block, ...] = ()
    text: str


class TimexAnchor(Frozen):
    """What an expression hangs on (``kind``): nothing, the DCT, another expression, an event, or a table row.

    ``text``: what that says; ``start``: where the other expression begins.
    """

    kind: Literal["none", "dct", "timex", "event", "table"]
    text: str | None = None
    start: int | None = None


# TIMEX3 values of which nothing is known but the grain ("the day after the vote"): no part of the calendar.
UNKNOWN_OF_GRAIN = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "year": "XXXX",
}
_COUNTED = ("day", "week", "month", "year")


class Timex(Frozen):
    """A temporal expression (TIMEX3) with the days it can mean.

    ``start``, ``end``, ``text``: where it stands.  ``type``, ``value``, ``mod``: TIMEX3's (DATE, ``2024-10``, START),
    null where they cannot be known.  ``edtf``: the same in ISO 8601-2; ``not_before``, ``not_after``: the first and
    last day that it can mean; all null where it is not placed in time.  ``anchor``: what it hangs on; ``rule``: what
    decided.
    """

    start: int
    end: int
    text: str
    type: TimexType
    value: str | None
    mod: str | None = None
    edtf: str | None = None
    not_before: date | None = None
    not_after: date | None = None
    anchor: Annotated[TimexAnchor, SHARED]
    rule: str

    @property
    def interval(self) -> Interval:
        """The days it can mean; both sides open where it is not placed in time."""
        return Interval(self.not_before, self.not_after)

    @property
    def length(self) -> str | None:
        """The length (TIMEX3) that a DURATION tells, or a period beside an event ("the day after the vote": P1D)."""
        if self.type == "DURATION":
            return self.value
        return next((f"P1{grain[0].upper()}" for grain in _COUNTED if self.value == UNKNOWN_OF_GRAIN[grain]), None)
