"""Whether two lists of parties can be the same people, states and bodies."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from timeline.merge.numbers import in_figures
from timeline.merge.table import section
from timeline.models import Party
from timeline.names.countries import called
from timeline.names.leaders import plain
from timeline.names.offices import titles

_TOKEN = re.compile(r"[^\W_]+")


class Who(NamedTuple):
    """A party reduced to what can be compared; ``kind`` "state" is a country, its government or its capital."""

    kind: Literal["name", "state", "anonymous"]
    code: str | None
    tokens: frozenset[str]
    initials: str = ""  # of a body's name of several words


def who(party: Party, *, begins: bool = False) -> Who:
    """Reduce a party: what is left of its name without country, title of office and words such as "government".

    ``begins``: whether a sentence begins with it, so that the capital of its first word tells nothing.

    >>> who(Party(text="Japanese Prime Minister Ishiba", start=0, end=30, code="JPN"))
    Who(kind='name', code='JPN', tokens=frozenset({'ishiba'}), initials='jpmi')
    >>> who(Party(text="the Japanese government", start=0, end=23, code="JPN")).kind
    'state'
    >>> who(Party(text="four Japanese divers", start=0, end=20, code="JPN")).kind  # counted people are no state
    'anonymous'
    """
    words = in_figures(_TOKEN.findall(plain(party.called)))
    left = [word for word in _without_country(words, party.code) if word.casefold() not in _empty_words()]
    untold = begins and len(words) > 1 and left[:1] == words[:1] and party.called == party.text
    telling = left[1:] if untold else left
    if any(_is_capital(word) for word in telling):
        return Who("name", party.code, frozenset(word.casefold() for word in left), _initials(words))
    if party.code and len(left) < len(words) and not any(word.isdigit() for word in left):
        return Who("state", party.code, frozenset())
    return Who("anonymous", party.code, frozenset(word.casefold() for word in left))


def is_described(party: Party) -> bool:
    """Tell whether only an office says who a party is: "Chadian finance minister", "President of Ghana".

    >>> is_described(Party(text="Chadian minister", start=0, end=16, code="TCD"))
    True
    >>> is_described(Party(text="Chad", start=0, end=4, code="TCD"))
    False
    """
    told = {word.casefold() for word in _TOKEN.findall(plain(party.called))}
    return who(party).kind != "name" and not told.isdisjoint(_offices())


def _initials(words: Sequence[str]) -> str:
    return "".join(word[0] for word in words if _is_capital(word)).casefold() if len(words) > 1 else ""


def _is_capital(word: str) -> bool:
    return not (word[0].islower() or word.isdigit())


def _without_country(words: Sequence[str], code: str | None) -> list[str]:
    folded = [word.casefold() for word in words]
    left = list(words)
    for phrase in _own_names(code or ""):
        for at in range(len(folded) - len(phrase) + 1):
            if tuple(folded[at : at + len(phrase)]) == phrase:
                left[at : at + len(phrase)] = [""] * len(phrase)
    return [word for word in left if word]


def alike(one: Who, other: Who) -> float:
    """How well two parties agree, 0..1; 0 means that they differ."""
    how = _alike(one, other)
    return float(section("parties")[how]) if how else 0.0


def _alike(one: Who, other: Who) -> str | None:
    """In which respect two parties agree, as the table names it; None where they differ."""
    if one == other:
        return "same"
    codes, kinds = {one.code, other.code}, {one.kind, other.kind}
    if len(codes - {None}) == 2:
        return None
    if "anonymous" in kinds:
        if _are_as_many(one, other):
            return "as_many"
        strangers = kinds == {"anonymous"} and one.tokens and other.tokens and not one.tokens & other.tokens
        return "strangers" if strangers else "anonymous"
    if len(kinds) == 2:
        return "stands_for" if None not in codes else "perhaps"
    nested = one.tokens <= other.tokens or other.tokens <= one.tokens
    return "same" if nested or _is_short_for(one, other) or _is_short_for(other, one) else None


def _are_as_many(one: Who, other: Who) -> bool:
    """Tell whether both are so many and no name tells who: "five men" and "five Russian spies"."""
    numbers, others = ({token for token in who.tokens if token.isdigit()} for who in (one, other))
    return bool(numbers & others)


def _is_short_for(one: Who, other: Who) -> bool:
    """Tell whether the one is the initials of the other: "IMF"."""
    return len(other.initials) > 1 and one.tokens == {other.initials}


def agreement(ones: Sequence[Who], others: Sequence[Who]) -> float | None:
    """How well two lists agree, 0..1; None where they exclude each other.

    They do where either list names someone whom the other lacks: a meeting of A and B is not one of A and C, but
    "A, B and C met" and "A met B" may be one.
    """
    return _agreement(tuple(ones), tuple(others))


@lru_cache(maxsize=1 << 16)  # the same few meet in every block
def _agreement(ones: tuple[Who, ...], others: tuple[Who, ...]) -> float | None:
    value = section("parties")
    if not ones or not others:
        return float(value["unknown"])
    covers = []
    for some, rest in ((ones, others), (others, ones)):
        best = [max(alike(party, other) for other in rest) for party in some]
        covers.append((min(best) > 0, sum(best) / len(best)))
    if not any(nested for nested, _ in covers):
        return None
    means = sorted(mean for _, mean in covers)
    return float(value["larger"]) * means[0] + (1 - float(value["larger"])) * means[1]


def is_somebody_in_both(ones: Sequence[Who], others: Sequence[Who]) -> bool:
    """Tell whether both lists have one person by name, or so many of whom nobody says who they are."""
    return any(_are_as_many(a, b) or is_one_name(a, b) for a in ones for b in others)


def is_one_name(one: Who, other: Who) -> bool:
    """Tell whether two parties are one by name."""
    return one.kind == other.kind == "name" and alike(one, other) >= section("parties")["same"]


def _tokens(text: str) -> list[str]:
    return [token.casefold() for token in _TOKEN.findall(plain(text))]


@cache
def _own_names(code: str) -> frozenset[tuple[str, ...]]:
    """All that a country is called, as words."""
    return frozenset(tuple(_tokens(name.removeprefix("the "))) for name in called(code))


@cache
def _empty_words() -> frozenset[str]:
    """Words that titles of office and the names of governments are made of: they tell nobody apart."""
    return _offices() | {"the", *section("parties")["bodies"]}


@cache
def _offices() -> frozenset[str]:
    return frozenset(token for title in titles() for token in _tokens(title))
