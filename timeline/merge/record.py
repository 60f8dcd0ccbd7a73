"""An Event with its article: what is compared, worked out once for each mention."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from timeline.edtf import Interval
from timeline.merge.parties import Who, who
from timeline.merge.table import section
from timeline.models import Article, Dct, Event, Timex
from timeline.names.countries import country_names
from timeline.names.scan import scan
from timeline.stretches import around, beginning_in

if TYPE_CHECKING:
    from collections.abc import Callable

Zone = Literal["title", "lead", "body"]

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_TOKEN = re.compile(r"\w+")
_QUOTATION = re.compile(r'["“«„]([^"“”«»„]+)')


class Record(NamedTuple):
    """One mention of a typed event.

    ``words``: stems around the trigger that name neither it nor a party nor a date; ``stem``: of the trigger;
    ``sentence``: stems of all the words of its sentence, ``marks``: its names and numbers, ``quoted``: the runs of
    words that it quotes; ``own_date``: whether an expression of its own sentence dates it; ``countries``: of one
    without parties, the codes of those that its sentence names; ``begin``, ``end``, ``times``: when it began, ended,
    and both together.
    """

    article: Article
    timexes: Sequence[Timex]
    event: Event
    type: str
    zone: Zone
    stem: str
    words: frozenset[str]
    sentence: frozenset[str]
    marks: frozenset[str]
    quoted: frozenset[str]
    actors: tuple[Who, ...]
    recipients: tuple[Who, ...]
    own_date: bool
    countries: frozenset[str]
    begin: Interval
    end: Interval
    times: Interval

    @property
    def dct(self) -> Dct:
        """The article's day."""
        return self.article.dct

    @property
    def key(self) -> tuple[str, int, int, str, str]:
        """A total order that does not hang on how the input was ordered."""
        return (self.article.id, *place_of(self.event))

    @property
    def first(self) -> int:
        """Where the trigger stands by which its article tells the event first."""
        return self.event.start if self.event.retells is None else self.event.retells

    @property
    def is_news(self) -> bool:
        """Whether only its article dates it and tells it as done: "has adopted", or in a headline."""
        event = self.event
        told = event.tense == "PRESENT" and (event.aspect.startswith("PERFECTIVE") or self.zone == "title")
        return told and event.anchor.kind == "dct" and event.status == "occurred"

    def of(self, event: Event) -> Record:
        """The same mention with another time or other places."""
        time = event.time
        return self._replace(event=event, begin=time.begin.interval, end=time.end.interval, times=time.interval)


def place_of(event: Event) -> tuple[int, int, str, str]:
    """A total order of the typed events of an article."""
    return event.start, event.end, event.type or "", event.id


def shared_words(one: Record, other: Record) -> tuple[int, float]:
    """How many words the two have in common, and their share of the fewer ones, 0..1."""
    if one.words.isdisjoint(other.words):
        return 0, 0.0
    shared = len(one.words & other.words)
    return shared, shared / min(len(one.words), len(other.words))


def names_party_of(one: Record, other: Record) -> bool:
    """Tell whether words around the one name whom the other undergoes: "Karst fell" and "they seized Karst"."""
    named = (party.tokens for party in other.recipients if party.kind == "name")
    return any(not one.words.isdisjoint(_stems(" ".join(tokens))) for tokens in named)


def record(article: Article, timexes: Sequence[Timex], event: Event) -> Record:
    """Make an event ready to be compared; raises ValueError where it has no type."""
    if event.type is None:
        raise ValueError(f"{event.id} has no type")
    start = event.sentence.start
    actors = tuple(who(party, begins=party.start == start) for party in event.actors)
    recipients = tuple(who(party, begins=party.start == start) for party in event.recipients)
    stem = " ".join(_stems(event.trigger))
    called = {w.casefold() for p in (*event.actors, *event.recipients) for w in _WORD.findall(p.called)}
    named = called.union(*(party.tokens for party in (*actors, *recipients)))
    return Record(
        article,
        timexes,
        event,
        event.type,
        _zone(article, event.start),
        stem,
        _words(article, event, frozenset(named), timexes) - set(stem.split()),
        _sentence(article.text[event.sentence.start : event.sentence.end]),
        _marks(article.text[event.sentence.start : event.sentence.end]),
        _quoted(article.text[event.sentence.start : event.sentence.end]),
        actors,
        recipients,
        has_own_date(event),
        frozenset() if actors or recipients else _countries(article, event),
        event.time.begin.interval,
        event.time.end.interval,
        event.time.interval,
    )


def _countries(article: Article, event: Event) -> frozenset[str]:
    """The countries and bodies that a sentence names, but for where the event was."""
    places = {place.start for place in event.places}
    hits = scan(article.text, event.sentence.start, event.sentence.end)
    return frozenset(hit.name.code for hit in hits if hit.start not in places)


def has_own_date(event: Event) -> bool:
    """Tell whether an expression of its own sentence dates an event."""
    anchor, sentence = event.anchor, event.sentence
    if anchor.kind not in ("timex", "table") or anchor.start is None:
        return False
    return sentence.start <= anchor.start < sentence.end


def _zone(article: Article, start: int) -> Zone:
    block = around(article.blocks, start)
    if block is not None and block.kind == "title":
        return "title"
    first = next((one for one in article.blocks if one.kind == "body"), None)
    return "lead" if first is not None and block is first else "body"


def _words(article: Article, event: Event, named: frozenset[str], timexes: Sequence[Timex]) -> frozenset[str]:
    before, after = section("content")["window"]
    start = max(event.sentence.start, event.start - before)
    end = min(event.sentence.end, event.end + after)
    shortest = section("content")["shortest"]
    parties = ((party.start, party.end) for party in (*event.actors, *event.recipients))
    spans = [*parties, *((t.start, t.end) for t in beginning_in(timexes, start, end))]
    taken = {place for first, last in spans for place in range(first, last)}
    found = [m for m in _WORD.finditer(article.text, start, end) if len(m[0]) >= shortest]
    told = [m[0] for m in found if m.start() not in taken]
    empty = named | _empty()
    return frozenset(_stems(" ".join(word for word in told if word.casefold() not in empty)))


@cache
def _empty() -> frozenset[str]:
    return frozenset(section("content")["empty"].split())


@lru_cache(maxsize=256)
def _sentence(text: str) -> frozenset[str]:
    return frozenset(_stems(text))


@lru_cache(maxsize=256)
def _marks(text: str) -> frozenset[str]:
    """The numbers of a sentence, and its words with a capital letter but the first."""
    words = _TOKEN.findall(text)
    return frozenset(word.casefold() for n, word in enumerate(words) if word[0].isdigit() or (n and word[0].isupper()))


@lru_cache(maxsize=256)
def _quoted(text: str) -> frozenset[str]:
    """The runs of so many words between marks of quotation that two who quote by chance hardly share one."""
    length = int(section("content")["quoted"])
    spoken = (_TOKEN.findall(found[1].casefold()) for found in _QUOTATION.finditer(text))
    return frozenset(" ".join(words[at : at + length]) for words in spoken for at in range(len(words) - length + 1))


@cache
def country_stems() -> frozenset[str]:
    """Stems of the words that countries are called by."""
    return frozenset(_stems(" ".join(country_names())))


def _stems(text: str) -> list[str]:
    return [_stem(word.casefold()) for word in _WORD.findall(text)]


@lru_cache(maxsize=50_000)
def _stem(word: str) -> str:
    stem = _stemmer()(word)
    return _synonyms().get(stem, stem)


@cache
def _synonyms() -> dict[str, str]:
    """Stems of words for one thing, to that of the first of them."""
    rows = ([_stemmer()(word) for word in row.split()] for row in section("synonyms")["rows"])
    return {stem: row[0] for row in rows for stem in row[1:]}


@cache
def _stemmer() -> Callable[[str], str]:
    import snowballstemmer

    word: Callable[[str], str] = snowballstemmer.stemmer("english").stemWord
    return word
