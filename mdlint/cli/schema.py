from __future__ import annotations

import click

from mdlint.models import MODELS


@click.command()
@click.argument("name", type=click.Choice([*MODELS, "config"]))
def schema(name: str) -> None:
    """Print the JSON Schema of a shipped model, for editors and other tools.

    `config` is the schema of mdlint's own configuration.
    """
    if name == "config":
        # Imported here: it reads every rule.
        from mdlint.config.json_schema import config_schema

        click.echo(config_schema())
        return
    # Imported here: Pydantic is most of mdlint's start-up.
    from mdlint.schema.export import json_schema

    click.echo(json_schema(name))
