"""Office-holders who "took office last month": the first day of a term, seen from the article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline.dating.beside import article_days, beside
from timeline.dating.clue import Clue, clue_of
from timeline.dating.days import union
from timeline.dating.offices import Holder
from timeline.dating.sentence import Sentence
from timeline.dating.words import pattern
from timeline.names.leaders import terms_named
from timeline.tables.knowledge import Term


def appointments(text: str, sentences: Sequence[Sentence], named: Sequence[Holder]) -> Iterator[Clue]:
    """Yield a clue for every term whose first day the text places by an expression."""
    for sentence in sentences:
        if not sentence.told:
            continue
        for match in pattern("appointments", "words").finditer(text, sentence.start, sentence.end):
            timex = beside(match.start(), match.end(), [one for one in sentence.timexes if one.start >= match.end()])
            if timex is None:
                continue
            terms = _terms(text, sentence, match.start(), named)
            days = union(found for term in terms if (found := article_days(timex, term.start, past=True)))
            if days:
                words = " ".join(text[match.start() : timex.end].split())
                yield clue_of("appointed", timex.text, days, name=terms[0].holder, text=words)


def _terms(text: str, sentence: Sentence, end: int, named: Sequence[Holder]) -> list[Term]:
    """Terms of those named before: under their titles anywhere, by their surnames here, or by their full names here."""
    before = text[sentence.start : end]
    found = terms_named(text, sentence.start, end)
    for holder in named:
        if sentence.start <= holder.start < end or holder.name.rsplit(" ", 1)[-1] in before:
            found += holder.terms
    return list(dict.fromkeys(found))
