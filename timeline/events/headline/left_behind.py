"""What a relative clause leaves to the noun that it describes: its object, or the subject or object of what is said."""

from __future__ import annotations

from timeline.events.parse.clause import clause_of
from timeline.events.parse.subjects import RELATIVE, SUBJECTS, object_told_later
from timeline.events.parse.word import Role, Word
from timeline.events.words import words

_TOLD: tuple[Role, ...] = ("complement", "open clause", "predicate", "predicate adjective")
_SIGNS = (",", "-", "--", "–", "—")


def object_left_behind(verb: Word) -> Word | None:
    """The object of a relative clause with a subject of its own ("the ban that Chad imposed"), or one told later."""
    clause = clause_of(verb)
    later = object_told_later(verb) if not verb.by_role("object") else []
    if later:
        return later[0]
    joined = verb.role in ("conjunct", "open clause") and any(c.lower in RELATIVE for c in verb.by_role("object"))
    if joined and clause.undergoers and not clause.is_passive:
        return clause.undergoers[0]
    if verb.role != "relative" or clause.is_passive or verb.head not in clause.undergoers or verb.by_role(*_TOLD):
        return None
    objects = verb.by_role("object")
    if any(c.lower not in RELATIVE for c in objects) or (verb.by_role("object predicate") and not objects):
        return None  # "told rebels that they had attacked Lima"; not "the budget, which he called a job killer"
    relative = any(c.lower in RELATIVE for c in verb.by_role("object", *SUBJECTS))
    return verb.head if relative or _can_be_object(verb, verb.head) else None


def _can_be_object(verb: Word, noun: Word) -> bool:
    """Tell whether a clause without a relative pronoun does something to its noun ("the ban Chad imposed")."""
    if noun.lemma in words("headline", "circumstances"):
        return False  # "the day Haas left"
    return not any(_says_where(c) for c in verb.children)


def _says_where(word: Word) -> bool:
    """Tell whether a word asks for place or time, or is a preposition without its noun."""
    return word.lower in words("headline", "asking") or (word.role == "preposition" and not word.children)


def said_behind(verb: Word) -> Word | None:
    """The verb of the clause that tells what is said, behind its verb of saying."""
    told = next((c for c in verb.by_role("complement") if c.index > verb.index), None)
    after = verb.after
    told = told or _told_of(verb)
    if told is None and after is not None and _stands_in_relative(verb) and after.role == "complement":
        return after if is_finite(after) else None  # "a ban, which Chad says is lawful", hung on another verb
    return told


def _told_of(verb: Word) -> Word | None:
    """What somebody is told without "that", which the parser takes for a relative ("warned Chad they may leave")."""
    hears = verb.lemma in words("headline", "hearing")
    relatives = (c for noun in verb.by_role("object") for c in noun.by_role("relative") if hears)
    return next((c for c in relatives if any(n.form == "personal" for n in c.by_role("subject"))), None)


def described_by(verb: Word, said: Word) -> Word | None:
    """The noun that what is said leaves out: "a ban which Chad says is lawful", "the ban Chad says Niger broke"."""
    pronouns = [*said.by_role("object", "prepositional object", *SUBJECTS), *verb.by_role(*SUBJECTS)]
    relative = next((c for c in pronouns if c.lower in RELATIVE and c.index < verb.index), None)
    speaks = verb.by_role(*SUBJECTS) == [relative]  # "Haas, who says that the ban is lawful"
    if (relative is None or speaks) and not lacks_subject(said):
        return verb.head if _lacks_object(verb, said) else None
    if verb.role == "relative":
        return verb.head
    before = relative.before if relative is not None else None
    if before is not None and before.text in _SIGNS:
        before = before.before
    return before if before is not None and before.pos in ("noun", "name") else None


def _lacks_object(verb: Word, said: Word) -> bool:
    """Tell whether what is said leaves its object to the noun before ("the grain Chad says it has bought")."""
    bare = verb.role == "relative" and not any(w.lower in RELATIVE for w in verb.tree[verb.head.index : verb.index])
    told = said.by_role("object", "open clause", "adverb", "preposition", *_TOLD)
    ends = said.form == "past participle" and bool(said.by_role("auxiliary")) and not told
    return bare and ends and verb.head.lemma not in words("headline", "circumstances")


def lacks_subject(clause: Word) -> bool:
    """Tell whether a finite clause stands without its subject."""
    finite = is_finite(clause) or any(map(is_finite, clause.by_role("auxiliary", "passive auxiliary")))
    return finite and not clause.by_role(*SUBJECTS) and not any(c.lower == "there" for c in clause.children)


def is_finite(word: Word) -> bool:
    """Tell whether a word is a finite verb."""
    modals = words("timeml", "modals", "modals_short", "future")
    return word.form in ("past", "present", "present third") or word.lower in modals


def _stands_in_relative(verb: Word) -> bool:
    """Tell whether a relative pronoun stands beside a verb's own subject."""
    subjects = verb.by_role(*SUBJECTS)
    return verb.role == "relative" and len(subjects) > 1 and any(noun.lower in RELATIVE for noun in subjects)
