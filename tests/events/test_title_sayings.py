"""Headlines of what somebody says: word for word where it is quoted, never half a sentence."""

from __future__ import annotations

import itertools
from datetime import date

import pytest

from timeline import dates, events
from timeline.events.headline.cut import LIMIT
from timeline.models import Article, Dct, Span

pytestmark = pytest.mark.usefixtures("whatever_is_coded")

DCT = date(2024, 11, 7)


def titles(*sentences: str) -> list[str]:
    """The headlines of an article's events."""
    text = " ".join(sentences)
    ends = list(itertools.accumulate(len(s) + 1 for s in sentences))
    spans = [Span(start=a, end=min(b, len(text))) for a, b in itertools.pairwise([0, *ends])]
    dct = Dct(value=DCT.isoformat(), not_before=DCT, not_after=DCT, confidence=1.0, evidence="given")
    article = Article(id="a", text=text, dct=dct)
    return [e.title or "" for e in events.code(article, spans, dates.tag(text, dct, spans), typed_only=True)]


CASES = [
    # a quotation before and behind whoever speaks
    ('"Our ports will stay open," said President Pedro Odal.', 'Odal: "Our ports will stay open"'),
    ('"There is no plan to leave," President Pedro Odal said.', 'Odal: "There is no plan to leave"'),
    ('President Pedro Odal said: "Nobody will be sent home."', 'Odal: "Nobody will be sent home"'),
    (
        'The Estonian government said in a note on Monday: "The ferry will sail again."',
        'Estonian government: "The ferry will sail again"',
    ),
    ("By June the bridge will be open, President Pedro Odal said.", "Odal says by June the bridge will be open"),
    # a word in marks is no end
    (
        'President Pedro Odal said the raid was "a grave mistake" by Peru.',
        'Odal says the raid was "a grave mistake" by Peru',
    ),
    (
        'President Pedro Odal described the vote in Lima as "shameful".',
        'Odal describes the vote in Lima as "shameful"',
    ),
    (
        'President Pedro Odal told the Peruvian parliament that "the mission of the envoys will end in May".',
        'Odal tells the Peruvian parliament "the mission of the envoys will end in May"',
    ),
    # what is said of the noun that a relative clause describes
    (
        "President Pedro Odal left for Lima, a trip that Foreign Minister Ana Lund said was badly planned.",
        "Lund says a trip was badly planned",
    ),
    (
        "President Pedro Odal closed the port, which Foreign Minister Ana Lund says is an attempt to break the strike.",
        "Lund says the port is an attempt to break the strike",
    ),
    # a verb between commas, and one that hands on what another says
    ("But, President Pedro Odal said, Peru was using the port.", "Odal says Peru was using the port"),
    ("Radio Lima quoted President Pedro Odal as saying the port was open.", "Odal says the port was open"),
    # "that" may be what is told of
    ("President Pedro Odal says that is a grave mistake.", "Odal says that is a grave mistake"),
    # a quotation goes on
    ('President Pedro Odal continued: "The port is open."', 'Odal: "The port is open"'),
    # what stands between commas goes before half a sentence is told
    (
        "President Pedro Odal said the finance minister, who has been in office since the flood and knows it well, "
        "will go to Lima with the new budget.",
        "Odal says the finance minister will go to Lima with the new budget",
    ),
    (
        "President Pedro Odal said he would sign the fishing pact in Lima in the coming weeks, "
        "but the opposition wants a longer debate.",
        "Odal says he would sign the fishing pact in Lima in the coming weeks",
    ),
]


@pytest.mark.parametrize(("text", "title"), CASES, ids=[c[1][:40] for c in CASES])
def test_saying(text: str, title: str) -> None:
    """The headline tells what is said, in its own words."""
    assert title in titles(text)


def test_who_speaks_of_a_quotation_that_ends_before() -> None:
    """A sentence of "he said" alone tells who has said the quotation before it."""
    found = titles("President Pedro Odal arrived in Lima.", '"Will anybody stop this fire?"', "he said.")
    assert 'Odal: "Will anybody stop this fire?"' in found


@pytest.mark.parametrize(
    "text",
    [
        '"We are ready to talk about every port, bridge and road that the two provinces of the south have ever asked '
        'us about in any of their letters since the day of the treaty," said President Pedro Odal.',
        'President Pedro Odal said it was "utterly unacceptable" for the Peruvian envoys "to visit the islands that '
        'the two provinces of the south had fought about for so many long years before the day of the treaty".',
    ],
)
def test_long_saying(text: str) -> None:
    """What is too long ends between words, with an ellipsis and its marks in pairs."""
    found = [title for title in titles(text) if title.startswith(("Odal:", "Odal says"))]
    assert found
    for title in found:
        assert len(title) <= LIMIT
        assert title.count('"') % 2 == 0
        assert title.endswith(("…", '…"'))


WHO = [
    # not the party that owns the subject, or is only named in it
    ("Odal's letter angered the Peruvian government.", "Odal's letter angers the Peruvian government"),
    # number
    ("MPs rejected the fishing pact with Peru.", "MPs reject the fishing pact"),
    ("The bulk of Peruvian troops left Chile.", "Bulk of Peruvian troops leave"),
    # what the verb needs is told whole or cut with an ellipsis
    (
        "President Pedro Odal urged the newly elected Peruvian government of national unity to "
        '"engage fully and openly" with the neighbours of the island.',
        "Odal urges the newly elected Peruvian government of national unity to",
    ),
    # the adverb without which a verb says too little
    ("President Pedro Odal hit back at Peru.", "Odal hits back"),
    ("President Pedro Odal lived in a long, narrow cabin in Lima.", "Odal lives in a long, narrow cabin"),
    # denied once
    ("No formal invitation was issued by Peru.", "No formal invitation is issued by Peru"),
]


@pytest.mark.parametrize(("text", "title"), WHO, ids=[c[1] for c in WHO])
def test_who_does_it(text: str, title: str) -> None:
    """The headline has the subject of the text, its number, and the whole phrase."""
    found = titles(text)
    assert any(t.startswith(title) for t in found), found


def test_an_abbreviation_ends_no_sentence() -> None:
    """What is too long is cut between words, not behind the stop of "U.S."."""
    text = (
        "President Pedro Odal said he agreed in long and at times very difficult phone talks with the U.S. envoy Anna "
        "Bell to hold one more round soon."
    )
    told = (
        "Odal says he agreed in long and at times very difficult phone talks with the U.S. envoy Anna Bell to hold one…"
    )
    assert titles(text)[0] == told
