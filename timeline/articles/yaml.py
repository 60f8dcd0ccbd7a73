"""YAML as front matter needs it: plain data, no part of it told by reference to another."""

from __future__ import annotations

from typing import Any

import yaml


class _NoAliases(yaml.SafeLoader):
    """Refuses aliases: ten lines of them stand for a thousand million values."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError("aliases (*name) are not read")
        return super().compose_node(parent, index)


def load(text: str) -> Any:
    """Parse a YAML text; raises ValueError where it is none.

    >>> load("date: 2024-11-07")["date"].isoformat()
    '2024-11-07'
    """
    try:
        return yaml.load(text, Loader=_NoAliases)  # noqa: S506  (a safe loader)
    except (yaml.YAMLError, RecursionError, OverflowError) as error:
        raise ValueError(" ".join(str(error).split())) from error
