"""Headlines of what somebody says: the words of the quotation, or of the clause that reports it."""

from __future__ import annotations

from timeline.events.headline.cut import LIMIT
from timeline.events.headline.facts import Facts
from timeline.events.headline.left_behind import described_by, said_behind
from timeline.events.headline.names import name_of
from timeline.events.headline.quotation import unmarked
from timeline.events.headline.saying import Saying, saying_of
from timeline.events.headline.subject import Subject
from timeline.events.headline.verb_form import verb_form
from timeline.events.lexicon import lexicon
from timeline.events.parse.clause import clause_of
from timeline.events.parse.subjects import SUBJECTS
from timeline.events.parse.word import Word
from timeline.events.parties.doers import quoted_by
from timeline.events.parties.party import is_party
from timeline.events.parties.resolve import named_by
from timeline.events.words import words

_LEAST = 20  # characters that a saying needs at least


def of_saying(facts: Facts, subject: Subject, base: str) -> str | None:
    """``Odal: "The door is open"``, ``Odal tells Haas the door is open``; None where what is said is not found."""
    if not subject.text or not (_goes_on(facts) or _says(facts, base)):
        return None
    saying = saying_of(facts)
    if saying is None:
        return None
    whom = _hearer(facts, base, saying)
    quotes = bool(quoted_by(facts.sentence, facts.token))
    verb = "say" if quotes or (base == "tell" and not whom) else base
    told = f"{verb_form(verb, subject.many, facts.status, facts.token)} {whom}".strip()
    if not saying.is_quoted or facts.status != "occurred":
        return _reported(facts, f"{_speaker(facts, subject, saying)} {told}", saying)
    return _quoted(f"{subject.text} {told}" if whom else subject.text, saying)


def _speaker(facts: Facts, subject: Subject, saying: Saying) -> str:
    """Who speaks, as the text calls him where his name stands in what is said, too ("Ankara says Turkey will talk")."""
    said = saying.within(LIMIT)
    nouns = [noun for noun in clause_of(facts.token).subjects if noun.pos == "name"]
    told = facts.text_of(nouns[0]) if len(nouns) == 1 else subject.text
    return told if subject.text in said and told not in said else subject.text


def _says(facts: Facts, base: str) -> bool:
    """Tell whether a verb of saying is told for what is said."""
    is_saying = base in lexicon().reporting["verbs"]
    return is_saying and (facts.type == "STATEMENT" or _says_of_noun(facts.token))


def _goes_on(facts: Facts) -> bool:
    """Tell whether somebody continues with a quotation."""
    behind = facts.sentence.string[facts.token.end :].lstrip(" ,:")
    return facts.token.lemma in words("headline", "continues") and behind.startswith(('"', "\u201c"))


def _says_of_noun(verb: Word) -> bool:
    """Tell whether what is said describes a noun before it, without which no other headline makes sense."""
    said = said_behind(verb)
    return said is not None and described_by(verb, said) is not None


def _quoted(start: str, saying: Saying) -> str:
    text = unmarked(saying.within(max(LIMIT - len(start) - 4, _LEAST))).strip(" ,;:.")
    first, _, rest = text.partition(" ")
    text = rest if first.lower() in words("headline", "joining_quotations") and rest else text
    return f'{start}: "{text[:1].upper()}{text[1:]}"'


def _reported(facts: Facts, start: str, saying: Saying) -> str:
    text = _with_subject(facts, start, saying, saying.within(max(LIMIT - len(start) - 1, _LEAST)))
    first = next((word for word in saying.span if text.startswith(word.text)), None)
    return f"{start} {facts.lowered(first, text) if first is not None else text}"


def _with_subject(facts: Facts, start: str, saying: Saying, text: str) -> str:
    """What is said with the name of whom it is about, where its subject is a pronoun that does not mean the speaker."""
    told = (w for w in saying.span if w.role in SUBJECTS and w.lower in words("headline", "subjects_told"))
    pronoun = next(told, None)
    meant = named_by(facts.sentence, [pronoun]) if pronoun is not None and not facts.sentence.is_quoted(pronoun) else []
    name = name_of(facts.sentence, meant[0]) if len(meant) == 1 and meant[0].name else ""
    if pronoun is None or not name or meant[0].called in {p.called for p in facts.actors} or name in f"{start} {text}":
        return text
    before, found, after = f" {text} ".partition(f" {pronoun.text} ")
    return f"{before} {name} {after}".strip() if found else text


def _hearer(facts: Facts, base: str, saying: Saying) -> str:
    """Whom it is told, where that is a party."""
    if base not in words("headline", "told_verbs", "hearing"):
        return ""
    hearers = [noun for noun in facts.token.by_role("object", "dative") if noun.pos in ("noun", "name")]
    hearers = [noun for noun in hearers if noun not in saying.span]  # "warned the crisis could grow"
    parties = (noun for noun in hearers if is_party(facts.sentence, noun))
    whom = next((facts.text_of(noun) for noun in (*parties, *hearers)), facts.whom)
    return whom if whom != facts.who and whom.lower() not in words("headline", "hearers") else ""
