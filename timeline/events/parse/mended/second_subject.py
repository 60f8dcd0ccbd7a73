"""Who does what a second clause tells, where the parser took him for one more whom the first is about."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.parse.mended.heads_list import FINITE, GROUP, group_before, has_any, over
from timeline.events.parse.subjects import SUBJECTS
from timeline.events.parse.word import Role, Word

_JOINED: tuple[Role, ...] = ("conjunct", "adverbial", "complement", "parallel")
_ABOUT: tuple[Role, ...] = ("object", "prepositional object", "conjunct", "dative")


def with_second_subjects(found: Sequence[Word], heads: Sequence[int]) -> list[int]:
    """The heads of a sentence's words, each noun behind "and" that a verb right behind it is told of made its subject.

    "Chad expelled two envoys and Mali in turn left the talks": Mali left, and was not expelled.  The roles of the noun
    and of the verb are changed.
    """
    mended = list(heads)
    for word in found:
        if word.is_verbal and word.role in _JOINED and mended[word.index] < word.index:
            _give_subject(found, mended, word)
    return mended


def _give_subject(found: Sequence[Word], heads: list[int], verb: Word) -> None:
    above = heads[verb.index]
    group = [w for w in found if heads[w.index] == verb.index and w.role in GROUP and w.index < verb.index]
    has_own, has_above = (has_any(found, heads, one, SUBJECTS) for one in (verb.index, above))
    if not _is_finite(verb, group) or has_own or not has_above:
        return
    start = verb.index - len(group_before(found, heads, verb))
    noun = _noun_before(found, heads, above, start)
    if noun is None or noun.index in over(heads, above):
        return
    joined = heads[noun.index]
    for index in range(joined + 1, start):
        is_joint = found[index].role == "coordinator" and heads[index] == joined and index < noun.index
        if is_joint:
            heads[index] = above
        elif index > noun.index and heads[index] < noun.index:
            heads[index] = noun.index
    heads[noun.index] = verb.index
    noun.role = "passive subject" if any(w.role == "passive auxiliary" for w in group) else "subject"
    verb.role = "conjunct"


def _is_finite(verb: Word, group: Sequence[Word]) -> bool:
    first = next((w for w in group if w.role in ("auxiliary", "passive auxiliary")), verb)
    return first.form in FINITE or (first.pos == "auxiliary" and first.form not in ("base", "past participle"))


def _noun_before(found: Sequence[Word], heads: Sequence[int], above: int, start: int) -> Word | None:
    """The noun joined with "and" to one behind the verb above, with nothing but what belongs to it up to ``start``."""
    nouns = (w for w in reversed(found[above + 1 : start]) if _is_joined(found, heads, above, w))
    noun = next(nouns, None)
    if noun is None:
        return None
    between = found[noun.index + 1 : start]
    if not between:
        return noun
    commas = [w.index for w in between if w.text == ","]
    is_aside = len(commas) == 2 and commas == [noun.index + 1, start - 1]
    is_of_noun = not commas and between[0].pos == "preposition"
    is_plain = all(w.role != "coordinator" and w.text not in (";", ":", "-", "–", "—") for w in between)
    return noun if (is_aside or (is_of_noun and not any(w.is_verbal for w in between))) and is_plain else None


def _is_joined(found: Sequence[Word], heads: Sequence[int], above: int, noun: Word) -> bool:
    """Tell whether a noun is joined by a lone "and" to one that the clause above is about."""
    other = heads[noun.index]
    if noun.role != "conjunct" or noun.pos not in ("noun", "name") or found[other].role not in _ABOUT or other < above:
        return False
    return any(w.role == "coordinator" and heads[w.index] == other for w in found[other + 1 : noun.index])
