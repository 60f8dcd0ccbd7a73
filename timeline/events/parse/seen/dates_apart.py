"""What the parser sees in the place of dates that it takes for parts of names: a string of the same length.

The small model reads "On Monday Barak Odal left" and "Barak Odal Monday left" as if the day were a name of Odal's.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from timeline.tables.load import read_toml

# The model reads "on 28 May formally recognised" with the modal; another month of the same length is none.
_MAY = re.compile(r"(?<=\d\s)May(?=\s+[a-z]{4})|\bMay(?=\s+\d)")
_OTHER_MONTH = "Mar"


def with_dates_apart(text: str) -> str:
    """Set off dates that names follow, and put an adverb for a weekday between who acts and the verb.

    >>> with_dates_apart("On Monday Odal left, and Haas Tuesday said so.")
    'On Monday,Odal left, and Haas quickly said so.'
    >>> with_dates_apart("The following week the envoy left.")
    'The following week,the envoy left.'
    """
    text = _stretches().sub(lambda found: found[1] + ",", _MAY.sub(_OTHER_MONTH, text))
    if not _days().search(text):
        return text
    text = _openings().sub(lambda found: found[1] + (":" if found[1][-1].isdigit() else ","), text)
    return _betweens().sub(lambda found: found[1] + _table()["adverbs"].split()[len(found[2]) - 6], text)


@cache
def _table() -> Mapping[str, str]:
    table: dict[str, str] = read_toml("events/parser.toml")["dates"]
    return table


def _either(*keys: str) -> str:
    return "|".join(word for key in keys for word in _table()[key].split())


@cache
def _days() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_either('weekdays', 'months')})\b")


@cache
def _openings() -> re.Pattern[str]:
    """A preposition and a date, and the blank before a name; behind a comma the model would not cut a figure."""
    day = rf"(?:{_either('weekdays', 'months')})(?:\s(?:{_either('parts')}))?(?:\s\d{{1,2}})?"
    return re.compile(
        rf"((?i:\b(?:{_either('opening')}))\s{day})\s(?=[A-Z][a-z])(?!{_either('weekdays', 'months', 'days')})"
    )


@cache
def _stretches() -> re.Pattern[str]:
    """A day, week or year counted from what was told before, which opens the sentence, and the blank behind it."""
    counted = rf"The\s(?:{_either('counted')})\s(?:{_either('units')})"
    later = rf"(?:{_either('amounts')})\s(?:{_either('units')})\s(?:{_either('behind')})"
    return re.compile(rf"^((?:{counted}|{later}))\s(?=(?:{_either('articles')})\s|[A-Z][a-z])")


@cache
def _betweens() -> re.Pattern[str]:
    """Who acts, a weekday, and the verb."""
    barred = rf"(?!(?i:{_either('opening', 'before')})\s)(?!\S*ed\s)"
    verb = rf"(?:[a-z]+ed|{_either('pasts')})\b"
    return re.compile(rf"((?<!\S){barred}[\w.’'-]*\w\)?,?\s)({_either('weekdays')})(?=\s{verb})")
