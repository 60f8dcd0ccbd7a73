"""From articles to a timeline: the only place that knows the order of the stages."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from timeline import dates, dating, files
from timeline.articles import address
from timeline.articles.discover import Located, by_file, discover
from timeline.articles.language import language_of
from timeline.articles.read import read, standard_input
from timeline.articles.readers import SUFFIXES
from timeline.articles.sentences import sentences
from timeline.collector import seldom_collected
from timeline.errors import ArticleError, TimelineError, TimelineFileError
from timeline.models import Article, ArticleRecord, Dct, Event, MergedEvent, Span, Timeline, Timex
from timeline.options import MAX_SIZE, Only, Options
from timeline.problems import Counted, Report, foreign, left_out, name, undated
from timeline.runners import runner

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
    article = _in_its_language(article)
    found = _own_sentences(article)
    decision = decide(article, found)
    timexes = dates.tag(article.text, decision.dct, found, article.language)
    article = dating.compare(decision, found, timexes).dated()
    if only == "timexes":
        return Extraction(article, timexes, ())
    from timeline import events

    return Extraction(article, timexes, events.code(article, found, timexes, spans=spans, typed_only=typed_only))


def decide(article: Article, found: Sequence[Span]) -> dating.Decision:
    """Decide on the DCT of an article by what its file, address and text tell; one handed over with it is kept.

    ``found``: its sentences.  The content is read only where no claim tells the day.
    """
    if (article.dct.not_before or article.dct.not_after) and not article.claims:
        return dating.Decision(article, article.dct)
    claims = (*article.claims, *address.claims(article))
    spans = found if dating.open_days(claims) else dating.date_lines(article)
    timexes = dates.tag(article.text, Dct(), spans, article.language)
    return dating.decide(article, claims, spans, timexes)


def build(  # noqa: PLR0913  (the options of a build)
    seeds: str | Path | Iterable[str | Path],
    *,
    output: str | Path | None = None,
    formats: Collection[str] = Options.formats,
    title: str | None = None,
    date: str | None = None,
    dates: Mapping[str, str] | None = None,
    jobs: int = 1,
    engine: str = Options.engine,
    corrections: str | Path | None = None,
    plotlyjs: str | Path | None = None,
    strict: bool = False,
    max_size: int = MAX_SIZE,
    allow_file_time: bool = False,
    actors: Sequence[str] = (),
    between: tuple[str, str] | None = None,
    types: Sequence[str] = (),
    from_: str | None = None,
    to: str | None = None,
    about: str | None = None,
    key: int | None = None,
    report: Report | None = None,
    note: Callable[[str], None] | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Timeline:
    """Read article files and folders, and make their timeline; with ``output``, write it into that folder.

    ``date``: the DCT of articles that state none; ``dates``: the DCT by file.  ``report`` gets each input that cannot
    be used or has no date (else they are logged), ``note`` what is no problem but good to know, ``progress`` the number
    of files done and of all.  ``max_size`` in bytes.  ``allow_file_time``: date articles by their files' times where
    nothing better does.  ``plotlyjs``: a bundle of plotly.js for the page to carry instead of plotly.py's own.
    ``actors``, ``between``, ``types``, ``from_``, ``to``, ``about`` and ``key`` choose which events are written, see
    ``Choice``; all articles are read.  Raises TimelineError where nothing can be used, or anything cannot with
    ``strict``, or an actor is nobody, or writing fails.
    """
    options = Options(
        output=output,
        formats=formats,
        title=title,
        date=date,
        dates=dates or {},
        jobs=jobs,
        engine=engine,
        corrections=corrections,
        plotlyjs=plotlyjs,
        strict=strict,
        max_size=max_size,
        allow_file_time=allow_file_time,
        actors=actors,
        between=between,
        types=types,
        from_=from_,
        to=to,
        about=about,
        key=key,
    )
    return run(seeds, options, report=report, note=note, progress=progress)


def run(
    seeds: str | Path | Iterable[str | Path],
    options: Options,
    *,
    report: Report | None = None,
    note: Callable[[str], None] | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Timeline:
    """Do what ``build`` does, with its options in one."""
    with seldom_collected():
        return _run(seeds, options, report, note, progress)


def _run(
    seeds: str | Path | Iterable[str | Path],
    options: Options,
    report: Report | None,
    note: Callable[[str], None] | None,
    progress: Callable[[int, int], None] | None,
) -> Timeline:
    from timeline import merge, story

    story.check(options)
    problems = Counted(report)
    located = discover([seeds] if isinstance(seeds, str | Path) else seeds, SUFFIXES, problems)
    located = list(standard_input(located, options.max_size))
    work = partial(_read_and_analyse, options, by_file(located, options.dates))
    corrections = None if options.corrections is None else merge.read_corrections(Path(options.corrections))
    plotlyjs = files.library(options.plotlyjs)
    coded: list[Extraction] = []
    results = runner(options.engine, options.jobs)(work, located)
    for done, (file, found) in enumerate(zip(located, results, strict=True), 1):
        coded += _usable(found, file, problems, note or _log.info)
        if progress:
            progress(done, len(located))
    if not coded:
        raise ArticleError("no article could be used; nothing was written")
    problems.refuse(strict=options.strict)
    merged = merge.merge(coded, corrections, lambda it: problems(TimelineFileError(f"{options.corrections}: {it}")))
    problems.refuse(strict=options.strict)
    timeline = story.told(_timeline(coded, merged, options.title), options)
    if options.output is not None:
        files.write_timeline(timeline, Path(options.output), options.formats, plotlyjs)
    return timeline


def _in_its_language(article: Article) -> Article:
    """Say which language an article is written in, where it does not state it or its words belie it."""
    language = language_of(article.text, article.language)
    return article if language == article.language else article.model_copy(update={"language": language})


def _own_sentences(article: Article) -> list[Span]:
    return sentences(article.text, (block for block in article.blocks if block.kind != "furniture"))


def _read_and_analyse(options: Options, days: Mapping[str, str], located: Located) -> list[Extraction | TimelineError]:
    """Work on one file, perhaps in another process; ``days``: the DCT by the name of a file."""
    results: list[Extraction | TimelineError] = []
    try:
        articles = read(
            located,
            date=days.get(located.name),
            default_date=options.date,
            max_size=options.max_size,
            allow_file_time=options.allow_file_time,
            report=results.append,
        )
    except TimelineError as error:
        return [*results, error]
    except Exception as error:
        return [*results, left_out(f"{located.path}: cannot be read", "it", error)]
    with seldom_collected():
        results += (_analysed(article, located) for article in articles)
    return results


def _analysed(article: Article, located: Located) -> Extraction | TimelineError:
    try:
        return analyse(article, typed_only=True)
    except TimelineError as error:
        return error
    except Exception as error:
        return left_out(f"{name(article, located)}: cannot be analysed", "it", error)


def _usable(
    results: Iterable[Extraction | TimelineError], file: Located, report: Report, note: Callable[[str], None]
) -> Iterator[Extraction]:
    """Yield what was found, and say what is wrong with it."""
    for result in results:
        if isinstance(result, TimelineError):
            report(result)
            continue
        if not result.article.dct.day:
            report(undated(result.article, file))
        if told := foreign(result.article, file):
            note(told)
        yield result


def _timeline(
    coded: Sequence[Extraction], merged: tuple[Sequence[MergedEvent], Sequence[MergedEvent]], title: str | None
) -> Timeline:
    only_title = coded[0].article.title if len(coded) == 1 else None
    from timeline.events import is_minor

    events, undated = merged
    return Timeline(
        title=title or only_title or TITLE,
        articles=tuple(ArticleRecord(**dict(one.article), timexes=tuple(one.timexes)) for one in coded),
        events=tuple(event for event in events if not is_minor(event)),
        undated=tuple(event for event in undated if not is_minor(event)),
        minor=tuple(event for event in (*events, *undated) if is_minor(event)),
    )
