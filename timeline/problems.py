"""What is wrong with single articles, in words: where, what, and what to do."""

from __future__ import annotations

import logging
import re
import shlex
from collections.abc import Callable, Collection
from pathlib import PurePath

from timeline.articles.discover import STANDARD_INPUT, Located
from timeline.articles.language import name_of
from timeline.articles.stated import beside_of
from timeline.dates.languages import known
from timeline.errors import ArticleError, TimelineError
from timeline.models import LeftOut

Report = Callable[[TimelineError], None]

_OWN_WORDS = re.compile(r"'[^']*'|\([^)]*\)|\d+(?:\.\d+)?")
_LONGEST = 200  # characters of a fault

_log = logging.getLogger("timeline")


class Counted:
    """Hands problems on to ``report``, or logs them where there is none, and counts them."""

    def __init__(self, report: Report | None, said: Collection[str] = ()) -> None:
        """Begin with none; those that were ``said`` before are counted only."""
        self.count = 0
        self._report = report or log
        self._before = said
        self._said: set[str] = set()

    def __call__(self, problem: TimelineError) -> None:
        """Hand one on."""
        self.count += 1
        self._said.add(str(problem))
        if str(problem) not in self._before:
            self._report(problem)

    def anew(self) -> Counted:
        """Count from the beginning, for work that begins again, but say nothing twice."""
        return Counted(self._report, self._said)

    def refuse(self, *, strict: bool) -> None:
        """Raise ArticleError where there was any and ``strict`` allows none."""
        if strict and self.count:
            said = f"{self.count} problem{'s' * (self.count != 1)} as said above"
            raise ArticleError(f"{said}; nothing was written (--strict)")


def log(problem: TimelineError) -> None:
    """Log a problem, for those who want no report."""
    _log.warning("%s", problem)


def why(problem: TimelineError) -> str:
    """Give the reason of a problem without its place, names and numbers: alike for all that have it.

    >>> why(ArticleError("in/a.txt: has 20.1 MB, more than the 10 MB allowed; split it or raise --max-size"))
    'has … MB, more than the … MB allowed'
    """
    reason = str(problem).partition(";")[0].rpartition(": ")[2]
    return _OWN_WORDS.sub("…", reason)


def lost_input(problem: TimelineError) -> LeftOut:
    """Name the input that a problem keeps out, without its folder, and the reason.

    >>> lost_input(ArticleError("in/a.txt: cannot be read (ValueError: no); it is left out"))
    LeftOut(name='a.txt', reason='cannot be read (ValueError: no); it is left out')
    """
    place, _, reason = str(problem).partition(": ")
    return LeftOut(name=PurePath(place).name, reason=reason)


def name(article_id: str, file: Located) -> str:
    """Name an article by the path of its file, and its own part of it."""
    path = "standard input" if file.path == STANDARD_INPUT else str(file.path)
    return path + article_id.removeprefix(file.name)


def left_out(name: str, what: str, error: Exception) -> ArticleError:
    """Say that a fault which nobody expected keeps an input out, and log its traceback.

    >>> print(left_out("a.txt: cannot be read", "it", ValueError("no")))
    a.txt: cannot be read (ValueError: no); it is left out
    """
    _log.debug("%s", name, exc_info=error)
    fault = " ".join(f"{type(error).__name__}: {error}".split())[:_LONGEST]
    return ArticleError(f"{name} ({fault}); {what} is left out")


def undated(article_id: str, lack: str, file: Located) -> ArticleError:
    """Say that an article has no day, why (``lack``), and how to give it one."""
    if file.path == STANDARD_INPUT:
        remedy = ""
    elif article_id != file.name:
        remedy = f"give it a date in {file.path.name}, or "
    else:
        remedy = f"write `dct = 2024-11-07` into {beside_of(file.path).name} beside it, or "
    return ArticleError(
        f"{name(article_id, file)}: {lack}, so expressions such as 'yesterday' stay unresolved; "
        f"{remedy}pass --date {shlex.quote(file.name)}=2024-11-07"
    )


def doubtful(article_id: str, doubt: str | None, file: Located) -> str | None:
    """Say what speaks against the day that an article has (``doubt``), and how to decide."""
    told = name(article_id, file)
    return doubt and f"{told}: {doubt}; if that is wrong, pass --date {shlex.quote(file.name)}=2024-11-07"


def foreign(article_id: str, language: str | None, file: Located) -> str | None:
    """Say what is not read of an article in another language than English."""
    if language in (None, "en"):
        return None
    its_dates = known(language) == language
    read = "its dates are read, its events not yet" if its_dates else "neither its dates nor its events are read"
    return f"{name(article_id, file)}: is in {name_of(language)}: {read}"
