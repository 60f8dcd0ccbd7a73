"""The commands as users meet them."""

from __future__ import annotations

import io
import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest
from commands import TALKS, article, lines, own_process, timeline

from timeline import __version__
from timeline.annotate import annotate, whole_lines
from timeline.cli import cli

COMMANDS = (Path(__file__).parent.parent / "docs" / "commands.md").read_text(encoding="utf-8")


def test_build_writes_page_and_file_and_says_so(tmp_path: Path) -> None:
    article(tmp_path / "in")
    done = own_process("build", "in", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "")
    said = done.stderr.splitlines()
    assert said[0].startswith("1 article, ")
    assert "output/timeline.html" in said[0]
    assert [line.split(":")[0] for line in said[1:]] == ["  read", "  merged", "  dated by"]
    names = [".timeline.sqlite", "timeline.html", "timeline.json"]
    assert sorted(path.name for path in (tmp_path / "output").iterdir()) == names
    written = json.loads((tmp_path / "output/timeline.json").read_text())
    assert written["schema"] == 1
    assert written["title"] == "Haas and Lind agree to meet"
    assert written["articles"][0]["path"] == "talks.txt"
    assert written["articles"][0]["dct"]["value"] == "2024-11-07"
    assert {event["type"] for event in written["events"]} >= {"CONSULT", "AGREE"}


def test_build_tells_how_many_events_are_minor(tmp_path: Path) -> None:
    text = "# Chad condemns Mali\n\nChad condemned the raid of Mali on Monday. A visit to Chad is hoped for."
    done = timeline("build", article(tmp_path, "chad.md", text), "-o", tmp_path / "o", "--format", "json")
    written = json.loads((tmp_path / "o/timeline.json").read_text())
    minor = [event["title"] for event in written["minor"]]
    assert minor and not set(minor) & {event["title"] for event in written["events"]}
    assert done.stderr.startswith(f"1 article, {len(written['events'])} event")
    assert f" + {len(minor)} minor: " in done.stderr


def test_equal_inputs_give_equal_bytes_wherever_they_lie(tmp_path: Path) -> None:
    for place in ("a", "b/c"):
        article(tmp_path / place / "in")
        article(
            tmp_path / place / "in/sub", "more.md", "# Norway recalls envoy\n\nNorway recalled its envoy on Friday."
        )
    assert timeline("build", "in", "--format", "html,json,csv", cwd=tmp_path / "a").returncode == 0
    there = timeline("build", tmp_path / "b/c/in", "-o", tmp_path / "o", "--format", "csv,json,html", "--jobs", "2")
    assert there.returncode == 0, there.stderr
    for name in ("timeline.html", "timeline.json", "timeline.csv"):
        assert (tmp_path / "a/output" / name).read_bytes() == (tmp_path / "o" / name).read_bytes()


def test_quiet_says_nothing(tmp_path: Path) -> None:
    done = timeline("build", article(tmp_path), "-o", tmp_path / "o", "--format", "json", "--quiet")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            "Le ministre a rencontré ses homologues mardi à Genève et il a signé un accord.",
            "is in French: its dates are",
        ),
        (
            "De minister heeft gisteren zijn collega's ontmoet en een akkoord getekend.",
            "is in Dutch: neither its dates",
        ),
    ],
)
def test_what_is_not_read_of_another_language_is_said(tmp_path: Path, text: str, says: str) -> None:
    """A note: the input was used, as far as it can be."""
    path = article(tmp_path, text=text)
    done = timeline("build", path, "-o", tmp_path / "o", "--format", "json")
    assert (done.returncode, done.stderr.count(f"timeline: {path}: {says}")) == (0, 1)
    assert not timeline("build", path, "-o", tmp_path / "o", "--format", "json", "--quiet").stderr


def test_title_date_and_format(tmp_path: Path) -> None:
    one, other = article(tmp_path, "one.txt", dct=None), article(tmp_path, "other.txt", dct=None)
    arguments = ["--title", "Talks", "--date", "2024-11-07", "--date", "other.txt=8 Nov 2024", "--format", "json"]
    done = timeline("build", one, other, "-o", tmp_path / "o", *arguments)
    assert done.returncode == 0, done.stderr
    assert [path.name for path in (tmp_path / "o").glob("[!.]*")] == ["timeline.json"]
    written = json.loads((tmp_path / "o/timeline.json").read_text())
    assert written["title"] == "Talks"
    assert [each["dct"]["value"] for each in written["articles"]] == ["2024-11-07", "2024-11-08"]


def test_corrections_are_applied_and_one_whose_event_is_gone_is_named(tmp_path: Path) -> None:
    talks = article(tmp_path)
    arguments = ("build", talks, "-o", tmp_path / "o", "--format", "json")
    timeline(*arguments)
    first, *others = json.loads((tmp_path / "o/timeline.json").read_text())["events"]
    corrections = {"corrections": [{"event": first["id"], "title": "Better", "date": "2024-10", "note": "Gazette"}]}
    corrections["corrections"].append({"event": others[0]["id"], "hide": True})
    (tmp_path / "c.json").write_text(json.dumps(corrections))
    assert timeline(*arguments, "--corrections", tmp_path / "c.json").returncode == 0
    events = json.loads((tmp_path / "o/timeline.json").read_text())["events"]
    assert [(e["id"], e["edtf"], e["note"]) for e in events if e["title"] == "Better"] == [
        (first["id"], "2024-10", "Gazette")
    ]
    assert others[0]["id"] not in {event["id"] for event in events}
    corrections["corrections"].append({"event": "gone", "hide": True})
    (tmp_path / "c.json").write_text(json.dumps(corrections))
    done = timeline(*arguments, "--corrections", tmp_path / "c.json")
    assert done.returncode == 3
    assert done.stderr.startswith(f"timeline: {tmp_path / 'c.json'}: line 1: correction of gone: ")


def test_render_makes_the_same_page_as_build(tmp_path: Path) -> None:
    timeline("build", article(tmp_path), "-o", tmp_path / "o")
    page = (tmp_path / "o/timeline.html").read_bytes()
    for arguments, target in (([], "o/timeline.html"), (["-o", tmp_path / "p.html"], "p.html")):
        (tmp_path / target).unlink(missing_ok=True)
        assert timeline("render", tmp_path / "o/timeline.json", *arguments).returncode == 0
        assert (tmp_path / target).read_bytes() == page
    assert own_process("render", tmp_path / "o/timeline.json", "-o", "-").stdout.encode() == page


def test_a_bundle_that_is_given_is_carried_instead_of_the_whole_library(tmp_path: Path) -> None:
    bundle = tmp_path / "plotly-small.js"
    bundle.write_bytes(b"\xef\xbb\xbf/* plotly.js (small) */\r\nwindow.Plotly = { newPlot: 'scatter' };")
    arguments = ("--plotlyjs", bundle)
    assert timeline("build", article(tmp_path), "-o", tmp_path / "o", *arguments).returncode == 0
    page = (tmp_path / "o/timeline.html").read_bytes()
    assert len(page) < 500_000
    assert timeline("render", tmp_path / "o/timeline.json", "-o", "-", *arguments).stdout.encode() == page


def test_explain_gives_sentence_and_reason(tmp_path: Path) -> None:
    timeline("build", article(tmp_path), "-o", tmp_path / "o", "--format", "json")
    events = json.loads((tmp_path / "o/timeline.json").read_text())["events"]
    done = own_process("explain", tmp_path / "o/timeline.json", events[0]["id"])
    assert done.returncode == 0
    assert "Haas" in done.stdout
    unknown = timeline("explain", tmp_path / "o/timeline.json", "nothing")
    assert (unknown.returncode, unknown.stdout, unknown.stderr.count("\n")) == (1, "", 1)
    assert unknown.stderr.startswith(f"timeline: {tmp_path / 'o/timeline.json'}: no event nothing ")


def test_annotate_keeps_order_and_offsets() -> None:
    done = timeline("annotate", given=lines(b=TALKS, a="It rained on 3 May 2021."))
    assert done.returncode == 0, done.stderr
    first, second = map(json.loads, done.stdout.splitlines())
    assert [first["id"], second["id"]] == ["b", "a"]
    assert list(first) == ["id", "dct", "timexes", "events"]
    monday = first["timexes"][0]
    assert (TALKS[monday["start"] : monday["end"]], monday["value"]) == ("Monday", "2024-11-04")
    assert {event["type"] for event in first["events"]} >= {"CONSULT", "AGREE"}
    assert all(TALKS[event["start"] : event["end"]] == event["trigger"] for event in first["events"])


def test_annotate_only_leaves_the_other_out(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text(lines(a=TALKS))
    timexes = json.loads(timeline("annotate", tmp_path / "in.jsonl", "--only", "timexes").stdout)
    events = json.loads(timeline("annotate", tmp_path / "in.jsonl", "--only", "events").stdout)
    assert timexes["timexes"]
    assert not timexes["events"]
    assert events["events"]
    assert not events["timexes"]


def test_annotate_takes_the_mentions_that_are_given() -> None:
    start = TALKS.index("hold")
    request = {"id": "a", "text": TALKS, "dct": "2024-11-07", "spans": [{"start": start, "end": start + 4}]}
    done = timeline("annotate", "-", given=json.dumps(request))
    events = json.loads(done.stdout)["events"]
    assert [(event["start"], event["end"]) for event in events] == [(start, start + 4)]


def test_a_line_that_cannot_be_read_is_named_and_the_others_go_on() -> None:
    bad = ["{", '{"id": "x"}', '{"id": "x", "text": "a", "dct": "soon"}', '{"id": "x", "text": "\\ud800"}', "\udcff"]
    bad.append('{"id": "x", "text": "ab", "spans": [{"start": 1, "end": 9}]}')
    given = (lines(a="One.") + "\n" + "".join(f"{line}\n" for line in bad) + lines(b="Two.")).encode(
        "utf-8", "surrogateescape"
    )
    done = own_process("annotate", "--only", "timexes", given=given)
    assert done.returncode == 3
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == ["a", "b"]
    said = done.stderr.splitlines()
    numbers = [re.match(r"timeline: standard input: line (\d+): .+; .+; this line is left out", line) for line in said]
    assert [found and found[1] for found in numbers] == list("345678")


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("met", "is no valid JSON (expected value at column 1); write one JSON object a line"),
        ("[1]", "must be an object; write one JSON object a line"),
        ('{"id": "a"}', "'text' is missing; add it"),
        ('{"id": "a", "text": 5}', "'text' must be a string; put it between quotation marks"),
        ('{"id": 5, "text": "They met."}', "'id' must be a string; put it between quotation marks"),
        ('{"id": "a", "text": "ab", "spans": [{"start": 0}]}', "span 1: 'end' is missing; add it"),
        ('{"id": "a", "text": "ab", "dct": "07/11/2024"}', "can be 7 November or 11 July; write 2024-11-07"),
    ],
)
def test_a_bad_line_is_named_with_its_file_and_the_remedy(tmp_path: Path, line: str, says: str) -> None:
    (tmp_path / "in.jsonl").write_text(line + "\n")
    done = timeline("annotate", tmp_path / "in.jsonl", "--only", "timexes")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert done.stderr.startswith(f"timeline: {tmp_path / 'in.jsonl'}: line 1: ")
    assert says in done.stderr


def test_a_line_that_does_not_end_is_named_without_being_held() -> None:
    """As a device gives; the line behind it is read."""

    class Device(io.BytesIO):
        largest = 0

        def readline(self, size: int | None = -1, /) -> bytes:
            line = super().readline(size)
            self.largest = max(self.largest, len(line))
            return line

    device = Device(b"\0" * 25_000_000 + b"\n" + lines(b="Two.").encode())
    said: list[str] = []
    (read,) = annotate(whole_lines(device), only="timexes", report=lambda problem: said.append(str(problem)))
    assert json.loads(read)["id"] == "b"
    assert said == ["line 1: has more than the 10 MB allowed; split it; this line is left out"]
    assert device.largest <= 10_000_001


def test_annotate_streams() -> None:
    """The answer to a line comes before the next line is given."""
    command = [sys.executable, "-m", "timeline", "annotate", "--only", "timexes"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin
        assert process.stdout
        for name in ("a", "b"):
            process.stdin.write(lines(**{name: "They met on Monday."}).encode())
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == name
        process.stdin.close()
    assert process.returncode == 0


def test_dates_alone_load_nothing_heavy() -> None:
    code = (
        "import sys\nfrom timeline.cli import main\n"
        "try: main()\nfinally: print(sorted({'.'.join(name.split('.')[:2]) for name in sys.modules}), file=sys.stderr)"
    )
    command = [sys.executable, "-c", code, "annotate", "--only", "timexes"]
    done = subprocess.run(command, input=lines(a="They met on Monday."), capture_output=True, text=True, check=True)
    loaded = set(re.findall(r"'([\w.]+)'", done.stderr))
    assert "pydantic" in loaded
    assert not loaded & {
        "timeline.events",
        "spacy",
        "plotly",
        "dateparser",
        "jinja2",
        "numpy",
        "yaml",
        "markdown_it",
        "charset_normalizer",
    }


def test_a_progress_bar_only_on_a_terminal(tmp_path: Path) -> None:
    path = article(tmp_path, text="It rained in Oslo.\n")
    command = [sys.executable, "-m", "timeline", "build", str(path), "-o", str(tmp_path / "o")]
    terminal, inner = pty.openpty()
    with subprocess.Popen([*command, "--format", "json"], stdout=subprocess.PIPE, stderr=inner) as process:
        os.close(inner)
        said = b""
        while True:
            try:
                chunk = os.read(terminal, 1000)
            except OSError:  # Linux says so where the other end is closed
                break
            if not chunk:
                break
            said += chunk
        assert process.stdout
        assert process.stdout.read() == b""
    os.close(terminal)
    assert b"Reading articles" in said
    assert b"100%" in said
    assert "Reading" not in timeline(*command[3:]).stderr


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["bild"],
        ["build"],
        ["build", "x.txt", "--date", "soon"],
        ["build", "x.txt", "--date", "x.txt=2024-02-30"],
        ["build", "x.txt", "--format", "pdf"],
        ["build", "x.txt", "--jobs", "0"],
        ["build", "x.txt", "--engine", "horse"],
        ["build", "x.txt", "--max-size", "much"],
        ["build", "x.txt", "--quiet", "--verbose"],
        ["build", "x.txt", "--nothing"],
        ["annotate", "--only", "dates"],
        ["render"],
        ["explain", "x.json"],
        ["watch"],
        ["watch", "-"],
        ["watch", "nowhere"],
    ],
)
def test_wrong_usage_is_one_line_and_exit_code_2(arguments: list[str]) -> None:
    done = timeline(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1 or arguments == []


def test_wrong_usage_ends_the_process_with_2() -> None:
    done = own_process("build")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "timeline build: Missing argument 'INPUT...'. (see: timeline build --help)\n"


def test_version_is_the_package_own() -> None:
    assert own_process("--version").stdout == f"timeline, version {__version__}\n"


def test_schema_describes_the_file() -> None:
    done = own_process("schema")
    assert done.returncode == 0
    assert {"schema", "title", "articles", "events", "undated"} <= set(json.loads(done.stdout)["properties"])


def test_the_docs_name_every_command_and_option() -> None:
    context = cli.make_context("timeline", ["build", "x"])
    for name in cli.list_commands(context):
        assert f"timeline {name}" in COMMANDS
        command = cli.get_command(context, name)
        assert command is not None
        for parameter in command.params:
            for option in parameter.opts if parameter.param_type_name == "option" else []:
                assert f"`{option}" in COMMANDS or f" {option} " in COMMANDS, f"{name}: {option}"
    assert "`timeline --version`" in COMMANDS
    assert "`--help` (`-h`)" in COMMANDS
