"""Does a frame of the lexicon fit a word in its sentence?"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.lexicon import Frame, lexicon
from timeline.events.parse.clause import clause_of
from timeline.events.parse.inflect import lemma_of
from timeline.events.parse.noun_phrase import conjuncts, content, keys
from timeline.events.parse.word import Word
from timeline.events.parties.coreference import antecedent
from timeline.events.parties.party import is_party
from timeline.events.parties.sentence import Sentence

_PERSON_ENDINGS = ("er", "or", "ist", "ian", "ee", "man", "woman", "ant")
_PRONOUNS = frozenset({"him", "her", "them", "me", "us", "who", "whom", "he", "she", "they", "i", "it", "we"})


def fits_class(sentence: Sentence, noun: Word, words: frozenset[str]) -> bool:
    """Tell whether a noun phrase belongs to a word class, by its head or what stands behind "dollars of"."""
    for one in content(noun):
        if keys(one) & words:
            return True
        if "@person" in words and (one.lower in _PRONOUNS - {"it"} or _named(sentence, one)):
            return True
        if "@party" in words and (is_party(sentence, one) or one.lower in _PRONOUNS):
            return True
        if ("@place" in words or "@country" in words) and one.index in sentence.names:
            return True
        if (
            "@state" in words
            and one.index in sentence.names
            and one.form == "name"
            and sentence.names[one.index].name.kind != "demonym"
        ):
            return True
        if "@place" in words and one.pos == "name":
            return True
        if (
            ("@people" in words or "@nationals" in words)
            and one.index in sentence.names
            and sentence.names[one.index].name.kind == "demonym"
        ):
            return True
        thing = one.lemma in lexicon().sets["target"] | lexicon().sets["force"] and one.lemma not in words
        if "@people" in words and one.pos == "noun" and one.lemma.endswith(_PERSON_ENDINGS) and not thing:
            return True
        if "@people" in words and (one.form in ("plural name",) or one.pos == "number"):
            return True
    return False


def _named(sentence: Sentence, noun: Word) -> bool:
    return noun.pos == "name" and (
        sentence.person_at(noun) is not None or (noun.index not in sentence.names and noun.form == "name")
    )


def _modifiers(noun: Word) -> set[str]:
    return {
        c.lower for c in noun.subtree if c.role in ("adjective", "compound", "noun modifier") and c.index <= noun.index
    } | {c.lemma for c in noun.children if c.role in ("adjective", "compound", "noun modifier")}


def complements(verb: Word) -> list[Word]:
    """Predicative nouns and adjectives: "became premier", "named him envoy", "elected president"."""
    found = []
    for child in verb.children:
        if child.role in ("predicate", "object predicate", "predicate adjective", "object", "apposition"):
            found += conjuncts(child)
        elif child.role == "complement" and child.pos in ("noun", "name"):
            found.append(child)
        elif child.role == "preposition" and child.lower in ("as", "to", "for"):
            found += child.by_role("prepositional object")
    found += [i for c in found for i in c.by_role("apposition")]
    return found


def verb_frame(sentence: Sentence, verb: Word) -> tuple[Frame, float] | None:
    """The frame that says most about a verb in its sentence, with its weight."""
    best: tuple[Frame, float] | None = None
    near = clause_of(verb).particles
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
            if part in near or (part == "to" and any(c.lower == "to" for c in verb.children)):
                phrasal = 1.0
                break
        else:
            continue
        if not _fits(sentence, verb, frame, near, part if phrasal else ""):
            continue
        weight = frame.weight + phrasal
        if best is None or weight > best[1]:
            best = (frame, weight)
    return best


def _fits(sentence: Sentence, verb: Word, f: Frame, near: frozenset[str], part: str) -> bool:
    objects: Sequence[Word] = clause_of(verb).undergoers
    if part and not objects:
        objects = [n for p, n in clause_of(verb).adjuncts if p == part]
    actors = clause_of(verb).doers
    if f.object:
        fitting = [o for o in objects if fits_class(sentence, o, f.object)]
        fitting = fitting or [t for o in objects if (t := antecedent(o)) is not None and keys(t) & f.object]
        if not fitting and any(o.lemma in lexicon().sets["carriers"] for o in objects):
            fitting = [
                n for p, n in clause_of(verb).adjuncts if p == "with" and fits_class(sentence, n, f.object)
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
    if f.subject and not any(fits_class(sentence, a, f.subject) for a in (actors or objects)):
        return False
    if f.subjectmods and not any(_modifiers(a) & f.subjectmods for a in (actors or objects)):
        return False
    if f.notsubject and any(keys(a) & f.notsubject for a in actors):
        return False
    if f.adjective:
        found = [
            c
            for c in verb.children
            if c.role in ("predicate adjective", "predicate", "object predicate") and c.lemma.lower() in f.adjective
        ]
        if not found or not (
            clause_of(verb).complements
            or any(clause_of(c).complements for c in found)
            or any(p == "to" for c in found for p, _ in clause_of(c).adjuncts)
        ):
            return False
    if f.complement or f.notcomplement:
        given = [key for c in complements(verb) for key in keys(c)]
        if f.complement and not f.complement.intersection(given):
            return False
        if f.notcomplement and f.notcomplement.intersection(given):
            return False
    if f.with_words and not any(t.lemma.lower() in f.with_words or t.lower in f.with_words for t in verb.subtree):
        return False
    if f.prep and not f.prep & near:
        return False
    if f.prep_object and not any(
        fits_class(sentence, n, f.prep_object) for p, n in clause_of(verb).adjuncts if not f.prep or p in f.prep
    ):
        return False
    if f.prep_clause and not any(c.lemma.lower() in f.prep_clause for c in clause_of(verb).complements):
        return False
    if f.clause_has and not any(
        t.lemma.lower() in f.clause_has for c in clause_of(verb).complements for t in (c, *c.children)
    ):
        return False
    if f.future and not clause_of(verb).is_future:
        return False
    if f.embedded and verb.head.lemma not in f.embedded:
        return False
    return all(_needs(sentence, verb, need, objects) for need in [f.needs] if need)


def _needs(sentence: Sentence, verb: Word, needs: tuple[str, ...], objects: Sequence[Word]) -> bool:
    """Any of the alternatives is enough."""
    for need in needs:
        if need == "object" and objects:
            return True
        if need == "clause" and clause_of(verb).complements:
            return True
        if (
            need == "object-clause"
            and objects
            and any(c.role in ("open clause", "complement", "adverbial") for c in clause_of(verb).complements)
        ):
            return True
        if (
            need == "object-to"
            and objects
            and any(
                c.role in ("open clause", "complement", "adverbial")
                and any(k.lower == "to" and k.role == "auxiliary" for k in c.children)
                for c in clause_of(verb).complements
            )
        ):
            return True
        if need == "infinitive" and any(c.lower == "to" and c.role == "auxiliary" for c in verb.children):
            return True
        if need == "clause-subject" and any(
            c.role == "complement"
            and any(k.role == "subject" for k in c.children)
            and any(k.lower == "to" for k in c.lefts)
            for c in clause_of(verb).complements
        ):
            return True
        if need == "intransitive" and not objects:
            return True
        if need in ("public", "plural"):
            if (
                need == "public"
                or len(clause_of(verb).doers) > 1
                or any(t.form in ("plural", "plural name") for t in clause_of(verb).doers)
            ):
                return True
            continue
        if need == "party" and (
            any(is_party(sentence, o) for o in objects)
            or any(p == "with" and is_party(sentence, n) for p, n in clause_of(verb).adjuncts)
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
        ) and need in {c.lower for c in verb.children if c.role in ("preposition", "dative", "auxiliary", "particle")}:
            return True
        if need == "to" and any(c.lower == "to" for x in clause_of(verb).complements for c in x.children):
            return True
    return False


def noun_frame(noun: Word) -> Frame | None:
    """The frame of an event noun."""
    best: Frame | None = None
    for frame in lexicon().nouns.get(noun.lemma.lower(), ()):
        mods = _modifiers(noun)
        if frame.modifiers and not mods & frame.modifiers:
            continue
        if frame.notmodifiers and mods & frame.notmodifiers:
            continue
        if best is None or frame.weight > best.weight:
            best = frame
    return best
