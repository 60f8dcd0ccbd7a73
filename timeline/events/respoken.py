"""Acts of speech of one sitting that an article tells in pieces: they are mentions of the first."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from timeline.events.headline.left_behind import described_by, said_behind
from timeline.events.parse.subjects import SUBJECTS
from timeline.events.rules import Rules
from timeline.events.telling import Telling, shares_actor
from timeline.events.words import words
from timeline.models import Event, Party

_NEAR = 400  # characters between what is said in one breath
_FIRST = 4  # words of a quotation that show what it goes on with

_MUST = "must-in-reported-speech"  # the frame of what somebody says that another one must do

# The event whose speaker says more with another one; None where it is an event of its own.
Respoken = Callable[[Telling], Event | None]
RESPOKEN: Rules[Respoken] = Rules("retelling", "respoken")


def is_spoken(event: Event) -> bool:
    """Tell whether it is an act of speech by one side."""
    return event.type == "STATEMENT" or (event.type != "CONSULT" and (event.quad or "").startswith("verbal"))


def one_of(t: Telling, events: Sequence[Event]) -> Event | None:
    """The first act of speech among events that has the same speaker and firmness."""
    fitting = (e for e in events if is_spoken(e) and e.status == t.event.status and shares_actor(t.event, e))
    return next(fitting, None)


@RESPOKEN.rule("speaks-on")
def _speaks_on(t: Telling) -> Event | None:
    if t.frame != "says" or t.token.form != "present participle":
        return None
    return one_of(t, list(t.beside_before))


@RESPOKEN.rule("opens-to-speak")
def _opens_to_speak(t: Telling) -> Event | None:
    word = t.token
    if (
        t.frame != "says"
        or word.form != "present participle"
        or word.role != "adverbial"
        or word.head.index < word.index
    ):
        return None
    said = t.beside.get(word.head.index)
    return one_of(t, [said] if said is not None else [])


@RESPOKEN.rule("says-in-passing")
def _says_in_passing(t: Telling) -> Event | None:
    said = said_behind(t.token) if t.frame == "says" else None
    if said is None or described_by(t.token, said) is None:
        return None
    return one_of(t, list(t.beside_before))


@RESPOKEN.rule("speaks-first")
def _speaks_first(t: Telling) -> Event | None:
    noun = t.token.head
    if t.frame != "says" or t.token.role != "relative" or t.token.lemma not in words("retelling", "speaks"):
        return None
    said = t.beside.get(noun.head.index) if noun.role in SUBJECTS else None
    return said if said is not None and said.frame == "says" else None


@RESPOKEN.rule("they-said")
def _they_said(t: Telling) -> Event | None:
    if t.frame != "says" or not any(party.text.lower() == "they" and _is_nameless(party) for party in t.event.actors):
        return None
    return next((e for e in t.earlier if e.frame == "says" and _is_near(t, e)), None)


def _is_nameless(party: Party) -> bool:
    """Tell whether nothing or only a plain word names a party ("dockers in Chad")."""
    return party.name is None or party.name[:1].islower()


@RESPOKEN.rule("quotes-on")
def _quotes_on(t: Telling) -> Event | None:
    before = _said_before(t) if t.token.lemma in words("retelling", "adding") else None
    return before if before is not None and _quotation(t) and _quotes(before) else None


@RESPOKEN.rule("points-back")
def _points_back(t: Telling) -> Event | None:
    begins = [word.strip(".,;:!?'\u2019\"").lower() for word in _quotation(t).split()[:_FIRST]]
    back = words("retelling", "back")
    return _said_before(t) if any(word.split("'")[0].split("\u2019")[0] in back for word in begins) else None


@RESPOKEN.rule("asks-in-one-breath")
def _asks_in_one_breath(t: Telling) -> Event | None:
    first = t.beside.get(t.token.head.index) if t.token.role == "conjunct" else None
    if first is None or not t.frame == first.frame == _MUST:
        return None
    return first if shares_actor(first, t.event) else None


def _said_before(t: Telling) -> Event | None:
    """What the same speaker has said right before, where nobody else has said anything since."""
    if t.event.type != "STATEMENT" or t.event.rule == "own-date":
        return None
    before = next((e for e in t.earlier if e.type == "STATEMENT" and e.sentence != t.event.sentence), None)
    if before is None or before.status != t.event.status:
        return None
    return before if shares_actor(t.event, before) and _is_near(t, before) else None


def _is_near(t: Telling, event: Event) -> bool:
    return t.event.start - event.end < _NEAR


def _quotation(t: Telling) -> str:
    """The words that somebody is quoted with; nothing where the event is no quotation."""
    return (t.event.title or "").partition(': "')[2] if _quotes(t.event) else ""


def _quotes(event: Event) -> bool:
    """Tell whether the headline of an act of speech is a quotation."""
    return event.type == "STATEMENT" and ': "' in (event.title or "")
