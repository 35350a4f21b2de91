import pytest

from mdlint.testing import places

VALID = {
    "a photo": "---\nimage: ../../assets/rye.jpg\n---\n",
    "a photo by chance": "---\nimage: https://picsum.photos/600/400\n---\n",
    "a photo of a known service": "---\nimage: https://images.unsplash.com/photo-1\n---\n",
    "a picture about placeholders": "---\nimage: /images/how-placeholders-work.png\n---\n",
    "a host in a text": "---\ntitle: placehold.co compared with dummyimage.com\n---\n",
    "a path with such a folder": "---\nimage: /placeholder/rye.png\n---\n",
    "another host": "---\nimage: https://notplacehold.co/600x400\n---\n",
    "a kind of loading": "---\nloading: placeholder\n---\n",
    "in the body": "---\ntitle: Bread\n---\n![](placeholder.png)\n",
    "not text": "---\nimage: {placeholder: 1}\nimages: [null, 2]\n---\n",
    "Chinese": "---\nimage: /图/占位.png\n---\n",
}
INVALID = {
    "a grey box": ("---\nimage: https://placehold.co/600x400\n---\n", (2, 8, 2, 36)),
    "an older one": ("---\nimage: https://via.placeholder.com/150\n---\n", (2, 8, 2, 39)),
    "without a scheme": ("---\nimage: //dummyimage.com/600x400/000/fff\n---\n", (2, 8, 2, 40)),
    "a kitten": ("---\nimage: http://placekitten.com/200/300\n---\n", (2, 8, 2, 38)),
    "a file": ("---\nimage: /placeholder.svg\n---\n", (2, 8, 2, 24)),
    "a theme's file": ("---\ncover:\n  url: '../../assets/blog-placeholder-3.jpg'\n---\n", (3, 8, 3, 45)),
    "with a size": ("---\nimage: /img/placeholder-600x400.png?v=2\n---\n", (2, 8, 2, 40)),
    "your image": ("---\nimages: [/rye.png, /your-image.jpg]\n---\n", (2, 20, 2, 35)),
    "in meta": ("---\nmeta: [{name: 'og:image', content: 'https://placehold.co/1'}]\n---\n", (2, 36, 2, 60)),
    "TOML": ('+++\nimage = "https://placehold.co/1"\n+++\n', (2, 9, 2, 33)),
    "CRLF, behind an emoji": ("---\r\n🍞: 1\r\na: '/🍞/placeholder.png'\r\n---\r\n", (3, 4, 3, 24)),
}


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("dummy-image", content) == []


@pytest.mark.parametrize(("content", "place"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, place: tuple[int, int, int, int]) -> None:
    assert places("dummy-image", content) == [place]


@pytest.mark.parametrize("path", ["exampleSite/content/post.md", "archetypes/default.md", "examples/blog/src/a.md"])
def test_samples_are_left_alone(path: str) -> None:
    assert places("dummy-image", "---\nimage: /placeholder.png\n---\n", path=path) == []
