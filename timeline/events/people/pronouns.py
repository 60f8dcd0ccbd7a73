"""Whether somebody is a woman or a man by the pronouns that an article uses, where no title and no name tells."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from timeline.events.people.draft import DraftMention
from timeline.events.words import words
from timeline.names.sexes import Sex

_WORD = re.compile(r"[A-Za-z]+")
_PARTS = re.compile(r"[\"“”]|\A['’]s\b")  # another speaks, or somebody of theirs is told of
_SURE = 0.75  # share of the pronouns that agree


def tell_sexes(text: str, mentions: Sequence[DraftMention], sentences: Sequence[tuple[int, int]]) -> None:
    """Give people of unknown sex that of the pronouns that follow their names in a sentence before anybody else's.

    ``mentions``: in the order of the text; ``sentences``: half-open character offsets.
    """
    told: dict[int, Counter[Sex]] = {}
    ends = iter(sentences)
    end = 0
    for place, (_, behind, draft) in enumerate(mentions):
        while end < behind:
            end = next(ends, (0, len(text)))[1]
        following = mentions[place + 1][0] if place + 1 < len(mentions) else end
        sex = _next_sex(text[behind : min(end, following)])
        if sex is not None:
            told.setdefault(id(draft), Counter())[sex] += 1
    for _, _, draft in mentions:
        counted = told.get(id(draft))
        if counted:
            (sex, often), *_ = counted.most_common()
            draft.sex = sex if often >= _SURE * counted.total() else None


def sex_of_pronoun(pronoun: str) -> Sex | None:
    """The sex that a word in lower case tells of whom it stands for."""
    if pronoun in words("parties", "feminine"):
        return "female"
    return "male" if pronoun in words("parties", "masculine") else None


def _next_sex(behind: str) -> Sex | None:
    """The sex that the first pronoun of a text tells, unless a quotation or "'s" stands before it."""
    for word in _WORD.finditer(behind):
        sex = sex_of_pronoun(word[0].lower())
        if sex is not None:
            return None if _PARTS.search(behind[: word.start()]) else sex
    return None
