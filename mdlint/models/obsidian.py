"""A note of an Obsidian vault.

https://help.obsidian.md/properties: the properties that Obsidian and Obsidian Publish read themselves.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, WithJsonSchema

from mdlint.models.checks import obsidian_property, obsidian_tag
from mdlint.models.types import GENERATOR, Scalar, ScalarList

Tags = Annotated[
    list[Annotated[str, AfterValidator(obsidian_tag)] | None] | str,
    WithJsonSchema({"type": ["array", "string"], "items": {"type": ["string", "null"], "pattern": "[^0-9]"}}),
]


def _replaced_by(name: str) -> dict[str, Any]:
    return {"deprecated": True, "x-mdlint": {"deprecated": {"replacedBy": name}}}


class Obsidian(BaseModel):
    """The properties of one note."""

    model_config = ConfigDict(**GENERATOR, title="Obsidian note")
    __pydantic_extra__: dict[str, Annotated[Any, AfterValidator(obsidian_property)]]

    tags: Annotated[Tags | None, Field(title="Tags", default=None)]
    """The note's tags, with or without `#`; `/` makes nested tags."""

    aliases: Annotated[ScalarList, Field(title="Aliases", default=None)]
    """Other names of the note, for links and for the quick switcher."""

    cssclasses: Annotated[ScalarList, Field(title="CSS classes", default=None)]
    """CSS classes for the note."""

    tag: Annotated[ScalarList, Field(title="Tag", json_schema_extra=_replaced_by("tags"), default=None)]
    """No longer read. Use `tags` instead."""

    alias: Annotated[ScalarList, Field(title="Alias", json_schema_extra=_replaced_by("aliases"), default=None)]
    """No longer read. Use `aliases` instead."""

    cssclass: Annotated[
        ScalarList, Field(title="CSS class", json_schema_extra=_replaced_by("cssclasses"), default=None)
    ]
    """No longer read. Use `cssclasses` instead."""

    publish: Annotated[bool | None, Field(title="Publish", default=None)]
    """Whether Obsidian Publish selects the note by itself."""

    permalink: Annotated[str | None, Field(title="Address", default=None)]
    """The note's address on Obsidian Publish."""

    description: Annotated[Scalar, Field(title="Description", default=None)]
    """What the note is about: shown in link previews."""

    image: Annotated[Scalar, Field(title="Picture", default=None)]
    """The picture in link previews: a URL, a path in the vault, or a link in quotes."""

    cover: Annotated[Scalar, Field(title="Cover", default=None)]
    """The picture in link previews, where there is no `image`."""
