"""A build does again only what has changed, and whatever happens to the store or the build, its bytes are the same."""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from commands import article, timeline

from timeline import corpus, store
from timeline.articles.discover import Located

NAMES = ("timeline.html", "timeline.json")
STORIES = (
    ("Norway", "Peru", "7 November"), ("Peru", "Norway", "7 November"), ("Ghana", "Latvia", "3 March"),
    ("Norway", "Peru", "9 November"), ("Latvia", "Chile", "4 March"), ("Ghana", "Latvia", "3 March"),
)  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Six articles, some of which tell one event."""
    for number, (one, other, day) in enumerate(STORIES):
        text = f"{one} and {other} sign a treaty\n\n{one} and {other} signed a treaty in Oslo on {day} 2024."
        article(tmp_path / "in", f"{number}.txt", text, "2024-11-20")
    return tmp_path / "in"


def built(folder: Path, output: Path, *more: str) -> tuple[dict[str, bytes], str]:
    """Build; return what was written and said."""
    done = timeline("build", folder, "-o", output, *more)
    assert done.returncode == 0, done.stderr
    return written(output), done.stderr


def written(output: Path) -> dict[str, bytes]:
    return {name: (output / name).read_bytes() for name in NAMES}


@pytest.fixture
def worked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Names of the inputs that are worked on."""
    names: list[str] = []
    work = corpus.work

    def noting(way: corpus.Way, located: Located) -> corpus.Worked:
        names.append(located.name)
        return work(way, located)

    monkeypatch.setattr(corpus, "work", noting)
    return names


def test_only_what_has_changed_is_read_again(folder: Path, tmp_path: Path, worked: list[str]) -> None:
    built(folder, tmp_path / "o")
    assert worked == [f"{number}.txt" for number in range(6)]
    worked.clear()
    _, said = built(folder, tmp_path / "o")
    assert not worked
    assert "read: 6 articles, 6 of them as the last build found them" in said
    article(folder, "2.txt", "Chad recalls envoy\n\nChad recalled its envoy to Mali on 5 May 2024.", "2024-11-20")
    (folder / "4.toml").write_text("dct = 2024-11-21\n")
    (folder / "5.txt").unlink()
    (folder / "5.toml").unlink()
    found, _ = built(folder, tmp_path / "o")
    assert worked == ["2.txt", "4.txt"]
    assert found == built(folder, tmp_path / "fresh")[0]


@pytest.mark.parametrize("more", [("--date", "2024-11-21"), ("--date", "3.txt=2024-11-21"), ("--allow-file-time",)])
def test_other_options_are_another_result(folder: Path, tmp_path: Path, worked: list[str], more: tuple[str]) -> None:
    built(folder, tmp_path / "o")
    worked.clear()
    found, _ = built(folder, tmp_path / "o", *more)
    assert worked == (["3.txt"] if "=" in more[-1] else [f"{number}.txt" for number in range(6)])
    assert found == built(folder, tmp_path / "fresh", *more)[0]


def test_what_is_no_longer_needed_is_dropped(folder: Path, tmp_path: Path) -> None:
    built(folder, tmp_path / "o")
    for number in range(1, 6):
        (folder / f"{number}.txt").unlink()
        (folder / f"{number}.toml").unlink()
    built(folder, tmp_path / "o")
    built(folder, tmp_path / "one")
    counts = [_query(tmp_path / name, "SELECT count(*) FROM kept") for name in ("o", "one")]
    assert counts[0] == counts[1]


def _query(output: Path, sql: str) -> object:
    database = sqlite3.connect(output / store.NAME)
    try:
        return database.execute(sql).fetchone()[0]
    finally:
        database.close()


def _change(output: Path, sql: str) -> None:
    database = sqlite3.connect(output / store.NAME)
    database.execute(sql)
    database.commit()
    database.close()


def _delete(output: Path) -> None:
    (output / store.NAME).unlink()


def _fill(output: Path) -> None:
    (output / store.NAME).write_bytes(b"no database" * 1000)


def _cut(output: Path) -> None:
    path = output / store.NAME
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _make_older(output: Path) -> None:
    _change(output, "UPDATE made_by SET fingerprint = 'older'")


def _give_another_form(output: Path) -> None:
    _change(output, "PRAGMA user_version = 99")


def _garble(output: Path) -> None:
    _change(output, "UPDATE kept SET value = zeroblob(length(value)) WHERE rowid % 3 = 0")


def _garble_articles(output: Path) -> None:
    """What the lists of articles name is gone; they themselves are whole."""
    _change(output, "DELETE FROM kept WHERE length(value) IN (SELECT max(length(value)) FROM kept)")


@pytest.mark.parametrize(
    ("harm", "says"),
    [
        (_delete, ""),
        (_fill, "is damaged; it is made anew, and all is read again"),
        (_cut, "is damaged; it is made anew, and all is read again"),
        (_make_older, "is of another version; all is read again"),
        (_give_another_form, "is of another version; all is read again"),
        (_garble, ""),
        (_garble_articles, "has lost what it held; it is made anew"),
    ],
)
def test_a_store_that_is_harmed_costs_time_and_nothing_else(
    folder: Path, tmp_path: Path, harm: Callable[[Path], None], says: str
) -> None:
    before, _ = built(folder, tmp_path / "o")
    harm(tmp_path / "o")
    after, said = built(folder, tmp_path / "o")
    assert after == before
    assert says in said
    assert built(folder, tmp_path / "o") == (before, built(folder, tmp_path / "o")[1])


def _process(folder: Path, output: Path, *more: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "timeline", "build", str(folder), "-o", str(output), *more]
    return subprocess.Popen(command, stderr=subprocess.PIPE, start_new_session=True)


def test_two_builds_at_once_are_whole_each_and_one_says_that_it_waits(folder: Path, tmp_path: Path) -> None:
    fresh, _ = built(folder, tmp_path / "fresh")
    both = [_process(folder, tmp_path / "o") for _ in range(2)]
    said = [process.communicate(timeout=300)[1].decode() for process in both]
    assert [process.returncode for process in both] == [0, 0], said
    assert sum("another build is at work in this folder; waiting" in one for one in said) == 1, said
    assert written(tmp_path / "o") == fresh


def test_killed_at_any_moment_the_next_build_gives_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    """A few moments only; tests/benchmarks/killing.py tries many."""
    fresh, _ = built(folder, tmp_path / "fresh")
    chance = random.Random(7)
    for _ in range(3):
        process = _process(folder, tmp_path / "o")
        time.sleep(chance.uniform(0.5, 4))
        process.kill()
        process.communicate()
        standing = {name for name in NAMES if (tmp_path / "o" / name).exists()}
        assert (
            not standing or {name: (tmp_path / "o" / name).read_bytes() for name in standing}.items() <= fresh.items()
        )
    assert built(folder, tmp_path / "o")[0] == fresh
    assert {path.name for path in (tmp_path / "o").iterdir()} == {store.NAME, *NAMES}


def _alive(pids: list[int]) -> list[int]:
    return [
        pid for pid in pids if Path(f"/proc/{pid}/stat").exists() and " Z " not in Path(f"/proc/{pid}/stat").read_text()
    ]


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="wants Linux's list of children")
def test_no_process_outlives_a_killed_build(tmp_path: Path) -> None:
    for number in range(400):
        article(tmp_path / "in", f"{number}.txt", dct=None)
    process = _process(tmp_path / "in", tmp_path / "o", "--jobs", "2")
    assert process.stderr
    process.stderr.readline()  # the first article is done: all are at work
    children = [int(pid) for pid in Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()]
    assert len(_alive(children)) >= 2
    os.kill(process.pid, signal.SIGKILL)
    process.communicate()
    end = time.monotonic() + 60
    while _alive(children) and time.monotonic() < end:
        time.sleep(0.1)
    assert not _alive(children)


def test_articles_of_one_large_file_are_read_one_by_one(folder: Path, tmp_path: Path, worked: list[str]) -> None:
    rows = [{"id": "a", "date": "2024-11-20", "text": path.read_text()} for path in sorted(folder.glob("*.txt"))]
    lines = [json.dumps(row, ensure_ascii=False) for row in rows]
    path = tmp_path / "all.jsonl"
    path.write_text("\n".join([*lines[:3], "", '{"text": "' + "x" * 2000 + '"}', "{", *lines[3:]]))
    arguments = ("build", path, "-o", tmp_path / "o", "--format", "json", "--max-size", "1KB")
    done = timeline(*arguments)
    assert done.returncode == 3
    assert [line.split(";")[0] for line in done.stderr.splitlines()[:2]] == [
        f"timeline: {path}: line 5: has more than the 1 KB allowed",
        f"timeline: {path}: line 6: is no JSON object (Expecting property name enclosed in double quotes: line 1 "
        "column 2 (char 1))",
    ]
    articles = json.loads((tmp_path / "o/timeline.json").read_text())["articles"]
    assert [one["id"] for one in articles] == ["all.jsonl#a", *(f"all.jsonl#a~{number}" for number in range(2, 7))]
    worked.clear()
    timeline(*arguments)
    assert worked == ["all.jsonl"]  # the line that is none


def test_parquet_is_read_like_json_lines(folder: Path, tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    from datetime import date

    from pyarrow import parquet

    texts = [path.read_text() for path in sorted(folder.glob("*.txt"))]
    ids = [f"n{number}" for number in range(6)]
    table = pyarrow.table({"id": ids, "text": texts, "date": [date(2024, 11, 20)] * 6, "size": [1.5] * 6})
    parquet.write_table(table, tmp_path / "all.parquet")
    rows = [{"id": own, "text": text, "date": "2024-11-20"} for own, text in zip(ids, texts, strict=True)]
    (tmp_path / "all.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    found = [
        built(tmp_path / name, tmp_path / f"o-{name}")[0]["timeline.json"] for name in ("all.parquet", "all.jsonl")
    ]
    assert [one["id"] for one in json.loads(found[0])["articles"]] == [f"all.parquet#{own}" for own in ids]
    events = [[event["title"] for event in json.loads(one)["events"]] for one in found]
    assert events[0] and events[0] == events[1]
    (tmp_path / "bad.parquet").write_bytes(b"PAR1 no PAR1")
    done = timeline("build", tmp_path / "bad.parquet", "-o", tmp_path / "bad")
    assert done.returncode == 1
    assert "bad.parquet: is no Parquet file that can be read" in done.stderr
