"""mdlint: schema validator and linter for the front matter of Markdown content."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mdlint.api import lint_paths, lint_text, load
    from mdlint.diagnostic import Diagnostic, Finding, Report, Span
    from mdlint.settings import Settings

__all__ = ["Diagnostic", "Finding", "Report", "Settings", "Span", "lint_paths", "lint_text", "load"]

__version__ = "0.1.0"

_HOMES = {
    **dict.fromkeys(("lint_paths", "lint_text", "load"), "mdlint.api"),
    **dict.fromkeys(("Diagnostic", "Finding", "Report", "Span"), "mdlint.diagnostic"),
    "Settings": "mdlint.settings",
}


def __getattr__(name: str) -> Any:
    # The command line imports this package too, and needs none of them at its start.
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
