"""What is claimed and told of an article's day is weighed, in one cascade, and decides its DCT."""

from timeline.dating.cascade import Decision, compare, date_lines, decide, open_days
from timeline.dating.doubt import doubts
from timeline.dating.given import given
from timeline.dating.lack import lack

__all__ = ["Decision", "compare", "date_lines", "decide", "doubts", "given", "lack", "open_days"]
