"""On what reports of an event contradict one another, which is more than that they differ.

A day that only an article's own date tells, one day that lies in a month, or a plan beside what came of it contradict
nothing.  Nor does an article contradict itself: it takes two to disagree.  ``static/regroup.js`` asks the same of the
days of reports that a reader has put together.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations
from typing import Any, NamedTuple

from timeline.models import ArticleRecord, Mention, MergedEvent
from timeline.tables.load import read_toml

_BEFORE = re.compile(r"(\w+)\W*$")


class Difference(NamedTuple):
    """A field on which reports differ, what they tell, which of them tell it, and whether that is a dispute."""

    field: str
    values: Sequence[str]
    mentions: Sequence[Sequence[int]]
    disputed: bool


def differences(event: MergedEvent, articles: Mapping[str, ArticleRecord]) -> tuple[Difference, ...]:
    """Return all on which the reports of an event differ: what merging found, and the numbers that they tell."""
    if len(event.mentions) < 2:
        return ()
    asks = {"time": _excludes, "status": _denies}
    found = [
        Difference(told.field, told.values, told.mentions, _any(event, told.mentions, asks[told.field]))
        for told in event.conflicts
    ]
    return (*found, *_numbers(event, articles))


def _any(event: MergedEvent, sides: Sequence[Sequence[int]], contradicts: Callable[[Mention, Mention], bool]) -> bool:
    """Tell whether any two reports of different sides and articles contradict each other."""
    told = [[event.mentions[index] for index in side] for side in sides]
    pairs = ((a, b) for one, other in combinations(told, 2) for a in one for b in other)
    return any(a.article != b.article and contradicts(a, b) for a, b in pairs)


def _excludes(one: Mention, other: Mention) -> bool:
    """Tell whether the sentences of both name days, and none that the two have in common."""
    return _names_day(one) and _names_day(other) and one.time.interval.intersect(other.time.interval) is None


def _names_day(mention: Mention) -> bool:
    return mention.timex is not None and mention.sentence.start <= mention.timex.start < mention.sentence.end


def _denies(one: Mention, other: Mention) -> bool:
    done, undone = _table()["done"], _table()["undone"]
    return any(a.status in done and b.status in undone for a, b in ((one, other), (other, one)))


def _numbers(event: MergedEvent, articles: Mapping[str, ArticleRecord]) -> Iterator[Difference]:
    """Yield the things of which two articles tell different numbers, and neither also the other's."""
    if len({mention.article for mention in event.mentions}) < 2:
        return
    told: dict[str, dict[str, list[int]]] = {}  # thing to number to reports
    for index, mention in enumerate(event.mentions):
        for number, thing in sorted(set(_counts(mention, articles[mention.article]))):
            told.setdefault(thing, {}).setdefault(number, []).append(index)
    for thing, numbers in told.items():
        by_article: dict[str, set[str]] = {}
        for number, reports in numbers.items():
            for index in reports:
                by_article.setdefault(event.mentions[index].article, set()).add(number)
        if any(one.isdisjoint(other) for one, other in combinations(by_article.values(), 2)):
            values = [f"{number} {thing}" for number in numbers]
            yield Difference("number", values, list(numbers.values()), disputed=True)


def _counts(mention: Mention, article: ArticleRecord) -> Iterator[tuple[str, str]]:
    """Yield how many of what the sentence of a report tells, but for dates and for what is left open."""
    start, end = mention.sentence.start, mention.sentence.end
    sentence = article.text[start:end].casefold()
    dates = [(timex.start - start, timex.end - start) for timex in article.timexes if start <= timex.start < end]
    table = _table()["numbers"]
    for found in _count().finditer(sentence):
        number, unit, thing = found.groups()
        many = unit in table["multiples"]
        counted = (thing or "") if many else unit
        if not _is_counted(counted, table) or _is_open(sentence[: found.start()], table):
            continue
        if not any(first <= found.start() < last for first, last in dates):
            yield f"{_figure(number)} {unit}" if many else _figure(number), counted


def _figure(number: str) -> str:
    """Write a number in figures.

    >>> [_figure(number) for number in ("1,200", "six", "forty-nine")]
    ['1200', '6', '49']
    """
    if number[0].isdigit():
        return number.replace(",", "")
    return str(sum(_cardinals()[part] for part in number.split("-")))


def _is_counted(word: str, table: Mapping[str, Collection[str]]) -> bool:
    plural = word in table["plurals"] or (word.endswith("s") and not word.endswith(("ss", "us")) and len(word) > 3)
    return plural and word not in table["measures"]


def _is_open(before: str, table: Mapping[str, Collection[str]]) -> bool:
    last = _BEFORE.search(before)
    return last is not None and last[1] in table["open"]


@cache
def _table() -> dict[str, Any]:
    return read_toml("disputes.toml")


@cache
def _count() -> re.Pattern[str]:
    """A number, in figures or words, with the two words after it; a sum of money begins with its sign and is none."""
    word = "|".join(name for name, value in _cardinals().items() if value > 1)  # "one" alone is mostly no number
    figures, after = r"\d+(?:,\d{3})*(?:\.\d+)?", rf"(?:-(?:{'|'.join(_cardinals())}))?"
    return re.compile(rf"(?<![\w.,:$€£¥-])({figures}|(?:{word}){after})[ -]([a-z]+)(?: ([a-z]+))?")


@cache
def _cardinals() -> dict[str, int]:
    """Numbers by their words."""
    told: dict[str, int] = read_toml("dates/en/lexicon.toml")["CARD"]["words"]
    return told
