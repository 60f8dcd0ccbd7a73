"""Who reports, where the article's own words say so: the agency of the dateline, or "..., Northern Press reports"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from timeline.errors import TableError
from timeline.models import Block
from timeline.tables.load import read_toml

_LEAD = 2000  # characters of the first paragraph that are searched


class Pattern(NamedTuple):
    """A row of the table with its examples; ``yes`` maps texts to the reporter they name."""

    where: str
    expression: re.Pattern[str]
    yes: dict[str, str]
    no: tuple[str, ...]


@cache
def patterns() -> tuple[Pattern, ...]:
    """Rows of the table of reporters."""
    try:
        return tuple(
            Pattern(row["where"], re.compile(row["match"]), row["yes"], tuple(row["no"]))
            for row in read_toml("reporters.toml")["pattern"]
        )
    except (KeyError, re.error) as error:
        raise TableError(f"reporters.toml: {error}") from error


def reporter(text: str, blocks: Sequence[Block]) -> str | None:
    """Return the reporter that the dateline or the first paragraph names, None where neither does."""
    heads = {
        "dateline": next((block for block in blocks if block.kind == "dateline"), None),
        "lead": next((block for block in blocks if block.kind == "body"), None),
    }
    for pattern in patterns():
        block = heads.get(pattern.where)
        found = pattern.expression.search(text[block.start : min(block.end, block.start + _LEAD)]) if block else None
        if found:
            return " ".join(found["name"].split())
    return None
