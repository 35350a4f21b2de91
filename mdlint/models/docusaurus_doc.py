"""A page of the docs of a Docusaurus site.

https://docusaurus.io/docs/api/plugins/@docusaurus/plugin-content-docs#markdown-front-matter
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import ConfigDict, Field

from mdlint.models.docusaurus import AnyAddress, Boolean, DocusaurusPage, Number, SomeText
from mdlint.models.types import GENERATOR


class DocusaurusDoc(DocusaurusPage):
    """The front matter of one page of the docs."""

    model_config = ConfigDict(**GENERATOR, title="Docusaurus doc")

    hide_title: Annotated[Boolean, Field(title="Without title", default=False)]
    """Whether the title above the document is left out."""

    sidebar_key: Annotated[SomeText, Field(title="Key in the sidebar", default=None)]
    """A name for the document's entry in the sidebar, for those that translate it."""

    sidebar_label: Annotated[SomeText, Field(title="Label in the sidebar", default=None)]
    """What the document's entry in the sidebar says, its title unless it is given."""

    sidebar_position: Annotated[Number, Field(title="Position in the sidebar", default=None)]
    """Where the document stands in a generated sidebar: lower numbers come first."""

    sidebar_class_name: Annotated[SomeText, Field(title="CSS class in the sidebar", default=None)]
    """A CSS class for the document's entry in the sidebar."""

    sidebar_custom_props: Annotated[dict[str, Any], Field(title="Properties in the sidebar", default=None)]
    """Values of your own for the document's entry in the sidebar."""

    displayed_sidebar: Annotated[SomeText | None, Field(title="Sidebar", default=None)]
    """The sidebar that is shown beside the document, or null for none."""

    pagination_label: Annotated[SomeText, Field(title="Label in links", default=None)]
    """What the links of the neighbouring documents to this one say."""

    pagination_next: Annotated[SomeText | None, Field(title="Next document", default=None)]
    """The identifier of the next document, or null for none."""

    pagination_prev: Annotated[SomeText | None, Field(title="Previous document", default=None)]
    """The identifier of the previous document, or null for none."""

    parse_number_prefixes: Annotated[Boolean, Field(title="Number prefixes", default=None)]
    """Whether a number before the file's name is its position, not part of its address."""

    custom_edit_url: Annotated[AnyAddress | None, Field(title="Edit link", default=None)]
    """The URL where readers can edit the document, or null for no such link."""
