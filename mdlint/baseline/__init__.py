"""Findings that are known already: what of a report is new, and what is known but no longer found. Pure.

A finding is known by its rule, the field it is about (an index into a list does not count) and a digest of the
characters it marks, and by how often that is found in the file: lines may move, and the texts of messages change.
The characters themselves are not kept; they may be a secret.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, TypeAlias


class Key(NamedTuple):
    """What a finding is known by, within its file."""

    rule: str
    at: str = ""
    digest: str = ""


Known: TypeAlias = Mapping[str, Mapping[Key, int]]
"""Per file, relative to the configuration's folder, how often each finding is known."""


class Stale(NamedTuple):
    """An entry of which less is found than it says; `key` None where the file itself is gone."""

    path: str
    key: Key | None
    known: int
    found: int
