"""Words for dates: what an interval says, why an event stands where it stands, and the whole evidence of one event."""

from timeline.reasons.evidence import explain
from timeline.reasons.why import explain_timex, reason
from timeline.reasons.words import describe, describe_dct, describe_time, gloss

__all__ = ["describe", "describe_dct", "describe_time", "explain", "explain_timex", "gloss", "reason"]
