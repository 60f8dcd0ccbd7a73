"""Our figures on articles whose truth is known, against the definitions and other scorers."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from commands import timeline

from timeline.evaluate import evaluate, read
from timeline.evaluate.counts import paired
from timeline.evaluate.expressions import count, figures
from timeline.evaluate.gold import GoldTimex
from timeline.models import Timex, TimexAnchor

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
GUIDE = (ROOT / "docs/gold.md").read_text(encoding="utf-8")
EXAMPLE = re.findall(r"```json\n(.*?)```", GUIDE, re.DOTALL)[0].replace("\n", " ")


def timex(start: int, end: int, value: str | None = "2024", kind: str = "DATE") -> Any:
    return GoldTimex(start=start, end=end, type=kind, value=value)


def found(start: int, end: int, value: str | None = "2024", kind: str = "DATE") -> Any:
    anchor = TimexAnchor(kind="none")
    return Timex(start=start, end=end, text="", type=kind, value=value, anchor=anchor, rule="")


def test_the_example_of_the_guide_is_read_and_scored() -> None:
    (article,) = read([EXAMPLE.encode()], "gold")
    assert article.timexes and article.wanted
    assert [article.text[one.start : one.end] for one in article.timexes] == ["Monday"]
    assert [article.text[a:b] for event in article.wanted.events for a, b in event.triggers] == ["condemned", "raid"]
    parts = {part.name: part for part in evaluate([article])}
    assert parts["expressions"].figures["value"] == 100
    assert parts["timelines"].figures["right_recall"] == 100


def test_expressions_are_counted_by_the_definitions() -> None:
    wanted = [timex(0, 4), timex(10, 14), timex(20, 24, ""), timex(30, 34)]
    ours = [found(0, 4), found(11, 16, "2025"), found(20, 24, None, "TIME"), found(40, 44), found(50, 54)]
    result = figures([count(wanted, ours)])
    assert result == {
        "strict": round(200 * 2 / 9, 1),
        "relaxed": round(200 * 3 / 9, 1),
        "type": round(200 * 3 / 9 * 2 / 3, 1),
        "value": round(200 * 3 / 9 * 2 / 3, 1),
        "precision": 60,
        "recall": 75,
    }
    assert figures([count([], [])])["value"] == 100
    assert figures([count(wanted, [])])["relaxed"] == 0


def test_equal_ends_pair_before_what_only_overlaps() -> None:
    assert paired([timex(0, 9), timex(2, 5)], [found(2, 5), found(6, 8)]) == [(1, 0), (0, 1)]
    assert paired([timex(0, 2)], [found(2, 4)]) == []


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("{", "gold.jsonl:2: is no valid JSON; write one object a line"),
        ("[1]", "gold.jsonl:2: must be an object; write it as {...}"),
        ('{"id": "a1", "text": "x"}', "gold.jsonl:2: 'a1' is the id of line 1 too"),
        ('{"text": "x"}', "gold.jsonl:2: 'id' is missing; add it"),
        (
            '{"id": "b", "text": "x", "timexes": [{"start": 0, "end": 5, "type": "DATE"}]}',
            "0 to 5 leaves the text of 1",
        ),
        ('{"id": "b", "text": "x", "timexes": [{"start": 0, "end": 1, "type": "DAY"}]}', "gold.jsonl:2: "),
    ],
)
def test_a_wrong_line_is_named(tmp_path: Path, line: str, says: str) -> None:
    (tmp_path / "gold.jsonl").write_text(EXAMPLE + "\n" + line + "\n")
    done = timeline("evaluate", "gold.jsonl", cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert says in done.stderr


def test_the_command_tells_figures_and_errors(tmp_path: Path) -> None:
    wrong = EXAMPLE.replace("2024-11-04", "2024-11-05")
    (tmp_path / "gold.jsonl").write_text(wrong + "\n")
    plain = timeline("evaluate", tmp_path / "gold.jsonl")
    assert plain.returncode == 0, plain.stderr
    assert plain.stdout.startswith("expressions (1): strict 100.0  relaxed 100.0  type 100.0  value 0.0")
    assert "\ntimelines (1): recall 100.0" in plain.stdout
    errors = timeline("evaluate", tmp_path / "gold.jsonl", "--errors").stdout
    assert "expressions\ta1\tnot right\tMonday | DATE 2024-11-04\twanted Monday | DATE 2024-11-05" in errors
    told = json.loads(timeline("--json", "evaluate", "-", given=wrong).stdout)
    assert (told["expressions"]["value"], told["timelines"]["right_recall"]) == (0, 0)


def test_a_gold_without_truth_says_so() -> None:
    done = timeline("evaluate", "-", given='{"id": "a", "text": "x"}\n')
    assert (done.returncode, done.stdout) == (1, "")
    assert "see docs/gold.md" in done.stderr


def scorer(name: str, gold: Path, system: Path) -> dict[str, Any]:
    command = [sys.executable, SHARED / "score" / name, gold, system, "--json"]
    result: dict[str, Any] = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    return result


@pytest.mark.skipif(not (SHARED / "gold").exists(), reason="the common gold does not lie beside the project")
@pytest.mark.parametrize(("name", "articles"), [("timex-dev", 12), ("timex-de-dev", 6), ("events-dev", 6)])
def test_the_figures_are_those_of_the_common_scorers(tmp_path: Path, name: str, articles: int) -> None:
    rows = [json.loads(line) for line in (SHARED / f"gold/{name}.jsonl").read_text(encoding="utf-8").splitlines()]
    language = {"language": "de"} if "-de-" in name else {}
    gold = tmp_path / "gold.jsonl"
    gold.write_text("".join(json.dumps(row | language) + "\n" for row in rows[:articles]))
    system = tmp_path / "system.jsonl"
    system.write_text(timeline("annotate", gold, given="").stdout)
    ours = json.loads(timeline("--json", "evaluate", gold).stdout)
    if name == "events-dev":
        theirs = scorer("triggers.py", gold, system)
        flat = {key: theirs[key]["f1"] for key in ("strict", "overlap")}
        flat |= {key: value["f1"] for key, value in theirs["attributes"].items() if value["f1"] and key != "modality"}
        flat = {key: value for key, value in flat.items() if key in ours["events"]}
        assert flat.keys() >= {"strict", "overlap", "class", "tense"}
        assert {key: ours["events"][key] for key in flat} == {key: round(100 * v, 1) for key, v in flat.items()}
    else:
        theirs = scorer("timex.py", gold, system)
        names = ("strict", "relaxed", "type", "value")
        assert {key: ours["expressions"][key] for key in names} == {key: round(theirs[key]["f1"], 1) for key in names}
