"""A post of Astro's official blog starter, as `src/content.config.ts` there describes it.

https://github.com/withastro/astro/tree/main/examples/blog and
https://docs.astro.build/en/guides/content-collections/. Dates are read by `z.coerce.date()`, so an
empty one is the first of January 1970; pictures by `image()`.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from mdlint.models.types import GENERATOR, JavaScriptDate


class AstroBlog(BaseModel):
    """The front matter of one post of Astro's blog starter."""

    model_config = ConfigDict(**GENERATOR, title="Astro blog post")

    title: Annotated[str, Field(title="Title")]
    """The post's title: its heading, and the page's name in browsers and search results."""

    description: Annotated[str, Field(title="Description")]
    """What the post is about, in one sentence: shown in feeds, search results and link previews."""

    pubDate: Annotated[JavaScriptDate, Field(title="Date of publication")]  # noqa: N815 - Astro's name
    """When the post was published, such as `2024-01-05`; posts are sorted by it."""

    updatedDate: Annotated[JavaScriptDate, Field(title="Date of the last change", default=None)]  # noqa: N815
    """When the post was last changed, such as `2024-02-01`; left out when it was not."""

    heroImage: Annotated[str, Field(title="Picture", default=None)]  # noqa: N815
    """The picture above the post: a path relative to this file, such as `../../assets/bread.jpg`."""
