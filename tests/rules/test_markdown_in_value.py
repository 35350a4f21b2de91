import pytest

from mdlint.testing import findings, fixed, places

VALID = {
    "emphasis inside": "---\ntitle: Rye bread is **not** hard\n---\n",
    "two emphases": "---\ntitle: '**Rye** and **wheat**'\n---\n",
    "a film's title": "---\ntitle: '*Bread and Roses*'\n---\n",
    "a name of Python's": "---\ntitle: __init__\n---\n",
    "a pattern": "---\napplyTo: '**/*.ts, **/*.js'\ntags: ['**']\n---\n",
    "a hash tag": "---\ntags: ['#bread', C#, '# 1']\n---\n",
    "a number": "---\ntitle: '# 1 in bread'\n---\n",
    "a field for Markdown": "---\nbody: '# Rye'\nfooter: '**Rye**'\nexcerpt: '**Rye**'\n---\n",
    "Markdown of several lines": "---\ndescription: |\n  # Rye\n\n  Bread.\n---\n",
    "a comment": "---\ntitle: a # b\n---\n",
    "the body": "---\ntitle: a\n---\n# a\n\n**b**\n",
    "not text": "---\ntags: [1, null]\n---\n",
    "nothing": "",
}
INVALID = {
    "bold": ("---\ntitle: '**Rye bread**'\n---\n", [(2, 8, 2, 23)], "---\ntitle: 'Rye bread'\n---\n"),
    "a heading": ('---\ntitle: "# Rye bread"\n---\n', [(2, 8, 2, 21)], '---\ntitle: "Rye bread"\n---\n'),
    "a closed heading": ('---\ntitle: "## 面包 ##"\n---\n', [(2, 8, 2, 18)], '---\ntitle: "面包"\n---\n'),
    "an apostrophe": ("---\ntitle: '**It''s 🍞**' # a\n---\n", [(2, 8, 2, 21)], "---\ntitle: 'It''s 🍞' # a\n---\n"),
    "quotes": ('---\ntitle: "**My \\"rye\\"**"\n---\n', [(2, 8, 2, 24)], "---\ntitle: 'My \"rye\"'\n---\n"),
    "quotes in TOML": ('+++\ntitle = "**My \\"rye\\"**"\n+++\n', [(2, 9, 2, 25)], '+++\ntitle = "**My \\"rye\\"**"\n+++\n'),
    "items": ("---\ntags: ['**a**', b]\n---\n", [(2, 8, 2, 15)], "---\ntags: ['a', b]\n---\n"),
    "a number stays text": ("---\ntitle: '**2024**'\n---\n", [(2, 8, 2, 18)], "---\ntitle: '2024'\n---\n"),
    "meta": ("---\nmeta:\n- {name: a, content: '**b**'}\n---\n", [(3, 22, 3, 29)], "---\nmeta:\n- {name: a, content: 'b'}\n---\n"),
    "TOML": ("+++\ntitle = '# Rye'\n+++\n", [(2, 9, 2, 16)], "+++\ntitle = 'Rye'\n+++\n"),
    "plain TOML": ('+++\ntitle = """# Rye"""\n+++\n', [(2, 9, 2, 20)], '+++\ntitle = """# Rye"""\n+++\n'),
    "JSON": ('{"title": "**Rye**"}\n', [(1, 11, 1, 20)], '{"title": "Rye"}\n'),
    "CRLF": ("---\r\na: b\r\ntitle: '**a**'\r\n---\r\n", [(3, 8, 3, 15)], "---\r\na: b\r\ntitle: 'a'\r\n---\r\n"),
}  # fmt: skip


@pytest.mark.parametrize("content", VALID.values(), ids=VALID)
def test_valid(content: str) -> None:
    assert places("markdown-in-value", content) == []


@pytest.mark.parametrize(("content", "expected", "repaired"), INVALID.values(), ids=INVALID)
def test_invalid(content: str, expected: list[tuple[int, int, int, int]], repaired: str) -> None:
    assert places("markdown-in-value", content) == expected
    assert fixed("markdown-in-value", content) == repaired


def test_words() -> None:
    (found,) = findings("markdown-in-value", "---\ntitle: '**Rye**'\n---\n")
    assert found.message == "`title` is marked up as bold"
    (found,) = findings("markdown-in-value", "---\ntitle: '# Rye'\n---\n")
    assert found.message == "`title` is a Markdown heading"
