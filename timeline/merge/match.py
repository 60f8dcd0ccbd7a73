"""Two mentions: the same event or not, with a score and the signs it is made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from timeline.merge.binding import binds, days_apart
from timeline.merge.contents import are_of_one_count, is_one_matter, is_same_sentence, lead, words
from timeline.merge.copies import is_at_same_place, is_copied
from timeline.merge.days import days
from timeline.merge.parties import Who, agreement, is_one_name
from timeline.merge.record import Record
from timeline.merge.stages import are_stages, follows
from timeline.merge.table import section, threshold
from timeline.models import Place
from timeline.names.countries import country_names


class Match(NamedTuple):
    """``score`` 0..1; ``signs``: how well the two agree in each respect, 0..1; ``veto``: the one that excludes it."""

    score: float
    signs: Mapping[str, float]
    veto: str | None

    @property
    def same(self) -> bool:
        """Whether the two are taken for one event."""
        return self.veto is None and self.score >= threshold()


def match(one: Record, other: Record) -> Match:
    """Compare two mentions; the order of the two does not matter.

    Some differences exclude that they are one event, however much else agrees: type, status (planned and occurred,
    negated and occurred), mode, parties, days that do not meet, and, for what is said many times a day, the contents.
    """
    if other.key < one.key:
        one, other = other, one
    if _retells(one, other):
        return Match(1.0, {"retelling": 1.0}, None)
    if is_copied(one, other) and (one.stem != other.stem or is_at_same_place(one, other)):
        return _copy(one, other)
    signs: dict[str, float] = {}
    for name, compare in (_COMPARE_STAGES if are_stages(one, other) else _COMPARE).items():
        value = compare(one, other)
        if value is None:
            return Match(0.0, signs, name)
        signs[name] = value
    if not binds(one, other, signs):
        return Match(0.0, signs, None)
    return Match(round(sum(_weight(name) * value for name, value in signs.items()), 6), signs, None)


def _weight(sign: str) -> float:
    """What a sign counts for; to be at fitting stages counts for what time and status do otherwise."""
    weights = section("weights")
    return float(weights["time"] + weights["status"] if sign == "stage" else weights.get(sign, 0.0))


def _retells(one: Record, other: Record) -> bool:
    """Tell whether an article tells one event by both."""
    told_again = one.event.retells is not None or other.event.retells is not None
    return told_again and one.article.id == other.article.id and one.first == other.first


def _copy(one: Record, other: Record) -> Match:
    """Two mentions in a copied sentence: one event where they are the same word of it and no day keeps them apart.

    What has no day in a sentence that papers print again and again is one event only in articles near to each other.
    """
    if one.stem != other.stem or (one.type, one.event.status) != (other.type, other.event.status):
        return Match(0.0, {}, "copy")
    if _parties(one, other) is None:
        return Match(0.0, {}, "parties")
    if not (one.own_date or other.own_date) and days_apart(one, other) <= section("copies")["days"]:
        return Match(1.0, {"copy": 1.0}, None)
    is_open = one.times != other.times and None in (one.times.days, other.times.days)
    far = is_open and days_apart(one, other) > section("timeless")["apart"]
    return Match(0.0, {}, "time") if far or days(one, other) is None else Match(1.0, {"copy": 1.0}, None)


def _type(one: Record, other: Record) -> float | None:
    if one.article.id == other.article.id and (one.event.start, one.event.end) == (other.event.start, other.event.end):
        return None  # two readings of one word are two events: sentenced is SANCTION and COERCE
    if one.type == other.type:
        return 1.0
    types = section("types")
    found = types.get(one.type, {}).get(other.type) or types.get(other.type, {}).get(one.type)
    if not found and _paired(section("kin")["pairs"], one.type, other.type) and is_one_matter(one, other):
        found = section("kin")["counted" if are_of_one_count(one, other) else "value"]
    return float(found) if found else None


def _mode(one: Record, other: Record) -> float | None:
    table, first, second = section("modes"), one.event.mode, other.event.mode
    if first is None or second is None or one.type != other.type:
        return float(table["unknown"])
    if first == second:
        return float(table["equal"])
    return float(table["close"]) if _paired(table["alike"], first, second) else None


def _paired(pairs: Sequence[Sequence[str]], first: str, second: str) -> bool:
    return [first, second] in pairs or [second, first] in pairs


def _status(one: Record, other: Record) -> float | None:
    table, first, second = section("status"), one.event.status, other.event.status
    if first == second:
        return float(table["equal"])
    if any(first in group and second in group for group in table["groups"]):
        return float(table["group"])
    return float(table["close"]) if _paired(table["alike"], first, second) else None


def _parties(one: Record, other: Record) -> float | None:
    roles = section("roles")
    if one.countries or other.countries:
        return float(section("parties")["named" if _names_same_countries(one, other) else "unknown"])
    if one.type in roles["directed"] and other.type in roles["directed"]:
        return _by_side(one, other)
    if one.type in roles["appointing"] and (_appoints(one, other) or _appoints(other, one)):
        return None
    ones, others = (*one.actors, *one.recipients), (*other.actors, *other.recipients)
    value = agreement(ones, others)
    if value is None or one.type not in roles["mutual"]:
        return value
    if one.type == other.type and _delegates(ones, others):
        return max(value, float(roles["delegates"]))
    return min(value, float(roles["alone"])) if min(len(ones), len(others)) == 1 else value


def _appoints(one: Record, other: Record) -> bool:
    """Tell whether somebody names or dismisses another in the one who is named or dismissed himself in the other."""
    himself = any(is_one_name(a, b) for a in one.actors for b in other.recipients)
    return (
        himself
        and bool(one.recipients)
        and not any(is_one_name(a, b) for a in one.recipients for b in other.recipients)
    )


def _names_same_countries(one: Record, other: Record) -> bool:
    """Tell whether the sentence of a mention without parties names the countries of the other's, or both the same."""
    return _codes(one) == _codes(other)


def _codes(record: Record) -> frozenset[str]:
    parties = (*record.actors, *record.recipients)
    return record.countries or frozenset(party.code for party in parties if party.code)


def _by_side(one: Record, other: Record) -> float | None:
    """The mean agreement of the sides that are told, for types in which actor and recipient differ."""
    acting, receiving = agreement(one.actors, other.actors), agreement(one.recipients, other.recipients)
    if acting is None or receiving is None:
        return None
    told = [acting] * bool(one.actors or other.actors) + [receiving] * bool(one.recipients or other.recipients)
    return sum(told) / len(told) if told else acting


def _delegates(ones: Sequence[Who], others: Sequence[Who]) -> bool:
    """Tell whether one list names the people and the other the countries that they stand for, the same two or more."""
    kinds = {frozenset(party.kind for party in ones), frozenset(party.kind for party in others)}
    codes = {frozenset(party.code for party in ones), frozenset(party.code for party in others)}
    people_and_states = kinds == {frozenset({"name"}), frozenset({"state"})}
    return people_and_states and len(codes) == 1 and None not in (both := next(iter(codes))) and len(both) > 1


def _trigger(one: Record, other: Record) -> float:
    table = section("trigger")
    if one.stem == other.stem:
        return float(table["equal"])
    near = one.stem in other.words or other.stem in one.words
    return float(table["near"]) if near and not is_same_sentence(one, other) else 0.0


def _place(one: Record, other: Record) -> float | None:
    """Whether both were in the same place; None where both are told and none agrees, unless it is only said there."""
    ones, others = one.event.places, other.event.places
    if not ones or not others or one.type in section("content")["types"]:
        return 0.0
    if any(_is_same_place(a, b) for a in ones for b in others):
        return 1.0
    return 0.0 if any(_may_lie_in(a, b) or _may_lie_in(b, a) for a in ones for b in others) else None


def _may_lie_in(town: Place, country: Place) -> bool:
    """Tell whether nobody knows in which country a town lies that another article may tell."""
    return town.code is None and country.text.removeprefix("the ") in country_names()


def _is_same_place(one: Place, other: Place) -> bool:
    """Tell whether two places are one, or one is the country that the other lies in."""
    if one.text.casefold() == other.text.casefold():
        return True
    is_country = any(place.text.removeprefix("the ") in country_names() for place in (one, other))
    return is_country and one.code is not None and one.code == other.code


def _stage(one: Record, other: Record) -> float | None:
    return 1.0 if follows(one, other) else None


_COMPARE = {
    "type": _type,
    "status": _status,
    "time": days,
    "mode": _mode,
    "parties": _parties,
    "words": words,
    "trigger": _trigger,
    "lead": lead,
    "place": _place,
}
# Where the two tell an event at two of its stages, neither statuses nor days need be alike.
_COMPARE_STAGES = {
    "type": _type,
    "stage": _stage,
    **{name: compare for name, compare in _COMPARE.items() if name not in ("type", "status", "time")},
}
