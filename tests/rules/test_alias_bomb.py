import pytest

from mdlint.testing import places

BOMB = "a: &a [1,1,1,1,1,1,1,1,1,1]\n" + "".join(
    f"{name}: &{name} [{','.join(['*' + below] * 10)}]\n" for below, name in zip("abcde", "bcdef", strict=True)
)
CHAIN = "".join(f"- &a{n + 1} [*a{n}]\n" for n in range(1000))
MERGES = "".join(f"b{n:03}: {{<<: *a}}\n" for n in range(200))
VALID = {
    "no alias": "---\ntitle: a\n---\n",
    "an alias": "---\na: &a [1, 2]\nb: *a\n---\n",
    "aliases of aliases": "---\na: &a [1, 2]\nb: &b [*a, *a]\nc: [*b, *b]\n---\n",
    "a merge": "---\na: &a {b: 1}\nc: {<<: *a}\n---\n",
    "many aliases of a text": f"---\na: &a text\nb: [{', '.join(['*a'] * 30_000)}]\n---\n",
    "stars in text": "---\ntitle: a *b* c\n---\n",
    "the same name again": "---\na: &a 1\nb: [*a, &a 2]\nc: *a\n---\n",
}
INVALID = {
    "ten by ten": (f"---\n{BOMB}---\n", (7, 8, 7, 10)),
    "as a value": (f"---\n{BOMB}tags: *f\n---\n", (7, 8, 7, 10)),
    "as a key": (f"---\n{BOMB}? *f\n: a\n---\n", (7, 8, 7, 10)),
    "inside itself": ("---\na: &a [*a]\n---\n", (2, 8, 2, 10)),
    "inside itself, further down": ("---\na: &a {b: [{c: *a}]}\n---\n", (2, 16, 2, 18)),
    "merged into itself": ("---\na: &a\n  <<: *a\n---\n", (3, 7, 3, 9)),
    "a chain": (f"---\n- &a0 [1]\n{CHAIN}---\n", (102, 10, 102, 14)),
    "merges": (f"---\na: &a {{{', '.join(f'k{n}' for n in range(1000))}}}\n{MERGES}---\n", (103, 12, 103, 14)),
    "CRLF": ("---\r\n🍞: &a [*a]\r\n---\r\n", (2, 8, 2, 10)),
}


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("alias-bomb", content) == []


@pytest.mark.parametrize(("content", "place"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, place: tuple[int, int, int, int]) -> None:
    assert places("alias-bomb", content) == [place]


def test_the_limit_is_configured() -> None:
    content = "---\na: &a [1, 2, 3]\nb: [*a, *a, *a]\n---\n"
    assert places("alias-bomb", content, config="limits.expanded-nodes = 10") == [(3, 5, 3, 7)]
