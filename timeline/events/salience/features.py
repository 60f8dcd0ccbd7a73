"""What makes it likelier, or less so, that a coded event is a true row: one function for each row of the table."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from timeline.events.parse.clause import clause_of
from timeline.events.parse.inflect import stem
from timeline.events.parse.word import MAIN, Role, Word
from timeline.events.rules import Rules
from timeline.events.telling import Telling, governed, shares_actor
from timeline.events.words import words
from timeline.models import Event, Party

TABLE = "salience"
Feature = Callable[[Telling], bool]
FEATURES: Rules[Feature] = Rules(TABLE, "feature")

_DESCRIBING: tuple[Role, ...] = ("relative", "noun clause")


# What gave the type.


@FEATURES.rule("says")
def _says(t: Telling) -> bool:
    return t.frame == "says"


@FEATURES.rule("no-frame")
def _no_frame(t: Telling) -> bool:
    return t.is_unframed


@FEATURES.rule("nearest-sense")
def _nearest_sense(t: Telling) -> bool:
    return t.is_by_sense


@FEATURES.rule("plain-frame")
def _plain_frame(t: Telling) -> bool:
    c = t.mention.candidate
    return c is not None and not t.is_broad and c.weight < 1


@FEATURES.rule("beyond-its-gate")
def _beyond_its_gate(t: Telling) -> bool:
    return t.mention.candidate is not None and not t.mention.candidate.is_public


@FEATURES.rule("changed-type")
def _changed_type(t: Telling) -> bool:
    return " > " in t.frame


@FEATURES.rule("noun")
def _noun(t: Telling) -> bool:
    return t.token.pos == "noun"


@FEATURES.rule("noun-without-frame")
def _noun_without_frame(t: Telling) -> bool:
    return t.token.pos == "noun" and t.is_unframed


# Its clause.


def _clause(word: Word) -> Word:
    """The clause that a verb stands in by itself: conjoined verbs share the first one's."""
    while word.role == "conjunct" and word.head.is_verbal:
        word = word.head
    return word


@FEATURES.rule("main-clause")
def _main_clause(t: Telling) -> bool:
    return _clause(t.pivot).role in MAIN


@FEATURES.rule("content-of-speech")
def _content_of_speech(t: Telling) -> bool:
    return _clause(t.pivot).role == "complement"


@FEATURES.rule("describing-clause")
def _describing_clause(t: Telling) -> bool:
    return any(w.role in _DESCRIBING for w in (t.pivot, *t.pivot.ancestors))


@FEATURES.rule("background")
def _background(t: Telling) -> bool:
    return t.mention.is_background


@FEATURES.rule("adverbial-clause")
def _adverbial_clause(t: Telling) -> bool:
    return _clause(t.pivot).role == "adverbial"


@FEATURES.rule("infinitive")
def _infinitive(t: Telling) -> bool:
    return clause_of(t.pivot).is_infinitive


@FEATURES.rule("participle")
def _participle(t: Telling) -> bool:
    return t.pivot.form == "present participle" and not clause_of(t.pivot).auxiliaries


@FEATURES.rule("passive-without-agent")
def _passive_without_agent(t: Telling) -> bool:
    clause = clause_of(t.pivot)
    return clause.is_passive and not clause.agents


@FEATURES.rule("in-quotes")
def _in_quotes(t: Telling) -> bool:
    # The apostrophe of "the ministers' talks" is none.
    before = sum(w.is_quote and w.role != "case" for w in t.token.tree[: t.token.index])
    return before % 2 == 1


# When it was.


@FEATURES.rule("own-date")
def _own_date(t: Telling) -> bool:
    return t.event.anchor.kind in ("timex", "table")


@FEATURES.rule("dated-by-another-event")
def _dated_by_another_event(t: Telling) -> bool:
    return t.event.anchor.kind == "event"


@FEATURES.rule("one-day")
def _one_day(t: Telling) -> bool:
    first, last = t.event.time.interval
    return first is not None and first == last


@FEATURES.rule("open-end")
def _open_end(t: Telling) -> bool:
    first, last = t.event.time.interval
    return (first is None) != (last is None)


@FEATURES.rule("no-time")
def _no_time(t: Telling) -> bool:
    return t.event.time.interval == (None, None)


@FEATURES.rule("news-of-the-day")
def _news_of_the_day(t: Telling) -> bool:
    return t.event.anchor.kind == "dct" and _one_day(t)


@FEATURES.rule("dated-by-the-tale")
def _dated_by_the_tale(t: Telling) -> bool:
    return t.event.rule in words("salience", "loose_dating")


# Whether it happened.


@FEATURES.rule("planned")
def _planned(t: Telling) -> bool:
    return t.event.status in ("scheduled", "pledged")


@FEATURES.rule("planned-without-frame")
def _planned_without_frame(t: Telling) -> bool:
    return _planned(t) and t.is_unframed


@FEATURES.rule("going-on")
def _going_on(t: Telling) -> bool:
    return t.event.status == "ongoing"


@FEATURES.rule("missed")
def _missed(t: Telling) -> bool:
    return t.event.status in ("cancelled", "attempted")


@FEATURES.rule("state")
def _state(t: Telling) -> bool:
    return t.event.event_class in ("STATE", "I_STATE")


@FEATURES.rule("no-deed")
def _no_deed(t: Telling) -> bool:
    return t.is_unframed and t.token.lemma in words("salience", "no_deeds")


@FEATURES.rule("present")
def _present(t: Telling) -> bool:
    return t.event.tense == "PRESENT" and t.event.aspect != "PERFECTIVE"


@FEATURES.rule("claimed")
def _claimed(t: Telling) -> bool:
    return t.event.attribution.certainty != "asserted"


# Who takes part.


_PRONOUNS = frozenset[str]().union(*(words("parties", name) for name in ("personal", "plural", "of_state", "self")))


def _is_named(t: Telling, party: Party) -> bool:
    """Tell whether a party's name begins with a capital letter, but not for beginning its sentence ("Rebels")."""
    begins = party.start == t.event.sentence.start and party.called == party.text
    return party.called[:1].isupper() and not (begins and t.sentence.tree[0].pos not in ("name", "adjective"))


@FEATURES.rule("nobody-acts")
def _nobody_acts(t: Telling) -> bool:
    return not t.event.actors


@FEATURES.rule("nobody-takes-part")
def _nobody_takes_part(t: Telling) -> bool:
    return not t.event.actors and not t.event.recipients


@FEATURES.rule("nameless-actor")
def _nameless_actor(t: Telling) -> bool:
    return bool(t.event.actors) and not any(_is_named(t, party) for party in t.event.actors)


@FEATURES.rule("pronoun-acts")
def _pronoun_acts(t: Telling) -> bool:
    return any(_is_nameless(party.text) and _is_named(t, party) for party in t.event.actors)


def _is_nameless(text: str) -> bool:
    return text.islower() or text.lower() in _PRONOUNS


@FEATURES.rule("several-act")
def _several_act(t: Telling) -> bool:
    return len(t.event.actors) > 1


@FEATURES.rule("recipient")
def _recipient(t: Telling) -> bool:
    return bool(t.event.recipients)


@FEATURES.rule("nameless-recipient")
def _nameless_recipient(t: Telling) -> bool:
    return any(not _is_named(t, party) for party in t.event.recipients)


@FEATURES.rule("actor-with-country")
def _actor_with_country(t: Telling) -> bool:
    return any(party.code for party in t.event.actors)


# Where it stands.


@FEATURES.rule("headline")
def _headline(t: Telling) -> bool:
    return t.place.in_headline


@FEATURES.rule("lead")
def _lead(t: Telling) -> bool:
    return t.place.in_lead


@FEATURES.rule("last-third")
def _last_third(t: Telling) -> bool:
    return t.place.share > 2 / 3


# What else is told.


@FEATURES.rule("told-at-the-top")
def _told_at_the_top(t: Telling) -> bool:
    return stem(t.token) in t.top and not (t.place.in_lead or t.place.in_headline)


@FEATURES.rule("nothing-said")
def _nothing_said(t: Telling) -> bool:
    # "The roads, he said, are safe": what is said stands around it.
    is_inserted = t.token.role == "parallel"
    return t.frame == "says" and not is_inserted and not t.token.by_role("complement", "object", "open clause")


@FEATURES.rule("speaks-again")
def _speaks_again(t: Telling) -> bool:
    return t.frame == "says" and any(e.type == "STATEMENT" and shares_actor(t.event, e) for e in t.earlier[:2])


@FEATURES.rule("told-before")
def _told_before(t: Telling) -> bool:
    begins = _beginning(t.event.trigger)
    return any(_beginning(e.trigger) == begins and shares_actor(t.event, e) for e in t.earlier)


@lru_cache(maxsize=512)
def _beginning(trigger: str) -> str:
    return trigger.lower()[:5]


@FEATURES.rule("acts-again-in-sentence")
def _acts_again_in_sentence(t: Telling) -> bool:
    return any(shares_actor(t.event, e) for e in t.beside_before)


@FEATURES.rule("tells-another")
def _tells_another(t: Telling) -> bool:
    return any(shares_actor(t.event, event) for event in governed(t))


@FEATURES.rule("tells-what-another-does")
def _tells_what_another_does(t: Telling) -> bool:
    return any(not shares_actor(t.event, event) for event in governed(t))


@FEATURES.rule("told-by-another")
def _told_by_another(t: Telling) -> bool:
    above = next((a for a in t.pivot.ancestors if a.index in t.beside and a is not t.token), None)
    return above is not None and shares_actor(t.event, t.beside[above.index])


@FEATURES.rule("speaks-on")
def _speaks_on(t: Telling) -> bool:
    return t.frame == "says" and any(e.type == "STATEMENT" and shares_actor(t.event, e) for e in t.beside_before)


@FEATURES.rule("like-before")
def _like_before(t: Telling) -> bool:
    return not t.is_broad and any(_is_like(t.event, e) for e in t.earlier)


def _is_like(one: Event, other: Event) -> bool:
    return one.type == other.type and one.status == other.status and shares_actor(one, other)


@FEATURES.rule("other-with-date")
def _other_with_date(t: Telling) -> bool:
    return t.is_unframed and not t.is_by_sense and t.event.anchor.kind in ("timex", "table")
