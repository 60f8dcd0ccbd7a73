"""What tells a number that may be a year or date from a count of things and from a name."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from timeline.dates.context import Context
from timeline.dates.grammar import Match
from timeline.dates.tokens import Token

_NUMBERS = {"INT", "CARD", "SCALE"}
_OPENS = 2  # tokens up to which an expression opens its sentence: "In 1204", "On June 5"


def is_joined(tokens: Sequence[Token]) -> bool:
    """Tell whether no blank stands between the tokens."""
    return all(token.end == after.start for token, after in pairwise(tokens))


def is_numbered(match: Match, context: Context, *, capitals: bool = True) -> bool:
    """Tell whether a name or a word of numbered things stands right before: "Call 2019-03", "version 2.10.15"."""
    if not match.first:
        return False
    before = match.tokens[match.first - 1]
    word = before.word
    if word in "./-–:=#" or word.lower() in context.cues.numbered:
        return True
    return capitals and not before.values and word[:1].isupper() and not context.is_past(word.lower())


def counts(match: Match, context: Context) -> bool:
    """Tell whether a number that may be a year is one of things: "1453 men", "1200 were hurt", "killed 1950".

    Asked where the rule says ``doubtful``: "before" of plain years that stand alone, "behind" of other figures, which
    are years only before a stop, a verb or a small word that no count has behind it.  ``capitals``: before names too;
    ``opening``: only where they open their sentence.
    """
    doubt = match.rule.params.get("doubtful")
    if doubt == "before":
        words = [token.word.lower() for token in match.tokens[max(0, match.first - 2) : match.first]]
        return bool(words) and (words[-1] in context.cues.counting or " ".join(words) in context.cues.counting)
    if match.rule.params.get("opening") and match.first >= _OPENS:
        return True
    if doubt != "behind" or match.last == len(match.tokens) or _has_its_word(match):
        return False
    after = match.tokens[match.last].word
    if after.islower():
        return after not in context.cues.after_year and not _has_verb_behind(match, context)
    return after[:1].isalnum() and not (match.rule.params.get("capitals") and after[:1].isalpha())


def _has_its_word(match: Match) -> bool:
    """Tell whether the word for a year stands behind the figures ("1453 году", "1453年")."""
    return not match.tokens[match.last - 1].values.keys() & _NUMBERS


def _has_verb_behind(match: Match, context: Context) -> bool:
    """Tell a verb right behind a date inside its sentence, or a subject and its verb behind one that opens it.

    "The treaty of 6 June 1329 recognised the king", "In 1204 crusaders sacked the city"; but "On June 5 1200 fled".
    """
    words = [token.word.lower() for token in match.tokens[match.last : match.last + 2]]
    verbs = [word in context.cues.past or context.is_past(word) for word in words]
    if match.first > _OPENS:
        return verbs[0]
    own = match.tokens[match.first : match.last]
    return match.first == 1 and any(verbs) and not any("MONTH" in token.values for token in own)
