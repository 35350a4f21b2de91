"""What several formats for services say in the same words."""

from __future__ import annotations

from mdlint.diagnostic import Diagnostic
from mdlint.rules import GROUP_OF

HOME = "https://github.com/mdlint/mdlint"


def sentence(diagnostic: Diagnostic) -> str:
    """What is wrong, and what to do, where a service shows one text."""
    return f"{diagnostic.message}; {diagnostic.hint}" if diagnostic.hint else diagnostic.message


def help_address(rule: str) -> str | None:
    """The address of a rule's documentation; a plugin's rule has none."""
    return f"{HOME}/blob/main/docs/rules/{GROUP_OF[rule]}.md#{rule}" if rule in GROUP_OF else None
