"""Who says "we" or "I"."""

from __future__ import annotations

from timeline.events.lexicon import lexicon
from timeline.events.parse.word import Word
from timeline.events.parties.sentence import Sentence
from timeline.events.people.people import Person
from timeline.models import Party
from timeline.names.countries import usual_names


def subject_of_saying(pronoun: Word) -> Word | None:
    """The subject of the nearest verb of saying over a pronoun."""
    told = (subject for verb in pronoun.ancestors for subject in _subjects_of_saying(verb))
    return next((subject for subject in told if subject is not pronoun), None)


def _subjects_of_saying(verb: Word) -> list[Word]:
    if verb.lemma not in lexicon().reporting["verbs"]:
        return []
    return [subject for subject in verb.by_role("subject") if subject.pos != "pronoun"]


def speaker_of(sentence: Sentence, pronoun: Word) -> list[Party]:
    """Whose words a passage has: the speaker of a transcript, who is still quoted, or the government that wrote it."""
    start = sentence.position(pronoun)
    told = Party(text=pronoun.text, start=start, end=sentence.offset + pronoun.end)
    voice = sentence.people.voice_at(start)
    if voice is not None:
        return [_voice(sentence, told, voice.name)] if voice.name else []
    quoted = _quoted_person(sentence, pronoun)
    if quoted is not None:
        return [_person(told, quoted)]
    author = sentence.people.author
    if author is None or pronoun.lower != "we":
        return []
    return [told.model_copy(update={"name": usual_names().get(author, author), "code": author, "sector": "GOV"})]


def _voice(sentence: Sentence, told: Party, name: str) -> Party:
    """Whom the label of a speaker, or the title of a document, names."""
    person = next((p for p in sentence.people.persons if name in (p.name, p.surname)), None)
    return told.model_copy(update={"name": name, "sector": "GOV"}) if person is None else _person(told, person)


def _person(told: Party, person: Person) -> Party:
    return told.model_copy(update={"name": person.name, "code": person.code, "sector": person.sector})


def _quoted_person(sentence: Sentence, pronoun: Word) -> Person | None:
    """Who goes on speaking, where a quotation is open whose speaker the sentence before told."""
    return sentence.last_person if sentence.is_quoted(pronoun) else None
