"""JSON lines of articles become JSON lines of annotations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import IO

from pydantic import ValidationError

from timeline.analysis import extract
from timeline.errors import ArticleError, TimelineError
from timeline.invalid import first_of
from timeline.limits import ANALYSING, limited
from timeline.models import Request
from timeline.options import MAX_SIZE, Only
from timeline.problems import Report, left_out, log
from timeline.runners import runner
from timeline.tables import own


def annotate(  # noqa: PLR0913  (how lines are read)
    lines: Iterable[bytes],
    *,
    only: Only | None = None,
    jobs: int = 1,
    engine: str = "local",
    name: str | None = None,
    report: Report | None = None,
) -> Iterator[str]:
    """Turn JSON lines of articles into JSON lines of annotations, in the same order.

    Where ``dct`` is null it is inferred from text and URL, and says so; without any evidence it stays null, and what
    hangs on it unresolved.  A line that cannot be used is handed to ``report`` and left out; ``name``: of what the
    lines come from, said with it.
    """
    numbered = ((number, line) for number, line in enumerate(lines, 1) if line.strip())
    for result in runner(engine, jobs)(partial(_annotate_line, only, own.in_use()), numbered):
        if isinstance(result, str):
            yield result
        else:
            (report or log)(ArticleError(f"{name}: {result}") if name else result)


def whole_lines(stream: IO[bytes]) -> Iterator[bytes]:
    """Yield the lines of a stream, of one that is too long only so much that it is told: it may never end."""
    while line := stream.readline(MAX_SIZE + 1):
        yield line
        while len(line) > MAX_SIZE and not line.endswith(b"\n"):
            line = stream.readline(MAX_SIZE + 1)


def _annotate_line(only: Only | None, tables: own.OwnTables, numbered: tuple[int, bytes]) -> str | TimelineError:
    own.put(tables)
    number, line = numbered
    if len(line) > MAX_SIZE:
        return ArticleError(
            f"line {number}: has more than the {MAX_SIZE / 1e6:g} MB allowed; split it; this line is left out"
        )
    try:
        with limited(len(line), f"line {number}", ANALYSING):
            request = Request.model_validate_json(line.removeprefix(b"\xef\xbb\xbf"))
            return extract(**dict(request), only=only).model_dump_json()
    except ValidationError as error:
        return ArticleError(f"line {number}: {_of_line(error)}; this line is left out")
    except TimelineError as error:
        said = str(error).removeprefix(f"line {number}: ")
        return ArticleError(f"line {number}: {said}; this line is left out")
    except Exception as error:
        return left_out(f"line {number}: cannot be annotated", "this line", error)


def _of_line(error: ValidationError) -> str:
    found = first_of(error)
    is_no_object = found.problem.startswith(("is no valid JSON", "must be"))
    return f"{found.problem}; {'write one JSON object a line' if is_no_object else found.remedy}"
