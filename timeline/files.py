"""The files that a build writes and other commands read."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import partial
from pathlib import Path

from pydantic import ValidationError

from timeline import reasons
from timeline.errors import OutputError, TimelineFileError
from timeline.invalid import first_of
from timeline.models import Timeline
from timeline.options import FORMATS


def write_timeline(timeline: Timeline, folder: Path, formats: Collection[str], plotlyjs: str | None) -> None:
    """Write a timeline into a folder, in all formats or in none; ``plotlyjs``: the bundle that ``library`` gave.

    Nobody else may be writing into that folder.  Raises OutputError where that is impossible.
    """
    from timeline import render
    from timeline.render.write import clean, write

    def once(make: Callable[[Timeline], str]) -> Iterator[str]:
        yield make(timeline)  # when it is written, and no sooner

    make: dict[str, Iterable[str]] = {
        "html": once(partial(render.page, plotlyjs=plotlyjs)),
        "json": render.json_parts(timeline),
        "csv": once(render.to_csv),
    }
    if folder.exists() and not folder.is_dir():
        raise OutputError(f"{folder}: is no folder; choose another -o")
    clean(folder / f"timeline.{name}" for name in FORMATS)
    write({folder / f"timeline.{name}": make[name] for name in FORMATS if name in formats})


def library(path: str | Path | None) -> str | None:
    """Read the bundle of plotly.js that a page is to carry; None, plotly.py's own, where none is given."""
    from timeline import render

    return None if path is None else render.read_library(Path(path))


def load(path: str | Path) -> Timeline:
    """Read a timeline file.

    Raises TimelineFileError where it cannot be read or is none.
    """
    try:
        return Timeline.model_validate_json(Path(path).read_bytes())
    except OSError as error:
        raise TimelineFileError(f"{path}: cannot be read ({error.strerror}); give the JSON file of a build") from error
    except ValidationError as error:
        raise TimelineFileError(
            f"{path}: is no timeline file ({first_of(error).problem}); "
            "give the timeline.json that `timeline build` writes, or build it again"
        ) from error


def render_file(path: str | Path, page: str | Path | None = None, *, plotlyjs: str | Path | None = None) -> str:
    """Make the page of a timeline file; write it to ``page`` where given.

    ``plotlyjs``: a bundle of plotly.js to carry instead of plotly.py's own.
    """
    from timeline import render
    from timeline.render.write import write

    bundle = library(plotlyjs)
    html = render.page(load(path), plotlyjs=bundle)
    if page is not None:
        write({Path(page): html})
    return html


def explain_file(path: str | Path, event: str) -> str:
    """Say why an event of a timeline file stands where it stands."""
    timeline = load(path)
    try:
        return reasons.explain(timeline, event)
    except TimelineFileError as error:
        raise TimelineFileError(f"{path}: {error}") from error


def schema() -> str:
    """Give the JSON Schema of timeline files."""
    return json.dumps(Timeline.model_json_schema(mode="serialization"), indent=2)
