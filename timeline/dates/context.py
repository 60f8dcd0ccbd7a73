"""What an expression's surroundings say: tense near it, and the expressions before it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from typing import Literal, NamedTuple

from timeline.dates.grain import Period, finer
from timeline.dates.tokens import Token
from timeline.tables.load import read_toml

Direction = Literal["past", "future", "present"]

_NEAR = 6  # words after "until Thursday" among which a pluperfect is its verb
_REACH = 14  # words looked at on each side; a verb farther off seldom governs the expression
_OPENING = 3  # words before an expression that opens its sentence
_NOUN = 30  # characters before an expression in which the document stands of which it is
_MEMORY = 4  # sentences over which an expression can be referred back to


class Point(NamedTuple):
    """An expression that later ones can hang on."""

    period: Period
    start: int
    text: str
    sentence: int
    direction: Direction | None


class Cues(NamedTuple):
    """Words by what they say about tense."""

    future: frozenset[str]
    past: frozenset[str]
    present: frozenset[str]
    said: frozenset[str]
    not_past: frozenset[str]
    clause: frozenset[str]
    halt: frozenset[str]
    aim: frozenset[str]
    inside: frozenset[str]
    lasting: frozenset[str]
    until: frozenset[str]
    approach: frozenset[str]
    bounding: frozenset[str]
    doing: frozenset[str]
    intent: frozenset[str]
    no_verb: frozenset[str]
    no_verb_endings: frozenset[str]
    verb_endings: frozenset[str]
    stops: frozenset[str]
    bare: frozenset[str]
    announcing: frozenset[str]
    pluperfect: frozenset[str]
    determiner: frozenset[str]
    degree: frozenset[str]
    record: frozenset[str]
    unplanned: frozenset[str]
    particles: frozenset[str]
    before_month: frozenset[str]
    surely_month: frozenset[str]
    not_after_month: frozenset[str]
    numbered: frozenset[str]
    begins: frozenset[str]
    scenes: frozenset[str]
    after_year: frozenset[str]
    aside: frozenset[str]
    counting: frozenset[str]
    ahead: frozenset[str]
    open_to_plans: frozenset[str]
    calling: frozenset[str]
    deadline: frozenset[str]
    owning: frozenset[str]
    days_before: frozenset[str]
    days_after: frozenset[str]
    ranging: frozenset[str]
    through: frozenset[str]
    uncounted: frozenset[str]
    sports: frozenset[str]
    past_endings: frozenset[str]
    future_endings: frozenset[str]
    of: frozenset[str]
    documents: frozenset[str]


@cache
def cues(language: str) -> Cues:
    """Tense cues of a language."""
    table, common = read_toml(f"dates/{language}/cues.toml"), read_toml("dates/common/cues.toml")
    return Cues(*(frozenset([*table.get(name, ()), *common.get(name, ())]) for name in Cues._fields))


class Context:
    """A document while it is read from left to right."""

    def __init__(self, text: str, dct: date | None, language: str = "en") -> None:
        """Begin a document; ``dct`` is one day or unknown; ``language`` has a folder of tables."""
        self.text = text
        self.dct = dct
        self.last: Point | None = None
        self.last_heading: Point | None = None  # a year alone on its line
        self.last_entry: Point | None = None  # a year that opens its line
        self.scene: Point | None = None  # the year that a sentence set for what follows
        self.day_first: bool | None = None  # whether dates in figures put the day first, once it is asked
        self.last_clock: tuple[int, str] | None = None  # where the last time of day ends, and the time
        self._by_grain: dict[str, Point] = {}  # the last of each: looking back stays as quick in a long text
        self.sentence = 0
        self.language = language
        self.cues = cues(language)
        self._past_endings = tuple(sorted(self.cues.past_endings))
        self._future_endings = tuple(sorted(self.cues.future_endings))
        self._no_verb_endings = tuple(sorted(self.cues.no_verb_endings))
        self._verb_endings = tuple(sorted(self.cues.verb_endings))

    def remember(self, period: Period, start: int, text: str, direction: Direction | None = None) -> None:
        """Keep an expression for later ones to hang on, but for one that only tells of which day a document is."""
        if self.last is not None and self._is_of_document(start):
            return  # "the exchange of letters of 4 May 1988"
        self.last = self._by_grain[period.grain] = Point(period, start, text, self.sentence, direction)

    def _is_of_document(self, start: int) -> bool:
        before = self.text[max(0, start - _NOUN) : start].lower().split()
        return len(before) > 1 and before[-1] in self.cues.of and before[-2] in self.cues.documents

    def last_point(self, *grains: str) -> Point | None:
        """The nearest expression before, of one of the grains where some are given."""
        return self._nearest(self._by_grain[grain] for grain in grains or self._by_grain if grain in self._by_grain)

    def last_within(self, grain: str) -> Point | None:
        """The nearest expression before that is not coarser than the grain."""
        return self._nearest(point for other, point in self._by_grain.items() if not finer(grain, other))

    def _nearest(self, points: Iterable[Point]) -> Point | None:
        point = max(points, key=lambda point: point.start, default=None)
        return None if point is None or self.sentence - point.sentence > _MEMORY else point

    def direction(self, tokens: Sequence[Token], first: int, last: int) -> Direction | None:
        """Which way the sentence looks at an expression: its nearest verb to the left, else to the right."""
        if not self._is_owner(tokens, last) and (self._looks_ahead(tokens, first) or self._called_for(tokens, first)):
            return "future"
        if self._behind(tokens, first, self.cues.approach) or self._is_due(tokens, first):
            return "future"
        if self._behind(tokens, first, self.cues.bounding):
            return None
        if self._until(tokens, first) and not self._closes_range(tokens, first):
            return "past" if self._said_of_past(tokens, range(last, min(len(tokens), last + _NEAR))) else "future"
        if any(token.word.lower() in self.cues.unplanned for token in tokens[last : last + 1]):
            return "past"
        left = self._scan(tokens, range(first - 1, max(-1, first - 1 - _REACH), -1))
        if left:
            return left
        reach = _REACH if first > _OPENING else 2 * _REACH  # what opens a sentence belongs to its main verb
        right = self._scan(tokens, range(last, min(len(tokens), last + reach)), stop_at_clause=True)
        # What comes right after another expression of the sentence looks the same way: "in June ... in March".
        return right or (self.last.direction if self.last and self.last.sentence == self.sentence else None)

    def _scan(self, tokens: Sequence[Token], where: range, stop_at_clause: bool = False) -> Direction | None:
        known = self.cues
        for at in where:
            word = tokens[at].word.lower()
            if word in known.halt:
                return None
            planned = self._planned(tokens, at, word)
            if planned:
                return planned
            if at and tokens[at - 1].word in known.bare:
                continue  # "is heard", "may cut" (no month): the auxiliary tells
            inflected = self._inflected(tokens, at, word)
            if inflected:
                return inflected
            if stop_at_clause and word in known.clause:
                return None
        return None

    def _planned(self, tokens: Sequence[Token], at: int, word: str) -> Direction | None:
        """What a word of the future says, or "to" of an intention or a headline: "will", "due to", "Rubio to visit"."""
        known = self.cues
        after = tokens[at + 1].word.lower() if at + 1 < len(tokens) else ""
        if word in known.future or f"{word} {after}" in known.future:
            return self._seen_from_now(tokens, range(max(0, at - 2), at))
        if word != "to" or not self._before_verb(tokens, at):
            return None
        before = tokens[at - 1].word.lower() if at else ""
        if before in known.intent or before in known.future:
            return self._seen_from_now(tokens, range(max(0, at - 3), at))
        return "future" if self._of_headline(tokens, at) else None

    def _inflected(self, tokens: Sequence[Token], at: int, word: str) -> Direction | None:
        """What the form of a verb says by itself."""
        if len(word) > 4 and word.endswith(self._future_endings):
            return "future"
        past = word in self.cues.past or (self.is_past(word) and not self._attributive(tokens, at))
        return "past" if past else None

    def _seen_from_now(self, tokens: Sequence[Token], where: range) -> Direction:
        """Where a plan lies now: ahead, but "had planned to" lay ahead only then."""
        return "past" if self._said_of_past(tokens, where) else "future"

    def _said_of_past(self, tokens: Sequence[Token], where: range) -> bool:
        """Tell whether a pluperfect stands there: what "had been due" lay ahead then, not now."""
        return any(tokens[at].word.lower() in self.cues.pluperfect for at in where)

    def _before_verb(self, tokens: Sequence[Token], at: int) -> bool:
        """Tell "to" before an infinitive ("agreed to meet") from one before a noun ("agreed to a truce, to talks")."""
        after = tokens[at + 1].word if at + 1 < len(tokens) else ""
        small = after.lower()
        if not small.isalpha() or small in self.cues.determiner or small in self.cues.no_verb:
            return False
        if after != small and tokens[at].word.islower():
            return False
        return small.endswith(self._verb_endings) or not small.endswith(self._no_verb_endings)

    def _of_headline(self, tokens: Sequence[Token], at: int) -> bool:
        """Tell whether an infinitive is the verb of a headline ("Rubio to visit Manila"): no verb before, no stop."""
        if not 0 < at < _REACH or tokens[-1].word in self.cues.stops or not tokens[at - 1].word.isalpha():
            return False
        words = [token.word.lower() for token in tokens[:at]]
        return not any(word in self.cues.past or word in self.cues.present or self.is_past(word) for word in words)

    def _attributive(self, tokens: Sequence[Token], at: int) -> bool:
        """Tell a participle before its noun ("a still unspecified date") from a verb."""
        at -= 1
        while at > 0 and (tokens[at].word.lower() in self.cues.degree):
            at -= 1
        return at >= 0 and tokens[at].word.lower() in self.cues.determiner

    def _looks_ahead(self, tokens: Sequence[Token], first: int) -> bool:
        """Tell whether a participle and "for" stand before: "set for", "planned for", "pencilled in for"."""
        if first < 2 or tokens[first - 1].word.lower() not in self.cues.aim:
            return False
        at = first - 3 if tokens[first - 2].word.lower() in self.cues.particles and first > 2 else first - 2
        word = tokens[at].word.lower()
        return word in self.cues.future or (word.endswith(self._past_endings) and word not in self.cues.lasting)

    def _called_for(self, tokens: Sequence[Token], first: int) -> bool:
        """Tell whether "for" stands before, and a verb of plans not far before that ("called a vote for Friday")."""
        if not first or tokens[first - 1].word.lower() not in self.cues.aim:
            return False
        for token in reversed(tokens[max(0, first - 1 - _NEAR) : first - 1]):
            word = token.word.lower()
            if word in self.cues.clause or word in self.cues.halt or word in self.cues.inside:
                return False
            if word in self.cues.calling:
                return True
        return False

    def _is_due(self, tokens: Sequence[Token], first: int) -> bool:
        """Tell whether "by" stands before, and not far before that what is to be done ("told to leave by Friday")."""
        if not first or tokens[first - 1].word.lower() not in self.cues.deadline:
            return False
        for at in range(first - 2, max(-1, first - 2 - _REACH), -1):
            word = tokens[at].word.lower()
            if word == "to" and self._before_verb(tokens, at):
                has_been = tokens[at + 1].word.lower() in self.cues.present  # "is said to have left by Friday"
                return not has_been and not self._said_of_past(tokens, range(max(0, at - 3), at))
            if word in self.cues.clause or word in self.cues.halt or word in self.cues.past or self.is_past(word):
                return False
        return False

    def _is_owner(self, tokens: Sequence[Token], last: int) -> bool:
        """Tell whether an expression is the owner of what follows ("for Monday's attack")."""
        return last < len(tokens) and tokens[last].word.lower() in self.cues.owning

    def _behind(self, tokens: Sequence[Token], first: int, cues: frozenset[str]) -> bool:
        """Tell whether words such as "ahead of" or "in the run-up to" stand before what an expression dates."""
        before = [token.word.lower() for token in tokens[max(0, first - _NEAR - 2) : first]]
        for at in range(len(before)):
            opened = next((n for n in range(1, 5) if " ".join(before[at : at + n]) in cues), 0)
            named = not any(word.endswith(tuple(self.cues.doing)) for word in before[at + opened :])
            if opened and named and not self._scan(tokens, range(first - len(before) + at + opened, first)):
                return True
        return False

    def _until(self, tokens: Sequence[Token], first: int) -> bool:
        """Tell whether "until", "effective" or "as soon as" stands right before."""
        words = [token.word.lower() for token in tokens[max(0, first - 3) : first]]
        return any(" ".join(words[at:]) in self.cues.until for at in range(len(words)))

    def _closes_range(self, tokens: Sequence[Token], first: int) -> bool:
        """Tell whether only "until" parts this from the expression before: "von März bis Juli war er krank"."""
        if self.last is None or self.last.sentence != self.sentence or first >= len(tokens):
            return False
        between = self.text[self.last.start + len(self.last.text) : tokens[first].start].strip().lower()
        return between in self.cues.through

    def of_record(self, tokens: Sequence[Token], first: int) -> bool:
        """Tell whether a word of a record stands before ("the first visit by a premier in seven years")."""
        words = (token.word.lower() for token in tokens[max(0, first - _REACH) : first])
        return any(word in self.cues.record for word in words)

    def told_beside(self, tokens: Sequence[Token], first: int, words: frozenset[str]) -> bool:
        """Tell whether one of the words stands near an expression."""
        return any(token.word.lower() in words for token in tokens[max(0, first - _REACH) : first + _REACH])

    def governed(self, tokens: Sequence[Token], first: int) -> bool:
        """Tell whether a verb in the past stands right before the preposition ("left on December 20")."""
        if first < 2 or tokens[first - 1].word.lower() not in self.cues.inside:
            return False
        word = tokens[first - 2].word.lower()
        return word in self.cues.past or self.is_past(word)

    def told_of_past(self, tokens: Sequence[Token], first: int) -> bool:
        """Tell whether a verb in the past stands a few words before, and between them nothing that may lie ahead.

        "Signed the treaty in December"; not "announced a vote in December", "agreed to meet in December".
        """
        if first < 2 or tokens[first - 1].word.lower() not in self.cues.inside:
            return False
        for at in range(first - 2, max(-1, first - 2 - _NEAR), -1):
            word = tokens[at].word.lower()
            if word in self.cues.past or (self.is_past(word) and self._opens_noun(tokens[at + 1].word)):
                return word not in self.cues.open_to_plans
            if word in self.cues.clause or word in self.cues.halt or word in self.cues.ahead:
                return False
        return False

    def _opens_noun(self, word: str) -> bool:
        """Tell whether a word begins a noun phrase, so that one before it is a verb ("attacked the", "signed 12")."""
        return word.lower() in self.cues.determiner or word[:1].isupper() or word[:1].isdigit()

    def announced(self, tokens: Sequence[Token], first: int) -> bool:
        """Tell whether "will" stands a few words before, and no other clause between ("will hold talks in October")."""
        for token in reversed(tokens[max(0, first - _NEAR) : first]):
            word = token.word.lower()
            if word in self.cues.clause or word in self.cues.halt or word in self.cues.unplanned:
                return False  # "will discuss the raid in October"
            if word in self.cues.announcing:
                return True
        return False

    def is_past(self, word: str) -> bool:
        """Tell whether a word ends as verbs in the past do."""
        if len(word) < 5 or not word.endswith(self._past_endings):
            return False
        return word not in self.cues.not_past and word.isalpha()

    def promised(self, tokens: Sequence[Token], last: int) -> bool:
        """Tell whether a word of the future stands soon behind."""
        return any(token.word.lower() in self.cues.future for token in tokens[last : last + _NEAR])

    def said_before(self, tokens: Sequence[Token], first: int) -> bool:
        """Tell whether a verb of saying stands right before ("said on Thursday")."""
        return any(token.word.lower() in self.cues.said for token in tokens[max(0, first - 3) : first])
