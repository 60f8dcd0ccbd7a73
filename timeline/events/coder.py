"""An article's sentences to Events: the order in which the rooms of events work."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from timeline.edtf import Interval
from timeline.events import assemble
from timeline.events.anchoring.ahead import has_lasted, is_of_timetable, lies_ahead
from timeline.events.anchoring.communique import is_communique, meeting_time
from timeline.events.anchoring.headings import heading_over, headings, updates_begin
from timeline.events.anchoring.narrative import is_retrospective, reference_day
from timeline.events.anchoring.placed import Placed
from timeline.events.anchoring.read import Passage, date, days_of_story
from timeline.events.anchoring.repetition import with_repetitions
from timeline.events.anchoring.state import EventMention
from timeline.events.assemble import Mention
from timeline.events.coding.candidate import REFUSED, VOWED, Candidate
from timeline.events.coding.denial import denials, disputed
from timeline.events.coding.status.background import is_background
from timeline.events.coding.status.judge import status_of, status_of_event
from timeline.events.coding.status.verb import Judgement
from timeline.events.coding.triggers.broad import broad
from timeline.events.coding.triggers.find import find
from timeline.events.coding.triggers.followed import followed_in
from timeline.events.lexicon import lexicon
from timeline.events.parse.attach import Attached, attach
from timeline.events.parse.english import parse
from timeline.events.parse.inflect import stem
from timeline.events.parse.mentions import governing_verbs, mentions
from timeline.events.parse.seen.pieces import Piece, lead_end, own_sentences, pieces
from timeline.events.parse.timeml import read
from timeline.events.parse.word import Tree, Word, top_of
from timeline.events.parties.followed import names_in
from timeline.events.parties.reference.personal import topic
from timeline.events.parties.reference.short_form import bodies_told
from timeline.events.parties.sentence import Sentence, sentence_of, subject_state
from timeline.events.parties.told_of import body_told_of, group_told_of, is_item, issuer, listed_of
from timeline.events.people.find_people import find_people
from timeline.events.people.home import home_of
from timeline.events.people.people import Person
from timeline.events.retelling import with_retellings
from timeline.events.salience.score import is_nothing, tells_public_life, weigh
from timeline.events.telling import Place, Telling, tellings
from timeline.models import Article, Event, Party, Span, Status, Timex
from timeline.names.scan import Hit
from timeline.stretches import beginning_in, in_order


def code(  # noqa: PLR0913 - what a reader may ask for
    article: Article,
    sentences: Sequence[Span],
    timexes: Sequence[Timex],
    *,
    spans: Sequence[Span] | None = None,
    typed_only: bool = False,
    followed: Sequence[str] = (),
) -> list[Event]:
    """Code the events of an article, in text order.

    ``spans``: exactly these stretches are the mentions.  ``typed_only``: leave out mentions without a type.
    ``followed``: names of those of whom all that is told has a type.  None of them changes when an event was: all that
    an article tells is read and dated, whatever is asked for.
    """
    called = names_in(article.text, followed)
    told = _told(article, own_sentences(article, sentences), in_order(timexes), in_order(spans or ()), called)
    all_events = spans is not None or not typed_only
    events = [event for one in told for event in _events(one, article.source, untyped=all_events)]
    if _is_english(article):
        events = disputed(events, [denial for one in told for denial in denials(one.sentence)])
    events = _weighed(told, with_repetitions(events, article.text), len(article.text))
    chosen = _found(told, events, typed_only) if spans is None else _asked(told, events, article.text)
    for one in told:
        one.sentence.tree.fell()
    ordered = sorted(chosen, key=lambda e: (e.start, e.end))
    return [event.model_copy(update={"id": f"e{n}"}) for n, event in enumerate(ordered, 1)]


def _events(told: _Told, reporter: str | None, *, untyped: bool) -> Iterator[Event]:
    """The events of a sentence's mentions, as dated; only those of coded ones where no untyped one is asked for."""
    for mention in told.mentions:
        if untyped or mention.candidate is not None:
            yield assemble.event(told.sentence, mention, _placed(told.passage, mention), reporter)


def _placed(passage: Passage, mention: Mention) -> Placed:
    """When a mention was; a threat or refusal that somebody vows or tells, when he did so."""
    c, own = mention.candidate, passage.placed[mention.token.index]
    told = passage.placed.get(c.token.head.index) if c is not None else None
    if c is None or told is None:
        return own
    is_refused_for_later = c.frame.name == REFUSED and _is_after(own, told)
    return told if VOWED & {*c.changes} or is_refused_for_later else own


def _is_after(one: Placed, other: Placed) -> bool:
    first, last = one.time.interval.not_before, other.time.interval.not_after
    return first is not None and last is not None and first > last


def _weighed(told: Sequence[_Told], events: Sequence[Event], length: int) -> list[Event]:
    """The events of an article with how likely each typed one is a true row."""
    by_start = {event.start: event for event in events}
    rows = [(one.sentence, one.place(length), list(one.paired(by_start))) for one in told]
    top = frozenset(stem(m.token) for one in told if one.is_at_top for m in one.mentions)
    weighed = [weigh(t) for t in tellings(rows, top)]
    judged = {event.start: event for event in _judged(weighed)}
    return [judged.get(event.start, event) for event in events]


def _judged(weighed: Sequence[Telling]) -> Iterator[Event]:
    """The typed events of an article with what they tell again, and without their types what is of no public life."""
    public = {t.event.sentence for t in weighed if tells_public_life(t)}
    nothing = {t.event.start for t in weighed if is_nothing(t, public)}
    yield from with_retellings(t for t in weighed if t.event.start not in nothing)
    yield from (assemble.untyped(t.event) for t in weighed if t.event.start in nothing)


def _found(told: Sequence[_Told], events: Sequence[Event], typed_only: bool) -> list[Event]:
    added = {one.sentence.position(word) for one in told for word in one.added}
    return [e for e in events if e.start not in added and (e.type is not None or not typed_only)]


def _asked(told: Sequence[_Told], events: Sequence[Event], text: str) -> list[Event]:
    """The event of each stretch that was asked for, told by that stretch."""
    by_place = {event.start: event for event in events}
    return [
        by_place[one.sentence.position(word)].model_copy(
            update={"start": span.start, "end": span.end, "trigger": text[span.start : span.end]}
        )
        for one in told
        for word, span in one.asked
    ]


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence with its mentions in the order of the text, and what was asked for.

    ``asked``: the word that each stretch asked for means; ``added``: those words that are no mention by themselves.
    """

    sentence: Sentence
    passage: Passage
    mentions: Sequence[Mention]
    asked: Sequence[tuple[Word, Span]]
    added: Sequence[Word]

    @property
    def is_at_top(self) -> bool:
        """Whether it is of the headline or the lead."""
        return self.passage.in_headline or self.passage.in_lead

    def paired(self, events: Mapping[int, Event]) -> Iterator[tuple[Mention, Event]]:
        """Its mentions with their events, as far as there are any; ``events``: by where they start."""
        for mention in self.mentions:
            event = events.get(self.sentence.position(mention.token))
            if event is not None:
                yield mention, event

    def place(self, length: int) -> Place:
        """Where it stands in an article of so many characters."""
        passage = self.passage
        return Place(passage.in_headline, passage.in_lead, self.sentence.offset / max(1, length))


def _is_english(article: Article) -> bool:
    return article.language in (None, "en")


def _told(
    article: Article,
    sentences: Sequence[Span],
    timexes: Sequence[Timex],
    spans: Sequence[Span],
    followed: Mapping[str, str],
) -> list[_Told]:
    dct = Interval(article.dct.not_before, article.dct.not_after)
    end_of_lead = lead_end(article, sentences)
    updates = updates_begin(article.text)
    heads = list(headings(article.text, sentences, timexes, dct))
    told = []
    last_end = 0
    for piece, sentence in _read(article, sentences, timexes):
        here = beginning_in(timexes, piece.start, piece.end)
        typed = _coded(sentence, followed) if _is_english(article) else {}
        one = _mentions(sentence, typed, here, dct, beginning_in(spans, piece.start, piece.end))
        one.passage.in_lead = piece.start < end_of_lead
        one.passage.in_update = piece.start >= updates
        one.passage.opens = "\n\n" in article.text[last_end : piece.start]
        one.passage.heading = heading_over(heads, article.text, timexes, Span(start=piece.start, end=piece.end))
        last_end = piece.end
        told.append(one)
    text = article.text
    passages = [one.passage for one in told]
    day = meeting_time(text, timexes, dct) or reference_day(dct, text[:end_of_lead], days_of_story(passages, timexes))
    kind = {"is_retrospective": is_retrospective(text), "is_communique": is_communique(text)}
    date(passages, dct, day, **kind)
    return told


def _read(article: Article, sentences: Sequence[Span], timexes: Sequence[Timex]) -> Iterator[tuple[Piece, Sentence]]:
    """The parsed sentences of an article, each with the people and states told of before it."""
    text = article.text
    people = find_people(text, article.dct.day, [(s.start, s.end) for s in sentences], home_of(article))
    dates = [t for t in timexes if t.type in ("DATE", "TIME") and (t.not_before or t.not_after)]
    last_person: Person | None = None
    last_state: Hit | None = None
    last_group: Sequence[Party] = ()
    last_body: Sequence[Party] = ()
    last_issuer: Sequence[Party] = ()
    listed: Sequence[Party] = ()
    bodies: Mapping[str, Sequence[Party]] = {}
    last_end = 0
    to_parse = list(pieces(article, sentences))
    for piece, tree in zip(to_parse, parse(piece.string for piece in to_parse), strict=True):
        sentence = sentence_of(
            tree,
            piece.start,
            text,
            people,
            headline=piece.in_headline,
            last_person=last_person,
            last_state=last_state,
            last_group=last_group,
            last_body=last_body,
            last_issuer=last_issuer,
            bodies=bodies,
            listed=listed if is_item(piece.string) else (),
            dates=beginning_in(dates, piece.start, piece.end),
        )
        yield piece, sentence
        if _is_dated_label(piece.string, tree):
            continue  # whom it goes on to tell of was told of before ("May 2021: It left")
        last_person = topic(sentence) or last_person
        opens = "\n\n" in text[last_end : piece.start]
        last_state = subject_state(sentence) or (None if opens else last_state)
        last_group = group_told_of(sentence)
        last_body = body_told_of(sentence)
        last_issuer = issuer(sentence) or last_issuer
        bodies = bodies_told(sentence)
        listed = listed_of(sentence)
        last_end = piece.end


def _is_dated_label(text: str, tree: Tree) -> bool:
    """Tell whether a piece is only the date before an entry."""
    label = text.rstrip().endswith((":", "-", "–", "—")) and any(char.isdigit() for char in text)
    return label and not any(word.is_verbal for word in tree)


def _mentions(
    sentence: Sentence,
    typed: Mapping[Word, Candidate],
    timexes: Sequence[Timex],
    dct: Interval,
    spans: Sequence[Span],
) -> _Told:
    tree = sentence.tree
    found = sorted({*typed, *mentions(tree)}, key=_place)
    asked = [(word, span) for span in spans if (word := _word_of(tree, sentence.offset, span)) is not None]
    added = sorted({word for word, _ in asked} - set(found), key=_depth)
    attached = attach(tree, sentence.offset, timexes, frozenset(w.index for w in found if w.pos == "noun"))
    # Verbs of the clauses above may date those below even where they are no mention themselves.
    silent = [word for word in governing_verbs(found) if word not in found]
    later = [word for word in governing_verbs(added) if word not in (*found, *silent, *added)]
    passage = _passage(sentence, attached, [*silent, *later])
    told = {}
    for word in (*sorted((*found, *silent), key=_depth), *later, *added):
        mention, dated = _mention(sentence, word, typed.get(word), attached, dct)
        passage.mentions.append(dated)
        told[word] = mention
    ordered = sorted((*found, *added), key=_place)
    return _Told(sentence, passage, [told[word] for word in ordered], asked, added)


def _coded(sentence: Sentence, followed: Mapping[str, str]) -> dict[Word, Candidate]:
    """The events of a sentence by their words: those in a frame, and what else its mentions tell of public life.

    ``followed``: how those are called of whom all is coded, to their names.
    """
    framed, turned_down = find(sentence)
    by_index = {c.token.index: c for c in framed}
    others = (word for word in mentions(sentence.tree) if word.index not in by_index.keys() | turned_down)
    rest = [c for word in others if (c := broad(sentence, word, by_index)) is not None]
    coded = {c.token: c for c in (*framed, *rest)}
    if followed:
        told = ((word, followed_in(sentence, word, coded.get(word), followed)) for word in mentions(sentence.tree))
        coded |= {word: c for word, c in told if c is not None}
    return coded


def _place(word: Word) -> int:
    return word.index


def _depth(word: Word) -> tuple[int, int]:
    return word.depth, word.index


def _word_of(tree: Tree, offset: int, span: Span) -> Word | None:
    covered = tree.covering(span.start - offset, span.end - offset)
    return top_of(covered) if covered else None


def _passage(sentence: Sentence, attached: Sequence[Attached], silent: Sequence[Word]) -> Passage:
    return Passage(
        sentence.text[sentence.offset : sentence.offset + len(sentence.string)],
        sentence.offset,
        sentence.tree,
        frozenset(w.index for w in silent),
        attached,
        sentence.headline,
    )


def _mention(
    sentence: Sentence, word: Word, candidate: Candidate | None, attached: Sequence[Attached], dct: Interval
) -> tuple[Mention, EventMention]:
    """A mention as it is told and as the anchoring sees it, which asks for no type."""
    pivot = candidate.pivot if candidate and _is_dated_by_pivot(candidate) else word
    reading = read(word)
    above = read(pivot) if word.pos == "noun" and pivot is not word and pivot.is_verbal else reading
    for_time = reading._replace(tense=above.tense, aspect=above.aspect)
    planned = EventMention(word, pivot, reading, "scheduled")
    later = lies_ahead(planned, attached, dct) or (not sentence.headline and is_of_timetable(planned, attached, dct))
    plain = status_of(word, pivot, later)
    status = _status(candidate, pivot, plain, later) if candidate else plain.status
    if status == "occurred" and has_lasted(planned, attached):
        status = "ongoing"
    described = candidate is not None and is_background(candidate, status, {a.host.index for a in attached})
    return Mention(word, candidate, reading, status, described), EventMention(word, pivot, for_time, plain.status)


def _is_dated_by_pivot(c: Candidate) -> bool:
    """Tell whether the verb of an event noun dates it: where it is of public life, or the verb sets its day."""
    is_set = c.token.role == "passive subject" and lexicon().governors.get(c.pivot.lemma) in ("scheduled", "cancelled")
    return not c.is_broad and (c.is_public or is_set)


def _status(c: Candidate, pivot: Word, plain: Judgement, later: bool) -> Status:
    """The status of a coded mention; ``plain``: as its mention is judged by ``pivot``, which may be the candidate's."""
    judged = plain if c.pivot is pivot else status_of(c.token, c.pivot, later)
    if later and judged.status == "scheduled" and c.status is None:
        return "scheduled"  # on a day to come even a refusal is still to come
    return status_of_event(c, judged).status
