import pytest

from mdlint.testing import findings, fixed, places

RULE = "ambiguous-number"
ASTRO, DOCUSAURUS, MKDOCS, JEKYLL, HUGO, OBSIDIAN = (
    f"generator = '{name}'" for name in ("astro", "docusaurus", "mkdocs", "jekyll", "hugo", "obsidian")
)

VALID = {
    "numbers to all": ("a: 1\nb: -1.5\nc: 0x1F\nd: .5\ne: 5.\nf: 1.10\ng: 18446744073709551616\n", ""),
    "numbers to all, known": ("a: 1\nb: -1.5\nc: 0xff8800\nd: .5\ne: 5.\n", HUGO),
    "other rules' numbers": ("a: 010\nb: 08\nc: 12:30\n", ""),
    "text to all": ("a: 1.2.3\nb: 1e\nc: 0xg\nd: 0o8\ne: 1_x\nf: _1\ng: 1 000\nh: 1st\n", ""),
    "thousands with commas": ("a: 1,000\nb: 1,234,567\n", JEKYLL),
    "quoted": ("a: '1_000'\nb: \"1e3\"\n", ""),
    "tagged": ("a: !!str 1e3\n", ""),
    "a number as meant": ("a: 1e3\nb: 6.02e23\n", ASTRO),
    "thousands as meant": ("a: 1_000\nb: 1_000_000\n", MKDOCS),
    "text as meant": ("a: 2024_01\nb: 12e4567\nc: 1_0.5\n", ASTRO),
    "a date": ("a: 2024-01-05\nb: 2024-01-05T10:00:00Z\n", ""),
}
INVALID = {
    "thousands": ("a: 1_000\n", "", [(2, 4, 2, 9)]),
    "thousands that are text": ("a: 1_000\n", ASTRO, [(2, 4, 2, 9)]),
    "a month that is a number": ("a: 2024_01\n", MKDOCS, [(2, 4, 2, 11)]),
    "exponents": ("a: 1e3\n", "", [(2, 4, 2, 7)]),
    "an exponent that is text": ("a: 1e3\n", HUGO, [(2, 4, 2, 7)]),
    "a hash that is infinite": ("a: 12e4567\n", DOCUSAURUS, [(2, 4, 2, 11)]),
    "octal": ("a: 0o14\n", MKDOCS, [(2, 4, 2, 8)]),
    "binary": ("a: 0b11\n", OBSIDIAN, [(2, 4, 2, 8)]),
    "a fraction alone": ("a: -.5\n", ASTRO, [(2, 4, 2, 7)]),
    "a decimal comma": ("a: 1,5\n", JEKYLL, [(2, 4, 2, 7)]),
    "in a list": ("a:\n- 1_000\n- 1000\n", ASTRO, [(3, 3, 3, 8)]),
    "behind wide characters": ("a: {数: 1e3}\n", "", [(2, 8, 2, 11)]),
}


@pytest.mark.parametrize(("content", "config"), VALID.values(), ids=VALID)
def test_valid(content: str, config: str) -> None:
    assert places(RULE, f"---\n{content}---\n", config=config) == []


@pytest.mark.parametrize(("content", "config", "expected"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, config: str, expected: list[tuple[int, int, int, int]]) -> None:
    assert places(RULE, f"---\n{content}---\n", config=config) == expected
    assert places(RULE, f"---\n{content}---\n".replace("\n", "\r\n"), config=config) == expected


def test_words() -> None:
    first, second = findings(RULE, "---\na: 1_000\nb: 2024_01\n---\n")
    assert first.message == "`a` is `1_000`, which Astro and Obsidian read as text, others as the number 1000"
    assert first.hint == 'write the number with digits alone, or `"1_000"` if text is meant'
    assert second.hint == 'write `"2024_01"`'
    assert first.severity == "info"
    (one,) = findings(RULE, "---\na: 12e4567\n---\n", config=DOCUSAURUS)
    assert (one.message, one.severity) == ("`a` is `12e4567`, which Docusaurus reads as the number Infinity", "warning")


FIXED = {
    "thousands": ("---\nn: 1_000 # c\n---\n", "---\nn: 1000 # c\n---\n"),
    "a power": ("---\nn: 1e3\n---\n", "---\nn: 1000\n---\n"),
    "octal, CRLF": ("---\r\n面: 0o14\r\n---\r\n", "---\r\n面: 12\r\n---\r\n"),
    "a hash": ("---\nn: 12e4567\n---\n", '---\nn: "12e4567"\n---\n'),
    "not a fraction": ("---\nn: 1.5e0\n---\n", "---\nn: 1.5e0\n---\n"),
}


@pytest.mark.parametrize(("content", "expected"), FIXED.values(), ids=FIXED)
def test_fixed(content: str, expected: str) -> None:
    assert fixed("ambiguous-number", content) == expected
