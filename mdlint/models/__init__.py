"""The list of the shipped models. A model's module is imported when it is used."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from mdlint.diagnostic import Severity
from mdlint.record import Record

if TYPE_CHECKING:
    from pydantic import BaseModel


class ShippedModel(Record):
    """Where a shipped model is and which files are its own.

    signature: top-level fields of which at least `signature_size` mark a file as of this kind when
    no configuration says what it is. severity: rules that are graver or milder for files of this kind: what the
    generator itself takes for a number or a boolean does no harm.
    """

    module: str
    name: str
    signature: frozenset[str] = frozenset()
    signature_size: int = 0
    severity: Mapping[str, Severity] = MappingProxyType({"coerced-value": "info"})

    def load(self) -> type[BaseModel]:
        model: type[BaseModel] = getattr(import_module(self.module), self.name)
        return model

    def recognises(self, names: AbstractSet[Any]) -> bool:
        """Whether front matter with fields of these names looks like this kind's."""
        return 0 < self.signature_size <= sum(map(names.__contains__, self.signature))


MODELS: dict[str, ShippedModel] = {
    "post": ShippedModel(
        "mdlint.models.post",
        "Post",
        # Measured on public sites: three of these stood in every post of the theme's family and in
        # no page of another.
        frozenset(("pubDate", "cover", "meta", "theme", "featured", "keywords", "layout")),
        3,
        {"empty-description": "error"},
    ),
    "astro-blog": ShippedModel("mdlint.models.astro_blog", "AstroBlog"),
    "starlight": ShippedModel("mdlint.models.starlight", "Starlight"),
    "docusaurus-doc": ShippedModel("mdlint.models.docusaurus_doc", "DocusaurusDoc"),
    "docusaurus-blog": ShippedModel("mdlint.models.docusaurus_blog", "DocusaurusBlog"),
    "hugo": ShippedModel("mdlint.models.hugo", "Hugo"),
    "jekyll": ShippedModel("mdlint.models.jekyll", "Jekyll"),
    "mkdocs-material": ShippedModel("mdlint.models.mkdocs_material", "MkDocsMaterial"),
    "vitepress": ShippedModel("mdlint.models.vitepress", "VitePress"),
    "hexo": ShippedModel("mdlint.models.hexo", "Hexo"),
    "quarto": ShippedModel("mdlint.models.quarto", "Quarto"),
    "obsidian": ShippedModel("mdlint.models.obsidian", "Obsidian"),
    "zola": ShippedModel("mdlint.models.zola", "Zola"),
    "zola-section": ShippedModel("mdlint.models.zola_section", "ZolaSection"),
    "skill": ShippedModel("mdlint.models.skill", "Skill"),
}

RECOGNISED: dict[str, ShippedModel] = {name: model for name, model in MODELS.items() if model.signature_size}
"""The models that files are recognised by."""

READ_BY: dict[str | None, frozenset[str]] = {
    "starlight": frozenset(("starlight",)),
    "docusaurus": frozenset(("docusaurus-doc", "docusaurus-blog")),
    "vitepress": frozenset(("vitepress",)),
    "mkdocs": frozenset(("mkdocs-material",)),
    "quarto": frozenset(("quarto",)),
    "hugo": frozenset(("hugo",)),
    "hexo": frozenset(("hexo",)),
    "jekyll": frozenset(("jekyll",)),
    "obsidian": frozenset(("obsidian",)),
    "zola": frozenset(("zola", "zola-section")),
}
"""Per generator, the models of what it reads."""
