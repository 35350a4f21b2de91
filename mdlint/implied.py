"""What schemas and the generator say to the rules of their files: which fields refer to a collection or a data file, are
unique, or name a file."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from mdlint.rule import Rule
from mdlint.schema import SYSTEMS, Schema, SchemaError
from mdlint.settings import Settings

REFERENCES = "unknown-reference"
_ASTRO = ("astro", "starlight")
"""Generators that have collections of their own, which need not be those of the configuration."""

_WITH_DATA_FILES = frozenset(("docusaurus", "mkdocs", "docusaurus-blog", "docusaurus-doc", "mkdocs-material"))
"""The generators, and the shipped models of their pages, whose sites have files in which they look up names."""


def implied_options(
    settings: Mapping[str, Settings], schemas: Mapping[str, Schema | None]
) -> dict[str, dict[str, dict[str, Any]]]:
    """Per collection and rule, options that are implied besides those that the configuration gives; see `with_implied`.

    A collection whose schema says nothing, and that no other one refers to, is left out. Raises SchemaError for a
    schema of the user's own that refers to a collection which neither the configuration has nor the generator may have.
    """
    found: dict[str, dict[str, dict[str, Any]]] = {}
    referred: set[str] = set()
    for name, schema in schemas.items():
        options = {rule: dict(implied) for rule, implied in schema.implied.items()} if schema is not None else {}
        said = options.get(REFERENCES, {}).get("references", {})
        if settings[name].generator not in _ASTRO and not str(settings[name].schema).startswith(SYSTEMS):
            _check(said, settings[name].schema, schemas)
        own = settings[name].options.get(REFERENCES, {}).get("references", {})
        referred.update({**said, **own}.values())
        readers = {settings[name].generator, *(schema.models if schema is not None else ())}
        readers.update(generator for _, generator in settings[name].generators)
        if not _WITH_DATA_FILES.isdisjoint(readers) and "data_files" not in settings[name].options.get(REFERENCES, {}):
            options.setdefault(REFERENCES, {})["data_files"] = True
        if options:
            found[name] = options
    for name in referred & schemas.keys():
        found.setdefault(name, {}).setdefault(REFERENCES, {})["is_target"] = True
    return found


def _check(references: Mapping[str, str], schema: str | None, known: Collection[str]) -> None:
    """Raises SchemaError where the configuration has collections, but not one that a schema refers to."""
    names = [name for name in known if name]
    wrong = next((field for field, collection in references.items() if names and collection not in names), None)
    if wrong is not None:
        # Imported here: what a mistake needs is not worth a run's time.
        from mdlint.spelling import did_you_mean

        collection = references[wrong]
        near = did_you_mean(collection, names)
        hint = f"did you mean `{near}`?" if near else f"the configuration has {', '.join(map('`{}`'.format, names))}"
        error = SchemaError(f"`{wrong}` refers to `{collection}`, which is no collection", hint)
        error.reference = schema
        raise error


def with_implied(rule: type[Rule], given: Mapping[str, Any], implied: Mapping[str, Any]) -> dict[str, Any]:
    """The options of a rule: implied lists and tables add to those that the configuration gives, or to the rule's own."""
    options = dict(given)
    for name, value in implied.items():
        own = given.get(name, getattr(rule, name))
        if isinstance(value, tuple):
            options[name] = (*own, *(item for item in value if item not in own))
        else:
            options[name] = {**value, **own} if isinstance(value, Mapping) else value
    return options
