from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from mdlint import __version__, reporters
from mdlint.cli import UsageError
from mdlint.cli.options import configuration, configured, unusable_schema
from mdlint.cli.output import outputs, write_reports
from mdlint.diagnostic import SEVERITIES
from mdlint.report import Report

if TYPE_CHECKING:
    from mdlint.config import Configuration
    from mdlint.reading import How
    from mdlint.schema import SchemaError
    from mdlint.settings import Settings


_ONLY_NEW = ("since", "baseline", "write_baseline")
_FAILURES = ("unwritable-file", "unreadable-file", "internal-error")


class _Check(click.Command):
    """Keeps its arguments as they were given, for `--watch` to run it with them again."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        ctx.meta["arguments"] = list(args)
        return super().parse_args(ctx, args)


@click.command(cls=_Check, context_settings={"show_default": True})
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@configured
@click.option(
    "--fail-on", type=click.Choice(SEVERITIES), help="The mildest finding that makes the run fail.  [default: warning]"
)
@click.option("--fix", is_flag=True, help="Write the files with what can be fixed safely, and report what is left.")
@click.option("--unsafe-fixes", is_flag=True, default=None, help="Fix also where the author should look at the result.")
@click.option("--fix-only", is_flag=True, help="Fix, and do not report what is left.")
@click.option("--diff", is_flag=True, help="Write nothing; show what --fix-only would change, as a unified diff.")
@click.option("--since", metavar="REF", help="Report only what is about lines changed since this git revision.")
@click.option("--baseline", metavar="FILE", help="Do not report the findings that this file knows.")
@click.option("--no-baseline", is_flag=True, help="Report also what the configuration's baseline knows.")
@click.option("--write-baseline", is_flag=True, help="Let the baseline know all findings of this run.")
@click.option("--add-ignores", is_flag=True, help="Write comments into the files that ignore what is found.")
@click.option("--watch", is_flag=True, help="Check again whenever something changes, until Ctrl-C.")
@click.option(
    "--jobs", "-j", type=click.IntRange(min=1), help="Processes to use.  [default: all cores, if there are many files]"
)
@click.option("--no-cache", is_flag=True, help="Read every file, also those that have not changed.")
@click.option(
    "--cache-dir",
    type=click.Path(file_okay=False),
    envvar="MDLINT_CACHE_DIR",
    help="Where to keep what was found.  [default: .mdlint_cache beside the configuration]",
)
@click.option("--exit-zero", is_flag=True, help="Exit with 0 although there are findings.")
@click.option(
    "--output-format",
    default="text",
    metavar="FORMAT",
    shell_complete=lambda _, __, typed: [name for name in reporters.FORMATS if name.startswith(typed)],
    help=f"How to print findings: {', '.join(reporters.FORMATS)}, or a plugin's format.",
)
@click.option(
    "--output-file",
    type=click.Path(),
    multiple=True,
    metavar="[FORMAT:]PATH",
    help="Write the report there instead of to standard output; with a FORMAT, one more. May be repeated.",
)
@click.option(
    "--no-annotations", is_flag=True, help="In GitHub Actions, do not add annotations of files to the text report."
)
@click.option("--no-fold", is_flag=True, help="Show every finding, also one that many files share.")
@click.option("--statistics", is_flag=True, help="Count findings by rule instead of showing them.")
@click.option("--online", is_flag=True, help="Select `unreachable-url` too, which asks the servers of URLs.")
@click.option("--quiet", "-q", is_flag=True, help="Print only the findings that make the run fail, and no summary.")
@click.option("--stdin-filename", metavar="PATH", help="The file that standard input (`-`) is to be taken for.")
@click.option(
    "--color/--no-color", default=None, help="Force or forbid colour; NO_COLOR is honoured.  [default: on a terminal]"
)
def check(paths: tuple[str, ...], **options: Any) -> int:
    """Check files and folders; `-` is standard input.

    Without PATHS the current folder is checked. Folders are searched for .md, .mdx, .markdown,
    .qmd and .Rmd files, leaving out what git ignores. Exits with 1 when there are findings.
    With --fix, `-` comes out fixed on standard output, and the report on standard error.
    """
    # Imported here, as all below: shell completion and --help need none of it.
    from mdlint.cli.contradictions import refuse_contradictions

    refuse_contradictions({"paths": paths, **options})
    if options["watch"]:
        from mdlint.cli.watch import watch

        return watch(click.get_current_context().meta["arguments"], {"paths": paths, **options})
    from mdlint.discovery import DiscoveryError
    from mdlint.reporters.safe import escape
    from mdlint.runner import run
    from mdlint.site import Site

    if options["online"]:
        options["extend_select"] += ("unreachable-url",)
    config = configuration(options)
    settings = config.settings
    wanted = outputs(options, settings)
    only = options["fix_only"] or options["diff"]
    fixing = None
    if (options["fix"] or only) and not options["add_ignores"]:
        # Imported here: where all is known from before, it brings in what reads and judges files.
        from mdlint.files import Fixing

        fixing = Fixing(settings.unsafe_fixes, not options["diff"])
    new = None
    try:
        paths = paths or (".",)
        sources, notes = _sources(paths, options["stdin_filename"], config)
        if settings.baseline or any(options[name] not in (None, False) for name in _ONLY_NEW):
            # Imported here: most runs report everything.
            from mdlint.cli.only_new import only_new

            new = only_new(options, settings, paths, sources)
            fixing = fixing and fixing._replace(wanted=new.to_fix)
        context = _context(sources, paths, options["stdin_filename"], config)
        with _progress(len(sources), quiet=options["quiet"]) as progress:
            overviews = any(reporters.needs_overviews(output.reporter) for output in wanted)
            report = run(
                sources,
                settings,
                progress,
                fixing,
                overviews=overviews,
                context=context,
                site=Site.here(settings.root, online=options["online"]),
                how=_how(options, settings),
            )
        if new is not None:
            report = new.of(report, fixing)
    except DiscoveryError as error:
        raise UsageError(escape(str(error))) from None
    except _schema_error() as error:
        raise unusable_schema(error, config) from None
    if not options["quiet"]:
        for note in (*notes, *report.notes):
            click.echo(f"mdlint: {escape(note)}", err=True)
        if not report.files_checked:
            click.echo(
                "mdlint: nothing was checked: no Markdown files were found (hidden folders and what git ignores must be named)",
                err=True,
            )
    if options["add_ignores"]:
        # Imported here: hardly any run is asked for it.
        from mdlint.cli.add_ignores import add_ignores

        return add_ignores(report, sources, settings, options)
    if fixing is not None and "-" in paths:
        _put_out(report)
    if only:
        return _after_fixing_only(report, options)
    write_reports(report, wanted, options, settings, to_stderr=fixing is not None and "-" in paths)
    return int(report.at_or_above(settings.fail_on) and not options["exit_zero"])


def _schema_error() -> type[SchemaError]:
    """The class, which is asked for only when something was raised."""
    from mdlint.schema import SchemaError

    return SchemaError


def _how(options: dict[str, Any], settings: Settings) -> How:
    """What makes the run quick."""
    from mdlint.reading import How

    if options["no_cache"]:
        return How(None, options["jobs"])
    from mdlint.cache import Cache
    from mdlint.cache_folder import folder_for

    return How(Cache(options["cache_dir"] or folder_for(settings), settings, __version__), options["jobs"])


def _put_out(report: Report) -> None:
    """Print what standard input became."""
    for fixed in report.fixed:
        if fixed.text is not None:
            sys.stdout.flush()
            sys.stdout.buffer.write(fixed.text)
            sys.stdout.buffer.flush()


def _after_fixing_only(report: Report, options: dict[str, Any]) -> int:
    """Show the difference, if that was asked for, and what was fixed. Findings left do not count, a failure does."""
    from mdlint.reporters.safe import escape
    from mdlint.reporters.summary import fixed_lines

    sys.stdout.flush()
    for fixed in report.fixed:
        # As bytes, so that line ends and all characters arrive as they are; a terminal would obey some.
        diff = "\n".join(map(escape, fixed.diff.split("\n"))) if sys.stdout.isatty() else fixed.diff
        sys.stdout.buffer.write(diff.encode("utf-8", "surrogateescape"))
    sys.stdout.buffer.flush()  # before what is said of it, where both go into one log
    failures = [found for found in report.diagnostics if found.rule in _FAILURES]
    for found in failures:
        click.echo(f"mdlint: {escape(found.path)}: {escape(found.message)}", err=True)
    if not options["quiet"]:
        for line in fixed_lines(report, "Would fix" if options["diff"] else "Fixed"):
            click.echo(line, err=True)
    would_change = options["diff"] and any(fixed.diff for fixed in report.fixed)
    return int((would_change or bool(failures)) and not options["exit_zero"])


def _sources(paths: tuple[str, ...], stdin_name: str | None, config: Configuration) -> tuple[list[Any], list[str]]:
    """What to check, and what the user should know of what was left out."""
    from mdlint.discovery import discover, spelled_out, wanted
    from mdlint.source import Source
    from mdlint.unmatched import unmatched_globs

    named = [path for path in paths if path != "-"]
    found = discover(named, spelled_out(config.settings))
    notes = [*found.notes, *unmatched_globs(found, config.settings, config.origins, named)]
    sources = list(wanted(found, config.settings, named).sources)
    if "-" in paths:
        name = stdin_name or "stdin.md"
        sources.append(Source(name, name, sys.stdin.buffer.read()))
    return sources, notes


def _context(
    sources: Sequence[Any], paths: tuple[str, ...], stdin_name: str | None, config: Configuration
) -> Callable[[], list[Any]] | None:
    """What finds the other files of the site, where the configuration tells which site the given ones belong to."""
    named = [path for path in paths if path != "-"]
    # Text of no known name may be that of one of the files: it would be said to repeat itself.
    if config.file is None or not (named or stdin_name):
        return None
    from mdlint.discovery import others

    return lambda: others(sources, config.settings, named)


@contextlib.contextmanager
def _progress(total: int, *, quiet: bool) -> Iterator[Any]:
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from mdlint.reporters.progress import Progress

    with Progress(total, sys.stderr) as progress:
        yield progress
