"""Did it happen? The status of an event as seen from the article's day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.events.lexicon import lexicon
from timeline.events.parse.clause import SUBJECTS, clause_of
from timeline.events.parse.word import Word
from timeline.events.words import words

if TYPE_CHECKING:
    from timeline.models import Status


def status_of(token: Word, pivot: Word, later: bool = False, headline: bool = False) -> Status:
    """Judge an event by its verb and what governs it; ``later``: its own expression lies after the article."""
    if token != pivot and token.pos == "noun":
        if any(c.role == "determiner" and c.lower == "no" for c in token.children):
            return "negated"
        own = _over_noun(token, pivot)
        if own is not None and own != "occurred":
            return own
        for child in token.children:
            if child.role in ("adjective", "compound") and child.lower in lexicon().modifiers:
                return lexicon().modifiers[child.lower]  # type: ignore[return-value]
        if token.role == "prepositional object" and token.head.lower == "without":
            return "negated"
        if _adjunct(token) and token.head.lower in words("status", "adjunct_of_denied") and clause_of(pivot).is_negated:
            return "occurred"
        if _adjunct(token):
            if token.head.lower in words("status", "adjunct_ahead") and later:
                return "scheduled"
            return _past_or(token, pivot, later)
    if token == pivot and token.pos == "noun":
        own = _bare_noun(token)
        if own is not None:
            return own
    return _verb(pivot, later, headline)


def _bare_noun(noun: Word) -> Status | None:
    """What stands on or over an event noun that no verb makes an event ("a possible strike", "called for talks")."""
    lex = lexicon()
    for child in noun.children:
        if child.role in ("adjective", "compound") and child.lower in lex.modifiers:
            return lex.modifiers[child.lower]  # type: ignore[return-value]
        if child.role == "determiner" and child.lower == "no":
            return "negated"
    head, dep = noun.head, noun.role
    while dep == "conjunct" and head.pos == "noun":
        head, dep = head.head, head.role
    if dep == "prepositional object" and head.lower in words("status", "about"):
        head = head.head
    elif dep not in ("object", "passive subject") or _known(noun):
        return None
    given = lex.governors.get(head.lemma.lower())
    if given in ("hypothetical", "pledged", "scheduled"):
        return "hypothetical"
    if head.pos == "verb" and head.index != noun.index:
        above = _verb(head, False, False)
        return above if above in ("hypothetical", "pledged", "scheduled") else None
    return None


def _known(noun: Word) -> bool:
    """Tell whether an article or owner marks a noun's event as known ("the move"), not as one to come."""
    marks = {c.lower for c in noun.children if c.role in ("determiner", "owner")}
    return bool(marks & words("status", "told_as_known")) or (
        "the" in marks and not any(c.role == "preposition" and c.lower == "of" for c in noun.children)
    )


def _adjunct(noun: Word) -> bool:
    return noun.role == "prepositional object"


def _past_or(noun: Word, pivot: Word, later: bool) -> Status:
    prep = noun.head.lower
    if prep in words("status", "adjunct_past"):
        return "occurred"
    return "scheduled" if later else _verb(pivot, later, False)


def _over_noun(noun: Word, pivot: Word) -> Status | None:
    """What the verb that takes an event noun makes of it ("cancelled the talks", "proposed a summit")."""
    if noun.role not in ("object", "passive subject", "conjunct"):
        return None
    part = next((c.lower for c in pivot.children if c.role == "particle"), "")
    given = lexicon().governors.get(f"{pivot.lemma}_{part}") or lexicon().governors.get(pivot.lemma)
    if given in (None, "pass"):
        return None
    if clause_of(pivot).is_negated:
        return "negated"
    return given  # type: ignore[return-value]


def _verb(verb: Word, later: bool, headline: bool, depth: int = 0) -> Status:
    if clause_of(verb).is_negated:
        return "negated"
    if any(c.role == "marker" and c.lower in words("status", "conditions") for c in verb.children) or _awaited(verb):
        return "hypothetical"
    if _asked(verb):
        return "hypothetical"
    aux = clause_of(verb).auxiliaries
    lowers = {a.lower for a in aux}
    if lowers & words("status", "future"):
        return "scheduled" if later else "pledged"
    if lowers & words("status", "possible"):
        reporter = verb.head if verb.role in ("complement", "open clause", "conjunct") else None
        if "would" in lowers and reporter is not None and reporter.lemma in words("status", "promises_told"):
            return "scheduled" if later else "pledged"
        if "have" in {a.lemma for a in aux} and lowers & {"would", "could"}:
            return "hypothetical"
        return "hypothetical"
    infinitive = "to" in lowers and verb.form in ("base", "past participle")
    if (
        infinitive
        or (verb.form == "present participle" and not any(a.lemma == "be" for a in aux))
        or (verb.form == "base" and verb.role in ("open clause", "complement"))
    ):
        return _governed(verb, later, headline, depth)
    if verb.form == "past participle" and not aux and verb.role == "open clause":
        return _governed(verb, later, headline, depth)
    if later and verb.form in ("present third", "present", "present participle", "singular", "plural", "name"):
        return "scheduled"
    finite = aux[0] if aux else verb
    present = finite.form in ("present third", "present") or finite.lower in words("status", "present_be")
    if verb.lemma in lexicon().governors and lexicon().governors[verb.lemma] == "ongoing" and present:
        return "ongoing"
    if verb.form == "present participle" and any(a.lemma == "be" for a in aux) and present:
        return "ongoing"
    if later:
        return "scheduled"
    return "occurred"


def _awaited(verb: Word) -> bool:
    """Tell whether a deed is what another one to come waits for ("will not move until they leave")."""
    if verb.role != "adverbial" or not any(
        c.role in ("marker", "adverb") and c.lower in words("status", "waiting") for c in verb.children
    ):
        return False
    return any(
        a.lower in words("status", "future") | words("status", "possible") for a in clause_of(verb.head).auxiliaries
    )


def _asked(verb: Word) -> bool:
    """Tell whether a sentence asks if something happened ("Did the two meet?")."""
    if verb.role != "root" or not verb.tree.text.rstrip(" \"”'’").endswith("?"):
        return False
    subject = verb.by_role(*SUBJECTS)
    return bool(subject) and any(a.index < subject[0].index for a in clause_of(verb).auxiliaries)


def _governed(verb: Word, later: bool, headline: bool, depth: int) -> Status:
    """Status of an infinitive or participle: its governor decides."""
    if depth > 5:
        return "hypothetical"
    lex = lexicon()
    head = verb.head
    while head.pos in ("preposition", "subordinator", "particle") and head.head != head:
        head = head.head
    if head == verb and verb.form == "base" and verb.by_role(*SUBJECTS):
        return "scheduled"  # a headline's "Haas to visit Sund"
    if head == verb or head.pos == "unknown":
        return "occurred"
    if verb.role == "conjunct" and head.pos == "verb":
        return _verb(head, later, headline, depth + 1)
    if head.lower == "going" and verb.role == "open clause" and any(c.lemma == "be" for c in head.children):
        return "scheduled" if later else "pledged"
    above_words = [head.lower, head.lemma.lower()]
    above_words += [
        c.lower for c in head.children if c.role in ("predicate adjective", "predicate") and c.index < verb.index
    ]
    if (
        verb.form == "present participle"
        and verb.role in ("adverbial", "noun clause", "prepositional clause")
        and not verb.by_role(*SUBJECTS)
    ):
        before = verb.head if verb.role == "prepositional clause" else None
        if before is not None and before.lower == "without":
            return "negated"
        if before is not None and (before.lower == "short" or before.head.lower == "short"):
            return "negated"  # "stopped short of apologising"
        if before is not None and before.lower in ("of", "for") and head.pos in ("noun", "verb"):
            given = lex.governors.get(head.lemma)
            if head.lemma in words("status", "unreal"):
                return "hypothetical"
            if given and given != "pass":
                return given  # type: ignore[return-value]
        if head.pos == "verb":
            return _verb(head, later, headline, depth + 1)
        return "occurred"
    if head.lemma in lex.motion and verb.role in ("adverbial", "open clause"):
        return _verb(head, later, headline, depth + 1)
    for word in above_words:
        given = lex.governors.get(word)
        if given is None:
            continue
        if given == "pass":
            return _verb(head, later, headline, depth + 1)
        above = _verb(head, False, headline, depth + 1) if head.pos in ("verb", "auxiliary") else "occurred"
        if given == "negated" and above == "negated":
            return "occurred"
        if given == "ongoing" and above in ("pledged", "scheduled", "hypothetical", "negated"):
            return above
        if above in ("negated", "hypothetical") and given in ("scheduled", "pledged"):
            return "hypothetical" if above == "hypothetical" else "negated"
        if given == "attempted" and above in ("pledged", "scheduled", "hypothetical"):
            return above
        return given  # type: ignore[return-value]
    if head.pos == "noun" or verb.role in ("adverbial", "noun clause", "open clause", "relative"):
        if head.lemma == "be" and verb.role == "open clause":
            return "scheduled"
        return "hypothetical"
    return _verb(head, later, headline, depth + 1) if head.pos in ("verb", "auxiliary") else "occurred"
