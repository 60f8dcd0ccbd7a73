"""Words that the parser hangs on the wrong verb: joined verbs in another form, and participles of who speaks."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.lexicon import lexicon
from timeline.events.parse.mended.heads_list import has_any, over
from timeline.events.parse.subjects import SUBJECTS
from timeline.events.parse.word import Form, Role, Word
from timeline.events.words import words

# The form of a verb that one in another form shares nothing with, though the parser joins them.
_UNLIKE: dict[Form, Form] = {"past": "base", "past participle": "present participle"}


def with_joined_pasts(found: Sequence[Word], heads: Sequence[int]) -> list[int]:
    """The heads of a sentence's words, each past verb that is joined to another form moved to its like above.

    "The minister said it would be hard and urged Haas to wait": he urged, as it "would urged" nothing.  "He was charged
    after visiting Chad and jailed": he was jailed.
    """
    mended = list(heads)
    for word in found:
        if word.role == "conjunct" and word.form in ("past", "past participle") and word.pos == "verb":
            _join_above(found, mended, word.index)
    return mended


def _join_above(found: Sequence[Word], heads: list[int], joined: int) -> None:
    first = heads[joined]
    while found[first].role == "conjunct" and found[heads[first]].is_verbal:
        first = heads[first]
    above = next((up for up in over(heads, first) if found[up].is_verbal), None)
    if above is None or has_any(found, heads, joined, (*SUBJECTS, "auxiliary", "passive auxiliary")):
        return
    if not _is_like(found, heads, joined, above) or found[first].form != _UNLIKE[found[joined].form]:
        return
    between = {heads[joined], *over(heads, heads[joined])} - {above, *over(heads, above)}
    start = max((i for i in range(joined) if heads[i] in between and found[i].role == "coordinator"), default=joined)
    for index in range(start, len(heads)):
        if heads[index] in between:
            heads[index] = above


def _is_like(found: Sequence[Word], heads: Sequence[int], joined: int, above: int) -> bool:
    """Tell whether a verb can be joined to one above: past to past, and a participle to one in the passive."""
    shared: tuple[Role, ...] = SUBJECTS if found[joined].form == "past" else ("passive auxiliary",)
    return found[above].form == found[joined].form and has_any(found, heads, above, shared)


def with_speakers_participles(found: Sequence[Word], heads: Sequence[int]) -> list[int]:
    """The heads of a sentence's words, each participle of saying behind a comma moved to the verb of saying above.

    It moves where nothing of the clause in which it hangs stands behind it.
    """
    mended = list(heads)
    for word in found:
        if _goes_on(found, word):
            _give_to_speaker(found, mended, word.index)
    return mended


def _goes_on(found: Sequence[Word], word: Word) -> bool:
    """Tell whether a participle goes on with what somebody says."""
    if word.form != "present participle" or word.role != "adverbial" or not word.index:
        return False
    return word.lemma in words("clauses", "going_on") and found[word.index - 1].text == ","


def _give_to_speaker(found: Sequence[Word], heads: list[int], participle: int) -> None:
    below = heads[participle]
    if below > participle:
        return
    while found[below].role in ("conjunct", "open clause") and found[heads[below]].is_verbal:
        below = heads[below]
    speaker = heads[below]
    if found[below].role != "complement" or speaker > below or not _speaks(found, heads, speaker):
        return
    if _reach(heads, below) == _reach(heads, participle):
        comma = participle - 1
        heads[participle] = speaker
        heads[comma] = speaker


def _speaks(found: Sequence[Word], heads: Sequence[int], verb: int) -> bool:
    """Tell whether a verb tells that somebody says something."""
    return has_any(found, heads, verb, SUBJECTS) and found[verb].lemma in words("clauses", "saying")


def _reach(heads: Sequence[int], top: int) -> int:
    """The last word below one."""
    return max(index for index in range(len(heads)) if top in (index, *over(heads, index)))


def with_outer_people(found: Sequence[Word], heads: Sequence[int]) -> list[int]:
    """The heads of a sentence's words, each noun for people joined to the place of others moved to these.

    "The president of Chad and rebel leaders met": the leaders met as well, and he is not theirs.
    """
    mended = list(heads)
    for word in found:
        if word.role == "conjunct" and word.form == "plural" and _is_of_people(word):
            outer = _whose_place(found, mended, word)
            if outer is not None:
                mended[word.index] = outer.index
    return mended


def _whose_place(found: Sequence[Word], heads: Sequence[int], word: Word) -> Word | None:
    """The noun for people before a preposition and the name that a word is joined to."""
    place = found[heads[word.index]]
    while place.role == "conjunct" and place.pos == "name":
        place = found[heads[place.index]]
    preposition = found[heads[place.index]]
    outer = found[heads[preposition.index]]
    of_place = place.pos == "name" and place.role == "prepositional object"
    if not of_place or preposition.lower not in words("clauses", "of_where") or outer.index > preposition.index:
        return None
    counts = outer.lemma in words("clauses", "amounts")  # "scores of Liberian and Malian refugees"
    return outer if outer.pos == "noun" and _is_of_people(outer) and not counts else None


def _is_of_people(noun: Word) -> bool:
    return noun.lemma in lexicon().sectors or noun.lemma in lexicon().sets["people"]


def with_told_clauses(found: Sequence[Word], heads: Sequence[int]) -> list[int]:
    """The heads of a sentence's words, what somebody is told given to the verb that tells it.

    "Told a rally of supporters that Chad had left": no supporters that it had left.  The roles are changed.
    """
    mended = list(heads)
    for word in found:
        if word.role != "relative" or not word.is_verbal:
            continue
        below = [w for w in found if mended[w.index] == word.index]
        that = next((w for w in below if w.lower == "that" and w.role not in SUBJECTS), None)
        verb = next((found[up] for up in over(mended, word.index) if found[up].is_verbal), None)
        tells = verb is not None and verb.lemma in words("clauses", "telling") and verb.index < word.index
        if that is not None and verb is not None and tells and has_any(found, mended, word.index, SUBJECTS):
            mended[word.index], word.role, that.role = verb.index, "complement", "marker"
    return mended


def with_listed_infinitives(found: Sequence[Word], heads: Sequence[int]) -> list[int]:
    """The heads of a sentence's words, an infinitive without "to" behind a comma joined to the one before it.

    "Promised to free them, open the border and leave": he has opened nothing.  The role is changed.
    """
    mended = list(heads)
    for word in found:
        if word.form != "base" or word.role != "open clause" or not word.index or found[word.index - 1].text != ",":
            continue
        if has_any(found, mended, word.index, ("auxiliary", *SUBJECTS)):
            continue
        listed = [w for w in found[: word.index] if w.role == "open clause" and mended[w.index] == mended[word.index]]
        first = next((w for w in listed if w.form == "base" and has_any(found, mended, w.index, ("auxiliary",))), None)
        if first is not None:
            mended[word.index], word.role = first.index, "conjunct"
    return mended


def with_names_apart(found: Sequence[Word], heads: Sequence[int]) -> list[int]:
    """The heads of a sentence's words, a name behind the comma that another one stands before set beside that one.

    "The minister of Chad, Amir Zaman, left": no one name.  The roles are changed.
    """
    mended = list(heads)
    for word in found:
        above = found[mended[word.index]]
        before = word.pos == "name" and word.role in ("noun modifier", "compound") and word.index + 1 < above.index
        if before and found[word.index + 1].text == "," and above.role == "prepositional object":
            mended[word.index], mended[above.index] = mended[above.index], word.index
            mended[word.index + 1] = word.index
            word.role, above.role = above.role, "apposition"
    return mended
