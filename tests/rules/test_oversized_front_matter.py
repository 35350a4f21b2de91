import pytest

from mdlint.testing import places

VALID = {
    "a post": "---\ntitle: a\n---\n",
    "a large body": "---\ntitle: a\n---\n" + "words\n" * 300_000,
    "a long value": f"---\ntitle: {'a' * 1_000_000}\n---\n",
    "many values": f"---\ntags: [{'a, ' * 90_000}]\n---\n",
    "nested as deep as allowed": f"---\na: {'[' * 99}{']' * 99}\n---\n",
    "aliases that stand for much": "---\na: &a [1, 2, 3]\nb: [*a, *a, *a]\n---\n",
}
INVALID = {
    "bytes": (f"---\ntitle: {'a' * 1_100_000}\n---\n", (1, 1, 1, 4)),
    "bytes of CJK": (f"---\ntitle: {'面' * 400_000}\n---\n", (1, 1, 1, 4)),
    "values": ("---\ntags:\n" + "- a\n" * 110_000 + "---\n", (100_002, 3, 100_002, 4)),
    "deep brackets": (f"---\na: {'[' * 100_000}{']' * 100_000}\n---\n", (2, 103, 2, 104)),
    "deep lists": (f"---\na:\n  {'- ' * 100_000}a\n---\n", (3, 201, 3, 202)),
    "never closed brackets": (f"---\na: {'[' * 100_000}\n---\n", (2, 103, 2, 104)),
    "CRLF": (f"---\r\n🍞: {'[' * 200}{']' * 200}\r\n---\r\n", (2, 103, 2, 104)),
}


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("oversized-front-matter", content) == []


@pytest.mark.parametrize(("content", "place"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, place: tuple[int, int, int, int]) -> None:
    assert places("oversized-front-matter", content) == [place]
