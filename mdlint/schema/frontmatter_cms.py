"""Front Matter CMS, the extension of VS Code: the content types of `frontmatter.json`.

Source: https://frontmatter.codes/docs/content-creation/fields. A list of known tags is no list of the
only ones (a new tag is added to it on first use), so tags are not compared with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from mdlint.dependencies import depends_on
from mdlint.schema.cms import DATE_FNS, FORMATS, date_schema, one_or_many, optional
from mdlint.schema.error import SchemaError
from mdlint.schema.extension import KEYWORD
from mdlint.schema.json_schema import JsonSchema
from mdlint.schema.schema_file import read_schema_file
from mdlint.settings import Extra
from mdlint.spelling import did_you_mean

_FILE = "frontmatter.json"
_PARTS = Path(".frontmatter", "config")
_WORKSPACE = "[[workspace]]"
_TEXTS = frozenset(("string", "slug", "customField"))
_LISTS = frozenset(("tags", "categories", "taxonomy", "list"))
_NO_FIELDS = frozenset(("divider", "heading"))


def frontmatter_cms_schema(name: str, root: Path, extra: Extra | None = None) -> JsonSchema:
    """The schema of a content type. Raises SchemaError."""
    config = _config_in(root)
    types = {type_["name"]: type_ for type_ in _mappings(config.get("taxonomy.contentTypes")) if "name" in type_}
    if name not in types:
        near = did_you_mean(name, map(str, types))
        hint = f"did you mean `{near}`?" if near else f"it has {', '.join(f'`{key}`' for key in types) or 'none'}"
        raise SchemaError(f"{_FILE} has no content type `{name}`", hint)
    schema = _Reading(config).object(_mappings(types[name].get("fields")))
    return JsonSchema(
        f"frontmatter-cms:{name}", schema, extra=extra, formats=FORMATS, files=list(_globs(name, types[name], config))
    )


def frontmatter_cms_names(root: Path) -> list[str]:
    """What `frontmatter_cms_schema` can be asked for. Raises SchemaError."""
    return [str(type_["name"]) for type_ in _mappings(_config_in(root).get("taxonomy.contentTypes")) if "name" in type_]


def _config_in(root: Path) -> dict[str, Any]:
    """The settings, their names without `frontMatter.`; those that are split into many files joined."""
    path = root / _FILE
    if not path.is_file():
        raise SchemaError(f"there is no `{_FILE}`", "Front Matter CMS writes it when a project is initialised")
    found = {
        key.removeprefix("frontMatter."): value for key, value in read_schema_file(path, comments=True).data.items()
    }
    depends_on(root / _PARTS)
    for part in sorted((root / _PARTS).rglob("*.json")):
        # `.frontmatter/config/taxonomy/contentTypes/post.json` is one of `taxonomy.contentTypes`.
        folders = ".".join(part.parent.relative_to(root / _PARTS).parts)
        for key in ("taxonomy.contentTypes", "taxonomy.fieldGroups", "content.pageFolders"):
            if folders.lower() == key.lower():
                found[key] = [*_mappings(found.get(key)), read_schema_file(part, comments=True).data]
    return found


def _globs(name: str, type_: Mapping[str, Any], config: Mapping[str, Any]) -> Iterator[str]:
    """Where pages of the type lie: the folders that name it, or those that name none."""
    suffixes = dict.fromkeys(
        (str(type_.get("fileType") or config.get("content.defaultFileType") or "md"), "md", "mdx", "markdown")
    )
    for folder in _mappings(config.get("content.pageFolders")):
        path, allowed = folder.get("path"), folder.get("contentTypes")
        if isinstance(path, str) and (not isinstance(allowed, list) or name in allowed):
            within = path.removeprefix(_WORKSPACE).strip("/")
            deep = "" if folder.get("excludeSubdir") else "**"
            yield "/".join(filter(None, (within, deep, f"*.{{{','.join(suffixes)}}}")))


class _Reading:
    """Turns fields into JSON Schema."""

    def __init__(self, config: Mapping[str, Any]) -> None:
        self._date_format = config.get("taxonomy.dateFormat")
        self._draft = config.get("content.draftField")
        self._groups = {group.get("id"): group for group in _mappings(config.get("taxonomy.fieldGroups"))}

    def object(self, fields: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
        """A mapping with these fields; only those that say so are required."""
        named = [
            field for field in fields if isinstance(field.get("name"), str) and field.get("type") not in _NO_FIELDS
        ]
        return {
            "type": "object",
            "properties": {field["name"]: self._field(field) for field in named},
            "required": [field["name"] for field in named if field.get("required") is True],
        }

    def _field(self, field: Mapping[str, Any]) -> dict[str, Any]:
        schema = self._value(field)
        if isinstance(field.get("description"), str):
            schema["description"] = field["description"]
        if field.get("required") is not True:
            return optional(schema)
        if schema.get("type") == "string":
            schema["minLength"] = 1
        return schema

    def _value(self, field: Mapping[str, Any]) -> dict[str, Any]:
        kind = field.get("type")
        many = field.get("multiple") is True
        if kind in _TEXTS:
            return {"type": "string"}
        if kind == "number":
            return _number(field.get("numberOptions"))
        if kind == "draft":
            return self._draft_state()
        if kind == "boolean":
            return {"type": "boolean"}
        if kind == "datetime":
            return date_schema(field.get("dateFormat") or self._date_format, DATE_FNS)
        if kind == "choice":
            return one_or_many(_choice(field.get("choices")), many=many, limits={})
        if kind in ("image", "file"):
            asset = ["image"] if kind == "image" else True
            return {**one_or_many({"type": "string"}, many=many, limits={}), KEYWORD: {"asset": asset}}
        if kind in _LISTS:
            return _terms(field)
        if kind == "fields":
            return self.object(_mappings(field.get("fields")))
        if kind == "block":
            return {"type": "array", "items": self._block(field.get("fieldGroup"))}
        if kind in ("dataFile", "contentRelationship"):
            return one_or_many({"type": ["string", "number"]}, many=many, limits={})
        return {}

    def _draft_state(self) -> dict[str, Any]:
        draft = self._draft
        if isinstance(draft, dict) and draft.get("type") == "choice":
            return _choice(draft.get("choices"))
        return {"type": "boolean"}

    def _block(self, names: Any) -> dict[str, Any]:
        """An item of a list of blocks: of one of the groups, whose name it may hold."""
        groups = [
            self._groups[name] for name in (names if isinstance(names, list) else [names]) if name in self._groups
        ]
        kinds = []
        for group in groups:
            kind = self.object(_mappings(group.get("fields")))
            kind["properties"] = {"fieldGroup": {"const": group.get("id")}, **kind["properties"]}
            kinds.append(kind)
        return {"anyOf": kinds} if kinds else {"type": "object"}


def _mappings(value: Any) -> list[dict[str, Any]]:
    return [entry for entry in value if isinstance(entry, dict)] if isinstance(value, list) else []


def _number(options: Any) -> dict[str, Any]:
    found: dict[str, Any] = {"type": "number"}
    for key, keyword in (("min", "minimum"), ("max", "maximum")):
        if isinstance(options, dict) and isinstance(options.get(key), (int, float)):
            found[keyword] = options[key]
    return found


def _choice(choices: Any) -> dict[str, Any]:
    if not isinstance(choices, list) or not choices:
        return {"type": "string"}
    return {"enum": [(one.get("id") or one.get("title")) if isinstance(one, dict) else one for one in choices]}


def _terms(field: Mapping[str, Any]) -> dict[str, Any]:
    """Tags and the like: a list of text, or one text where a single one is written so."""
    found: dict[str, Any] = {"type": "array", "items": {"type": "string"}}
    limit = field.get("taxonomyLimit")
    if isinstance(limit, int) and limit > 0:
        found["maxItems"] = limit
    if field.get("singleValueAsString"):
        return {"anyOf": [found, {"type": "string"}]}
    return found
