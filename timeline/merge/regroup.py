"""A reader's word on which mentions are one event: groups merged and mentions taken out, before they are reconciled."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from timeline.errors import TimelineError, TimelineFileError
from timeline.merge.record import Record
from timeline.models import Corrections, MentionKey

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
    asked = {one.event: one.same_as for one in corrections.corrections if one.same_as is not None}
    into = {name: other for name, other in asked.items() if _possible(found, name, asked, report)}
    whole = dict(found)
    for name in into:
        root = _root(name, into)
        whole[root] = whole[root]._replace(joined=(*whole[root].joined, *found[name].own))
    return [group for name, group in whole.items() if name not in into], frozenset(into)


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


def _possible(found: dict[str, Group], name: str, into: dict[str, str], report: Report) -> bool:
    root = _root(name, into)
    if name not in found:
        return False  # said where its fields are to be applied
    if root not in found:
        report(_gone(name, f"there is no event {root} any more to merge it into"))
    elif root in into:
        report(_gone(name, f"{root} is merged into itself"))
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
