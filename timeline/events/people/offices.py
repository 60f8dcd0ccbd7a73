"""Which office and country the words around a name give somebody."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from timeline.events.lexicon import lexicon
from timeline.events.parse.inflect import lemmas
from timeline.events.people.capitals import Name
from timeline.events.people.draft import Draft
from timeline.events.words import words
from timeline.names.scan import Hit

_WORDS_BEFORE = 4  # words before a name in which its office stands
# Characters in which an office or its country stands.
_BEFORE, _BEHIND, _COUNTRY_BEHIND, _OFFICE_OF_COUNTRY, _OFFICE_OF_WHAT = 60, 60, 70, 40, 80


def describe(text: str, draft: Draft, name: Name, places: Sequence[Hit]) -> None:
    """Fill in somebody's office and country from the words around a mention."""
    office = name.office or next((found for tell in _OFFICES if (found := tell(text, name)) is not None), None)
    draft.code = draft.code or _possessor(text, name, places)
    if office is None:
        return
    draft.office = draft.office or office
    draft.sector = draft.sector or lexicon().sectors.get(office)
    draft.is_titled = True
    before = _country_before(text, name, places)
    if before is not None:
        draft.code = before if draft.is_tabled else draft.code or before
        draft.is_tabled = False
    draft.code = draft.code or _country_behind(text, name, places)


def _posted(text: str, name: Name) -> str | None:
    """The office of somebody posted abroad: "the French ambassador to Chad, Luc Moreau"."""
    found = _posted_before().search(text[max(0, name.start - _BEFORE) : name.start])
    return found.group(1) if found else None


def _office_before(text: str, name: Name) -> str | None:
    """The office in the words before a name: "the Estonian trade minister Ines Haas"."""
    near = name.before[-_WORDS_BEFORE:]
    for k in reversed(range(len(near))):
        word, _, end = near[k]
        low = word.lower().removesuffix("'s")
        if re.search(r"[.;:!?]", text[end : name.start]):
            return None
        if low in words("offices", "bodies"):
            return None
        if low in lexicon().sectors:
            return _whole_office(low, near[k - 1][0].lower() if k else "")
        if not word[:1].isupper() and low not in words("names", "titles"):
            return None
    return None


def _whole_office(office: str, before: str) -> str:
    """An office, or the word before it where that tells more ("rebel leader", "attorney general")."""
    sectors = lexicon().sectors
    more = sectors.get(before) in ("OPP", "REB") or (office == "general" and before in sectors)
    return before if more else office


def _office_behind(text: str, name: Name) -> str | None:
    """The office in an apposition: "Ines Haas, the trade minister of Estonia"."""
    behind = text[name.end : name.end + _BEHIND]
    found = re.match(r"\s*,\s+(?:the|a|an)?\s*((?:[\w'.-]+\s+){0,5}?[\w'-]+)\s*(?:,|of\b|who\b)", behind)
    told = found.group(1).lower().split() if found else []
    return next((word for word in reversed(told) if word in lexicon().sectors), None)


def _office_of(text: str, name: Name) -> str | None:
    """The office of somebody named behind what it is of: "the leader of the Homeland List, Rein Dahl,"."""
    found = _office_of_what().search(text[max(0, name.start - _OFFICE_OF_WHAT) : name.start])
    return found.group(1) if found and found.group(1) in lexicon().sectors else None


# In this order: the first that finds an office tells it.
_OFFICES = (_posted, _office_before, _office_behind, _office_of)


def _possessor(text: str, name: Name, places: Sequence[Hit]) -> str | None:
    """The country in "Uganda's Museveni"."""
    owner = next((h for h in reversed(places) if h.end <= name.start), None)
    owns = owner is not None and text[owner.end : name.start].replace("’", "'") == "'s "
    return owner.name.code if owner is not None and owns else None


def _country_before(text: str, name: Name, places: Sequence[Hit]) -> str | None:
    """The country in the words before a name and its titles: "Estonian trade minister Ines Haas"."""
    lead = name.before[0][1] if name.before else name.start
    for hit in reversed(places):
        if hit.start < lead or hit.end > name.start:
            continue
        between = text[hit.end : name.start].rstrip().removesuffix(",")
        if ":" in between and text[lead : hit.start].rstrip().endswith(" and"):
            return None  # "Chad and Togo: Presidents ..."
        if not between.strip() and _official_of().search(text[lead : hit.start]):
            return hit.name.code
        if not between.strip() or _posted_to().search(text[lead : hit.start]):
            continue  # "the French ambassador to Chad, ..."
        return None if _is_apart(between) else hit.name.code
    return None


def _is_apart(between: str) -> bool:
    """Tell whether a country and a name with these words between them have nothing to do with each other."""
    clause = _post().sub(" ", between)
    return re.search(r"[.;!?,]\s", clause) is not None or _apart().search(clause) is not None or _has_verb(between)


def _has_verb(between: str) -> bool:
    """Tell whether a verb stands among these words: what is before it is another's ("met Minister")."""
    told = (w for w in between.split() if w.islower() and not w.endswith("ing") and w not in lexicon().sectors)
    return any(lemmas().get(w, w) != w for w in told)


def _country_behind(text: str, name: Name, places: Sequence[Hit]) -> str | None:
    """The country in the words behind a name: "Ines Haas, the trade minister of Estonia"."""
    for hit in places:
        between, behind = text[name.end : hit.start], text[hit.end : hit.end + _OFFICE_OF_COUNTRY]
        if name.end < hit.start < name.end + _COUNTRY_BEHIND and any(tell(between, behind) for tell in _BELONGING):
            return hit.name.code
    return None


def _is_of(between: str, behind: str) -> bool:
    """Tell whether it is "Minister Ana Pires of Brazil"."""
    return re.fullmatch(r"\s+(?:of|from)\s+(?:the\s+)?", between) is not None


def _has_office_behind(between: str, behind: str) -> bool:
    """Tell whether it is "Ines Haas, the new Estonian minister" or "Ines Haas, Estonia's minister"."""
    office = re.match(r"(?:['’]s)?((?:\s+[\w-]+){1,4})", behind)
    opens = _apposition().fullmatch(between) is not None
    return opens and office is not None and _names_office(office.group(1))


def _has_office_between(between: str, behind: str) -> bool:
    """Tell whether it is "Ines Haas, the trade minister of Estonia"."""
    office = re.fullmatch(r",\s+((?:the\s+|an?\s+)?(?:[\w'-]+\s+){1,5})(?:of|for)\s+(?:the\s+)?", between)
    if office is None:
        return False
    first = office.group(1).lower().split()[0]
    opens = first in ("the", "a", "an") or first in lexicon().sectors or first in words("names", "titles")
    return opens and _names_office(office.group(1))


def _names_office(phrase: str) -> bool:
    return any(word in lexicon().sectors for word in phrase.lower().split())


# How the words from a name to a country, and behind it, say whose official somebody is.
_BELONGING = (_is_of, _has_office_behind, _has_office_between)


def _any_of(name: str) -> str:
    return "|".join(sorted(words("offices", name)))


@cache
def _apart() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any_of('apart')})\b")


@cache
def _apposition() -> re.Pattern[str]:
    return re.compile(rf",\s+(?:the\s+|an?\s+)?(?:(?:{_any_of('in_time')})\s+)?")


@cache
def _official_of() -> re.Pattern[str]:
    """An office before its country ("the prime minister of Estonia, Ines Haas,")."""
    return re.compile(rf"\b(?:{'|'.join(sorted(lexicon().groups['officials']))})\s+of\s+(?:the\s+)?$")


@cache
def _posted_to() -> re.Pattern[str]:
    """The post before the country it is at."""
    return re.compile(rf"\b(?:{_any_of('posts')})\s+(?:to|in|at)\s+(?:the\s+)?$")


@cache
def _office_of_what() -> re.Pattern[str]:
    """An office and what it is of, before a name in apposition."""
    return re.compile(
        r"\b([a-z]+)\s+of\s+(?:the\s+)?[\w'’-]+(?:\s+(?:(?:of|for|and)\s+(?:the\s+)?)?[\w'’-]+){0,4},\s*$"
    )


@cache
def _posted_before() -> re.Pattern[str]:
    """The post and where it is before a name in apposition."""
    return re.compile(rf"\b({_any_of('posts')})\s+(?:to|in|at)\s+(?:the\s+)?[A-Z][\w.'’ -]*,\s*$")


@cache
def _post() -> re.Pattern[str]:
    """The post and all that follows."""
    return re.compile(rf"\s(?:{_any_of('posts')})\s+(?:to|in|at)\b.*$", re.DOTALL)
