"""Noun phrases to parties: each to whom it names or means, one or several."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from timeline.events.lexicon import lexicon
from timeline.events.parse.clause import clause_of
from timeline.events.parse.noun_phrase import beside, conjuncts, content
from timeline.events.parse.subjects import SUBJECTS
from timeline.events.parse.word import Word
from timeline.events.parties.identity import identify, one_of_several
from timeline.events.parties.party import MODIFIERS, is_known_document, is_party, is_somebody, parties_inside, sector_of
from timeline.events.parties.phrase import phrase
from timeline.events.parties.reference.apposition import apposed
from timeline.events.parties.reference.coreference import (
    body_meant,
    country_meant,
    is_bare,
    is_country_word,
    is_pair,
    pair,
    pair_of_people,
    pronoun,
)
from timeline.events.parties.reference.country import country_of_owner
from timeline.events.parties.reference.short_form import body_named_before
from timeline.events.parties.reference.speakers import speaker_of, subject_of_saying
from timeline.events.parties.sentence import Sentence
from timeline.events.words import words
from timeline.models import Party
from timeline.names.scan import Hit

# Noun phrases whose parties are kept: those of a sentence or a few, as several verbs ask for the same.
_REMEMBERED = 256


def parties_of(sentence: Sentence, nouns: Sequence[Word], *, doing: bool = False) -> list[Party]:
    """Parties among noun phrases; a phrase that is none itself may hold one ("Cyprus's side").

    ``doing``: what they name does something to others, so that whom it is about or aimed at does not.
    """
    found: list[Word] = []
    for noun in nouns:
        if _is_source(noun):
            continue
        if is_party(sentence, noun):
            found.append(noun)
            continue
        aimed_at = _aimed_at(noun) if doing else ()
        found += [one for one in _inside(sentence, noun) if one.index not in aimed_at]
    return named_by(sentence, found)


def _inside(sentence: Sentence, noun: Word) -> list[Word]:
    """The party in a phrase that is none itself, or all that something is between ("ties between Chad and Niger")."""
    between = beside(noun, "between")
    if between and all(is_party(sentence, one) for one in between):
        return between
    if noun.role == "subject" and noun.lemma in words("parties", "documents", "writings"):
        return [one for one in issuers_of(noun) if is_party(sentence, one)]
    inside = parties_inside(sentence, noun)[:1]
    is_of = bool(inside) and inside[0].index < noun.index and is_somebody(noun)
    return [noun] if is_of else inside  # "a British nurse" is not Britain


def _aimed_at(noun: Word) -> set[int]:
    """The words that say what a deed is about or aimed at ("wrangling over Chad has put off the talks")."""
    about = (one for one in noun.children if one.pos == "preposition" and one.lower in words("parties", "aimed_at"))
    return {word.index for one in about for word in one.subtree}


def issuers_of(paper: Word) -> list[Word]:
    """Whose a statement, letter or report is, not of whom it tells ("a statement by Chad on Mali")."""
    signed = (agent for told in paper.by_role("noun clause") for agent in clause_of(told).agents)
    owners = (one for owner in paper.by_role(*MODIFIERS) for one in conjuncts(owner))
    return [*owners, *beside(paper, "by", "from", "of"), *signed]


def _is_source(noun: Word) -> bool:
    """Tell whether somebody only vouches for what is told ("according to the ministry")."""
    return any(a.lower == "according" for a in (noun.head, noun.head.head))


def named_by(sentence: Sentence, nouns: Sequence[Word]) -> list[Party]:
    """The parties that noun phrases name or mean, coordinated ones apart, each once."""
    found: list[Party] = []
    for noun in nouns:
        for party in _named_by(sentence, noun):
            if not any(_is_same(party, other) for other in found):
                found.append(party)
    return found


def _is_same(party: Party, other: Party) -> bool:
    same_words = (party.start, party.end) == (other.start, other.end)
    return party.name == other.name and (same_words or party.code == other.code)


@lru_cache(maxsize=_REMEMBERED)
def _named_by(sentence: Sentence, noun: Word) -> Sequence[Party]:
    return tuple(next(found for way in _WAYS if (found := way(sentence, noun)) is not None))


def _speaker(sentence: Sentence, noun: Word) -> list[Party] | None:
    """Who says "we" or "I": the subject of the verb of saying over it, else whose words the passage has."""
    if noun.pos != "pronoun" or noun.lower not in words("parties", "self"):
        return None
    told = subject_of_saying(noun)
    if told is None:
        return speaker_of(sentence, noun)
    own = {"text": noun.text, "start": sentence.position(noun), "end": sentence.offset + noun.end}
    return [party.model_copy(update=own) for party in _named_by(sentence, told)]


def _counted(sentence: Sentence, noun: Word) -> list[Party] | None:
    """Those of whom some are meant: "some of the rebels"."""
    if noun.pos != "pronoun" or noun.lower not in words("parties", "anybody"):
        return None
    return [party for one in content(noun)[1:] for party in _named_by(sentence, one)] or None


def _those_before(sentence: Sentence, noun: Word) -> list[Party] | None:
    """Whom "they" means: several or a group that a verb above is about, or those whom its subject tells something.

    "Chad and Niger fell out as they met"; "Haas warned the rebels that they would lose".
    """
    if noun.pos != "pronoun" or noun.lower not in words("parties", "plural"):
        return None
    for verb in noun.ancestors:
        if noun.role == "object" and verb is noun.head:
            continue  # "the police arrested them": others
        for nouns in (clause_of(verb).subjects, clause_of(verb).undergoers):
            told = [one for one in nouns if one.index < noun.index and are_people(sentence, one)]
            if told and noun not in nouns and (len(told) > 1 or told[0].form in ("plural", "plural name")):
                return named_by(sentence, told)
    return None


def are_people(sentence: Sentence, noun: Word) -> bool:
    """Tell whether a noun phrase names somebody, or is a word for people."""
    return is_party(sentence, noun) or is_somebody(noun)


def _document(sentence: Sentence, noun: Word) -> list[Party] | None:
    """Whose statement "the statement" is."""
    if not is_known_document(sentence, noun):
        return None
    own = {"text": noun.text, "start": sentence.position(noun), "end": sentence.offset + noun.end}
    return [party.model_copy(update=own) for party in sentence.last_issuer]


def _pronoun(sentence: Sentence, noun: Word) -> list[Party] | None:
    """Whom "he", "they" or "it" means."""
    listed = words("parties", "personal", "plural")
    return pronoun(sentence, noun) if noun.pos == "pronoun" or noun.lower in listed else None


def _country(sentence: Sentence, noun: Word) -> list[Party] | None:
    """Which country "the country", "this nation" or "his country" means; nobody where it is not told."""
    if not is_country_word(noun):
        return None
    if noun.by_role("apposition", "owner"):
        named = [c for c in noun.by_role("apposition") if sentence.name_at(c) is not None]
        return named_by(sentence, named) or country_of_owner(sentence, noun) or None
    return country_meant(sentence, noun) if is_bare(noun) else None


def _body(sentence: Sentence, noun: Word) -> list[Party] | None:
    """Which armed group or movement "the movement" or "the group" means."""
    return body_meant(sentence, noun) or None


def _short_form(sentence: Sentence, noun: Word) -> list[Party] | None:
    """Which body told of by its name before "the agency" or its letters mean."""
    party = body_named_before(sentence, noun)
    return _in_words_of(sentence, noun, [party]) if party is not None else None


def _in_words_of(sentence: Sentence, noun: Word, parties: Iterable[Party]) -> list[Party]:
    """Parties told of before, as the phrase of a noun calls them now."""
    left, right = phrase(noun)
    start, end = sentence.position(sentence.tree[left]), sentence.offset + sentence.tree[right].end
    own = {"text": sentence.text[start:end], "start": start, "end": end}
    return [party.model_copy(update=own) for party in parties]


def _pair(sentence: Sentence, noun: Word) -> list[Party] | None:
    """Whom "the two leaders" or "both sides" means: two that a clause above is about, or the sentence before was."""
    if not is_pair(sentence, noun):
        return None
    both = _in_words_of(sentence, noun, _two_told_of(sentence, noun))
    return pair_of_people(sentence, noun) or both or pair(sentence, noun) or None


def _two_told_of(sentence: Sentence, noun: Word) -> list[Party]:
    for verb in noun.ancestors if noun.role in SUBJECTS else ():
        told = [one for one in clause_of(verb).subjects if one.index < noun.index and noun not in one.subtree]
        both = beside(told[0], "between") if len(told) == 1 else told
        if len(both) == 2 and all(are_people(sentence, one) for one in both):
            return named_by(sentence, both)
    return list(sentence.last_group) if len(sentence.last_group) == 2 else []


def _told_as(sentence: Sentence, noun: Word) -> list[Party] | None:
    """Of whom a noun behind "as" is told: "described Haas as a man who had attacked Chad"."""
    preposition = noun.head
    if noun.role != "prepositional object" or preposition.lower != "as" or not preposition.head.is_verbal:
        return None
    indefinite = any(c.lower in words("parties", "indefinite") for c in noun.by_role("determiner"))
    told = [one for one in clause_of(preposition.head).undergoers if is_party(sentence, one)]
    return named_by(sentence, told) or None if indefinite else None


def _apposed(sentence: Sentence, noun: Word) -> list[Party] | None:
    """Those whose names stand in apposition with an office."""
    return [identify(sentence, one) for one in apposed(sentence, noun)] or None


def _sharing_noun(sentence: Sentence, noun: Word) -> list[Party] | None:
    """Those told by adjectives of one noun: "Greek and Albanian ministers", "Greek, Turkish and Albanian ministers"."""
    if sentence.name_at(noun) is not None:
        return None
    modifiers = [c for c in noun.lefts if c.role in MODIFIERS and (c.by_role("conjunct") or _is_in_list(c))]
    joined = [word for one in modifiers if sentence.name_at(one) is not None for word in conjuncts(one)]
    named = _named(sentence, joined)
    if not _are_of_several(named):
        return None
    return [one_of_several(sentence, noun, hit, word, f"{word.text} {noun.text}") for word, hit in named]


def _is_in_list(word: Word) -> bool:
    return word.after is not None and word.after.text == ","


def _named(sentence: Sentence, nouns: Iterable[Word]) -> list[tuple[Word, Hit]]:
    return [(word, hit) for word in nouns if (hit := sentence.name_at(word)) is not None]


def _are_of_several(named: Iterable[tuple[Word, Hit]]) -> bool:
    return len({hit.name.code for _, hit in named}) > 1


def _of_pair(sentence: Sentence, noun: Word) -> list[Party] | None:
    """Officials of those told before: "the foreign ministers of the two countries"."""
    if sentence.name_at(noun) is not None or noun.lemma not in lexicon().groups["pairs_of_people"]:
        return None
    held = next((found for one in beside(noun, "of", "from") if (found := _pair(sentence, one))), [])
    return [party.model_copy(update={"sector": sector_of(noun)}) for party in held] or None


def _of_several(sentence: Sentence, noun: Word) -> list[Party] | None:
    """Officials of several countries: "leaders of Greece and Turkey"."""
    if sentence.name_at(noun) is not None:
        return None
    owners = beside(noun, "of", "from")
    named = _named(sentence, owners)
    if len(named) < len(owners) or not _are_of_several(named):
        return None
    return [one_of_several(sentence, noun, hit, word, hit.name.name) for word, hit in named]


def _including(sentence: Sentence, noun: Word) -> list[Party] | None:
    """Those of several whom a phrase names: "five countries, including Chad and Mali"."""
    if noun.form != "plural" or sentence.name_at(noun) is not None:
        return None
    named = [one for one in beside(noun, "including") if is_party(sentence, one)]
    return named_by(sentence, named) or None


def _itself(sentence: Sentence, noun: Word) -> list[Party]:
    """Whom the phrase names by itself."""
    return [identify(sentence, noun)]


# In this order: the first way that finds somebody tells who is meant.
_WAYS: tuple[Callable[[Sentence, Word], list[Party] | None], ...] = (
    _speaker,
    _counted,
    _those_before,
    _pronoun,
    _document,
    _country,
    _told_as,
    _body,
    _short_form,
    _pair,
    _apposed,
    _sharing_noun,
    _of_pair,
    _of_several,
    _including,
    _itself,
)
