"""Read JSON and YAML files of the configuration's owner: schemas, and the settings of content systems."""

from __future__ import annotations

import datetime as dt
import os
import re
from pathlib import Path
from typing import Any

from mdlint.dependencies import depends_on
from mdlint.diagnostic import KeyPath
from mdlint.front_matter.json import read_json
from mdlint.front_matter.values import Mapping, Node, Problem, children
from mdlint.front_matter.yaml import read_yaml
from mdlint.lines import line_and_column
from mdlint.schema.error import SchemaError
from mdlint.settings import Limits
from mdlint.spelling import near_file

_LIMITS = Limits(depth=200, nodes=2_000_000, expanded_nodes=5_000_000)
_COMMENT = re.compile(r'("(?:\\.|[^"\\])*")|//[^\r\n]*|/\*.*?\*/', re.DOTALL)
_LAST_COMMA = re.compile(r'("(?:\\.|[^"\\])*")|,(?=\s*[}\]])', re.DOTALL)


class SchemaFile:
    """A file's content, and where in it a value stands."""

    def __init__(self, shown: str, text: str, root: Mapping) -> None:
        self.shown = shown
        self.data: dict[str, Any] = _without_dates(root.value)
        self._text = text
        self._root = root

    def place(self, path: KeyPath) -> str:
        """`file:line:column` of the value at a key path, or of the nearest value around it."""
        node: Node = self._root
        for part in path:
            below = dict(children(node)).get(part)
            if below is None:
                break
            node = below
        line, column = line_and_column(self._text, node.start)
        return f"{self.shown}:{line}:{column}"


def read_schema_file(path: Path, *, comments: bool = False) -> SchemaFile:
    """A JSON or, by its suffix, YAML file; `comments` allows `//`, `/*` and trailing commas in JSON.

    Raises SchemaError with the place of what is wrong. Tags in YAML construct nothing.
    """
    shown = _shown(path)
    depends_on(path)
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        near = near_file(path)
        hint = f"did you mean `{shown.removesuffix(path.name)}{near}`?" if near else ""
        raise SchemaError(f"there is no file `{shown}`", hint) from None
    except OSError as error:
        raise SchemaError(f"`{shown}` cannot be read: {(error.strerror or str(error)).lower()}") from None
    except UnicodeDecodeError:
        raise SchemaError(f"`{shown}` is not UTF-8") from None
    if path.suffix in (".yaml", ".yml"):
        root, problems = read_yaml(text, 0, _LIMITS)
    else:
        root, problems = _read_json(_without_comments(text) if comments else text)
    for problem in problems:
        if root is None or problem.rule != "unknown-tag":
            line, column = line_and_column(text, problem.start)
            raise SchemaError(problem.message, problem.hint, f"{shown}:{line}:{column}")
    if not isinstance(root, Mapping):
        raise SchemaError(f"`{shown}` holds no fields")
    return SchemaFile(shown, text, root)


def _read_json(text: str) -> tuple[Node | None, list[Problem]]:
    start = len(text) - len(text.lstrip())
    if not text.startswith("{", start):
        return None, [Problem("json-syntax", start, start, "this is not a JSON object")]
    root, problems, end = read_json(text[start:], start, _LIMITS)
    if root is not None and (rest := text[end:].lstrip()):
        at = len(text) - len(rest)
        problems = [Problem("json-syntax", at, at, "this is not valid JSON: something follows the closing brace")]
    return root, problems


def _shown(path: Path) -> str:
    """The path as messages call it: from the current directory where it lies below."""
    relative = os.path.relpath(path)
    return path.as_posix() if relative.startswith("..") else Path(relative).as_posix()


def _without_comments(text: str) -> str:
    """JSON with comments and trailing commas turned into blanks, everything else in its place."""
    for pattern in (_COMMENT, _LAST_COMMA):
        text = pattern.sub(lambda found: found[1] or re.sub(r"[^\r\n]", " ", found[0]), text)
    return text


def _without_dates(value: Any) -> Any:
    """The value as JSON has it: a YAML date is the text that it was written as."""
    if isinstance(value, dict):
        return {name: _without_dates(item) for name, item in value.items()}
    if isinstance(value, list):
        return [_without_dates(item) for item in value]
    return value.isoformat() if isinstance(value, (dt.date, dt.time)) else value
