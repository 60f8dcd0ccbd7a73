"""Options that several commands have, and the form in which their help ends."""

from __future__ import annotations

from pathlib import Path

import click

from timeline.options import Options
from timeline.runners import ENGINES


class _Count(click.IntRange):
    name = "whole number"  # as messages and the help call it


COUNT = _Count(1)
jobs = click.option("--jobs", type=COUNT, default=1, show_default=True, help="Processes to work in.")
engine = click.option(
    "--engine", type=click.Choice(ENGINES), default=Options.engine, show_default=True, help="Where the work runs."
)

plotlyjs = click.option(
    "--plotlyjs", type=click.Path(path_type=Path), metavar="FILE",
    help="Bundle of plotly.js for the page to carry instead of the whole library.",
)  # fmt: skip

tables = click.option(
    "--tables", type=click.Path(path_type=Path), metavar="DIR",
    help="Folder of your own leaders, elections, names, verbs ..., in the form of ours (see: timeline tables).",
)  # fmt: skip
skip_bad_rows = click.option("--skip-bad-rows", is_flag=True, help="Use a table without its rows that are wrong.")


def examples(*lines: str) -> str:
    """Make the end of a command's help, as it is written here."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)
