"""How far a noun phrase reaches."""

from __future__ import annotations

from timeline.events.lexicon import lexicon
from timeline.events.parse.noun_phrase import keys
from timeline.events.parse.word import Role, Word
from timeline.events.words import words

_BEFORE: tuple[Role, ...] = (
    "determiner",
    "adjective",
    "compound",
    "owner",
    "noun modifier",
    "count",
    "quantifier",
    "adverb",
    "punctuation",
    "case",
    "predeterminer",
)
_NEAR = 2  # words between a phrase and the preposition that joins another to it
_NEAR_OBJECT = 5  # words between that preposition and its object
_ENDS = frozenset(",.?!")
_BREAKS = frozenset(',;("“')


def phrase(noun: Word) -> tuple[int, int]:
    """Word range of a noun phrase: modifiers on the left, names joined by of, in or from on the right."""
    return _left(noun), _right(noun)


def _left(noun: Word) -> int:
    left = min([noun.index, *(c.first.index for c in noun.lefts if c.role in _BEFORE)])
    left = max([left, *(w.index + 1 for w in noun.tree[left : noun.index] if _ends_quotation(w))])
    while left < noun.index and _opens(noun.tree[left], noun):
        left += 1
    return left + _is_its_day(noun.tree[left], noun)


def _ends_quotation(word: Word) -> bool:
    """Tell whether a mark ends what somebody says, behind which the speaker is named (`"... serious," Haas said`)."""
    before = word.before
    return word.is_quote and before is not None and before.text in _ENDS


def _opens(word: Word, noun: Word) -> bool:
    """Tell whether a word opens a phrase without being part of the name: "the", "its", "also"."""
    return (
        word.role in ("determiner", "predeterminer", "punctuation")
        or word.form in ("possessive", "relative possessive")
        or (word.lower in words("parties", "before_day") and _is_day(word.after))
        or word.lower in words("parties", "amounts")
        or (word.lower in words("parties", "outcomes") and word.before is noun.head)
        or (word.role == "adverb" and (word.head is noun or word.head.lower in words("parties", "anybody")))
    )


def _is_day(word: Word | None) -> bool:
    return word is not None and word.lower in words("names", "calendar")


def _is_its_day(word: Word, noun: Word) -> bool:
    """Tell whether a phrase was read with the day before it ("on Friday Haas resigned", "last July Odal left")."""
    before = word.before
    dated = before is not None and before.lower in words("parties", "before_day")
    return dated and word.index < noun.index and _is_day(word)


def _right(noun: Word) -> int:
    right = noun.index
    for child in noun.rights:
        if _joins(child, right):
            behind = _joined(child, right)
            if behind is None:
                break
            right = _right(behind)
        elif _is_part(child, right):
            right = _end_of_part(child)
        elif child.role not in ("punctuation", "case", "preposition"):
            break
    return right


def _joins(child: Word, right: int) -> bool:
    """Tell whether a preposition may join another phrase ("the government of Chad")."""
    near = child.role == "preposition" and child.lower in words("parties", "joining") and child.index - right <= _NEAR
    return near and not _is_charge(child)


def _is_charge(of: Word) -> bool:
    """Tell whether "of" tells what somebody is accused of or told of, which the parser took for his name."""
    noun = of.head
    while noun.role == "prepositional object" and noun.head.lower == "of":
        noun = noun.head.head  # "the commander of the army of murder"
    is_told = noun.role in ("object", "passive subject") and noun.head.lemma in words("parties", "of_charge")
    if of.lower != "of" or not is_told:
        return False
    charges = of.by_role("prepositional object")
    return bool(charges) and all(_is_bare_thing(charge) for charge in charges)


def _is_bare_thing(noun: Word) -> bool:
    """Tell whether a noun is no name and stands without "the" ("fraud", "a plot", "its powers")."""
    is_office = bool(keys(noun) & lexicon().sectors.keys())
    return (
        noun.pos in ("noun", "verb") and not is_office and not any(c.lower == "the" for c in noun.by_role("determiner"))
    )


def _joined(preposition: Word, right: int) -> Word | None:
    between = preposition.tree[right + 1 : preposition.index]
    if any(word.text in _BREAKS for word in between):
        return None
    noun = next(iter(preposition.by_role("prepositional object")), None)
    return noun if noun is not None and 0 < noun.index - preposition.index <= _NEAR_OBJECT else None


def _is_part(child: Word, right: int) -> bool:
    """Tell whether the next word names the same: "Unit 8", "President Haas" read as apposition."""
    if child.role == "apposition" and child.pos == "name" and child.first.index == right + 1:
        return True
    counts = child.role in ("adjective", "count") and child.pos in ("number", "adjective")
    return counts and child.index == right + 1


def _end_of_part(part: Word) -> int:
    """Where a part behind a noun ends: "soldiers loyal to Haas" goes whole."""
    objects = (one for behind in part.by_role("preposition") for one in behind.by_role("prepositional object"))
    return max((_right(one) for one in objects), default=part.index)
