"""Which names a field may hold because a file of the site's generator lists them: authors, tags, categories."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from mdlint.locating.allowed import Allowed
from mdlint.locating.assets import assets_of
from mdlint.locating.astro import AstroSite
from mdlint.locating.docusaurus import DocusaurusSite
from mdlint.locating.material import MaterialSite
from mdlint.locating.roots import Root
from mdlint.site import Site

DATA_FIELDS = ("authors", "categories", "tags")
"""The fields that may name such entries."""

_Lists: TypeAlias = Mapping[str, Sequence[Allowed]]

_SITES: Mapping[str, type[DocusaurusSite | MaterialSite]] = {"docusaurus": DocusaurusSite, "mkdocs": MaterialSite}


class DataFiles:
    """The data files of the sites that files belong to; what they hold is read once."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._assets = assets_of(site)
        self._astro: dict[str, AstroSite] = {}
        self._sites: dict[str, DocusaurusSite | MaterialSite | None] = {}
        self._known: dict[tuple[str, str | None], tuple[_Lists, str]] = {}

    def allowed(self, file: str, given: str | None) -> _Lists:
        """Per field, what it may hold in a file, whose path is as reported: a name must be in each of these lists.

        Nothing where the site's root is not found, where its generator is another one than `given`, which mdlint's
        configuration says, or where no file tells.
        """
        start, _, name = file.rpartition("/")
        known = self._known.get((start, given))
        if known is None:
            known = self._known[start, given] = self._found(file, given)
        lists, hidden = known
        return {} if lists and name.startswith(hidden) else lists

    def _found(self, file: str, given: str | None) -> tuple[_Lists, str]:
        """The lists, and how the names of files begin that are no pages."""
        folder, root = self._assets.root_of(file)
        if root is None or self._assets.generator_of(root, given) != root.generator:
            return {}, ""
        site = self._site_at(root)
        path = posixpath.relpath(folder, root.folder)
        if site is None or any(part.startswith(site.hidden) for part in path.split("/") if part != "."):
            return {}, ""
        lists = ((field, tuple(site.allowed(path, field))) for field in DATA_FIELDS)
        return {field: found for field, found in lists if found}, site.hidden

    def entries(self, file: str, collection: str) -> Allowed | None:
        """The entries of a collection of the site that a file, whose path is as reported, belongs to; None where no file
        lists them."""
        _, root = self._assets.root_of(file)
        if root is None or root.generator not in ("astro", "starlight"):
            return None
        if root.folder not in self._astro:
            self._astro[root.folder] = AstroSite(root, self._site)
        return self._astro[root.folder].entries(collection)

    def _site_at(self, root: Root) -> DocusaurusSite | MaterialSite | None:
        if root.folder not in self._sites:
            kind = _SITES.get(root.generator or "")
            self._sites[root.folder] = None if kind is None else kind(root, self._site)
        return self._sites[root.folder]
