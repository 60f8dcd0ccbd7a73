"""The known names of countries, places and bodies in a sentence, and the code each counts for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from timeline.events.lexicon import lexicon
from timeline.events.parse.noun_phrase import beside
from timeline.events.parse.word import Role, Tree, Word
from timeline.events.words import words
from timeline.names.countries import Name, usual_names
from timeline.names.places import seats
from timeline.names.scan import Hit, scan
from timeline.stretches import back_from

_NAMING: tuple[Role, ...] = ("owner", "compound", "adjective")


def known_names(tree: Tree, places: Sequence[Hit], text: str, offset: int) -> tuple[dict[int, Hit], frozenset[int]]:
    """The known name that each word is part of, by the word's index, and the words of waters and the like.

    ``places``: the names of countries and bodies in the whole article, whose ``text`` has the sentence at ``offset``.
    """
    names: dict[int, Hit] = {}
    features: set[int] = set()
    for hit in scan(tree.text):
        covered = [word for word in tree if hit.start <= word.start < hit.end]
        if not covered or _is_attitude(tree.text[: hit.start], tree.text[hit.end :]):
            continue
        if hit.name.kind == "feature" or _names_paper(covered[-1], hit):  # "Gulf of Oman", "the Ottawa convention"
            features |= {word.index for word in covered}
        elif not _is_surname(covered[0], hit) and not _is_body_of_state(covered, hit):
            before = _named_before(places, text, offset + hit.start)
            meant = _stood_for(_body_at(covered[-1], hit, places), tree.text, before)
            if meant is not None and covered[0].lower in words("parties", "chambers"):
                meant = _chamber(covered[0], meant, _named_before(places, text, offset + hit.start), text)
            if meant is not None:
                names |= dict.fromkeys((word.index for word in covered), meant)
    return names, frozenset(features)


def code_of(hit: Hit) -> str:
    """PLOVER's code of a name."""
    return plover_code(hit.name.code) or hit.name.code


def plover_code(code: str | None) -> str | None:
    """PLOVER's code of a country or body: bodies of states are IGO."""
    return "IGO" if code in words("parties", "bodies_of_states") else code


def _names_paper(word: Word, hit: Hit) -> bool:
    """Tell whether a city only names what was signed or founded there."""
    paper = word.role == "compound" and word.head.lemma.lower() in words("parties", "signed_papers")
    return paper and hit.name.kind == "place"


def _is_attitude(before: str, after: str) -> bool:
    """Tell whether a name only describes: "pro-Iraqi", "Spanish-speaking", "ethnic Albanians"."""
    if after[:1] == "-" and after[1:2].islower():
        return True
    return before.lower().endswith(_attitudes())


@cache
def _attitudes() -> tuple[str, ...]:
    return (*(f"{word}-" for word in sorted(words("parties", "attitudes"))), "ethnic ")


def _is_surname(word: Word, hit: Hit) -> bool:
    """Tell whether a country's name is a person's, as a first name stands before it ("Peter Holland")."""
    before = word.before
    if before is None or word.start != hit.start or hit.name.kind not in ("country", "place"):
        return False
    if " " in word.tree.text[hit.start : hit.end] or before.head.index < word.index:
        return False
    return _is_first_name(before)


def _is_first_name(word: Word) -> bool:
    if word.form != "name" or not word.text.isalpha() or not word.text.istitle():
        return False
    ordinary = word.lower in words("names", "calendar", "directions") or word.lower in lexicon().sectors
    return not ordinary and not any(scan(word.text))


def _is_body_of_state(covered: Sequence[Word], hit: Hit) -> bool:
    """Tell whether a body is a country's own: "the Security Council of Armenia", "the National Security Council"."""
    if hit.name.kind != "body":
        return False
    return _is_owned_behind(covered[0].tree.text, hit) or _is_part_of_longer_name(covered)


def _is_owned_behind(text: str, hit: Hit) -> bool:
    if not text.startswith(" of ", hit.end):
        return False
    owner = next(scan(text, hit.end + len(" of ")), None)
    return owner is not None and owner.name.kind == "country" and owner.start <= hit.end + len(" of the ")


def _is_part_of_longer_name(covered: Sequence[Word]) -> bool:
    """Tell whether a council or the like has a country or a capital word of its own before its name."""
    organ, before = covered[-1], covered[0].before
    if before is not None and before.lower in ("'s", "’s"):
        before = before.head
    if before is None or before.head is not organ or not before.text[:1].isupper():
        return False
    named = next(scan(before.text), None)
    is_of_states = named is not None and named.name.kind == "body"
    is_day = before.lower in words("names", "calendar")
    return organ.lower in lexicon().sectors and before.role in _NAMING and not (is_of_states or is_day)


def _chamber(chamber: Word, hit: Hit, before: Iterable[Hit], text: str) -> Hit | None:
    """A chamber that several states have: of the state whose it was before ("Peru's Congress ... Congress").

    None where its own words tell whose it is.
    """
    owners = (*chamber.by_role("owner", "adjective"), *beside(chamber, "of"))
    named = [found.name.code for owner in owners for found in scan(owner.text)]
    if named:
        return hit if named[0] == hit.name.code else None
    links = tuple(f"{link} {chamber.text}" for link in ("", "'s", "’s"))
    code = next((found.name.code for found in before if text.startswith(links, found.end)), hit.name.code)
    return hit._replace(name=Name(code, hit.name.kind, hit.name.name))


def _named_before(places: Sequence[Hit], text: str, position: int) -> Iterator[Hit]:
    """The names with a capital before a character of the article, the last one first."""
    return (hit for hit in back_from(places, position) if text[hit.start].isupper())


def _stood_for(hit: Hit, sentence: str, before: Iterable[Hit]) -> Hit | None:
    """What a word such as "the alliance" stands for: the last so called that is named before it, else nothing."""
    word = sentence[hit.start : hit.end].lower()
    if word not in words("parties", "stand_ins"):
        return hit
    named = (h for h in before if hit.name.code == h.name.code or h.name.name.lower().endswith(word))
    meant = next(named, None)
    return hit._replace(name=meant.name) if meant is not None else None


def _body_at(word: Word, hit: Hit, places: Sequence[Hit]) -> Hit:
    """The body that a city stands for, where the city acts and the article is about the body, not the country."""
    bodies = seats().get(word.tree.text[hit.start : hit.end])
    where = word.role == "prepositional object" and word.head.lower in words("parties", "where")
    if bodies is None or where:
        return hit
    named = {h.name.code for h in places if h.name.name != hit.name.name or h.name.kind == "demonym"}
    body = next((code for code in bodies if code in named), None)
    is_about_country = any(h.name.kind in ("country", "demonym") and h.name.code == hit.name.code for h in places)
    return hit if body is None or is_about_country else hit._replace(name=Name(body, "body", usual_names()[body]))
