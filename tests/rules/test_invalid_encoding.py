import pytest

from mdlint.testing import findings, places

VALID = {
    "ASCII": b"---\ntitle: a\n---\n",
    "UTF-8": "---\ntitle: Crème brûlée 🍞\n---\n面包\n".encode(),
    "a byte-order mark": "\ufeff---\ntitle: é\n---\n".encode(),
    "a replacement character": "---\ntitle: \ufffd\n---\n".encode(),
    "an escaped NUL": b'---\ntitle: "\\0"\n---\n',
    "nothing": b"",
}
INVALID = {
    "Latin-1": ("---\ntitle: Crème\n---\n".encode("latin-1"), (2, 10, 2, 11)),
    "Latin-1 in the body": ("---\ntitle: a\n---\n\nCrème\n".encode("latin-1"), (5, 3, 5, 4)),
    "Latin-1 with CRLF": ("---\r\ntitle: Crème\r\n---\r\n".encode("latin-1"), (2, 10, 2, 11)),
    "GBK": ("---\ntitle: 黑麦面包的做法\n---\n".encode("gbk"), (2, 8, 2, 9)),
    "cut within a character": ("---\ntitle: 黑麦面包\n".encode()[:-2], (2, 11, 2, 12)),
    "UTF-16": ("---\ntitle: a\n---\n".encode("utf-16"), (1, 1, 1, 1)),
    "UTF-16 without a mark": ("---\ntitle: a\n---\n".encode("utf-16-le"), (1, 1, 1, 1)),
    "UTF-32": ("---\ntitle: a\n---\n".encode("utf-32"), (1, 1, 1, 1)),
    "NUL": (b"---\ntitle: a\0b\n---\n", (2, 9, 2, 10)),
    "behind a byte-order mark": (b"\xef\xbb\xbf---\ntitle: \xff\n---\n", (2, 8, 2, 9)),
}


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: bytes) -> None:
    assert places("invalid-encoding", content) == []


@pytest.mark.parametrize(("content", "place"), INVALID.values(), ids=INVALID)
def test_invalid(content: bytes, place: tuple[int, int, int, int]) -> None:
    assert places("invalid-encoding", content) == [place]


def test_nothing_else_is_said_of_such_a_file() -> None:
    assert [found.rule for found in findings("all", INVALID["Latin-1"][0], schema="post")] == ["invalid-encoding"]
