import pytest

from mdlint.testing import findings, places

RULE = "merge-key"

VALID = {
    "an alias": "---\na: &x {b: 1}\nc: *x\n---\n",
    "quoted": "---\na: &x {b: 1}\nc: {'<<': *x}\n---\n",
    "a value": "---\na: <<\nb: x << y\n---\n",
    "the body": "---\na: b\n---\n<<: c\n",
    "TOML": '+++\na = "<<"\n+++\n',
    "no front matter": "<<\n",
}
INVALID = {
    "a mapping": ("---\na: &x {b: 1}\nc:\n  <<: *x\n---\n", (4, 3, 4, 5)),
    "the root": ("---\na: &x {b: 1}\n<<: *x\n---\n", (3, 1, 3, 3)),
    "in braces": ("---\na: &x {b: 1}\nc: {面包: 1, <<: *x}\n---\n", (3, 12, 3, 14)),
    "CRLF": ("---\r\na: &x {b: 1}\r\n<<: [*x]\r\n---\r\n", (3, 1, 3, 3)),
}


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places(RULE, content) == []


@pytest.mark.parametrize(("content", "place"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, place: tuple[int, int, int, int]) -> None:
    assert places(RULE, content) == [place]


def test_words() -> None:
    content = "---\na: &x {b: 1}\n<<: *x\n---\n"
    messages = {
        generator: findings(RULE, content, config=f"generator = '{generator}'")[0].message
        for generator in ("hugo", "obsidian")
    }
    assert messages == {
        "hugo": "`<<` is not part of YAML 1.2, so not every parser merges the fields",
        "obsidian": "`<<` merges nothing here: it is read as the name of a field",
    }
