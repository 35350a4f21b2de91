import pytest

from mdlint.testing import findings, fixed, places

NAMES = ("bread", "Dark Rye", "C#", "面包")
VALID = {
    "known": "---\ntags: [bread, Dark Rye, 'C#', 面包]\n---\n",
    "one alone": "---\ntags: bread\n---\n",
    "none": "---\ntags: []\n---\n",
    "not texts": "---\ntags: [3, null, '', {a: b}, [c]]\n---\n",
    "another field": "---\ncategories: [oven]\n---\n",
}
INVALID = {
    "unknown": ("---\ntags: [bread, oven]\n---\n", [(2, 15, 2, 19)]),
    "in other letters": ("---\ntags:\n  - Bread\n---\n", [(3, 5, 3, 10)]),
    "one alone": ("---\ntags: oven\n---\n", [(2, 7, 2, 11)]),
    "CRLF, behind an emoji": ("---\r\ntags: ['🍞', 黑麦]\r\n---\r\n", [(2, 8, 2, 11), (2, 13, 2, 15)]),
}


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("unknown-tag-name", content, names=NAMES) == []


@pytest.mark.parametrize(("content", "expected"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, expected: list[tuple[int, int, int, int]]) -> None:
    assert places("unknown-tag-name", content, names=NAMES) == expected
    assert places("unknown-tag-name", content) == []


@pytest.mark.parametrize(
    ("tag", "hint"),
    [
        ("dark-rye", "did you mean `Dark Rye`?"),
        ("braed", "did you mean `bread`?"),
        ("oven", "use one of them, or add this one to the option `names`"),
    ],
)
def test_hint(tag: str, hint: str) -> None:
    [found] = findings("unknown-tag-name", f"---\ntags: [{tag}]\n---\n", names=NAMES)
    assert (found.message, found.hint) == (f"`tags[0]` is `{tag}`, which is none of the site's tags", hint)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("---\ntags: [dark-rye] # x\n---\n", "---\ntags: [Dark Rye] # x\n---\n"),
        ("---\ntags: ['braed', \"dark rye\"]\n---\n", "---\ntags: ['bread', \"Dark Rye\"]\n---\n"),
        ("---\ntags:\n- c#\n---\n", '---\ntags:\n- "C#"\n---\n'),
        ('+++\ntags = ["braed"]\n+++\n', '+++\ntags = ["bread"]\n+++\n'),
        ('{\n"tags": ["dark rye"]\n}\n', '{\n"tags": ["Dark Rye"]\n}\n'),
        ("---\ntags: [oven]\n---\n", "---\ntags: [oven]\n---\n"),
        ("---\ntags: [&a braed, *a]\n---\n", "---\ntags: [&a braed, *a]\n---\n"),
    ],
)
def test_fixed(content: str, expected: str) -> None:
    assert fixed("unknown-tag-name", content, names=NAMES) == expected
    fixes = [found.fix for found in findings("unknown-tag-name", content, names=NAMES)]
    assert not any(fix.safe for fix in fixes if fix)


def test_option() -> None:
    assert places("unknown-tag-name", "---\ntags: a\ntopics: [b]\n---\n", names=("c",), fields=("topics",)) == [
        (3, 10, 3, 11)
    ]
