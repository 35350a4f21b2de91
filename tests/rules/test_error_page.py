import pytest

from mdlint.testing import findings, places

VALID = {
    "a page about an error": "---\ntitle: 429 Too Many Requests\n---\nA server answers so when a client asks too often.\n",
    "a description of one": "---\ntitle: 429\ndescription: The 429 Too Many Requests error, and what to do.\n---\n",
    "a title": "---\ntitle: Just a moment...\n---\nA poem.\n",
    "rate limits": "---\ntitle: Rate limits\ndescription: Rate limit exceeded errors explained\n---\nRate limits exist.\n",
    "a section about one": "# API\n\n## 404 Not Found\n\nThe bread is gone.\n",
    "404 things": "404 breads were baked.\n",
    "a long text": "# 404 Not Found\n\n" + "Bread. " * 300,
    "too many requests": "Too many requests for rye reach us.\n",
    "a moment": "Just a moment... and the bread is done.\n".replace("... ", "…, "),
    "not text": "---\ndescription: [cloudflare, 1, null]\ntitle: 2024-01-05\n---\n",
    "nothing": "",
}
INVALID = {
    "a server's": ("---\ntitle: Rye\n---\n# 429 Too Many Requests\n\nnginx/1.18.0\n", (4, 1, 4, 24)),
    "only that": ("404: Not Found\n", (1, 1, 1, 15)),
    "a rate limit": ("Whoa there! You have exceeded a secondary rate limit.\n", (1, 1, 1, 54)),
    "a check": ("---\ntitle: 🍞\n---\n\nEnable JavaScript and cookies to continue\n", (5, 1, 5, 42)),
    "a description": ("---\ndescription: Rate limit exceeded. Please try again later.\n---\nRye.\n", (2, 14, 2, 58)),
    "a title": ("---\ntitle: 'Attention Required! | Cloudflare'\n---\nRye.\n", (2, 8, 2, 42)),
    "Chinese": ("请求过于频繁，请稍后再试\n", (1, 1, 1, 13)),
    "CRLF": ("---\r\ntitle: a\r\n---\r\n502 Bad Gateway\r\n", (4, 1, 4, 16)),
}


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("error-page", content) == []


@pytest.mark.parametrize(("content", "place"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, place: tuple[int, int, int, int]) -> None:
    assert places("error-page", content) == [place]


@pytest.mark.parametrize("path", ["404.md", "content/errors/404.en.md", "src/not-found.md", "docs/error.md"])
def test_a_site_has_its_own(path: str) -> None:
    assert places("error-page", "# 404 Not Found\n", path=path) == []


def test_words() -> None:
    (found,) = findings("error-page", "# 404 Not Found\n")
    assert found.message == "the text is a server's error message: `# 404 Not Found`"
