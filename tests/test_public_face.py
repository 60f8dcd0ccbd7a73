"""What the package promises to those who import it."""

from __future__ import annotations

import inspect
import subprocess
import sys
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from commands import article

import timeline
from timeline import DateError, OptionError, TimelineError
from timeline.options import Options

PUBLIC = timeline.__all__
HEAVY = ("timeline.", "pydantic", "spacy", "plotly", "numpy", "pandas", "click", "lxml", "jinja2", "dateparser")


def test_all_is_what_is_promised() -> None:
    assert {"Annotation", "Event", "Timeline", "TimelineError", "Timex", "build", "extract", "load"} < set(PUBLIC)
    assert [getattr(timeline, name).__name__ for name in PUBLIC] == PUBLIC == sorted(PUBLIC)
    assert set(PUBLIC) < set(dir(timeline))
    with pytest.raises(AttributeError, match="no attribute 'utils'"):
        _ = timeline.utils


def test_importing_it_loads_nothing_else() -> None:
    code = f"import sys, timeline; print([name for name in sys.modules if name.startswith({HEAVY!r})])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_build_and_extract(tmp_path: Path) -> None:
    result = timeline.build(article(tmp_path), output=tmp_path / "o")
    assert result.events
    assert (tmp_path / "o/timeline.html").exists()
    known = result.articles[0]
    found = timeline.extract(known.text, dct=known.dct.value, title=known.title)
    assert {event.type for event in found.events} >= {"CONSULT", "AGREE"}
    assert [(timex.text, timex.value) for timex in found.timexes] == [
        ("Monday", "2024-11-04"),
        ("next month", "2024-12"),
    ]
    assert found.dct.day == known.dct.day
    kept = timeline.load(tmp_path / "o/timeline.json")
    assert kept == result
    assert kept.to_json() == (tmp_path / "o/timeline.json").read_text(encoding="utf-8")
    assert kept.to_html() == (tmp_path / "o/timeline.html").read_text(encoding="utf-8")


def test_extract_takes_what_annotate_takes() -> None:
    text = "They met on Monday."
    assert timeline.extract(text).timexes[0].not_before is None
    assert timeline.extract(text, dct=date(2024, 11, 7)) == timeline.extract(text, dct="7 November 2024")
    assert timeline.extract(text, dct="2024-11-07", only="events").timexes == ()
    assert timeline.extract(text, only="timexes").events == ()
    spans = timeline.extract(text, dct="2024-11-07", spans=[(5, 8)])
    assert [(event.trigger, event.start) for event in spans.events] == [("met", 5)]
    german = timeline.extract("Sie trafen sich gestern.", dct="2024-11-07", language="de", only="timexes")
    assert [timex.value for timex in german.timexes] == ["2024-11-06"]


@pytest.mark.parametrize(
    ("arguments", "error", "says"),
    [
        ({"dct": "someday"}, DateError, "someday"),
        ({"spans": [(3, 99)]}, OptionError, "span 3 to 99 leaves the text of 9 characters"),
        ({"spans": [(3, 3)]}, OptionError, "span 3 to 3"),
        ({"only": "dates"}, OptionError, "'dates' is not known; it is one of timexes, events"),
    ],
)
def test_extract_says_what_is_wrong(arguments: dict[str, Any], error: type[TimelineError], says: str) -> None:
    with pytest.raises(error, match=says):
        timeline.extract("They met.", **arguments)


def test_build_takes_every_option_of_a_build() -> None:
    parameters = list(inspect.signature(timeline.build).parameters.values())
    options = {one.name: one.default for one in parameters if one.kind == one.KEYWORD_ONLY}
    watching = {"report", "note", "progress"}
    assert options.keys() == {one.name for one in fields(Options)} | watching
    built = {name: default for name, default in options.items() if name not in watching | {"dates"}}
    assert Options(**built) == Options()


def test_build_raises_what_a_user_can_repair(tmp_path: Path) -> None:
    with pytest.raises(TimelineError, match="no article could be used"):
        timeline.build(tmp_path / "nothing", output=tmp_path / "o")
    assert not (tmp_path / "o").exists()
