"""Temporal expressions against those that readers marked, as TempEval-3 counts them.

strict: the same start and end.  relaxed: a character in common.  type, value: the F1 of relaxed pairs times the share
of these with the same TIMEX3 type or value, as strings; a value that cannot be known is "" or null.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from timeline.evaluate.counts import measures, paired, share
from timeline.evaluate.gold import GoldTimex
from timeline.models import Timex


def count(wanted: Sequence[GoldTimex], ours: Sequence[Timex]) -> Counter[str]:
    """Count what the figures are shares of, in one article."""
    found = Counter({"wanted": len(wanted), "ours": len(ours)})
    wanted, ours = sorted(wanted, key=_place), sorted(ours, key=_place)
    for first, second in paired(wanted, ours):
        one, other = wanted[first], ours[second]
        found["relaxed"] += 1
        found["strict"] += _place(one) == _place(other)
        found["type"] += one.type == other.type
        found["value"] += (one.value or "") == (other.value or "")
    return found


def figures(counts: Iterable[Counter[str]]) -> dict[str, float]:
    """Reckon F1 in percent over all articles together."""
    n = sum(counts, Counter[str]())
    relaxed = measures(n["relaxed"], n["ours"], n["wanted"])
    found = {"strict": measures(n["strict"], n["ours"], n["wanted"])["f1"], "relaxed": relaxed["f1"]}
    nothing = not n["ours"] and not n["wanted"]
    for name in ("type", "value"):
        found[name] = 100.0 if nothing else relaxed["f1"] * share(n[name], n["relaxed"]) / 100
    return {
        **{name: round(value, 1) for name, value in found.items()},
        "precision": round(relaxed["precision"], 1),
        "recall": round(relaxed["recall"], 1),
    }


def errors(text: str, wanted: Sequence[GoldTimex], ours: Sequence[Timex]) -> Iterator[str]:
    """Tell in a line each what is wrong."""
    pairs = paired(wanted, ours)
    for first, second in pairs:
        one, other = wanted[first], ours[second]
        if (_place(one), one.type, one.value or "") != (_place(other), other.type, other.value or ""):
            yield f"not right\t{_told(text, other)}\twanted {_told(text, one)}"
    yield from (f"missed\t{_told(text, one)}" for n, one in enumerate(wanted) if n not in dict(pairs))
    seconds = {second for _, second in pairs}
    yield from (f"unwanted\t{_told(text, one)}" for n, one in enumerate(ours) if n not in seconds)


def _place(timex: GoldTimex | Timex) -> tuple[int, int]:
    return timex.start, timex.end


def _told(text: str, timex: GoldTimex | Timex) -> str:
    return f"{' '.join(text[timex.start : timex.end].split())} | {timex.type} {timex.value}"
