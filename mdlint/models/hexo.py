"""A page or a post of a Hexo site.

https://hexo.io/docs/front-matter. Hexo takes the file's time for a date that it cannot read, without a
word, and text such as `no` for true: those are reported.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema

from mdlint.models.checks import hexo_boolean, hexo_category, listed
from mdlint.models.dates import hexo_date
from mdlint.models.types import GENERATOR, Scalar, ScalarList

HexoDate = Annotated[Any, AfterValidator(hexo_date), WithJsonSchema({"type": ["string", "number", "null"]})]
HexoBoolean = Annotated[
    bool,
    BeforeValidator(hexo_boolean),
    WithJsonSchema({"type": ["boolean", "string", "number", "null"], "not": {"enum": ["no", "off", "n", "f", "none"]}}),
]
Categories = Annotated[
    list[Annotated[Any, AfterValidator(hexo_category)]],
    BeforeValidator(listed),
    WithJsonSchema({"type": ["array", "string", "number", "boolean", "null"]}),
]


class Hexo(BaseModel):
    """The front matter of one page or post of a Hexo site."""

    model_config = ConfigDict(**GENERATOR, title="Hexo page")

    title: Annotated[Scalar, Field(title="Title", default=None)]
    """The page's title."""

    date: Annotated[HexoDate, Field(title="Date", default=None)]
    """When the post was published, such as `2024-01-05 10:00:00`; the file's own time unless it is given."""

    updated: Annotated[HexoDate, Field(title="Date of the last change", default=None)]
    """When the post was last changed; the file's own time unless it is given."""

    layout: Annotated[Scalar, Field(title="Layout", default=None)]
    """The layout that renders the page, or `false` for none."""

    categories: Annotated[Categories, Field(title="Categories", default=None)]
    """The post's categories, each below the one before it; lists inside the list are paths of their own."""

    tags: Annotated[ScalarList, Field(title="Tags", default=None)]
    """The post's tags."""

    permalink: Annotated[str | None, Field(title="Address", default=None)]
    """The page's address on the site, such as `bread/rye/`."""

    excerpt: Annotated[Scalar, Field(title="Excerpt", default=None)]
    """The post's beginning in lists, as plain text."""

    comments: Annotated[HexoBoolean, Field(title="Comments", default=True)]
    """Whether readers can comment on the post."""

    published: Annotated[HexoBoolean, Field(title="Published", default=True)]
    """Whether the post is part of the site."""

    disableNunjucks: Annotated[HexoBoolean, Field(title="Without templates", default=False)]  # noqa: N815 - Hexo's name
    """Whether `{{ ... }}` and `{% ... %}` in the content stay as they are."""

    lang: Annotated[Scalar, Field(title="Language", default=None)]
    """The page's language, the site's unless it is given."""

    photos: Annotated[ScalarList, Field(title="Photos", default=None)]
    """Pictures that themes show with the post."""
