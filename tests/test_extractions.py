"""What is found in articles: held as it was made, and read from the store where it is not."""

from __future__ import annotations

import hashlib
import pickle

from timeline import merge
from timeline.analysis import analyse
from timeline.extractions import Extractions, Held, to_bytes
from timeline.models import Article, Dct
from timeline.store import Store, opened


def found(name: str) -> Held:
    """What is found in an article of one sentence."""
    text = f"Chad signed the accord on 3 May, {name} said."
    result = analyse(Article(id=name, dct=Dct(), text=text), only="timexes", language="en")._replace(events=[])
    return Held(result, merge.Mentions(*result))


def kept(held: Held, store: Store) -> str:
    """Put an article into a store; return what it is called there."""
    value = to_bytes(held.found)
    digest = hashlib.sha256(value)
    store.keep(digest.digest(), value)
    return digest.hexdigest()


def test_the_last_articles_are_held_and_others_read_again() -> None:
    with opened(None, "", print) as store:
        articles, (one, other) = Extractions(1), (found("one"), found("other"))
        first, second = kept(one, store), kept(other, store)
        articles.hold(first, one)
        assert articles.get(first, "one", store) is one
        articles.hold(second, other)
        assert articles.get(second, "other", store) is other
        again = articles.get(first, "one", store)
        assert again is not one
        assert again.found == one.found
        assert articles.get(first, "one", store) is again


def test_what_is_taken_is_no_longer_held() -> None:
    with opened(None, "", print) as store:
        articles, one = Extractions(1), found("one")
        name = kept(one, store)
        articles.hold(name, one)
        assert articles.take(name, "one", store)[0] is one.found.article
        again = articles.take(name, "one", store)
        assert again[0] is not one.found.article
        assert again == one.found[:2]


def test_an_article_that_was_numbered_has_its_number() -> None:
    with opened(None, "", print) as store:
        articles, one = Extractions(1), found("one")
        name = kept(one, store)
        articles.hold(name, one)
        assert articles.get(name, "one~2", store).found.article.id == "one~2"


def test_nothing_is_held_in_another_process() -> None:
    articles = Extractions(1)
    articles.hold("", found("one"))
    there = pickle.loads(pickle.dumps(articles))  # noqa: S301 - our own
    there.hold("", found("other"))
    assert there.__dict__ == Extractions().__dict__
