from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from mdlint.cli.options import configuration, configured, unusable_schema


@click.command()
@configured
@click.option(
    "--file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Show which collection, schema and rules hold for this file, and why.",
)
def config(file: Path | None, **options: Any) -> None:
    """Print the settings of a run, and where each was set."""
    # Imported here: --help needs none of it.
    from mdlint.config.show import file_lines, settings_lines
    from mdlint.document import Document
    from mdlint.schema import SchemaError
    from mdlint.unmatched import unmatched_anywhere

    found = configuration(options)
    settings = found.settings
    lines = settings_lines(found)
    if file is not None:
        doc = Document.read(file.as_posix(), file.read_bytes(), settings)
        lines = file_lines(found, doc)
    try:
        for line in lines:
            click.echo(line)
    except SchemaError as error:
        raise unusable_schema(error, found) from None
    if file is None:
        for note in unmatched_anywhere(found.settings, found.origins):
            click.echo(f"mdlint: {note}", err=True)
