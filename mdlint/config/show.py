"""What is configured, for people: every setting with its origin, and what holds for one file."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from mdlint.config import Configuration
from mdlint.document import Document
from mdlint.globs import globs
from mdlint.linter import Linter, claims
from mdlint.plugins import registry_of
from mdlint.rule import Rule
from mdlint.rules import Registry
from mdlint.schema import detected_schema, schema_of
from mdlint.schema.inline import schema_named_in
from mdlint.settings import Collection, Settings


def settings_lines(configuration: Configuration) -> Iterator[str]:
    """The settings in the form of an `mdlint.toml`, each with what set it as a comment."""
    settings = configuration.settings
    yield f"# configuration: {configuration.file or 'none'}"
    yield f"# globs and schema files are relative to {settings.root}"
    rows = [
        (key, _toml(value), configuration.origins.get(key, "default"))
        for key, value in _values(settings).items()
        if value not in (None, (), {})
    ]
    yield from _aligned(rows)
    for collection in settings.collections:
        yield ""
        yield "[[collections]]"
        own = [("name", _toml(collection.name)), ("files", _toml(collection.files)), ("when", _toml(collection.when))]
        own += [(key, _toml(value)) for key, value in _values(collection.settings).items()]
        inherited = _values(settings)
        yield from _aligned(
            (key, value, configuration.origins.get(f"collections.{collection.name}.{key}", "inherited"))
            for key, value in own
            if value not in ("[]", "{}", "null") and value != _toml(inherited.get(key))
        )


def file_lines(configuration: Configuration, doc: Document) -> Iterator[str]:
    """Which collection, schema and rules hold for a file, and why."""
    settings = Linter(configuration.settings).settings
    claiming = claims(settings, doc)
    yield f"file: {doc.path}"
    yield f"collection: {_collection_line(claiming, settings)}"
    if claiming:
        settings = claiming[0].settings
    yield f"schema: {_schema_line(settings, doc)}"
    yield f"generator: {doc.generator or 'unknown'} ({_origin_of_generator(configuration, claiming, doc)})"
    yield "rules:"
    registry = registry_of(settings)
    width = max(map(len, registry.names()))
    models = _models(settings, doc)
    for rule in registry.load_all():
        runs, why = _rule_line(rule, registry, settings, doc, models)
        yield f"  {rule.name:<{width}}  {'on ' if runs else 'off'}  {why}"


def _origin_of_generator(configuration: Configuration, claiming: list[Collection], doc: Document) -> str:
    settings = configuration.settings
    path = settings.in_root(doc.path)
    sites = (f"generators.{files[0]}" for files, _ in settings.generators if globs(files).match(path))
    keys = [*(f"collections.{collection.name}.generator" for collection in claiming[:1]), *sites, "generator"]
    origins = configuration.origins
    return next((origins[key] for key in keys if key in origins), "no site configuration was found")


def _collection_line(claiming: list[Collection], settings: Settings) -> str:
    if not claiming:
        return "none" if settings.collections else "none (no collections are configured)"
    first = claiming[0]
    reasons = [f"files = {_toml(first.files)}"] if first.files else []
    reasons += [f"{name} is {_toml(values)}" if values else f"{name} is there" for name, values in first.when.items()]
    others = "".join(f"; also claimed by {other.name}" for other in claiming[1:])
    return f"{first.name} ({', '.join(reasons)}{others})"


def _schema_line(settings: Settings, doc: Document) -> str:
    inline = bool(settings.required or settings.fields)
    if settings.schema is not None:
        return settings.schema + (" and the constraints of the configuration" if inline else "")
    if inline:
        return "the constraints of the configuration"
    if name := _named_schema(doc):
        return name
    found = detected_schema(doc) if settings.detect else None
    return f"{found.name} (recognised by its fields)" if found else "none"


def _named_schema(doc: Document) -> str:
    name = schema_named_in(doc)
    return f"{name} (named in the file)" if name else ""


def _models(settings: Settings, doc: Document) -> frozenset[str]:
    """The shipped models that the file's schema is or extends; the settings' own is known to be usable."""
    schema = schema_of(settings)
    if schema is None and settings.detect and not _named_schema(doc):
        schema = detected_schema(doc)
    return schema.models if schema is not None else frozenset()


def _rule_line(
    rule: type[Rule], registry: Registry, settings: Settings, doc: Document, models: frozenset[str]
) -> tuple[bool, str]:
    """Whether a rule runs on a file, and the setting that decides it."""
    name = rule.name
    for glob, words in settings.per_file_ignores.items():
        word = next((word for word in (name, rule.group, "all") if word in words), None)
        if word and globs((glob,)).match(settings.in_root(doc.path)):
            return False, f"per-file-ignores {glob}: {word}"
    runs = registry.is_selected(name, settings.select, settings.extend_select, settings.ignore)
    if runs and rule.on_with and not registry.is_named(name, settings.select, settings.extend_select):
        return not models.isdisjoint(rule.on_with), rule.when_on()
    for word in (name, rule.group, "all"):
        for key, chosen in (
            ("ignore", settings.ignore),
            ("select", settings.select),
            ("extend-select", settings.extend_select),
        ):
            if word in (chosen or ()):
                return runs, f"{key}: {word}"
    return runs, "default" if settings.select is None else "not selected"


def _values(settings: Settings) -> dict[str, Any]:
    return {
        "schema": settings.schema,
        "required": settings.required,
        "fields": settings.fields,
        "extra": settings.extra,
        "generator": settings.generator,
        "plugins": settings.plugins,
        "include": settings.include,
        "exclude": settings.exclude,
        "select": settings.select,
        "extend-select": settings.extend_select,
        "ignore": settings.ignore,
        "severity": settings.severity,
        "rules": {
            rule: {k.replace("_", "-"): v for k, v in options.items()} for rule, options in settings.options.items()
        },
        "per-file-ignores": settings.per_file_ignores,
        "unsafe-fixes": settings.unsafe_fixes or None,
        "unfixable": settings.unfixable,
        "fail-on": settings.fail_on,
        "baseline": settings.baseline,
        "limits": {name.replace("_", "-"): size for name, size in settings.limits.__dict__.items()},
    }


def _aligned(rows: Any) -> Iterator[str]:
    lines = [(f"{key} = {value}", origin) for key, value, origin in rows]
    width = min(max((len(line) for line, _ in lines), default=0), 60)
    for line, origin in lines:
        yield f"{line:<{width}}  # {origin}"


def _toml(value: Any) -> str:
    if isinstance(value, Mapping):
        inside = ", ".join(f"{_key(key)} = {_toml(item)}" for key, item in value.items())
        return f"{{ {inside} }}" if inside else "{}"
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(_toml, value))}]"
    if value is None or isinstance(value, (str, bool, int, float)):
        return json.dumps(value, ensure_ascii=False)
    return str(value)


def _key(key: str) -> str:
    return key if key.replace("-", "").replace("_", "").isalnum() and key.isascii() else json.dumps(key)
