from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from mdlint.diagnostic import Finding, KeyPath, format_key_path
from mdlint.document import Document
from mdlint.rule import Needs, Rule

_NOUNS = frozenset((
    "alt", "banner", "cover", "figure", "graphic", "illustration", "image", "images", "img", "photo", "photograph", "pic",
    "picture", "screenshot", "thumbnail", "bild", "titelbild", "foto", "abbildung", "imagen", "portada", "couverture",
    "imagem", "capa", "immagine", "copertina", "изображение", "картинка", "фото", "обложка",
    "封面", "封面图", "封面图片", "封面圖", "封面圖片", "文章封面", "博客封面", "图", "图片", "圖片", "图像", "照片", "截图",
    "截圖", "配图", "配圖", "文章配图", "头图", "頭圖", "题图", "插图", "缩略图",
    "画像", "写真", "カバー", "カバー画像", "アイキャッチ", "アイキャッチ画像", "サムネイル",
    "이미지", "사진", "그림", "표지", "커버", "썸네일",
))  # fmt: skip
"""Words for a picture as such, in the languages whose posts were seen with them."""
_FILLERS = frozenset((
    "a", "an", "the", "my", "this", "of", "for", "de", "la", "le", "du", "da", "del", "article", "blog",
    "description", "featured", "file", "header", "hero", "here", "main", "page", "post", "text", "title",
))  # fmt: skip
"""Words that say nothing more beside one of them."""
_LONGEST = 60
"""Code points; what is longer says more than these words."""


class GenericAlt(Rule):
    """The alternative text says that there is a picture, not what it shows.

    A screen reader already says "image" before it reads the text, so that "cover" or a file's name
    tells nothing; an empty text would at least let it skip the picture.

    ## Bad
    ```md
    ---
    title: Rye bread
    cover:
      url: /images/rye.jpg
      alt: cover
    ---
    ```
    ```md
    ---
    title: Rye bread
    image_alt: IMG_2024.jpg
    ---
    ```

    ## Good
    ```md
    ---
    title: Rye bread
    cover:
      url: /images/rye.jpg
      alt: A dark loaf with a cracked crust on a wooden board
    ---
    ```

    ## Options
    - `fields`: the fields that hold an alternative text; `cover.alt` is the field `alt` in `cover`.
    """

    severity = "warning"
    fields: tuple[str, ...] = (
        "alt",
        "cover.alt",
        "coverAlt",
        "cover_alt",
        "image.alt",
        "imageAlt",
        "image_alt",
        "image-alt",
        "hero.image.alt",
        "heroAlt",
        "heroImageAlt",
        "hero_image_alt",
        "ogImageAlt",
        "og_image_alt",
        "ogImage.alt",
        "thumbnailAlt",
        "thumbnail_alt",
        "featuredImageAlt",
        "featured_image_alt",
    )

    def needs(self) -> Needs:
        return Needs(fields=self.fields)

    def check(self, doc: Document) -> Iterator[Finding]:
        for path, node in doc.fields(self.fields):
            if isinstance(node.value, str) and _is_generic(text := node.value.strip()):
                yield _finding(path, text)


@lru_cache(maxsize=256)  # as below
def _finding(path: KeyPath, text: str) -> Finding:
    return Finding(
        path,
        f"`{format_key_path(path)}` is `{text}`, which does not say what the picture shows",
        hint="say in a few words what is to be seen on it",
    )


@lru_cache(maxsize=1024)  # many posts of a site share these
def _is_generic(text: str) -> bool:
    if not text or len(text) > _LONGEST:
        return False
    if " " not in text and _is_file_name(text):
        return True
    words = re.findall(r"[^\W\d_]+", text.casefold())
    return not _NOUNS.isdisjoint(words) and all(word in _NOUNS or word in _FILLERS for word in words)


def _is_file_name(text: str) -> bool:
    """`rye.jpg`, or what a camera calls its pictures: `DSC_0042`."""
    ending = r"\S*\.(?:jpe?g|png|gif|webp|avif|svg|bmp|tiff?|heic)"
    return re.fullmatch(rf"{ending}|(?:img|dsc|dscn|dscf|pxl)[-_]?\d[\d_-]*", text, re.IGNORECASE) is not None
