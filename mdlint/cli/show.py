from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from mdlint.cli import UsageError
from mdlint.cli.options import configuration, configured
from mdlint.generators import GENERATORS


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path))
@configured
@click.option(
    "--as",
    "generators",
    metavar="GENERATOR,...",
    help=f"The generators to compare: {', '.join(GENERATORS)}.  [default: the site's]",
)
@click.option("--output-format", type=click.Choice(["text", "json"]), default="text", help="How to print them.")
def show(file: Path, generators: str | None, output_format: str, **options: Any) -> int:
    """Print the front matter of FILE as site generators read it: each value's place, type and value.

    A `*` marks what they read in different ways. FILE may be `-` for standard input. Exits with 1 when there
    is no front matter that can be read.
    """
    # Imported here: --help needs none of it.
    from mdlint import show as showing
    from mdlint.files import read_bytes

    settings = configuration(options).settings
    names: list[str | None] = [settings.generator_of(file.as_posix())]
    if generators is not None:
        names = [name.strip() for name in generators.split(",") if name.strip()]
        unknown = [str(name) for name in names if name not in GENERATORS]
        if unknown or not names:
            raise UsageError(
                f"--as takes generators: {', '.join(GENERATORS)}" + (f"; not {unknown[0]!r}" if unknown else "")
            )
    try:
        data = sys.stdin.buffer.read() if str(file) == "-" else read_bytes(str(file))
    except OSError as error:
        raise UsageError(f"{file} cannot be read: {error.strerror}") from None
    shown = showing.show(file.as_posix(), data, names, settings.limits)
    write = showing.write_json if output_format == "json" else showing.write_table
    write(shown, sys.stdout)
    return int(not shown.rows)
