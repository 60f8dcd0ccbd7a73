"""The examples that every rule carries in its table row."""

from __future__ import annotations

from datetime import date

import pytest
from phrasings import tagged

from timeline.dates.languages import grammar, languages, settings
from timeline.tables.load import read_toml

FILES = settings("en")["files"]

ROWS = [
    pytest.param(row, table["dct"], id=f"{name}:{row['name']}")
    for name in FILES
    for table in [read_toml(name if "/" in name else f"dates/en/{name}")]
    for row in table["rule"]
]


@pytest.mark.parametrize(("row", "day"), ROWS)
def test_examples_hold(row: dict[str, object], day: str) -> None:
    """Every example of a rule gives the values behind its arrow."""
    examples = row["examples"]
    assert isinstance(examples, list)
    assert examples, "a rule without an example is not understood"
    for example in examples:
        text, _, values = str(example).partition(" -> ")
        wanted = [] if values == "-" else [None if value == "?" else value for value in values.split(" | ")]
        assert [timex.value for timex in tagged(text, day)] == wanted, text


@pytest.mark.parametrize(("row", "day"), ROWS)
def test_a_rule_decides_one_of_its_examples(row: dict[str, object], day: str) -> None:
    """A rule that none of its own examples needs is a rule too many, or shadowed by another; names give nothing."""
    if row["op"] == "name":
        return
    deciders = {timex.rule for example in row["examples"] for timex in tagged(example.partition(" -> ")[0], day)}  # type: ignore[attr-defined]
    assert row["name"] in deciders


@pytest.mark.parametrize("language", languages())
def test_names_are_unique(language: str) -> None:
    """A rule's name is what the page and ``explain`` cite, so it names one rule of a language only."""
    names = [rule.name for rule in (*grammar(language).rules, *grammar(language).continuations)]
    assert sorted(names) == sorted(set(names))


def test_every_rule_says_what_it_is() -> None:
    """Each row says in words what it finds, and each file names the day its examples are read from."""
    for name in FILES:
        table = read_toml(name if "/" in name else f"dates/en/{name}")
        assert date.fromisoformat(table["dct"])
        assert all(row["says"] for row in table["rule"])


def test_every_rule_compiles() -> None:
    """Patterns are compiled when first tried, so a broken one must be found here."""
    for rule in (*grammar().rules, *grammar().continuations):
        assert rule.match.pattern == rule.source
