from __future__ import annotations

from pathlib import Path

import click

from mdlint.cli.options import configuration


@click.command
@click.option(
    "--config",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The configuration beside which the cache lies.",
)
@click.option(
    "--cache-dir",
    type=click.Path(file_okay=False, path_type=Path),
    envvar="MDLINT_CACHE_DIR",
    help="The cache to remove.",
)
def clean(config: Path | None, cache_dir: Path | None) -> int:
    """Remove the cache.

    It is made again by the next check; removing it is never necessary.
    """
    from mdlint.cache_folder import folder_for, remove

    folder = cache_dir or folder_for(configuration({"config": config, "isolated": False}).settings)
    if remove(folder):
        click.echo(f"Removed {folder}")
    return 0
