"""The examples that every feature of salience carries in its table row, and what becomes of rows below the line."""

from __future__ import annotations

from functools import cache

import pytest
from making import THURSDAY, dct

from timeline import dates, events
from timeline.articles import sentences
from timeline.articles.blocks import blocks
from timeline.errors import TableError
from timeline.events.rules import Row, rows
from timeline.events.salience import score
from timeline.events.salience.features import FEATURES, TABLE
from timeline.models import Article, Event
from timeline.tables.salience import line_of

pytestmark = pytest.mark.usefixtures("whatever_is_coded")

ROWS = [pytest.param(row, id=row.name) for row in rows(TABLE)[FEATURES.section]]


@cache
def coded(text: str) -> tuple[Event, ...]:
    """The typed events of an article of several paragraphs."""
    parts = tuple(blocks(text))
    spans = sentences.sentences(text, parts)
    article = Article(id="a", text=text, dct=dct(THURSDAY), blocks=parts)
    return tuple(events.code(article, spans, dates.tag(text, article.dct, spans), typed_only=True))


def marked(example: str) -> tuple[Event, str]:
    """The event that an example marks, and what stands behind its arrow."""
    told, _, wanted = example.partition(" -> ")
    text = told.replace("[", "").replace("]", "")
    return next(event for event in coded(text) if event.start == told.index("[")), wanted


@pytest.mark.parametrize("row", ROWS)
def test_examples_hold(row: Row) -> None:
    """A feature holds of one of its examples and not of another."""
    found = [marked(example) for example in row.examples]
    assert [wanted for _, wanted in found] == ["holds", "not"]
    assert [row.name in event.features for event, _ in found] == [True, False]


def test_every_feature_has_a_row_and_a_weight(monkeypatch: pytest.MonkeyPatch) -> None:
    """The table of weights has one for each feature and none besides; one that is missing is named."""
    assert {"always", *dict(FEATURES)} == score._weights().keys()
    score._weights.cache_clear()
    monkeypatch.setattr(FEATURES, "functions", {n: rule for n, rule in FEATURES.functions.items() if n != "lead"})
    with pytest.raises(TableError, match="lead"):
        score.likelihood([])


def test_confidence_follows_from_the_features() -> None:
    """What speaks for a row raises its confidence, what speaks against it lowers it."""
    weights = score._weights()
    event, _ = marked("Chad [shelled] the port of Mali on Monday.")
    assert event.confidence == round(score.likelihood(list(event.features)), 3)
    for name in event.features:
        rest = score.likelihood([other for other in event.features if other != name])
        assert (score.likelihood(list(event.features)) - rest) * weights[name] >= 0


def test_what_is_only_possible_must_be_likelier_to_be_shown() -> None:
    """The line of an event that may come is above that of one that has happened."""
    assert line_of("occurred") == line_of("scheduled")
    assert line_of("negated") > line_of("occurred")
    assert line_of("hypothetical") > line_of("negated")
