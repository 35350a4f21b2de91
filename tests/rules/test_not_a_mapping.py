import pytest

from mdlint.testing import findings, places

VALID = {
    "fields": "---\ntitle: a\n---\n",
    "fields in braces": "---\n{title: a}\n---\n",
    "a list of a field": "---\ntags:\n- a\n---\n",
    "a blank line first": "---\n\nwords\n\n---\n",
    "never closed": "---\nwords\n",
    "empty": "---\n---\n",
    "a comment": "---\n# words\n---\n",
    "not YAML": "---\nwords\n: a: b\n---\n",
}
INVALID = {
    "text": ("---\nwords and more\n---\n", (2, 1, 2, 15)),
    "text over lines": ("---\nwords\nmore\n---\n", (2, 1, 3, 5)),
    "text in quotes": ("---\n'a: b'\n---\n", (2, 1, 2, 7)),
    "an address": ("---\nhttps://example.org\n---\n", (2, 1, 2, 20)),
    "a time": ("---\n10:30\n---\n", (2, 1, 2, 6)),
    "two colons": ("---\nrust::Vec\n---\n", (2, 1, 2, 10)),
    "a field without a space above text": ("---\ntitle:Rye\nbread\n---\n", (2, 1, 3, 6)),
    "a heading before": ("---\n# 🍞\nwords 🍞\n---\n", (3, 1, 3, 8)),
    "a number": ("---\n2024\n---\n", (2, 1, 2, 5)),
    "a list": ("---\n- a\n- b: c\n---\n", (2, 1, 3, 7)),
    "a list in brackets": ("---\n[]\n---\n", (2, 1, 2, 3)),
    "CRLF": ("---\r\n- a\r\n- b\r\n---\r\n", (2, 1, 3, 4)),
}


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("not-a-mapping", content) == []


@pytest.mark.parametrize(("content", "place"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, place: tuple[int, int, int, int]) -> None:
    assert places("not-a-mapping", content) == [place]


def test_the_message_names_what_is_there() -> None:
    for content, kind in (("words", "text"), ("2024", "a single value"), ("- a", "a list")):
        (finding,) = findings("not-a-mapping", f"---\n{content}\n---\n")
        assert finding.message == f"the front matter is {kind}, not fields"
