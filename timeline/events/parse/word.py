"""A parsed sentence: its words in a dependency tree, in terms of our own that no parser's labels leak through."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, overload

if TYPE_CHECKING:
    from timeline.events.parse.clause import Clause

# Parts of speech.
Pos = Literal[
    "adjective",
    "adverb",
    "auxiliary",
    "conjunction",
    "determiner",
    "name",
    "noun",
    "number",
    "particle",
    "preposition",
    "pronoun",
    "punctuation",
    "subordinator",
    "verb",
    "unknown",
    "other",
]
# Inflections, as far as rules ask for them.
Form = Literal[
    "base",
    "past",
    "past participle",
    "present participle",
    "present",
    "present third",
    "modal",
    "singular",
    "plural",
    "name",
    "plural name",
    "adjective",
    "personal",
    "possessive",
    "relative possessive",
    "cardinal",
    "currency",
    "other",
]
# What a word is to its head.
Role = Literal[
    "root",
    "subject",
    "passive subject",
    "clause subject",
    "passive clause subject",
    "object",
    "dative",
    "agent",
    "predicate",
    "predicate adjective",
    "object predicate",
    "preposition",
    "prepositional object",
    "prepositional clause",
    "open clause",
    "complement",
    "adverbial",
    "noun clause",
    "relative",
    "parallel",
    "conjunct",
    "coordinator",
    "marker",
    "auxiliary",
    "passive auxiliary",
    "negation",
    "particle",
    "adverb",
    "adverbial noun",
    "apposition",
    "owner",
    "determiner",
    "predeterminer",
    "adjective",
    "compound",
    "noun modifier",
    "count",
    "quantifier",
    "case",
    "punctuation",
    "unknown",
    "other",
]


@dataclass(slots=True, eq=False)
class Word:
    """A word of a parsed sentence; ``start`` and ``end`` in characters of the sentence, ``space`` what follows it.

    Nothing changes it once it stands in its tree; it is not frozen as that would take thrice the time to make it.
    ``head`` is the word itself at the root; ``children`` stand in the order of the text.  ``leftmost`` and
    ``rightmost``: the indices of the first and last word of its subtree; ``below``: the roles of its children.
    """

    tree: Tree
    index: int
    text: str
    lower: str
    lemma: str
    pos: Pos
    form: Form
    role: Role
    start: int
    end: int
    space: str
    is_number: bool
    is_punctuation: bool
    is_quote: bool
    head: Word = field(init=False)
    children: tuple[Word, ...] = field(init=False)
    leftmost: int = field(init=False)
    rightmost: int = field(init=False)
    below: frozenset[Role] = field(init=False)

    @property
    def is_verbal(self) -> bool:
        """Whether it is a verb or an auxiliary."""
        return self.pos in ("verb", "auxiliary")

    @property
    def lefts(self) -> tuple[Word, ...]:
        """The children before it."""
        return tuple(c for c in self.children if c.index < self.index)

    @property
    def rights(self) -> tuple[Word, ...]:
        """The children behind it."""
        return tuple(c for c in self.children if c.index > self.index)

    @property
    def first(self) -> Word:
        """The first word of its subtree."""
        return self.tree[self.leftmost]

    @property
    def last(self) -> Word:
        """The last word of its subtree."""
        return self.tree[self.rightmost]

    @property
    def before(self) -> Word | None:
        """The word before it in the sentence."""
        return self.tree[self.index - 1] if self.index else None

    @property
    def after(self) -> Word | None:
        """The word behind it in the sentence."""
        return self.tree[self.index + 1] if self.index + 1 < len(self.tree) else None

    @property
    def subtree(self) -> list[Word]:
        """It and all below it, in the order of the text: a stretch without gaps, as in every projective tree."""
        return self.tree.words[self.leftmost : self.rightmost + 1]

    @property
    def ancestors(self) -> Iterator[Word]:
        """The words above it, the nearest first."""
        word = self
        while word.head is not word:
            word = word.head
            yield word

    @property
    def depth(self) -> int:
        """How many words stand above it."""
        return sum(1 for _ in self.ancestors)

    def is_above(self, other: Word) -> bool:
        """Tell whether another word stands below it in the tree."""
        return any(a is self for a in other.ancestors)

    def by_role(self, *roles: Role) -> list[Word]:
        """Children with one of these roles."""
        return [] if self.below.isdisjoint(roles) else [c for c in self.children if c.role in roles]


@dataclass(frozen=True, slots=True, eq=False)
class Tree:
    """A parsed sentence; ``clauses``, ``adjuncts`` and ``keys`` keep what has been read of its words by their index."""

    text: str
    words: list[Word] = field(default_factory=list)
    clauses: dict[int, Clause] = field(default_factory=dict)
    adjuncts: dict[int, tuple[tuple[str, Word], ...]] = field(default_factory=dict)
    keys: dict[int, frozenset[str]] = field(default_factory=dict)

    def __len__(self) -> int:
        """How many words it has."""
        return len(self.words)

    def __iter__(self) -> Iterator[Word]:
        """Its words in the order of the text."""
        return iter(self.words)

    @overload
    def __getitem__(self, at: int) -> Word: ...
    @overload
    def __getitem__(self, at: slice) -> list[Word]: ...
    def __getitem__(self, at: int | slice) -> Word | list[Word]:
        """A word by its index, or several."""
        return self.words[at]

    @property
    def root(self) -> Word:
        """The word that all others hang on."""
        return next(w for w in self.words if w.head is w)

    def covering(self, start: int, end: int) -> list[Word]:
        """The words that a stretch of characters touches."""
        return [w for w in self.words if w.start < end and start < w.end]

    def fell(self) -> None:
        """Take it apart when nobody will read it again: its words know each other in circles, and would linger."""
        for word in self.words:
            word.children = ()
            del word.head
        for kept in (self.words, self.clauses, self.adjuncts, self.keys):
            kept.clear()


def grow(tree: Tree, words: Sequence[Word], heads: Sequence[int]) -> Tree:
    """Put words into their tree; ``heads``: the index of each word's head, its own at the root."""
    tree.words.extend(words)
    below: list[list[Word]] = [[] for _ in words]
    for word, head in zip(words, heads, strict=True):
        word.head = words[head]
        if head != word.index:
            below[head].append(word)
    for word in words:
        word.children = tuple(below[word.index])
        word.below = frozenset(child.role for child in word.children)
    _set_edges([word for word in words if word.head is word])
    return tree


def _set_edges(roots: list[Word]) -> None:
    """Tell each word how far its subtree reaches; without recursion, as sentences may be deep."""
    order = list(roots)
    for word in order:
        order.extend(word.children)
    for word in reversed(order):
        word.leftmost = word.rightmost = word.index
        if word.children:
            word.leftmost = min(word.index, *(child.leftmost for child in word.children))
            word.rightmost = max(word.index, *(child.rightmost for child in word.children))


def top_of(words: Sequence[Word]) -> Word:
    """The word of a stretch that stands highest in the tree, the first of equals; a mere sign only among signs."""
    inside = {w.index for w in words}
    tops = [w for w in words if w.head is w or w.head.index not in inside]
    return next((w for w in tops if w.head is w), None) or min(tops, key=_height)


def _height(word: Word) -> int:
    sign = (word.is_punctuation or word.text.isspace()) and not word.children
    return len(word.tree) if sign else word.depth


MAIN: tuple[Role, ...] = ("root", "parallel")


def climb(word: Word, past: Sequence[Pos]) -> Word:
    """The nearest of a word and its ancestors that is none of these parts of speech, else the root."""
    while word.pos in past and word.head is not word:
        word = word.head
    return word


def is_main(verb: Word) -> bool:
    """Tell whether a verb is that of a main clause, or of one joined to it."""
    while verb.role == "conjunct" and verb.head.is_verbal:
        verb = verb.head
    return verb.role in MAIN


def verb_over(word: Word) -> Word:
    """The nearest of a word and its ancestors that is a verb or an auxiliary, else the root."""
    while not word.is_verbal and word.head is not word:
        word = word.head
    return word
