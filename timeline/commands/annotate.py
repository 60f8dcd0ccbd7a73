"""``timeline annotate``: articles as lines of JSON in, what is found in them out."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import click

from timeline import given
from timeline.commands import shared
from timeline.commands.outcome import NOTHING_WRITTEN, OK, Problems
from timeline.commands.shared import examples
from timeline.errors import TimelineError
from timeline.options import ONLY


@click.command(
    epilog=examples(
        "timeline annotate articles.jsonl > annotated.jsonl",
        """echo '{"id": "a", "text": "They met on Monday.", "dct": "2024-11-07"}' | timeline annotate --only timexes""",
    )
)
@click.argument("file", metavar="[FILE|-]", default="-", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--only", type=click.Choice(ONLY), help="Leave the other out.")
@shared.jobs
@shared.engine
@shared.tables
@shared.skip_bad_rows
def annotate(  # noqa: PLR0913, PLR0917  (the options of the command)
    file: Path, only: Any, jobs: int, engine: str, tables: Path | None, skip_bad_rows: bool
) -> int:
    """Annotate articles, one JSON object a line, with their temporal expressions and events."""
    from timeline.annotate import annotate as annotations_of
    from timeline.annotate import whole_lines
    from timeline.user_tables import used

    problems = Problems()
    is_any = False
    with _open(file) as stream, used(tables, problems, skip_bad=skip_bad_rows):
        lines = whole_lines(stream)
        for line in annotations_of(
            lines, only=only, jobs=jobs, engine=engine, name=given.called(file), report=problems
        ):
            click.echo(line)
            is_any = True
    code = problems.exit_code()
    return code if is_any or code == OK else NOTHING_WRITTEN


@contextmanager
def _open(file: Path) -> Iterator[IO[bytes]]:
    if file == given.STANDARD:
        yield sys.stdin.buffer
        return
    try:
        stream = file.open("rb")
    except OSError as error:
        raise TimelineError(f"{file}: cannot be read ({error.strerror}); check the path") from error
    with stream:
        yield stream
