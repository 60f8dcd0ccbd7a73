"""The year that the text has just told of, in which months and days without a year lie."""

from __future__ import annotations

from timeline.dates.chronicle import entry_year, heading_year
from timeline.dates.context import Context, Point
from timeline.dates.grammar import Match

_OPENING = 3  # tokens: what stands among the first ones of a sentence sets the scene for what follows
_CLOSE = 10  # days before the article: a day of its own year this near is news, whatever year was told of


def year_told(match: Match, context: Context) -> Point | None:
    """The year right before ("in 2019, on March 3"), of the heading or entry, or of the scene that a sentence set."""
    found = _just_named(match, context) or heading_year(match, context) or entry_year(match, context)
    return found or _scene(match, context)


def _just_named(match: Match, context: Context) -> Point | None:
    """The year that stands right before, as in "last year, in July" and "in 2019, on March 3"."""
    point = context.last
    if point is None or point.period.grain != "year" or point.sentence != context.sentence:
        return None
    between = context.text[point.start + len(point.text) : match.tokens[match.first].start]
    return point if between.startswith(",") and between.strip(" ,") in context.cues.inside else None


def sets_scene(match: Match, context: Context) -> bool:
    """Tell whether a date opens its sentence ("In 2015 they met") or dates a beginning ("The war began in 2002")."""
    before = [token.word.lower() for token in match.tokens[max(0, match.first - _OPENING) : match.first]]
    if not before or before[-1] not in context.cues.scenes:
        return False
    return match.first < _OPENING or any(word in context.cues.begins for word in before[:-1])


def _scene(match: Match, context: Context) -> Point | None:
    """The year of the scene, as long as nothing of another year has been told since.

    In its own sentence it holds unless the verb looks ahead; beyond it for what opens a sentence in the past, and for
    what follows such in one sentence.
    """
    scene, last, dct = context.scene, context.last, context.dct
    if scene is None or last is None or last.period.start.year != scene.period.start.year:
        return None
    if context.sentence - last.sentence > 1 or (dct is not None and scene.period.start.year >= dct.year):
        return None
    if not _goes_on(match, scene):
        return None
    direction = context.direction(match.tokens, match.first, match.last)
    if scene.sentence == context.sentence:
        return None if direction == "future" else scene
    opens = match.first < _OPENING or last.sentence == context.sentence
    return scene if opens and direction == "past" and not _is_news(match, context) else None


def _goes_on(match: Match, scene: Point) -> bool:
    """Tell whether a month or day is none before the scene, where that is finer than a year."""
    month, number = match.value("m", "MONTH"), match.value("d", "DAY", "DAYTH")
    start = scene.period.start
    return month is None or (month, number or start.day) >= (start.month, start.day)


def _is_news(match: Match, context: Context) -> bool:
    """Tell whether the day, read in the article's own year, lies just before the article."""
    month, number, dct = match.value("m", "MONTH"), match.value("d", "DAY", "DAYTH"), context.dct
    if dct is None or month != dct.month or number is None:
        return False
    return 0 <= dct.day - int(number) <= _CLOSE
