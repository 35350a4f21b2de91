import pytest

from mdlint.testing import findings, places

VALID = {
    "YAML": "---\ntitle: a\n---\n",
    "no front matter": "# Title\n",
    "a template": "{{ title }}\n",
    "an attribute list": "{: .note }\n",
    "pluses in the body": "a\n\n+++\nb = 1\n+++\n",
    "never closed": "+++\ntitle = 'a'\n",
}
INVALID = {
    "TOML": ("+++\ntitle = 'a'\n+++\n", (1, 1, 1, 4)),
    "empty TOML": ("+++\n+++\n", (1, 1, 1, 4)),
    "TOML with CRLF": ("+++\r\ntitle = '🍞'\r\n+++\r\n", (1, 1, 1, 4)),
    "JSON": ('{\n  "title": "a"\n}\n\nWords.\n', (1, 1, 1, 2)),
    "empty JSON": ("{}\n", (1, 1, 1, 2)),
}


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("unread-format", content) == []


@pytest.mark.parametrize(("content", "place"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, place: tuple[int, int, int, int]) -> None:
    assert places("unread-format", content) == [place]


def test_it_never_fails_a_run() -> None:
    (finding,) = findings("unread-format", "+++\n+++\n", schema="post")
    assert finding.severity == "info"
    assert finding.message == "TOML front matter is not read yet, so it was not checked"
