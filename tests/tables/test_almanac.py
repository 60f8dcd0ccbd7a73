"""Feasts and named periods against days that are known otherwise."""

from __future__ import annotations

from datetime import date

import pytest

from timeline.dates.feasts import by_name, occurrences
from timeline.errors import TableError
from timeline.tables import almanac
from timeline.tables.almanac import feasts, movable, periods
from timeline.tables.knowledge import countries
from timeline.tables.load import Row

KNOWN = [
    ("thanksgiving", 2024, "2024-11-28"),
    ("labor day", 2019, "2019-09-02"),
    ("memorial day", 2021, "2021-05-31"),
    ("martin luther king day", 2023, "2023-01-16"),
    ("election day", 2022, "2022-11-08"),
    ("election day", 2016, "2016-11-08"),
    ("easter", 2024, "2024-03-31"),
    ("good friday", 1998, "1998-04-10"),
    ("orthodox easter", 2022, "2022-04-24"),
    ("ash wednesday", 2020, "2020-02-26"),
    ("eid al - fitr", 2023, "2023-04-21"),
    ("eid al - adha", 2021, "2021-07-20"),
    ("ashura", 2022, "2022-08-08"),
    ("nowruz", 2023, "2023-03-21"),
    ("nowruz", 2024, "2024-03-20"),
    ("rosh hashanah", 2023, "2023-09-16"),
    ("yom kippur", 1973, "1973-10-06"),
    ("passover", 2002, "2002-03-28"),
    ("hanukkah", 2013, "2013-11-28"),
    ("lunar new year", 2023, "2023-01-22"),
    ("tet", 1968, "1968-01-30"),
    ("chuseok", 2022, "2022-09-10"),
    ("diwali", 2021, "2021-11-04"),
    ("canada day", 2020, "2020-07-01"),
    ("bastille day", 2016, "2016-07-14"),
]


@pytest.mark.parametrize(("name", "year", "day"), KNOWN)
def test_known_days(name: str, year: int, day: str) -> None:
    """Days that newspapers reported."""
    assert [days.not_before.isoformat() for days in occurrences(by_name()[name][0], year) if days.not_before] == [day]


def test_ramadan_comes_twice_in_2030() -> None:
    """The Hijri year is shorter: some feasts begin twice within a Gregorian year."""
    starts = [days.not_before for days in occurrences(by_name()["ramadan"][0], 2030)]
    assert starts == [date(2030, 1, 5), date(2030, 12, 26)]


def test_every_feast_has_a_day_in_2024() -> None:
    """Each rule gives at least one stretch, in order, that begins in the year."""
    for feast in feasts():
        found = list(occurrences(feast, 2024))
        assert found, feast.row
        for days in found:
            assert days.not_before
            assert days.not_after
            assert days.not_before <= days.not_after, feast.row


def test_unknown_years_give_nothing() -> None:
    """Where nobody computed a feast there is none, not a wrong one."""
    assert not list(occurrences(by_name()["diwali"][0], 1950))
    assert not list(occurrences(by_name()["ramadan"][0], 1900))
    assert not list(occurrences(by_name()["easter"][0], 1400))


def test_feasts_are_of_known_countries() -> None:
    """A feast's country stands in the table of countries, and a name has one day a country."""
    codes = {country.code for country in countries()} | {""}
    assert not {feast.country for feast in feasts()} - codes
    for name, same in by_name().items():
        assert len({feast.country for feast in same}) == len(same), name


def test_movable_days_lie_in_their_seasons() -> None:
    """The columns hold days of one stretch of the year each."""
    for column, days in movable().items():
        months = {day.month for day in days.values()}
        assert len(days) > 30, column
        assert len(months) <= 3, column


def test_periods_have_names_of_their_own() -> None:
    """No two periods share a name, and none ends before it begins; an event of one day is one too."""
    names = [name for period in periods() for name in period.names]
    assert len(names) == len(set(names))
    for period in periods():
        assert period.days.days is None or period.days.days >= 1, period.row


def test_a_broken_rule_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """A row that cannot be read says which."""
    row = Row("feasts.csv:2", ("X", "x", "nth 11", "1", "", "own"))
    monkeypatch.setattr(almanac, "read_rows", lambda *_: [row])
    with pytest.raises(TableError, match=r"feasts\.csv:2"):
        almanac.feasts.__wrapped__()
