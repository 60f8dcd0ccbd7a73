"""A group of mentions to one MergedEvent: the tightest shared time, the fullest parties, every source kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from timeline import edtf, reasons
from timeline.merge.because import because
from timeline.merge.copies import originals
from timeline.merge.parties import is_described
from timeline.merge.record import Record
from timeline.merge.stages import history
from timeline.merge.table import section
from timeline.merge.when import placed
from timeline.models import (
    Attribution,
    Conflict,
    EventTime,
    Joined,
    Mention,
    MentionTimex,
    MergedEvent,
    Party,
    Place,
    Status,
)
from timeline.reasons.why import timex_of

_ZONES = ("title", "lead", "body")


def arrange(group: Sequence[Record]) -> list[Record]:
    """Order mentions by the day of their article and their place in it: the first is the principal one."""
    return sorted(group, key=lambda record: (record.dct.not_before or record.dct.day or date.max, *record.key))


def reconcile(group: Sequence[Record], id_: str) -> MergedEvent:
    """Read a group of mentions as one event; ``group`` as ``arrange`` orders it.

    The type, mode and codes are those of the surest mention that has more to say than "other".  Where mentions disagree
    on the time, that of the best evidence holds, and all of them stand in ``conflicts``.
    """
    surest = max(group, key=_sureness)
    status = _status(group)
    stages = history(group)
    last = stages[-1].mentions if stages else tuple(range(len(group)))
    time, disagreement = _placed(group, last)
    conflicts = tuple(c for c in (disagreement, None if stages else _status_conflict(group)) if c)
    actors, recipients = _both_sides(group)
    articles = {record.article.id: record.article for record in group}
    copied = originals(articles.values())
    event = surest.event
    return MergedEvent(
        id=id_,
        title=_title(group, status, actors, recipients),
        type=surest.type,
        plover=_first(surest, group, "plover"),
        mode=_first(surest, [record for record in group if record.type == surest.type], "mode"),
        quad=event.quad or "none",
        cameo=event.cameo,
        status=status,
        actors=actors,
        recipients=recipients,
        places=_places(group),
        attribution=_attribution(group),
        context=tuple(sorted({topic for record in group for topic in record.event.context})),
        edtf=edtf.format(time.interval),
        time=time,
        mentions=tuple(_mention(record, joined, copied) for record, joined in zip(group, because(group), strict=True)),
        conflicts=conflicts,
        history=stages,
        sources=len(articles) - len(copied),
        confidence=_confidence(group, bool(conflicts)),
    )


def _sureness(record: Record) -> tuple[bool, bool, float]:
    """How much a mention has to say of the type: what only leads up to another says less."""
    return record.type != "OTHER", record.event.retells is None, record.event.confidence


def _placed(group: Sequence[Record], last: Sequence[int]) -> tuple[EventTime, Conflict | None]:
    """When it was by the mentions of its last stage: what was planned before is no conflict."""
    time, conflict = placed([group[index] for index in last])
    if conflict is None or len(last) == len(group):
        return time, conflict
    mentions = tuple(tuple(last[index] for index in side) for side in conflict.mentions)
    return time, conflict.model_copy(update={"mentions": mentions})


def _mention(record: Record, joined: Joined | None, copied: Mapping[str, str]) -> Mention:
    """Keep of an Event what shows where and why it was found; ``copied``: as ``originals`` tells."""
    event = record.event
    timex = timex_of(event, record.timexes)
    return Mention(
        article=record.article.id,
        sentence=event.sentence,
        start=event.start,
        end=event.end,
        trigger=event.trigger,
        tense=event.tense,
        aspect=event.aspect,
        polarity=event.polarity,
        modality=event.modality,
        event_class=event.event_class,
        timex=None if timex is None else MentionTimex.model_validate(timex, from_attributes=True),
        anchor=event.anchor,
        rule=event.rule,
        reason=reasons.reason(event, record.timexes, record.dct),
        status=event.status,
        time=event.time,
        attribution=event.attribution,
        frame=event.frame,
        features=event.features,
        joined=joined,
        copy_of=copied.get(record.article.id),
        title=event.title,
    )


def _first(surest: Record, group: Sequence[Record], field: str) -> str | None:
    """The surest mention's value, else the first one that any has."""
    values = [getattr(record.event, field) for record in (surest, *group)]
    return next((str(value) for value in values if value), None)


def _status(group: Sequence[Record]) -> Status:
    strength: list[Status] = section("status")["strength"]
    return min((record.event.status for record in group), key=strength.index)


def _status_conflict(group: Sequence[Record]) -> Conflict | None:
    """Statuses of different firmness; "scheduled" beside "pledged" is none."""
    rows: dict[int, list[int]] = {}
    for index, record in enumerate(group):
        row = next(n for n, row in enumerate(section("status")["groups"]) if record.event.status in row)
        rows.setdefault(row, []).append(index)
    if len(rows) < 2:
        return None
    values = tuple(group[indices[0]].event.status for indices in rows.values())
    return Conflict(field="status", values=values, mentions=tuple(tuple(indices) for indices in rows.values()))


def _name(party: Party | Place) -> str:
    name = party.name if isinstance(party, Party) else None
    return f"{(name or party.text).casefold()} {party.code}"


def _both_sides(group: Sequence[Record]) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Actors and recipients; who is told as both is an actor."""
    actors, recipients = _parties([r.event.actors for r in group]), _parties([r.event.recipients for r in group])
    acting = {_name(actor) for actor in actors}
    return actors, tuple(party for party in recipients if _name(party) not in acting)


def _tells_most(parties: Sequence[Party]) -> tuple[int, int]:
    """How many parties a list has, and how few of them it only describes."""
    return len(parties), -sum(map(is_described, parties))


def _parties(lists: Sequence[Sequence[Party]]) -> tuple[Party, ...]:
    """The longest list, of several as long the one that describes fewest, and who else has a code of his own."""
    found = list(sorted(lists, key=_tells_most, reverse=True)[0])
    names, codes = {_name(party) for party in found}, {party.code for party in found}
    for party in (party for parties in lists for party in parties):
        if party.code and party.code not in codes and _name(party) not in names:
            found.append(party)
            names.add(_name(party))
            codes.add(party.code)
    return tuple(found)


def _places(group: Sequence[Record]) -> tuple[Place, ...]:
    found: dict[str, Place] = {}
    for record in group:
        for place in record.event.places:
            found.setdefault(_name(place), place)
    return tuple(found.values())


def _attribution(group: Sequence[Record]) -> Attribution:
    order: list[str] = section("certainty")["order"]
    return min((record.event.attribution for record in group), key=lambda a: order.index(a.certainty))


def _confidence(group: Sequence[Record], conflict: bool) -> float:
    table = section("confidence")
    best = max(record.event.confidence for record in group)
    others = len({record.article.id for record in group}) - 1
    value = 1 - (1 - best) * float(table["other_article"]) ** others
    return round(value * (float(table["conflict"]) if conflict else 1.0), 3)


def _title(group: Sequence[Record], status: Status, actors: Sequence[Party], recipients: Sequence[Party]) -> str:
    """The headline of the mention that tells most: with the event's status, most parties, nearest to the top."""
    told = [record for record in group if record.event.title and record.event.title.strip()]
    if told:
        best = min(
            told,
            key=lambda record: (
                record.event.status != status,
                _only_speaks(record),
                -len({_name(party) for party in (*record.event.actors, *record.event.recipients)}),
                _ZONES.index(record.zone),
            ),
        )
        return (best.event.title or "").strip()
    return _fallback(group[0], (*actors, *recipients))


def _only_speaks(record: Record) -> bool:
    """Tell whether a mention only leads to what is said ("those who spoke to the paper said")."""
    return record.event.retells is not None and record.event.frame == "says"


def _fallback(record: Record, parties: Sequence[Party]) -> str:
    table = section("title")
    names = list(dict.fromkeys(" ".join(party.called.split()) for party in parties))
    trigger = " ".join(record.event.trigger.split())
    many = len(names) > 1
    listed = table["comma"].join(names[:-1]) + table["and"] + names[-1] if many else "".join(names)
    title = str(table["with_actors" if names else "alone"]).format(actors=listed, trigger=trigger) or record.type
    longest = int(table["longest"])
    return title if len(title) <= longest else title[: longest - 1].rstrip() + "…"
