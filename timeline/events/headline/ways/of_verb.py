"""Headlines of events that a verb tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline.events.headline.cut import told
from timeline.events.headline.facts import Facts
from timeline.events.headline.names import is_plural
from timeline.events.headline.subject import Subject, is_of_one, subject_of, takes_plural
from timeline.events.headline.tail import in_full, particles, tail
from timeline.events.headline.verb_form import agree, filled, gloss, verb_form
from timeline.events.headline.ways.of_saying import of_saying
from timeline.events.headline.ways.turned import turned
from timeline.events.lexicon import lexicon, types
from timeline.events.parse.clause import clause_of
from timeline.events.parse.inflect import lemma_of
from timeline.events.parse.noun_phrase import conjuncts
from timeline.events.parse.subjects import RELATIVE
from timeline.events.parse.word import Word
from timeline.events.parties.party import is_party, is_somebody
from timeline.events.parties.reference.coreference import antecedent
from timeline.events.words import words
from timeline.models import Party


def with_hosts(facts: Facts) -> Facts:
    """Leave of the actors only the hosts, where not all who are named sit down ("hosts the summit")."""
    return replace(facts, actors=_hosts(facts) or facts.actors) if is_hosting(facts) else facts


def is_hosting(facts: Facts) -> bool:
    """Tell whether somebody hosts an event, not people."""
    hosts = facts.token.lemma in words("headline", "host_verbs")
    return hosts and not any(is_party(facts.sentence, noun) for noun in facts.token.by_role("object"))


def _hosts(facts: Facts) -> list[Party]:
    """The actors that stand in the subject."""
    position = facts.sentence.position
    inside = [(position(noun.first), position(noun.last)) for noun in clause_of(facts.token).subjects]
    return [party for party in facts.actors if any(a <= party.start <= b for a, b in inside)]


def passive(facts: Facts) -> str:
    """ "Quota is agreed by Haas and Petrenko", "Haas to be sworn in"."""
    token = facts.token
    described = _described(facts)
    if described is not None:
        return described
    head, by = _undergoer(facts), facts.who
    if _is_of_agents(facts):
        by = facts.whom
    elif facts.type in types("appointing") and _are_meant(facts, head) and not _is_event(token):
        head = Subject(facts.whom or facts.who, _are_many(facts, facts.recipients or facts.actors))
    by = "" if by == head.text else _agent(facts) or by
    rest = tail(facts)
    text = turned(facts, token.text.lower(), rest, facts.who)
    if text is not None:
        return text
    if not head.text:
        return _to_it(facts, rest)
    be = filled("passive", _told_status(facts), head.many)
    verb = f"{token.text.lower()} {particles(token)}".strip()
    if by and not clause_of(token).agents:
        if by not in f"{head.text} {rest}":
            return _by_hosts(facts, head, rest)
        by = ""  # "elections to be held in Chad"
    return f"{head.text} {be} {verb} {rest}" + (f" by {by}" if by and f"by {by}" not in rest else "")


def _are_many(facts: Facts, people: Sequence[Party]) -> bool:
    """Tell whether parties take a plural: no single person whose name ends like one ("Haas")."""
    return is_plural(people) and (len(people) > 1 or facts.sentence.people.called(people[0].called) is None)


def _are_meant(facts: Facts, head: Subject) -> bool:
    """Tell whether the parties are those to whom it is done, not only theirs whose premier is elected."""
    people = facts.recipients or facts.actors
    return bool(people) and (not head.text or _are_at(facts, people, clause_of(facts.token).undergoers))


def _are_at(facts: Facts, people: Sequence[Party], nouns: Sequence[Word]) -> bool:
    """Tell whether one of some parties is what one of the nouns or its apposition names."""
    named = [facts.sentence.position(n) for one in nouns for n in (one, *one.by_role("apposition"))]
    return any(party.start <= at < party.end for party in people for at in named)


def _by_hosts(facts: Facts, head: Subject, rest: str) -> str:
    """ "Chad holds elections", of those held in Chad: who does it where it is done."""
    noun = next(iter(clause_of(facts.token).subjects), None)
    what = facts.lowered(noun.first, head.text) if noun is not None else head.text
    parts = (
        f"{verb_form(lemma_of(facts.token), is_plural(facts.actors), facts.status)} {particles(facts.token)}".strip()
    )
    return f"{facts.who} {parts} {what} {rest}"


def _is_event(verb: Word) -> bool:
    """Tell whether what is done is itself an event ("the vote was held"), not somebody to whom it is done."""
    return any(noun.lemma in lexicon().nouns for noun in clause_of(verb).subjects)


def _to_it(facts: Facts, rest: str) -> str:
    """ "Chad clears it", where nothing tells what the subject of a passive is; nothing where nobody does it."""
    noun = next((noun for noun in facts.token.by_role("passive subject") if noun.pos == "pronoun"), None)
    if noun is None or not clause_of(facts.token).agents or not facts.who:
        return ""
    verb = verb_form(lemma_of(facts.token), is_plural(facts.actors), facts.status)
    return f"{facts.who} {verb} {gloss('objects').get(noun.lower, noun.lower)} {rest}"


def _described(facts: Facts) -> str | None:
    """ "Chad proposes cuts", of "cuts proposed by Chad": who does it to the noun that a participle describes."""
    token, agents = facts.token, clause_of(facts.token).agents
    if token.role != "noun clause" or not agents or not facts.who or facts.status != "occurred":
        return None
    noun, position = token.head, facts.sentence.position
    inside = range(position(agents[0].first), position(agents[0].last) + 1)
    if noun.pos not in ("noun", "name") or not any(party.start in inside for party in facts.actors):
        return None
    what = told(w for w in noun.tree[noun.first.index : token.first.index] if w.index not in facts.skip)
    many = takes_plural(agents[0]) if len(agents) == 1 else True
    parts = f"{verb_form(lemma_of(token), many, facts.status)} {particles(token)}".strip()
    return f"{_agent(facts) or facts.who} {parts} {facts.lowered(noun.first, what).rstrip(' ,')} {tail(facts)}".strip()


def _agent(facts: Facts) -> str:
    """What does it where an actor is only part of that ("by Odal's policy of silence")."""
    position = facts.sentence.position
    for noun in clause_of(facts.token).agents[:1]:
        named = any(party.start <= position(noun) < party.end for party in facts.actors)
        inside = range(position(noun.first), position(noun.last) + 1)
        if not named and any(party.start in inside for party in facts.actors):
            return facts.text_of(noun)
    return ""


def _told_status(facts: Facts) -> str:
    """The status that the verb has to tell, not another word of the clause ("no invitation was issued")."""
    if _says_planned(facts):
        return "planned"
    nouns = facts.token.by_role("passive subject")
    denied = any(c.lower in words("headline", "denied") for noun in nouns for c in noun.by_role("determiner"))
    return "occurred" if denied and facts.status == "negated" else facts.status


def _says_planned(facts: Facts) -> bool:
    """Tell whether the verb says itself that the event is ahead, or put off ("is planned", "is postponed")."""
    ahead = ("scheduled", "pledged")
    return facts.status in ahead and lexicon().governors.get(facts.token.lemma) in (*ahead, "cancelled")


def _undergoer(facts: Facts) -> Subject:
    """To whom or what it is done; of a pronoun, what it means."""
    noun = next(iter(facts.token.by_role("passive subject")), None) or _undergoer_above(facts.token)
    host = facts.token.head
    is_other = host.pos == "noun" and not (is_somebody(host) and _are_at(facts, facts.recipients, [host]))
    if noun is None and facts.token.role == "noun clause" and is_other:
        before = host.tree[host.first.index : facts.token.first.index]  # "the election, called after his death"
        return Subject(told(w for w in before if w.index not in facts.skip).rstrip(" ,"), _is_many(host))
    thing = antecedent(noun) if noun is not None else None
    if thing is not None and thing.head.by_role("object") == [thing]:
        noun = thing
    if (noun is None or noun.pos == "pronoun") and _is_of_agents(facts):
        return Subject("", many=False)  # "he was replaced by Haas": whom the headline would name does it
    if noun is None or noun.pos == "pronoun":
        if noun is not None and noun.lower in RELATIVE and facts.token.role == "relative":
            head = facts.token.head
            what = facts.whom or facts.lowered(head.first, facts.text_of(head))
            return Subject(what, not is_of_one(facts.token) and _is_many(head))
        many = noun is not None and (_is_many(noun) or noun.lower in words("headline", "groups"))
        return Subject(facts.whom, many or is_plural(facts.recipients))
    many = _is_many(noun) and not is_of_one(facts.token)  # "Ozolnieks was"
    return Subject(facts.whom if _is_named_behind(facts, noun) else facts.text_of(noun), many)


def _is_named_behind(facts: Facts, noun: Word) -> bool:
    """Tell whether an apposition names the one to whom it is done ("the commander, Jan Odal, was killed")."""
    position = facts.sentence.position
    named = [range(position(name.first), position(name.last) + 1) for name in noun.by_role("apposition")]
    return (
        is_somebody(noun)
        and len(facts.recipients) == 1
        and any(facts.recipients[0].start in inside for inside in named)
    )


def _is_of_agents(facts: Facts) -> bool:
    """Tell whether the recipients are those by whom it is done."""
    position = facts.sentence.position
    agents = [range(position(noun.first), position(noun.last) + 1) for noun in clause_of(facts.token).agents]
    return any(party.start in agent for party in facts.recipients for agent in agents)


def _undergoer_above(verb: Word) -> Word | None:
    """The subject of the verb above ("the list is yet to be confirmed", "was deported and sent back")."""
    subjects = clause_of(verb).subjects if verb.role in ("open clause", "conjunct") else ()
    return subjects[0] if subjects and subjects[0].pos != "pronoun" else None


def _is_many(noun: Word) -> bool:
    joined = conjuncts(noun)[1:]
    return takes_plural(noun) or any(not _describes(other, noun) for other in joined)


def _describes(other: Word, noun: Word) -> bool:
    """Tell whether a bare noun says more of a name that it is joined to ("Odal, his adviser and friend,")."""
    return noun.pos == "name" and other.pos == "noun" and other.form == "singular" and not other.children


@dataclass(frozen=True, slots=True)
class _Line:
    """A headline under way: subject, the verb's base form, and the words behind it."""

    facts: Facts
    subject: Subject
    base: str
    rest: str


def active(facts: Facts) -> str:
    """ "Mali marks its 50th anniversary of independence", "Odal to visit Peru"."""
    subject = _subject(facts)
    if subject is None:
        return ""
    subject = subject._replace(many=subject.many or _is_told_of_several(facts.token))
    rest = f"{particles(facts.token)} {tail(facts) or in_full(facts)}".strip()
    line = _Line(facts, subject, lemma_of(facts.token), rest)
    return next(text for way in _WAYS if (text := way(line)) is not None)


def _is_told_of_several(verb: Word) -> bool:
    """Tell whether a verb stands in a form that only several have ("Pashtuns who oppose him")."""
    subjects = clause_of(verb).subjects
    several = bool(subjects) and subjects[0].form in ("plural", "plural name")
    return several and verb.form == "present" and not clause_of(verb).auxiliaries


def _subject(facts: Facts) -> Subject | None:
    """Who does it: the grammatical subject, else the actors, else whom it befalls, else "we"."""
    subject = subject_of(facts)
    if subject is not None and subject.text:
        return subject
    name = facts.who or (facts.whom if facts.type in types("befalls") else "")
    if name:
        return Subject(name, is_plural(facts.actors or facts.recipients))
    speaks = any(noun.lower in words("headline", "we") for noun in clause_of(facts.token).subjects)
    return Subject(gloss("meeting")["we"], True) if speaks else None  # a speech whose speaker is not told


def _saying(line: _Line) -> str | None:
    """What somebody says."""
    return of_saying(line.facts, line.subject, line.base)


def _turned(line: _Line) -> str | None:
    """A refusal, demand or threat that another verb tells."""
    return turned(line.facts, line.base, line.rest, line.facts.who or line.subject.text)


def _state(line: _Line) -> str | None:
    """A state that reads like a deed: "Chad is opposed to the plan", "Odal is due in Paris"."""
    token = line.facts.token
    is_state = token.form == "past participle" and line.base in lexicon().sets["states"]
    if token.pos != "adjective" and not is_state:
        return None
    return f"{line.subject.text} {agree('be', line.subject.many)} {token.text.lower()} {line.rest}"


def _deed(line: _Line) -> str:
    """What somebody does."""
    verb = verb_form(line.base, line.subject.many, line.facts.status, line.facts.token)
    return f"{line.subject.text} {verb} {line.rest}"


# In this order: the first that knows a form writes the headline.
_WAYS = (_saying, _turned, _state, _deed)
