"""The rules that date events, one file a kind of evidence; importing them registers them."""

from timeline.events.anchoring.rules import distance, event_noun, other_event, own_timex, planned, talks, tense

__all__ = ["distance", "event_noun", "other_event", "own_timex", "planned", "talks", "tense"]
