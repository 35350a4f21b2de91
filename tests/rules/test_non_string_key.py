import pytest

from mdlint.testing import findings, fixed, places

RULE = "non-string-key"
ASTRO, MKDOCS, JEKYLL, HUGO = (f"generator = '{name}'" for name in ("astro", "mkdocs", "jekyll", "hugo"))

VALID = {
    "text": ("title: a\na b: {c-d: e}\n", ""),
    "quoted": ("'2024': a\n\"true\": b\n'null': c\n", ""),
    "text that starts with a digit": ("2nd: a\n1.2.3: b\n-x: c\n.5a: d\n", ""),
    "another rule's": ("yes: a\non: b\nn: c\n", MKDOCS),
    "an explicit key": ("? a b\n: c\n", ""),
    "a question": ("a: why? [b]\n", ""),
    "a value": ("a: 2024\nb: true\nc: ~\n", ""),
    "unchanged in JavaScript": ("2024: a\n-1: b\ntrue: c\nnull: d\n", ASTRO),
    "unchanged in Hugo": ("2024: a\n2024-01-05: b\ntrue: c\n", HUGO),
    "TOML": ("+++\n2024 = 1\n+++\n", ""),
}
INVALID = {
    "a year": ("2024: a\n", "", [(2, 1, 2, 5)]),
    "a year in Python": ("a: {2024: b}\n", MKDOCS, [(2, 5, 2, 9)]),
    "a boolean and null": ("true: a\n~: b\n", JEKYLL, [(2, 1, 2, 5), (3, 1, 3, 2)]),
    "a version in JavaScript": ("a:\n  1.10: b\n", ASTRO, [(3, 3, 3, 7)]),
    "octal in Hugo": ("010: a\n", HUGO, [(2, 1, 2, 4)]),
    "a date in JavaScript": ("2024-01-05: a\n", ASTRO, [(2, 1, 2, 11)]),
    "spelt in another way": ("True: a\n", ASTRO, [(2, 1, 2, 5)]),
    "in a list": ("a:\n- 1: b\n", MKDOCS, [(3, 3, 3, 4)]),
    "a list": ("? [a, b]\n: c\n", "", [(2, 3, 2, 9)]),
    "a mapping, nested": ("a:\n  ? b: c\n  : d\n", "", [(3, 5, 3, 9)]),
    "behind wide characters": ("面包: {1: b}\n", MKDOCS, [(2, 6, 2, 7)]),
}


@pytest.mark.parametrize(("content", "config"), VALID.values(), ids=VALID)
def test_valid(content: str, config: str) -> None:
    content = content if content.startswith("+++") else f"---\n{content}---\n"
    assert places(RULE, content, config=config) == []


@pytest.mark.parametrize(("content", "config", "expected"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, config: str, expected: list[tuple[int, int, int, int]]) -> None:
    assert places(RULE, f"---\n{content}---\n", config=config) == expected
    assert places(RULE, f"---\n{content}---\n".replace("\n", "\r\n"), config=config) == expected


def test_words_and_fix() -> None:
    content = "---\n2024: a\n2024-01-05: b\n~: c\n---\n"
    first, second, third = findings(RULE, content)
    assert first.message == (
        "the name `2024` has no quotes: MkDocs and Jekyll read it as the number 2024, others as the text `2024`"
    )
    assert first.hint == 'put quotes around it: `"2024"`'
    assert second.message == (
        "the name `2024-01-05` has no quotes: Astro and Docusaurus read it as the long form of a date,"
        " MkDocs and Jekyll as a date, others as the text `2024-01-05`"
    )
    assert third.message == (
        "the name `~` has no quotes: Obsidian reads it as empty text, MkDocs and Jekyll as nothing,"
        " others as the text `null`"
    )
    assert fixed(RULE, content) == '---\n"2024": a\n"2024-01-05": b\n"~": c\n---\n'
