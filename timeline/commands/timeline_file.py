"""``timeline render``, ``explain`` and ``schema``: what is made from the file of a timeline, and what it looks like."""

from __future__ import annotations

from pathlib import Path

import click

from timeline import given
from timeline.commands import shared
from timeline.commands.outcome import OK, Problems
from timeline.commands.shared import examples
from timeline.commands.values import Formats
from timeline.options import FORMATS, SCHEMAS


@click.command(
    epilog=examples(
        "timeline render output/timeline.json -o page.html",
        "timeline build seeds/ --format json -o - | timeline render - > page.html",
    )
)
@click.argument("timeline", metavar="FILE|-", type=click.Path(path_type=Path, allow_dash=True))
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, allow_dash=True),
    help="File to write, of one format; - for standard output.  [default: beside FILE; of - standard output]",
)  # fmt: skip
@click.option(
    "--format", "formats", type=Formats(), default="html", show_default=True,
    metavar="LIST", help=f"What to write: {', '.join(FORMATS)}; separated by commas.",
)  # fmt: skip
@shared.plotlyjs
def render(timeline: Path, output: Path | None, formats: tuple[str, ...], plotlyjs: Path | None) -> int:
    """Make the page or other formats from a timeline file, a CSV table of events, TimelineJS JSON or JSON Lines."""
    from timeline import files

    if output is None and timeline == given.STANDARD:
        output = given.STANDARD
    if output is not None and len(formats) > 1:
        raise click.UsageError("-o and standard input take one format; of a file several are written beside it")
    problems = Problems()
    if output == given.STANDARD:
        for part in files.rendered(timeline, formats[0], plotlyjs=plotlyjs, report=problems):
            click.echo(part, nl=False)
    else:
        targets = {name: output or timeline.with_suffix(f".{FORMATS[name]}") for name in formats}
        files.render_file(timeline, targets, plotlyjs=plotlyjs, report=problems)
    return problems.exit_code()


@click.command(
    epilog=examples(
        "timeline explain output/timeline.json EVENT_ID",
        "timeline build seeds/ --format json -o - --quiet | timeline explain - EVENT_ID",
    )
)
@click.argument("timeline", metavar="TIMELINE.json|-", type=click.Path(path_type=Path, allow_dash=True))
@click.argument("event_id", metavar="EVENT_ID")
def explain(timeline: Path, event_id: str) -> int:
    """Say why an event stands where it stands."""
    from timeline import files

    click.echo(files.explain_file(timeline, event_id).rstrip("\n"))
    return OK


@click.command()
@click.argument("name", metavar="[NAME]", type=click.Choice(SCHEMAS), default=SCHEMAS[0])
def schema(name: str) -> int:
    """Print a JSON Schema: of timeline files, or of event, plover, request, annotation or corrections."""
    from timeline import files

    click.echo(files.schema(name))
    return OK
