"""What begins where is found without a look at all there is: in stretches, and by those who ask for them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import ISHIBA, TRUMP, article, at, event, timex
from recorded import compared
from work import lines_run

from timeline.articles.sentences import sentences
from timeline.edtf import Interval
from timeline.events.anchoring.headings import heading_over, headings
from timeline.events.parse.seen.pieces import own_sentences, pieces
from timeline.events.people.find_people import find_people
from timeline.events.people.people import Mention, People, Person
from timeline.merge import headlines
from timeline.models import Article, Block, EventAnchor, Span
from timeline.reasons.why import timex_at
from timeline.stretches import around, back_from, beginning_in, in_order


@given(st.lists(st.integers(0, 30)), st.integers(-1, 31), st.integers(-1, 31))
def test_those_that_begin_in_a_part(begins: list[int], start: int, end: int) -> None:
    found = in_order([Span(start=begin, end=begin + 1) for begin in begins])
    assert [one.start for one in found] == sorted(begins)
    assert list(beginning_in(found, start, end)) == [one for one in found if start <= one.start < end]
    assert list(back_from(found, start)) == [one for one in reversed(found) if one.start < start]


@given(st.lists(st.integers(1, 5)), st.integers(-1, 40))
def test_the_one_that_covers_a_character(sizes: list[int], position: int) -> None:
    found, last = [], 0
    for size in sizes:
        found.append(Span(start=last + 1, end=last + size))
        last += size + 1
    expected = next((one for one in found if one.start <= position < one.end), None)
    assert around(found, position) is expected


def _many(count: int) -> Article:
    """An article of so many furnished paragraphs that each name a day and two people."""
    told = article("Leaders talk", *("7 November: Shigeru Ishiba and Donald Trump met." for _ in range(count)))
    blocks = [Block(kind="furniture" if n % 2 else "body", start=b.start, end=b.end) for n, b in enumerate(told.blocks)]
    return told.model_copy(update={"blocks": tuple(blocks)})


def _merged(of: Article) -> None:
    found, met = [], event(of, "met", actors=[ISHIBA, TRUMP], when=at("2024-11-07"))
    for start in _starts(of):
        anchor = EventAnchor(kind="timex", start=start)
        told = {"start": start + 44, "end": start + 47, "anchor": anchor, "sentence": Span(start=start, end=start + 48)}
        found.append(met.model_copy(update=told))
    compared(of, [], found)


def _starts(of: Article) -> list[int]:
    return [block.start for block in of.blocks[1:]]


def _cut(of: Article) -> None:
    read = sentences(of.text, of.blocks)
    list(pieces(of, own_sentences(of, read)))


def _headed(of: Article) -> None:
    read = sentences(of.text, of.blocks)
    day = timex(of, "7 November", "2024-11-07")
    days = [day.model_copy(update={"start": s, "end": s + 10}) for s in _starts(of)]
    found = list(headings(of.text, read, days, Interval(of.dct.not_before, of.dct.not_after)))
    for sentence in read:
        heading_over(found, of.text, days, sentence)


def _asked_for(of: Article) -> None:
    people = find_people(of.text, of.dct.day, [(s, s + 48) for s in _starts(of)])
    for start in _starts(of):
        people.inside(start, start + 48)
        people.is_near(people.persons[0], start, 100)
        people.before(start)
        people.countries_before(start)


def _explained(of: Article) -> None:
    day = timex(of, "7 November", "2024-11-07")
    days = [day.model_copy(update={"start": s, "end": s + 10}) for s in _starts(of)]
    for place, start in enumerate(_starts(of)):
        assert timex_at(days, start) is days[place]


def _named(of: Article) -> None:
    """Each paragraph asks for somebody of its own."""
    persons = [Person(f"Ines Haas {n}", "Haas") for n, _ in enumerate(of.blocks[1:])]
    people = People(tuple(persons), tuple(Mention(s, s + 9, one) for s, one in zip(_starts(of), persons, strict=True)))
    for start, person in zip(_starts(of), persons, strict=True):
        assert people.called(person.name) is person
        assert [m.person for m in people.ending_at(start + 9)] == [person]


def _all_in_headline(of: Article) -> None:
    """Mentions of which every other one has a date of its own, all in a title."""
    met = event(of, "met", actors=[ISHIBA, TRUMP], when=at("2024-11-07"))
    found = []
    for number, start in enumerate(_starts(of)):
        own = EventAnchor(kind="timex", start=start) if number % 2 else EventAnchor(kind="dct")
        told = {"start": start + 44, "end": start + 47, "anchor": own, "sentence": Span(start=start, end=start + 48)}
        found.append(met.model_copy(update=told))
    title = Block(kind="title", start=0, end=len(of.text))
    compared(of.model_copy(update={"blocks": (title,)}), [], found)


def test_a_headline_asks_a_few_of_what_its_article_dates(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(headlines, "neighbours", lambda: 8)
    few, many = _many(32), _many(128)
    _all_in_headline(_many(3))  # what is read once
    assert lines_run(lambda: _all_in_headline(many)) < 4.4 * lines_run(lambda: _all_in_headline(few))


@pytest.mark.parametrize("work", [_merged, _cut, _headed, _asked_for, _explained, _named])
def test_four_times_the_paragraphs_are_four_times_the_work(work) -> None:  # type: ignore[no-untyped-def]
    few, many = _many(40), _many(160)
    work(_many(3))  # what is read once
    assert lines_run(lambda: work(many)) < 4.4 * lines_run(lambda: work(few))
