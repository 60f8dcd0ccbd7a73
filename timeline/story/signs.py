"""Signs of how much an event matters: one function for each row of the table, in the table's words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from math import log1p
from typing import NamedTuple

from timeline.errors import TableError
from timeline.models import Mention, MergedEvent, Party
from timeline.names.leaders import offices_held, plain
from timeline.story.corpus import NONE, Corpus
from timeline.story.table import NAME, table


class Told(NamedTuple):
    """An event with what all articles of its story tell; ``day``: the one on which it was, None where it is not one."""

    event: MergedEvent
    corpus: Corpus
    day: date | None


Sign = Callable[[Told], float]
SIGNS: dict[str, Sign] = {}


def log_odds(told: Told) -> float:
    """Return the log odds that a journalist's timeline has the event."""
    given = weights()
    return given["always"] + sum(given[name] * sign(told) for name, sign in SIGNS.items())


@cache
def weights() -> dict[str, float]:
    """The weight of each sign, and of none as ``always``.

    Raises TableError where a row has no function or a function no row.
    """
    found = {name: float(row["weight"]) for name, row in table("signs").items()}
    strange = sorted(found.keys() ^ {"always", *SIGNS})
    if strange:
        raise TableError(f"{NAME}: row or function missing for {strange}")
    return found


def _sign(name: str) -> Callable[[Sign], Sign]:
    def register(function: Sign) -> Sign:
        SIGNS[name] = function
        return function

    return register


# What the corpus tells.  Ten articles are not ten times as much as one: numbers count by their logarithm.


@_sign("day-named")
def _day_named(t: Told) -> float:
    return log1p(len(t.corpus.naming.get(t.day, NONE))) if t.day else 0.0


@_sign("day-named-with-actor")
def _day_named_with_actor(t: Told) -> float:
    return log1p(len(t.corpus.naming_actors.get(t.day, NONE))) if t.day else 0.0


@_sign("day-told")
def _day_told(t: Told) -> float:
    return log1p(len(t.corpus.telling.get(t.day, NONE))) if t.day else 0.0


@_sign("articles")
def _articles(t: Told) -> float:
    return log1p(len({mention.article for mention in t.event.mentions}) - 1) if t.event.mentions else 0.0


@_sign("still-told")
def _still_told(t: Told) -> float:
    last = t.event.time.end.not_after
    if last is None:
        return 0.0
    written = {day for mention in t.event.mentions if (day := _written(t, mention)) is not None}
    return log1p(sum((day - last).days > 1 for day in written))


def _written(t: Told, mention: Mention) -> date | None:
    return t.corpus.articles[mention.article].dct.day


@_sign("outside")
def _outside(t: Told) -> float:
    last = t.event.time.interval.not_after
    return float(last is not None and not t.corpus.written.contains(last))


# How it is told.


@_sign("top")
def _top(t: Told) -> float:
    return float(_any(t, "headline", "lead"))


@_sign("main-clause")
def _main_clause(t: Told) -> float:
    return float(_any(t, "main-clause"))


@_sign("own-date")
def _own_date(t: Told) -> float:
    return float(any(mention.timex is not None for mention in t.event.mentions))


@_sign("day-by-default")
def _day_by_default(t: Told) -> float:
    return float(_any(t, "news-of-the-day"))


@_sign("planned")
def _planned(t: Told) -> float:
    return float(t.event.status in ("scheduled", "pledged"))


@_sign("unreal")
def _unreal(t: Told) -> float:
    return float(t.event.status in ("hypothetical", "negated", "cancelled", "attempted"))


def _any(t: Told, *features: str) -> bool:
    return any(name in mention.features for mention in t.event.mentions for name in features)


# What it is, and whose.


@_sign("office")
def _office(t: Told) -> float:
    return float(t.event.type in _kind("office"))


@_sign("violence")
def _violence(t: Told) -> float:
    return float(t.event.type in _kind("violence"))


@_sign("speech")
def _speech(t: Told) -> float:
    return float(t.event.type in _kind("speech"))


@_sign("rank")
def _rank(t: Told) -> float:
    parties = (*t.event.actors, *t.event.recipients)
    others = (party for party in parties if not any(actor.is_party(party) for actor in t.corpus.actors))
    return max(map(_rank_of, others), default=0.0)


def _rank_of(party: Party) -> float:
    offices, ranks = offices_held().get(plain(party.called).casefold()), table("rank")
    if offices:
        return float(ranks["official" if offices.isdisjoint(ranks["heads"]) else "head"])
    if party.code:
        return float(ranks["state"])
    return float(ranks["named"] if any(letter.isupper() for letter in party.text) else 0.0)


def _kind(name: str) -> frozenset[str]:
    return frozenset(table("kinds")[name])
