import pytest

from mdlint.testing import findings, fixed, places

RULE = "leading-zero-number"
ASTRO, HUGO, MKDOCS = (f"generator = '{name}'" for name in ("astro", "hugo", "mkdocs"))

VALID = {
    "no leading zero": ("a: 0\nb: 10\nc: 100\nd: -5\n", ""),
    "the same to all": ("a: 01\nb: 07\nc: 00\nd: -03\n", ""),
    "quoted": ("a: '0019'\nb: \"010\"\n", ""),
    "tagged": ("a: !!str 0019\n", ""),
    "no numbers": ("a: 0x1F\nb: 0.10\nc: 00-11\nd: 007 Bond\ne: 0012a\n", ""),
    "a date": ("a: 2024-01-05\nb: 08:30\n", ""),
    "as meant": ("a: 08\nb: 09\n", ASTRO),
    "an ISBN that is text": ("isbn: 0593542592\n", "generator = 'jekyll'"),
    "keys are another rule's": ("x: {010: a}\n", ""),
}
INVALID = {
    "an octal number or text": ("a: 08\nb: 09\n", "", [(2, 4, 2, 6), (3, 4, 3, 6)]),
    "not ten": ("a: 010\n", HUGO, [(2, 4, 2, 7)]),
    "text in Python": ("a: 09\n", MKDOCS, [(2, 4, 2, 6)]),
    "zeros that belong to it": ("a: 0019\nb: 007\n", ASTRO, [(2, 4, 2, 8), (3, 4, 3, 7)]),
    "in a list": ("a: [01, 010]\n", "", [(2, 9, 2, 12)]),
    "an ISBN that would be octal": ("isbn: 0345337662\n", "generator = 'jekyll'", [(2, 7, 2, 17)]),
    "an ISBN, read by nobody knows whom": ("isbn: 0593542592\n", "", [(2, 7, 2, 17)]),
    "signed": ("a: -010\n", "", [(2, 4, 2, 8)]),
    "behind an emoji": ("a: {😀: 010}\n", "", [(2, 8, 2, 11)]),
}


@pytest.mark.parametrize(("content", "config"), VALID.values(), ids=VALID)
def test_valid(content: str, config: str) -> None:
    assert places(RULE, f"---\n{content}---\n", config=config) == []


@pytest.mark.parametrize(("content", "config", "expected"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, config: str, expected: list[tuple[int, int, int, int]]) -> None:
    assert places(RULE, f"---\n{content}---\n", config=config) == expected
    assert places(RULE, f"---\n{content}---\n".replace("\n", "\r\n"), config=config) == expected


def test_words() -> None:
    (one,) = findings(RULE, "---\nproposal: 0012\n---\n")
    assert (
        one.message == "`proposal` is `0012`, which Astro and Obsidian read as the number 12, others as the number 10"
    )
    assert one.hint == 'write `12`, or `"0012"` if the zeros belong to it'
    assert one.severity == "info"
    (one,) = findings(RULE, "---\nproposal: 0012\n---\n", config=MKDOCS)
    assert (one.message, one.severity) == ("`proposal` is `0012`, which MkDocs reads as the number 10", "warning")


FIXED = {
    "a name": ("---\nproposal: 0019 # c\n---\n", '---\nproposal: "0019" # c\n---\n'),
    "a place": ("---\nweight: 010\n---\n", "---\nweight: 10\n---\n"),
    "an item, CRLF": ("---\r\n面: [a, 012]\r\n---\r\n", '---\r\n面: [a, "012"]\r\n---\r\n'),
}


@pytest.mark.parametrize(("content", "expected"), FIXED.values(), ids=FIXED)
def test_fixed(content: str, expected: str) -> None:
    assert fixed("leading-zero-number", content) == expected
