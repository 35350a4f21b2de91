"""A page or a post of a Jekyll site.

https://jekyllrb.com/docs/front-matter/ and https://jekyllrb.com/docs/posts/. Only `false` unpublishes a
page, not `"false"`; an unreadable date stops the build.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, WithJsonSchema

from mdlint.models.dates import ruby_date
from mdlint.models.types import GENERATOR, Scalar, ScalarList, Yaml11Boolean

JekyllDate = Annotated[Any, AfterValidator(ruby_date), WithJsonSchema({"type": ["string", "integer", "null"]})]


class Jekyll(BaseModel):
    """The front matter of one page or post of a Jekyll site."""

    model_config = ConfigDict(**GENERATOR, title="Jekyll page")

    layout: Annotated[str | bool | None, Field(title="Layout", default=None)]
    """The layout in `_layouts` that renders the page, without its extension; null or `none` for no layout."""

    title: Annotated[Scalar, Field(title="Title", default=None)]
    """The page's title, made of the file's name for a post unless it is given."""

    date: Annotated[JekyllDate, Field(title="Date", default=None)]
    """When the post was published, such as `2024-01-05 10:00:00 +0000`; from the file's name unless it is given."""

    permalink: Annotated[str | bool | None, Field(title="Address", default=None)]
    """The page's address on the site, such as `/bread/rye/`, or a pattern such as `/:year/:title/`."""

    slug: Annotated[str | None, Field(title="Slug", default=None)]
    """The part of a post's address that stands for its title."""

    published: Annotated[Yaml11Boolean | None, Field(title="Published", default=None)]
    """Whether the page is part of the site: `false` leaves it out."""

    draft: Annotated[Yaml11Boolean | None, Field(title="Draft", default=None)]
    """Whether the page is a draft, though it does not lie among them."""

    categories: Annotated[ScalarList, Field(title="Categories", default=None)]
    """The post's categories, part of its address: a list, or text with spaces between them."""

    category: Annotated[ScalarList, Field(title="Category", default=None)]
    """The post's category; its name may hold spaces."""

    tags: Annotated[ScalarList, Field(title="Tags", default=None)]
    """The post's tags: a list, or text with spaces between them."""

    tag: Annotated[ScalarList, Field(title="Tag", default=None)]
    """The post's tag; its name may hold spaces."""

    excerpt: Annotated[Scalar, Field(title="Excerpt", default=None)]
    """The post's beginning in lists, its first paragraph unless it is given."""

    excerpt_separator: Annotated[str | None, Field(title="End of the excerpt", default=None)]
    """The text that ends the excerpt, such as `<!--more-->`."""

    render_with_liquid: Annotated[Yaml11Boolean | None, Field(title="Render with Liquid", default=None)]
    """Whether `{{ ... }}` and `{% ... %}` in the content are templates."""
