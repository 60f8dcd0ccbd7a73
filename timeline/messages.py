"""What is said on standard error: one line for each message, or with ``--json`` one JSON object."""

from __future__ import annotations

import json
import re
from typing import Literal

import click

Level = Literal["error", "problem", "note", "summary"]

# Names of files and words of articles may hold line ends, escapes and direction marks: a message stays one plain line.
_UNPRINTABLE = re.compile(r"[^\x20-\x7e\xa0-\U0010ffff]|[\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


class _Form:
    """In which form messages are written, of this process."""

    is_json = False


def speak_json(*, wanted: bool = True) -> None:
    """Write messages, and results that have such a form, as JSON from now on."""
    _Form.is_json = wanted


def is_json() -> bool:
    """Tell whether JSON is wanted."""
    return _Form.is_json


def say(level: Level, text: str, command: str = "timeline") -> None:
    """Write a message; a summary stands without the ``command`` before it."""
    if _Form.is_json:
        line = json.dumps({"level": level, "message": text.strip()})
    else:
        plain = _UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
        line = plain if level == "summary" else f"{command}: {plain}"
    click.echo(line, err=True)
