import pytest

from mdlint.testing import findings, places

SPEAKING = (
    "A dark loaf on a wooden board",
    "The cover of Baking Weekly",
    "image of a loaf",
    "picture frame",
    "Screenshot of the oven's settings",
    "GitHub",
    "Node.js",
    "Logo",
    "Blog",
    "Hero",
    "2024-01-05",
    "A dark loaf, as in loaf.png",
    "图书馆",
    "面包的照片",
    "パンの写真",
    "{{title}}",
    "",
    "  ",
    "image " * 20,
)
SILENT = (
    "cover",
    "Cover",
    " COVER ",
    "cover image",
    "cover-image",
    "coverImage.png",
    "Cover photo 1",
    "a picture",
    "the post cover",
    "alt text",
    "image alt text here",
    "hero_image",
    "Figure 1.",
    "img",
    "IMG_2024.jpg",
    "IMG_20240105_101500",
    "DSC00042",
    "https://bakery.example/rye.webp",
    "封面",
    "封面2",
    "图片",
    "カバー画像",
    "이미지",
    "Titelbild",
    "foto de portada",
    "обложка",
)
VALID = {
    "absent": "---\ncover: {url: cover}\n---\n",
    "a field of another kind": "---\ntitle: Cover\nkind: image\n---\n",
    "not text": "---\nalt: [cover]\nimage_alt: true\ncover: {alt: {a: cover}}\nimageAlt:\n---\n",
}
INVALID = {
    "plain": ("---\ncover:\n  alt: cover\n---\n", (3, 8, 3, 13)),
    "quoted": ("---\nimage_alt: 'image'\n---\n", (2, 12, 2, 19)),
    "deep": ("---\nhero: {image: {alt: picture}}\n---\n", (2, 21, 2, 28)),
    "CRLF, behind an emoji": ("---\r\ntitle: 🍞\r\nimageAlt: 封面图\r\n---\r\n", (3, 11, 3, 14)),
}


@pytest.mark.parametrize("text", SPEAKING)
def test_speaking(text: str) -> None:
    assert places("generic-alt", f"---\nalt: '{text.replace(chr(39), chr(39) * 2)}'\n---\n") == []


@pytest.mark.parametrize("text", SILENT)
def test_silent(text: str) -> None:
    assert len(places("generic-alt", f"---\nalt: '{text.replace(chr(39), chr(39) * 2)}'\n---\n")) == 1


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("generic-alt", content) == []


@pytest.mark.parametrize(("content", "place"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, place: tuple[int, int, int, int]) -> None:
    assert places("generic-alt", content) == [place]


def test_message() -> None:
    [found] = findings("generic-alt", "---\ncover: {alt: ' cover '}\n---\n")
    assert found.message == "`cover.alt` is `cover`, which does not say what the picture shows"


def test_option() -> None:
    assert places("generic-alt", "---\nalt: cover\nlogo: {alt: image}\n---\n", fields=("logo.alt",)) == [(3, 13, 3, 18)]
