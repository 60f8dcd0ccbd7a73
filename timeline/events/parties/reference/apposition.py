"""Names in apposition with an office: "the premier, Ines Haas"."""

from __future__ import annotations

from timeline.events.parse.noun_phrase import conjuncts
from timeline.events.parse.word import Word
from timeline.events.parties.party import is_somebody, sector_of
from timeline.events.parties.sentence import Sentence
from timeline.events.words import words


def apposed(sentence: Sentence, noun: Word) -> list[Word]:
    """Those whose names follow an office: "the premier, Ines Haas," and, misread, "was elected president, Haas ..."."""
    if sentence.person_at(noun) is not None:
        return []
    if noun.role == "apposition" and sentence.person_at(noun.head) is not None:
        return [noun.head]  # "Ines Haas, the premier of Estonia until May"
    named = people_apposed(sentence, noun) or _named_behind_comma(sentence, noun) or _bodies_apposed(sentence, noun)
    if len(named) == 1 and noun.form in ("plural", "plural name"):
        named = [c for c in conjuncts(named[0]) if sentence.person_at(c) is not None]
    return named


def people_apposed(sentence: Sentence, noun: Word) -> list[Word]:
    """The people whose names stand in apposition with a noun."""
    return [c for c in noun.by_role("apposition") if sentence.person_at(c) is not None]


def _bodies_apposed(sentence: Sentence, noun: Word) -> list[Word]:
    """The state or body whose name follows one that is not named itself ("the charity, Medaid", "its ally, Peru")."""
    definite = any(c.lower == "the" for c in noun.by_role("determiner")) or bool(noun.by_role("owner"))
    if noun.pos != "noun" or noun.form != "singular" or not definite or sentence.name_at(noun) is not None:
        return []
    named = (c for c in noun.by_role("apposition") if c.pos == "name" and c.index > noun.index)
    return [c for c in named if not any(d.lower in words("parties", "indefinite") for d in c.by_role("determiner"))]


def _named_behind_comma(sentence: Sentence, noun: Word) -> list[Word]:
    """The people whose names follow an office and a comma, however the parser took them ("her counterpart, A B,")."""
    if sentence.name_at(noun) is not None or noun.pos != "noun" or not (is_somebody(noun) or sector_of(noun) == "GOV"):
        return []
    found: list[Word] = []
    last = _end_of_name_behind(sentence, noun, ",")
    while last is not None:
        found.append(last)
        last = _end_of_name_behind(sentence, last, "and") if noun.form == "plural" else None
    closed = found and (found[-1].after is None or found[-1].after.is_punctuation)
    return found if closed else []


def _end_of_name_behind(sentence: Sentence, word: Word, joint: str) -> Word | None:
    """The last word of the name behind a word and a comma or "and", of a person whose country is known."""
    if word.after is None or word.after.lower != joint or word.after.after is None:
        return None
    position = sentence.position(word.after.after)
    mention = next((mention for mention in sentence.people.mentions if mention.start == position), None)
    if mention is None or (mention.person.code is None and " " not in sentence.text[mention.start : mention.end]):
        return None
    return _last_word(sentence, mention.end)


def _last_word(sentence: Sentence, end: int) -> Word:
    """The last word before a character of the article."""
    return max((w for w in sentence.tree if sentence.position(w) < end), key=lambda w: w.index)
