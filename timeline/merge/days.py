"""Whether the days of two mentions agree, and when differing ones do not keep them apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from timeline.edtf import Interval
from timeline.merge.parties import Who
from timeline.merge.record import Record, shared_words
from timeline.merge.table import section

OPEN = Interval(None, None)


def days(one: Record, other: Record) -> float | None:
    """How well the times of two mentions agree, 0..1; None where they exclude each other."""
    table = section("time")
    pairs = _pairs(one, other)
    values = [_agreement(a, b, table) for a, b in pairs]
    if None not in values:
        return min(value for value in values if value is not None)
    if _all_near(pairs, table["gap"], exact=_once(one, other)):
        return float(table["gap_value"])
    if (headline_of(one, other) or headline_of(other, one)) and _all_near(pairs, table["headline_gap"]):
        return float(table["headline"])
    if is_reported(one, other) or is_reported(other, one):
        return float(table["gap_value"])
    if _retold(one, other) and _all_near(pairs, table["disagree"] - 1):
        return float(table["gap_value"])
    return None


def _once(one: Record, other: Record) -> bool:
    return one.type == other.type and one.type in section("time")["once"]


def _pairs(one: Record, other: Record) -> list[tuple[Interval, Interval]]:
    if one.event.time.kind == other.event.time.kind == "day":
        return [(one.begin, other.begin)]
    if one.event.time.kind == other.event.time.kind:
        return [(one.begin, other.begin), (one.end, other.end)]
    return [(one.times, other.times)]


def headline_of(undated: Record, dated: Record) -> bool:
    """Tell whether a mention without a date of its own stands at the head of the article that dates the other.

    A headline has the whole article to date it, a first paragraph only the headline.
    """
    if (undated.article.id, undated.type) != (dated.article.id, dated.type) or undated.own_date or not dated.own_date:
        return False
    at_head = undated.zone == "title" or (undated.zone, dated.zone) == ("lead", "title")
    places, others = _places(undated), _places(dated)
    return at_head and (not places or not others or bool(places & others)) and not speaks_of_another(undated)


def is_reported(news: Record, dated: Record) -> bool:
    """Tell whether one article tells as done, without a day, what was done some days before by another.

    Type and parties agree, and words around it or two countries; nothing of it is done daily.
    """
    table = section("reported")
    if news.article.id == dated.article.id or news.type != dated.type or not _is_soon_after(news, dated):
        return False
    if speaks_of_another(news) or speaks_of_another(dated):
        return False
    shared, share = shared_words(news, dated)
    least = 1 if news.type in section("retold")["types"] else table["shared"]
    alike = shared >= least and share >= table["overlap"]
    if news.type in section("content")["daily"]:
        return alike and all(_are_named(side) for side in (news.actors, news.recipients, dated.recipients))
    return _share_parties(news, dated, 2) or (alike and _share_parties(news, dated, 1))


def _is_soon_after(news: Record, dated: Record) -> bool:
    """Tell whether an article tells as news what another dates to one of the days before it."""
    if not dated.own_date or not news.is_news:
        return False
    told, done = news.dct.not_before, dated.begin
    if done.days != 1 or told is None or done.not_before is None:
        return False
    return 0 < (told - done.not_before).days <= int(section("reported")["days"])


def _are_named(parties: Sequence[Who]) -> bool:
    return any(party.kind != "anonymous" for party in parties)


def _retold(one: Record, other: Record) -> bool:
    """Tell whether two articles tell one thing and only disagree on its day.

    They do where type, parties and place agree, or instead of the place the verb and the words around it, and where
    neither speaks of one more time.  Who wrote before the later of the two days cannot have told what happened then.
    """
    table = section("retold")
    if one.article.id == other.article.id or one.type != other.type or one.type not in table["types"]:
        return False
    dated = all(record.own_date and not speaks_of_another(record) for record in (one, other))
    if not dated or _too_early(one, other) or not _share_parties(one, other, table["parties"]):
        return False
    places, others = _places(one), _places(other)
    if places and others:
        return bool(places & others)
    shared, share = shared_words(one, other)
    return one.stem == other.stem and shared >= table["shared"] and share >= table["overlap"]


def _share_parties(one: Record, other: Record, least: int) -> bool:
    """Tell whether one mention has all the countries of the other, so many at least."""
    codes, others = _codes(one), _codes(other)
    return (codes <= others or others <= codes) and len(codes & others) >= least


def _codes(record: Record) -> set[str]:
    return {party.code for party in (*record.actors, *record.recipients) if party.code}


def _places(record: Record) -> set[str]:
    return {place.text.casefold() for place in record.event.places}


def speaks_of_another(record: Record) -> bool:
    """Tell whether the sentence speaks of one more event of the kind: "met again", "a second round"."""
    sentence = record.event.sentence
    words = record.article.text[sentence.start : sentence.end].casefold().split()
    return any(word.strip(",.;:\"'“”‘’()") in section("retold")["another"] for word in words)


def _too_early(one: Record, other: Record) -> bool:
    if "occurred" not in (one.event.status, other.event.status):
        return False
    later = max((record.begin.not_before for record in (one, other) if record.begin.not_before), default=None)
    written = [record.dct.not_after or record.dct.day for record in (one, other)]
    return any(later is not None and day is not None and day < later for day in written)


def _agreement(one: Interval, other: Interval, table: Mapping[str, Any]) -> float | None:
    both = one.intersect(other)
    if both is None:
        return None
    if OPEN in (one, other):
        return float(table["open"])
    if one == other:
        return float(table["equal" if one.days == 1 else "alike"])
    if one.days is None or other.days is None:
        return float(table["half_open"])
    return float(table["inside"] if both in (one, other) else table["overlap"])


def _all_near(pairs: Iterable[tuple[Interval, Interval]], gap: int, *, exact: bool = True) -> bool:
    return all(_near(one, other, gap, exact=exact) for one, other in pairs)


def _near(one: Interval, other: Interval, gap: int, *, exact: bool) -> bool:
    """Tell whether few days lie between; two exact days only count where ``exact`` says so."""
    if one.intersect(other) is not None:
        return True
    if one.days == 1 and other.days == 1 and not exact:
        return False
    earlier, later = sorted((one, other), key=lambda interval: interval.not_after or interval.not_before)  # type: ignore[arg-type,return-value]
    if earlier.not_after is None or later.not_before is None:
        return False
    return (later.not_before - earlier.not_after).days - 1 <= gap
