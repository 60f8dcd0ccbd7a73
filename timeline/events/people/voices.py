"""Who says "I" and "we": the speakers of a transcript by their labels, and the group whose document it is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from timeline.events.words import words

_LABEL = re.compile(r"^([A-Z][\w.'’()\- ]{1,70}?)\s?:(?=\s)", re.MULTILINE)
_NAMED = re.compile(r"\(([^()]+)\)")
_LEAST = 3  # labels of a transcript
_MOST_WORDS = 8  # of a label
_LONGEST = 80  # characters of a group's name
_TITLE = 250  # characters within which a document says whose it is


class Voice(NamedTuple):
    """Who speaks from a character of the article on; ``name`` is None where somebody asks whose name is not told."""

    start: int
    name: str | None


def voices(text: str) -> tuple[Voice, ...]:
    """The voices of an article in the order of the text, none where it is told by others.

    >>> voices("We, the ministers of Chad and Niger, meeting in Zinder, thank Mali.")
    (Voice(start=0, name='ministers of Chad and Niger'),)
    >>> [voice.name for voice in voices("MS. ODAL: Yes.\\nQUESTION: No?\\nMS. ODAL: No.")]
    ['Odal', None, 'Odal']
    """
    labels = [label for label in _LABEL.finditer(text) if _is_name(label[1])]
    often = Counter(label[1] for label in labels).most_common(1)
    if len(labels) >= _LEAST and often[0][1] > 1:
        return tuple(Voice(label.start(), _called(label[1])) for label in labels)
    return tuple(_group(text))


def _is_name(label: str) -> bool:
    told = label.replace("(", "").split()
    small = words("voices", "small")
    return len(told) <= _MOST_WORDS and all(word[0].isupper() or word in small for word in told)


def _called(label: str) -> str | None:
    """The name in a label, without titles and brackets ("MS. ODAL", "The Foreign Secretary (Ines Haas)")."""
    named = _NAMED.search(label)
    before = label[: label.find("(")].split() if named else []
    plain = before if before and _bare(before[0]) in words("voices", "titles") - {"the"} else None
    told = plain if plain else (named[1].split() if named else label.split())
    left = [word for word in told if _bare(word) not in words("voices", "titles")] or told
    if _bare(left[0]) in words("voices", "asking"):
        return None
    return " ".join(word.capitalize() if word.isupper() else word for word in left)


def _bare(word: str) -> str:
    return word.strip(".").lower()


def _group(text: str) -> Iterator[Voice]:
    title = text.lstrip().partition("\n")[0]
    found = _gathered().search(text) or (_of_title().search(title) if len(title) < _TITLE else None)
    if found is not None and len(found[1]) <= _LONGEST:
        yield Voice(0, found[1])


@cache
def _gathered() -> re.Pattern[str]:
    return re.compile(rf"\bWe, (?:the )?([^\n.;]+?),? (?:{'|'.join(sorted(words('voices', 'gathered')))})\b")


@cache
def _of_title() -> re.Pattern[str]:
    documents, behind = ("|".join(sorted(words("voices", name))) for name in ("documents", "behind"))
    return re.compile(
        rf"\b(?i:{documents})\b[^\n]{{0,40}}?\b(?:by|of|from) (?:the )?([A-Z][^\n]+?)(?= (?:{behind})\b|[.;]|$)"
    )
