"""Who does what behind a phrase that opens a clause, where the parser read him into the phrase."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.parse.mended.heads_list import FINITE, group_before, has_any, over
from timeline.events.parse.subjects import SUBJECTS
from timeline.events.parse.word import Word
from timeline.events.words import words


def with_lost_subjects(found: Sequence[Word], heads: Sequence[int]) -> list[int]:
    """The heads of a sentence's words, each subject that stands in the phrase before it given to its verb.

    "In 1977 South Africa expelled ...", "In February relations sank": the date is all of the phrase.  "After talks in
    Norway, Haas and Lund met": these two met.  The roles of the words are changed.
    """
    mended = list(heads)
    for verb in found:
        if verb.is_verbal and verb.form in (*FINITE, "past participle"):
            _free_date(found, mended, verb)
            _free_list(found, mended, verb)
    return mended


def with_verbs_of_lone_nouns(found: Sequence[Word], heads: Sequence[int]) -> list[int]:
    """The heads of a sentence's words, a verb in the past that stands below the noun of a sentence put above it.

    "Lund, a member of the bloc, called on Chad to act": Lund called, and was not called.  The roles are changed.
    """
    mended = list(heads)
    for verb in found:
        led = _behind_agent(found, mended, verb)
        noun = led or found[mended[verb.index]]
        alone = noun.role == "root" and noun.pos in ("noun", "name") and noun.index < verb.index
        if (
            not alone
            or verb.role != "noun clause"
            or verb.form != "past"
            or has_any(found, mended, verb.index, SUBJECTS)
        ):
            continue
        start = _start(found, mended, verb)
        comma = start - 1
        if led is None and found[comma].text != ",":
            continue
        for word in found:
            is_comma = led is None and word.index == comma
            if mended[word.index] == noun.index and (word.index > verb.index or is_comma):
                mended[word.index] = verb.index
        mended[verb.index], mended[noun.index] = verb.index, verb.index
        verb.role, noun.role = "root", "subject"
    return mended


def _behind_agent(found: Sequence[Word], heads: Sequence[int], verb: Word) -> Word | None:
    """The noun of a sentence whose participle has an agent to which a verb was given ("a team led by Haas left")."""
    agent = found[heads[verb.index]]
    by = found[heads[agent.index]]
    participle = found[heads[by.index]]
    led = agent.role == "prepositional object" and by.role == "agent" and participle.role == "noun clause"
    return found[heads[participle.index]] if led and verb.index == agent.index + 1 else None


def _free_date(found: Sequence[Word], heads: list[int], verb: Word) -> None:
    for preposition in found[: verb.index]:
        if preposition.role != "preposition" or heads[preposition.index] != verb.index:
            continue
        date = _date_behind(found, preposition)
        noun = found[heads[date[-1].index]] if date else None
        if noun is None or noun in date or noun.index > _start(found, heads, verb):
            continue
        of_phrase = noun.role == "prepositional object" and heads[noun.index] == preposition.index
        if (
            of_phrase
            and not has_any(found, heads, verb.index, SUBJECTS)
            and noun.index == _start(found, heads, verb) - 1
        ):
            heads[noun.index] = verb.index
            noun.role = "passive subject" if has_any(found, heads, verb.index, ("passive auxiliary",)) else "subject"
        elif noun.role not in SUBJECTS or heads[noun.index] != verb.index:
            continue
        for word in date:
            heads[word.index] = preposition.index if word is date[0] else date[0].index
        date[0].role = "prepositional object"


def _date_behind(found: Sequence[Word], preposition: Word) -> list[Word]:
    """The words of a date right behind a preposition that opens a clause."""
    before = found[preposition.index - 1] if preposition.index else None
    if preposition.lower not in words("clauses", "before_dates") or not (before is None or before.is_punctuation):
        return []
    date: list[Word] = []
    for word in found[preposition.index + 1 :]:
        if not (word.lower in words("names", "calendar") or (word.text.isdigit() and len(word.text) in (1, 2, 4))):
            break
        date.append(word)
    return date


def _free_list(found: Sequence[Word], heads: list[int], verb: Word) -> None:
    start = _start(found, heads, verb)
    if has_any(found, heads, verb.index, SUBJECTS) or not start or verb.role not in ("root", "conjunct", "complement"):
        return
    last = found[start - 1]
    while last.role == "conjunct" and found[heads[last.index]].role == "conjunct":
        last = found[heads[last.index]]
    first = found[heads[last.index]]
    if last.index in over(heads, verb.index):
        return  # what the verb itself is told of
    if last.role != "conjunct" or first.role != "prepositional object" or first.index + 1 >= len(found):
        return
    opens = found[heads[first.index]].role == "preposition" and found[first.index + 1].text == ","
    behind = next((w for w in found if w.index > first.index + 1), None)
    joint = any(w.role == "coordinator" and heads[w.index] == last.index for w in found[last.index : start])
    if opens and joint and behind is not None and last.pos in ("noun", "name") and _begins(found, heads, behind, last):
        heads[last.index] = verb.index
        last.role = "subject"


def _begins(found: Sequence[Word], heads: Sequence[int], word: Word, noun: Word) -> bool:
    """Tell whether a word is the first of a noun's phrase."""
    return word is noun or heads[word.index] == noun.index


def _start(found: Sequence[Word], heads: Sequence[int], verb: Word) -> int:
    """Where a verb begins, with its auxiliaries and adverbs."""
    return verb.index - len(group_before(found, heads, verb))
