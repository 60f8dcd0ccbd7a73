"""Which office and country the words around a name give somebody."""

from __future__ import annotations

import re
from itertools import pairwise

from timeline.events.lexicon import lexicon
from timeline.events.parse.inflect import lemmas
from timeline.events.parties.people import Cast, Person
from timeline.events.words import words
from timeline.models import Article
from timeline.names.places import seats_abroad
from timeline.names.scan import Hit, in_title_case, scan

_REACH_OF_PAIR = 500  # characters within which the officials of two countries are named
_APART = r"\b(?:and|said|that|with|in|to|for|from|by|on)\b"
_POSTED = re.compile(r"\b(?:ambassador|envoy|consul|attache|commissioner|representative)\s+(?:to|in|at)\s+(?:the\s+)?$")
_WINDOW = 60
_POSTED_BEFORE = re.compile(
    r"\b(ambassador|envoy|consul|representative)\s+(?:to|in|at)\s+(?:the\s+)?[A-Z][\w.'’ -]*,\s*$"
)
_POST = re.compile(r"\s(?:ambassador|envoy|consul|attache|commissioner|representative)\s+(?:to|in|at)\b.*$", re.DOTALL)
_AUTHOR = re.compile(r"\b(?:ministry|government|presidency|embassy|chancellery|cabinet)\b.*\bof\s+(?:the\s+)?$", re.I)


def home_of(article: Article) -> tuple[str | None, bool]:
    """The country an article is written from, and whether a body of that country is its author.

    Told by the dateline, but for seats of international bodies, or by a title such as "Statement by the Ministry of
    Foreign Affairs of Armenia".
    """
    for block in article.blocks:
        line = in_title_case(article.text[block.start : block.end])
        hits = [h for h in scan(line) if h.name.kind in ("place", "country")]
        if block.kind == "title":
            for hit in hits:
                if _AUTHOR.search(line[: hit.start]):
                    return hit.name.code, True
        if block.kind == "dateline" and hits:
            abroad = line[hits[0].start : hits[0].end] in seats_abroad()
            return (None if abroad else hits[0].name.code), False
    return None, False


def counterparts(text: str, found: Cast) -> None:
    """Give "his Greek and Cypriot counterparts, A and B," their countries in the order told."""
    for one, two in zip(found.places, found.places[1:], strict=False):
        if one.name.kind != "demonym" or two.name.kind != "demonym" or text[one.end : two.start].strip() != "and":
            continue
        office = re.match(r"(?:\s+[\w-]+){0,3}?\s+(\w+)s,?\s+", text[two.end :])
        if office is None or not _is_office(office.group(1).lower()):
            continue
        at = two.end + office.end()
        named = [m for m in found.mentions if m[0] >= at][:2]
        if len(named) == 2 and named[0][0] == at and text[named[0][1] : named[1][0]].strip() == "and":
            for (_, _, person), hit in zip(named, (one, two), strict=True):
                person.code, person.sector = hit.name.code, person.sector or "GOV"


def officials_of_two(text: str, found: Cast) -> None:
    """Where "the foreign ministers of A and B" are soon named and one is known as A's, the other is B's."""
    for one, two in zip(found.places, found.places[1:], strict=False):
        if one.name.code == two.name.code or text[one.end : two.start].strip() not in ("and", "and the"):
            continue
        before = re.search(r"(\w+)s\s+of\s+(?:the\s+)?$", text[max(0, one.start - 40) : one.start])
        behind = re.match(r"(?:\s+\w+){0,2}?\s+(\w+)s\b", text[two.end : two.end + 40])
        office = before if one.name.kind != "demonym" else behind
        if office is None or not _is_office(office.group(1).lower()):
            continue
        named = [m for m in found.mentions if two.end <= m[0] <= two.end + _REACH_OF_PAIR]
        for (_, end, first), (start, _, second) in pairwise(named):
            if text[end:start].strip() != "and":
                continue
            codes = {one.name.code, two.name.code}
            for known, other in ((first, second), (second, first)):
                if known.code in codes and other.code is None:
                    other.code, other.sector = (codes - {known.code}).pop(), other.sector or "GOV"
            break


def _is_office(word: str) -> bool:
    return word in lexicon().groups["officials"] or lexicon().sectors.get(word) == "GOV"


def describe(  # noqa: PLR0913 - the evidence for one person
    text: str,
    person: Person,
    before: list[tuple[str, int, int]],
    office: str | None,
    start: int,
    end: int,
    places: list[Hit],
) -> None:
    """Fill in office and country from the words around a mention."""
    sectors = lexicon().sectors
    posted = _POSTED_BEFORE.search(text[max(0, start - _WINDOW) : start]) if office is None else None
    if posted is not None:
        office = posted.group(1)  # "the French ambassador to Chad, Luc Moreau"
    if office is None:
        for k, (word, _, b) in reversed(list(enumerate(before[-4:]))):
            if re.search(r"[.;:!?]", text[b:start]):
                break
            low = word.lower().removesuffix("'s")
            if low in sectors:
                earlier = before[-4:][k - 1][0].lower() if k else ""
                office = (
                    earlier
                    if sectors.get(earlier) in ("OPP", "REB") or (low == "general" and earlier in sectors)
                    else low
                )
                break
            if not word[:1].isupper() and low not in words("names", "titles"):
                break
    if office is None:
        tail = text[end : end + 60]
        found = re.match(r"\s*,\s+(?:the|a|an)?\s*((?:[\w'.-]+\s+){0,5}?[\w'-]+)\s*(?:,|of\b|who\b)", tail)
        if found:
            for word in found.group(1).lower().split():
                if word in sectors:
                    office = word
    owner = next((h for h in reversed(places) if h.end <= start), None)
    if owner is not None and person.code is None and text[owner.end : start].replace("’", "'") == "'s ":
        person.code = owner.name.code  # "Uganda's Museveni"
    if office is None:
        return
    person.office = person.office or office
    person.sector = person.sector or sectors.get(office)
    person.titled = True
    lead = before[-8][1] if len(before) >= 8 else (before[0][1] if before else start)
    for hit in reversed(places):
        if lead <= hit.start and hit.end <= start:
            between = text[hit.end : start].rstrip().removesuffix(",")
            if ":" in between and text[lead : hit.start].rstrip().endswith(" and"):
                break  # "Chad and Togo: Presidents ..."
            if not between.strip() or _POSTED.search(text[lead : hit.start]):
                continue  # "the French ambassador to Chad, ..."
            if not re.search(rf"[.;!?,]\s|{_APART}", _POST.sub(" ", between)) and not _tells(between):
                person.code = hit.name.code if person.tabled else person.code or hit.name.code
                person.tabled = False
            break
    if person.code is None:
        for hit in places:
            if end < hit.start < end + 70 and _belongs(text[end : hit.start], text[hit.end : hit.end + 40]):
                person.code = hit.name.code
                break


def _tells(between: str) -> bool:
    """Tell whether a verb stands among these words: what is before it is another's ("met Minister")."""
    told = (w for w in between.split() if w.islower() and not w.endswith("ing") and w not in lexicon().sectors)
    return any(lemmas().get(w, w) != w for w in told)


def _belongs(between: str, after: str) -> bool:
    """Tell whether the words from a name to a country say whose official it is (", the premier of Chad")."""
    sectors = lexicon().sectors
    if re.fullmatch(r"\s+(?:of|from)\s+(?:the\s+)?", between):
        return True
    if re.fullmatch(r",\s+(?:the\s+|an?\s+)?(?:new\s+|former\s+|acting\s+|outgoing\s+)?", between):
        behind = re.match(r"(?:['’]s)?((?:\s+[\w-]+){1,4})", after)
        return behind is not None and any(w in sectors for w in behind.group(1).lower().split())
    office = re.fullmatch(r",\s+((?:the\s+|an?\s+)?(?:[\w'-]+\s+){1,5})(?:of|for)\s+(?:the\s+)?", between)
    if office is None:
        return False
    told = office.group(1).lower().split()
    opens = told[0] in ("the", "a", "an") or told[0] in sectors or told[0] in words("names", "titles")
    return opens and any(w in sectors for w in told)
