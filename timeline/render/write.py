"""Files of one result are written whole or not at all."""

from __future__ import annotations

import glob
import os
import tempfile
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from timeline.errors import OutputError

_END = ".tmp"


def write(files: Mapping[Path, str | Iterable[str | bytes]]) -> None:
    """Write all files (texts in UTF-8) beside their old versions, then put them in place together.

    A file is a text, or parts of it that are made as they are written.
    Until all of them are on the disk the old ones stay as they are, and at no moment, however this ends, do files of
    two results stand beside each other.  Raises OutputError where that fails.
    """
    staged: dict[Path, Path] = {}
    made: list[Path] = []
    target = next(iter(files))
    try:
        for target, text in files.items():
            made.extend(_make_folder(target.parent))
            # A link stays a link: what it leads to is replaced.
            staged[target.resolve()] = _stage(target.resolve(), text)
        _put_in_place(staged)
        made.clear()
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError(
            f"{target}: cannot be written ({reason}); free space, mend its permissions or choose another -o"
        ) from error
    finally:
        for temporary in staged.values():
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
        for folder in reversed(made):
            with suppress(OSError):
                folder.rmdir()


def clean(targets: Iterable[Path]) -> None:
    """Remove what writing these files has left beside them where it was killed; nobody else may be writing them."""
    for target in targets:
        final = target.resolve()
        for stray in final.parent.glob(f".{glob.escape(final.name)}.*{_END}"):
            with suppress(OSError):
                stray.unlink()


def _put_in_place(staged: Mapping[Path, Path]) -> None:
    """Set the old files aside but for the first, replace that one, then put the others beside it."""
    first, *others = staged
    aside: dict[Path, Path] = {}
    placed: list[Path] = []
    try:
        with suppress(OSError):  # a second name, so that there is no gap: not every file system has it
            _aside(first).hardlink_to(first)
            aside[first] = _aside(first)
        for target in others:
            with suppress(FileNotFoundError):
                target.rename(_aside(target))
                aside[target] = _aside(target)
        for target, temporary in staged.items():
            temporary.replace(target)
            placed.append(target)
    except BaseException:
        for target in placed:
            target.unlink()
        for target, old in aside.items():
            if target != first or placed:
                old.replace(target)
        raise
    finally:
        for old in aside.values():
            with suppress(OSError):
                old.unlink()


def _aside(target: Path) -> Path:
    return target.with_name(f".{target.name}.{os.getpid()}.old{_END}")


def _make_folder(folder: Path) -> list[Path]:
    missing = [one for one in (folder, *folder.parents) if not one.exists()][::-1]
    folder.mkdir(parents=True, exist_ok=True)
    return missing


def _stage(final: Path, text: str | Iterable[str | bytes]) -> Path:
    if final.is_dir():
        raise IsADirectoryError(21, "a folder is in its place")
    handle, name = tempfile.mkstemp(dir=final.parent, prefix=f".{final.name}.", suffix=_END)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            for part in (text,) if isinstance(text, str) else text:
                file.write(part if isinstance(part, bytes) else part.encode("utf-8"))
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(final.stat().st_mode & 0o777 if final.exists() else 0o666 & ~_umask())
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    return temporary


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
