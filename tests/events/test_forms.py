"""Word forms: those of the table are the dictionary's, and each is found in a sentence."""

from __future__ import annotations

import pytest
from making import article

from timeline import events
from timeline.articles.sentences import sentences
from timeline.events.lexicon import lexicon
from timeline.events.parse.inflect import forms, present


def test_the_table_is_the_dictionary_for_the_lexicon_of_today() -> None:
    """A new word of a frame wants ``make forms``."""
    pytest.importorskip("lemminflect", reason="lemminflect is an extra: pip install '.[dev]'")
    from forms import TABLE, table

    assert TABLE.read_text(encoding="utf-8") == table()


def test_the_present_is_the_dictionary_own() -> None:
    dictionary = pytest.importorskip("lemminflect", reason="lemminflect is an extra")
    known = {verb: dictionary.getInflection(verb, "VBZ", inflect_oov=False) for verb in lexicon().verbs}
    assert sum(map(bool, known.values())) > 700
    # The dictionary has "they torpedo" twice.
    assert [verb for verb, own in known.items() if own and present(verb) not in own] == ["torpedo"]


def test_every_verb_has_its_participle() -> None:
    assert [verb for verb in lexicon().verbs if not any(form.endswith("ing") for form in forms(verb) - {verb})] == []


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        ("The army of Chad retook the town of Goma.", "retook", "ASSAULT"),
        ("France equipped the army of Mali with drones.", "equipped", "AID"),
        ("Norway is freeing two prisoners of Chad.", "freeing", "RETREAT"),
        ("Ghana and Togo are agreeing on a border treaty.", "agreeing", "AGREE"),
        ("The premier of Chile besought Norway to send aid.", "besought", "REQUEST"),
    ],
)
def test_a_verb_is_found_in_every_form(text: str, trigger: str, kind: str) -> None:
    """No sentence is left out before parsing for want of a form."""
    of = article(text)
    found = events.code(of, sentences(text, of.blocks), [], typed_only=True)
    assert [(event.trigger, event.type) for event in found] == [(trigger, kind)]
