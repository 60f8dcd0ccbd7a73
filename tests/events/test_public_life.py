"""What belongs to public life by its own words, what only by the rest of its article, and what by neither."""

from __future__ import annotations

import pytest
from making import THURSDAY, dct

from timeline import dates, events
from timeline.articles.sentences import sentences
from timeline.models import Article, Block

SHELLED = "Chad shelled the port of Mali on Friday."


def told(text: str) -> dict[str, str | None]:
    """The type of each typed event of an article by its word."""
    spans = sentences(text, [Block(kind="body", start=0, end=len(text))])
    article = Article(id="a", text=text, dct=dct(THURSDAY))
    found = events.code(article, spans, dates.tag(text, article.dct, spans), typed_only=True)
    return {event.trigger: event.type for event in found}


@pytest.mark.parametrize(
    ("sentence", "trigger", "type_"),
    [
        ("Anna Cole said that the road to the harbour was closed.", "said", "STATEMENT"),
        ("Anna Cole visited Lea Brandt at the harbour.", "visited", "CONSULT"),
    ],
)
def test_an_article_of_public_life_makes_its_other_sentences_so(sentence: str, trigger: str, type_: str) -> None:
    """By itself it is nobody's business; beside a raid of one state on another it is an event."""
    assert trigger not in told(sentence)
    assert told(f"{SHELLED} {sentence}")[trigger] == type_


def test_who_announces_an_event_is_told_beside_it() -> None:
    """The announcement and what is announced are two."""
    found = told("The president of Kenya announced that Kenya had recognised Mali.")
    assert found == {"announced": "STATEMENT", "recognised": "SUPPORT"}


def test_what_nobody_of_rank_says_at_a_conference_is_a_statement() -> None:
    """A frame that asks for a leader leaves the others to plain saying."""
    assert told("The Kenyan embassy said in a statement that the road was safe.")["said"] == "STATEMENT"


def test_a_noun_behind_another_tells_its_event_where_it_says_whose() -> None:
    """Anger over an invasion tells of the invasion; over invasions of no one it tells of none."""
    assert told("There was anger over Chad's invasion of Mali.").get("invasion") == "ASSAULT"
    assert "invasion" not in told("There was anger over an invasion in the harbour.")


def test_what_belongs_to_another_life_by_its_words_may_belong_to_public_life_by_its_article() -> None:
    """Villagers flee, and a museum refuses, beside a raid of one state on another."""
    for sentence, trigger in (
        ("The 3,000 villagers fled on Monday.", "fled"),
        ("The National Museum has declined to give back its share.", "declined"),
    ):
        assert trigger not in told(sentence)
        assert told(f"{SHELLED} {sentence}")[trigger] is not None
