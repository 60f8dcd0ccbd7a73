"""A date that is stated of an article, or written into its file, becomes a claim, with its rank and evidence."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from functools import cache

from timeline.articles.written import Order, Written, read_date
from timeline.dateparse import parse_date
from timeline.edtf import Interval
from timeline.errors import ArticleError, DateError
from timeline.models import Claim, Rank
from timeline.tables.confidence import confidence
from timeline.tables.load import read_toml

# From this hour of UTC on, the next day has begun somewhere (UTC+14).
_NEXT_DAY_UTC = 10
# Until this hour the day before has not ended somewhere (UTC-12).
_LAST_DAY_UTC = 12
# How much less a day counts that is told in UTC, which many publishing systems write for publishers elsewhere.
_FOREIGN_ZONE = 0.9


def claim(text: str, rank: Rank, found: str, where: str) -> Claim:
    """Make a claim of a date that the user gave: of its local day, whatever the UTC offset written with it.

    Raises ArticleError, naming ``where`` it stands, if it is no date.
    """
    try:
        interval = parse_date(text).interval
    except DateError as error:
        raise ArticleError(f"{where}: dct: {error}") from error
    return _plain(text, rank, found, interval)


def claim_by_hand(text: str, found: str) -> Claim:
    """Make a claim of what the owner has written by hand about one article, as ``stated`` does; no doubt is raised."""
    try:
        interval = read_date(text).interval
    except DateError as error:
        return _unread(text, Rank.STATED, found, error)
    return _plain(text, Rank.STATED, found, interval)


def stated(  # noqa: PLR0913  (the parts of a claim)
    text: str,
    rank: Rank,
    found: str,
    *,
    latest: bool = False,
    language: str | None = None,
    order: Order | None = None,
) -> Claim:
    """Make a claim of what stands where an article's day should stand; what is no date allows all days, and says so."""
    try:
        return claim_of(text, rank, found, latest=latest, language=language, order=order)
    except DateError as error:
        return _unread(text, rank, found, error)


def _plain(text: str, rank: Rank, found: str, days: Interval) -> Claim:
    return Claim(
        rank=rank,
        found=found,
        text=text,
        not_before=days.not_before,
        not_after=days.not_after,
        confidence=confidence(rank),
        evidence=f"{found}: {text}",
    )


def _unread(text: str, rank: Rank, found: str, error: DateError) -> Claim:
    reason = str(error).partition(";")[0]
    open_ = _plain(text, rank, found, Interval(None, None))
    return open_.model_copy(update={"confidence": 0.0, "evidence": f"{found}: {reason}"})


def claim_of(  # noqa: PLR0913  (the parts of a claim)
    text: str,
    rank: Rank,
    found: str,
    *,
    latest: bool = False,
    language: str | None = None,
    order: Order | None = None,
) -> Claim:
    """Make a claim of a written date.

    ``latest``: the article was first published by then, perhaps earlier.  Raises DateError where it is no date, or one
    that systems write where they know none.
    """
    written = read_date(text, language=language, order=order)
    if is_placeholder(written):
        raise DateError(f"{text!r} is what systems write that know no date")
    low, high = written.interval.not_before, written.interval.not_after
    if latest and high and high < date.max and _is_next_day_elsewhere(written):
        high += timedelta(days=1)  # east of Greenwich it is already tomorrow
    doubtful = not latest and _is_elsewhere(written)
    notes = [note for note in (written.note, "in UTC; the publisher's own day may differ" * doubtful) if note]
    return Claim(
        rank=rank,
        found=found,
        text=text,
        not_before=None if latest else low,
        not_after=high,
        confidence=confidence(rank) * (_FOREIGN_ZONE if doubtful else 1),
        evidence=f"{found}: {text}" + "".join(f" ({note})" for note in notes),
    )


def at_one_place(claims: Iterable[Claim]) -> list[Claim]:
    """Give claims in UTC the local day of the UTC offset that another claim of the same page is written with.

    A page of Tokyo's that says 00:30+09:00 to readers and 15:30Z to machines does not contradict itself.
    """
    listed = list(claims)
    moments = [_moment(one) for one in listed]
    zone = next((moment.tzinfo for moment in moments if moment and moment.utcoffset()), None)
    if zone is None:
        return listed
    return [
        one if moment is None or moment.utcoffset() else _moved(one, moment.astimezone(zone))
        for moment, one in zip(moments, listed, strict=True)
    ]


def _moved(one: Claim, moment: datetime) -> Claim:
    day = moment.date()
    return one.model_copy(
        update={
            "not_before": day if one.not_before else None,
            "not_after": day,
            "evidence": f"{one.found}: {one.text} ({moment:%Y-%m-%d %H:%M} at the page's own offset {moment:%z})",
        }
    )


def _moment(one: Claim) -> datetime | None:
    try:
        # Only the short forms of machines have a moment; others need not be read again.
        return read_date(one.text).moment if one.text[:1].isdigit() or "," in one.text[:5] else None
    except DateError:
        return None


def is_placeholder(written: Written) -> bool:
    """Tell whether it is the zero of some calendar, which databases and spreadsheets show where a date is missing."""
    if written.interval.days != 1:
        return False
    at_utc = written.moment.astimezone(UTC).date() if written.moment else None
    return not placeholders().isdisjoint(map(str, (written.interval.not_before, at_utc)))


@cache
def placeholders() -> frozenset[str]:
    """Return such days, in ISO form."""
    return frozenset(read_toml("dating.toml")["placeholders"]["days"])


def _is_next_day_elsewhere(written: Written) -> bool:
    """Tell whether the next day had already begun at a publisher's, east of Greenwich."""
    moment = written.moment
    return moment is not None and not moment.utcoffset() and moment.hour >= _NEXT_DAY_UTC


def _is_elsewhere(written: Written) -> bool:
    """Tell whether a day told in UTC may be another day at the publisher's place."""
    moment = written.moment
    return moment is not None and not moment.utcoffset() and not _NEXT_DAY_UTC <= moment.hour < _LAST_DAY_UTC
