"""Corrections hold when articles change or come and go, rules read anew, and merging groups otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from making import ISHIBA, TRUMP, XI, article, at, event

from timeline.errors import CorrectionError
from timeline.merge import Forgetful, Mentions, Source, Summary, card, merge_kept
from timeline.models import Applied, Article, Corrections, Event, MergedEvent

MET = "The envoys met in Oslo on Monday to end the war over the herring banks."
PACT = "They signed a pact in spring."
OTHER = "The envoys met in Oslo on Monday, and the herring banks were what they spoke of."
Coded = tuple[Article, tuple[()], tuple[Event, ...]]


class Built(NamedTuple):
    """Events by title, what was reported, and what a timeline keeps of the corrections."""

    events: dict[str, MergedEvent]
    wrong: list[str]
    applied: Applied | None


def first(*paragraphs: str, name: str = "first", type_: str = "CONSULT", when: str = "2024-11-04") -> Coded:
    """The article of the meeting and the pact."""
    one = article("Envoys meet in Oslo", *(paragraphs or (MET, PACT)), name=name)
    told = [event(one, "met", type_, when=at(when), actors=(ISHIBA, TRUMP), title="Envoys meet")]
    if "signed" in one.text:
        told.append(event(one, "signed", "AGREE", when=at("2024-03/2024-05"), title="Pact signed"))
    return one, (), tuple(told)


def second(day: str = "2024-11-05", name: str = "second", actors: Any = (ISHIBA, TRUMP)) -> Coded:
    """An article of another paper that tells of the meeting alone."""
    one = article("At sea", OTHER, name=name, day=day)
    return one, (), (event(one, "met", "CONSULT", when=at("2024-11-04"), actors=actors, title="Envoys in Oslo"),)


def built(coded: Sequence[Coded], corrections: Corrections | None = None) -> Built:
    """Merge, and apply corrections."""
    wrong: list[CorrectionError] = []
    once = [Mentions(*given) for given in sorted(coded, key=lambda given: given[0].id)]
    ids = sorted(given[0].id for given in coded)
    summaries = [Summary(name, name.encode().ljust(16), card(of)) for name, of in zip(ids, once, strict=True)]
    made = merge_kept(Source(summaries, once.__getitem__, Forgetful()), corrections, wrong.append)
    events = {one.title: one for one in (*made.events, *made.undated)}
    return Built(events, [str(problem) for problem in wrong], made.applied)


def corrections(*given: dict[str, Any], of: Built | None = None) -> Corrections:
    """Corrections, with the descriptions that a build of them makes."""
    described = {} if of is None or of.applied is None else of.applied.descriptions
    return Corrections.model_validate({"corrections": given, "descriptions": described})


def described(*given: dict[str, Any], coded: Sequence[Coded] | None = None) -> Corrections:
    """Corrections as the page saves them after a build with them."""
    return corrections(*given, of=built(coded or [first()], corrections(*given)))


def meeting(of: Built) -> MergedEvent:
    """The meeting, whichever paper gave it its title."""
    return next(one for title, one in of.events.items() if title.startswith("Envoys"))


def met(coded: Sequence[Coded] | None = None) -> str:
    """The id of the meeting."""
    return meeting(built(coded or [first()])).id


def test_a_build_describes_what_is_corrected() -> None:
    """As it stood: uncorrected, by its sentences, trigger, day and parties."""
    applied = built([first()], corrections({"event": met(), "title": "Herring talks", "date": "2023"})).applied
    assert applied is not None
    (known,) = applied.descriptions.values()
    assert (known.title, known.type, known.date) == ("Envoys meet", "CONSULT", "2024-11-04")
    assert known.parties == ("Shigeru Ishiba", "Donald Trump")
    assert [(one.article, one.sentence, one.trigger) for one in known.quotations] == [("first", MET, "met")]
    assert [(one.found, one.by) for one in applied.placements] == [(met(), "id")]


def test_text_above_shifts_a_mention_that_was_taken_out() -> None:
    """It is taken out where its sentence stands now, with the blanks of a new edition; not what stands in its place."""
    both = [first(), second()]
    there = next(one for one in meeting(built(both)).mentions if one.article == "first")
    split = described(
        {"event": "x1", "mention": {"article": "first", "start": there.start, "end": there.end}, "title": "Apart"},
        coded=both,
    )
    above = first("Last winter the two had met in vain.", MET.replace("in Oslo", "in  Oslo"), PACT)
    moved = built([(above[0], (), tuple(_later(above[0], above[2]))), second()], split)
    assert moved.wrong == []
    (taken,) = moved.events["Apart"].mentions
    assert above[0].text[taken.sentence.start : taken.sentence.end].split() == MET.split()
    assert moved.events["Apart"].id == "x1"


def _later(of: Article, events: Sequence[Event]) -> list[Event]:
    """The first event, told by the second time that its trigger stands there."""
    again = event(of, "met", "CONSULT", nth=1, when=at("2024-11-04"), actors=(ISHIBA, TRUMP), title="Envoys meet")
    return [again, *events[1:]]


def test_an_older_report_gives_another_id() -> None:
    """The event keeps the id by which it was corrected, so that page and file go on meaning it."""
    given = described({"event": met(), "title": "Herring talks"})
    both = [first(), second(day="2024-11-04", name="earlier")]
    assert met(both) != met()
    now = built(both, given)
    assert now.wrong == []
    assert (now.events["Herring talks"].id, len(now.events["Herring talks"].mentions)) == (met(), 2)
    assert now.applied is not None
    assert [(one.event, one.found, one.by) for one in now.applied.placements] == [(met(), met(), "sentence")]


def test_a_new_version_of_the_rules_reads_type_and_date_anew() -> None:
    """The sentence and its verb are the same."""
    given = described({"event": met(), "note": "As the gazette has it"})
    anew = [first(type_="COOPERATE", when="2024-10")]
    assert met(anew) != met()
    now = built(anew, given)
    assert (now.wrong, now.events["Envoys meet"].id) == ([], met())
    assert (now.events["Envoys meet"].type, now.events["Envoys meet"].note) == ("COOPERATE", "As the gazette has it")


def test_an_article_that_was_moved_and_mended_is_found_by_likeness() -> None:
    """Another id and another sentence, but nearly all words, the days and the parties."""
    given = described({"event": met(), "status": "attempted"})
    now = built([first(MET.replace("the war", "their war"), PACT, name="news/first")], given)
    assert (now.wrong, now.events["Envoys meet"].status) == ([], "attempted")
    assert now.applied is not None
    (placement,) = now.applied.placements
    assert (placement.by, placement.found) == ("likeness", met())
    assert 0.7 <= placement.likeness < 1


def test_when_the_article_is_gone_its_other_reports_tell_the_event() -> None:
    """A correction of an event that two papers told."""
    both = [first(), second()]
    given = described({"event": met(both), "title": "Herring talks"}, coded=both)
    now = built([second()], given)
    assert (now.wrong, len(now.events["Herring talks"].mentions)) == ([], 1)


def test_what_is_gone_is_reported_with_what_is_nearest_and_kept() -> None:
    """Talks of others a month later are like it, but not it."""
    given = described({"event": met(), "title": "Herring talks"}, {"event": met(), "hide": True})
    late = article("At sea", "Two ministers met in Lima on Tuesday.", name="late", day="2024-12-11")
    lima = (late, (), (event(late, "met", "CONSULT", when=at("2024-12-10"), actors=(XI,), title="Lima talks"),))
    now = built([lima], given)
    assert len(now.wrong) == 2
    assert now.wrong[0].startswith(f"correction of {met()}: there is no such event any more; nearest is ")
    assert f"{now.events['Lima talks'].id} 'Lima talks' (0." in now.wrong[0]
    assert now.applied is not None
    assert now.applied.corrections == given.corrections
    assert now.applied.descriptions == given.descriptions
    back = built([first()], Corrections.model_validate(now.applied.model_dump(exclude={"placements"})))
    assert (back.wrong, list(back.events)) == ([], ["Pact signed"])


def test_two_that_are_alike_are_not_guessed_at() -> None:
    """Where two events are as like as each other, a reader must say which."""
    given = described({"event": met(), "title": "Herring talks"})
    twins = []
    for name, town in (("a", "Bergen"), ("b", "Malmö")):
        one = article("Fish", f"The envoys met in {town} on Monday to end the war over the herring banks.", name=name)
        told = event(one, "met", "CONSULT", when=at("2024-11-04"), actors=(ISHIBA, TRUMP), title=town)
        twins.append((one, (), (told,)))
    now = built([*twins[:1], (*twins[1][:2], (twins[1][2][0].model_copy(update={"status": "negated"}),))], given)
    assert sorted(now.events) == ["Bergen", "Malmö"]
    (line,) = now.wrong
    assert all(f"{one.id} {title!r}" in line for title, one in now.events.items())


def test_what_merging_has_joined_since_needs_no_correction() -> None:
    """Two events that a reader merged are one by now."""
    alone = [first(), second(actors=(XI,))]
    one, other = (found.id for title, found in built(alone).events.items() if title.startswith("Envoys"))
    given = described({"event": other, "same_as": one}, coded=alone)
    now = built([first(), second()], given)
    assert now.wrong == []
    assert len(meeting(now).mentions) == 2


def test_two_corrected_events_that_are_one_by_now_are_corrected_together() -> None:
    """The id of the event that still has it stays; the other's correction goes on to it."""
    alone = [first(), second(actors=(XI,))]
    ids = [found.id for title, found in built(alone).events.items() if title.startswith("Envoys")]
    given = described({"event": ids[0], "title": "Herring talks"}, {"event": ids[1], "note": "Gazette"}, coded=alone)
    now = built([first(), second()], given)
    assert now.wrong == []
    assert (now.events["Herring talks"].note, now.events["Herring talks"].id in ids) == ("Gazette", True)


def test_old_files_know_ids_alone() -> None:
    """They are applied as before; where one is gone, what it says itself tells what is nearest."""
    old = corrections({"event": "gone", "title": "Envoys met", "type": "CONSULT"}, {"event": met(), "note": "n"})
    now = built([first()], old)
    assert now.events["Envoys meet"].note == "n"
    assert now.events["Envoys meet"].title == "Envoys meet"
    (line,) = now.wrong
    assert f"nearest is {met()} 'Envoys meet'" in line


def test_the_story_of_a_reader_keeps_its_ids() -> None:
    """Events that are chosen, not corrected, are found again too."""
    chosen = Corrections.model_validate({"story": [met()]})
    kept = built([first()], chosen).applied
    assert kept is not None
    given = Corrections.model_validate({"story": [met()], "descriptions": kept.descriptions})
    now = built([first(), second(day="2024-11-04", name="earlier")], given)
    assert met() in {one.id for one in now.events.values()}
