"""Which of a page's dates are the article's."""

from __future__ import annotations

import pytest

from timeline import edtf
from timeline.articles.page import page_draft

WORDS = (
    "<p>The foreign ministers of Velmora and Karst met in Orsk on Tuesday and signed an accord on fishing rights, they"
    " said.</p><p>They will meet again next month, the ministry of Velmora said in a statement after the talks.</p>"
)
TIME = '<time datetime="2026-01-03T10:00:00Z">Jan 3, 2026</time>'
TITLE = "<h1>Velmora and Karst sign accord</h1>"


def page(body: str, head: str = "") -> str | None:
    """The days of the first claim of a page, None where there is no claim."""
    html = f'<!DOCTYPE html><html lang="en"><head><title>Accord</title>{head}</head><body>{body}</body></html>'
    claims = page_draft(html, "a.html").claims
    return edtf.format(claims[0].interval) if claims else None


@pytest.mark.parametrize(
    "other",
    [
        f"<aside><h3>Related</h3>{TIME} <a>Other news</a></aside>",
        f"<nav>{TIME}</nav>",
        f'<header class="site"><div>{TIME}</div></header>'.replace("header", "menu"),
        f"<footer><p>Open day in Taveen: {TIME}</p></footer>",
        f'<section class="more-stories"><div>{TIME}<a>Other news</a></div></section>',
        f'<div id="latest">{TIME}</div>',
        f'<div class="teaser card--wide"><a><h3>Other news</h3>{TIME}</a></div>',
        f'<a href="#"><h3>Other news</h3>{TIME}</a>',
        f"<h2>More stories</h2><div>{TIME} Other news</div>",
        f"<div><h4>Lire aussi</h4>{TIME}<a>Autre</a></div>",
        f"<div><h4>Читайте также:</h4>{TIME}</div>",
        f"<div><h4>関連記事</h4>{TIME}</div>",
        f'<ul><li><a href="#">Other news of the region</a> {TIME}</li></ul>',
        f'<section id="comments"><div class="comment">{TIME} Great.</div></section>',
        f'<div class="event-calendar">{TIME}</div>',
        f'<span class="today">{TIME}</span>',
        f"<article><h2>Other news</h2>{TIME}</article>",
        '<aside><span itemprop="datePublished" content="2026-01-03">Jan 3</span></aside>',
        '<aside><time class="entry-date" datetime="2026-01-03">Jan 3</time></aside>',
    ],
)
def test_a_date_of_something_else_on_the_page_is_not_the_articles(other: str) -> None:
    for body in (f"<article>{TITLE}{WORDS}</article>{other}", f"{other}<article>{TITLE}{WORDS}</article>"):
        assert page(body) is None
    if not other.startswith("<footer"):  # an article's own footer may tell its day
        assert page(f"<article>{TITLE}<p>{WORDS}{other}</article>") is None


@pytest.mark.parametrize(
    "own",
    [
        f'<p class="byline">By Ana Ruiz · {TIME}</p>',
        f'<div class="post-meta"><a href="/ana">Ana Ruiz</a> {TIME}</div>',
        f'<ul class="article-info"><li><a href="/ana">Ana Ruiz</a> {TIME}</li></ul>',
        f'<span class="date">{TIME}</span>',
        f'<div class="card-meta">{TIME}</div>',
        f"<p>{TIME}</p>",
    ],
)
def test_the_date_beside_the_title_is_the_articles(own: str) -> None:
    related = TIME.replace("2026", "2025")
    for body in (f"<article>{TITLE}{own}{WORDS}</article>", f"<div>{TITLE}{own}</div><div>{WORDS}</div>"):
        assert page(f"{body}<aside>{related}</aside>") == "2026-01-03"


@pytest.mark.parametrize(
    "age",
    ["2 hours ago", "an hour ago", "vor 3 Stunden", "il y a 2 heures", "hace 5 minutos", "há 2 horas", "2 ore fa",
     "3 часа назад", "منذ 3 ساعات", "3小时前", "2時間前", "2시간 전"],
)  # fmt: skip
def test_a_page_that_tells_its_age_does_not_tell_its_day(age: str) -> None:
    """Whatever other date stands in it."""
    body = f"<article>{TITLE}<p class='byline'>Ana Ruiz · <time>{age}</time></p>{WORDS}</article>"
    assert page(f"{body}<div>{TIME}</div>") is None
    assert page(f"{body.replace('<time>', '<time datetime=2026-01-03>')}") == "2026-01-03"


@pytest.mark.parametrize(
    "day", ["1970-01-01", "1900-01-01T00:00:00Z", "0001-01-01T00:00:00", "1969-12-31T19:00:00-05:00"]
)
def test_the_zero_of_a_calendar_is_no_claim(day: str) -> None:
    head = f'<meta property="article:published_time" content="{day}">'
    linked = f'<script type="application/ld+json">{{"@type": "NewsArticle", "datePublished": "{day}"}}</script>'
    own = f"<p class='byline'>{TIME}</p>"
    for made in (head, linked):
        assert page(f"<article>{TITLE}{WORDS}</article>", made) is None
        assert page(f"<article>{TITLE}{own}{WORDS}</article>", made) == "2026-01-03"


def test_a_day_near_the_zero_is_a_day() -> None:
    assert page(f"<article>{TITLE}{WORDS}</article>", '<meta name="date" content="1970-03-12">') == "1970-03-12"
