"""The order in which an event is dated: the strongest evidence in its sentence first, its tense last."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from timeline.errors import TableError
from timeline.events.anchoring.placed import Placed
from timeline.events.anchoring.rule import TABLE, Place, Refine
from timeline.events.anchoring.rules import distance, event_noun, noun_date, other_event, own_timex, planned, tense
from timeline.events.anchoring.state import Evidence
from timeline.events.rules import Rules


@dataclass(frozen=True, slots=True)
class Group:
    """Rules that ask for the same; ``refined_by``: what makes their results more exact.

    ``guard`` asks for what stays the same however often the article is read, ``above`` for the date of another word.
    """

    rules: Rules[Place]
    guard: Callable[[Evidence], bool]
    refined_by: Rules[Refine] | None = None
    above: Callable[[Evidence], bool] | None = None

    def place(self, evidence: Evidence) -> Placed | None:
        """Date an event by the first rule that applies, and more exactly where that is possible.

        No event ends before it begins ("ruled from 2011 until 1992"): the expressions are of something else.
        """
        if self.above is not None and not self.above(evidence):
            return None
        for name, rule in self.rules:
            placed = rule(evidence)
            if placed is not None and not placed.time.interval.is_reversed:
                return self._refined(evidence, placed.by(name))
        return None

    def _refined(self, evidence: Evidence, placed: Placed) -> Placed:
        for name, refine in self.refined_by or ():
            better = refine(evidence, placed)
            if better is not None:
                return better.by(name)
        return placed


GROUPS = (
    Group(tense.DECLARATION, tense.declares),
    Group(distance.DISTANCE, distance.is_at_distance),
    Group(own_timex.OWN_EXPRESSION, own_timex.has_own, own_timex.MORE_EXACT),
    Group(own_timex.OWN_DAY, own_timex.agrees_with_status, own_timex.MORE_EXACT),
    Group(own_timex.LONG_AGO, own_timex.is_long_ago),
    Group(own_timex.UNREAD, own_timex.is_unread),
    Group(own_timex.LENGTH_OF_TIME, own_timex.has_gone_on),
    Group(noun_date.DATE_OF_HELD, noun_date.has_no_date),
    Group(noun_date.NOUN_DATE, noun_date.looks_back),
    Group(other_event.OCCASION, other_event.tells_deed),
    Group(other_event.TOLD_AGAIN, other_event.may_come_again),
    Group(other_event.ADJUNCT_NOUN, other_event.in_adjunct),
    Group(other_event.OTHER_EVENT, other_event.hangs_on_another),
    Group(other_event.LOWER_CLAUSE, other_event.is_lower_clause, above=other_event.shares_time_above),
    Group(tense.NO_ARTICLE_DAY, tense.has_no_dct),
    Group(tense.HEADING, tense.stands_under_date, tense.SINCE_ONSET),
    Group(planned.PLANNED, planned.lies_ahead, tense.SINCE_ONSET),
    Group(planned.INFINITIVE, planned.is_infinitive, tense.SINCE_ONSET, above=planned.is_dated_above),
    Group(planned.AHEAD_OF_ARTICLE, planned.lies_ahead),
    Group(tense.ONGOING, tense.goes_on, tense.SINCE_ONSET),
    Group(tense.ADJECTIVE, tense.is_past_adjective, tense.SINCE_ONSET),
    Group(event_noun.LASTING_NOUN, event_noun.is_lasting_noun, tense.SINCE_ONSET),
    Group(event_noun.NOUN_OF_CLAUSE, event_noun.is_noun, tense.SINCE_ONSET),
    Group(tense.PERFECT, tense.is_perfect, tense.SINCE_ONSET),
    Group(tense.PRESENT, tense.is_present, tense.SINCE_ONSET),
    Group(tense.DESCRIPTION, tense.describes, tense.SINCE_ONSET),
    Group(tense.MOMENT, tense.follows_last_told),
    Group(tense.PAST, tense.is_told, tense.SINCE_ONSET),
    Group(tense.SPEECH, tense.is_said),
    Group(tense.NEWS, tense.always, tense.SINCE_ONSET),
)


def _contradicts(placed: Placed, e: Evidence) -> bool:
    """Tell whether what has happened would lie after the article, or what is to come before it, by another's date.

    A noun that will only come about ("a storm will ruin the town") is told as a fact.
    """
    if placed.is_explicit:
        return False
    (first, last), (earliest, latest) = placed.time.interval, e.dct
    is_past = e.status == "occurred" and e.token.is_verbal
    after_it = is_past and first is not None and latest is not None and first > latest
    before_it = e.status == "scheduled" and last is not None and earliest is not None and last < earliest
    return after_it or before_it


def groups_for(evidence: Evidence) -> tuple[Group, ...]:
    """The groups whose rules may date an event, in their order."""
    return tuple(group for group in GROUPS if group.guard(evidence))


def place(evidence: Evidence, groups: Sequence[Group]) -> Placed:
    """Date an event by the first of its groups that does, and does not contradict its status.

    Raises TableError where none does: the last rule must always apply.
    """
    for group in groups:
        placed = group.place(evidence)
        if placed is not None and (group is GROUPS[-1] or not _contradicts(placed, evidence)):
            return placed
    raise TableError(f"events/{TABLE}.toml: no rule dates {evidence.token.text!r}")
