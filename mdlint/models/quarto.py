"""A document of Quarto.

https://quarto.org/docs/reference/formats/html.html and the schemas in Quarto's own source
(`src/resources/schema/document-*.yml`). Of its hundreds of options, those of a document whatever its
format is made for, and the most common others. Quarto reads YAML 1.2: booleans are `true` and `false`.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema

from mdlint.models.checks import timeless
from mdlint.models.types import GENERATOR, ScalarList

QuartoText = Annotated[str | None, BeforeValidator(timeless), WithJsonSchema({"type": ["string", "null"]})]
QuartoDate = Annotated[
    str | dict[str, Any] | None, BeforeValidator(timeless), WithJsonSchema({"type": ["string", "object", "null"]})
]
Switch = Annotated[bool | None, Field(default=None)]


class Execute(BaseModel):
    """How the code in the document is run."""

    model_config = GENERATOR

    enabled: Annotated[Switch, Field(title="Run")]
    """Whether code is run at all."""

    echo: Annotated[Literal["fenced", True, False] | None, Field(title="Show code", default=True)]
    """Whether the code is shown; `fenced` shows its fence and options too."""

    include: Annotated[Switch, Field(title="Include")]
    """Whether code and what it prints are part of the document."""

    warning: Annotated[Switch, Field(title="Warnings")]
    """Whether warnings are shown."""

    error: Annotated[Switch, Field(title="Errors")]
    """Whether errors are shown in the document rather than stopping it."""

    cache: Annotated[Literal["refresh", True, False] | None, Field(title="Cache", default=None)]
    """Whether results are kept between runs; `refresh` computes them anew."""

    freeze: Annotated[Literal["auto", True, False] | None, Field(title="Freeze", default=None)]
    """Whether a project's code is run again: `auto` when the source changed, `true` never."""


class Quarto(BaseModel):
    """The front matter of one Quarto document."""

    model_config = ConfigDict(**GENERATOR, title="Quarto document", alias_generator=lambda name: name.replace("_", "-"))

    title: Annotated[QuartoText, Field(title="Title", default=None)]
    """The document's title."""

    subtitle: Annotated[QuartoText, Field(title="Subtitle", default=None)]
    """The line below the title."""

    author: Annotated[
        str | dict[str, Any] | list[str | dict[str, Any]] | None,
        Field(title="Author", default=None),
        WithJsonSchema({"type": ["string", "object", "array", "null"], "items": {"type": ["string", "object"]}}),
    ]
    """Who wrote the document: a name, or `name`, `affiliation`, `orcid` and more; a list for several."""

    date: Annotated[QuartoDate, Field(title="Date", default=None)]
    """The document's date, in nearly any form, or `today`, `now`, `last-modified`."""

    date_modified: Annotated[QuartoDate, Field(title="Date of the last change", default=None)]
    """When the document was last changed."""

    date_format: Annotated[QuartoText, Field(title="Format of the date", default=None)]
    """How dates are shown, such as `iso`, `long` or `D MMM YYYY`."""

    abstract: Annotated[QuartoText, Field(title="Abstract", default=None)]
    """A summary, shown before the text."""

    description: Annotated[QuartoText, Field(title="Description", default=None)]
    """What the document is about: shown in lists, search results and link previews."""

    keywords: Annotated[ScalarList, Field(title="Keywords", default=None)]
    """Keywords for search engines and catalogues."""

    categories: Annotated[ScalarList, Field(title="Categories", default=None)]
    """The document's subjects, for lists."""

    image: Annotated[str | bool | None, Field(title="Picture", default=None)]
    """The picture in lists and link previews, or `false` for none."""

    image_alt: Annotated[QuartoText, Field(title="Alternative text", default=None)]
    """What the picture shows, for those who do not see it."""

    aliases: Annotated[list[str] | None, Field(title="Old addresses", default=None)]
    """Other addresses on the site that lead to this document."""

    draft: Annotated[Switch, Field(title="Draft")]
    """Whether the document is left out when the site is built."""

    order: Annotated[float | None, Field(title="Order", default=None)]
    """Where the document stands in a generated sidebar."""

    lang: Annotated[QuartoText, Field(title="Language", default=None)]
    """The document's language, such as `en` or `pt-BR`."""

    format: Annotated[
        str | dict[str, Any] | None,
        Field(title="Format", default=None),
        WithJsonSchema({"type": ["string", "object", "null"]}),
    ]
    """What the document is made into, such as `html`, or the options of each format."""

    engine: Annotated[QuartoText, Field(title="Engine", default=None)]
    """What runs the code: `jupyter`, `knitr`, `julia` or `markdown`."""

    jupyter: Annotated[
        str | bool | dict[str, Any] | None,
        Field(title="Jupyter", default=None),
        WithJsonSchema({"type": ["string", "boolean", "object", "null"]}),
    ]
    """The Jupyter kernel that runs the code."""

    execute: Annotated[Execute | None, Field(title="Execution", default=None)]
    """How the code in the document is run."""

    params: Annotated[dict[str, Any] | None, Field(title="Parameters", default=None)]
    """Values that the code reads and that can be given anew at each run."""

    toc: Annotated[Switch, Field(title="Table of contents")]
    """Whether there is a table of contents."""

    toc_depth: Annotated[float | None, Field(title="Depth of the table of contents", default=3)]
    """How many levels of headings the table of contents shows."""

    toc_title: Annotated[QuartoText, Field(title="Title of the table of contents", default=None)]
    """What stands above the table of contents."""

    toc_location: Annotated[
        Literal["body", "left", "right", "left-body", "right-body"] | None,
        Field(title="Place of the table of contents", default="right"),
    ]
    """Where the table of contents stands."""

    number_sections: Annotated[Switch, Field(title="Numbered sections")]
    """Whether headings are numbered."""

    number_depth: Annotated[float | None, Field(title="Depth of numbers", default=None)]
    """How many levels of headings are numbered."""

    page_layout: Annotated[
        Literal["article", "full", "custom"] | None, Field(title="Layout of the page", default="article")
    ]
    """The layout of a web page."""

    title_block_banner: Annotated[str | bool | None, Field(title="Banner", default=None)]
    """Whether the title stands on a banner, or the banner's colour or picture."""

    code_fold: Annotated[Literal["show", "hide", "none", True, False] | None, Field(title="Folded code", default=None)]
    """Whether code is folded away; `show` makes it foldable and shows it."""

    bibliography: Annotated[ScalarList | dict[str, Any], Field(title="Bibliography", default=None)]
    """The file, or the list of files, with the works that are cited."""

    csl: Annotated[QuartoText, Field(title="Citation style", default=None)]
    """The file that says how citations look."""

    citation: Annotated[
        bool | dict[str, Any] | None,
        Field(title="Citation", default=None),
        WithJsonSchema({"type": ["boolean", "object", "null"]}),
    ]
    """How others cite this document: `true`, or its `doi`, `container-title` and more."""

    doi: Annotated[QuartoText, Field(title="DOI", default=None)]
    """The document's DOI, shown in its header."""

    search: Annotated[Switch, Field(title="Searchable")]
    """Whether the site's search finds the document."""
