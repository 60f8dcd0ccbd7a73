"""Who does what to whom in a clause: read from the tree once, into a frozen record."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from timeline.events.lexicon import lexicon
from timeline.events.parse.noun_phrase import adjuncts_of, beside, conjuncts
from timeline.events.parse.subjects import (
    RELATIVE,
    SUBJECTS,
    is_passive,
    objects_of,
    opens_with_it,
    own_subjects,
    subjects_of,
)
from timeline.events.parse.word import Role, Word
from timeline.events.words import words


class Clause(NamedTuple):
    """What is told with a verb, or with a noun that stands for one.

    ``subjects``: the grammatical ones, followed through control, coordination and relative clauses; ``agents``: those
    of a passive's by-phrase; ``doers`` and ``undergoers``: whatever the voice.  ``adjuncts``: (preposition, object)
    pairs; ``complements``: the verbs of complement and purpose clauses; ``auxiliaries``: a coordinated verb without its
    own shares those of the first; ``particles``: particles and prepositions that may make a phrasal verb; ``markers``:
    the conjunctions that open it, ``openers``: these and its adverbs.  ``is_negated``: by its own negation, or by a
    "no" on its subject or object.  ``is_infinitive``: "to" stands before it; ``is_future``: it lies ahead, now or then.
    """

    is_passive: bool
    is_negated: bool
    is_infinitive: bool
    is_future: bool
    subjects: tuple[Word, ...]
    agents: tuple[Word, ...]
    doers: tuple[Word, ...]
    undergoers: tuple[Word, ...]
    adjuncts: tuple[tuple[str, Word], ...]
    complements: tuple[Word, ...]
    auxiliaries: tuple[Word, ...]
    particles: frozenset[str]
    markers: frozenset[str]
    openers: frozenset[str]

    def beside(self, *prepositions: str) -> list[Word]:
        """The objects of these prepositions."""
        return [noun for preposition, noun in self.adjuncts if preposition in prepositions]


def clause_of(word: Word) -> Clause:
    """What is told with a word; read once a sentence."""
    known = word.tree.clauses.get(word.index)
    if known is None:
        known = word.tree.clauses[word.index] = _read(word)
    return known


def left_to_do(verb: Word) -> Word:
    """The verb of what a subject is to do or to undergo ("are to be held", "is expected to open"), else the verb."""
    while True:
        clause = clause_of(verb)
        leaves = verb.lemma == "be" or clause.is_passive
        below = (c for c in clause.complements if clause_of(c).is_infinitive and not own_subjects(c))
        lower = next(below, None) if leaves else None
        if lower is None:
            return verb
        verb = lower


def is_supposed(verb: Word) -> bool:
    """Tell whether a clause only supposes something: "if Chad left", "had Chad left", "were Chad to leave"."""
    if clause_of(verb).markers & words("status", "conditions"):
        return True
    return _is_inverted(verb) or (verb.role == "open clause" and _is_inverted(verb.head))


def is_to_be_done(verb: Word) -> bool:
    """Tell whether a clause says in the passive what is bidden or agreed ("that the envoy be freed")."""
    told = [a.lower for a in clause_of(verb).auxiliaries]
    that = verb.role in ("complement", "noun clause", "relative")
    return verb.form == "past participle" and that and told == ["be"]


def is_asked(verb: Word) -> bool:
    """Tell whether a question asks for what a verb tells ("Will Chad apologise?", "Is Chad going to leave?")."""
    while verb.role == "open clause" and verb.head.is_verbal:
        verb = verb.head
    subjects = verb.by_role(*SUBJECTS)
    if verb.role != "root" or not subjects or not verb.tree.text.rstrip(" \"”'’").endswith("?"):
        return False
    return any(a.index < subjects[0].index for a in clause_of(verb).auxiliaries)


def is_unreal(verb: Word) -> bool:
    """Tell whether a verb says what would have been ("would have closed the port")."""
    told = clause_of(verb).auxiliaries
    return any(a.lemma == "have" for a in told) and any(a.lower in words("status", "supposed") for a in told)


def sets_a_day(verb: Word) -> bool:
    """Tell whether a verb calls or plans an event for a day that is told ("called a march for Friday")."""
    planned = [noun for noun in verb.by_role("object") if noun.lemma in lexicon().nouns]
    days = (day for noun in (verb, *planned) for day in beside(noun, "for"))
    return verb.lemma in words("clauses", "sets_day") and bool(planned) and any(map(_is_day, days))


def _is_day(noun: Word) -> bool:
    told = {word.lower.rstrip(".") for word in (noun, *noun.lefts)}
    return not told.isdisjoint(words("status", "days"))


def _is_inverted(verb: Word) -> bool:
    """Tell whether "had", "were" or "should" opens a clause before its subject, with something that would be."""
    opener = next((w for w in (*verb.by_role("auxiliary"), verb) if w.lower in words("status", "supposing")), None)
    subject = next(iter(verb.by_role(*SUBJECTS)), None)
    if opener is None or subject is None or opener.index > subject.index:
        return False
    opens = opener.before is None or opener.before.is_punctuation
    return opens and any(w.lower in words("status", "supposed") for w in verb.tree[subject.index :])


def _read(word: Word) -> Clause:
    passive = is_passive(word)
    subjects, agents, objects = subjects_of(word), _agents(word, passive), objects_of(word)
    markers = frozenset(c.lower for c in word.by_role("marker"))
    return Clause(
        is_passive=passive,
        is_negated=_is_negated(word),
        is_infinitive=any(c.lower == "to" for c in word.by_role("auxiliary")),
        is_future=_is_future(word),
        subjects=tuple(subjects),
        agents=tuple(agents),
        doers=tuple(agents if passive else subjects),
        undergoers=tuple(subjects + ([] if opens_with_it(word) else objects) if passive else objects or _gap(word)),
        adjuncts=adjuncts_of(word),
        complements=tuple(_complements(word)),
        auxiliaries=tuple(_auxiliaries(word)),
        particles=frozenset(_particles(word)),
        markers=markers,
        openers=markers | {c.lower for c in word.by_role("adverb")},
    )


def _agents(word: Word, passive: bool) -> list[Word]:
    phrases = (
        c for c in word.children if c.role == "agent" or (passive and c.role == "preposition" and c.lower == "by")
    )
    return [n for phrase in phrases for one in phrase.by_role("prepositional object") for n in conjuncts(one)]


def _gap(word: Word) -> list[Word]:
    """What a relative clause with a subject of its own is about ("the ban Chad imposed")."""
    subject = next(iter(own_subjects(word)), None) if word.role == "relative" else None
    if subject is None or subject.lower in RELATIVE:
        return []
    is_owned = any(c.form == "relative possessive" for c in subject.children)  # "Chad, whose army fled"
    behind = (n for p in word.by_role("preposition") for n in p.by_role("prepositional object"))
    is_beside = any(n.lower in RELATIVE for n in behind)  # "the raid in which ten soldiers died"
    return [] if is_owned or is_beside else [word.head]


_CLAUSES: tuple[Role, ...] = (
    "open clause",
    "complement",
    "prepositional clause",
    "adverbial",
    "noun clause",
)


def _complements(word: Word) -> list[Word]:
    found: list[Word] = []
    for child in word.children:
        if child.role in _CLAUSES and child.is_verbal:
            found.append(child)
        elif child.role == "preposition":
            found += child.by_role("prepositional clause")
        elif child.role in ("predicate adjective", "predicate", "object predicate"):
            found += child.by_role("open clause", "complement")
    return found


def _particles(word: Word) -> Iterable[str]:
    roles = ("particle", "preposition", "adverb", "agent", "dative")
    return (c.lower for c in word.children if c.role in roles or (c.pos == "preposition" and c.role != "auxiliary"))


def _auxiliaries(word: Word) -> list[Word]:
    own = word.by_role("auxiliary", "passive auxiliary")
    if own or word.role != "conjunct" or word.by_role(*SUBJECTS):
        return own
    if not word.head.is_verbal:
        return []
    shared = _auxiliaries(word.head)
    alike = word.form == word.head.form and word.form in ("base", "past participle", "present participle")
    return shared if alike or _is_in_perfect(word, shared) else []


def _is_in_perfect(word: Word, shared: list[Word]) -> bool:
    """Tell whether a verb read as past stands behind a perfect that it goes on with ("had left and warned Chad")."""
    is_active = all(a.lemma != "be" for a in shared) and any(a.lemma == "have" for a in shared)
    return is_active and word.form == "past" and word.head.form == "past participle"


def _is_future(word: Word) -> bool:
    return any(
        c.lemma in words("status", "will") or c.lower in words("status", "will_short")
        for c in word.by_role("auxiliary")
    )


def _is_negated(word: Word) -> bool:
    if any(c.role == "negation" or c.lower in words("status", "denying") or _is_no_longer(c) for c in word.children):
        return not any(c.lower == "only" for c in word.children if c.index == word.index + 1)
    if any(_says_no(c) for c in word.by_role("determiner")):
        return True
    if not word.is_verbal:
        return False
    near = word.by_role("object", "passive subject", "subject", "predicate")
    return any(_is_nobody(noun) for noun in near) or _shares_negation(word)


def _is_nobody(noun: Word) -> bool:
    if any(c.index < noun.index for c in noun.by_role("negation")):
        return True  # "not everyone"
    if noun.lower in words("status", "nobody") or any(_says_no(c) for c in noun.by_role("determiner")):
        return True
    return is_neither_of(noun)


def is_neither_of(noun: Word) -> bool:
    """Tell whether a noun and those joined to it are denied alike ("neither Chad nor Niger")."""
    return any(c.lower == "neither" for c in noun.children if c.index < noun.index)


def _is_no_longer(word: Word) -> bool:
    """Tell whether an adverb says that something is so no more ("no longer")."""
    before = word.before
    return word.lower == "longer" and before is not None and before.lower == "no"


def _says_no(word: Word) -> bool:
    return word.lower in ("no", "neither")


def _shares_negation(verb: Word) -> bool:
    """Tell whether a coordinated verb is denied with the first ("did not meet or call", "has never met or called")."""
    if verb.role != "conjunct" or verb.by_role(*SUBJECTS, "auxiliary") or verb.head.pos != "verb":
        return False
    either = any(c.lower == "or" for c in verb.head.by_role("coordinator"))
    alike = verb.form == verb.head.form == "base" or (either and verb.head.form == "past participle")
    return alike and _is_negated(verb.head)
