"""What schemas and collections say to each other's project rules: fields that refer to a collection, or are unique."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mdlint.schema import Schema
from mdlint.settings import Settings

REFERENCES = "unknown-reference"

IMPLIED = frozenset((REFERENCES, "duplicate-id"))
"""The rules whose options a schema may imply."""


def implied_options(
    settings: Mapping[str, Settings], schemas: Mapping[str, Schema | None]
) -> dict[str, dict[str, dict[str, Any]]]:
    """Per collection and rule, options that hold below those that the configuration gives.

    A collection whose schema says nothing, and that no other one refers to, is left out.
    """
    found: dict[str, dict[str, dict[str, Any]]] = {}
    referred: set[str] = set()
    for name, schema in schemas.items():
        options = {rule: dict(implied) for rule, implied in schema.implied.items()} if schema is not None else {}
        own = settings[name].options.get(REFERENCES, {}).get("references", {})
        if own and REFERENCES in options:
            options[REFERENCES]["references"] = {**options[REFERENCES]["references"], **own}
        referred.update(options.get(REFERENCES, {}).get("references", own).values())
        if options:
            found[name] = options
    for name in referred & schemas.keys():
        found.setdefault(name, {}).setdefault(REFERENCES, {})["is_target"] = True
    return found
