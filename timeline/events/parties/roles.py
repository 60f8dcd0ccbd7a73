"""Who is actor and who is recipient of a trigger."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from timeline.events.frame import Frame
from timeline.events.lexicon import lexicon, types
from timeline.events.parse.clause import clause_of
from timeline.events.parse.noun_phrase import beside, conjuncts, keys
from timeline.events.parse.word import Word, is_main, verb_over
from timeline.events.parties.doers import doers_of, quoted_by
from timeline.events.parties.party import MODIFIERS, is_party
from timeline.events.parties.reference.coreference import antecedent
from timeline.events.parties.resolve import named_by, parties_of
from timeline.events.parties.sentence import Sentence
from timeline.events.parties.slots import in_slot, in_slot_of_noun, inside_objects, owners_of_deeds
from timeline.events.words import words
from timeline.names.countries import usual_names
from timeline.names.scan import scan

if TYPE_CHECKING:
    from timeline.models import Party

_BESIDE = frozenset({"with", "between", "object", "of"})  # who stands here takes part in a reciprocal event
_STRUCK = ("on", "against", "at")  # behind these is what somebody attacks
_AROUND = ("in", "near", "outside")  # and behind these, where
# Where the actors of an event noun stand, where its frame does not say.
_ACTORS, _PARTNERS = ("poss", "by", "amod", "of"), ("between", "of", "poss", "by", "amod")


def of_verb(sentence: Sentence, verb: Word, frame: Frame) -> tuple[list[Party], list[Party]]:
    """Actors and recipients of a verb in a frame."""
    clause = clause_of(verb)
    suffered = next((noun for noun in verb.by_role("object") if _is_undergone(noun)), None)
    if suffered is not None and not frame.actor and not frame.object:
        return parties_of(sentence, beside(suffered, "by", "from")), parties_of(sentence, clause.subjects)
    if frame.swap and frame.type in ("REJECT", "ASSAULT"):
        fighters = _those_between(sentence, verb, frame)
        where = clause.beside("in", "inside") if frame.type == "ASSAULT" and not fighters else []
        return fighters, parties_of(sentence, [noun for noun in where if sentence.name_at(noun) is not None])
    if frame.swap:
        actors = parties_of(sentence, [*clause.beside(*frame.recipient), *clause.undergoers])
        return actors, parties_of(sentence, doers_of(sentence, verb))
    if frame.subject_recipient and frame.swap_passive and clause.agents:
        return [], parties_of(sentence, clause.agents)  # "was succeeded by"
    if frame.subject_recipient:
        return parties_of(sentence, clause.agents), parties_of(sentence, clause.subjects or clause.undergoers)
    if frame.swap_passive and clause.is_passive:
        actors = parties_of(sentence, clause.subjects)
        return actors, _in_slots(sentence, verb, [slot for slot in frame.recipient if slot == "from"], actors)
    return _doers_and_recipients(sentence, verb, frame)


def _those_between(sentence: Sentence, verb: Word, frame: Frame) -> list[Party]:
    """Those who take part: "Talks between A and B collapsed", "fighting erupted between A and B"."""
    clause = clause_of(verb)
    with_doers = [noun for doer in clause.doers for noun in beside(doer, *frame.recipient)]
    with_verb = clause.beside(*(place for place in frame.recipient if place != "in"))
    return parties_of(sentence, [*with_doers, *with_verb])


def _doers_and_recipients(sentence: Sentence, verb: Word, frame: Frame) -> tuple[list[Party], list[Party]]:
    told = parties_of(sentence, doers_of(sentence, verb), doing=bool(clause_of(verb).undergoers))
    actors = told or _of_list(sentence, verb) or _hosts(sentence, verb, frame) or _makers(sentence, verb, frame)
    if len(actors) > 1 and _is_each_other(verb):
        return actors, []
    slots = frame.recipient or lexicon().kinds[frame.type].recipient
    if not frame.reciprocal or frame.mode == "visit":
        return actors, _recipients(sentence, verb, frame, slots, actors)
    partners = _in_slots(sentence, verb, [slot for slot in slots if slot in _BESIDE], actors)
    if partners:
        return _joined(actors, partners), []
    return actors, _recipients(sentence, verb, frame, [slot for slot in slots if slot not in _BESIDE], actors)


def _of_list(sentence: Sentence, verb: Word) -> list[Party]:
    """Those of whom a list tells, where the verb of an item has nobody of its own ("- signed a treaty")."""
    is_bare = is_main(verb) and not clause_of(verb).doers and verb.form in ("past", "past participle", "present")
    return list(sentence.listed) if is_bare and not verb.by_role("auxiliary", "passive auxiliary") else []


def _hosts(sentence: Sentence, verb: Word, frame: Frame) -> list[Party]:
    """The state that does it where it is done, if nobody else is told ("was expelled from Chad")."""
    clause = clause_of(verb)
    if not frame.actor or not clause.is_passive:
        return []
    posts = [noun for envoy in clause.undergoers for noun in beside(envoy, "to")]
    inside = [noun for office in clause.beside("to") for noun in beside(office, *frame.actor)]
    owners = [
        noun
        for thing in clause.undergoers
        for slot in frame.actor
        for found in in_slot_of_noun(sentence, thing, slot)
        for noun in found.nouns
    ]
    places = [*clause.beside(*frame.actor), *posts, *owners, *inside]
    return parties_of(sentence, [noun for noun in places if sentence.name_at(noun) is not None][:1])


def _makers(sentence: Sentence, verb: Word, frame: Frame) -> list[Party]:
    """Whose sanctions, troops or report it is that are passed, sent or published ("US sanctions were tightened").

    Of what several do with each other, those between whom it is ("a treaty was signed between Chad and Mali").
    """
    clause = clause_of(verb)
    if not clause.is_passive:
        return []
    if frame.reciprocal or frame.type in types("cooperative"):
        between = [one for thing in clause.undergoers for one in beside(thing, "between")]
        if between or clause.beside("between"):
            return parties_of(sentence, between or clause.beside("between"))
    if frame.type not in types("own"):
        return []
    troops = [thing for thing in clause.undergoers if thing.lemma in lexicon().sets["force"]]
    if troops:
        return parties_of(sentence, [one for one in troops if is_party(sentence, one)])
    things = [thing for thing in clause.undergoers if thing.lemma in words("parties", "own_things")]
    makers = [one for thing in things for one in (*beside(thing, "by", "from"), *thing.by_role(*MODIFIERS))]
    return parties_of(sentence, [one for one in makers if is_party(sentence, one)])


def _is_each_other(verb: Word) -> bool:
    """Tell whether those who do it do it to each other ("accused each other")."""
    return any(o.lower in words("parties", "other") for o in clause_of(verb).undergoers)


def _recipients(sentence: Sentence, verb: Word, frame: Frame, slots: Sequence[str], actors: list[Party]) -> list[Party]:
    if quoted_by(sentence, verb):
        return []
    named = _missions(sentence, verb, actors)
    deeds = [noun for noun in clause_of(verb).undergoers if _is_hostile(noun)] if frame.type == "ACCUSE" else []
    if deeds and not named:
        return _others(sentence, owners_of_deeds(sentence, deeds), actors)
    if not named and frame.type == "REQUEST" and _is_for_return(verb):
        slots = [slot for slot in slots if slot != "of"]
    return (
        named
        or _in_slots(sentence, verb, slots, actors)
        or _inside_object(sentence, verb, frame, actors)
        or _beside_antecedent(sentence, verb, frame, slots)
        or _named_behind(sentence, verb, frame, actors)
        or _struck(sentence, frame, [*clause_of(verb).undergoers, *clause_of(verb).beside(*_STRUCK, *_AROUND)])
    )


def _struck(sentence: Sentence, frame: Frame, nouns: Sequence[Word]) -> list[Party]:
    """The building or place that is attacked where nobody is told to be ("a bomb went off at the Orsk hotel")."""
    places = lexicon().sets["target"] if frame.type == "ASSAULT" else ()
    return named_by(sentence, [noun for noun in nouns if noun.lemma in places][:1])


def _is_hostile(noun: Word) -> bool:
    """Tell whether a noun names a deed whose victims stand with it: "the attack on Chad", "the murder of a judge"."""
    return any(frame.type in types("hostile") for frame in lexicon().nouns.get(noun.lemma, ()))


def _missions(sentence: Sentence, verb: Word, actors: list[Party]) -> list[Party]:
    """Whose embassy it is done to by others, not where that stands ("stormed the Mexican embassy in Quito")."""
    codes = {actor.code for actor in actors}
    missions = [o for o in clause_of(verb).undergoers if o.lower in words("parties", "missions")] if actors else []
    return [party for party in _others(sentence, missions, actors) if party.code and party.code not in codes]


def _in_slots(sentence: Sentence, verb: Word, slots: Sequence[str], actors: list[Party]) -> list[Party]:
    """The parties other than the actors in the first slot that has any."""
    for slot in slots:
        for found in in_slot(sentence, verb, slot):
            others = _others(sentence, found.nouns, actors)
            if slot == "topic":
                others = [party for party in others if not _is_own(sentence, party, actors)]
            if others:
                return others[: found.most]
    return []


def _is_own(sentence: Sentence, party: Party, actors: list[Party]) -> bool:
    """Tell whether a state, its people or its troops are the speaker's own, and so not whom a statement is about."""
    of_speaker = party.code is not None and party.code in {actor.code for actor in actors}
    return of_speaker and _is_nation(party) and sentence.people.called(party.name) is None


def _is_nation(party: Party) -> bool:
    """Tell whether a state or those of it are told, not one of its seats or bodies ("the White House")."""
    is_state = party.name == usual_names().get(party.code or "") or party.sector is not None
    return is_state or any(hit.name.kind == "demonym" for hit in scan(party.called))


def _others(sentence: Sentence, nouns: Sequence[Word], actors: list[Party]) -> list[Party]:
    if not nouns:
        return []
    taken = {(a.start, a.end) for a in actors}
    own = {(a.name, a.code) for a in actors}
    return [p for p in parties_of(sentence, nouns) if (p.start, p.end) not in taken and (p.name, p.code) not in own]


def _inside_object(sentence: Sentence, verb: Word, frame: Frame, actors: list[Party]) -> list[Party]:
    """The first party named with the object ("condemned the Ghanaian raid")."""
    if frame.reciprocal or frame.type in ("MOBILIZE", "AGREE") or (frame.type == "REQUEST" and _is_for_return(verb)):
        return []  # the troops one sends have one's own flag, and what one promises is one's own
    return _others(sentence, inside_objects(sentence, verb), actors)[:1]


def _is_for_return(verb: Word) -> bool:
    """Tell whether somebody's return or release is asked for, so that whoever stands behind its "of" is not asked."""
    return any(noun.lemma in words("parties", "given_back") for noun in clause_of(verb).undergoers)


def _beside_antecedent(sentence: Sentence, verb: Word, frame: Frame, slots: Sequence[str]) -> list[Party]:
    """Who stands with what a pronoun means: "imposed a ban on Chad and lifted it": on Chad."""
    meant = (thing for o in clause_of(verb).undergoers if (thing := antecedent(o)) is not None)
    things = (thing for thing in meant if keys(thing) & frame.object)
    return parties_of(sentence, [noun for thing in things for noun in beside(thing, *slots)])


def _named_behind(sentence: Sentence, verb: Word, frame: Frame, actors: list[Party]) -> list[Party]:
    """The first country named behind a verb inside its clause, where grammar tells no recipient."""
    if frame.type not in types("directed"):
        return []
    own = {a.code for a in actors if a.code}
    last = min((c.first.index for c in verb.by_role("conjunct")), default=verb.last.index + 1)
    for word in sentence.tree[verb.index + 1 : last]:
        hit = sentence.name_at(word)
        if hit is not None and hit.name.code not in own and not _is_described(word, verb):
            return named_by(sentence, [_whole_party(sentence, word)])
    return []


def _is_described(word: Word, verb: Word) -> bool:
    """Tell whether a word stands in a relative clause behind a verb."""
    return any(a.role == "relative" and a.index > verb.index for a in word.ancestors)


def _whole_party(sentence: Sentence, word: Word) -> Word:
    """The noun of the party that a country's name describes ("Chadian army")."""
    while word.role in MODIFIERS and word.head.index > word.index and is_party(sentence, word.head):
        word = word.head
    return word


def _joined(actors: list[Party], recipients: list[Party]) -> list[Party]:
    names = {(a.name, a.code) for a in actors}
    return actors + [r for r in recipients if (r.name, r.code) not in names]


def of_noun(sentence: Sentence, noun: Word, frame: Frame, verb: Word | None) -> tuple[list[Party], list[Party]]:
    """Actors and recipients of an event noun; ``verb``: the light verb it is the object or subject of."""
    undergoing = parties_of(sentence, clause_of(noun.head).doers) if _is_undergone(noun) else []
    owner = _done_to_owner(sentence, noun) or undergoing
    if owner:
        return parties_of(sentence, beside(noun, "by", "from")), owner
    actors = next((found for way in _DOERS_OF_NOUN if (found := way(sentence, noun, frame, verb))), [])
    recipients = _recipients_of_noun(sentence, noun, frame, verb, actors)
    if not frame.reciprocal or not recipients:
        return actors, recipients
    between = beside(noun, "between")
    if between:
        return parties_of(sentence, between), []
    return _joined(actors or parties_of(sentence, clause_of(verb_over(noun)).doers), recipients), []


def _is_undergone(noun: Word) -> bool:
    """Tell whether an event noun is what its verb says that somebody suffers ("Chad suffered an attack by Mali").

    Not where it says itself between whom, or on whom, it is.
    """
    suffers = noun.role == "object" and noun.head.lemma in words("parties", "undergoes")
    return suffers and noun.lemma in lexicon().nouns and not beside(noun, "of", "between", "on", "with", "against")


def _done_to_owner(sentence: Sentence, noun: Word) -> list[Party]:
    """To whom it is done who owns it ("the envoy's expulsion", "the premier's murder"), not a state's killings.

    A state is itself expelled or removed ("Mali's expulsion from the bloc").
    """
    if beside(noun, "of") or noun.lemma not in words("parties", "done_to_owner"):
        return []
    owners = [one for owner in noun.by_role("owner") for one in conjuncts(owner)]
    states = any((hit := sentence.name_at(one)) is not None and hit.name.kind != "demonym" for one in owners)
    to_states = noun.form == "singular" and noun.lemma in words("parties", "done_to_states")
    return parties_of(sentence, owners) if to_states or not states else []


def _doers_of_light_verb(sentence: Sentence, noun: Word, frame: Frame, verb: Word | None) -> list[Party]:
    """Who does it by a verb that says no more: "Chad held talks", "launched an attack"."""
    told = verb is not None and verb is not noun and noun.role not in ("subject", "passive subject")
    if verb is not None and verb.lemma in words("parties", "only_tell") | words("triggers", "observes"):
        return []  # "police reported clashes"
    return parties_of(sentence, clause_of(verb).doers) if verb is not None and told else []


def _doers_in_slots(sentence: Sentence, noun: Word, frame: Frame, verb: Word | None) -> list[Party]:
    """Who stands with the noun: "Iraq's invasion", "talks between Chad and Niger"."""
    for slot in frame.actor or (_PARTNERS if frame.reciprocal else _ACTORS):
        for nouns, _ in in_slot_of_noun(sentence, noun, slot):
            found = parties_of(sentence, nouns)
            if found:
                return found
    return []


def _visitor(sentence: Sentence, noun: Word, frame: Frame, verb: Word | None) -> list[Party]:
    """Who is on a visit: "Haas, on a visit to Sund, said ..."."""
    preposition = noun.head
    on = noun.role == "prepositional object" and preposition.lower in words("parties", "on_visit")
    if frame.mode != "visit" or not on:
        return []
    host = preposition.head
    return parties_of(sentence, [host] if host.pos in ("name", "noun") else clause_of(host).doers)


def _agents_of_light_verb(sentence: Sentence, noun: Word, frame: Frame, verb: Word | None) -> list[Party]:
    """Who does it in the passive: "an attack was launched by rebels"."""
    told = verb is not None and noun.role == "passive subject" and verb.lemma not in lexicon().reporting["verbs"]
    return parties_of(sentence, clause_of(verb).doers) if verb is not None and told else []


# In this order: the first way that finds somebody tells who does what an event noun names.
_DOERS_OF_NOUN: tuple[Callable[[Sentence, Word, Frame, Word | None], list[Party]], ...] = (
    _doers_of_light_verb,
    _doers_in_slots,
    _visitor,
    _agents_of_light_verb,
)


def _is_where(sentence: Sentence, noun: Word) -> bool:
    """Tell whether a country only owns what is done there ("Greece's biggest trial")."""
    hit = sentence.name_at(noun)
    return noun.role == "owner" and hit is not None and hit.name.kind == "country"


def _recipients_of_noun(
    sentence: Sentence, noun: Word, frame: Frame, verb: Word | None, actors: list[Party]
) -> list[Party]:
    """Who stands in the first of the frame's slots that somebody else than the actors has, at the noun or its verb."""
    taken = {(a.start, a.end) for a in actors}
    for slot in frame.recipient:
        at_noun = [w for nouns, _ in in_slot_of_noun(sentence, noun, slot) for w in nouns if not _is_where(sentence, w)]
        nouns = at_noun or (beside(verb, slot) if verb is not None else [])
        found = [party for party in parties_of(sentence, nouns) if (party.start, party.end) not in taken]
        if found:
            return found
    return _struck(sentence, frame, beside(noun, *_STRUCK))
