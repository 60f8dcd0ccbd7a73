"""Operations for terms of office: the person and office from the text, the days from the tables."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import NamedTuple

from timeline.dates.context import Context
from timeline.dates.grain import Period
from timeline.dates.grammar import Match
from timeline.dates.meaning import Meaning, operation, placed
from timeline.dates.numbers import ordinal
from timeline.edtf import Interval
from timeline.models import TimexAnchor
from timeline.names.leaders import people
from timeline.names.offices import titles, usual
from timeline.names.scan import country_at
from timeline.tables.knowledge import Term, numbered_terms, tenures
from timeline.tables.load import read_toml

_REACH = 1500  # characters before an expression in which its person may be named
_AFTER = 160  # and after it, in the same sentence ("During his first term, Trump ...")


@cache
def _signs() -> dict[str, str]:
    return {str(name): str(words) for name, words in read_toml("dates/en/offices.toml").items()}


class Office(NamedTuple):
    """An office as the text names it, of one of the countries ``codes`` or of any; ``end`` is where its words stop."""

    office: str
    codes: frozenset[str]
    end: int


def office_at(text: str, at: int) -> Office | None:
    """Read "(the) (U.S.) president (of Japan)" at a place of the text."""
    at = _past(text, at, "article")
    found = _title_at(text, at)
    if found is None:
        country = country_at(text, at)
        return _title_at(text, country.end, country.codes) if country else None
    of = _past(text, found.end, "of")
    country = country_at(text, _past(text, of, "article")) if of > found.end else None
    return Office(found.office, country.codes, country.end) if country else found


def _past(text: str, at: int, sign: str) -> int:
    """Where the words of a sign end that stand here, else here."""
    return at + len(_signs()[sign]) if text.startswith(_signs()[sign], at) else at


def _title_at(text: str, at: int, codes: frozenset[str] = frozenset()) -> Office | None:
    at += 2 if text.startswith(("'s", "’s"), at) else 0
    at += len(text[at : at + 3]) - len(text[at : at + 3].lstrip())
    small = text[at : at + 60].lower()
    for title in titles():
        if small.startswith(title) and not small[len(title) : len(title) + 1].isalnum():
            return Office(usual(title), codes, at + len(title))
    return None


def _holder_terms(context: Context, match: Match, terms: tuple[Term, ...], office: Office | None) -> list[Term]:
    """Terms of the person whom the expression speaks of, the likeliest person's only."""
    start, end = match.tokens[match.first].start, match.tokens[match.last - 1].end
    order = list(people(context.text, start, end))
    if not order:
        before = list(people(context.text, max(0, start - _REACH), start))[::-1]
        after = list(people(context.text, end, min(match.tokens[-1].end, end + _AFTER)))
        order = [*after, *before] if match.first <= 2 else [*before, *after]
    for person in order:
        fitting = [term for term in terms if term.holder == person.holder and _fits(term, office, context)]
        if fitting:
            return fitting
    return []


def _fits(term: Term, office: Office | None, context: Context) -> bool:
    if office is not None and (usual(term.office) != office.office or (office.codes and term.code not in office.codes)):
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
    if _past(text, end, "as") > end:
        office = office_at(text, _past(text, end, "as"))
        stop = office.end if office else None
    word = match.value("k", "TENUREWORD")
    if word and office is None:
        office = Office(word, frozenset(), end)
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
    stop = _past(context.text, office.end, "elect")
    if stop > office.end:
        office = Office(office.office + _signs()["elect"], office.codes, stop)
    terms = _holder_terms(context, match, tenures(), office)
    if not terms:
        return None
    chosen = _told_of(terms, match, context)
    return _spanning(chosen, office.end)


def _told_of(terms: list[Term], match: Match, context: Context) -> Term:
    """The term that meets the expression just before it or the year behind it in the sentence, else the latest."""
    point = context.last_point()
    days = point.period.interval if point is not None and point.sentence == context.sentence else None
    if days is None:
        years = (int(token.values["YEAR"]) for token in match.tokens[match.last :] if "YEAR" in token.values)
        days = next((Period("year", date(year, 1, 1)).interval for year in years), None)
    meeting = [term for term in terms if days is not None and term.span.intersect(days)]
    return max(meeting or terms, key=_started)


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
