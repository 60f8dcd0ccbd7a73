"""Full names and surnames in running text: who is who in an article."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from timeline.events.people.capitals import Name, name_in, runs
from timeline.events.people.draft import Draft, DraftMention, sector_in
from timeline.events.people.home import Home
from timeline.events.people.offices import describe
from timeline.events.people.pairs import counterparts, officials_of_two
from timeline.events.people.people import Mention, People
from timeline.events.people.pronouns import tell_sexes
from timeline.events.people.surnames import surnames, without_surnames
from timeline.events.people.titles import is_introduced, titles_beside
from timeline.events.people.voices import voices
from timeline.events.words import words
from timeline.names.leaders import by_name, known, plain
from timeline.names.scan import Hit, scan
from timeline.tables.knowledge import Term

_TWO = 2  # words of a name without a second surname
_LONG = 6  # letters of a first name where family names, which come first, are shorter


def find_people(
    text: str,
    dct: date | None = None,
    spans: Sequence[tuple[int, int]] | None = None,
    home: Home | None = None,
) -> People:
    """Read the people and places of an article from capital letters, titles and the tables.

    ``spans``: its sentences; ``home``: where it is written, to which officials of no other country belong.

    >>> people = find_people("Japanese Prime Minister Shigeru Ishiba spoke. Ishiba left.")
    >>> [(m.person.name, m.person.code) for m in people.mentions]
    [('Shigeru Ishiba', 'JPN'), ('Shigeru Ishiba', 'JPN')]
    """
    sentences = spans if spans is not None else [(0, len(text))]
    places, names = _named(text, sentences)
    read = _Reading(text, dct, places)
    read.names(names)
    mentions = sorted(read.mentions, key=lambda m: m[0])
    counterparts(text, places, mentions)
    officials_of_two(text, places, mentions)
    tell_sexes(text, mentions, sentences)
    if home is not None and home.country is not None:
        _bring_home(home, read.drafts.values(), places, sentences)
    people = _people(read.drafts.values(), mentions, places)
    country = home.country if home else None
    author = country if home and home.is_author else None
    return replace(people, day=dct, author=author, home=country, voices=voices(text))


def _named(text: str, sentences: Sequence[tuple[int, int]]) -> tuple[list[Hit], list[Name]]:
    """The places and the names of persons that sentences hold, in order."""
    places: list[Hit] = []
    names: list[Name] = []
    scanned = [(start, end, list(scan(text, start, end))) for start, end in sentences]
    taken_names = surnames(text, (hit for _, _, hits in scanned for hit in hits))
    for start, end, found in scanned:
        hits = list(without_surnames(text, found, taken_names))
        places += [h for h in hits if h.name.kind != "feature"]
        taken = {i for h in hits for i in range(h.start, h.end)}
        names += [name for run in runs(text, start, end, taken) if (name := name_in(text, run)) is not None]
    return places, names


def _people(drafts: Iterable[Draft], mentions: Iterable[DraftMention], places: Iterable[Hit]) -> People:
    done = {id(draft): draft.done() for draft in (*drafts, *(m[2] for m in mentions))}
    return People(
        persons=tuple(done[id(draft)] for draft in drafts),
        mentions=tuple(Mention(start, end, done[id(draft)]) for start, end, draft in mentions),
        places=tuple(places),
    )


class _Reading:
    """The people found so far, and by which of their names others may mean them."""

    def __init__(self, text: str, dct: date | None, places: Sequence[Hit]) -> None:
        self.text, self.dct, self.places = text, dct, places
        self.drafts: dict[str, Draft] = {}
        self.mentions: list[DraftMention] = []
        self._by_surname: dict[str, Draft] = {}
        self._by_first: dict[str, Draft] = {}
        self._by_first_surname: dict[str, Draft] = {}

    def names(self, names: Sequence[Name]) -> None:
        """Read full names first: a surname may stand before them ("Haas wins", and then "Ines Haas")."""
        bare = {name.text for name in names if not name.is_definite}
        for name in names:
            if name.is_full and (name.text in bare or known(name.text, self.dct) is not None):
                self._full(name)
        for draft in self.drafts.values():
            _set_family_name(draft)
        introduced = {name.text for name in names if not name.is_full and is_introduced(self.text, name.end)}
        for name in names:
            if not name.is_full:
                self._single(replace(name, is_titled=True, opens=False) if name.text in introduced else name)

    def _full(self, name: Name) -> None:
        draft = self.drafts.get(name.text)
        if draft is None:
            draft = self.drafts[name.text] = self._new(name)
        self._by_surname.setdefault(name.surname, draft)
        self._by_first.setdefault(name.first, draft)
        told = name.text.split()
        if len(told) > _TWO:
            self._by_first_surname.setdefault(told[-2], draft)
        self._mention(name, draft)

    def _new(self, name: Name) -> Draft:
        term = known(name.text, self.dct)
        if term is None and name.has_suffix:
            term = known(self.text[name.start : name.end].rstrip("."), self.dct)
        if term is None:
            return Draft(name.text, name.surname, first=name.start)
        told = name.text if plain(name.text) == plain(term.holder) else term.holder  # with or without accents
        return Draft(
            told, name.surname, term.code, sector_in(term.office), _held(term, self.dct), name.start, is_tabled=True
        )

    def _single(self, name: Name) -> None:
        draft = self._by_surname.get(name.text) or self._by_one_word(name.text)
        if draft is None and (name.office or not name.opens or name.text in by_name()):
            draft = _from_surname(name, self.dct)
            if draft is not None:
                self._by_surname[name.text] = draft
                self.drafts.setdefault(name.text, draft)
        if draft is not None:
            self._mention(name, draft)

    def _by_one_word(self, word: str) -> Draft | None:
        """Whose family name comes first ("Yoon Suk Yeol"), or before the mother's ("Ines Odal Vega")."""
        named = self._by_first.get(word) or self._by_first_surname.get(word)
        draft = named if word not in words("names", "common") else None
        if draft is not None:
            draft.surname = word
        return draft

    def _mention(self, name: Name, draft: Draft) -> None:
        describe(self.text, draft, name, self.places)
        draft.titles.update(titles_beside(self.text, name.start, name.end))
        self.mentions.append((name.start, name.end, draft))


def _set_family_name(draft: Draft) -> None:
    """Call somebody by the first word where people of the country do ("Kim Jong Un")."""
    first, _, rest = draft.name.partition(" ")
    if draft.code in words("names", "family_first") and rest and len(first) < _LONG and "-" not in first:
        draft.surname = first


def _from_surname(name: Name, dct: date | None) -> Draft | None:
    """A leader of the tables, or whoever bears a title."""
    term = known(name.text, dct)
    office = name.office or ""
    if term is not None and office in words("names", "heads") and office not in term.office:
        term = None  # "President Lee" is not the prime minister of that name
    is_word = name.text.lower() in words("names", "calendar") or (
        not name.is_titled and name.text in words("names", "common")
    )
    if term is not None and not is_word:
        return Draft(term.holder, name.text, term.code, sector_in(term.office), _held(term, dct), name.start)
    return Draft(name.text, name.text, first=name.start) if name.is_titled else None


def _held(term: Term, dct: date | None) -> str | None:
    """The office of a term that runs on the article's day, as far as that is known."""
    return term.office if dct is None or term.span.contains(dct) else None


def _bring_home(
    home: Home, drafts: Iterable[Draft], places: Sequence[Hit], sentences: Sequence[tuple[int, int]]
) -> None:
    """Give officials of no country that of the article, unless their sentence names only others."""
    for draft in drafts:
        if draft.code is None and draft.is_titled and draft.sector == "GOV":
            start, end = next((s for s in sentences if s[0] <= draft.first < s[1]), (0, 0))
            codes = {h.name.code for h in places if start <= h.start < end}
            if home.is_author or not codes or home.country in codes:
                draft.code = home.country
