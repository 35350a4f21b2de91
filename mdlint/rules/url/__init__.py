"""Rules of the group `url`, and what they share."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Sequence
from functools import lru_cache
from itertools import islice

from mdlint.diagnostic import NOWHERE, KeyPath, PlacedFact
from mdlint.document import Document
from mdlint.front_matter.values import Sequence as List
from mdlint.locating.assets import Sought, is_file_path
from mdlint.regex import regex
from mdlint.rule import Fact
from mdlint.rules.below import MOST, texts_below

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


def addresses(doc: Document, fields: tuple[str, ...]) -> Sequence[tuple[KeyPath, str]]:
    """The texts in those fields, in lists too."""
    found: list[tuple[KeyPath, str]] = []
    for path, node in doc.fields(fields):
        if type(value := node.value) is str:
            found.append((path, value))
        elif type(node) is List:
            found += [((*path, at), item) for at, item in enumerate(value) if type(item) is str]
    return found


FINE = regex(r"(?!www\.)(?:https?://[a-z0-9-]+(?:\.[a-z0-9-]+)+|[\w.@~-]*)/(?!/)[\w.,/@~%+?&=-]*\Z")
"""Most URLs and paths: for these, little else is looked at."""
_PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".svg", ".gif", ".avif")
_ABOUT_ADDRESSES = frozenset(("invalid-url", "wrong-asset-type", "unsafe-path"))
_FOLDERS = ("/Users/", "/home/", "~/", "/Volumes/", "/mnt/", "/var/folders/")


def suspicious(doc: Document) -> Container[str]:
    """One look at the addresses, for the rules about the form of each."""
    speaking: set[str] = set()
    for _, node in doc.fields(ADDRESS_FIELDS):
        value = node.value
        if type(value) is str:
            speaking |= _rules_about(value)
        elif type(value) is list:
            for item in value:
                if type(item) is str:
                    speaking |= _rules_about(item)
    if (layout := doc.get("layout")) is not None and (type(layout) is not str or _may_be_unsafe(layout.lstrip())):
        speaking.add("unsafe-path")
    return speaking


@lru_cache(1024)  # many posts show the same pictures, or one of them twice
def _rules_about(address: str) -> frozenset[str]:
    if not FINE.match(address):
        return _ABOUT_ADDRESSES
    rules = set()
    if "?" not in address and (not address.endswith(_PICTURES) or "/blob/" in address):
        rules.add("wrong-asset-type")
    if _may_be_unsafe(address):
        rules.add("unsafe-path")
    return frozenset(rules)


def _may_be_unsafe(path: str) -> bool:
    return path[:1] in ("/", "~", "@") and (".." in path or "%2" in path or path.startswith(_FOLDERS))


def path_facts(
    doc: Document,
    *wanted: tuple[tuple[str, ...], Callable[[str], bool]],
    assets: tuple[str, ...] = (),
) -> Iterator[Fact]:
    """One fact about all texts that are wanted, per fields: most lead to a file, and need no place.

    assets: the fields of which a schema says that they name files.
    """
    found: dict[KeyPath, str] = {}
    for fields, is_wanted in wanted:
        for path, value in addresses(doc, fields):
            text = value.strip()
            if is_wanted(text):
                found[path] = text
    if assets:
        for path, value in texts_below(doc, assets):
            text = value.strip()
            if is_file_path(text):
                found[path] = text
    if not found or doc.is_template:
        return iter(())
    return iter((Fact(NOWHERE, [doc.generator, *[[list(path), text] for path, text in islice(found.items(), MOST)]]),))


def paths_in(fact: PlacedFact) -> Iterator[tuple[KeyPath, str, str | None]]:
    """The fields of a fact of `path_facts`, their texts, and the generator."""
    generator, *found = fact.value
    for path, text in found:
        yield tuple(path), text, generator


def where_it_was_sought(sought: Sought, near: str) -> str:
    """What to tell the author of a file that is missing; `near` is the file that was perhaps meant, or empty."""
    *some, last = [f"`{place}`" for place in sought.tried]
    places = f"looked for {', '.join(some)} and {last}" if some else f"looked for {last}"
    return f"{places}; did you mean `{near}`?" if near else places
