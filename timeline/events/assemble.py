"""An Event from what the rooms say of a mention: its type and parties, when it was, and its headline."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from timeline.events.anchoring.expressions import is_joint
from timeline.events.anchoring.placed import Placed
from timeline.events.coding.attribution import attribution
from timeline.events.coding.candidate import Candidate
from timeline.events.coding.modes import meeting
from timeline.events.coding.places import contexts, places
from timeline.events.coding.voters import voters
from timeline.events.headline.cut import dated_words
from timeline.events.headline.facts import Facts
from timeline.events.headline.write import write_headline
from timeline.events.lexicon import lexicon
from timeline.events.parse.timeml import Reading
from timeline.events.parse.word import Word
from timeline.events.parties.sentence import Sentence
from timeline.events.words import words
from timeline.models import Attribution, Event, Span, Status


@dataclass(frozen=True, slots=True)
class Mention:
    """An event mention: its word, what it is coded as, and whether it only describes somebody or something."""

    token: Word
    candidate: Candidate | None
    reading: Reading
    status: Status
    is_background: bool = False


def event(sentence: Sentence, mention: Mention, placed: Placed, reporter: str | None) -> Event:
    """The event of a mention, typed where it is coded; ``reporter``: who wrote the article."""
    reading, token = mention.reading, mention.token
    values: dict[str, Any] = {
        "id": "",
        "start": sentence.position(token),
        "end": sentence.position(token) + len(token.text),
        "trigger": sentence.span(token.start, token.end),
        "status": mention.status,
        "tense": reading.tense,
        "aspect": reading.aspect,
        "polarity": reading.polarity,
        "modality": reading.modality,
        "event_class": reading.event_class,
        "sentence": Span(start=sentence.offset, end=sentence.offset + len(sentence.string)),
        "time": placed.time,
        "anchor": placed.anchor,
        "rule": placed.rule,
    }
    if mention.candidate is None:
        return Event(**values, attribution=Attribution(reporter=reporter))
    return Event(**values, **_typed(sentence, mention.candidate, mention.status, placed, reporter))


def _typed(sentence: Sentence, c: Candidate, status: Status, placed: Placed, reporter: str | None) -> dict[str, Any]:
    kind = lexicon().kinds[c.type]
    if c.type == "ELECTION" and not c.actors and c.token.pos == "noun":
        c = replace(c, actors=voters(sentence, c.token))
    where = places(sentence, c.token, c.pivot)
    mode = meeting(sentence, c, where)
    if mode != c.mode:
        c = replace(c, mode=mode)
    return {
        "type": c.type,
        "frame": c.origin,
        "plover": _plover(c, status),
        "mode": c.mode,
        "quad": kind.quad,
        "cameo": kind.cameo,
        "actors": tuple(c.actors),
        "recipients": tuple(c.recipients),
        "places": where,
        "attribution": attribution(sentence, c.pivot, frozenset(p.called for p in c.actors), reporter),
        "context": contexts(sentence, c.pivot.subtree),
        "title": _title(sentence, c, status, placed),
    }


_OF_TYPE = ("type", "frame", "plover", "mode", "quad", "cameo", "actors", "recipients", "places", "context", "title")


def untyped(event: Event) -> Event:
    """An event as it is where its mention is not coded."""
    plain = {name: Event.model_fields[name].get_default() for name in (*_OF_TYPE, "features", "confidence")}
    return event.model_copy(update=plain | {"attribution": Attribution(reporter=event.attribution.reporter)})


def _plover(c: Candidate, status: Status) -> str | None:
    """PLOVER's code: what an extension falls back to, and what a plan of cooperation is."""
    kind = lexicon().kinds[c.type]
    if kind.quad == "none":
        return (kind.fallback or {}).get(c.mode or c.token.lemma)
    return kind.planned if kind.planned and status in ("scheduled", "pledged") else c.type


def _joined(sentence: Sentence, date: tuple[int, int]) -> tuple[int, int]:
    """A date with another that is joined to it ("in 1978-87", "from March to June")."""
    first, last = date
    for start, end in sentence.dates:
        if first > end and is_joint(sentence.text[end:first]):
            first = start
        elif start >= last and is_joint(sentence.text[last:start]):
            last = end
    return first, last


def _title(sentence: Sentence, c: Candidate, status: Status, placed: Placed) -> str:
    """The headline, without the words of the event's own date, and without "today" and the like."""
    date = next(((a, b) for a, b in sentence.dates if a == placed.anchor.start), None)
    told = [date, _joined(sentence, date)] if date else []
    told += [one for one in sentence.dates if sentence.text[slice(*one)].lower() in words("headline", "deictic")]
    skip = frozenset().union(*(dated_words(sentence.tree, a - sentence.offset, b - sentence.offset) for a, b in told))
    return write_headline(Facts(sentence, c.token, c.actors, c.recipients, c.type, c.mode, status, skip))
