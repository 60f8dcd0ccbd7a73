"""Verbs that tell no event, in a frame or in none: "what Chad demands", "the law says", "with Haas expected to go"."""

from __future__ import annotations

from collections.abc import Callable

from timeline.events.lexicon import lexicon
from timeline.events.parse.clause import clause_of, sets_a_day
from timeline.events.parse.subjects import SUBJECTS
from timeline.events.parse.word import Word
from timeline.events.rules import Rules
from timeline.events.words import words

UNTOLD: Rules[Callable[[Word], bool]] = Rules("triggers", "untold")


def is_untold(verb: Word) -> bool:
    """Tell whether some rule finds that a verb tells no event, whatever its frame."""
    return any(holds(verb) for _, holds in UNTOLD)


@UNTOLD.rule("what-is-done")
def _what_is_done(verb: Word) -> bool:
    if any(c.lower == "what" for c in verb.by_role("passive subject")):
        return True
    asked = (c for c in verb.by_role("object") if c.lower == "what" and c.index < verb.index)
    return any(asked) and bool(verb.by_role("subject")) and not verb.by_role("object predicate")


@UNTOLD.rule("oneself")
def _oneself(verb: Word) -> bool:
    return any(noun.lower in words("parties", "reflexive") for noun in verb.by_role(*SUBJECTS))


@UNTOLD.rule("expected")
def _expected(verb: Word) -> bool:
    beside = any(marker.lower == "with" for marker in verb.by_role("marker"))
    bare = (beside or verb.form == "past participle") and not verb.by_role("auxiliary", "passive auxiliary")
    ahead = verb.lemma in words("triggers", "expected")
    return bare and ahead and bool(verb.by_role("open clause")) and bool(verb.by_role("subject"))


@UNTOLD.rule("having-said-that")
def _having_said_that(verb: Word) -> bool:
    said = verb.lemma == "say" and verb.role == "adverbial" and bool(verb.by_role("auxiliary"))
    return said and any(o.lower == "that" for o in verb.by_role("object"))


@UNTOLD.rule("asks-for-no-name")
def _asks_for_no_name(verb: Word) -> bool:
    asked = [clause_of(c) for c in verb.by_role("open clause") if c.lemma in words("triggers", "told_verbs")]
    return verb.lemma == "ask" and any(c.is_negated and c.is_passive for c in asked)


@UNTOLD.rule("judged")
def _judged(verb: Word) -> bool:
    doing = verb.role == "clause subject" and verb.form == "present participle"
    return doing and verb.head.lemma == "be" and verb.head.role == "complement" and not verb.by_role(*SUBJECTS)


@UNTOLD.rule("craft-of-words")
def _craft_of_words(verb: Word) -> bool:
    works = any(noun.lemma in words("triggers", "works_of_words") for noun in verb.by_role("object"))
    return works and verb.lemma in words("triggers", "crafts_of_words")


@UNTOLD.rule("standing-text")
def _standing_text(verb: Word) -> bool:
    texts = any(noun.lemma in words("triggers", "standing_texts") for noun in verb.by_role("subject"))
    return texts and verb.form in ("present", "present third") and verb.lemma in lexicon().reporting["verbs"]


@UNTOLD.rule("due-to-begin")
def _due_to_begin(verb: Word) -> bool:
    due = verb.head
    clause = due.head if due.role == "predicate adjective" else due
    begins = verb.role == "open clause" and verb.lemma in words("triggers", "happen")
    told = clause.role in ("relative", "noun clause") and clause.head.lemma in lexicon().nouns
    return begins and told and due.lemma in words("anchoring", "due")


@UNTOLD.rule("text-of-a-bill")
def _text_of_a_bill(verb: Word) -> bool:
    tells = verb.role == "noun clause" and verb.form == "present participle"
    return tells and verb.head.lemma in words("triggers", "bills") and not verb.by_role(*SUBJECTS)


@UNTOLD.rule("attribute")
def _attribute(verb: Word) -> bool:
    noun = verb.head
    before = verb.role in ("adjective", "compound") and verb.form == "past participle" and verb.index < noun.index
    return before and not verb.children and noun.lemma in words("triggers", "attributed")


@UNTOLD.rule("observes")
def _observes(verb: Word) -> bool:
    events = any(noun.lemma in lexicon().nouns for noun in verb.by_role("object"))
    return events and verb.lemma in words("triggers", "observes")


@UNTOLD.rule("answers-by-doing")
def _answers_by_doing(verb: Word) -> bool:
    answers = verb.lemma in words("triggers", "answers")
    return answers and any(
        by.lower == "by" and by.by_role("prepositional clause") for by in verb.by_role("preposition")
    )


@UNTOLD.rule("credit-line")
def _credit_line(verb: Word) -> bool:
    written = (noun for noun in clause_of(verb).beside("to", "in") if noun.lemma in words("triggers", "written"))
    return verb.lemma in words("triggers", "writes_with") and any(
        d.lower == "this" for noun in written for d in noun.by_role("determiner")
    )


@UNTOLD.rule("sets-a-day")
def _sets_a_day(verb: Word) -> bool:
    return sets_a_day(verb)
