"""The corpus of phrasings: sentences in which every temporal expression is marked with what it must mean.

A case is one text.  ``[Tuesday = 2024-11-05]`` marks an expression; what follows the sign is the TIMEX3 value (``?``
where it cannot be known), before it the type where the value does not tell it (``SET P1W``), behind it ``mod=END`` or
``in=2024-11-01/..`` (inclusive days) where they matter.  Whatever is not marked must not be found.
"""

from __future__ import annotations

import re
import tomllib
from datetime import date
from pathlib import Path
from typing import NamedTuple

from making import dct

from timeline import edtf
from timeline.articles.sentences import sentences
from timeline.dates import tag
from timeline.edtf import Interval
from timeline.models import Block, Timex

FOLDER = Path(__file__).parent / "corpus"
_MARK = re.compile(r"\[([^\[\]=]+) = ([^\[\]]+)\]")


class Expected(NamedTuple):
    """What one expression must be; ``mod`` and ``interval`` are None where the case is silent."""

    start: int
    text: str
    type: str
    value: str | None
    mod: str | None
    interval: Interval | None


class Case(NamedTuple):
    """A text, its article's day, and its expressions in order."""

    about: str
    text: str
    dct: str | None
    expected: tuple[Expected, ...]


def kind_of(value: str) -> str:
    """The TIMEX3 type that a value has by its form.

    >>> [kind_of(value) for value in ("2024-11-05", "PT2H", "2024-11-05TMO", "1914/1918", "PAST_REF")]
    ['DATE', 'DURATION', 'TIME', 'DURATION', 'DATE']
    """
    if re.match(r"P[\dXT]|.*/", value):
        return "DURATION"
    return "TIME" if re.search(r"\dT|[\dX]T[A-Z]{2}\Z", value) else "DATE"


def case(about: str, marked: str, day: str | None) -> Case:
    """Read the marks of a text."""
    text, at, expected = "", 0, []
    for found in _MARK.finditer(marked):
        text += marked[at : found.start()]
        words = found[2].split()
        kind = words.pop(0) if words[0] in ("SET", "DATE", "TIME", "DURATION") else kind_of(words[0])
        more = dict(word.split("=", 1) for word in words[1:])
        interval = edtf.parse(more["in"]) if "in" in more else None
        value = None if words[0] == "?" else words[0]
        expected.append(Expected(len(text), found[1], kind, value, more.get("mod"), interval))
        text += found[1]
        at = found.end()
    return Case(about, text + marked[at:], day, tuple(expected))


def cases(language: str) -> list[Case]:
    """All cases of a language, in the order of its files."""
    found = []
    for path in sorted((FOLDER / language).glob("*.toml")):
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        for group in table["group"]:
            day = group.get("dct", table["dct"])
            for marked in group["cases"]:
                found.append(case(group["about"], marked, day or None))
    return found


def tagged(text: str, day: str | None, language: str = "en") -> list[Timex]:
    """The expressions of a text that is all body."""
    blocks = [Block(kind="body", start=0, end=len(text))]
    return tag(text, dct(day), sentences(text, blocks), language)


def days_of(value: str) -> Interval | None:
    """The days that a TIMEX3 value names by its own form, None where it names none.

    >>> days_of("2024-Q4") == Interval(date(2024, 10, 1), date(2024, 12, 31))
    True
    >>> days_of("2024-W45") == Interval(date(2024, 11, 4), date(2024, 11, 10))
    True
    """
    day = re.match(r"(\d{4}-\d\d-\d\d)(?:T|\Z)", value)
    if day:
        return edtf.day(date.fromisoformat(day[1]))
    week = re.match(r"(\d{4})-W(\d\d)(-WE|-[1-7])?\Z", value)
    if week:
        first, length = {"-WE": (6, 2), None: (1, 7)}.get(week[3]) or (int(week[3][1]), 1)
        start = date.fromisocalendar(int(week[1]), int(week[2]), first)
        return Interval(start, edtf.shift_days(start, length - 1))
    part = re.match(r"(\d{4})-(Q[1-4]|H[12]|SP|SU|FA|WI)\Z", value)
    if part:
        months = 6 if part[2][0] == "H" else 3
        starts = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
        first_month = starts[part[2]] if part[2] in starts else (int(part[2][1]) - 1) * months + 1
        start = date(int(part[1]), first_month, 1)
        return Interval(start, edtf.shift_days(edtf.shift_months(start, months), -1))
    if re.match(r"\d{4}(?:-\d\d)?\Z", value):
        return edtf.parse(value)
    if re.match(r"\d{2,3}\Z", value):
        return edtf.parse(value.ljust(4, "X"))
    return None


def contains_its_value(timex: Timex) -> bool:
    """Tell whether the bounds hold all days of the value; a part of it holds only some of them."""
    own = days_of(timex.value) if timex.value else None
    low, high = timex.interval
    if low and high and low > high:
        return False
    if own is None or timex.interval == Interval(None, None):
        return own is None
    inner, outer = (timex.interval, own) if timex.mod in ("START", "MID", "END") else (own, timex.interval)
    assert inner.not_before is not None
    assert inner.not_after is not None
    return outer.contains(inner.not_before) and outer.contains(inner.not_after)
