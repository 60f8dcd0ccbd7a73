"""A short headline for an event, from the words of its sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from timeline.events.headline.cut import clip, cut, ended, gloss, joined, said
from timeline.events.headline.parties import name_of, names_of, owned, several
from timeline.events.lexicon import lexicon, types
from timeline.events.parse.clause import clause_of
from timeline.events.parse.inflect import lemma_of, present
from timeline.events.parse.noun_phrase import conjuncts
from timeline.events.parse.word import Word
from timeline.events.parties.parties import is_party
from timeline.events.parties.sentence import Sentence, phrase
from timeline.events.parties.things import thing
from timeline.events.words import words

if TYPE_CHECKING:
    from timeline.models import Party, Status

_SENSE = 3  # words that a cut phrase keeps at least
_REST = 60  # characters of the words behind the verb


@dataclass(frozen=True, slots=True)
class Told:
    """What a headline is written from; ``skip``: the words of the event's own date in the sentence."""

    sentence: Sentence
    token: Word
    pivot: Word
    actors: Sequence[Party]
    recipients: Sequence[Party]
    kind: str
    mode: str | None
    status: Status
    skip: frozenset[int] = frozenset()

    @property
    def starts(self) -> frozenset[int]:
        """Character offsets of the actors in the sentence."""
        return frozenset(p.start - self.sentence.offset for p in self.actors)


def headline(told: Told) -> str:
    """Write the headline: who, the verb in the present, whom and what; at most 90 characters.

    Where the sentence gives no sound one, the plain word for the type with the parties.
    """
    text = cut(_once(told, _from_words(told)))
    return text if _sound(told, text) else cut(_plain(told))


def _sound(told: Told, text: str) -> bool:
    """Tell whether a headline can stand: it has a subject of more than a letter, and names each party once."""
    first = text.split(" ", 1)[0]
    if len(first.strip(".")) < 2 and first != "A":
        return False
    if " " not in text or text.count('"') % 2 or text.endswith(" ."):
        return False
    named = {name_of(told.sentence, p) for p in (*told.actors, *told.recipients) if len(p.name or "") > 3}
    return all(text.count(name) < 2 for name in named)


def _once(told: Told, text: str) -> str:
    """Say "its" where a country or body owns what its own headline is about."""
    for party in told.actors:
        name = name_of(told.sentence, party)
        at = text.find(f"{name}'s ", len(name))
        if text.startswith(name) and at > 0 and name not in {p.surname for p in told.sentence.cast.people.values()}:
            its = "their" if several(told.actors) else "its"
            return f"{text[:at]}{its} {text[at + len(name) + 3 :]}"
    return text


def _plain(told: Told) -> str:
    """The type's noun with its parties: "Talks between Mali and Chad", "Possible attack by rebels on Goma"."""
    noun, prep = ("visit", "to") if told.mode == "visit" else gloss("plain")[told.kind].split()
    actors = [p for p in told.actors if len(name_of(told.sentence, p).strip(".")) > 1]
    who, whom = names_of(told.sentence, actors), names_of(told.sentence, told.recipients)
    before = gloss("status").get(told.status)
    text = f"{before} {noun}" if before else noun
    if len(actors) == 2 and prep == "with":
        return f"{text} between {who}"
    if prep == "of" and (who or whom) and told.kind in types("befalls"):
        return f"{text} of {whom or who}"
    if who:
        text = f"{text} {'with' if prep == 'with' and not whom else 'by'} {who}"
    return f"{text} {prep} {whom}" if whom and whom != who else text


def _from_words(told: Told) -> str:
    token = told.token
    who, whom = names_of(told.sentence, told.actors), names_of(told.sentence, told.recipients)
    talk = token.pos == "noun" or token.lemma in words("headline", "talk_verbs")
    if token.lemma in words("headline", "host_verbs") and not any(
        is_party(told.sentence, o) for o in token.by_role("object")
    ):
        talk = False  # "hosts the summit": not all who are named sit down
        told = replace(told, actors=_hosts(told) or told.actors)
    if told.kind == "CONSULT" and talk and told.mode != "visit" and len({p.name for p in told.actors if p.name}) > 1:
        verb = (
            "talk by phone"
            if told.mode == "phone"
            else "talk"
            if token.lemma in words("headline", "talk_nouns")
            else "meet"
        )
        return f"{who} {_moded(verb, True, told.status)}"
    if token.pos == "noun":
        return _noun_title(told, who, whom)
    if clause_of(token).is_passive:
        return _passive_title(told, who, whom)
    subject, many = _subject(told)
    head = subject or who or (whom if told.kind in types("befalls") else "")
    if not head and any(n.lower in ("we", "i") for n in clause_of(token).subjects):
        subject, head, many = "We", "We", True  # a speech whose speaker is not told
    if not head:
        return ""
    many = many if subject else several(told.actors or told.recipients)
    base = lemma_of(token)
    particle = " ".join(c.text for c in token.children if c.role == "particle")
    rest = f"{particle} {_tail(told)}".strip()
    if (
        told.kind == "STATEMENT"
        and base in words("headline", "say_verbs")
        and (words_said := _quoted(told, head, many))
    ):
        return words_said
    if (
        told.kind in types("turned")
        and (told.status == "occurred")
        and (turned := _turned(told, base, rest, head, whom))
    ):
        return turned
    if token.form == "past participle" and base in lexicon().sets["states"]:
        return f"{head} {'are' if many else 'is'} {token.text.lower()} {rest}"
    return f"{head} {_moded(base, many, told.status, token)} {rest}"


def _hosts(told: Told) -> list[Party]:
    """The actors that stand in the subject."""
    inside = [
        (told.sentence.offset + n.first.start, told.sentence.offset + n.last.start)
        for n in clause_of(told.token).subjects
    ]
    return [p for p in told.actors if any(a <= p.start <= b for a, b in inside)]


def _quoted(told: Told, head: str, many: bool) -> str:
    """Whom a statement is by and what it says: ``Odal: "The door is open"`` or ``Odal says the door is open``."""
    clause = next(iter(told.token.by_role("complement")), None)
    text = said(clause) if clause is not None else ""
    if clause is None or not text or len(text) > _REST:
        return ""
    if any(t.is_quote for t in told.sentence.tree[max(0, clause.first.index - 1) : clause.first.index + 1]):
        return f'{head}: "{text[:1].upper()}{text[1:]}"'
    return (
        f"{head} {_moded(lemma_of(told.token) if lemma_of(told.token) != 'tell' else 'say', many, told.status)} {text}"
    )


def _turned(told: Told, base: str, rest: str, head: str, whom: str) -> str | None:
    """What a refusal, a demand or a threat told by another verb says: never the deed itself as if it were done."""
    token = told.token
    who = names_of(told.sentence, told.actors) or head
    if not who:
        return None
    many = several(told.actors)
    lowers = {a.lower for a in clause_of(token).auxiliaries}
    if told.kind == "REQUEST" and lowers & {"must", "should", "ought"}:
        verb = "say" if many else "says"
        be = "be " if clause_of(token).is_passive else ""
        return f"{who} {verb} {whom or 'others'} must {be}{token.text.lower() if be else base} {rest}"
    if told.kind == "REJECT" and clause_of(token).is_negated:
        return f"{who} {'refuse' if many else 'refuses'} to {'be ' if clause_of(token).is_passive else ''}{base} {rest}"
    ahead = lowers & {"will", "would", "'ll", "to", "wo"} or token.role == "open clause"
    if told.kind == "THREATEN" and base not in ("threaten", "warn", "vow", "menace") and ahead:
        be = "be " if clause_of(token).is_passive else ""
        return f"{who} {'threaten' if many else 'threatens'} to {be}{base} {rest}"
    if told.kind == "AGREE" and lowers & {"will", "would", "'ll"}:
        return f"{who} to {'be ' if clause_of(token).is_passive else ''}{base} {rest}"
    return None


def _subject(told: Told) -> tuple[str, bool]:
    """The grammatical subject as a headline names it, and whether it is plural."""
    found = clause_of(told.token).subjects
    if not found:
        return "", False
    first = found[0]
    many = len(found) > 1 or plural(first)
    if found[0].lower in ("they", "we", "who") and len({p.name for p in told.actors}) > 1:
        many = True
    last = max([first, *(c for c in first.by_role("apposition"))], key=lambda t: t.index)
    starts = range(phrase_start(told.sentence, first), told.sentence.offset + last.end)
    for people in (told.actors, told.recipients):
        if any(p.start in starts for p in people):
            one = len(people) == 1 and any(p.name == people[0].name for p in told.sentence.cast.people.values())
            return names_of(told.sentence, people), (many and not one) or len({p.name for p in people}) > 1
    if found[0].pos == "pronoun" or not told.actors:
        if told.actors:
            return names_of(told.sentence, told.actors), several(told.actors)
        return ("", False) if found[0].pos == "pronoun" else (_text(told, found[0]), many)
    return ("", False) if is_party(told.sentence, found[0]) else (_text(told, found[0]), many)


def plural(noun: Word) -> bool:
    """Tell whether a subject takes a plural verb ("police", "at least 74", "firemen")."""
    if noun.form in ("plural", "plural name") or noun.lower.endswith("men") or noun.lemma == "police":
        return True
    return (noun.pos == "number" or noun.is_number) and noun.lower not in ("one", "1")


def phrase_start(sentence: Sentence, noun: Word) -> int:
    """Where a noun phrase begins in the article, its article included."""
    return sentence.offset + noun.first.start


def _passive_title(told: Told, who: str, whom: str) -> str:
    token = told.token
    subject = token.by_role("passive subject")
    if subject and (meant := thing(subject[0])) is not None and meant.head.by_role("object") == [meant]:
        subject = [meant]
    head = _text(told, subject[0]) if subject and subject[0].pos != "pronoun" else whom
    many = bool(subject) and (plural(subject[0]) or len(conjuncts(subject[0])) > 1)
    many = many or ((not subject or subject[0].pos == "pronoun") and several(told.recipients))
    if told.kind in ("ELECTION", "APPOINTMENT") and (who or whom):
        head, many = whom or who, several(told.recipients or told.actors)
        who = "" if head == who else who
    be = "are" if many else "is"
    planned = lexicon().governors.get(token.lemma) in ("scheduled", "pledged")  # "is planned" tells it already
    be = {
        "scheduled": be if planned else "to be",
        "pledged": be if planned else "to be",
        "hypothetical": "may be",
        "negated": f"{be} not",
    }.get(told.status, be)
    by = f" by {who}" if who and who != head else ""
    particle = " ".join(c.text for c in token.children if c.role == "particle")
    verb = f"{token.text.lower()} {particle}".strip()
    turned = (
        told.kind in types("turned")
        and told.status == "occurred"
        and _turned(told, token.text.lower(), _tail(told), who, whom)
    )
    if turned:
        return turned
    if not head:
        return ""
    return f"{head} {be} {verb} {_tail(told)}{by}"


def _noun_title(told: Told, who: str, whom: str) -> str:
    noun = told.token
    if told.kind == "COERCE" and noun.lemma in lexicon().sets["prison"]:
        return f"{whom} {_moded('get', several(told.recipients), told.status)} {_text(told, noun)}" if whom else ""
    left, _ = phrase(noun)
    skip = {t.index for c in noun.lefts if c.role == "owner" for t in c.subtree}
    span = [t for t in told.sentence.tree[left : noun.index + 1] if t.index not in skip | told.skip and not _number(t)]
    what = joined(span)
    what = f"{what} {_of(told, noun)}".strip()
    many = several(told.actors)
    if told.kind == "AGREE" and noun.lemma in lexicon().sets["agreement"] and told.status in _MADE:
        return _made(told, what, who)
    if who and whom and noun.lemma in ("visit", "trip", "tour"):
        return f"{who} {_moded('visit', many, told.status)} {whom}"
    if who and who.lower() not in what.lower():
        if noun.lemma in words("headline", "held"):
            text = f"{who} {_moded('hold', many, told.status)} {what}"
            return f"{text} with {whom}" if whom else text
        what = f"{who}{owned(who)} {what}"
    be, take = ("are", "take") if plural(noun) else ("is", "takes")
    done = {
        "scheduled": f"{be} planned",
        "pledged": f"{be} planned",
        "hypothetical": "may take place",
        "negated": f"{'do' if be == 'are' else 'does'} not take place",
        "cancelled": f"{be} cancelled",
        "attempted": f"{'fail' if be == 'are' else 'fails'}",
    }.get(told.status, f"{take} place")
    return f"{what} {done}"


_MADE = frozenset({"occurred", "scheduled", "pledged"})


def _made(told: Told, what: str, who: str) -> str:
    """How an agreement comes about, by the verb behind its noun, else "reach" ("Chad and Mali strike a deal")."""
    noun = told.token
    verb = next(
        (
            c
            for c in noun.by_role("noun clause")
            if c.form == "past participle" and c.lemma in words("triggers", "made")
        ),
        None,
    )
    if not who or who.lower() in what.lower():
        be = ("are" if plural(noun) else "is") if told.status == "occurred" else "to be"
        return f"{what} {be} {verb.lower if verb is not None else 'reached'}"
    article = next((f"{c.lower} " for c in noun.by_role("determiner") if c.lower in ("a", "an", "the")), "")
    base = verb.lemma if verb is not None else "reach"
    return f"{who} {_moded(base, several(told.actors), told.status)} {article}{what}"


def _of(told: Told, noun: Word) -> str:
    """What a noun is the doing of ("signing of the protocol"), where no party stands there."""
    for prep in noun.by_role("preposition"):
        inside = range(told.sentence.offset + prep.first.start, told.sentence.offset + prep.last.start + 1)
        if prep.lower == "of" and not any(p.start in inside for p in (*told.actors, *told.recipients)):
            return _text(told, prep)
    return ""


def _number(t: Word) -> bool:
    """Tell whether a word only counts; "two" of "two-day" does not."""
    return (
        t.pos == "number" and not (t.index + 1 < len(t.tree) and t.tree[t.index + 1].text == "-") and t.role == "count"
    )


def _denied(verb: Word) -> bool:
    return any(
        c.role == "negation" or c.lower in ("never", "nor", "hardly") for c in (*verb.children, *verb.head.children)
    )


def _moded(base: str, many: bool, status: Status, token: Word | None = None) -> str:
    """A verb in the present tense, or what its status makes of it."""
    if status in ("scheduled", "pledged"):
        return f"to {base}"
    if status == "hypothetical":
        return f"may {base}"
    if status == "negated" and token is not None and not _denied(token) and clause_of(token).is_negated:
        return base if many else present(base)  # "no" stands in the words that follow
    if status == "negated":
        return f"{'do' if many else 'does'} not {base}"
    if status == "attempted":
        tried = "fail" if token is not None and token.head.lemma == "fail" else "try"
        return f"{tried if many else present(tried)} to {base}"
    if status == "cancelled":
        return f"{'are' if many else 'is'} not to {base}"
    return base if many else present(base)


def _tail(told: Told) -> str:
    """The shortest words behind the verb that keep its sense; what the verb needs goes before where and how."""
    parts: list[tuple[int, int, str]] = []
    for child in told.token.children:
        if child.index < told.token.index:
            continue
        if child.index in told.skip:  # "accused it on Friday of ..."
            parts += [
                (1, t.index, _text(told, t))
                for t in child.subtree
                if t.role == "preposition" and t.head.index in told.skip - {t.index}
            ]
        purpose = child.role == "adverbial" and any(k.lower == "to" for k in child.lefts)
        if (
            child.role
            in (
                "object",
                "predicate",
                "object predicate",
                "dative",
                "predicate adjective",
                "open clause",
                "complement",
            )
            or purpose
        ):
            parts.append((0, child.index, _text(told, child)))
        elif (
            child.role == "preposition"
            and not _temporal(told, child)
            and not any(p.start in told.starts for p in child.by_role("prepositional object"))
        ):
            # "called for the envoy to leave": whom it asks stands before what it asks.
            asked = child.lower in ("for", "on", "upon") and any(
                c.role in ("open clause", "complement", "adverbial") for c in told.token.children
            )
            parts.append((0 if asked else 1, child.index, _text(told, child)))
    kept: list[tuple[int, str]] = []
    room = _REST
    for _, at, part in sorted(parts):
        fitting = _fit(part, room) if kept else part
        if fitting:
            kept.append((at, fitting))
            room -= len(fitting)
    return " ".join(part for _, part in sorted(kept))


def _fit(part: str, room: int) -> str:
    """A phrase cut before a preposition so that it fits; nothing where no sense is left."""
    if len(part) <= room:
        return part
    told = part.split(" ")
    ends = [
        i
        for i in range(_SENSE, len(told))
        if told[i] in words("headline", "prepositions") and len(" ".join(told[:i])) <= room
    ]
    return ended(" ".join(told[: ends[-1]])) if ends else ""


def _hangs_on_date(told: Told, prep: Word) -> bool:
    """Tell whether a phrase hangs on the event's date only by the parser's mistake."""
    inside = prep.by_role("prepositional object", "prepositional clause")
    return (
        prep.role == "preposition"
        and prep.head.index in told.skip - {prep.index}
        and not any(t.is_number for t in inside)
    )


def _temporal(told: Told, prep: Word) -> bool:
    """Tell whether a phrase says when, or stands apart between commas: neither belongs into a headline."""
    if (
        prep.lower in words("headline", "temporal")
        or prep.index in told.skip
        or (prep.index > 0 and prep.tree[prep.index - 1].text == ",")
    ):
        return True
    near = [t for t in prep.subtree if t.index - prep.index < 5]
    year = any(len(t.text) == 4 and t.text.isdigit() and t.role == "prepositional object" for t in near)
    return year or any(
        t.lower in words("headline", "calendar")
        for t in near
        if t.role in ("prepositional object", "compound", "adverbial noun")
    )


def _text(told: Told, token: Word) -> str:
    if (meant := thing(token)) is not None and token.role == "object":
        return clip(meant, told.starts, told.skip)  # "imposed a ban and lifted it"
    text = clip(token, told.starts, told.skip)
    for word in (token, *token.by_role("prepositional object")):
        if word.form == "personal":  # "invites him": whom the article names
            at = told.sentence.offset + word.start
            name = names_of(
                told.sentence, [p for p in told.recipients if p.start == at and p.name and p.name != p.text]
            )
            text = " ".join(name if name and part == word.text else part for part in text.split(" "))
    return text
