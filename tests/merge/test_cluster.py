"""Mentions to events: nothing lost, nothing invented, whatever the order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import ISHIBA, TRUMP, XI, article, at, event, party, place
from recorded import cluster, comparing, record, records
from strategies import coded_corpora

from timeline.merge import merge
from timeline.merge.blocking import candidates
from timeline.merge.join import _Pairs, join
from timeline.merge.record import Record
from timeline.merge.table import neighbours
from timeline.models import Article, Event, EventAnchor, MergedEvent, Party

Coded = tuple[Article, list[Any], list[Event]]


def spots(events: Iterable[MergedEvent]) -> Counter[tuple[str, int, int]]:
    return Counter((m.article, m.start, m.end) for event in events for m in event.mentions)


@given(coded_corpora())
def test_every_mention_once(coded) -> None:  # type: ignore[no-untyped-def]
    """Each typed event is a mention of exactly one merged event, and no other mention exists."""
    events, undated = merge(coded)
    given_ = Counter(
        (one.id, found.start, found.end) for one, _, all_ in coded for found in all_ if found.type is not None
    )
    assert spots([*events, *undated]) == given_
    assert len({found.id for found in [*events, *undated]}) == len(events) + len(undated)


@given(coded_corpora(), st.randoms(use_true_random=False))
def test_order_does_not_matter(coded, random) -> None:  # type: ignore[no-untyped-def]
    """Articles and events in any order give the same result, to the byte."""
    expected = merge(coded)
    mixed = [(one, timexes, random.sample(events, len(events))) for one, timexes, events in coded]
    random.shuffle(mixed)
    assert merge(mixed) == expected


@given(coded_corpora())
def test_idempotent(coded) -> None:  # type: ignore[no-untyped-def]
    """An article given twice counts once, and a group that is clustered again stays one group."""
    assert merge([*coded, *coded]) == merge(coded)
    found: list[Record] = [record for given_ in coded for record in records(*given_)]
    for group in cluster(found):
        assert cluster(group) == [group]


@given(coded_corpora())
def test_time_order_and_bounds(coded) -> None:  # type: ignore[no-untyped-def]
    """A merged time lies within each mention's that is not in conflict; undated events have no bound at all."""
    events, undated = merge(coded)
    for merged in events:
        against = {i for c in merged.conflicts if c.field == "time" for side in c.mentions[1:] for i in side}
        for index, mention in enumerate(merged.mentions):
            if index in against or mention.time.kind != merged.time.kind:
                continue
            # A headline has the day of its text.
            begins = merged.time.begin.interval.intersect(mention.time.begin.interval)
            ends = merged.time.end.interval.intersect(mention.time.end.interval)
            backwards = begins and ends and begins.not_before and ends.not_after and begins.not_before > ends.not_after
            if mention.anchor.kind == "dct" and (begins is None or ends is None or backwards):
                assert {"timex"} <= {other.anchor.kind for other in merged.mentions if other.article == mention.article}
                continue
            outer, inner = mention.time.begin.interval, merged.time.begin.interval
            assert outer.intersect(inner) == inner
    for merged in undated:
        assert merged.edtf is None


NEWS = article(
    "Leaders talk",
    "Ishiba and Trump met on Tuesday.",
    "They held talks again on Thursday.",
    "The talks were friendly.",
    "Ishiba and Xi met too.",
)


def group_triggers(*events: Event) -> list[list[int]]:
    return [[record.event.start for record in group] for group in cluster(records(NEWS, [], events))]


def test_vague_mention_does_not_tie_two_days() -> None:
    """Talks "before the article" may be Tuesday's or Thursday's, but never make the two one."""
    tuesday = event(NEWS, "met", actors=[ISHIBA, TRUMP], when=at("2024-11-05"))
    thursday = event(NEWS, "talks", actors=[ISHIBA, TRUMP], when=at("2024-11-07"))
    vague = event(NEWS, "talks", nth=1, actors=[ISHIBA, TRUMP])
    assert group_triggers(tuesday, vague, thursday) == [[tuesday.start], [thursday.start, vague.start]]


def test_a_copied_sentence_of_few_words_is_one_event() -> None:
    """What is said many times a day needs words in common, but not where the whole sentence is."""
    copied = "Shigeru Ishiba and Donald Trump spoke of it."
    told = [record(copied, "spoke", name=name, type_="STATEMENT", actors=(ISHIBA, TRUMP)) for name in "ab"]
    assert len(cluster(told)) == 1
    other = record(
        "Shigeru Ishiba and Donald Trump spoke.", "spoke", name="c", type_="STATEMENT", actors=(ISHIBA, TRUMP)
    )
    assert len(cluster([told[0], other])) == 2


def test_two_groups_that_exclude_each_other_are_asked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many pairs would join them; once one of them has grown, they are asked again."""
    told = article("Talks", *("Ishiba met Trump." for _ in range(12)))
    met = event(told, "met", actors=[ISHIBA, TRUMP])
    days = ("2024-11-05", "2024-11-07")
    found = [
        met.model_copy(update={"id": f"e{n}", "start": n, "end": n + 1, "time": at(days[n % 2])}) for n in range(12)
    ]
    found.append(met.model_copy(update={"id": "e12", "start": 12, "end": 13}))  # some day or other
    asked: list[bool] = []
    excluded = _Pairs.excluded
    monkeypatch.setattr(_Pairs, "excluded", lambda *given: asked.append(excluded(*given)) or asked[-1])
    alike = {(a, b): 0.9 for b in range(12) for a in range(b) if (b - a) % 2 == 0}
    groups = join(range(13), alike | {(a, 12): 0.7 for a in range(12)}, comparing(records(told, [], found)))
    assert groups == [list(range(0, 13, 2)), list(range(1, 12, 2))]
    assert asked == [False] * 11 + [True]


def test_short_list_does_not_tie_two_pairs() -> None:
    """A mention that names one of them ties no talks of A and B to talks of A and C."""
    with_trump = event(NEWS, "met", actors=[ISHIBA, TRUMP])
    with_xi = event(NEWS, "met", nth=1, actors=[ISHIBA, XI])
    alone = event(NEWS, "talks", actors=[ISHIBA])
    groups = group_triggers(with_trump, with_xi, alone)
    assert not any({with_trump.start, with_xi.start} <= set(group) for group in groups)


def test_across_articles() -> None:
    """The same function joins what two articles tell."""
    other = article("Call", "Shigeru Ishiba and Donald Trump talked by phone on Thursday.", name="b2")
    one = event(NEWS, "talks", actors=[ISHIBA, TRUMP], when=at("2024-11-07"))
    two = event(other, "talked", actors=[ISHIBA, TRUMP], when=at("2024-11-07"), mode="phone")
    events, _ = merge([(NEWS, [], [one]), (other, [], [two])])
    assert [[m.article for m in found.mentions] for found in events] == [["a1", "b2"]]


OSLO = place("Oslo", "NOR")
PEOPLE = (party("Mila Odal", "SWE"), party("Arne Vik", "FIN"))
STATES = (party("Sweden", "SWE"), party("Finland", "FIN"))


def told_on(name: str, text: str, expression: str, day: str, actors: Sequence[Party]) -> Coded:
    """An article of 7 November whose undated headline and dated text tell of one meeting."""
    one = article("Odal and Vik meet", text, name=name)
    headline = event(one, "meet", actors=PEOPLE, when=at("2024-11-07"))
    anchor = EventAnchor(kind="timex", start=one.text.index(expression))
    places = (OSLO,) if "Oslo" in text else ()
    body = event(one, "met", actors=actors, when=at(day), anchor=anchor, places=places)
    return one, [], [headline, body]


def test_articles_and_their_headlines() -> None:
    """Three articles with undated headlines, one of them on another day: one event with both days, told by whom."""
    corpus = [
        told_on("a", "Odal and Vik met in Oslo on Monday.", "Monday", "2024-11-04", PEOPLE),
        told_on("b", "Sweden and Finland met on 4 November.", "4 November", "2024-11-04", STATES),
        told_on("c", "The ministers of Sweden and Finland met in Oslo on 5 November.", "5", "2024-11-05", STATES),
    ]
    for order in permutations(corpus):
        (merged,), undated = merge(order)
        assert not undated
        assert merged.edtf == "2024-11-04"
        (conflict,) = merged.conflicts
        assert conflict.values == ("2024-11-04", "2024-11-05")
        told = [[(merged.mentions[n].article, merged.mentions[n].trigger) for n in side] for side in conflict.mentions]
        assert told == [[("a", "met"), ("b", "met")], [("c", "met")]]


def test_two_meetings_in_one_article_stay_two() -> None:
    """What one article tells apart is not tied by others that tell one of the two each."""
    one, _, events = told_on("a", "Odal and Vik met in Oslo on Monday.", "Monday", "2024-11-04", PEOPLE)
    both = article("Ferries", "Odal and Vik met in Oslo on Monday. Then they met on 5 November in Oslo.", name="b")
    first = event(both, "met", actors=PEOPLE, when=at("2024-11-04"), anchor=_timex(both, "Monday"), places=(OSLO,))
    second = event(both, "met", nth=1, actors=PEOPLE, when=at("2024-11-05"), anchor=_timex(both, "5"), places=(OSLO,))
    other = told_on("c", "Sweden and Finland met in Oslo on 5 November.", "5", "2024-11-05", STATES)
    for order in permutations([(one, [], events), (both, [], [first, second]), other]):
        merged, _ = merge(order)
        assert [(found.edtf, len(found.conflicts)) for found in merged] == [("2024-11-04", 0), ("2024-11-05", 0)]
        assert [{m.article for m in found.mentions} for found in merged] == [{"a", "b"}, {"b", "c"}]


def _timex(of: Article, text: str) -> EventAnchor:
    return EventAnchor(kind="timex", start=of.text.index(text))


def test_work_is_bounded() -> None:
    """Work grows with the neighbours that are compared, not with the square of the mentions."""
    told = article("Calls", *(f"Ishiba called number {n}." for n in range(1500)))
    first = event(told, "called", actors=[ISHIBA])
    calls = [
        first.model_copy(
            update={
                "id": f"e{n}",
                "start": n,
                "end": n + 1,
                "time": at(f"{2000 + n % 20}-0{1 + n % 9}-{10 + n // 100}"),
            }
        )
        for n in range(1500)
    ]
    found = sorted(records(told, [], calls), key=lambda record: record.key)
    blocks = 2  # same article, same country
    assert 0 < len(list(candidates(found))) <= len(found) * neighbours() * blocks
    assert sum(map(len, cluster(found))) == len(found)
