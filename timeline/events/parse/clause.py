"""Who does what to whom in a clause: read from the tree once, into a frozen record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from timeline.events.lexicon import lexicon
from timeline.events.parse.noun_phrase import conjuncts
from timeline.events.parse.word import Role, Word, climb, verb_over
from timeline.events.words import words

SUBJECTS: tuple[Role, ...] = ("subject", "passive subject", "clause subject", "passive clause subject")
RELATIVE = frozenset({"who", "which", "that", "whom"})
_CLIMBED = 6  # clauses that a subject is looked for in, one above the other


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


def adjuncts_of(word: Word) -> tuple[tuple[str, Word], ...]:
    """The prepositional phrases of a verb or noun, as in ``Clause``; read once a sentence."""
    known = word.tree.adjuncts.get(word.index)
    if known is None:
        known = word.tree.adjuncts[word.index] = tuple(_adjuncts(word)) if word.children else ()
    return known


def beside(word: Word, *prepositions: str) -> list[Word]:
    """The objects of these prepositions at a verb or noun."""
    return [noun for preposition, noun in adjuncts_of(word) if preposition in prepositions]


def _read(word: Word) -> Clause:
    passive = _is_passive(word)
    subjects, agents, objects = _subjects(word), _agents(word, passive), _objects(word)
    markers = frozenset(c.lower for c in word.by_role("marker"))
    return Clause(
        is_passive=passive,
        is_negated=_is_negated(word),
        is_infinitive=any(c.lower == "to" for c in word.by_role("auxiliary")),
        is_future=_is_future(word),
        subjects=tuple(subjects),
        agents=tuple(agents),
        doers=tuple(agents if passive else subjects),
        undergoers=tuple(subjects + objects if passive else objects or _gap(word)),
        adjuncts=adjuncts_of(word),
        complements=tuple(_complements(word)),
        auxiliaries=tuple(_auxiliaries(word)),
        particles=frozenset(_particles(word)),
        markers=markers,
        openers=markers | {c.lower for c in word.by_role("adverb")},
    )


def _is_passive(word: Word) -> bool:
    if word.by_role("passive auxiliary", "passive subject", "passive clause subject"):
        # "is opposed to", "is committed to": states of the subject, not deeds of somebody else.
        return word.lemma not in lexicon().sets["states"] or bool(word.by_role("agent"))
    if _is_finite_by_mistake(word):
        return True
    if word.form != "past participle" or any(c.lemma == "have" for c in word.by_role("auxiliary")):
        return False
    if _is_prefixed_passive(word):
        return True
    if word.role == "noun clause":
        return not is_lost_main_verb(word)
    if word.role == "complement" and word.head.lemma in words("clauses", "perceive") and not word.by_role("object"):
        return True  # "saw soldiers killed"
    if word.by_role(*SUBJECTS, "object"):
        return False
    if word.role == "conjunct":
        return word.head.is_verbal and _is_passive(word.head)
    return word.role in ("adverbial", "complement", "adjective")


def _is_prefixed_passive(word: Word) -> bool:
    """Tell whether the passive auxiliary stands at a prefix ("was re-elected", cut at its hyphen)."""
    hyphen = word.before
    prefix = hyphen.before if hyphen is not None and hyphen.text == "-" else None
    return prefix is not None and not prefix.space and bool(prefix.by_role("passive auxiliary"))


def _is_finite_by_mistake(word: Word) -> bool:
    """Tell whether a participle that describes a noun was read as a past ("with the envoy expected to leave")."""
    return word.role == "noun clause" and word.form == "past" and not word.by_role(*SUBJECTS, "marker", "object")


def is_lost_main_verb(word: Word) -> bool:
    """Tell whether a participle on a bare root noun is the sentence's lost main verb.

    "Doctors from two groups donated and delivered goods" is read as a noun phrase by the small parser.
    """
    noun = word.head
    if word.role != "noun clause" or word.form != "past participle" or noun.role != "root" or word.by_role("agent"):
        return False
    if any(c.is_verbal and c.role != "noun clause" for c in noun.children):
        return False
    told = word.by_role("object", "open clause", "complement", "object predicate", "adverbial noun", "adverbial")
    return bool(told) or any(c.form == "past" for c in word.by_role("conjunct"))


# Clauses whose subject, where it is not told, is that of the clause above or one that this names.
_BELOW: tuple[Role, ...] = (
    "open clause",
    "complement",
    "adverbial",
    "prepositional clause",
    "preposition",
    "unknown",
    "object predicate",
    "predicate adjective",
    "predicate",
    "parallel",
)


def _subjects(word: Word, depth: int = 0) -> list[Word]:
    own = _own_subjects(word)
    if own:
        if own[0].lower in RELATIVE and word.role == "relative":
            return [_told_of(word.head, own[0])]
        return conjuncts(own[0])
    if depth > _CLIMBED or word.head is word:
        return []
    if word.role == "noun clause":
        return _described(word, depth)
    behind = _behind_conjunction(word)
    if behind or (word.role == "conjunct" and word.head.is_verbal):
        return behind or _subjects(word.head, depth + 1)
    return _subjects_above(word, depth) if word.role in _BELOW else []


def _own_subjects(word: Word) -> list[Word]:
    """The subjects of a verb; beside another one a relative is none ("the envoy who Chad chose")."""
    own = word.by_role(*SUBJECTS)
    others = [noun for noun in own if noun.lower not in RELATIVE]
    return others if word.role == "relative" and others else own


def _told_of(noun: Word, pronoun: Word) -> Word:
    """Of what a relative clause tells: behind "which" no human being ("the head of a council which was set up")."""
    sets = lexicon().sets
    if pronoun.lower == "which" and (noun.lemma in sets["people"] or noun.lemma in sets["office"]):
        things = [one for one in beside(noun, "of") if one.index < pronoun.index]
        return things[0] if things else noun
    return noun


def _behind_conjunction(verb: Word) -> list[Word]:
    """Who does what a clause with "after" or "before" tells, where the parser read a phrase and one more verb.

    "They left a week after Ines Haas, the premier, recalled her envoy."
    """
    if verb.role not in ("conjunct", "open clause") or verb.form != "past":
        return []
    before = (noun for marker, noun in adjuncts_of(verb.head) if marker in words("clauses", "conjunctions"))
    return [noun for noun in before if _ends_at(noun.last, verb)]


def _ends_at(last: Word, verb: Word) -> bool:
    """Tell whether nothing but a comma stands between a word and a verb behind it."""
    return last.index < verb.index and all(w.text == "," for w in verb.tree[last.index + 1 : verb.index])


def _described(clause: Word, depth: int) -> list[Word]:
    """The subject of a participle or infinitive that describes a noun: the noun, or who has it."""
    noun = clause.head
    speaks = clause.form == "present participle" and noun.lemma in lexicon().sets["speech"]
    participle = clause.form in ("present participle", "past participle") or _is_finite_by_mistake(clause)
    if participle and not speaks:
        return [noun]
    if any(c.lower == "there" for c in noun.head.children) and noun.head.lemma == "be":
        return [noun]  # "there were no troops to take over"
    return _owners(noun, depth + 1)


def _subjects_above(clause: Word, depth: int) -> list[Word]:
    head = climb(clause.head, ("preposition", "subordinator", "adjective", "particle"))
    if head.pos in ("noun", "name"):
        return _owners(head, depth + 1)
    if not head.is_verbal:
        return []
    if clause.role in ("open clause", "complement") and head.lemma in words("clauses", "object_control"):
        told = head.by_role("object")
        if told and not _is_passive(head):
            return conjuncts(told[0])
    if clause.role == "prepositional clause" and clause.head.lower == "as" and head.by_role("object"):
        return conjuncts(head.by_role("object")[0])  # "quoted Haas as saying", "described him as backing"
    keeps = clause.role == "adverbial" and clause.form == "present participle" and head.index < clause.index
    if keeps and head.role == "relative" and _is_passive(head):
        # "opened the port that was shut, keeping a promise": who opened it
        return _subjects(verb_over(head.head), depth + 1)
    return _subjects(head, depth + 1)


def _owners(noun: Word, depth: int) -> list[Word]:
    """Who has the plan, right or duty that a noun names: its possessor, or the subject of the verb it hangs on."""
    owner = noun.by_role("owner")
    if owner:
        return conjuncts(owner[0])
    head = climb(noun.head, ("preposition", "noun"))
    return _subjects(head, depth + 1) if head.is_verbal and noun.role not in SUBJECTS else []


def _agents(word: Word, passive: bool) -> list[Word]:
    phrases = (
        c for c in word.children if c.role == "agent" or (passive and c.role == "preposition" and c.lower == "by")
    )
    return [n for phrase in phrases for one in phrase.by_role("prepositional object") for n in conjuncts(one)]


def _objects(word: Word) -> list[Word]:
    found = [n for c in word.by_role("object") for n in conjuncts(c)]
    if word.role == "relative" and any(n.lower in RELATIVE for n in found):
        return [word.head]  # "the ban that Chad imposed"
    return found


def _gap(word: Word) -> list[Word]:
    """What a relative clause with a subject of its own is about ("the ban Chad imposed")."""
    subject = next(iter(_own_subjects(word)), None) if word.role == "relative" else None
    if subject is None or subject.lower in RELATIVE:
        return []
    is_owned = any(c.form == "relative possessive" for c in subject.children)
    return [] if is_owned else [word.head]  # not "Chad, whose army fled"


def _adjuncts(word: Word) -> Iterator[tuple[str, Word]]:
    """Prepositional phrases as (preposition, object), nested ones too ("out of", "on behalf of")."""
    for child in word.by_role("preposition", "agent", "dative", "particle"):
        if child.pos not in ("preposition", "subordinator", "verb", "adverb"):
            continue
        for inner in child.children:
            if inner.role in ("prepositional object", "prepositional clause"):
                yield from ((child.lower, noun) for noun in conjuncts(inner))
            elif inner.role == "preposition":
                nouns = (n for noun in inner.by_role("prepositional object") for n in conjuncts(noun))
                yield from ((inner.lower, noun) for noun in nouns)


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
    return (c.lower for c in word.children if c.role in roles or c.pos == "preposition")


def _auxiliaries(word: Word) -> list[Word]:
    own = word.by_role("auxiliary", "passive auxiliary")
    if own or word.role != "conjunct" or word.by_role(*SUBJECTS):
        return own
    shared = word.head.is_verbal and word.form in ("base", "past participle", "present participle")
    return _auxiliaries(word.head) if shared and word.head.form == word.form else []


def _is_future(word: Word) -> bool:
    return any(
        c.lemma in words("status", "will") or c.lower in words("status", "will_short")
        for c in word.by_role("auxiliary")
    )


def _is_negated(word: Word) -> bool:
    if any(c.role == "negation" or c.lower in words("status", "denying") for c in word.children):
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
    return noun.lower in words("status", "nobody") or any(_says_no(c) for c in noun.by_role("determiner"))


def _says_no(word: Word) -> bool:
    return word.lower in ("no", "neither")


def _shares_negation(verb: Word) -> bool:
    """Tell whether a coordinated infinitive is denied with the first ("did not meet or call")."""
    if verb.role != "conjunct" or verb.form != "base" or verb.by_role(*SUBJECTS, "auxiliary"):
        return False
    return verb.head.pos == "verb" and verb.head.form == "base" and _is_negated(verb.head)
