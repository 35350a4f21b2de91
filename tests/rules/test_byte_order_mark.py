import pytest

from mdlint.testing import findings, fixed, places

VALID = {
    "none": "---\ntitle: a\n---\n",
    "no front matter": "\ufeff# Rye bread\n",
    "inside": "---\ntitle: a\ufeff\n---\n",
}
INVALID = {
    "YAML": ("\ufeff---\ntitle: a\n---\n", "---\ntitle: a\n---\n"),
    "TOML, CRLF": ("\ufeff+++\r\ntitle = '面包'\r\n+++\r\n", "+++\r\ntitle = '面包'\r\n+++\r\n"),
    "unreadable": ("\ufeff---\ntitle: @\n---\n", "---\ntitle: @\n---\n"),
}


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("byte-order-mark", content) == []


@pytest.mark.parametrize(("content", "repaired"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, repaired: str) -> None:
    assert places("byte-order-mark", content) == [(1, 1, 1, 1)]
    assert fixed("byte-order-mark", content) == repaired


def test_other_places_do_not_move() -> None:
    (found,) = findings("empty-title", "\ufeff---\ntitle: ''\n---\n")
    assert (found.span.line, found.span.column) == (2, 8)
