"""Months and years of the Hijri and the Solar Hijri calendar as Gregorian days."""

from __future__ import annotations

from datetime import date

from timeline.edtf import Interval, shift_days

# The calendar of Umm al-Qura is tabulated for these years only (1924 to 2077).
HIJRI_YEARS = range(1343, 1501)
_HIJRA = date(622, 7, 19)  # the first day of the civil calendar
_LAST_CIVIL = HIJRI_YEARS.start  # no year of ours that is written beside a Hijri month is taken for one
_JALALI_YEARS = range(1, 3000)


def hijri_month(year: int, month: int) -> Interval | None:
    """Days of a Hijri month; None outside the tabulated years.

    >>> hijri_month(1445, 9).not_before.isoformat()
    '2024-03-11'
    """
    from hijridate import Hijri

    if year not in HIJRI_YEARS or not 1 <= month <= 12:
        return None
    first = Hijri(year, month, 1)
    start = first.to_gregorian()
    return Interval(start, shift_days(start, first.month_length() - 1))


def civil_hijri_month(year: int, month: int) -> Interval | None:
    """Days of a Hijri month by the arithmetic of the civil calendar, which is right to a day or two.

    >>> civil_hijri_month(981, 9).not_before.isoformat()
    '1574-01-04'
    """
    if not 1 <= year < _LAST_CIVIL or not 1 <= month <= 12:
        return None
    start = _civil_day(year, month)
    return Interval(start, shift_days(_civil_day(year + month // 12, month % 12 + 1), -1))


def _civil_day(year: int, month: int) -> date:
    """The first day of a month: years of 354 days, eleven leap days in thirty of them, months of 30 and 29 days."""
    before = (year - 1) * 354 + (3 + 11 * year) // 30 + (59 * (month - 1) + 1) // 2
    return date.fromordinal(_HIJRA.toordinal() + before)


def hijri_years(year: int) -> tuple[int, ...]:
    """Hijri years that meet a Gregorian year.

    >>> hijri_years(2024)
    (1445, 1446)
    """
    first = int((year - 622) * 365.2425 / 354.36707)
    return tuple(other for other in range(first, first + 3) if _meets(other, year))


def _meets(hijri: int, year: int) -> bool:
    start, end = hijri_month(hijri, 1), hijri_month(hijri, 12)
    if not (start and end and start.not_before and end.not_after):
        return False
    return start.not_before.year <= year <= end.not_after.year


def jalali_month(year: int, month: int) -> Interval | None:
    """Days of a Solar Hijri month.

    >>> jalali_month(1400, 3).not_before.isoformat()
    '2021-05-22'
    """
    from persiantools.jdatetime import JalaliDate

    if year not in _JALALI_YEARS or not 1 <= month <= 12:
        return None
    start: date = JalaliDate(year, month, 1).to_gregorian()  # type: ignore[no-untyped-call]
    return Interval(start, shift_days(start, JalaliDate.days_in_month(month, year) - 1))


def jalali_years(year: int) -> tuple[int, ...]:
    """Solar Hijri years that meet a Gregorian year.

    >>> jalali_years(2024)
    (1402, 1403)
    """
    return tuple(other for other in (year - 622, year - 621) if other in _JALALI_YEARS)
