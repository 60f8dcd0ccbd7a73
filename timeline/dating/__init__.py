"""An article whose claims do not decide gets the days that its dateline, its address and its content leave open."""

from timeline.dating.cascade import date_lines, infer, open_days

__all__ = ["date_lines", "infer", "open_days"]
