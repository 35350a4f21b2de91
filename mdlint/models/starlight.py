"""A page of a Starlight site, as `docsSchema()` describes it.

https://starlight.astro.build/reference/frontmatter/
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from mdlint.models.checks import absolute_address, heading_levels, hero_image
from mdlint.models.types import GENERATOR

HeadingLevel = Annotated[int, Field(ge=1, le=6)]
Attributes = dict[str, str | int | float | bool | None]


class HeadElement(BaseModel):
    """An element in the page's head."""

    model_config = GENERATOR

    tag: Annotated[
        Literal["title", "base", "link", "style", "meta", "script", "noscript", "template"], Field(title="Element")
    ]
    """The element's name."""

    attrs: Annotated[dict[str, str | bool], Field(title="Attributes", default=None)]
    """The element's attributes, such as `rel` and `href`."""

    content: Annotated[str, Field(title="Content", default=None)]
    """What stands inside the element."""


class TableOfContents(BaseModel):
    """Which headings the table of contents shows."""

    model_config = GENERATOR

    minHeadingLevel: Annotated[HeadingLevel, Field(title="First level", default=2)]  # noqa: N815 - Starlight's name
    """The highest level of headings that is shown, 2 unless it is given."""

    maxHeadingLevel: Annotated[HeadingLevel, Field(title="Last level", default=3)]  # noqa: N815
    """The lowest level of headings that is shown, 3 unless it is given."""


class HeroImage(BaseModel):
    """The picture in the hero: a file, a file per theme, or HTML."""

    model_config = GENERATOR

    alt: Annotated[str, Field(title="Alternative text", default="")]
    """What the picture shows, for those who do not see it."""

    file: Annotated[str, Field(title="File", default=None)]
    """The picture: a path relative to this file."""

    dark: Annotated[str, Field(title="File for the dark theme", default=None)]
    """The picture for the dark theme; `light` must stand beside it."""

    light: Annotated[str, Field(title="File for the light theme", default=None)]
    """The picture for the light theme; `dark` must stand beside it."""

    html: Annotated[str, Field(title="HTML", default=None)]
    """HTML in place of a picture, such as an inline SVG."""


class HeroAction(BaseModel):
    """A button in the hero."""

    model_config = GENERATOR

    text: Annotated[str, Field(title="Text")]
    """What the button says."""

    link: Annotated[str, Field(title="Link")]
    """Where the button leads: a path on the site or a URL."""

    variant: Annotated[Literal["primary", "secondary", "minimal"], Field(title="Style", default="primary")]
    """How the button looks, `primary` unless it is given."""

    icon: Annotated[str, Field(title="Icon", default=None)]
    """The name of one of Starlight's icons, or an inline `<svg>`."""

    attrs: Annotated[dict[str, str | int | float | bool], Field(title="Attributes", default=None)]
    """HTML attributes of the link."""


class Hero(BaseModel):
    """What stands above the content: a large title, a tagline, a picture and buttons."""

    model_config = GENERATOR

    title: Annotated[str, Field(title="Title", default=None)]
    """The large title, the page's own unless it is given; may hold HTML."""

    tagline: Annotated[str, Field(title="Tagline", default=None)]
    """What the project is, in few words, below the title."""

    image: Annotated[HeroImage, BeforeValidator(hero_image), Field(title="Picture", default=None)]
    """The picture in the hero."""

    actions: Annotated[list[HeroAction], Field(title="Buttons", default=None)]
    """The buttons below the hero."""


class Badge(BaseModel):
    """A badge beside the page's entry in the sidebar."""

    model_config = GENERATOR

    text: Annotated[str, Field(title="Text")]
    """What the badge says."""

    variant: Annotated[
        Literal["note", "tip", "caution", "danger", "success", "default"], Field(title="Colour", default="default")
    ]
    """The badge's colour, by what it stands for."""

    class_: Annotated[str, Field(title="CSS class", alias="class", default=None)]
    """A CSS class for the badge."""


class Sidebar(BaseModel):
    """The page's entry in the sidebar."""

    model_config = GENERATOR

    label: Annotated[str, Field(title="Label", default=None)]
    """What the entry says, the page's title unless it is given."""

    order: Annotated[float, Field(title="Order", default=None)]
    """Where the entry stands in its group: lower numbers come first."""

    hidden: Annotated[bool, Field(title="Hidden", default=False)]
    """Whether the page is left out of groups that list a folder."""

    badge: Annotated[str | Badge, Field(title="Badge", default=None)]
    """A badge beside the entry: its text, or text with a colour."""

    attrs: Annotated[Attributes, Field(title="Attributes", default=None)]
    """HTML attributes of the entry's link."""


class PageLink(BaseModel):
    """A link to the previous or next page."""

    model_config = ConfigDict(**{**GENERATOR, "extra": "forbid"})

    link: Annotated[str, Field(title="Link", default=None)]
    """Where the link leads."""

    label: Annotated[str, Field(title="Label", default=None)]
    """What the link says."""


class Banner(BaseModel):
    """An announcement at the top of the page."""

    model_config = GENERATOR

    content: Annotated[str, Field(title="Content")]
    """What the announcement says; may hold HTML."""


class Starlight(BaseModel):
    """The front matter of one page of a Starlight site."""

    model_config = ConfigDict(**GENERATOR, title="Starlight page")

    title: Annotated[str, Field(title="Title")]
    """The page's title: its heading, its name in the sidebar, in browsers and search results."""

    description: Annotated[str, Field(title="Description", default=None)]
    """What the page is about, in one or two sentences: shown in search results and link previews."""

    slug: Annotated[str, Field(title="Slug", default=None)]
    """The page's address, where it is not made of the file's path."""

    editUrl: Annotated[  # noqa: N815 - Starlight's name, like those below
        bool | Annotated[str, AfterValidator(absolute_address)], Field(title="Edit link", default=True)
    ]
    """The URL where readers can edit the page, or `false` for no such link."""

    head: Annotated[list[HeadElement], Field(title="Head", default=None)]
    """Elements to add to the page's head."""

    tableOfContents: Annotated[  # noqa: N815
        bool | TableOfContents, BeforeValidator(heading_levels), Field(title="Table of contents", default=None)
    ]
    """Which levels of headings the table of contents shows, or `false` for none."""

    template: Annotated[Literal["doc", "splash"], Field(title="Layout", default="doc")]
    """The page's layout: `doc`, or `splash` for a wide page without sidebars."""

    hero: Annotated[Hero, Field(title="Hero", default=None)]
    """What stands above the content of a landing page."""

    banner: Annotated[Banner, Field(title="Banner", default=None)]
    """An announcement at the top of the page."""

    lastUpdated: Annotated[bool | dt.datetime | dt.date, Field(title="Date of the last change", default=None)]  # noqa: N815
    """When the page was last changed, written without quotes, or whether that is shown."""

    prev: Annotated[bool | str | PageLink, Field(title="Previous page", default=None)]
    """The link to the previous page: its label, its label and link, or `false` for none."""

    next: Annotated[bool | str | PageLink, Field(title="Next page", default=None)]
    """The link to the next page: its label, its label and link, or `false` for none."""

    pagefind: Annotated[bool, Field(title="Searchable", default=True)]
    """Whether the site's search finds the page."""

    draft: Annotated[bool, Field(title="Draft", default=False)]
    """Whether the page is left out when the site is built."""

    sidebar: Annotated[Sidebar, Field(title="Sidebar", default=None)]
    """How the page stands in the sidebar."""
