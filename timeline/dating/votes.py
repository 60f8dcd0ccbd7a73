"""Elections: "the general election last month" and "expected to be re-elected" place the article beside a vote."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from timeline.dating.beside import article_days, beside
from timeline.dating.clue import Clue, clue_of
from timeline.dating.days import Days, union
from timeline.dating.offices import Holder
from timeline.dating.sentence import Sentence
from timeline.dating.tense import is_past
from timeline.dating.words import limit, table
from timeline.edtf import Interval, shift_days
from timeline.models import Timex
from timeline.names.leaders import terms_named
from timeline.names.scan import last_country
from timeline.tables.knowledge import Election, elections


def votes(text: str, sentences: Sequence[Sentence], named: Sequence[Holder]) -> Iterator[Clue]:
    """Yield a clue for every vote that the tables know and the text places."""
    cast = _cast(named)
    for sentence in sentences:
        if not sentence.told:
            continue
        for match in _words().finditer(text, sentence.start, sentence.end):
            kinds = table("elections")["kinds"][" ".join(match.group().lower().split())]
            code = _country(text, sentence, match.start(), cast)
            timex = beside(match.start(), match.end(), sentence.timexes)
            if code and timex:
                yield from _placed(text, sentence, timex, _of(code, kinds), match.group())
        yield from _expected(text, sentence, cast)


def _cast(named: Sequence[Holder]) -> dict[str, frozenset[str]]:
    """Surname -> countries of those who are named under a title."""
    return {holder.name.rsplit(" ", 1)[-1]: holder.codes for holder in named}


@cache
def _words() -> re.Pattern[str]:
    words = sorted(table("elections")["kinds"], key=lambda word: (-len(word), word))
    return re.compile(r"\b(?:" + "|".join(words).replace(" ", r"\s+") + r")\b", re.IGNORECASE)


def _country(text: str, sentence: Sentence, at: int, cast: dict[str, frozenset[str]]) -> str | None:
    """The country of a vote: named in the sentence, nearest before it, else that of a person of the sentence."""
    named = last_country(text, sentence.start, at)
    if named:
        return named
    codes = {
        code
        for name, theirs in cast.items()
        if re.search(rf"\b{re.escape(name)}\b", text[sentence.start : sentence.end])
        for code in theirs
    }
    return codes.pop() if len(codes) == 1 else None


def _of(code: str, kinds: Iterable[str]) -> list[Election]:
    """Votes of a country, of the first of the kinds it has."""
    for kind in kinds:
        found = [one for one in elections() if one.code == code and one.kind.startswith(kind)]
        if found:
            return found
    return []


def _placed(text: str, sentence: Sentence, timex: Timex, votes_: Sequence[Election], words: str) -> Iterator[Clue]:
    past = is_past(text, sentence, timex)
    days: list[Interval] = []
    for vote in votes_:
        found = article_days(timex, vote.days, past)
        if found:
            days.append(found)
    if days:
        shown = f"{words} {timex.text}" if timex.start > sentence.start else words
        yield clue_of("vote_told", timex.text, union(days), text=" ".join(shown.split()))


def _expected(text: str, sentence: Sentence, cast: dict[str, frozenset[str]]) -> Iterator[Clue]:
    """What is expected lies ahead: the vote on the office, or the day on which the person of the sentence took it."""
    for match in _expecting().finditer(text, sentence.start, sentence.end):
        office = match["office"].lower()
        code = _country(text, sentence, match.start(), cast)
        ahead = [vote.days for vote in (_of(code, table("elections")["expected"]["votes"][office]) if code else [])]
        ahead += [term.start for term in terms_named(text, sentence.start, match.start()) if term.office == office]
        away = int(limit("expected_days"))
        days: Days = union(
            Interval(shift_days(one.not_before, -away), one.not_after) for one in ahead if one.not_before
        )
        if days:
            yield clue_of("expected", match.group(), days, text=" ".join(match.group().split()))


@cache
def _expecting() -> re.Pattern[str]:
    expected = table("elections")["expected"]
    return re.compile(rf"\b{expected['words']}(?P<office>{'|'.join(expected['votes'])})\b", re.IGNORECASE)
