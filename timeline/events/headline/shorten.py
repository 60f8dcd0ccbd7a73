"""Words of a clause shortened to the room of a headline: at the border of a clause, else with an ellipsis."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from timeline.events.headline.quotation import paired
from timeline.events.parse.word import Role, Word, top_of
from timeline.events.words import words

MOST = 120  # words that are looked at
_USUAL = 0.75  # of the room: the rest is only for what cannot be told in less
_LATE = 0.6  # of the room: from here on a comma is a good place to cut
_DASHES = frozenset({"--", "—", "–", "-"})
_PAUSES = frozenset({",", ";", ":", "(", "_"})
_HARD = frozenset({";", ":"})
_SUBORDINATE: tuple[Role, ...] = ("adverbial", "noun clause", "relative", "open clause")
_ASIDES: tuple[Role, ...] = ("relative", "apposition", "adverbial", "noun clause")
_NEEDED: tuple[Role, ...] = ("object", "predicate", "predicate adjective", "complement", "open clause")
_SENTENCE = re.compile(r"(?<=[^\s.][.?!])(?<!\b[A-Z]\.)[\"”]?\s")  # not behind "U.S."


def shortened(span: Sequence[Word], room: int) -> str:
    """Words in at most ``room`` characters: all of them, else without asides, to a border of a clause, or cut.

    All of it in less room is better than more words in all the room.
    """
    span = span[:MOST]
    for enough in (int(room * _USUAL), room):
        if (text := _fitted(span, enough)) is not None:
            return text
    bare = _without_asides(span)
    loses_verb = len(as_text([word for word in bare if word.index <= top_of(span).index])) > room
    return ellipted(as_text(_without_descriptions(bare) if loses_verb else bare), room)


def _without_descriptions(span: Sequence[Word]) -> list[Word]:
    """Words without the clauses that only describe a noun before the verb ("a summit that was set for May has ...")."""
    top = top_of(span)
    clauses = (w for w in span if w.role == "relative" and w.last.index < top.index)
    gone = {index for clause in clauses for index in _reach(clause)}
    return [word for word in span if word.index not in gone]


def _fitted(span: Sequence[Word], room: int) -> str | None:
    """Words that end where their clause does; None where none fit."""
    if len(whole := as_text(span)) <= room:
        return whole
    span = _without_asides(span)
    if len(whole := as_text(span)) <= room:
        return whole
    fitting = [text for end in _borders(span) if len(text := _up_to(span[:end])) <= room and not _dangles(text)]
    return max(fitting, key=len) if fitting else None


def _dangles(text: str) -> bool:
    """Tell whether words end in the middle of a phrase."""
    return text.rpartition(" ")[2].lower().strip('"') in words("headline", "dangling")


def _without_asides(span: Sequence[Word]) -> list[Word]:
    """Words without what stands between commas before the verb, and without a subordinate clause that opens them."""
    top = top_of(span)
    gone: set[int] = set()
    for word in span:
        if word.role in _ASIDES and word.last.index < top.index and word.first.index >= span[0].index:
            gone |= _aside(word, span[0])
    gone |= between_dashes(span)
    return [word for word in span if word.index not in gone]


def between_dashes(span: Sequence[Word]) -> set[int]:
    """The indices of what stands between two dashes with words behind, and these ("the men - both old - left")."""
    dashes = [word.index for word in span if _is_dash(word)]
    return set(range(dashes[0], dashes[1] + 1)) if len(dashes) == 2 and dashes[1] < span[-1].index else set()


def _aside(word: Word, first: Word) -> set[int]:
    """The indices of an aside with its commas; none of what belongs to the clause."""
    before, after = word.first.before, word.last.after
    if after is None or after.text != ",":
        return set()
    if word.first is first and word.role == "adverbial":
        return {*_reach(word), after.index}
    return {before.index, *_reach(word), after.index} if before is not None and before.text == "," else set()


def _reach(word: Word) -> range:
    return range(word.first.index, word.last.index + 1)


def as_text(span: Sequence[Word]) -> str:
    """The text of some words with single spaces and marks in pairs, without signs at its end."""
    gaps = [" " if after.index > w.index + 1 else "" for w, after in pairwise(span)]
    text = "".join(w.text + (w.space or gap) for w, gap in zip(span, [*gaps, ""], strict=True))
    return paired(_trimmed(" ".join(text.split()).strip(" ,;:"))).strip()


def _trimmed(text: str) -> str:
    return text.rstrip(" ,;:-–—([.")


def _up_to(span: Sequence[Word]) -> str:
    """The text of words before a border, without the conjunctions at its end."""
    text = as_text(span)
    while text.rpartition(" ")[2].lower() in words("headline", "joining"):
        text = _trimmed(text.rpartition(" ")[0])
    return text


def ellipted(text: str, room: int) -> str:
    """A text cut between words, its first sentence if that fits, with an ellipsis inside a quotation's marks."""
    first = _SENTENCE.split(text, maxsplit=1)[0]
    if len(first) <= room:
        return paired(first.rstrip(". "))
    kept = text[: max(room - 2, 1)].rsplit(" ", 1)[0].split(" ")
    while len(kept) > 3 and kept[-1].lower().strip('"“”,;:') in words("headline", "dangling"):
        kept.pop()
    told = " ".join(kept)
    comma = told.rfind(", ")
    if comma > room * _LATE:
        told = told[:comma]  # sooner a whole phrase less than half a phrase more
    told = told.rstrip(' ,;:-–—("“')
    closed = paired(told)
    return f'{told}…"' if closed == f'{told}"' else f"{closed}…"


def _borders(span: Sequence[Word]) -> Iterator[int]:
    """How many words may stay: up to a pause of the clause, or to a clause that is joined to it."""
    top = top_of(span)
    least = max((c.index for c in top.rights if c.role in _NEEDED), default=top.index)
    dashes = 0
    below = [w for w in span if w.is_verbal and w is not top and w.role in _SUBORDINATE and w.first is not span[0]]
    for count, word in enumerate(span):
        if any(clause.first.index < word.index <= clause.index for clause in below):
            dashes += _is_dash(word)
            continue  # the clause would lose its verb ("as the judge, Jan Odal, | told him")
        if (
            word.index > (top.index if word.text in _HARD else least)
            and not dashes
            and (_is_pause(word) or _joins_clause(word))
        ):
            yield count
        dashes += _is_dash(word)


def _is_dash(word: Word) -> bool:
    """Tell whether a dash parts words; a hyphen joins them."""
    return word.text in _DASHES and word.before is not None and bool(word.before.space)


def _is_pause(word: Word) -> bool:
    """Tell whether a sign stands between clauses, or before what only describes a noun."""
    if not (word.text in _PAUSES or _is_dash(word)):
        return False
    between = word.head.is_verbal and word.head.role not in _SUBORDINATE
    return between or (word.head.pos in ("noun", "name") and _stands_before_aside(word))


def _stands_before_aside(word: Word) -> bool:
    """Tell whether a relative clause or an apposition begins behind a word."""
    behind = word.after
    above = (behind, *behind.ancestors) if behind is not None else ()
    return any(w.role in ("relative", "apposition") and w.first is behind for w in above)


def _joins_clause(word: Word) -> bool:
    return (
        word.role == "coordinator" and word.head.is_verbal and any(c.is_verbal for c in word.head.by_role("conjunct"))
    )
