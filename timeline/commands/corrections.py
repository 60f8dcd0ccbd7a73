"""``timeline corrections``: what a file of corrections says, what is wrong with it, and which events it means."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from timeline import given, messages
from timeline.commands.outcome import NOTHING_WRITTEN, OK, SOME_SKIPPED, Problems
from timeline.commands.shared import examples

if TYPE_CHECKING:
    from timeline.corrections import CorrectionsFile
    from timeline.models import Correction, Corrections, Placement, Timeline

_NAME = "timeline.json"


class _Known(NamedTuple):
    """What is listed: corrections, their lines in a file, and what the ids mean in a timeline, where there is one."""

    corrections: Corrections
    lines: tuple[int, ...]
    placements: Mapping[str, Placement] | None


@click.command(
    epilog=examples(
        "timeline corrections corrections.json",
        "timeline corrections corrections.json -o output/",
        "timeline corrections corrections.json -o output/ --describe",
        "timeline corrections output/",
    )
)
@click.argument("file", metavar="FILE|OUTPUT|-", type=click.Path(path_type=Path, allow_dash=True))
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="OUTPUT",
    help="Folder of a build: say which of its events each correction means, and why.",
)  # fmt: skip
@click.option(
    "--describe", is_flag=True,
    help="Write into FILE what the events are that it names, so that later builds find them again.",
)  # fmt: skip
def corrections(file: Path, output: Path | None, describe: bool) -> int:
    """List the corrections of a file, or those an output folder was built with, and what is wrong with them.

    Ends with 1 where the file is none of corrections, with 3 where some contradict each other or mean no event.
    """
    if file.is_dir():
        if output is not None or describe:
            raise click.UsageError("-o and --describe want a file of corrections, not a folder")
        return _listed(_built_with(file))
    if describe and (output is None or file == given.STANDARD):
        raise click.UsageError("--describe wants a file of corrections and, with -o, the folder of a build")
    return _checked(file, output, describe=describe)


def _checked(path: Path, output: Path | None, *, describe: bool) -> int:
    from timeline.corrections import contradictions, faults

    file = faults(path)
    if isinstance(file, list):
        for fault in file:
            messages.say("problem", str(fault))
        return NOTHING_WRITTEN
    problems = Problems()
    for contradiction in contradictions(file.corrections):
        problems(file.told(contradiction))
    known = _Known(file.corrections, file.lines, None) if output is None else _placed(file, _timeline(output))
    if describe:
        _write(path, known.corrections)
    return _listed(known) or problems.exit_code()


def _timeline(folder: Path) -> Timeline:
    from timeline import files

    return files.load(folder / _NAME)


def _built_with(folder: Path) -> _Known:
    from timeline.models import Corrections

    applied = _timeline(folder).corrections
    if applied is None:
        return _Known(Corrections(), (), {})
    return _Known(applied, (), {one.event: one for one in applied.placements})


def _placed(file: CorrectionsFile, timeline: Timeline) -> _Known:
    """What the ids of a file mean: what the build said of those that it knew, the others are looked for in its events.

    With descriptions of all that are found.
    """
    from timeline.corrections import place

    texts = {article.id: article.text for article in timeline.articles}
    applied = place(file.corrections, timeline.everything, texts.__getitem__, lambda _: None).applied
    built = timeline.corrections
    described = {**applied.descriptions, **(built.descriptions if built else {}), **file.corrections.descriptions}
    asked = {one.event: one for one in applied.placements}
    said = {one.event: one for one in built.placements if one.found or one.event not in asked} if built else {}
    return _Known(file.corrections.model_copy(update={"descriptions": described}), file.lines, asked | said)


def _write(path: Path, described: Corrections) -> None:
    from timeline.render.write import write

    names = {one.event for one in described.corrections} | {one.same_as for one in described.corrections}
    kept = {name: one for name, one in described.descriptions.items() if name in names | set(described.story)}
    told = described.model_copy(update={"descriptions": kept}).model_dump(mode="json", exclude_defaults=True)
    write({path: json.dumps(told, ensure_ascii=False, indent=2) + "\n"})


def _listed(known: _Known) -> int:
    """Write the list; tell whether all is found that was looked for."""
    if messages.is_json():
        click.echo(json.dumps(list(_rows(known)), ensure_ascii=False))
    else:
        for line in _lines(known):
            click.echo(line)
    return SOME_SKIPPED if _lost(known) else OK


def _lines(known: _Known) -> Iterator[str]:
    from timeline.corrections import said

    for number, one in enumerate(known.corrections.corrections):
        place = f"line {known.lines[number]}" if known.lines else f"correction {number + 1}"
        yield f"{place}: {one.event}: {'; '.join(said(one)) or 'nothing'}"
        if known.placements is not None:
            yield from (f"    {line}" for line in _meant(one, known.placements))


def _lost(known: _Known) -> bool:
    """Tell whether an id was looked for and means no event."""
    if known.placements is None:
        return False
    every = known.corrections.corrections
    found = {one.event for one in known.placements.values() if one.found} | {one.event for one in every if one.added}
    return not {name for one in every for name in (one.event, one.same_as) if name} <= found


def _rows(known: _Known) -> Iterator[dict[str, Any]]:
    for number, one in enumerate(known.corrections.corrections):
        placement = (known.placements or {}).get(one.event)
        yield {
            "line": known.lines[number] if known.lines else None,
            "correction": one.model_dump(mode="json", exclude_defaults=True),
            "means": placement and placement.model_dump(mode="json"),
        }


def _meant(one: Correction, placements: Mapping[str, Placement]) -> Iterator[str]:
    from timeline.corrections import meant

    for name in (one.event, one.same_as):
        if name is not None and name in placements:
            yield meant(placements[name])
        elif name is not None and not one.added:
            yield f"{name} is not found"
