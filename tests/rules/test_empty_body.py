import pytest

from mdlint.testing import places

VALID = {
    "text": "---\ntitle: Rye bread\n---\nMix.\n",
    "one character": "---\ntitle: Rye bread\n---\n包",
    "text behind a comment": "---\ntitle: Rye bread\n---\n<!-- a -->\nMix.\n",
    "a picture": "---\ntitle: Rye bread\n---\n![](a.png)\n",
    "a draft": "---\ndraft: true\n---\n",
    "a redirect": "---\nredirect_to: /rye\n---\n",
    "no front matter": "\n",
    "nothing": "",
    "front matter that cannot be read": "---\ntitle: [\n---\nMix.\n",
}
INVALID = {
    "nothing below": ("---\ntitle: Rye bread\n---\n", (3, 1, 3, 4)),
    "blank lines": ("---\ntitle: Rye bread\n---\n\n \t\n", (3, 1, 3, 4)),
    "a comment": ("---\ntitle: Rye bread\n---\n\n<!-- to be\nwritten -->\n", (3, 1, 3, 4)),
    "two comments": ("---\ntitle: Rye bread\n---\n<!-- a --> <!-- b -->", (3, 1, 3, 4)),
    "draft as a text": ("---\ndraft: 'true'\n---\n", (3, 1, 3, 4)),
    "CRLF, behind an emoji": ("---\r\ntitle: 🍞\r\n---\r\n\r\n", (3, 1, 3, 4)),
    "TOML": ('+++\ntitle = "a"\n+++\n', (3, 1, 3, 4)),
}


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("empty-body", content) == []


@pytest.mark.parametrize(("content", "place"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, place: tuple[int, int, int, int]) -> None:
    assert places("empty-body", content) == [place]


def test_templates_are_left_alone() -> None:
    assert places("empty-body", "---\ntitle: a\n---\n", path="archetypes/default.md") == []


def test_option() -> None:
    assert places("empty-body", "---\nlayout: home\n---\n", unless=("layout",)) == []
