"""Files of one result are written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from timeline.errors import OutputError


def write(files: Mapping[Path, str]) -> None:
    """Write all files (UTF-8) beside their old versions, then put them in place together.

    Until all of them are on the disk the old ones stay as they are.  Raises OutputError where that fails.
    """
    staged: dict[Path, Path] = {}
    made: list[Path] = []
    target = next(iter(files))
    try:
        for target, text in files.items():
            made.extend(_make_folder(target.parent))
            staged[target] = _stage(target, text)
        for target, temporary in list(staged.items()):
            # A link stays a link: what it leads to is replaced.
            temporary.replace(target.resolve())
            del staged[target]
        made.clear()
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError(
            f"{target}: cannot be written ({reason}); free space, mend its permissions or choose another -o"
        ) from error
    finally:
        for temporary in staged.values():
            with suppress(OSError):
                temporary.unlink()
        for folder in reversed(made):
            with suppress(OSError):
                folder.rmdir()


def _make_folder(folder: Path) -> list[Path]:
    missing = [one for one in (folder, *folder.parents) if not one.exists()][::-1]
    folder.mkdir(parents=True, exist_ok=True)
    return missing


def _stage(target: Path, text: str) -> Path:
    final = target.resolve()
    if final.is_dir():
        raise IsADirectoryError(21, "a folder is in its place")
    handle, name = tempfile.mkstemp(dir=final.parent, prefix=f".{final.name}.", suffix=".tmp")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode("utf-8"))
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
