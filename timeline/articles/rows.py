"""Tables of articles, CSV or JSON Lines, become drafts: one row, one article."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping

from timeline.articles.decode import decode
from timeline.articles.draft import Draft, File, joined, key_of, one_line, own_key
from timeline.articles.fragment import fragment
from timeline.articles.written import Order, claim_of, order_of
from timeline.errors import ArticleError, DateError
from timeline.models import Rank

COLUMNS = ("title", "date", "text", "url", "source", "language", "id")
# What others call them; an exact name goes before these.
_ALSO = {"dct": "date", "published": "date", "body": "text", "content": "text", "link": "url", "headline": "title"}
_DELIMITERS = ",;\t|"


def from_csv(file: File) -> Iterator[Draft | ArticleError]:
    """Read the rows of a table; raises ArticleError where the column of texts is missing."""
    text = decode(file.data, file.where)
    head = text.lstrip("\n").split("\n", 1)[0]
    delimiter = max(_DELIMITERS, key=head.count)
    # The limit of the csv module is the process's own; a text may be as long as the file.
    csv.field_size_limit(max(csv.field_size_limit(), len(text)))
    reader = csv.DictReader(io.StringIO(text.lstrip("\n"), newline=""), delimiter=delimiter, strict=False)
    try:
        names = [one_line(name) or "" for name in reader.fieldnames or ()]
        if not set(map(_column, names)) >= {"text"}:
            raise ArticleError(
                f"{file.where}: has no column 'text'; its columns are {', '.join(map(repr, names))}; "
                f"name them {', '.join(COLUMNS[:5])}"
            )
        rows = list(reader)
    except csv.Error as error:
        raise ArticleError(f"{file.where}: is no table that can be read ({error}); save it as CSV in UTF-8") from error
    named = [(f"{file.where}: row {number}", _by_column(row)) for number, row in enumerate(rows, 1)]
    order = order_of(str(row.get("date") or "") for _, row in named)
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
        return _draft(_by_column(row), where, None)
    except ArticleError as error:
        return error


def is_read(name: str) -> bool:
    """Tell whether a column of this name is one of an article's."""
    return _column(name) in COLUMNS


def _column(name: object) -> str:
    plain = str(name).strip().strip("\ufeff").lower()
    return _ALSO.get(plain, plain)


def _by_column(row: Mapping[str, object]) -> Mapping[str, object]:
    exact = {str(name).strip().lower(): value for name, value in row.items() if name is not None}
    renamed = {_column(name): value for name, value in row.items() if name is not None and value not in (None, "")}
    return {**renamed, **{name: exact[name] for name in COLUMNS if exact.get(name) not in (None, "")}}


def _draft(row: Mapping[str, object], where: str, order: Order | None) -> Draft:
    found = row.get("text")
    if not isinstance(found, str) or not found.strip():
        names = ", ".join(map(repr, list(row)[:12])) or "none"
        raise ArticleError(f"{where}: has no text (filled: {names}); put the article's text under 'text'")
    title, date = one_line(row.get("title")), one_line(row.get("date"))
    language = one_line(row.get("language"))
    body = fragment(found.replace("\r\n", "\n"))
    text = joined(body.paragraphs, title=title)
    try:
        claims = (claim_of(date, Rank.STATED, "column date", language=language, order=order),) if date else ()
    except DateError as error:
        raise ArticleError(f"{where}: date: {error}") from error
    return Draft(
        text=text,
        key=own_key(row.get("id")) or key_of(one_line(row.get("url")), text),
        place=where,
        title=title,
        source=one_line(row.get("source")),
        url=one_line(row.get("url")),
        language=language,
        claims=claims,
        left_out=body.left_out,
    )
