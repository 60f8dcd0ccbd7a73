"""The cascade: what dates an article, in the order in which it counts, and what speaks against it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from timeline.dating.choose import choose
from timeline.dating.clue import stated
from timeline.dating.content import content, not_before
from timeline.dating.days import hull, intersect
from timeline.dating.doubt import contrary
from timeline.dating.lines import lines
from timeline.dating.narrow import LAST_RESORT, narrow
from timeline.dating.sentence import with_timexes
from timeline.dating.utc import at_dateline
from timeline.dating.words import say
from timeline.models import Article, Claim, Dct, Rank, Span, Timex
from timeline.tables.confidence import confidence


class Decision(NamedTuple):
    """The DCT of an article with what speaks for it, all claims in the order in which they count, and those against."""

    article: Article
    dct: Dct
    claims: tuple[Claim, ...] = ()
    against: tuple[Claim, ...] = ()

    def dated(self) -> Article:
        """Return the article with its DCT, whose evidence tells both sides."""
        dct = self.dct
        if self.against:
            against = say("against", clues="; ".join(claim.evidence for claim in self.against))
            sure = dct.confidence * (confidence("contradicted") if contrary(dct, self.claims) else 1)
            dct = dct.model_copy(update={"evidence": dct.evidence + against, "confidence": round(sure, 3)})
        return self.article.model_copy(update={"dct": dct, "claims": self.claims})


def open_days(claims: Sequence[Claim]) -> bool:
    """Tell whether claims leave more than one day open, so that the content is worth reading."""
    return not any(one.interval.days == 1 and one.rank not in (Rank.ADDRESS, *LAST_RESORT) for one in claims)


def date_lines(article: Article) -> list[Span]:
    """Return the datelines and the lines of publication, which tell a date even where the content is not read."""
    return [Span(start=block.start, end=block.end) for block in article.blocks if block.kind == "dateline"]


def decide(article: Article, claims: Sequence[Claim], sentences: Sequence[Span], timexes: Sequence[Timex]) -> Decision:
    """Date an article: ``claims`` as found in its file and address, ``timexes`` tagged without a DCT.

    The content counts where ``open_days``; ``sentences`` are those in which the timexes were looked for.  There is a
    DCT where the clues bound its day: on both sides closely enough to say so, or on one, which names no day.
    """
    found = with_timexes(article, sentences, timexes)
    clues = at_dateline([*map(stated, claims), *lines(article, found)])
    if open_days(claims) and _is_read(article):
        clues += content(article.text, found)
    clues = sorted(dict.fromkeys(clues), key=lambda clue: clue.rank)
    narrowed = narrow(clues)
    dct, against = choose(narrowed), narrowed.against
    if dct is None:
        # All together tell nothing: what is stated is kept, if only as a bound.
        kept = narrow(map(stated, article.claims))
        dct, against = choose(kept) or Dct(), tuple(clue for clue in clues if not intersect(kept.days, clue.days))
    return Decision(
        article,
        dct,
        tuple(clue.claim_within(narrowed.days) for clue in clues),
        tuple(clue.claim for clue in against),
    )


def compare(decision: Decision, sentences: Sequence[Span], timexes: Sequence[Timex]) -> Decision:
    """Compare a DCT with the content that was not read for it: what had not come by then speaks against it.

    ``timexes`` as tagged with that DCT.
    """
    article, last = decision.article, decision.dct.not_after
    if last is None or not _is_read(article) or any(one.rank == Rank.CONTENT for one in decision.claims):
        return decision
    clues = not_before(article.text, with_timexes(article, sentences, timexes))
    later = tuple(clue.claim for clue in clues if (first := hull(clue.days).not_before) and first > last)
    return decision._replace(
        claims=tuple(sorted((*decision.claims, *later), key=lambda claim: claim.rank)),
        against=(*decision.against, *later),
    )


def _is_read(article: Article) -> bool:
    """Tell whether the tables can read the article's language."""
    return (article.language or "en").startswith("en")
