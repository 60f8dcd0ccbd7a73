"""A name for a merged event that stays the same as long as its first mention does."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence

from timeline.merge.record import Record


def ids(principals: Sequence[Record]) -> list[str]:
    """Return an id for each event from its principal (earliest) mention: "e" and ten hexadecimal digits.

    They are taken from SHA-256 over type, article id, sentence text and trigger, so that neither the other articles nor
    what stands elsewhere in this one changes an id, nor does a rule that dates the event anew.  Where two events agree
    in all of these, the later ones in the article get "-2", "-3".
    """
    order = sorted(range(len(principals)), key=lambda index: principals[index].key)
    seen: Counter[str] = Counter()
    found = [""] * len(principals)
    for index in order:
        name = _digest(principals[index])
        seen[name] += 1
        found[index] = name if seen[name] == 1 else f"{name}-{seen[name]}"
    return found


def _digest(record: Record) -> str:
    sentence = record.event.sentence
    parts = (
        record.type,
        record.article.id,
        " ".join(record.article.text[sentence.start : sentence.end].split()),
        record.event.trigger,
    )
    digest = hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass"))
    return "e" + digest.hexdigest()[:10]
