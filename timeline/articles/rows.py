"""Tables of articles, CSV or JSON Lines, become drafts: one row, one article."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping

from timeline.articles.columns import COLUMNS, Cell, by_column, column, date_claim
from timeline.articles.decode import decode
from timeline.articles.draft import Draft, File, joined, key_of, one_line, own_key
from timeline.articles.fragment import fragment
from timeline.articles.written import Order, order_of
from timeline.errors import ArticleError

_DELIMITERS = ",;\t|"
# What spreadsheets write at the top of a table to say what parts its cells.
_SEPARATOR = re.compile(r"\s*\"?sep=(?P<mark>[^\n\"])\"?[;,\t]*\n")


def from_csv(file: File) -> Iterator[Draft | ArticleError]:
    """Read the rows of a table; raises ArticleError where the column of texts is missing."""
    text = decode(file.data, file.where).lstrip("\ufeff\n")
    said = _SEPARATOR.match(text)
    text = text[said.end() :].lstrip("\ufeff\n") if said else text
    delimiter = said["mark"] if said else max(_DELIMITERS, key=text.split("\n", 1)[0].count)
    # The limit of the csv module is the process's own; a text may be as long as the file.
    csv.field_size_limit(max(csv.field_size_limit(), len(text)))
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=False)
    try:
        names = [one_line(name) or "" for name in reader.fieldnames or ()]
        if not set(map(column, names)) >= {"text"}:
            raise ArticleError(
                f"{file.where}: has no column 'text'; its columns are {', '.join(map(repr, names))}; "
                f"name them {', '.join(COLUMNS[:5])}"
            )
        rows = list(reader)
    except csv.Error as error:
        raise ArticleError(f"{file.where}: is no table that can be read ({error}); save it as CSV in UTF-8") from error
    named = [(f"{file.where}: row {number}", by_column(row)) for number, row in enumerate(rows, 1)]
    order = order_of(str(row["date"].value) for _, row in named if "date" in row)
    for where, row in named:
        try:
            yield _draft(row, where, order)
        except ArticleError as error:
            yield error


def from_json_lines(file: File) -> Iterator[Draft | ArticleError]:
    """Read the objects of a JSON Lines file; a line that is none is an error of its own."""
    for number, line in enumerate(decode(file.data, file.where).split("\n"), 1):
        if line.strip():
            yield _of_line(line, f"{file.where}: line {number}")


def from_json_line(file: File) -> Iterator[Draft | ArticleError]:
    """Read one such object, all that is given; ``where`` names its line."""
    yield _of_line(decode(file.data, file.where).rstrip("\n"), file.where)


def _of_line(line: str, where: str) -> Draft | ArticleError:
    try:
        # Not strict: raw line ends of other kinds than \n may stand in a text.
        row = json.loads(line, strict=False)
    except (ValueError, RecursionError) as error:
        return ArticleError(f"{where}: is no JSON object ({error}); write one article a line")
    if not isinstance(row, dict):
        return ArticleError(f"{where}: is no JSON object; write one article a line")
    try:
        return _draft(by_column(row), where, None)
    except ArticleError as error:
        return error


def is_read(name: str) -> bool:
    """Tell whether a column of this name is one of an article's."""
    return column(name) in COLUMNS


def _draft(row: Mapping[str, Cell], where: str, order: Order | None) -> Draft:
    found = row["text"].value if "text" in row else None
    if not isinstance(found, str):
        names = ", ".join(repr(cell.name) for cell in list(row.values())[:12]) or "none"
        raise ArticleError(f"{where}: has no text (filled: {names}); put the article's text into a column 'text'")
    held = {name: one_line(cell.value) for name, cell in row.items() if name in COLUMNS}
    body = fragment(found.replace("\r\n", "\n"))
    text = joined(body.paragraphs, title=held.get("title"))
    return Draft(
        text=text,
        key=own_key(held.get("id")) or key_of(held.get("url"), text),
        place=where,
        title=held.get("title"),
        source=held.get("source"),
        url=held.get("url"),
        language=held.get("language"),
        claims=(date_claim(row["date"], held.get("language"), order),) if "date" in row else (),
        left_out=body.left_out,
    )
