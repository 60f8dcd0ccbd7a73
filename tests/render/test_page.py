"""The page as a file: what is in it before a browser reads it."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from timelines import BAD, hostile, many, small, with_minor

from timeline import render
from timeline.models import Timeline
from timeline.render import figure, page
from timeline.render.page import pieces


class Elements(HTMLParser):
    """Start tags with their attributes, and the text of each script."""

    def __init__(self, html: str) -> None:
        """Read the page."""
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self._quiet = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._quiet = tag in ("script", "style")

    def handle_endtag(self, tag: str) -> None:
        self._quiet = False

    def handle_data(self, data: str) -> None:
        if not self._quiet:
            self.text += data


def block(html: str, name: str) -> object:
    found = re.search(rf'<script type="application/json" id="{name}">(.*?)</script>', html, re.DOTALL)
    assert found
    return json.loads(found[1])


def test_equal_timelines_give_equal_bytes() -> None:
    """No id, date or order of chance is in the page."""
    assert page(small()) == page(small())


def test_the_page_needs_nothing_else() -> None:
    """No element points outside the file."""
    for tag, attributes in Elements(page(small())).tags:
        assert "src" not in attributes, tag
        if tag == "link" or (tag in ("a", "use") and attributes.get("href")):
            assert (attributes["href"] or "").startswith("#")


def test_the_policy_names_every_script_and_nothing_else() -> None:
    """Scripts run by their hash alone; eval and requests are shut out."""
    html = page(small())
    policy = next(a["content"] for t, a in Elements(html).tags if t == "meta" and a.get("http-equiv"))
    assert policy is not None
    assert "unsafe-eval" not in policy
    assert "default-src 'none'" in policy and "connect-src 'none'" in policy
    runs = [a for t, a in Elements(html).tags if t == "script" and "type" not in a]
    assert len(runs) == 3
    assert policy.count("sha256-") == len(runs) + 1  # and Plotly's


def test_all_events_are_listed_without_scripts() -> None:
    """Every event of a small set stands in the HTML with its sentence and its reason."""
    html = page(small())
    text = Elements(html).text
    for event in (*small().events, *small().undated):
        assert event.title in text
        for mention in event.mentions:
            assert mention.reason in text
    assert "some day between 9 November and 31 December 2016".lower() in text.lower()
    assert html.count('<mark class="timex">') >= 6


def test_a_large_set_lists_its_first_events_and_says_so() -> None:
    """The list without scripts stops at 200 and tells it."""
    html = page(many(300))
    assert html.count('<li class="row') == 200
    assert "The first 200 of 300 events" in html


def test_minor_events_stand_apart_without_scripts() -> None:
    """They are neither counted nor listed with the others, but can be opened below them."""
    html = page(with_minor())
    assert '<p class="counts" id="counts"><span>14 events</span>' in html
    assert "1991" not in html[html.index('id="counts"') : html.index("</header>")]
    listed, aside = html.split('<details class="minor">')
    assert "Words heard on both shores" not in listed
    for one in with_minor().minor:
        assert one.title in Elements(aside.split("</details></noscript>")[0]).text


def test_minor_events_do_not_fill_the_list_without_scripts() -> None:
    """The first 200 are of the events that are shown; of the minor ones it lists no more than that."""
    crowd = many(600)
    html = page(crowd.model_copy(update={"events": crowd.events[300:], "minor": crowd.events[:300]}))
    assert html.split('<details class="minor">')[0].count('<li class="row') == 200
    assert html.count('<li class="row') == 400
    assert "The first 200 of 300 events" in html


def test_no_events() -> None:
    """An empty timeline gives a page that says why and what to do."""
    html = page(Timeline(title="Nothing", articles=(), events=()))
    assert "No diplomatic event was found" in html
    assert "<script" not in html


def test_hostile_text_stays_text() -> None:
    """What an article writes never becomes an element or ends a script."""
    found = Elements(page(hostile()))
    assert not [tag for tag, _ in found.tags if tag in ("img", "iframe", "object")]
    assert not [name for _, attributes in found.tags for name in attributes if name.startswith("on")]
    assert not [a for t, a in found.tags if t == "a" and not (a["href"] or "").startswith("#")]
    assert BAD in found.text
    assert "{{ 7*7 }}" in found.text
    assert "⟦RLO⟧gnorw" in found.text


def test_no_attribute_stands_in_single_quotes() -> None:
    """Apostrophes of articles are written as they are; what would end an attribute in double quotes is not."""
    for template in (Path(render.__file__).parent / "templates").glob("*.html"):
        assert not re.search(r"""=\s*['{]""", re.sub(r"{%.*?%}", "", template.read_text(encoding="utf-8"))), template
    quoted = """Odal's "ships" onload='x'"""
    base = small()
    first, *others = base.articles
    articles = (first.model_copy(update={"language": quoted}), *others)
    html = page(base.model_copy(update={"title": quoted, "articles": articles}))
    found = Elements(html)
    assert quoted in found.text and "Odal's" in html
    assert quoted in [attributes.get("lang") for tag, attributes in found.tags if tag == "blockquote"]
    assert not [name for _, attributes in found.tags for name in attributes if name.startswith("on")]


def test_half_a_character_does_not_stop_the_page() -> None:
    """A lone surrogate, which UTF-8 cannot write, is replaced."""
    assert "\ufffd" in page(Timeline(title="a\ud83d", articles=(), events=()))


def test_offsets_count_as_a_browser_counts() -> None:
    """After an emoji the offsets of the page are one more than those of the models."""
    text = "😀 Haas met Odal."
    base = small()
    where = base.articles[0].model_copy(update={"text": text, "blocks": (), "timexes": ()})
    one = base.events[0].mentions[0].model_copy(update={"start": 7, "end": 10, "timex": None})
    one = one.model_copy(update={"sentence": one.sentence.model_copy(update={"start": 2, "end": 16})})
    event = base.events[0].model_copy(update={"mentions": (one,)})
    html = page(Timeline(title="t", articles=(where,), events=(event,)))
    mention = block(html, "tl-e0")[0][10][0]  # type: ignore[index]
    assert mention[1:5] == [3, 17, 8, 11]


def test_the_library_is_packed_the_same_every_time() -> None:
    """Gzip carries no time, and no letter of the packing can be markup."""
    one, two = figure.library("var Plotly = {};" * 50), figure.library("var Plotly = {};" * 50)
    assert one == two
    assert not set("<>&") & set(figure.library().packed)


def test_the_library_is_plotlys_without_its_wrapper() -> None:
    """What is for module loaders is taken off; a bundle in another wrapper stays as it is."""
    import plotly.offline

    whole = plotly.offline.get_plotlyjs()
    bare = figure._unwrapped(whole)
    assert "factory" not in bare[:1000] and len(whole) - 500 < len(bare) < len(whole)
    assert bare[300:-200] in whole and bare.rstrip().endswith("window.Plotly = Plotly;")
    assert figure._unwrapped("(function(f) { f(); })(() => { window.Plotly = {}; });").startswith("(function(f)")


def test_a_bundle_of_the_user_replaces_the_library() -> None:
    """``plotlyjs`` takes a smaller bundle."""
    assert len(page(small(), plotlyjs="window.Plotly = {};")) < len(page(small())) - 1_000_000


def test_a_page_of_100_events_is_small() -> None:
    """The bar of 2.25 MB with the full library, of which that has 1.8."""
    assert len(page(many(100)).encode()) <= 2_250_000


@pytest.mark.parametrize("number", range(12))
def test_pieces_join_to_the_sentence(number: int) -> None:
    """Marking loses no letter."""
    timeline = small()
    for mention in timeline.events[number].mentions:
        text = next(a.text for a in timeline.articles if a.id == mention.article)
        parts = list(pieces(text, mention))
        assert "".join(part.text for part in parts) == text[mention.sentence.start : mention.sentence.end]
        assert [part.text for part in parts if part.role == "trigger"] == [mention.trigger]
