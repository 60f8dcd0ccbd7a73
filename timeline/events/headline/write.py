"""A short headline for an event, from the words of its sentence."""

from __future__ import annotations

import re

from timeline.events.headline.cut import cut
from timeline.events.headline.facts import Facts
from timeline.events.headline.left_behind import object_left_behind
from timeline.events.headline.names import is_plural, is_speaking, name_of
from timeline.events.headline.verb_form import gloss, verb_form
from timeline.events.headline.ways.of_noun import of_noun
from timeline.events.headline.ways.of_verb import active, is_hosting, passive, with_hosts
from timeline.events.headline.ways.own_words import own_words
from timeline.events.headline.ways.plain import plain
from timeline.events.parse.clause import clause_of
from timeline.events.words import words

_NAME = 4  # letters at least of a name that a headline must not repeat


def write_headline(facts: Facts) -> str:
    """Write the headline: who, the verb in the present, whom and what; at most 120 characters.

    Where the sentence gives no sound one, its clause as it stands; without a subject of its own, the plain word for
    the type with the parties.
    """
    text = cut(_with_owners(facts, _once(facts, _from_words(facts))))
    return text if _is_sound(facts, text) else cut(own_words(facts) or plain(facts))


def _from_words(facts: Facts) -> str:
    if _is_meeting(facts):
        return _meeting(facts)
    facts = with_hosts(facts)
    if facts.token.pos == "noun":
        return of_noun(facts)
    return passive(facts) if clause_of(facts.token).is_passive else active(facts)


def _is_meeting(facts: Facts) -> bool:
    """Tell whether an event is no more than that people talk with each other."""
    talks = facts.token.pos == "noun" or facts.token.lemma in words("headline", "talk_verbs")
    if facts.type != "CONSULT" or facts.mode == "visit" or not talks:
        return False
    return facts.is_about_several() and not is_hosting(facts)


def _meeting(facts: Facts) -> str:
    """ "Ammar and Borg meet", "Odal and Haas talk by phone"."""
    manner = "talk" if facts.token.lemma in words("headline", "talk_nouns") else "else"
    verb = gloss("meeting")["phone" if facts.mode == "phone" else manner]
    return f"{facts.who} {verb_form(verb, True, facts.status)}"


def _is_sound(facts: Facts, text: str) -> bool:
    """Tell whether a headline can stand: it has a subject of more than a letter, and names each party once."""
    first = text.split(" ", 1)[0]
    if not is_speaking(first) and first != "A":
        return False
    if first.lower() in words("headline", "pronouns") or _lacks_object(facts, text):
        return False
    if " " not in text or text.count('"') % 2 or text.endswith(" ."):
        return False
    named = [party for party in (*facts.actors, *facts.recipients) if len(party.name or "") >= _NAME]
    return not any(_is_repeated(name_of(facts.sentence, party), text) for party in named)


def _lacks_object(facts: Facts, text: str) -> bool:
    """Tell whether a headline ends with a verb that needs an object, or goes on behind it without one."""
    verb = facts.token
    if verb.lemma not in words("headline", "with_object") or verb.pos != "verb" or clause_of(verb).is_passive:
        return False
    told = verb.by_role("object", "dative", "complement", "open clause") or clause_of(verb).complements
    told = told or [p for p in verb.by_role("preposition") if p.index == verb.index + 1]  # "asked for a session"
    return not told and object_left_behind(verb) is None and not text.endswith('"')


def _is_repeated(name: str, text: str) -> bool:
    """Tell whether a name stands in a text twice by itself: "Iran" in neither "Iranian", "Iran-led" nor "Iran Air"."""
    return text.count(name) > 1 and len(re.findall(rf"\b{re.escape(name)}(?![\w-]| [A-Z])", text)) > 1


def _is_surname(facts: Facts, name: str) -> bool:
    return any(person.surname == name for person in facts.sentence.people.persons)


def _with_owners(facts: Facts, text: str) -> str:
    """Name whose the thing is that it is done to, where that is not the doer ("raid Mexico's embassy", not "its")."""
    for party in facts.recipients:
        whole, _, thing = (party.name or "").partition("'s ")
        person = facts.sentence.people.called(whole)
        owner = person.surname if person is not None else whole
        for pronoun in sorted(words("headline", "owners")) if thing and owner not in text else ():
            text = text.replace(f" {pronoun} {thing}", f" {owner}'s {thing}", 1)
    return text


def _once(facts: Facts, text: str) -> str:
    """Say "its" where a country or body owns what its own headline is about."""
    for party in facts.actors:
        name = name_of(facts.sentence, party)
        owner = f"{name}'s"
        at = text.find(f"{owner} ", len(name))
        if text.startswith(name) and at > 0 and not _is_surname(facts, name):
            its = gloss("owner")["many" if is_plural(facts.actors) else "one"]
            return f"{text[:at]}{its}{text[at + len(owner) :]}"
    return text
