"""Who did what to whom: parties told by apposition, pronoun, owner, office or metonym, and the headline with them."""

from __future__ import annotations

import importlib
import pkgutil
import tomllib
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import pytest

from timeline import dates, events
from timeline.articles.blocks import blocks
from timeline.articles.sentences import sentences
from timeline.events import headline, parties, people
from timeline.models import Article, Dct, Event, Party
from timeline.names.scan import scan
from timeline.tables.knowledge import countries

pytestmark = pytest.mark.usefixtures("whatever_is_coded")

TABLE = tomllib.loads((Path(__file__).parents[1] / "corpus" / "parties.toml").read_text(encoding="utf-8"))
SHARED = {"COG", "DMA", "SUN"}  # their adjective or capital means another country in the news


def coded(text: str, dct: str | None = None) -> list[Event]:
    """The typed events of a text as the build codes them."""
    found = blocks(text)
    day = date.fromisoformat(dct) if dct else None
    known = Dct(value=dct, not_before=day, not_after=day, confidence=1.0, evidence="given") if day else Dct()
    article = Article(id="a", text=text, dct=known, blocks=tuple(found))
    spans = sentences(text, found)
    return events.code(article, spans, dates.tag(text, known, spans), typed_only=True)


@pytest.mark.parametrize("row", TABLE["rows"], ids=lambda row: row[0][:40])
def test_parties_and_headline(row: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Each text gives the event with these codes, in this order, under this headline, and not without its rules."""
    text, *told, needed = row
    check(_told, text, tuple(told), needed, monkeypatch)


@pytest.mark.parametrize("row", TABLE["identities"], ids=lambda row: row[0][:40])
def test_name_country_and_sector(row: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Each text gives the event with these actors, and not without its rules."""
    text, *told, needed = row
    check(_who, text, tuple(told), needed, monkeypatch)


def check(
    tell: Callable[[str], list[tuple[str, ...]]],
    text: str,
    expected: tuple[str, ...],
    needed: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told = tell(text)
    assert expected in told, told
    for rule in needed.split():
        with monkeypatch.context() as patch:
            switch_off(rule, patch)
            try:
                without = tell(text)
            except RuntimeError:  # the last of several ways, without which none is left
                continue
            assert expected not in without, f"{rule} decides nothing here"


def _told(text: str) -> list[tuple[str, ...]]:
    return [(e.trigger, _codes(e.actors), _codes(e.recipients), e.title or "") for e in coded(text, TABLE["dct"])]


def _codes(parties: Iterable[Party]) -> str:
    return " ".join(p.code or "-" for p in parties)


def _who(text: str) -> list[tuple[str, ...]]:
    return [
        (e.trigger, "; ".join(f"{p.name or ''}/{p.code or ''}/{p.sector or ''}" for p in e.actors))
        for e in coded(text, TABLE["dct"])
    ]


MODULES = [
    importlib.import_module(module.name)
    for room in (people, parties, headline)
    for module in pkgutil.walk_packages(room.__path__, f"{room.__name__}.")
]
# What a rule that is switched off says, by the return type it is written with.
NOTHING: dict[str, object] = {"bool": False, "str": ""}


def switch_off(rule: str, patch: pytest.MonkeyPatch) -> None:
    """Take a rule out of the list of ways it stands in, or let it find nothing."""
    module_name, _, name = rule.partition(".")
    home = next(m for m in MODULES if m.__name__.endswith(f".{module_name}"))
    function = getattr(home, name)
    for listed, ways in list(vars(home).items()):
        if isinstance(ways, tuple) and function in ways:
            patch.setattr(home, listed, tuple(way for way in ways if way is not function))
            return
        if isinstance(ways, dict) and listed.startswith("_") and listed.isupper() and function in ways.values():
            patch.setattr(home, listed, {key: way for key, way in ways.items() if way is not function})
            return
    returns = function.__annotations__["return"]
    nothing = NOTHING.get(returns, None if "None" in returns else [])
    for module in MODULES:
        if vars(module).get(name) is function:
            patch.setattr(module, name, lambda *_, **__: nothing)


def test_every_country_is_known_by_name_adjective_and_capital() -> None:
    """What newspapers call a state counts for it."""
    for country in countries():
        if country.code in SHARED or (country.code.startswith("X") and country.code != "XKX"):
            continue
        for word in (country.name, *country.demonyms, *country.capitals):
            assert [h.name.code for h in scan(word)] == [country.code], word


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("The Kremlin", "RUS"),
        ("The White House", "USA"),
        ("Downing Street", "GBR"),
        ("The Elysee", "FRA"),
        ("The Blue House", "KOR"),
        ("The Planalto", "BRA"),
        ("Malacanang", "PHL"),
        ("The Quirinal", "ITA"),
        ("The United Nations", "IGO"),
        ("NATO", "IGO"),
        ("The European Union", "IGO"),
        ("ASEAN", "IGO"),
        ("The African Union", "IGO"),
        ("The Arab League", "IGO"),
        ("Mercosur", "IGO"),
        ("ECOWAS", "IGO"),
        ("The Security Council", "IGO"),
        ("The Red Cross", "NGO"),
    ],
)
def test_metonyms_and_bodies_act(name: str, code: str) -> None:
    """Seats of power stand for their state, and bodies have codes of their own."""
    found = coded(f"{name} condemned the attack on Monday.")
    assert [[p.code for p in e.actors] for e in found] == [[code]]


def test_waters_and_names_of_treaties_are_no_party() -> None:
    """A country's name inside another name does not act or suffer."""
    (event,) = coded("Iran left the Ottawa convention after a clash in the Gulf of Oman.")[:1]
    assert [p.code for p in (*event.actors, *event.recipients)] == ["IRN"]


def test_officials_without_a_country_belong_to_where_the_article_is_written() -> None:
    """A dateline tells whose minister is meant, unless it only names the seat of a body."""
    told = "Interior Minister Paul Lerou condemned the raid."
    assert coded(f"PARIS, June 12 (AFP) - {told}")[0].actors[0].code == "FRA"
    assert coded(f"GENEVA, June 12 (AFP) - {told}")[0].actors[0].code is None


def test_a_ministry_speaks_for_its_country() -> None:
    """In a ministry's own statement "we" and "the ministry" are its country."""
    title = "STATEMENT BY THE MINISTRY OF FOREIGN AFFAIRS OF ARMENIA"
    found = coded(
        f"{title}\n\nThe Ministry condemns the raid of Friday.\n\nWe reject the offer of the Georgian government."
    )
    assert [(e.type, [p.code for p in e.actors]) for e in found] == [("ACCUSE", ["ARM"]), ("REJECT", ["ARM"])]


def test_labels_are_no_part_of_what_is_told() -> None:
    """What stands before a colon in a list, a transcript or a headline is read apart."""
    found = coded(
        "Week in diplomacy\n\n- Brazil: Foreign Minister Mauro Vieira arrived in Moscow for a three-day visit.\n"
    )
    assert [(e.type, [p.name for p in e.actors], e.title) for e in found] == [
        ("CONSULT", ["Mauro Vieira"], "Vieira arrives in Moscow for a three-day visit")
    ]
