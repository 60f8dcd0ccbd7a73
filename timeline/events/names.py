"""The people of an article: full names, offices and countries, so that a surname finds its bearer."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from itertools import pairwise

from timeline.events.gazetteer import Hit, in_title_case, party_words, scan, tokens
from timeline.events.lexicon import lexicon
from timeline.models import Article
from timeline.tables.knowledge import Term, tenures
from timeline.tables.load import read_toml


@cache
def _words() -> dict[str, frozenset[str]]:
    return {key: frozenset(cell.split()) for key, cell in read_toml("events/names.toml").items()}


def calendar() -> frozenset[str]:
    """Names of months and days of the week, lower case."""
    return _words()["calendar"]


def directions() -> frozenset[str]:
    """Words that may stand in capitals before a country's name, lower case."""
    return _words()["directions"]


_LONG = 6  # letters of a first name where family names, which come first, are shorter


@dataclass(slots=True)
class Person:
    """Somebody the article names: country ``code`` and PLOVER ``sector``.

    ``first``: where the full name stands; ``titled``: whether an office ever stands with it.
    """

    name: str
    surname: str
    code: str | None = None
    sector: str | None = None
    office: str | None = None
    first: int = 0
    titled: bool = False


@dataclass(slots=True)
class Cast:
    """Everybody an article names, and every mention in the order of the text; ``home``: whose government wrote it."""

    people: dict[str, Person] = field(default_factory=dict)
    mentions: list[tuple[int, int, Person]] = field(default_factory=list)
    places: list[Hit] = field(default_factory=list)
    home: str | None = None

    def at(self, start: int, end: int) -> Person | None:
        """The person mentioned inside a stretch of text, the last one where there are several."""
        found = None
        for a, b, person in self.mentions:
            if a >= end:
                break
            if a >= start and b <= end:
                found = person
        return found

    def before(self, position: int, count: int = 1, code: str | None = None, office: str | None = None) -> list[Person]:
        """The last ``count`` different people mentioned before a position, the nearest first.

        With ``office``, only holders of it and their counterparts, and none where there are fewer.
        """
        found: list[Person] = []
        for a, _, person in reversed(self.mentions):
            if a < position and person not in found and (code is None or person.code == code):
                if office is not None and person.office not in (office, "counterpart"):
                    continue
                found.append(person)
                if len(found) == count:
                    break
        return found if office is None or len(found) == count else []

    def near(self, person: Person, position: int, reach: int) -> bool:
        """Tell whether a person is mentioned at most ``reach`` characters before a position."""
        return any(p is person and position - reach <= a < position for a, _, p in self.mentions)

    def countries_before(self, position: int, count: int = 2, reach: int | None = None) -> list[Hit]:
        """The last different countries named before a position, the nearest first.

        With ``reach``, only those that stand as nouns at most so many characters before.
        """
        found: list[Hit] = []
        for hit in reversed(self.places):
            if hit.name.kind == "body" or hit.name.code in ("IGO", "NGO", "IMG"):
                continue
            if reach is not None and (hit.name.kind in ("demonym", "place") or hit.start < position - reach):
                continue
            if hit.start < position and all(hit.name.code != other.name.code for other in found):
                found.append(hit)
                if len(found) == count:
                    break
        return found


@cache
def _holders() -> dict[str, tuple[Term, ...]]:
    found: dict[str, list[Term]] = {}
    for term in tenures():
        for name in (term.holder, *term.aliases):
            found.setdefault(name, []).append(term)
    return {name: tuple(terms) for name, terms in found.items()}


def _known(name: str, dct: date | None) -> tuple[str, str, str] | None:
    """(full name, country code, office) of a leader of that name, at the article's time where it is known."""
    terms = _holders().get(name)
    if not terms:
        return None
    if dct is not None and " " not in name:
        near = [
            t
            for t in terms
            if (t.start.not_before is None or t.start.not_before.year - 2 <= dct.year)
            and (t.end.not_after is None or t.end.not_after.year + 4 >= dct.year)
        ]
        terms = tuple(near)
    if not terms or len({t.code for t in terms}) > 1:
        return None
    return terms[-1].holder, terms[-1].code, terms[-1].office


def _capital(word: str) -> bool:
    return word[:1].isupper()


def cast(
    text: str,
    dct: date | None = None,
    spans: Iterable[tuple[int, int]] | None = None,
    home: str | None = None,
    authored: bool = False,
) -> Cast:
    """Read the people and places of an article from capital letters, titles and the tables.

    ``home``: the country that the article is written from; officials of no other are its own.  ``authored``: its
    government wrote it; "we" and "the ministry" are its own too.

    >>> c = cast("Japanese Prime Minister Shigeru Ishiba spoke. Ishiba left.")
    >>> [(p.name, p.code) for _, _, p in c.mentions]
    [('Shigeru Ishiba', 'JPN'), ('Shigeru Ishiba', 'JPN')]
    """
    result = Cast(home=home if authored else None)
    stretches = list(spans) if spans is not None else [(0, len(text))]
    runs: list[tuple[list[tuple[str, int, int]], list[tuple[str, int, int]], bool]] = []
    for start, end in stretches:
        hits = list(scan(text, start, end))
        result.places += [h for h in hits if h.name.kind != "feature"]
        taken = {i for h in hits for i in range(h.start, h.end)}
        words = tokens(text, start, end)
        i = 0
        while i < len(words):
            if not _capital(words[i][0]) or words[i][1] in taken:
                i += 1
                continue
            j = i
            while j + 1 < len(words):
                gap = text[words[j][2] : words[j + 1][1]]
                nxt = words[j + 1]
                if nxt[1] in taken or "\n" in gap or gap.strip() not in ("", "-"):
                    break
                if not _capital(nxt[0]) and not (
                    nxt[0].lower() in _words()["particles"] and j + 2 < len(words) and _capital(words[j + 2][0])
                ):
                    break
                if words[j][0].endswith(("'s", "’s")):
                    break
                j += 1
            runs.append((words[max(0, i - 8) : i], words[i : j + 1], i == 0))
            i = j + 1
    _people(text, runs, dct, result)
    result.mentions.sort(key=lambda m: m[0])
    _counterparts(text, result)
    _officials_of_two(text, result)
    if home is not None:
        for person in result.people.values():
            if person.code is None and person.titled and person.sector == "GOV":
                span = next((s for s in stretches if s[0] <= person.first < s[1]), (0, 0))
                codes = {h.name.code for h in result.places if span[0] <= h.start < span[1]}
                if not codes or home in codes:
                    person.code = home
    return result


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
            abroad = line[hits[0].start : hits[0].end] in read_toml("events/gazetteer.toml")["abroad"]["cities"].split(
                ";"
            )
            return (None if abroad else hits[0].name.code), False
    return None, False


_AUTHOR = re.compile(r"\b(?:ministry|government|presidency|embassy|chancellery|cabinet)\b.*\bof\s+(?:the\s+)?$", re.I)


def _counterparts(text: str, found: Cast) -> None:
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


_REACH_OF_PAIR = 500  # characters within which the officials of two countries are named


def _officials_of_two(text: str, found: Cast) -> None:
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


def _strip(run: list[tuple[str, int, int]]) -> tuple[list[tuple[str, int, int]], str | None]:
    """Take titles off the front of a run of capitals; return the name and the office."""
    sectors = lexicon().sectors
    office = None
    cut = 0
    for k, (word, _, _) in enumerate(run):
        low = word.lower().removesuffix("'s")
        low = low if low in sectors else low.removesuffix("s")  # "Presidents Odal and Haas"
        if low in sectors or word.lower() in _words()["titles"]:
            cut = k + 1
            if low in sectors and not (low == "general" and k and run[k - 1][0].lower() in _words()["civil_generals"]):
                office = office if sectors.get(office or "") in ("OPP", "REB") else low
    return run[cut:], office


def _people(
    text: str,
    runs: list[tuple[list[tuple[str, int, int]], list[tuple[str, int, int]], bool]],
    dct: date | None,
    result: Cast,
) -> None:
    surnames: dict[str, Person] = {}
    firsts: dict[str, Person] = {}
    pending: list[tuple[str, int, int, str | None, list[tuple[str, int, int]], bool]] = []
    for before, run, opening in runs:
        name_run, office = _strip(run)
        if not name_run or all(w.lower().rstrip(".") in _words()["calendar"] for w, _, _ in name_run):
            continue
        suffix = len(name_run) > 1 and name_run[-1][0].lower() in _words()["suffixes"]
        last = name_run[-1 - suffix]
        tail = last[0].removesuffix("'s").removesuffix("’s")
        start, end = name_run[0][1], last[1] + len(tail)
        name = text[start:end]
        if suffix:
            end = name_run[-1][2]
        titled = office is not None or _titled(before)
        if any(w.lower() in _words()["things"] for w, _, _ in name_run):
            continue
        if len(name_run) - suffix >= 2:
            person = result.people.get(name)
            known = _known(name, dct) or (_known(text[start:end].rstrip("."), dct) if suffix else None)
            if person is None:
                person = Person(known[0] if known else name, tail, first=start)
                if known:
                    person.code, person.office, person.sector = known[1], known[2], "GOV"
                result.people[name] = person
            _describe(text, person, before, office, start, end, result.places)
            surnames.setdefault(tail, person)
            firsts.setdefault(name_run[0][0].removesuffix("'s").removesuffix("’s"), person)
            result.mentions.append((start, end, person))
        else:
            pending.append((name, start, end, office, before, opening and not titled))
    for person in result.people.values():
        first, _, rest = person.name.partition(" ")
        if person.code in _words()["family_first"] and rest and len(first) < _LONG and "-" not in first:
            person.surname = first
    for name, start, end, office, before, opening in pending:
        person = surnames.get(name)
        if person is None and name in firsts and name not in _words()["common"]:
            person = firsts[name]  # "Yoon Suk Yeol ... Yoon": the family's name comes first
            person.surname = name
        if person is None and (office or not opening or name in _holders()):
            known = _known(name, dct)
            titled = office is not None or _titled(before)
            if known and office in _words()["heads"] and office not in known[2]:
                known = None  # "President Lee" is not the prime minister of that name
            if known and name.lower() not in _words()["calendar"] and (titled or name not in _words()["common"]):
                person = Person(known[0], name, known[1], "GOV", known[2], start)
            elif titled:
                person = Person(name, name, first=start)
            if person is not None:
                surnames[name] = person
                result.people.setdefault(name, person)
        if person is not None:
            _describe(text, person, before, office, start, end, result.places)
            result.mentions.append((start, end, person))


def _titled(before: list[tuple[str, int, int]]) -> bool:
    return bool(before) and before[-1][0].lower() in lexicon().groups["officials"]


def _describe(  # noqa: PLR0913 - the evidence for one person
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
            if not _capital(word) and low not in _words()["titles"]:
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
            if not re.search(rf"[.;!?,]\s|{_APART}", _POST.sub(" ", between)):
                person.code = person.code or hit.name.code
            break
    if person.code is None:
        for hit in places:
            if end < hit.start < end + 70 and _belongs(text[end : hit.start], text[hit.end : hit.end + 40]):
                person.code = hit.name.code
                break


_APART = r"\b(?:and|said|that|with|in|to|for|from|by|on)\b"
_POSTED = re.compile(r"\b(?:ambassador|envoy|consul|attache|commissioner|representative)\s+(?:to|in|at)\s+(?:the\s+)?$")
_POST = re.compile(r"\s(?:ambassador|envoy|consul|attache|commissioner|representative)\s+(?:to|in|at)\b.*$", re.DOTALL)


def _belongs(between: str, after: str) -> bool:
    """Tell whether the words from a name to a country say whose official it is (", the premier of Chad")."""
    sectors = lexicon().sectors
    if re.fullmatch(r"\s+(?:of|from)\s+(?:the\s+)?", between):
        return True
    if re.fullmatch(r",\s+(?:the\s+|an?\s+)?(?:new\s+|former\s+|acting\s+|outgoing\s+)?", between):
        words = re.match(r"(?:['’]s)?((?:\s+[\w-]+){1,4})", after)
        return words is not None and any(w in sectors for w in words.group(1).lower().split())
    office = re.fullmatch(r",\s+((?:the\s+|an?\s+)?(?:[\w'-]+\s+){1,5})(?:of|for)\s+(?:the\s+)?", between)
    if office is None:
        return False
    told = office.group(1).lower().split()
    opens = told[0] in ("the", "a", "an") or told[0] in sectors or told[0] in _words()["titles"]
    return opens and any(w in sectors for w in told)


def definite_person(word: str, cast_: Cast, position: int) -> Person | None:
    """Whom "the Republican" or "the Frenchman" means: the last person of that country named before."""
    code = party_words().get(word)
    if code is None:
        return None
    found = cast_.before(position, 1, code)
    return found[0] if found else None
