import pytest

from mdlint.testing import places

VALID = {
    "front matter": "---\ntitle: a\n---\n",
    "empty front matter": "---\n---\n",
    "unterminated": "---\ntitle: a\n\ntext\n",
    "not YAML": "---\ntitle: a: b\n---\n",
    "a list": "---\n- a\n---\n",
    "TOML": "+++\ntitle = 'a'\n+++\n",
    "a language behind the fence": "---js\n{ title: 'a' }\n---\n",
    "below blank lines": "\n\n---\ntitle: a\n---\n",
}
INVALID = {
    "text": ("# Title\n", (1, 1, 1, 1)),
    "an empty file": ("", (1, 1, 1, 1)),
    "only blank lines": ("\n\n", (1, 1, 1, 1)),
    "a thematic break": ("---\n\n# Title\n\n---\n", (1, 1, 1, 1)),
    "fields without fences": ("title: a\n\ntext\n", (1, 1, 1, 1)),
    "CRLF": ("# 标题\r\n", (1, 1, 1, 1)),
}


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("missing-front-matter", content, schema="post") == []


@pytest.mark.parametrize(("content", "place"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, place: tuple[int, int, int, int]) -> None:
    assert places("missing-front-matter", content, schema="post") == [place]


def test_without_a_schema_no_file_needs_front_matter() -> None:
    assert places("missing-front-matter", "# Title\n") == []
