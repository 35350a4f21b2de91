"""What was learned → the source code of Pydantic models, the evidence in comments.

Names and texts of the content stand in the code only as identifiers and as quoted text.
"""

from __future__ import annotations

import json
import keyword
import re
import unicodedata
from collections.abc import Iterator

from pydantic import BaseModel

from mdlint.starting.inference import Known, Learned, Shape
from mdlint.starting.observation import Kind

_TYPES: dict[Kind, str] = {
    "null": "None",
    "boolean": "bool",
    "integer": "int",
    "number": "float",
    "text": "str",
    "date": "Date",
    "date-time": "DateTime",
    "local-date-time": "LocalDateTime",
    "uri": "WebAddress",
    "email": "EmailAddress",
}

_DEFINITIONS = {
    "Date": ("Annotated[dt.date, Field(strict=False)]", "A date, as such or as text."),
    "DateTime": ("Annotated[AwareDatetime, Field(strict=False)]", "A date with time and offset, as such or as text."),
    "LocalDateTime": ("Annotated[NaiveDatetime, Field(strict=False)]", "A date with time, as such or as text."),
    "WebAddress": ('Annotated[str, Field(pattern=r"^https?://")]', "The address of a page or a file."),
    "EmailAddress": ('Annotated[str, Field(pattern=r"^[^@\\s]+@[^@\\s]+$")]', "An e-mail address."),
}
_TYPING = ("Annotated", "Any", "Literal")
_PYDANTIC = ("AwareDatetime", "BaseModel", "ConfigDict", "Field", "NaiveDatetime")
_TAKEN = frozenset(
    (*_TYPES.values(), *_DEFINITIONS, *_TYPING, *_PYDANTIC, "dt", "dict", "list", "model_config", *dir(BaseModel))
)
"""Names that the code uses itself: a field of that name would hide them from the fields below."""


def pydantic_source(learned: Learned, name: str) -> str:
    """The module's text, the same for the same content; its last class, called `name`, is the whole."""
    module = _Module()
    module.add_class(learned.shape, name)
    body = "\n".join(module.classes)
    definitions = {word: text for word, text in _DEFINITIONS.items() if _uses(body, word)}
    code = body + "".join(text for text, _ in definitions.values())
    blocks = [f'"""Front matter, as learned by `mdlint infer` from {learned.files:,} files."""\n', _imports(code)]
    if definitions:
        blocks.append("\n".join(f'{word} = {text}\n"""{meaning}"""' for word, (text, meaning) in definitions.items()))
    return "\n".join((*blocks, "\n", body)).rstrip() + "\n"


def class_name(text: str) -> str:
    """`blog-posts` → `BlogPosts`; a name that no code uses, whatever the text."""
    words = re.findall(r"[^\W_]+", text)
    joined = unicodedata.normalize("NFKC", "".join(word[0].upper() + word[1:] for word in words))
    name = "".join(character for character in joined if f"a{character}".isidentifier())
    return name if name.isidentifier() and not keyword.iskeyword(name) and name not in _TAKEN else f"Model{name}"


class _Module:
    """Classes on their way to code, each below those that it uses."""

    def __init__(self) -> None:
        self.classes: list[str] = []
        self._names: set[str] = set()

    def add_class(self, shape: Shape, name: str) -> str:
        """Write the class of a mapping's fields, and return what it is called."""
        name = _unlike(name, self._names)
        self._names.add(name)
        types = [self._type(field.shape, name + class_name(field.name)) for field in shape.fields]
        taken = {*_TAKEN, *self._names}
        lines = [f"class {name}(BaseModel):", '    model_config = ConfigDict(strict=True, extra="allow")', ""]
        for field, parts in zip(shape.fields, types, strict=True):
            identifier = _identifier(field.name, taken)
            taken.add(identifier)
            lines += _field(field, identifier, parts)
        self.classes.append("\n".join(lines).rstrip() + "\n\n")
        return name

    def _type(self, shape: Shape, name: str) -> list[str]:
        """The members of the union that stands for a shape."""
        parts = []
        for kind in shape.kinds:
            if kind == "list":
                inner = self._type(shape.items, f"{name}Item") if shape.items is not None else ["Any"]
                parts.append(f"list[{' | '.join(inner)}]")
            elif kind == "mapping":
                parts.append(self.add_class(shape, name) if shape.fields else "dict[str, Any]")
            elif shape.enum and kind == "text":
                parts.append(f"Literal[{', '.join(map(_quoted, shape.enum))}]")
            else:
                parts.append(_TYPES[kind])
        parts += [f"dt.{name}" for name in shape.native]
        return parts or ["Any"]


def _field(field: Known, identifier: str, parts: list[str]) -> Iterator[str]:
    settings = {}
    if not field.required:
        settings["default"] = "None"
        if "None" not in parts and "Any" not in parts:
            parts = [*parts, "None"]
    if identifier != field.name:
        settings["alias"] = _quoted(field.name)
    value = ""
    if "alias" in settings:
        value = f" = Field({', '.join(f'{key}={text}' for key, text in settings.items())})"
    elif settings:
        value = " = None"
    yield f"    # {'; '.join((f'in {field.evidence}', *field.shape.evidence))}"
    yield f"    {identifier}: {' | '.join(parts)}{value}"


def _identifier(name: str, taken: set[str]) -> str:
    """A field's name in the code: its own, where that is possible."""
    plain = unicodedata.normalize("NFKC", name)
    plain = re.sub(r"\W", "_", plain).lstrip("_") or "field"
    if not plain.isidentifier() or plain.startswith("model_"):
        plain = f"field_{plain}"
    if not plain.isidentifier():
        plain = "field"
    return _unlike(f"{plain}_" if keyword.iskeyword(plain) else plain, taken)


def _unlike(name: str, taken: set[str]) -> str:
    while name in taken:
        name += "_"
    return name


def _imports(code: str) -> str:
    lines = ["import datetime as dt"] if re.search(r"\bdt\.", code) else []
    typing = [word for word in _TYPING if _uses(code, word)]
    if typing:
        lines.append(f"from typing import {', '.join(typing)}")
    lines += ["", f"from pydantic import {', '.join(word for word in _PYDANTIC if _uses(code, word))}", ""]
    return "\n".join(lines).lstrip()


def _uses(code: str, word: str) -> bool:
    """Whether the code may use a name; one import too many where content holds the word, never too few."""
    return re.search(rf"\b{word}\b", code) is not None


def _quoted(text: str) -> str:
    """The text as a literal: JSON's escapes are Python's too."""
    return json.dumps(text, ensure_ascii=False)
