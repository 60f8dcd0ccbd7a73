"""Whom a name or a code means: a person, a country or a body, by all names that the tables and the articles give."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property

from timeline.errors import OptionError
from timeline.models import MergedEvent, Party, Timeline
from timeline.names.countries import spellings, usual_names
from timeline.names.leaders import by_name, is_title, plain
from timeline.names.meaning import code_meant, names_of_leader, said_in, stretch_of, words_of

_WORD = re.compile(r"[^\W_]+")
_OFFERED = 3  # nearest names
_LIKE = 0.7  # how near, 0..1


@dataclass(frozen=True)
class Actor:
    """Whom a reader asks for: ``code`` of a country or body, or ``names`` of a person, a group or a thing."""

    asked: str
    code: str | None
    names: tuple[str, ...]

    def is_party(self, party: Party) -> bool:
        """Tell whether a party is the one asked for, or acts for the country or body asked for."""
        if self.code is not None:
            return party.code == self.code
        said = said_in(party.called)
        return any(_is_called(said, name, self._own_words) for name in self._words)

    def takes_part(self, event: MergedEvent) -> bool:
        """Tell whether the one asked for is a party of the event."""
        return any(self.is_party(party) for party in (*event.actors, *event.recipients))

    def is_named(self, text: str) -> bool:
        """Tell whether a text names the one asked for."""
        return self._pattern.search(text) is not None

    @cached_property
    def _words(self) -> tuple[tuple[str, ...], ...]:
        return tuple(words_of(name) for name in self.names)

    @cached_property
    def _own_words(self) -> frozenset[str]:
        return frozenset(word for words in self._words for word in words)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        names = sorted(self.names, key=lambda name: (-len(name), name))
        return re.compile("|".join(rf"(?<!\w){_spelt(name)}(?:['’]?s)?(?!\w)" for name in names))


def find_actor(asked: str, timeline: Timeline) -> Actor:
    """Find whom a name or code means.

    Raises OptionError, with the nearest names, where neither tables nor timeline know it.
    """
    wanted = " ".join(asked.split())
    code = code_meant(wanted)
    if code is not None:
        called = tuple(dict.fromkeys(word for word, name in spellings() if name.code == code and name.whole))
        return Actor(asked, code, called)
    told = list(_parties(timeline))
    names = dict.fromkeys((wanted, *names_of_leader(wanted), *_full_name(wanted, told)))
    actor = Actor(asked, None, tuple(names))
    own = [party for party in told if actor.is_party(party)]
    is_known = len(names) > 1 or own or any(actor.is_named(article.text) for article in timeline.articles)
    if not words_of(wanted) or not is_known:
        raise OptionError(_unknown(asked, told))
    return Actor(asked, None, tuple(dict.fromkeys((*names, *_short_names(wanted, own)))))


def _full_name(wanted: str, told: Sequence[Party]) -> tuple[str, ...]:
    """The name of two words or more that ends with a surname asked for and stands most often in the articles."""
    surname = words_of(wanted)
    if len(surname) != 1:
        return ()
    ends_so = (plain(party.called) for party in told if words_of(party.called)[-1:] == surname)
    full = Counter(name for name in ends_so if " " in name and all(word[:1].isupper() for word in name.split()))
    return (min(full, key=lambda name: (-full[name], name)),) if full else ()


def _short_names(wanted: str, own: Sequence[Party]) -> Iterator[str]:
    """Single words of a full name by which articles call the same party ("Mr Odal", "Odal")."""
    full = {word.casefold(): word for word in said_in(wanted)}
    if len(full) < 2:
        return
    for party in own:
        if len(said_in(party.called)) > 1:
            said = [word for word in said_in(party.text) if not is_title(word)]
            if len(said) == 1 and said[0][:1].isupper() and said[0].casefold() in full:
                yield said[0]


def _is_called(said: Sequence[str], name: Sequence[str], own: frozenset[str]) -> bool:
    """Tell whether a phrase holds a name, and no other name: "Mr Vik" is Vik, "Ida Vik" is not Arne Vik."""
    called = stretch_of(said, name)
    if called is None:
        return False
    beside = (*said[: called.start], *said[called.stop :])
    return all(not word[0].isupper() or word.casefold() in own or is_title(word) for word in beside)


def _spelt(name: str) -> str:
    """A pattern of a name: the first letter as given where it is a capital, the others in either case."""
    words = _WORD.findall(name)
    joined = r"(?:['’]s?)?[\W_]+".join(rf"(?i:{re.escape(word)})" for word in words)
    return (rf"(?={re.escape(words[0][0])})" if words and words[0][0].isupper() else "") + joined


def _parties(timeline: Timeline) -> Iterator[Party]:
    """All parties, one and the same as often as it takes part."""
    for event in timeline.everything:
        yield from (*event.actors, *event.recipients)


def _unknown(asked: str, told: Sequence[Party]) -> str:
    of_articles = _nearest(asked, [party.called for party in told])
    near = [*of_articles, *_nearest(asked, [*usual_names().values(), *by_name()])]
    return f"{asked!r} is nobody in these articles nor in the tables; " + (
        f"did you mean {', '.join(dict.fromkeys(near[:_OFFERED]))}?"
        if near
        else "give a name as the articles write it, or a code such as JPN"
    )


def _nearest(asked: str, names: Sequence[str]) -> list[str]:
    """The names that are nearest to one asked for, or whose last word is."""
    by_key: dict[str, str] = {}
    for name in names:
        folded = plain(name).casefold()
        by_key.setdefault(folded, name)
        by_key.setdefault(folded.rpartition(" ")[2], name)
    near = get_close_matches(plain(asked).casefold(), list(by_key), _OFFERED, _LIKE)
    return list(dict.fromkeys(by_key[key] for key in near))
