"""Whom "he" and "she" mean: a person whom the article names, or a stranger such as "a doctor"."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from timeline.events.lexicon import lexicon
from timeline.events.parse.clause import clause_of
from timeline.events.parse.word import Word, is_main
from timeline.events.parties.known_names import code_of
from timeline.events.parties.party import is_somebody, sector_of
from timeline.events.parties.phrase import phrase
from timeline.events.parties.reference.holder import holder
from timeline.events.parties.sentence import Sentence
from timeline.events.people.people import Person
from timeline.events.people.pronouns import sex_of_pronoun
from timeline.events.words import words
from timeline.names.sexes import sex_of_noun
from timeline.stretches import beginning_in

Fits = Callable[[Person], bool]
_OPENING = 1  # words before a phrase that opens its sentence
_NEAR, _FAR = 3, 8  # people named before a sentence among whom one surely of the sex, or any, is meant


def topic(sentence: Sentence) -> Person | None:
    """Whom a sentence's last main clause is about, else the first whom it names: "he" in the next one."""
    subjects = [w for w in sentence.tree if w.role in ("subject", "passive subject") and is_main(w.head)]
    told = next((person for one in reversed(subjects) if (person := _whom(sentence, one)) is not None), None)
    return told or next(iter(_people_in(sentence, sentence.offset + len(sentence.string))), None)


def person_meant(sentence: Sentence, pronoun: Word) -> Person | None:
    """Whom a pronoun means: whom its clause and those above are about, else whoever was told of before.

    Only who is of its sex, as far as that is known, not who does to "him" what the verb says, nor whose words it is in.
    """
    sex = sex_of_pronoun(pronoun.lower)
    others = {other.name for way in _OTHERS if (other := way(sentence, pronoun)) is not None}

    def fits(person: Person) -> bool:
        return person.sex in (None, sex or person.sex) and person.name not in others

    return next((person for way in _WAYS if (person := way(sentence, pronoun, fits)) is not None), None)


def _subject_beside(sentence: Sentence, pronoun: Word) -> Person | None:
    """Who does to "him" or "her" what the verb says, and so is somebody else."""
    if pronoun.lower not in words("parties", "him") or pronoun.form != "personal":
        return None
    verb = pronoun.head.head if pronoun.role == "prepositional object" else pronoun.head
    subject = next(iter(clause_of(verb).subjects), None)
    if subject is None or subject.index >= pronoun.index:
        return None
    inside = (sentence.person_at(one) for one in subject.by_role("compound"))  # "Haas aides warned him"
    return _whom(sentence, subject) or next((person for person in inside if person is not None), None)


def _speaker(sentence: Sentence, pronoun: Word) -> Person | None:
    """Who says a quotation of somebody else: "He attacked us," Haas said."""
    if not sentence.is_quoted(pronoun):
        return None
    told = (subject for verb in pronoun.ancestors if verb.is_verbal for subject in clause_of(verb).subjects)
    return next((_whom(sentence, one) for one in told if one.pos != "pronoun" and not sentence.is_quoted(one)), None)


# Whom a pronoun does not mean.
_OTHERS = (_subject_beside, _speaker)


def _whom(sentence: Sentence, noun: Word) -> Person | None:
    """The person that a noun phrase or pronoun names or means, else a stranger."""
    if noun.pos == "pronoun":
        return person_meant(sentence, noun) if noun.lower in words("parties", "personal") else None
    named = (person for one in (noun, *noun.by_role("apposition")) if (person := sentence.person_at(one)) is not None)
    return next(named, None) or holder(sentence, noun) or stranger(sentence, noun) or _by_one_name(sentence, noun)


def _by_one_name(sentence: Sentence, noun: Word) -> Person | None:
    """Somebody whom an article calls by a single name that nothing else tells of ("Omar, a driver, said")."""
    alone = noun.form == "name" and not noun.by_role("compound", "determiner", "adjective")
    speaks = noun.role == "subject" and noun.head.lemma in lexicon().reporting["verbs"]
    aside = noun.after is not None and noun.after.text == ","  # of a body nobody says "Reuters, also from Chad"
    things = any(not is_somebody(one) for one in noun.by_role("apposition") if one.pos == "noun")
    if not (alone and speaks and aside) or things or sentence.name_at(noun) is not None:
        return None
    return Person(noun.text, noun.text, None, None)


def stranger(sentence: Sentence, noun: Word) -> Person | None:
    """Somebody whom a phrase brings in without a name ("a doctor", "the head of the clinic")."""
    is_told = _is_office_in_capitals(noun) or (noun.form == "singular" and is_somebody(noun) and _brings_in(noun))
    if not is_told or sentence.name_at(noun) is not None:
        return None
    left, right = phrase(noun)
    hit = next((sentence.names[at] for at in range(left, right + 1) if at in sentence.names), None)
    told = sentence.string[sentence.tree[left].start : sentence.tree[right].end]
    code = code_of(hit) if hit is not None else None
    return Person(told, noun.text, code, sector_of(noun), sex=sex_of_noun(noun.lemma))


def _is_office_in_capitals(noun: Word) -> bool:
    """Tell whether a phrase is of the one of whom everybody in a room speaks so ("the Secretary landed")."""
    is_office = (
        noun.form == "name" and sector_of(noun) is not None and noun.lemma.lower() not in words("offices", "bodies")
    )
    return is_office and [c.lower for c in noun.lefts] == ["the"]


def _brings_in(noun: Word) -> bool:
    """Tell whether a phrase is of somebody not told of before: "a ...", "one ...", or "the ... of ..."."""
    if any(c.lower in words("parties", "bringing_in") for c in noun.by_role("determiner", "count")):
        return True
    return any(c.lower in words("parties", "joining") for c in noun.by_role("preposition"))


def _above(sentence: Sentence, pronoun: Word, fits: Fits) -> Person | None:
    """Whom the clause of a pronoun and those above it are about, the nearest first."""
    people = (_whom(sentence, subject) for subject in _subjects_above(pronoun))
    return next((person for person in people if person is not None and fits(person)), None)


def _subjects_above(pronoun: Word) -> Iterator[Word]:
    for verb in pronoun.ancestors:
        for subject in _told_with(verb) if verb.is_verbal else ():
            inside = subject.is_above(pronoun) and not subject.is_above(verb)  # "the wife of his friend said"
            if subject.index < pronoun.index and not inside:
                yield subject


def _told_with(verb: Word) -> tuple[Word, ...]:
    """Whom a verb tells of: first who is succeeded ("will replace Haas when he retires")."""
    clause = clause_of(verb)
    return (*clause.undergoers, *clause.subjects) if verb.lemma in words("parties", "succeeds") else clause.subjects


def _named_before(sentence: Sentence, pronoun: Word, fits: Fits) -> Person | None:
    """The first person named before a pronoun in its sentence; a single one only where something is told of him.

    "Odal spoke. A letter to Haas said he would come": Odal would.
    """
    here = [person for person in _people_with(sentence, pronoun) if fits(person)]
    last = sentence.last_person
    if len(here) == 1 and last is not None and fits(last) and _only_tells(sentence, here[0], pronoun):
        return None
    return here[0] if here else None


def _people_with(sentence: Sentence, pronoun: Word) -> list[Person]:
    """Whom a sentence names before a pronoun, but for those in what somebody says (""I met Odal," he said")."""
    before = beginning_in(sentence.people.mentions, sentence.offset, sentence.position(pronoun))
    is_quoted = sentence.is_quoted(pronoun)
    return [one.person for one in before if is_quoted or not sentence.is_quoted_at(one.start)]


def _people_in(sentence: Sentence, end: int) -> list[Person]:
    """Whom a sentence names before a character of the article."""
    return [mention.person for mention in beginning_in(sentence.people.mentions, sentence.offset, end)]


def _only_tells(sentence: Sentence, person: Person, pronoun: Word) -> bool:
    """Tell whether a person is named only with what tells something ("a letter to Haas said he would come")."""
    telling = (verb for verb in pronoun.ancestors if verb.lemma in lexicon().reporting["verbs"])
    things = [subject for verb in telling for subject in clause_of(verb).subjects]
    named = [word for word in sentence.tree[: pronoun.index] if sentence.person_at(word) is person]
    return all(any(thing.is_above(word) and word.role != "owner" for thing in things) for word in named)


def _told_behind(sentence: Sentence, pronoun: Word, fits: Fits) -> Person | None:
    """Whom the main clause behind an opening phrase is about ("When he arrived, Odal met the envoy")."""
    if sentence.is_quoted(pronoun):
        return None
    child = pronoun
    for verb in pronoun.ancestors:
        opens = child.role in ("adverbial", "preposition") and child.first.index <= _OPENING
        if verb.is_verbal and opens:
            behind = (one for one in clause_of(verb).subjects if one.first.index > child.last.index)
            told = next((sentence.person_at(one) for one in behind), None)
            return told if told is not None and fits(told) else None
        child = verb
    return None


def _quoted_before(sentence: Sentence, pronoun: Word, fits: Fits) -> Person | None:
    """Whom a quotation names last before "he" in it, who is sooner meant than the speaker."""
    if not sentence.is_quoted(pronoun):
        return None
    start = sentence.position(pronoun)
    before = beginning_in(sentence.people.mentions, sentence.text.rfind("\n\n", 0, start) + 1, start)
    quoted = (one.person for one in reversed(before) if sentence.is_quoted_at(one.start))
    return next((person for person in quoted if fits(person)), None)


def _told_last(sentence: Sentence, pronoun: Word, fits: Fits) -> Person | None:
    """Whom the sentence before was about; "she" sooner a woman told of before than somebody who may be none."""
    last = sentence.last_person
    if last is None or not fits(last):
        return None
    near = sentence.people.before(sentence.offset, _NEAR)
    before = near[near.index(last) :] if last in near else []
    here = _named_in_paragraph(sentence)
    if last in here:  # whom the paragraph is about, not a woman of another
        before = [one for one in before if one in here]
    is_woman_known = any(fits(one) and one.sex == "female" for one in before)
    return None if last.sex is None and sex_of_pronoun(pronoun.lower) == "female" and is_woman_known else last


def _named_in_paragraph(sentence: Sentence) -> list[Person]:
    """The people whom a paragraph names before a sentence of it."""
    start = sentence.text.rfind("\n\n", 0, sentence.offset) + 1
    return [mention.person for mention in beginning_in(sentence.people.mentions, start, sentence.offset)]


def _named_last(sentence: Sentence, pronoun: Word, fits: Fits) -> Person | None:
    """The nearest of those named before the sentence, sooner one who is surely of the sex."""
    before = [person for person in sentence.people.before(sentence.offset, _FAR) if fits(person)]
    sure = (person for person in before[:_NEAR] if person.sex is not None)
    return next(sure, None) or next(iter(before), None)


def _speaker_behind(sentence: Sentence, pronoun: Word, fits: Fits) -> Person | None:
    """Who says it, where nobody is told of before ("It was his first visit, Odal said")."""
    verbs = (verb for verb in pronoun.ancestors if verb.lemma in lexicon().reporting["verbs"])
    said = (subject for verb in verbs for subject in clause_of(verb).subjects if subject.pos == "name")
    named = (_whom(sentence, subject) for subject in said)
    return next((person for person in named if person is not None and fits(person)), None)


# In this order: the first way that finds somebody tells whom a pronoun means.
_WAYS = (_above, _named_before, _told_behind, _quoted_before, _told_last, _named_last, _speaker_behind)
