"""What is missing for the day of an article that has none, though something was found."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.dating.doubt import is_unread
from timeline.dating.words import say
from timeline.edtf import Interval
from timeline.models import Article, Claim, Rank
from timeline.reasons import describe

_A_YEAR = 366
_SHOWN = 60  # characters of a line


def lack(article: Article) -> str:
    """Say what was found of the day of an article without one, and why that does not tell it; no full stop."""
    known = article.dct.interval
    found = list(dict.fromkeys(_found(article.claims)))
    if known != Interval(None, None):
        return say("lack_roughly", days=describe(known), clues="; ".join((article.dct.evidence, *found)))
    wide = [one.evidence for one in article.claims if one.interval != Interval(None, None) and not _has_no_year(one)]
    if wide:
        found.append(say("lack_wide", clues="; ".join(wide)))
    return "; ".join(found) or say("lack_all")


def _found(claims: tuple[Claim, ...]) -> Iterator[str]:
    for claim in filter(is_unread, claims):
        yield claim.evidence
    for claim in filter(_has_no_year, claims):
        text = claim.text if len(claim.text) <= _SHOWN else claim.text[: _SHOWN - 1] + "…"
        yield say("lack_year", found=claim.found, text=text)


def _has_no_year(claim: Claim) -> bool:
    """Tell whether it is a line without its year: the days that it allows lie far from each other."""
    days = claim.interval.days
    return claim.rank in (Rank.DATELINE, Rank.VISIBLE) and days is not None and days > _A_YEAR
