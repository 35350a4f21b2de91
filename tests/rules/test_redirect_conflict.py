import pytest

from mdlint.testing import findings, places


def page(more: str = "") -> str:
    return f"---\ntitle: Rye bread\n{more}---\n"


@pytest.mark.parametrize(
    ("generator", "path", "content", "files"),
    [
        ("hugo", "content/a.md", page("aliases: [/b/, c]\n"), {"content/d.md": page()}),
        ("hugo", "content/x/a.md", page("aliases: [b]\n"), {"content/b.md": page()}),
        ("hugo", "content/a.md", page("aliases: [/B/]\n"), {"content/b.md": page()}),
        ("hugo", "content/a.de.md", page("aliases: [/b/]\n"), {"content/b.md": page()}),
        ("hugo", "content/a.md", page("aliases: [/b/, /b/]\n"), {}),
        ("hugo", "content/a.md", page("aliases: ['https://old.site/b/']\n"), {"content/b.md": page()}),
        ("hugo", "content/a.md", page("aliases: [/b/]\ndraft: true\n"), {"content/b.md": page()}),
        ("hugo", "content/a.md", page("aliases: [1, [b], '']\n"), {"content/b.md": page()}),
        ("jekyll", "a.md", page("redirect_from: /b/\n"), {"b.md": page()}),
        ("obsidian", "a.md", page("aliases: [b]\n"), {"b.md": page("aliases: [b]\n")}),
        ("docusaurus", "docs/a.md", page("aliases: [/b]\n"), {"docs/b.md": page("aliases: [/b]\n")}),
    ],
)
def test_valid(generator: str, path: str, content: str, files: dict[str, str]) -> None:
    assert places("redirect-conflict", content, path=path, files=files, config=f"generator = '{generator}'") == []


@pytest.mark.parametrize(
    ("generator", "path", "content", "other", "expected"),
    [
        ("hugo", "content/a.md", page("aliases: [/b/]\n"), "content/b.md", "`aliases[0]` redirects from `/b/`, which is the address of `content/b.md`"),
        ("hugo", "content/x/a.md", page("aliases: b\n"), "content/x/b/index.md", "`aliases` redirects from `b`, which is the address of `content/x/b/index.md`"),
        ("hugo", "content/a.md", page("aliases: [/a]\n"), "content/b.md", "`aliases[0]` redirects from `/a`, the page's own address"),
        ("zola", "content/x/a.md", page("aliases: [b]\n"), "content/b.md", "`aliases[0]` redirects from `b`, which is the address of `content/b.md`"),
        ("quarto", "x/a.qmd", page("aliases: [b.html]\n"), "x/b.qmd", "`aliases[0]` redirects from `b.html`, which is the address of `x/b.qmd`"),
        ("quarto", "a.qmd", page("aliases: [/b/]\n"), "b/index.qmd", "`aliases[0]` redirects from `/b/`, which is the address of `b/index.qmd`"),
        ("jekyll", "a.md", page("redirect_from: [/b.html]\n"), "b.md", "`redirect_from[0]` redirects from `/b.html`, which is the address of `b.md`"),
    ],
)  # fmt: skip
def test_a_page_is_there(generator: str, path: str, content: str, other: str, expected: str) -> None:
    config = f"generator = '{generator}'"
    [found] = findings("redirect-conflict", content, path=path, files={other: page()}, config=config)
    assert found.message == expected
    [*there] = findings("redirect-conflict", page(), path=other, files={path: content}, config=config)
    if "own" not in expected:
        assert [f.message for f in there] == [f"the page's address is one that `{path}` redirects from"]


def test_two_redirects() -> None:
    files = {"content/b.md": page("aliases: [/old/]\n"), "content/c.md": page("aliases: [/x/, /old]\n")}
    [found] = findings(
        "redirect-conflict", files["content/b.md"], path="content/b.md", files=files, config="generator = 'hugo'"
    )
    assert found.message == "`aliases[0]` redirects from `/old/`, as does `content/c.md`"
    assert found.span == (3, 11, 3, 16)


def test_a_permalink() -> None:
    files = {"x.md": page("permalink: /old/\n")}
    content = page("redirect_from: /old/index.html\n")
    [found] = findings("redirect-conflict", content, path="a.md", files=files, config="generator = 'jekyll'")
    assert found.message.endswith("which is the address of `x.md`")
