"""Mutated inputs of every reader, a few with a fixed seed; tests/benchmarks/fuzz.py tries many."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

from fuzzing import FAULT, inputs, outcome


def test_no_mutated_input_is_a_fault(tmp_path: Path) -> None:
    kinds = set()
    for one in islice(inputs(7), 60):
        kinds.add(one.kind)
        for said in outcome(one, tmp_path):
            assert not FAULT.search(said), (said, one)
            assert "\n" not in said
    assert {".html", ".pdf", ".docx", ".mbox", ".warc.gz", "sidecar", "corrections", "timeline"} <= kinds
