"""Bad files of every format, through the command: each is named in one line, and the good ones go on."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from commands import article, own_process, timeline
from filing import docx, pdf, warc, zip_bomb

FILES = Path(__file__).parent / "articles" / "files"
PAGE = (FILES / "ld-published.html").read_bytes()
MET = "Premier Haas of Norway met President Lind of Finland in Oslo on Monday."


def _nested() -> bytes:
    return b"<html><body>" + b"<div>" * 50_000 + MET.encode() + b"</div>" * 50_000 + b"</body></html>"


def _large() -> bytes:
    return PAGE + b"<!-- " + b" " * 100_000_000 + b" -->"


def _bombed_archive() -> bytes:
    return warc([("https://orsk.example/a", "text/html", b"<p>" + b"a" * 20_000_000)], zipped=True)


def _from_files(name: str) -> Callable[[], bytes]:
    return (FILES / name).read_bytes


BAD: tuple[tuple[str, Callable[[], bytes], str], ...] = (
    ("nested.html", _nested, "no article is found in this page"),
    ("large.html", _large, "has 100.0 MB, more than the 10 MB allowed; split it or raise --max-size"),
    ("empty.html", lambda: b"", "is empty"),
    ("picture.html", lambda: b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" * 100, "is a binary file"),
    ("bomb.docx", lambda: zip_bomb(50_000_000), "unpacks to 50.0 MB, more than the 10 MB allowed"),
    ("bomb.warc.gz", _bombed_archive, "unpacks to more than the 10 MB allowed"),
    ("locked.pdf", lambda: pdf([[MET]], locked=True), "is encrypted"),
    ("scan.pdf", lambda: pdf([[""]]), "has no text (scanned?)"),
    ("no-body.eml", _from_files("no-body.eml"), "this mail has no text"),
    ("letters.mbox", lambda: b"They met.\n", "has no mail"),
    ("table.csv", _from_files("no-text-column.csv"), "its columns are 'headline', 'when'"),
    ("entities.xml", _from_files("bomb.xml"), "declares XML entities"),
    ("empty.xml", lambda: b"", "is empty"),
    ("catalogue.xml", _from_files("no-feed.xml"), "is no RSS or Atom feed"),
    ("lines.jsonl", lambda: b"[1]\n", "line 1: is no JSON object"),
)


def test_bad_files_are_named_and_the_good_one_goes_on(tmp_path: Path) -> None:
    good = article(tmp_path / "good")
    for name, make, _ in BAD:
        (tmp_path / name).write_bytes(make())
    given = [tmp_path / name for name, _, _ in BAD]
    done = timeline("build", *given, good, "-o", tmp_path / "o", "--format", "json", "--quiet")
    assert done.returncode == 3, done.stderr
    for (name, _, says), line in zip(BAD, done.stderr.splitlines(), strict=True):
        assert line.startswith(f"timeline: {tmp_path / name}: ")
        assert says in line
    assert [one["path"] for one in json.loads((tmp_path / "o/timeline.json").read_text())["articles"]] == ["talks.txt"]


def test_a_larger_page_is_read_when_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(PAGE + b"<!-- " + b" " * 11_000_000 + b" -->")
    assert timeline("build", tmp_path / "a.html", "-o", tmp_path / "o").returncode == 1
    done = timeline("build", tmp_path / "a.html", "-o", tmp_path / "o", "--format", "json", "--max-size", "20MB")
    assert done.returncode == 0, done.stderr


def test_one_folder_of_every_format(tmp_path: Path) -> None:
    """All are read in one run; what is wrong inside one is named with its place and stops nothing."""
    folder = tmp_path / "in"
    folder.mkdir()
    for name in ("ld-published.html", "old.htm", "strict.xhtml", "talks.eml", "list.mbox", "world.rss", "world.atom"):
        (folder / name).write_bytes((FILES / name).read_bytes())
    for name in ("talks.csv", "talks.tsv", "talks.jsonl", "truncated.html", "mixed.html"):
        (folder / name).write_bytes((FILES / name).read_bytes())
    (folder / "a.pdf").write_bytes(pdf([[MET]]))
    (folder / "a.docx").write_bytes(docx([MET]))
    (folder / "a.warc.gz").write_bytes(warc([("https://orsk.example/a", "text/html", PAGE)], zipped=True))
    article(folder, "plain.txt")
    (folder / "notes.md").write_text(f"---\ndate: 2024-11-07\n---\n# Haas\n\n{MET}\n")
    (folder / "picture.png").write_bytes(b"\x89PNG")
    done = own_process("build", folder, "-o", tmp_path / "o", "--format", "json", "--quiet", "--jobs", "2")
    assert done.returncode == 3, done.stderr
    paths = {one["path"] for one in json.loads((tmp_path / "o/timeline.json").read_text())["articles"]}
    assert paths == {path.name for path in folder.iterdir()} - {"picture.png", "plain.toml"}
    assert "list.mbox: mail 2: this mail has no text" in done.stderr
    assert "picture.png: the suffix .png is not known" in done.stderr
    assert "Traceback" not in done.stderr
    assert "discarding" not in done.stderr
    alone = timeline("build", folder, "-o", tmp_path / "p", "--format", "json", "--quiet")
    assert alone.stderr == done.stderr
    assert (tmp_path / "p/timeline.json").read_bytes() == (tmp_path / "o/timeline.json").read_bytes()


def test_what_a_browser_saves_beside_a_page_is_no_input(tmp_path: Path) -> None:
    (tmp_path / "in/haas_files").mkdir(parents=True)
    (tmp_path / "in/haas.html").write_bytes(PAGE)
    (tmp_path / "in/haas_files/frame.html").write_bytes(PAGE)
    (tmp_path / "in/haas_files/a.css").write_text("p {}")
    done = timeline("build", tmp_path / "in", "-o", tmp_path / "o", "--format", "json", "--quiet")
    assert (done.returncode, done.stderr) == (0, "")


def test_links_that_leave_the_folder_are_not_followed(tmp_path: Path) -> None:
    """Neither to articles nor to sidecars."""
    (tmp_path / "secret.html").write_bytes(PAGE)
    (tmp_path / "secret.toml").write_text("password = 1")
    good = article(tmp_path / "in")
    (tmp_path / "in/link.html").symlink_to(tmp_path / "secret.html")
    (tmp_path / "in/other.html").write_bytes(PAGE)
    (tmp_path / "in/other.toml").symlink_to(tmp_path / "secret.toml")
    done = timeline("build", good.parent, "-o", tmp_path / "o", "--format", "json", "--quiet")
    assert done.returncode == 3
    lines = done.stderr.splitlines()
    assert len(lines) == 2
    assert "link.html: this link leaves the folder" in lines[0]
    assert "other.toml: this sidecar is a link that leaves its folder" in lines[1]
    assert "password" not in done.stderr


@pytest.mark.parametrize(
    ("name", "count"),
    [("ld-published.html", 1), ("talks.eml", 1), ("list.mbox", 2), ("world.rss", 3), ("talks.csv", 4)],
)  # fmt: skip
def test_standard_input_is_read_by_its_content(tmp_path: Path, name: str, count: int) -> None:
    data = (FILES / name).read_bytes()
    done = timeline("build", "-", "-o", tmp_path / "o", "--format", "json", "--quiet", given=data)
    assert done.returncode in (0, 3), done.stderr
    articles = json.loads((tmp_path / "o/timeline.json").read_text())["articles"]
    assert [one["path"] for one in articles] == ["-"] * count
    assert articles[0]["dct"]["value"] == "2024-11-07"


@pytest.mark.parametrize(
    "data", [pdf([[MET]]), docx([MET]), warc([("https://a.example", "text/html", PAGE)]), MET.encode()]
)
def test_other_formats_on_standard_input(tmp_path: Path, data: bytes) -> None:
    done = timeline("build", "-", "--date", "-=2024-11-09", "-o", tmp_path / "o", "--format", "json", given=data)
    assert done.returncode == 0, done.stderr
    (read,) = json.loads((tmp_path / "o/timeline.json").read_text())["articles"]
    assert read["dct"]["value"] == "2024-11-09"
    assert "Premier Haas" in read["text"]


def test_standard_input_that_is_too_large(tmp_path: Path) -> None:
    done = timeline("build", "-", "-o", tmp_path / "o", "--max-size", "1KB", given=MET.encode() * 100)
    assert done.returncode == 1
    assert "standard input: has more than the 1 KB allowed" in done.stderr


def test_the_time_of_the_file_counts_only_where_it_is_asked_for(tmp_path: Path) -> None:
    path = article(tmp_path, text=f"{MET} They will meet again.\n", dct=None)
    os.utime(path, (1730980800, 1730980800))
    assert timeline("build", path, "-o", tmp_path / "o", "--format", "json").returncode == 3
    assert "2024" not in (tmp_path / "o/timeline.json").read_text()
    done = timeline("build", path, "-o", tmp_path / "o", "--format", "json", "--allow-file-time")
    assert done.returncode == 0, done.stderr
    (read,) = json.loads((tmp_path / "o/timeline.json").read_text())["articles"]
    assert read["dct"]["value"] == "2024-11-07"
    assert "time of the file" in read["dct"]["evidence"]
