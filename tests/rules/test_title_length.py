import pytest

from mdlint.rules.seo import width
from mdlint.testing import findings, places

VALID = {
    "short": "---\ntitle: Rye bread\n---\n",
    "as long as may be": f"---\ntitle: {'a' * 70}\n---\n",
    "many code points, few characters": "---\ntitle: '" + "e\u0301" * 70 + "'\n---\n",
    "spaces do not count twice": f"---\ntitle: '{'a' * 34}     {'b' * 35}'\n---\n",
    "Chinese": f"---\ntitle: {'面' * 35}\n---\n",
    "joined emojis": "---\ntitle: " + "👩\u200d👩\u200d👧" * 35 + "\n---\n",
    "not text": "---\ntitle: [" + "a, " * 80 + "b]\n---\n",
    "none": "---\ndescription: x\n---\n",
}
INVALID = {
    "one too many": (f"---\ntitle: {'a' * 71}\n---\n", [(2, 8, 2, 79)]),
    "Chinese": (f"---\ntitle: {'面' * 36}\n---\n", [(2, 8, 2, 44)]),
    "Korean, CRLF": (f"---\r\ndraft: true\r\ntitle: '{'빵' * 36}'\r\n---\r\n", [(3, 8, 3, 46)]),
    "emojis": (f"---\ntitle: {'🍞' * 36}\n---\n", [(2, 8, 2, 44)]),
    "TOML": (f'+++\ntitle = "{"a" * 71}"\n+++\n', [(2, 9, 2, 82)]),
}


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("title-length", content) == []


@pytest.mark.parametrize(("content", "expected"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, expected: list[tuple[int, int, int, int]]) -> None:
    assert places("title-length", content) == expected


def test_says_how_long() -> None:
    [found] = findings("title-length", f"---\ntitle: {'面' * 36}\n---\n")
    assert found.message == "`title` is 72 characters long, search results show about 70"


def test_options() -> None:
    assert places("title-length", "---\nname: Rye bread\n---\n", field="name", longest=8) == [(2, 7, 2, 16)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rye", 3),
        (" two\n words ", 9),
        ("e\u0301", 1),
        ("面包", 4),
        ("ｆ", 2),
        ("ﾊﾝ", 2),
        ("👍🏽", 2),
        ("👩\u200d👩\u200d👧", 2),
        ("🇩🇪", 2),
        ("각", 2),
        ("\u1100\u1161\u11a8", 2),
        ("कि", 1),
        ("می\u200cخواهم", 7),
    ],
)
def test_measure(text: str, expected: int) -> None:
    assert width(text) == expected
