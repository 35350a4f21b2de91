"""Rules of the group `url`, and what they share."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from mdlint.diagnostic import KeyPath
from mdlint.document import Document
from mdlint.front_matter.values import Mapping, children
from mdlint.locating.assets import Sought

PICTURE_FIELDS = (
    "cover",
    "cover.url",
    "cover.square",
    "cover.image",
    "cover.src",
    "coverImage",
    "cover_image",
    "image",
    "image.url",
    "image.src",
    "image.path",
    "images",
    "heroImage",
    "hero_image",
    "ogImage",
    "ogImage.url",
    "og_image",
    "socialImage",
    "social_image",
    "thumbnail",
    "featuredImage",
    "featured_image",
)
"""The fields that hold a picture's URL or path, or a list of them, whatever the generator."""

ASSET_FIELDS = (
    *PICTURE_FIELDS,
    "cover.file",
    "image.file",
    "image.feature",
    "image.teaser",
    "image.thumbnail",
    "hero",
    "hero.src",
    "hero.url",
    "hero.image",
    "hero.image.file",
    "hero.image.src",
    "hero.image.dark",
    "hero.image.light",
    "header.image",
    "header.teaser",
    "header.overlay_image",
    "seo.image",
    "featured",
    "featured.image",
    "feature_image",
    "featureImage",
    "feature",
    "banner",
    "banner.image",
    "banner.src",
    "bannerImage",
    "banner_image",
    "teaser",
    "preview",
    "previewImage",
    "preview_image",
    "poster",
    "photo",
    "img",
    "avatar",
    "background",
    "backgroundImage",
    "background_image",
    "logo",
    "video",
    "audio",
)
"""The fields that may hold the path of a file of the site; of what they hold only what ends like one is looked at."""

ADDRESS_FIELDS = (
    *PICTURE_FIELDS,
    "canonical",
    "canonicalURL",
    "canonicalUrl",
    "canonical_url",
    "canonical-url",
)
"""Those, and the fields that hold the page's own address."""


@lru_cache(4)  # the rules of the group ask one after the other for the same fields
def addresses(doc: Document, fields: tuple[str, ...]) -> Sequence[tuple[KeyPath, str]]:
    """The texts in those fields, in lists too."""
    found: list[tuple[KeyPath, str]] = []
    for path, node in doc.fields(fields):
        if isinstance(node.value, str):
            found.append((path, node.value))
        elif not isinstance(node, Mapping):
            found += [((*path, at), item.value) for at, item in children(node) if isinstance(item.value, str)]
    return found


def where_it_was_sought(sought: Sought) -> str:
    """What to tell the author of a file that is missing."""
    *some, last = [f"`{place}`" for place in sought.tried]
    places = f"looked for {', '.join(some)} and {last}" if some else f"looked for {last}"
    return f"{places}; did you mean `{sought.near}`?" if sought.near else places
