"""A post of the blog of a Docusaurus site.

https://docusaurus.io/docs/api/plugins/@docusaurus/plugin-content-blog#markdown-front-matter
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from mdlint.models.checks import blog_author
from mdlint.models.docusaurus import Address, AnyText, DocusaurusPage, SomeText
from mdlint.models.types import GENERATOR, JavaScriptDate


class Author(BaseModel):
    """An author: one of `authors.yml` by its key, or one described here."""

    model_config = GENERATOR

    key: Annotated[SomeText, Field(title="Key", default=None)]
    """The author's key in `authors.yml`; what stands beside it wins."""

    name: Annotated[SomeText, Field(title="Name", default=None)]
    """The author's name."""

    title: Annotated[SomeText, Field(title="Title", default=None)]
    """What the author does."""

    url: Annotated[Address, Field(title="Link", default=None)]
    """Where the author's name leads."""

    image_url: Annotated[SomeText, Field(title="Picture", default=None)]
    """The author's picture: a URL or a path on the site."""

    socials: Annotated[dict[str, Any], Field(title="Social networks", default=None)]
    """The author's names at social networks, such as `github: ada`."""


class DocusaurusBlog(DocusaurusPage):
    """The front matter of one post of the blog."""

    model_config = ConfigDict(**GENERATOR, title="Docusaurus blog post")

    date: Annotated[JavaScriptDate, Field(title="Date of publication", default=None)]
    """When the post was published, such as `2024-01-05`; from the file's name unless it is given."""

    authors: Annotated[
        SomeText
        | Annotated[Author, BeforeValidator(blog_author)]
        | list[SomeText | Annotated[Author, BeforeValidator(blog_author)]],
        Field(title="Authors", default=None),
    ]
    """Who wrote the post: a key of `authors.yml`, an author, or a list of these."""

    title_meta: Annotated[AnyText, Field(title="Title for search engines", default=None)]
    """The title in browsers and search results, where it is not the post's."""

    sidebar_label: Annotated[AnyText, Field(title="Label in the sidebar", default=None)]
    """What the post's entry in the list of posts says, its title unless it is given."""

    author: Annotated[SomeText, Field(title="Author", default=None)]
    """Who wrote the post. `authors` is the newer way."""

    author_title: Annotated[SomeText, Field(title="Author's title", default=None)]
    """What the author does. `authors` is the newer way."""

    author_url: Annotated[Address, Field(title="Author's link", default=None)]
    """Where the author's name leads. `authors` is the newer way."""

    author_image_url: Annotated[Address, Field(title="Author's picture", default=None)]
    """The author's picture. `authors` is the newer way."""
