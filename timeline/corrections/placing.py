"""Corrections are brought to the events of a build, which new articles and rules may have given other ids."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from timeline.corrections.describe import describe, from_correction
from timeline.corrections.likeness import Texts
from timeline.corrections.search import Search, Told
from timeline.corrections.telling import listed
from timeline.errors import CorrectionError
from timeline.models import Applied, Correction, Corrections, Description, MentionKey, MergedEvent, Near, Placement

Report = Callable[[CorrectionError], None]


class Placed(NamedTuple):
    """The ``corrections`` that a build can apply, by the ids of its events and where mentions stand in it.

    ``names``: the ids by which events were corrected, and which they keep, by those that the build gave them.
    ``applied``: all corrections with what is known of them, to be kept.
    """

    corrections: Corrections
    names: Mapping[str, str]
    applied: Applied


class _Meant(NamedTuple):
    """What the ids of a file mean: events, by ``final`` ids and the ``names`` of Placed, and mentions taken out.

    ``told``: what the file tells of those that it does not describe.
    """

    events: Mapping[str, Placement]
    mentions: Mapping[str, Told | None]
    final: Mapping[str, str]
    names: Mapping[str, str]
    told: Mapping[str, Description]


def place(corrections: Corrections, events: Sequence[MergedEvent], texts: Texts, report: Report) -> Placed:
    """Find the events that are meant: by their ids, by a sentence that still tells them, or by their likeness.

    What cannot be found is handed to ``report`` with the events nearest to it, and stays among what is ``applied``.
    """
    search = Search(events, texts, corrections.descriptions)
    meant = _meant(corrections, search)
    usable = tuple(_usable(corrections.corrections, meant, search, report))
    known = {
        "descriptions": dict(_described(meant, search, texts)) | dict(corrections.descriptions),
        "placements": tuple(_placements(meant)),
    }
    return Placed(
        corrections.model_copy(update={"corrections": usable}),
        {new: name for new, name in meant.names.items() if new != name},
        Applied(**dict(corrections)).model_copy(update=known),
    )


def _meant(corrections: Corrections, search: Search) -> _Meant:
    every = corrections.corrections
    told = {one.event: from_correction(one) for one in reversed(every)}
    events = {name: search.placement(name, told.get(name, Description())) for name in _foreign(corrections)}
    mentions = {one.event: search.mention(one.event, one.mention) for one in every if one.mention is not None}
    names: dict[str, str] = {}
    final = {}
    for name, one in events.items():
        if one.found is not None:
            # An event that is named by its own id keeps that, any other one the first by which it was corrected.
            final[name] = names.setdefault(one.found, one.found if one.found in events else name)
    return _Meant(events, mentions, final, names, told)


def _foreign(corrections: Corrections) -> list[str]:
    """All ids but those of the reader's own choice."""
    every = corrections.corrections
    own = {one.event for one in every if one.is_own}
    asked = [name for one in every for name in (one.event, one.same_as) if name is not None]
    return [name for name in dict.fromkeys((*asked, *corrections.story)) if name not in own]


def _usable(corrections: Sequence[Correction], meant: _Meant, search: Search, report: Report) -> Iterator[Correction]:
    """Yield what can be applied, as this build calls events; say of the rest what it lacks."""
    known = {*meant.final, *(one.event for one in corrections if one.added)}
    known |= {name for name, told in meant.mentions.items() if told is not None}
    for number, one in enumerate(corrections):
        lacks = _lack(one, meant, known)
        if lacks:
            report(_lost(number, one, lacks, _near(one, meant, search, known)))
        if one.event in known:
            yield _as_called(one, meant, known)


def _lack(one: Correction, meant: _Meant, known: Collection[str]) -> str | None:
    """What is not there any more of what a correction names; None where all is, or another correction says it."""
    if one.event not in known:
        if one.mention is not None:
            return f"{one.mention.article} has no event at {one.mention.start} to {one.mention.end} any more"
        return "there is no such event any more" if one.event in meant.events else None
    if one.same_as is not None and one.same_as not in known:
        return f"there is no event {one.same_as} any more to merge it into"
    return None


def _near(one: Correction, meant: _Meant, search: Search, known: Collection[str]) -> Sequence[Near]:
    """The events nearest to the one that is not there."""
    name = one.event if one.event not in known or one.same_as is None else one.same_as
    if name in meant.events:
        return meant.events[name].nearest
    return search.near(search.described(name) or meant.told[name])


def _as_called(one: Correction, meant: _Meant, known: Collection[str]) -> Correction:
    """Name events as they are called in this build, and mentions where they stand there."""
    event = meant.final.get(one.event, one.event)
    other = meant.final.get(one.same_as, one.same_as) if one.same_as in known and one.same_as else None
    told = meant.mentions.get(one.event) if one.mention else None
    place = told and told.mention
    key = place and MentionKey(article=place.article, start=place.start, end=place.end)
    # Two that are one event by now need not be merged.
    return one.model_copy(update={"event": event, "same_as": None if other == event else other, "mention": key})


def _lost(number: int, one: Correction, lacks: str, near: Sequence[Near]) -> CorrectionError:
    advice = "name the one that is meant" if near else "name another"
    return CorrectionError(
        number, f"correction of {one.event}: {lacks}; {listed(near)}: {advice}, or let it wait, as it is kept"
    )


def _described(meant: _Meant, search: Search, texts: Texts) -> Iterator[tuple[str, Description]]:
    """What all events are that are found, as nobody has corrected them."""
    for name, one in meant.events.items():
        if one.found is not None:
            yield name, describe(search[one.found], texts)
    for name, told in meant.mentions.items():
        if told is not None:
            yield name, describe(told.event, texts, [told.mention])


def _placements(meant: _Meant) -> Iterator[Placement]:
    for name, one in meant.events.items():
        yield one.model_copy(update={"found": meant.final.get(name)})
    for name, told in meant.mentions.items():
        if told is not None:
            yield Placement(event=name, found=name, title=told.event.title, by="sentence", likeness=1.0)
