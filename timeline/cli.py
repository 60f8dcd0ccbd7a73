"""The command line: arguments in, results on standard output, one line per problem on standard error; no logic."""

from __future__ import annotations

import logging
import os
import re
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, NoReturn

import click

from timeline import __version__, interrupts
from timeline.collector import seldom_collected
from timeline.commands.evaluate import evaluate
from timeline.commands.tables import tables
from timeline.errors import DateError, OptionError, TimelineError
from timeline.messages import say, speak_json
from timeline.options import FORMATS, MAX_SIZE, ONLY, SCHEMAS, Options
from timeline.runners import ENGINES

OK, NOTHING_WRITTEN, WRONG_USAGE, SOME_SKIPPED, INTERRUPTED = 0, 1, 2, 3, 130
_UNITS = {"": 1, "B": 1, "KB": 10**3, "MB": 10**6, "GB": 10**9}
_OF_A_KIND = 10  # problems that are told each
_LARGEST = 1000 * _UNITS["GB"]


class _Problems:
    """Says each problem in a line of its own, and in one line how many more are of one kind; remembers them."""

    def __init__(self) -> None:
        self._kinds: Counter[str] = Counter()

    def __call__(self, problem: TimelineError) -> None:
        from timeline.problems import why

        kind = why(problem)
        self._kinds[kind] += 1
        if self._kinds[kind] <= _OF_A_KIND:
            say("problem", str(problem))

    def exit_code(self) -> int:
        for kind, number in self._kinds.items():
            if number > _OF_A_KIND:
                say("problem", f"and {number - _OF_A_KIND:,} more like those above: {kind}")
        return SOME_SKIPPED if self._kinds else OK


def _note(message: str) -> None:
    say("note", message)


class _Date(click.ParamType[tuple[str | None, str]]):
    """DATE, or FILE=DATE; read here so that a wrong one is wrong usage."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str | None, str]:
        if isinstance(value, tuple):
            return value
        from timeline.dateparse import parse_date

        file, _, day = value.rpartition("=")
        try:
            parse_date(day)
        except DateError as error:
            self.fail(str(error), param, ctx)
        return file or None, day


class _Folder(click.Path):
    """The path of a folder; an empty one is a slip, not the present folder."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if value == "":
            self.fail("is empty; write . for this folder", param, ctx)
        return super().convert(value, param, ctx)


class _Size(click.ParamType[int]):
    """A number of bytes: 500000, 20MB."""

    name = "size"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        if isinstance(value, int):
            return value
        found = re.fullmatch(r"\s*(\d+(?:\.\d+)?)\s*([KMG]?B?)\s*", value.upper())
        if not found:
            self.fail(f"{value!r} is no size; write it as 500KB or 20MB", param, ctx)
        number, unit = found.groups()
        size = int(float(number) * _UNITS[unit if unit in _UNITS else f"{unit}B"])
        if not 0 < size <= _LARGEST:
            self.fail(f"{value!r} is no size of a file; it is at most {_LARGEST // _UNITS['GB']}GB", param, ctx)
        return size


class _Names(click.ParamType[tuple[str, ...]]):
    """Names, separated by commas."""

    name = "names"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:
        if isinstance(value, tuple):
            return value
        return tuple(dict.fromkeys(part.strip() for part in value.split(",") if part.strip()))


class _Formats(click.ParamType[tuple[str, ...]]):
    """Names of formats, separated by commas."""

    name = "formats"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:
        if isinstance(value, tuple):
            return value
        chosen = tuple(dict.fromkeys(part.strip().lower() for part in value.split(",") if part.strip()))
        unknown = [name for name in chosen if name not in FORMATS]
        if unknown or not chosen:
            self.fail(f"{(unknown or [value])[0]!r} is no format; choose among {', '.join(FORMATS)}", param, ctx)
        return chosen


_jobs = click.option("--jobs", type=click.IntRange(1), default=1, show_default=True, help="Processes to work in.")
_engine = click.option(
    "--engine", type=click.Choice(ENGINES), default=Options.engine, show_default=True, help="Where the work runs."
)

_plotlyjs = click.option(
    "--plotlyjs", type=click.Path(path_type=Path), metavar="FILE",
    help="Bundle of plotly.js for the page to carry instead of the whole library.",
)  # fmt: skip


_tables = click.option(
    "--tables", type=click.Path(path_type=Path), metavar="DIR",
    help="Folder of your own leaders, elections, names, verbs ..., in the form of ours (see: timeline tables).",
)  # fmt: skip
_skip_bad_rows = click.option("--skip-bad-rows", is_flag=True, help="Use a table without its rows that are wrong.")


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="timeline")
@click.option("--json", "as_json", is_flag=True, help="Write messages as JSON, one object a line, for other programs.")
def cli(as_json: bool) -> None:
    """Read news articles and write one interactive timeline of their diplomatic events, with the evidence."""
    speak_json(wanted=as_json)


@cli.command()
@click.argument("inputs", metavar="INPUT...", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True))
@click.option(
    "-o", "--output", type=_Folder(path_type=Path), default=Path("output"), show_default=True, help="Output folder."
)
@click.option(
    "--date", "dates", type=_Date(), multiple=True, metavar="DATE|FILE=DATE",
    help="Publication date of articles that state none, or of one file; may be repeated.",
)  # fmt: skip
@click.option("--title", help="Title of the timeline.")
@click.option(
    "--format", "formats", type=_Formats(), default=",".join(Options.formats), show_default=True,
    metavar="LIST", help=f"What to write: {', '.join(FORMATS)}; separated by commas.",
)  # fmt: skip
@click.option("--jobs", type=click.IntRange(1), show_default="one a processor", help="Processes to work in.")
@_engine
@click.option("--corrections", type=click.Path(path_type=Path), metavar="FILE", help="Corrections to apply (JSON).")
@_plotlyjs
@click.option(
    "--max-size",
    type=_Size(),
    default=f"{MAX_SIZE // _UNITS['MB']}MB",
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
@click.option("--type", "types", type=_Names(), default="", metavar="LIST", help="Write only events of these types.")
@click.option(
    "--from", "from_", metavar="DATE", help="Write only what was on this day or later (2011, 2011-03, 2011-03-17)."
)
@click.option("--to", metavar="DATE", help="Write only what was on this day or earlier.")
@click.option("--about", metavar="WORDS", help="Write only what is told with all these words, in any form.")
@click.option(
    "--key", type=click.IntRange(1), metavar="N", help="Write only the N entries that matter most, one a day."
)
@_tables
@_skip_bad_rows
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
    # Every other option is named as the build names it.
    options = Options(
        date=next((day for file, day in reversed(dates) if file is None), None),
        dates={file: day for file, day in dates if file is not None},
        **chosen,
    )
    problems = _Problems()
    note = None if quiet else _note
    with _logging(verbose), console.progress(shown=not quiet) as progress:
        timeline, tally = pipeline.run(inputs, options, report=problems, note=note, progress=progress)
    if not quiet:
        written = ", ".join(
            str(chosen["output"] / f"timeline.{ending}") for name, ending in FORMATS.items() if name in options.formats
        )
        events = console.counted(len(timeline.events) + len(timeline.undated), "event")
        minor = f" + {len(timeline.minor)} minor" if timeline.minor else ""
        say("summary", f"{console.counted(len(timeline.articles), 'article')}, {events}{minor}: {written}")
        for line in console.summary(timeline, tally):
            say("summary", line)
    return problems.exit_code()


def _watch(inputs: tuple[Path, ...], **chosen: Any) -> int:
    """Build now and whenever an input changes, until interrupted; INPUT and options are those of build."""
    from timeline.watch import changes

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


cli.add_command(click.Command("watch", params=build.params, callback=_watch, help=_watch.__doc__))


@cli.command()
@click.argument("file", metavar="[FILE|-]", default="-", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--only", type=click.Choice(ONLY), help="Leave the other out.")
@_jobs
@_engine
@_tables
@_skip_bad_rows
def annotate(  # noqa: PLR0913, PLR0917  (the options of the command)
    file: Path, only: Any, jobs: int, engine: str, tables: Path | None, skip_bad_rows: bool
) -> int:
    """Annotate articles, one JSON object a line, with their temporal expressions and events."""
    from timeline.annotate import annotate as annotations_of
    from timeline.user_tables import used

    problems = _Problems()
    with _open(file) as lines, used(tables, problems, skip_bad=skip_bad_rows):
        for line in annotations_of(lines, only=only, jobs=jobs, engine=engine, name=_name(file), report=problems):
            click.echo(line)
    return problems.exit_code()


@cli.command()
@click.argument("timeline", metavar="FILE", type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, allow_dash=True),
    help="File to write, of one format; - for standard output.  [default: beside FILE]",
)  # fmt: skip
@click.option(
    "--format", "formats", type=_Formats(), default="html", show_default=True,
    metavar="LIST", help=f"What to write: {', '.join(FORMATS)}; separated by commas.",
)  # fmt: skip
@_plotlyjs
def render(timeline: Path, output: Path | None, formats: tuple[str, ...], plotlyjs: Path | None) -> int:
    """Make the page or other formats from a timeline file, a CSV table of events, TimelineJS JSON or JSON Lines."""
    from timeline import files

    if output is not None and len(formats) > 1:
        raise click.UsageError("-o takes one format; leave -o out to write several beside the file")
    problems = _Problems()
    if output == Path("-"):
        for part in files.rendered(timeline, formats[0], plotlyjs=plotlyjs, report=problems):
            click.echo(part, nl=False)
    else:
        targets = {name: output or timeline.with_suffix(f".{FORMATS[name]}") for name in formats}
        files.render_file(timeline, targets, plotlyjs=plotlyjs, report=problems)
    return problems.exit_code()


@cli.command()
@click.argument("timeline", metavar="TIMELINE.json", type=click.Path(path_type=Path))
@click.argument("event_id", metavar="EVENT_ID")
def explain(timeline: Path, event_id: str) -> int:
    """Say why an event stands where it stands."""
    from timeline import files

    click.echo(files.explain_file(timeline, event_id).rstrip("\n"))
    return OK


@cli.command()
@click.argument("name", metavar="[NAME]", type=click.Choice(SCHEMAS), default=SCHEMAS[0])
def schema(name: str) -> int:
    """Print a JSON Schema: of timeline files, or of event, plover, request, annotation or corrections."""
    from timeline import files

    click.echo(files.schema(name))
    return OK


cli.add_command(evaluate)
cli.add_command(tables)


def _name(file: Path) -> str:
    return "standard input" if file == Path("-") else str(file)


@contextmanager
def _open(file: Path) -> Iterator[IO[bytes]]:
    if file == Path("-"):
        yield sys.stdin.buffer
        return
    try:
        stream = file.open("rb")
    except OSError as error:
        raise TimelineError(f"{file}: cannot be read ({error.strerror}); check the path") from error
    with stream:
        yield stream


@contextmanager
def _logging(verbose: bool) -> Iterator[None]:
    if verbose:
        logging.basicConfig(level=logging.DEBUG, format="timeline: %(message)s", stream=sys.stderr)
        logging.getLogger().setLevel(logging.WARNING)
        logging.getLogger("timeline").setLevel(logging.DEBUG)
    yield


def main() -> NoReturn:
    """Run the command line and exit; every error that a user can repair is one line."""
    _open_closed_streams()
    try:
        with seldom_collected(), interrupts.heard():
            code = cli.main(prog_name="timeline", standalone_mode=False)
    except Exception as error:
        code = _interrupted() if interrupts.are_wished() else _failed(error)
    except KeyboardInterrupt:
        code = _interrupted()
    sys.exit(code)


def _open_closed_streams() -> None:
    """Let a standard stream that is closed be empty, or silent, or in the case of results a fault when written to."""
    sys.stdin = sys.stdin or Path(os.devnull).open(encoding="utf-8")  # noqa: SIM115  (open to the end)
    sys.stdout = sys.stdout or Path(os.devnull).open(encoding="utf-8")  # noqa: SIM115  (open to the end)
    sys.stderr = sys.stderr or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115  (open to the end)


def _interrupted() -> int:
    say("error", "interrupted; earlier output is as it was")
    return INTERRUPTED


def _failed(error: Exception) -> int:
    """Say what is wrong, in one line where a user can repair it; what nobody expected is raised again."""
    match error:
        case click.exceptions.NoArgsIsHelpError():
            click.echo(error.format_message(), err=True)
            return WRONG_USAGE
        case click.UsageError():
            command = error.ctx.command_path if error.ctx else "timeline"
            say("error", f"{error.format_message()} (see: {command} --help)", command)
            return WRONG_USAGE
        case OptionError():
            say("error", str(error))
            return WRONG_USAGE
        case TimelineError():
            say("error", str(error))
        case MemoryError():
            say("error", "not enough memory; give it less at a time, or fewer --jobs")
        case click.Abort():
            return _interrupted()
        case OSError():
            if error.filename is not None:
                say("error", f"{error.filename}: cannot be used ({error.strerror}); check it and its permissions")
                return NOTHING_WRITTEN
            # The reader of the results has left, so that nothing more can be said; or the disk is full.
            if not isinstance(error, BrokenPipeError):
                say("error", f"standard output cannot be written ({error.strerror or 'it is closed'})")
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # not at exit either
        case _:
            raise error
    return NOTHING_WRITTEN
