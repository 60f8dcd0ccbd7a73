"""The command line: its commands together, and how what goes wrong in them is said and ends; no logic."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import NoReturn

import click

from timeline import __version__, interrupts
from timeline.collector import seldom_collected
from timeline.commands import settings
from timeline.commands.annotate import annotate
from timeline.commands.build import build, watch
from timeline.commands.completion import completion
from timeline.commands.corrections import corrections
from timeline.commands.doctor import doctor
from timeline.commands.evaluate import evaluate
from timeline.commands.outcome import INTERRUPTED, NOTHING_WRITTEN, WRONG_USAGE
from timeline.commands.shared import examples
from timeline.commands.tables import tables
from timeline.commands.timeline_file import explain, render, schema
from timeline.errors import OptionError, TimelineError
from timeline.messages import say, speak_json


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=examples(
        "timeline build articles/",
        "timeline build articles/ --actor Japan --key 20 -o japan/",
        "timeline explain output/timeline.json EVENT_ID",
    ),
)
@click.version_option(__version__, prog_name="timeline")
@click.option("--json", "as_json", is_flag=True, help="Write messages as JSON, one object a line, for other programs.")
@click.pass_context
def cli(context: click.Context, as_json: bool) -> None:
    """Read news articles and write one interactive timeline of their diplomatic events, with the evidence.

    Options that are not given have the values of timeline.toml or pyproject.toml ([tool.timeline]) in this folder.
    """
    speak_json(wanted=as_json)
    if context.invoked_subcommand != doctor.name:  # who says himself what is wrong with them
        chosen = settings.found()
        context.default_map = None if chosen is None else settings.defaults(cli, chosen)


for command in (build, watch, annotate, render, explain, schema, corrections, tables, evaluate, doctor, completion):
    command.short_help = str(command.help).partition("\n\n")[0].rstrip(".")  # all of it, where click would cut it
    cli.add_command(command)


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
