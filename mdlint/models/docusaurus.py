"""What the pages and the posts of a Docusaurus site have in common.

https://docusaurus.io/docs/api/plugins/@docusaurus/plugin-content-docs#markdown-front-matter. Docusaurus
refuses to build what does not fit, and takes null for a wrong value, not for no field.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, Field, WithJsonSchema

from mdlint.models.checks import (
    joi_address,
    joi_boolean,
    joi_number,
    joi_text,
    not_also_draft,
    update,
    within_levels,
)
from mdlint.models.types import GENERATOR, JavaScriptDate, Text

_TEXT = {"type": ["string", "number"]}

AnyText = Annotated[str, BeforeValidator(joi_text), WithJsonSchema(_TEXT)]
"""Text that may be empty; numbers and dates are taken for text."""

SomeText = Annotated[str, Field(min_length=1), BeforeValidator(joi_text), WithJsonSchema({**_TEXT, "minLength": 1})]
"""Text that says something; numbers and dates are taken for text."""

Boolean = Annotated[bool, BeforeValidator(joi_boolean), WithJsonSchema({"enum": [True, False, "true", "false"]})]
"""A boolean, also in quotes."""

Number = Annotated[float, BeforeValidator(joi_number), WithJsonSchema(_TEXT)]
"""A number, also in quotes."""

HeadingLevel = Annotated[
    float,
    Field(ge=2, le=6),
    BeforeValidator(joi_number),
    WithJsonSchema({"type": ["number", "string"], "minimum": 2, "maximum": 6}),
]
"""A level of headings."""

AnyAddress = Annotated[str, AfterValidator(joi_address)]
"""A URL, a path or nothing."""

Address = Annotated[str, Field(min_length=1), AfterValidator(joi_address)]
"""A URL or a path."""


class Tag(BaseModel):
    """A tag with an address of its own."""

    model_config = GENERATOR

    label: Annotated[SomeText, Field(title="Label")]
    """What the tag says."""

    permalink: Annotated[SomeText, Field(title="Address")]
    """The last part of the address of the tag's page."""


class LastUpdate(BaseModel):
    """Who changed the page last, and when."""

    model_config = GENERATOR

    author: Annotated[Text, Field(title="Author", default=None)]
    """Who changed the page."""

    date: Annotated[JavaScriptDate, Field(title="Date", default=None)]
    """When the page was changed, such as `2024-01-05`."""


class DocusaurusPage(BaseModel):
    """The fields of both pages and posts."""

    model_config = GENERATOR

    id: Annotated[SomeText, Field(title="Identifier", default=None)]
    """The name by which sidebars and links know the document, the file's unless it is given."""

    title: Annotated[AnyText, Field(title="Title", default=None)]
    """The document's title, its first heading unless it is given."""

    description: Annotated[AnyText, Field(title="Description", default=None)]
    """What the document is about: shown in search results and link previews; its first words unless it is given."""

    slug: Annotated[SomeText, Field(title="Slug", default=None)]
    """The document's address, where it is not made of the file's path."""

    tags: Annotated[list[SomeText | Tag], Field(title="Tags", default=None)]
    """The document's subjects: each a label, a key of `tags.yml`, or a label with a permalink."""

    keywords: Annotated[list[SomeText], Field(title="Keywords", min_length=1, default=None)]
    """Keywords for search engines."""

    image: Annotated[Address, Field(title="Picture", default=None)]
    """The picture in link previews: a URL, or a path on the site."""

    hide_table_of_contents: Annotated[Boolean, Field(title="Without table of contents", default=False)]
    """Whether the table of contents beside the document is left out."""

    toc_max_heading_level: Annotated[HeadingLevel, Field(title="Last level of the table of contents", default=None)]
    """The lowest level of headings in the table of contents, from 2 to 6; 3 unless it is given."""

    toc_min_heading_level: Annotated[
        HeadingLevel, AfterValidator(within_levels), Field(title="First level of the table of contents", default=None)
    ]
    """The highest level of headings in the table of contents, from 2 to 6; 2 unless it is given."""

    last_update: Annotated[LastUpdate, BeforeValidator(update), Field(title="Last change", default=None)]
    """Who changed the document last and when, where the history in Git does not tell."""

    draft: Annotated[Boolean, Field(title="Draft", default=False)]
    """Whether the document is left out when the site is built."""

    unlisted: Annotated[Boolean, AfterValidator(not_also_draft), Field(title="Unlisted", default=False)]
    """Whether the document is only found by those who know its address."""
