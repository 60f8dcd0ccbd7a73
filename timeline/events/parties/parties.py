"""Noun phrases that are parties, with country code and sector; pronouns and collective names resolved."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.lexicon import lexicon
from timeline.events.parse.noun_phrase import conjuncts, content, keys
from timeline.events.parse.word import Word
from timeline.events.parties.coreference import collective, pronoun
from timeline.events.parties.people import definite_person
from timeline.events.parties.sentence import Sentence, code_of, phrase, sector_word
from timeline.events.words import words
from timeline.models import Party
from timeline.names.places import seats
from timeline.names.scan import Hit
from timeline.tables.knowledge import countries

_IGO = frozenset({"XUN", "XEU", "XNA", "XIA", "XAU"})


def is_party(sentence: Sentence, noun: Word) -> bool:
    """Tell whether a noun phrase names somebody who can act: a state, a body, people."""
    if noun.index in sentence.features or any(
        c.role == "determiner" and c.lower in words("parties", "nobody") for c in noun.children
    ):
        return False
    if noun.index in sentence.names:
        return True
    if noun.lemma == "force" and noun.form == "singular" and not any(c.role != "punctuation" for c in noun.children):
        return False  # "use force"
    if noun.lower in words("parties", "personal") | words("parties", "plural") | {"who", "i", "we", "it"}:
        return True
    if sector_word(noun) is not None or "ministers" in keys(noun):
        return True
    start = sentence.offset + noun.start
    if sentence.cast.at(start, start + len(noun.text)) or any(a <= start < b for a, b, _ in sentence.cast.mentions):
        return True
    if noun.lower in words("parties", "anybody") or noun.pos == "number":
        return any(is_party(sentence, n) for n in content(noun)[1:])
    acronym = noun.text.isupper() and len(noun.text) > 2 and noun.text.isalpha()
    return (noun.pos == "name" or acronym) and noun.lower.rstrip(".") not in words("names", "calendar")


def parties(sentence: Sentence, nouns: Sequence[Word]) -> list[Party]:
    """Parties of the noun phrases, coordinated ones apart, each once."""
    found: list[Party] = []
    for noun in nouns:
        for party in _parties(sentence, noun):
            if not any((party.start, party.end, party.name) == (p.start, p.end, p.name) for p in found) and not any(
                party.name == p.name and party.code == p.code for p in found
            ):
                found.append(party)
    return found


def _parties(sentence: Sentence, noun: Word) -> list[Party]:
    low = noun.lower
    if noun.pos == "pronoun" or low in words("parties", "personal") or low in words("parties", "plural"):
        if low in words("parties", "self"):
            at = sentence.offset + noun.start
            return _speaker(sentence, noun, at, at + len(noun.text))
        return pronoun(sentence, noun)
    together = collective(sentence, noun)
    if together:
        return together
    apposed = [c for c in noun.by_role("apposition") if _person_at(sentence, c)] or _named_after(sentence, noun)
    if apposed and not _person_at(sentence, noun):
        # "the premier, Ines Haas, ..." and, misread, "was elected president, Haas ...": the name is the party.
        named = apposed
        if noun.form in ("plural", "plural name") and len(apposed) < 2:
            named = [c for a in apposed for c in conjuncts(a) if _person_at(sentence, c)]
        return [_build(sentence, one, *phrase(one), None) for one in named]
    coordinated = [
        t
        for t in noun.lefts
        if t.role in ("adjective", "compound", "noun modifier", "owner")
        and t.index in sentence.names
        and any(c.role == "conjunct" for c in t.children)
    ]
    if coordinated and noun.index not in sentence.names:
        pair = [c for t in coordinated for c in conjuncts(t) if c.index in sentence.names]
        if len({sentence.names[c.index].name.code for c in pair}) > 1:
            return [
                _build(sentence, noun, c.index, c.index, sentence.names[c.index]).model_copy(
                    update={"name": f"{c.text} {noun.text}"}
                )
                for c in pair
            ]
    if noun.index not in sentence.names:
        named = [
            n
            for c in noun.by_role("preposition")
            if c.lower in ("of", "from")
            for p in c.by_role("prepositional object")
            for n in conjuncts(p)
        ]
        for one in named:
            if held := collective(sentence, one):  # "the foreign ministers of the two countries"
                return [party.model_copy(update={"sector": sector_word(noun)}) for party in held]
        if len({sentence.names[n.index].name.code for n in named if n.index in sentence.names}) > 1 and all(
            n.index in sentence.names for n in named
        ):
            # "leaders of Greece and Turkey"
            return [
                _build(sentence, noun, n.index, n.index, sentence.names[n.index]).model_copy(
                    update={"name": sentence.names[n.index].name.name}
                )
                for n in named
            ]
    left, right = phrase(noun)
    return [_build(sentence, one, one.index, one.index, None) for one in _joined_before(sentence, noun, left)] + [
        _build(sentence, noun, left, right, None)
    ]


def _joined_before(sentence: Sentence, noun: Word, left: int) -> list[Word]:
    """The people named before "and" whom the parser took for a part of the last name ("Ministers A B and C D")."""
    found: list[Word] = []
    at = sentence.offset + noun.start
    begin = next((a for a, b, _ in sentence.cast.mentions if a <= at < b), None)
    for a, b, _ in reversed(sentence.cast.mentions):
        if begin is None or a < sentence.offset + sentence.tree[left].start:
            break
        if b <= begin and sentence.text[b:begin].strip(" ,") in ("", "and") and sentence.text[b:begin].strip():
            begin = a
            found.insert(0, max((t for t in sentence.tree if sentence.offset + t.start < b), key=lambda t: t.index))
    return found


def _named_after(sentence: Sentence, noun: Word) -> list[Word]:
    """The people whose names follow an office and a comma, however the parser took them ("her counterpart, A B,")."""
    if (
        noun.index in sentence.names
        or noun.pos != "noun"
        or sector_word(noun) != "GOV"
        or noun.index + 2 >= len(sentence.tree)
    ):
        return []
    if sentence.tree[noun.index + 1].text != ",":
        return []
    found: list[Word] = []
    at = noun.index + 2
    while at < len(sentence.tree):
        mention = next((m for m in sentence.cast.mentions if m[0] == sentence.offset + sentence.tree[at].start), None)
        if mention is None or mention[2].code is None:
            break
        last = max(t.index for t in sentence.tree if sentence.offset + t.start < mention[1])
        found.append(sentence.tree[last])
        if noun.form != "plural" or last + 2 >= len(sentence.tree) or sentence.tree[last + 1].lower != "and":
            break
        at = last + 2
    closed = found and (found[-1].index + 1 >= len(sentence.tree) or sentence.tree[found[-1].index + 1].is_punctuation)
    return found if closed else []


def _person_at(sentence: Sentence, noun: Word) -> bool:
    at = sentence.offset + noun.start
    return any(a <= at < b for a, b, _ in sentence.cast.mentions)


def _build(sentence: Sentence, noun: Word, left: int, right: int, only: Hit | None) -> Party:
    tree = sentence.tree
    start, end = tree[left].start, tree[right].end
    while start < end and sentence.string[start] in "\"'“‘([":
        start += 1
    person = sentence.cast.at(sentence.offset + tree[left].start, sentence.offset + max(end, noun.end))
    if person is None:
        at = sentence.offset + noun.start
        person = next((p for a, b, p in sentence.cast.mentions if a <= at < b), None)
    if person is None and noun.lower[:1] != noun.text[:1]:
        person = definite_person(noun.text, sentence.cast, at)
    code = code_of(only) if only else _code(sentence, noun, left, right)
    name = None
    if person is not None and only is None and (noun.pos == "name" or left == right):
        name, code = person.name, person.code or code
    sector = sector_word(noun) if noun.index not in sentence.names else None
    if sector is None and person is not None and name:
        sector = person.sector
    if sector is None:
        for t in tree[left : noun.index]:
            if t.index not in sentence.names and t.pos in ("name", "noun") and (found := sector_word(t)):
                sector = found
    if code in _IGO:
        code = "IGO"
    if name is None:
        hit = only or sentence.names.get(noun.index)
        if hit is not None and only is None and hit.name.kind in ("country", "place", "demonym"):
            name = hit.name.name if left == right or hit.name.kind != "demonym" else None
        elif hit is not None and only is None:
            name = hit.name.name if sentence.span(hit.start, hit.end) in seats() else sentence.span(hit.start, hit.end)
        if name is None:
            name = sentence.string[start:end]
            if (
                person is None
                and code
                and noun.index not in sentence.names
                and (owner := _owner(sentence, noun))
                and owner[1] == code
            ):
                name = f"{owner[0]}'{'' if owner[0].endswith('s') else 's'} {name}"
    if person is None and _crowd(sentence, noun):
        name = None
    return Party(
        text=sentence.string[start:end],
        start=sentence.offset + start,
        end=sentence.offset + end,
        name=name,
        code=code,
        sector=sector,
    )


def _crowd(sentence: Sentence, noun: Word) -> bool:
    """Tell whether a phrase counts or gathers people without naming them ("tens of thousands of Cubans")."""
    if noun.index in sentence.names or noun.pos == "name" or any(c.lower in ("the", "these") for c in noun.children):
        return False
    counted = noun.lemma.lower() in words("parties", "counts") and any(c.lower == "of" for c in noun.children)
    return counted or (noun.form == "plural" and bool(keys(noun) & lexicon().groups["crowds"]))


def _code(sentence: Sentence, noun: Word, left: int, right: int) -> str | None:
    posted = keys(noun) & lexicon().groups["posted"]
    behind = (
        ()
        if posted and noun.index < right and sentence.tree[noun.index + 1].lower in words("parties", "where")
        else range(noun.index + 1, right + 1)
    )
    for i in (noun.index, *range(noun.index - 1, left - 1, -1), *behind):
        hit = sentence.names.get(i)
        if hit is not None:
            return code_of(hit)
    owner = _owner(sentence, noun)
    if owner is not None or posted:
        return owner and owner[1]  # of "our ambassador in Tehran" none
    for child in noun.children:
        if child.role in ("preposition", "apposition", "owner", "noun clause"):
            for t in child.subtree:
                if t.index in sentence.names and t.index - noun.index < 9:
                    return code_of(sentence.names[t.index])
    if (
        sentence.cast.home
        and noun.form in ("singular", "name")
        and any(c.lower == "the" for c in noun.children)
        and sector_word(noun) == "GOV"
    ):
        return sentence.cast.home
    return None


def _owner(sentence: Sentence, noun: Word) -> tuple[str, str | None] | None:
    """Name and code of the state or person that "its", "his" or "whose" before a noun means."""
    for child in noun.children:
        if child.role != "owner":
            continue
        if child.lower == "its":
            subject = next(
                (
                    t
                    for t in sentence.tree[: noun.index]
                    if t.role in ("subject", "passive subject") and t.index in sentence.names
                ),
                None,
            )
            hit = sentence.names[subject.index] if subject is not None else sentence.last_state
            return (hit.name.name, code_of(hit)) if hit is not None and hit.name.kind != "demonym" else None
        if child.form == "relative possessive":
            above = next((a.head for a in noun.ancestors if a.role == "relative"), None)
            hit = sentence.names.get(above.index) if above is not None else None
            return (hit.name.name, code_of(hit)) if hit is not None else None
        if child.lower in ("his", "her"):
            person = next(iter(pronoun(sentence, child)), None)
            if person is not None and person.name:
                return person.name, person.code
            boss = next(
                (t for t in sentence.tree[: noun.index] if t.role == "subject" and sector_word(t) == "GOV"), None
            )
            if boss is not None and not sentence.last_person:
                left, right = phrase(boss)
                name = sentence.string[sentence.tree[left].start : sentence.tree[right].end]
                return name[:1].upper() + name[1:], _code(sentence, boss, left, right)
            return None
    return None


def _speaker(sentence: Sentence, noun: Word, start: int, end: int) -> list[Party]:
    """Who says "we" or "I": the subject of the verb of saying over it."""
    for verb in (a for a in noun.ancestors if a.lemma in lexicon().reporting["verbs"]):
        for subject in verb.by_role("subject"):
            if subject.index != noun.index and subject.pos != "pronoun":
                return [
                    p.model_copy(update={"text": noun.text, "start": start, "end": end})
                    for p in _parties(sentence, subject)
                ]
    if sentence.cast.home and noun.lower == "we":
        country = next((c.name for c in countries() if c.code == sentence.cast.home), sentence.cast.home)
        return [Party(text=noun.text, start=start, end=end, name=country, code=sentence.cast.home, sector="GOV")]
    return []


def embedded(sentence: Sentence, noun: Word, limit: int = 12) -> list[Word]:
    """Nouns inside a phrase that name parties: "Iraq's proposal", "an Australian ultimatum", "demands from rebels"."""
    found = []
    for child in noun.children:
        if child.form == "possessive":
            continue
        if child.role == "compound" and noun.lemma in lexicon().sets["named_after_cities"]:
            if child.index in sentence.names and sentence.names[child.index].name.kind == "place":
                continue  # "the Ottawa convention"
        if child.role in ("owner", "adjective", "compound", "noun modifier") and (
            child.index in sentence.names or (child.role == "owner" and is_party(sentence, child))
        ):
            found.append(child)
    for child in noun.children:
        if child.role == "preposition":
            for inner in child.by_role("prepositional object", "prepositional clause"):
                for one in conjuncts(inner):
                    if noun.pos == "noun" and child.lower in ("in", "at", "near") and one.index in sentence.names:
                        continue  # where it is, not whose
                    if is_party(sentence, one) and one.index - noun.index <= limit:
                        found.append(one)
                    elif one.index - noun.index <= limit:
                        found += embedded(sentence, one, limit)
    return found
