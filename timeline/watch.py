"""When the inputs of a build change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from timeline.articles.discover import STANDARD_INPUT
from timeline.articles.stated import beside_of
from timeline.errors import OptionError
from timeline.installed import install_extra

_PATIENCE = 300  # ms without a change after which a look is over


def changes(inputs: Iterable[Path], files: Iterable[Path], output: Path) -> Iterator[None]:
    """Yield at once, and again after each change of the inputs and of other ``files`` of a build, until interrupted.

    What changes while the caller builds is not missed.  Changes inside ``output``, and of hidden files, count for
    nothing.  Raises OptionError for an input that cannot be watched, or where the library is not installed.
    """
    folders, single = _watched(inputs, files)
    try:
        from watchfiles import Change, watch
    except ImportError as error:
        raise OptionError(f"watch: watching wants more than is installed; run: {install_extra('watch')}") from error
    ours = output.resolve()

    def counts(_: Change, name: str) -> bool:
        path = Path(name)
        inside = [path.relative_to(folder).parts for folder in folders if path.is_relative_to(folder)]
        seen = any(not part.startswith(".") for parts in inside for part in parts[-1:])
        return not path.is_relative_to(ours) and (seen or path in single)

    roots = {*folders, *(path.parent for path in single)}
    looks = watch(*sorted(roots), watch_filter=counts, yield_on_timeout=True, rust_timeout=_PATIENCE)
    next(looks)  # from now on nothing is missed
    yield
    for changed in looks:
        if changed:
            yield


def _watched(inputs: Iterable[Path], files: Iterable[Path]) -> tuple[list[Path], set[Path]]:
    """The folders whose every file counts, and single files: an editor may put another file in their place."""
    folders = [path.resolve() for path in files if path.is_dir()]
    single = {path.resolve() for path in files if not path.is_dir()}
    for given in inputs:
        if given == STANDARD_INPUT:
            raise OptionError("watch: standard input cannot be watched; name files or folders")
        if not given.exists():
            raise OptionError(f"watch: {given}: there is no such file or folder; check the path")
        path = given.resolve()
        if path.is_dir():
            folders.append(path)
        else:
            single |= {path, beside_of(path)}
    return folders, single
