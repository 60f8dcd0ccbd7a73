"""Operations for terms of office: the person and office from the text, the days from the tables."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from timeline.dates.context import Context
from timeline.dates.grain import Period
from timeline.dates.grammar import Match
from timeline.dates.meaning import Meaning, operation, placed
from timeline.dates.numbers import ordinal
from timeline.edtf import Interval
from timeline.models import TimexAnchor
from timeline.tables.knowledge import Term, countries, numbered_terms, tenures

_CAPITALISED = re.compile(r"[^\W\d_]\.?(?:[\w'’-]*\w)?")
_REACH = 1500  # characters before an expression in which its person may be named
_AFTER = 160  # and after it, in the same sentence ("During his first term, Trump ...")


class Named(NamedTuple):
    """A person of the tables found in the text."""

    start: int
    holder: str


@cache
def _by_last_word() -> dict[str, list[tuple[str, str]]]:
    """Last word of every name of a holder -> (name in the text, holder)."""
    index: dict[str, list[tuple[str, str]]] = {}
    seen: set[tuple[str, str]] = set()
    for term in tenures():
        for name in (term.holder, *term.aliases, term.holder.rsplit(" ", 1)[-1]):
            if (name, term.holder) not in seen:
                seen.add((name, term.holder))
                index.setdefault(name.rsplit(" ", 1)[-1], []).append((name, term.holder))
    for names in index.values():
        names.sort(key=lambda pair: -len(pair[0]))
    return index


def people(text: str, start: int, end: int) -> list[Named]:
    """Holders of offices named in a stretch of text, in its order; a surname alone may give several."""
    index = _by_last_word()
    found: list[Named] = []
    for word in _CAPITALISED.finditer(text, start, end):
        key = word.group()
        if not key[0].isupper():
            continue
        key = key.removesuffix("'s").removesuffix("’s")
        stop = word.start() + len(key)
        for name, holder in index.get(key, ()):
            if text.endswith(name, 0, stop):
                found.append(Named(stop - len(name), holder))
                if " " in name:
                    break
    return found


def name_words() -> dict[str, int]:
    """Words of the names of all holders, in small letters, for the lexicon."""
    names = (name for term in tenures() for name in (term.holder, *term.aliases))
    return {word.lower(): 1 for name in names for word in name.split() if len(word) > 2}


@cache
def _country_names() -> tuple[tuple[str, str], ...]:
    pairs: dict[str, str] = {}
    for country in countries():
        for name in (country.name, *country.demonyms, *country.aliases):
            pairs.setdefault(name, country.code)
    return tuple(sorted(pairs.items(), key=lambda pair: -len(pair[0])))


@cache
def _offices() -> tuple[str, ...]:
    return tuple(sorted({term.office for term in tenures()}, key=len, reverse=True))


class Office(NamedTuple):
    """An office as the text names it; ``end`` is where its words stop."""

    office: str
    code: str | None
    end: int


def office_at(text: str, at: int) -> Office | None:
    """Read "(the) (U.S.) president(-elect) (of Japan)" at a place of the text."""
    code: str | None = None
    if text.startswith("the ", at):
        at += 4
    for name, found in _country_names():
        if text.startswith(name, at) and not text[at + len(name) : at + len(name) + 1].isalnum():
            code = found
            at += len(name)
            at += 2 if text.startswith(("'s", "’s"), at) else 0
            at += len(text[at : at + 3]) - len(text[at : at + 3].lstrip())
            break
    small = text[at : at + 60].lower()
    for office in _offices():
        if small.startswith(office) and not small[len(office) : len(office) + 1].isalnum():
            at += len(office)
            if code is None and text.startswith(" of ", at):
                for name, found in _country_names():
                    where = at + 8 if text.startswith("the ", at + 4) else at + 4
                    if text.startswith(name, where):
                        return Office(office, found, where + len(name))
            return Office(office, code, at)
    return None


def _holder_terms(context: Context, match: Match, terms: tuple[Term, ...], office: Office | None) -> list[Term]:
    """Terms of the person whom the expression speaks of, the likeliest person's only."""
    start, end = match.tokens[match.first].start, match.tokens[match.last - 1].end
    order = people(context.text, start, end)
    if not order:
        before = people(context.text, max(0, start - _REACH), start)[::-1]
        after = people(context.text, end, min(match.tokens[-1].end, end + _AFTER))
        order = [*after, *before] if match.first <= 2 else [*before, *after]
    for person in order:
        fitting = [term for term in terms if term.holder == person.holder and _fits(term, office, context)]
        if fitting:
            return fitting
    return []


def _fits(term: Term, office: Office | None, context: Context) -> bool:
    if office is not None and (term.office != office.office or (office.code and term.code != office.code)):
        return False
    start = term.start.not_before
    return context.dct is None or start is None or start <= context.dct


def _in_words(term: Term) -> str:
    ordinals = f", term {term.ordinal}" if term.ordinal else ""
    return f"{term.holder}, {term.office} ({term.code}){ordinals}: {_days(term)} [{term.row}]"


def _days(term: Term) -> str:
    start, end = term.span
    return f"{start.isoformat() if start else '..'}/{end.isoformat() if end else '..'}"


def _spanning(term: Term, until: int | None) -> Meaning:
    start, end = term.span
    value = f"{start.isoformat() if start else ''}/{end.isoformat() if end else ''}"
    anchor = TimexAnchor(kind="table", text=_in_words(term))
    return Meaning("DURATION", value, Interval(start, end), anchor=anchor, until=until)


@operation("office-term")
def _office_term(match: Match, context: Context) -> Meaning | None:
    text = context.text
    end = match.tokens[match.last - 1].end
    office: Office | None = None
    stop: int | None = None
    if text.startswith(" as ", end):
        office = office_at(text, end + 4)
        stop = office.end if office else None
    word = match.value("k", "TENUREWORD")
    if word and office is None:
        office = Office(word, None, end)
    if match.rule.name == "tenure":
        terms = _holder_terms(context, match, tenures(), office)
        chosen = max(terms, key=_started, default=None)
        return _spanning(chosen, stop) if chosen else None
    terms = _holder_terms(context, match, numbered_terms(), office)
    rank = ordinal(match.group("n"))
    if rank:
        chosen = next((term for term in terms if term.ordinal == rank), None)
    else:
        chosen = max(terms, key=_started, default=None)
    return _spanning(chosen, stop) if chosen else None


def _started(term: Term) -> str:
    return term.start.not_before.isoformat() if term.start.not_before else ""


@operation("holder-clause")
def _holder_clause(match: Match, context: Context) -> Meaning | None:
    office = office_at(context.text, match.group("k")[0].start)
    if office is None:
        return None
    elect = context.text.startswith("-elect", office.end)
    if elect:
        office = Office(office.office + "-elect", office.code, office.end + 6)
    terms = _holder_terms(context, match, tenures(), office)
    if not terms:
        return None
    chosen = _told_of(terms, context)
    return _spanning(chosen, office.end)


def _told_of(terms: list[Term], context: Context) -> Term:
    """The term that meets the expression just before it, else the latest."""
    point = context.last_point()
    if point is not None and point.sentence == context.sentence:
        meeting = [term for term in terms if term.span.intersect(point.period.interval)]
        if meeting:
            return max(meeting, key=_started)
    return max(terms, key=_started)


@operation("took-office")
def _took_office(match: Match, context: Context) -> Meaning | None:
    end = match.tokens[match.last - 1].end
    holder = next((t for t in match.tokens[match.first : match.last] if "HOLDERWORD" in t.values), None)
    office = office_at(context.text, holder.start) if holder else None
    if holder and office is None:
        return None
    terms = _holder_terms(context, match, tenures(), office)
    if not terms:
        return None
    chosen = max(terms, key=_started)
    day = chosen.start.not_before
    if day is None:
        return None
    grain = "day" if chosen.start.days == 1 else "month"
    meaning = placed(Period(grain, day), TimexAnchor(kind="table", text=_in_words(chosen)))
    return meaning._replace(until=office.end if office and office.end > end else None)
