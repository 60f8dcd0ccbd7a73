"""What the formats tell of an event: the order of the events, and each report with the words of its article."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from timeline.models import ArticleRecord, Mention, MergedEvent, Timeline
from timeline.render import when

# What XML 1.0 and calendars have no form for; a lone carriage return is a line end.
_ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_LINE_END = re.compile(r"\r\n?|[\x85\u2028\u2029]")
_WEB = re.compile(r"https?://[^\s<>\"]+\Z", re.IGNORECASE)


class Report(NamedTuple):
    """A mention with its article, its sentence, and the words of its date (None where it has none of its own)."""

    mention: Mention
    article: ArticleRecord
    sentence: str
    expression: str | None


def articles(timeline: Timeline) -> dict[str, ArticleRecord]:
    """Return the articles by their ids."""
    return {article.id: article for article in timeline.articles}


def shown(timeline: Timeline) -> list[MergedEvent]:
    """Return the events that are no minor ones in order of time, those without a day last."""
    return sorted((*timeline.events, *timeline.undated), key=when.order)


def reports(event: MergedEvent, by_id: Mapping[str, ArticleRecord]) -> list[Report]:
    """Return what tells of the event; nothing for one that a reader added by hand."""
    return [_report(mention, by_id[mention.article]) for mention in event.mentions]


def _report(mention: Mention, article: ArticleRecord) -> Report:
    sentence, timex = mention.sentence, mention.timex
    expression = article.text[timex.start : timex.end] if timex else None
    return Report(mention, article, article.text[sentence.start : sentence.end], expression)


def name(article: ArticleRecord) -> str:
    """Return its title, or what else names it."""
    return article.title or article.path or article.id


def web_address(article: ArticleRecord) -> str | None:
    """Return its URL where that leads into the web: no other may become a link."""
    return article.url if article.url and _WEB.match(article.url) else None


def plain(text: str) -> str:
    """Replace each character that XML cannot hold, and write every line end as one line feed.

    >>> plain("a\\x00b\\r\\nc")
    'a\ufffdb\\nc'
    """
    return _LINE_END.sub("\n", _ILLEGAL.sub("\ufffd", text))


def one_line(text: str) -> str:
    """Write a text plainly in one line.

    >>> one_line(" met\\n\\tagain ")
    'met again'
    """
    return re.sub(r"[ \t\n]+", " ", plain(text)).strip(" ")


def same_length(text: str) -> str:
    """Replace what XML cannot hold character by character, so that offsets stay; a reader turns CR into LF."""
    return _ILLEGAL.sub("\ufffd", text).replace("\r", "\n")
