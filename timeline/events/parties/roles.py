"""Who is actor and who is recipient of a trigger."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from timeline.events.frame import Frame
from timeline.events.lexicon import lexicon, types
from timeline.events.parse.clause import SUBJECTS, clause_of
from timeline.events.parse.noun_phrase import conjuncts, keys
from timeline.events.parse.word import Word
from timeline.events.parties.parties import embedded, is_party, parties
from timeline.events.parties.sentence import Sentence
from timeline.events.parties.things import thing
from timeline.events.words import words

if TYPE_CHECKING:
    from timeline.models import Party


def parties_of(sentence: Sentence, nouns: Sequence[Word]) -> list[Party]:
    """Parties among noun phrases; a phrase that is none itself may hold one ("Cyprus's side")."""
    found: list[Word] = []
    for noun in nouns:
        if any(a.lower == "according" for a, _ in zip(noun.ancestors, range(2), strict=False)):
            continue  # who vouches for it
        if is_party(sentence, noun):
            found.append(noun)
        else:
            found += embedded(sentence, noun)[:1]
    return parties(sentence, found)


def doers_of(sentence: Sentence, verb: Word) -> list[Word]:
    """Who does what a verb says; "it", "he" or "they" in reported speech is who speaks ("Hungary said it would")."""
    found = list(clause_of(verb).doers)
    node = verb
    while (
        node.role in ("open clause", "conjunct", "predicate adjective")
        and not node.by_role(*SUBJECTS)
        and node.head != node
    ):
        node = node.head
    if not found and verb.role == "root" and verb.form in ("past", "present third", "present"):
        return _names_before(sentence, verb)
    if sentence.headline and found:
        found = _listed(sentence, found[0]) + found
    if (
        len(found) == 1
        and found[0].pos == "pronoun"
        and found[0].lower in words("parties", "speakers")
        and node.role == "complement"
    ):
        above = node.head
        if above.lemma in lexicon().reporting["verbs"] | lexicon().sets["speakers"] and above.index < verb.index:
            speakers = clause_of(above).subjects
            if speakers and speakers[0].pos != "pronoun":
                return list(speakers)
    return found


def _names_before(sentence: Sentence, verb: Word) -> list[Word]:
    """Who is named right before a verb whose subject the parser lost ("..., Riyadh and Tehran agreed", "Haas fell")."""
    found: list[Word] = []
    for i in range(verb.index - 1, -1, -1):
        at = sentence.offset + sentence.tree[i].start
        if i in sentence.names or any(
            a <= at < b == at + len(sentence.tree[i].text) for a, b, _ in sentence.cast.mentions
        ):
            found.insert(0, sentence.tree[i])
        elif sentence.tree[i].lower not in ("and", "&"):
            break
    return found


def _listed(sentence: Sentence, noun: Word) -> list[Word]:
    """The country that a headline sets before another with a mere comma ("Seoul, Tokyo leaders hold summit")."""
    first = next((t for t in noun.subtree if t.index in sentence.names), noun)
    if (
        first.index < 2
        or sentence.tree[first.index - 1].text != ","
        or any(i not in sentence.names for i in range(first.index - 1))
    ):
        return []
    return (
        [sentence.tree[first.index - 2]] if sentence.names[first.index - 2] != sentence.names.get(first.index) else []
    )


def of_verb(sentence: Sentence, verb: Word, frame: Frame) -> tuple[list[Party], list[Party]]:
    """Actors and recipients of a verb in a frame."""
    kind = lexicon().kinds[frame.type]
    if frame.swap and frame.type in ("REJECT", "ASSAULT"):
        # "Talks between A and B collapsed", "fighting erupted between A and B"
        nouns = [n for d in clause_of(verb).doers for p, n in clause_of(d).adjuncts if p in frame.recipient]
        return parties_of(
            sentence, nouns + [n for p, n in clause_of(verb).adjuncts if p in frame.recipient and p != "in"]
        ), []
    if frame.swap:
        actors = parties_of(sentence, [*clause_of(verb).beside(*frame.recipient), *clause_of(verb).undergoers])
        return actors, parties_of(sentence, doers_of(sentence, verb))
    actors = parties_of(sentence, doers_of(sentence, verb))
    if frame.subject_recipient:
        return agents_of(sentence, verb), parties_of(sentence, clause_of(verb).subjects or clause_of(verb).undergoers)
    if frame.swap_passive and clause_of(verb).is_passive:
        return parties_of(sentence, clause_of(verb).subjects), []
    if len(actors) > 1 and any(o.lower in ("other", "another") for o in clause_of(verb).undergoers):
        return actors, []  # "accused each other"
    places = frame.recipient or kind.recipient
    if frame.reciprocal and frame.mode != "visit":
        beside = tuple(p for p in places if p in _BESIDE)
        partners = _recipients(sentence, verb, frame.type, beside, actors, True)
        if partners:
            return _joined(actors, partners), []
        places = tuple(p for p in places if p not in _BESIDE)
    recipients = _recipients(sentence, verb, frame.type, places, actors, frame.reciprocal)
    meant = [t for o in clause_of(verb).undergoers if (t := thing(o)) is not None and keys(t) & frame.object]
    if not recipients and meant:  # "imposed a ban on Chad and lifted it": on Chad
        recipients = parties_of(sentence, [n for t in meant for p, n in clause_of(t).adjuncts if p in places])
    if not recipients and frame.type in types("directed"):
        recipients = _nearby(sentence, verb, actors)
    return actors, recipients


_BESIDE = frozenset({"with", "between", "object", "of"})  # who stands here takes part in a reciprocal event


def _nearby(sentence: Sentence, verb: Word, actors: list[Party]) -> list[Party]:
    """The first country or person named behind a verb inside its clause, where grammar tells no recipient."""
    own = {a.code for a in actors if a.code}
    last = min((c.first.index for c in verb.children if c.role == "conjunct"), default=verb.last.index + 1)
    for token in sentence.tree[verb.index + 1 : last]:
        known = token.index in sentence.names and sentence.names[token.index].name.code not in own
        if known and not any(a.role == "relative" and verb.index < a.index for a in token.ancestors):
            head = token
            while (
                head.role in ("adjective", "compound", "noun modifier", "owner")
                and head.head.index > head.index
                and is_party(sentence, head.head)
            ):
                head = head.head
            return parties(sentence, [head])
    return []


def agents_of(sentence: Sentence, verb: Word) -> list[Party]:
    """Parties of a passive's by-phrase."""
    return parties_of(sentence, clause_of(verb).agents)


def _joined(actors: list[Party], recipients: list[Party]) -> list[Party]:
    names = {(a.name, a.code) for a in actors}
    return actors + [r for r in recipients if (r.name, r.code) not in names]


def _recipients(  # noqa: PLR0913 - what is known of a verb
    sentence: Sentence, verb: Word, kind: str, places: tuple[str, ...], actors: list[Party], reciprocal: bool
) -> list[Party]:
    taken = {(a.start, a.end) for a in actors}
    own = {(a.name, a.code) for a in actors}

    def fresh(nouns: list[Word]) -> list[Party]:
        return [p for p in parties_of(sentence, nouns) if (p.start, p.end) not in taken and (p.name, p.code) not in own]

    objects = clause_of(verb).undergoers
    for place in places:
        if place == "object":
            found = fresh([o for o in objects if is_party(sentence, o)])
            if found:
                return found
            found = fresh([e for o in objects for e in embedded(sentence, o)])
        elif place == "dative":
            found = fresh(
                [
                    n
                    for c in verb.by_role("dative")
                    for n in (
                        conjuncts(c)
                        if c.pos != "preposition"
                        else [p for i in c.by_role("prepositional object") for p in conjuncts(i)]
                    )
                ]
            )
        elif place == "clause":
            found = _in_clauses(sentence, verb, fresh)
        elif place == "attr":
            found = []
        else:
            nouns = [n for p, n in clause_of(verb).adjuncts if p == place]
            nouns += [n for o in objects for p, n in clause_of(o).adjuncts if p == place]
            nouns += [
                n for o in objects for p1, m in clause_of(o).adjuncts for p, n in clause_of(m).adjuncts if p == place
            ]
            found = fresh([n for n in nouns if is_party(sentence, n)]) or fresh(
                [e for n in nouns for e in embedded(sentence, n)]
            )
        if found:
            return found
    if reciprocal or kind == "MOBILIZE":
        return []  # the troops one sends have one's own flag
    return fresh([e for o in objects for e in embedded(sentence, o)])[:1]


def _in_clauses(sentence: Sentence, verb: Word, fresh) -> list[Party]:  # type: ignore[no-untyped-def]
    for clause in clause_of(verb).complements:
        if clause.lemma in lexicon().reporting["verbs"] and clause.role == "complement" and clause.index > verb.index:
            continue  # "..., Kyodo reports": the one who tells
        own = [c for c in clause.children if c.role in ("subject", "passive subject")]
        found = fresh([n for o in own for n in conjuncts(o) if is_party(sentence, n)])
        if found:
            return list(found)
        if clause.role == "adverbial" and not any(k.lower == "to" for k in clause.lefts):
            continue
        found = fresh([o for o in clause_of(clause).undergoers if is_party(sentence, o)])
        if found:
            return list(found)
        found = fresh([n for _, n in clause_of(clause).adjuncts if is_party(sentence, n)])
        if found:
            return list(found)
        found = fresh([e for o in clause_of(clause).undergoers for e in embedded(sentence, o)])
        if found:
            return list(found[:2])
        for inner in clause_of(clause).complements:
            found = fresh(
                [o for o in clause_of(inner).undergoers if is_party(sentence, o)]
                + [n for _, n in clause_of(inner).adjuncts if is_party(sentence, n)]
            )
            if found:
                return list(found[:1])
    return []


def of_noun(sentence: Sentence, noun: Word, frame: Frame, verb: Word | None) -> tuple[list[Party], list[Party]]:
    """Actors and recipients of an event noun; ``verb``: the light verb it is the object or subject of."""
    actors: list[Party] = []
    if verb is not None and verb != noun and noun.role not in ("subject", "passive subject"):
        actors = parties_of(sentence, clause_of(verb).doers)
    places = frame.actor or (
        ("between", "of", "poss", "by", "amod") if frame.reciprocal else ("poss", "by", "amod", "of")
    )
    for place in places:
        if actors:
            break
        if place == "poss":
            actors = parties(
                sentence, [n for p in noun.by_role("owner") for n in conjuncts(p) if is_party(sentence, n)]
            )
        elif place == "amod":
            named = [c for c in noun.by_role("adjective", "compound", "noun modifier") if c.index in sentence.names]
            actors = parties(sentence, (_listed(sentence, named[0]) if sentence.headline and named else []) + named)
        else:
            actors = parties_of(sentence, [n for p, n in clause_of(noun).adjuncts if p == place])
    if (
        not actors
        and frame.mode == "visit"
        and noun.role == "prepositional object"
        and noun.head.lower in ("on", "during")
    ):
        host = noun.head.head  # "Haas, on a visit to Sund, said ..."
        actors = parties_of(sentence, [host] if host.pos in ("name", "noun") else clause_of(host).doers)
    if verb is not None and not actors and noun.role == "passive subject":
        actors = parties_of(sentence, clause_of(verb).doers)
    recipients: list[Party] = []
    for place in frame.recipient:
        nouns = [n for p, n in clause_of(noun).adjuncts if p == place]
        if not nouns and verb is not None:
            nouns = [n for p, n in clause_of(verb).adjuncts if p == place]
        recipients = [
            r for r in parties_of(sentence, nouns) if all((r.start, r.end) != (a.start, a.end) for a in actors)
        ]
        if recipients:
            break
    if frame.reciprocal and recipients:
        subject: list[Party] = []
        if any(p == "between" for p, _ in clause_of(noun).adjuncts):
            actors = parties_of(sentence, [n for p, n in clause_of(noun).adjuncts if p == "between"])
            recipients = []
        elif not actors:
            climb = noun
            while climb.pos not in ("verb", "auxiliary") and climb.head != climb:
                climb = climb.head
            subject = parties_of(sentence, clause_of(climb).doers)
        return _joined(actors or subject, recipients), []
    return actors, recipients
