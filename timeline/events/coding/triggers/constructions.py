"""Events that no verb of a frame tells by itself: "will not", "must" or "is to blame" when reported, a prison term.

And what somebody is under: pressure, investigation, arrest.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from timeline.events.coding.candidate import REFUSED, Candidate
from timeline.events.coding.frames.match import noun_frame
from timeline.events.coding.frames.word_classes import CLASSES
from timeline.events.coding.triggers.leaders import leads
from timeline.events.frame import Frame
from timeline.events.lexicon import lexicon, types
from timeline.events.parse.clause import clause_of
from timeline.events.parse.inflect import lemma_of
from timeline.events.parse.noun_phrase import beside
from timeline.events.parse.word import Word
from timeline.events.parties import roles
from timeline.events.parties.party import is_party
from timeline.events.parties.resolve import parties_of
from timeline.events.parties.sentence import Sentence
from timeline.events.words import words

if TYPE_CHECKING:
    from timeline.models import Status


def refusal(sentence: Sentence, verb: Word) -> Candidate | None:
    """What somebody says he will not, or cannot, do is refused."""
    clause = clause_of(verb)
    if not clause.is_negated or lemma_of(verb) not in words("triggers", "refusal"):
        return None
    if not clause.is_future and not any(a.lemma.lower() in words("triggers", "able") for a in clause.auxiliaries):
        return None
    frame = lexicon().frames[REFUSED]
    actors, recipients = roles.of_verb(sentence, verb, frame)
    return Candidate(verb, verb, frame.type, None, frame, 1.0, actors, recipients, status="occurred")


def obligations(sentence: Sentence) -> Iterator[Candidate]:
    """ "Said that Sudan must return it" asks: a REQUEST to the clause's subject; the verb of saying is the pivot."""
    for verb in sentence.tree:
        reporter = _reporter(verb)
        if reporter is None:
            continue
        speakers = parties_of(sentence, clause_of(reporter).doers)
        addressed = parties_of(sentence, clause_of(verb).doers or clause_of(verb).undergoers)
        public = any(p.code or p.sector in words("parties", "addressed_sectors") for p in addressed)
        if public and speakers and not {p.name for p in addressed} & {p.name for p in speakers}:
            frame = lexicon().frames["must-in-reported-speech"]
            yield Candidate(verb, reporter, frame.type, None, frame, 2.0, speakers, addressed)


def blames(sentence: Sentence) -> Iterator[Candidate]:
    """ "Said that Sudan was responsible" accuses: an ACCUSE of the clause's subject by who says it."""
    for verb in sentence.tree:
        if verb.lemma != "be" or verb.role != "complement" or not _says(verb.head) or not _is_blamed(verb):
            continue
        speakers = parties_of(sentence, clause_of(verb.head).doers)
        blamed = parties_of(sentence, clause_of(verb).doers)
        if speakers and blamed and not {p.name for p in blamed} & {p.name for p in speakers}:
            frame = lexicon().frames["blame-in-reported-speech"]
            yield Candidate(verb.head, verb.head, frame.type, frame.mode, frame, 2.0, speakers, blamed)


def _is_blamed(be: Word) -> bool:
    """ "Was responsible for the blast", "is to blame", "was behind the attack"; not where it is denied."""
    if clause_of(be).is_negated:
        return False
    told = be.by_role("predicate adjective", "open clause")
    if any(w.lemma in words("triggers", "to_blame") or _is_to_answer_for_harm(w) for w in told):
        return True
    return any(map(_is_harm, beside(be, "behind")))


def _is_to_answer_for_harm(word: Word) -> bool:
    """ "Responsible", but not "for the budget"."""
    return word.lemma == "responsible" and all(map(_is_harm, beside(word, "for")))


def _is_harm(noun: Word) -> bool:
    deed = noun_frame(noun)
    return noun.lemma in words("triggers", "harms") or (deed is not None and deed.type in types("hostile"))


def plights(sentence: Sentence) -> Iterator[Candidate]:
    """ "Is under pressure", "remains under investigation": done to the subject, and not over."""
    for noun in sentence.tree:
        verb, frame = noun.head.head, _plight(noun)
        if frame is None or not verb.is_verbal or verb.lemma not in words("triggers", "states"):
            continue
        clause = clause_of(verb)
        undergoers = parties_of(sentence, [one for one in clause.subjects if is_party(sentence, one)])
        doers = parties_of(sentence, [*beside(noun, "from", "by"), *clause.beside("from", "by")])
        told = not (clause.is_negated or clause.auxiliaries)
        if undergoers:
            status: Status | None = "ongoing" if told else None
            yield Candidate(noun, verb, frame.type, frame.mode, frame, 1.0, doers, undergoers, status=status)


def arrivals(sentence: Sentence) -> Iterator[Candidate]:
    """ "Is expected in Paris", "is due in Paris": somebody who leads is to come there."""
    for word in sentence.tree:
        if word.lemma not in words("triggers", "awaited"):
            continue
        verb = word.head if word.role == "predicate adjective" else word
        clause = clause_of(verb)
        is_told = clause.is_passive if verb is word else verb.lemma == "be"
        finite = next(iter(clause.auxiliaries), verb)
        where = [
            noun
            for noun in (*clause.beside("in", "at"), *beside(word, "in", "at"))
            if CLASSES["@place"](sentence, noun)
        ]
        leaders = parties_of(sentence, [one for one in clause.subjects if leads(sentence, one)])
        if is_told and finite.form != "past" and where and leaders and not (clause.complements or clause.is_negated):
            frame = lexicon().frames["travel-to-place"]
            yield Candidate(
                word, verb, frame.type, frame.mode, frame, 1.0, leaders, parties_of(sentence, where), status="scheduled"
            )


def _plight(noun: Word) -> Frame | None:
    """What is told of who is "under" it, where that is something hostile."""
    if noun.head.lower != "under" or noun.pos != "noun":
        return None
    frame = lexicon().frames["under-pressure"] if noun.lemma == "pressure" else noun_frame(noun)
    return frame if frame is not None and frame.type in types("hostile") | {"ACCUSE"} else None


def _reporter(verb: Word) -> Word | None:
    """The verb of saying over what must be done."""
    if not verb.is_verbal or verb.role not in ("complement", "adverbial", "conjunct", "root"):
        return None
    if not any(a.lower in words("triggers", "obliged") for a in clause_of(verb).auxiliaries):
        return None
    return next((h for h in (verb.head, verb.head.head) if h is not verb and _says(h)), None)


def _says(verb: Word) -> bool:
    return verb.lemma in lexicon().reporting["verbs"] or verb.lemma in words("triggers", "believed")


def prison_term(c: Candidate) -> Candidate | None:
    """The arrest in a sentence to prison: "sentenced to ten years" convicts and locks up."""
    if c.type != "SANCTION" or c.mode != "convict" or c.token.pos != "verb":
        return None
    to = (preposition for preposition in c.token.by_role("preposition", "dative") if preposition.lower == "to")
    nouns = (noun for preposition in to for noun in preposition.by_role("prepositional object"))
    term = next((noun for noun in nouns if noun.lemma in lexicon().sets["prison"]), None)
    if term is None:
        return None
    frame = lexicon().frames["prison-term"]
    return replace(c, token=term, type=frame.type, mode=frame.mode, frame=frame, weight=0.5)
