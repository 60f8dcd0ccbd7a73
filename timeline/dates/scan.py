"""How the text of a language falls into tokens: the expressions that the tokenizer scans with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from timeline.dates.lexicon import Lexicon
from timeline.dates.numerals import HAN, ORDINAL_ENDINGS
from timeline.dates.spelling import Spelling

AS_WRITTEN = Spelling()

_NUMBERS = (
    rf"\d+(?:{ORDINAL_ENDINGS})\b |"
    + r"""
    \d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-])
  | \d{1,4}/\d{1,2}/\d{1,4}(?![\w/])
  | \d{4}\.\d{1,2}\.\d{1,2}(?!\w|\.\d)
  | \d{1,2}\.\d{1,2}\.\d{2}(?:\d\d)?(?!\w|\.\d)
  | (?<![\d-])\d{1,2}-\d{1,2}-\d{2}(?:\d\d)?(?![\w-])
  | \d{1,2}:\d\d(?::\d\d)?(?![\d:])
  | \d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\w)
  | \d{1,2}\ \d/\d(?!\w)
  | \d+/\d+(?![\w/])
  | \d{1,2}\.\d\d(?=[ap]\.?m\b)
  | \d+\.\d+(?![\w])
  | ['’]?\d+['’]?s\b
  | ['’]\d\d(?!\w)
  | \d+(?!\w)
  | \d{1,2}(?=[ap]\.?m\b)
  | FY(?=\d\d(?:\d\d)?(?!\w))
"""
)
# What a number token can begin with, so that words are not held against every form of a number.
_NUMBER_HEAD = r"(?=[\d'’F])"
_WORDS = r"""
    [aApP]\.\ ?[mM](?!\w)\.?
  | (?:[^\W\d_]\.){2,}
  | [^\W\d_]+(?![^\W_])
  | ['’]s\b
  | \w+
  | \n[ \t\r]*\n\s*
  | [^\w\s]
"""
# Scripts without blanks: a number ends where its digits end, and what no table knows is a token a sign.
_PLAIN_NUMBERS = r"""
    \d{4}-\d\d-\d\d(?![\d-])
  | \d{4}[/／]\d{1,2}[/／]\d{1,2}(?![\d/])
  | \d{4}[-.．]\d{1,2}[-.．]\d{1,2}(?![\d.-])
  | (?<![\d/.-])\d{1,2}(?P<sign>[/.-])\d{1,2}(?P=sign)\d{2}(?:\d\d)?(?![\d/.-])
  | (?<![\d/])\d{1,2}[/／]\d{1,2}(?![\d/])
  | \d{1,2}[:：]\d\d(?:[:：]\d\d)?(?![\d:])
  | \d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)
  | \d+[.．]\d+
  | \d+
"""
_SIGNS = r"""
    [A-Za-z]+
  | \n[ \t\r]*\n\s*
  | \S
"""


def _alternatives(words: Iterable[str], spelling: Spelling = AS_WRITTEN) -> str:
    """Words as one pattern, the longest first."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(spelling.pattern(word) for word in ordered)


def spaced(
    lexicon: Lexicon,
    prefixes: Iterable[str] = (),
    compounds: Sequence[tuple[str, str]] = (),
    suffixes: Iterable[str] = (),
    spelling: Spelling = AS_WRITTEN,
) -> re.Pattern[str]:
    """Scan scripts that part words by blanks.

    Abbreviations with a full stop and words that have a blank, hyphen or apostrophe inside are tokens of their own;
    ``prefixes`` are letters that are written together with the next word and are no part of it, ``compounds`` pairs
    of classes of which a word of the first and one of the second are written as one, ``suffixes`` signs that are
    written together with the number before.
    """
    joined = [word for word in lexicon.words if re.search(r"\w\.?[ '-]\w", word)]
    short = [word for word in lexicon.abbreviations if word[1:2] != "."]
    before, behind = "|".join(prefixes), "|".join(suffixes)
    numbers = rf"{_NUMBERS} | \d+(?=(?:{behind})(?!\w))" if behind else _NUMBERS
    pieces = [
        "" if before or compounds else _quick(joined),
        f"{_NUMBER_HEAD}(?:{numbers})",
        rf"(?<!\w)(?i:{_alternatives(joined, spelling)})(?!\w)" if joined else "",
        rf"(?i:{_alternatives(short)})(?!\w)" if short else "",
        _prefix(before, lexicon, spelling),
        *(_head(lexicon, heads, tails) for heads, tails in compounds),
        _WORDS,
    ]
    return re.compile(" | ".join(filter(None, pieces)), re.VERBOSE)


def _prefix(before: str, lexicon: Lexicon, spelling: Spelling) -> str:
    """Letters that are written together with the next word, where that is a word of the tables or a number."""
    if not before:
        return ""
    known = _alternatives((word for word in lexicon.words if word[0].isalpha() and len(word) > 2), spelling)
    return rf"(?<!\w)(?:{before})(?=\d|(?:{known})(?!\w))"


def _head(lexicon: Lexicon, heads: str, tails: str) -> str:
    """The first half of a compound of words of two classes."""
    first, second = (_alternatives(lexicon.words_of(name)) for name in (heads, tails))
    return rf"(?<!\w)(?i:{first})(?=(?i:{second})(?!\w))"


def _quick(joined: Iterable[str]) -> str:
    """Most words: neither abbreviated nor the head of a joined word.  Tried first, it halves the time of scanning."""
    signs = {sign for word in joined for sign in re.findall(r"\w(['-])\w", word)}
    ends = "".join(sorted({"'’" if sign == "'" else r"\-" for sign in signs}))
    heads = sorted({re.split(r"[ '-]", word)[0] for word in joined if " " in word})
    guard = rf"(?!(?i:{_alternatives(heads)})(?![^\W_]))" if heads else ""
    return rf"{guard}[^\W\d_]++(?![^\W_]|[.{ends}])"


def unspaced(
    lexicon: Lexicon, cues: Iterable[str] = (), letters: str = "", ends: str = "", weeks: str = ""
) -> re.Pattern[str]:
    """Scan scripts that do not: the longest word of the tables at each place.

    ``cues`` are words of tense, tokens too; ``letters`` a range of letters, after which no word of the tables of two or
    more begins unless the letter is one of ``ends``; ``weeks`` signs after which one numeral is a weekday by itself.
    """
    known = set(lexicon.words)
    every = sorted({*known, *cues})
    words = [word for word in every if word[0].isalpha() and not all(sign in HAN for sign in word)]
    guard = f"(?:(?<![{letters}])|(?<=[{ends}]))" if letters else ""
    long = _alternatives(word for word in words if len(word) > 1 and (not guard or word in known))
    ends_of_verbs = _alternatives(word for word in words if guard and len(word) > 1 and word not in known) or "(?!)"
    single = "".join(re.escape(word) for word in words if len(word) == 1)
    weekday = f"(?<=[{weeks}])[一二三四五六](?![十百千])" if weeks else "(?!)"
    parts = [_PLAIN_NUMBERS, f"{guard}(?:{long})", ends_of_verbs, weekday, f"[{HAN}]+"]
    return re.compile(" | ".join([*parts, f"[{single}]" if single else r"\Z", _SIGNS]), re.VERBOSE)
