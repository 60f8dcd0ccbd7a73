"""Earlier mails inside a mail, forwarded or quoted: where they begin, and what their header lines say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from timeline.tables.load import read_toml

TABLE = "mail.toml"
_MARKS = re.compile(r"^[ \t]*(?:>[ \t]?)+")
_STARS = re.compile(r"\*+")
_LONGEST_LINE = 300
_MOST_HEADERS = 12
# An introduction tells a day, a time or an address.
_TELLS = re.compile(r"\d{4}|\d[:.]\d\d|\S@\S|\d{1,2}[./]\d{1,2}")


class Header(NamedTuple):
    """What the header lines of an earlier mail say, None where they do not; ``language``: of their words."""

    sender: str | None = None
    date: str | None = None
    subject: str | None = None
    language: str | None = None


class Earlier(NamedTuple):
    """A mail inside another: ``forwarded`` or else quoted, with its words."""

    forwarded: bool
    header: Header
    text: str


class _Border(NamedTuple):
    """Where an earlier mail begins, and where its words do (both numbers of lines).

    ``is_marked``: its lines are marked one by one, so that the sender's own may follow.
    """

    line: int
    words: int
    forwarded: bool
    header: Header
    is_marked: bool = False


def divide(text: str, *, forwards: bool) -> tuple[str, tuple[Earlier, ...]]:
    """Split a mail's text into its sender's own part and the earlier mails below it.

    ``forwards``: its subject says that it forwards them; so does a mail without a word of its own.

    >>> own, (earlier,) = divide("Hello.\\n\\n-----Original Message-----\\nFrom: Jo\\n\\nBye.", forwards=False)
    >>> own.strip(), earlier.header.sender, earlier.text
    ('Hello.', 'Jo', '\\nBye.')
    """
    lines = text.split("\n")
    borders = list(_borders(lines))
    own = "\n".join(lines[: borders[0].line] if borders else lines)
    forwards = forwards or not own.strip()
    ends = [*(border.line for border in borders[1:]), len(lines)]
    earlier = tuple(
        Earlier(border.forwarded or forwards, border.header, "\n".join(_unmarked(lines[border.words : end])))
        for border, end in zip(borders, ends, strict=False)
    )
    return own, earlier


def is_introduction(line: str) -> bool:
    """Tell whether a line says who wrote, and when, what is quoted below it."""
    plain = line.strip()
    return len(plain) <= _LONGEST_LINE and bool(_TELLS.search(plain)) and any(p.fullmatch(plain) for p in _introduced())


def says_that_it_forwards(subject: str | None) -> bool:
    """Tell whether a subject begins as those of forwarded mails do."""
    return bool(subject and re.match(read_toml(TABLE)["forwards"], subject, re.IGNORECASE))


def _borders(lines: list[str]) -> Iterator[_Border]:
    """Yield where earlier mails begin; an introduction to lines that are marked as quoted is marked like them."""
    number = 0
    while number < len(lines):
        border = _border_at(lines, number)
        if border and border.is_marked:
            lines[number : border.words] = [f"> {line}" for line in lines[number : border.words]]
        elif border:
            yield border
        number = max(border.words, number + 1) if border else number + 1


def _border_at(lines: Sequence[str], number: int) -> _Border | None:
    line = _plain(lines[number])
    if not line or len(line) > _LONGEST_LINE:
        return None
    for forwarded, pattern in _parted():
        if pattern.fullmatch(line):
            header, words = _header_at(lines, number + 1)
            return _Border(number, words, forwarded, header)
    if _named(line):
        header, words = _header_at(lines, number)
        # "From: the start, ..." is a sentence; a mail has a sender and a day.
        return _Border(number, words, False, header) if header.sender and header.date else None
    until = _introduced_until(lines, number)
    return _Border(number, until, False, Header(), _is_marked(lines, until)) if until else None


def _header_at(lines: Sequence[str], number: int) -> tuple[Header, int]:
    """Read the header lines from a line on, blank ones between them; and the number of the line after them."""
    values: dict[str, str] = {}
    languages: list[set[str]] = []
    last, words = "", number
    for at in range(number, min(number + 2 * _MOST_HEADERS, len(lines))):
        line = _plain(lines[at])
        named = _named(line)
        if named and named[0] not in values:
            last = named[0]
            values[last] = named[2]
            languages.append(set(named[1]))
            words = at + 1
        elif line and last and words == at and at + 1 < len(lines) and _named(_plain(lines[at + 1])):
            values[last] += f" {line}"  # a long header goes on in the next line
            words = at + 1
        elif line:
            break
    common = set.intersection(*languages) if languages else set()
    language = min(common, default=None)
    return Header(values.get("from"), values.get("date"), values.get("subject"), language), words


def _named(line: str) -> tuple[str, Sequence[str], str] | None:
    """What a header line gives, the languages it may be in, and its value."""
    name, mark, value = line.replace("：", ":", 1).partition(":")
    known = _names().get(name.strip().casefold()) if mark and len(name) <= 20 else None
    return (known[0], known[1], value.strip()) if known else None


def _introduced_until(lines: Sequence[str], number: int) -> int | None:
    """The line after an introduction, which may be broken into three; None where there is none."""
    together = ""
    for at in range(number, min(number + 3, len(lines))):
        if at > number and not lines[at].strip():
            return None
        together = f"{together} {_plain(lines[at])}".strip()
        if is_introduction(together):
            return at + 1
    return None


def _is_marked(lines: Sequence[str], number: int) -> bool:
    """Tell whether the next words are quoted by marks of their own."""
    line = next((line for line in lines[number : number + 3] if line.strip()), "")
    return bool(_MARKS.match(line))


def _unmarked(lines: Sequence[str]) -> Sequence[str]:
    """Take one mark of quotation from each line of a mail all of which is quoted."""
    filled = [line for line in lines if line.strip()]
    if filled and all(line.lstrip().startswith(">") for line in filled):
        return [re.sub(r"^[ \t]*>[ \t]?", "", line) for line in lines]
    return lines


def _plain(line: str) -> str:
    """A line without marks of quotation and emphasis."""
    return _STARS.sub("", _MARKS.sub("", line)).strip() if len(line) <= _LONGEST_LINE + 50 else line


@cache
def _names() -> Mapping[str, tuple[str, Sequence[str]]]:
    names: dict[str, tuple[str, list[str]]] = {}
    for language, kinds in read_toml(TABLE)["headers"].items():
        for kind, words in kinds.items():
            for word in words:
                names.setdefault(word.casefold(), (kind, []))[1].append(language)
    return names


@cache
def _parted() -> tuple[tuple[bool, re.Pattern[str]], ...]:
    rows = read_toml(TABLE)["parted"]
    return tuple((row["forwarded"], re.compile(row["match"], re.IGNORECASE)) for row in rows)


@cache
def _introduced() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(row["match"], re.IGNORECASE) for row in read_toml(TABLE)["introduced"])
