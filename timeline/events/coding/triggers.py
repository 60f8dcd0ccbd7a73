"""Triggers of typed events in a parsed sentence: which word, which type, who with whom."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from timeline.events.coding.frames import future, noun_frame, verb_frame
from timeline.events.coding.relevance import open_gate
from timeline.events.lexicon import Frame, lexicon, types
from timeline.events.parse.clause import (
    SUBJECTS,
    agents,
    auxiliaries,
    doers,
    keys,
    kids,
    negated,
    passive,
    subjects,
    undergoers,
)
from timeline.events.parse.inflect import lemma_of
from timeline.events.parties import roles
from timeline.events.parties.sentence import Scene
from timeline.events.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from timeline.models import Party, Status


@dataclass(slots=True)
class Candidate:
    """A trigger: ``token`` tells the event, ``pivot`` is the verb whose tense and status are the event's."""

    token: Token
    pivot: Token
    type: str
    mode: str | None
    frame: Frame | None
    weight: float
    actors: list[Party]
    recipients: list[Party]
    status: Status | None = None


def find(s: Scene) -> list[Candidate]:
    """Find the typed events of a sentence, in the order of their words."""
    found: dict[int, Candidate] = {}
    for token in s.doc:
        if token.pos_ in ("VERB", "AUX"):
            one = _verb(s, token)
        elif token.pos_ == "NOUN":
            one = _noun(s, token)
        else:
            continue
        if one is not None:
            found[token.i] = one
    _obligations(s, found)
    kept = [c for c in found.values() if not _covered(c, found) and not _travels(c, found)]
    kept = [c for c in kept if not _tells_another(c, kept)]
    _join_talks(kept)
    _share_parties(kept)
    kept += [term for c in kept if (term := _prison_term(c)) is not None]
    result = []
    for c in kept:
        if c.weight < 0 or any(
            k.dep_ == "mark" and k.lower_ in words("status", "conditions") for k in c.pivot.children
        ):
            continue  # a condition is no event
        changed = _retype(s, c)
        if changed is not None and open_gate(
            s, changed.frame, changed.type, changed.actors, changed.recipients, changed.pivot
        ):
            result.append(changed)
    return sorted(result, key=lambda c: c.token.i)


def _tells_another(c: Candidate, found: list[Candidate]) -> bool:
    """Tell whether a statement is only how another event is told ("announced that the talks will resume")."""
    if c.type != "STATEMENT" or c.token.lemma_ == "deny":
        return False
    said = {
        t.i for clause in kids(c.token, "ccomp") for t in (clause, *kids(clause, "conj", "xcomp", "nsubj", "nsubjpass"))
    }
    return any(other.token.i in said or (other.token != c.token and other.pivot.i in said) for other in found)


def _prison_term(c: Candidate) -> Candidate | None:
    """The arrest in a sentence to prison: "sentenced to ten years" convicts and locks up."""
    if c.type != "SANCTION" or c.mode != "convict" or c.token.pos_ != "VERB":
        return None
    for prep in kids(c.token, "prep", "dative"):
        for noun in kids(prep, "pobj"):
            if prep.lower_ == "to" and noun.lemma_ in lexicon().sets["prison"]:
                return replace(c, token=noun, type="COERCE", mode="arrest", weight=0.5)
    return None


def _verb(s: Scene, verb: Token) -> Candidate | None:
    match = verb_frame(s, verb)
    if lemma_of(verb) in lexicon().refusal and negated(verb) and (future(verb) or _unwilling(verb)):
        frame = lexicon().verbs["refuse"][0]
        actors, recipients = roles.of_verb(s, verb, frame)
        return Candidate(verb, verb, "REJECT", None, frame, 1.0, actors, recipients, status="occurred")
    if match is None:
        return None
    frame, weight = match
    if frame.type == "REJECT" and _keeps_silent(verb):
        return None
    if verb.dep_ == "xcomp" and _keeps_silent(verb.head):
        return None
    if frame.type == "ASSAULT" and lemma_of(verb) in words("triggers", "strive") and _strives(verb):
        return None
    if any(t.lower_ in lexicon().sets["deities"] for t in subjects(verb)) or _imperative(verb):
        return None
    if frame.mode == "meet" and frame.object and passive(verb) and not agents(verb):
        return None  # "the summit was called off": who refused is not told
    if frame.leader and not _led(s, verb):
        return None
    actors, recipients = roles.of_verb(s, verb, frame)
    if (
        not actors
        and frame.type in types("spoken")
        and not passive(verb)
        and any(c.pos_ in ("NOUN", "PROPN") for c in subjects(verb))
    ):
        return None  # what asks, offers or refuses here is no party
    if frame.gate == "open" and frame.type == "SUPPORT" and verb.dep_ == "acl" and not actors:
        return None  # "violating the truce signed in March": background
    return Candidate(verb, verb, frame.type, frame.mode, frame, weight, actors, recipients)


def _imperative(verb: Token) -> bool:
    """Tell whether a verb bids somebody do something, and so tells nothing ("let us give them time")."""
    bare = verb.tag_ == "VB" and verb.dep_ in ("ROOT", "ccomp", "parataxis")
    if verb.dep_ == "xcomp" and verb.tag_ in ("VB", "VBG") and verb.head.tag_ == "VB":
        return _imperative(verb.head)
    return bare and not any(c.dep_ in ("aux", "auxpass", "neg", "mark", *SUBJECTS) for c in verb.children)


def _keeps_silent(verb: Token) -> bool:
    """Tell whether somebody only declines to comment."""
    silence = lexicon().silence
    if lemma_of(verb) not in words("triggers", "silent"):
        return False
    told = any(c.lemma_ in silence["verbs"] and c.dep_ == "xcomp" for c in verb.children)
    return told or any(o.lemma_ in silence["nouns"] for o in undergoers(verb))


def _strives(verb: Token) -> bool:
    """Tell whether somebody fights to get something done, not somebody else."""
    aims = [c for c in verb.children if c.dep_ in ("xcomp", "advcl") and any(k.lower_ == "to" for k in c.children)]
    return bool(aims) and not kids(verb, "dobj")


def _unwilling(verb: Token) -> bool:
    return any(a.lemma_.lower() in words("triggers", "able") for a in auxiliaries(verb))


def _led(s: Scene, verb: Token) -> bool:
    """Tell whether the subject is an official, a named person or a delegation."""
    officials = lexicon().groups["officials"]
    for noun in roles.doers_of(s, verb) or undergoers(verb):
        at = s.offset + noun.idx
        if noun.lower_ in ("he", "she") or any(a <= at < b for a, b, _ in s.cast.mentions):
            return True
        if any(keys(t) & officials or t.lower_ in officials for t in (noun, *noun.children)):
            return True
    return False


def _noun(s: Scene, noun: Token) -> Candidate | None:
    frame = noun_frame(noun)
    if frame is None:
        return None
    pivot, how = pivot_of(noun)
    if pivot is None or (pivot == noun and s.string.rstrip().endswith("?")):
        return None  # "And the talks with Chad?"
    if how == "other" or (frame.light and how == "adjunct"):
        return None
    actors, recipients = roles.of_noun(s, noun, frame, pivot if how in ("light", "happen") else None)
    if how == "adjunct" and not (actors or recipients) and not frame.dated:
        # "During the conversation, Rook and Haas ...": the talks are those of the clause's subjects.
        definite = any(c.dep_ in ("det", "poss") and c.lower_ in words("triggers", "definite") for c in noun.children)
        actors = roles.parties_of(s, doers(pivot)) if frame.reciprocal and definite else []
        if len(actors) < 2:
            return None
    return Candidate(noun, pivot, frame.type, frame.mode, frame, 0.5, actors, recipients)


def pivot_of(noun: Token) -> tuple[Token | None, str]:
    """The verb that gives an event noun its tense, and how: light, happen, adjunct, other (a mere argument)."""
    lex = lexicon()
    head, dep = noun.head, noun.dep_
    while dep in ("conj", "appos") and head.pos_ in ("NOUN", "PROPN"):
        dep, head = head.dep_, head.head
    if noun.dep_ == "ROOT" or head == noun:
        return noun, "happen"
    if dep in ("dobj", "nsubjpass") and head.pos_ == "VERB":
        phrasal = f"{head.lemma_}_{next((c.lower_ for c in head.children if c.dep_ in ('prt', 'prep')), '')}"
        known = {head.lemma_, phrasal} & (lex.light | lex.governors.keys())
        return head, "light" if known else "other"
    if dep == "nsubj" and head.pos_ in ("VERB", "AUX"):
        if any(c.dep_ == "dobj" for c in head.children) and head.lemma_ not in lex.happen:
            return head, "other"
        return head, "happen" if head.lemma_ in lex.happen else "other"
    if dep == "attr" and head.lemma_ == "be":
        return head, "happen"
    if dep == "pobj":
        prep, climb = head, head.head
        while climb.pos_ in ("ADP", "SCONJ", "ADV") and climb.head != climb:
            climb = climb.head
        if climb.pos_ in ("VERB", "AUX"):
            return climb, "adjunct" if prep.lower_ in lex.adjunct else "other"
        if climb.pos_ in ("NOUN", "PROPN"):
            if prep.lower_ in words("triggers", "top_of"):
                top = climb
                while top.pos_ not in ("VERB", "AUX") and top.head != top:
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
        above = found.get(node.i)
        if above is not None and above is not c:
            link = child.dep_
            if above.frame is not None and not above.frame.noun and child == token and token.pos_ == "NOUN":
                if link in ("dobj", "nsubjpass", "nsubj"):
                    return True
            if token.pos_ == "NOUN" and link in ("dobj", "nsubjpass", "nsubj", "amod", "compound", "poss"):
                return True
            if (
                link == "prep"
                and token.pos_ == "NOUN"
                and not (c.mode == "visit" and child.lower_ == "on")  # "Haas, on a visit to Sund, praised ..."
                and child.lower_ in words("triggers", "object_of")
            ):
                return True
            if link == "prep" and (
                child.lower_ in words("triggers", "temporal") or (c.mode == "visit" and child.lower_ == "on")
            ):
                continue
            if link in ("xcomp", "ccomp", "pcomp", "acl", "prep", "dobj", "acomp", "oprd", "attr"):
                hostile = c.type in types("hostile") or (c.type == "PROTEST" and c.mode in ("boycott", "strike"))
                if above.type == "AGREE" and hostile and child == token and _offered(above):
                    c.type, c.mode, c.status = "THREATEN", lexicon().kinds[c.type].threat, "occurred"
                    above.type = "STATEMENT"
                    above.weight = -1.0
                    return False
                if above.type in types("governing") and not (
                    above.type == "AGREE" and c.type in types("promised") and link in ("xcomp", "ccomp", "acomp")
                ):
                    return True
            if (
                child == token
                and c.type not in types("hostile")
                and _purpose(token)
                and not (above.type == "AGREE" or (above.mode == "visit" and c.type == "CONSULT"))
            ):
                return True
            if link in ("advcl",) and above.type in types("demanding"):
                if not any(k.dep_ == "mark" and k.lower_ in words("triggers", "marks_of_time") for k in child.children):
                    return True
        if (
            node.lemma_ in words("triggers", "told_by")
            and node.dep_ == "advcl"
            and node.tag_ == "VBG"
            and node.head.i in found
        ):
            return True
    return False


def _purpose(verb: Token) -> bool:
    """Tell whether a verb says what another one is done for ("met to discuss the border")."""
    return verb.dep_ == "advcl" and any(k.dep_ == "aux" and k.lower_ == "to" for k in verb.lefts)


def _apart(child: Token, node: Token) -> bool:
    """Tell whether a clause stands by itself: a relative one that tells its own past, or one before a semicolon."""
    if child.dep_ == "relcl":
        return child.tag_ == "VBD" or any(a.tag_ == "VBD" for a in auxiliaries(child))
    between = child.doc[child.i : node.i]
    return child.dep_ == "ccomp" and child.i < node.i and any(t.text == ";" for t in between)


def _offered(c: Candidate) -> bool:
    """Tell whether a commitment is one's own ("is prepared to", "promised to"), not shared with the other side."""
    return c.token.lemma_ not in words("triggers", "shared")


def _travels(c: Candidate, found: dict[int, Candidate]) -> bool:
    """Tell whether a journey is only the way to a meeting that is coded itself ("flew to Rome to meet him")."""
    return c.mode == "visit" and any(
        child.i in found and found[child.i].type == "CONSULT" for child in kids(c.token, "advcl", "xcomp")
    )


def _join_talks(found: list[Candidate]) -> None:
    """What is agreed "in talks with Trump" is agreed with Trump; talks without names are those of the clause."""
    for talk in found:
        if talk.type != "CONSULT" or talk.token.pos_ != "NOUN":
            continue
        for c in found:
            if c.token != talk.pivot or talk.token.head.lower_ in words("status", "adjunct_ahead"):
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
                and c.token.dep_ in ("xcomp", "advcl")
                and c.frame is not None
                and c.frame.reciprocal
                and len(c.actors) < 2
            ):
                c.actors = list(above.actors)


def _obligations(s: Scene, found: dict[int, Candidate]) -> None:
    """ "Said that Sudan must return it" asks: a REQUEST to the subject of the clause."""
    lex = lexicon()
    for verb in s.doc:
        if verb.pos_ not in ("VERB", "AUX"):
            continue
        if not any(a.lower_ in words("triggers", "obliged") for a in auxiliaries(verb)):
            continue
        reporter = next(
            (
                h
                for h in (verb.head, verb.head.head)
                if h != verb and h.lemma_ in lex.reporting["verbs"] | words("triggers", "believed")
            ),
            None,
        )
        if reporter is None or verb.dep_ not in ("ccomp", "advcl", "conj", "ROOT"):
            continue
        speakers = roles.parties_of(s, doers(reporter))
        addressed = roles.parties_of(s, doers(verb) or undergoers(verb))
        if not addressed or not any(p.code or p.sector in words("parties", "addressed_sectors") for p in addressed):
            continue
        if not speakers or any(a.name == p.name for a in addressed for p in speakers):
            continue
        for i in [i for i in found if found[i].token == reporter]:
            del found[i]
        frame = next(f for f in lex.verbs["demand"] if f.type == "REQUEST")
        found[verb.i] = Candidate(verb, reporter, "REQUEST", None, frame, 2.0, speakers, addressed)


def _retype(s: Scene, c: Candidate) -> Candidate | None:
    """Apply the rules on refusals, announced hostile deeds and promises."""
    pivot = c.pivot
    ahead = future(pivot) or _planned(pivot)
    if c.token.pos_ != "NOUN" and negated(pivot):
        if c.type in ("AGREE", "CONCEDE"):
            return replace(c, type="REJECT", mode=None, status="occurred")
        if c.type in types("cooperative") and future(pivot):
            return replace(c, type="REJECT", mode=None, status="occurred")
    if c.status is not None and c.type == "THREATEN":
        return c
    if c.type in types("hostile") and ahead and not negated(pivot):
        return replace(c, type="THREATEN", mode=lexicon().kinds[c.type].threat, status="occurred")
    if c.type in ("REJECT", "PROTEST") and future(pivot) and pivot.lemma_ in words("triggers", "walkouts"):
        return replace(c, type="THREATEN", mode="restrict", status="occurred")
    if c.type == "CONCEDE" and future(pivot):
        return replace(c, type="AGREE", mode=None, status="occurred")
    return c


def _planned(verb: Token) -> bool:
    """Tell whether a verb stands under a plan or readiness ("plans to", "is prepared to")."""
    if verb.dep_ != "xcomp":
        return False
    head = verb.head
    words = {head.lemma_, head.lower_} | {c.lower_ for c in kids(head, "acomp")}
    return bool(words & lexicon().sets["readiness"])
