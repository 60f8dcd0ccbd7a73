"""A reader's word on which mentions are one event: groups merged and mentions taken out, before they are reconciled."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from timeline.errors import TimelineError, TimelineFileError
from timeline.merge.record import Record
from timeline.models import Correction, Corrections, MentionKey

Report = Callable[[TimelineError], None]


class Group(NamedTuple):
    """Mentions of one event under its id; ``joined``: those of the events that a reader merged into it."""

    name: str
    own: Sequence[Record]
    joined: Sequence[Record] = ()
    split: bool = False


def regroup(groups: Iterable[Group], corrections: Corrections, report: Report) -> tuple[list[Group], frozenset[str]]:
    """Take split mentions out, then merge: (the groups left, ids of the events that have gone into others).

    Neither hangs on the order of the corrections.  What cannot be done any more is handed to ``report``.
    """
    found = {group.name: group for group in groups}
    for one in corrections.corrections:
        if one.mention is not None:
            _split(found, one.event, one.mention, report)
    into = {one.event: one.same_as for one in corrections.corrections if one.same_as is not None}
    merged = [one for one in corrections.corrections if one.same_as is not None and _possible(found, one, into, report)]
    whole = dict(found)
    for one in merged:
        root = _root(one.event, {each.event: each.same_as for each in merged if each.same_as is not None})
        whole[root] = whole[root]._replace(joined=(*whole[root].joined, *found[one.event].own))
    gone = frozenset(one.event for one in merged)
    return [group for name, group in whole.items() if name not in gone], gone


def _split(found: dict[str, Group], name: str, key: MentionKey, report: Report) -> None:
    for group in list(found.values()):
        taken = [record for record in group.own if _is(record, key)]
        if not taken:
            continue
        left = [record for record in group.own if not _is(record, key)]
        if left:
            found[group.name] = group._replace(own=left)
        else:
            del found[group.name]  # it stands alone already: only its name is new
        found[name] = Group(name, taken, split=True)
        return
    report(_gone(name, f"{key.article} has no event at {key.start} to {key.end} any more"))


def _is(record: Record, key: MentionKey) -> bool:
    return (record.article.id, record.event.start, record.event.end) == (key.article, key.start, key.end)


def _possible(found: dict[str, Group], one: Correction, into: dict[str, str], report: Report) -> bool:
    root = _root(one.event, into)
    if one.event not in found:
        return False  # said where its fields are to be applied
    if root not in found:
        report(_gone(one.event, f"there is no event {root} any more to merge it into"))
    elif root in into:
        report(_gone(one.event, f"{root} is merged into itself"))
    else:
        return True
    return False


def _root(name: str, into: dict[str, str]) -> str:
    """The event that an event goes into in the end; one of a ring where they go round."""
    seen: set[str] = set()
    while name in into and name not in seen:
        seen.add(name)
        name = into[name]
    return name


def _gone(name: str, why: str) -> TimelineFileError:
    return TimelineFileError(f"correction of {name}: {why}; drop the correction")
