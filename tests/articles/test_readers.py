"""Which reader a file needs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from timeline.articles.discover import suffix_of
from timeline.articles.readers import SUFFIXES, by_content, reader_of

FILES = Path(__file__).parent / "files"
SAME = {".htm": ".html", ".xhtml": ".html", ".rss": ".xml", ".atom": ".xml", ".tsv": ".csv"}
# Without the column of texts, or with nothing but garbage, a name alone can tell.
ONLY_BY_NAME = {"no-text-column.csv"}


@pytest.mark.parametrize("suffix", sorted(SUFFIXES))
def test_every_suffix_has_its_reader(suffix: str) -> None:
    assert callable(reader_of(suffix_of(f"A{suffix.upper()}", SUFFIXES)))


@pytest.mark.parametrize("path", sorted(set(FILES.iterdir()) - {FILES / "expected.toml"}), ids=lambda path: path.name)
def test_the_content_tells_the_format(path: Path) -> None:
    if path.name in ONLY_BY_NAME:
        assert by_content(path.read_bytes()) == ".txt"
    else:
        assert by_content(path.read_bytes()) == SAME.get(path.suffix, path.suffix)


@pytest.mark.parametrize(
    ("data", "suffix"),
    [
        (b"", ".txt"),
        (b"From here on they were friends.\n", ".txt"),
        (b"From Oslo: nothing new.\n", ".txt"),
        (b"Text, they said, was all.\n", ".txt"),
        (b"Note: they met.\n", ".txt"),
        (b"\xef\xbb\xbf<p>They met.</p>", ".html"),
        (b'"date","text"\r\n', ".csv"),
        (b"text;date\n", ".csv"),
        (b"---\ntitle: Haas\n---\n", ".md"),
        (b"\x1f\x8b\x08\0", ".warc"),
        (b"%PDF-1.7", ".pdf"),
    ],
)
def test_bytes_without_a_name(data: bytes, suffix: str) -> None:
    assert by_content(data) == suffix


def test_libraries_are_loaded_when_their_format_is_met() -> None:
    """Annotating texts starts without any of them."""
    heavy = "trafilatura htmldate lxml feedparser pdfminer docx warcio mailbox"
    code = (
        "import sys; from timeline.annotate import annotate;"
        """print(*annotate([b'{"id": "a", "text": "They met."}'], only='timexes'), file=sys.stderr);"""
        f"print(*[name for name in '{heavy}'.split() if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout.strip() == ""
    assert '"timexes"' in done.stderr
