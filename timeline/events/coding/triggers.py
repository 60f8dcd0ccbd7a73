"""Triggers of typed events in a parsed sentence: which word, which type, who with whom."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from timeline.events.coding.frames import noun_frame, verb_frame
from timeline.events.coding.relevance import open_gate
from timeline.events.lexicon import Frame, lexicon, types
from timeline.events.parse.clause import SUBJECTS, clause_of
from timeline.events.parse.inflect import lemma_of
from timeline.events.parse.noun_phrase import keys
from timeline.events.parse.word import Word
from timeline.events.parties import roles
from timeline.events.parties.doers import doers_of
from timeline.events.parties.resolve import parties_of
from timeline.events.parties.sentence import Sentence
from timeline.events.words import words

if TYPE_CHECKING:
    from timeline.models import Party, Status


@dataclass(slots=True)
class Candidate:
    """A trigger: ``token`` tells the event, ``pivot`` is the verb whose tense and status are the event's."""

    token: Word
    pivot: Word
    type: str
    mode: str | None
    frame: Frame | None
    weight: float
    actors: list[Party]
    recipients: list[Party]
    status: Status | None = None


def find(sentence: Sentence) -> list[Candidate]:
    """Find the typed events of a sentence, in the order of their words."""
    found: dict[int, Candidate] = {}
    for token in sentence.tree:
        if token.pos in ("verb", "auxiliary"):
            one = _verb(sentence, token)
        elif token.pos == "noun":
            one = _noun(sentence, token)
        else:
            continue
        if one is not None:
            found[token.index] = one
    _obligations(sentence, found)
    kept = [c for c in found.values() if not _covered(c, found) and not _travels(c, found)]
    kept = [c for c in kept if not _tells_another(c, kept)]
    _join_talks(kept)
    _share_parties(kept)
    kept += [term for c in kept if (term := _prison_term(c)) is not None]
    result = []
    for c in kept:
        if c.weight < 0 or any(
            k.role == "marker" and k.lower in words("status", "conditions") for k in c.pivot.children
        ):
            continue  # a condition is no event
        changed = _retype(sentence, c)
        if changed is not None and open_gate(
            sentence, changed.frame, changed.type, changed.actors, changed.recipients, changed.pivot
        ):
            result.append(changed)
    return sorted(result, key=lambda c: c.token.index)


def _tells_another(c: Candidate, found: list[Candidate]) -> bool:
    """Tell whether a statement is only how another event is told ("announced that the talks will resume")."""
    if c.type != "STATEMENT" or c.token.lemma == "deny":
        return False
    said = {
        t.index
        for clause in c.token.by_role("complement")
        for t in (clause, *clause.by_role("conjunct", "open clause", "subject", "passive subject"))
    }
    return any(other.token.index in said or (other.token != c.token and other.pivot.index in said) for other in found)


def _prison_term(c: Candidate) -> Candidate | None:
    """The arrest in a sentence to prison: "sentenced to ten years" convicts and locks up."""
    if c.type != "SANCTION" or c.mode != "convict" or c.token.pos != "verb":
        return None
    for prep in c.token.by_role("preposition", "dative"):
        for noun in prep.by_role("prepositional object"):
            if prep.lower == "to" and noun.lemma in lexicon().sets["prison"]:
                return replace(c, token=noun, type="COERCE", mode="arrest", weight=0.5)
    return None


def _verb(sentence: Sentence, verb: Word) -> Candidate | None:
    match = verb_frame(sentence, verb)
    if (
        lemma_of(verb) in lexicon().refusal
        and clause_of(verb).is_negated
        and (clause_of(verb).is_future or _unwilling(verb))
    ):
        frame = lexicon().verbs["refuse"][0]
        actors, recipients = roles.of_verb(sentence, verb, frame)
        return Candidate(verb, verb, "REJECT", None, frame, 1.0, actors, recipients, status="occurred")
    if match is None:
        return None
    frame, weight = match
    if frame.type == "REJECT" and _keeps_silent(verb):
        return None
    if verb.role == "open clause" and _keeps_silent(verb.head):
        return None
    if frame.type == "ASSAULT" and lemma_of(verb) in words("triggers", "strive") and _strives(verb):
        return None
    if any(t.lower in lexicon().sets["deities"] for t in clause_of(verb).subjects) or _imperative(verb):
        return None
    if frame.mode == "meet" and frame.object and clause_of(verb).is_passive and not clause_of(verb).agents:
        return None  # "the summit was called off": who refused is not told
    if frame.leader and not _led(sentence, verb):
        return None
    actors, recipients = roles.of_verb(sentence, verb, frame)
    if (
        not actors
        and frame.type in types("spoken")
        and not clause_of(verb).is_passive
        and any(c.pos in ("noun", "name") for c in clause_of(verb).subjects)
    ):
        return None  # what asks, offers or refuses here is no party
    if frame.gate == "open" and frame.type == "SUPPORT" and verb.role == "noun clause" and not actors:
        return None  # "violating the truce signed in March": background
    return Candidate(verb, verb, frame.type, frame.mode, frame, weight, actors, recipients)


def _imperative(verb: Word) -> bool:
    """Tell whether a verb bids somebody do something, and so tells nothing ("let us give them time")."""
    bare = verb.form == "base" and verb.role in ("root", "complement", "parallel")
    if verb.role == "open clause" and verb.form in ("base", "present participle") and verb.head.form == "base":
        return _imperative(verb.head)
    return bare and not any(
        c.role in ("auxiliary", "passive auxiliary", "negation", "marker", *SUBJECTS) for c in verb.children
    )


def _keeps_silent(verb: Word) -> bool:
    """Tell whether somebody only declines to comment."""
    silence = lexicon().silence
    if lemma_of(verb) not in words("triggers", "silent"):
        return False
    told = any(c.lemma in silence["verbs"] and c.role == "open clause" for c in verb.children)
    return told or any(o.lemma in silence["nouns"] for o in clause_of(verb).undergoers)


def _strives(verb: Word) -> bool:
    """Tell whether somebody fights to get something done, not somebody else."""
    aims = [
        c for c in verb.children if c.role in ("open clause", "adverbial") and any(k.lower == "to" for k in c.children)
    ]
    return bool(aims) and not verb.by_role("object")


def _unwilling(verb: Word) -> bool:
    return any(a.lemma.lower() in words("triggers", "able") for a in clause_of(verb).auxiliaries)


def _led(sentence: Sentence, verb: Word) -> bool:
    """Tell whether the subject is an official, a named person or a delegation."""
    officials = lexicon().groups["officials"]
    for noun in doers_of(sentence, verb) or clause_of(verb).undergoers:
        if noun.lower in ("he", "she") or sentence.person_at(noun) is not None:
            return True
        if any(keys(t) & officials or t.lower in officials for t in (noun, *noun.children)):
            return True
    return False


def _noun(sentence: Sentence, noun: Word) -> Candidate | None:
    frame = noun_frame(noun)
    if frame is None:
        return None
    pivot, how = pivot_of(noun)
    if pivot is None or (pivot == noun and sentence.string.rstrip().endswith("?")):
        return None  # "And the talks with Chad?"
    if how == "other" or (frame.light and how == "adjunct"):
        return None
    actors, recipients = roles.of_noun(sentence, noun, frame, pivot if how in ("light", "happen") else None)
    if how == "adjunct" and not (actors or recipients) and not frame.dated:
        # "During the conversation, Rook and Haas ...": the talks are those of the clause's subjects.
        definite = any(
            c.role in ("determiner", "owner") and c.lower in words("triggers", "definite") for c in noun.children
        )
        actors = parties_of(sentence, clause_of(pivot).doers) if frame.reciprocal and definite else []
        if len(actors) < 2:
            return None
    return Candidate(noun, pivot, frame.type, frame.mode, frame, 0.5, actors, recipients)


def pivot_of(noun: Word) -> tuple[Word | None, str]:
    """The verb that gives an event noun its tense, and how: light, happen, adjunct, other (a mere argument)."""
    lex = lexicon()
    head, dep = noun.head, noun.role
    while dep in ("conjunct", "apposition") and head.pos in ("noun", "name"):
        dep, head = head.role, head.head
    if noun.role == "root" or head == noun:
        return noun, "happen"
    if dep in ("object", "passive subject") and head.pos == "verb":
        phrasal = f"{head.lemma}_{next((c.lower for c in head.children if c.role in ('particle', 'preposition')), '')}"
        known = {head.lemma, phrasal} & (lex.light | lex.governors.keys())
        return head, "light" if known else "other"
    if dep == "subject" and head.pos in ("verb", "auxiliary"):
        if any(c.role == "object" for c in head.children) and head.lemma not in lex.happen:
            return head, "other"
        return head, "happen" if head.lemma in lex.happen else "other"
    if dep == "predicate" and head.lemma == "be":
        return head, "happen"
    if dep == "prepositional object":
        prep, climb = head, head.head
        while climb.pos in ("preposition", "subordinator", "adverb") and climb.head != climb:
            climb = climb.head
        if climb.pos in ("verb", "auxiliary"):
            return climb, "adjunct" if prep.lower in lex.adjunct else "other"
        if climb.pos in ("noun", "name"):
            if prep.lower in words("triggers", "top_of"):
                top = climb
                while top.pos not in ("verb", "auxiliary") and top.head != top:
                    top = top.head
                return top, "adjunct"
            return climb, "other"
    return None, "other"


def _covered(c: Candidate, found: dict[int, Candidate]) -> bool:
    """Tell whether an event is only what another one is about (asked for, refused, threatened, its cause)."""
    token = c.token
    node = token
    while node.head != node:
        child, node = node, node.head
        if _apart(child, node):
            return False
        above = found.get(node.index)
        if above is not None and above is not c:
            link = child.role
            if above.frame is not None and not above.frame.noun and child == token and token.pos == "noun":
                if link in ("object", "passive subject", "subject"):
                    return True
            if token.pos == "noun" and link in (
                "object",
                "passive subject",
                "subject",
                "adjective",
                "compound",
                "owner",
            ):
                return True
            if (
                link == "preposition"
                and token.pos == "noun"
                and not (c.mode == "visit" and child.lower == "on")  # "Haas, on a visit to Sund, praised ..."
                and child.lower in words("triggers", "object_of")
            ):
                return True
            if link == "preposition" and (
                child.lower in words("triggers", "temporal") or (c.mode == "visit" and child.lower == "on")
            ):
                continue
            if link in (
                "open clause",
                "complement",
                "prepositional clause",
                "noun clause",
                "preposition",
                "object",
                "predicate adjective",
                "object predicate",
                "predicate",
            ):
                hostile = c.type in types("hostile") or (c.type == "PROTEST" and c.mode in ("boycott", "strike"))
                if above.type == "AGREE" and hostile and child == token and _offered(above):
                    c.type, c.mode, c.status = "THREATEN", lexicon().kinds[c.type].threat, "occurred"
                    above.type = "STATEMENT"
                    above.weight = -1.0
                    return False
                if above.type in types("governing") and not (
                    above.type == "AGREE"
                    and c.type in types("promised")
                    and link in ("open clause", "complement", "predicate adjective")
                ):
                    return True
            if (
                child == token
                and c.type not in types("hostile")
                and _purpose(token)
                and not (above.type == "AGREE" or (above.mode == "visit" and c.type == "CONSULT"))
            ):
                return True
            if link in ("adverbial",) and above.type in types("demanding"):
                if not any(
                    k.role == "marker" and k.lower in words("triggers", "marks_of_time") for k in child.children
                ):
                    return True
        if (
            node.lemma in words("triggers", "told_by")
            and node.role == "adverbial"
            and node.form == "present participle"
            and node.head.index in found
        ):
            return True
    return False


def _purpose(verb: Word) -> bool:
    """Tell whether a verb says what another one is done for ("met to discuss the border")."""
    return verb.role == "adverbial" and any(k.role == "auxiliary" and k.lower == "to" for k in verb.lefts)


def _apart(child: Word, node: Word) -> bool:
    """Tell whether a clause stands by itself: a relative one that tells its own past, or one before a semicolon."""
    if child.role == "relative":
        return child.form == "past" or any(a.form == "past" for a in clause_of(child).auxiliaries)
    between = child.tree[child.index : node.index]
    return child.role == "complement" and child.index < node.index and any(t.text == ";" for t in between)


def _offered(c: Candidate) -> bool:
    """Tell whether a commitment is one's own ("is prepared to", "promised to"), not shared with the other side."""
    return c.token.lemma not in words("triggers", "shared")


def _travels(c: Candidate, found: dict[int, Candidate]) -> bool:
    """Tell whether a journey is only the way to a meeting that is coded itself ("flew to Rome to meet him")."""
    return c.mode == "visit" and any(
        child.index in found and found[child.index].type == "CONSULT"
        for child in c.token.by_role("adverbial", "open clause")
    )


def _join_talks(found: list[Candidate]) -> None:
    """What is agreed "in talks with Trump" is agreed with Trump; talks without names are those of the clause."""
    for talk in found:
        if talk.type != "CONSULT" or talk.token.pos != "noun":
            continue
        for c in found:
            if c.token != talk.pivot or talk.token.head.lower in words("status", "adjunct_ahead"):
                continue
            if c.frame is not None and c.frame.reciprocal and len(c.actors) == 1 and not c.recipients:
                names = {(p.name, p.code) for p in c.actors}
                c.actors = c.actors + [p for p in talk.actors if (p.name, p.code) not in names]


def _share_parties(found: list[Candidate]) -> None:
    """What two agreed to do, both will do: "he agreed in talks with Trump to meet"."""
    for c in found:
        head = c.token.head
        for above in found:
            both = above.type == "AGREE" and len(above.actors) > 1 and above.token == head
            if (
                both
                and c.token.role in ("open clause", "adverbial")
                and c.frame is not None
                and c.frame.reciprocal
                and len(c.actors) < 2
            ):
                c.actors = list(above.actors)


def _obligations(sentence: Sentence, found: dict[int, Candidate]) -> None:
    """ "Said that Sudan must return it" asks: a REQUEST to the subject of the clause."""
    lex = lexicon()
    for verb in sentence.tree:
        if verb.pos not in ("verb", "auxiliary"):
            continue
        if not any(a.lower in words("triggers", "obliged") for a in clause_of(verb).auxiliaries):
            continue
        reporter = next(
            (
                h
                for h in (verb.head, verb.head.head)
                if h != verb and h.lemma in lex.reporting["verbs"] | words("triggers", "believed")
            ),
            None,
        )
        if reporter is None or verb.role not in ("complement", "adverbial", "conjunct", "root"):
            continue
        speakers = parties_of(sentence, clause_of(reporter).doers)
        addressed = parties_of(sentence, clause_of(verb).doers or clause_of(verb).undergoers)
        if not addressed or not any(p.code or p.sector in words("parties", "addressed_sectors") for p in addressed):
            continue
        if not speakers or any(a.name == p.name for a in addressed for p in speakers):
            continue
        for i in [i for i in found if found[i].token == reporter]:
            del found[i]
        frame = next(f for f in lex.verbs["demand"] if f.type == "REQUEST")
        found[verb.index] = Candidate(verb, reporter, "REQUEST", None, frame, 2.0, speakers, addressed)


def _retype(sentence: Sentence, c: Candidate) -> Candidate | None:
    """Apply the rules on refusals, announced hostile deeds and promises."""
    pivot = c.pivot
    ahead = clause_of(pivot).is_future or _planned(pivot)
    if c.token.pos != "noun" and clause_of(pivot).is_negated:
        if c.type in ("AGREE", "CONCEDE"):
            return replace(c, type="REJECT", mode=None, status="occurred")
        if c.type in types("cooperative") and clause_of(pivot).is_future:
            return replace(c, type="REJECT", mode=None, status="occurred")
    if c.status is not None and c.type == "THREATEN":
        return c
    if c.type in types("hostile") and ahead and not clause_of(pivot).is_negated:
        return replace(c, type="THREATEN", mode=lexicon().kinds[c.type].threat, status="occurred")
    if c.type in ("REJECT", "PROTEST") and clause_of(pivot).is_future and pivot.lemma in words("triggers", "walkouts"):
        return replace(c, type="THREATEN", mode="restrict", status="occurred")
    if c.type == "CONCEDE" and clause_of(pivot).is_future:
        return replace(c, type="AGREE", mode=None, status="occurred")
    return c


def _planned(verb: Word) -> bool:
    """Tell whether a verb stands under a plan or readiness ("plans to", "is prepared to")."""
    if verb.role != "open clause":
        return False
    head = verb.head
    words = {head.lemma, head.lower} | {c.lower for c in head.by_role("predicate adjective")}
    return bool(words & lexicon().sets["readiness"])
