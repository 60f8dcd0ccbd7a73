"""``timeline tables``: what our tables hold, one of them as it is, and a check of the user's own."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import click

from timeline import messages
from timeline.errors import TableError


@click.command(epilog="\b\nExamples:\n  timeline tables\n  timeline tables leaders\n  timeline tables --check mine/")
@click.argument("name", required=False)
@click.option("--check", type=click.Path(path_type=Path), metavar="DIR", help="Check the tables of a folder of yours.")
def tables(name: str | None, check: Path | None) -> int:
    """List our tables of facts and words, print the one of this NAME, or check your own.

    A row without a second source that confirms it is "not checked": evidence that hangs on it says so.
    """
    if name and check:
        raise click.UsageError("NAME and --check exclude each other")
    if check:
        return _check(check)
    from timeline.user_tables.kept import text_of

    if name:
        click.echo(text_of(name), nl=False)
        return 0
    for line in _list():
        click.echo(line)
    return 0


def _check(folder: Path) -> int:
    from timeline.console import counted
    from timeline.user_tables.read import checked

    faults: list[TableError] = []
    found = checked(folder, faults.append)
    for fault in faults:
        messages.say("problem", str(fault))
    for name, rows in found.rows.items():
        click.echo(f"{name}: {counted(len(rows), 'good row')}")
    for name, content in found.contents.items():
        click.echo(f"{name}: {counted(sum(map(len, content.values())), 'good row')}")
    return 1 if faults else 0


def _list() -> Iterator[str]:
    from timeline.user_tables.kept import kept

    if messages.is_json():
        yield json.dumps([table._asdict() for table in kept()], default=str)
        return
    for table in kept():
        unchecked = f", {table.unchecked:,} not checked" if table.unchecked else ""
        until = f", kept to {table.kept_to}" if table.kept_to else ""
        yield f"{table.name:22}{table.file}: {table.says}; {table.rows:,} rows{unchecked}{until}"
