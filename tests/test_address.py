import pytest

from mdlint.address import Address, address, edition_of, fields_of


@pytest.mark.parametrize(
    ("generator", "path", "named", "expected"),
    [
        ("astro", "src/pages/about.md", {}, "about"),
        ("astro", "src/pages/about/index.md", {}, "about"),
        ("astro", "src/pages/posts/_draft.md", {}, None),
        ("astro", "src/content/blog/Rye Bread!.md", {}, "rye-bread"),
        ("astro", "src/content/blog/rye/index.mdx", {}, "rye"),
        ("astro", "src/content/blog/a/b.md", {"slug": "rye"}, "rye"),
        ("astro", "src/content/_old/blog/b.md", {}, None),
        ("starlight", "src/content/docs/de/index.md", {}, "de"),
        ("hugo", "content/posts/Rye Bread.md", {}, "posts/rye-bread"),
        ("hugo", "content/posts/rye/index.md", {}, "posts/rye"),
        ("hugo", "content/posts/_index.de.md", {}, "posts"),
        ("hugo", "content/posts/second.md", {"slug": "rye"}, "posts/rye"),
        ("hugo", "content/posts/second/index.md", {"slug": "rye"}, "posts/rye"),
        ("hugo", "content/posts/second.md", {"url": "/bread/rye/"}, "bread/rye"),
        ("hugo", "content/posts/second.md", {"url": "/:year/rye/"}, None),
        ("zola", "content/posts/second.md", {"path": "bread/rye"}, "bread/rye"),
        ("jekyll", "about.md", {}, "/about.html"),
        ("jekyll", "about/index.md", {}, "/about/"),
        ("jekyll", "index.md", {}, "/"),
        ("jekyll", "about.md", {"permalink": "/about/index.html"}, "/about/"),
        ("jekyll", "about.md", {"permalink": "/:title/"}, None),
        ("jekyll", "bread/_posts/x/2024-01-05-rye.md", {}, "/bread/2024-01-05/rye"),
        ("jekyll", "_posts/2024-01-05-rye.md", {"date": "2024-01-06 10:00", "slug": "r", "categories": "a/b"}, "/a/b/2024-01-06/r"),
        ("jekyll", "_posts/rye.md", {}, None),
        ("jekyll", "_includes/rye.md", {}, None),
        ("hexo", "source/_posts/bread/rye.md", {}, "bread/rye"),
        ("hexo", "source/about/index.md", {}, "/about"),
        ("hexo", "source/_drafts/rye.md", {}, None),
        ("hexo", "source/_posts/rye.md", {"permalink": "bread/rye/"}, "/bread/rye/"),
        ("eleventy", "posts/rye.md", {}, "posts/rye"),
        ("eleventy", "posts/rye/rye.md", {}, "posts/rye"),
        ("eleventy", "posts/rye.md", {"permalink": "false"}, None),
        ("eleventy", "posts/rye.md", {"permalink": "/{{ title }}/"}, None),
        ("eleventy", "_includes/rye.md", {}, None),
        ("docusaurus", "docs/01-bread/02-rye.md", {}, "bread/rye"),
        ("docusaurus", "docs/bread/README.md", {}, "bread"),
        ("docusaurus", "docs/bread/bread.md", {}, "bread"),
        ("docusaurus", "docs/bread/rye.md", {"id": "dark"}, "bread/dark"),
        ("docusaurus", "docs/bread/rye.md", {"slug": "dark"}, "bread/dark"),
        ("docusaurus", "docs/bread/rye.md", {"slug": "../dark"}, "dark"),
        ("docusaurus", "docs/bread/rye.md", {"slug": "/"}, ""),
        ("docusaurus", "docs/7.0-news.md", {}, "7.0-news"),
        ("docusaurus", "docs/_rye.md", {}, None),
        ("docusaurus", "community/rye.md", {"slug": "/"}, None),
        ("docusaurus", "website/blog/2020-07-30-7.11.0.md", {}, "2020/07/30/7.11.0"),
        ("docusaurus", "blog/2020-07-30-rye/index.md", {}, "2020/07/30/rye"),
        ("docusaurus", "blog/2020-07-30-rye.md", {"slug": "rye"}, "rye"),
        ("mkdocs", "docs/bread/index.md", {}, "docs/bread"),
        ("mkdocs", "docs/bread/README.md", {}, None),
        ("mkdocs", "docs/blog/posts/rye.md", {}, None),
        ("vitepress", "bread/rye.md", {}, "bread/rye"),
        ("vitepress", "bread/rye/index.md", {}, "bread/rye/"),
        ("quarto", "posts/rye.qmd", {"output-file": "dark.html"}, "posts/dark.html"),
        ("quarto", "posts/README.qmd", {}, None),
        ("obsidian", "Rye.md", {"slug": "rye"}, None),
    ],
)  # fmt: skip
def test_url(generator: str, path: str, named: dict[str, str], expected: str | None) -> None:
    found = address(path, generator, named)
    assert (found and found.url) == expected


@pytest.mark.parametrize(
    ("generator", "path", "other"),
    [
        ("hugo", "content/about.md", "content/about.de.md"),
        ("hugo", "a/content/about.md", "b/content/about.md"),
        ("astro", "src/content/blog/rye.md", "src/content/notes/rye.md"),
        ("docusaurus", "versioned_docs/version-1/rye.md", "versioned_docs/version-2/rye.md"),
        ("docusaurus", "i18n/de/docusaurus-plugin-content-docs/current/rye.md", "docs/rye.md"),
        ("quarto", "rye.qmd", "rye.md"),
    ],
)
def test_apart(generator: str, path: str, other: str) -> None:
    one, two = address(path, generator, {}), address(other, generator, {})
    assert one is not None
    assert two is not None
    assert one.url == two.url
    assert one.within != two.within


def test_language_of_its_own() -> None:
    named = {"permalink": "/about/"}
    assert address("about.md", "jekyll", {**named, "lang": "ES"}) == Address(("permalink", "es"), "/about/")
    assert address("about.md", "jekyll", named) == Address(("permalink", ""), "/about/")


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("docs/pt-br/rye.md", ("pt-br", "")),
        ("zh_Hans/7.6/v2/rye.md", ("zh_hans", "7.6", "v2", "")),
        ("posts/2024/rye.md", ("",)),
        ("posts/rye.de.md", ("de",)),
        ("rye.min.md", ("",)),
    ],
)
def test_edition(path: str, expected: tuple[str, ...]) -> None:
    assert edition_of(path) == expected


def test_fields() -> None:
    assert "slug" in fields_of("hugo")
    assert fields_of("obsidian") == ()
    assert fields_of(None) == ()
