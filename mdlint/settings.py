"""The resolved configuration: frozen data, made by the command line and `config`, read below them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from mdlint.diagnostic import Severity


@dataclass(frozen=True, slots=True)
class Limits:
    """What the front matter of one file may cost before mdlint stops reading it and says so.

    Real front matter is far below: the largest of 65,088 measured had 40 KB. Deep nesting and
    aliases of aliases have no use in it but to break parsers.
    """

    bytes: int = 1_048_576
    """UTF-8 bytes between the fences."""
    depth: int = 100
    """Collections within collections."""
    nodes: int = 100_000
    """Keys, values and collections together, as written."""
    expanded_nodes: int = 1_000_000
    """The same, counted as if every alias were written out."""


@dataclass(frozen=True)
class Settings:
    """What to check and how.

    schema: the name of the schema for every file; None lets mdlint look at the file.
    select, extend_select, ignore: rule names and groups; `select` None means the default rules.
    severity: per rule name. options: per rule name, then per option.
    """

    schema: str | None = None
    generator: str | None = None
    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    options: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    fail_on: Severity = "warning"
    limits: Limits = Limits()
