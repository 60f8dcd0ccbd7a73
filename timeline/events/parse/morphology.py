"""What the model says of a word, asked once for each of its readings.

After tagging and parsing the model's other steps look up one word after the other, and take two fifths of its time.
They look at nothing but the word, its tag and its label, save for a few pairs ("let 's", "there is").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from timeline.events.parse.word import Form, Pos, Role
from timeline.tables.load import read_toml

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

STEPS = ("attribute_ruler", "lemmatizer")
_REMEMBERED = 200_000  # readings kept before all are forgotten
_Key = tuple[int, int, int]


class Reading(NamedTuple):
    """The model's word and what it says of it, in terms of our own."""

    text: str
    lower: str
    lemma: str
    pos: Pos
    form: Form
    role: Role
    is_number: bool
    is_punctuation: bool
    is_quote: bool


class Memory:
    """What the steps have said of each word with a tag and a label so far."""

    def __init__(self, model: Language) -> None:  # noqa: D107 - the class says it
        self._steps = [model.get_pipe(name) for name in STEPS]
        self._openers = Openers(model.get_pipe(STEPS[0]).patterns)  # type: ignore[attr-defined]
        _index_by_hash(model)
        self._said: dict[_Key, Reading] = {}
        self._opening: set[_Key] = set()

    def read(self, docs: Sequence[Doc]) -> Iterator[list[Reading]]:
        """The readings of each document's words; the steps have not run on them before."""
        if len(self._said) > _REMEMBERED:
            self._said.clear()
        keys: list[list[_Key]] = [list(map(tuple, doc.to_array(["ORTH", "TAG", "DEP"]).tolist())) for doc in docs]
        new = {key: token for doc, of in zip(docs, keys, strict=True) for key, token in self._unknown(doc, of)}
        if new:
            self._said |= zip(new, self._ask(_apart(list(new.values()))), strict=True)
            self._opening |= {key for key, token in new.items() if self._openers.hold(token)}
        for doc, of in zip(docs, keys, strict=True):
            yield list(map(self._said.__getitem__, of)) if self._opening.isdisjoint(of) else self._ask(doc)

    def _unknown(self, doc: Doc, keys: Sequence[_Key]) -> Iterator[tuple[_Key, Token]]:
        if not self._said.keys() >= set(keys):
            yield from ((key, doc[index]) for index, key in enumerate(keys) if key not in self._said)

    def _ask(self, doc: Doc) -> list[Reading]:
        for step in self._steps:
            doc = step(doc)
        return [_reading(token) for token in doc]


def _reading(token: Token) -> Reading:
    pos, form, role = _labels()
    return Reading(
        text=token.text,
        lower=token.lower_,
        lemma=token.lemma_,
        pos=pos.get(token.pos_, "other"),
        form=form.get(token.tag_, "other"),
        role=role.get(token.dep_, "other"),
        is_number=token.like_num,
        is_punctuation=token.is_punct,
        is_quote=token.is_quote,
    )


@cache
def _labels() -> tuple[dict[str, Pos], dict[str, Form], dict[str, Role]]:
    """What we call the labels of the model."""
    table = read_toml("events/parser.toml")
    return table["pos"], table["form"], table["role"]


@cache
def joined() -> re.Pattern[str]:
    """Words with a hyphen that are not cut there: "re-elected", "run-off"."""
    table = {kind: "|".join(words.split()) for kind, words in read_toml("events/parser.toml")["joined"].items()}
    return re.compile(
        f"(?:{table['prefixes']})-[a-z]{{3,}}|[a-z]{{3,}}-(?:{table['particles']})s?|{table['words']}", re.I
    )


class _Known(frozenset[str]):
    """Base forms that the lemmatizer knows, and what a prefix makes of them: "re-elect" as "elect"."""

    __slots__ = ()

    def __contains__(self, word: object) -> bool:
        prefix, hyphen, base = str(word).partition("-")
        return super().__contains__(base if hyphen and joined().fullmatch(f"{prefix}-{base}") else word)


def _index_by_hash(model: Language) -> None:
    """Turn the lemmatizer's lists of known words, which it only asks whether they hold a word, into sets."""
    tables = model.get_pipe(STEPS[1]).lookups  # type: ignore[attr-defined]
    if tables.has_table("lemma_index"):
        index = tables.get_table("lemma_index")
        for pos, words in list(index.items()):
            index[pos] = _Known(words)


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
