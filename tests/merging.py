"""How well reports of one event come together and look-alikes stay apart, on the invented reports of corpus/merging.

    python tests/merging.py [--errors]

Prints B-cubed precision and recall (Bagga and Baldwin 1998) over the marked mentions; one that no event was found for
is alone.  `--errors` shows what was joined falsely and what was not joined.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from timeline.analysis import Extraction, analyse
from timeline.articles.blocks import blocks
from timeline.merge import merge
from timeline.models import Article, Dct, MergedEvent

CORPUS = Path(__file__).parent / "corpus" / "merging"
_MARK = re.compile(r"\[([^|\]]+)\|([^\]]+)\]")


class Mark(NamedTuple):
    """A marked mention: where its words stand in an article, and the event it is of."""

    article: str
    start: int
    end: int
    event: str


class Scores(NamedTuple):
    """B-cubed precision and recall, 0..1, and how many mentions and events they are of."""

    precision: float
    recall: float
    mentions: int
    events: int


def reports() -> Iterator[tuple[Article, list[Mark]]]:
    """The invented articles with their marked mentions."""
    for file in sorted(CORPUS.glob("*.toml")):
        for story in tomllib.loads(file.read_text(encoding="utf-8"))["story"]:
            for number, report in enumerate(story["reports"]):
                yield _report(story["name"], number, report)


def _report(story: str, number: int, report: Mapping[str, str]) -> tuple[Article, list[Mark]]:
    name = f"{story} {number}"
    text, marks, last = "", [], 0
    for mark in _MARK.finditer(report["text"]):
        text += report["text"][last : mark.start()]
        marks.append(Mark(name, len(text), len(text) + len(mark[1]), f"{story}: {mark[2]}"))
        text, last = text + mark[1], mark.end()
    text += report["text"][last:]
    day = report["day"]
    dct = Dct(value=day, not_before=day, not_after=day, confidence=1.0, evidence="given")  # type: ignore[arg-type]
    return Article(id=name, source=name, dct=dct, blocks=blocks(text), text=text), marks


@cache
def coded() -> tuple[tuple[Extraction, ...], tuple[Mark, ...]]:
    """The invented articles as the pipeline reads them, and all marks."""
    given = list(reports())
    return tuple(analyse(article) for article, _ in given), tuple(mark for _, marks in given for mark in marks)


def groups(events: Sequence[MergedEvent], marks: Sequence[Mark]) -> dict[Mark, str]:
    """The merged event that each marked mention is of; a name of its own where there is none."""
    found: dict[Mark, str] = {}
    for mark in marks:
        holding = (e.id for e in events for m in e.mentions if m.article == mark.article and _overlap(m, mark))
        found[mark] = next(holding, f"none {mark}")
    return found


def _overlap(mention: object, mark: Mark) -> bool:
    return mention.start < mark.end and mark.start < mention.end  # type: ignore[attr-defined, no-any-return]


def score(found: Mapping[Mark, str]) -> Scores:
    """B-cubed precision and recall of mentions in groups against their events."""
    truth, system = defaultdict(set), defaultdict(set)
    for mark, group in found.items():
        truth[mark.event].add(mark)
        system[group].add(mark)
    shared = {mark: len(truth[mark.event] & system[group]) for mark, group in found.items()}
    precision = sum(shared[mark] / len(system[group]) for mark, group in found.items()) / len(found)
    recall = sum(shared[mark] / len(truth[mark.event]) for mark in found) / len(found)
    return Scores(precision, recall, len(found), len(truth))


def merged() -> dict[Mark, str]:
    """The groups of the marked mentions of the whole corpus, merged at once."""
    extractions, marks = coded()
    dated, undated = merge(extractions)
    return groups([*dated, *undated], marks)


def errors(found: Mapping[Mark, str]) -> Iterator[str]:
    """What was joined falsely and what was not joined, a line each."""
    texts = {e.article.id: e.article.text for e in coded()[0]}
    system = defaultdict(list)
    truth = defaultdict(list)
    for mark, group in found.items():
        system[group].append(mark)
        truth[mark.event].append(mark)
    for marks in system.values():
        if len({m.event for m in marks}) > 1:
            yield "JOINED " + " / ".join(f"{m.event} <{texts[m.article]}>" for m in marks)
    for event, marks in truth.items():
        if len({found[m] for m in marks}) > 1:
            told = (f"{found[m][:11]} {m.article} <{texts[m.article][m.start : m.end]}>" for m in marks)
            yield f"APART {event}: " + " / ".join(told)


def main() -> None:
    """Command line entry."""
    found = merged()
    result = score(found)
    missing = sum(group.startswith("none") for group in found.values())
    print(f"B-cubed precision {result.precision:.3f}, recall {result.recall:.3f};", end=" ")
    print(f"{result.mentions} mentions ({missing} not found) of {result.events} events")
    if "--errors" in sys.argv:
        print(*errors(found), sep="\n")


if __name__ == "__main__":
    main()
