"""The spaCy component."""

from __future__ import annotations

import tomllib
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.tokens import Doc

from timeline import DateError, extract
from timeline.component import NAME, component

TEXT = "Premier Haas of Norway met President Lind of Finland in Oslo on Monday. They agreed to meet again next month."
PYPROJECT = Path(__file__).parent.parent / "pyproject.toml"


def pipeline(**config: Any) -> Any:
    nlp = spacy.blank("en")
    nlp.add_pipe(NAME, config=config)
    return nlp


def test_it_is_an_entry_point() -> None:
    entry = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))["project"]["entry-points"]["spacy_factories"]
    module, _, name = entry[NAME].partition(":")
    assert getattr(import_module(module), name) is component


def test_expressions_and_events_stand_on_the_doc() -> None:
    doc = pipeline(dct="2024-11-07")(TEXT)
    found = extract(TEXT, dct="2024-11-07", language="en")
    assert (doc._.dct, doc._.timexes, doc._.events) == (found.dct, found.timexes, found.events)
    assert [(span.text, span.label_) for span in doc.spans["timexes"]] == [("Monday", "DATE"), ("next month", "DATE")]
    assert [span._.timex.value for span in doc.spans["timexes"]] == ["2024-11-04", "2024-12"]
    assert [span._.event for span in doc.spans["events"]] == list(found.events)
    assert ("met", "CONSULT") in [(span.text, span.label_) for span in doc.spans["events"]]
    assert (doc[0:1]._.timex, doc[0:1]._.event) == (None, None)


def test_a_part_of_a_word_is_marked_by_the_whole() -> None:
    doc = spacy.blank("xx")
    doc.add_pipe(NAME, config={"dct": "2024-11-07", "only": "timexes"})
    made = doc("mid-November2024x or on Monday")
    assert [span._.timex.text for span in made.spans["timexes"]] == [timex.text for timex in made._.timexes]


def test_a_doc_may_have_a_day_of_its_own() -> None:
    nlp = pipeline(dct="2024-11-07", only="timexes")
    doc = nlp.make_doc("They met on Monday.")
    doc._.dct = "2020-01-01"
    assert doc._.dct.value == "2020-01-01"
    doc = nlp(doc)
    assert [timex.value for timex in doc._.timexes] == ["2019-12-30"]
    assert doc._.events == ()
    with pytest.raises(DateError, match="someday"):
        pipeline(dct="someday")("They met.")


def test_it_travels_to_disk_and_between_processes(tmp_path: Path) -> None:
    nlp = pipeline(dct="2024-11-07")
    nlp.to_disk(tmp_path / "model")
    again = spacy.load(tmp_path / "model")
    docs = list(again.pipe([TEXT] * 2, n_process=2))
    docs.append(Doc(nlp.vocab).from_bytes(nlp(TEXT).to_bytes()))
    assert {len(doc._.events) for doc in docs} == {len(nlp(TEXT)._.events)}
    assert {doc.spans["timexes"][0]._.timex.value for doc in docs} == {"2024-11-04"}


def test_a_doc_that_was_not_annotated_has_nothing() -> None:
    doc = spacy.blank("en")(TEXT)
    assert (doc._.timexes, doc._.events, doc._.dct.value) == ((), (), None)
