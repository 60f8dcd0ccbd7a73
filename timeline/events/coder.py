"""Sentences of an article to Events, in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from timeline.edtf import Interval
from timeline.events.anchoring import read as timing
from timeline.events.anchoring.expressions import own
from timeline.events.anchoring.headings import heading_over, headings
from timeline.events.anchoring.narrative import is_retrospective, reference_day
from timeline.events.anchoring.placed import Placed
from timeline.events.anchoring.repetition import with_repetitions
from timeline.events.anchoring.state import EventMention
from timeline.events.coding.attribution import attribution
from timeline.events.coding.background import is_background
from timeline.events.coding.candidate import Candidate
from timeline.events.coding.denial import Denial, denials, disputed
from timeline.events.coding.modes import meeting
from timeline.events.coding.places import contexts, places
from timeline.events.coding.status import status_of, status_of_event
from timeline.events.coding.triggers import find
from timeline.events.coding.voters import voters
from timeline.events.headline.cut import dated_words
from timeline.events.headline.facts import Facts
from timeline.events.headline.write import write_headline
from timeline.events.lexicon import lexicon
from timeline.events.parse.attach import Attached, attach
from timeline.events.parse.clause import clause_of
from timeline.events.parse.mentions import mentions
from timeline.events.parse.prefilter import may_tell
from timeline.events.parse.timeml import Reading, read
from timeline.events.parse.word import Tree, Word, top_of
from timeline.events.parties.sentence import Sentence, sentence_of, subject_state
from timeline.events.people.find_people import find_people
from timeline.events.people.home import home_of
from timeline.models import Article, Attribution, Event, Span, Status, Timex
from timeline.names.scan import Hit


@dataclass(slots=True)
class Job:
    """One sentence to parse: where it stands, the string the parser sees, and whether it is a headline."""

    start: int
    end: int
    string: str
    headline: bool


class _Mention(NamedTuple):
    """An event mention before it is dated."""

    token: Word
    start: int
    end: int
    typed: Candidate | None
    reading: Reading
    status: Status


class Coder:
    """Code one article: ``jobs`` gives what must be parsed, ``code`` takes the documents in the same order."""

    def __init__(  # noqa: D107 - the class says it
        self,
        article: Article,
        sentences: Sequence[Span],
        timexes: Sequence[Timex],
        spans: Sequence[Span] | None,
        everything: bool,
    ) -> None:
        self.article = article
        self.text = article.text
        self.timexes = sorted(timexes, key=lambda t: t.start)
        self.spans = sorted(spans, key=lambda p: (p.start, p.end)) if spans is not None else None
        self.everything = everything or spans is not None
        self.english = article.language in (None, "en")
        furniture = [(b.start, b.end) for b in article.blocks if b.kind == "furniture"]
        self.titles = [(b.start, b.end) for b in article.blocks if b.kind == "title"]
        self.sentences = [s for s in sentences if not any(a <= s.start < b for a, b in furniture)]
        self.events: list[Event] = []

    def jobs(self) -> Iterator[Job]:
        """The sentences to parse."""
        from timeline.events.parse.truecase import lowered

        for sentence in self.sentences:
            headline = any(a <= sentence.start < b for a, b in self.titles)
            for start, end in self._pieces(sentence, headline):
                string = self.text[start:end]
                if not string.strip():
                    continue
                if self.spans is not None and not any(p.start < end and start < p.end for p in self.spans):
                    continue
                if not self.everything and not (self.english and may_tell(string)):
                    continue
                yield Job(start, end, lowered(string, self.text), headline)

    def _pieces(self, sentence: Span, headline: bool) -> Iterator[tuple[int, int]]:
        """What is parsed by itself: a sentence without a label before it, cut where it is too long."""
        from timeline.events.parse.english import pieces
        from timeline.events.parse.truecase import label

        begin = label(self.text[sentence.start : sentence.end], headline)
        if begin and self.spans is None and (headline or self.everything):
            yield from pieces(self.text, sentence.start, sentence.start + begin)
        yield from pieces(self.text, sentence.start + (begin if self.spans is None else 0), sentence.end)

    def code(self, parsed: Iterable[tuple[Job, Tree]]) -> list[Event]:
        """Build the events of all parsed sentences."""
        dct = self.article.dct
        day = (
            Interval(dct.not_before, dct.not_after)
            if dct.value or dct.not_before or dct.not_after
            else Interval(None, None)
        )
        lead_end = next(
            (sentence.end for sentence in self.sentences if not any(a <= sentence.start < b for a, b in self.titles)), 0
        )
        story = reference_day(day, [t for t in self.timexes if t.start < lead_end])
        spans = [(sentence.start, sentence.end) for sentence in self.sentences]
        people = find_people(self.text, dct.day, spans, home_of(self.article))
        dates = [(t.start, t.end) for t in self.timexes if t.type in ("DATE", "TIME") and (t.not_before or t.not_after)]
        last_person: str | None = None
        last_state: Hit | None = None
        denied: list[Denial] = []
        last_end = 0
        heads = list(headings(self.text, self.sentences, self.timexes, day))
        told: list[tuple[Sentence, Job, list[_Mention], timing.Passage]] = []
        for job, tree in parsed:
            sentence = sentence_of(
                tree,
                job.start,
                self.text,
                people,
                headline=job.headline,
                last_person=last_person,
                last_state=last_state,
                dates=dates,
            )
            typed = {c.token.index: c for c in find(sentence)} if self.english else {}
            here = [t for t in self.timexes if job.start <= t.start < job.end]
            found, passage = self._sentence(sentence, job, self._tokens(tree, job, typed), typed, here, day)
            passage.in_lead = job.start < lead_end
            passage.opens = "\n\n" in self.text[last_end : job.start]
            passage.heading = heading_over(heads, self.text, self.timexes, Span(start=job.start, end=job.end))
            told.append((sentence, job, found, passage))
            denied += denials(sentence) if self.english else []
            last_end = job.end
            subject = next((m.person.name for m in people.mentions if job.start <= m.start < job.end), None)
            last_person = subject or last_person
            last_state = subject_state(sentence) or (None if passage.opens else last_state)
        timing.date([p for _, _, _, p in told], day, story, is_retrospective=is_retrospective(self.text))
        for sentence, job, found, passage in told:
            self.events += [self._event(sentence, job, m, passage.placed[m.token.index]) for m in found]
        self.events = with_repetitions(disputed(self.events, denied), self.text)
        self.events.sort(key=lambda e: (e.start, e.end))
        return [e.model_copy(update={"id": f"e{n}"}) for n, e in enumerate(self.events, 1)]

    def _tokens(self, tree: Tree, job: Job, typed: dict[int, Candidate]) -> list[tuple[Word, int, int]]:
        if self.spans is not None:
            found = []
            for p in self.spans:
                if job.start <= p.start < job.end:
                    span = tree.covering(p.start - job.start, min(p.end, job.end) - job.start)
                    if span:
                        found.append((top_of(span), p.start, p.end))
            return found
        chosen = dict.fromkeys(typed)
        if self.everything:
            chosen.update(dict.fromkeys(t.index for t in mentions(tree)))
        return [(tree[i], job.start + tree[i].start, job.start + tree[i].end) for i in sorted(chosen)]

    def _sentence(  # noqa: PLR0913 - what is known of a sentence
        self,
        sentence: Sentence,
        job: Job,
        tokens: Sequence[tuple[Word, int, int]],
        typed: dict[int, Candidate],
        here: Sequence[Timex],
        day: Interval,
    ) -> tuple[list[_Mention], timing.Passage]:
        nouns = frozenset(t.index for t, _, _ in tokens if t.pos == "noun")
        attached = attach(sentence.tree, job.start, here, nouns)
        known = {t.index for t, _, _ in tokens}
        # Verbs of the clauses above may date those below even where they are no mention themselves.
        silent = [(t, -1, -1) for t in _governing([t for t, _, _ in tokens]) if t.index not in known]
        by_depth = sorted([*tokens, *silent], key=lambda t: (_depth(t[0]), t[0].index))
        passage = timing.Passage(
            self.text[job.start : job.end],
            job.start,
            sentence.tree,
            frozenset(t.index for t, _, _ in silent),
            attached,
            job.headline,
        )
        mentions: list[_Mention] = []
        for token, start, end in by_depth:
            c = typed.get(token.index)
            pivot = c.pivot if c else token
            reading = read(token)
            if token.pos == "noun" and c and pivot != token and pivot.pos in ("verb", "auxiliary"):
                above = read(pivot)
                reading_for_time = reading._replace(tense=above.tense, aspect=above.aspect)
            else:
                reading_for_time = reading
            later = self._later(EventMention(token, pivot, reading, "scheduled", None), attached, day)
            status = (status_of_event(c, later) if c else status_of(token, pivot, later)).status
            if c and is_background(c, status, {a.host.index for a in attached}):
                typed.pop(token.index)
                c = None
                if not self.everything:
                    continue
            seen = EventMention(token, pivot, reading_for_time, status, c.type if c else None)
            if self.spans is not None:
                # Whoever brings the mentions asks when the marked word's own event happens, not the act it tells of.
                plain = status_of(token, pivot, later).status
                seen = EventMention(token, pivot, reading_for_time, plain, None)
            passage.mentions.append(seen)
            if start >= 0:
                mentions.append(_Mention(token, start, end, c, reading, status))
        return mentions, passage

    def _later(self, seen: EventMention, attached: Sequence[Attached], today: Interval) -> bool:
        """Tell whether an event's own expression lies after the article."""
        if seen.pivot.form == "past" and not any(
            c.role in ("auxiliary", "passive auxiliary") for c in seen.pivot.children
        ):
            return False
        mine = own(seen, attached, today)
        day = today.not_after
        return any(
            (a.timex.not_before and day and a.timex.not_before >= day and a.timex.not_before != a.timex.not_after)
            or (a.timex.not_before and day and a.timex.not_before > day)
            for a in mine
        )

    def _event(self, sentence: Sentence, job: Job, mention: _Mention, placed: Placed) -> Event:
        _, start, end, c, reading, status = mention
        event = Event(
            id="",
            start=start,
            end=end,
            trigger=self.text[start:end],
            status=status,
            tense=reading.tense,
            aspect=reading.aspect,
            polarity=reading.polarity,
            modality=reading.modality,
            sentence=Span(start=job.start, end=job.end),
            time=placed.time,
            anchor=placed.anchor,
            rule=placed.rule,
            attribution=Attribution(reporter=self.article.source),
        )
        event = event.model_copy(update={"event_class": reading.event_class})
        if c is None:
            return event
        kind = lexicon().kinds[c.type]
        if c.type == "ELECTION" and not c.actors and c.token.pos == "noun":
            c = replace(c, actors=voters(sentence, c.token))
        told = attribution(sentence, c.pivot, frozenset(p.called for p in c.actors), self.article.source)
        plover: str | None = c.type
        if kind.quad == "none":
            plover = (kind.fallback or {}).get(c.mode or c.token.lemma)
        elif status in ("scheduled", "pledged") and kind.planned:
            plover = kind.planned
        where = places(sentence, c.token, c.pivot)
        c = replace(c, mode=meeting(sentence, c, where))
        own = next(((a, b) for a, b in sentence.dates if a == placed.anchor.start), None)
        skip = dated_words(sentence.tree, own[0] - sentence.offset, own[1] - sentence.offset) if own else frozenset()
        title = write_headline(Facts(sentence, c.token, c.actors, c.recipients, c.type, c.mode, status, skip))
        return event.model_copy(
            update={
                "type": c.type,
                "frame": c.origin,
                "plover": plover,
                "mode": c.mode,
                "quad": kind.quad,
                "cameo": kind.cameo,
                "actors": tuple(c.actors),
                "recipients": tuple(c.recipients),
                "places": where,
                "attribution": told,
                "context": contexts(sentence, c.pivot.subtree),
                "confidence": round(min(0.95, 0.55 + 0.1 * c.weight), 2),
                "title": title,
            }
        )


def _governing(tokens: Sequence[Word]) -> list[Word]:
    """The finite verbs that event nouns and participles hang on directly, each once."""
    found: dict[int, Word] = {}
    for token in tokens:
        head = token.head
        noun = token.pos == "noun" and token.role in ("predicate", "object", "subject", "passive subject")
        if not (noun or (token.form == "present participle" and token.role == "adverbial")):
            continue
        if head.pos in ("verb", "auxiliary") and any(
            t.form in ("past", "present third", "present") for t in (head, *clause_of(head).auxiliaries)
        ):
            found[head.index] = head
    return list(found.values())


def _depth(token: Word) -> int:
    depth = 0
    while token.head != token:
        token = token.head
        depth += 1
    return depth
