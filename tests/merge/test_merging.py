"""Invented reports of one event come together, and look-alikes stay apart: floors, and the rules one by one."""

from __future__ import annotations

import merging
import pytest
from making import article, at, event, party, place, timex
from recorded import compare, record

from timeline.merge import merge
from timeline.merge.copies import originals
from timeline.merge.record import Record
from timeline.models import Article, Event, MergedEvent, Timex

KENYA, UGANDA, TANZANIA = party("Kenya", "KEN"), party("Uganda", "UGA"), party("Tanzania", "TZA")
PAIR = (KENYA, UGANDA)


def test_floors() -> None:
    """B-cubed over all marked mentions of the corpus."""
    found = merging.score(merging.merged())
    assert found.precision >= 0.98
    assert found.recall >= 0.85


def test_score_by_hand() -> None:
    """Two mentions of one event together with one of another: precision (2/3 + 2/3 + 1/3) / 3, recall 1."""
    a, b, c = (merging.Mark("x", n, n + 1, event) for n, event in enumerate(("one", "one", "two")))
    assert merging.score({a: "g", b: "g", c: "g"})[:2] == (pytest.approx(5 / 9), 1.0)
    assert merging.score({a: "g", b: "h", c: "i"})[:2] == (1.0, pytest.approx(2 / 3))


def shelled(name: str, text: str, **fields: object) -> Record:
    rebels = [party("the rebels")]
    return record(text, "shelled", name=name, type_="ASSAULT", actors=rebels, **fields)


COPIED = "The rebels shelled the harbour of Sarh and two villages beside the old river road"


def test_a_copied_sentence_is_one_event() -> None:
    """Two papers print the same sentence on two days: the same word of it tells one event, though no day is told."""
    one = shelled("a", COPIED + ".", when=at("2031-07-02"), day="2031-07-02")
    other = shelled("b", COPIED + ", witnesses said.", when=at("2031-07-03"), day="2031-07-03")
    assert compare(one, other).signs == {"copy": 1.0}
    later = shelled("c", COPIED + ".", when=at("2031-09-03"), day="2031-09-03")
    assert compare(one, later).veto == "time"


def test_a_sentence_printed_again_and_again_is_no_one_event() -> None:
    """Where no day is told, only articles near to each other copy one event."""
    first = shelled("a", COPIED + ".", when=at("../2031-07-02"), day="2031-07-02")
    second = shelled("b", COPIED + ".", when=at("../2031-07-12"), day="2031-07-12")
    third = shelled("c", COPIED + ".", when=at("../2031-09-03"), day="2031-09-03")
    assert compare(first, second).signs == {"copy": 1.0}
    assert compare(first, third).veto == "time"
    day = at("2031-07-02")
    assert compare(first, shelled("d", COPIED + ".", when=day, day="2031-09-03")).veto == "time"


def test_another_word_of_a_copied_sentence_is_another_event() -> None:
    """ "Shelled" of one paper is not "burned" of the other, though their sentences are the same."""
    text = COPIED + ", and burned it."
    one = shelled("a", text, when=at("2031-07-02"))
    burned = record(text, "burned", name="b", type_="ASSAULT", actors=[party("the rebels")], when=at("2031-07-02"))
    assert compare(one, burned).veto == "copy"


def test_a_sentence_with_another_name_is_no_copy() -> None:
    """The same sentence of another town tells another event."""
    one = shelled("a", COPIED + ".", when=at("2031-07-02"))
    other = shelled("b", COPIED.replace("Sarh", "Moundou") + ".", when=at("2031-07-02"))
    assert "copy" not in compare(one, other).signs


def test_open_times_agree_with_nothing() -> None:
    """Talks "some time before" two articles need like words, and articles near to each other."""
    text = "Kenya and Uganda have held talks on {}."
    fields = {"actors": PAIR, "when": at("../2031-07-03")}
    fish = record(text.format("fishing boats near the lake"), "talks", name="a", **fields)
    assert not compare(fish, record(text.format("railways between two ports"), "talks", name="b", **fields)).same
    fishing = "Talks on fishing boats near the lake have been held by Kenya and Uganda."
    again = record(fishing.replace("Talks", "New talks"), "talks", name="c", **fields)
    assert compare(fish, again).same
    late = record(fishing.replace("Talks", "New talks"), "talks", name="d", day="2031-09-03", **fields)
    assert not compare(fish, late).same


def test_a_month_holds_many_talks() -> None:
    """A day and a month need a word in common; the day and the week do not."""
    day = record("Kenya and Uganda met over tolls.", "met", name="a", actors=PAIR, when=at("2031-07-02"))
    month = record("Kenya and Uganda met.", "met", name="b", actors=PAIR, when=at("2031-07"))
    tolls = record("Kenya and Uganda met on tolls.", "met", name="c", actors=PAIR, when=at("2031-07"))
    week = record("Kenya and Uganda met.", "met", name="d", actors=PAIR, when=at("2031-06-30/2031-07-06"))
    assert not compare(day, month).same
    assert compare(day, tolls).same
    assert compare(day, week).same


def test_places_keep_apart() -> None:
    """Two towns of one country are two meetings; a town and its country may be one."""
    kampala, entebbe, uganda = place("Kampala", "UGA"), place("Entebbe", "UGA"), place("Uganda", "UGA")
    fields = {"actors": PAIR, "when": at("2031-07-02")}
    one = record("Kenya and Uganda met.", "met", name="a", places=(kampala,), **fields)
    assert compare(one, record("They met.", "met", name="b", places=(entebbe,), **fields)).veto == "place"
    assert compare(one, record("They met.", "met", name="c", places=(uganda,), **fields)).same


def test_daily_deeds_need_more_than_the_day() -> None:
    """Two attacks of one day need a word, the place or both sides in common."""
    one = shelled("a", "The rebels shelled a port.", when=at("2031-07-02"))
    other = record("The rebels bombed a mill.", "bombed", name="b", type_="ASSAULT", when=at("2031-07-02"))
    again = record("The rebels bombed the port.", "bombed", name="c", type_="ASSAULT", when=at("2031-07-02"))
    rebels = {"actors": one.event.actors}
    other, again = (r._replace(event=r.event.model_copy(update=rebels), actors=one.actors) for r in (other, again))
    assert not compare(one, other).same
    assert compare(one, again).same


def test_somebody_from_nobody_knows_where_may_stand_for_a_country() -> None:
    """ "Ana Belo and Morocco's premier" and "Portugal and Morocco" may be the same two."""
    fassi, belo = party("Idris Fassi", "MAR"), party("Ana Belo")
    states = (party("Portugal", "PRT"), party("Morocco", "MAR"))
    one = record("They talked.", "talked", name="a", actors=(fassi, belo), when=at("2031-05-08"))
    assert compare(one, record("They talked.", "talked", name="b", actors=states, when=at("2031-05-08"))).veto is None


def told(name: str, day: str, text: str, trigger: str, **fields: object) -> tuple[Article, list[Timex], list[Event]]:
    of = article(text, name=name, day=day)
    timexes = [timex(of, "20 June", "2031-06-20")] if "20 June" in text else []
    return of, timexes, [event(of, trigger, **fields)]  # type: ignore[arg-type]


PLANNED = told(
    "a",
    "2031-06-01",
    "Kenya and Uganda will meet on 20 June.",
    "meet",
    actors=PAIR,
    when=at("2031-06-20"),
    status="scheduled",
)
PUT_OFF = told(
    "b",
    "2031-06-15",
    "The talks of Kenya and Uganda on 20 June were put off to 2 July.",
    "talks",
    actors=PAIR,
    when=at("2031-07-02"),
    status="cancelled",
)
HELD = told("c", "2031-07-03", "Kenya and Uganda met.", "met", actors=PAIR, when=at("2031-07-02"))


def merged(*coded: tuple[Article, list[Timex], list[Event]]) -> list[MergedEvent]:
    dated, undated = merge(coded)
    return [*dated, *undated]


def test_planned_put_off_and_held_is_one_event_with_a_history() -> None:
    """Each stage has its day and who told it; what was planned first is no conflict with what came of it."""
    (found,) = merged(HELD, PLANNED, PUT_OFF)
    assert (found.status, found.edtf, found.conflicts) == ("occurred", "2031-07-02", ())
    stages = [(s.stage, str(s.told), s.edtf, [found.mentions[n].article for n in s.mentions]) for s in found.history]
    assert stages == [
        ("planned", "2031-06-01", "2031-06-20", ["a"]),
        ("put off", "2031-06-15", "2031-07-02", ["b"]),
        ("held", "2031-07-03", "2031-07-02", ["c"]),
    ]


def test_another_day_or_other_parties_are_no_stage() -> None:
    """A plan for 20 June is not the meeting of 2 July where nobody put it off, nor that of others on its day."""
    assert len(merged(PLANNED, HELD)) == 2
    others = told("d", "2031-06-21", "Kenya and Tanzania met.", "met", actors=(KENYA, TANZANIA), when=at("2031-06-20"))
    assert len(merged(PLANNED, others)) == 2
    same = told("e", "2031-06-21", "Kenya and Uganda met.", "met", actors=PAIR, when=at("2031-06-20"))
    assert len(merged(PLANNED, same)) == 1


def test_a_plan_told_after_the_day_is_not_of_it() -> None:
    """Who says on 3 July that they will meet does not mean the meeting of 2 July."""
    late = told(
        "f",
        "2031-07-03",
        "Kenya and Uganda will meet.",
        "meet",
        actors=PAIR,
        when=at("2031-06-30/2031-07-06"),
        status="scheduled",
    )
    assert len(merged(late, HELD)) == 2


def test_why_mentions_are_one() -> None:
    """Each mention but the first names the one that it agrees with, and the signs."""
    one = told("a", "2031-07-03", "Kenya and Uganda met.", "met", actors=PAIR, when=at("2031-07-02"))
    two = told("b", "2031-07-04", "Kenya and Uganda met.", "met", actors=PAIR, when=at("2031-07-02"))
    (found,) = merged(one, two)
    first, second = found.mentions
    assert first.joined is None
    assert second.joined is not None
    assert (second.joined.mention, second.joined.signs) == (0, ("time", "parties", "trigger"))


LONG = " ".join(f"word{n}" for n in range(60))


def test_copies_count_as_one_source() -> None:
    """An agency's story in two papers is one source; another story is a second one."""
    one, copy, other = (
        article(text, name=name)
        for name, text in (("a", LONG), ("b", f"By our staff. {LONG}"), ("c", LONG.replace("word", "term")))
    )
    assert originals([one]) == {}
    assert originals([one, copy]) == {copy.id: one.id}
    assert originals([other, one, copy]) == {copy.id: one.id}
