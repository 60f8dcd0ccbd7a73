"""Sentences to Timexes, one pass over the text: a scan for anchor words, the grammar only around them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from timeline import edtf
from timeline.dates import (  # noqa: F401 - they register their operations
    absolute,
    antiquity,
    clock,
    counted,
    days,
    eras,
    feasts,
    fiscal,
    joined,
    moons,
    numeric,
    orders,
    parts,
    pieces,
    plain,
    quarters,
    seasons,
    spans,
    stretches,
    summits,
    terms,
    units,
    vague,
    votes,
    weekdays,
    years,
)
from timeline.dates.chronicle import is_heading, opens_entry
from timeline.dates.context import Context
from timeline.dates.distance import counted_from
from timeline.dates.grain import OutsideCalendarError
from timeline.dates.grammar import Grammar, Match
from timeline.dates.languages import grammar, known, silent_signs, tokenizer
from timeline.dates.lexicon import OTHER
from timeline.dates.meaning import NAME, OPERATIONS, Meaning, dct_anchor
from timeline.dates.spelling import without
from timeline.dates.tokens import Tokens
from timeline.dates.told import sets_scene
from timeline.edtf import Interval
from timeline.models import Dct, Span, Timex

_ISLAND = re.compile(f"[^{OTHER}]+")


def tag(text: str, dct: Dct, sentences: Sequence[Span], language: str | None = None) -> list[Timex]:
    """Find and resolve every temporal expression of the sentences, in text order.

    Where the DCT is an interval the text is resolved from its best day, if it has one, and from both ends, and what
    hangs on the DCT spans all answers.  Without a DCT what hangs on it stays unresolved.  ``language``: ISO 639-1
    code; English where it is None or has no rules.
    """
    read_as = known(language)
    bare = without(text, silent_signs(read_as))
    if bare:
        return [bare.written(timex) for timex in tag(bare.text, dct, bare.spans(sentences), read_as)]
    best = _read(text, dct.day, sentences, read_as)
    ends = {day for day in dct.interval if day is not None and day != dct.day}
    if not ends or (dct.day is None and None in dct.interval):
        return best
    others: dict[tuple[int, int], list[Timex]] = {}
    for day in sorted(ends):
        for timex in _read(text, day, sentences, read_as):
            others.setdefault((timex.start, timex.end), []).append(timex)
    spread = _widened if dct.day else _placed_by_ends
    return [spread(timex, others.get((timex.start, timex.end), [])) for timex in best]


def _widened(timex: Timex, others: Sequence[Timex]) -> Timex:
    interval = timex.interval
    if interval == Interval(None, None):
        return timex
    for other in others:
        interval = interval.hull(other.interval)
    if interval == timex.interval:
        return timex
    return timex.model_copy(
        update={"not_before": interval.not_before, "not_after": interval.not_after, "edtf": edtf.format(interval)}
    )


def _placed_by_ends(timex: Timex, others: Sequence[Timex]) -> Timex:
    """Place what hangs on a DCT without a best day; its value is told only where both ends agree on it."""
    if timex.interval != Interval(None, None) or len(others) != 2:
        return timex
    first, last = others
    interval = first.interval.hull(last.interval)
    update = {"not_before": interval.not_before, "not_after": interval.not_after, "edtf": edtf.format(interval)}
    if first.value == last.value:
        update["value"] = first.value
    return timex.model_copy(update=update)


def _read(text: str, dct: date | None, sentences: Sequence[Span], language: str) -> list[Timex]:
    rules = grammar(language)
    splitter = tokenizer(language)
    context = Context(text, dct, language)
    found: list[Timex] = []
    for number, sentence in enumerate(sentences):
        context.sentence = number
        tokens = splitter.split(text, sentence.start, sentence.end)
        if rules.anchor.search(tokens.chars) is None:
            continue
        for island in _ISLAND.finditer(tokens.chars):
            if rules.anchor.search(tokens.chars, island.start(), island.end()):
                found += _island(rules, context, tokens, island.span())
    return found


def _island(rules: Grammar, context: Context, tokens: Tokens, where: tuple[int, int]) -> list[Timex]:
    """Expressions of a run of tokens that all can take part in one, from left to right."""
    at, end = where
    found: list[Timex] = []
    by_first = rules.by_first
    chars = tokens.chars
    while at < end:
        able = by_first.get(chars[at])
        read = _first_meaning(rules.matches(tokens, at, able), context) if able else None
        if read is None:
            at += 1
        while read is not None:
            match, meaning = read
            if meaning is not NAME:
                _add(found, _timex(match, meaning, context), meaning, context)
            at = match.last if meaning.until is None else _token_at(tokens, meaning.until, match.last)
            name = match.rule.name
            able = [rule for rule in rules.continuations if name in rule.params["continues"]]
            read = _first_meaning(rules.matches(tokens, at, able), context) if able and at < end else None
    return found


def _add(found: list[Timex], timex: Timex, meaning: Meaning, context: Context) -> None:
    """Add an expression, or make one of it and the length before that is counted from it."""
    whole = counted_from(found[-1], timex, meaning.period, context) if found and meaning.period else None
    if whole is None:
        found.append(timex)
        return
    found[-1], period = whole
    context.remember(period, found[-1].start, found[-1].text)


def _first_meaning(matches: list[Match], context: Context) -> tuple[Match, Meaning] | None:
    for match in matches:
        try:
            meaning = OPERATIONS[match.rule.op](match, context)
        except OutsideCalendarError:
            meaning = Meaning("DATE", None, anchor=dct_anchor(context))
        if meaning is not None:
            return match, meaning
    return None


def _timex(match: Match, meaning: Meaning, context: Context) -> Timex:
    start, end = match.tokens[match.first].start, meaning.until or match.tokens[match.last - 1].end
    words = context.text[start:end]
    if meaning.period is not None and not (meaning.aside or match.rule.params.get("aside")):
        context.remember(meaning.period, start, words, meaning.direction)
        if meaning.period.grain == "year" and is_heading(context.text, start, end):
            context.last_heading = context.last
        if meaning.period.grain == "year" and opens_entry(context.text, start, end):
            context.last_entry = context.last
        if meaning.anchor.kind == "none" and sets_scene(match, context):
            context.scene = context.last
    not_before, not_after = meaning.interval
    return Timex(
        start=start,
        end=end,
        text=words,
        type=meaning.type,
        value=meaning.value,
        mod=meaning.mod,
        edtf=meaning.edtf or edtf.format(meaning.interval, approximate=meaning.mod == "APPROX"),
        not_before=not_before,
        not_after=not_after,
        anchor=meaning.anchor,
        rule=match.rule.name,
    )


def _token_at(tokens: Tokens, offset: int, at: int) -> int:
    while at < len(tokens.tokens) and tokens.tokens[at].start < offset:
        at += 1
    return at
