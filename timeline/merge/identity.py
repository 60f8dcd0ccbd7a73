"""A name for a merged event that stays the same as long as its first mention does."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable

from timeline.merge.record import Record


def numbered(names: Iterable[str]) -> list[str]:
    """Make ids of the ``base`` names of events in the order of their principals: later ones get "-2", "-3"."""
    seen: Counter[str] = Counter()
    found = []
    for name in names:
        seen[name] += 1
        found.append(name if seen[name] == 1 else f"{name}-{seen[name]}")
    return found


def base(record: Record) -> str:
    """Name an event by its principal (earliest) mention: "e" and ten hexadecimal digits.

    They are taken from SHA-256 over type, article id, sentence text and trigger, so that neither the other articles nor
    what stands elsewhere in this one changes a name, nor does a rule that dates the event anew.
    """
    sentence = record.event.sentence
    parts = (
        record.type,
        record.article.id,
        " ".join(record.article.text[sentence.start : sentence.end].split()),
        record.event.trigger,
    )
    digest = hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass"))
    return "e" + digest.hexdigest()[:10]
