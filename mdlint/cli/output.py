"""Where reports go: the one for standard output, and one for each `--output-file [FORMAT:]PATH`."""

from __future__ import annotations

import io
import os
import re
import sys
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, TextIO

import click

from mdlint import reporters
from mdlint.cli import UsageError
from mdlint.named import NamedTuple
from mdlint.regex import regex
from mdlint.report import Report
from mdlint.reporters.safe import escape
from mdlint.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from mdlint.rules import Registry

_FOR_PEOPLE = ("text", "concise")
"""Formats in which nothing is said of nothing."""

_PREFIX = regex(r"([a-z][a-z0-9-]+):(.+)", re.DOTALL)
"""A format and a path. One letter is a drive of Windows."""

_WORKSPACES = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")
"""Variables in which GitHub's and GitLab's runners say where the repository lies."""


class Output(NamedTuple):
    """A report to write: how, and to which file; None is standard output."""

    format: str
    reporter: Callable[..., None]
    path: Path | None = None


def outputs(options: dict[str, Any], settings: Settings) -> list[Output]:
    """The reports that the options ask for, standard output's last.

    A bare path takes the report of `--output-format` away from standard output; one with a format gets a
    report of its own. Raises UsageError for what cannot be written, as far as that can be told before the run.
    """
    own = options["output_format"]
    files = [_file(given, own, settings) for given in options["output_file"]]
    found = [output for output, _ in files]
    places = [output.path.resolve() for output in found if output.path is not None]
    for place in places:
        if places.count(place) > 1:
            raise UsageError(f"{escape(str(place))} is to hold more than one report")
    if all(has_format for _, has_format in files):
        found.append(Output(own, _reporter(own, settings, "--output-format")))
    return found


def _file(given: str, own: str, settings: Settings) -> tuple[Output, bool]:
    """What one `--output-file` asks for, and whether it names a format."""
    prefixed = _PREFIX.fullmatch(given)
    format_, name = (prefixed[1], prefixed[2]) if prefixed else (own, given)
    reporter = _reporter(format_, settings, "--output-file" if prefixed else "--output-format")
    if name == "-":
        raise UsageError("standard output gets the report of --output-format; --output-file needs a file's path")
    # Imported here, as below: it takes a tenth of the time of a run that needs no path.
    from pathlib import Path

    path = Path(name)
    try:
        why = "it is a folder" if path.is_dir() else "" if path.parent.is_dir() else "its folder does not exist"
    except OSError as error:
        why = (error.strerror or str(error)).lower()
    if why:
        raise UsageError(f"{escape(name)} cannot be written: {why}")
    return Output(format_, reporter, path), prefixed is not None


def _reporter(name: str, settings: Settings, option: str) -> Callable[..., None]:
    """The function that writes a format, mdlint's own or a plugin's."""
    if name in reporters.FORMATS:
        return reporters.load(name)
    # Imported here: hardly any run has plugins.
    from pathlib import Path

    from mdlint.plugins import load_plugins

    others = load_plugins(settings.plugins, Path(settings.root)).reporters if settings.plugins else {}
    if name not in others:
        known = ", ".join(repr(format_) for format_ in (*reporters.FORMATS, *others))
        path = f" A path with a colon is written `./{name}:…`." if option == "--output-file" else ""
        raise click.BadParameter(f"{name!r} is not one of {known}.{path}", param_hint=f"'{option}'")
    return others[name]


def write_reports(
    report: Report, wanted: Sequence[Output], options: dict[str, Any], settings: Settings, *, to_stderr: bool
) -> None:
    """Write each report. Raises UsageError when a file cannot be written; it is then as it was."""
    for output in wanted:
        if output.path is not None:
            memory = io.StringIO()
            output.reporter(report, memory, _options(memory, options, settings))
            _write(output.path, memory.getvalue().encode("utf-8", "backslashreplace"))
        elif report.files_checked or output.format not in _FOR_PEOPLE:
            out = sys.stderr if to_stderr else sys.stdout
            shown = _options(out, options, settings)
            output.reporter(report, out, shown)
            if output.format == "text" and _annotates(options):
                # Imported here: it is for GitHub Actions only.
                from mdlint.reporters.github import annotate

                annotate(report, out, shown)


def _annotates(options: dict[str, Any]) -> bool:
    """Whether the text report is read in a log of GitHub Actions, which shows annotations beside it."""
    return os.environ.get("GITHUB_ACTIONS") == "true" and not (options["no_annotations"] or options["statistics"])


def _write(path: Path, data: bytes) -> None:
    # Imported here: most runs write no file.
    from mdlint.writing import WriteError, write

    try:
        if path.exists() and not path.is_file():  # such as /dev/stderr, or a pipe
            path.write_bytes(data)
        else:
            write(str(path), data)
    except WriteError as error:
        raise UsageError(f"{escape(str(path))} {error}") from None
    except OSError as error:
        raise UsageError(f"{escape(str(path))} cannot be written: {(error.strerror or str(error)).lower()}") from None


def _options(out: TextIO, options: dict[str, Any], settings: Settings) -> reporters.Options:
    color = options["color"]
    if color is None:
        color = out.isatty() and not os.environ.get("NO_COLOR")
    return reporters.Options(
        color=color,
        width=_width(),
        fold=not options["no_fold"],
        quiet=options["quiet"],
        statistics=options["statistics"],
        fail_on=settings.fail_on,
        fixing=options["fix"],
        unsafe=settings.unsafe_fixes,
        folder=_folder(),
        registry=partial(_registry_of, settings),
    )


def _folder() -> str:
    """The current folder as seen from the repository that a service runs this in."""
    for variable in _WORKSPACES:
        if root := os.environ.get(variable):
            from pathlib import Path

            here, workspace = Path.cwd().resolve(), Path(root).resolve()
            if workspace in here.parents:
                return here.relative_to(workspace).as_posix()
    return ""


def _registry_of(settings: Settings) -> Registry:
    # Imported here: only few formats speak of the rules.
    from mdlint.plugins import registry_of

    return registry_of(settings)


def _width() -> int:
    """The columns of the terminal, or those that a report has elsewhere."""
    if not sys.stdout.isatty() and "COLUMNS" not in os.environ:
        return 100
    # Imported here: it brings in all kinds of archives.
    import shutil

    return shutil.get_terminal_size((100, 24)).columns
