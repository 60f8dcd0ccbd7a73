"""What binds two mentions that nothing keeps apart: without a common day, like words in articles near to each other."""

from __future__ import annotations

import math
from collections.abc import Mapping

from timeline.merge.parties import agreement, is_somebody_in_both
from timeline.merge.record import Record, country_stems, names_party_of, shared_words
from timeline.merge.stages import are_stages
from timeline.merge.table import section


def binds(one: Record, other: Record, signs: Mapping[str, float]) -> bool:
    """Tell whether enough binds two mentions: a day or like words, and contents of what is done many times a day.

    ``signs``: how well they agree in each respect, by its name.
    """
    if not are_stages(one, other) and _is_timeless(one, other) and not _tell_one(one, other):
        return False
    if _is_loosely_timed(one, other) and not signs["place"] and shared_words(one, other)[0] == 0:
        return False
    if one.type not in section("content")["daily"] or one.article.id == other.article.id or signs["place"]:
        return True
    alike = bool((one.words & other.words) - country_stems())  # that both were in Afghanistan tells little
    if alike or _is_by_and_to_the_same(one, other) or is_somebody_in_both(one.recipients, other.recipients):
        return True
    return names_party_of(one, other) or names_party_of(other, one)


def _is_by_and_to_the_same(one: Record, other: Record) -> bool:
    """Tell whether both name both sides, and each side agrees by more than that it could be anybody."""
    sides = ((one.actors, other.actors), (one.recipients, other.recipients))
    least = float(section("content")["sides"])
    return all(ones and others and (agreement(ones, others) or 0) >= least for ones, others in sides)


def days_apart(one: Record, other: Record) -> float:
    """Days between the articles of two mentions; without end where one has no day."""
    first, second = one.dct.not_before, other.dct.not_before
    return math.inf if first is None or second is None else abs((first - second).days)


def _is_timeless(one: Record, other: Record) -> bool:
    """Tell whether no day binds two mentions of different articles: an open time agrees with nothing by itself."""
    table = section("timeless")
    if one.article.id == other.article.id:
        return False
    lengths = [record.times.days for record in (one, other)]
    if None not in lengths and one.type in table["once"]:
        return False
    if one.begin == other.begin and one.begin.days == 1:
        return False  # "closed on Tuesday" and "closed since Tuesday"
    longest = int(table["longest"])
    return any(length is None or length > longest for length in lengths)


def _is_loosely_timed(one: Record, other: Record) -> bool:
    """Tell whether one article names a day and the other only a month or so of what happens often."""
    if one.article.id == other.article.id or one.type in section("timeless")["once"]:
        return False
    lengths = sorted(record.times.days or 0 for record in (one, other))
    loose = int(section("timeless")["loose"])
    return lengths[0] < loose < lengths[1]


def _tell_one(one: Record, other: Record) -> bool:
    """Tell whether two mentions that no day binds tell one thing in like words, in articles near to each other."""
    table = section("timeless")
    shared, share = shared_words(one, other)
    closed = None not in (one.times.days, other.times.days)
    near = closed or days_apart(one, other) <= table["apart"]
    return one.stem == other.stem and shared >= table["shared"] and share >= table["overlap"] and near
