"""Which expressions of a sentence date an event itself: those on its word, its verb, and of the clause beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import partial

from timeline.edtf import Interval
from timeline.events.anchoring.state import EventMention
from timeline.events.lexicon import lexicon
from timeline.events.parse.attach import Attached, aside
from timeline.events.parse.clause import clause_of
from timeline.events.parse.noun_phrase import measure_of
from timeline.events.parse.subjects import RELATIVE, SUBJECTS
from timeline.events.parse.word import Role, Word, is_main
from timeline.events.words import words

_OBJECTS: tuple[Role, ...] = ("object", "prepositional object", "preposition", "dative", "predicate")
# What verbs say whose infinitive lies ahead of them ("asked to", "promised to").
_AHEAD = frozenset({"hypothetical", "pledged", "scheduled"})
# Of what they say whether it was done: their infinitive's past date is theirs.
_TRIED = frozenset({"attempted", "negated", "pass"})
# The longest stretch that a clause hands on to the verb over it.
_DAYS = 31
_WEEK = 7


def own(mention: EventMention, attached: Sequence[Attached], dct: Interval) -> list[Attached]:
    """The expressions that date an event itself, the nearest first: on its word, its verb, or what it begins."""
    return _nearest_first(mention, [a for a in attached if _dates(a, mention)], dct)


def is_joint(between: str) -> bool:
    """Tell whether the words between two dates make them one stretch ("10-11 May", "on 4 and 5 May")."""
    return between.strip().lower() in words("anchoring", "joins", "pairs")


def next_of_weekday(found: Attached, verb: Word, dct: Interval) -> Interval | None:
    """The next such day of the week for what a present or future verb plans; None for other expressions.

    One verb tells the tense, far behind the expression ("is expected to be chosen ... in an election on Wednesday").
    """
    day, today = found.timex.interval, dct.not_before
    if found.timex.text.lower() not in words("attach", "weekdays") or day.days != 1 or today is None:
        return None
    gone = (today - day.not_before).days if day.not_before is not None else 0
    if not 0 < gone < _WEEK or not _plans_now(verb):
        return None
    later = timedelta(days=_WEEK)
    return Interval(day.not_before + later, day.not_after + later) if day.not_before and day.not_after else None


def is_timetable(verb: Word) -> bool:
    """Tell whether a main verb in the simple present tells what is planned, or what for ("Chad votes on Sunday")."""
    if verb.role in ("adverbial", "open clause") and clause_of(verb).is_infinitive:
        verb = verb.head
    simple = verb.form in ("present third", "present") and not verb.by_role("auxiliary", "passive auxiliary")
    return simple and is_main(verb) and verb.lemma in words("anchoring", "timetable")


def _plans_now(verb: Word) -> bool:
    """Tell whether the finite verb over a plan is in the present or the future, and nothing has been done."""
    if any(auxiliary.lemma == "have" for auxiliary in clause_of(verb).auxiliaries):
        return False  # "may have met on Monday"
    for above in (verb, *verb.ancestors):
        if above.is_verbal:
            finite = next(iter(clause_of(above).auxiliaries), above)
            if finite.form in ("present third", "present") or finite.lower in words("status", "present_be", "future"):
                return True
            if finite.form == "past" or finite.lower == "would":
                return False
    return False


def unread(mention: EventMention, attached: Sequence[Attached], dct: Interval) -> list[Attached]:
    """Those that would date it if they were read: "in 421 BC" and "on 45-Oct-11" name no days that can be counted."""
    return _nearest_first(mention, [a for a in attached if _names_no_days(a)], dct)


def _nearest_first(mention: EventMention, told: Sequence[Attached], dct: Interval) -> list[Attached]:
    return sorted(_own(mention, told, dct), key=partial(_distance, mention.token)) if told else []


def _distance(word: Word, found: Attached) -> tuple[bool, bool, int]:
    """How far an expression is; a meeting that the calendar knows by name says less than any date."""
    by_table = found.timex.anchor.kind == "table"
    return by_table, found.host.index != word.index, abs(found.first - word.index)


def _own(mention: EventMention, told: Sequence[Attached], dct: Interval) -> list[Attached]:
    over = {host.index for host in hosts(mention)}
    return (
        _before_when(mention, told)
        or _of_participle(mention, told)
        or [a for a in told if a.host.index in over]
        or _behind(mention, told, dct)
        or _of_plan(mention, told, dct)
        or _of_purpose(mention, told)
    )


def _of_plan(mention: EventMention, attached: Sequence[Attached], dct: Interval) -> list[Attached]:
    """Coming days read with the verb that plans an event ("On Saturday Haas is expected to speak") are its own."""
    planned = mention.pivot if mention.pivot.is_verbal else mention.token
    over = [word.index for word in _planning(planned)]
    return [a for a in attached if a.host.index in over and a.first < planned.index and _lies_ahead(a, planned, dct)]


def _of_purpose(mention: EventMention, attached: Sequence[Attached]) -> list[Attached]:
    """Days read with what somebody goes or meets for ("flew to Lima to sign a treaty on Monday"): it is done there."""
    verb = mention.token
    if not (verb.is_verbal and verb.lemma in words("clauses", "motion") | words("anchoring", "occasions")):
        return []
    purposes = [c for c in verb.by_role("adverbial", "open clause") if clause_of(c).is_infinitive]
    return [a for a in attached if a.host in purposes and a.first > a.host.index > verb.index and _short(a)]


def _planning(verb: Word) -> Iterator[Word]:
    """The verbs and adjectives over an infinitive that say it is to come ("is due to")."""
    while verb.role in ("open clause", "predicate adjective"):
        verb = verb.head
        yield verb


def _lies_ahead(found: Attached, verb: Word, dct: Interval) -> bool:
    days = next_of_weekday(found, verb, dct) or found.timex.interval
    return bool(days.not_before and dct.not_after and days.not_before > dct.not_after)


def _before_when(mention: EventMention, attached: Sequence[Attached]) -> list[Attached]:
    """The expression that a when-clause stands behind ("in May, when he resigned", "on 3 May, the day he resigned")."""
    verb = mention.token
    opener = _day_of(verb) or next((c for c in verb.by_role("adverb") if c.lower == "when"), None)
    before = opener.before if opener is not None else None
    if before is not None and before.lower == ",":
        before = before.before
    if before is None:
        return []
    return [replace(a, host=verb, marker="") for a in attached if a.end == before.index + 1]


def _day_of(clause: Word) -> Word | None:
    """The first word of "the day" that a clause tells what happened on, where that names the day before it again."""
    noun = clause.head
    names_day = noun.role in ("apposition", "adverbial noun") and noun.lemma in words("anchoring", "named_again")
    return noun.first if clause.role == "relative" and names_day else None


def is_beside(mention: EventMention) -> bool:
    """Tell whether a nominal event stands in an adjunct that need not share the clause's time."""
    top = measure_of(mention.token)
    return top.role == "prepositional object" and top.head.lower in words("anchoring", "aside")


def is_announced(mention: EventMention) -> bool:
    """Tell whether the verb over a nominal event only announces it: its day is not that one's."""
    return mention.status == "scheduled" and mention.pivot.lemma in words("status", "announces")


def hosts(mention: EventMention) -> list[Word]:
    """The words whose expressions are the event's own."""
    token, pivot = mention.token, mention.pivot
    beside = is_beside(mention)
    found = [token]
    if pivot != token and pivot.is_verbal and not beside and not is_announced(mention):
        found.append(pivot)
    # "began to fall apart in mid-1996": the beginning shares the date of what begins.
    if mention.reading.event_class == "ASPECTUAL":
        found += token.by_role("open clause")
    # "In July Haas is to travel": so is what is to be.
    if token.role == "open clause" and token.head.lemma == "be":
        found.append(token.head)
    # "won the 2003 election": who takes part shares its date.
    if token.lemma in words("anchoring", "takes_part"):
        found += token.by_role("object")
    # "has been independent since 1901": an adjective shares the date of its verb.
    if token.role == "predicate adjective":
        found.append(token.head)
    # "Speaking in Lima on Friday, he said": the speech shares the date of its clause.
    if mention.reading.event_class == "REPORTING":
        found += [c for c in token.by_role("adverbial") if _is_speech(c)]
    if _shares_date_above(token if beside else pivot):
        found.append((token if beside else pivot).head)
    return found


def _is_speech(clause: Word) -> bool:
    """Tell whether a participle that opens a sentence tells that somebody speaks."""
    opens = clause.form == "present participle" and clause.index < clause.head.index
    return opens and clause.lemma in lexicon().reporting["speaking"]


def _shares_date_above(verb: Word) -> bool:
    governor = verb.head.lemma
    # "rushed to New York in 2016 to meet him": motion and its purpose share their time.
    if (
        verb.role in ("adverbial", "open clause")
        and governor in words("clauses", "motion")
        and not clause_of(verb).markers
    ):
        return True
    # "began shelling on Monday": so do a light governor and its participle or infinitive.
    return verb.role == "open clause" and lexicon().governors.get(governor) == "pass"


def _dates(found: Attached, mention: EventMention) -> bool:
    if _is_compared(found) or (found.marker == "since" and _is_of_record(found)):
        return False  # "higher than a year earlier", "the first visit since 2012"
    if _is_deadline(found, mention):
        return False
    if found.timex.value == "PRESENT_REF" and (mention.status, mention.reading.tense) != ("occurred", "PAST"):
        return False
    return not _is_open(found)


def _is_deadline(found: Attached, mention: EventMention) -> bool:
    """Tell whether until a day something is to be done that a verb promises or demands ("pledged aid by December")."""
    verb = mention.token
    promises = verb.is_verbal and lexicon().governors.get(verb.lemma) in _AHEAD
    promises = promises and not any(a.lemma == "have" for a in clause_of(verb).auxiliaries)  # "had agreed by May"
    return promises and found.marker == "by" and found.host.index == verb.index


def _is_compared(found: Attached) -> bool:
    """Tell whether a clause compares with what was then ("higher than a year earlier", "four fewer than in 2019")."""
    before = [w.lower for w in found.host.tree[max(0, found.first - 2) : found.first]]
    behind = before[:1] if before[1:] == [found.marker] else []
    return not words("anchoring", "compares").isdisjoint((found.marker, *behind))


def _is_of_record(found: Attached) -> bool:
    """Tell whether "since" says how long something had not been: "his first visit since 2012"."""
    since = found.host.tree[found.first - 1] if found.first else None
    noun = since.head if since is not None and since.lower == "since" else found.host
    return noun.pos == "noun" and any(c.lower in words("anchoring", "firsts") for c in noun.by_role("adjective"))


def _names_no_days(found: Attached) -> bool:
    """Tell whether an expression names days, but none that can be counted."""
    return found.timex.type in ("DATE", "TIME") and _is_open(found)


def _is_open(found: Attached) -> bool:
    return found.timex.interval == Interval(None, None)


def _of_participle(mention: EventMention, attached: Sequence[Attached]) -> list[Attached]:
    """The date of how an event noun came to be ("a deal struck in March", "talks, which open on Monday")."""
    token = mention.token
    if token.pos != "noun":
        return []
    clauses = token.by_role("noun clause", "relative")
    made = {c.index for c in clauses if _tells_making(c)} | {v.index for c in clauses for v in _due_to_begin(c)}
    return [a for a in attached if a.host.index in made]


def _due_to_begin(clause: Word) -> list[Word]:
    """What a relative clause says something was to do ("a drill that was due to start on 2 May")."""
    due = clause.by_role("predicate adjective") if clause.lemma == "be" else [clause]
    told = (verb for word in due if word.lemma in words("anchoring", "due") for verb in word.by_role("open clause"))
    return [verb for verb in told if verb.lemma in words("triggers", "happen")]


def _tells_making(clause: Word) -> bool:
    """Tell whether a participle or a relative clause about a noun says that it is held or made."""
    behind = clause.form == "past participle" and clause.index > clause.head.index
    takes_place = any(o.lemma == "place" for o in clause.by_role("object"))
    made = clause.lemma in words("triggers", "made") or (clause.lemma == "take" and takes_place)
    of_noun = clause.role == "relative" and any(s.lower in RELATIVE for s in clause.by_role(*SUBJECTS))
    return made and (behind or of_noun)


def _behind(mention: EventMention, attached: Sequence[Attached], dct: Interval) -> list[Attached]:
    """Dates that the parser reads with what stands behind a verb in the past: its object, infinitive or when-clause."""
    verb = mention.token
    if verb.form == "base" and mention.status in ("scheduled", "pledged"):  # "to meet the envoy and leave on Monday"
        return [a for a in attached if _closes_coordination(a, verb) or _dates_when_clause(a, verb)]
    if verb.pos != "verb" or mention.reading.tense != "PAST" or "PROGRESSIVE" in mention.reading.aspect:
        return []
    tests = (_closes, partial(_asks, dct=dct), partial(_tries, dct=dct), _dates_when_clause, _closes_coordination)
    return next((found for dates in tests if (found := [a for a in attached if dates(a, verb)])), [])


def _closes(found: Attached, verb: Word) -> bool:
    """Tell whether an expression read with the object of a verb dates the verb ("signed a treaty last month")."""
    node = found.host
    if node.pos != "noun" or found.first < node.index:
        return False
    if verb.lemma in words("durations", "blame") | words("attach", "feeling"):
        return False
    while node != verb:
        if node.role not in _OBJECTS or (aside(node) and not (found.marker == "" and _is_of_thing(node))):
            return False
        node = node.head
    return True


def _is_of_thing(noun: Word) -> bool:
    """Tell whether a noun says what a thing is of, not whom a deed is done to ("a state of emergency that evening")."""
    return noun.head.lower == "of" and noun.head.head.lemma not in lexicon().nouns


def _asks(found: Attached, verb: Word, dct: Interval) -> bool:
    """Tell whether a past date read with an infinitive dates the verb over it ("told him to go in a note last week").

    What is asked for lies ahead, so that a past date is of the asking.
    """
    asked = found.host
    if asked.head != verb or lexicon().governors.get(verb.lemma) not in _AHEAD:
        return False
    if asked.role not in ("open clause", "complement", "adverbial") or asked.form != "base":
        return False
    past = _is_before(found, dct)
    earlier = asked.tree[found.first].lower in words("anchoring", "earlier")  # "earlier this month"
    return (past or earlier) and found.first > asked.index and _short(found) and _tells_asking(found, asked)


def _tries(found: Attached, verb: Word, dct: Interval) -> bool:
    """Tell whether a past date of what was tried or refused is of that ("failed to reach a deal on Tuesday")."""
    if lexicon().governors.get(verb.lemma) not in _TRIED or verb.by_role("object") or not _is_before(found, dct):
        return False
    node = found.host
    while (node.role in _OBJECTS or (node.role == "complement" and node.head.form == "base")) and node != verb:
        node = node.head  # "refused to let the ship dock on Sunday"
    return node.role == "open clause" and node.head == verb and found.first > node.index


def _is_before(found: Attached, dct: Interval) -> bool:
    last = found.timex.not_after
    return bool(last and dct.not_before and last < dct.not_before)


def _tells_asking(found: Attached, asked: Word) -> bool:
    """Tell whether nothing but what is said or written stands between an infinitive and an expression."""
    node = asked.tree[found.end - 1]
    while node != asked:
        inside = found.first <= node.index < found.end
        if not (inside or node.pos == "preposition" or node.lemma in lexicon().sets["speech"]) or node.head == node:
            return False
        node = node.head
    return True


def _short(found: Attached) -> bool:
    return 0 < (found.timex.interval.days or 0) <= _DAYS


def _dates_when_clause(found: Attached, verb: Word) -> bool:
    """Tell whether an expression dates the when-clause of a verb ("was agreed when they met on Monday")."""
    below = found.host
    if (
        below.head != verb
        or below.role != "adverbial"
        or not clause_of(below).openers & words("anchoring", "opens_while")
    ):
        return False
    alike = verb.form == "base" or _is_past(below)  # "will discuss it when they meet on Monday"
    return alike and _short(found) and found.marker not in words("anchoring", "open")


def _closes_coordination(found: Attached, verb: Word) -> bool:
    """Tell whether an expression ends a row of past verbs with one subject ("burned flags and sang on Monday")."""
    last = found.host
    told = last.role == "conjunct" and last.head == verb and last.form == verb.form
    return (
        told
        and not last.by_role(*SUBJECTS)
        and found.first > last.index
        and found.marker not in words("anchoring", "open")
    )


def _is_past(verb: Word) -> bool:
    clause = clause_of(verb)
    return verb.form == "past" or (clause.is_passive and any(c.form == "past" for c in clause.auxiliaries))
