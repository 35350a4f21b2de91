from __future__ import annotations

import contextlib
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import click

from mdlint import reporters
from mdlint.cli import UsageError
from mdlint.cli.options import configuration, configured
from mdlint.diagnostic import SEVERITIES, Report
from mdlint.settings import Settings

if TYPE_CHECKING:
    from mdlint.config import Configuration


@click.command(context_settings={"show_default": True})
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@configured
@click.option(
    "--fail-on", type=click.Choice(SEVERITIES), help="The mildest finding that makes the run fail.  [default: warning]"
)
@click.option("--exit-zero", is_flag=True, help="Exit with 0 although there are findings.")
@click.option(
    "--output-format", type=click.Choice(list(reporters.FORMATS)), default="text", help="How to print findings."
)
@click.option(
    "--output-file", type=click.Path(dir_okay=False, path_type=Path), help="Print there instead of to standard output."
)
@click.option("--no-fold", is_flag=True, help="Show every finding, also one that many files share.")
@click.option("--statistics", is_flag=True, help="Count findings by rule instead of showing them.")
@click.option("--quiet", "-q", is_flag=True, help="Print only the findings that make the run fail, and no summary.")
@click.option("--stdin-filename", default="stdin.md", metavar="PATH", help="What to call standard input (`-`).")
@click.option(
    "--color/--no-color", default=None, help="Force or forbid colour; NO_COLOR is honoured.  [default: on a terminal]"
)
def check(paths: tuple[str, ...], **options: Any) -> int:
    """Check files and folders; `-` is standard input.

    Without PATHS the current folder is checked. Folders are searched for .md, .mdx, .markdown,
    .qmd and .Rmd files, leaving out what git ignores. Exits with 1 when there are findings.
    """
    # Imported here: shell completion and --help need none of it.
    from mdlint.discovery import DiscoveryError
    from mdlint.reporters.safe import escape
    from mdlint.runner import run
    from mdlint.schema import SchemaError

    config = configuration(options)
    settings = config.settings
    try:
        sources, notes = _sources(paths or (".",), options["stdin_filename"], config)
        with _progress(len(sources), quiet=options["quiet"]) as progress:
            report = run(sources, settings, progress)
    except DiscoveryError as error:
        raise UsageError(escape(str(error))) from None
    except SchemaError as error:
        raise UsageError(str(error)) from None
    if not options["quiet"]:
        for note in (*notes, *report.notes):
            click.echo(f"mdlint: {escape(note)}", err=True)
        if not report.files_checked:
            click.echo("mdlint: nothing was checked: no Markdown files were found", err=True)
    if report.files_checked or options["output_format"] not in ("text", "concise"):
        _print(report, options, settings)
    return int(report.at_or_above(settings.fail_on) and not options["exit_zero"])


def _sources(paths: tuple[str, ...], stdin_name: str, config: Configuration) -> tuple[list[Any], list[str]]:
    """What to check, and what the user should know of what was left out."""
    from mdlint.discovery import discover, wanted
    from mdlint.source import Source
    from mdlint.unmatched import unmatched_globs

    named = [path for path in paths if path != "-"]
    found = discover(named)
    notes = [*found.notes, *unmatched_globs(found, config.settings, config.origins, named)]
    sources = list(wanted(found, config.settings, named).sources)
    if "-" in paths:
        sources.append(Source(stdin_name, stdin_name, sys.stdin.buffer.read()))
    return sources, notes


@contextlib.contextmanager
def _progress(total: int, *, quiet: bool) -> Iterator[Any]:
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from mdlint.reporters.progress import Progress

    with Progress(total, sys.stderr) as progress:
        yield progress


def _print(report: Report, options: dict[str, Any], settings: Settings) -> None:
    path: Path | None = options["output_file"]
    if path is None:
        _render(report, options, settings, sys.stdout)
        return
    try:
        with path.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as out:
            _render(report, options, settings, out)
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}") from None


def _render(report: Report, options: dict[str, Any], settings: Settings, out: TextIO) -> None:
    color = options["color"]
    if color is None:
        color = out.isatty() and not os.environ.get("NO_COLOR")
    width = shutil.get_terminal_size((100, 24)).columns
    reporters.load(options["output_format"])(
        report,
        out,
        reporters.Options(
            color=color,
            width=width,
            fold=not options["no_fold"],
            quiet=options["quiet"],
            statistics=options["statistics"],
            fail_on=settings.fail_on,
        ),
    )
