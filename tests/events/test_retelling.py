"""Mentions of one event in one article: each rule of the table with an example that needs it."""

from __future__ import annotations

import pytest
from coding import code
from making import THURSDAY, dct

from timeline import dates, events
from timeline.articles.sentences import sentences
from timeline.events.respoken import RESPOKEN
from timeline.events.retelling import RETOLD, Retold
from timeline.events.rules import Row, Rules, rows
from timeline.models import Article, Block

pytestmark = pytest.mark.usefixtures("whatever_is_coded")

ROWS = [
    pytest.param(rules, row, id=row.name) for rules in (RESPOKEN, RETOLD) for row in rows(rules.table)[rules.section]
]


def told_again(example: str) -> tuple[str | None, str]:
    """The word of the event that the marked mention tells again, and what stands behind the arrow."""
    told, _, wanted = example.partition(" -> ")
    text = told.replace("[", "").replace("]", "")
    spans = sentences(text, [Block(kind="body", start=0, end=len(text))])
    article = Article(id="a", text=text, dct=dct(THURSDAY))
    found = events.code(article, spans, dates.tag(text, article.dct, spans), typed_only=True)
    event = next(event for event in found if event.start == told.index("["))
    first = {event.start: event.trigger for event in found}
    return (None if event.retells is None else first[event.retells]), wanted


@pytest.mark.parametrize(("rules", "row"), ROWS)
def test_an_example_holds_and_needs_its_rule(rules: Rules[Retold], row: Row, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each example tells the event behind its arrow again; without the rule it tells its own."""
    assert row.examples
    for example in row.examples:
        found, wanted = told_again(example)
        assert found == wanted
    assert row.name in dict(rules)
    monkeypatch.setitem(rules.functions, row.name, lambda _: None)
    assert [told_again(example)[0] for example in row.examples] == [None] * len(row.examples)


def test_what_is_told_again_makes_no_row_of_its_own() -> None:
    """Chains end at the event that is told first."""
    text = "The premier of Chad said that the roads were safe, adding that the port was open, saying that he was glad."
    (found,) = code([text], THURSDAY)
    said, *others = (event for event in found if event.frame == "says")
    assert said.retells is None
    assert [event.retells for event in others] == [said.start] * 2
