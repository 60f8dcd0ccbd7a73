"""Who is actor and who is recipient of a trigger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.events.lexicon import Frame, lexicon, types
from timeline.events.parse.clause import (
    SUBJECTS,
    adjuncts,
    agents,
    clauses,
    conjuncts,
    doers,
    keys,
    kids,
    passive,
    subjects,
    undergoers,
)
from timeline.events.parties.parties import embedded, is_party, parties
from timeline.events.parties.sentence import Scene
from timeline.events.parties.things import thing
from timeline.events.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from timeline.models import Party


def parties_of(s: Scene, nouns: list[Token]) -> list[Party]:
    """Parties among noun phrases; a phrase that is none itself may hold one ("Cyprus's side")."""
    found: list[Token] = []
    for noun in nouns:
        if any(a.lower_ == "according" for a, _ in zip(noun.ancestors, range(2), strict=False)):
            continue  # who vouches for it
        if is_party(s, noun):
            found.append(noun)
        else:
            found += embedded(s, noun)[:1]
    return parties(s, found)


def doers_of(s: Scene, verb: Token) -> list[Token]:
    """Who does what a verb says; "it", "he" or "they" in reported speech is who speaks ("Hungary said it would")."""
    found = doers(verb)
    node = verb
    while node.dep_ in ("xcomp", "conj", "acomp") and not kids(node, *SUBJECTS) and node.head != node:
        node = node.head
    if not found and verb.dep_ == "ROOT" and verb.tag_ in ("VBD", "VBZ", "VBP"):
        return _names_before(s, verb)
    if s.headline and found:
        found = _listed(s, found[0]) + found
    if (
        len(found) == 1
        and found[0].pos_ == "PRON"
        and found[0].lower_ in words("parties", "speakers")
        and node.dep_ == "ccomp"
    ):
        above = node.head
        if above.lemma_ in lexicon().reporting["verbs"] | lexicon().sets["speakers"] and above.i < verb.i:
            speakers = subjects(above)
            if speakers and speakers[0].pos_ != "PRON":
                return speakers
    return found


def _names_before(s: Scene, verb: Token) -> list[Token]:
    """Who is named right before a verb whose subject the parser lost ("..., Riyadh and Tehran agreed", "Haas fell")."""
    found: list[Token] = []
    for i in range(verb.i - 1, -1, -1):
        at = s.offset + s.doc[i].idx
        if i in s.names or any(a <= at < b == at + len(s.doc[i]) for a, b, _ in s.cast.mentions):
            found.insert(0, s.doc[i])
        elif s.doc[i].lower_ not in ("and", "&"):
            break
    return found


def _listed(s: Scene, noun: Token) -> list[Token]:
    """The country that a headline sets before another with a mere comma ("Seoul, Tokyo leaders hold summit")."""
    first = next((t for t in noun.subtree if t.i in s.names), noun)
    if first.i < 2 or s.doc[first.i - 1].text != "," or any(i not in s.names for i in range(first.i - 1)):
        return []
    return [s.doc[first.i - 2]] if s.names[first.i - 2] != s.names.get(first.i) else []


def of_verb(s: Scene, verb: Token, frame: Frame) -> tuple[list[Party], list[Party]]:
    """Actors and recipients of a verb in a frame."""
    kind = lexicon().kinds[frame.type]
    if frame.swap and frame.type in ("REJECT", "ASSAULT"):
        # "Talks between A and B collapsed", "fighting erupted between A and B"
        nouns = [n for d in doers(verb) for p, n in adjuncts(d) if p in frame.recipient]
        return parties_of(s, nouns + [n for p, n in adjuncts(verb) if p in frame.recipient and p != "in"]), []
    if frame.swap:
        actors = parties_of(s, [n for p, n in adjuncts(verb) if p in frame.recipient] + undergoers(verb))
        return actors, parties_of(s, doers_of(s, verb))
    actors = parties_of(s, doers_of(s, verb))
    if frame.subject_recipient:
        return agents_of(s, verb), parties_of(s, subjects(verb) or undergoers(verb))
    if frame.swap_passive and passive(verb):
        return parties_of(s, subjects(verb)), []
    if len(actors) > 1 and any(o.lower_ in ("other", "another") for o in undergoers(verb)):
        return actors, []  # "accused each other"
    places = frame.recipient or kind.recipient
    if frame.reciprocal and frame.mode != "visit":
        beside = tuple(p for p in places if p in _BESIDE)
        partners = _recipients(s, verb, frame.type, beside, actors, True)
        if partners:
            return _joined(actors, partners), []
        places = tuple(p for p in places if p not in _BESIDE)
    recipients = _recipients(s, verb, frame.type, places, actors, frame.reciprocal)
    meant = [t for o in undergoers(verb) if (t := thing(o)) is not None and keys(t) & frame.object]
    if not recipients and meant:  # "imposed a ban on Chad and lifted it": on Chad
        recipients = parties_of(s, [n for t in meant for p, n in adjuncts(t) if p in places])
    if not recipients and frame.type in types("directed"):
        recipients = _nearby(s, verb, actors)
    return actors, recipients


_BESIDE = frozenset({"with", "between", "object", "of"})  # who stands here takes part in a reciprocal event


def _nearby(s: Scene, verb: Token, actors: list[Party]) -> list[Party]:
    """The first country or person named behind a verb inside its clause, where grammar tells no recipient."""
    own = {a.code for a in actors if a.code}
    last = min((c.left_edge.i for c in verb.children if c.dep_ == "conj"), default=verb.right_edge.i + 1)
    for token in s.doc[verb.i + 1 : last]:
        known = token.i in s.names and s.names[token.i].name.code not in own
        if known and not any(a.dep_ == "relcl" and verb.i < a.i for a in token.ancestors):
            head = token
            while head.dep_ in ("amod", "compound", "nmod", "poss") and head.head.i > head.i and is_party(s, head.head):
                head = head.head
            return parties(s, [head])
    return []


def agents_of(s: Scene, verb: Token) -> list[Party]:
    """Parties of a passive's by-phrase."""
    return parties_of(s, agents(verb))


def _joined(actors: list[Party], recipients: list[Party]) -> list[Party]:
    names = {(a.name, a.code) for a in actors}
    return actors + [r for r in recipients if (r.name, r.code) not in names]


def _recipients(  # noqa: PLR0913 - what is known of a verb
    s: Scene, verb: Token, kind: str, places: tuple[str, ...], actors: list[Party], reciprocal: bool
) -> list[Party]:
    taken = {(a.start, a.end) for a in actors}
    own = {(a.name, a.code) for a in actors}

    def fresh(nouns: list[Token]) -> list[Party]:
        return [p for p in parties_of(s, nouns) if (p.start, p.end) not in taken and (p.name, p.code) not in own]

    objects = undergoers(verb)
    for place in places:
        if place == "object":
            found = fresh([o for o in objects if is_party(s, o)])
            if found:
                return found
            found = fresh([e for o in objects for e in embedded(s, o)])
        elif place == "dative":
            found = fresh(
                [
                    n
                    for c in kids(verb, "dative")
                    for n in (conjuncts(c) if c.pos_ != "ADP" else [p for i in kids(c, "pobj") for p in conjuncts(i)])
                ]
            )
        elif place == "clause":
            found = _in_clauses(s, verb, fresh)
        elif place == "attr":
            found = []
        else:
            nouns = [n for p, n in adjuncts(verb) if p == place]
            nouns += [n for o in objects for p, n in adjuncts(o) if p == place]
            nouns += [n for o in objects for p1, m in adjuncts(o) for p, n in adjuncts(m) if p == place]
            found = fresh([n for n in nouns if is_party(s, n)]) or fresh([e for n in nouns for e in embedded(s, n)])
        if found:
            return found
    if reciprocal or kind == "MOBILIZE":
        return []  # the troops one sends have one's own flag
    return fresh([e for o in objects for e in embedded(s, o)])[:1]


def _in_clauses(s: Scene, verb: Token, fresh) -> list[Party]:  # type: ignore[no-untyped-def]
    for clause in clauses(verb):
        if clause.lemma_ in lexicon().reporting["verbs"] and clause.dep_ == "ccomp" and clause.i > verb.i:
            continue  # "..., Kyodo reports": the one who tells
        own = [c for c in clause.children if c.dep_ in ("nsubj", "nsubjpass")]
        found = fresh([n for o in own for n in conjuncts(o) if is_party(s, n)])
        if found:
            return list(found)
        if clause.dep_ == "advcl" and not any(k.lower_ == "to" for k in clause.lefts):
            continue
        found = fresh([o for o in undergoers(clause) if is_party(s, o)])
        if found:
            return list(found)
        found = fresh([n for _, n in adjuncts(clause) if is_party(s, n)])
        if found:
            return list(found)
        found = fresh([e for o in undergoers(clause) for e in embedded(s, o)])
        if found:
            return list(found[:2])
        for inner in clauses(clause):
            found = fresh(
                [o for o in undergoers(inner) if is_party(s, o)] + [n for _, n in adjuncts(inner) if is_party(s, n)]
            )
            if found:
                return list(found[:1])
    return []


def of_noun(s: Scene, noun: Token, frame: Frame, verb: Token | None) -> tuple[list[Party], list[Party]]:
    """Actors and recipients of an event noun; ``verb``: the light verb it is the object or subject of."""
    actors: list[Party] = []
    if verb is not None and verb != noun and noun.dep_ not in ("nsubj", "nsubjpass"):
        actors = parties_of(s, doers(verb))
    places = frame.actor or (
        ("between", "of", "poss", "by", "amod") if frame.reciprocal else ("poss", "by", "amod", "of")
    )
    for place in places:
        if actors:
            break
        if place == "poss":
            actors = parties(s, [n for p in kids(noun, "poss") for n in conjuncts(p) if is_party(s, n)])
        elif place == "amod":
            named = [c for c in kids(noun, "amod", "compound", "nmod") if c.i in s.names]
            actors = parties(s, (_listed(s, named[0]) if s.headline and named else []) + named)
        else:
            actors = parties_of(s, [n for p, n in adjuncts(noun) if p == place])
    if not actors and frame.mode == "visit" and noun.dep_ == "pobj" and noun.head.lower_ in ("on", "during"):
        host = noun.head.head  # "Haas, on a visit to Sund, said ..."
        actors = parties_of(s, [host] if host.pos_ in ("PROPN", "NOUN") else doers(host))
    if verb is not None and not actors and noun.dep_ == "nsubjpass":
        actors = parties_of(s, doers(verb))
    recipients: list[Party] = []
    for place in frame.recipient:
        nouns = [n for p, n in adjuncts(noun) if p == place]
        if not nouns and verb is not None:
            nouns = [n for p, n in adjuncts(verb) if p == place]
        recipients = [r for r in parties_of(s, nouns) if all((r.start, r.end) != (a.start, a.end) for a in actors)]
        if recipients:
            break
    if frame.reciprocal and recipients:
        subject: list[Party] = []
        if any(p == "between" for p, _ in adjuncts(noun)):
            actors = parties_of(s, [n for p, n in adjuncts(noun) if p == "between"])
            recipients = []
        elif not actors:
            climb = noun
            while climb.pos_ not in ("VERB", "AUX") and climb.head != climb:
                climb = climb.head
            subject = parties_of(s, doers(climb))
        return _joined(actors or subject, recipients), []
    return actors, recipients
