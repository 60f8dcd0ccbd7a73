"""What an article's owner states about it: the sidecar beside the file, or the front matter at its top."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from timeline.articles.discover import SIDECAR
from timeline.errors import ArticleError

_KEYS = ("dct", "title", "source", "url", "language")
_FENCE = re.compile(r"(?P<mark>---|\+\+\+)[ \t]*\n(?P<body>(?:.*\n)*?)(?P=mark)[ \t]*(?:\n|\Z)")


class Stated(NamedTuple):
    """Statements of the owner, None where not given; ``dct`` as written, ``place`` says where it stands."""

    place: str
    dct: str | None = None
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
    if not beside.is_file():
        return None
    if beside.resolve().parent != beside.parent.resolve():
        raise ArticleError(f"{beside}: this sidecar is a link that leaves its folder; put a copy of its target there")
    try:
        content = tomllib.loads(beside.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise ArticleError(f"{beside}: cannot be read ({error.strerror}); check its permissions") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ArticleError(f"{beside}: this sidecar is no valid TOML ({error}); {path.name} is left out") from error
    unknown = sorted(content.keys() - set(_KEYS))
    if unknown:
        raise ArticleError(f"{beside}: the key {unknown[0]!r} is not known; a sidecar may hold {', '.join(_KEYS)}")
    return _stated(content, str(beside), f"sidecar {beside.name}")


def front_matter(text: str, where: str) -> tuple[Stated | None, str]:
    """Split YAML (``---``) or TOML (``+++``) front matter from a Markdown text; keys that are not ours are ignored.

    Raises ArticleError where it does not parse.
    """
    found = _FENCE.match(text)
    if not found:
        return None, text
    content = _toml(found["body"], where) if found["mark"] == "+++" else _yaml(found["body"], where)
    lower = {str(key).lower(): value for key, value in content.items()}
    lower.setdefault("dct", lower.get("date"))
    lower.setdefault("language", lower.get("lang"))
    return _stated(lower, where, "front matter"), text[found.end() :]


def _toml(body: str, where: str) -> Mapping[str, object]:
    try:
        return tomllib.loads(body)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ArticleError(f"{where}: its front matter is no valid TOML ({error}); mend or remove it") from error


def _yaml(body: str, where: str) -> Mapping[str, object]:
    import yaml  # only Markdown files need it

    try:
        content = yaml.safe_load(body)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        reason = " ".join(str(error).split())
        raise ArticleError(f"{where}: its front matter is no valid YAML ({reason}); mend or remove it") from error
    return content if isinstance(content, dict) else {}


def _stated(content: Mapping[str, object], where: str, place: str) -> Stated:
    return Stated(place, *(_one_line(content.get(key), key, where) for key in _KEYS))


def _one_line(value: object, key: str, where: str) -> str | None:
    if value is None:
        return None
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, str):
        # YAML can spell half of a surrogate pair, which no UTF-8 output can hold.
        return " ".join(value.encode("utf-8", "replace").decode().split()) or None
    raise ArticleError(f"{where}: {key} must be a text{' or a date' * (key == 'dct')}, not {value!r:.60}")
