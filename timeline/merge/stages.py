"""The stages of one event: announced, put off or called off, held; a plan and what came of it are one event."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from timeline import edtf
from timeline.edtf import Interval
from timeline.merge.contents import is_same_sentence
from timeline.merge.record import Record, shared_words
from timeline.merge.table import section
from timeline.merge.when import placed
from timeline.models import Stage, Status


@cache
def stage(status: Status) -> str | None:
    """The stage that a status tells of, as the table names it; None for what is no stage."""
    return next((name for name, statuses in section("stages")["of"].items() if status in statuses), None)


def are_stages(one: Record, other: Record) -> bool:
    """Tell whether two mentions may tell an event at two of its stages; whether they do, the days decide.

    One sentence that tells of two tells them apart: "a disputed poll, after they had called off the planned runoff".
    """
    if one.type != other.type or one.type not in section("stages")["types"] or is_same_sentence(one, other):
        return False
    stages = {stage(one.event.status), stage(other.event.status)}
    return None not in stages and len(stages) > 1


def follows(one: Record, other: Record) -> bool:
    """Tell whether the days of two stages fit: what was planned for a day was held on it, or put off from it."""
    earlier, later = sorted((one, other), key=_rank)
    if stage(later.event.status) == "put off":
        return any(_meets(earlier.begin, day) for day in (later.begin, *told_days(later)))
    if stage(earlier.event.status) == "put off" and any(_meets(day, later.begin) for day in told_days(earlier)):
        return True
    return _is_told_before(earlier, later) and (_meets(earlier.begin, later.begin) or _is_soon(earlier, later))


def history(group: Sequence[Record]) -> tuple[Stage, ...]:
    """The stages that a group of mentions tells, in their order; none where it tells fewer than two."""
    found: dict[str, list[int]] = {}
    for index, record in enumerate(group):
        name = stage(record.event.status)
        if name is None:
            return ()
        found.setdefault(name, []).append(index)
    if len(found) < 2:
        return ()
    return tuple(_stage(name, found[name], group) for name in section("stages")["of"] if name in found)


def _stage(name: str, mentions: Sequence[int], group: Sequence[Record]) -> Stage:
    told = [day for index in mentions if (day := group[index].dct.day) is not None]
    time, _ = placed([group[index] for index in mentions])
    return Stage(
        stage=name,  # type: ignore[arg-type]
        told=min(told, default=None),
        edtf=edtf.format(time.interval),
        mentions=tuple(mentions),
    )


def _rank(record: Record) -> int:
    return list(section("stages")["of"]).index(stage(record.event.status) or "")


def _meets(planned: Interval, held: Interval) -> bool:
    """Tell whether both are closed, none long, and have a day in common."""
    longest = section("stages")["longest"]
    closed = all(interval.days is not None and interval.days <= longest for interval in (planned, held))
    return closed and planned.intersect(held) is not None


def _is_soon(earlier: Record, later: Record) -> bool:
    """Tell whether a plan without a day was held soon after it was told of, in like words."""
    told, held = earlier.dct.not_before, later.begin
    if earlier.stem != later.stem or shared_words(earlier, later)[0] < section("stages")["shared"]:
        return False
    if earlier.begin.days is not None or told is None or held.days is None or held.not_before is None:
        return False
    return 0 <= (held.not_before - told).days <= int(section("stages")["soon"])


def _is_told_before(earlier: Record, later: Record) -> bool:
    told, held = earlier.dct.not_before, later.begin.not_after
    return told is not None and held is not None and told <= held


def told_days(record: Record) -> Sequence[Interval]:
    """All days that a mention's sentence names: of a meeting put off the old one too."""
    sentence = record.event.sentence
    return [t.interval for t in record.timexes if sentence.start <= t.start < sentence.end]
