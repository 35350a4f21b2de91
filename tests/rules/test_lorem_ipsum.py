import pytest

from mdlint.testing import places

VALID = {
    "a title about it": '---\ntitle: "Lorem ipsum: where the filler comes from"\n---\n',
    "a generator of it": "---\ntitle: A lorem ipsum generator\n---\n",
    "the words quoted": "---\ndescription: Why every draft begins with 'Lorem ipsum dolor sit amet'.\n---\n",
    "Latin": "---\ndescription: Cogito ergo sum, consectetur sapientiae.\n---\n",
    "one word": "---\ntags: [ipsum, consectetur]\n---\n",
    "below the front matter": "---\ntitle: Bread\n---\nLorem ipsum dolor sit amet, consectetur adipiscing elit.\n",
    "not text": "---\ntitle: {lorem ipsum: [1, null, 2024-01-05]}\n---\n",
    "no front matter": "Lorem ipsum dolor sit amet\n",
    "Chinese": "---\ndescription: 面包 lorem ipsum 是什么意思\n---\n",
}
INVALID = {
    "the passage": (
        "---\ndescription: Lorem ipsum dolor sit amet, consectetur adipiscing elit.\n---\n",
        (2, 14, 2, 70),
    ),
    "its beginning": ("---\ntitle: Lorem Ipsum\n---\n", (2, 8, 2, 19)),
    "with a number": ("---\ntitle: 'Lorem ipsum dolor 2'\n---\n", (2, 8, 2, 29)),
    "another part": (
        "---\nsummary: Ut enim ad minim veniam, quis nostrud exercitation ullamco.\n---\n",
        (2, 10, 2, 69),
    ),
    "in a mapping": ("---\nhero:\n  - text: Duis aute irure dolor in reprehenderit\n---\n", (3, 11, 3, 49)),
    "in a block scalar": ("---\ndescription: >\n  Lorem ipsum dolor\n  sit amet.\n---\n", (2, 14, 4, 12)),
    "TOML": ('+++\ndescription = "Lorem ipsum dolor sit amet"\n+++\n', (2, 15, 2, 43)),
    "CRLF, behind an emoji": ("---\r\na: 🍞\r\nd: {🍞: Lorem ipsum}\r\n---\r\n", (3, 8, 3, 19)),
}


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("lorem-ipsum", content) == []


@pytest.mark.parametrize(("content", "place"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, place: tuple[int, int, int, int]) -> None:
    assert places("lorem-ipsum", content) == [place]


@pytest.mark.parametrize("path", ["exampleSite/content/post.md", "archetypes/default.md", "themes/plain/demo/a.md"])
def test_samples_are_left_alone(path: str) -> None:
    assert places("lorem-ipsum", "---\ntitle: Lorem ipsum\n---\n", path=path) == []
