"""What is found in articles: as bytes in the store, and of those that were worked on or asked for last as it is."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from pydantic import TypeAdapter

from timeline import merge
from timeline.analysis import Extraction
from timeline.models import Article, Timex
from timeline.store import Store


class Held(NamedTuple):
    """An article with what was found in it, and its mentions as merging takes them."""

    found: Extraction
    mentions: merge.Mentions


class Extractions:
    """Articles by their content and id: up to ``most`` are held, others are read from the store again.

    In another process it holds nothing, as nobody there asks for anything.
    """

    def __init__(self, most: int = 0) -> None:  # noqa: D107 - the class says it
        self._most = most
        self._held: OrderedDict[tuple[str, str], Held] = OrderedDict()

    def __reduce__(self) -> tuple[type[Extractions], tuple[()]]:
        """Go to another process without what is held."""
        return type(self), ()

    def hold(self, content: str, held: Held) -> None:
        """Hold an article instead of the one that nobody has asked for the longest."""
        self._held[content, held.found.article.id] = held
        if len(self._held) > self._most:
            self._held.popitem(last=False)

    def get(self, content: str, id_: str, store: Store) -> Held:
        """Return an article, from the store where it is not held."""
        held = self._held.get((content, id_))
        if held is None:
            found = _read(content, id_, store)
            held = Held(found, merge.Mentions(*found))
            self.hold(content, held)
        else:
            self._held.move_to_end((content, id_))
        return held

    def take(self, content: str, id_: str, store: Store) -> tuple[Article, Sequence[Timex]]:
        """Return an article and its expressions, for the last time."""
        held = self._held.pop((content, id_), None)
        if held is not None:
            return held.found.article, held.found.timexes
        found = _form_without_events().validate_json(store[bytes.fromhex(content)])
        return _called(id_, found.article), found.timexes


def to_bytes(found: Extraction) -> bytes:
    """What the store keeps of an article."""
    return _form().dump_json(found, exclude_defaults=True)


def _read(content: str, id_: str, store: Store) -> Extraction:
    found = _form().validate_json(store[bytes.fromhex(content)])
    return found._replace(article=_called(id_, found.article))


def _called(id_: str, article: Article) -> Article:
    return article if article.id == id_ else article.model_copy(update={"id": id_})


@cache
def _form() -> TypeAdapter[Extraction]:
    return TypeAdapter(Extraction)


class _WithoutEvents(NamedTuple):
    """An Extraction, its fields in their order, of which nobody asks for the events."""

    article: Article
    timexes: Sequence[Timex]
    events: object


@cache
def _form_without_events() -> TypeAdapter[_WithoutEvents]:
    return TypeAdapter(_WithoutEvents)
