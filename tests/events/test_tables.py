"""Nothing stands in the tables of events that nothing reads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import get_args

import pytest

import timeline
from timeline.events.frame import CONDITIONS, Frame
from timeline.events.lexicon import Lexicon, lexicon
from timeline.models import Status
from timeline.tables.load import list_tables, read_toml

ROOT = Path(timeline.__file__).parent
# What tells a frame apart and is read while the lexicon is.
READ_AT_LOAD = {"words", "noun", "strong", "examples", "counterexamples", "conditions"}


@cache
def source(leave_out: str = "") -> str:
    """The package's code, but for one file."""
    return "\n".join(p.read_text(encoding="utf-8") for p in sorted(ROOT.rglob("*.py")) if p.name != leave_out)


@cache
def frame_tables() -> str:
    return "\n".join(p.read_text(encoding="utf-8") for p in sorted((ROOT / "tables" / "events").glob("*.toml")))


def word_lists() -> Iterator[tuple[str, str]]:
    for path in list_tables("events/words"):
        yield from ((Path(path).stem, name) for name in read_toml(path))


@cache
def readers(table: str) -> str:
    """The modules that ask for a list of a table."""
    modules = (p.read_text(encoding="utf-8") for p in sorted((ROOT / "events").rglob("*.py")))
    return "\n".join(module for module in modules if re.search(rf"words\(['\"]{table}['\"], ", module))


@pytest.mark.parametrize(("table", "name"), list(word_lists()))
def test_a_word_list_is_asked_for(table: str, name: str) -> None:
    """Some module that asks for lists of this table names each of them."""
    assert f'"{name}"' in readers(table)


@pytest.mark.parametrize("name", list(read_toml("events/sets.toml")))
def test_a_word_class_is_used(name: str) -> None:
    """Some frame names each word class, or some rule asks for it."""
    assert f'sets["{name}"]' in source() or re.search(rf"@{name}\b", frame_tables())


@pytest.mark.parametrize("name", sorted(lexicon().groups))
def test_a_group_of_parties_is_asked_for(name: str) -> None:
    """Some rule asks for each group of nouns in the table of sectors."""
    assert f'groups["{name}"]' in source()


@pytest.mark.parametrize("name", sorted({group for kind in lexicon().kinds.values() for group in kind.groups}))
def test_a_group_of_types_is_asked_for(name: str) -> None:
    """Some rule asks for each group of event types."""
    assert f'types("{name}")' in source()


@pytest.mark.parametrize("name", sorted(read_toml("events/reporting.toml")))
def test_a_list_of_reporting_words_is_asked_for(name: str) -> None:
    """Some rule asks for each list of words of reporting."""
    assert f'reporting["{name}"]' in source()


@pytest.mark.parametrize("name", [field.name for field in fields(Lexicon)])
def test_a_field_of_the_lexicon_is_read(name: str) -> None:
    """Something outside the lexicon reads each of its fields."""
    assert re.search(rf"(\blex|lexicon\(\))\.{name}\b", source("lexicon.py"))


@pytest.mark.parametrize("name", [f.name for f in fields(Frame) if f.name not in {*CONDITIONS, *READ_AT_LOAD}])
def test_a_field_of_a_frame_is_read(name: str) -> None:
    """Something outside reads each field of a frame that is no condition of it."""
    assert re.search(rf"\bframe\.{name}\b", source("frame.py"))


def test_statuses_are_known() -> None:
    """Governors and adjectives give statuses that events can have."""
    lex = lexicon()
    assert {*lex.governors.values(), *lex.modifiers.values()} <= {*get_args(Status), "pass"}
