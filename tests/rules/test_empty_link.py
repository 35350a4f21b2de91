import pytest

from mdlint.testing import findings, places

VALID = {
    "links": "---\ntitle: Rye bread\n---\n[a](b) ![c](d.png) [e](#) <https://f.example>\n",
    "in code": "---\ntitle: Rye bread\n---\nWrite `[text]()` or ``![`a`]()``.\n",
    "in a block of code": "---\ntitle: Rye bread\n---\n```\n[a]()\n```\n\n    ![b]()\n",
    "in code in a list": "---\ntitle: Rye bread\n---\n- a\n\n  ```\n  [a]()\n  ```\n",
    "in HTML": "---\ntitle: Rye bread\n---\n<div>\n[a]()\n</div>\n",
    "a call": "---\ntitle: Rye bread\n---\nCall Empty[T]() or f(x)[0]() for it.\n",
    "an anchor": "---\ntitle: Rye bread\n---\n[](){#rye} []()\n",
    "with attributes of its own": "---\ntitle: Rye bread\n---\n[a](){.button}\n",
    "brackets alone": "---\ntitle: Rye bread\n---\n[a] () and \\[b]() and [ ]()\n",
    "in the front matter": "---\ntitle: '[a]()'\n---\n",
    "nothing": "",
}
INVALID = {
    "a link": ("---\ntitle: Rye bread\n---\nSee [the recipe]().\n", (4, 5, 4, 19)),
    "a picture": ("---\ntitle: Rye bread\n---\n![A loaf]()\n", (4, 1, 4, 12)),
    "a picture without words": ("---\ntitle: Rye bread\n---\n![]()\n", (4, 1, 4, 6)),
    "angle brackets": ("---\ntitle: Rye bread\n---\n[a](<>)\n", (4, 1, 4, 8)),
    "in a list": ("---\ntitle: Rye bread\n---\n- a\n  - [b]()\n", (5, 5, 5, 10)),
    "in a table": ("---\ntitle: Rye bread\n---\n| a |\n|---|\n| [b]() |\n", (6, 3, 6, 8)),
    "a picture in a link": ("---\ntitle: Rye bread\n---\n[![a]()](b)\n", (4, 2, 4, 8)),
    "no front matter": ("[a]()\n", (1, 1, 1, 6)),
    "CRLF": ("---\r\ntitle: Rye bread\r\n---\r\n\r\n面包 🍞 [b]()\r\n", (5, 6, 5, 11)),
}


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("empty-link", content) == []


@pytest.mark.parametrize(("content", "place"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, place: tuple[int, int, int, int]) -> None:
    assert places("empty-link", content) == [place]


def test_messages() -> None:
    found = findings("empty-link", "见[链接]()和🍞![图]()![]()\n")
    assert [(f.message, f.span.column) for f in found] == [
        ("the link `链接` has no address", 2),
        ("the picture `图` has no address", 10),
        ("the picture has no address", 16),
    ]


def test_templates_are_left_alone() -> None:
    assert places("empty-link", "[a]()\n", path="archetypes/default.md") == []


HIDDEN = {
    "in HTML that goes on below blank lines": "Rye.\n\n<pre>\n\n[a]()\n\nb\n\n</pre>\n",
    "in a comment": "Rye.\n\n<!-- bread\n\n[a]()\n\nb -->\n",
    "in fenced code with blank lines": "Rye.\n\n~~~\n\n[a]()\n\nb\n~~~\n",
    "in indented code": "Rye.\n\n    [a]()\n\nb\n",
}


@pytest.mark.parametrize("content", HIDDEN.values(), ids=HIDDEN)
def test_paragraphs_that_are_none(content: str) -> None:
    assert places("empty-link", content) == []


SHOWN = {
    "below HTML that ends": ("<div>\nrye\n</div>\n\nSee [a]().\n\nb\n", (5, 5, 5, 10)),
    "in a list": ("- rye\n\n  [a]()\n\n- b\n", (3, 3, 3, 8)),
    "two paragraphs": ("Rye.\n\n[a](b)\n\n[c]()\n\nd\n", (5, 1, 5, 6)),
}


@pytest.mark.parametrize(("content", "place"), SHOWN.values(), ids=SHOWN)
def test_paragraphs(content: str, place: tuple[int, int, int, int]) -> None:
    assert places("empty-link", content) == [place]
