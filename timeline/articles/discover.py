"""Inputs as the user names them become located files, in one stable order."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from timeline.errors import ArticleError, OptionError

SIDECAR = ".toml"
_OWN_PAGE = b'<meta name="generator" content="Diplomatic Timeline">'
_HEAD = 4096
_STORE, _OWN_RESULTS = ".timeline.sqlite", "timeline."

STANDARD_INPUT = Path("-")


class Located(NamedTuple):
    """A file to read: where it lies, and its name in all results (posix, below the input it was found in, unique).

    ``data``: its bytes where it is no file but standard input, or one article of the many in a file; ``part`` then
    says which one ("line 3").
    """

    path: Path
    name: str
    data: bytes | None = None
    part: str | None = None

    @property
    def where(self) -> str:
        """How messages name it."""
        file = "standard input" if self.path == STANDARD_INPUT else str(self.path)
        return f"{file}: {self.part}" if self.part else file


def discover(
    inputs: Iterable[str | Path], suffixes: Iterable[str], report: Callable[[ArticleError], None]
) -> list[Located]:
    """List every article file of ``inputs`` once: files as given, folders searched through, sorted by path.

    Hidden files and the sidecars of articles are no inputs.  What cannot be used is handed to ``report``.
    """
    known = frozenset(suffixes)
    found: list[tuple[Path, Path]] = []
    for given in map(Path, inputs):
        if given == STANDARD_INPUT:
            found.append((given, given.parent))
        elif given.is_dir():
            found.extend((path, given) for path in _inside(given, known, report))
        elif not os.path.lexists(given):
            report(ArticleError(f"{given}: there is no such file or folder; check the path"))
        elif not given.is_file():
            report(ArticleError(f"{given}: is no regular file; give a file or a folder"))
        elif suffix_of(given.name, known) not in known:
            report(_unknown_suffix(given, known))
        else:
            found.append((given, given.parent))
    return _named(_once(found))


def suffix_of(name: str, known: Iterable[str]) -> str:
    """Give the suffix by which a file is read, in lower case; a known one may have two parts (``.warc.gz``).

    >>> suffix_of("Crawl.WARC.gz", [".txt", ".warc.gz"])
    '.warc.gz'
    """
    lower = name.lower()
    double = next((suffix for suffix in known if suffix.count(".") > 1 and lower.endswith(suffix)), None)
    return double or Path(lower).suffix


def by_file(located: Sequence[Located], dates: Mapping[str, str]) -> dict[str, str]:
    """Give each ``FILE=DATE`` to the one file it means: by its name in results, its path, or its bare file name.

    Raises OptionError where it means none, or several.
    """
    chosen: dict[str, str] = {}
    for file, day in dates.items():
        here = Path(file).resolve()
        fits = [one for one in located if file == one.name or one.path.resolve() == here] or [
            one for one in located if one.path.name == file
        ]
        if len(fits) != 1:
            raise OptionError(
                f"--date {file}={day}: {len(fits) or 'no'} input{'s' * bool(fits)} of this name; give its path"
            )
        chosen[fits[0].name] = day
    return chosen


def _inside(folder: Path, known: frozenset[str], report: Callable[[ArticleError], None]) -> Iterator[Path]:
    root = folder.resolve()
    paths = sorted(_walk(folder, report), key=lambda path: path.relative_to(folder).parts)
    articles = [path for path in paths if suffix_of(path.name, known) in known]
    stems = {path.with_suffix("") for path in articles}
    usable = 0
    for path in paths:
        if suffix_of(path.name, known) not in known:
            if path.suffix.lower() != SIDECAR:
                report(_unknown_suffix(path, known))
            elif path.with_suffix("") not in stems:
                report(ArticleError(f"{path}: this sidecar has no article beside it; give both the same name"))
        elif not path.is_file():
            report(ArticleError(f"{path}: is no regular file, or a link that leads nowhere; remove or replace it"))
        elif not path.resolve().is_relative_to(root):
            report(ArticleError(f"{path}: this link leaves the folder {folder}; name its target as an input instead"))
        elif _is_own_page(path):
            continue
        else:
            usable += 1
            yield path
    if not usable:
        report(ArticleError(f"{folder}: no article in this folder; it wants {_list(known)} files"))


def _is_own_page(path: Path) -> bool:
    """Tell whether an earlier build has written this page, into a folder inside its inputs."""
    if path.suffix.lower() != ".html":
        return False
    try:
        with path.open("rb") as page:
            return _OWN_PAGE in page.read(_HEAD)
    except OSError:
        return False  # which reading it will tell


def _walk(folder: Path, report: Callable[[ArticleError], None]) -> Iterator[Path]:
    def unreadable(error: OSError) -> None:
        report(ArticleError(f"{error.filename}: cannot be listed ({error.strerror}); check its permissions"))

    for where, folders, names in os.walk(folder, onerror=unreadable):
        for name in sorted(folders):
            if not name.startswith(".") and Path(where, name).is_symlink():
                report(ArticleError(f"{Path(where, name)}: links to folders are not followed; name it as an input"))
        folders[:] = [name for name in folders if not name.startswith(".") and not _is_of_page(name, names)]
        # Where an earlier build has left what it found, it has also written its results.
        own = _OWN_RESULTS if _STORE in names else "."
        yield from (Path(where, name) for name in names if not name.startswith((".", own)))


def _is_of_page(folder: str, beside: Iterable[str]) -> bool:
    """Tell whether a browser has put the pictures and scripts of a saved page there."""
    stem, mark, rest = folder.rpartition("_files")
    return bool(mark) and not rest and any(name in beside for name in (f"{stem}.html", f"{stem}.htm"))


def _unknown_suffix(path: Path, known: frozenset[str]) -> ArticleError:
    return ArticleError(f"{path}: the suffix {path.suffix or '(none)'} is not known; it must be {_list(known)}")


def _list(known: frozenset[str]) -> str:
    return " or ".join(sorted(known))


def _once(found: Iterable[tuple[Path, Path]]) -> list[tuple[Path, Path]]:
    first: dict[Path, tuple[Path, Path]] = {}
    for path, root in found:
        first.setdefault(path.resolve(), (path, root))
    return list(first.values())


def _named(found: list[tuple[Path, Path]]) -> list[Located]:
    """Name files below their input; where two inputs hold the same name, put the folder before it, then a number."""
    short = [_posix(path.relative_to(root)) for path, root in found]
    shared = Counter(short)
    names = [
        str(PurePosixPath(_posix(Path(root.resolve().name)), name)) if shared[name] > 1 else name
        for name, (_, root) in zip(short, found, strict=True)
    ]
    seen: Counter[str] = Counter()
    located = []
    for name, (path, _) in zip(names, found, strict=True):
        seen[name] += 1
        located.append(Located(path, name if seen[name] == 1 else f"{name}~{seen[name]}"))
    return located


def _posix(path: Path) -> str:
    """The path as text that every output can hold; bytes that are no UTF-8 are shown as U+FFFD."""
    return os.fsencode(path.as_posix()).decode("utf-8", "replace")
