"""What an event's own expressions say of its status: that it lies ahead, or has lasted since a day."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.edtf import Interval
from timeline.events.anchoring.expressions import is_beside, is_timetable, next_of_weekday, own
from timeline.events.anchoring.state import EventMention
from timeline.events.parse.attach import Attached
from timeline.events.parse.clause import clause_of, sets_a_day
from timeline.events.parse.timeml import lasts
from timeline.events.words import words


def lies_ahead(mention: EventMention, attached: Sequence[Attached], dct: Interval) -> bool:
    """Tell whether an event's own expression lies after the article."""
    today = dct.not_after
    if today is None or _is_done(mention):
        return False
    begins = ((a.timex.not_before, a.timex.not_after) for a in own(mention, attached, dct))
    return any(first is not None and (first > today or (first == today and first != last)) for first, last in begins)


def has_lasted(mention: EventMention, attached: Sequence[Attached]) -> bool:
    """Tell whether a state or what lasts is told in the perfect to go on since a day ("has been jailed since May")."""
    verb, reading = mention.token, mention.reading
    if not verb.is_verbal or (reading.tense, reading.aspect) != ("PRESENT", "PERFECTIVE"):
        return False
    is_kept = clause_of(verb).is_passive and verb.lemma in words("durations", "kept")
    return (is_kept or lasts(verb) or verb.lemma == "be") and any(
        a.host is verb and a.marker == "since" for a in attached
    )


def _is_done(mention: EventMention) -> bool:
    """Tell whether a verb in the past tells itself: a later day beside it is of something else.

    "The plan for June was hailed"; what an event noun's verb says may be of its plan ("the visit was set for June").
    """
    verb, auxiliaries = mention.pivot, clause_of(mention.pivot).auxiliaries
    if mention.token is not verb and (sets_a_day(verb) or is_beside(mention)):
        return False  # "called a march for Friday", "left ahead of Friday's march"
    passive = mention.token is verb and verb.form == "past participle" and [a.form for a in auxiliaries] == ["past"]
    return passive or (verb.form == "past" and not auxiliaries)


def is_of_timetable(mention: EventMention, attached: Sequence[Attached], dct: Interval) -> bool:
    """Tell whether a verb in the present has a day of the week that comes ("Chad votes on Sunday")."""
    verb = mention.pivot
    told = own(mention, attached, dct) if is_timetable(verb) else ()
    return any(next_of_weekday(a, verb, dct) is not None for a in told)
