"""The files that a build writes and other commands read."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path

from pydantic import ValidationError

from timeline import given, reasons
from timeline.consistency import inconsistency
from timeline.errors import OutputError, TimelineFileError
from timeline.invalid import first_of
from timeline.models import Timeline
from timeline.options import FORMATS
from timeline.tables.load import read_toml


def write_timeline(timeline: Timeline, folder: Path, formats: Collection[str], plotlyjs: str | None) -> None:
    """Write a timeline into a folder, in all formats or in none; ``plotlyjs``: the bundle that ``library`` gave.

    Nobody else may be writing into that folder.  Raises OutputError where that is impossible.
    """
    from timeline.formats import file_name, parts
    from timeline.render.write import clean, write

    if folder.exists() and not folder.is_dir():
        raise OutputError(f"{folder}: is no folder; choose another -o")
    clean(folder / file_name(name) for name in FORMATS)
    # Each is made when it is written, and no sooner.
    write({folder / file_name(name): parts(timeline, name, plotlyjs=plotlyjs) for name in FORMATS if name in formats})


def library(path: str | Path | None) -> str | None:
    """Read the bundle of plotly.js that a page is to carry; None, plotly.py's own, where none is given."""
    from timeline import render

    return None if path is None else render.read_library(Path(path))


def load(path: str | Path) -> Timeline:
    """Read a timeline file; ``-`` is standard input.

    Raises TimelineFileError where it cannot be read or is none, or its parts do not fit one another.
    """
    return _timeline(Path(path), _bytes(Path(path)))


def _timeline(path: Path, data: bytes) -> Timeline:
    try:
        timeline = Timeline.model_validate_json(data)
    except ValidationError as error:
        raise _none_of_ours(path, f"is no timeline file ({first_of(error).problem})") from error
    told = _inconsistency(timeline)
    if told:
        raise _none_of_ours(path, f"is inconsistent ({told})")
    return timeline


def _inconsistency(timeline: Timeline) -> str | None:
    return inconsistency(timeline, frozenset(read_toml("events/types.toml")))


def _none_of_ours(path: Path, told: str) -> TimelineFileError:
    return TimelineFileError(
        f"{given.called(path)}: {told}; give the timeline.json that `timeline build` writes, or build it again"
    )


def _bytes(path: Path) -> bytes:
    try:
        return given.read(path)
    except OSError as error:
        raise TimelineFileError(f"{path}: cannot be read ({error.strerror}); give the JSON file of a build") from error


def load_events(path: str | Path, report: Callable[[TimelineFileError], None]) -> Timeline:
    """Read a timeline file, a CSV table of events, TimelineJS's JSON, or the JSON Lines that the page saves.

    ``report`` gets each row that cannot be used.  Raises TimelineFileError where the file cannot be read or used.
    """
    from timeline import sheets

    file = Path(path)
    data = _bytes(file)
    if not sheets.is_sheet(file, data):
        return _timeline(file, data)
    timeline = sheets.read(file, data, report)
    told = _inconsistency(timeline)
    if told:
        raise TimelineFileError(f"{given.called(file)}: is inconsistent ({told}); mend the row of that event")
    return timeline


def rendered(
    path: str | Path,
    format_name: str = "html",
    *,
    plotlyjs: str | Path | None = None,
    report: Callable[[TimelineFileError], None],
) -> Iterator[str | bytes]:
    """Yield what ``load_events`` reads in a format, part by part; options and errors as of ``render_file``."""
    from timeline.formats import check, parts

    check([format_name])
    bundle = library(plotlyjs)
    yield from parts(load_events(path, report), format_name, plotlyjs=bundle)


def render_file(
    path: str | Path,
    targets: Mapping[str, str | Path],
    *,
    plotlyjs: str | Path | None = None,
    report: Callable[[TimelineFileError], None],
) -> None:
    """Write what ``load_events`` reads into files, ``targets`` by their formats, all of them or none.

    ``plotlyjs``: a bundle of plotly.js for the page to carry instead of plotly.py's own.  Raises TimelineFileError
    where the file cannot be read, OptionError for a format that there is not, OutputError where writing fails.
    """
    from timeline.formats import check, parts
    from timeline.render.write import write

    check(targets)
    for target in targets.values():
        if Path(target).resolve() == Path(path).resolve():
            raise OutputError(f"{target}: is the file that is read; choose another with -o")
    bundle = library(plotlyjs)
    timeline = load_events(path, report)
    write({Path(target): parts(timeline, name, plotlyjs=bundle) for name, target in targets.items()})


def explain_file(path: str | Path, event: str) -> str:
    """Say why an event of a timeline file stands where it stands."""
    timeline = load(path)
    try:
        return reasons.explain(timeline, event)
    except TimelineFileError as error:
        raise TimelineFileError(f"{given.called(Path(path))}: {error}") from error


def schema(name: str = "timeline") -> str:
    """Give the JSON Schema of timeline files, or another of ``SCHEMAS``; raises OptionError for any other name."""
    from timeline.formats.schemas import schema as schema_of

    return schema_of(name)
