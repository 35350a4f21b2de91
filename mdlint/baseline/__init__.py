"""Findings that are known already: what of a report is new, and what is known but no longer found. Pure.

A finding is known by its key (see `mdlint.identity`) and by how often that is found in the file.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from mdlint.identity import Key
from mdlint.named import NamedTuple

Known: TypeAlias = Mapping[str, Mapping[Key, int]]
"""Per file, relative to the configuration's folder, how often each finding is known."""


class Stale(NamedTuple):
    """An entry of which less is found than it says; `key` None where the file itself is gone."""

    path: str
    key: Key | None
    known: int
    found: int
