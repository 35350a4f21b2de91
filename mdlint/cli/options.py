"""Options that several commands share, and what becomes of them."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from mdlint.generators import GENERATORS

if TYPE_CHECKING:
    from pathlib import Path

    from mdlint.cli import UsageError
    from mdlint.config import Configuration
    from mdlint.rules import Registry
    from mdlint.schema import SchemaError

_F = TypeVar("_F", bound=Callable[..., Any])

_KEYS = {
    "schema": "schema",
    "select": "select",
    "extend_select": "extend-select",
    "ignore": "ignore",
    "exclude": "exclude",
    "generator": "generator",
    "fail_on": "fail-on",
    "no_code": "no-code",
    "unsafe_fixes": "unsafe-fixes",
}
"""Options of the command line, and the configuration's keys that they stand for."""


def _selectors(_: click.Context, __: click.Parameter, texts: tuple[str, ...]) -> tuple[str, ...]:
    """The rules and groups of a repeatable, comma-separated option."""
    return tuple(word.strip() for text in texts for word in text.split(",") if word.strip())


def _as_path(_: click.Context, __: click.Parameter, given: str | None) -> Path | None:
    """The path of an option. Of `click.Path`, which would do this too, the class would have to be imported at once."""
    if given is None:
        return None
    # Imported here: pathlib takes a tenth of the time of a run that needs no path.
    from pathlib import Path

    return Path(given)


def configured(command: _F) -> _F:
    """Add the options that find and change the configuration."""
    path = click.Path(exists=True, dir_okay=False)
    for add in reversed(
        (
            click.option(
                "--config", type=path, callback=_as_path, help="The configuration to use, instead of the nearest one."
            ),
            click.option("--isolated", is_flag=True, help="Use no configuration."),
            click.option(
                "--no-code", is_flag=True, default=None, help="Refuse schemas and plugins, which are Python code."
            ),
            click.option("--schema", metavar="SCHEMA", help="The schema that every file must follow."),
            click.option(
                "--generator", type=click.Choice(list(GENERATORS)), help="The site generator that reads the files."
            ),
            click.option(
                "--select", multiple=True, callback=_selectors, metavar="RULE,...", help="Only these rules or groups."
            ),
            click.option("--extend-select", multiple=True, callback=_selectors, metavar="RULE,...", help="These too."),
            click.option(
                "--ignore", multiple=True, callback=_selectors, metavar="RULE,...", help="Not these rules or groups."
            ),
            click.option("--exclude", multiple=True, metavar="GLOB", help="Do not check these files or folders."),
        )
    ):
        command = add(command)
    return command


def configuration(options: dict[str, Any]) -> Configuration:
    """The configuration that the options of `configured` ask for.

    Raises UsageError.
    """
    from mdlint.cli import UsageError
    from mdlint.config import ConfigError, load_configuration

    given = {key: options[name] for name, key in _KEYS.items() if options.get(name)}
    try:
        found = load_configuration(
            os.getcwd(), config=options["config"], isolated=options["isolated"], command_line=given
        )
    except ConfigError as error:
        raise UsageError("\n       ".join(map(str, error.mistakes))) from None
    words = [(name, word) for name in ("select", "extend_select", "ignore") for word in options.get(name, ())]
    if words or found.settings.plugins:
        # Only now: the configuration may name plugins with rules of their own.
        from mdlint.plugins import registry_of

        registry = registry_of(found.settings)
        for name, word in words:
            if not registry.is_selector(word):
                option = f"'--{_KEYS[name]}'"
                raise click.BadParameter(registry.unknown_selector(word), param_hint=option)
    return found


def unusable_schema(error: SchemaError, found: Configuration) -> UsageError:
    """What to tell of a schema that cannot be used: where it is named, and, if that is in a file, where it is wrong."""
    from mdlint.cli import UsageError

    place = found.place_of_schema(error.reference)
    if place is None:
        return UsageError(str(error))
    return UsageError(f"{error}\n       it is the schema that {place} names" if error.place else f"{place}: {error}")


def known_rules() -> Registry:
    """The rules that the configuration of the current folder knows. Raises UsageError."""
    from mdlint.config import find_configuration
    from mdlint.plugins import registry_of
    from mdlint.rules import OWN

    path = find_configuration(os.getcwd())
    if path is None or b"plugins" not in path.read_bytes():
        return OWN
    return registry_of(configuration({"config": path, "isolated": False}).settings)
