"""The post: an article of an Astro blog whose layouts read `cover.url`, `tags[0]` and `pubDate`.

The theme's layouts decide what is required: `tags.map(...)` and `cover.url` throw at the build when
they are missing or of another type, an unreadable `pubDate` is rendered as `NaN`.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from mdlint.models.types import IsoDate, SaidText, SiteAddress, Text

_STRICT = ConfigDict(strict=True, extra="ignore", use_attribute_docstrings=True)


class Cover(BaseModel):
    """The picture that stands for the post."""

    model_config = _STRICT

    url: Annotated[SiteAddress, Field(title="Picture")]
    """The wide picture above the post: an http(s) URL, or a path on the site."""

    square: Annotated[SiteAddress | None, Field(title="Square picture")] = None
    """The square picture in lists of posts: an http(s) URL, or a path on the site."""

    alt: Annotated[str | None, Field(title="Alternative text")] = None
    """What the picture shows, for those who do not see it."""


class MetaEntry(BaseModel):
    """A `<meta>` element in the page's head."""

    model_config = _STRICT

    name: Annotated[Text, Field(title="Name")]
    """The element's name, such as `author` or `keywords`."""

    content: Annotated[Text, Field(title="Content")]
    """What the element says."""


class Post(BaseModel):
    """The front matter of one post."""

    model_config = ConfigDict(**_STRICT, title="Post")

    title: Annotated[SaidText, Field(title="Title")]
    """The post's title, as plain text."""

    author: Annotated[Text, Field(title="Author")]
    """Who wrote the post."""

    description: Annotated[SaidText, Field(title="Description")]
    """What the post is about, in one sentence: shown in feeds, search results and link previews."""

    pubDate: Annotated[IsoDate, Field(title="Date of publication")]  # noqa: N815 - the theme's name
    """When the post was published: an ISO 8601 date, or a date and time with its zone."""

    cover: Annotated[Cover, Field(title="Cover")]
    """The picture that stands for the post."""

    tags: Annotated[list[str], Field(title="Tags", min_length=1)]
    """The post's subjects, at least one; the first is shown as its category."""

    layout: Annotated[Text, Field(title="Layout")]
    """The path of the Astro layout that renders the post."""

    keywords: Annotated[str | list[str] | None, Field(title="Keywords")] = None
    """Keywords for search engines: comma-separated text, or a list."""

    meta: Annotated[list[MetaEntry] | None, Field(title="Meta elements")] = None
    """`<meta>` elements for the page's head, each with a name and a content."""

    theme: Annotated[Literal["light", "dark"] | None, Field(title="Theme")] = None
    """The colours the post is shown in."""

    featured: Annotated[bool | None, Field(title="Featured")] = None
    """Whether the post is shown among the featured ones."""

    updatedDate: Annotated[IsoDate | None, Field(title="Date of the last change")] = None  # noqa: N815
    """When the post was last changed: an ISO 8601 date, or a date and time with its zone."""

    draft: Annotated[bool | None, Field(title="Draft")] = None
    """Whether the post is not yet to be published."""

    slug: Annotated[Text | None, Field(title="Slug")] = None
    """The last part of the post's address, where it is not the file's name."""
