"""The invented articles: what is written of them holds together, and their timelines tell so much of it."""

from __future__ import annotations

import importlib.util
import json
import re
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import pytest
from desk_articles import DeskArticle, article, as_gold, build, load, place

from timeline.edtf import parse
from timeline.evaluate.desk import count, figures, judge, rows
from timeline.models import STATUSES
from timeline.names.countries import called, spellings
from timeline.tables.load import read_toml

ARTICLES = load()
GENRES = {"wire", "newspaper", "readout", "communique", "chronology", "live blog", "transcript", "background", "letter"}
SCORER = Path(__file__).parents[3] / "shared" / "score" / "desk.py"

# Percent; `duplicates` is a ceiling, all others are floors.  Raise them as the timelines get better.
FLOORS = {
    "recall": 70,
    "recall_key": 75,
    "precision": 88,
    "dates": 83,
    "parties": 60,
    "right_recall": 49,
    "right_precision": 60,
    "desk_f1": 54,
}
DUPLICATES = 8
DESK_F1 = {
    "background": 53,
    "chronology": 62,
    "communique": 51,
    "letter": 50,
    "live blog": 48,
    "newspaper": 58,
    "readout": 55,
    "transcript": 34,
    "wire": 52,
}
POOR_ENGLISH = 40


class Built(NamedTuple):
    """The timelines of all articles, by their names."""

    folder: Path
    timelines: dict[str, Any]

    def figures(self, articles: Iterable[DeskArticle]) -> dict[str, float]:
        """Score some of the articles."""
        return figures(count(judge(one, rows(self.timelines[one.name]))) for one in articles)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("desk")
    return Built(folder, {one.name: build(one, folder) for one in ARTICLES})


def test_there_are_enough_of_every_genre_in_good_and_poor_english() -> None:
    assert len(ARTICLES) >= 102
    assert {one.genre for one in ARTICLES} == GENRES
    assert sum(one.english == "poor" for one in ARTICLES) >= 8
    assert [one.name for one in ARTICLES if not 150 <= len(one.text.split()) <= 400] == []


@pytest.mark.parametrize("one", ARTICLES, ids=lambda one: one.name)
def test_what_is_written_of_an_article_holds_together(one: DeskArticle) -> None:
    types = {*read_toml("events/types.toml"), "OTHER"}
    assert one.english in {"ordinary", "poor"}
    assert any(event.level == "key" for event in one.events)
    for event in one.events:
        assert event.level in {"key", "event", "optional"}, event.what
        assert event.triggers, event.what
        assert set(event.types) <= types, event.what
        assert set(event.statuses) <= set(STATUSES), event.what
        for several in (event.triggers, event.types, event.statuses, event.parties):
            assert len(set(several)) == len(several), event.what
        spans = [parse(when) for when in event.whens]
        assert len(set(spans)) == len(spans), event.what
        assert [party for party in event.parties if not is_named(party, one.text)] == [], event.what


def is_named(party: str, text: str) -> bool:
    """Tell whether the text has each word of a name, or calls the country of that name by one of its other words."""
    codes = {name.code for word, name in spellings() if word == party}
    words = {word.casefold() for word in re.findall(r"\w+", text)}
    by_its_words = all(word.casefold() in words for word in re.findall(r"\w+", party))
    return by_its_words or any(re.search(rf"\b{word}", text) for code in codes for word in called(code))


@pytest.mark.parametrize(
    ("trigger", "times"), [("left", 0), ("met", 2), ("[met] him", 0), ("[me", 0), ("and [met] in", 1)]
)
def test_a_trigger_must_be_found_exactly_once(trigger: str, times: int) -> None:
    text = "They met her in May, and met in June."
    if times == 1:
        assert place(trigger, text) == (25, 28)
        return
    head = f'dct = "2024-07-01"\ngenre = "wire"\nenglish = "ordinary"\ntext = "{text}"\n'
    row = f'[[event]]\nwhat = "A meeting"\nlevel = "key"\ntriggers = ["{trigger}"]\n'
    fields = 'type = "CONSULT"\nstatus = "occurred"\nwhen = "2024"\n'
    with pytest.raises(ValueError, match=rf"one: A meeting: .* {times} times"):
        article("one", head + row + fields)


def test_the_timelines_are_of_these_texts_and_days(built: Built) -> None:
    for one in ARTICLES:
        read = built.timelines[one.name]["articles"][0]
        assert (read["text"], read["dct"]["value"]) == (one.text, one.dct)


def test_the_timelines_tell_what_they_told_before(built: Built) -> None:
    found = built.figures(ARTICLES)
    assert {name: found[name] for name, floor in FLOORS.items() if found[name] < floor} == {}
    assert found["duplicates"] <= DUPLICATES


@pytest.mark.parametrize(("genre", "floor"), DESK_F1.items())
def test_every_genre_is_told_as_well_as_before(built: Built, genre: str, floor: float) -> None:
    assert built.figures(one for one in ARTICLES if one.genre == genre)["desk_f1"] >= floor


def test_poor_english_is_told_as_well_as_before(built: Built) -> None:
    assert built.figures(one for one in ARTICLES if one.english == "poor")["desk_f1"] >= POOR_ENGLISH


@pytest.mark.skipif(not SCORER.exists(), reason="the common scorer does not lie beside the project")
def test_the_figures_are_those_of_the_common_scorer(built: Built) -> None:
    for name, made in built.timelines.items():
        (built.folder / f"{name}.json").write_text(json.dumps(made), encoding="utf-8")
    theirs = load_scorer().score([as_gold(one) for one in ARTICLES], built.folder, all_rows=False, errors=False)
    names = {"dates": "right", "parties": "parties_f1"}
    flat = {**theirs, **theirs["dates"]}
    ours = built.figures(ARTICLES)
    assert ours == {name: flat[names.get(name, name)] for name in ours}


def load_scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("common_desk_scorer", SCORER)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
