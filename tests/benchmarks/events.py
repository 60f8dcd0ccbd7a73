"""How far the event figures spread over the articles they are measured on.

    python tests/benchmarks/events.py [--folds 5] [--data FOLDER]

The folder (`../shared`, beside the project, unless told) holds `gold/` with development data (`plover-dev.jsonl`,
`events-dev.jsonl`, `eventtime-dev.jsonl`) and `score/` with the scorers of the same names; neither is part of the
project.  Nothing is learnt, so no fold is trained on: each is scored alone, and the spread over the folds (the standard
deviation) tells how much of a difference between two versions may be the choice of articles.  Records go into folds by
a hash of their id, those of one group together.  Exit code 2 where there is nothing to score.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from statistics import mean, stdev
from typing import Any, NamedTuple

from timeline import dates, events
from timeline.articles.blocks import blocks
from timeline.articles.sentences import sentences
from timeline.models import Article, Block, Dct, Event, Span

Record = dict[str, Any]


class Task(NamedTuple):
    """What is scored: gold file, scorer, whether the mentions are given, and the report's keys by their names here."""

    name: str
    gold: str
    scorer: str
    given: bool
    typed: bool
    keys: dict[str, str]


TASKS = (
    Task(
        "types of diplomatic sentences",
        "plover-dev.jsonl",
        "events.py",
        given=False,
        typed=True,
        keys={"type, micro F1": "type.micro.f1", "quad, F1": "quad.micro.f1", "full tuple": "full_tuple_accuracy"},
    ),
    Task(
        "mentions",
        "events-dev.jsonl",
        "triggers.py",
        given=False,
        typed=False,
        keys={"trigger F1": "overlap.f1", "tense F1": "attributes.tense.f1", "class F1": "attributes.class.f1"},
    ),
    Task(
        "times of given mentions",
        "eventtime-dev.jsonl",
        "eventtime.py",
        given=True,
        typed=False,
        keys={name: f"all.{name}" for name in ("strict", "bounds", "jaccard", "direction")},
    ),
    Task(
        "times of mentions found",
        "eventtime-dev.jsonl",
        "eventtime.py",
        given=False,
        typed=False,
        keys={"recall": "event_recall", "strict": "all.strict", "direction": "all.direction"},
    ),
)


def system(task: Task, records: Sequence[Record]) -> list[Record]:
    """Code the events of every record as ``timeline annotate`` would; of whole texts or of the mentions given."""
    items = []
    for record in records:
        text: str = record["text"]
        value: str = record.get("dct") or ""
        day = date.fromisoformat(value[:10]) if value else None
        dct = Dct(value=value[:10], not_before=day, not_after=day, confidence=1.0, evidence="given") if day else Dct()
        parts = tuple(blocks(text)) if value else (Block(start=0, end=len(text), kind="body"),)
        spans = sentences(text, parts) if value else [Span(start=0, end=len(text))]
        article = Article(id=record["id"], text=text, dct=dct, blocks=parts)
        wanted = [Span(start=e["start"], end=e["end"]) for e in record["events"]] if task.given else None
        items.append((article, spans, dates.tag(text, dct, spans), wanted))
    coded = (events.code(a, s, t, spans=w, typed_only=task.typed) for a, s, t, w in items)
    return [
        {"id": record["id"], "events": [_row(event, task) for event in found]}
        for record, found in zip(records, coded, strict=True)
    ]


def _row(event: Event, task: Task) -> Record:
    row: Record = json.loads(event.model_dump_json(by_alias=True))
    return {name: row[name] for name in ("start", "end", "time")} if task.scorer == "eventtime.py" else row


def fold(record: Record, folds: int) -> int:
    """The fold of a record: the same in every run and on every machine."""
    return (
        int(hashlib.md5(str(record.get("group", record["id"])).encode(), usedforsecurity=False).hexdigest(), 16) % folds
    )


def score(scorer: Path, gold: Sequence[Record], answers: Sequence[Record]) -> Record:
    """Run a scorer on part of the records."""
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for name, rows in (("gold", gold), ("system", answers)):
            paths.append(Path(folder) / f"{name}.jsonl")
            paths[-1].write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
        done = subprocess.run([sys.executable, scorer, *paths, "--json"], capture_output=True, text=True, check=True)
    report: Record = json.loads(done.stdout)
    return report


def value(report: Record, key: str) -> float:
    """A figure of a report by its dotted path."""
    found: Any = report
    for part in key.split("."):
        found = found[part]
    return float(found)


def spread(task: Task, data: Path, folds: int) -> list[str]:
    """Lines of the table: mean and standard deviation over the folds, and the figure over all records."""
    lines = (data / "gold" / task.gold).read_text(encoding="utf-8").splitlines()
    records = [json.loads(line) for line in lines]
    answers, scorer = system(task, records), data / "score" / task.scorer
    parts: list[list[int]] = [[n for n, r in enumerate(records) if fold(r, folds) == k] for k in range(folds)]
    reports = [score(scorer, [records[n] for n in part], [answers[n] for n in part]) for part in parts if part]
    whole = score(scorer, records, answers)
    rows = [f"{task.name} ({len(records)} records, {len(reports)} folds)"]
    for name, key in task.keys.items():
        each = [100 * value(report, key) for report in reports]
        rows.append(
            f"  {name:<16} all {100 * value(whole, key):5.1f}   folds {mean(each):5.1f} ± {stdev(each):4.1f}"
            f"   from {min(each):5.1f} to {max(each):5.1f}"
        )
    return rows


def main() -> int:
    """Print the table of every task whose data are there; say which are not."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--data", type=Path, default=Path(__file__).parents[2].parent / "shared")
    options = parser.parse_args()
    if options.folds < 2:
        parser.error("a spread needs at least two folds")
    scored = 0
    for task in TASKS:
        missing = [
            p for p in (options.data / "gold" / task.gold, options.data / "score" / task.scorer) if not p.exists()
        ]
        if missing:
            print(
                f"{task.name}: skipped, there is no {' and no '.join(map(str, missing))}; --data names another folder"
            )
            continue
        print("\n".join(spread(task, options.data, options.folds)), flush=True)
        scored += 1
    return 0 if scored else 2


if __name__ == "__main__":
    sys.exit(main())
