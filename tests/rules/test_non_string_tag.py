import pytest

from mdlint.testing import findings, fixed, places

VALID = {
    "texts": "---\ntags: [bread, '2024', \"1.0\", 'no']\n---\n",
    "words that are text to most parsers": "---\ntags: [no, on, y]\n---\n",
    "names with digits": "---\ntags: [web3, 3D, 2024-retro, 1.2.3]\n---\n",
    "empty": "---\ntags: ['', null, ~]\n---\n",
    "collections": "---\ntags: [[2024], {a: 1}]\n---\n",
    "no list": "---\ntags: 2024\n---\n",
    "another field": "---\nyears: [2024]\n---\n",
}
INVALID = {
    "a year": ("---\ntags: [bread, 2024]\n---\n", [(2, 15, 2, 19)]),
    "a version": ("---\ntags:\n  - 1.10\n---\n", [(3, 5, 3, 9)]),
    "a boolean and a date": ("---\ntags: [true, 2024-01-05]\n---\n", [(2, 8, 2, 12), (2, 14, 2, 24)]),
    "an alias": ("---\nyear: &y 2024\ntags: [*y]\n---\n", [(3, 8, 3, 10)]),
    "CRLF, behind Chinese": ("---\r\ntags:\r\n  - 🍞 面包\r\n  - 3\r\n---\r\n", [(4, 5, 4, 6)]),
    "TOML": ("+++\ntags = [1, 2]\n+++\n", [(2, 9, 2, 10), (2, 12, 2, 13)]),
}


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("non-string-tag", content) == []


@pytest.mark.parametrize(("content", "expected"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, expected: list[tuple[int, int, int, int]]) -> None:
    assert places("non-string-tag", content) == expected


@pytest.mark.parametrize(
    ("tag", "generator", "expected"),
    [
        ("2024", None, "info"),
        ("1.10", None, "error"),
        ("true", None, "info"),
        ("2024-01-05", None, "error"),
        ("2024", "astro", "error"),
        ("2024", "hugo", None),
        ("1.5", "jekyll", None),
        ("1.10", "hugo", "error"),
        ("no", "mkdocs", "error"),
    ],
)
def test_severity(tag: str, generator: str | None, expected: str | None) -> None:
    config = f"generator = '{generator}'" if generator else ""
    found = findings("non-string-tag", f"---\ntags: [{tag}]\n---\n", config=config)
    assert [f.severity for f in found] == ([expected] if expected else [])


def test_message() -> None:
    [found] = findings("non-string-tag", "---\ntags: [1.10]\n---\n")
    assert (found.message, found.hint) == ("`tags[0]` is the number 1.1, not a text", 'put quotes around it: `"1.10"`')


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("---\ntags: [bread, 1.10] # x\n---\n", '---\ntags: [bread, "1.10"] # x\n---\n'),
        ("---\r\ntags:\r\n- 2024-01-05\r\n---\r\n", '---\r\ntags:\r\n- "2024-01-05"\r\n---\r\n'),
        ("+++\ntags = [1.10, true]\n+++\n", '+++\ntags = ["1.10", "true"]\n+++\n'),
        ('{\n"tags": [1.10]\n}\n', '{\n"tags": ["1.10"]\n}\n'),
    ],
)
def test_fixed(content: str, expected: str) -> None:
    assert fixed("non-string-tag", content) == expected
    assert places("non-string-tag", expected) == []


def test_unfixed() -> None:
    for content in ("---\ntags: [!!int '3']\n---\n", "---\na: &a 3\ntags: [*a]\n---\n"):
        assert [found.fix for found in findings("non-string-tag", content)] == [None]


def test_option() -> None:
    assert places("non-string-tag", "---\ntags: [1]\ntopics: [1]\n---\n", fields=("topics",)) == [(3, 10, 3, 11)]
