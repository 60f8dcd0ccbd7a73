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
        "dateline": [block for block in blocks if block.kind == "dateline"],
        "lead": [block for block in blocks if block.kind == "body"][:1],
    }
    for pattern in patterns(TABLE):
        for block in heads.get(pattern.name, []):
            found = pattern.expression.search(text[block.start : min(block.end, block.start + _LEAD)])
            if found:
                return " ".join(found["name"].split())
    return None
