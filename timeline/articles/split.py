"""Files of very many articles become one input for each article, read as they are needed, whatever the file's size."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from io import BufferedReader
from typing import Any, NamedTuple, TypeAlias

from timeline.articles.discover import STANDARD_INPUT, Located, suffix_of
from timeline.articles.draft import extra
from timeline.articles.read import too_large
from timeline.articles.readers import SUFFIXES, by_content
from timeline.articles.rows import is_read
from timeline.errors import ArticleError

LINES = frozenset((".jsonl", ".ndjson"))
PARQUET = ".parquet"

_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")  # line ends of UTF-16 and UTF-32 are not one byte
_HEAD = 4096
_ROWS = 64  # of a Parquet file, read together


class Piece(NamedTuple):
    """What is worked on at once, or why it cannot be; ``share`` of all inputs that are read with it, 0..1."""

    located: Located
    share: float
    problem: ArticleError | None = None


def split(located: Iterable[Located], max_size: int) -> Iterator[Piece]:
    """Yield files, and in their stead the articles of JSON Lines and Parquet files; ``max_size`` of each, in bytes.

    Standard input is read here, no further than needed to show it too large unless it is JSON Lines.
    """
    files = list(located)
    for number, one in enumerate(files):
        for part, within, problem in _parts(one, max_size):
            yield Piece(part, (number + within) / len(files), problem)


Peeked: TypeAlias = "BufferedReader[Any]"
_Part: TypeAlias = tuple[Located, float, ArticleError | None]


def _parts(one: Located, max_size: int) -> Iterator[_Part]:
    suffix = suffix_of(one.path.name, SUFFIXES)
    try:
        if one.path == STANDARD_INPUT:
            yield from _standard_input(one, max_size)
        elif suffix in LINES:
            with one.path.open("rb") as file:
                yield from _lines(one, file, one.path.stat().st_size, max_size)
        elif suffix == PARQUET:
            yield from _rows(one, max_size)
        else:
            yield one, 1.0, None
    except OSError as error:
        reason = f"cannot be read ({error.strerror}); check the file and its permissions"
        yield one, 1.0, ArticleError(f"{one.where}: {reason}")


def _standard_input(one: Located, max_size: int) -> Iterator[_Part]:
    # In tests it is no buffered file.
    given: Any = sys.stdin.buffer
    file: Peeked = given if hasattr(given, "peek") else BufferedReader(given)
    if by_content(file.peek(_HEAD)) in LINES:
        yield from _lines(one, file, None, max_size)
    else:
        yield one._replace(data=file.read(max_size + 1)), 1.0, None


def _lines(one: Located, file: Peeked, size: int | None, max_size: int) -> Iterator[_Part]:
    if file.peek(_HEAD).startswith(_WIDE_MARKS):
        yield one._replace(data=file.read(max_size + 1) if size is None else None), 1.0, None
        return
    read, blank = 0, True
    for number, line in enumerate(_bounded(file, max_size), 1):
        read += len(line)
        part = one._replace(data=line, part=f"line {number}")
        share = min(1.0, read / size) if size else 0.0
        if len(line) > max_size:
            yield part, share, too_large(part.where, "more", max_size)
        elif line.strip():
            yield part, share, None
        blank = blank and not line.strip()
    if blank:  # what is said of an empty file is said where files are read
        yield one._replace(data=b"" if size is None else None), 1.0, None


def _bounded(file: Peeked, most: int) -> Iterator[bytes]:
    """Yield lines; of one that is longer than ``most`` bytes, no more than shows it."""
    while line := file.readline(most + 1):
        yield line
        while not line.endswith(b"\n") and (line := file.readline(_HEAD)):
            pass


def _rows(one: Located, max_size: int) -> Iterator[_Part]:
    """Yield the rows of a Parquet file as JSON objects of the columns that are an article's."""
    with extra("parquet", one.where):
        import pyarrow
        from pyarrow.parquet import ParquetFile
    try:
        with ParquetFile(one.path) as table:
            columns = [name for name in table.schema_arrow.names if is_read(name)]
            total, number = max(1, table.metadata.num_rows), 0
            for batch in table.iter_batches(batch_size=_ROWS, columns=columns):
                for row in batch.to_pylist():
                    number += 1
                    data = json.dumps(row, ensure_ascii=False, default=_plain).encode("utf-8", "surrogatepass")
                    part = one._replace(data=data, part=f"row {number}")
                    large = too_large(part.where, "more", max_size) if len(data) > max_size else None
                    yield part, number / total, large
    except pyarrow.ArrowException as error:
        reason = " ".join(str(error).split())
        yield one, 1.0, ArticleError(f"{one.where}: is no Parquet file that can be read ({reason}); write it anew")


def _plain(value: Any) -> str:
    """A day or a time of a column as text."""
    return value.isoformat() if hasattr(value, "isoformat") else str(value)
