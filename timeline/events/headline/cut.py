"""Words of a sentence cut out for a headline: at phrase borders, never in the middle of a clause."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from itertools import islice

from timeline.events.headline.quotation import paired
from timeline.events.headline.shorten import between_dashes, ellipted
from timeline.events.parse.clause import clause_of
from timeline.events.parse.subjects import RELATIVE
from timeline.events.parse.word import Form, Role, Tree, Word
from timeline.events.words import words

LIMIT = 120
_DOUBLED = re.compile(r"\b(the|a|of|to) \1\b")
_WORDS = 15
_SENSE = 3  # words behind its own that a phrase keeps at least
_LOOSE: tuple[Role, ...] = ("conjunct", "preposition", "adverbial", "relative", "noun clause", "apposition")
_ABOVE = 6  # clauses above a word that may be relative ones
_AMOUNT: tuple[Form, ...] = ("currency", "cardinal")
_PAUSES = frozenset({";", ":", "(", "[", "--", "—", "–", "_"})
_CLAUSES = frozenset(
    {
        "complement",
        "open clause",
        "adverbial",
        "relative",
        "noun clause",
        "prepositional clause",
        "clause subject",
    }
)


def clip(token: Word, starts: Collection[int] = (), skip: Collection[int] = (), event: Word | None = None) -> str:
    """The words of a token's subtree up to the first comma, relative clause, date or party named already.

    ``starts``: character offsets in the sentence of the parties that the headline names before.  ``skip``: words of the
    event's own date, which stands beside the headline.  ``event``: the word that the headline tells already.
    """
    tree = token.tree
    first, end = token.first.index, min(token.last.index + 1, token.first.index + _WORDS)
    skip = {*skip, *between_dashes(tree[first:end])}
    for t in tree[first:end]:
        if t.index > token.index and t.index not in skip and _stops(t, starts, event):
            end = t.index
            break
    end = _whole(token, first, _at_phrase(token, end))
    if first and end < len(tree) and tree[first - 1].is_quote and tree[end].is_quote:
        first, end = first - 1, end + 1
    return ended(told(t for t in tree[first:end] if t.index not in skip))


def dated_words(tree: Tree, start: int, end: int) -> frozenset[int]:
    """The words of a date between two characters of a sentence, with the preposition before them.

    None where the date describes a noun ("the 1951 treaty", "Friday's summit").
    """
    inside = [t for t in tree if start <= t.start < end]
    if not inside:
        return frozenset()
    attributes = ("compound", "noun modifier", "adjective", "count", "owner")
    if any(t.role in attributes and t.head.index > inside[-1].index for t in inside):
        return frozenset()
    first = inside[0].index
    while first and tree[first - 1].lower in words("headline", "before_dates"):
        first -= 1
    return frozenset(range(first, inside[-1].index + 1))


def ended(text: str) -> str:
    """Words without what cannot end a headline; nothing where no other word is left."""
    left = text.split(" ")
    while left and left[-1].lower() in words("headline", "dangling"):
        left.pop()
    return " ".join(left)


def _stops(word: Word, starts: Collection[int], event: Word | None) -> bool:
    if _is_break(word) or (_opens_relative(word) and not _tells_which(word, event)):
        return True
    if word.role != "preposition":
        return False
    chases = word.lower == "after" and word.head.lemma in words("headline", "chasing")
    return (word.lower in words("headline", "temporal") and not chases) or _names_again(word, starts)


def _is_break(word: Word) -> bool:
    return is_pause(word) or (word.text == "," and not _is_before_noun(word) and not _is_in_list(word))


def _is_in_list(comma: Word) -> bool:
    """Tell whether a comma parts names behind a preposition ("the ministers of Chad, Mali and Niger")."""
    listed = [word for word in comma.head.children if word.role == "conjunct" and word.index > comma.index]
    return comma.head.role in ("prepositional object", "conjunct") and any(
        word.pos == "name" == comma.head.pos and not word.by_role("relative") for word in listed
    )


def is_pause(word: Word) -> bool:
    """Tell whether a sign parts more than a comma does."""
    return word.text in _PAUSES or (word.text == "-" and word.before is not None and bool(word.before.space))


def _is_before_noun(word: Word) -> bool:
    """Tell whether a comma stands between the adjectives of a noun that follows ("a long, bitter struggle")."""
    return word.head.index > word.index and word.head.pos in ("noun", "name")


def _opens_relative(word: Word) -> bool:
    if word.role == "relative" or word.lower in words("headline", "relative"):
        return True
    above = islice(word.ancestors, _ABOVE)
    return any(clause.role == "relative" and clause.leftmost == word.index for clause in above)


def _tells_which(word: Word, event: Word | None) -> bool:
    """Tell whether a relative clause says what a noun is that says too little alone ("a bill that lifts the ban")."""
    clause = next((c for c in (word, *islice(word.ancestors, _ABOVE)) if c.role == "relative"), None)
    if clause is None or clause.tree[clause.leftmost - 1].is_punctuation:
        return False
    if event is not None and event in clause.subtree:
        return False
    noun = clause.head
    if clause_of(clause).is_infinitive:
        return clause.last.index - noun.index <= _WORDS  # "legislation to lift the ban"
    if clause.first.lower not in RELATIVE:
        return False
    bare = noun.form == "plural" and not noun.by_role("determiner", "owner", "count", "apposition")
    vague = (
        bare
        or noun.lower in words("headline", "anybody")
        or (noun.pos == "noun" and any(c.lower in words("headline", "indefinite") for c in noun.by_role("determiner")))
    )
    return vague and clause.last.index - noun.index <= _WORDS


def _names_again(preposition: Word, starts: Collection[int]) -> bool:
    """Tell whether a phrase only names with whom it is done, which the headline has told ("talks with Chad")."""
    if preposition.lower not in words("headline", "partners"):
        return False
    return any(p.start in starts or p.first.start in starts for p in preposition.by_role("prepositional object"))


def _at_phrase(token: Word, end: int) -> int:
    """Move an end that only the number of words has set back before the phrase that it would break."""
    if end - token.first.index < _WORDS:
        return end
    broken = (t for t in token.subtree if token.index + _SENSE < t.first.index < end <= t.last.index)
    return next((t.first.index for t in broken if t.role in _LOOSE and not _is_of_time(t.head)), end)


def _is_of_time(word: Word) -> bool:
    return word.lemma in words("headline", "circumstances")


def _whole(token: Word, first: int, end: int) -> int:
    """Move an end back before a clause that would lose its verb, and before words that cannot end a headline."""
    tree = token.tree
    least = max(first, token.index)
    for _ in range(3):
        for t in token.subtree:
            if t.index >= end and t.role in _CLAUSES and least < t.first.index < end:
                end = t.first.index
    if end < len(tree) and tree[end - 1].form in _AMOUNT and tree[end] in token.subtree:
        while end - 1 > token.index and _is_amount(tree[end - 1]):
            end -= 1  # "to $10 billion" goes whole
    if token.index < end - 1 and end < len(tree) and _is_spell_before(tree[end - 1], tree[end]):
        end -= 1  # "flew home hours | before the vote"
    while end - 1 > token.index and _dangles(tree[end - 1]):
        end -= 1
    return end


def _dangles(word: Word) -> bool:
    """Tell whether a word cannot end a headline; "her" can where it is no owner."""
    return word.form == "possessive" or word.lower in words("headline", "dangling")


def _is_spell_before(word: Word, after: Word) -> bool:
    """Tell whether a word only says how long before or after what follows something was."""
    return word.lemma in words("headline", "spells") and after.lower in words("headline", "around")


def _is_amount(word: Word) -> bool:
    return word.form in _AMOUNT or word.role == "quantifier"


def told(span: Iterable[Word]) -> str:
    """The text of some words with single spaces, its quotation marks in pairs, without a bracket left alone."""
    text = paired(" ".join("".join(t.text + t.space for t in span).split()).strip(" '`"))
    return re.sub(r"^([^\[]*)\]", r"\1", text) if "]" in text else text


def joined(span: Iterable[Word]) -> str:
    """The text of some words without quotation marks around the whole."""
    text = told(span)
    around = text.startswith('"') and text.endswith('"') and text.count('"') == 2
    return text.strip('"') if around else text


def cut(text: str) -> str:
    """A headline of at most 120 characters that begins with a capital, not with "the" or a pronoun that owns."""
    text = paired(_DOUBLED.sub(r"\1", " ".join(text.split()).replace(" ,", ",")))
    first, _, rest = text.partition(" ")
    text = rest if rest and first.lower() in words("headline", "openers") else text
    text = text[:1].upper() + text[1:]
    if len(text) <= LIMIT:
        return text
    return ellipted(text, LIMIT)
