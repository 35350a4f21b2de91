"""A page or a blog post of a site made with Material for MkDocs.

https://squidfunk.github.io/mkdocs-material/reference/ and, for posts,
https://squidfunk.github.io/mkdocs-material/plugins/blog/#metadata. Tags that are no list stop the build.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, WithJsonSchema

from mdlint.models.checks import plain_item
from mdlint.models.types import GENERATOR, Scalar, ScalarList, Yaml11Boolean

MaterialTag = Annotated[Any, AfterValidator(plain_item), WithJsonSchema({"type": ["string", "number", "boolean"]})]


class Search(BaseModel):
    """How the site's search treats the page."""

    model_config = GENERATOR

    exclude: Annotated[Yaml11Boolean | None, Field(title="Exclude", default=False)]
    """Whether the search leaves the page out."""

    boost: Annotated[float, Field(title="Boost", default=1)]
    """How much the page counts: more than 1 moves it up in the results, less than 1 down."""


class MkDocsMaterial(BaseModel):
    """The front matter of one page of a site made with Material for MkDocs."""

    model_config = ConfigDict(**GENERATOR, title="Material for MkDocs page")

    title: Annotated[Scalar, Field(title="Title", default=None)]
    """The page's title, its first heading unless it is given."""

    subtitle: Annotated[Scalar, Field(title="Subtitle", default=None)]
    """A second line below the title in the navigation."""

    description: Annotated[Scalar, Field(title="Description", default=None)]
    """What the page is about: shown in search results and link previews."""

    icon: Annotated[str | None, Field(title="Icon", default=None)]
    """The icon in the navigation, such as `material/bread-slice`."""

    status: Annotated[str | None, Field(title="Status", default=None)]
    """The page's status in the navigation: `new`, `deprecated`, or one of your own."""

    template: Annotated[str | None, Field(title="Template", default=None)]
    """The template that renders the page, such as `home.html`."""

    hide: Annotated[ScalarList, Field(title="Hide", default=None)]
    """Parts that the page goes without: `navigation`, `toc`, `path`, `footer`, `tags`, `feedback`."""

    tags: Annotated[list[MaterialTag] | None, Field(title="Tags", default=None)]
    """The page's subjects."""

    search: Annotated[Search | None, Field(title="Search", default=None)]
    """How the site's search treats the page."""

    social: Annotated[dict[str, Any] | None, Field(title="Social cards", default=None)]
    """Settings of the social cards for this page."""

    date: Annotated[
        dt.datetime | dt.date | str | dict[str, Any] | None,
        Field(title="Date", default=None),
        WithJsonSchema({"type": ["string", "object", "null"]}),
    ]
    """When a post was published, written without quotes: a date, or dates by name with one of `created`."""

    authors: Annotated[ScalarList, Field(title="Authors", default=None)]
    """Who wrote a post: keys of `.authors.yml`."""

    categories: Annotated[ScalarList, Field(title="Categories", default=None)]
    """A post's categories."""

    draft: Annotated[Yaml11Boolean | None, Field(title="Draft", default=None)]
    """Whether a post is left out when the site is built."""

    pin: Annotated[Yaml11Boolean, Field(title="Pinned", default=False)]
    """Whether a post stands before all others."""

    readtime: Annotated[int | None, Field(title="Reading time", default=None)]
    """How many minutes it takes to read a post, counted unless it is given."""

    slug: Annotated[str | None, Field(title="Slug", default=None)]
    """The last part of a post's address, made of its title unless it is given."""
