"""Headlines of events that a noun tells."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from timeline.events.headline.cut import joined
from timeline.events.headline.facts import Facts
from timeline.events.headline.names import is_plural, owned
from timeline.events.headline.subject import takes_plural
from timeline.events.headline.tail import particles
from timeline.events.headline.verb_form import filled, gloss, verb_form
from timeline.events.lexicon import lexicon
from timeline.events.parse.clause import clause_of
from timeline.events.parse.inflect import lemma_of
from timeline.events.parse.noun_phrase import beside
from timeline.events.parse.word import Word
from timeline.events.parties.phrase import phrase
from timeline.events.words import words
from timeline.models import Party


def of_noun(facts: Facts) -> str:
    """ "Odal visits Peru", "Chad and Niger hold talks", "Iraq's invasion takes place"."""
    what = f"{_what(facts)} {_of_what(facts)}".strip()
    return next(text for way in _WAYS if (text := way(facts, what)) is not None)


def _what(facts: Facts) -> str:
    """The noun with its modifiers, without its owner, date and number."""
    noun = facts.token
    owners = {word.index for owner in noun.lefts if owner.role == "owner" for word in owner.subtree}
    left, skip = phrase(noun)[0], owners | facts.skip
    kept = [w for w in noun.tree[left : noun.index + 1] if w.index not in skip and not _only_counts(w)]
    return joined(w for w in kept if not _is_left_of_date(w, noun))


def _is_left_of_date(word: Word, noun: Word) -> bool:
    """Tell whether a year or its hyphen is left of the years of an event ("the 1980-88 war")."""
    near = [w for w in (word.before, word, word.after) if w is not None and w.index < noun.index]
    years = any(w.text[:4].isdigit() and len(w.text.split("-")[0]) == 4 for w in near)
    return years and all(part.isdigit() or not part for part in word.text.split("-"))


def _only_counts(word: Word) -> bool:
    """Tell whether a word only counts; "two" of "two-day" does not."""
    part = word.after is not None and word.after.text == "-"
    return word.pos == "number" and word.role == "count" and not part


def _of_what(facts: Facts) -> str:
    """What a noun is the doing of ("signing of the protocol"), where no party stands there."""
    position = facts.sentence.position
    starts = [party.start for party in (*facts.actors, *facts.recipients)]
    for of in facts.token.by_role("preposition"):
        if of.lower == "of" and not any(position(of.first) <= start <= position(of.last) for start in starts):
            return facts.text_of(of)
    return ""


def _put_off(facts: Facts, what: str) -> str | None:
    """ "Summit puts off a decision on trade": by whoever calls it off, where no party is known to."""
    noun, verb = facts.token, facts.token.head
    subjects = clause_of(verb).subjects if noun.role == "object" and facts.status == "cancelled" else ()
    if not subjects or subjects[0].pos not in ("noun", "name"):
        return None
    who = facts.who or facts.text_of(subjects[0])
    many = is_plural(facts.actors) if facts.who else len(subjects) > 1 or takes_plural(subjects[0])
    told = f"{verb_form(lemma_of(verb), many, 'occurred')} {particles(verb)}".strip()
    return f"{who} {told} {facts.text_of(noun)}"


def _prison(facts: Facts, what: str) -> str | None:
    """ "General gets ten years in prison"."""
    if facts.type != "COERCE" or facts.token.lemma not in lexicon().sets["prison"]:
        return None
    if not facts.whom:
        return ""
    verb = verb_form("get", is_plural(facts.recipients), facts.status)
    return f"{facts.whom} {verb} {facts.text_of(facts.token)}"


def _agreement(facts: Facts, what: str) -> str | None:
    """ "Ghana and Togo strike a deal", by the verb behind the noun, else "reach"."""
    noun = facts.token
    if facts.type != "AGREE" or noun.lemma not in lexicon().sets["agreement"] or facts.status not in gloss("made"):
        return None
    made = words("triggers", "made")
    told = (c for c in noun.by_role("noun clause") if c.form == "past participle" and c.lemma in made)
    verb = next(told, None)
    if not _adds(facts, what):
        participle = verb.lower if verb is not None else "reached"
        return f"{what} {filled('made', facts.status, takes_plural(noun))} {participle}"
    base = verb.lemma if verb is not None else "reach"
    article = next((f"{c.lower} " for c in noun.by_role("determiner") if c.lower in words("headline", "articles")), "")
    return f"{facts.who} {verb_form(base, is_plural(facts.actors), facts.status)} {article}{what}"


def _adds(facts: Facts, what: str) -> bool:
    """Tell whether the names of the actors are not told by the noun's own words ("US withdrawal")."""
    position = facts.sentence.position
    inside = range(position(facts.token.first), position(facts.token))
    owners = [range(position(o.first), position(o.last) + 1) for o in facts.token.by_role("owner")]
    told = [p for p in facts.actors if p.start in inside and not any(p.start in owner for owner in owners)]
    return bool(facts.who) and facts.who.lower() not in what.lower() and len(told) < len(facts.actors)


def _visit(facts: Facts, what: str) -> str | None:
    """ "Odal to visit Peru"."""
    if not facts.who or not facts.whom or facts.token.lemma not in words("headline", "visits"):
        return None
    if facts.who in words("headline", "owners"):
        return None  # "his visit", whose ever that is
    return f"{facts.who} {verb_form('visit', is_plural(facts.actors), facts.status)} {facts.whom}"


def _held(facts: Facts, what: str) -> str | None:
    """ "Chad holds military exercises with Niger"."""
    if not _adds(facts, what) or facts.token.lemma not in words("headline", "held") or _is_elected(facts):
        return None
    what = facts.lowered(facts.token.first, what)
    text = f"{facts.who} {verb_form('hold', is_plural(facts.actors), facts.status)} {what}"
    return f"{text} with {facts.whom}" if facts.whom else text


def _is_elected(facts: Facts) -> bool:
    """Tell whether a person owns the election that brought him in ("Odal's election")."""
    person = any(facts.sentence.people.called(party.name) is not None for party in facts.actors if party.name)
    return facts.type == "ELECTION" and person and bool(facts.token.by_role("owner"))


def _done(facts: Facts, what: str) -> str | None:
    """ "Odal resigns", "Chad arrests Odal", "Odal is arrested": by the verb for what the noun names."""
    noun = facts.token
    if noun.lemma in gloss("by_one"):
        if not facts.who or not _stand_at(facts, facts.actors):
            return None
        return f"{facts.who} {verb_form(gloss('by_one')[noun.lemma], is_plural(facts.actors), facts.status)}"
    base, _, participle = gloss("to_one").get(noun.lemma, "").partition(" ")
    if not base or not facts.whom or not _stand_at(facts, facts.recipients):
        return None
    rest = next((facts.text_of(one) for one in noun.by_role("preposition") if one.lower == "as"), "")
    if facts.who:
        return f"{facts.who} {verb_form(base, is_plural(facts.actors), facts.status)} {facts.whom} {rest}".strip()
    be = filled("passive", facts.status, is_plural(facts.recipients))
    return f"{facts.whom} {be} {participle} {rest}".strip()


def _done_to_thing(facts: Facts, what: str) -> str | None:
    """ "Chad and Mali sign a treaty", "A treaty is signed", of "the signing of a treaty between Chad and Mali"."""
    noun = facts.token
    base, _, participle = gloss("to_thing").get(noun.lemma, "").partition(" ")
    of = next((one for one in noun.by_role("preposition") if one.lower == "of"), None)
    if not base or of is None:
        return None
    text, _, between = facts.text_of(of).partition(" between ")
    start = facts.sentence.position(of)
    if any(start <= party.start < start + len(text) for party in facts.actors):
        return None  # "the closure of Chad's border", by whomever
    thing = text.removeprefix("of ")
    if facts.who:
        return f"{facts.who} {verb_form(base, is_plural(facts.actors), facts.status)} {thing}"
    many = any(takes_plural(one) for one in beside(noun, "of"))
    thing = f"{thing} between {between}" if between else thing
    return f"{thing[:1].upper()}{thing[1:]} {filled('passive', facts.status, many)} {participle}"


def _stand_at(facts: Facts, people: Sequence[Party]) -> bool:
    """Tell whether parties own a noun or stand behind its "of": they do not only say where it is done."""
    position = facts.sentence.position
    told = [*facts.token.by_role("owner"), *beside(facts.token, "of")]
    spans = [range(position(one.first), position(one.last) + 1) for one in told]
    return any(party.start in span for party in people for span in spans)


def _happens(facts: Facts, what: str) -> str:
    """ "Iraq's invasion takes place", "Vote is planned"."""
    whose = facts.who if _adds(facts, what) else facts.whom if _is_done_to_owner(facts) else ""
    owner = f"{whose}{owned(whose)} " if whose and whose not in words("headline", "owners") else ""
    what = f"{what} with {facts.whom}" if _is_war_with(facts) else what
    erupts = _erupts(facts)
    if erupts:
        return f"{owner}{what} {erupts}"
    more = _more(facts, what) if facts.status in ("occurred", "ongoing") else ""
    if more:
        return f"{owner}{what} {more}"
    return f"{owner}{what} {filled('happening', facts.status, takes_plural(facts.token))}"


def _erupts(facts: Facts) -> str:
    """By its own verb what a noun does ("riots erupt in Lagos"), where that says more than that it took place."""
    verb = facts.token.head
    if facts.token.role != "subject" or verb.lemma not in words("headline", "erupts") or facts.status != "occurred":
        return ""
    where = next((p for p in verb.by_role("preposition") if p.lower in words("clauses", "at")), None)
    place = facts.text_of(where) if where is not None and where.index not in facts.skip else ""
    return f"{verb_form(verb.lemma, takes_plural(facts.token), facts.status)} {particles(verb)} {place}".replace(
        "  ", " "
    )


def _is_done_to_owner(facts: Facts) -> bool:
    """Tell whether a noun's owner is the one to whom it is done ("the premier's arrest")."""
    position = facts.sentence.position
    owners = [range(position(o.first), position(o.last) + 1) for o in facts.token.by_role("owner")]
    return not facts.who and any(party.start in owner for party in facts.recipients for owner in owners)


def _is_war_with(facts: Facts) -> bool:
    """Tell whether a noun names only the other side of a war ("the war with Chad")."""
    return bool(facts.whom) and not facts.who and bool(beside(facts.token, "with")) and facts.type == "ASSAULT"


def _more(facts: Facts, what: str) -> str:
    """What is told with a noun: "refusal to sign the deal", "claim that it shot first", "withdrawal from Chad"."""
    noun = facts.token
    for behind in noun.rights:
        clause = clause_of(behind) if behind.role in ("noun clause", "complement") else None
        if (clause is not None and (clause.is_infinitive or "that" in clause.markers)) or (
            behind.role == "preposition" and behind.lower in words("headline", "noun_links")
        ):
            text = facts.text_of(behind)
            if text:
                return "" if what.endswith(text) else text
    return ""


# In this order: the first that knows the noun writes the headline.
_WAYS: tuple[Callable[[Facts, str], str | None], ...] = (
    _put_off,
    _prison,
    _agreement,
    _visit,
    _held,
    _done,
    _done_to_thing,
    _happens,
)
