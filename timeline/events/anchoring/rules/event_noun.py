"""Event nouns without a date and without a verb that tells them: by the verb of their clause, or by how they last."""

from __future__ import annotations

from datetime import date

from timeline.edtf import Interval
from timeline.events.anchoring.placed import Placed, after, before, ongoing, open_stretch, point, stretch
from timeline.events.anchoring.rule import TABLE, Place
from timeline.events.anchoring.state import BY_DCT, Evidence
from timeline.events.parse.timeml import read
from timeline.events.parse.word import Role, Word, verb_over
from timeline.events.rules import Rules
from timeline.events.words import words

LASTING_NOUN: Rules[Place] = Rules(TABLE, "lasting_noun")
NOUN_OF_CLAUSE: Rules[Place] = Rules(TABLE, "noun_of_clause")

_WITHIN: tuple[Role, ...] = ("prepositional object", "object", "unknown", "conjunct")


def _verb(e: Evidence) -> Word:
    return verb_over(e.token.head)


def is_noun(e: Evidence) -> bool:
    """An event noun that no PLOVER type gives a verb of its own."""
    return e.token.pos in ("noun", "adjective", "name")


def is_lasting_noun(e: Evidence) -> bool:
    """An event noun that tells of what lasts, or how something is."""
    return is_noun(e) and (e.is_lasting or e.is_state)


@LASTING_NOUN.rule("noun-begins")
def noun_begins(e: Evidence) -> Placed | None:
    """From the day its verb says it began ("the talks opened")."""
    over = e.above(_verb(e)) if _tells_edge(e, "begin") else None
    if over is None or not over.time.begin.not_before:
        return None
    return Placed(stretch(over.time.interval, after(over.time.interval)), e.by_event(_verb(e)))


@LASTING_NOUN.rule("noun-ends")
def noun_ends(e: Evidence) -> Placed | None:
    """Up to the day its verb says it ended ("the talks broke off")."""
    over = e.above(_verb(e)) if _tells_edge(e, "end") else None
    if over is None:
        return None
    return Placed(stretch(before(over.time.interval), over.time.interval), e.by_event(_verb(e)))


def _tells_edge(e: Evidence, edge: str) -> bool:
    """Tell whether its verb tells in so many words that what lasts began or ended."""
    verb = _verb(e)
    if e.token.head != verb or verb.lemma not in words("durations", edge):
        return False
    told = read(verb)
    simple_present = (told.tense, told.aspect) == ("PRESENT", "NONE")
    return told.tense in ("PAST", "PRESENT") and told.aspect != "PROGRESSIVE" and not simple_present


@LASTING_NOUN.rule("lasting-noun-ahead")
def lasting_noun_ahead(e: Evidence) -> Placed | None:
    """What is planned, and nothing known ("will start a campaign"), lies where its verb does."""
    over = e.above(_verb(e))
    is_known = any(c.lower in words("anchoring", "known") for c in e.token.children)
    if over is None or is_known or not _lies_ahead(over.time.begin.interval, e.dct.not_after):
        return None
    return Placed(open_stretch(over.time.begin.interval), e.by_event(_verb(e)))


def _lies_ahead(begin: Interval, today: date | None) -> bool:
    first, last = begin
    return first is not None and today is not None and (first > today or (first == today and last is None))


@LASTING_NOUN.rule("lasting-noun")
def lasting_noun(e: Evidence) -> Placed | None:
    """Going on at the article's day."""
    return Placed(ongoing(e.dct), BY_DCT)


@NOUN_OF_CLAUSE.rule("over-and-done")
def over_and_done(e: Evidence) -> Placed | None:
    """Before the article, where an adjective looks back on it ("the country's disputed vote")."""
    looks_back = any(c.lower in words("anchoring", "looking_back") for c in e.token.by_role("adjective"))
    return Placed(point(before(e.dct)), BY_DCT) if looks_back else None


@NOUN_OF_CLAUSE.rule("several-at-open-time")
def several_at_open_time(e: Evidence) -> Placed | None:
    """A plural told with a verb of open time was on several days then ("will make arrests")."""
    over = e.above(_verb(e))
    if over is None or e.token.form != "plural" or over.time.begin != over.time.end:
        return None
    begin = over.time.begin
    half_open = (begin.not_before is None) != (begin.not_after is None)
    return Placed(open_stretch(begin.interval), e.by_event(_verb(e))) if half_open else None


@NOUN_OF_CLAUSE.rule("one-ahead")
def one_ahead(e: Evidence) -> Placed | None:
    """A single deed told with what will last is on one of its days ("will keep seeking a ruling")."""
    over = e.above(_verb(e))
    if over is None or e.token.form == "plural":
        return None
    begin = over.time.begin
    ahead = begin.not_before is not None and begin.not_after is None
    return Placed(point(begin.interval), e.by_event(_verb(e))) if ahead else None


@NOUN_OF_CLAUSE.rule("several-by-then")
def several_by_then(e: Evidence) -> Placed | None:
    """A plural in a past clause tells of several days up to then ("passed the law over the objections of farmers")."""
    over = e.above(_verb(e))
    if over is None or over.is_explicit or e.token.form != "plural" or e.token.role not in _WITHIN:
        return None
    then, today = over.time.begin.not_after, e.dct.not_after
    past = then and today and then <= today
    return Placed(open_stretch(before(over.time.begin.interval)), e.by_event(_verb(e))) if past else None


@NOUN_OF_CLAUSE.rule("noun-of-verb")
def noun_of_verb(e: Evidence) -> Placed | None:
    """With the verb of its clause; what goes on ("the dispute stems from the raid") may rest on something past."""
    over = e.above(_verb(e))
    if over is None:
        return None
    goes_on = over.time.kind == "span" and over.time.end.not_after is None
    if goes_on and e.token.role == "prepositional object":
        return None
    return Placed(over.time, e.by_event(_verb(e)))


@NOUN_OF_CLAUSE.rule("noun-past")
def noun_past(e: Evidence) -> Placed | None:
    """Some day up to the article's."""
    return Placed(point(before(e.dct)), BY_DCT)
