"""Mentions that are told alike are compared once for all of them."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import merging
import pytest
from making import ISHIBA, TRUMP, XI, at, place
from recorded import compared, comparing, record

from timeline.merge.looks import looks
from timeline.merge.match import Match, match
from timeline.merge.record import Record
from timeline.models import Article, Dct, Event, EventAnchor, Place, Span

TEXT = "On 2 July they met again in Lima to talk about trade."


def told(text: str = TEXT, trigger: str = "met", *, name: str = "a", day: str = "2031-07-03", **fields: Any) -> Record:
    """Talks, but for some of it."""
    usual = {"actors": (ISHIBA, TRUMP), "when": at("2031-07-02"), "places": (place("Lima", "PER"),)}
    return record(text, trigger, name=name, day=day, **(usual | fields))


def test_another_article_of_the_same_words_tells_it_alike() -> None:
    assert looks(told()) == looks(told(name="b")) == looks(told(TEXT + " Nobody spoke.", name="c"))


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
    assert looks(other) != looks(told())


def test_nothing_else_of_a_mention_is_compared() -> None:
    """Of each mention of the merging set all is taken that its looks do not sum up: it stays the same to all others."""
    records = [record for found in merging.coded()[0] for record in compared(*found)]
    bare = {record.key: _bare(record) for record in records}
    assert all(looks(bare[record.key]) == looks(record) for record in records)
    same = 0
    for one, other in combinations(records, 2):
        if one.article.id == other.article.id or not _shares_party(one, other):
            continue
        matched = match(one, other)
        assert match(bare[one.key], bare[other.key]) == matched
        same += matched.same
    assert same > 150


def _bare(record: Record) -> Record:
    """A mention of which nothing is left but what merging may compare with other articles."""
    event, sentence, dct = record.event, record.event.sentence, record.dct
    start = 7  # of the sentence in a text that is blank before it
    by = start - sentence.start
    left = Event(
        id="~",
        start=event.start + by,
        end=event.end + by,
        trigger="~",
        type=event.type,
        mode=event.mode,
        status=event.status,
        tense=event.tense,
        aspect=event.aspect,
        polarity="~",
        places=tuple(Place(text=place.text, start=0, end=0, code=place.code) for place in event.places),
        sentence=Span(start=start, end=sentence.end + by),
        time=event.time,
        anchor=EventAnchor(kind=event.anchor.kind),
        retells=None if event.retells is None else 0,
        confidence=0,
    )
    days = Dct(value=dct.value, not_before=dct.not_before, not_after=dct.not_after)
    text = " " * start + record.article.text[sentence.start : sentence.end]
    told = {"text": "~", "value": None, "rule": "~"}
    timexes = [
        timex.model_copy(update={"start": timex.start + by, "end": timex.end + by, **told})
        for timex in record.timexes
        if sentence.start <= timex.start < sentence.end
    ]
    return record._replace(
        article=Article(id=f"{record.article.id}~2", dct=days, text=text), event=left, timexes=timexes
    )


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
