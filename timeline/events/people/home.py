"""Where an article is written, and whether a government wrote it."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from timeline.events.words import words
from timeline.models import Article
from timeline.names.places import seats_abroad
from timeline.names.scan import Hit, in_title_case, scan


class Home(NamedTuple):
    """The country an article is written from, and whether a body of that country is its author."""

    country: str | None
    is_author: bool


def home_of(article: Article) -> Home:
    """Where an article is written.

    Told by the dateline, but for seats of international bodies, or by a title such as "Statement by the Ministry of
    Foreign Affairs of Armenia".
    """
    for block in article.blocks:
        if block.kind not in ("title", "dateline"):
            continue
        line = in_title_case(article.text[block.start : block.end])
        hits = [h for h in scan(line) if h.name.kind in ("place", "country")]
        if block.kind == "title" and (author := _author(line, hits)) is not None:
            return Home(author.name.code, True)
        if block.kind == "dateline" and hits:
            city = line[hits[0].start : hits[0].end]
            return Home(None if city in seats_abroad() else hits[0].name.code, False)
    return Home(None, False)


def _author(title: str, hits: list[Hit]) -> Hit | None:
    return next((hit for hit in hits if _body_of().search(title[: hit.start])), None)


@cache
def _body_of() -> re.Pattern[str]:
    """What stands before a country whose body is an author ("the Ministry of Foreign Affairs of")."""
    bodies = "|".join(sorted(words("offices", "authors")))
    return re.compile(rf"\b(?:{bodies})\b.*\bof\s+(?:the\s+)?$", re.IGNORECASE)
