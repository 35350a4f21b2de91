import pytest

from mdlint.testing import places

VALID = {
    "no tag": "---\ntitle: a\n---\n",
    "an exclamation mark": "---\ntitle: Bread!\nsubtitle: a !b c\n---\n",
    "in quotes": "---\ntitle: '!important'\n---\n",
    "in a block": "---\ntitle: |\n  !foo\n---\n",
    "core tags": "---\na: !!str 1\nb: !!int 1\nc: !!binary aGk=\nd: !!set {e}\nf: ! g\n---\n",
    "Quarto's tags": "---\ndate: !expr Sys.Date()\nparams: {a: !r 1}\n---\n",
    "in the body": "---\ntitle: a\n---\n!foo\n",
}
INVALID = {
    "a word": ("---\ntitle: !important Bread\n---\n", (2, 8, 2, 18)),
    "Python's": ("---\ntitle: !!python/object/apply:os.getcwd []\n---\n", (2, 8, 2, 39)),
    "verbatim": ("---\ntitle: !<tag:x.org,2024:y> a\n---\n", (2, 8, 2, 27)),
    "with a handle": ("---\ntitle: !foo!bar a\n---\n", (2, 8, 2, 16)),
    "behind an anchor": ("---\ntitle: &a !foo b\n---\n", (2, 11, 2, 15)),
    "in a list": ("---\ntags: [a, !b c]\n---\n", (2, 11, 2, 13)),
    "on a mapping": ("---\ncover: !foo\n  url: a\n---\n", (2, 8, 2, 12)),
    "without a value": ("---\ntitle: !foo\n---\n", (2, 8, 2, 12)),
    "CJK and emoji before": ("---\n标题: [🍞, !foo a]\n---\n", (2, 9, 2, 13)),
    "CRLF": ("---\r\ntitle: a\r\nb: !foo c\r\n---\r\n", (3, 4, 3, 8)),
}


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("unknown-tag", content) == []


@pytest.mark.parametrize(("content", "place"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, place: tuple[int, int, int, int]) -> None:
    assert places("unknown-tag", content) == [place]


def test_each_is_reported() -> None:
    assert places("unknown-tag", "---\na: !b c\nd: !b e\n---\n") == [(2, 4, 2, 6), (3, 4, 3, 6)]


def test_option() -> None:
    content = "---\na: !env HOME\nb: !expr c\n---\n"
    assert places("unknown-tag", content, known=("!env",)) == [(3, 4, 3, 9)]
