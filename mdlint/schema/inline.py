"""The schema that a file itself names: the key `$schema`, or the comment that editors read."""

from __future__ import annotations

import re
from pathlib import Path

from mdlint.document import Document
from mdlint.schema.error import SchemaError

_COMMENT = re.compile(r"^[ \t]*#[ \t]*yaml-language-server:[ \t]*\$schema=([^\s]+)", re.MULTILINE)
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]+:")


def schema_named_in(doc: Document) -> str | None:
    """The path of the JSON Schema that the front matter names.

    None where it names none, or one on the network: nothing is fetched for a file's sake.
    """
    front_matter = doc.front_matter
    if front_matter is None:
        return None
    name = doc.text_of("$schema").strip()
    if not name and front_matter.format == "yaml" and "yaml-language-server" in doc.text:
        start, end = front_matter.fences.content
        comment = _COMMENT.search(doc.text, start, end)
        name = comment[1].strip("\"'") if comment else ""
    return name if name and not _SCHEME.match(name) and not name.startswith("//") else None


def named_schema_path(name: str, path: Path, root: Path) -> Path:
    """The file of a schema that the front matter of the file `path` names: relative to it, else to the root.

    Content is no configuration: it may only name schemas of its own project. Raises SchemaError.
    """
    tried = [(folder / name).resolve() for folder in (path.parent, root)]
    inside = [candidate for candidate in tried if candidate.is_relative_to(root.resolve())]
    for candidate in inside:
        if candidate.is_file():
            return candidate
    if not inside:
        raise SchemaError(f"the schema `{name}` is outside the project")
    raise SchemaError(
        f"there is no schema `{name}`", "its path is relative to the file, or to the configuration's folder"
    )
