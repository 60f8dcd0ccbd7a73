"""One parsed sentence in its article: the known names in it, and its noun phrases."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from timeline.events.gazetteer import Hit, Name, scan, seats
from timeline.events.lexicon import lexicon
from timeline.events.parse.clause import keys, kids
from timeline.events.parties.people import Cast
from timeline.events.words import words
from timeline.tables.knowledge import countries

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_IGO = frozenset({"XUN", "XEU", "XNA", "XIA", "XAU"})


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
        or (doc[covered[-1]].dep_ == "pobj" and doc[covered[-1]].head.lower_ in words("parties", "where"))
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
        and low not in words("names", "calendar")
        and low not in words("names", "directions")
        and low not in lexicon().sectors
        and not any(scan(before.text))
    )


def subject_state(s: Scene) -> Hit | None:
    """The state or body that is the subject of a sentence: what "it" means in the next one."""
    for token in s.doc:
        if token.dep_ in ("nsubj", "nsubjpass") and token.i in s.names:
            hit = s.names[token.i]
            return hit if hit.name.kind != "demonym" else None
    return None


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
    while left < noun.i and left and doc[left - 1].lower_ == "on" and doc[left].lower_ in words("names", "calendar"):
        left += 1  # "on Friday Haas resigned"
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
