"""Headlines of what somebody says: the words of the quotation, or of the clause that reports it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.events.headline.cut import LIMIT
from timeline.events.headline.facts import Facts
from timeline.events.headline.quotation import quotations, unmarked
from timeline.events.headline.shorten import ellipted, shortened
from timeline.events.headline.subject import Subject
from timeline.events.headline.verb_form import verb_form
from timeline.events.lexicon import lexicon
from timeline.events.parse.clause import SUBJECTS
from timeline.events.parse.word import Word
from timeline.events.parties.party import is_party
from timeline.events.words import words

_LEAST = 20  # characters that a saying needs at least
_FAR = 600  # characters before a sentence in which a quotation may begin


@dataclass(frozen=True, slots=True)
class _Saying:
    """What is said: words of the sentence, or the ``text`` of one before; ``is_quoted``: word for word."""

    span: Sequence[Word]
    text: str
    is_quoted: bool

    def within(self, room: int) -> str:
        """Its words in so many characters."""
        return shortened(self.span, room) if self.span else ellipted(self.text, room)


def of_saying(facts: Facts, subject: Subject, base: str) -> str | None:
    """``Odal: "The door is open"``, ``Odal tells Haas the door is open``; None where what is said is not found."""
    if facts.type != "STATEMENT" or base not in lexicon().reporting["verbs"] or not subject.text:
        return None
    saying = _behind(facts) or _before(facts) or _earlier(facts)
    if saying is None:
        return None
    whom = _told(facts, base)
    if saying.is_quoted and facts.status == "occurred":
        told = f" {verb_form(base, subject.many, facts.status)} {whom}" if whom else ""
        return _quoted(f"{subject.text}{told}: ", saying)
    verb = verb_form("say" if base == "tell" and not whom else base, subject.many, facts.status, facts.token)
    return _reported(facts, " ".join(part for part in (subject.text, verb, whom) if part), saying)


def _quoted(start: str, saying: _Saying) -> str:
    text = unmarked(saying.within(max(LIMIT - len(start) - 2, _LEAST))).strip(" ,;:.")
    return f'{start}"{text[:1].upper()}{text[1:]}"'


def _reported(facts: Facts, start: str, saying: _Saying) -> str:
    text = saying.within(max(LIMIT - len(start) - 1, _LEAST))
    if saying.span and _is_capital_by_place(facts, saying.span[0]):
        text = text[:1].lower() + text[1:]
    return f"{start} {text}"


def _is_capital_by_place(facts: Facts, word: Word) -> bool:
    """Tell whether a word has a capital only because a sentence begins with it."""
    first = word.before is None or word.before.is_quote
    return first and word.pos != "name" and word.text != "I" and facts.sentence.name_at(word) is None


def _told(facts: Facts, base: str) -> str:
    """Whom it is told, where that is a party."""
    if base not in words("headline", "told_verbs"):
        return ""
    hearers = (noun for noun in facts.token.by_role("object", "dative") if is_party(facts.sentence, noun))
    whom = next((facts.text_of(noun) for noun in hearers), facts.whom)
    return whom if whom != facts.who and whom.lower() not in words("headline", "hearers") else ""


def _behind(facts: Facts) -> _Saying | None:
    """What is said behind the verb: its clause, or a quotation behind a colon, comma or "that"."""
    verb = facts.token
    clauses = [c for c in verb.by_role("complement") if c.index > verb.index]
    quotation = _quotation_behind(facts)
    if clauses and (not quotation or clauses[0].first.start < quotation[0].start - 1):
        span = _bare(clauses[0].tree[clauses[0].first.index : clauses[0].last.index + 1], clauses[0])
        return _Saying([w for w in span if w.index not in facts.skip], "", is_quoted=False) if span else None
    return _Saying(quotation, "", is_quoted=True) if quotation else None


def _bare(span: list[Word], clause: Word) -> list[Word]:
    """The words of a clause without the signs and the "that" before it."""
    while span and span[0].index < clause.index and (_is_sign(span[0]) or span[0].lower == "that"):
        span = span[1:]
    return span


def _is_sign(word: Word) -> bool:
    return word.is_punctuation and not word.is_quote


def _quotation_behind(facts: Facts) -> list[Word]:
    """The words of the first quotation behind the verb that is a clause of its own."""
    verb, text = facts.token, facts.sentence.string
    for start, end in quotations(text):
        before = text[verb.end : start - 1].rstrip() if start > verb.end else None
        if before is None or not (before in ("", "that") or before.endswith((":", ",", " that"))):
            continue
        span = [w for w in verb.tree if start <= w.start < end]
        between = verb.tree[verb.index + 1 : span[0].index] if span else []
        if any(_is_finite(w) for w in span) and not any(w.is_verbal for w in between):
            return span
    return []


def _is_finite(word: Word) -> bool:
    modals = words("timeml", "modals") | words("timeml", "modals_short") | words("timeml", "future")
    return word.form in ("past", "present", "present third") or word.lower in modals


def _before(facts: Facts) -> _Saying | None:
    """What is said before the verb and its subject (``"We agree," said Haas``)."""
    verb, text = facts.token, facts.sentence.string
    begin = _group(verb)
    span = list(verb.tree[:begin])
    if not span or not (span[-1].is_quote or span[-1].text in (",", "?", "!")):
        return None
    while span and (span[-1].is_quote or span[-1].text == ","):
        span.pop()
    if not any(_is_finite(w) for w in span):
        return None
    quoted = next(((a, b) for a, b in quotations(text) if a <= span[-1].start < b), None)
    inside = [w for w in span if quoted is not None and w.start >= quoted[0]]
    if inside and all(w.is_punctuation or w in inside for w in span):
        return _Saying(inside, "", is_quoted=True)
    return _Saying(span, "", is_quoted=any(w.lower in words("headline", "we") for w in span))


def _group(verb: Word) -> int:
    """Where the words begin that only tell who speaks."""
    subjects = [s.first.index for s in verb.by_role(*SUBJECTS) if s.index < verb.index]
    return min([verb.index, *subjects, *(a.index for a in verb.by_role("auxiliary"))])


def _earlier(facts: Facts) -> _Saying | None:
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
    return _Saying((), text, is_quoted=True) if " " in text else None
