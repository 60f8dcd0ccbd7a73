"""What nobody meant to happen: bombs, closed streams, files of others; each ends soon, in one clear line."""

from __future__ import annotations

import contextlib
import json
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from commands import article, timeline
from work import lines_run

from timeline import pipeline
from timeline.articles.attributes import without_surplus_attributes
from timeline.errors import ArticleError
from timeline.events.parse.seen.truecase import lowered
from timeline.limits import limited


def test_capitals_cost_what_they_measure() -> None:
    """Each headline asks for its words in all of the text, which is read once."""
    few, many = (
        "".join(f"THE MINISTER OF ORSK{'ABCDEFGHIJ'[n % 10]} SIGNED TREATY WITH LIMA\n" for n in range(size))
        for size in (40, 400)
    )

    def all_of(text: str) -> None:
        for line in text.splitlines():
            lowered(line, text)

    all_of(few)  # what is read once
    assert lines_run(lambda: all_of(many + " ")) < 12 * lines_run(lambda: all_of(few + " "))


@pytest.mark.parametrize(
    ("text", "says"),
    [("Then Lind spoke.", "Lind met Haas in city"), ("Lind spoke.", "lind met Haas in city")],
)  # fmt: skip
def test_a_word_of_a_headline_is_a_name_where_it_stands_inside_a_sentence(text: str, says: str) -> None:
    found = lowered("Lind Met Haas In City", f"Lind Met Haas In City\n\n{text} We know that Haas came.")
    assert found.casefold() == says.casefold()
    assert "Haas" in found


def test_what_takes_too_long_is_ended_and_named() -> None:
    def catch_all() -> None:
        while True:
            with contextlib.suppress(Exception):  # as libraries do
                sum(range(1000))

    with pytest.raises(ArticleError, match=r"a\.txt: takes more than 0 seconds"), limited(1, "a.txt", 0.2):
        catch_all()


@pytest.mark.skipif(sys.platform != "linux", reason="only here the system tells what a process uses")
def test_what_takes_too_much_memory_is_ended_and_named() -> None:
    with pytest.raises(ArticleError, match=r"a\.txt: takes more memory"), limited(1, "a.txt", 60):
        bytearray(2_000_000_000)
    assert len(bytearray(700_000_000)) == 700_000_000  # the limit is gone


@pytest.mark.skipif(sys.platform != "linux", reason="only here the system tells what a process uses")
def test_memory_that_is_taken_bit_by_bit_is_ended_before_the_system_refuses_any() -> None:
    """Python itself may crash where it has no memory left for the error.

    In a process of its own: what else looks at each collection of garbage here may swallow the end.
    """
    done = subprocess.run([sys.executable, "-c", _BIT_BY_BIT], capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "SpentError a.txt: takes more memory than an article may", done.stderr


_BIT_BY_BIT = """
from timeline.errors import ArticleError
from timeline.limits import limited

kept = []
try:
    with limited(1, "a.txt", 60):
        while True:
            kept.append([None] * 100)
except ArticleError as error:
    kept.clear()
    print(type(error.__cause__).__name__, str(error).partition(";")[0])
"""


def test_attributes_beyond_counting_are_cut_and_the_page_is_read(tmp_path: Path) -> None:
    many = " ".join(f"a{n}='>'" for n in range(20_000))
    page = f"<html><body {many}><p>" + "Premier Haas of Norway met President Lind in Oslo. " * 8 + "</p></body></html>"
    assert len(without_surplus_attributes(page)) < len(page) / 10
    (tmp_path / "a.html").write_text(page)
    done = timeline("build", tmp_path / "a.html", "-o", tmp_path / "o", "--date", "2024-11-07", "--format", "json")
    assert done.returncode == 0, done.stderr


def test_a_usual_page_keeps_its_attributes() -> None:
    page = """<p class="a > b" title='x "y"'>It's <a href=/b>so</a>, 3 < 4</p>"""
    assert without_surplus_attributes(page) == page


def test_no_page_of_an_earlier_build_is_read(tmp_path: Path) -> None:
    article(tmp_path)
    runs = []
    for _ in range(2):
        done = timeline("build", ".", "-o", "out", "--format", "html,json,csv", "--quiet", cwd=tmp_path)
        assert (done.returncode, done.stderr) == (0, "")
        runs.append((tmp_path / "out/timeline.json").read_bytes())
    assert runs[0] == runs[1]
    (tmp_path / "out/timeline.html").rename(tmp_path / "kept.html")  # it knows itself by any name
    assert timeline("build", ".", "-o", "out", "--quiet", cwd=tmp_path).returncode == 0
    assert len(json.loads((tmp_path / "out/timeline.json").read_text())["articles"]) == 1


def _article_gone(found: dict[str, Any]) -> None:
    found["articles"][0]["id"] = "other"


def _original_gone(found: dict[str, Any]) -> None:
    found["events"][0]["mentions"][0]["copy_of"] = "other.txt"


def _sentence_leaves(found: dict[str, Any]) -> None:
    found["events"][0]["mentions"][0]["sentence"]["end"] = 10**9


def _other_schema(found: dict[str, Any]) -> None:
    found["schema"] = 9


def _unknown_type(found: dict[str, Any]) -> None:
    found["events"][0]["type"] = "PARTY"


def _nul(found: dict[str, Any]) -> None:
    found["articles"][0]["text"] = "\0" + found["articles"][0]["text"][1:]


def _reversed(found: dict[str, Any]) -> None:
    found["events"][0]["time"]["begin"] = {"not_before": "2024-11-07", "not_after": "2023-11-07"}


def _twice(found: dict[str, Any]) -> None:
    found["events"].append(found["events"][0])


def _no_day(found: dict[str, Any]) -> None:
    found["articles"][0]["dct"]["value"] = "soon"


def _no_mention(found: dict[str, Any]) -> None:
    found["events"][0]["conflicts"] = [{"field": "time", "values": ["2024", "2025"], "mentions": [[0], [7]]}]


def _minus_one_source(found: dict[str, Any]) -> None:
    found["events"][0]["sources"] = -1


def _too_important(found: dict[str, Any]) -> None:
    found["events"][0]["importance"] = 1e300


@pytest.mark.parametrize(
    ("harm", "says"),
    [
        (_minus_one_source, "it has -1 sources"),
        (_too_important, "its importance is 1e+300, not between 0 and 1"),
        (_article_gone, "mention 1 is in the article 'talks.txt', which is not in the file"),
        (_original_gone, "mention 1 copies the article 'other.txt', which is not in the file"),
        (_sentence_leaves, "to 1000000000 leave the article's text"),
        (_other_schema, "its schema is 9, this version reads 1"),
        (_unknown_type, "the type 'PARTY' is not known"),
        (_nul, "it holds a NUL character"),
        (_reversed, "its time ends before it begins"),
        (_twice, "two events have the id"),
        (_no_day, "its day 'soon' is none"),
        (_no_mention, "it names its mention 8, but has 2"),
    ],
)
def test_a_timeline_file_that_does_not_fit_is_one_line(
    tmp_path: Path, harm: Callable[[dict[str, Any]], None], says: str
) -> None:
    timeline("build", article(tmp_path), "-o", tmp_path, "--format", "json")
    found = json.loads((tmp_path / "timeline.json").read_text())
    event = found["events"][0]["id"]
    harm(found)
    (tmp_path / "t.json").write_text(json.dumps(found))
    for command in (["render", tmp_path / "t.json"], ["explain", tmp_path / "t.json", event]):
        done = timeline(*command)
        (line,) = done.stderr.splitlines()
        assert done.returncode == 1
        assert line.startswith(f"timeline: {tmp_path / 't.json'}: is inconsistent (")
        assert says in line


def test_without_arguments_the_help_is_printed_on_lines() -> None:
    done = timeline()
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) > 8
    assert "\\u000a" not in done.stderr


@pytest.mark.parametrize(
    ("command", "code", "says"),
    [
        ("build - -o o <&-", 1, "standard input: is empty"),
        ("annotate <&-", 0, ""),
        ("schema >&-", 1, "standard output cannot be written"),
        ("schema 2>&- >&-", 1, ""),
    ],
)
def test_closed_streams(tmp_path: Path, command: str, code: int, says: str) -> None:
    run = f"{sys.executable} -m timeline {command}"
    done = subprocess.run(["sh", "-c", run], capture_output=True, text=True, cwd=tmp_path, check=False)
    assert done.returncode == code, done.stderr
    assert says in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("options", "says"),
    [(["-o", ""], "is empty"), (["--max-size", "99999999999999GB"], "is no size"), (["--max-size", "0"], "is no size")],
)
def test_options_that_are_slips_are_wrong_usage(tmp_path: Path, options: list[str], says: str) -> None:
    done = timeline("build", article(tmp_path), *options)
    assert done.returncode == 2
    assert says in done.stderr


def test_many_problems_of_one_kind_are_summed_up(tmp_path: Path) -> None:
    for number in range(25):
        (tmp_path / f"{number}.odt").write_text("x")
    done = timeline("build", tmp_path, article(tmp_path / "in"), "-o", tmp_path / "o", "--format", "json", "--quiet")
    lines = done.stderr.splitlines()
    assert len(lines) == 11
    assert lines[-1].startswith("timeline: and 15 more like those above: the suffix .odt is not known")


def test_a_machine_is_told_every_problem(tmp_path: Path) -> None:
    for number in range(25):
        (tmp_path / f"{number}.odt").write_text("x")
    made = ["-o", tmp_path / "o", "--format", "json", "--quiet"]
    done = timeline("--json", "build", tmp_path, article(tmp_path / "in"), *made)
    problems = [json.loads(line) for line in done.stderr.splitlines()]
    assert sum(".odt: the suffix .odt is not known" in one["message"] for one in problems) == len(problems) == 25


def test_names_in_commands_are_quoted_for_the_shell(tmp_path: Path) -> None:
    done = timeline("build", article(tmp_path, "a; ls.txt", dct=None), "-o", tmp_path / "o", "--format", "json")
    assert "pass --date 'a; ls.txt'=2024-11-07" in done.stderr


def test_no_network_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page with addresses, a picture and a feed are read without a socket to anywhere."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    files = Path(__file__).parent / "articles" / "files"
    given = [files / name for name in ("ld-published.html", "world.rss", "talks.eml", "talks.csv")]
    built = pipeline.build(given, output=tmp_path, formats=("html", "json", "csv"), report=lambda _: None)
    assert built.articles


def test_memory_that_runs_out_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def run_out(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr(pipeline, "run", run_out)
    done = timeline("build", article(tmp_path), "-o", tmp_path / "o")
    assert (done.returncode, done.stderr) == (
        1,
        "timeline: not enough memory; give it less at a time, or fewer --jobs\n",
    )
