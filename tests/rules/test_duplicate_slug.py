import pytest

from mdlint.testing import findings, places


def page(more: str = "") -> str:
    return f"---\ntitle: Rye bread\n{more}---\n"


@pytest.mark.parametrize(
    ("generator", "path", "content", "files"),
    [
        ("hugo", "content/a.md", page(), {"content/b.md": page()}),
        ("hugo", "content/a.md", page("slug: b\n"), {"content/x/b.md": page()}),
        ("hugo", "content/a.md", page(), {"content/a.de.md": page()}),
        ("hugo", "content/en/a.md", page("url: /a/\n"), {"content/de/a.md": page("url: /a/\n")}),
        ("hugo", "content/a.md", page(), {"content/b.md": page("slug: a\ndraft: true\n")}),
        ("hugo", "content/a.md", page(), {"content/b.md": page("slug: a\nheadless: true\n")}),
        ("hugo", "content/a.md", page(), {"content/b.md": page("slug: a\nbuild:\n  render: never\n")}),
        ("jekyll", "a.md", page("permalink: /a/\nlang: en\n"), {"b.md": page("permalink: /a/\nlang: es\n")}),
        ("jekyll", "a.md", page("permalink: /:title/\n"), {"b.md": page("permalink: /:title/\n")}),
        ("eleventy", "a.md", page("permalink: false\n"), {"b.md": page("permalink: false\n")}),
        ("mkdocs", "docs/index.md", page(), {"docs/README.md": page()}),
        ("vitepress", "a.md", page(), {"a/index.md": page()}),
        ("quarto", "a.qmd", page(), {"a.md": page()}),
        ("obsidian", "a/x.md", page("slug: x\n"), {"b/x.md": page("slug: x\n")}),
    ],
)
def test_valid(generator: str, path: str, content: str, files: dict[str, str]) -> None:
    config = f"generator = '{generator}'"
    assert places("duplicate-slug", content, path=path, files=files, config=config) == []


def test_no_generator() -> None:
    assert places("duplicate-slug", page("slug: a\n"), path="a.md", files={"b.md": page("slug: a\n")}) == []


@pytest.mark.parametrize(
    ("generator", "path", "content", "other", "expected"),
    [
        ("hugo", "content/b.md", page("slug: a\n"), ("content/a.md", page()), "`slug` gives the page"),
        ("hugo", "content/b.md", page("url: /x/a\n"), ("content/x/a.md", page()), "`url` gives the page"),
        ("hugo", "content/a/index.md", page(), ("content/a.md", page()), "the page has"),
        ("astro", "src/pages/a/index.md", page(), ("src/pages/a.mdx", page()), "the page has"),
        ("astro", "src/content/blog/B.md", page(), ("src/content/blog/b.md", page()), "the page has"),
        ("starlight", "src/content/docs/x.md", page("slug: guides/a\n"), ("src/content/docs/guides/a.md", page()), "`slug` gives the page"),
        ("jekyll", "a.md", page("permalink: /About/\n"), ("b.md", page("permalink: /about/index.html\n")), "`permalink` gives the page"),
        ("docusaurus", "docs/2-a.md", page(), ("docs/1-a.md", page()), "the page has"),
        ("docusaurus", "docs/x.md", page("id: a\n"), ("docs/a.md", page()), "`id` gives the page"),
        ("mkdocs", "docs/a/index.md", page(), ("docs/a.md", page()), "the page has"),
        ("vitepress", "A.md", page(), ("a.md", page()), "the page has"),
        ("hexo", "source/_posts/x.md", page("permalink: a/\n"), ("source/_posts/y.md", page("permalink: /a/\n")), "`permalink` gives the page"),
        ("eleventy", "a/index.md", "Only text.\n", ("a.md", "Only text.\n"), "the page has"),
        ("quarto", "x.qmd", page("output-file: a\n"), ("a.qmd", page()), "`output-file` gives the page"),
    ],
)  # fmt: skip
def test_invalid(generator: str, path: str, content: str, other: tuple[str, str], expected: str) -> None:
    files = dict([other])
    [found] = findings("duplicate-slug", content, path=path, files=files, config=f"generator = '{generator}'")
    assert found.message == f"{expected} the same address as `{other[0]}`"
    assert found.span.line == (1 if expected == "the page has" else 3)
