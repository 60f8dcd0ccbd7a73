"""The frozen types that pass between the stages, and the shape of every file that is read or written.

Spans are half-open character (code point) offsets into ``Article.text``.  Days are ISO 8601; bounds are inclusive
and ``None`` is an open side.
"""

from timeline.models.annotation import Annotation, Request
from timeline.models.article import Article, Block, Claim, Dct, Rank, Timex, TimexAnchor, TimexType
from timeline.models.base import SCHEMA, Bounds, Span
from timeline.models.corrections import (
    Applied,
    Correction,
    Corrections,
    Description,
    MentionKey,
    Near,
    Placement,
    Quotation,
)
from timeline.models.event import (
    QUADS,
    STATUSES,
    Attribution,
    Certainty,
    Event,
    EventAnchor,
    EventTime,
    Party,
    Place,
    Quad,
    Status,
)
from timeline.models.merged import Conflict, Joined, Mention, MentionTimex, MergedEvent, Stage
from timeline.models.timeline import ArticleRecord, LeftOut, Timeline

__all__ = [
    "QUADS", "SCHEMA", "STATUSES", "Annotation", "Applied", "Article", "ArticleRecord", "Attribution", "Block",
    "Bounds", "Certainty", "Claim", "Conflict", "Correction", "Corrections", "Dct", "Description", "Event",
    "EventAnchor", "EventTime", "Joined", "LeftOut", "Mention", "MentionKey", "MentionTimex", "MergedEvent", "Near",
    "Party", "Place", "Placement", "Quad", "Quotation", "Rank", "Request", "Span", "Stage", "Status", "Timeline",
    "Timex", "TimexAnchor", "TimexType",
]  # fmt: skip
