"""Leaders of states whom the tables know by name, at the time of an article."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from timeline.tables.knowledge import Term, tenures

# Years before and after a term in which a surname alone still means its holder.
_YEARS_BEFORE, _YEARS_AFTER = 2, 4


class Leader(NamedTuple):
    """Somebody who heads, or headed, a state or government."""

    name: str
    code: str
    office: str


@cache
def _terms() -> dict[str, tuple[Term, ...]]:
    found: dict[str, list[Term]] = {}
    for term in tenures():
        for name in (term.holder, *term.aliases):
            found.setdefault(name, []).append(term)
    return {name: tuple(terms) for name, terms in found.items()}


def is_leader(name: str) -> bool:
    """Tell whether the tables know any leader of a name."""
    return name in _terms()


def leader(name: str, dct: date | None) -> Leader | None:
    """The leader of a name, at the article's time where it is known; none where it is one of several countries'."""
    terms = _terms().get(name, ())
    if dct is not None:
        terms = terms if " " in name else tuple(t for t in terms if _is_recent(t, dct))
        terms = _at(terms, dct, one=" " in name) if len({t.code for t in terms}) > 1 else terms
    if len({t.code for t in terms}) != 1:
        return None
    return Leader(terms[-1].holder, terms[-1].code, terms[-1].office)


def _is_recent(term: Term, dct: date) -> bool:
    begun, ended = term.start.not_before, term.end.not_after
    return (begun is None or begun.year - _YEARS_BEFORE <= dct.year) and (
        ended is None or ended.year + _YEARS_AFTER >= dct.year
    )


def _at(terms: Sequence[Term], dct: date, one: bool) -> tuple[Term, ...]:
    """Terms that run on a day; ``one`` person is also what he or she became last before it (Guterres of Portugal)."""
    running = tuple(t for t in terms if t.span.contains(dct))
    if running or not one:
        return running or tuple(terms)
    begun = [(t.start.not_before, t) for t in terms if t.start.not_before is not None and t.start.not_before <= dct]
    return (max(begun, key=lambda pair: pair[0])[1],) if begun else ()
