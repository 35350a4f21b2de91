import pytest

from mdlint.testing import findings, fixed, places

VALID = {
    "a list": "---\ntags: [bread, dark rye]\n---\n",
    "no tags": "---\ntags: []\ncategories:\n---\n",
    "one tag": "---\ntags: bread\n---\n",
    "Jekyll's words": "---\ntags: bread rye\ncategories: jekyll update\n---\n",
    "another field": "---\ntitle: bread, rye\nkeywords: bread, rye, oven\n---\n",
    "prose": "---\ntags: Things that I learned about bread, and what the oven said\n---\n",
    "a comma at the end": "---\ntags: bread,\n---\n",
    "a town": "---\ntags: [bread, 'Portland, Oregon', 'Salem, Oregon, USA']\n---\n",
    "a town alone": "---\ntags:\n  - Portland, Oregon\n---\n",
    "a category with a comma": "---\ncategories: Bread, Rolls & Buns\n---\n",
    "a category that is an enumeration": "---\ncategories: [ovens, 'bread, rolls, and buns']\n---\n",
    "a number": "---\ntags: ['1,000', '2,4-D']\n---\n",
    "a sentence": "---\ntags: [a, 'ah, so this is how the bread gets its crust', b]\n---\n",
    "Chinese prose": f"---\ntags: ['{'面包' * 30}，{'黑麦' * 30}']\n---\n",
    "a link": "---\ncategories: '[[Bread]]'\ntags: ['[[Rye]]']\n---\n",
    "a pattern to fill in": "---\ntags: '[your tags]'\n---\n",
    "a heading's mark": "---\ntags: '#bread'\n---\n",
    "not text": "---\ntags: {a: 'b, c'}\ncategories: 3\n---\n",
    "items that are not text": "---\ntags: [3, null, {a: 'b, c, d'}, [b, c]]\n---\n",
}
INVALID = {
    "plain": ("---\ntags: bread, rye, oven\n---\n", [(2, 7, 2, 23)]),
    "without spaces": ("---\ntags: 'bread,rye'\n---\n", [(2, 7, 2, 18)]),
    "semicolons": ("---\ntags: Bread; Rye\n---\n", [(2, 7, 2, 17)]),
    "Chinese": ("---\ntags: 面包、黑麦\ncategories: 面包，黑麦\n---\n", [(2, 7, 2, 12), (3, 13, 3, 18)]),
    "categories": ("---\ncategories: bread, rye\n---\n", [(2, 13, 2, 23)]),
    "hashtags": ("---\ntags: '#bread #rye'\n---\n", [(2, 7, 2, 20)]),
    "hashtags and commas in a category": ("---\ncategories: '#Bread, #Rye'\n---\n", [(2, 13, 2, 27)]),
    "a list in quotes": ("---\ntags: '[bread, rye]'\n---\n", [(2, 7, 2, 21)]),
    "a printed list with one quote too many": ("---\ntags: \"['bread', 'Ada's']\"\n---\n", [(2, 7, 2, 27)]),
    "a printed empty list": ("---\ntags: '[]'\n---\n", [(2, 7, 2, 11)]),
    "a list in quotes in an item": ("---\ntags: ['[bread, rye]']\n---\n", [(2, 8, 2, 22)]),
    "in the only item": ("---\ntags:\n  - Bread, Rye, Oven\n---\n", [(3, 5, 3, 21)]),
    "two in lower case in the only item": ("---\ntags: ['bread, rye']\n---\n", [(2, 8, 2, 20)]),
    "in one of some items": ("---\ntags: [oven, 'bread, dark rye, crust']\n---\n", [(2, 14, 2, 38)]),
    "many": ("---\ntags: [Oven, 'Bread, Rye, Crust, Crumb']\n---\n", [(2, 14, 2, 40)]),
    "CRLF, behind an emoji": ("---\r\ntags:\r\n  - 🍞\r\n  - 面包、黑麦\r\n---\r\n", [(4, 5, 4, 10)]),
}


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("tags-not-a-list", content) == []


@pytest.mark.parametrize(("content", "expected"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, expected: list[tuple[int, int, int, int]]) -> None:
    assert places("tags-not-a-list", content) == expected


@pytest.mark.parametrize(
    ("value", "message", "hint"),
    [
        ("bread, rye", "`tags` is one text that holds 2 tags", "write a list: `[bread, rye]`"),
        ("C#, a, b, c", "`tags` is one text that holds 4 tags", 'write a list: `["C#", a, b, …]`'),
        ("'[a, b]'", "`tags` is a list printed as text", "remove the quotes around it: `[a, b]`"),
        ("['a, b, c']", "`tags[0]` holds 3 tags in one", "write each as an item of its own: `[a, b, c]`"),
    ],
)
def test_message(value: str, message: str, hint: str) -> None:
    [found] = findings("tags-not-a-list", f"---\ntags: {value}\n---\n")
    assert (found.message, found.hint) == (message, hint)


def test_option() -> None:
    content = "---\ntags: bread, rye\ntopics: bread, rye\n---\n"
    assert places("tags-not-a-list", content, fields=("topics",)) == [(3, 9, 3, 19)]


FIXED = {
    "plain": ("---\ntags: bread, dark rye # x\n---\n", "---\ntags: [bread, dark rye] # x\n---\n", True),
    "what needs quotes": ("---\ntags: 'C#, no, 2024, a: b'\n---\n", '---\ntags: ["C#", "no", "2024", "a: b"]\n---\n', True),
    "over lines": ("---\ntags: bread,\n  rye\ntitle: x\n---\n", "---\ntags: [bread, rye]\ntitle: x\n---\n", True),
    "Chinese, CRLF": ("---\r\ncategories: 面包、黑麦\r\n---\r\n", "---\r\ncategories: [面包, 黑麦]\r\n---\r\n", True),
    "categories": ("---\ncategories: bread, rye\n---\n", "---\ncategories: [bread, rye]\n---\n", False),
    "hashtags": ("---\ntags: '#bread #rye'\n---\n", '---\ntags: ["#bread", "#rye"]\n---\n', False),
    "hashtags and commas": ("---\ntags: '#bread, #rye,#oven'\n---\n", '---\ntags: ["#bread", "#rye", "#oven"]\n---\n', False),
    "a printed list": ("---\ntags: '[bread, dark rye]'\n---\n", "---\ntags: [bread, dark rye]\n---\n", True),
    "a printed empty list": ("---\ntags: '[]'\n---\n", "---\ntags: []\n---\n", True),
    "an item": ("---\ntags: [oven, 'bread, dark rye, crust']\n---\n", "---\ntags: [oven, bread, dark rye, crust]\n---\n", False),
    "an item on its line": (
        "---\ntags:\n  - bread, rye, oven # x\ntitle: x\n---\n",
        "---\ntags:\n  - bread\n  - rye\n  - oven # x\ntitle: x\n---\n",
        False,
    ),
    "TOML": ('+++\ntags = "bread, rye"\n+++\n', '+++\ntags = ["bread", "rye"]\n+++\n', True),
    "JSON": ('{\n"tags": "bread, rye"\n}\n', '{\n"tags": ["bread", "rye"]\n}\n', True),
}  # fmt: skip
UNFIXED = {
    "a block": "---\ntags: |\n  bread, rye\n---\n",
    "an alias": "---\ntags: &t bread, rye\ntopics: *t\n---\n",
    "quotes of one side": '---\ntags: "[bread, ry\'e]"\n---\n',
}


@pytest.mark.parametrize(("content", "expected", "safe"), FIXED.values(), ids=FIXED)
def test_fixed(content: str, expected: str, safe: bool) -> None:
    assert [found.fix and found.fix.safe for found in findings("tags-not-a-list", content)] == [safe]
    repaired = fixed("tags-not-a-list", content)
    assert repaired == expected
    assert places("tags-not-a-list", repaired) == []


@pytest.mark.parametrize("content", UNFIXED.values(), ids=UNFIXED)
def test_unfixed(content: str) -> None:
    assert [found.fix for found in findings("tags-not-a-list", content)] == [None]
