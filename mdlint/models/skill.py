"""The `SKILL.md` of an agent skill.

https://agentskills.io/specification. That `name` is also the folder's name is not said here: a model
does not see where a file lies.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, WithJsonSchema

from mdlint.models.checks import skill_name
from mdlint.models.types import GENERATOR

SkillName = Annotated[
    str,
    Field(min_length=1, max_length=64),
    AfterValidator(skill_name),
    WithJsonSchema(
        {"type": "string", "minLength": 1, "maxLength": 64, "pattern": "^[^A-Z\\s_-]+(-[^A-Z\\s_-]+)*$"},
    ),
]


class Skill(BaseModel):
    """The front matter of one skill."""

    model_config = ConfigDict(**GENERATOR, title="Agent skill")

    name: Annotated[SkillName, Field(title="Name")]
    """The skill's name, that of its folder: lower-case letters and digits with hyphens between them."""

    description: Annotated[str, Field(title="Description", min_length=1, max_length=1024)]
    """What the skill does and when to use it; agents choose skills by it."""

    license: Annotated[str | None, Field(title="Licence", default=None)]
    """The licence's name, or the file beside this one that holds it."""

    compatibility: Annotated[str | None, Field(title="Compatibility", min_length=1, max_length=500, default=None)]
    """What the skill needs: the product it is made for, programs, access to the network."""

    metadata: Annotated[dict[str, Any] | None, Field(title="Metadata", default=None)]
    """Fields of your own, such as `author` and `version`."""

    allowed_tools: Annotated[str | list[str] | None, Field(title="Allowed tools", alias="allowed-tools", default=None)]
    """Tools that the skill may use without asking: text with spaces between them, or a list."""
