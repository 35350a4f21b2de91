from __future__ import annotations

import contextlib
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TextIO

import click

from mdlint import reporters, rules
from mdlint.cli import UsageError
from mdlint.diagnostic import SEVERITIES, Report
from mdlint.models import MODELS
from mdlint.settings import Settings


def _selectors(_: click.Context, option: click.Parameter, words: tuple[str, ...]) -> tuple[str, ...]:
    """The rules and groups of a repeatable, comma-separated option."""
    found = tuple(word.strip() for text in words for word in text.split(",") if word.strip())
    for word in found:
        if not rules.is_selector(word):
            raise click.BadParameter(rules.unknown_selector(word), param=option)
    return found


@click.command(context_settings={"show_default": True})
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@click.option("--schema", type=click.Choice(list(MODELS)), help="The schema that every file must follow.")
@click.option("--select", multiple=True, callback=_selectors, help="Only these rules or groups.", metavar="RULE,...")
@click.option(
    "--extend-select",
    multiple=True,
    callback=_selectors,
    help="These too, beside the default ones.",
    metavar="RULE,...",
)
@click.option("--ignore", multiple=True, callback=_selectors, help="Not these rules or groups.", metavar="RULE,...")
@click.option(
    "--fail-on", type=click.Choice(SEVERITIES), default="warning", help="The mildest finding that makes the run fail."
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
@click.option("--quiet", "-q", is_flag=True, help="Print findings only: no summary, no notes.")
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
    from mdlint.runner import run

    settings = Settings(
        schema=options["schema"],
        select=options["select"] or None,
        extend_select=options["extend_select"],
        ignore=options["ignore"],
        fail_on=options["fail_on"],
    )
    try:
        sources, notes = _sources(paths or (".",), options["stdin_filename"])
    except DiscoveryError as error:
        raise UsageError(str(error)) from None
    with _progress(len(sources), quiet=options["quiet"]) as progress:
        report = run(sources, settings, progress)
    if not options["quiet"]:
        for note in notes:
            click.echo(f"mdlint: {note}", err=True)
        if not report.files_checked:
            click.echo("mdlint: nothing was checked: no Markdown files were found", err=True)
    if report.files_checked or options["output_format"] not in ("text", "concise"):
        _print(report, options)
    return int(report.at_or_above(settings.fail_on) and not options["exit_zero"])


def _sources(paths: tuple[str, ...], stdin_name: str) -> tuple[list[Any], list[str]]:
    """What to check, and what the user should know of what was left out."""
    from mdlint.discovery import discover
    from mdlint.source import Source

    found = discover([path for path in paths if path != "-"])
    sources = list(found.sources)
    if "-" in paths:
        sources.append(Source(stdin_name, stdin_name, sys.stdin.buffer.read()))
    return sources, list(found.notes)


@contextlib.contextmanager
def _progress(total: int, *, quiet: bool) -> Iterator[Any]:
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from mdlint.reporters.progress import Progress

    with Progress(total, sys.stderr) as progress:
        yield progress


def _print(report: Report, options: dict[str, Any]) -> None:
    path: Path | None = options["output_file"]
    if path is None:
        _render(report, options, sys.stdout)
        return
    try:
        with path.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as out:
            _render(report, options, out)
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}") from None


def _render(report: Report, options: dict[str, Any], out: TextIO) -> None:
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
        ),
    )
