"""What an earlier build has merged is not merged again, and the result is as if it were."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from itertools import pairwise

import pytest
from making import ISHIBA, TRUMP, XI, article, at, event

from timeline import merge
from timeline.merge import block, pairs
from timeline.merge.comparing import Comparing
from timeline.models import Article, Event, Timex

Coded = tuple[Article, list[Timex], list[Event]]

_DAYS = ("2024-11-05", "2024-11-06", "2024-11", "../2024-11-07", "")
_TEXTS = ("They met in Lima and talked about trade. Then they signed a deal.", "Both met, and signed. They met again.")


class Remembering:
    """A memory as a dictionary."""

    def __init__(self) -> None:
        self.values: dict[bytes, bytes] = {}

    def get(self, key: bytes) -> bytes | None:
        return self.values.get(key)

    def keep(self, key: bytes, value: bytes) -> None:
        self.values[key] = value


def coded(number: int, chance: random.Random) -> Coded:
    """An article with events of a few parties on a few days, so that many of them meet."""
    told = article(chance.choice(_TEXTS), name=f"a{number:03}", day=f"2024-11-{chance.randint(5, 9):02}")
    found = [
        event(told, trigger, type_, actors=chance.sample((ISHIBA, TRUMP, XI), chance.randint(1, 3)),
              when=at(chance.choice(_DAYS)))
        for trigger, type_ in (("met", "CONSULT"), ("signed", "AGREE"))
        if chance.random() < 0.8
    ]  # fmt: skip
    return told, [], found


def source(corpus: dict[str, tuple[int, Coded]], memory: Remembering) -> merge.Source:
    """The articles of a corpus, each with a version that stands for its content."""
    ordered = [corpus[name] for name in sorted(corpus)]
    mentions = [merge.Mentions(*found) for _, found in ordered]
    summaries = [
        merge.Summary(found[0].id, f"{found[0].id} {version}".encode().ljust(32), merge.card(of))
        for (version, found), of in zip(ordered, mentions, strict=True)
    ]
    return merge.Source(summaries, mentions.__getitem__, memory)


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """Which articles' mentions are compared with one another."""
    found: list[tuple[str, str]] = []

    new_scores = pairs._new_scores

    def noting(index: int, near: Mapping[int, bool], comparing: Comparing) -> dict[int, float]:
        names = {number: comparing._record(number).article.id for number in (index, *near)}
        found.extend((names[index], names[other]) for other, is_known in near.items() if not is_known)
        return new_scores(index, near, comparing)

    monkeypatch.setattr(pairs, "_new_scores", noting)
    return found


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("window", [2, 64])
def test_after_any_changes_all_is_as_if_merged_at_once(
    monkeypatch: pytest.MonkeyPatch, compared: list[tuple[str, str]], seed: int, window: int
) -> None:
    monkeypatch.setattr(block, "neighbours", lambda: window)
    chance, memory = random.Random(seed), Remembering()
    corpus = {f"a{number:03}": (0, coded(number, chance)) for number in range(30)}
    merge.merge_kept(source(corpus, memory))
    for version in range(1, 6):
        changed = set()
        for _ in range(chance.randint(1, 3)):
            number = chance.randrange(35)
            changed.add(name := f"a{number:03}")
            if name in corpus and chance.random() < 0.3:
                del corpus[name]
            else:
                corpus[name] = (version, coded(number, chance))
        fresh = merge.merge_kept(source(corpus, Remembering()))
        compared.clear()
        assert merge.merge_kept(source(corpus, memory)) == fresh
        if window == 64:  # in a small window, others move up where one goes
            assert all(changed & {*two} for two in compared)
        compared.clear()
        assert merge.merge_kept(source(corpus, memory)) == fresh
        assert not compared


def test_the_wide_window_gives_what_merging_in_one_go_gives() -> None:
    chance = random.Random(11)
    corpus = {f"a{number:03}": (0, coded(number, chance)) for number in range(25)}
    expected = merge.merge([found for _, found in corpus.values()])
    assert merge.merge_kept(source(corpus, Remembering()))[:2] == expected
    assert any(len(event.mentions) > 1 for event in expected[0])


def test_few_articles_are_held_at_a_time() -> None:
    """Articles of one time are compared with one another before others are looked at."""
    chance = random.Random(3)
    corpus: dict[str, tuple[int, Coded]] = {}
    for number in range(60):
        told, _, (*found,) = coded(number, chance)
        day = at(f"20{10 + number // 6}-05-05")
        corpus[told.id] = (0, (told, [], [one.model_copy(update={"time": day}) for one in found]))
    given = source(corpus, Remembering())
    order: list[int] = []

    def noting(load: Callable[[int], merge.Mentions]) -> Callable[[int], merge.Mentions]:
        def noted(number: int) -> merge.Mentions:
            order.append(number)
            return load(number)

        return noted

    merge.merge_kept(given._replace(load=noting(given.load)))
    firsts = [min(pair) for pair in zip(order[::2], order[1::2], strict=False)]
    backwards = sum(one > other + 12 for one, other in pairwise(firsts))
    assert len(firsts) > 60
    assert backwards < len(firsts) / 10
