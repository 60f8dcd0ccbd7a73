"""Which noun phrases name somebody who can act: a state, a body, people; and of which sector they are."""

from __future__ import annotations

from functools import lru_cache

from timeline.events.lexicon import lexicon
from timeline.events.parse.noun_phrase import conjuncts, content, keys
from timeline.events.parse.subjects import SUBJECTS
from timeline.events.parse.word import Role, Word
from timeline.events.parties.sentence import Sentence
from timeline.events.words import words
from timeline.names.sexes import sex_of_noun

MODIFIERS: tuple[Role, ...] = ("owner", "adjective", "compound", "noun modifier")
_REMEMBERED = 512  # nouns whose answers are kept: those of a sentence or a few
_REACH = 12  # words from a noun to the party that is told with it


@lru_cache(maxsize=_REMEMBERED)
def is_party(sentence: Sentence, noun: Word) -> bool:
    """Tell whether a noun phrase names somebody who can act."""
    if noun.index in sentence.features or _is_nobody(noun):
        return False
    if sentence.name_at(noun) is not None:
        return True
    if _is_use_of_force(noun):
        return False
    if _is_pronoun(noun) or _is_bloc(noun) or _has_sector(noun) or sentence.person_at(noun) is not None:
        return True
    if _is_source(noun) or (is_somebody(noun) and not _only_describes(noun)) or is_known_document(sentence, noun):
        return True
    if _is_known_body(sentence, noun):
        return True
    if are_the_two(noun):
        return True
    if _counts(noun):
        return any(is_party(sentence, one) for one in content(noun)[1:])
    return _is_name(noun)


def _is_nobody(noun: Word) -> bool:
    """Tell whether nobody in particular is meant ("no minister", "each side")."""
    marks = {c.lower for c in noun.by_role("determiner")}
    return bool(marks & words("parties", "nobody")) and not is_each_of_two(noun)


def is_each_of_two(noun: Word) -> bool:
    """Tell whether each of two told before is meant ("each side accused the other")."""
    each = any(c.lower == "each" for c in noun.by_role("determiner"))
    return each and noun.lemma in words("parties", "sides")


def _is_use_of_force(noun: Word) -> bool:
    """Tell whether "force" is no troops ("use force")."""
    bare = all(c.role == "punctuation" for c in noun.children)
    return bare and noun.lemma == "force" and noun.form == "singular"


def _is_pronoun(noun: Word) -> bool:
    return noun.lower in words("parties", "personal", "plural", "speaking")


def _is_source(noun: Word) -> bool:
    """Tell whether a "source" is somebody who says something, not where a thing comes from."""
    says = noun.head.lemma in lexicon().reporting["verbs"] | lexicon().sets["speakers"]
    return noun.lemma in words("parties", "sources") and noun.role == "subject" and says


def _is_bloc(noun: Word) -> bool:
    """Tell whether "the west" is states that act together, not a direction."""
    if noun.lower not in words("parties", "blocs"):
        return False
    definite = any(c.lower == "the" for c in noun.by_role("determiner"))
    place = noun.role == "prepositional object" and noun.head.lower in words("parties", "places", "from")
    return definite and not place and not _is_part_of_place(noun)


def _is_part_of_place(noun: Word) -> bool:
    """Tell whether a direction is that of a place ("the west of Chad", "the west of the city")."""
    whole = (one for of in noun.by_role("preposition") for one in of.by_role("prepositional object"))
    return any(one.pos == "name" or any(c.lower == "the" for c in one.children) for one in whole)


def _has_sector(noun: Word) -> bool:
    return sector_of(noun) is not None or "ministers" in keys(noun)


def is_known_document(sentence: Sentence, noun: Word) -> bool:
    """Tell whether "the statement" says what somebody told before has written."""
    if not sentence.last_issuer or noun.lemma not in words("parties", "documents") or noun.role != "subject":
        return False
    return _is_told_again(noun)


def _is_known_body(sentence: Sentence, noun: Word) -> bool:
    """Tell whether a noun alone means a body told of before by its name ("the paper")."""
    return noun.lemma in sentence.bodies and noun.form == "singular" and _is_told_again(noun)


def _is_told_again(noun: Word) -> bool:
    """Tell whether nothing but "the" stands with a noun."""
    bare = all(c.role in ("determiner", "punctuation") for c in noun.children)
    return bare and any(c.lower in words("parties", "definite") for c in noun.by_role("determiner"))


def is_somebody(noun: Word) -> bool:
    """Tell whether a noun is a word for a human being."""
    if noun.pos not in ("noun", "name") or _is_part_of_many(noun):
        return False
    sets = lexicon().sets
    known = noun.lemma in sets["people"] or noun.lemma in sets["office"] or sex_of_noun(noun.lemma) is not None
    return known or noun.lemma in words("parties", "humans") or _is_figure(noun)


def _is_part_of_many(noun: Word) -> bool:
    """Tell whether a word counts people or things ("hundreds", "members of the council"); one "member" is somebody."""
    is_one = noun.form == "singular" and noun.lemma in words("parties", "one_of_many")
    return noun.lemma in words("parties", "part_of_many") and not is_one


def _is_figure(noun: Word) -> bool:
    """Tell whether a "figure" is somebody of weight ("senior figures"), not a number."""
    weighty = any(c.lower in words("parties", "weighty") for c in noun.by_role("adjective", "compound"))
    return noun.lemma in words("parties", "figures") and weighty


def _only_describes(noun: Word) -> bool:
    """Tell whether a bare singular tells one thing more of somebody ("his adviser and friend")."""
    return noun.form == "singular" and noun.role == "conjunct" and not noun.by_role("determiner", "owner", "compound")


def are_the_two(noun: Word) -> bool:
    """Tell whether nothing but "the two" is said ("The two signed a treaty")."""
    bare = all(c.role == "determiner" and c.lower == "the" for c in noun.children)
    return noun.lower == "two" and bool(noun.children) and bare and noun.role in SUBJECTS


def _counts(noun: Word) -> bool:
    """Tell whether a word only counts those named behind it ("some of the rebels")."""
    return noun.lower in words("parties", "anybody") or noun.pos == "number"


def _is_name(noun: Word) -> bool:
    acronym = noun.text.isupper() and len(noun.text) > 2 and noun.text.isalpha()
    has_letters = any(c.isalpha() for c in noun.text) and noun.text.isprintable()
    return has_letters and (noun.pos == "name" or acronym) and not _is_date(noun)


def _is_date(noun: Word) -> bool:
    """Tell whether a day or a month is named ("March", "Wed Mar 16")."""
    low = noun.lower.rstrip(".")
    numbered = noun.after is not None and noun.after.is_number
    return low in words("names", "calendar") or (numbered and low in words("names", "calendar_short"))


@lru_cache(maxsize=_REMEMBERED)
def sector_of(noun: Word) -> str | None:
    """PLOVER's sector of a noun: of a service before it, its own, or that of a compound."""
    sectors = lexicon().sectors
    if noun.lemma.lower() in lexicon().groups["served"]:
        # "navy officer", "police chief": the service tells.
        service = next((c.lower for c in noun.by_role("compound") if c.lower in sectors), None)
        if service is not None:
            return sectors[service]
    own = (noun.lower, noun.lemma.lower())
    # A council that is called "National" is no citizen.
    told = [k for k in keys(noun) if k in sectors and (k in own or "_" in k or sectors[k] != "CVL")]
    if not told:
        return None
    return sectors[min(told, key=lambda k: (-len(k), k not in own, k))]  # of "national assembly" the assembly


def parties_inside(sentence: Sentence, noun: Word) -> list[Word]:
    """Nouns inside a phrase that name parties: "Iraq's proposal", "an Australian ultimatum", "demands from rebels"."""
    return [c for c in noun.children if _is_party_before(sentence, c)] + _parties_behind(sentence, noun)


def _is_party_before(sentence: Sentence, word: Word) -> bool:
    """Tell whether a modifier of a noun names whose the thing is."""
    if word.role not in MODIFIERS or word.form == "possessive":
        return False
    hit = sentence.name_at(word)
    if hit is None:
        return word.role == "owner" and is_party(sentence, word)
    named_after = word.role == "compound" and word.head.lemma in lexicon().sets["named_after_cities"]
    return not named_after or hit.name.kind != "place"  # not "the Ottawa summit"


def _parties_behind(sentence: Sentence, noun: Word) -> list[Word]:
    found: list[Word] = []
    for preposition in noun.by_role("preposition"):
        for inner in preposition.by_role("prepositional object", "prepositional clause"):
            for one in conjuncts(inner):
                if one.index - noun.index > _REACH or _is_place(sentence, one, preposition):
                    continue
                found += [one] if is_party(sentence, one) else parties_inside(sentence, one)
    return found


def _is_place(sentence: Sentence, noun: Word, preposition: Word) -> bool:
    """Tell whether a name says where the thing is, not whose ("talks in Chad", "talks in a town nobody knows")."""
    at = preposition.head.pos == "noun" and preposition.lower in words("parties", "at")
    return at and (sentence.name_at(noun) is not None or (noun.pos == "name" and sentence.person_at(noun) is None))
