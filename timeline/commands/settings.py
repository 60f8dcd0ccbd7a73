"""Settings of a project, in ``timeline.toml`` or in ``pyproject.toml`` under ``tool.timeline``: options of commands."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import click

from timeline.errors import OptionError
from timeline.user_tables.wrong import nearest

OWN, SHARED = Path("timeline.toml"), Path("pyproject.toml")
AS = {"watch": "build"}  # commands that take the settings of another


class Settings(NamedTuple):
    """What a file sets, by command; ``where``: the table that holds it all ("tool.timeline.", or nothing)."""

    file: Path
    where: str
    commands: Mapping[str, Any]

    @property
    def told(self) -> list[str]:
        """Name what is set: ``build.title``."""
        return [
            f"{command}.{key}"
            for command, options in self.commands.items()
            for key in (options if isinstance(options, dict) else ())
        ]


def found() -> Settings | None:
    """Read the settings of the folder that the program is called in: ``timeline.toml``, else ``pyproject.toml``.

    A ``timeline.toml`` that gives a ``dct`` is the sidecar of an article.  Raises OptionError where one is no TOML.
    """
    own = _read(OWN)
    if own is not None and "dct" not in own:
        return Settings(OWN, "", own)
    shared = (_read(SHARED) or {}).get("tool", {}).get("timeline")
    return None if shared is None else Settings(SHARED, "tool.timeline.", shared)


def defaults(group: click.Group, settings: Settings) -> dict[str, dict[str, Any]]:
    """Check settings, and give them as the values that options have where they are not given.

    Raises OptionError, with the nearest name, for commands and options that there are not, and for values that an
    option cannot have.
    """
    known = [name for name in group.commands if name not in AS and _options(group.commands[name])]
    checked = {}
    for name, table in settings.commands.items():
        if name not in known or not isinstance(table, dict):
            raise _error(settings, f"[{settings.where}{name}] is no table of a command", nearest(name, known))
        checked[name] = _values(group.commands[name], settings, name, table)
    return checked | {name: checked[other] for name, other in AS.items() if other in checked}


def _values(command: click.Command, settings: Settings, name: str, table: Mapping[str, Any]) -> dict[str, Any]:
    options = _options(command)
    values = {}
    for key, value in table.items():
        if key not in options:
            raise _error(
                settings, f"[{settings.where}{name}] the key {key!r} is not known", nearest(key, list(options))
            )
        option = options[key]
        try:
            given = _as_typed(option, value)
            option.type_cast_value(click.Context(command), given)
        except click.BadParameter as error:
            problem = f"[{settings.where}{name}] {key}: {error.message.rstrip('.')}"
            raise _error(settings, problem, "change it there") from error
        assert option.name is not None  # noqa: S101  (of a parameter that is made)
        values[option.name] = given
    return values


def _as_typed(option: click.Option, value: Any) -> Any:
    """Bring a value of TOML into the form in which it would be typed; raises BadParameter where it has none."""
    if option.is_flag and not isinstance(value, bool):
        raise click.BadParameter("must be true or false")
    if option.is_flag:
        return value
    if option.multiple or option.nargs > 1:
        return [_text(one) for one in (value if isinstance(value, list) else [value])]
    return ",".join(map(_text, value)) if isinstance(value, list) else _text(value)


def _text(value: Any) -> str:
    if isinstance(value, str | int | float | date) and not isinstance(value, bool):
        return str(value)
    raise click.BadParameter("must be a string, a number, a date or a list of these")


def _options(command: click.Command) -> dict[str, click.Option]:
    """Options by their long names, without the dashes."""
    return {
        flag.removeprefix("--"): option
        for option in command.params
        if isinstance(option, click.Option)
        for flag in option.opts
        if flag.startswith("--") and flag != "--help"
    }


def _read(path: Path) -> dict[str, Any] | None:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except OSError as error:
        raise OptionError(f"{path}: cannot be read ({error.strerror}); check the path") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise OptionError(f"{path}: is no valid TOML ({error}); mend it there") from error


def _error(settings: Settings, problem: str, remedy: str) -> OptionError:
    return OptionError(f"{settings.file}: {problem}; {remedy}")
