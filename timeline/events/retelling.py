"""Mentions of one article that tell one event: "said ..., adding ...", "began to withdraw"."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from timeline.events.parse.clause import clause_of
from timeline.events.parse.word import Word
from timeline.events.respoken import RESPOKEN, one_of
from timeline.events.rules import Rules
from timeline.events.telling import Telling, governed, shares_actor
from timeline.events.words import words
from timeline.models import Event

# The event that another one tells again; None where it tells its own.
Retold = Callable[[Telling], Event | None]
RETOLD: Rules[Retold] = Rules("retelling", "retold")


def with_retellings(tellings: Iterable[Telling]) -> list[Event]:
    """The events of an article, each with where the trigger stands of the one that it tells again."""
    told = list(tellings)
    events = [telling.event for telling in told]
    known = {event.start for event in events}
    first: dict[int, int] = {}
    for telling in told:
        found = (event.start for _, rule in (*RESPOKEN, *RETOLD) if (event := rule(telling)) is not None)
        start = next((start for start in found if start in known), None)
        if start is not None:
            first[telling.event.start] = start
    roots = {start: _root(start, first) for start in first}
    return [e.model_copy(update={"retells": roots[e.start]}) if e.start in roots else e for e in events]


def _root(start: int, first: dict[int, int]) -> int:
    seen = {start}
    while start in first and first[start] not in seen:
        start = first[start]
        seen.add(start)
    return start


@RETOLD.rule("issued-to-say")
def _issued_to_say(t: Telling) -> Event | None:
    paper = t.token.head
    issued = t.token.role == "noun clause" and t.token.form == "past participle"
    if not issued or paper.role != "subject" or paper.lemma not in words("parties", "documents", "writings"):
        return None
    said = t.beside.get(paper.head.index)
    return said if said is not None and shares_actor(said, t.event) else None


@RETOLD.rule("begins")
def _begins(t: Telling) -> Event | None:
    if not t.is_unframed or t.token.lemma in words("retelling", "shuns"):
        return None
    return next((e for e in governed(t) if e.status == t.event.status and _is_own(t.event, e)), None)


@RETOLD.rule("sets-the-tone")
def _sets_the_tone(t: Telling) -> Event | None:
    if not t.is_unframed or t.pivot.lemma not in words("retelling", "tone"):
        return None
    clauses = [
        c for c in t.pivot.by_role("adverbial") if c.form == "present participle" or "as" in clause_of(c).markers
    ]
    return one_of(t, [t.beside[c.index] for c in clauses if c.index in t.beside])


@RETOLD.rule("says-own-will")
def _says_own_will(t: Telling) -> Event | None:
    verb = t.pivot
    if verb.role != "complement" or not _tells_will(verb):
        return None
    said = t.beside.get(verb.head.index)
    if said is None or said.frame != "says" or said.status != t.event.status:
        return None
    return said if _is_same_side(said, t.event) else None


def _tells_will(verb: Word) -> bool:
    """Tell whether a verb says what its subject will do or wants."""
    return clause_of(verb).is_future or verb.lemma in words("retelling", "wants")


def _is_same_side(one: Event, other: Event) -> bool:
    """Tell whether two events are of the same actor, or of two who stand for one state."""
    codes = {party.code for party in one.actors} & {party.code for party in other.actors}
    return other.type != "CONSULT" and (shares_actor(one, other) or bool(codes - {None}))


@RETOLD.rule("tries")
def _tries(t: Telling) -> Event | None:
    if not t.is_unframed or t.token.lemma not in words("retelling", "tries"):
        return None
    return next((e for e in governed(t) if e.status == "attempted" and _is_own(t.event, e)), None)


@RETOLD.rule("carries-out")
def _carries_out(t: Telling) -> Event | None:
    if not t.is_unframed or not t.token.is_verbal or t.token.lemma in words("retelling", "shuns"):
        return None
    done = [n for n in t.token.by_role("object") if n.index in t.beside and n.pos == "noun"]
    return next((e for n in done if _is_as_real(e := t.beside[n.index], t.event)), None)


def _is_as_real(one: Event, other: Event) -> bool:
    """Tell whether two events have one status; what goes on is as much a fact as what is over."""
    return one.status == other.status or {one.status, other.status} == {"occurred", "ongoing"}


@RETOLD.rule("takes-place")
def _takes_place(t: Telling) -> Event | None:
    if not t.is_unframed or not _only_happens(t.token):
        return None
    what = [n for n in t.token.by_role("subject") if n.index in t.beside and n.pos == "noun"]
    return next((e for n in what if (e := t.beside[n.index]).status == t.event.status), None)


def _only_happens(verb: Word) -> bool:
    """Tell whether a verb says no more of its subject than that it is, or goes on."""
    place = any(noun.lower == "place" for noun in verb.by_role("object"))
    return place if verb.lemma == "take" else verb.lemma in words("retelling", "happens")


@RETOLD.rule("locks-up")
def _locks_up(t: Telling) -> Event | None:
    return t.beside.get(t.pivot.index) if t.event.frame == "prison-term" else None


@RETOLD.rule("leaves-once")
def _leaves_once(t: Telling) -> Event | None:
    if t.event.type != "DEPARTURE" or t.token.pos != "noun" or t.event.status != "occurred":
        return None
    left = (e for e in reversed(t.earlier) if e.type == "DEPARTURE" and e.status == "occurred")
    return next((e for e in left if _people(t.event) & _people(e)), None)


@RETOLD.rule("dies-of-it")
def _dies_of_it(t: Telling) -> Event | None:
    if t.event.type != "DEATH" and t.token.lemma not in words("retelling", "dies"):
        return None
    killings = (e for e in reversed(t.earlier) if e.type == "ASSAULT" and e.trigger in words("retelling", "killed"))
    dead = (*t.event.actors, *t.event.recipients)
    who = {party.called for party in dead if t.sentence.people.called(party.name)}
    return next((e for e in killings if who & {party.called for party in e.recipients}), None)


def _people(event: Event) -> set[str]:
    return {party.name for party in (*event.actors, *event.recipients) if party.name}


def _is_own(event: Event, governed: Event) -> bool:
    """Tell whether an event that another one governs is the same actor's, or nobody else's."""
    return shares_actor(event, governed) or (bool(event.actors) and not governed.actors)


@RETOLD.rule("harmed-at-once")
def _harmed_at_once(t: Telling) -> Event | None:
    """What a second verb says came of an attack on the same ("was shot and wounded")."""
    if t.event.type != "ASSAULT" or t.token.role != "conjunct" or t.token.lemma not in words("retelling", "harms"):
        return None
    first = t.beside.get(t.token.head.index)
    if first is None or first.type != "ASSAULT" or first.status != t.event.status:
        return None
    whom = {party.called for party in t.event.recipients}
    return first if not whom or whom & {party.called for party in first.recipients} else None


@RETOLD.rule("their-deaths")
def _their_deaths(t: Telling) -> Event | None:
    if t.event.type != "DEATH" or not any(c.form == "possessive" for c in t.token.by_role("owner")):
        return None
    return next((e for e in t.earlier if e.type == "DEATH" or e.trigger in words("retelling", "killed")), None)


@RETOLD.rule("same-deed-beside")
def _same_deed_beside(t: Telling) -> Event | None:
    """A noun of speech beside a verb of the same kind ("after criticism from Odal, who accused Chad")."""
    if t.token.pos != "noun" or not (t.event.quad or "").startswith("verbal") or t.event.type == "CONSULT":
        return None
    others = (e for e in t.beside.values() if e.start != t.event.start and (e.type, e.status) == _kind(t.event))
    return next((e for e in others if shares_actor(t.event, e)), None)


def _kind(event: Event) -> tuple[str | None, str]:
    return event.type, event.status


@RETOLD.rule("votes-once")
def _votes_once(t: Telling) -> Event | None:
    noun = t.token
    bare = noun.pos == "noun" and {c.role for c in noun.lefts} == {"determiner"} and not noun.by_role("preposition")
    if t.event.type != "ELECTION" or not bare or noun.lefts[0].lower not in words("retelling", "definite"):
        return None
    return next((e for e in t.earlier if e.type == "ELECTION" and e.status == t.event.status), None)
