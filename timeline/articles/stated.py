"""What an article's owner states about it: the sidecar beside the file, or the front matter at its top."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from errno import ENAMETOOLONG
from pathlib import Path
from typing import Any, NamedTuple

from timeline.articles.claims import claim_by_hand, stated
from timeline.articles.columns import by_column
from timeline.articles.discover import SIDECAR
from timeline.errors import ArticleError
from timeline.models import Claim, Rank

_KEYS = ("dct", "title", "source", "url", "language")
_FENCE = re.compile(r"(?P<mark>---|\+\+\+)[ \t]*\n(?P<body>(?:.*\n)*?)(?P=mark)[ \t]*(?:\n|\Z)")
_LINE = re.compile(r"^(?P<key>\w[\w -]{0,40}?)[ \t]*:[ \t]+(?P<value>[^\s!&*|>{\[].*)$", re.MULTILINE)
_WEB = re.compile(r"https?://\S+\Z")
# A key of so many parts makes tomllib take memory by the square of their number.
_MANY_PARTS = re.compile(r"""(?<![\w"'-])(?:[\w"'-]+[ \t]*\.[ \t]*){16}""")
_LARGEST = 10**15  # of a number that may be a date
_LONGEST = 64_000  # bytes of a sidecar, characters of front matter


class Stated(NamedTuple):
    """Statements of the owner, None where not given; ``claim``: of the day, which may be no date."""

    claim: Claim | None = None
    title: str | None = None
    source: str | None = None
    url: str | None = None
    language: str | None = None


def beside_of(path: Path) -> Path:
    """Return where the sidecar of an article is looked for."""
    return path.with_suffix(SIDECAR)


def sidecar(path: Path) -> Stated | None:
    """Read ``<stem>.toml`` beside the article ``path``; None where there is none.

    Raises ArticleError where it cannot be read, does not parse, or has a key that is not known.
    """
    beside = beside_of(path)
    try:
        if not beside.is_file():
            return None
        if beside.resolve().parent != beside.parent.resolve():
            reason = "is a link that leaves its folder; put a copy of its target there"
            raise ArticleError(f"{beside}: this sidecar {reason}")
        data = beside.read_bytes()
    except OSError as error:
        if error.errno == ENAMETOOLONG:  # no file can have its name
            return None
        raise ArticleError(f"{beside}: cannot be read ({error.strerror}); check its permissions") from error
    try:
        content = _toml(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise ArticleError(f"{beside}: this sidecar is no valid TOML ({error}); {path.name} is left out") from error
    unknown = sorted(content.keys() - set(_KEYS))
    if unknown:
        raise ArticleError(f"{beside}: the key {unknown[0]!r} is not known; a sidecar may hold {', '.join(_KEYS)}")
    for key, value in content.items():
        if key != "dct" and not isinstance(value, str):
            raise ArticleError(f"{beside}: {key} must be a text, not {_kind(value)}")
    day = _text(content["dct"]) or _kind(content["dct"]) if "dct" in content else None
    return Stated(
        claim_by_hand(day, f"sidecar {beside.name}") if day else None, *(_text(content.get(key)) for key in _KEYS[1:])
    )


def front_matter(text: str, where: str) -> tuple[Stated | None, str]:
    """Split YAML (``---``) or TOML (``+++``) front matter from a Markdown text; keys that are not ours are ignored.

    Raises ArticleError where it does not parse.
    """
    found = _FENCE.match(text)
    if not found:
        return None, text
    kind = "YAML" if found["mark"] == "---" else "TOML"
    try:
        content = _toml(found["body"]) if kind == "TOML" else _yaml(found["body"])
    except (ValueError, RecursionError) as error:
        reason = " ".join(str(error).split())
        raise ArticleError(
            f"{where}: its front matter is no valid {kind} ({reason:.200}); mend or remove it"
        ) from error
    return _of_front_matter(content), text[found.end() :]


def _of_front_matter(content: Mapping[str, object]) -> Stated:
    row = by_column({str(key): _text(value) or _kind(value) for key, value in content.items() if value is not None})
    held = {key: str(cell.value) for key, cell in row.items()}
    source, url = held.get("source"), held.get("url")
    if source and _WEB.match(source):  # as those write it who save pages from a browser
        source, url = None, url or source
    claim = stated(held["date"], Rank.STATED, f"front matter {row['date'].name}") if "date" in row else None
    return Stated(claim, held.get("title"), source, url, held.get("language"))


def _toml(text: str) -> Mapping[str, Any]:
    """Parse a short TOML text; raises ValueError where it is none, or long."""
    _refuse_long(text)
    if _MANY_PARTS.search(text):
        raise ValueError("a key has too many parts")
    return tomllib.loads(text)


def _yaml(text: str) -> Mapping[str, Any]:
    """Parse a short YAML text; where it is none, keep the lines that have a key and a value.

    Raises ValueError where there is no such line.
    """
    from timeline.articles.yaml import load  # only Markdown files need it

    _refuse_long(text)
    try:
        content = load(text)
    except ValueError:
        # "title: Talks: the second day" is no YAML, but plain enough.
        content = {found["key"]: found["value"].strip().strip("\"'") for found in _LINE.finditer(text)}
        if not by_column(content).keys() & {"date", "title", "url"}:
            raise
    return content if isinstance(content, dict) else {}


def _refuse_long(text: str) -> None:
    if len(text) > _LONGEST:
        raise ValueError(f"it has more than {_LONGEST:,} characters")


def _text(value: object) -> str | None:
    """A text, a date or a number on one line; None for what is something else."""
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, str):
        # YAML can spell half of a surrogate pair, which no UTF-8 output can hold.
        return " ".join(value.encode("utf-8", "replace").decode().split()) or None
    if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < _LARGEST:
        return str(value)
    return None


def _kind(value: object) -> str:
    return f"a {type(value).__name__}"
