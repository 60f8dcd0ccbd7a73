"""On which lines of a JSON file the entries of a list begin, so that a message can name them."""

from __future__ import annotations

import json
import re

_BLANK = re.compile(r"[ \t\n\r]*")
_value = json.JSONDecoder().raw_decode


def lines_of(text: str, key: str) -> list[int]:
    """Return the lines, from 1, of the entries under a key of the object that a valid JSON text is.

    >>> lines_of('{"a": 1,\\n "b": [{},\\n\\n {}]}', "b"), lines_of('{"b": [],\\n "b": [{}]}', "b")
    ([2, 4], [2])
    """
    at = _start(text, key)
    lines: list[int] = []
    while at < len(text) and text[at] not in "]}":
        lines.append(text.count("\n", 0, at) + 1)
        _, at = _value(text, at)
        at = _next(text, at, ",")
    return lines


def _start(text: str, key: str) -> int:
    """Where the first entry stands; the end of the text where there is no such list.

    Of a key that stands there more than once the last one counts, as it does for who reads the JSON.
    """
    found = len(text)
    at = _next(text, 0, "{")
    while at < len(text) and text[at] == '"':
        name, at = _value(text, at)
        at = _next(text, at, ":")
        if name == key:
            found = _next(text, at, "[") if text[at] == "[" else len(text)
        _, at = _value(text, at)
        at = _next(text, at, ",")
    return found


def _next(text: str, at: int, sign: str) -> int:
    """Go past blanks, and past the sign with the blanks behind it where it stands there."""
    at = _end(text, at)
    return _end(text, at + 1) if text[at : at + 1] == sign else at


def _end(text: str, at: int) -> int:
    found = _BLANK.match(text, at)
    return found.end() if found else at
