import pytest

from mdlint.document import Document
from mdlint.testing import fixed, places

VALID = {
    "as they are": '---\na: "大"\n---\n',
    "single quotes": "---\na: '\\u5927'\nb: 面\n---\n",
    "plain": "---\na: \\u5927 面\n---\n",
    "a backslash before": '---\na: "\\\\u5927 面"\n---\n',
    "invisible": '---\na: "\\u00a0\\u200b\\x85\\_\\N\\ufeff"\n---\n',
    "a mark": '---\na: "e\\u0301"\n---\n',
    "ASCII": '---\na: "\\u003e\\x41"\n---\n',
    "quotes": '---\na: "\\" \\n 面"\n---\n',
}
INVALID = {
    "four digits": ('---\na: "\\u5927\\u6a21"\n---\n', (2, 4, 2, 18), '---\na: "大模"\n---\n'),
    "two digits": ('---\r\na: "caf\\xe9"\r\n---\r\n', (2, 4, 2, 13), '---\r\na: "café"\r\n---\r\n'),
    "eight digits": ('---\na: "\\U0001F393 b"\n---\n', (2, 4, 2, 18), '---\na: "🎓 b"\n---\n'),
    "some of them": ('---\na: "\\xe9\\xa0\\\\xe9"\n---\n', (2, 4, 2, 19), '---\na: "é\\xa0\\\\xe9"\n---\n'),
    "an item": ('---\na: ["\\xe9"]\n---\n', (2, 5, 2, 11), '---\na: ["é"]\n---\n'),
    "a pair in JSON": ('{"a": "\\ud83c\\udf93\\u00e9"}', (1, 7, 1, 27), '{"a": "🎓é"}'),
    "TOML": ('+++\na = "\\u00e9"\n+++\n', (2, 5, 2, 13), '+++\na = "é"\n+++\n'),
}


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("unicode-escapes", content) == []


@pytest.mark.parametrize(("content", "place", "repaired"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, place: tuple[int, int, int, int], repaired: str) -> None:
    assert places("unicode-escapes", content) == [place]
    assert fixed("unicode-escapes", content) == repaired
    assert Document("a.md", content).data == Document("a.md", repaired).data
