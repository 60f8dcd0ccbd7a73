"""One parsed sentence in its article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from timeline.events.parse.attach import dated_nouns
from timeline.events.parse.word import Tree, Word
from timeline.events.parties.known_names import known_names
from timeline.events.people.people import People, Person
from timeline.models import Party, Timex
from timeline.names.scan import Hit


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """One parsed sentence in its article: offsets, known names and the people of the article.

    ``offset``: where the sentence begins in the article's ``text``; ``names``: the known name that each word is part
    of, by the word's index, ``features`` the words of waters and the like; ``last_person``, ``last_state``,
    ``last_group`` and ``last_body``: whom the sentence before was about; ``last_issuer``: whose statement was told of
    last; ``bodies``: those told of before by their names, by each word that may mean them alone; ``listed``: those of
    whom the list tells that the sentence stands in; ``dates``: the offsets in the article of the sentence's own days
    and times, ``dated_nouns`` the indices of the event nouns that these date.
    """

    tree: Tree
    offset: int
    text: str
    people: People
    names: Mapping[int, Hit]
    features: frozenset[int]
    headline: bool
    last_person: Person | None
    last_state: Hit | None
    dates: tuple[tuple[int, int], ...]
    last_group: tuple[Party, ...] = ()
    last_body: tuple[Party, ...] = ()
    last_issuer: tuple[Party, ...] = ()
    bodies: Mapping[str, Sequence[Party]] = field(default_factory=dict)
    dated_nouns: frozenset[int] = frozenset()
    listed: tuple[Party, ...] = ()

    @property
    def string(self) -> str:
        """What the parser read."""
        return self.tree.text

    def position(self, word: Word) -> int:
        """Where a word begins in the article."""
        return self.offset + word.start

    def person_at(self, word: Word) -> Person | None:
        """The person of whose name a word is part."""
        return self.people.at(self.position(word))

    def name_at(self, word: Word) -> Hit | None:
        """The known name of which a word is part."""
        return self.names.get(word.index)

    def is_quoted(self, word: Word) -> bool:
        """Tell whether a word stands in a quotation that is open in its paragraph."""
        return self.is_quoted_at(self.position(word))

    def is_quoted_at(self, position: int) -> bool:
        """Tell whether a quotation is open at a character of the article."""
        return _is_open(self.text[self.text.rfind("\n\n", 0, position) + 1 : position])

    def span(self, start: int, end: int) -> str:
        """The article's text between two characters of the sentence."""
        return self.text[self.offset + start : self.offset + end]


def _is_open(text: str) -> bool:
    """Tell whether the last quotation mark of a text opens a quotation."""
    last = max(text.rfind(mark) for mark in '"“”')
    if last < 0 or text[last] != '"':
        return last >= 0 and text[last] == "“"
    is_before, is_behind = not text[last + 1 : last + 2].isspace(), not text[:last][-1:].isspace() and last > 0
    return text.count('"') % 2 == 1 if is_before == is_behind else is_before


def sentence_of(  # noqa: PLR0913 - what is known of a sentence
    tree: Tree,
    offset: int,
    text: str,
    people: People,
    *,
    headline: bool = False,
    last_person: Person | None = None,
    last_state: Hit | None = None,
    last_group: Sequence[Party] = (),
    last_body: Sequence[Party] = (),
    last_issuer: Sequence[Party] = (),
    bodies: Mapping[str, Sequence[Party]] = MappingProxyType({}),
    listed: Sequence[Party] = (),
    dates: Sequence[Timex] = (),
) -> Sentence:
    """Find the known names of a sentence; ``dates``: its own days and times."""
    found, features = known_names(tree, people.places, text, offset)
    names = {i: hit for i, hit in found.items() if people.at(offset + tree[i].start) is None}
    spans = tuple((timex.start, timex.end) for timex in dates)
    groups = (
        tuple(last_group),
        tuple(last_body),
        tuple(last_issuer),
        bodies,
        dated_nouns(tree, offset, dates),
        tuple(listed),
    )
    return Sentence(tree, offset, text, people, names, features, headline, last_person, last_state, spans, *groups)


def subject_state(sentence: Sentence) -> Hit | None:
    """The state or body that is the subject of a sentence: what "it" means in the next one."""
    for word in sentence.tree:
        hit = sentence.name_at(word) if word.role in ("subject", "passive subject") else None
        if hit is not None:
            return hit if hit.name.kind != "demonym" else None
    return None
