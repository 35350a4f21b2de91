"""Options of `check` that contradict one another: refused before anything is read, written or asked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mdlint.cli import UsageError

_PAIRS: Mapping[str, Mapping[str, str]] = {
    "watch": {
        "write_baseline": "a baseline is written once",
        "add_ignores": "each new finding would be ignored as soon as you save it",
        "online": "servers would be asked anew at each change",
    },
    "add_ignores": dict.fromkeys(("fix", "fix_only", "unsafe_fixes", "write_baseline"), "each changes something else"),
    "fix": {"diff": "--diff shows what would be fixed, and writes nothing"},
    "fix_only": {"diff": "--diff shows what would be fixed, and writes nothing"},
    "write_baseline": {
        "since": "a baseline knows the findings in all lines",
        "diff": "--diff writes nothing",
        "no_baseline": "there would be no file to write",
    },
    "baseline": {"no_baseline": "name one of the two"},
    "config": {"isolated": "--isolated uses no configuration"},
}
"""Per option, others that it does not go together with, and why."""


def refuse_contradictions(options: Mapping[str, Any]) -> None:
    """Raises UsageError for the first two options that contradict one another."""
    for name, others in _PAIRS.items():
        for other, why in others.items():
            if _is_given(options[name]) and _is_given(options[other]):
                raise UsageError(f"{_option(name)} and {_option(other)} do not go together: {why}")
    if options["watch"] and "-" in options["paths"]:
        raise UsageError("--watch and standard input do not go together: it is read once")
    if options["stdin_filename"] and "-" not in options["paths"]:
        raise UsageError("--stdin-filename is for standard input: add `-` to the paths")
    for name in ("fix_only", "diff", "add_ignores"):
        if options["output_file"] and options[name]:
            raise UsageError(f"--output-file has no report to write with {_option(name)}")


def _is_given(value: Any) -> bool:
    return value not in (None, False)


def _option(name: str) -> str:
    return "--" + name.replace("_", "-")
