"""A URL or file name to the day it bears: stories are filed and named by the day, or by the one after."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from timeline import edtf
from timeline.articles.examples import Pattern, patterns
from timeline.edtf import Interval
from timeline.models import Article, Claim, Rank
from timeline.tables.confidence import confidence
from timeline.tables.load import read_toml

TABLE = "addresses.toml"
# A checksum may hold eight figures that look like a day.
_CHECKSUM = re.compile(r"(?<![0-9a-zA-Z])(?=[0-9a-fA-F]*[a-fA-F])[0-9a-fA-F]{16,}(?![0-9a-zA-Z])")


@cache
def _months() -> dict[str, int]:
    """Numbers of the months by the short names that addresses give them."""
    return {name: number for number, name in enumerate(read_toml(TABLE)["months"], 1)}


def claims(article: Article) -> tuple[Claim, ...]:
    """Claim the day, or the month, that an article's URL and path bear; a file of several articles says nothing."""
    places = (("URL", article.url), ("file name", None if _one_of_several(article) else article.path))
    return tuple(claim for found, text in places if text and (claim := _claim(found, text)))


def _one_of_several(article: Article) -> bool:
    return article.path is not None and article.id.startswith(f"{article.path}#")


def _claim(found: str, address: str) -> Claim | None:
    interval = day_in(address)
    if interval is None or interval.not_before is None:
        return None
    one_day = interval.days == 1
    return Claim(
        rank=Rank.ADDRESS,
        found=found,
        text=address,
        # Night stories bear the day on which they appear.
        not_before=interval.not_before - timedelta(days=1) if one_day else interval.not_before,
        not_after=interval.not_after,
        confidence=confidence(Rank.ADDRESS),
        evidence=f"{found}: {address}",
    )


def day_in(address: str) -> Interval | None:
    """Return the day or month that an address bears; None where it bears none, or several.

    >>> day_in("world/20241107-talks.txt").not_before
    datetime.date(2024, 11, 7)
    """
    text = _CHECKSUM.sub("", address)
    for pattern in patterns(TABLE):
        days = set(_days(pattern, text))
        if days:
            return days.pop() if len(days) == 1 else None
    return None


def _days(pattern: Pattern, text: str) -> Iterator[Interval]:
    for found in pattern.expression.finditer(text):
        parts = found.groupdict()
        year = int(parts["y"]) if parts.get("y") else edtf.full_year(int(parts["yy"]))
        month = int(parts["m"]) if parts.get("m") else _months()[parts["mon"]]
        if not parts.get("d"):
            yield edtf.month(year, month)
            continue
        try:
            yield edtf.day(date(year, month, int(parts["d"])))
        except ValueError:
            continue
