"""From articles to a timeline: the only place that knows the order of the stages."""

from __future__ import annotations

import hashlib
import logging
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from timeline import files, interrupts
from timeline.articles.discover import by_file, discover
from timeline.articles.readers import SUFFIXES
from timeline.articles.split import split
from timeline.collector import seldom_collected
from timeline.corpus import Entry, Found, Way, found_in, lost
from timeline.errors import ArticleError, TimelineError
from timeline.extractions import Extractions
from timeline.fingerprint import fingerprint
from timeline.given import called
from timeline.models import Applied, Article, ArticleRecord, LeftOut, Timeline, Timex
from timeline.names.meaning import strangers
from timeline.options import MAX_SIZE, Options
from timeline.problems import Counted, Report, doubtful, foreign, lost_input, undated, why
from timeline.progress import Progress, Step
from timeline.runners import runner
from timeline.store import DamagedError, Store, opened, remove
from timeline.tables.own import in_use
from timeline.user_tables import used

if TYPE_CHECKING:
    from timeline import merge

TITLE = "Diplomatic timeline"
_HELD = 800  # articles that are held at once, each about 0.3 MB

_log = logging.getLogger("timeline")


@dataclass
class Tally:
    """What has become of the inputs: ``known`` articles were in the store; ``skipped`` inputs by their reason."""

    read: int = 0
    known: int = 0
    undated: int = 0
    skipped: Counter[str] = field(default_factory=Counter)


class Built(NamedTuple):
    """The result of a build."""

    timeline: Timeline
    tally: Tally


def build(  # noqa: PLR0913  (the options of a build)
    paths: str | Path | Iterable[str | Path],
    *,
    output: str | Path | None = None,
    formats: Collection[str] = Options.formats,
    title: str | None = None,
    date: str | None = None,
    dates: Mapping[str, str] | None = None,
    jobs: int | None = 1,
    engine: str = Options.engine,
    corrections: str | Path | None = None,
    plotlyjs: str | Path | None = None,
    strict: bool = False,
    max_size: int = MAX_SIZE,
    allow_file_time: bool = False,
    tables: str | Path | None = None,
    skip_bad_rows: bool = False,
    actors: Sequence[str] = (),
    between: tuple[str, str] | None = None,
    types: Sequence[str] = (),
    from_: str | None = None,
    to: str | None = None,
    about: str | None = None,
    key: int | None = None,
    report: Report | None = None,
    note: Callable[[str], None] | None = None,
    progress: Progress | None = None,
) -> Timeline:
    """Read article files and folders, and make their timeline; with ``output``, write it into that folder.

    ``formats``: what to write there, by the names that ``timeline.options.FORMATS`` has; ``title``: of the timeline.
    ``date``: the DCT of articles that state none; ``dates``: the DCT by file.  ``jobs``: processes to work in, None for
    one a processor; ``engine``: "local" or "ray".  ``corrections``: a file of corrections.  ``plotlyjs``: a bundle of
    plotly.js for the page to carry instead of plotly.py's own.  ``strict``: write nothing where any input has a
    problem.  ``max_size`` in bytes. ``allow_file_time``: date articles by their files' times where nothing better
    does.  ``tables``: a folder of the user's own tables, used for this build; ``skip_bad_rows``: leave those of its
    rows out that are wrong.  ``actors``, ``between``, ``types``, ``from_``, ``to``, ``about`` and ``key`` choose which
    events are written, as in ``Timeline.filter``; all articles are read.  ``report`` gets each input that cannot be
    used or has no date (else they are logged), ``note`` what is no problem but good to know, ``progress`` each step
    done.  Raises TimelineError where nothing can be used, or anything cannot with ``strict``, or an actor is nobody, or
    writing fails.
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
        tables=tables,
        skip_bad_rows=skip_bad_rows,
        actors=actors,
        between=between,
        types=types,
        from_=from_,
        to=to,
        about=about,
        key=key,
    )
    return run(paths, options, report=report, note=note, progress=progress).timeline


def run(
    seeds: str | Path | Iterable[str | Path],
    options: Options,
    *,
    report: Report | None = None,
    note: Callable[[str], None] | None = None,
    progress: Progress | None = None,
) -> Built:
    """Do what ``build`` does, with its options in one."""
    say, step = note or _log.info, progress or _nobody
    given = [seeds] if isinstance(seeds, str | Path) else list(seeds)
    problems = Counted(report)
    with seldom_collected(), used(options.tables, problems, skip_bad=options.skip_bad_rows):
        try:
            return _run(given, options, problems, say, step)
        except DamagedError as error:
            say(f"{error}; it is made anew, and all is read again")
            remove(options.output)
            return _run(given, options, problems.anew(), say, step)


def _run(
    seeds: Sequence[str | Path], options: Options, problems: Counted, say: Callable[[str], None], step: Progress
) -> Built:
    from timeline import formats, merge, story
    from timeline.corrections import read as read_corrections

    story.check(options)
    formats.check(options.formats)
    tally = Tally()
    left_out: list[LeftOut] = []

    def skip(problem: TimelineError) -> None:
        left_out.append(lost_input(problem))
        tally.skipped[why(problem)] += 1
        problems(problem)

    located = discover(seeds, SUFFIXES, skip)
    articles = Extractions(_HELD)
    way = Way(options, by_file(located, options.dates), articles, in_use(), strangers(options.asked))
    corrections = None if options.corrections is None else read_corrections(Path(options.corrections))
    plotlyjs = files.library(options.plotlyjs)
    folder = None if options.output is None else Path(options.output)
    entries: list[Entry] = []
    with opened(folder, fingerprint(in_use().digest), say) as store:
        run_all = runner(options.engine, options.jobs, lost)
        for found in found_in(split(located, options.max_size), way, run_all, store):
            for result in found.results:
                if isinstance(result, TimelineError):
                    skip(result)
                    continue
                _judge(result, found, tally, problems, say)
                entries.append(result)
            interrupts.obey()
            step(Step("articles", tally.read, found.share))
        if not entries:
            raise ArticleError("no article could be used; nothing was written")
        problems.refuse(strict=options.strict)
        merged = merge.merge_kept(
            _source(entries, articles, store),
            corrections and corrections.corrections,
            lambda problem: problems(corrections.told(problem) if corrections else problem),
            lambda done, share: step(Step("merging", done, share)),
        )
        for doubt in _doubts(merged.applied):
            say(f"{called(Path(options.corrections or ''))}: {doubt}")
        problems.refuse(strict=options.strict)
        # One after the other: the events of all articles would take most of the memory, and their cards much of it.
        kept = [(entry.content, entry.id) for entry in entries]
        entries.clear()
        records = tuple(_record(*articles.take(*one, store)) for one in kept)
        whole = _timeline(records, merged, left_out, options.title)
        timeline = story.told(whole, options)
        if folder is not None:
            step(Step("writing", 0, 0.0))
            files.write_timeline(timeline, folder, options.formats, plotlyjs)
            step(Step("writing", 0, 1.0))
        store.sweep()
    return Built(timeline, tally)


def _nobody(_: Step) -> None:
    """Watch nothing."""


def _judge(entry: Entry, found: Found, tally: Tally, report: Report, note: Callable[[str], None]) -> None:
    """Count an article, and say what is wrong with it."""
    tally.read += 1
    tally.known += found.known
    if entry.lack is not None:
        tally.undated += 1
        report(undated(entry.id, entry.lack, found.located))
    located = found.located
    for told in (foreign(entry.id, entry.language, located), doubtful(entry.id, entry.doubt, located)):
        if told:
            note(told)


def _source(entries: Iterable[Entry], articles: Extractions, store: Store) -> merge.Source:
    from timeline import merge

    ordered = [entry for _, entry in sorted({entry.id: entry for entry in entries}.items())]
    summaries = [merge.Summary(entry.id, _digest(entry), entry.card) for entry in ordered]

    def load(number: int) -> merge.Mentions:
        return articles.get(ordered[number].content, ordered[number].id, store).mentions

    return merge.Source(summaries, load, store)


def _digest(entry: Entry) -> bytes:
    """Sum up all that the mentions of an article hang on."""
    return hashlib.sha256(f"{entry.content} {entry.id}".encode("utf-8", "surrogatepass")).digest()


def _doubts(applied: Applied | None) -> Iterator[str]:
    """Say which event a correction is applied to that nothing but its likeness tells."""
    for one in applied.placements if applied else ():
        if one.by == "likeness":
            yield f"{one.event} is no event any more; {one.title!r} is taken for it (likeness {one.likeness:.2f})"


def _record(article: Article, timexes: Iterable[Timex]) -> ArticleRecord:
    return ArticleRecord(**dict(article), timexes=tuple(timexes))


def _timeline(
    articles: tuple[ArticleRecord, ...],
    merged: merge.Merged,
    left_out: Iterable[LeftOut],
    title: str | None,
) -> Timeline:
    only_title = articles[0].title if len(articles) == 1 else None
    from timeline.events import is_minor

    events, undated = merged.events, merged.undated
    return Timeline(
        title=title or only_title or TITLE,
        articles=articles,
        events=tuple(event for event in events if not is_minor(event)),
        undated=tuple(event for event in undated if not is_minor(event)),
        minor=tuple(event for event in (*events, *undated) if is_minor(event)),
        corrections=merged.applied,
        left_out=tuple(sorted(left_out, key=lambda one: (one.name, one.reason))),
    )
