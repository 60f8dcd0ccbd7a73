"""``timeline build`` and ``timeline watch``: articles in, a timeline out."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from timeline import given
from timeline.commands import shared
from timeline.commands.outcome import OK, Problems
from timeline.commands.shared import COUNT, examples
from timeline.commands.values import UNITS, Date, Folder, Formats, Names, Size
from timeline.errors import TimelineError
from timeline.messages import say
from timeline.options import FORMATS, MAX_SIZE, Options

if TYPE_CHECKING:
    from timeline.models import Timeline


@click.command(
    epilog=examples(
        "timeline build seeds/",
        "timeline build seeds/ feed.xml -o out/ --format html,csv --title 'Talks of 2024'",
        "timeline build seeds/ --between JPN USA --from 2024-10",
        "cat article.txt | timeline build - --date 2024-11-07 --format json -o -",
    )
)
@click.argument("inputs", metavar="INPUT...", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True))
@click.option(
    "-o", "--output", type=Folder(path_type=Path, allow_dash=True), default=Path("output"), show_default=True,
    help="Output folder; - to write one format to standard output.",
)  # fmt: skip
@click.option(
    "--date", "dates", type=Date(), multiple=True, metavar="DATE|FILE=DATE",
    help="Publication date of articles that state none, or of one file; may be repeated.",
)  # fmt: skip
@click.option("--title", help="Title of the timeline.")
@click.option(
    "--format", "formats", type=Formats(), default=",".join(Options.formats), show_default=True,
    metavar="LIST", help=f"What to write: {', '.join(FORMATS)}; separated by commas.",
)  # fmt: skip
@click.option("--jobs", type=COUNT, show_default="one a processor", help="Processes to work in.")
@shared.engine
@click.option(
    "--corrections",
    type=click.Path(path_type=Path, allow_dash=True),
    metavar="FILE|-",
    help="Corrections to apply (JSON).",
)
@shared.plotlyjs
@click.option(
    "--max-size",
    type=Size(),
    default=f"{MAX_SIZE // UNITS['MB']}MB",
    show_default=True,
    metavar="SIZE",
    help="Largest file to read.",
)
@click.option(
    "--allow-file-time", is_flag=True, help="Date articles by the time of their file where nothing else does."
)
@click.option(
    "--actor", "actors", multiple=True, metavar="NAME",
    help="Write only what this person, country or body takes part in (a name or a code); repeated: any of them.",
)  # fmt: skip
@click.option("--between", nargs=2, metavar="A B", help="Write only what both take part in.")
@click.option("--type", "types", type=Names(), default="", metavar="LIST", help="Write only events of these types.")
@click.option(
    "--from", "from_", metavar="DATE", help="Write only what was on this day or later (2011, 2011-03, 2011-03-17)."
)
@click.option("--to", metavar="DATE", help="Write only what was on this day or earlier.")
@click.option("--about", metavar="WORDS", help="Write only what is told with all these words, in any form.")
@click.option("--key", type=COUNT, metavar="N", help="Write only the N entries that matter most, one a day.")
@shared.tables
@shared.skip_bad_rows
@click.option("--strict", is_flag=True, help="Write nothing if any input has a problem.")
@click.option("--quiet", is_flag=True, help="Say only what went wrong.")
@click.option("--verbose", is_flag=True, help="Say more, tracebacks of faults too.")
def build(
    inputs: tuple[Path, ...], dates: tuple[tuple[str | None, str], ...], quiet: bool, verbose: bool, **chosen: Any
) -> int:
    """Read article files and folders, - for standard input; write the timeline into the output folder."""
    from timeline import console, pipeline

    if quiet and verbose:
        raise click.UsageError("--quiet and --verbose exclude each other")
    piped = _piped(inputs, chosen)
    # Every other option is named as the build names it.
    options = Options(
        date=next((day for file, day in reversed(dates) if file is None), None),
        dates={file: day for file, day in dates if file is not None},
        **chosen,
    )
    problems = Problems()
    note = None if quiet else _note
    with _logging(verbose), console.progress(shown=not quiet) as progress:
        timeline, tally = pipeline.run(inputs, options, report=problems, note=note, progress=progress)
    if piped:
        _write(timeline, piped, options)
    if not quiet:
        say("summary", f"{console.contents(timeline)}: {_written(options)}")
        for line in console.summary(timeline, tally):
            say("summary", line)
    return problems.exit_code()


def _written(options: Options) -> str:
    """Name what was written."""
    if options.output is None:
        return "standard output"
    endings = [ending for name, ending in FORMATS.items() if name in options.formats]
    return ", ".join(str(Path(options.output) / f"timeline.{ending}") for ending in endings)


def _write(timeline: Timeline, format_name: str, options: Options) -> None:
    from timeline import files, formats

    for part in formats.parts(timeline, format_name, plotlyjs=files.library(options.plotlyjs)):
        click.echo(part, nl=False)


def _piped(inputs: tuple[Path, ...], chosen: dict[str, Any]) -> str | None:
    """Give the one format that goes to standard output, and take the folder out of what is chosen."""
    if given.STANDARD in inputs and chosen["corrections"] == given.STANDARD:
        raise click.UsageError("standard input cannot be both article and corrections")
    if chosen["output"] != given.STANDARD:
        return None
    if len(chosen["formats"]) != 1:
        raise click.UsageError("standard output takes one format; give --format json, or another one")
    chosen["output"] = None
    return str(chosen["formats"][0])


def _watch(inputs: tuple[Path, ...], **chosen: Any) -> int:
    """Build now and whenever an input changes, until interrupted; INPUT and options are those of build."""
    from timeline.watch import changes

    if given.STANDARD in (*inputs, chosen["output"], chosen["corrections"]):
        raise click.UsageError("what is watched are files and folders, not -")
    assert build.callback is not None  # noqa: S101  (a command is made of one)
    others = [path for path in (chosen["corrections"], chosen["plotlyjs"], chosen["tables"]) if path]
    try:
        for _ in changes(inputs, others, chosen["output"]):
            try:
                build.callback(inputs, **chosen)
            except TimelineError as error:
                say("error", str(error))
    except KeyboardInterrupt:
        _note("no longer watching")
    return OK


watch = click.Command("watch", params=build.params, callback=_watch, help=_watch.__doc__)


def _note(message: str) -> None:
    say("note", message)


@contextmanager
def _logging(verbose: bool) -> Iterator[None]:
    if verbose:
        logging.basicConfig(level=logging.DEBUG, format="timeline: %(message)s", stream=sys.stderr)
        logging.getLogger().setLevel(logging.WARNING)
        logging.getLogger("timeline").setLevel(logging.DEBUG)
    yield
