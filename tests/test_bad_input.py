"""Every bad input is named in one line, the others go on, and the old output stays whole."""

from __future__ import annotations

import json
import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest
from commands import TALKS, article, own_process, timeline

from timeline import interrupts, store

OLD = b"the output of an earlier build"


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """An output folder that an earlier build has filled."""
    folder = tmp_path / "output"
    folder.mkdir()
    for name in ("timeline.html", "timeline.json"):
        (folder / name).write_bytes(OLD)
    return folder


def is_as_before(output: Path) -> bool:
    """Tell whether the files of an earlier build stand alone; what was found meanwhile may be kept for the next."""
    found = {path.name: path.read_bytes() for path in output.iterdir() if path.name != store.NAME}
    return found == {"timeline.html": OLD, "timeline.json": OLD}


def _empty(path: Path) -> None:
    path.write_bytes(b"\n \n")


def _binary(path: Path) -> None:
    path.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" * 100)


def _large(path: Path) -> None:
    path.write_bytes(b"They met on Monday. " * 1_000_000)


def _missing(path: Path) -> None:
    pass


def _sidecar_breaks(path: Path) -> None:
    article(path.parent, path.name, dct="7. 11. 2024")


def _sidecar_is_no_date(path: Path) -> None:
    article(path.parent, path.name, dct='"soon"')


def _sidecar_is_two_days(path: Path) -> None:
    article(path.parent, path.name, dct='"07/11/2024"')


def _unreadable(path: Path) -> None:
    path.mkdir()


@pytest.mark.parametrize(
    ("make", "name", "says"),
    [
        (_empty, "bad.txt", "is empty; "),
        (_binary, "bad.txt", "is a binary file, not text; "),
        (_large, "bad.txt", "has 20.0 MB, more than the 10 MB allowed; split it or raise --max-size"),
        (_missing, "bad.txt", "there is no such file or folder; "),
        (_sidecar_breaks, "bad.txt", "this sidecar is no valid TOML"),
        (_empty, "bad.odt", "the suffix .odt is not known; it must be .atom or .csv or "),
        (_unreadable, "bad", "no article in this folder; "),
    ],
)
def test_a_bad_input_is_named_and_the_others_go_on(tmp_path: Path, output: Path, make, name: str, says: str) -> None:  # type: ignore[no-untyped-def]
    good, bad = article(tmp_path / "good"), tmp_path / "bad" / name
    bad.parent.mkdir()
    make(bad)
    done = timeline("build", bad, good, "-o", output, "--format", "html,json", "--quiet")
    assert done.returncode == 3, done.stderr
    (line,) = done.stderr.splitlines()
    assert line.startswith(f"timeline: {bad.with_suffix('')}")
    assert says in line
    assert [one["path"] for one in json.loads((output / "timeline.json").read_text())["articles"]] == ["talks.txt"]


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (_sidecar_is_two_days, "is known only roughly, between 11 July and 7 November 2024 (inferred"),
        (_sidecar_is_no_date, "sidecar bad.toml: 'soon' is no date that can be read"),
    ],
)
def test_an_unclear_date_costs_the_claim_not_the_article(tmp_path: Path, output: Path, make, says: str) -> None:  # type: ignore[no-untyped-def]
    """The article stays, without a certain day; the message names the sidecar and what to write into it."""
    bad = tmp_path / "bad" / "bad.txt"
    bad.parent.mkdir()
    make(bad)
    done = timeline("build", bad, "-o", output, "--format", "json", "--quiet")
    (line,) = done.stderr.splitlines()
    assert line.startswith(f"timeline: {bad}")
    assert says in line
    assert "write `dct = 2024-11-07` into bad.toml" in line
    (kept,) = json.loads((output / "timeline.json").read_text())["articles"]
    assert kept["dct"]["confidence"] < 1


@pytest.mark.parametrize("make", [_empty, _missing, _sidecar_breaks])
def test_with_bad_input_alone_nothing_is_written(tmp_path: Path, output: Path, make) -> None:  # type: ignore[no-untyped-def]
    make(tmp_path / "bad.txt")
    done = timeline("build", tmp_path / "bad.txt", "-o", output)
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == "timeline: no article could be used; nothing was written"
    assert is_as_before(output)


def test_strict_writes_nothing(tmp_path: Path, output: Path) -> None:
    done = timeline("build", tmp_path / "missing.txt", article(tmp_path), "-o", output, "--strict")
    assert done.returncode == 1
    assert "--strict" in done.stderr
    assert is_as_before(output)


def test_a_larger_file_is_read_when_asked_for(tmp_path: Path) -> None:
    path = article(tmp_path)
    assert timeline("build", path, "-o", tmp_path / "o", "--max-size", "100B").returncode == 1
    assert timeline("build", path, "-o", tmp_path / "o", "--max-size", "1KB", "--format", "json").returncode == 0


def test_a_latin_1_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Le président Lind est arrivé à Genève le 3 mai 2021. President Lind met Haas.".encode("latin-1"))
    done = timeline("build", path, "-o", tmp_path / "o", "--date", "2021-05-04", "--format", "json")
    assert done.returncode == 0, done.stderr
    assert "arrivé à Genève" in json.loads((tmp_path / "o/timeline.json").read_text())["articles"][0]["text"]


def test_an_undated_article_keeps_its_expressions_unresolved(tmp_path: Path) -> None:
    """Written all the same, with the remedy; nothing falls back to today."""
    done = timeline("build", article(tmp_path, dct=None), "-o", tmp_path / "o", "--format", "json", "--quiet")
    assert done.returncode == 3
    (line,) = done.stderr.splitlines()
    assert f"timeline: {tmp_path / 'talks.txt'}: no date found" in line
    assert "--date talks.txt=2024-11-07" in line
    (written,) = json.loads((tmp_path / "o/timeline.json").read_text())["articles"]
    assert written["dct"]["value"] is None
    assert {timex["text"]: timex["not_before"] for timex in written["timexes"]} == {"Monday": None, "next month": None}


@pytest.mark.parametrize("date", ["someday", "2024-02-30", "31/02/2024", "talks.txt=never"])
def test_a_date_that_is_none_is_wrong_usage(tmp_path: Path, output: Path, date: str) -> None:
    done = timeline("build", article(tmp_path), "-o", output, "--date", date)
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert "is no da" in line
    assert is_as_before(output)


def test_a_date_for_a_file_that_is_no_input_is_wrong_usage(tmp_path: Path, output: Path) -> None:
    done = timeline("build", article(tmp_path), "-o", output, "--date", "walks.txt=2024-11-07")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "walks.txt" in done.stderr
    assert is_as_before(output)


def test_an_output_folder_that_is_a_file(tmp_path: Path) -> None:
    path = article(tmp_path)
    done = timeline("build", path, "-o", path)
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert path.read_text() == TALKS


def test_an_output_folder_that_cannot_be_written(tmp_path: Path, output: Path) -> None:
    path = article(tmp_path)
    output.chmod(0o500)
    if os.access(output, os.W_OK):
        # Permissions do not bind root; no one makes folders in the system's own.
        output.chmod(0o700)
        done = timeline("build", path, "-o", "/proc/output")
    else:
        done = timeline("build", path, "-o", output)
        output.chmod(0o700)
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "cannot be written" in done.stderr
    assert is_as_before(output)


def test_a_full_disk(tmp_path: Path, output: Path) -> None:
    """A limit on the size of files fails like a full disk: in the middle of writing."""

    def nearly_full() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (4000, 4000))

    done = own_process("build", article(tmp_path), "-o", output, preexec_fn=nearly_full)
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert re.search(r"cannot be written \(.+\); free space", done.stderr)
    assert is_as_before(output)


def test_a_full_standard_output(tmp_path: Path) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("this system has no /dev/full")
    with full.open("wb") as sink:
        command = [sys.executable, "-m", "timeline", "annotate", "--only", "timexes"]
        line = b'{"id": "a", "text": "They met."}'
        done = subprocess.run(command, input=line, stdout=sink, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 1
    assert done.stderr == b"timeline: standard output cannot be written (No space left on device)\n"


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_an_interruption_in_the_middle(tmp_path: Path, output: Path, how: signal.Signals, jobs: str) -> None:
    for number in range(3000):
        article(tmp_path / "in", f"{number}.txt", dct=None)
    command = [sys.executable, "-m", "timeline", "build", str(tmp_path / "in"), "-o", str(output), "--jobs", jobs]
    # Tests that run behind a shell's "&" are deaf to SIGINT, and so are their children.
    hears = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    with subprocess.Popen(
        command,
        stderr=subprocess.PIPE,
        start_new_session=True,
        preexec_fn=hears,  # noqa: PLW1509  (no other thread runs)
    ) as process:
        assert process.stderr
        process.stderr.readline()  # the first article is done: the work is under way
        time.sleep(0.2)
        if how == signal.SIGINT:
            os.killpg(process.pid, how)  # as a terminal does it
        else:
            process.send_signal(how)
        rest = process.communicate(timeout=120)[1].decode()
    assert process.returncode == 130
    assert rest.splitlines()[-1] == "timeline: interrupted; earlier output is as it was"
    assert "Traceback" not in rest
    assert is_as_before(output)


def test_a_wish_to_stop_that_a_library_swallows_is_obeyed() -> None:
    """Compiled code makes another error of an interruption; the next look at what is wished stops all the same."""
    before = signal.getsignal(signal.SIGTERM)
    with interrupts.heard():
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGTERM)
        assert interrupts.are_wished()
        with pytest.raises(KeyboardInterrupt):
            interrupts.obey()
    assert signal.getsignal(signal.SIGTERM) == before
    with interrupts.heard():
        interrupts.obey()


@pytest.mark.parametrize("command", [["render"], ["explain"]])
@pytest.mark.parametrize("content", [None, b"", b"{}", b"\xff", b'{"schema": 1, "title": 3}'])
def test_what_is_no_timeline_file_is_named(tmp_path: Path, command: list[str], content: bytes | None) -> None:
    path = tmp_path / "t.json"
    if content is not None:
        path.write_bytes(content)
    done = timeline(*command, path, *(["e1"] if command == ["explain"] else []))
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert str(path) in done.stderr
    assert not (tmp_path / "t.html").exists()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (None, "cannot be read (No such file or directory); check the path"),
        ("{", "is no valid JSON (EOF while parsing an object at column 1); mend it there"),
        ('{"corrections": [{"hide": true}]}', "correction 1: 'event' is missing; add it"),
        (
            '{"corrections": [{"event": "a", "titel": "Talks"}]}',
            "correction 1: the key 'titel' is not known; write 'title'",
        ),
        (
            '{"corrections": [{"event": "a", "date": "someday"}]}',
            "correction 1: 'someday' is no EDTF date; write 2024-",
        ),
        (
            '{"corrections": [{"event": "a", "added": true, "title": "Talks"}]}',
            "correction 1: an event that is added needs",
        ),
        (
            '{"corrections": [{"event": "a"}, {"event": "b", "type": "AGREED"}]}',
            "no event type 'AGREED'; write AGREE or ",
        ),
        (
            '{"corrections": [{"event": "a", "status": "late"}]}',
            "correction 1: 'status' must be 'occurred', 'ongoing',",
        ),
    ],
)
def test_what_is_no_corrections_file_is_named(tmp_path: Path, output: Path, content: str | None, says: str) -> None:
    path = tmp_path / "c.json"
    if content is not None:
        path.write_text(content)
    done = timeline("build", article(tmp_path), "-o", output, "--corrections", path)
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert f"timeline: {path}: " in done.stderr
    assert says in done.stderr
    assert is_as_before(output)


@pytest.mark.parametrize("content", [None, b"", b"\xff\xfe", b"<html>no bundle</html>"])
def test_what_is_no_bundle_of_plotly_is_named(tmp_path: Path, output: Path, content: bytes | None) -> None:
    path = tmp_path / "plotly.js"
    if content is not None:
        path.write_bytes(content)
    for command in (["build", article(tmp_path), "-o", output], ["render", output / "timeline.json"]):
        done = timeline(*command, "--plotlyjs", path)
        assert (done.returncode, done.stderr.count("\n")) == (2, 1)
        assert str(path) in done.stderr
        assert is_as_before(output)


def test_hostile_words_come_out_as_they_went_in(tmp_path: Path) -> None:
    hostile = (
        f"</script><script>alert(1)</script> <img src=x onerror=alert(2)> \u202eabc\u202c {'Haas' * 2500} {{{{ 7*7 }}}}"
    )
    text = f"Haas met Lind in {hostile} on Monday.\n\n" + TALKS
    path = article(tmp_path, text=text)
    path.with_suffix(".toml").write_text(f"dct = 2024-11-07\ntitle = '''{hostile}'''\n", encoding="utf-8")
    done = timeline("build", path, "-o", tmp_path / "o", "--format", "html,json,csv")
    assert done.returncode == 0, done.stderr
    (written,) = json.loads((tmp_path / "o/timeline.json").read_text(encoding="utf-8"))["articles"]
    assert written["text"] == text
    page = (tmp_path / "o/timeline.html").read_text(encoding="utf-8")
    assert "<script>alert" not in page
    assert "<img src=x" not in page


def test_a_hostile_file_name_stays_one_line(tmp_path: Path) -> None:
    path = tmp_path / "a\n\x1b[31m\u202eb.txt"
    path.write_text("")
    done = own_process("build", path)
    assert re.search(r"a\\u000a\\u001b\[31m\\u202eb\.txt: is empty", done.stderr)
    assert done.stderr.count("\n") == 2


def test_no_temporary_file_is_left(tmp_path: Path) -> None:
    for _ in range(2):
        assert timeline("build", article(tmp_path), "-o", tmp_path / "o", "--format", "json,csv").returncode == 0
    names = [store.NAME, "timeline.csv", "timeline.json"]
    assert sorted(path.name for path in (tmp_path / "o").iterdir()) == names
    shutil.rmtree(tmp_path / "o")
