"""Users' own leaders, elections, summits, periods, feasts, names and verbs, checked and put beside ours."""

from timeline.user_tables.use import use_tables, used

__all__ = ["use_tables", "used"]
