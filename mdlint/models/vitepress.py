"""A page of a VitePress site with the default theme.

https://vitepress.dev/reference/frontmatter-config and
https://vitepress.dev/reference/default-theme-home-page. Parts of the page are left out for `false`
only, not for `"false"`; a title that is not text is ignored.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, WithJsonSchema

from mdlint.models.checks import head_element, outline
from mdlint.models.types import GENERATOR, Scalar

Image = str | dict[str, Any] | None
Outline = Annotated[
    Any,
    AfterValidator(outline),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": ["integer", "object", "null"]},
                {"type": "array", "items": {"type": "integer"}, "minItems": 2, "maxItems": 2},
                {"enum": ["deep", False]},
            ]
        }
    ),
]
HeadElement = Annotated[
    Any,
    AfterValidator(head_element),
    WithJsonSchema(
        {
            "type": "array",
            "prefixItems": [{"type": "string"}, {"type": "object"}, {"type": "string"}],
            "minItems": 2,
            "maxItems": 3,
        }
    ),
]


class HeroAction(BaseModel):
    """A button in the hero."""

    model_config = GENERATOR

    text: Annotated[Scalar, Field(title="Text", default=None)]
    """What the button says."""

    link: Annotated[str | None, Field(title="Link", default=None)]
    """Where the button leads: a path on the site or a URL."""

    theme: Annotated[Literal["brand", "alt", "sponsor"] | None, Field(title="Style", default="brand")]
    """How the button looks."""

    target: Annotated[str | None, Field(title="Target", default=None)]
    """The link's target, such as `_self`."""

    rel: Annotated[str | None, Field(title="Relation", default=None)]
    """The link's relation to the page."""


class Hero(BaseModel):
    """What stands at the top of the home page."""

    model_config = GENERATOR

    name: Annotated[Scalar, Field(title="Name", default=None)]
    """The product's name, in colour."""

    text: Annotated[Scalar, Field(title="Text", default=None)]
    """What the product is, as the page's heading."""

    tagline: Annotated[Scalar, Field(title="Tagline", default=None)]
    """The line below the text."""

    image: Annotated[Image, Field(title="Picture", default=None)]
    """The picture beside the text: a path, or one per theme."""

    actions: Annotated[list[HeroAction] | None, Field(title="Buttons", default=None)]
    """The buttons in the hero."""


class Feature(BaseModel):
    """A box on the home page."""

    model_config = GENERATOR

    title: Annotated[Scalar, Field(title="Title", default=None)]
    """What the feature is called."""

    details: Annotated[Scalar, Field(title="Details", default=None)]
    """What the feature does."""

    icon: Annotated[Image, Field(title="Icon", default=None)]
    """The feature's icon: an emoji, SVG, or a picture's path and size."""

    link: Annotated[str | None, Field(title="Link", default=None)]
    """Where the box leads."""

    linkText: Annotated[Scalar, Field(title="Text of the link", default=None)]  # noqa: N815 - VitePress's name
    """What the link in the box says."""


class VitePress(BaseModel):
    """The front matter of one page of a VitePress site."""

    model_config = ConfigDict(**GENERATOR, title="VitePress page")

    title: Annotated[str | None, Field(title="Title", default=None)]
    """The page's title, its first heading unless it is given."""

    titleTemplate: Annotated[str | bool | None, Field(title="Title's suffix", default=None)]  # noqa: N815
    """What follows the title in browsers, or `:title` among other text, or `false` for nothing."""

    description: Annotated[Scalar, Field(title="Description", default=None)]
    """What the page is about: shown in search results and link previews."""

    head: Annotated[list[HeadElement] | None, Field(title="Head", default=None)]
    """Elements to add to the page's head: each a name, its attributes and perhaps what stands inside."""

    layout: Annotated[str | bool | None, Field(title="Layout", default="doc")]
    """The page's layout: `doc`, `home`, `page`, a component of your own, or `false` for none."""

    hero: Annotated[Hero | None, Field(title="Hero", default=None)]
    """What stands at the top of the home page."""

    features: Annotated[list[Feature] | None, Field(title="Features", default=None)]
    """The boxes on the home page."""

    navbar: Annotated[bool | None, Field(title="Navigation bar", default=True)]
    """Whether the page has the navigation bar."""

    sidebar: Annotated[bool | None, Field(title="Sidebar", default=True)]
    """Whether the page has the sidebar."""

    aside: Annotated[Literal["left", True, False] | None, Field(title="Aside", default=True)]
    """Where the outline stands: `true` for the right, `left`, or `false` for nowhere."""

    outline: Annotated[Outline, Field(title="Outline", default=2)]
    """The levels of headings in the outline: one, two such as `[2, 4]`, `deep` or `false`."""

    lastUpdated: Annotated[bool | dt.datetime | dt.date | None, Field(title="Last change", default=True)]  # noqa: N815
    """Whether the date of the last change is shown, or the date itself, written without quotes."""

    editLink: Annotated[bool | None, Field(title="Edit link", default=True)]  # noqa: N815
    """Whether the page links to where readers can edit it."""

    footer: Annotated[bool | None, Field(title="Footer", default=True)]
    """Whether the page has the footer."""

    prev: Annotated[str | dict[str, Any] | bool | None, Field(title="Previous page", default=None)]
    """The link to the previous page: its text, its text and link, or `false` for none."""

    next: Annotated[str | dict[str, Any] | bool | None, Field(title="Next page", default=None)]
    """The link to the next page: its text, its text and link, or `false` for none."""

    pageClass: Annotated[str | None, Field(title="CSS class", default=None)]  # noqa: N815
    """A CSS class for the page."""

    search: Annotated[bool | None, Field(title="Searchable", default=True)]
    """Whether the local search finds the page."""
