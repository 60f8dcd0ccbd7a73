"""Noun phrases that are parties, with country code and sector; pronouns and collective names resolved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.events.gazetteer import Hit, seats
from timeline.events.lexicon import lexicon
from timeline.events.parse.clause import conjuncts, content, keys, kids
from timeline.events.parties.coreference import collective, pronoun
from timeline.events.parties.people import definite_person
from timeline.events.parties.sentence import Scene, code_of, phrase, sector_word
from timeline.events.words import words
from timeline.models import Party
from timeline.tables.knowledge import countries

if TYPE_CHECKING:
    from spacy.tokens import Token

_IGO = frozenset({"XUN", "XEU", "XNA", "XIA", "XAU"})


def is_party(s: Scene, noun: Token) -> bool:
    """Tell whether a noun phrase names somebody who can act: a state, a body, people."""
    if noun.i in s.features or any(c.dep_ == "det" and c.lower_ in words("parties", "nobody") for c in noun.children):
        return False
    if noun.i in s.names:
        return True
    if noun.lemma_ == "force" and noun.tag_ == "NN" and not any(c.dep_ != "punct" for c in noun.children):
        return False  # "use force"
    if noun.lower_ in words("parties", "personal") | words("parties", "plural") | {"who", "i", "we", "it"}:
        return True
    if sector_word(noun) is not None or "ministers" in keys(noun):
        return True
    start = s.offset + noun.idx
    if s.cast.at(start, start + len(noun)) or any(a <= start < b for a, b, _ in s.cast.mentions):
        return True
    if noun.lower_ in words("parties", "anybody") or noun.pos_ == "NUM":
        return any(is_party(s, n) for n in content(noun)[1:])
    acronym = noun.is_upper and len(noun) > 2 and noun.is_alpha
    return (noun.pos_ == "PROPN" or acronym) and noun.lower_.rstrip(".") not in words("names", "calendar")


def parties(s: Scene, nouns: list[Token]) -> list[Party]:
    """Parties of the noun phrases, coordinated ones apart, each once."""
    found: list[Party] = []
    for noun in nouns:
        for party in _parties(s, noun):
            if not any((party.start, party.end, party.name) == (p.start, p.end, p.name) for p in found) and not any(
                party.name == p.name and party.code == p.code for p in found
            ):
                found.append(party)
    return found


def _parties(s: Scene, noun: Token) -> list[Party]:
    low = noun.lower_
    if noun.pos_ == "PRON" or low in words("parties", "personal") or low in words("parties", "plural"):
        if low in words("parties", "self"):
            at = s.offset + noun.idx
            return _speaker(s, noun, at, at + len(noun))
        return pronoun(s, noun)
    together = collective(s, noun)
    if together:
        return together
    apposed = [c for c in kids(noun, "appos") if _person_at(s, c)] or _named_after(s, noun)
    if apposed and not _person_at(s, noun):
        # "the premier, Ines Haas, ..." and, misread, "was elected president, Haas ...": the name is the party.
        named = apposed
        if noun.tag_ in ("NNS", "NNPS") and len(apposed) < 2:
            named = [c for a in apposed for c in conjuncts(a) if _person_at(s, c)]
        return [_build(s, one, *phrase(one), None) for one in named]
    coordinated = [
        t
        for t in noun.lefts
        if t.dep_ in ("amod", "compound", "nmod", "poss")
        and t.i in s.names
        and any(c.dep_ == "conj" for c in t.children)
    ]
    if coordinated and noun.i not in s.names:
        pair = [c for t in coordinated for c in conjuncts(t) if c.i in s.names]
        if len({s.names[c.i].name.code for c in pair}) > 1:
            return [
                _build(s, noun, c.i, c.i, s.names[c.i]).model_copy(update={"name": f"{c.text} {noun.text}"})
                for c in pair
            ]
    if noun.i not in s.names:
        named = [
            n for c in kids(noun, "prep") if c.lower_ in ("of", "from") for p in kids(c, "pobj") for n in conjuncts(p)
        ]
        for one in named:
            if held := collective(s, one):  # "the foreign ministers of the two countries"
                return [party.model_copy(update={"sector": sector_word(noun)}) for party in held]
        if len({s.names[n.i].name.code for n in named if n.i in s.names}) > 1 and all(n.i in s.names for n in named):
            # "leaders of Greece and Turkey"
            return [
                _build(s, noun, n.i, n.i, s.names[n.i]).model_copy(update={"name": s.names[n.i].name.name})
                for n in named
            ]
    left, right = phrase(noun)
    return [_build(s, one, one.i, one.i, None) for one in _joined_before(s, noun, left)] + [
        _build(s, noun, left, right, None)
    ]


def _joined_before(s: Scene, noun: Token, left: int) -> list[Token]:
    """The people named before "and" whom the parser took for a part of the last name ("Ministers A B and C D")."""
    found: list[Token] = []
    at = s.offset + noun.idx
    begin = next((a for a, b, _ in s.cast.mentions if a <= at < b), None)
    for a, b, _ in reversed(s.cast.mentions):
        if begin is None or a < s.offset + s.doc[left].idx:
            break
        if b <= begin and s.text[b:begin].strip(" ,") in ("", "and") and s.text[b:begin].strip():
            begin = a
            found.insert(0, max((t for t in s.doc if s.offset + t.idx < b), key=lambda t: t.i))
    return found


def _named_after(s: Scene, noun: Token) -> list[Token]:
    """The people whose names follow an office and a comma, however the parser took them ("her counterpart, A B,")."""
    if noun.i in s.names or noun.pos_ != "NOUN" or sector_word(noun) != "GOV" or noun.i + 2 >= len(s.doc):
        return []
    if s.doc[noun.i + 1].text != ",":
        return []
    found: list[Token] = []
    at = noun.i + 2
    while at < len(s.doc):
        mention = next((m for m in s.cast.mentions if m[0] == s.offset + s.doc[at].idx), None)
        if mention is None or mention[2].code is None:
            break
        last = max(t.i for t in s.doc if s.offset + t.idx < mention[1])
        found.append(s.doc[last])
        if noun.tag_ != "NNS" or last + 2 >= len(s.doc) or s.doc[last + 1].lower_ != "and":
            break
        at = last + 2
    closed = found and (found[-1].i + 1 >= len(s.doc) or s.doc[found[-1].i + 1].is_punct)
    return found if closed else []


def _person_at(s: Scene, noun: Token) -> bool:
    at = s.offset + noun.idx
    return any(a <= at < b for a, b, _ in s.cast.mentions)


def _build(s: Scene, noun: Token, left: int, right: int, only: Hit | None) -> Party:
    doc = s.doc
    start, end = doc[left].idx, doc[right].idx + len(doc[right])
    while start < end and s.string[start] in "\"'“‘([":
        start += 1
    person = s.cast.at(s.offset + doc[left].idx, s.offset + max(end, noun.idx + len(noun)))
    if person is None:
        at = s.offset + noun.idx
        person = next((p for a, b, p in s.cast.mentions if a <= at < b), None)
    if person is None and noun.lower_[:1] != noun.text[:1]:
        person = definite_person(noun.text, s.cast, at)
    code = code_of(only) if only else _code(s, noun, left, right)
    name = None
    if person is not None and only is None and (noun.pos_ == "PROPN" or left == right):
        name, code = person.name, person.code or code
    sector = sector_word(noun) if noun.i not in s.names else None
    if sector is None and person is not None and name:
        sector = person.sector
    if sector is None:
        for t in doc[left : noun.i]:
            if t.i not in s.names and t.pos_ in ("PROPN", "NOUN") and (found := sector_word(t)):
                sector = found
    if code in _IGO:
        code = "IGO"
    if name is None:
        hit = only or s.names.get(noun.i)
        if hit is not None and only is None and hit.name.kind in ("country", "place", "demonym"):
            name = hit.name.name if left == right or hit.name.kind != "demonym" else None
        elif hit is not None and only is None:
            name = hit.name.name if s.span(hit.start, hit.end) in seats() else s.span(hit.start, hit.end)
        if name is None:
            name = s.string[start:end]
            if person is None and code and noun.i not in s.names and (owner := _owner(s, noun)) and owner[1] == code:
                name = f"{owner[0]}'{'' if owner[0].endswith('s') else 's'} {name}"
    if person is None and _crowd(s, noun):
        name = None
    return Party(
        text=s.string[start:end], start=s.offset + start, end=s.offset + end, name=name, code=code, sector=sector
    )


def _crowd(s: Scene, noun: Token) -> bool:
    """Tell whether a phrase counts or gathers people without naming them ("tens of thousands of Cubans")."""
    if noun.i in s.names or noun.pos_ == "PROPN" or any(c.lower_ in ("the", "these") for c in noun.children):
        return False
    counted = noun.lemma_.lower() in words("parties", "counts") and any(c.lower_ == "of" for c in noun.children)
    return counted or (noun.tag_ == "NNS" and bool(keys(noun) & lexicon().groups["crowds"]))


def _code(s: Scene, noun: Token, left: int, right: int) -> str | None:
    posted = keys(noun) & lexicon().groups["posted"]
    behind = (
        ()
        if posted and noun.i < right and s.doc[noun.i + 1].lower_ in words("parties", "where")
        else range(noun.i + 1, right + 1)
    )
    for i in (noun.i, *range(noun.i - 1, left - 1, -1), *behind):
        hit = s.names.get(i)
        if hit is not None:
            return code_of(hit)
    owner = _owner(s, noun)
    if owner is not None or posted:
        return owner and owner[1]  # of "our ambassador in Tehran" none
    for child in noun.children:
        if child.dep_ in ("prep", "appos", "poss", "acl"):
            for t in child.subtree:
                if t.i in s.names and t.i - noun.i < 9:
                    return code_of(s.names[t.i])
    if (
        s.cast.home
        and noun.tag_ in ("NN", "NNP")
        and any(c.lower_ == "the" for c in noun.children)
        and sector_word(noun) == "GOV"
    ):
        return s.cast.home
    return None


def _owner(s: Scene, noun: Token) -> tuple[str, str | None] | None:
    """Name and code of the state or person that "its", "his" or "whose" before a noun means."""
    for child in noun.children:
        if child.dep_ != "poss":
            continue
        if child.lower_ == "its":
            subject = next((t for t in s.doc[: noun.i] if t.dep_ in ("nsubj", "nsubjpass") and t.i in s.names), None)
            hit = s.names[subject.i] if subject is not None else s.last_state
            return (hit.name.name, code_of(hit)) if hit is not None and hit.name.kind != "demonym" else None
        if child.tag_ == "WP$":
            above = next((a.head for a in noun.ancestors if a.dep_ == "relcl"), None)
            hit = s.names.get(above.i) if above is not None else None
            return (hit.name.name, code_of(hit)) if hit is not None else None
        if child.lower_ in ("his", "her"):
            person = next(iter(pronoun(s, child)), None)
            if person is not None and person.name:
                return person.name, person.code
            boss = next((t for t in s.doc[: noun.i] if t.dep_ == "nsubj" and sector_word(t) == "GOV"), None)
            if boss is not None and not s.last_person:
                left, right = phrase(boss)
                name = s.doc[left : right + 1].text
                return name[:1].upper() + name[1:], _code(s, boss, left, right)
            return None
    return None


def _speaker(s: Scene, noun: Token, start: int, end: int) -> list[Party]:
    """Who says "we" or "I": the subject of the verb of saying over it."""
    for verb in (a for a in noun.ancestors if a.lemma_ in lexicon().reporting["verbs"]):
        for subject in kids(verb, "nsubj"):
            if subject.i != noun.i and subject.pos_ != "PRON":
                return [
                    p.model_copy(update={"text": noun.text, "start": start, "end": end}) for p in _parties(s, subject)
                ]
    if s.cast.home and noun.lower_ == "we":
        country = next((c.name for c in countries() if c.code == s.cast.home), s.cast.home)
        return [Party(text=noun.text, start=start, end=end, name=country, code=s.cast.home, sector="GOV")]
    return []


def embedded(s: Scene, noun: Token, limit: int = 12) -> list[Token]:
    """Nouns inside a phrase that name parties: "Iraq's proposal", "an Australian ultimatum", "demands from rebels"."""
    found = []
    for child in noun.children:
        if child.tag_ == "PRP$":
            continue
        if child.dep_ == "compound" and noun.lemma_ in lexicon().sets["named_after_cities"]:
            if child.i in s.names and s.names[child.i].name.kind == "place":
                continue  # "the Ottawa convention"
        if child.dep_ in ("poss", "amod", "compound", "nmod") and (
            child.i in s.names or (child.dep_ == "poss" and is_party(s, child))
        ):
            found.append(child)
    for child in noun.children:
        if child.dep_ == "prep":
            for inner in kids(child, "pobj", "pcomp"):
                for one in conjuncts(inner):
                    if noun.pos_ == "NOUN" and child.lower_ in ("in", "at", "near") and one.i in s.names:
                        continue  # where it is, not whose
                    if is_party(s, one) and one.i - noun.i <= limit:
                        found.append(one)
                    elif one.i - noun.i <= limit:
                        found += embedded(s, one, limit)
    return found
