"""What somebody says, found around the verb that tells so: a clause, a quotation, or the sentence before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import dropwhile

from timeline.events.headline.cut import clip
from timeline.events.headline.facts import Facts
from timeline.events.headline.left_behind import described_by, is_finite, lacks_subject, said_behind
from timeline.events.headline.quotation import quotations
from timeline.events.headline.shorten import as_text, ellipted, shortened
from timeline.events.parse.subjects import SUBJECTS
from timeline.events.parse.word import Word
from timeline.events.words import words

_FAR = 600  # characters before a sentence in which a quotation may begin


@dataclass(frozen=True, slots=True)
class Saying:
    """What is said: words of the sentence, or the ``text`` of one before; ``is_quoted``: word for word."""

    span: Sequence[Word]
    text: str
    is_quoted: bool

    def within(self, room: int) -> str:
        """Its words in so many characters."""
        return shortened(self.span, room) if self.span else ellipted(self.text, room)


def saying_of(facts: Facts) -> Saying | None:
    """What is said with a verb; None where it is not found."""
    return _behind(facts) or _around(facts.token) or _before(facts) or _earlier(facts)


def _behind(facts: Facts) -> Saying | None:
    """What is said behind the verb: its clause, or a quotation behind a colon, comma or "that"."""
    verb = _teller(facts.token)
    clause = said_behind(verb)
    quotation = _quotation_behind(facts)
    if clause is not None and (not quotation or _first(clause).start < quotation[0].start - 1):
        described = described_by(verb, clause)
        if described is not None:
            return Saying((), _with_noun(facts, verb, clause, described), is_quoted=False)
        span = [w for w in _bare(verb, clause) if w.index not in facts.skip]
        return Saying(span, "", is_quoted=False) if span else None
    return Saying(quotation, "", is_quoted=True) if quotation else None


def _first(clause: Word) -> Word:
    """The first word of a clause that is no mere sign."""
    return next(w for w in clause.subtree if not w.is_punctuation or w is clause)


def _teller(verb: Word) -> Word:
    """The verb that tells what is said where another hands it on ("quoted Haas as saying that ...")."""
    behind = (c for p in verb.by_role("preposition") if p.lower == "as" for c in p.by_role("prepositional clause"))
    return next(behind, verb)


def _with_noun(facts: Facts, verb: Word, clause: Word, noun: Word) -> str:
    """What is said with the noun that it describes in its place: "the ban is lawful", "the rebels broke the ban"."""
    span = [w for w in verb.tree[verb.index + 1 : clause.last.index + 1] if w.index not in facts.skip]
    told, said = clip(noun, facts.starts, facts.skip, facts.token), as_text(span)
    has_subject = any(subject.index > verb.index for subject in clause.by_role(*SUBJECTS))
    return f"{said} {told}" if has_subject else f"{told} {said}"


def _bare(verb: Word, clause: Word) -> list[Word]:
    """The words of a clause without the signs and the "that" before it."""
    lost = lacks_subject(clause) and verb.lemma not in words("headline", "told_verbs")
    first = verb.index + 1 if lost else clause.first.index
    span = clause.tree[first : clause.last.index + 1]
    span = span[: len(span) - _stray(clause)]
    while span and span[0].index < clause.index and (_is_sign(span[0]) or _only_leads(span[0], clause)):
        span = span[1:]
    return span


def _stray(clause: Word) -> int:
    """How many words at a clause's end the parser took from the next one ("is wrong as Chad | did not agree")."""
    last, after = clause.last, clause.last.after
    if after is None or not after.is_verbal or last.role != "prepositional object" or last.head.lower != "as":
        return 0
    return last.index + 1 - last.head.index


def _only_leads(word: Word, clause: Word) -> bool:
    return word.lower == "that" and clause.by_role(*SUBJECTS) != [word]


def _around(verb: Word) -> Saying | None:
    """What is said around a verb between commas ("The ban, Haas said, was lawful")."""
    start, after = _group(verb) - 1, verb.after
    if verb.role != "parallel" or verb.head.index < verb.index or after is None or after.text != ",":
        return None
    if start < 0 or verb.tree[start].text != ",":
        return None
    before = list(dropwhile(lambda w: w.is_punctuation or w.role in ("coordinator", "adverb"), verb.tree[:start]))
    behind = verb.tree[after.index + 1 : verb.head.last.index + 1]
    if any(w.is_quote for w in (*before[-1:], *behind[:1])):
        return None
    return Saying([*before, *behind], "", is_quoted=False)


def _is_sign(word: Word) -> bool:
    return word.is_punctuation and not word.is_quote


def _quotation_behind(facts: Facts) -> list[Word]:
    """The words of the first quotation behind the verb that is a clause of its own."""
    verb = facts.token
    for start, end in quotations(facts.sentence.string):
        span = [w for w in verb.tree if start <= w.start < end]
        if start > verb.end and _is_clause(span) and _leads_to(facts, start, span[0]):
            return span
    return []


def _leads_to(facts: Facts, start: int, first: Word) -> bool:
    """Tell whether the words between the verb and a quotation's mark lead to it, and tell nothing else."""
    verb = facts.token
    between = facts.sentence.string[verb.end : start - 1].strip()
    leads = between in ("", "that") or between.endswith((":", ",", " that"))
    return leads and not any(w.is_verbal for w in verb.tree[verb.index + 1 : first.index])


def _is_clause(span: Sequence[Word]) -> bool:
    """Tell whether words hold a finite verb."""
    return any(is_finite(word) for word in span)


def _before(facts: Facts) -> Saying | None:
    """What is said before the verb and its subject (``"We agree," said Haas``)."""
    verb = facts.token
    span = list(verb.tree[: _group(verb)]) if verb.role != "relative" else []
    if not span or not (span[-1].is_quote or span[-1].text in (",", "?", "!")):
        return None
    while span and (span[-1].is_quote or span[-1].text == ","):
        span.pop()
    if not _is_clause(span):
        return None
    inside = _quoted_end(facts, span)
    if inside and all(w.is_punctuation for w in span[: -len(inside)]):
        return Saying(inside, "", is_quoted=True)
    return Saying(span, "", is_quoted=any(w.lower in words("headline", "we") for w in span))


def _quoted_end(facts: Facts, span: Sequence[Word]) -> list[Word]:
    """The words at the end of others that stand between quotation marks."""
    last = span[-1].start
    start = next((a for a, b in quotations(facts.sentence.string) if a <= last < b), None)
    return [w for w in span if start is not None and w.start >= start]


def _group(verb: Word) -> int:
    """Where the words begin that only tell who speaks."""
    subjects = [s.first.index for s in verb.by_role(*SUBJECTS) if s.index < verb.index]
    return min([verb.index, *subjects, *(a.index for a in verb.by_role("auxiliary"))])


def _earlier(facts: Facts) -> Saying | None:
    """The quotation that ends before the sentence, where this only tells who speaks ("he said")."""
    verb, sentence = facts.token, facts.sentence
    if any(not w.is_punctuation for w in verb.tree[: _group(verb)]):
        return None
    if any(c.role in ("object", "complement", "open clause") for c in verb.rights):
        return None
    before = sentence.text[max(sentence.offset - _FAR, 0) : sentence.offset].rstrip()
    found = quotations(before)
    if not found or found[-1][1] != len(before) - 1:
        return None
    text = " ".join(before[slice(*found[-1])].split())
    return Saying((), text, is_quoted=True) if " " in text else None
