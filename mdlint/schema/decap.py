"""Decap CMS (formerly Netlify CMS), Static CMS and Sveltia CMS: the collections of their `config.yml`.

A finding says what the system itself would object to when an editor saves the entry. It goes less far
in one thing: fields are required unless they say otherwise, which few sites mean of every switch and
of fields with a default, so those are required only where they say so themselves.

Source: https://decapcms.org/docs/configuration-options/ and https://decapcms.org/docs/widgets/.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import jsonschema_rs

from mdlint.schema.cms import DAY_JS, FORMATS, date_schema, one_or_many, optional
from mdlint.schema.error import SchemaError
from mdlint.schema.extension import KEYWORD
from mdlint.schema.json_schema import JsonSchema
from mdlint.schema.schema_file import SchemaFile, read_schema_file
from mdlint.settings import Extra
from mdlint.spelling import did_you_mean

_FOLDERS = ("static/admin", "public/admin", "admin", "src/admin", "source/admin", "src/static/admin", "docs/admin")
_NAMES = ("config.yml", "config.yaml", "config.json")
_TEXTS = frozenset(("string", "text", "markdown", "richtext", "color", "map", "uuid"))
_MAY_BE_ABSENT = frozenset(("boolean", "hidden", "compute"))
_FLAGGED = re.compile(r"/(.*)/([a-z]*)", re.DOTALL)
_SINGLE = ["string", "number", "boolean"]


def decap_schema(name: str, root: Path, extra: Extra | None = None) -> JsonSchema:
    """The schema of a collection, or of one file of it (`pages/about`). Raises SchemaError."""
    file = read_schema_file(_config_in(root))
    collection, _, entry = name.partition("/")
    found = _named(collection, file.data.get("collections"), "collection", file)
    if "files" in found:
        found = {**found, **_one_file(entry, collection, found["files"], file)}
    reading = _Reading(file.data, found)
    return JsonSchema(
        f"decap:{name}",
        reading.schema(),
        extra=extra,
        formats=FORMATS,
        files=_globs(found, is_translated=reading.structure == "multiple_folders"),
        notes=[f"{file.shown}: {note}" for note in reading.notes],
    )


def decap_names(root: Path) -> Iterator[str]:
    """What `decap_schema` can be asked for. Raises SchemaError."""
    for collection in _mappings(read_schema_file(_config_in(root)).data.get("collections")):
        name = str(collection.get("name"))
        if "files" in collection:
            yield from (f"{name}/{entry.get('name')}" for entry in _mappings(collection["files"]))
        else:
            yield name


def _config_in(root: Path) -> Path:
    for folder in _FOLDERS:
        for name in _NAMES:
            if (root / folder / name).is_file():
                return root / folder / name
    raise SchemaError("there is no `config.yml` of Decap or Sveltia CMS", f"it is looked for in {', '.join(_FOLDERS)}")


def _named(name: str, entries: Any, what: str, file: SchemaFile) -> Mapping[str, Any]:
    known = {entry["name"]: entry for entry in _mappings(entries) if isinstance(entry.get("name"), str)}
    if name not in known:
        near = did_you_mean(name, known)
        hint = f"did you mean `{near}`?" if near else f"it has {', '.join(f'`{key}`' for key in known) or 'none'}"
        raise SchemaError(f"{file.shown} has no {what} `{name}`", hint)
    found: Mapping[str, Any] = known[name]
    return found


def _one_file(entry: str, collection: str, files: Any, file: SchemaFile) -> Mapping[str, Any]:
    """The file of a collection of files that is meant: the only one need not be named."""
    names = [str(one.get("name")) for one in _mappings(files)]
    if not entry and len(names) == 1:
        return _mappings(files)[0]
    if not entry:
        raise SchemaError(
            f"the collection `{collection}` has a schema for each of its files",
            f"name one, such as `decap:{collection}/{names[0]}`" if names else "",
        )
    return _named(entry, files, f"file of the collection `{collection}` called", file)


def _globs(collection: Mapping[str, Any], *, is_translated: bool) -> list[str]:
    """Where the entries of a collection lie."""
    if isinstance(collection.get("file"), str):
        return [collection["file"].strip("/")]
    folder = str(collection.get("folder", "")).strip("/")
    suffix = str(collection.get("extension") or "md").lstrip(".")
    deep = is_translated or "nested" in collection or "/" in str(collection.get("path", ""))
    return ["/".join(filter(None, (folder, "**" if deep else "", f"*.{suffix}")))]


class _Reading:
    """Turns the fields of one collection into a JSON Schema."""

    def __init__(self, config: Mapping[str, Any], collection: Mapping[str, Any]) -> None:
        self.notes: list[str] = []
        self._fields = collection.get("fields")
        own = collection.get("i18n")
        shared = config.get("i18n") if own else None
        i18n = {**(shared if isinstance(shared, dict) else {}), **(own if isinstance(own, dict) else {})}
        self.structure = i18n.get("structure")
        self._locales = [str(locale) for locale in i18n.get("locales") or ()]

    def schema(self) -> dict[str, Any]:
        fields = [field for field in _mappings(self._fields) if field.get("name") != "body"]
        if self.structure == "single_file":
            return {"type": "object", "properties": dict.fromkeys(self._locales, self._object(fields))}
        return self._object(fields)

    def _object(self, fields: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
        named = [field for field in fields if isinstance(field.get("name"), str)]
        return {
            "type": "object",
            "properties": {field["name"]: self._field(field) for field in named},
            "required": [field["name"] for field in named if self._is_required(field)],
        }

    def _is_required(self, field: Mapping[str, Any]) -> bool:
        if self.structure and self._locales and not field.get("i18n"):
            return False  # only in the files of the default language
        if isinstance(field.get("required"), bool):
            return bool(field["required"])
        return _widget(field) not in _MAY_BE_ABSENT and "default" not in field

    def _field(self, field: Mapping[str, Any]) -> dict[str, Any]:
        schema = self._value(field)
        if isinstance(field.get("hint"), str):
            schema["description"] = field["hint"]
        if not self._is_required(field):
            return optional(schema)
        if "string" in schema.get("type", ()):
            schema.setdefault("minLength", 1)
        if schema.get("type") == "array" and field.get("required") is True:
            schema.setdefault("minItems", 1)
        return schema

    def _value(self, field: Mapping[str, Any]) -> dict[str, Any]:
        widget = _widget(field)
        many = field.get("multiple") is True
        if widget in _TEXTS:
            return self._text(field)
        if widget == "boolean":
            return {"type": "boolean"}
        if widget in ("datetime", "date"):
            return date_schema(_date_format(field), DAY_JS)
        if widget == "number":
            return _number(field)
        if widget == "select":
            options = _options(field.get("options"))
            return one_or_many({"enum": options} if options else {}, many=many, limits=field)
        if widget == "relation":
            found = one_or_many({"type": _SINGLE}, many=many, limits=field)
            return {**found, KEYWORD: {"ref": str(field.get("collection"))}} if field.get("collection") else found
        if widget in ("image", "file"):
            library = field.get("media_library")
            config = library.get("config") if isinstance(library, dict) else None
            many = many or bool(isinstance(config, dict) and config.get("multiple"))
            asset = ["image"] if widget == "image" else True
            return {**one_or_many({"type": "string"}, many=many, limits=field), KEYWORD: {"asset": asset}}
        if widget == "object":
            return self._variants(field) or self._object(_mappings(field.get("fields")))
        if widget == "list":
            return one_or_many(self._item(field), many=True, limits=field)
        if widget == "code":
            return {"type": "string"} if field.get("output_code_only") else {"type": ["string", "object"]}
        return {"type": "object"} if widget == "keyvalue" else {}

    def _item(self, field: Mapping[str, Any]) -> dict[str, Any]:
        inner = field.get("field")
        if isinstance(inner, dict):
            return self._field(inner)
        if field.get("fields"):
            return self._object(_mappings(field["fields"]))
        return self._variants(field) or {"type": "string"}

    def _variants(self, field: Mapping[str, Any]) -> dict[str, Any]:
        """Mappings of several kinds, told apart by a field."""
        key = str(field.get("typeKey") or field.get("type_key") or "type")
        variants = []
        for kind in _mappings(field.get("types")):
            variant = self._object(_mappings(kind.get("fields")))
            variant["properties"] = {key: {"const": kind.get("name")}, **variant["properties"]}
            variant["required"] = [key, *variant["required"]]
            variants.append(variant)
        return {"anyOf": variants} if variants else {}

    def _text(self, field: Mapping[str, Any]) -> dict[str, Any]:
        found: dict[str, Any] = {"type": "string"}
        for key, keyword in (("minlength", "minLength"), ("maxlength", "maxLength")):
            if isinstance(field.get(key), int):
                found[keyword] = field[key]
        given = field.get("pattern")
        if isinstance(given, list) and given and isinstance(given[0], str):
            flagged = _FLAGGED.fullmatch(given[0])
            flags = "".join(sorted(set(flagged[2]) & set("ims"))) if flagged else ""
            pattern = (f"(?{flags})" if flags else "") + (flagged[1] if flagged else given[0])
            if _is_pattern(pattern):
                found["pattern"] = pattern
                if len(given) > 1 and isinstance(given[1], str):
                    found["errorMessage"] = {"pattern": given[1]}
            else:
                self.notes.append(
                    f"the pattern of `{field.get('name')}` is not checked: only JavaScript understands it"
                )
        return found


def _mappings(value: Any) -> list[dict[str, Any]]:
    return [entry for entry in value if isinstance(entry, dict)] if isinstance(value, list) else []


def _widget(field: Mapping[str, Any]) -> str:
    return str(field.get("widget") or "string")


def _date_format(field: Mapping[str, Any]) -> str | None:
    """The format that dates are written in, where the field sets one."""
    if isinstance(field.get("format"), str):
        return str(field["format"])
    parts = [part for part in (field.get("date_format"), field.get("time_format")) if isinstance(part, str)]
    return " ".join(parts) or None


def _number(field: Mapping[str, Any]) -> dict[str, Any]:
    """Numbers are saved as text unless `value_type` says otherwise; either is read."""
    kind = {"int": "integer", "float": "number"}.get(str(field.get("value_type") or field.get("valueType")))
    found: dict[str, Any] = {"type": kind or ["number", "string"]}
    for key, keyword in (("min", "minimum"), ("max", "maximum")):
        if isinstance(field.get(key), (int, float)):
            found[keyword] = field[key]
    return found


def _options(options: Any) -> list[Any]:
    if not isinstance(options, list):
        return []
    return [option.get("value") if isinstance(option, dict) else option for option in options]


def _is_pattern(pattern: str) -> bool:
    try:
        jsonschema_rs.validator_for({"pattern": pattern})
    except ValueError:
        return False
    return True
