from __future__ import annotations

import re
from pathlib import Path

import click

from mdlint.cli import UsageError

_NAME = "mdlint.toml"


@click.command()
@click.option("--stdout", is_flag=True, help="Print the configuration instead of writing it.")
def init(stdout: bool) -> None:
    """Look at the site in the current folder, or the sites below it, and write an mdlint.toml.

    An existing configuration is never changed.
    """
    # Imported here: shell completion and --help need none of it.
    from mdlint.config import find_configuration
    from mdlint.discovery import DiscoveryError, discover
    from mdlint.reporters.safe import escape
    from mdlint.starting.site import look_at
    from mdlint.starting.site_text import config_text, next_steps, site_lines

    root = Path.cwd()
    existing = find_configuration(root)
    if existing is not None and existing.parent == root and not stdout:
        raise UsageError(_refusal(existing))
    try:
        found = discover(["."])
    except DiscoveryError as error:
        raise UsageError(str(error)) from None
    there = look_at(root, [source.shown for source in found.sources if not source.problem])
    if not stdout:
        _write(config_text(there))
    for line in site_lines(there):
        click.echo(line, err=stdout)
    for note in (*found.notes, *there.notes):
        click.echo(f"mdlint: {note}", err=True)
    if stdout:
        click.echo(config_text(there), nl=False)
        return
    click.echo(f"\nWrote {_NAME}.")
    if existing is not None:
        click.echo(f"It holds here instead of {existing}.")
    click.echo("Next:")
    steps = list(next_steps(there))
    width = max(len(command) for command, _ in steps)
    for command, purpose in steps:
        click.echo(f"  {escape(command):<{width}}  {purpose}")


def _write(text: str) -> None:
    try:
        with Path(_NAME).open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        raise UsageError(f"{_NAME} cannot be written: {(error.strerror or str(error)).lower()}") from None


def _refusal(existing: Path) -> str:
    """Where the configuration is that is there already."""
    place = existing.name
    if place == "pyproject.toml":
        before = re.split(
            r"(?m)^[ \t]*\[\[?[ \t]*tool[ \t]*\.[ \t]*[\"']?mdlint\b", existing.read_text("utf-8", "replace")
        )[0]
        place += f":{before.count(chr(10)) + 1} ([tool.mdlint])"
    return f"there is a configuration already: {place}; `mdlint init --stdout` prints what would be written"
