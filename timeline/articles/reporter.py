"""Who reports, where the article's own words say so: the agency of the dateline, or "..., Northern Press reports"."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.articles.examples import patterns
from timeline.models import Block

TABLE = "reporters.toml"
_LEAD = 2000  # characters of the first paragraph that are searched


def reporter(text: str, blocks: Sequence[Block]) -> str | None:
    """Return the reporter that the dateline or the first paragraph names, None where neither does."""
    heads = {
        "dateline": next((block for block in blocks if block.kind == "dateline"), None),
        "lead": next((block for block in blocks if block.kind == "body"), None),
    }
    for pattern in patterns(TABLE):
        block = heads.get(pattern.name)
        found = pattern.expression.search(text[block.start : min(block.end, block.start + _LEAD)]) if block else None
        if found:
            return " ".join(found["name"].split())
    return None
