"""A reader's corrections, applied to merged events: only those of other mentions than before are reconciled again."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from timeline.corrections import Group, Member, contradictions, corrected, place, regroup
from timeline.errors import CorrectionError
from timeline.merge.events import Made
from timeline.merge.reconcile import arrange, reconcile
from timeline.merge.record import Record
from timeline.merge.source import Places, Source
from timeline.models import Applied, Corrections, MergedEvent

Report = Callable[[CorrectionError], None]


def amend(
    made: Sequence[Made], every: Places, source: Source, corrections: Corrections, report: Report
) -> tuple[list[MergedEvent], Applied]:
    """Place corrections among events and apply them; what cannot be, or contradicts another, goes to ``report``."""
    number = {one.id: number for number, one in enumerate(source.articles)}

    def text(article: str) -> str:
        return source.load(number[article]).article.text

    def record(member: Member) -> Record:
        return source.load(every.article[member.number]).told(every.number[member.number])

    for problem in contradictions(corrections):
        report(problem)
    placed = place(corrections, [one.event for one in made], text, report)
    groups = [_group(one, placed.names.get(one.event.id)) for one in made]
    groups, gone = regroup(groups, placed.corrections, report)
    events = [_event(group, record) for group in groups]
    return corrected(events, placed.corrections, gone), placed.applied


def _group(one: Made, name: str | None) -> Group:
    event = one.event if name is None else one.event.model_copy(update={"id": name})
    return Group(event.id, [Member(*told) for told in zip(one.mentions, event.mentions, strict=True)], made=event)


def _event(group: Group, record: Callable[[Member], Record]) -> MergedEvent:
    if group.made is not None:
        return group.made
    own = arrange([record(member) for member in group.own])
    event = reconcile(own, group.name)
    if group.joined:
        # The reader named the event that the others are: its name and type hold, all mentions tell the rest.
        kept = {name: getattr(event, name) for name in ("title", "type", "plover", "mode", "quad", "cameo")}
        joined = [record(member) for member in group.joined]
        event = reconcile(arrange((*own, *joined)), group.name).model_copy(update=kept)
    fields = ("mention",) * group.split + ("same_as",) * bool(group.joined)
    return event.model_copy(update={"corrected": fields}) if fields else event
