# ruff: noqa: E501 - a case a line
"""Times with their kind, and how they are said in a list and in a sentence."""

from __future__ import annotations

from timelines import lasting, within

DAY = ("2024-11-07", "2024-11-07")
CASES = [
    (within("2024-11-07"), "point", "7 Nov 2024", "Thursday 7 November 2024"),
    (within("2024-10-01", "2024-10-31"), "within", "Oct 2024", "some time in October 2024"),
    (within("2024-01-01", "2024-12-31"), "within", "2024", "some time in 2024"),
    (within("1990-01-01", "1999-12-31"), "within", "the 1990s", "some time in the 1990s"),
    (within("1901-01-01", "2000-12-31"), "within", "between 1901 and 2000", "some time between 1901 and 2000"),
    (within("2025-03-01", "2025-05-31"), "within", "between Mar and May 2025", "some time between March and May 2025"),
    (within("2024-12-01", "2025-01-31"), "within", "between Dec 2024 and Jan 2025", "some time between December 2024 and January 2025"),
    (within("2016-11-09", "2016-12-31"), "within", "between 9 Nov and 31 Dec 2016", "some day between 9 November and 31 December 2016"),
    (within("2025-03-10", "2025-03-16"), "within", "between 10 and 16 Mar 2025", "some day between 10 and 16 March 2025"),
    (within(None, "2024-11-07"), "before", "by 7 Nov 2024", "Thursday 7 November 2024 or earlier"),
    (within("2024-11-07", None), "after", "from 7 Nov 2024", "Thursday 7 November 2024 or later"),
    (within(None, None), "undated", "no date", "date unknown"),
    (lasting(DAY, ("2024-11-09", "2024-11-09")), "interval", "7 – 9 Nov 2024", "from 7 to 9 November 2024"),
    (lasting(DAY, ("2025-01-02", "2025-01-02")), "interval", "7 Nov 2024 – 2 Jan 2025", "from 7 November 2024 to 2 January 2025"),
    (lasting(DAY, (None, None)), "fuzzy", "from 7 Nov 2024", "began on 7 November 2024, ended at an unknown date"),
    (lasting(DAY, ("2024-11-09", None)), "fuzzy", "since 7 Nov 2024", "since 7 November 2024, still going on on 9 November 2024"),
    (lasting((None, "2024-11-07"), ("2024-11-07", None)), "fuzzy", "going on 7 Nov 2024", "going on on 7 November 2024"),
    (lasting((None, "2024-11-11"), ("2024-11-07", None)), "fuzzy", "going on 7 – 11 Nov 2024", "going on between 7 and 11 November 2024"),
    (lasting((None, "2024-11-07"), ("2024-11-09", None)), "fuzzy", "going on 7 – 9 Nov 2024", "going on from 7 November 2024 or earlier to 9 November 2024 or later"),
    (lasting((None, "2024-11-07"), DAY), "fuzzy", "going on 7 Nov 2024", "going on on 7 November 2024"),
    (lasting(("2017-01-20", "2018-06-30"), ("2019-01-01", "2021-01-20")), "fuzzy", "about 20 Jan 2017 – 20 Jan 2021",
     "began between 20 January 2017 and 30 June 2018, ended between 1 January 2019 and 20 January 2021"),
    (lasting((None, None), (None, None)), "undated", "no date", "date unknown"),
    (within("0001-01-01"), "point", "1 Jan 1", "Monday 1 January 1"),
    (within("9999-12-31"), "point", "31 Dec 9999", "Friday 31 December 9999"),
]  # fmt: skip
