"""One parsed sentence in its article: the known names in it, and its noun phrases."""

from __future__ import annotations

from dataclasses import dataclass, field

from timeline.events.lexicon import lexicon
from timeline.events.parse.noun_phrase import keys
from timeline.events.parse.word import Tree, Word
from timeline.events.parties.people import Cast, Person
from timeline.events.words import words
from timeline.names.countries import Name
from timeline.names.places import seats
from timeline.names.scan import Hit, scan
from timeline.tables.knowledge import countries

_IGO = frozenset({"XUN", "XEU", "XNA", "XIA", "XAU"})


@dataclass(slots=True)
class Sentence:
    """One parsed sentence in its article: offsets, known names and the people of the article.

    ``offset`` is where the sentence begins in the article's text; ``string`` is what the
    parser read, ``last_person`` and ``last_state`` are whom the
    sentence before was about, ``dates`` the offsets in the article of the sentence's own days and times.
    """

    tree: Tree
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

    def position(self, word: Word) -> int:
        """Where a word begins in the article."""
        return self.offset + word.start

    def person_at(self, word: Word) -> Person | None:
        """The person of whose name a word is part."""
        at = self.position(word)
        return next((person for a, b, person in self.cast.mentions if a <= at < b), None)

    def span(self, start: int, end: int) -> str:
        """The article's text between two characters of the sentence."""
        return self.text[self.offset + start : self.offset + end]


def sentence_of(tree: Tree, offset: int, text: str, cast: Cast, headline: bool = False) -> Sentence:
    """Find the known names of a sentence, keyed by the token they cover."""
    sentence = tree.text
    result = Sentence(tree, offset, text, cast, headline=headline, string=sentence)
    starts = {t.start: t.index for t in tree}
    for hit in scan(sentence):
        after = sentence[hit.end : hit.end + 2]
        before = sentence[max(0, hit.start - 5) : hit.start].lower()
        if (after[:1] == "-" and after[1:].islower()) or before.endswith(("pro-", "anti-", "non-", "ex-")):
            continue
        if before.endswith("hnic "):
            continue  # ethnic Albanians need not be Albania's
        if hit.name.kind == "feature" or _surname(tree, sentence, hit, starts):  # "Gulf of Oman", "Peter Holland"
            if hit.name.kind == "feature":
                result.features |= {i for start, i in starts.items() if hit.start <= start < hit.end}
            continue
        if hit.name.kind == "body" and sentence[hit.end :].startswith(" of ") and any(scan(sentence, hit.end + 4)):
            follow = next(scan(sentence, hit.end + 4))
            if follow.start <= hit.end + 8 and follow.name.kind == "country":
                continue  # "the Security Council of Armenia": a country's own
        covered = [i for start, i in starts.items() if hit.start <= start < hit.end]
        for i in covered:
            result.names[i] = _seated(tree, sentence, hit, covered, cast)
    return result


def _seated(tree: Tree, string: str, hit: Hit, covered: list[int], cast: Cast) -> Hit:
    """The body that a city stands for, where the city acts and the article is about the body, not the country."""
    codes = seats().get(string[hit.start : hit.end])
    if (
        codes is None
        or not covered
        or (
            tree[covered[-1]].role == "prepositional object"
            and tree[covered[-1]].head.lower in words("parties", "where")
        )
    ):
        return hit
    named = {h.name.code for h in cast.places if h.name.name != hit.name.name or h.name.kind == "demonym"}
    body = next((code for code in codes if code in named), None)
    if body is None or hit.name.code in {h.name.code for h in cast.places if h.name.kind in ("country", "demonym")}:
        return hit
    name = next(c.name for c in countries() if c.code == body)
    return hit._replace(name=Name(body, "body", name))


def _surname(tree: Tree, string: str, hit: Hit, starts: dict[int, int]) -> bool:
    """Tell whether a country's name is here the last name of a person: a first name stands before it."""
    i = starts.get(hit.start)
    if not i or " " in string[hit.start : hit.end] or hit.name.kind not in ("country", "place"):
        return False
    before = tree[i - 1]
    low = before.lower.rstrip(".")
    first = before.form == "name" and before.text.isalpha() and before.text.istitle() and before.head.index >= i
    return (
        first
        and low not in words("names", "calendar")
        and low not in words("names", "directions")
        and low not in lexicon().sectors
        and not any(scan(before.text))
    )


def subject_state(sentence: Sentence) -> Hit | None:
    """The state or body that is the subject of a sentence: what "it" means in the next one."""
    for token in sentence.tree:
        if token.role in ("subject", "passive subject") and token.index in sentence.names:
            hit = sentence.names[token.index]
            return hit if hit.name.kind != "demonym" else None
    return None


def code_of(hit: Hit) -> str:
    """PLOVER's code of a name: bodies of states are IGO."""
    return "IGO" if hit.name.code in _IGO else hit.name.code


def sector_word(noun: Word) -> str | None:
    """Sector of a noun by its lemma or compound."""
    sectors = lexicon().sectors
    if noun.lemma.lower() in lexicon().groups["served"]:
        # "navy officer", "police chief": the service tells.
        for child in noun.children:
            if child.role == "compound" and child.lower in sectors:
                return sectors[child.lower]
    own = (noun.lower, noun.lemma.lower())
    for key in sorted(keys(noun), key=lambda k: (-len(k), k not in own, k)):  # of "national assembly" the assembly
        if key in sectors:
            return sectors[key]
    return None


def phrase(noun: Word) -> tuple[int, int]:
    """Word range of a noun phrase: modifiers on the left, names joined by of, in or from on the right."""
    left = noun.index
    for child in noun.lefts:
        if child.role in (
            "determiner",
            "adjective",
            "compound",
            "owner",
            "noun modifier",
            "count",
            "quantifier",
            "adverb",
            "punctuation",
            "case",
            "predeterminer",
        ):
            left = min(left, child.first.index)
    tree = noun.tree
    while left < noun.index and (
        tree[left].role in ("determiner", "predeterminer", "punctuation")
        or tree[left].form in ("possessive", "relative possessive")
        or (tree[left].role == "adverb" and tree[left].head == noun)
    ):
        left += 1
    while (
        left < noun.index and left and tree[left - 1].lower == "on" and tree[left].lower in words("names", "calendar")
    ):
        left += 1  # "on Friday Haas resigned"
    right = noun.index
    for child in noun.rights:
        if child.role == "preposition" and child.lower in ("of", "in", "from", "for") and child.index - right <= 2:
            if any(t.text in ',;("“' for t in tree[right + 1 : child.index]):
                break
            inner = child.by_role("prepositional object")
            if inner and (inner[0].index - child.index) <= 5:
                right = phrase(inner[0])[1]
                continue
            break
        if (child.role == "apposition" and child.pos == "name" and child.first.index == right + 1) or (
            child.role in ("adjective", "count") and child.index == right + 1 and child.pos in ("number", "adjective")
        ):
            right = child.index
        elif child.role not in ("punctuation", "case", "preposition"):
            break
    return left, right
