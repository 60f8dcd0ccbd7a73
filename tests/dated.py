"""Articles without a day, made of a few words, and what is inferred of them."""

from __future__ import annotations

from timeline import edtf
from timeline.analysis import analyse
from timeline.articles.blocks import blocks
from timeline.articles.claims import claim
from timeline.models import Article, Claim, Rank


def undated(text: str, *claims: Claim, path: str | None = "talks.txt", url: str | None = None) -> Article:
    """An article as a reader gives it, with the claims of its file."""
    return Article(id="a", path=path, url=url, claims=claims, blocks=blocks(text), text=text)


def stated(day: str, rank: Rank = Rank.STATED) -> Claim:
    """A claim of the owner's."""
    return claim(day, rank, "sidecar talks.toml", "talks.txt")


def dated(article: Article) -> Article:
    """The article with its DCT."""
    return analyse(article, only="timexes").article


def inferred(text: str, *claims: Claim, path: str | None = "talks.txt", url: str | None = None) -> Article:
    """The article with what was inferred."""
    return dated(undated(text, *claims, path=path, url=url))


def days(article: Article) -> str | None:
    """The interval of its DCT as EDTF."""
    return edtf.format(article.dct.interval)


def claimed(article: Article, words: str) -> str | None:
    """The EDTF days of the one claim whose evidence holds the words."""
    (found,) = (one for one in article.claims if words in one.evidence)
    return edtf.format(found.interval)
