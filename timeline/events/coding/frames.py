"""Does a frame of the lexicon fit a word in its sentence?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.events.lexicon import Frame, lexicon
from timeline.events.parse.clause import adjuncts, clauses, conjuncts, content, doers, keys, kids, particles, undergoers
from timeline.events.parse.inflect import lemma_of
from timeline.events.parties.parties import is_party
from timeline.events.parties.sentence import Scene
from timeline.events.parties.things import thing

if TYPE_CHECKING:
    from spacy.tokens import Token

_PERSON_ENDINGS = ("er", "or", "ist", "ian", "ee", "man", "woman", "ant")
_PRONOUNS = frozenset({"him", "her", "them", "me", "us", "who", "whom", "he", "she", "they", "i", "it", "we"})


def fits_class(s: Scene, noun: Token, words: frozenset[str]) -> bool:
    """Tell whether a noun phrase belongs to a word class, by its head or what stands behind "dollars of"."""
    for one in content(noun):
        if keys(one) & words:
            return True
        if "@person" in words and (one.lower_ in _PRONOUNS - {"it"} or _named(s, one)):
            return True
        if "@party" in words and (is_party(s, one) or one.lower_ in _PRONOUNS):
            return True
        if ("@place" in words or "@country" in words) and one.i in s.names:
            return True
        if "@state" in words and one.i in s.names and one.tag_ == "NNP" and s.names[one.i].name.kind != "demonym":
            return True
        if "@place" in words and one.pos_ == "PROPN":
            return True
        if ("@people" in words or "@nationals" in words) and one.i in s.names and s.names[one.i].name.kind == "demonym":
            return True
        thing = one.lemma_ in lexicon().sets["target"] | lexicon().sets["force"] and one.lemma_ not in words
        if "@people" in words and one.pos_ == "NOUN" and one.lemma_.endswith(_PERSON_ENDINGS) and not thing:
            return True
        if "@people" in words and (one.tag_ in ("NNPS",) or one.pos_ == "NUM"):
            return True
    return False


def _named(s: Scene, noun: Token) -> bool:
    at = s.offset + noun.idx
    return noun.pos_ == "PROPN" and (
        any(a <= at < b for a, b, _ in s.cast.mentions) or (noun.i not in s.names and noun.tag_ == "NNP")
    )


def _modifiers(noun: Token) -> set[str]:
    return {c.lower_ for c in noun.subtree if c.dep_ in ("amod", "compound", "nmod") and c.i <= noun.i} | {
        c.lemma_ for c in noun.children if c.dep_ in ("amod", "compound", "nmod")
    }


def future(verb: Token) -> bool:
    """Tell whether a verb is set in the future, or under a plan."""
    return any(
        c.lemma_ in ("will", "would", "shall") or c.lower_ in ("'ll", "'d") for c in verb.children if c.dep_ == "aux"
    )


def complements(verb: Token) -> list[Token]:
    """Predicative nouns and adjectives: "became premier", "named him envoy", "elected president"."""
    found = []
    for child in verb.children:
        if child.dep_ in ("attr", "oprd", "acomp", "dobj", "appos"):
            found += conjuncts(child)
        elif child.dep_ == "ccomp" and child.pos_ in ("NOUN", "PROPN"):
            found.append(child)
        elif child.dep_ == "prep" and child.lower_ in ("as", "to", "for"):
            found += kids(child, "pobj")
    found += [i for c in found for i in kids(c, "appos")]
    return found


def verb_frame(s: Scene, verb: Token) -> tuple[Frame, float] | None:
    """The frame that says most about a verb in its sentence, with its weight."""
    best: tuple[Frame, float] | None = None
    near = particles(verb)
    lemma = lemma_of(verb)
    for frame in lexicon().verbs.get(lemma_of(verb), ()):
        phrasal = 0.0
        part = ""
        for word in frame.words:
            head, _, part = word.partition("_")
            if head != lemma:
                continue
            if not part:
                break
            if part in near or (part == "to" and any(c.lower_ == "to" for c in verb.children)):
                phrasal = 1.0
                break
        else:
            continue
        if not _fits(s, verb, frame, near, part if phrasal else ""):
            continue
        weight = frame.weight + phrasal
        if best is None or weight > best[1]:
            best = (frame, weight)
    return best


def _fits(s: Scene, verb: Token, f: Frame, near: set[str], part: str) -> bool:
    objects = undergoers(verb)
    if part and not objects:
        objects = [n for p, n in adjuncts(verb) if p == part]
    actors = doers(verb)
    if f.object:
        fitting = [o for o in objects if fits_class(s, o, f.object)]
        fitting = fitting or [t for o in objects if (t := thing(o)) is not None and keys(t) & f.object]
        if not fitting and any(o.lemma_ in lexicon().sets["carriers"] for o in objects):
            fitting = [
                n for p, n in adjuncts(verb) if p == "with" and fits_class(s, n, f.object)
            ]  # "planes with tents"
        if not fitting:
            return False
        if f.notobjectmod and any(_modifiers(o) & f.notobjectmod for o in fitting):
            return False
        if f.modifiers and not any(_modifiers(o) & f.modifiers for o in fitting):
            return False
        if f.notmodifiers and any(_modifiers(o) & f.notmodifiers for o in fitting):
            return False
        if f.objectmod_any and not any((_modifiers(o) | keys(o)) & f.objectmod_any for o in fitting):
            return False
    if f.notobject and any(keys(o) & f.notobject for o in objects):
        return False
    if f.subject and not any(fits_class(s, a, f.subject) for a in (actors or objects)):
        return False
    if f.subjectmods and not any(_modifiers(a) & f.subjectmods for a in (actors or objects)):
        return False
    if f.notsubject and any(keys(a) & f.notsubject for a in actors):
        return False
    if f.adjective:
        found = [c for c in verb.children if c.dep_ in ("acomp", "attr", "oprd") and c.lemma_.lower() in f.adjective]
        if not found or not (
            clauses(verb) or any(clauses(c) for c in found) or any(p == "to" for c in found for p, _ in adjuncts(c))
        ):
            return False
    if f.complement or f.notcomplement:
        given = [key for c in complements(verb) for key in keys(c)]
        if f.complement and not f.complement.intersection(given):
            return False
        if f.notcomplement and f.notcomplement.intersection(given):
            return False
    if f.with_words and not any(t.lemma_.lower() in f.with_words or t.lower_ in f.with_words for t in verb.subtree):
        return False
    if f.prep and not f.prep & near:
        return False
    if f.prep_object and not any(
        fits_class(s, n, f.prep_object) for p, n in adjuncts(verb) if not f.prep or p in f.prep
    ):
        return False
    if f.prep_clause and not any(c.lemma_.lower() in f.prep_clause for c in clauses(verb)):
        return False
    if f.clause_has and not any(t.lemma_.lower() in f.clause_has for c in clauses(verb) for t in (c, *c.children)):
        return False
    if f.future and not future(verb):
        return False
    if f.embedded and verb.head.lemma_ not in f.embedded:
        return False
    return all(_needs(s, verb, need, objects) for need in [f.needs] if need)


def _needs(s: Scene, verb: Token, needs: tuple[str, ...], objects: list[Token]) -> bool:
    """Any of the alternatives is enough."""
    for need in needs:
        if need == "object" and objects:
            return True
        if need == "clause" and clauses(verb):
            return True
        if need == "object-clause" and objects and any(c.dep_ in ("xcomp", "ccomp", "advcl") for c in clauses(verb)):
            return True
        if (
            need == "object-to"
            and objects
            and any(
                c.dep_ in ("xcomp", "ccomp", "advcl") and any(k.lower_ == "to" and k.dep_ == "aux" for k in c.children)
                for c in clauses(verb)
            )
        ):
            return True
        if need == "infinitive" and any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children):
            return True
        if need == "clause-subject" and any(
            c.dep_ == "ccomp" and any(k.dep_ == "nsubj" for k in c.children) and any(k.lower_ == "to" for k in c.lefts)
            for c in clauses(verb)
        ):
            return True
        if need == "intransitive" and not objects:
            return True
        if need in ("public", "plural"):
            if need == "public" or len(doers(verb)) > 1 or any(t.tag_ in ("NNS", "NNPS") for t in doers(verb)):
                return True
            continue
        if need == "party" and (
            any(is_party(s, o) for o in objects) or any(p == "with" and is_party(s, n) for p, n in adjuncts(verb))
        ):
            return True
        if need not in (
            "object",
            "clause",
            "object-clause",
            "object-to",
            "infinitive",
            "clause-subject",
            "intransitive",
            "party",
        ) and need in {c.lower_ for c in verb.children if c.dep_ in ("prep", "dative", "aux", "prt")}:
            return True
        if need == "to" and any(c.lower_ == "to" for x in clauses(verb) for c in x.children):
            return True
    return False


def noun_frame(noun: Token) -> Frame | None:
    """The frame of an event noun."""
    best: Frame | None = None
    for frame in lexicon().nouns.get(noun.lemma_.lower(), ()):
        mods = _modifiers(noun)
        if frame.modifiers and not mods & frame.modifiers:
            continue
        if frame.notmodifiers and mods & frame.notmodifiers:
            continue
        if best is None or frame.weight > best.weight:
            best = frame
    return best
