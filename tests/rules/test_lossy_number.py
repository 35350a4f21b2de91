import pytest

from mdlint.testing import findings, fixed, places

RULE = "lossy-number"
ASTRO, MKDOCS, HUGO = (f"generator = '{name}'" for name in ("astro", "mkdocs", "hugo"))

VALID = {
    "a tag, of which non-string-tag speaks": ("tags: [v2, 2.10]\n", ""),
    "quoted": ("version: '1.10'\nid: \"1480000000000000001\"\n", ""),
    "tagged": ("version: !!str 1.10\n", ""),
    "not a version": ("price: 2.50\nweight: 1.0\nlat: 52.520\nrating: 4.50\n", ""),
    "no zero at the end": ("version: 1.1\nversions: [3.9, 3.11]\n", ""),
    "three numbers": ("version: 1.10.0\nrelease: v1.10\n", ""),
    "an integer that fits": ("isbn: 9780201483406\nid: 9007199254740992\n", ""),
    "an integer that Python holds": ("id: 1480000000000000001\n", MKDOCS),
    "an integer that is even in binary": ("id: 9007199254740994\n", ASTRO),
    "the zero stays": ("version: 1.0\n", MKDOCS),
    "the zero may stay": ("version: 1.0\ntitle: 2.0\n", ""),
}
INVALID = {
    "a version": ("version: 1.10\n", "", [(2, 10, 2, 14)]),
    "a version in Python": ("version: 1.10\n", MKDOCS, [(2, 10, 2, 14)]),
    "versions": ("versions: [3.9, 3.10]\n", "", [(2, 17, 2, 21)]),
    "another name": ("minVersion: 1.20\npython_version: 3.10\nsince: 0.10\n", "", [(2, 13, 2, 17), (3, 17, 3, 21), (4, 8, 4, 12)]),
    "a title": ("title: 3.10\n", "", [(2, 8, 2, 12)]),
    "the zero is lost": ("version: 1.0\n", ASTRO, [(2, 10, 2, 13)]),
    "the zero is lost in Hugo": ("version: 1.00\n", HUGO, [(2, 10, 2, 14)]),
    "digits are lost": ("id: 1480000000000000001\n", ASTRO, [(2, 5, 2, 24)]),
    "digits may be lost": ("id: -9007199254740993\n", "", [(2, 5, 2, 22)]),
    "behind wide characters": ("a: {软件: {version: 1.10}}\n", "", [(2, 19, 2, 23)]),
}  # fmt: skip


@pytest.mark.parametrize(("content", "config"), VALID.values(), ids=VALID)
def test_valid(content: str, config: str) -> None:
    assert places(RULE, f"---\n{content}---\n", config=config) == []


@pytest.mark.parametrize(("content", "config", "expected"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, config: str, expected: list[tuple[int, int, int, int]]) -> None:
    assert places(RULE, f"---\n{content}---\n", config=config) == expected
    assert places(RULE, f"---\n{content}---\n".replace("\n", "\r\n"), config=config) == expected


def test_words_and_fix() -> None:
    content = "---\nversion: 1.10\n---\n"
    (one,) = findings(RULE, content)
    assert one.message == "`version` is `1.10`, which all parsers read as the number 1.1"
    assert one.hint == 'put quotes around it: `"1.10"`'
    assert fixed(RULE, content) == '---\nversion: "1.10"\n---\n'
    (one,) = findings(RULE, "---\nid: 1480000000000000001\n---\n", config=ASTRO)
    assert one.message == "`id` is `1480000000000000001`, which Astro reads as the number 1480000000000000000"


def test_option() -> None:
    assert places(RULE, "---\nprice: 2.50\ntitle: 2.50\n---\n", fields=("price",)) == [(2, 8, 2, 12)]
