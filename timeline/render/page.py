"""A timeline becomes one HTML file that opens from disk, asks the network for nothing, and reads without scripts.

All words of the articles reach the page by two ways only: escaped between tags and in double quotes, and as JSON in
inert blocks (``inert``).
"""

from __future__ import annotations

import base64
import gc
import hashlib
import json
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from html import escape
from importlib.resources import files
from itertools import islice

import rjsmin
from jinja2 import Environment, PackageLoader, StrictUndefined
from jinja2.environment import TemplateStream
from markupsafe import Markup

from timeline.models import ArticleRecord, Mention, MergedEvent, Timeline
from timeline.render import columns, figure, when
from timeline.render.gaps import Gap, gaps

LISTED = 200  # events that the list has without scripts
PAINTED = 15  # the first of them, which stand on the screen before the scripts have run
UNLIKELY = ("hypothetical", "negated")  # shown when asked for, as minor events are
LANGUAGES = ("en", "ja")
STYLES = ("base.css", "head.css", "figure.css", "list.css", "details.css", "dialogs.css", "screens.css", "print.css")
# In the order in which they need one another.
SCRIPTS = (
    "early.js", "pace.js", "words.js", "time.js", "store.js", "overlay.js", "regroup.js", "filter.js",
    "tags.js", "search.js", "index.js", "lanes.js", "marks.js", "story.js", "traces.js", "state.js", "corrections.js",
    "export.js", "dom.js", "board.js", "links.js", "stages.js", "reasons.js", "differing.js", "sources.js",
    "threads.js", "bands.js", "room.js", "rows.js", "details.js", "proof.js", "legend.js", "balance.js", "describe.js",
    "stars.js", "idle.js", "tray.js", "edit.js", "correct.js", "article.js", "overview.js", "library.js", "axis.js",
    "pointer.js", "tip.js", "picture.js", "figure.js", "lanenames.js", "facets.js", "table.js", "paper.js",
    "takeaway.js", "keys.js", "layers.js", "boot.js", "brief.js", "language.js", "panel.js", "amend.js", "days.js",
    "look.js", "filtering.js", "frame.js", "laying.js", "sheets.js", "listing.js", "address.js", "controls.js",
    "app.js", "start.js",
)  # fmt: skip

_OVERRIDES = {0x202D: "⟦LRO⟧", 0x202E: "⟦RLO⟧"}
_STRICT = '"use strict";'  # the first script of a block says it for all
_AIR = re.compile(r"/\*(?:.|\n)*?\*/|\s*([{};])\s*|(?<=[:,])\s+|^\s+|\s+$", re.MULTILINE)  # of style sheets
_TOGETHER = 500  # pieces of the template that are written together
_SURROGATE = re.compile("[\ud800-\udfff]")  # half a character: UTF-8 has no form for it


@dataclass(frozen=True)
class Piece:
    """A part of a sentence: plain, the trigger of the event, or the expression that dates it."""

    text: str
    role: str | None


@dataclass(frozen=True)
class Row:
    """An event as the list without scripts shows it; ``aside``: the name of what it is shown among when asked for."""

    event: MergedEvent
    aside: str | None
    kind: str
    short: str
    words: str
    evidence: list[tuple[Mention, ArticleRecord, list[Piece]]]


def page(timeline: Timeline, *, plotlyjs: str | None = None) -> str:
    """Write the whole page; equal timelines give equal bytes.

    ``plotlyjs``: the text of a bundle of plotly.js to carry instead of plotly.py's own; a basic one saves 1 MB.
    """
    return "".join(page_parts(timeline, plotlyjs=plotlyjs))


def page_parts(timeline: Timeline, *, plotlyjs: str | None = None) -> Iterator[str]:
    """Yield what ``page`` writes part by part: the whole of a large corpus would take much memory."""
    with _unwatched():
        stream = _page(timeline, plotlyjs)
    stream.enable_buffering(_TOGETHER)
    while (part := _next(stream)) is not None:
        yield _SURROGATE.sub("\ufffd", part)


def _next(stream: TemplateStream) -> str | None:
    with _unwatched():
        return next(stream, None)


def framed(timeline: Timeline) -> str:
    """Put the page into a frame, for a notebook."""
    inside = Markup(escape(page(timeline)))  # noqa: S704  (escaped)
    return _environment().get_template("notebook.html").render(title=timeline.title, page=inside)


@contextmanager
def _unwatched() -> Iterator[None]:
    """Without the garbage collector: it would walk 100,000 events again and again, for two thirds of the time.

    Nothing made here forms cycles, so nothing piles up.
    """
    watched = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if watched:
            gc.enable()


def _page(timeline: Timeline, plotlyjs: str | None) -> TemplateStream:
    packed = columns.pack(timeline)
    library = figure.library(plotlyjs)
    articles = {article.id: article for article in timeline.articles}
    early, *middle, start = [_static(name) for name in SCRIPTS]
    scripts = [
        early,
        _STRICT + "".join(script.removeprefix(_STRICT) for script in middle),
        start,
    ]  # one hash for all between
    lacking = gaps(timeline)
    codes = _codes(packed, lacking)
    return (
        _environment()
        .get_template("page.html")
        .stream(
            csp=_policy([library.sha256, *map(_sha256, scripts)]),
            title=timeline.title,
            counts=_counts(timeline),
            styles=[_static(name) for name in STYLES],
            scripts=scripts,
            messages=_for_scripts(codes),
            gaps=lacking,
            figure=figure.spec(),
            div=figure.DIV,
            library=library,
            packed=packed,
            rows=[_row(event, articles, packed.minor) for event in _listed(packed)],
            total=len(packed.events),
            shown=len(packed.events) - len(packed.minor),
            t=when.say,
            label=when.label,
            painted=PAINTED,
            listed=LISTED,
        )
    )


def _codes(packed: columns.Packed, lacking: Iterable[Gap]) -> Mapping[str, Collection[str | None]]:
    """Which codes the events have, by the group of messages that say them."""
    parties = [party for event in packed.events for party in (*event.actors, *event.recipients)]
    return {
        "mode": {event.mode for event in packed.events},
        "context": {topic for event in packed.events for topic in event.context},
        "sector": {party.sector for party in parties},
        "office": {band[1] for band in packed.meta["bands"]},
        "rule": {*packed.meta["rules"], "words", "article"},
        "gaps": {"title", *(name for gap in lacking for name in (gap.kind, f"{gap.kind}.why"))},
        "written": (),  # these stand in the HTML only
    }


def _for_scripts(codes: Mapping[str, Collection[str | None]]) -> dict[str, Sequence[str | None]]:
    """Texts that scripts use, by language in the order of their keys; of codes only those that the timeline has."""
    texts = {language: when.messages(language) for language in LANGUAGES}
    split = {key: key.partition(".") for language in LANGUAGES for key in texts[language]}
    keys = [key for key, (group, _, name) in split.items() if group not in codes or name in codes[group]]
    return {"keys": keys} | {language: [texts[language].get(key) for key in keys] for language in LANGUAGES}


def _shown(value: object) -> object:
    # Controls that turn the letters after them around are named, so that a text shows what it holds (as dom.js does).
    # Apostrophes, which reports are full of, stay: no attribute of the templates stands in single quotes.
    if not isinstance(value, str) or hasattr(value, "__html__"):
        return value
    return Markup(escape(value.translate(_OVERRIDES), quote=False).replace('"', "&#34;"))  # noqa: S704  (escaped)


def _inert(value: object) -> Markup:
    """JSON in which nothing ends its script or begins another; an apostrophe needs no escape there."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c").replace(">", "\\u003e"))  # noqa: S704  (escaped)


class _Templates(PackageLoader):
    """The page's templates without the indents, which are for those who write them."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool] | None]:
        source, name, fresh = super().get_source(environment, template)
        return re.sub("^ +", "", source, flags=re.MULTILINE), name, fresh


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=_Templates("timeline.render"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_shown,
    )
    environment.filters["inert"] = _inert
    return environment


@cache
def _static(name: str) -> str:
    """Read a script or a style sheet of the page without comments and what else is only for those who write it."""
    text = (files("timeline.render") / "static" / name).read_text(encoding="utf-8")
    return _AIR.sub(lambda found: found[1] or "", text) if name.endswith(".css") else str(rjsmin.jsmin(text))


def _sha256(script: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii")


def _policy(hashes: list[str]) -> str:
    # 'unsafe-inline' for styles only: Plotly sets them, and a style runs nothing and, with the rest, fetches nothing.
    return "; ".join(
        (
            "default-src 'none'",
            "script-src " + " ".join(f"'{value}'" for value in hashes),
            "style-src 'unsafe-inline'",
            "img-src data: blob:",
            "connect-src 'none'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _counts(timeline: Timeline) -> list[str]:
    number = len(timeline.events) + len(timeline.undated)
    parts = [_count("count.events", number), _count("count.articles", len(timeline.articles))]
    known = [day for event in timeline.events for day in event.time.interval if day]
    if known:
        first, last = when.day_words(min(known), weekday=False), when.day_words(max(known), weekday=False)
        parts.append(first if first == last else when.say("short.range", **{"from": first, "to": last}))
    if timeline.undated:
        parts.append(_count("count.undated", len(timeline.undated)))
    return parts


def _count(key: str, number: int) -> str:
    return when.say(f"{key}.{'one' if number == 1 else 'other'}", n=f"{number:,}")


def _listed(packed: columns.Packed) -> Iterator[MergedEvent]:
    """The first events of the page, and the first of the minor ones."""
    for minor in (False, True):
        yield from islice((event for event in packed.events if (event.id in packed.minor) == minor), LISTED)


def _row(event: MergedEvent, articles: Mapping[str, ArticleRecord], minor: Collection[str]) -> Row:
    evidence = [
        (mention, articles[mention.article], list(pieces(articles[mention.article].text, mention)))
        for mention in event.mentions
    ]
    aside = "minor" if event.id in minor else "unlikely" if event.status in UNLIKELY else None
    return Row(event, aside, when.kind(event.time), when.short(event.time), when.words(event.time), evidence)


def pieces(text: str, mention: Mention) -> Iterator[Piece]:
    """Cut a mention's sentence at its trigger and its date expression; the pieces join to the sentence.

    A date expression outside the sentence is left out; where the two overlap, the trigger wins.
    """
    sentence = mention.sentence
    roles: list[str | None] = [None] * (sentence.end - sentence.start)
    spans = [("timex", mention.timex.start, mention.timex.end)] if mention.timex else []
    for role, start, end in (*spans, ("trigger", mention.start, mention.end)):
        for place in range(max(start, sentence.start), min(end, sentence.end)):
            roles[place - sentence.start] = role
    start = 0
    for place in range(1, len(roles) + 1):
        if place == len(roles) or roles[place] != roles[start]:
            yield Piece(text[sentence.start + start : sentence.start + place], roles[start])
            start = place
