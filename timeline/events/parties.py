"""Noun phrases that are parties, with country code and sector; pronouns and collective names resolved."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from timeline.events.clause import conjuncts, content, keys, kids
from timeline.events.gazetteer import Hit, Name, scan, seats
from timeline.events.lexicon import lexicon
from timeline.events.people import Cast, Person, calendar, definite_person, directions
from timeline.events.words import words
from timeline.models import Party
from timeline.tables.knowledge import countries

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_IGO = frozenset({"XUN", "XEU", "XNA", "XIA", "XAU"})
_NEAR = 400  # how far ahead, in characters, those stand whom "the leaders" means without a number


@dataclass(slots=True)
class Scene:
    """One parsed sentence in its article: offsets, known names and the people of the article.

    ``offset`` is where the sentence begins in the article's text; ``string`` is what the
    parser read, ``last_person`` and ``last_state`` are whom the
    sentence before was about, ``dates`` the offsets in the article of the sentence's own days and times.
    """

    doc: Doc
    offset: int
    text: str
    cast: Cast
    names: dict[int, Hit] = field(default_factory=dict)
    features: set[int] = field(default_factory=set)
    last_person: str | None = None
    last_state: Hit | None = None
    headline: bool = False
    dates: list[tuple[int, int]] = field(default_factory=list)
    string: str = ""

    def span(self, start: int, end: int) -> str:
        """The article's text between two characters of the sentence."""
        return self.text[self.offset + start : self.offset + end]


def subject_state(s: Scene) -> Hit | None:
    """The state or body that is the subject of a sentence: what "it" means in the next one."""
    for token in s.doc:
        if token.dep_ in ("nsubj", "nsubjpass") and token.i in s.names:
            hit = s.names[token.i]
            return hit if hit.name.kind != "demonym" else None
    return None


def scene(doc: Doc, offset: int, text: str, cast: Cast, headline: bool = False) -> Scene:
    """Find the known names of a sentence, keyed by the token they cover."""
    sentence = doc.text
    result = Scene(doc, offset, text, cast, headline=headline, string=sentence)
    starts = {t.idx: t.i for t in doc}
    for hit in scan(sentence):
        after = sentence[hit.end : hit.end + 2]
        before = sentence[max(0, hit.start - 5) : hit.start].lower()
        if (after[:1] == "-" and after[1:].islower()) or before.endswith(("pro-", "anti-", "non-", "ex-")):
            continue
        if before.endswith("hnic "):
            continue  # ethnic Albanians need not be Albania's
        if hit.name.kind == "feature" or _surname(doc, sentence, hit, starts):  # "Gulf of Oman", "Peter Holland"
            if hit.name.kind == "feature":
                result.features |= {i for start, i in starts.items() if hit.start <= start < hit.end}
            continue
        if hit.name.kind == "body" and sentence[hit.end :].startswith(" of ") and any(scan(sentence, hit.end + 4)):
            follow = next(scan(sentence, hit.end + 4))
            if follow.start <= hit.end + 8 and follow.name.kind == "country":
                continue  # "the Security Council of Armenia": a country's own
        covered = [i for start, i in starts.items() if hit.start <= start < hit.end]
        for i in covered:
            result.names[i] = _seated(doc, sentence, hit, covered, cast)
    return result


def _seated(doc: Doc, string: str, hit: Hit, covered: list[int], cast: Cast) -> Hit:
    """The body that a city stands for, where the city acts and the article is about the body, not the country."""
    codes = seats().get(string[hit.start : hit.end])
    if (
        codes is None
        or not covered
        or (doc[covered[-1]].dep_ == "pobj" and doc[covered[-1]].head.lower_ in words("where"))
    ):
        return hit
    named = {h.name.code for h in cast.places if h.name.name != hit.name.name or h.name.kind == "demonym"}
    body = next((code for code in codes if code in named), None)
    if body is None or hit.name.code in {h.name.code for h in cast.places if h.name.kind in ("country", "demonym")}:
        return hit
    name = next(c.name for c in countries() if c.code == body)
    return hit._replace(name=Name(body, "body", name))


def _surname(doc: Doc, string: str, hit: Hit, starts: dict[int, int]) -> bool:
    """Tell whether a country's name is here the last name of a person: a first name stands before it."""
    i = starts.get(hit.start)
    if not i or " " in string[hit.start : hit.end] or hit.name.kind not in ("country", "place"):
        return False
    before = doc[i - 1]
    low = before.lower_.rstrip(".")
    first = before.tag_ == "NNP" and before.is_alpha and before.text.istitle() and before.head.i >= i
    return (
        first
        and low not in calendar()
        and low not in directions()
        and low not in lexicon().sectors
        and not any(scan(before.text))
    )


def code_of(hit: Hit) -> str:
    """PLOVER's code of a name: bodies of states are IGO."""
    return "IGO" if hit.name.code in _IGO else hit.name.code


def sector_word(noun: Token) -> str | None:
    """Sector of a noun by its lemma or compound."""
    sectors = lexicon().sectors
    if noun.lemma_.lower() in lexicon().groups["served"]:
        # "navy officer", "police chief": the service tells.
        for child in noun.children:
            if child.dep_ == "compound" and child.lower_ in sectors:
                return sectors[child.lower_]
    for key in sorted(keys(noun), key=len, reverse=True):
        if key in sectors:
            return sectors[key]
    return None


def phrase(noun: Token) -> tuple[int, int]:
    """Token range of a noun phrase: modifiers on the left, names joined by of, in or from on the right."""
    left = noun.i
    for child in noun.lefts:
        if child.dep_ in (
            "det",
            "amod",
            "compound",
            "poss",
            "nmod",
            "nummod",
            "quantmod",
            "advmod",
            "punct",
            "case",
            "predet",
        ):
            left = min(left, child.left_edge.i)
    doc = noun.doc
    while left < noun.i and (
        doc[left].dep_ in ("det", "predet", "punct")
        or doc[left].tag_ in ("PRP$", "WP$")
        or (doc[left].dep_ == "advmod" and doc[left].head == noun)
    ):
        left += 1
    right = noun.i
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ in ("of", "in", "from", "for") and child.i - right <= 2:
            if any(t.text in ',;("“' for t in doc[right + 1 : child.i]):
                break
            inner = kids(child, "pobj")
            if inner and (inner[0].i - child.i) <= 5:
                right = phrase(inner[0])[1]
                continue
            break
        if (child.dep_ == "appos" and child.pos_ == "PROPN" and child.left_edge.i == right + 1) or (
            child.dep_ in ("amod", "nummod") and child.i == right + 1 and child.pos_ in ("NUM", "ADJ")
        ):
            right = child.i
        elif child.dep_ not in ("punct", "case", "prep"):
            break
    return left, right


def is_party(s: Scene, noun: Token) -> bool:
    """Tell whether a noun phrase names somebody who can act: a state, a body, people."""
    if noun.i in s.features or any(c.dep_ == "det" and c.lower_ in words("nobody") for c in noun.children):
        return False
    if noun.i in s.names:
        return True
    if noun.lemma_ == "force" and noun.tag_ == "NN" and not any(c.dep_ != "punct" for c in noun.children):
        return False  # "use force"
    if noun.lower_ in words("personal") | words("plural") | {"who", "i", "we", "it"}:
        return True
    if sector_word(noun) is not None or "ministers" in keys(noun):
        return True
    start = s.offset + noun.idx
    if s.cast.at(start, start + len(noun)) or any(a <= start < b for a, b, _ in s.cast.mentions):
        return True
    if noun.lower_ in words("anybody") or noun.pos_ == "NUM":
        return any(is_party(s, n) for n in content(noun)[1:])
    acronym = noun.is_upper and len(noun) > 2 and noun.is_alpha
    return (noun.pos_ == "PROPN" or acronym) and noun.lower_.rstrip(".") not in calendar()


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
    if noun.pos_ == "PRON" or low in words("personal") or low in words("plural"):
        return _pronoun(s, noun)
    collective = _collective(s, noun)
    if collective:
        return collective
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
            if held := _collective(s, one):  # "the foreign ministers of the two countries"
                return [party.model_copy(update={"sector": sector_word(noun)}) for party in held]
        if len({s.names[n.i].name.code for n in named if n.i in s.names}) > 1 and all(n.i in s.names for n in named):
            # "leaders of Greece and Turkey"
            return [
                _build(s, noun, n.i, n.i, s.names[n.i]).model_copy(update={"name": s.names[n.i].name.name})
                for n in named
            ]
    left, right = phrase(noun)
    return [_build(s, noun, left, right, None)]


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
    counted = noun.lemma_.lower() in words("counts") and any(c.lower_ == "of" for c in noun.children)
    return counted or (noun.tag_ == "NNS" and bool(keys(noun) & lexicon().groups["crowds"]))


def _code(s: Scene, noun: Token, left: int, right: int) -> str | None:
    posted = keys(noun) & lexicon().groups["posted"]
    behind = (
        () if posted and noun.i < right and s.doc[noun.i + 1].lower_ in words("where") else range(noun.i + 1, right + 1)
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
            person = next(iter(_pronoun(s, child)), None)
            if person is not None and person.name:
                return person.name, person.code
            boss = next((t for t in s.doc[: noun.i] if t.dep_ == "nsubj" and sector_word(t) == "GOV"), None)
            if boss is not None and not s.last_person:
                left, right = phrase(boss)
                name = s.doc[left : right + 1].text
                return name[:1].upper() + name[1:], _code(s, boss, left, right)
            return None
    return None


def _pronoun(s: Scene, noun: Token) -> list[Party]:
    low = noun.lower_
    start, end = s.offset + noun.idx, s.offset + noun.idx + len(noun)
    if low in words("personal"):
        here = [p for a, _, p in s.cast.mentions if s.offset <= a < start]
        if len(here) == 1 and s.last_person and not _is_subject(s, here[0]):
            here = []
        earlier = s.cast.before(s.offset, 1)
        person = here[0] if here else None
        if person is None and s.last_person:
            person = next((p for p in s.cast.people.values() if p.name == s.last_person), None)
        person = person or (earlier[0] if earlier else None)
        if person is None:
            return [Party(text=noun.text, start=start, end=end)]
        return [Party(text=noun.text, start=start, end=end, name=person.name, code=person.code, sector=person.sector)]
    if low in words("plural"):
        return _last_two(s, start, end, noun.text)
    if low in words("self"):
        return _speaker(s, noun, start, end)
    if low in ("it", "its") and s.last_state is not None and not any(i < noun.i for i in s.names):
        name = s.last_state.name
        return [Party(text=noun.text, start=start, end=end, name=name.name, code=code_of(s.last_state))]
    return []


def _is_subject(s: Scene, person: Person) -> bool:
    """Tell whether a person is named as a subject in the sentence."""
    spans = [(a - s.offset, b - s.offset) for a, b, p in s.cast.mentions if p is person]
    return any(
        t.dep_ in ("nsubj", "nsubjpass", "ROOT", "poss", "appos") and any(a <= t.idx < b for a, b in spans)
        for t in s.doc
    )


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


def _last_two(s: Scene, start: int, end: int, text: str) -> list[Party]:
    people = s.cast.before(start, 2)
    if len(people) == 2:
        return [
            Party(text=text, start=start, end=end, name=p.name, code=p.code, sector=p.sector) for p in reversed(people)
        ]
    return _last_countries(s, start, end, text) or [Party(text=text, start=start, end=end)]


def _last_countries(  # noqa: PLR0913 - where the words stand and how far back to look
    s: Scene, start: int, end: int, text: str, near: int | None = None, before: int | None = None
) -> list[Party]:
    hits = s.cast.countries_before(start if before is None else before, 2, near)
    if len(hits) < 2:
        return []
    first = [h.name.code for h in s.cast.places]
    hits.sort(key=lambda h: first.index(h.name.code))
    return [Party(text=text, start=start, end=end, name=h.name.name, code=code_of(h)) for h in hits]


def _collective(s: Scene, noun: Token) -> list[Party]:
    """Resolve "the two leaders", "both countries", "the two sides"."""
    groups = lexicon().groups
    people = noun.lemma_ in groups["pairs_of_people"]
    if noun.tag_ != "NNS" or not (people or noun.lemma_ in groups["pairs_of_states"]):
        return []
    marks = {c.lower_ for c in noun.children if c.dep_ in ("det", "nummod", "predet", "poss")}
    others = [c for c in noun.children if c.dep_ not in ("det", "nummod", "predet", "punct")]
    two = marks & {"two", "both", "2"}
    bare = not others and ("the" in marks or s.headline)
    if not (("both" in marks or "the" in marks or s.headline) and (two or bare)) or marks & words("counted"):
        return []
    if any(c.i in s.names for c in noun.subtree) or (
        two and any(c.dep_ == "prep" and c.lower_ == "of" for c in others)
    ):
        return []
    if not two and noun.lemma_ not in groups["pairs_when_bare"]:
        return []
    start, end = s.offset + noun.idx, s.offset + noun.idx + len(noun)
    left = phrase(noun)[0]
    start = s.offset + s.doc[left].idx
    text = s.text[start:end]
    near = None if two else _NEAR
    # "A and B failed to bring the two sides together": others than A and B.
    before = s.offset if noun.dep_ == "dobj" else start
    if people:
        pair = s.cast.before(before, 2, office=noun.lemma_) or s.cast.before(before, 2)
        apart = len({p.code for p in pair} - {None}) == 2 and all(s.cast.near(p, before, _NEAR) for p in pair)
        if len(pair) == 2 and (two or apart):
            return [
                Party(text=text, start=start, end=end, name=p.name, code=p.code, sector=p.sector)
                for p in reversed(pair)
            ]
    return _last_countries(s, start, end, text, near, before)


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
