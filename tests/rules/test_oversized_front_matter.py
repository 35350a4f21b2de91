import pytest

from mdlint.testing import places

VALID = {
    "a post": "---\ntitle: a\n---\n",
    "a large body": "---\ntitle: a\n---\n" + "words\n" * 300_000,
    "a long value": f"---\ntitle: {'a' * 1_000_000}\n---\n",
    "many values": f"---\ntags: [{'a, ' * 90_000}]\n---\n",
    "nested as deep as allowed": f"---\na: {'[' * 99}{']' * 99}\n---\n",
    "TOML, nested as deep as allowed": f"+++\na = {'[' * 99}{']' * 99}\n[{'b.' * 98}b]\n+++\n",
    "TOML, many dots": f"+++\na = '''\n{'b.' * 1000}\n'''\nc.'d.e'.f = 1.5\n+++\n",
    "aliases that stand for much": "---\na: &a [1, 2, 3]\nb: [*a, *a, *a]\n---\n",
}
INVALID = {
    "bytes": (f"---\ntitle: {'a' * 1_100_000}\n---\n", (1, 1, 1, 4)),
    "bytes of CJK": (f"---\ntitle: {'面' * 400_000}\n---\n", (1, 1, 1, 4)),
    "values": ("---\ntags:\n" + "- a\n" * 110_000 + "---\n", (100_002, 3, 100_002, 4)),
    "deep brackets": (f"---\na: {'[' * 100_000}{']' * 100_000}\n---\n", (2, 103, 2, 104)),
    "deep lists": (f"---\na:\n  {'- ' * 100_000}a\n---\n", (3, 201, 3, 202)),
    "never closed brackets": (f"---\na: {'[' * 100_000}\n---\n", (2, 103, 2, 104)),
    "deep brackets behind a broken value": (f"---\na: 'b' c\nd: {'[' * 2000}\n---\n", (3, 103, 3, 104)),
    "TOML, deep brackets": (f"+++\na = {'[' * 100_000}{']' * 100_000}\n+++\n", (2, 1, 2, 2)),
    "TOML, deep tables": (f"+++\na = {'{b = ' * 100_000}\n+++\n", (2, 1, 2, 2)),
    "TOML, a key of many parts": (f"+++\n{'a.' * 100_000}b = 1\n+++\n", (2, 1, 2, 2)),
    "TOML, a header of many parts": (f"+++\n[{'a.' * 100}b]\n+++\n", (2, 2, 2, 3)),
    "TOML, a deep header": (f"+++\n[{'a.' * 99}b]\n+++\n", (2, 1, 2, 2)),
    "TOML, long number": (f"+++\na = {'1' * 5000}\n+++\n", (2, 1, 2, 2)),
    "JSON, deep brackets": (f'{{"a": {"[" * 100_000}{"]" * 100_000}}}\n', (1, 1, 1, 2)),
    "JSON, deep braces": ('{"a": ' * 100_000, (1, 1, 1, 2)),
    "JSON, long number": (f'{{"a": {"1" * 5000}}}\n', (1, 1, 1, 2)),
    "CRLF": (f"---\r\n🍞: {'[' * 200}{']' * 200}\r\n---\r\n", (2, 103, 2, 104)),
}


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("oversized-front-matter", content) == []


@pytest.mark.parametrize(("content", "place"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, place: tuple[int, int, int, int]) -> None:
    assert places("oversized-front-matter", content) == [place]


LIMITED = {
    "bytes": ("limits.bytes = 20", "---\ntitle: Rye bread from Ghent\n---\n", (1, 1, 1, 4)),
    "depth": ("limits.depth = 2", "---\na: {b: {c: 1}}\n---\n", (2, 8, 2, 9)),
    "depth of TOML": ("limits.depth = 2", "+++\na.b.c = 1\n+++\n", (2, 1, 2, 2)),
    "nodes": ("limits.nodes = 4", "---\na: [b, c, d, e]\n---\n", (2, 14, 2, 15)),
}


@pytest.mark.parametrize(("config", "content", "place"), LIMITED.values(), ids=LIMITED)
def test_limits_are_configured(config: str, content: str, place: tuple[int, int, int, int]) -> None:
    assert places("oversized-front-matter", content) == []
    assert places("oversized-front-matter", content, config=config) == [place]


@pytest.mark.parametrize("brackets", [1000, 1001, 5000])
def test_the_greatest_depth(brackets: int) -> None:
    content = f"---\na: {'[' * brackets}{']' * brackets}\n---\n"
    assert places("oversized-front-matter", content, config="limits.depth = 1000") == [(2, 1003, 2, 1004)]
