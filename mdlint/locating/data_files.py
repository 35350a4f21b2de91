"""Which names a field may hold because a file of the site's generator lists them: authors, tags, categories."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping, Sequence

from mdlint.locating.allowed import Allowed
from mdlint.locating.assets import assets_of
from mdlint.locating.astro import AstroSite
from mdlint.locating.docusaurus import DocusaurusSite
from mdlint.locating.material import MaterialSite
from mdlint.locating.roots import Root
from mdlint.site import Site

DATA_FIELDS = ("authors", "categories", "tags")
"""The fields that may name such entries."""

_SITES: Mapping[str, type[DocusaurusSite | MaterialSite]] = {"docusaurus": DocusaurusSite, "mkdocs": MaterialSite}


class DataFiles:
    """The data files of the sites that files belong to; what they hold is read once."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._assets = assets_of(site)
        self._astro: dict[str, AstroSite] = {}
        self._sites: dict[str, DocusaurusSite | MaterialSite | None] = {}
        self._allowed: dict[tuple[str, str], Sequence[Allowed]] = {}

    def allowed(self, file: str, given: str | None, field: str) -> Sequence[Allowed]:
        """What a field of a file, whose path is as reported, may hold: a name must be in each of these.

        Nothing where the site's root is not found, where its generator is another one than `given`, which mdlint's
        configuration says, or where no file tells.
        """
        start, _, name = file.rpartition("/")
        folder, root = self._assets.root_of(file)
        if root is None or self._assets.generator_of(root, given) != root.generator:
            return ()
        site = self._site_at(root)
        if site is None or name.startswith(site.hidden):
            return ()
        key = (start, field)
        if key not in self._allowed:
            path = posixpath.relpath(folder, root.folder)
            is_hidden = any(part.startswith(site.hidden) for part in path.split("/") if part != ".")
            self._allowed[key] = () if is_hidden else tuple(site.allowed(path, field))
        return self._allowed[key]

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
