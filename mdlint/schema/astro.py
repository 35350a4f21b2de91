"""Astro's content collections: the JSON Schemas that `astro sync` writes, read as Astro means them.

Astro turns the Zod schemas of `src/content.config.ts` into `.astro/collections/<name>.schema.json`, for
editors. As a judge of content these files are wrong in both directions:

- A date is what js-yaml made of the file: an unquoted date is a `Date` and no text. `z.date()` takes only
  that, `z.coerce.date()` also what `new Date(text)` reads; both are written as `format: date-time`
  (Astro 6 and later, 2020-12) or as a union of formats (Astro 5, draft-07).
- Zod strips unknown fields unless a schema is strict. Astro 5 writes `additionalProperties: false` for
  both, later versions only for the strict ones.
- `image()` and `reference()` are written as text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from mdlint.dependencies import depends_on
from mdlint.models.javascript_date import is_javascript_date
from mdlint.schema.error import SchemaError
from mdlint.schema.extension import KEYWORD
from mdlint.schema.json_schema import A_DATE, JsonSchema
from mdlint.schema.schema_file import read_schema_file
from mdlint.settings import Extra
from mdlint.spelling import did_you_mean

FOLDER = Path(".astro", "collections")
_SUFFIX = ".schema.json"
_CONFIGS = [
    f"src/{name}.{suffix}" for name in ("content.config", "content/config") for suffix in ("ts", "mts", "js", "mjs")
]
_CHECKOUT_SECONDS = 10.0
"""Files that git writes in one go differ by less; their times say nothing of which was made first."""

_FORMAT = "javascript-date"
_UNION_OF_DATES = {("string", "date-time"), ("string", "date"), ("integer", "unix-time")}
_FIRST_MILLISECONDS = 10**11
_NUMBER = "a number is read as milliseconds since 1970; write a date such as `2024-01-05`"
_COMMENT = re.compile(r"""("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)|//[^\n]*|/\*.*?\*/""", re.DOTALL)
_DECLARED = re.compile(
    r"""['"]?([\w$-]+)['"]?\s*:\s*(?:z\s*\.\s*array\(\s*)?"""
    r"""(z\s*\.\s*(?:coerce\s*\.\s*)?date|image|reference)\s*\(\s*(?:['"]([^'"]+)['"])?"""
)
_PLAIN = re.compile(r"""['"]?([\w$-]+)['"]?\s*:\s*(?:z\s*\.\s*array\(\s*)?z\s*\.\s*(?!array\b|date\b|coerce\b)""")


def astro_schema(name: str, root: Path, extra: Extra | None = None) -> JsonSchema:
    """The schema of a collection of the site in `root`. Raises SchemaError."""
    path = root / FOLDER / f"{name}{_SUFFIX}"
    if not path.is_file():
        raise _missing(name, root)
    file = read_schema_file(path)
    for candidate in _CONFIGS:
        depends_on(root / candidate)
    config = next((found for found in _CONFIGS if (root / found).is_file()), None)
    declared = _declared((root / config).read_text("utf-8", "replace")) if config else {}
    notes = []
    if config and (root / config).stat().st_mtime > path.stat().st_mtime + _CHECKOUT_SECONDS:
        notes.append(f"{file.shown} is older than {config}; run `npx astro sync`")
    is_draft_07 = "draft-07" in str(file.data.get("$schema"))
    schema = _Reading(declared, is_draft_07=is_draft_07).read(file.data, "")
    formats = {_FORMAT: ("date", is_javascript_date)}
    return JsonSchema(f"astro:{name}", schema, path, extra, file=file, formats=formats, dates="number", notes=notes)


def _missing(name: str, root: Path) -> SchemaError:
    names = sorted(path.name.removesuffix(_SUFFIX) for path in (root / FOLDER).glob(f"*{_SUFFIX}"))
    if not names:
        shown = (FOLDER / f"{name}{_SUFFIX}").as_posix()
        return SchemaError(f"there is no `{shown}`", "run `npx astro sync`, which writes it")
    near = did_you_mean(name, names)
    hint = f"did you mean `{near}`?" if near else f"it has {', '.join(f'`{known}`' for known in names)}"
    return SchemaError(f"the site has no collection `{name}`", hint)


def _declared(source: str) -> dict[str, set[tuple[str, str]]]:
    """Per field's name, what a content config makes it: `date`, `coerce`, `image`, `reference` or `other`, and of what.

    The config is code that nobody runs here: only what stands in one plain expression is found.
    """
    found: dict[str, set[tuple[str, str]]] = {}
    code = _COMMENT.sub(lambda match: match[1] or "", source)
    for field, made, of in _DECLARED.findall(code):
        kind = "coerce" if "coerce" in made else "date" if made.endswith("date") else made
        found.setdefault(field, set()).add((kind, of))
    # A picture in one collection may be plain text in another one.
    plain = set(_PLAIN.findall(code))
    for field, kinds in found.items():
        if field in plain and any(kind in ("image", "reference") for kind, _ in kinds):
            kinds.add(("other", ""))
    return found


class _Reading:
    """Rewrites a schema so that it says what Astro does."""

    def __init__(self, declared: Mapping[str, set[tuple[str, str]]], *, is_draft_07: bool) -> None:
        self._declared = declared
        self._is_draft_07 = is_draft_07

    def read(self, schema: Any, field: str) -> Any:
        """A schema, of the named field or its items."""
        if not isinstance(schema, dict):
            return schema
        if self._is_date(schema):
            return self._date(schema, field)
        found = dict(schema)
        for key in ("properties", "definitions", "$defs"):
            if isinstance(schema.get(key), dict):
                found[key] = {name: self._property(part, name) for name, part in schema[key].items()}
        for key in ("anyOf", "oneOf", "allOf", "prefixItems"):
            if isinstance(schema.get(key), list):
                found[key] = [self.read(part, field) for part in schema[key]]
        for key in ("items", "additionalProperties"):
            if isinstance(schema.get(key), dict):
                found[key] = self.read(schema[key], field)
        is_stripped = schema.get("additionalProperties") is False if self._is_draft_07 else "properties" in schema
        if is_stripped and (self._is_draft_07 or "additionalProperties" not in schema):
            found.pop("additionalProperties", None)
            found[KEYWORD] = {"extra": "warn"}
        return found

    def _property(self, schema: Any, name: str) -> Any:
        found = self.read(schema, name)
        said = dict(self._said(name))
        if said and isinstance(found, dict):
            found = {**found, KEYWORD: {**found.get(KEYWORD, {}), **said}}
        return found

    def _said(self, name: str) -> Iterator[tuple[str, Any]]:
        """What the content config says of a field that its JSON Schema does not."""
        declared = self._declared.get(name, set())
        if len(declared) == 1:
            kind, of = next(iter(declared))
            if kind == "image":
                yield "asset", ["image"]
            if kind == "reference" and of:
                yield "ref", of

    def _is_date(self, schema: Mapping[str, Any]) -> bool:
        if self._is_draft_07:
            parts = schema.get("anyOf")
            return (
                isinstance(parts, list)
                and {(part.get("type"), part.get("format")) for part in parts if isinstance(part, dict)}
                == _UNION_OF_DATES
            )
        return schema.get("type") == "string" and schema.get("format") == "date-time" and "pattern" not in schema

    def _date(self, schema: Mapping[str, Any], field: str) -> dict[str, Any]:
        """A `Date`, for which a number stands, or what JavaScript reads as one."""
        kept = {key: value for key, value in schema.items() if key not in ("anyOf", "type", "format")}
        if {kind for kind, _ in self._declared.get(field, set())} == {"date"}:
            types, first = ["integer"], A_DATE
        else:
            types, first = ["string", "integer"], _FIRST_MILLISECONDS
        return {**kept, "type": types, "format": _FORMAT, "minimum": first, "errorMessage": {"minimum": _NUMBER}}
