"""Files that users name, where ``-`` is standard input."""

from __future__ import annotations

import sys
from pathlib import Path

STANDARD = Path("-")


def read(path: Path) -> bytes:
    """Read it all; raises OSError as ``Path.read_bytes`` does."""
    return sys.stdin.buffer.read() if path == STANDARD else path.read_bytes()


def called(path: Path) -> str:
    """Name it in messages.

    >>> called(Path("-")), called(Path("seeds") / "a.txt")
    ('standard input', 'seeds/a.txt')
    """
    return "standard input" if path == STANDARD else str(path)
