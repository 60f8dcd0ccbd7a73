"""A web page becomes a draft: trafilatura finds the body, title and source, the page's own data the dates."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from timeline.articles.claims import claim_of
from timeline.articles.decode import decode
from timeline.articles.draft import Draft, File, joined, one_line
from timeline.articles.page_dates import MOST_TIMES, page_claims
from timeline.articles.written import read_date
from timeline.errors import ArticleError, DateError
from timeline.models import Claim, Rank
from timeline.tables.load import read_toml

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
_NO_DIGIT = re.compile(r"\D")
_NAMED_COMMENT = "/html/body//*[contains(@class, 'omment') or contains(@id, 'omment')]"
_COMMENTS = re.compile(r"(?:^|[\s_-])comments?(?:$|[\s_-])", re.IGNORECASE)
# Elements of trafilatura's result that stand alone.
_BLOCKS = frozenset({"p", "head", "quote", "item", "row", "list", "table", "code", "ab"})
_MOST_LEFT_OUT, _LONGEST_LEFT_OUT = 30, 400

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
    tree = load_html(html, max_size=len(html) + 1)
    if tree is None:
        raise ArticleError(f"{where}: is no HTML page that can be read; save the article itself, or its text as .txt")
    language = one_line(tree.get("lang") or tree.get("xml:lang"))
    claims = page_claims(tree, language)
    left_out = tuple(_left_out(tree))
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
    found = _seen(tree, document, claims)
    return Draft(
        text=text,
        title=title,
        source=one_line(document.sitename),
        url=one_line(document.url),
        language=language,
        claims=(*claims, *found, *_saved(html[:_HEAD])),
        left_out=tuple((part, why) for part, why in left_out if part not in text),
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


def _seen(tree: HtmlElement, document: Any, claims: list[Claim]) -> Iterator[Claim]:
    """Claim what htmldate sees in the page for readers, where nothing for machines says it already."""
    if not document.date or any(one.not_before for one in claims):
        return
    day, others = document.date, _others(tree)
    if others or day.replace("-", "") in _NO_DIGIT.sub("", document.url or ""):
        from htmldate import find_date

        # Again without the address, which it asks first and others read, and without what others than its author dated.
        for element in others:
            element.drop_tree()
        day = find_date(tree, url="", **_DATES)
    known = {str(read_date(one.text).interval.not_after) for one in claims}
    if day and day not in known:
        yield claim_of(day, Rank.VISIBLE, "date in the page")


def _others(tree: HtmlElement) -> list[HtmlElement]:
    """List readers' comments, and the times of teasers if there are many."""
    comments = [element for element in tree.xpath(_NAMED_COMMENT) if _COMMENTS.search(_named(element))]
    times = list(tree.iter("time"))
    inside = set(comments)
    outermost = [element for element in comments if not any(above in inside for above in element.iterancestors())]
    return outermost + (times if len(times) > MOST_TIMES else [])


def _named(element: HtmlElement) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}".strip()


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


@cache
def _parts() -> tuple[tuple[str, frozenset[str], re.Pattern[str]], ...]:
    rows = read_toml("page_furniture.toml")["part"]
    return tuple(
        (
            row["why"],
            frozenset(row.get("tags", ())),
            re.compile(rf"(?:.*[\s_-])?(?:{row['classes']})(?:[\s_-].*)?", re.IGNORECASE),
        )
        for row in rows
    )


def _left_out(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    """List short parts of the page beside the article, so that what is not read can be seen."""
    seen: set[str] = set()
    done: set[Any] = set()
    for element in tree.iter("figcaption", "aside", "div", "p", "span", "section", "ul"):
        why = _why(element)
        if why is None or any(above in done for above in element.iterancestors()):
            continue
        text = one_line(element.text_content()) or ""
        if 2 < len(text) <= _LONGEST_LEFT_OUT:
            done.add(element)
            if text not in seen:
                seen.add(text)
                yield text, why
        if len(seen) >= _MOST_LEFT_OUT:
            return


def _why(element: HtmlElement) -> str | None:
    named = _named(element)
    for why, tags, classes in _parts():
        if element.tag in tags or (named and classes.fullmatch(named)):
            return why
    return None
