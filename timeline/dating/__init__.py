"""An article whose claims do not decide gets the days that its dateline, its address and its content leave open."""

from timeline.dating.cascade import check, date_lines, infer, open_days
from timeline.dating.lack import lack

__all__ = ["check", "date_lines", "infer", "lack", "open_days"]
