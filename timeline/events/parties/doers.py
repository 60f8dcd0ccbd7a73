"""Who does what a verb says, where the parser lost the subject or it only says "it"."""

from __future__ import annotations

from timeline.events.lexicon import lexicon
from timeline.events.parse.clause import clause_of
from timeline.events.parse.subjects import SUBJECTS
from timeline.events.parse.word import Role, Word, verb_over
from timeline.events.parties.party import is_party, is_somebody
from timeline.events.parties.sentence import Sentence
from timeline.events.words import words

_SHARING: tuple[Role, ...] = ("open clause", "conjunct", "predicate adjective")


def doers_of(sentence: Sentence, verb: Word) -> list[Word]:
    """Who does what a verb says; "it", "he" or "they" in reported speech is who speaks ("Hungary said it would")."""
    found = _others_than_itself(verb)
    quoted = quoted_by(sentence, verb)
    if quoted:
        return quoted
    if not found and verb.role == "root" and verb.form in ("past", "present third", "present"):
        return _named_before(sentence, verb)
    if len(found) == 1:
        found = _joined_in_front(sentence, found[0]) + found
    planner = _planner(sentence, verb)
    if planner is not None:
        return [planner]
    if _is_of_bloc(verb):
        return []
    if sentence.headline and found:
        found = listed_before(sentence, found[0]) + found
    if len(found) == 1 and found[0].pos == "pronoun" and found[0].lower in words("parties", "speakers"):
        return found if sentence.is_quoted(found[0]) else _speakers(sentence, verb, found[0]) or found
    return found


def _others_than_itself(verb: Word) -> list[Word]:
    """Who does it by the grammar, but for "themselves" and the like."""
    return [doer for doer in clause_of(verb).doers if doer.lower not in words("parties", "reflexive")]


def quoted_by(sentence: Sentence, verb: Word) -> list[Word]:
    """Whose words somebody only hands on: "the paper quoted Haas as saying that ..."."""
    if verb.lemma not in words("parties", "quoting") or not any(c.lower == "as" for c in verb.by_role("preposition")):
        return []
    told = [noun for noun in clause_of(verb).undergoers if is_party(sentence, noun)]
    return [noun for noun in told if noun.pos != "pronoun" or sentence.last_person]


def _joined_in_front(sentence: Sentence, noun: Word) -> list[Word]:
    """Those before a subject whom the parser cut off: "Haas and envoy Brun left", "Peru, Chile, and Chad signed"."""
    if sentence.person_at(noun) is not None:
        before = [word for word in noun.subtree if word.index < noun.index]
        inside = [word for word in before if _ends_person(sentence, word) and _is_joint(word.after)]
        if inside:
            return inside
    joint = noun.first.before
    return _listed_up_to(sentence, joint.before) if joint is not None and _is_joint(joint) else []


def _listed_up_to(sentence: Sentence, comma: Word | None) -> list[Word]:
    """The names of a list that opens a clause and ends with a comma; none where there is but one."""
    listed: list[Word] = []
    while comma is not None and comma.text == "," and comma.before is not None and _is_named(sentence, comma.before):
        listed.insert(0, comma.before)
        comma = _first_of_name(sentence, comma.before).before
    opens = comma is None or comma.is_punctuation
    return listed if opens and len(listed) > 1 else []


def _is_joint(word: Word | None) -> bool:
    return word is not None and word.lower in ("and", "&")


def _is_named(sentence: Sentence, word: Word) -> bool:
    return sentence.name_at(word) is not None or _ends_name(sentence, word)


def _ends_person(sentence: Sentence, word: Word) -> bool:
    return sentence.name_at(word) is None and _ends_name(sentence, word)


def _first_of_name(sentence: Sentence, word: Word) -> Word:
    """The first word of the name that ends with a word."""
    hit = sentence.name_at(word)
    start = hit.start + sentence.offset if hit is not None else None
    if start is None:
        start = next((m.start for m in sentence.people.mentions if m.start <= sentence.position(word) < m.end), None)
    return next((w for w in sentence.tree if sentence.position(w) == start), word)


def _planner(sentence: Sentence, verb: Word) -> Word | None:
    """The country whose plan, right or refusal an infinitive tells ("US plans to meet the rebels")."""
    if verb.role != "noun clause" or not clause_of(verb).is_infinitive or verb.by_role(*SUBJECTS):
        return None
    noun = verb.head
    named = (c for c in noun.by_role("adjective", "compound", "noun modifier") if sentence.name_at(c) is not None)
    return next(named, None) if not noun.by_role("owner") else None


def _is_of_bloc(verb: Word) -> bool:
    """Tell whether an infinitive tells the plan of a part of the world ("Western efforts to end the war")."""
    if verb.role != "noun clause" or not clause_of(verb).is_infinitive:
        return False
    return any(c.lower in words("parties", "of_blocs") for c in verb.head.by_role("adjective"))


def _named_before(sentence: Sentence, verb: Word) -> list[Word]:
    """Who is named right before a verb whose subject the parser lost ("..., Riyadh and Tehran agreed", "Haas fell")."""
    found: list[Word] = []
    for word in reversed(sentence.tree[: verb.index]):
        if sentence.name_at(word) is not None or _ends_name(sentence, word):
            found.insert(0, word)
        elif word.lower not in ("and", "&"):
            return found[1:] if word.pos == "preposition" and len(found) > 1 else found  # "In Lima Haas fell"
    return found


def _ends_name(sentence: Sentence, word: Word) -> bool:
    """Tell whether a word is the last of a person's name."""
    position, end = sentence.position(word), sentence.offset + word.end
    return any(mention.start <= position for mention in sentence.people.ending_at(end))


def listed_before(sentence: Sentence, noun: Word) -> list[Word]:
    """The country that a headline sets before another with a mere comma ("Seoul, Tokyo leaders hold summit")."""
    first = next((word for word in noun.subtree if sentence.name_at(word) is not None), noun)
    comma = first.before
    listed = comma.before if comma is not None else None
    if comma is None or listed is None or comma.text != ",":
        return []
    if any(sentence.name_at(word) is None for word in sentence.tree[: comma.index]):
        return []
    return [listed] if sentence.name_at(listed) != sentence.name_at(first) else []


def _speakers(sentence: Sentence, verb: Word, pronoun: Word) -> list[Word]:
    """Who says what a complement tells, where it is named and a pronoun can mean it."""
    clause = verb
    while clause.role in _SHARING and not clause.by_role(*SUBJECTS) and clause.head is not clause:
        clause = clause.head
    above = _teller(clause)
    if above is None or above.index > verb.index or not _is_saying(above):
        return []
    speakers = list(clause_of(above).subjects)
    owners = [o for o in speakers[0].by_role("owner") if sentence.person_at(o) is not None] if speakers else []
    if owners and pronoun.lower in words("parties", "personal") and not is_somebody(speakers[0]):
        return owners[:1]  # "Haas's office said he would"
    if pronoun.lower in words("parties", "plural") and any(o.form == "plural" for o in clause_of(above).undergoers):
        return []  # "Haas told the rebels that they had lost"
    return speakers if speakers and _can_be(sentence, pronoun, speakers) else []


def _teller(clause: Word) -> Word | None:
    """The verb whose content a clause is, also where the parser hung it on a noun ("said after talks that he ...")."""
    if clause.role == "complement":
        return clause.head
    hung = clause.role in ("noun clause", "relative") and "that" in clause_of(clause).markers
    return verb_over(clause.head) if hung and clause.head.role == "prepositional object" else None


def _can_be(sentence: Sentence, pronoun: Word, speakers: list[Word]) -> bool:
    """Tell whether "he", "it" or "they" can mean those who speak."""
    if speakers[0].pos == "pronoun":
        return False
    if pronoun.lower in words("parties", "personal"):
        is_body = speakers[0].text.islower() and not is_somebody(speakers[0])  # "Haas's office said he would"
        return len(speakers) == 1 and not is_body and speakers[0].form not in ("plural", "plural name")
    return pronoun.lower != "it" or sentence.person_at(speakers[0]) is None


def _is_saying(verb: Word) -> bool:
    return verb.lemma in lexicon().reporting["verbs"] or verb.lemma in lexicon().sets["speakers"]
