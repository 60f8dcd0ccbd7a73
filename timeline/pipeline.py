"""From articles to a timeline: the only place that knows the order of the stages."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from pydantic import ValidationError

from timeline.articles import address
from timeline.articles.blocks import blocks
from timeline.articles.dct import given
from timeline.articles.discover import STANDARD_INPUT, Located, discover
from timeline.articles.language import language_of, name_of
from timeline.articles.read import MAX_SIZE, read, standard_input
from timeline.articles.readers import SUFFIXES
from timeline.articles.reporter import reporter
from timeline.articles.sentences import sentences
from timeline.articles.stated import beside_of
from timeline.errors import ArticleError, OptionError, OutputError, TimelineError, TimelineFileError
from timeline.invalid import first_of
from timeline.models import (
    Annotation,
    Article,
    ArticleRecord,
    Corrections,
    Dct,
    Event,
    Request,
    Span,
    Timeline,
    Timex,
)
from timeline.runners import runner

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

Only = Literal["timexes", "events"]
Report = Callable[[TimelineError], None]

FORMATS = ("html", "json", "csv")
TITLE = "Diplomatic timeline"

_log = logging.getLogger("timeline")


class Extraction(NamedTuple):
    """An article with what was found in it."""

    article: Article
    timexes: Sequence[Timex]
    events: Sequence[Event]


def extract(article: Article) -> list[Event]:
    """Find the events of an article, each with the time it has."""
    return list(analyse(article).events)


def analyse(
    article: Article,
    *,
    spans: Sequence[Span] | None = None,
    only: Only | None = None,
    typed_only: bool = False,
) -> Extraction:
    """Find temporal expressions and events; with ``spans``, exactly those are the event mentions.

    ``only="timexes"`` loads no language model; ``typed_only`` leaves out events of no type, which no timeline shows.
    """
    from timeline import dates, dating

    article = in_its_language(article)
    found = _own_sentences(article)
    article = dated(article, found)
    timexes = dates.tag(article.text, article.dct, found, article.language)
    article = dating.check(article, found, timexes)
    if only == "timexes":
        return Extraction(article, timexes, ())
    from timeline import events

    return Extraction(article, timexes, events.code(article, found, timexes, spans=spans, typed_only=typed_only))


def in_its_language(article: Article) -> Article:
    """Say which language an article is written in, where it does not state it or its words belie it."""
    language = language_of(article.text, article.language)
    return article if language == article.language else article.model_copy(update={"language": language})


def dated(article: Article, found: Sequence[Span] | None = None) -> Article:
    """Date an article by what its file, address and text tell; one whose DCT was handed over with it keeps that.

    ``found``: its sentences, where they are known.  The content is read only where no claim tells the day.
    """
    from timeline import dates, dating

    if (article.dct.not_before or article.dct.not_after) and not article.claims:
        return article
    claims = (*article.claims, *address.claims(article))
    spans = (found or _own_sentences(article)) if dating.open_days(claims) else dating.date_lines(article)
    return dating.infer(article, claims, spans, dates.tag(article.text, Dct(), spans, article.language))


def _own_sentences(article: Article) -> list[Span]:
    return sentences(article.text, (block for block in article.blocks if block.kind != "furniture"))


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
    for result in runner(engine, jobs)(partial(_annotate_line, only), numbered):
        if isinstance(result, str):
            yield result
        else:
            _reporter(report)(ArticleError(f"{name}: {result}") if name else result)


def _annotate_line(only: Only | None, numbered: tuple[int, bytes]) -> str | TimelineError:
    number, line = numbered
    try:
        request = Request.model_validate_json(line.removeprefix(b"\xef\xbb\xbf"))
        dct = given(request.dct)
        found = blocks(request.text, title=request.title)
        article = Article(
            id=request.id,
            title=request.title,
            url=request.url,
            source=reporter(request.text, found),
            dct=dct,
            blocks=found,
            text=request.text,
        )
        result = analyse(article, spans=request.spans, only=only)
        return Annotation(
            id=article.id,
            dct=result.article.dct,
            timexes=() if only == "events" else tuple(result.timexes),
            events=tuple(result.events),
        ).model_dump_json()
    except ValidationError as error:
        return ArticleError(f"line {number}: {_of_line(error)}; this line is left out")
    except TimelineError as error:
        return ArticleError(f"line {number}: {error}; this line is left out")
    except Exception as error:
        _log.debug("line %d", number, exc_info=True)
        return ArticleError(f"line {number}: cannot be annotated ({_fault(error)}); this line is left out")


def _of_line(error: ValidationError) -> str:
    found = first_of(error)
    remedy = (
        "write one JSON object a line" if found.problem.startswith(("is no valid JSON", "must be")) else found.remedy
    )
    return f"{found.problem}; {remedy}"


def build(  # noqa: PLR0913  (the options of a build)
    seeds: str | Path | Iterable[str | Path],
    *,
    output: str | Path | None = None,
    formats: Collection[str] = ("html", "json"),
    title: str | None = None,
    date: str | None = None,
    dates: Mapping[str, str] | None = None,
    jobs: int = 1,
    engine: str = "local",
    corrections: str | Path | None = None,
    plotlyjs: str | Path | None = None,
    strict: bool = False,
    max_size: int = MAX_SIZE,
    allow_file_time: bool = False,
    report: Report | None = None,
    note: Callable[[str], None] | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Timeline:
    """Read article files and folders, and make their timeline; with ``output``, write it into that folder.

    ``date``: the DCT of articles that state none; ``dates``: the DCT by file.  ``report`` gets each input that cannot
    be used or has no date (else they are logged), ``note`` what is no problem but good to know, ``progress`` the number
    of files done and of all.  ``max_size`` in bytes.  ``allow_file_time``: date articles by their files' times where
    nothing better does.  ``plotlyjs``: a bundle of plotly.js for the page to carry instead of plotly.py's own.  Raises
    TimelineError where nothing can be used, or anything cannot with ``strict``, or writing fails.
    """
    problems = 0

    def count(problem: TimelineError) -> None:
        nonlocal problems
        problems += 1
        _reporter(report)(problem)

    located = discover([seeds] if isinstance(seeds, str | Path) else seeds, SUFFIXES, count)
    located = list(standard_input(located, max_size))
    options = _dates_by_name(located, dates or {})
    from timeline import merge

    known_better = merge.read_corrections(Path(corrections)) if corrections is not None else None
    bundle = _bundle(plotlyjs)
    coded: list[Extraction] = []
    work = partial(_read_and_analyse, options, date, max_size, allow_file_time)
    for done, (file, results) in enumerate(zip(located, runner(engine, jobs)(work, located), strict=True), 1):
        for result in results:
            if isinstance(result, TimelineError):
                count(result)
                continue
            if not result.article.dct.day:
                count(_undated(result.article, file))
            if told := _foreign(result.article):
                (note or _log.info)(f"{_name(result.article, file)}: {told}")
            coded.append(result)
        if progress:
            progress(done, len(located))
    if not coded:
        raise ArticleError("no article could be used; nothing was written")
    _refuse(strict, problems)
    timeline = _timeline(coded, title, known_better, lambda wrong: count(TimelineFileError(f"{corrections}: {wrong}")))
    _refuse(strict, problems)
    if output is not None:
        _write(timeline, Path(output), formats, bundle)
    return timeline


def _dates_by_name(located: Sequence[Located], dates: Mapping[str, str]) -> dict[str, str]:
    """Give each ``FILE=DATE`` to the one file it means: by its name in results, its path, or its bare file name."""
    chosen: dict[str, str] = {}
    for file, day in dates.items():
        here = Path(file).resolve()
        fits = [one for one in located if file == one.name or one.path.resolve() == here] or [
            one for one in located if one.path.name == file
        ]
        if len(fits) != 1:
            raise OptionError(
                f"--date {file}={day}: {len(fits) or 'no'} input{'s' * bool(fits)} of this name; give its path"
            )
        chosen[fits[0].name] = day
    return chosen


def _read_and_analyse(
    dates: Mapping[str, str], date: str | None, max_size: int, allow_file_time: bool, located: Located
) -> list[Extraction | TimelineError]:
    results: list[Extraction | TimelineError] = []
    try:
        articles = read(
            located,
            date=dates.get(located.name),
            default_date=date,
            max_size=max_size,
            allow_file_time=allow_file_time,
            report=results.append,
        )
    except TimelineError as error:
        return [*results, error]
    except Exception as error:
        return [*results, _left_out(str(located.path), "read", error)]
    for article in articles:
        try:
            results.append(analyse(article, typed_only=True))
        except TimelineError as error:
            results.append(error)
        except Exception as error:
            results.append(_left_out(_name(article, located), "analysed", error))
    return results


def _left_out(name: str, done: str, error: Exception) -> ArticleError:
    _log.debug("%s", name, exc_info=True)
    return ArticleError(f"{name}: cannot be {done} ({_fault(error)}); it is left out")


def _name(article: Article, file: Located) -> str:
    """Name an article as problems name it: by the path of its file, and its own part of it."""
    path = "standard input" if file.path == STANDARD_INPUT else str(file.path)
    return path + article.id.removeprefix(file.name)


def _undated(article: Article, file: Located) -> TimelineError:
    from timeline import dating

    if file.path == STANDARD_INPUT:
        remedy = ""
    elif article.id != article.path:
        remedy = f"give it a date in {file.path.name}, or "
    else:
        remedy = f"write `dct = 2024-11-07` into {beside_of(file.path).name} beside it, or "
    return ArticleError(
        f"{_name(article, file)}: {dating.lack(article)}, so expressions such as 'yesterday' stay unresolved; "
        f"{remedy}pass --date {article.path}=2024-11-07"
    )


def _foreign(article: Article) -> str | None:
    """Say what is not read of an article in another language than English."""
    from timeline.dates.languages import known

    language = article.language
    if language in (None, "en"):
        return None
    read = (
        "its dates are read, its events not yet"
        if known(language) == language
        else "neither its dates nor its events are read"
    )
    return f"is in {name_of(language)}: {read}"


def _refuse(strict: bool, problems: int) -> None:
    if strict and problems:
        raise ArticleError(f"{problems} problem{'s' * (problems != 1)} as said above; nothing was written (--strict)")


def _timeline(
    coded: Sequence[Extraction], title: str | None, known_better: Corrections | None, report: Report
) -> Timeline:
    from timeline import merge

    events, undated = merge.merge(coded, known_better, report)
    only_title = coded[0].article.title if len(coded) == 1 else None
    kept = set(ArticleRecord.model_fields) - {"timexes"}
    return Timeline(
        title=title or only_title or TITLE,
        articles=tuple(_record(one, kept) for one in coded),
        events=tuple(events),
        undated=tuple(undated),
    )


def _record(extraction: Extraction, kept: AbstractSet[str]) -> ArticleRecord:
    article = extraction.article
    return ArticleRecord(**{name: getattr(article, name) for name in kept}, timexes=tuple(extraction.timexes))


def _bundle(path: str | Path | None) -> str | None:
    from timeline import render

    return None if path is None else render.read_library(Path(path))


def _write(timeline: Timeline, folder: Path, formats: Collection[str], plotlyjs: str | None) -> None:
    from timeline import render
    from timeline.render.write import write

    make: dict[str, Callable[[Timeline], str]] = {
        "html": partial(render.page, plotlyjs=plotlyjs),
        "json": render.to_json,
        "csv": render.to_csv,
    }
    if folder.exists() and not folder.is_dir():
        raise OutputError(f"{folder}: is no folder; choose another -o")
    write({folder / f"timeline.{name}": make[name](timeline) for name in FORMATS if name in formats})


def load(path: str | Path) -> Timeline:
    """Read a timeline file; raises TimelineFileError where it is none."""
    try:
        return Timeline.model_validate_json(Path(path).read_bytes())
    except OSError as error:
        raise TimelineFileError(f"{path}: cannot be read ({error.strerror}); give the JSON file of a build") from error
    except ValidationError as error:
        raise TimelineFileError(
            f"{path}: is no timeline file ({first_of(error).problem}); "
            "give the timeline.json that `timeline build` writes, or build it again"
        ) from error


def render_file(path: str | Path, page: str | Path | None = None, *, plotlyjs: str | Path | None = None) -> str:
    """Make the page of a timeline file; write it to ``page`` where given.

    ``plotlyjs``: a bundle of plotly.js to carry instead of plotly.py's own.
    """
    from timeline import render
    from timeline.render.write import write

    bundle = _bundle(plotlyjs)
    html = render.page(load(path), plotlyjs=bundle)
    if page is not None:
        write({Path(page): html})
    return html


def explain_file(path: str | Path, event: str) -> str:
    """Say why an event of a timeline file stands where it stands."""
    from timeline import reasons

    timeline = load(path)
    try:
        return reasons.explain(timeline, event)
    except TimelineFileError as error:
        raise TimelineFileError(f"{path}: {error}") from error


def schema() -> str:
    """Give the JSON Schema of timeline files."""
    return json.dumps(Timeline.model_json_schema(mode="serialization"), indent=2)


def _reporter(report: Report | None) -> Report:
    return report or (lambda problem: _log.warning("%s", problem))


def _fault(error: Exception) -> str:
    return " ".join(f"{type(error).__name__}: {error}".split())[:200]
