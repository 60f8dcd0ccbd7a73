"""Which word of a sentence a temporal expression belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from timeline.events.parse.mentions import mentions
from timeline.events.parse.noun_phrase import measure_of
from timeline.events.parse.subjects import SUBJECTS
from timeline.events.parse.word import Role, Tree, Word, is_main, top_of
from timeline.events.words import words

if TYPE_CHECKING:
    from timeline.models import Timex

_ATTRIBUTIVE: tuple[Role, ...] = ("adjective", "compound", "count", "noun modifier", "owner")
_BESIDE_EVENT: tuple[Role, ...] = (
    "adverbial noun",
    "noun modifier",
    "apposition",
    "object",
    "prepositional object",
)


@dataclass(frozen=True, slots=True)
class Attached:
    """An expression (words ``first`` to ``end``), the word it dates and the preposition or conjunction over it."""

    timex: Timex
    host: Word
    marker: str
    first: int
    end: int


def dated_nouns(tree: Tree, offset: int, timexes: Sequence[Timex]) -> frozenset[int]:
    """The indices of the event nouns that an expression dates: "the vote last week", not "this century's vote"."""
    nouns = frozenset(w.index for w in mentions(tree) if w.pos == "noun")
    attached = attach(tree, offset, timexes, nouns) if nouns and timexes else ()
    return frozenset(one.host.index for one in attached if one.host.index in nouns and not _is_age(one))


def _is_age(one: Attached) -> bool:
    told = one.host.tree[one.first : one.end]
    return any(w.lemma in words("attach", "ages") or w.role == "determiner" or w.text.endswith("0s") for w in told)


class _Host(NamedTuple):
    """The word that an expression dates, and the preposition or conjunction between them, "" where none is."""

    word: Word
    marker: str


def attach(tree: Tree, offset: int, timexes: Sequence[Timex], events: frozenset[int]) -> list[Attached]:
    """Climb from each expression to the verb or event noun it dates.

    ``events``: token indices of event nouns, which take an expression of their own noun phrase.
    """
    found = []
    for timex in timexes:
        span = tree.covering(timex.start - offset, timex.end - offset)
        if span:
            host = _host(span, events)
            marker = host.marker or ("" if _is_of(span, host.word) else _marker_before(span[0]))
            found.append(Attached(timex, host.word, marker, span[0].index, span[-1].index + 1))
    return [_of_the_news(one, found) for one in found]


def _of_the_news(one: Attached, found: Sequence[Attached]) -> Attached:
    """A day of the week that closes a sentence, behind words that only describe whom the news is about, is of the news.

    "Chad hanged two men convicted of theft on Monday"; "freed two men who were arrested in May on Monday".
    """
    if one.marker not in ("", "on") or not _is_weekday(one) or not _closes_sentence(one):
        return one
    told = [other for other in found if other is not one and other.host is one.host and other.first < one.first]
    verb = _verb_over_description(one.host, is_dated=bool(told))
    if verb is None or any(other.host is verb for other in found):
        return one
    return replace(one, host=verb)


def _is_weekday(one: Attached) -> bool:
    return any(w.lower in words("attach", "weekdays") for w in one.host.tree[one.first : one.end])


def _closes_sentence(one: Attached) -> bool:
    return all(w.is_punctuation for w in one.host.tree[one.end :])


def _verb_over_description(clause: Word, *, is_dated: bool) -> Word | None:
    """The main verb of the past whose object a participle, a gerund or a dated relative clause describes."""
    while clause.role in ("prepositional object", "preposition", "object") and clause.head is not clause:
        clause = clause.head  # "men convicted of theft on Monday"
    if clause.form == "present participle" and clause.role == "prepositional clause":
        above = clause.head.head
    elif clause.role == "noun clause" or (clause.role == "relative" and is_dated):
        above = clause.head
    else:
        return None
    while above.role in ("object", "conjunct", "prepositional object", "preposition") and not above.is_verbal:
        above = above.head
    was = above.by_role("passive auxiliary")  # "was killed in an attack claimed by rebels on Thursday"
    is_past = above.form == "past" or (above.form == "past participle" and any(w.form == "past" for w in was))
    tells = above.is_verbal and is_past and is_main(above)
    return above if tells and above.index < clause.index else None


def _host(span: list[Word], events: frozenset[int]) -> _Host:
    top = top_of(span)
    above = top.head if top.head not in span else top
    host = (
        (None if _is_attribute(span, top) else _saying_before(span))
        or _verb_behind_its_subject(span, above)
        or _host_by_tree(span, top, above, events)
    )
    host = _event_before(span, top, host, events) or _felt_before(span, host, events) or host
    host = _asked_for(span, host, events) or _relative_before(span, host) or host
    return _adjunct_before(span, host, events) or host


def _host_by_tree(span: list[Word], top: Word, above: Word, events: frozenset[int]) -> _Host:
    if above is top or (top.role in SUBJECTS and top.lemma in words("attach", "in_office")):
        return _Host(top, "")  # the sentence is no more than the expression; "Odal's presidency was weakened"
    if top.role == "compound" and above.lemma in words("attach", "spells"):
        return _climb(above, events)  # "on Tuesday, hours after the vote"
    if top.role in _ATTRIBUTIVE and above.pos in ("noun", "name", "adjective") and not _closes(span[-1], above):
        return _Host(above, "")  # "the 1971 convention", "last week's vote": the noun's date, not the verb's
    return _climb(above, events)


def _relative_before(span: list[Word], host: _Host) -> _Host | None:
    """The verb of a relative clause that an expression closes before the main verb ("those who came in May urged")."""
    verb, opens = host.word, span[0].before
    last = opens.before if opens is not None and opens.pos == "preposition" else None
    if not verb.is_verbal or last is None or last.is_punctuation or span[-1].after is not verb:
        return None
    told = (c for noun in verb.by_role(*SUBJECTS) for c in noun.by_role("relative"))
    return next((_Host(c, host.marker) for c in told if c.last is last), None)


def _is_attribute(span: list[Word], top: Word) -> bool:
    """Tell whether an expression describes the noun behind it ("says June's vote was rigged")."""
    return top.role in _ATTRIBUTIVE and top.head.index > span[-1].index


def _is_of(span: list[Word], noun: Word) -> bool:
    """Tell whether an expression describes this noun behind it: what stands before both is before the noun."""
    top = top_of(span)
    return top.head is noun and _is_attribute(span, top)


def _closes(last: Word, noun: Word) -> bool:
    """Tell whether a phrase ends with the expression, so that the noun it is read with opens another clause."""
    after = last.after
    if after is None or noun.index < after.index:
        return False
    return after.pos in ("conjunction", "punctuation") and after.text != "-"


def _climb(word: Word, events: frozenset[int]) -> _Host:
    """The nearest verb or event noun from a word upwards."""
    marker, start = "", word
    while not word.is_verbal and word.index not in events and word.head is not word:
        of_doer = word.role == "agent" and word is not start  # "was rejected by the house last May"
        is_marker = word.pos in ("preposition", "subordinator") and not of_doer
        if is_marker and (not marker or word.lower in words("attach", "bounds")):
            marker = word.lower  # "before the fair in July" is before July's end
        planned = word.before if word.lower == "for" else None
        if planned is not None and planned.pos == "noun" and planned.lemma in words("attach", "of_a_year"):
            return _Host(planned, marker)  # "the budget for 2025"
        if word.role == "apposition" and word.pos == "noun":
            break  # "Haas, leader since March, resigned": who somebody is, not what he does
        word = word.head
    if word.pos == "auxiliary" and word.role in ("auxiliary", "passive auxiliary"):
        word = word.head
    if word.role == "open clause" and word.head.lemma == "let":
        word = word.head  # "had been let go on Monday"
    return _Host(word, marker)


def _verb_behind_its_subject(span: list[Word], name: Word) -> _Host | None:
    """The verb whose subject the parser took for the head of a date ("On Friday Haas resigned")."""
    preposition, verb = name.head, name.head.head
    if name.pos != "name" or name.role != "prepositional object" or name.index <= span[-1].index:
        return None
    if preposition.lower != "on" or preposition is not span[0].before:
        return None
    if verb.pos != "verb" or verb.index < name.index or verb.by_role("subject", "passive subject"):
        return None
    return None if verb.tree[verb.index - 1].pos == "auxiliary" else _Host(verb, "on")


def _saying_before(span: list[Word]) -> _Host | None:
    """The verb of saying right before an expression with what is said behind it ("said on Monday it had left")."""
    first = span[0].before
    marker = first.lower if first is not None and first.pos == "preposition" else ""
    before = first.before if first is not None and marker else first
    if before is None or before.pos != "verb" or before.lemma not in words("attach", "saying"):
        return None
    said = before.by_role("complement", "open clause", "adverbial")
    return _Host(before, marker) if any(clause.index > span[-1].index for clause in said) else None


def _event_before(span: list[Word], top: Word, host: _Host, events: frozenset[int]) -> _Host | None:
    """The event noun right before an expression ("the vote last week")."""
    noun = span[0].before
    if noun is None or noun.index not in events or top.role not in _BESIDE_EVENT:
        return None
    return _Host(noun, host.marker)


def _asked_for(span: list[Word], host: _Host, events: frozenset[int]) -> _Host | None:
    """What somebody is invited to or asks for, before its day ("declined an invitation to the summit in June")."""
    if host.word.lemma not in words("attach", "asking"):
        return None
    inside = (w for w in reversed(host.word.tree[host.word.index + 1 : span[0].index]) if w.index in events)
    told = next((w for w in inside if host.word.is_above(w)), None)
    return _Host(told, host.marker) if told is not None else None


def _felt_before(span: list[Word], host: _Host, events: frozenset[int]) -> _Host | None:
    """The event that somebody condemns or mourns, before its day or year ("mourned the murder of a judge on 2 May")."""
    marker = span[0].before
    if host.word.lemma not in words("attach", "feeling") or marker is None or marker.before is None:
        return None
    if marker.lower != "in" and (marker.lower != "on" or not any(w.is_number for w in span)):
        return None
    inside = (marker.before, *marker.before.ancestors)
    told = next((w for w in inside if w is host.word or w.index in events), host.word)
    return _Host(told, marker.lower) if told is not host.word and told is not marker.before else None


def _adjunct_before(span: list[Word], host: _Host, events: frozenset[int]) -> _Host | None:
    """The event noun of an adjunct before an expression ("his capture on March 26", "the war in Gaza last May")."""
    before = span[0].before
    marker = before.lower if before is not None and before.role == "preposition" else ""
    word = before.before if before is not None and marker else before
    while word is not None and word.pos != "punctuation" and not word.is_verbal and word.head is not word:
        if word.index in events and aside(word) and not _is_text(word, marker):
            return _Host(word, marker) if word is not host.word else None
        word = word.head
    return None


def _is_text(noun: Word, marker: str) -> bool:
    """Tell whether a noun is a treaty or the like, which has no time but its own: "left the treaty in 2019"."""
    return noun.lemma in words("attach", "texts") and marker not in ("", "of")


def _marker_before(first: Word) -> str:
    before = first.before
    return before.lower if before is not None and before.pos in ("preposition", "subordinator", "adverb") else ""


def aside(noun: Word) -> bool:
    """Tell whether a noun stands in an adjunct with a time of its own; "many of the plans" are the plans."""
    of = noun.head
    counted = of.lower == "of" and of.head.lemma.lower() in words("attach", "parts") | words("parties", "anybody")
    counted = counted or measure_of(noun) is not noun
    return noun.role == "prepositional object" and of.lower in words("attach", "aside") and not counted
