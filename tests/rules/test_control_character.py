import pytest

from mdlint.testing import findings, places

VALID = {
    "single quotes": "---\na: '$x \\to y$'\n---\n",
    "plain": "---\na: $x \\to y$\n---\n",
    "two backslashes": '---\na: "$x \\\\to y$"\n---\n',
    "a line end": '---\na: "b\\nc"\nd: "b\\r\\nc"\n---\n',
    "quotes": '---\na: "b \\"c\\" d"\n---\n',
    "letters": '---\na: "\\u5927\\xe9\\U0001F600"\n---\n',
    "a no-break space": '---\na: "10\\_km\\xa0\\u00a0"\n---\n',
    "nothing else": '---\nseparator: "\\t"\n---\n',
    "a line end escaped": '---\na: "b\\\n  c"\n---\n',
    "in the body": '---\na: b\n---\n"\\to"\n',
    "not text": "---\na: [1, {b: null}]\n---\n",
    "a line end in JSON": '{"a": "b\\nc"}',
}
INVALID = {
    "a formula": ('---\na: "$x \\to y$"\n---\n', (2, 8, 2, 10)),
    "a backspace": ('---\na: "\\\\bar \\bar"\n---\n', (2, 11, 2, 13)),
    "a path": ('---\na: "C:\\new\\report"\n---\n', (2, 11, 2, 13)),
    "behind wide letters": ('---\r\na: "面包😀\\frac"\r\n---\r\n', (2, 8, 2, 10)),
    "in a list": ('---\na: [b, "\\vec x"]\n---\n', (2, 9, 2, 11)),
    "digits": ('---\na: "b\\x07c"\n---\n', (2, 6, 2, 10)),
    "four digits": ('---\na: "b\\u2028c"\n---\n', (2, 6, 2, 12)),
    "a name with a line in it": ('---\na: "snake\\_case"\n---\n', (2, 10, 2, 12)),
    "TOML": ('+++\na = "x \\to y"\n+++\n', (2, 8, 2, 10)),
    "JSON": ('{"a": "x \\to y"}', (1, 10, 1, 12)),
}


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("control-character", content) == []


@pytest.mark.parametrize(("content", "place"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, place: tuple[int, int, int, int]) -> None:
    assert places("control-character", content) == [place]


def test_words() -> None:
    (found,) = findings("control-character", '---\na: "\\beta, \\theta"\n---\n')
    assert found.message == r"`\b` in `a` is read as a backspace"
    assert found.severity == "error"
    (found,) = findings("control-character", '{"a": "\\u001b[31m"}')
    assert found.message == r"`\u001b` in `a` is read as the control character U+001B"
    assert found.hint == "write two backslashes if a backslash is meant"
    (found,) = findings("control-character", '---\na: "snake\\_case"\n---\n')
    assert found.severity == "warning"
