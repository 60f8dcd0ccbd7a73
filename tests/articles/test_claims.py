"""What somebody states of an article's day."""

from __future__ import annotations

import pytest

from timeline.articles.claims import claim
from timeline.errors import ArticleError, TableError
from timeline.models import Rank
from timeline.tables.confidence import confidence


@pytest.mark.parametrize("text", ["soon", "2024-13-01", "Thursday", "7 November"])
def test_what_is_no_date_is_named_with_its_place(text: str) -> None:
    """Nothing is filled in from the clock."""
    with pytest.raises(ArticleError, match=r"a\.txt: dct: "):
        claim(text, Rank.STATED, "sidecar a.toml", "a.txt")


def test_a_claim_is_as_sure_as_its_place() -> None:
    assert claim("2024-11-07", Rank.HINT, "saved", "a.pdf").confidence == confidence(Rank.HINT) == 0.3


def test_a_kind_that_the_table_does_not_know_is_named() -> None:
    with pytest.raises(TableError, match=r"dating\.toml: \[confidence\] 'rumour' is missing"):
        confidence("rumour")
