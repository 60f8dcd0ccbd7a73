"""Keep typed events to public life: sport, business and daily news use the same verbs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from timeline.events.coding.candidate import Candidate
from timeline.events.lexicon import lexicon
from timeline.events.parse.clause import clause_of
from timeline.events.parse.noun_phrase import conjuncts, keys
from timeline.events.parse.word import Word
from timeline.events.parties.sentence import Sentence
from timeline.events.rules import Rules
from timeline.events.words import words

if TYPE_CHECKING:
    from timeline.models import Party


class Setting(NamedTuple):
    """What a sentence shows of the life that a candidate belongs to.

    ``arena``: how many words of sport, business and daily life it has; ``states``: how many parties act for a state or
    against it; ``coded``: how many have a country; ``codes``: how many countries these are; ``offices``: how many nouns
    name officials, the armed or arms; ``bodies`` and ``names``: how many bodies of states, and countries or bodies, it
    names.
    """

    sentence: Sentence
    candidate: Candidate
    people: Sequence[Party]
    arena: int
    states: int
    coded: int
    codes: int
    offices: int
    bodies: int
    names: int


Judges = Callable[[Setting], bool]
VETOES: Rules[Judges] = Rules("relevance", "veto")
GATES: Rules[Judges] = Rules("relevance", "gate")


def judged(sentence: Sentence, c: Candidate) -> Candidate:
    """A candidate with whether its own words tell public life: its gate lets it through, and no veto is laid."""
    setting = _setting(sentence, c)
    is_public = GATES[c.frame.gate](setting) and not any(forbids(setting) for _, forbids in VETOES)
    return c if is_public else replace(c, is_public=False)


class _Surroundings(NamedTuple):
    """What a sentence shows whatever the candidate; ``countries``: their names where these are no teams."""

    arena: int
    countries: frozenset[str]
    offices: int
    bodies: int
    names: int


@lru_cache(maxsize=8)
def _surroundings(sentence: Sentence) -> _Surroundings:
    hits = sentence.names.values()
    spoken = {w.lower for w in sentence.tree if not _is_venue(w)}
    found = {arena: listed & spoken for arena, listed in lexicon().arenas.items()}
    # A country's name may be a team's there; beside a market or a storm it is the state.
    teams = any(found[arena] for arena in words("parties", "arenas_of_teams"))
    return _Surroundings(
        arena=len(frozenset().union(*found.values())),
        countries=frozenset(hit.name.name for hit in hits if hit.name.kind == "country" and not teams),
        offices=sum(_is_office(w) for w in sentence.tree),
        bodies=sum(hit.name.kind in ("body", "group") for hit in hits),
        names=len({hit.name.code for hit in hits}),
    )


def _setting(sentence: Sentence, c: Candidate) -> Setting:
    people = [*c.actors, *c.recipients]
    around = _surroundings(sentence)
    return Setting(
        sentence,
        c,
        people,
        arena=around.arena,
        states=sum(p.sector in words("parties", "state_sectors") or p.name in around.countries for p in people),
        coded=sum(p.code is not None for p in people),
        codes=len({p.code for p in people if p.code}),
        offices=around.offices,
        bodies=around.bodies,
        names=around.names,
    )


def _is_venue(word: Word) -> bool:
    """Tell whether a word only says where something is done, or what is hit ("an attack on a restaurant")."""
    placed = word.role == "prepositional object" and word.head.lower in words("parties", "places", "aimed_at")
    return placed and word.lemma in words("parties", "venues")


def _is_office(word: Word) -> bool:
    groups = lexicon().groups
    return word.pos in ("noun", "name") and bool(keys(word) & (groups["officials"] | groups["armed"]))


@VETOES.rule("another-arena")
def _another_arena(s: Setting) -> bool:
    public = s.states or s.bodies or s.offices or (s.codes > 1 and s.arena == 1)
    return s.arena > 0 and not public and not _is_plain_of_a_country(s)


@VETOES.rule("mostly-another-arena")
def _mostly_another_arena(s: Setting) -> bool:
    return s.arena > 2 * (s.states + s.bodies + s.offices + s.codes) and not _is_plain_of_a_country(s)


def _is_plain_of_a_country(s: Setting) -> bool:
    """Tell whether a lone word of another arena counts for nothing: the trigger is plain and a country is named."""
    return s.candidate.frame.gate == "free" and s.arena < 2 and bool(s.coded or s.names)


@VETOES.rule("civil-life")
def _civil_life(s: Setting) -> bool:
    if not s.people or s.coded or s.names or s.candidate.frame.gate in ("crowd", "violence"):
        return False
    civil = all(p.sector in words("parties", "civil_sectors") for p in s.people)
    return civil and not any(w.lemma.lower() in lexicon().sets["political"] for w in s.sentence.tree)


@GATES.rule("open")
def _open(_: Setting) -> bool:
    return True


@GATES.rule("free")
def _free(s: Setting) -> bool:
    return bool(s.people or s.names or s.offices)


@GATES.rule("office")
def _office(s: Setting) -> bool:
    return bool(s.states or s.bodies or (s.coded and (s.names or s.offices)))


@GATES.rule("crowd")
def _crowd(s: Setting) -> bool:
    doers = (w for d in clause_of(s.candidate.pivot).doers for w in conjuncts(d))
    return bool(s.coded or s.states) or any(keys(w) & lexicon().groups["crowds"] for w in doers)


@GATES.rule("violence")
def _violence(s: Setting) -> bool:
    armed = any(_is_armed(w) for w in clause_of(s.candidate.pivot).doers)
    return armed or bool(s.coded or s.states or (s.names and (s.offices or _is_at_arms(s))))


def _is_at_arms(s: Setting) -> bool:
    """Tell whether people are shot, or killed in an attack that the clause names ("died in a blast")."""
    if s.candidate.token.role == "relative":
        return False  # where nobody is told to do it, it only describes
    if s.candidate.mode == "firearms" or s.candidate.token.lemma in words("parties", "executes"):
        return True
    if any(doer.lemma in words("parties", "weapons") for doer in clause_of(s.candidate.pivot).doers):
        return True
    attacks = (lexicon().nouns.get(noun.lemma, ()) for _, noun in clause_of(s.candidate.pivot).adjuncts)
    return any(frame.gate in ("violence", "crowd") for frames in attacks for frame in frames)


def _is_armed(word: Word) -> bool:
    lex = lexicon()
    sectors = {lex.sectors.get(key) for key in keys(word)}
    return bool(keys(word) & lex.groups["armed"] or sectors & words("parties", "state_sectors"))


@GATES.rule("party")
def _party(s: Setting) -> bool:
    public = any(p.sector in words("parties", "public_sectors") for p in s.people)
    unknown = s.arena == 0 and any(_may_be_a_country(p) for p in s.candidate.actors)
    in_office = s.arena == 0 and s.names and s.offices and any(_is_named(s, p) for p in s.candidate.actors)
    return bool(s.states or s.coded or s.bodies or (public and s.names) or unknown or in_office)


def _is_named(s: Setting, party: Party) -> bool:
    """Tell whether a party is a person whose name the article gives."""
    return party.name is not None and s.sentence.people.called(party.name) is not None


def _may_be_a_country(party: Party) -> bool:
    """Tell whether a party is a single unknown name that may be a country's ("Velmora")."""
    name = party.text.removeprefix("the ").split()
    return len(name) == 1 and party.text[:1].isupper() and party.sector is None and party.name == party.text
