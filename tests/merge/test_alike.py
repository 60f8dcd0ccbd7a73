"""Mentions that are told alike are compared once for all of them."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import merging
import pytest
from making import ISHIBA, TRUMP, XI, at, place
from recorded import compared, comparing, record

from timeline.merge.alike import alike
from timeline.merge.match import Match, match
from timeline.merge.record import Record

TEXT = "On 2 July they met again in Lima to talk about trade."


def told(text: str = TEXT, trigger: str = "met", *, name: str = "a", day: str = "2031-07-03", **fields: Any) -> Record:
    """Talks, but for some of it."""
    usual = {"actors": (ISHIBA, TRUMP), "when": at("2031-07-02"), "places": (place("Lima", "PER"),)}
    return record(text, trigger, name=name, day=day, **(usual | fields))


def test_another_article_of_the_same_words_tells_it_alike() -> None:
    assert alike(told()) == alike(told(name="b")) == alike(told(TEXT + " Nobody spoke.", name="c"))


@pytest.mark.parametrize(
    "other",
    [
        told(type_="AGREE"),
        told(TEXT.replace("trade", "peace")),
        told(TEXT.replace("again", "there")),
        told(TEXT.replace("Lima", "Quito")),
        told(TEXT.replace("2 July", "3 July")),
        told(TEXT, "talk"),
        told(day="2031-07-04"),
        told(when=at("2031-07-03")),
        told(when=at("2031-07-02/2031-07-03")),
        told(actors=(ISHIBA, XI)),
        told(actors=(ISHIBA,), recipients=(TRUMP,)),
        told(places=()),
        told(places=(place("Lima", "USA"),)),
        told(status="scheduled"),
        told(tense="PRESENT"),
        told(retells=0),
    ],
)
def test_all_that_is_compared_tells_them_apart(other: Record) -> None:
    assert alike(other) != alike(told())


def test_what_is_told_alike_is_the_same_to_every_other() -> None:
    """Each mention of the merging set, and the same in a copy of its article, beside those of other articles."""
    records = [record for found in merging.coded()[0] for record in compared(*found)]
    articles = {record.article.id: record.article for record in records}
    copies = {name: one.model_copy(update={"id": f"{name}~2"}) for name, one in articles.items()}
    same = 0
    for one, other in combinations(records, 2):
        if one.article.id == other.article.id or not _shares_party(one, other):
            continue
        copy = one._replace(article=copies[one.article.id])
        assert alike(copy) == alike(one)
        matched = match(one, other)
        assert match(copy, other) == matched
        same += matched.same
    assert same > 150


def _shares_party(one: Record, other: Record) -> bool:
    codes = [{party.code for party in (*r.actors, *r.recipients)} for r in (one, other)]
    return bool(codes[0] & codes[1])


def test_mentions_are_compared_once_for_all_told_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def noting(one: Record, other: Record) -> Match:
        asked.append((one.article.id, other.article.id))
        return match(one, other)

    monkeypatch.setattr("timeline.merge.comparing.match", noting)
    compare = comparing([told(name=name) for name in "abcd"])
    assert all(compare.match(a, b).same for a, b in combinations(range(4), 2))
    assert asked == [("a", "b")]


@pytest.mark.parametrize("first", [(0, 1), (1, 2)])
def test_what_one_article_tells_twice_is_compared_by_itself(first: tuple[int, int]) -> None:
    """In one article two verbs of a sentence tell two deeds, in two articles perhaps one."""
    text = "Chad closed the port and shut the port."
    fields = {"type_": "SANCTION", "tense": "PAST"}
    found = [told(text, word, name=name, **fields) for name, word in (("a", "closed"), ("a", "shut"), ("b", "closed"))]
    compare = comparing(found)
    compare.match(*first)
    assert compare.match(0, 1).veto == match(found[0], found[1]).veto == "words"
    assert compare.match(1, 2).veto == match(found[1], found[2]).veto == "copy"
