"""A group of mentions read as one event."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from making import ISHIBA, TRUMP, article, at, event, party, span, timex
from recorded import records

from timeline.merge import merge
from timeline.merge.reconcile import arrange, reconcile
from timeline.models import Article, Attribution, Event, EventAnchor, MergedEvent, Timex

TOLD = article(
    "Ishiba and Trump talk by phone",
    "Ishiba and Trump held phone talks on Thursday.",
    "The conversation took five minutes, officials said last month.",
)
PAIR = (ISHIBA, TRUMP)


def read(*events: Event, of: Article = TOLD, timexes: Sequence[Timex] = ()) -> MergedEvent:
    return reconcile(arrange(records(of, timexes, events)), "e1")


def test_tightest_shared_time() -> None:
    """One mention says "before the article", another names the day: the day holds, and nothing is in conflict."""
    thursday = timex(TOLD, "Thursday", "2024-11-07")
    merged = read(
        event(TOLD, "talk", actors=PAIR),
        event(
            TOLD,
            "talks",
            actors=PAIR,
            when=at("2024-11-07"),
            anchor=EventAnchor(kind="timex", start=thursday.start),
        ),
        timexes=[thursday],
    )
    assert merged.edtf == "2024-11-07"
    assert merged.conflicts == ()
    assert [mention.trigger for mention in merged.mentions] == ["talk", "talks"]
    assert merged.mentions[1].timex is not None
    assert merged.mentions[1].timex.text == "Thursday"


def test_two_open_bounds_make_a_stretch() -> None:
    """ "After 2 November" and "before the article" leave the days between."""
    merged = read(event(TOLD, "talk", when=at("2024-11-02/..")), event(TOLD, "talks"))
    assert merged.edtf == "2024-11-02/2024-11-07"


def test_conflict_keeps_all_sides() -> None:
    """Where mentions exclude each other the better evidence holds, and both stand there with their mentions."""
    month = timex(TOLD, "last month", "2024-10")
    merged = read(
        event(TOLD, "talk"),
        event(TOLD, "talks", when=at("2024-11-01")),
        event(TOLD, "conversation", when=at("2024-10"), anchor=EventAnchor(kind="timex", start=month.start)),
        timexes=[month],
    )
    assert merged.edtf == "2024-10"
    (conflict,) = merged.conflicts
    assert conflict.field == "time"
    assert conflict.values == ("2024-10", "2024-11-01")
    assert conflict.mentions == ((0, 2), (1,))
    agreed = read(event(TOLD, "talk"), event(TOLD, "talks", when=at("2024-11-01")))
    assert merged.confidence < agreed.confidence


def test_spans_share_begin_and_end() -> None:
    """Two spans: the later possible begin and the earlier possible end hold."""
    merged = read(
        event(TOLD, "talk", when=span("2024-11-01/..", "2024-11-07/..")),
        event(TOLD, "talks", when=span("../2024-11-03", "2024-11-07")),
    )
    assert merged.time == span("2024-11-01/2024-11-03", "2024-11-07")
    assert merged.edtf == "2024-11-01/2024-11-07"


def test_what_goes_on_is_known_up_to_the_last_day_that_tells_of_it() -> None:
    """It has a place among the dated events, up to the day of the article; what is still to begin stays open."""
    merged = read(event(TOLD, "talk", when=span("../2024-11-07", "2024-11-07/..")))
    assert merged.edtf == "../2024-11-07"
    later = read(
        event(TOLD, "talk", when=span("2024-05/2024-11-07", "2024-11-07/..")),
        event(TOLD, "talks", when=span("../2024-11-11", "2024-11-11/..")),
    )
    assert later.time == span("2024-05/2024-11-07", "2024-11-11")
    assert read(event(TOLD, "talk", when=span("2024-11-07/..", "2024-11-07/.."))).edtf == "2024-11-07/.."


def test_statuses() -> None:
    """The firmer plan holds; only statuses of another kind are a conflict."""
    soft, firm = (event(TOLD, word, status=s) for word, s in (("talk", "pledged"), ("talks", "scheduled")))
    merged = read(soft, firm)
    assert (merged.status, merged.conflicts) == ("scheduled", ())
    hoped = event(TOLD, "talks", status="hypothetical")
    merged = read(soft, hoped)
    assert merged.status == "pledged"
    assert merged.conflicts[0].values == ("pledged", "hypothetical")


def test_fullest_parties() -> None:
    """The longest list holds, and who is named only elsewhere is added once."""
    merged = read(
        event(TOLD, "talk", actors=[party("Ishiba", "JPN")]),
        event(TOLD, "talks", actors=PAIR),
        event(TOLD, "conversation", actors=[party("Seoul", "KOR")]),
    )
    assert [actor.code for actor in merged.actors] == ["JPN", "USA", "KOR"]


def test_title_of_the_fullest_mention() -> None:
    """The title comes from the mention that names most, with the status that holds."""
    merged = read(
        event(TOLD, "talk", actors=[ISHIBA], title="Ishiba talks"),
        event(TOLD, "talks", actors=PAIR, title="Ishiba and Trump talk by phone"),
    )
    assert merged.title == "Ishiba and Trump talk by phone"


@pytest.mark.parametrize(
    ("actors", "title"),
    [
        (PAIR, "Shigeru Ishiba and Donald Trump: talk"),
        ((), "talk"),
        ([party("N" * 200)], "N" * 89 + "…"),
    ],
)
def test_title_is_never_missing(actors: Sequence[object], title: str) -> None:
    """Without a headline the parties and the trigger make one, never too long."""
    assert read(event(TOLD, "talk", actors=actors)).title == title  # type: ignore[arg-type]


def test_attribution() -> None:
    """What one mention asserts outright is asserted; what any mention has denied is denied."""
    claimed = event(TOLD, "talk", attribution=Attribution(claimed_by="officials", certainty="claimed"))
    assert read(claimed).attribution.claimed_by == "officials"
    assert read(claimed, event(TOLD, "talks")).attribution.certainty == "asserted"
    denied = event(TOLD, "talks", attribution=Attribution(certainty="denied"))
    assert read(claimed, denied).attribution.certainty == "denied"


def test_every_mention_has_a_reason() -> None:
    """Each mention says in words why it is dated as it is."""
    merged = read(event(TOLD, "talk"), event(TOLD, "talks", when=at("2024-11-07")))
    assert all("the article's day, Thursday 7 November 2024" in mention.reason for mention in merged.mentions)


def test_undated_events_stand_apart() -> None:
    """What nothing places is not on the timeline, and not lost."""
    nowhere = event(TOLD, "talk", when=at(""))
    events, undated = merge([(TOLD, [], [nowhere, event(TOLD, "said", "STATEMENT")])])
    assert [found.type for found in events] == ["STATEMENT"]
    assert [found.type for found in undated] == ["CONSULT"]


def test_order_on_the_timeline() -> None:
    """A day's events stand after those known only to be before it, and ahead of those only known to be after it."""
    times = {"talk": "2024-11-07/..", "talks": "2024-11-07", "conversation": "../2024-11-07", "took": "2016"}
    found = [event(TOLD, word, kind, when=at(times[word])) for word, kind in zip(times, _APART, strict=True)]
    events, _ = merge([(TOLD, [], found)])
    assert [one.mentions[0].trigger for one in events] == ["took", "conversation", "talks", "talk"]


_APART = ("CONSULT", "AID", "DEATH", "ELECTION")


def test_ids_hold() -> None:
    """An id hangs on the mention's own words: not on other articles, other sentences, or its date."""
    talks = event(TOLD, "talks", actors=PAIR)
    ((alone,), _) = merge([(TOLD, [], [talks])])
    other = article("Elsewhere", "Rain fell. They met.", name="a0")
    events, _ = merge([(other, [], [event(other, "met", "AID")]), (TOLD, [], [talks])])
    assert alone.id in {found.id for found in events}
    dated = talks.model_copy(update={"time": at("2024-11-07"), "confidence": 0.9})
    ((again,), _) = merge([(TOLD, [], [dated])])
    assert again.id == alone.id
    longer = article(*(block for block in ("New headline", *TOLD.text.split("\n\n")[1:])))
    ((moved,), _) = merge([(longer, [], [event(longer, "talks", actors=PAIR)])])
    assert moved.id == alone.id


def test_ids_of_equal_words() -> None:
    """The same word twice in one sentence: two ids, the later one counted."""
    told = article("Ferries", "They reopened one line and reopened another.")
    found = [
        event(told, "reopened", "COOPERATE", nth=n, actors=[party(name)]) for n, name in enumerate(("Sund", "Karst"))
    ]
    events, _ = merge([(told, [], found)])
    assert sorted(one.id for one in events) == [events[0].id, events[0].id + "-2"]
