"""A reader's word on which mentions are one event: groups merged and mentions taken out, before they are reconciled."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from timeline.corrections.contradictions import ends_in
from timeline.errors import CorrectionError
from timeline.models import Corrections, Mention, MentionKey, MergedEvent

Report = Callable[[CorrectionError], None]


class Member(NamedTuple):
    """A mention of an event, and its number among all mentions of a build."""

    number: int
    mention: Mention


class Group(NamedTuple):
    """Mentions of one event under its id; ``joined``: those of the events that a reader merged into it.

    ``made``: the event of exactly these mentions, None where a reader has changed which they are.
    """

    name: str
    own: Sequence[Member]
    joined: Sequence[Member] = ()
    split: bool = False
    made: MergedEvent | None = None


def regroup(groups: Iterable[Group], corrections: Corrections, report: Report) -> tuple[list[Group], frozenset[str]]:
    """Take split mentions out, then merge: (the groups left, ids of the events that have gone into others).

    Neither hangs on the order of the corrections; those of events merged in a ring are left out.  ``report`` gets what
    is to go into an event that no article tells.
    """
    found = {group.name: group for group in groups}
    for one in corrections.corrections:
        if one.mention is not None:
            _split(found, one.event, one.mention)
    into = dict(_into(found, corrections, report))
    whole = dict(found)
    for name, root in into.items():
        whole[root] = whole[root]._replace(joined=(*whole[root].joined, *found[name].own), made=None)
    return [group for name, group in whole.items() if name not in into], frozenset(into)


def _into(found: Mapping[str, Group], corrections: Corrections, report: Report) -> Iterator[tuple[str, str]]:
    """Yield the events that go into others, each with the one that it ends in."""
    asked = {one.event: one.same_as for one in corrections.corrections if one.same_as is not None}
    for number, one in enumerate(corrections.corrections):
        root = ends_in(one.event, asked)
        if one.same_as is None or one.event not in found or root is None:
            continue
        if root in found:
            yield one.event, root
        else:
            report(
                CorrectionError(number, f"correction of {one.event}: no article tells of {root}; merge that into it")
            )


def _split(found: dict[str, Group], name: str, key: MentionKey) -> None:
    for group in list(found.values()):
        taken = [member for member in group.own if _is(member, key)]
        if not taken:
            continue
        left = [member for member in group.own if not _is(member, key)]
        if left:
            found[group.name] = group._replace(own=left, made=None)
        else:
            del found[group.name]  # it stands alone already: only its name is new
        found[name] = Group(name, taken, split=True)
        return


def _is(member: Member, key: MentionKey) -> bool:
    place = (member.mention.article, member.mention.start, member.mention.end)
    return place == (key.article, key.start, key.end)
