"""What a frame asks of a verb in its sentence: one predicate for each of its conditions, under the field's name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from timeline.events.coding.frames.word_classes import fits_class
from timeline.events.frame import CONDITIONS, Frame
from timeline.events.lexicon import lexicon
from timeline.events.parse.clause import Clause, clause_of, is_to_be_done
from timeline.events.parse.noun_phrase import beside, conjuncts, content, keys
from timeline.events.parse.subjects import RELATIVE
from timeline.events.parse.word import Role, Word
from timeline.events.parties.party import is_party
from timeline.events.parties.reference.coreference import antecedent
from timeline.events.parties.sentence import Sentence
from timeline.events.words import words


class Match(NamedTuple):
    """A frame tried on a verb; ``objects``: what it, or its particle, acts on; ``fitting``: those of the class."""

    sentence: Sentence
    verb: Word
    clause: Clause
    frame: Frame
    objects: Sequence[Word]
    fitting: Sequence[Word]

    @property
    def subjects(self) -> Sequence[Word]:
        """Who does it; where a passive tells no doer, what it is done to."""
        return self.clause.doers or self.objects


Condition = Callable[[Match], bool]
PREDICATES: dict[str, Condition] = {}
NEEDS: dict[str, Condition] = {}
_MODIFYING: tuple[Role, ...] = ("adjective", "compound", "noun modifier")
_PREDICATIVE: tuple[Role, ...] = ("predicate adjective", "predicate", "object predicate")


def match(sentence: Sentence, verb: Word, frame: Frame, particle: str = "") -> Match:
    """Try a frame on a verb; ``particle``: that of a phrasal verb, whose object may stand behind it."""
    clause = clause_of(verb)
    objects = list(clause.undergoers) or (clause.beside(particle) if particle else []) or _called(verb)
    fitting = _of_class(sentence, clause, frame, objects) if frame.object else objects
    return Match(sentence, verb, clause, frame, objects, fitting)


def _called(verb: Word) -> list[Word]:
    """A name that the parser takes for what somebody is called ("called Premier Haas")."""
    named = verb.by_role("object predicate") if verb.lemma == "call" and not clause_of(verb).is_passive else []
    return [word for word in named if word.pos == "name"]


def fits(tried: Match) -> bool:
    """Tell whether all conditions of a frame hold."""
    return all(PREDICATES[name](tried) for name in tried.frame.conditions)


def modifiers(noun: Word) -> set[str]:
    """The words that modify a noun, and the lemmas of its own."""
    before = {w.lower for w in noun.subtree if w.role in _MODIFYING and w.index <= noun.index}
    return before | {w.lemma for w in noun.by_role(*_MODIFYING)}


def _of_class(sentence: Sentence, clause: Clause, frame: Frame, objects: Sequence[Word]) -> list[Word]:
    """Objects of a frame's class: themselves, what they stand for, or what they carry ("planes with tents")."""
    found = [o for o in objects if fits_class(sentence, o, frame.object)]
    found = found or [t for o in objects if (t := antecedent(o)) is not None and keys(t) & frame.object]
    if not found and any(o.lemma in lexicon().sets["carriers"] for o in objects):
        found = [n for n in clause.beside("with") if fits_class(sentence, n, frame.object)]
    return found


def _condition(function: Condition) -> Condition:
    """Register a predicate as the condition that bears its name."""
    PREDICATES[function.__name__.removeprefix("_")] = function
    return function


def _need(name: str) -> Callable[[Condition], Condition]:
    """Register a predicate under the name that ``needs`` calls it by."""

    def register(function: Condition) -> Condition:
        NEEDS[name] = function
        return function

    return register


@_condition
def _object(m: Match) -> bool:
    return bool(m.fitting)


@_condition
def _notobjectmod(m: Match) -> bool:
    return not any(modifiers(o) & m.frame.notobjectmod for o in m.fitting)


@_condition
def _modifiers(m: Match) -> bool:
    return any(modifiers(o) & m.frame.modifiers for o in m.fitting)


@_condition
def _notmodifiers(m: Match) -> bool:
    return not any(modifiers(o) & m.frame.notmodifiers for o in m.fitting)


@_condition
def _objectmod_any(m: Match) -> bool:
    return any((modifiers(o) | keys(o)) & m.frame.objectmod_any for o in m.fitting)


@_condition
def _notobject(m: Match) -> bool:
    return not any(keys(o) & m.frame.notobject for o in m.objects)


@_condition
def _subject(m: Match) -> bool:
    return any(fits_class(m.sentence, s, m.frame.subject) for s in m.subjects)


@_condition
def _subjectmods(m: Match) -> bool:
    return any(modifiers(one) & m.frame.subjectmods for s in m.subjects for one in content(s))


@_condition
def _notsubject(m: Match) -> bool:
    doers = [m.verb.head if m.verb.role == "relative" and d.lower in RELATIVE else d for d in m.clause.doers]
    return not any(keys(d) & m.frame.notsubject for d in doers)


@_condition
def _adjective(m: Match) -> bool:
    """ "Is ready": to do something, or to something."""
    found = [c for c in m.verb.by_role(*_PREDICATIVE) if c.lemma.lower() in m.frame.adjective]
    aimed = any(clause_of(c).complements or beside(c, "to") for c in found)
    return bool(found) and (aimed or bool(m.clause.complements))


@_condition
def _complement(m: Match) -> bool:
    return any(keys(c) & m.frame.complement for c in _predicatives(m.verb))


@_condition
def _notcomplement(m: Match) -> bool:
    return not any(keys(c) & m.frame.notcomplement for c in _predicatives(m.verb))


def _predicatives(verb: Word) -> list[Word]:
    """Predicative nouns and adjectives: "became premier", "named him envoy", "elected president"."""
    found = [n for c in verb.by_role(*_PREDICATIVE, "object", "apposition") for n in conjuncts(c)]
    found += [c for c in verb.by_role("complement") if c.pos in ("noun", "name")]
    for preposition in verb.by_role("preposition"):
        if preposition.lower in words("classes", "before_office"):
            found += preposition.by_role("prepositional object")
    return found + [inner for c in found for inner in c.by_role("apposition")]


@_condition
def _with_words(m: Match) -> bool:
    asked = m.frame.with_words
    return any(w.lower in asked or w.lemma.lower() in asked for w in m.verb.subtree)


@_condition
def _prep(m: Match) -> bool:
    return bool(m.frame.prep & m.clause.particles)


@_condition
def _prep_object(m: Match) -> bool:
    nouns = [noun for preposition, noun in m.clause.adjuncts if not m.frame.prep or preposition in m.frame.prep]
    return any(fits_class(m.sentence, noun, m.frame.prep_object) for noun in nouns)


@_condition
def _prep_clause(m: Match) -> bool:
    return any(c.lemma.lower() in m.frame.prep_clause for c in m.clause.complements)


@_condition
def _clause_has(m: Match) -> bool:
    return any(w.lemma.lower() in m.frame.clause_has for c in m.clause.complements for w in (c, *c.children))


@_condition
def _future(m: Match) -> bool:
    return m.clause.is_future


@_condition
def _embedded(m: Match) -> bool:
    return m.verb.head.lemma in m.frame.embedded


@_condition
def _needs(m: Match) -> bool:
    """Any of the alternatives is enough; one that is no need by name is a word beside the verb."""
    return any(NEEDS[need](m) if need in NEEDS else need in _beside(m.verb) for need in m.frame.needs)


def _beside(verb: Word) -> set[str]:
    return {c.lower for c in verb.by_role("preposition", "dative", "auxiliary", "particle", "adverb")}


@_need("object")
def _has_object(m: Match) -> bool:
    return bool(m.objects)


@_need("intransitive")
def _has_no_object(m: Match) -> bool:
    return not m.objects


@_need("clause")
def _has_clause(m: Match) -> bool:
    return bool(m.clause.complements)


@_need("no-content")
def _has_no_content(m: Match) -> bool:
    """Neither an object nor a clause that tells what: "demonstrated in the square", not "demonstrated that"."""
    return not m.objects and not m.verb.by_role("complement")


@_need("somebody")
def _is_done_by_somebody(m: Match) -> bool:
    """ "Chad set the vote for June", not "the vote is set for June"."""
    return not m.clause.is_passive or bool(m.clause.agents)


@_need("without-to")
def _stands_without_to(m: Match) -> bool:
    """ "Resigned", not "resigned to defeat"."""
    return "to" not in m.clause.particles


@_need("only-object")
def _has_only_an_object(m: Match) -> bool:
    """ "Called the envoy", not "called the envoy a fool"."""
    predicates = m.verb.by_role("object predicate", "complement", "predicate")
    return bool(m.objects) and all(word in m.objects for word in predicates)


@_need("asking-nothing")
def _asks_for_nothing(m: Match) -> bool:
    """ "Called on the president", not "called on the president to resign" or "for help"; "expressed regret"."""
    return not m.clause.complements and not m.clause.beside("for", "over", "about", "at")


@_need("object-predicate")
def _says_what_it_is(m: Match) -> bool:
    """ "Called him a fool", not "called him"."""
    return bool(m.objects) and any(word.pos != "name" for word in m.verb.by_role("object predicate"))


@_need("bidding")
def _bids_in_a_clause(m: Match) -> bool:
    """ "Insisted that Chad leave", or "should leave"; not "that it has no say"."""
    below = m.verb.by_role("complement")
    clauses = [clause_of(c) for c in below if c.form == "base"]
    obliged = (any(a.lower in words("triggers", "obliged") for a in c.auxiliaries) for c in clauses)
    bare = any(not c.auxiliaries and bool(c.subjects) for c in clauses)
    return any(obliged) or bare or any(is_to_be_done(c) for c in below)


@_need("object-to")
def _bids(m: Match) -> bool:
    """ "Asked him to leave"."""
    aims = [c for c in m.clause.complements if c.role in ("open clause", "complement", "adverbial")]
    return bool(m.objects) and any(clause_of(c).is_infinitive for c in aims)


@_need("clause-subject")
def _wants_of_another(m: Match) -> bool:
    """ "Wants him to leave", where he is the subject of what is wanted."""
    below = [c for c in m.clause.complements if c.role == "complement" and c.by_role("subject")]
    return any(w.lower == "to" for c in below for w in c.lefts)


@_need("infinitive")
def _is_infinitive(m: Match) -> bool:
    return m.clause.is_infinitive


@_need("told")
def _is_told_of_itself(m: Match) -> bool:
    """ "The tax angered them", not "those angered by the tax"."""
    return m.verb.role != "noun clause"


@_need("plural")
def _has_several_doers(m: Match) -> bool:
    doers = m.clause.doers
    return len(doers) > 1 or any(d.form in ("plural", "plural name") or _are_officials(d) for d in doers)


def _are_officials(noun: Word) -> bool:
    """Tell whether a name is the plural of an office ("the Foreign Ministers of Chad and Niger")."""
    return noun.pos == "name" and noun.lower.endswith("s") and noun.lower[:-1] in lexicon().groups["officials"]


@_need("party")
def _has_partner(m: Match) -> bool:
    return any(is_party(m.sentence, noun) for noun in (*m.objects, *m.clause.beside("with")))


@_need("to")
def _leads_to(m: Match) -> bool:
    below = (w for c in m.clause.complements for w in c.children)
    return "to" in _beside(m.verb) or any(w.lower == "to" for w in below)


if PREDICATES.keys() != CONDITIONS.keys():
    raise TypeError(f"fields of a frame without predicate, or the reverse: {PREDICATES.keys() ^ CONDITIONS.keys()}")
