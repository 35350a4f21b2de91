"""A page of a Zola site.

https://www.getzola.org/documentation/content/page/. Zola takes each value as its type wants it, and the build stops at
any other. Fields of one's own stand in `extra`, terms in `taxonomies`; what stands beside them is read by nobody.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, WithJsonSchema

from mdlint.models.checks import elsewhere
from mdlint.models.dates import zola_date
from mdlint.models.types import GENERATOR, Text

ZolaDate = Annotated[Any, AfterValidator(zola_date), WithJsonSchema({"type": ["string", "null"]})]
Weight = Annotated[int, Field(ge=0)]
Elsewhere = Annotated[Any, AfterValidator(elsewhere), WithJsonSchema({"not": {}})]


class Zola(BaseModel):
    """The front matter of one page of a Zola site."""

    model_config = ConfigDict(**GENERATOR, title="Zola page")

    title: Annotated[str | None, Field(title="Title", default=None)]
    """The page's title."""

    description: Annotated[str | None, Field(title="Description", default=None)]
    """What the page is about: shown in search results and link previews."""

    date: Annotated[ZolaDate, Field(title="Date", default=None)]
    """The page's date, such as `2024-01-05` or `2024-01-05T10:00:00Z`; sections can be sorted by it."""

    updated: Annotated[ZolaDate, Field(title="Date of the last change", default=None)]
    """When the page was last changed."""

    weight: Annotated[Weight | None, Field(title="Weight", default=None)]
    """Where the page stands in sections that are sorted by weight: lower numbers come first."""

    draft: Annotated[bool, Field(title="Draft", default=False)]
    """Whether the page is left out when the site is built."""

    slug: Annotated[Text | None, Field(title="Slug", default=None)]
    """The last part of the page's address, the file's name unless it is given."""

    path: Annotated[Text | None, Field(title="Path", default=None)]
    """The page's whole address on the site, instead of the one that its folder and `slug` make."""

    aliases: Annotated[list[str], Field(title="Old addresses", default=[])]
    """Other addresses on the site that lead to this page."""

    authors: Annotated[list[str], Field(title="Authors", default=[])]
    """Who wrote the page; feeds name them."""

    in_search_index: Annotated[bool, Field(title="In the search index", default=True)]
    """Whether search finds the page."""

    render: Annotated[bool, Field(title="Render", default=True)]
    """Whether the page gets a file of its own."""

    template: Annotated[str | None, Field(title="Template", default="page.html")]
    """The template that renders the page."""

    taxonomies: Annotated[dict[str, list[Text]], Field(title="Taxonomies", default={})]
    """The page's terms, a list per taxonomy, such as `tags`."""

    extra: Annotated[dict[str, Any], Field(title="Extra", default={})]
    """Fields of your own, for your templates."""

    tags: Annotated[Elsewhere, Field(title="Misplaced tags", default=None)]
    """Not read here: tags stand below `taxonomies`."""

    categories: Annotated[Elsewhere, Field(title="Misplaced categories", default=None)]
    """Not read here: categories stand below `taxonomies`."""
