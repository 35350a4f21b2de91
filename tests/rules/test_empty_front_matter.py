import pytest

from mdlint.testing import findings, places

VALID = {
    "a field": "---\ntitle: a\n---\n",
    "a field without a value": "---\ntitle:\n---\n",
    "a comment": "---\n# Keep these fences.\n---\n",
    "no front matter": "# Title\n",
    "two thematic breaks": "---\n\nWords.\n\n---\n",
    "text": "---\nwords\n---\n",
    "the fields in a second block": "---\n---\n\n---\ntitle: a\ndate: b\n---\n",
}
INVALID = {
    "nothing in TOML": ("+++\n+++\n", (1, 1, 1, 4)),
    "nothing": ("---\n---\n\nWords.\n", (1, 1, 1, 4)),
    "blank lines": ("---\n\n \n---\n", (1, 1, 1, 4)),
    "empty braces": ("---\n{}\n---\n", (1, 1, 1, 4)),
    "null": ("---\nnull\n---\n", (1, 1, 1, 4)),
    "CRLF": ("---\r\n---\r\n🍞\r\n", (1, 1, 1, 4)),
    "no more than the fences": ("---\n---", (1, 1, 1, 4)),
}


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("empty-front-matter", content) == []


@pytest.mark.parametrize(("content", "place"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, place: tuple[int, int, int, int]) -> None:
    assert places("empty-front-matter", content) == [place]


def test_a_comment_is_not_enough_for_a_schema() -> None:
    assert places("empty-front-matter", "---\n# c\n---\n", schema="post") == [(1, 1, 1, 4)]


@pytest.mark.parametrize("content", ["---\n---\n{% for post in site.posts %}\n", "---\r\n\r\n---\r\n"])
def test_jekyll_wants_the_fences(content: str) -> None:
    assert places("empty-front-matter", content, config="generator = 'jekyll'") == []
    assert places("empty-front-matter", content, config="generator = 'jekyll'\nrequired = ['title']") == [(1, 1, 1, 4)]


def test_severity() -> None:
    for schema, severity in ((None, "info"), ("post", "warning")):
        (finding,) = findings("empty-front-matter", "---\n---\n", schema=schema)
        assert finding.severity == severity


def test_a_changeset_may_release_nothing() -> None:
    assert places("empty-front-matter", "---\n---\n\nOnly words\n", path=".changeset/calm-cats-sing.md") == []
