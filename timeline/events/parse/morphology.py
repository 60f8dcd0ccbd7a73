"""Parts of speech and lemmas: what the model's word-by-word steps say of a word, asked once for each reading of it.

After tagging and parsing these steps look up one word after the other, and take two fifths of the model's time.  They
look at nothing but the word, its tag and its label, save for a few pairs ("let 's", "there is").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

STEPS = ("attribute_ruler", "lemmatizer")
_REMEMBERED = 200_000  # readings kept before all are forgotten


class Morphology(NamedTuple):
    """The model's labels of a word: part of speech, lemma and dependency."""

    pos: str
    lemma: str
    role: str


class Memory:
    """What the steps have said of each word with a tag and a label so far."""

    def __init__(self, model: Language) -> None:  # noqa: D107 - the class says it
        self._steps = [model.get_pipe(name) for name in STEPS]
        self._openers = Openers(model.get_pipe(STEPS[0]).patterns)  # type: ignore[attr-defined]
        self._said: dict[tuple[int, int, int], Morphology] = {}

    def read(self, docs: Sequence[Doc]) -> Iterator[list[Morphology]]:
        """The labels of each document's words; the steps have not run on them before."""
        if len(self._said) > _REMEMBERED:
            self._said.clear()
        new = {_key(t): t for doc in docs for t in doc if _key(t) not in self._said and not self._openers.hold(t)}
        if new:
            self._said |= zip(new, self._ask(_apart(list(new.values()))), strict=True)
        for doc in docs:
            if any(self._openers.hold(t) for t in doc):
                yield self._ask(doc)
            else:
                yield [self._said[_key(t)] for t in doc]

    def _ask(self, doc: Doc) -> list[Morphology]:
        for step in self._steps:
            doc = step(doc)
        return [Morphology(t.pos_, t.lemma_, t.dep_) for t in doc]


def _key(token: Token) -> tuple[int, int, int]:
    return token.orth, token.tag, token.dep


def _apart(words: Sequence[Token]) -> Doc:
    """A document of words that have nothing to do with one another."""
    from spacy.tokens import Doc

    return Doc(
        words[0].vocab,
        words=[w.text for w in words],
        tags=[w.tag_ for w in words],
        deps=[w.dep_ for w in words],
        heads=list(range(len(words))),
    )


class Openers:
    """Words that open a pair which the ruler reads together, as its patterns name them: by word, shape or label."""

    def __init__(self, rules: Iterable[Mapping[str, Any]]) -> None:  # noqa: D107 - the class says it
        firsts = [pattern[0] for rule in rules for pattern in rule["patterns"] if len(pattern) > 1]
        named = [first.get("LOWER") for first in firsts]
        shapes = [name["REGEX"] for name in named if isinstance(name, dict)]
        self._words = {name for name in named if isinstance(name, str)}
        self._labels = {first["DEP"] for first in firsts if "LOWER" not in first}
        self._shape = re.compile("|".join(shapes) or r"(?!)")

    def hold(self, token: Token) -> bool:
        """Tell whether a word is one of them."""
        low = token.lower_
        return low in self._words or token.dep_ in self._labels or self._shape.search(low) is not None
