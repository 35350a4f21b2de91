from __future__ import annotations

import shlex
import sys
from contextlib import nullcontext
from pathlib import Path

import click

from mdlint.cli import UsageError


@click.command(context_settings={"show_default": True})
@click.argument("paths", nargs=-1, required=True, metavar="PATHS...")
@click.option(
    "--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help="Write there instead of to standard output."
)
@click.option(
    "--pydantic", is_flag=True, help="Write a Pydantic model instead of a JSON Schema; also where -o ends in .py."
)
@click.option(
    "--required-at",
    type=click.FloatRange(0.5, 1),
    default=0.95,
    help="The share of files that makes a rule: what so many have in common, all must have.",
)
def infer(paths: tuple[str, ...], output: Path | None, pydantic: bool, required_at: float) -> None:
    """Learn a schema from the front matter of existing files.

    Prints what it saw, with the files that are exceptions, to standard error.
    """
    # Imported here: shell completion and --help need none of it.
    from mdlint.cli.options import configuration
    from mdlint.discovery import DiscoveryError, discover, spelled_out, wanted
    from mdlint.reporters.progress import Progress
    from mdlint.starting.content import read_content
    from mdlint.starting.inference import infer as learn
    from mdlint.starting.learned_lines import learned_lines

    settings = configuration({"config": None, "isolated": False}).settings
    try:
        sources = wanted(discover(paths, spelled_out(settings)), settings, paths).sources
    except DiscoveryError as error:
        raise UsageError(str(error)) from None
    with Progress(len(sources), sys.stderr) if sys.stderr.isatty() else nullcontext() as progress:
        content = read_content(sources, required_at, settings, progress)
    learned = learn(content.values, required_at)
    if not learned.files:
        raise UsageError("nothing to learn from: none of the files has front matter that can be read")
    for line in learned_lines(learned, content):
        click.echo(line, err=True)
    title = _title(paths[0], output)
    if pydantic or (output is not None and output.suffix == ".py"):
        # Imported here: Pydantic is most of mdlint's start-up.
        from mdlint.starting.as_pydantic import class_name, pydantic_source

        text, reference = pydantic_source(learned, class_name(title)), f":{class_name(title)}"
    else:
        from mdlint.starting.as_json_schema import json_schema

        text, reference = json_schema(learned, title), ""
    if output is None:
        click.echo(text, nl=False)
        return
    _write(output, text)
    command = shlex.join(["mdlint", "--schema", f"{output.as_posix()}{reference}", *paths])
    click.echo(f"\nWrote {output}. Try it: {command}", err=True)


def _title(path: str, output: Path | None) -> str:
    """What the schema is called: as its file, or as the folder it was learned from."""
    name = output.name if output is not None else Path(path).resolve().name
    return name.partition(".")[0] or "page"


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # Half a character, which JSON front matter can hold, is escaped in JSON as in Python.
        path.write_text(text, encoding="utf-8", errors="backslashreplace", newline="\n")
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}") from None
