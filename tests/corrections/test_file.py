"""A file of corrections: what is wrong in it is named by its line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from timeline.corrections import contradictions, faults, read
from timeline.corrections.lines import lines_of
from timeline.errors import TimelineFileError
from timeline.models import Corrections


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ('{"corrections": []}', []),
        ("{}", []),
        ('{"corrections": 3}', []),
        ('{"corrections": [{}, {}]}', [1, 1]),
        ('\n{"story": ["corrections", "["],\n "corrections":\n [\n{"note": "\\"}],"},\n\n{}\n]}\n', [5, 7]),
        ('{"corrections": [{}],\n"corrections": [\n{}, {}]}', [3, 3]),
        ('{"corrections": [{}],\n"corrections": null}', []),
        ('{"descriptions": {"a": {"corrections": [1]}},\r\n"corrections": [{}]}', [2]),
    ],
)
def test_entries_are_found_on_their_lines(text: str, lines: list[int]) -> None:
    assert lines_of(text, "corrections") == lines


def test_every_fault_is_named_by_its_line(tmp_path: Path) -> None:
    path = tmp_path / "c.json"
    path.write_text(
        '{"corrections": [\n {"event": "a", "titel": "Talks"},\n {"event": "b",\n  "status": "late"}\n], "stroy": []}'
    )
    found = faults(path)
    assert isinstance(found, list)
    assert [str(fault).removeprefix(f"{path}: ").partition("; ")[0][:60] for fault in found] == [
        "line 2: correction 1: the key 'titel' is not known",
        "line 3: correction 2: 'status' must be 'occurred', 'ongoing', 'scheduled'"[:60],
        "the key 'stroy' is not known",
    ]
    with pytest.raises(TimelineFileError, match="line 2: correction 1: the key 'titel'"):
        read(path)


def test_dates_and_types_that_do_not_exist_are_all_named(tmp_path: Path) -> None:
    path = tmp_path / "c.json"
    given = [{"event": "a", "date": "someday"}, {"event": "b"}, {"event": "c", "type": "AGREED"}]
    path.write_text(json.dumps({"corrections": given}, indent=0))
    found = faults(path)
    assert isinstance(found, list)
    assert [str(fault).split(": ")[1:3] for fault in found] == [
        ["line 3", "correction 1"],
        ["line 10", "correction 3"],
    ]


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ([{"event": "a", "title": "T"}, {"event": "a", "title": "T", "note": "n"}, {"event": "b", "title": "U"}], []),
        (
            [{"event": "a", "lasting": False}, {"event": "a", "lasting": True}],
            ["1 of a: correction 1 gives it another"],
        ),
        ([{"event": "a", "same_as": "b"}, {"event": "a", "same_as": "c"}], ["1 of a: correction 1 gives it another"]),
        ([{"event": "a", "same_as": "b"}, {"event": "b", "same_as": "c"}], []),
        (
            [{"event": "a", "same_as": "b"}, {"event": "b", "same_as": "a"}],
            ["0 of a: b is merged", "1 of b: a is merged"],
        ),
        ([{"event": "a", "same_as": "a"}], ["0 of a: a is merged into itself"]),
        (
            [{"event": f"x{n}", "mention": {"article": "t", "start": 1, "end": 2}} for n in (1, 2)],
            ["1 of x2: correction 1 takes the same mention out, as x1"],
        ),
    ],
)
def test_what_contradicts_an_earlier_correction_is_said(given: list[dict[str, Any]], says: list[str]) -> None:
    told = contradictions(Corrections.model_validate({"corrections": given}))
    found = [f"{one.number} {str(one).removeprefix('correction ')}" for one in told]
    assert len(found) == len(says)
    assert all(one.startswith(said) for one, said in zip(found, says, strict=True))
