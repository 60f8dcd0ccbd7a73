"""The cascade: clues in the order in which they count, each narrowing what the ones before left open."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date

from timeline.dating.appointments import appointments
from timeline.dating.clue import Clue, Sentence
from timeline.dating.days import ALL, Days, each, hull, intersect
from timeline.dating.lines import lines
from timeline.dating.mentioned import mentioned
from timeline.dating.offices import holders, offices
from timeline.dating.votes import votes
from timeline.dating.weekdays import weekdays
from timeline.dating.words import lags, limit, say
from timeline.edtf import FIRST_DAY, Interval
from timeline.models import Article, Claim, Dct, Rank, Span, Timex
from timeline.reasons import describe

_LAST_RESORT = (Rank.HINT, Rank.FILE_TIME)


def open_days(claims: Sequence[Claim]) -> bool:
    """Tell whether claims leave more than one day open, so that the content is worth reading."""
    return not any(one.interval.days == 1 and one.rank not in (Rank.ADDRESS, *_LAST_RESORT) for one in claims)


def date_lines(article: Article) -> list[Span]:
    """Return the datelines and the lines of publication, which tell a date even where the content is not read."""
    return [Span(start=block.start, end=block.end) for block in article.blocks if block.kind == "dateline"]


def infer(article: Article, claims: Sequence[Claim], sentences: Sequence[Span], timexes: Sequence[Timex]) -> Article:
    """Date an article: ``claims`` as found in its file and address, ``timexes`` tagged without a DCT.

    The content counts where ``open_days``; ``sentences`` are those in which the timexes were looked for.  The article
    is returned with all claims, and with a DCT where they bound its day: on both sides closely enough to say so, or on
    one, which names no day.
    """
    grouped = _sentences(article, sentences, timexes)
    clues = [*map(_stated, claims), *lines(article, grouped)]
    if open_days(claims) and _is_read(article):
        clues += content(article.text, grouped)
    clues = sorted(dict.fromkeys(clues), key=lambda clue: clue.rank)
    used, against, left = _narrow(clues)
    told = tuple(clue.claim(left) for clue in clues)
    return article.model_copy(update={"dct": _dct(article, clues, used, against, left), "claims": told})


def check(article: Article, sentences: Sequence[Span], timexes: Sequence[Timex]) -> Article:
    """Compare the DCT of an article with its content: what had not come by then is added as a claim against it.

    ``timexes`` as tagged with that DCT.  An article whose content was read for its DCT is returned as it is.
    """
    last = article.dct.not_after
    if last is None or not _is_read(article) or any(one.rank == Rank.CONTENT for one in article.claims):
        return article
    grouped = _sentences(article, sentences, timexes)
    clues = (*offices(article.text, grouped, holders(article.text)), *mentioned(article.text, grouped))
    against = [clue for clue in clues if (first := hull(clue.days).not_before) and first > last]
    if not against:
        return article
    evidence = article.dct.evidence + say("against", clues="; ".join(clue.evidence for clue in against))
    claims = sorted((*article.claims, *(clue.claim() for clue in against)), key=lambda one: one.rank)
    dct = article.dct.model_copy(update={"evidence": evidence})
    return article.model_copy(update={"dct": dct, "claims": tuple(claims)})


def content(text: str, sentences: Sequence[Sentence]) -> Iterator[Clue]:
    """Yield what the article tells of its time, the surest first."""
    named = holders(text)
    terms = list(offices(text, sentences, named))
    dates = list(mentioned(text, sentences))
    beginnings = [clue for clue in (*terms, *dates) if hull(clue.days).not_after is None]
    yield from beginnings
    # Nobody writes of what has not come: of two terms that do not meet, the one that began later is today's.
    ends = [clue for clue in terms if clue not in beginnings]
    yield from sorted(ends, key=lambda clue: hull(clue.days).not_before or FIRST_DAY, reverse=True)
    yield from weekdays(text, sentences, named)
    yield from votes(text, sentences, named)
    yield from appointments(text, sentences, named)
    yield from (clue for clue in dates if clue not in beginnings)


def _is_read(article: Article) -> bool:
    """Tell whether the tables can read the article's language."""
    return (article.language or "en").startswith("en")


def _sentences(article: Article, sentences: Sequence[Span], timexes: Sequence[Timex]) -> list[Sentence]:
    """Sentences with their expressions, in one pass over both."""
    body = [block for block in article.blocks if block.kind == "body"]
    starts = [block.start for block in body]
    begins = [timex.start for timex in timexes]
    found, number = [], 0
    for span in sentences:
        at = bisect_right(starts, span.start) - 1
        inside = not article.blocks or (at >= 0 and span.start < body[at].end)
        own = timexes[bisect_left(begins, span.start) : bisect_left(begins, span.end)]
        found.append(Sentence(span.start, span.end, number if inside else None, tuple(own)))
        number += inside
    return found


def _stated(claim: Claim) -> Clue:
    """A claim as a clue; an address rather bears its own day than the one after."""
    last = claim.not_after
    weigh = None
    if claim.rank == Rank.ADDRESS and last and claim.interval.days == len(lags("address")):
        shares = lags("address")

        def weigh(day: date) -> float:
            return shares.get((day - last).days, 0.0)

    return Clue(Rank(claim.rank), claim.found, claim.text, claim.evidence, claim.confidence, (claim.interval,), weigh)


def _narrow(clues: Sequence[Clue]) -> tuple[list[Clue], list[Clue], Days]:
    """Intersect clues in their order; those that leave no day contradict the ones before."""
    left: Days = ALL
    used: list[Clue] = []
    against: list[Clue] = []
    for clue in clues:
        if clue.rank in _LAST_RESORT and None not in hull(left):
            both = left if intersect(left, clue.days) else ()
        else:
            both = intersect(left, clue.days)
        if not both:
            against.append(clue)
            continue
        if both != left or clue.weigh:
            used.append(clue)
        left = both
    return used, against, left


def _decided(article: Article, clues: Sequence[Clue]) -> bool:
    """Tell whether the owner or the page itself tells the very day."""
    return bool(clues) and clues[0].rank <= Rank.METADATA and article.dct.interval.days == 1


def _dct(article: Article, clues: Sequence[Clue], used: Sequence[Clue], against: Sequence[Clue], left: Days) -> Dct:
    decided = _decided(article, clues)
    against = [clue for clue in against if not decided or clue.evidence not in article.dct.evidence]
    contrary = say("against", clues="; ".join(clue.evidence for clue in against)) if against else ""
    kept = article.dct.model_copy(update={"evidence": article.dct.evidence + contrary}) if article.claims else Dct()
    if decided:
        return kept
    bound: Days = ALL
    for clue in used:
        bound = intersect(bound, clue.days) if clue.bounds else bound
    if (hull(bound).not_before is None) != (hull(bound).not_after is None):
        return _one_sided(used, hull(bound), contrary)
    low, high = hull(left)
    width = Interval(low, high).days
    if None in hull(bound) or width is None or width > limit("widest_days"):
        return kept
    best, share = _best(used, left)
    sure = width <= limit("narrow_days") or share >= limit("sure_share")
    # Of a single day none is the best.
    telling = [clue for clue in used if width > 1 or clue.days != ALL]
    evidence = "; ".join(clue.evidence for clue in telling)
    if any(clue.rank == Rank.CONTENT for clue in telling):
        evidence = say("inferred", interval=describe(Interval(low, high)), clues=evidence)
    return Dct(
        value=best.isoformat() if sure else None,
        not_before=low,
        not_after=high,
        confidence=round(share * (1 if used[0].rank == Rank.CONTENT else used[0].confidence), 3),
        evidence=evidence + contrary,
    )


def _one_sided(used: Sequence[Clue], bound: Interval, contrary: str) -> Dct:
    """The only bound there is, with no best day; it is what the clues on that side say."""
    low, high = bound
    telling = [clue for clue in used if clue.bounds and (hull(clue.days).not_before or hull(clue.days).not_after)]
    return Dct(
        not_before=low,
        not_after=high,
        confidence=min(clue.confidence for clue in telling),
        evidence="; ".join(clue.evidence for clue in telling) + contrary,
    )


def _best(used: Sequence[Clue], left: Days) -> tuple[date, float]:
    """The likeliest day, the earliest of equals, and its share of all that are left."""
    weights: dict[date, float] = {}
    for day in each(left):
        weights[day] = 1.0
        for clue in used:
            if clue.weigh:
                weights[day] *= clue.weigh(day)
    total = sum(weights.values())
    best = max(weights, key=lambda day: (weights[day], -day.toordinal()))
    return best, weights[best] / total if total else 1 / len(weights)
