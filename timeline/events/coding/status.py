"""Did it happen? The status of an event as seen from the article's day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.events.lexicon import lexicon
from timeline.events.parse.clause import SUBJECTS, auxiliaries, kids, negated
from timeline.events.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from timeline.models import Status


def status_of(token: Token, pivot: Token, later: bool = False, headline: bool = False) -> Status:
    """Judge an event by its verb and what governs it; ``later``: its own expression lies after the article."""
    if token != pivot and token.pos_ == "NOUN":
        if any(c.dep_ == "det" and c.lower_ == "no" for c in token.children):
            return "negated"
        own = _over_noun(token, pivot)
        if own is not None and own != "occurred":
            return own
        for child in token.children:
            if child.dep_ in ("amod", "compound") and child.lower_ in lexicon().modifiers:
                return lexicon().modifiers[child.lower_]  # type: ignore[return-value]
        if token.dep_ == "pobj" and token.head.lower_ == "without":
            return "negated"
        if _adjunct(token) and token.head.lower_ in words("status", "adjunct_of_denied") and negated(pivot):
            return "occurred"
        if _adjunct(token):
            if token.head.lower_ in words("status", "adjunct_ahead") and later:
                return "scheduled"
            return _past_or(token, pivot, later)
    if token == pivot and token.pos_ == "NOUN":
        own = _bare_noun(token)
        if own is not None:
            return own
    return _verb(pivot, later, headline)


def _bare_noun(noun: Token) -> Status | None:
    """What stands on or over an event noun that no verb makes an event ("a possible strike", "called for talks")."""
    lex = lexicon()
    for child in noun.children:
        if child.dep_ in ("amod", "compound") and child.lower_ in lex.modifiers:
            return lex.modifiers[child.lower_]  # type: ignore[return-value]
        if child.dep_ == "det" and child.lower_ == "no":
            return "negated"
    head, dep = noun.head, noun.dep_
    while dep == "conj" and head.pos_ == "NOUN":
        head, dep = head.head, head.dep_
    if dep == "pobj" and head.lower_ in words("status", "about"):
        head = head.head
    elif dep not in ("dobj", "nsubjpass") or _known(noun):
        return None
    given = lex.governors.get(head.lemma_.lower())
    if given in ("hypothetical", "pledged", "scheduled"):
        return "hypothetical"
    if head.pos_ == "VERB" and head.i != noun.i:
        above = _verb(head, False, False)
        return above if above in ("hypothetical", "pledged", "scheduled") else None
    return None


def _known(noun: Token) -> bool:
    """Tell whether an article or owner marks a noun's event as known ("the move"), not as one to come."""
    marks = {c.lower_ for c in noun.children if c.dep_ in ("det", "poss")}
    return bool(marks & words("status", "told_as_known")) or (
        "the" in marks and not any(c.dep_ == "prep" and c.lower_ == "of" for c in noun.children)
    )


def _adjunct(noun: Token) -> bool:
    return noun.dep_ == "pobj"


def _past_or(noun: Token, pivot: Token, later: bool) -> Status:
    prep = noun.head.lower_
    if prep in words("status", "adjunct_past"):
        return "occurred"
    return "scheduled" if later else _verb(pivot, later, False)


def _over_noun(noun: Token, pivot: Token) -> Status | None:
    """What the verb that takes an event noun makes of it ("cancelled the talks", "proposed a summit")."""
    if noun.dep_ not in ("dobj", "nsubjpass", "conj"):
        return None
    part = next((c.lower_ for c in pivot.children if c.dep_ == "prt"), "")
    given = lexicon().governors.get(f"{pivot.lemma_}_{part}") or lexicon().governors.get(pivot.lemma_)
    if given in (None, "pass"):
        return None
    if negated(pivot):
        return "negated"
    return given  # type: ignore[return-value]


def _verb(verb: Token, later: bool, headline: bool, depth: int = 0) -> Status:
    if negated(verb):
        return "negated"
    if any(c.dep_ == "mark" and c.lower_ in words("status", "conditions") for c in verb.children) or _awaited(verb):
        return "hypothetical"
    if _asked(verb):
        return "hypothetical"
    aux = auxiliaries(verb)
    lowers = {a.lower_ for a in aux}
    if lowers & words("status", "future"):
        return "scheduled" if later else "pledged"
    if lowers & words("status", "possible"):
        reporter = verb.head if verb.dep_ in ("ccomp", "xcomp", "conj") else None
        if "would" in lowers and reporter is not None and reporter.lemma_ in words("status", "promises_told"):
            return "scheduled" if later else "pledged"
        if "have" in {a.lemma_ for a in aux} and lowers & {"would", "could"}:
            return "hypothetical"
        return "hypothetical"
    infinitive = "to" in lowers and verb.tag_ in ("VB", "VBN")
    if (
        infinitive
        or (verb.tag_ == "VBG" and not any(a.lemma_ == "be" for a in aux))
        or (verb.tag_ == "VB" and verb.dep_ in ("xcomp", "ccomp"))
    ):
        return _governed(verb, later, headline, depth)
    if verb.tag_ == "VBN" and not aux and verb.dep_ == "xcomp":
        return _governed(verb, later, headline, depth)
    if later and verb.tag_ in ("VBZ", "VBP", "VBG", "NN", "NNS", "NNP"):
        return "scheduled"
    finite = aux[0] if aux else verb
    present = finite.tag_ in ("VBZ", "VBP") or finite.lower_ in words("status", "present_be")
    if verb.lemma_ in lexicon().governors and lexicon().governors[verb.lemma_] == "ongoing" and present:
        return "ongoing"
    if verb.tag_ == "VBG" and any(a.lemma_ == "be" for a in aux) and present:
        return "ongoing"
    if later:
        return "scheduled"
    return "occurred"


def _awaited(verb: Token) -> bool:
    """Tell whether a deed is what another one to come waits for ("will not move until they leave")."""
    if verb.dep_ != "advcl" or not any(
        c.dep_ in ("mark", "advmod") and c.lower_ in words("status", "waiting") for c in verb.children
    ):
        return False
    return any(a.lower_ in words("status", "future") | words("status", "possible") for a in auxiliaries(verb.head))


def _asked(verb: Token) -> bool:
    """Tell whether a sentence asks if something happened ("Did the two meet?")."""
    if verb.dep_ != "ROOT" or not verb.doc.text.rstrip(" \"”'’").endswith("?"):
        return False
    subject = kids(verb, *SUBJECTS)
    return bool(subject) and any(a.i < subject[0].i for a in auxiliaries(verb))


def _governed(verb: Token, later: bool, headline: bool, depth: int) -> Status:
    """Status of an infinitive or participle: its governor decides."""
    if depth > 5:
        return "hypothetical"
    lex = lexicon()
    head = verb.head
    while head.pos_ in ("ADP", "SCONJ", "PART") and head.head != head:
        head = head.head
    if head == verb and verb.tag_ == "VB" and kids(verb, *SUBJECTS):
        return "scheduled"  # a headline's "Haas to visit Sund"
    if head == verb or head.pos_ == "X":
        return "occurred"
    if verb.dep_ == "conj" and head.pos_ == "VERB":
        return _verb(head, later, headline, depth + 1)
    if head.lower_ == "going" and verb.dep_ == "xcomp" and any(c.lemma_ == "be" for c in head.children):
        return "scheduled" if later else "pledged"
    above_words = [head.lower_, head.lemma_.lower()]
    above_words += [c.lower_ for c in head.children if c.dep_ in ("acomp", "attr") and c.i < verb.i]
    if verb.tag_ == "VBG" and verb.dep_ in ("advcl", "acl", "pcomp") and not kids(verb, *SUBJECTS):
        before = verb.head if verb.dep_ == "pcomp" else None
        if before is not None and before.lower_ == "without":
            return "negated"
        if before is not None and (before.lower_ == "short" or before.head.lower_ == "short"):
            return "negated"  # "stopped short of apologising"
        if before is not None and before.lower_ in ("of", "for") and head.pos_ in ("NOUN", "VERB"):
            given = lex.governors.get(head.lemma_)
            if head.lemma_ in words("status", "unreal"):
                return "hypothetical"
            if given and given != "pass":
                return given  # type: ignore[return-value]
        if head.pos_ == "VERB":
            return _verb(head, later, headline, depth + 1)
        return "occurred"
    if head.lemma_ in lex.motion and verb.dep_ in ("advcl", "xcomp"):
        return _verb(head, later, headline, depth + 1)
    for word in above_words:
        given = lex.governors.get(word)
        if given is None:
            continue
        if given == "pass":
            return _verb(head, later, headline, depth + 1)
        above = _verb(head, False, headline, depth + 1) if head.pos_ in ("VERB", "AUX") else "occurred"
        if given == "negated" and above == "negated":
            return "occurred"
        if given == "ongoing" and above in ("pledged", "scheduled", "hypothetical", "negated"):
            return above
        if above in ("negated", "hypothetical") and given in ("scheduled", "pledged"):
            return "hypothetical" if above == "hypothetical" else "negated"
        if given == "attempted" and above in ("pledged", "scheduled", "hypothetical"):
            return above
        return given  # type: ignore[return-value]
    if head.pos_ == "NOUN" or verb.dep_ in ("advcl", "acl", "xcomp", "relcl"):
        if head.lemma_ == "be" and verb.dep_ == "xcomp":
            return "scheduled"
        return "hypothetical"
    return _verb(head, later, headline, depth + 1) if head.pos_ in ("VERB", "AUX") else "occurred"
