"""mdlint: schema validator and linter for the front matter of Markdown content."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mdlint.api import fix_text, lint_paths, lint_text, lint_texts, load, load_settings
    from mdlint.config.error import ConfigError
    from mdlint.diagnostic import Diagnostic, Edit, Finding, Fix, Span
    from mdlint.discovery import DiscoveryError
    from mdlint.report import Report
    from mdlint.schema.error import SchemaError
    from mdlint.settings import Collection, Settings
    from mdlint.user_code import CodeError

__all__ = [
    "CodeError",
    "Collection",
    "ConfigError",
    "Diagnostic",
    "DiscoveryError",
    "Edit",
    "Finding",
    "Fix",
    "Report",
    "SchemaError",
    "Settings",
    "Span",
    "fix_text",
    "lint_paths",
    "lint_text",
    "lint_texts",
    "load",
    "load_settings",
]

__version__ = "0.1.0"

GARBAGE_THRESHOLDS = (500_000, 50, 100)
"""When mdlint's own processes look for garbage: what a run allocates it keeps until its end, so that looking only costs."""

_HOMES = {
    **dict.fromkeys(("fix_text", "lint_paths", "lint_text", "lint_texts", "load", "load_settings"), "mdlint.api"),
    **dict.fromkeys(("Diagnostic", "Edit", "Finding", "Fix", "Span"), "mdlint.diagnostic"),
    "Report": "mdlint.report",
    **dict.fromkeys(("Collection", "Settings"), "mdlint.settings"),
    "CodeError": "mdlint.user_code",
    "ConfigError": "mdlint.config.error",
    "DiscoveryError": "mdlint.discovery",
    "SchemaError": "mdlint.schema.error",
}


def __getattr__(name: str) -> Any:
    # The command line imports this package too, and needs none of them at its start.
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
