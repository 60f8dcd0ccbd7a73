"""Feeds of dialects and faults of their own."""

from __future__ import annotations

import pytest

from timeline import edtf
from timeline.articles.draft import Draft, File
from timeline.articles.feed import drafts
from timeline.errors import ArticleError

CORE = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'


def rss(*items: str, head: str = CORE) -> bytes:
    return f'<rss version="2.0" {head}><channel><title>W</title>{"".join(items)}</channel></rss>'.encode()


def item(*parts: str) -> str:
    return f"<item>{''.join(parts)}<description>They met.</description></item>"


def read(data: bytes) -> list[Draft | ArticleError]:
    return list(drafts(File(data, "a.rss", 10**6)))


def days(data: bytes) -> list[str | None]:
    return [edtf.format(one.claims[0].interval) for one in read(data) if isinstance(one, Draft)]


def test_the_date_of_dublin_core_is_the_day_of_an_item() -> None:
    assert days(rss(item("<dc:date>2018-07-12T09:20:15+09:00</dc:date>"))) == ["2018-07-12"]


def test_an_update_beside_it_leaves_it_a_bound() -> None:
    both = rss(
        item("<dc:date>2018-07-12</dc:date>"),
        item('<a:updated xmlns:a="http://www.w3.org/2005/Atom">2018-07-13</a:updated>'),
    )
    assert days(both) == ["../2018-07-12", "../2018-07-13"]


def test_what_says_the_publication_goes_before_it() -> None:
    assert days(rss(item("<dc:date>2018-07-13</dc:date><pubDate>Thu, 12 Jul 2018 10:00:00 +0200</pubDate>"))) == [
        "2018-07-12"
    ]


@pytest.mark.parametrize("reference", ["&#x110000;", "&#55296;", "&#99999999999999999999;", "&#0;"])
def test_a_character_that_does_not_exist_costs_itself_alone(reference: str) -> None:
    entries = read(
        rss(item("<title>One</title>"), item(f"<title>Two{reference}</title>"), item("<title>Three</title>"))
    )
    assert [one.title[:3] if isinstance(one, Draft) and one.title else None for one in entries] == ["One", "Two", "Thr"]


@pytest.mark.parametrize("encoding", ["\\xff\\xfe", "no-such", "utf-99"])
def test_an_encoding_that_does_not_exist_is_no_fault(encoding: str) -> None:
    declared = f'<?xml version="1.0" encoding="{encoding}"?>'.encode().decode("unicode_escape").encode("latin-1")
    assert len(read(declared + rss(item("<title>One</title>")))) == 1
