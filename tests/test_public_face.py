"""What the package promises to those who import it."""

from __future__ import annotations

import inspect
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pytest
from commands import article

import timeline
from timeline import Article, TimelineError
from timeline.options import Options


def test_all_is_what_is_promised() -> None:
    assert timeline.__all__ == ["Article", "Event", "Timeline", "TimelineError", "Timex", "build", "extract"]
    assert [getattr(timeline, name).__name__ for name in timeline.__all__] == timeline.__all__
    with pytest.raises(AttributeError, match="no attribute 'utils'"):
        _ = timeline.utils


def test_importing_it_loads_nothing_else() -> None:
    code = "import sys, timeline; print([name for name in sys.modules if name.startswith(('timeline.', 'pydantic'))])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_build_and_extract(tmp_path: Path) -> None:
    result = timeline.build(article(tmp_path), output=tmp_path / "o")
    assert result.events
    assert (tmp_path / "o/timeline.html").exists()
    known = result.articles[0]
    events = timeline.extract(Article(id="a", dct=known.dct, blocks=known.blocks, text=known.text))
    assert {event.type for event in events} >= {"CONSULT", "AGREE"}


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
