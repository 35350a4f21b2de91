"""The command line. `main` alone knows exit codes; each command has a file of its own.

Exit codes: 0 nothing at or above `--fail-on`, 1 findings, 2 a mistake in how mdlint was called or
configured, 130 interrupted.
"""

from __future__ import annotations

import errno
import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module

import click

from mdlint import GARBAGE_THRESHOLDS, __version__

COMMANDS = ("check", "clean", "config", "explain", "infer", "init", "rules", "schema", "show")

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)
"""Why writing fails where the place for it is full, or broken."""


class UsageError(click.ClickException):
    """A mistake in how mdlint was called or configured: one message, exit code 2."""

    exit_code = 2


class _Commands(click.Group):
    """Imports a command when it is called; without a command's name, `check` is meant."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"mdlint.cli.{cmd_name}"), cmd_name)
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if args and args[0] not in (*COMMANDS, "--help", "-h", "--version"):
            if meant := _misspelled(args[0]):
                raise UsageError(f"no such file or folder: {args[0]}; did you mean the command `{meant}`?")
            args = ["check", *args]
        return super().parse_args(ctx, args)


def _misspelled(word: str) -> str | None:
    """The command that a word is meant for, where it is no path."""
    if not word.isalpha() or os.path.lexists(word):
        return None
    # Imported here: only a mistake needs it.
    from mdlint.spelling import did_you_mean

    return did_you_mean(word, COMMANDS)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="mdlint", message="%(prog)s %(version)s")
def cli() -> None:
    """Check the front matter of Markdown files.

    `mdlint PATHS...` is short for `mdlint check PATHS...`.
    """


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command line (default: the process's) and return its exit code."""
    _open_what_is_closed()
    for stream in (sys.stdout, sys.stderr):
        # What the terminal's encoding cannot show is escaped; it must not end the run.
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
    # Looking for plugins of Pydantic reads the metadata of every installed package.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    gc.set_threshold(*GARBAGE_THRESHOLDS)
    try:
        result = cli.main(args=argv, prog_name="mdlint", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        return 2
    except (KeyboardInterrupt, click.Abort):
        return 130
    except BrokenPipeError:
        # The reader has gone.
        _drop_output()
        return 0
    except Exception as error:
        if os.environ.get("MDLINT_DEBUG"):
            raise
        if isinstance(error, OSError) and error.errno in _FULL and error.filename is None:
            click.echo(f"Error: standard output cannot be written: {os.strerror(error.errno).lower()}", err=True)
            _drop_output()
            return 2
        click.echo(f"mdlint: internal error: {type(error).__name__}: {error}", err=True)
        click.echo("mdlint: please report this; MDLINT_DEBUG=1 shows where it happened", err=True)
        return 2
    return result if isinstance(result, int) else 0


def _open_what_is_closed() -> None:
    """Give the process the standard streams that it was started without, as `>&-` and some schedulers do."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115 - for good; no Path, for start-up


def _drop_output() -> None:
    """Let what is still to be written go nowhere: Python would complain once more when it flushes at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
