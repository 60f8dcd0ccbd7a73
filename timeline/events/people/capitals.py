"""Names in running text: words with capital initials that stand together, without the titles before them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from timeline.events.lexicon import lexicon
from timeline.events.words import words
from timeline.names.scan import tokens
from timeline.names.sexes import sex_of_noun

_BEFORE = 8  # words before a name that may tell an office
_CALLED = 2  # words before a name that tell what is called so
_BEHIND = 2  # words behind a name that may tell that it is no person's
Token = tuple[str, int, int]  # a word, and where it begins and ends in the text


class Run(NamedTuple):
    """Words with capital initials, the words before and behind them, and whether they open a sentence."""

    before: tuple[Token, ...]
    words: tuple[Token, ...]
    behind: tuple[Token, ...]
    opens: bool


@dataclass(frozen=True, slots=True)
class Name:
    """A name of a person with what stands around it.

    ``surname``: its last word without suffix and possessive ending; ``first``: its first word; ``end``: behind a suffix
    such as "Jr"; ``office``: the one told by the titles before it; ``before``: the words before the titles;
    ``is_definite``: no title but "the" stands before it ("the Homeland List"); ``opens``: nothing but a capital, which
    any first word of a sentence has, shows that it is a name.
    """

    text: str
    first: str
    surname: str
    start: int
    end: int
    has_suffix: bool
    is_full: bool
    office: str | None
    is_titled: bool
    is_definite: bool
    opens: bool
    before: tuple[Token, ...]


def runs(text: str, start: int, end: int, taken: Collection[int]) -> Iterator[Run]:
    """The runs of capitals of a sentence; ``taken``: characters of known names, which break a run."""
    sentence = tokens(text, start, end)
    at = 0
    while at < len(sentence):
        last = at
        if _is_capital(sentence[at]) and sentence[at][1] not in taken:
            while _runs_on(text, sentence, last, taken):
                last += 1
            before, behind = sentence[max(0, at - _BEFORE) : at], sentence[last + 1 : last + 1 + _BEHIND]
            yield Run(tuple(before), tuple(sentence[at : last + 1]), tuple(behind), at == 0)
        at = last + 1


def _is_capital(token: Token) -> bool:
    return token[0][:1].isupper()


def _runs_on(text: str, sentence: Sequence[Token], at: int, taken: Collection[int]) -> bool:
    """Tell whether the word behind belongs to the same run: a capital, or "bin" and the like before one."""
    if at + 1 >= len(sentence) or sentence[at][0].endswith(("'s", "’s")):
        return False
    behind = sentence[at + 1]
    gap = text[sentence[at][2] : behind[1]]
    if at and len(sentence[at][0]) == 1 and gap == ". " and _is_capital(sentence[at - 1]):
        return _is_capital(behind) and behind[1] not in taken  # "Ines B. Haas"
    if behind[1] in taken or "\n" in gap or gap.strip() not in ("", "-"):
        return False
    if gap == "-" and behind[0].islower() and text[sentence[at][2]] == "-" and at and _is_capital(sentence[at - 1]):
        return behind[0] not in words("names", "hyphened")  # "Kim Dae-jung"
    particle = behind[0].lower() in words("names", "particles")
    return _is_capital(behind) or (particle and at + 2 < len(sentence) and _is_capital(sentence[at + 2]))


def name_in(text: str, run: Run) -> Name | None:
    """The name of a person that a run of capitals is, behind titles and days of the week."""
    named, office = _without_titles(run.words)
    while len(named) > 1 and (_is_day_or_month(named[0]) or _is_month_of(run, named)):
        named = named[1:]  # "On Friday Haas resigned"
    while len(named) > 1 and _is_day_or_month(named[-1]):
        named = named[:-1]  # "Haas Friday resigned"
    if _is_date(named) or _is_thing(named) or _is_nobody(run, named):
        return None
    has_suffix = len(named) > 1 and named[-1][0].lower() in words("names", "suffixes")
    last = named[-1 - has_suffix]
    surname = _without_ending(last[0])
    start, end = named[0][1], last[1] + len(surname)
    is_titled = office is not None or _is_addressed(run, named) or _follows_official(run)
    return Name(
        text=text[start:end],
        first=_without_ending(named[0][0]),
        surname=_without_ending(named[0][0]) if surname.islower() and len(named) > 2 else surname,  # "Kim Dae-jung"
        start=start,
        end=named[-1][2] if has_suffix else end,
        has_suffix=has_suffix,
        is_full=len(named) - has_suffix >= 2,
        office=office,
        is_titled=is_titled,
        is_definite=not is_titled and _has_article(run, named),
        opens=run.opens and not is_titled,
        before=run.before,
    )


def _is_nobody(run: Run, named: tuple[Token, ...]) -> bool:
    """Tell whether what stands around a name says that it is a body's or a thing's."""
    return _is_name_of_body(run) or _is_name_of_thing(run) or (len(named) > 1 and _has_members(run))


def _is_date(named: tuple[Token, ...]) -> bool:
    return all(word.lower().rstrip(".") in words("names", "calendar", "calendar_short") for word, _, _ in named)


def _is_thing(named: tuple[Token, ...]) -> bool:
    return any(word.lower() in words("names", "things") for word, _, _ in named)


def _is_addressed(run: Run, named: tuple[Token, ...]) -> bool:
    """Tell whether "Mr", "Mrs" or the like stands before a name."""
    titles = (*run.before[-1:], *run.words[: len(run.words) - len(named)])  # a stop ends a run: "Mrs. Haas"
    return any(word.lower() in words("names", "addresses") for word, _, _ in titles)


def _has_article(run: Run, named: tuple[Token, ...]) -> bool:
    """Tell whether "the" stands right before a name."""
    before = (*run.before, *run.words[: len(run.words) - len(named)])
    return bool(before) and before[-1][0].lower() == "the"


def _is_name_of_body(run: Run) -> bool:
    """Tell whether a body is named ("Movement for Change")."""
    body, joint = run.before[-2:] if len(run.before) > 1 else (("", 0, 0), ("", 0, 0))
    return joint[0] in ("for", "of") and body[0][:1].isupper() and body[0].lower() in words("names", "named_bodies")


def _has_members(run: Run) -> bool:
    """Tell whether a band, a team or a paper is named, by the member whose name follows."""
    member, name = run.behind if len(run.behind) == _BEHIND else (("", 0, 0), ("", 0, 0))
    return member[0] in words("names", "members") and _is_capital(name)


def _is_name_of_thing(run: Run) -> bool:
    """Tell whether a thing is called by a name ("a campaign called Make Room")."""
    if len(run.before) < _CALLED or run.before[-1][0] not in words("names", "calling"):
        return False
    noun = run.before[-2][0]
    is_somebody = (
        noun in lexicon().sets["people"] or noun in words("parties", "humans") or sex_of_noun(noun) is not None
    )
    return noun.islower() and not is_somebody


def _is_day_or_month(token: Token) -> bool:
    """Tell whether a word is that of a day or month, and no first name ("April")."""
    low = token[0].lower()
    return low in words("names", "calendar") and low not in words("names", "calendar_first_names")


def _is_month_of(run: Run, named: tuple[Token, ...]) -> bool:
    """Tell whether a name begins with a month ("In April Haas resigned")."""
    before = (*run.before, *run.words[: run.words.index(named[0])])
    dated = bool(before) and (before[-1][0].isdigit() or before[-1][0].lower() in words("names", "before_months"))
    return dated and named[0][0].lower() in words("names", "calendar")


def _without_ending(word: str) -> str:
    return word.removesuffix("'s").removesuffix("’s")


def _follows_official(run: Run) -> bool:
    return bool(run.before) and run.before[-1][0].lower() in lexicon().groups["officials"]


def _without_titles(run: tuple[Token, ...]) -> tuple[tuple[Token, ...], str | None]:
    """Take titles off the front of a run of capitals; return the name and the office."""
    sectors = lexicon().sectors
    office = None
    cut = 0
    for k, (word, _, _) in enumerate(run):
        title = _title(word)
        if title in sectors or word.lower() in words("names", "titles"):
            cut = k + 1
        if title in sectors and not (title == "general" and k and _is_civil(run[k - 1])):
            office = office if sectors.get(office or "") in ("OPP", "REB") else title
    return run[cut:], office


def _title(word: str) -> str:
    """A title in the singular ("Presidents Odal and Haas")."""
    low = word.lower().removesuffix("'s")
    return low if low in lexicon().sectors else low.removesuffix("s")


def _is_civil(token: Token) -> bool:
    """Tell whether a word before "general" makes no soldier of it ("secretary general")."""
    return token[0].lower() in words("names", "civil_generals")
