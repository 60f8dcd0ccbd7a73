"""Full names, surnames and titles in running text: who is who in an article."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache

from timeline.events.lexicon import lexicon
from timeline.events.parties.offices import counterparts, describe, officials_of_two
from timeline.events.parties.people import Cast, Person
from timeline.events.words import words
from timeline.names.scan import scan, tokens
from timeline.tables.knowledge import Term, tenures

_LONG = 6  # letters of a first name where family names, which come first, are shorter


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
    if dct is not None and len({t.code for t in terms}) > 1:
        terms = _last_begun(terms, dct, one=" " in name)
    if not terms or len({t.code for t in terms}) > 1:
        return None
    return terms[-1].holder, terms[-1].code, terms[-1].office


def _last_begun(terms: tuple[Term, ...], dct: date, one: bool) -> tuple[Term, ...]:
    """Terms that run on a day; ``one`` person is also what he or she became last before it (Guterres of Portugal)."""
    running = tuple(t for t in terms if t.span.contains(dct))
    begun = [t for t in terms if t.start.not_before is not None and t.start.not_before <= dct]
    return running or (tuple(begun and [max(begun, key=lambda t: t.start.not_before or dct)]) if one else terms)


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
        stretch = tokens(text, start, end)
        i = 0
        while i < len(stretch):
            if not _capital(stretch[i][0]) or stretch[i][1] in taken:
                i += 1
                continue
            j = i
            while j + 1 < len(stretch):
                gap = text[stretch[j][2] : stretch[j + 1][1]]
                nxt = stretch[j + 1]
                if nxt[1] in taken or "\n" in gap or gap.strip() not in ("", "-"):
                    break
                if not _capital(nxt[0]) and not (
                    nxt[0].lower() in words("names", "particles")
                    and j + 2 < len(stretch)
                    and _capital(stretch[j + 2][0])
                ):
                    break
                if stretch[j][0].endswith(("'s", "’s")):
                    break
                j += 1
            runs.append((stretch[max(0, i - 8) : i], stretch[i : j + 1], i == 0))
            i = j + 1
    _people(text, runs, dct, result)
    result.mentions.sort(key=lambda m: m[0])
    counterparts(text, result)
    officials_of_two(text, result)
    if home is not None:
        for person in result.people.values():
            if person.code is None and person.titled and person.sector == "GOV":
                span = next((s for s in stretches if s[0] <= person.first < s[1]), (0, 0))
                codes = {h.name.code for h in result.places if span[0] <= h.start < span[1]}
                if authored or not codes or home in codes:
                    person.code = home
    return result


def _strip(run: list[tuple[str, int, int]]) -> tuple[list[tuple[str, int, int]], str | None]:
    """Take titles off the front of a run of capitals; return the name and the office."""
    sectors = lexicon().sectors
    office = None
    cut = 0
    for k, (word, _, _) in enumerate(run):
        low = word.lower().removesuffix("'s")
        low = low if low in sectors else low.removesuffix("s")  # "Presidents Odal and Haas"
        if low in sectors or word.lower() in words("names", "titles"):
            cut = k + 1
            if low in sectors and not (
                low == "general" and k and run[k - 1][0].lower() in words("names", "civil_generals")
            ):
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
        while (
            len(name_run) > 1 and (day := name_run[0][0].lower()).endswith("day") and day in words("names", "calendar")
        ):
            name_run = name_run[1:]  # "On Friday Haas resigned"
        if not name_run or all(w.lower().rstrip(".") in words("names", "calendar") for w, _, _ in name_run):
            continue
        suffix = len(name_run) > 1 and name_run[-1][0].lower() in words("names", "suffixes")
        last = name_run[-1 - suffix]
        tail = last[0].removesuffix("'s").removesuffix("’s")
        start, end = name_run[0][1], last[1] + len(tail)
        name = text[start:end]
        end = name_run[-1][2] if suffix else end
        titled = office is not None or _titled(before)
        if any(w.lower() in words("names", "things") for w, _, _ in name_run):
            continue
        if len(name_run) - suffix >= 2:
            person = result.people.get(name)
            known = _known(name, dct) or (_known(text[start:end].rstrip("."), dct) if suffix else None)
            if person is None:
                person = Person(known[0] if known else name, tail, first=start)
                if known:
                    person.code, person.office, person.sector, person.tabled = known[1], known[2], "GOV", True
                result.people[name] = person
            describe(text, person, before, office, start, end, result.places)
            surnames.setdefault(tail, person)
            firsts.setdefault(name_run[0][0].removesuffix("'s").removesuffix("’s"), person)
            result.mentions.append((start, end, person))
        else:
            pending.append((name, start, end, office, before, opening and not titled))
    for person in result.people.values():
        first, _, rest = person.name.partition(" ")
        if person.code in words("names", "family_first") and rest and len(first) < _LONG and "-" not in first:
            person.surname = first
    for name, start, end, office, before, opening in pending:
        person = surnames.get(name)
        if person is None and name in firsts and name not in words("names", "common"):
            person = firsts[name]  # "Yoon Suk Yeol ... Yoon": the family's name comes first
            person.surname = name
        if person is None and (office or not opening or name in _holders()):
            person = _by_surname(name, start, office, office is not None or _titled(before), dct)
            if person is not None:
                surnames[name] = person
                result.people.setdefault(name, person)
        if person is not None:
            describe(text, person, before, office, start, end, result.places)
            result.mentions.append((start, end, person))


def _by_surname(name: str, start: int, office: str | None, titled: bool, dct: date | None) -> Person | None:
    """A leader of the tables, or whoever bears a title."""
    known = _known(name, dct)
    if known and office in words("names", "heads") and office not in known[2]:
        known = None  # "President Lee" is not the prime minister of that name
    if known and name.lower() not in words("names", "calendar") and (titled or name not in words("names", "common")):
        return Person(known[0], name, known[1], "GOV", known[2], start)
    return Person(name, name, first=start) if titled else None


def _titled(before: list[tuple[str, int, int]]) -> bool:
    return bool(before) and before[-1][0].lower() in lexicon().groups["officials"]
