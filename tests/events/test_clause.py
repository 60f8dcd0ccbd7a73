"""What is read of a clause: who does what to whom, by which voice, denied or ahead."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from timeline.events.parse.clause import clause_of
from timeline.events.parse.english import parse
from timeline.events.parse.word import Tree, Word, top_of

ROWS = tomllib.loads((Path(__file__).parents[1] / "corpus" / "clauses.toml").read_text(encoding="utf-8"))["clause"]


def tree(text: str) -> Tree:
    return next(iter(parse([text])))


def word_of(text: str, word: str) -> Word:
    return next(w for w in tree(text) if w.text == word)


def said(value: Any) -> Any:
    """A field of the record as the table writes it."""
    if isinstance(value, bool):
        return value
    if isinstance(value, frozenset):
        return " ".join(sorted(value))
    if value and isinstance(value[0], tuple):
        return ", ".join(f"{preposition} {noun.text}" for preposition, noun in value)
    return " ".join(word.text for word in value)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['word']}: {row['text']}")
def test_a_clause_says(row: dict[str, Any]) -> None:
    clause = clause_of(word_of(row["text"], row["word"]))
    told = {key: value for key, value in row.items() if key not in ("text", "word")}
    for key in ("particles", "markers", "openers"):
        if key in told:
            told[key] = " ".join(sorted(told[key].split()))
    assert {key: said(getattr(clause, key)) for key in told} == told


def test_a_clause_is_read_once() -> None:
    word = word_of("Norway accused Chad of smuggling.", "accused")
    assert clause_of(word) is clause_of(word)


def test_a_tree_knows_its_words_by_place() -> None:
    """Words have offsets, neighbours, ancestors and the stretch of what stands below them."""
    text = "Norway urged Chad to release the two sailors."
    found = tree(text)
    assert [text[w.start : w.end] for w in found] == [w.text for w in found]
    release = next(w for w in found if w.text == "release")
    assert [w.text for w in release.subtree] == ["to", "release", "the", "two", "sailors"]
    assert found.root.text == "urged"
    assert [w.text for w in release.ancestors] == ["urged"]
    assert found.root.is_above(release)
    assert not release.is_above(found.root)
    assert release.before is not None and release.before.text == "to"
    assert found[0].before is None and found[-1].after is None


def test_the_top_of_a_stretch_is_no_mere_sign() -> None:
    found = tree('Norway paid "60 million" to Chad.')
    stretch = found.covering(12, 15)
    assert [w.text for w in stretch] == ['"', "60"]
    assert top_of(stretch).text == "60"


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("Lund said the months ahead would be hard and urged Chad to wait.", "said"),
        ("Lund praised the pledge by Chad to send two ships and told the press that they would sail.", "praised"),
        ("Lund failed to win and filed a complaint.", "failed"),
    ],
)
def test_a_joined_past_verb_hangs_on_the_past_verb_above(text: str, head: str) -> None:
    """Nothing "would urged", "to told" or "to filed"; the tree stays one of stretches without gaps."""
    joined = next(w for w in tree(text) if w.role == "conjunct" and w.form == "past")
    assert joined.head.text == head
    assert all([w.index for w in word.subtree] == sorted({word.index, *_below(word)}) for word in tree(text))


def _below(word: Word) -> set[int]:
    return {index for child in word.children for index in (child.index, *_below(child))}
