from __future__ import annotations

import click

from mdlint.models import MODELS


@click.command()
@click.argument("name", type=click.Choice(list(MODELS)))
def schema(name: str) -> None:
    """Print the JSON Schema of a shipped model, for editors and other tools."""
    # Imported here: Pydantic is most of mdlint's start-up.
    from mdlint.schema.export import json_schema

    click.echo(json_schema(name))
