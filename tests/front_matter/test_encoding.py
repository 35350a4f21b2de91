import pytest

from mdlint.document import Document

LATIN = "; the file looks like Latin-1 or Windows-1252"
CASES = {
    "Latin-1": ("---\ntitle: Crème\n---\n".encode("latin-1"), 13, f"the byte 0xE8 is not UTF-8{LATIN}"),
    "Windows-1252": ("a “b”".encode("cp1252"), 2, f"the byte 0x93 is not UTF-8{LATIN}"),
    "GBK": ("---\ntitle: 黑麦面包的做法\n---\n".encode("gbk"), 11, "the byte 0xBA is not UTF-8; the file looks like GBK"),
    "Cyrillic": ("Привет, мир".encode("cp1251"), 0, "the byte 0xCF is not UTF-8"),
    "cut within a character": ("标题: 黑麦面包".encode()[:-1], 7, "the byte 0xE5 is not UTF-8; most of the file is"),
    "behind a byte-order mark": (b"\xef\xbb\xbfabc\xff", 3, f"the byte 0xFF is not UTF-8{LATIN}"),
    "a surrogate": (("黑麦面包" * 3).encode() + b"\xed\xa0\x80", 12, "the byte 0xED is not UTF-8; most of the file is"),
    "NUL": (b"a\0b", 1, "the file holds a NUL byte"),
    "NUL only": (b"\0" * 100, 0, "the file holds a NUL byte"),
    "NUL behind CJK": ("黑麦\0".encode(), 2, "the file holds a NUL byte"),
    "UTF-16": ("---\na: b\n".encode("utf-16"), 0, "the file is in UTF-16, not UTF-8"),
    "UTF-16, big end first": (b"\xfe\xff" + "---\na: b\n".encode("utf-16-be"), 0, "the file is in UTF-16, not UTF-8"),
    "UTF-16 without a mark": ("---\na: b\n".encode("utf-16-le"), 0, "the file is in UTF-16, not UTF-8"),
    "UTF-16 without a mark, big end first": ("---\na: b\n".encode("utf-16-be"), 0, "the file is in UTF-16, not UTF-8"),
    "UTF-16, cut": ("---\na: b\n".encode("utf-16")[:-1], 0, "the file is in UTF-16, not UTF-8"),
    "UTF-32": ("---\na: b\n".encode("utf-32"), 0, "the file is in UTF-32, not UTF-8"),
}  # fmt: skip


@pytest.mark.parametrize(("data", "start", "message"), CASES.values(), ids=CASES)
def test_said(data: bytes, start: int, message: str) -> None:
    doc = Document.from_bytes("post.md", data)
    (problem,) = doc.problems
    assert (problem.rule, problem.start, problem.message) == ("invalid-encoding", start, message)
    assert problem.hint.endswith("save the file as UTF-8")
    assert doc.front_matter is None
    assert doc.body == ""


def test_the_text_is_shown_as_far_as_it_goes() -> None:
    assert Document.from_bytes("post.md", "标题: é".encode("utf-16")).text == "标题: é"
    assert Document.from_bytes("post.md", "Crème".encode("latin-1")).text == "Cr\ufffdme"
