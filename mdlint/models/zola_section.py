"""A section of a Zola site: `_index.md`.

https://www.getzola.org/documentation/content/section/. Zola takes each value as its type wants it, and the build stops at
any other.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from mdlint.models.types import GENERATOR
from mdlint.models.zola import Weight


class ZolaSection(BaseModel):
    """The front matter of one section of a Zola site."""

    model_config = ConfigDict(**GENERATOR, title="Zola section")

    title: Annotated[str | None, Field(title="Title", default=None)]
    """The section's title."""

    description: Annotated[str | None, Field(title="Description", default=None)]
    """What the section is about: shown in search results and link previews."""

    draft: Annotated[bool, Field(title="Draft", default=False)]
    """Whether the section and its pages are left out when the site is built."""

    sort_by: Annotated[
        Literal["date", "update_date", "title", "title_bytes", "weight", "slug", "none"],
        Field(title="Sorted by", default="none"),
    ]
    """What the section's pages are sorted by."""

    weight: Annotated[Weight, Field(title="Weight", default=0)]
    """Where the section stands among its siblings: lower numbers come first."""

    template: Annotated[str | None, Field(title="Template", default="section.html")]
    """The template that renders the section."""

    page_template: Annotated[str | None, Field(title="Template of pages", default="page.html")]
    """The template that renders the section's pages."""

    paginate_by: Annotated[Weight | None, Field(title="Pages at a time", default=None)]
    """How many pages are shown at a time; 0 shows all."""

    paginate_path: Annotated[str, Field(title="Path of pagination", default="page")]
    """The word before the number in the addresses of later parts."""

    paginate_reversed: Annotated[bool, Field(title="Paginated from the end", default=False)]
    """Whether the order is turned around before pages are counted."""

    insert_anchor_links: Annotated[
        Literal["left", "right", "heading", "none"] | None, Field(title="Links at headings", default="none")
    ]
    """Where headings get a link to themselves."""

    in_search_index: Annotated[bool, Field(title="In the search index", default=True)]
    """Whether search finds the section and its pages."""

    render: Annotated[bool, Field(title="Render", default=True)]
    """Whether the section gets a page of its own."""

    redirect_to: Annotated[str | None, Field(title="Redirect", default=None)]
    """Where the section's own address leads instead."""

    transparent: Annotated[bool, Field(title="Transparent", default=False)]
    """Whether the section's pages are those of the section above, too."""

    aliases: Annotated[list[str], Field(title="Old addresses", default=[])]
    """Other addresses on the site that lead to this section."""

    generate_feeds: Annotated[bool, Field(title="Feeds", default=False)]
    """Whether the section gets a feed of its own."""

    extra: Annotated[dict[str, Any], Field(title="Extra", default={})]
    """Fields of your own, for your templates."""
