"""A web page becomes a draft: trafilatura finds the body, title and source, the page's own data the dates."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from timeline.articles.attributes import without_surplus_attributes
from timeline.articles.claims import claim_of, is_placeholder, placeholders
from timeline.articles.decode import decode
from timeline.articles.draft import Draft, File, joined, one_line
from timeline.articles.page_dates import MOST_TIMES, page_claims
from timeline.articles.page_parts import Elsewhere, elsewhere, left_out, tells_only_its_age
from timeline.articles.written import read_date
from timeline.errors import ArticleError, DateError
from timeline.models import Claim, Rank

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement

# Never the extensive search, which dates a page by any number in its text; and never the clock, which htmldate takes
# for the latest date unless told one.
_DATES: Mapping[str, Any] = {
    "extensive_search": False,
    "original_date": True,
    "min_date": "1900-01-01",
    "max_date": "2199-12-31",
}
_HEAD = 4096
_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE)
# What browsers and SingleFile write at the top of pages they save.
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)\s*-->|<!--[^>]{0,400}?^\s*url:\s*(\S+)\s*$", re.MULTILINE)
_SAVED_ON = re.compile(r"^\s*saved date:\s*(\w{3} \w{3} \d\d \d{4} \d\d:\d\d:\d\d) GMT([+-]\d{4})", re.MULTILINE)
# Elements of trafilatura's result that stand alone.
_BLOCKS = frozenset({"p", "head", "quote", "item", "row", "list", "table", "code", "ab"})

for _name in ("trafilatura", "htmldate"):
    # They report on standard error what we report in our own words.
    logging.getLogger(_name).addHandler(logging.NullHandler())


def drafts(file: File) -> Iterator[Draft]:
    """Read the one article of a saved page; raises ArticleError where there is none."""
    yield page_draft(_decoded(file), file.where)


def page_draft(html: str, where: str, url: str | None = None) -> Draft:
    """Read the article of a page; ``url``: where it was fetched, if that is known.

    Raises ArticleError where no text of an article is found.
    """
    from trafilatura import bare_extraction, load_html  # half a second

    saved_from = _SAVED_FROM.search(html[:_HEAD])
    tree = load_html(without_surplus_attributes(html), max_size=len(html) + 1)
    if tree is None:
        raise ArticleError(f"{where}: is no HTML page that can be read; save the article itself, or its text as .txt")
    language = one_line(tree.get("lang") or tree.get("xml:lang"))
    others = elsewhere(tree)
    claims = page_claims(tree, language, others)
    beside = tuple(left_out(tree))
    document: Any = bare_extraction(
        tree,
        url=url or (saved_from and (saved_from[1] or saved_from[2])) or None,
        with_metadata=True,
        include_comments=False,
        date_extraction_params=dict(_DATES),
    )
    title = document and one_line(document.title)
    text = joined(_paragraphs(document.body), title=title) if document else ""
    if not document or not text or text == title:
        raise ArticleError(f"{where}: no article is found in this page; save the article itself, or its text as .txt")
    found = _seen(tree, document.date, claims, others)
    return Draft(
        text=text,
        title=title,
        source=one_line(document.sitename),
        url=one_line(document.url),
        language=language,
        claims=(*claims, *found, *_saved(html[:_HEAD])),
        left_out=tuple((part, why) for part, why in beside if part not in text),
    )


def _decoded(file: File) -> str:
    """Decode by UTF-8, else by the charset that the page declares, else by the likeliest."""
    declared = _CHARSET.search(file.data[:_HEAD])
    if declared and not file.data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        try:
            file.data.decode("utf-8")
        except UnicodeDecodeError:
            try:
                # The web standard reads Latin-1 as its superset.
                name = declared[1].decode("ascii").lower()
                name = "cp1252" if name in ("iso-8859-1", "latin1", "us-ascii", "ascii") else name
                if name not in ("utf-8", "utf8"):
                    return decode(file.data.decode(name).encode("utf-8"), file.where)
            except (LookupError, UnicodeDecodeError):
                pass
    return decode(file.data, file.where)


def _paragraphs(body: _Element) -> Iterator[str]:
    """Give the paragraphs of an extracted body; a line break in one is a line end."""
    from lxml.etree import iterwalk

    parts: list[str] = []
    for event, element in iterwalk(body, events=("start", "end")):
        if element.tag in _BLOCKS:
            yield "".join(parts)
            parts = []
        if event == "start":
            parts.append("\n" if element.tag == "lb" else " | " if element.tag == "cell" and parts else "")
            parts.append(element.text or "")
        else:
            parts.append(element.tail or "")
    yield "".join(parts)


def _seen(tree: HtmlElement, day: str | None, claims: list[Claim], others: Elsewhere) -> Iterator[Claim]:
    """Claim what htmldate sees in the article's part of the page, where nothing for machines tells the day.

    ``day``: what it sees in all of the page, where it sees anything.
    """
    if not day or any(one.not_before and one.not_before == one.not_after for one in claims):
        return
    if tells_only_its_age(tree, others):
        return
    from htmldate import find_date

    told = any(one.not_before for one in claims)
    for element in [*others.outermost, *_times_of_teasers(tree), *_for_machines(tree, told)]:
        if element.getparent() is not None:
            element.drop_tree()
    # Without the address, which it asks first and others read.
    day = find_date(tree, url="", **_DATES)
    known = {str(read_date(one.text).interval.not_after) for one in claims}
    if day and day not in known and not is_placeholder(read_date(day)):
        yield claim_of(day, Rank.VISIBLE, "date in the page")


def _times_of_teasers(tree: HtmlElement) -> list[HtmlElement]:
    times = list(tree.iter("time"))
    return times if len(times) > MOST_TIMES else []


def _for_machines(tree: HtmlElement, told: bool) -> Iterator[HtmlElement]:
    """Yield what htmldate would believe: days that systems write where they know none, and dates that are ``told``."""
    for element in tree.iter("meta", "time", "script"):
        text = element.get("content") or element.get("datetime") or (element.tag == "script" and element.text) or ""
        if (told and element.tag != "time") or any(day in text for day in placeholders()):
            yield element


def _saved(head: str) -> Iterator[Claim]:
    found = _SAVED_ON.search(head)
    if found:
        try:
            yield claim_of(_rearranged(found[1], found[2]), Rank.HINT, "day on which the page was saved", latest=True)
        except DateError:
            return


def _rearranged(stamp: str, offset: str) -> str:
    """Turn "Thu Nov 07 2024 10:11:12" into the form of mails."""
    weekday, month, day, year, clock = stamp.split()
    return f"{weekday}, {day} {month} {year} {clock} {offset}"
