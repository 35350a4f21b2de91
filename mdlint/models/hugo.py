"""A page of a Hugo site.

https://gohugo.io/content-management/front-matter/. Hugo reads most values as what it needs and takes
what it cannot read for nothing, without a word: those are reported. Names are the same to it in any
case; of those that people write in two ways both are known here.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, AliasChoices, BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema

from mdlint.models.checks import go_boolean, go_integer, go_path, listed
from mdlint.models.dates import go_date
from mdlint.models.types import GENERATOR, Scalar, ScalarList

_SITE_PATH: dict[str, Any] = {"type": ["string", "number", "boolean", "null"], "pattern": "^(?!https?://)"}

HugoDate = Annotated[Any, AfterValidator(go_date), WithJsonSchema({"type": ["string", "integer", "null"]})]
HugoBoolean = Annotated[
    bool,
    BeforeValidator(go_boolean),
    WithJsonSchema({"anyOf": [{"type": ["boolean", "number", "null"]}, {"enum": ["true", "false", ""]}]}),
]
HugoInteger = Annotated[
    int | None,
    BeforeValidator(go_integer),
    WithJsonSchema({"type": ["number", "string", "null"], "pattern": "^[+-]?[0-9]+([.][0-9]+)?$"}),
]
HugoPath = Annotated[
    Scalar,
    AfterValidator(go_path),
    WithJsonSchema(_SITE_PATH),
]
HugoPaths = Annotated[
    list[HugoPath],
    BeforeValidator(listed),
    WithJsonSchema({**_SITE_PATH, "type": [*_SITE_PATH["type"], "array"], "items": _SITE_PATH}),
]


class Build(BaseModel):
    """Whether the page is rendered and listed."""

    model_config = GENERATOR

    render: Annotated[Literal["always", "never", "link", True, False], Field(title="Render", default="always")]
    """Whether the page gets a file of its own; with `link` it has an address and no file."""

    list: Annotated[Literal["always", "never", "local", True, False], Field(title="List", default="always")]
    """Whether the page stands in lists of pages; with `local` only in those of its section."""

    publishResources: Annotated[HugoBoolean, Field(title="Publish resources", default=True)]  # noqa: N815 - Hugo's name
    """Whether the files beside the page are published also when no page uses them."""


class Hugo(BaseModel):
    """The front matter of one page of a Hugo site."""

    model_config = ConfigDict(**GENERATOR, title="Hugo page")

    title: Annotated[Scalar, Field(title="Title", default=None)]
    """The page's title."""

    linkTitle: Annotated[  # noqa: N815 - Hugo's name, like those below
        Scalar, Field(title="Title in links", validation_alias=AliasChoices("linkTitle", "linktitle"), default=None)
    ]
    """A shorter title for menus and lists."""

    description: Annotated[Scalar, Field(title="Description", default=None)]
    """What the page is about: shown in search results and link previews."""

    summary: Annotated[Scalar, Field(title="Summary", default=None)]
    """The page's summary in lists, its first words unless it is given."""

    date: Annotated[HugoDate, Field(title="Date", default=None)]
    """The page's date, such as `2024-01-05T10:00:00Z`; pages are sorted by it."""

    lastmod: Annotated[HugoDate, Field(title="Date of the last change", default=None)]
    """When the page was last changed."""

    publishDate: Annotated[  # noqa: N815
        HugoDate,
        Field(
            title="Date of publication",
            validation_alias=AliasChoices("publishDate", "publishdate", "pubDate", "pubdate"),
            default=None,
        ),
    ]
    """From when on the page is published; before that it is left out."""

    expiryDate: Annotated[  # noqa: N815
        HugoDate,
        Field(
            title="Date of expiry",
            validation_alias=AliasChoices("expiryDate", "expirydate", "unpublishDate", "unpublishdate"),
            default=None,
        ),
    ]
    """Until when the page is published; after that it is left out."""

    draft: Annotated[HugoBoolean, Field(title="Draft", default=False)]
    """Whether the page is left out when the site is built."""

    weight: Annotated[HugoInteger, Field(title="Weight", default=None)]
    """Where the page stands in lists: lower numbers come first, 0 is no weight."""

    slug: Annotated[Scalar, Field(title="Slug", default=None)]
    """The last part of the page's address, the file's name unless it is given."""

    url: Annotated[HugoPath, Field(title="Address", default=None)]
    """The page's whole address on the site, such as `/bread/rye/`."""

    aliases: Annotated[HugoPaths, Field(title="Old addresses", default=None)]
    """Other addresses on the site that lead to this page."""

    type: Annotated[Scalar, Field(title="Type", default=None)]
    """The page's type, which templates are chosen by; its section unless it is given."""

    layout: Annotated[Scalar, Field(title="Layout", default=None)]
    """The template that renders the page."""

    keywords: Annotated[ScalarList, Field(title="Keywords", default=None)]
    """Keywords for search engines and related content."""

    tags: Annotated[ScalarList, Field(title="Tags", default=None)]
    """The page's terms in the taxonomy of tags."""

    categories: Annotated[ScalarList, Field(title="Categories", default=None)]
    """The page's terms in the taxonomy of categories."""

    menus: Annotated[
        str | list[str] | dict[str, Any] | None,
        Field(title="Menus", validation_alias=AliasChoices("menus", "menu"), default=None),
    ]
    """The menus that the page stands in: a name, a list of names, or the entry in each."""

    outputs: Annotated[ScalarList, Field(title="Output formats", default=None)]
    """The formats in which the page is rendered, such as `html` and `json`."""

    resources: Annotated[list[dict[str, Any]] | None, Field(title="Resources", default=None)]
    """Names and titles of the files beside the page."""

    params: Annotated[dict[str, Any] | None, Field(title="Parameters", default=None)]
    """Fields of your own, for your templates."""

    cascade: Annotated[dict[str, Any] | list[dict[str, Any]] | None, Field(title="Cascade", default=None)]
    """Fields that the pages below this one inherit."""

    sitemap: Annotated[dict[str, Any] | None, Field(title="Sitemap", default=None)]
    """How the page stands in the sitemap: `changeFreq`, `priority`, `disable`."""

    build: Annotated[Build | None, Field(title="Build", validation_alias=AliasChoices("build", "_build"), default=None)]
    """Whether the page is rendered and listed."""

    headless: Annotated[HugoBoolean, Field(title="Headless", default=False)]
    """Whether a bundle has no page of its own, only resources for others."""

    isCJKLanguage: Annotated[  # noqa: N815
        HugoBoolean,
        Field(
            title="Chinese, Japanese or Korean",
            validation_alias=AliasChoices("isCJKLanguage", "isCJKlanguage", "iscjklanguage"),
            default=None,
        ),
    ]
    """Whether words are counted as those languages count them."""

    markup: Annotated[Scalar, Field(title="Markup", default=None)]
    """The content's format, the file's extension unless it is given."""

    translationKey: Annotated[  # noqa: N815
        Scalar,
        Field(
            title="Key of translations",
            validation_alias=AliasChoices("translationKey", "translationkey"),
            default=None,
        ),
    ]
    """What this page and its translations have in common, where their paths differ."""
